"""Times that count: days from a day, turns in several years, months of a year so far, the day a report of so many months is due."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("phrase", "edtf", "due"), [
    ("Trong 15 ngày kể từ ngày 01/3/2026", "2026-03-01/2026-03-16", "2026-03-16"),
    ("Trong vòng 05 ngày làm việc, kể từ ngày 20/01/2026", "2026-01-20/2026-01-27", "2026-01-27"),
    ("Hoàn thành trong 03 tháng tính từ 01/3/2026", "2026-03-01/2026-06-01", "2026-06-01"),
    ("90 ngày (từ ngày 01/4/2026 đến ngày 30/6/2026)", "2026-04-01/2026-06-30", "2026-06-30"),
    ("9 tháng năm 2026", "2026-01/2026-09", "2026-09-30"),
    ("6 tháng năm 2026", "2026-40", "2026-06-30"),
    ("Trước ngày 10/01/2027 (báo cáo năm)", "../2027-01-09", "2027-01-09"),
    ("Báo cáo quý I/2026 trước ngày 15/3/2026", "../2026-03-14", "2026-03-14"),
    ("báo cáo 6 tháng đầu năm 2026 (trước ngày 15/6/2026)", "../2026-06-14", "2026-06-14"),
])
def test_due_day(phrase: str, edtf: str, due: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.edtf, got.due, got.rrule) == ("fixed", edtf, due, ())


@pytest.mark.parametrize(("phrase", "rule"), [
    ("5 năm hai lần", "FREQ=MONTHLY;INTERVAL=30"),
    ("06 tháng 2 lần", "FREQ=MONTHLY;INTERVAL=3"),
    ("5 năm một lần", "FREQ=YEARLY;INTERVAL=5"),
    ("Nửa tháng/lần", "FREQ=WEEKLY;INTERVAL=2"),
    ("Quý I các năm", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
    ("Quý I hằng năm (xong trước 31/3)", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=30"),
    ("Tháng 1 hằng năm, hoàn thành trước 31/01", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30"),
    ("Ngày thứ Bảy cuối tháng", "FREQ=MONTHLY"),
    ("Trước ngày 15/12 các năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"),
])
def test_repeats(phrase: str, rule: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.rrule) == ("recurring", (rule,))


def test_day_expected_behind_a_condition() -> None:
    got = parse_deadline("Ngay sau khi Đề án được phê duyệt, dự kiến Quý II/2026", "2026-01-15")
    assert (got.kind, got.edtf) == ("fixed", "2026-34")


def test_two_days_of_every_year() -> None:
    got = parse_deadline("Trước 30/9 hằng năm, báo cáo trước 15/10", "2026-01-15")
    assert (got.kind, got.rrule) == ("recurring", ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=14"))


def test_day_of_one_year_beside_every_year() -> None:
    got = parse_deadline("Trước ngày 15/11 hằng năm; trước ngày 20/12/2026", "2026-01-15")
    assert (got.kind, got.due) == ("fixed", "2026-12-19")
