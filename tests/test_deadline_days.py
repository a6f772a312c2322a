"""Days that repeat every month, days counted before an event, and round-the-clock work."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("phrase", "kind", "due", "rules"), [
    ("Ngày 20 - 25 hằng tháng", "recurring", None, ["FREQ=MONTHLY;BYMONTHDAY=25"]),
    ("Từ ngày 10 - 12 hàng tháng", "recurring", None, ["FREQ=MONTHLY;BYMONTHDAY=12"]),
    ("ngày 10 - 15/12/2025", "fixed", "2025-12-15", []),
    ("trước 07 ngày tổ chức hội nghị", "conditional", None, []),
    ("trước 10 ngày khai giảng", "conditional", None, []),
    ("Liên tục (24/7)", "ongoing", None, []),
    ("trước ngày cuối cùng của tháng 6/2026", "fixed", "2026-06-29", []),
    ("vào ngày cuối cùng của quý II/2026", "fixed", "2026-06-30", []),
    ("Trước ngày 24/7", "fixed", "2026-07-23", []),
])
def test_days(phrase: str, kind: str, due: str | None, rules: list[str]) -> None:
    got = parse_deadline(phrase, "2025-11-20")
    assert (got.kind, got.due, list(got.rrule)) == (kind, due, rules)


@pytest.mark.parametrize("phrase", ["Trước ngày 15 của tháng cuối kỳ báo cáo", "trước ngày 15 tháng cuối kỳ"])
def test_the_last_month_of_the_period_reported_on_is_that_of_a_quarter(phrase: str) -> None:
    deadline = parse_deadline(phrase, "2025-11-05")
    assert (deadline.kind, deadline.rrule) == ("recurring", ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14",))


@pytest.mark.parametrize(("phrase", "days"), [("ngày 10 và 25 hằng tháng", "10,25"), ("trước ngày 05 và ngày 20 hàng tháng", "4,19"), ("Ngày 15, 30 hằng tháng", "15,30")])
def test_several_days_of_every_month(phrase: str, days: str) -> None:
    deadline = parse_deadline(phrase, "2025-11-05")
    assert (deadline.kind, deadline.rrule) == ("recurring", (f"FREQ=MONTHLY;BYMONTHDAY={days}",))


@pytest.mark.parametrize(("phrase", "rules"), [
    ("tuần cuối hằng tháng", ("FREQ=MONTHLY",)),
    ("định kỳ vào tuần cuối hằng tháng", ("FREQ=MONTHLY",)),
    ("định kỳ tuần đầu mỗi quý", ("FREQ=MONTHLY;INTERVAL=3",)),
    ("cuối hằng tháng", ("FREQ=MONTHLY;BYMONTHDAY=-1",)),
    ("định kỳ tuần, tháng, quý", ("FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3")),
])
def test_a_week_of_every_month_comes_once_a_month(phrase: str, rules: tuple[str, ...]) -> None:
    deadline = parse_deadline(phrase, "2025-11-05")
    assert (deadline.kind, deadline.rrule) == ("recurring", rules)
