"""Calendar values of deadline phrases: atoms at a printed precision, windows of atoms, and their EDTF and bounds.

ISO 8601-2/EDTF forms that are emitted: years, months, days, quarters 33-36, halves 40-41, intervals and open ends.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from normalizers.frozen import frozen

Grain = Literal["day", "month", "quarter", "half", "year"]
LAST = 99  # "the last day of the month", known only once the year is
_SPAN_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@frozen
class Atom:
    """One point of the calendar: `n` is the month (also of a day), quarter or half; `year` None until inherited."""

    grain: Grain
    year: int | None = None
    n: int = 0
    day: int = 0

    @property
    def valid(self) -> bool:
        """Whether such a day, month or quarter can exist (29 February only in a leap year or an unknown one)."""
        if self.grain == "day" and self.n:
            top = calendar.monthrange(self.year or 2024, self.n)[1] if 1 <= self.n <= 12 else 0
            return 1 <= self.day <= top or self.day == LAST
        return self.year is None or 1900 <= self.year <= 2199

    @property
    def complete(self) -> bool:
        """Whether nothing is left to inherit, so that `first`, `last` and `edtf` are defined."""
        return self.year is not None and self.valid and (self.grain == "year" or self.n > 0)

    @property
    def first_month(self) -> int:
        return {"day": self.n, "month": self.n, "quarter": 3 * self.n - 2, "half": 6 * self.n - 5, "year": 1}[self.grain]

    @property
    def order(self) -> tuple[int, int]:
        """Position within a year, for deciding whether a range runs over New Year."""
        return self.first_month, self.day if self.grain == "day" else 0

    def first(self) -> date:
        """First day; the year must be known."""
        assert self.year is not None
        return date(self.year, self.first_month, self._day() if self.grain == "day" else 1)

    def last(self) -> date:
        """Last day; the year must be known."""
        assert self.year is not None
        if self.grain == "day":
            return self.first()
        month = self.first_month + _SPAN_MONTHS[self.grain] - 1
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def _day(self) -> int:
        assert self.year is not None
        return min(self.day, calendar.monthrange(self.year, self.n)[1])

    def edtf(self) -> str:
        """EDTF at the printed precision; the year must be known."""
        if self.grain == "year":
            return f"{self.year:04d}"
        if self.grain == "day":
            return self.first().isoformat()
        return f"{self.year:04d}-{self.n + {'month': 0, 'quarter': 32, 'half': 39}[self.grain]:02d}"

    def before(self) -> Atom:
        """The atom of the same grain that ends the day before this one starts."""
        day = self.first() - timedelta(days=1)
        return at(day, self.grain)

    def after(self) -> Atom:
        """The atom of the same grain that starts the day after this one ends."""
        day = self.last() + timedelta(days=1)
        return at(day, self.grain)

    def with_year(self, year: int) -> Atom:
        return replace(self, year=year)


def at(day: date, grain: Grain) -> Atom:
    """The atom of a grain that holds a day."""
    n = {"day": day.month, "month": day.month, "quarter": (day.month + 2) // 3, "half": (day.month + 5) // 6, "year": 0}[grain]
    return Atom(grain, day.year, n, day.day if grain == "day" else 0)


def follows(left: Atom, right: Atom) -> bool:
    """Whether `right` is the very next atom of the same grain after `left` (both with a year)."""
    if left.grain != right.grain or not (left.complete and right.complete):
        return False
    return left.after() == right


def parse_reference(reference: str | None) -> tuple[date, bool] | None:
    """Reference day and whether it is exact: `2025-11` is the first of November, inexact; None, nonsense or a year outside
    1900-2199 is None."""
    m = re.match(r"\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", reference or "", re.ASCII)
    if not m or not 1900 <= int(m[1]) <= 2199:
        return None
    try:
        return date(int(m[1]), int(m[2] or 1), int(m[3] or 1)), m[3] is not None
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """The same day `months` later, cut to the month's length."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_workdays(day: date, count: int) -> date:
    """`count` working days later, Saturdays and Sundays left out; public holidays are not known here."""
    weeks, rest = divmod(count, 5)
    day += timedelta(weeks=weeks)
    while rest:
        day += timedelta(days=1)
        rest -= day.weekday() < 5
    return day


def time_after(day: date, count: int, size: str) -> date:
    """The day so many days, `workday`s, weeks, months or years later."""
    if size == "workday":
        return add_workdays(day, count)
    if size in ("day", "week"):
        return day + timedelta(days=count * (7 if size == "week" else 1))
    return add_months(day, count * (12 if size == "year" else 1))


def _atom_of(text: str) -> Atom | None:
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text, re.ASCII)
    if not m:
        return None
    year, part, day = int(m[1]), int(m[2] or 0), int(m[3] or 0)
    if day:
        atom = Atom("day", year, part, day)
    elif not m[2]:
        atom = Atom("year", year)
    elif 1 <= part <= 12:
        atom = Atom("month", year, part)
    elif 33 <= part <= 36:
        atom = Atom("quarter", year, part - 32)
    elif part in (40, 41):
        atom = Atom("half", year, part - 39)
    else:
        return None
    return atom if atom.valid and 1 <= year <= 9998 else None


def edtf_bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day (ISO) of an EDTF value of the forms above; None for an open end or what is not understood.

    `edtf_bounds("2026-33") == ("2026-01-01", "2026-03-31")`, `edtf_bounds("../2025-11") == (None, "2025-11-30")`.
    """
    left, slash, right = edtf.strip().partition("/")
    lo = _atom_of(left)
    hi = _atom_of(right) if slash else lo
    return lo.first().isoformat() if lo else None, hi.last().isoformat() if hi else None
