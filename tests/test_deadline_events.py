"""Days of events that have no date, the year behind a day in a sentence, and work that is given each year."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("phrase", "kind", "edtf", "condition"), [
    ("Đến ngày bầu cử", "open_ended", None, "Đến ngày bầu cử"),
    ("Từ nay đến hết ngày bầu cử", "open_ended", None, "đến hết ngày bầu cử"),
    ("Từ tháng 02/2026 đến ngày bầu cử", "open_ended", "2026-02/..", "đến ngày bầu cử"),
    ("Đến ngày diễn ra Đại hội", "open_ended", None, "Đến ngày diễn ra Đại hội"),
    ("Trước ngày bầu cử", "conditional", None, "Trước ngày bầu cử"),
    ("Đến ngày bầu cử đại biểu HĐND các cấp nhiệm kỳ 2026 - 2031", "open_ended", None, "Đến ngày bầu cử đại biểu HĐND các cấp nhiệm kỳ 2026 - 2031"),
    ("Đến ngày kết thúc hội nghị tổng kết năm 2025", "open_ended", None, "Đến ngày kết thúc hội nghị tổng kết năm 2025"),
    ("Đến ngày kết thúc Cuộc vận động năm 2026", "open_ended", None, "Đến ngày kết thúc Cuộc vận động năm 2026"),
    # a date behind the event says the day
    ("Đến ngày bầu cử 15/3/2026", "fixed", "2026-03-15", None),
    ("Từ ngày 01/02/2026 đến hết ngày bầu cử (15/3/2026)", "fixed", "2026-02-01/2026-03-15", None),
])
def test_day_of_an_event(phrase: str, kind: str, edtf: str | None, condition: str | None) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.edtf, got.condition) == (kind, edtf, condition)


@pytest.mark.parametrize(("phrase", "rule"), [
    ("5 ngày đầu tháng sau", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("Trong 10 ngày đầu của quý tiếp theo", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
])
def test_first_days_of_the_next_period(phrase: str, rule: str) -> None:
    assert parse_deadline(phrase, "2026-01-15").rrule == (rule,)


@pytest.mark.parametrize(("text", "raw", "due"), [
    ("Gửi báo cáo trước ngày 31/01 năm sau.", "trước ngày 31/01 năm sau", "2027-01-30"),
    ("Gửi báo cáo trước ngày 31/01 của năm liền kề sau năm báo cáo.", "trước ngày 31/01 của năm liền kề sau năm báo cáo", "2027-01-30"),
    ("Gửi báo cáo trước ngày 31/01.", "trước ngày 31/01", "2026-01-30"),
])
def test_year_behind_a_day_of_a_sentence(text: str, raw: str, due: str) -> None:
    got = find_deadline(text, "2026-01-15")
    assert got is not None
    assert (got.raw, got.due) == (raw, due)


@pytest.mark.parametrize(("text", "raw"), [
    ("Thực hiện các nhiệm vụ được giao bổ sung hàng năm theo quy định.", None),
    ("Thực hiện nhiệm vụ được phân công hằng năm.", None),
    ("Hoàn thành nhiệm vụ được giao, hằng năm báo cáo UBND xã.", "hằng năm"),
    ("Rà soát hộ nghèo hằng năm.", "hằng năm"),
])
def test_work_given_each_year_is_not_due_each_year(text: str, raw: str | None) -> None:
    got = find_deadline(text, "2026-01-15")
    assert (got.raw if got else None) == raw
