"""Days and months without a year written "10-3", "10.9"; days or months that a number counts before they are listed."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline, parse_deadline

READ = [
    ("Nhận hồ sơ từ ngày 10-3 đến hết ngày 10-4", "2026-03-10/2026-04-10", "2026-04-10"),
    ("từ ngày 1-3 đến 25-4", "2026-03-01/2026-04-25", "2026-04-25"),
    ("đợt hai từ 10.9 - 10.10", "2026-09-10/2026-10-10", "2026-10-10"),
    ("từ ngày 25-8 đến 17 giờ ngày 10-9", "2026-08-25/2026-09-10", "2026-09-10"),
    ("tiêm bổ sung từ 22-3 đến hết tháng 8-2026", "2026-03-22/2026-08", "2026-08-31"),
    ("trong 2 ngày 10 và 11-3", "2026-03-10/2026-03-11", "2026-03-11"),
    ("Trong 02 ngày 22 và 23.12", "2026-12-22/2026-12-23", "2026-12-23"),
    ("trong 02 tháng 10, 11 năm 2026", "2026-10/2026-11", "2026-11-30"),
    ("trong 3 tháng 4, 5 và 6 năm 2026", "2026-04/2026-06", "2026-06-30"),
    # what only looks like it
    ("từ ngày 20-25/11/2026", "2026-11-20/2026-11-25", "2026-11-25"),
    ("từ 8-10 tháng 3", "2026-03-08/2026-03-10", "2026-03-10"),
    ("từ tháng 9-12/2026", "2026-09/2026-12", "2026-12-31"),
    ("ngày 02 tháng 10 năm 2026", "2026-10-02", "2026-10-02"),
]


@pytest.mark.parametrize(("phrase", "edtf", "due"), READ)
def test_read(phrase: str, edtf: str, due: str) -> None:
    got = parse_deadline(phrase, "2026-02-10")
    assert (got.kind, got.edtf, got.due) == ("fixed", edtf, due)


def test_a_yearly_report_is_due_on_its_day_once() -> None:
    got = parse_deadline("Báo cáo năm nộp trước ngày 20/12 hằng năm", "2026-02-10")
    assert (got.kind, list(got.rrule)) == ("recurring", ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=19"])


def test_days_of_every_month_stay_days() -> None:
    assert list(parse_deadline("từ ngày 5-10 hằng tháng", "2026-02-10").rrule) == ["FREQ=MONTHLY;BYMONTHDAY=10"]


@pytest.mark.parametrize(("sentence", "raw"), [
    ("Chủ trì ban hành văn bản hướng dẫn trong quý I.", "trong quý I"),
    ("Rà soát cơ sở vật chất, báo cáo kết quả trước Quý III.", "trước Quý III"),
    ("Tổng hợp số liệu phát sinh trong quý I.", None),
    ("Thành lập tổ bảo trì trong tháng 3.", "trong tháng 3"),
    ("Lắp đặt biển báo trong tháng 8; nghiệm thu trong tháng 9.", "trong tháng 8"),
    ("Báo cáo kết quả trong tháng 11.", None),
    ("Hồ sơ tồn đọng trong tháng 5.", None),
    ("Lắp đặt 20 bóng đèn trong 6 tháng đầu năm.", "trong 6 tháng đầu năm"),
    ("Đánh giá kết quả thực hiện trong 6 tháng đầu năm.", None),
])
def test_a_quarter_without_its_year_bounds_the_act_that_it_closes(sentence: str, raw: str | None) -> None:
    got = find_deadline(sentence, "2026-02-10")
    assert (got and got.raw) == raw


def test_days_of_two_reports_recur_together() -> None:
    got = parse_deadline("sơ kết trước ngày 15/6, tổng kết trước ngày 15/12 hằng năm", "2026-02-10")
    assert (got.kind, list(got.rrule)) == ("recurring", ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"])


@pytest.mark.parametrize(("sentence", "kind"), [
    ("Đội tuần tra đường ven kênh; thực hiện thường xuyên.", "ongoing"),
    ("Hướng dẫn người dân phân loại rác, thực hiện thường xuyên, liên tục.", "ongoing"),
    ("Tuần tra, thực hiện thường xuyên việc nhắc nhở.", None),  # an adverb of the act
    ("Thường xuyên tuần tra.", None),
])
def test_a_closing_clause_says_that_an_act_goes_on(sentence: str, kind: str | None) -> None:
    got = find_deadline(sentence, "2026-02-10")
    assert (got and got.kind) == kind
