"""Recurrence rules (RFC 5545) of periods and of the days that anchor them ("hằng quý, trước ngày 15 của tháng cuối quý")."""

from __future__ import annotations

import calendar

from normalizers.deadline_items import Period, Slot, Window
from normalizers.deadline_values import LAST, Atom

_QUARTER_ENDS, _QUARTER_STARTS = "3,6,9,12", "1,4,7,10"


def base_rule(period: Period, listed: bool = False) -> str:
    """The rule of a bare period: `(3, "month")` is `FREQ=MONTHLY;INTERVAL=3`.

    `listed`: it stands among others, where "9 tháng" is the nine-month report of the year, not every nine months.
    """
    count, unit = period
    if unit == "quarter":
        count, unit = 3 * count, "month"
    if unit == "month" and count % 12 == 0:
        count, unit = count // 12, "year"
    if unit == "month" and count == 9 and listed:
        return "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"
    freq = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}[unit]
    return f"FREQ={freq}" + (f";INTERVAL={count}" if count > 1 else "")


def month_day(month: int, day: int) -> str:
    """Yearly on one day; the last of February moves, so that it is written as -1."""
    if month == 2 and day >= 29:
        day = -1
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"


def _last_of(month: int) -> int:
    return calendar.monthrange(2023, month)[1] if month != 2 else -1


def month_end(month: int) -> str:
    """Yearly on the last day of a month."""
    return month_day(month, _last_of(month))


def _months_of(slot: Slot, period: Period | None) -> str | None:
    if slot == "quarter_last":
        return _QUARTER_ENDS
    if slot == "quarter_next":
        return _QUARTER_STARTS
    months = {(1, "quarter"): "quarter", (3, "month"): "quarter", (6, "month"): "half", (1, "year"): "year"}.get(period or (1, "month"))
    if slot == "month_next":
        return {"quarter": _QUARTER_STARTS, "half": "1,7", "year": "1"}.get(months or "")
    return {"quarter": _QUARTER_ENDS, "half": "6,12", "year": "12"}.get(months or "")


def anchored_rule(window: Window, period: Period | None) -> tuple[str, float]:
    """The rule of a period whose last day on time is given by a window without a year, and how sure the reading is.

    "trước ngày 20" of a month is `FREQ=MONTHLY;BYMONTHDAY=19`; "Quý I" of a year is 31 March.
    """
    atom, before = window.hi, window.mode == "before" or window.rule == "range-before"
    if atom.grain == "day":
        return _day_rule(atom, before, window.slot, period)
    month = atom.first_month - 1 if before else atom.first_month + {"month": 0, "quarter": 2, "half": 5, "year": 11}[atom.grain]
    month = month or 12
    return month_end(month), 1.0


def _day_rule(atom: Atom, before: bool, slot: Slot, period: Period | None) -> tuple[str, float]:
    day = atom.day
    if atom.n:
        month = atom.n
        if day == LAST:
            day = _last_of(month)
        elif before and day == 1:
            month = month - 1 or 12
            day = _last_of(month)
        elif before:
            day -= 1
        return month_day(month, day), 1.0
    end_of_month = day == LAST or (before and day == 1)
    shown = -1 if end_of_month else day - before
    months = _months_of(slot, period)
    if months is None:
        return f"FREQ=MONTHLY;BYMONTHDAY={shown}", 1.0 if period in ((1, "month"), None) else 0.5
    if before and day == 1:
        months = {_QUARTER_ENDS: "2,5,8,11", _QUARTER_STARTS: _QUARTER_ENDS, "1,7": "6,12", "6,12": "5,11", "1": "12", "12": "11"}[months]
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={shown}", 1.0 if slot else 0.6
