"""Ranges of days that only their end tells the month of, hours behind "hằng ngày", weekdays of one week of the month, either of two times."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("phrase", "edtf"), [
    ("từ ngày 4 - 26.11", "2025-11-04/2025-11-26"),
    ("từ ngày 4 đến 26.11", "2025-11-04/2025-11-26"),
    ("từ ngày 4 đến hết ngày 26-11", "2025-11-04/2025-11-26"),
    ("từ ngày 4 - 26-11", "2025-11-04/2025-11-26"),
    ("ngày 12-14.11", "2025-11-12/2025-11-14"),
])
def test_the_month_stands_with_the_last_day(phrase: str, edtf: str) -> None:
    got = parse_deadline(phrase, "2025-10-20")
    assert (got.kind, got.edtf, got.due) == ("fixed", edtf, edtf.split("/")[1])


@pytest.mark.parametrize("phrase", ["hằng ngày từ 6 giờ 30 - 7 giờ 30 sáng", "hàng ngày từ 18h00 đến 19h00"])
def test_hours_of_every_day(phrase: str) -> None:
    got = parse_deadline(phrase, "2025-10-20")
    assert (got.kind, got.due, got.rrule) == ("recurring", None, ("FREQ=DAILY",))


@pytest.mark.parametrize("phrase", ["ngày thứ năm của tuần lễ cuối tháng", "thứ Ba tuần lễ thứ hai trong tháng", "vào thứ Bảy tuần cuối tháng"])
def test_a_weekday_of_one_week_comes_every_month(phrase: str) -> None:
    got = parse_deadline(phrase, "2025-10-20")
    assert (got.kind, got.due, got.rrule) == ("recurring", None, ("FREQ=MONTHLY",))


def test_a_week_of_a_named_month_is_no_recurrence() -> None:
    assert parse_deadline("thứ Ba tuần cuối tháng 3/2026", "2025-10-20").edtf == "2026-03-25/2026-03-31"


@pytest.mark.parametrize(("phrase", "due"), [
    ("cuối tháng 3 hoặc vào ngày 1/4/2026", "2026-03-31"),
    ("cuối tháng 3, ngày 1/4/2026", "2026-04-01"),
    ("cuối tháng 3 hoặc đầu tháng 4/2026", "2026-04-10"),
])
def test_of_two_times_said_in_different_ways_the_first_leads(phrase: str, due: str) -> None:
    assert parse_deadline(phrase, "2025-10-20").due == due
