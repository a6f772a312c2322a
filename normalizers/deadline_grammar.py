"""Grammar of time phrases: recursive descent over tokens to windows, recurrences, amounts of time and marks.

Every production looks at a bounded number of tokens ahead, so that scanning a text for phrases is linear in its length.
Productions return `(value, next position)` or None and never raise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from normalizers.deadline_values import LAST, Atom
from normalizers.deadline_tokens import Token

Mode = Literal["in", "until", "before", "from", "after"]
Slot = Literal["", "quarter_last", "quarter_next", "month_next", "half_last", "year_last"]
Period = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the calendar `lo`..`hi`; `slot` places a day that has no month ("ngày 15 của tháng cuối quý")."""

    start: int
    end: int
    lo: Atom
    hi: Atom
    mode: Mode = "in"
    onward: bool = False
    slot: Slot = ""
    rule: str = "window"
    sure: float = 1.0
    from_now: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Periods of an act, as (count, unit); `rules` where the phrase gives complete ones; `marked` with "hằng", "định kỳ"."""

    start: int
    end: int
    periods: tuple[Period, ...]
    rules: tuple[str, ...] = ()
    marked: bool = True
    rule: str = "recurrence"
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of time counted from the plan's date, from its issue, or (`anchor` "event") from something else."""

    start: int
    end: int
    count: int
    unit: str
    workdays: bool = False
    after: bool = False
    anchor: Literal["", "issue", "event"] = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that is a phrase by itself: `ongoing`, `cond`, `event`, `onward`, `vision`, `periodic`, `course`, `this`."""

    start: int
    end: int
    kind: str
    value: str = ""


Item = Window | Recurrence | Amount | Mark
_JOIN = {"-", "to", "and", ",", "&", "+"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3, "lv": 4, "il": 2, "li": 2, "iil": 3, "ill": 3, "lii": 3}
_DAYS = {"hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH", "sáu": "FR", "6": "FR",
         "bảy": "SA", "bẩy": "SA", "7": "SA"}


class Grammar:
    """The productions over one token sequence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.t = tokens
        self.n = len(tokens)

    def kind(self, p: int) -> str:
        return self.t[p].kind if 0 <= p < self.n else ""

    def text(self, p: int) -> str:
        return self.t[p].text if 0 <= p < self.n else ""

    def val(self, p: int) -> str:
        return self.t[p].value if 0 <= p < self.n else ""

    def unit(self, p: int, *names: str) -> bool:
        return self.kind(p) == "unit" and self.val(p) in names

    def glued(self, p: int) -> bool:
        return p < self.n and self.t[p].glued

    # -- numbers ---------------------------------------------------------------------------------------------------

    def number(self, p: int, top: int, low: int = 1) -> tuple[int, int] | None:
        """A number within bounds, in digits (at most two) or words."""
        if self.kind(p) == "num" and len(self.text(p)) <= max(2, len(str(top))) and low <= self.t[p].number <= top:
            return self.t[p].number, p + 1
        if self.kind(p) == "word" and low <= int(self.val(p)) <= top:
            return int(self.val(p)), p + 1
        return None

    def year_number(self, p: int) -> tuple[int, int] | None:
        """Four digits 1900-2199, also cut in two by a thin column ("20 26", "202 6")."""
        if self.kind(p) != "num":
            return None
        text, q = self.text(p), p + 1
        if len(text) < 4 and self.kind(q) == "num" and not self.glued(q) and len(text) + len(self.text(q)) == 4:
            if not ("20".startswith(text[:2]) and text[0] == "2"):
                return None
            text, q = text + self.text(q), q + 1
        if len(text) == 4 and 1900 <= int(text) <= 2199:
            return int(text), q
        return None

    def short_year(self, p: int) -> tuple[int, int] | None:
        """Two digits for a year of this century, only right behind a mark ("31/12/25")."""
        if self.kind(p) == "num" and len(self.text(p)) == 2 and self.glued(p) and 15 <= self.t[p].number <= 60:
            return 2000 + self.t[p].number, p + 1
        return None

    def year_tail(self, p: int) -> tuple[int, int] | None:
        """The year that closes a day, month, quarter or half: "/2026", "-2026", "năm 2026", "của năm 2026", ", năm 2026"."""
        q = p
        if self.kind(q) in ("/", "-", ".", ",", "("):
            q += 1
        while self.kind(q) in ("of", "within"):
            q += 1
        if self.unit(q, "year"):
            q += 1
        got = self.year_number(q)
        # "12/2025-2026" would be a range of years; a year behind a dash is the tail only when no second one follows.
        if got and not (self.kind(p) == "-" and self.kind(got[1]) == "-" and self.year_number(got[1] + 1)):
            if self.kind(p) == "(" and self.kind(got[1]) == ")":
                return got[0], got[1] + 1
            return got
        if self.kind(p) == "/":
            return self.short_year(p + 1)
        return None

    # -- atoms -----------------------------------------------------------------------------------------------------

    def date(self, p: int) -> tuple[Atom, int] | None:
        """`31/12/2025`, `31-12-2025`, `31.12.2025`, `2025-12-31`, `31/12`, `ngày 31 tháng 12 [năm 2025]`."""
        day = self.number(p, 31)
        if day is None:
            return self._iso(p)
        d, q = day
        if self.unit(q, "month") and (month := self.number(q + 1, 12)):
            tail = self.year_tail(month[1])
            return self._day(d, month[0], tail, month[1])
        mark = self.kind(q)
        if mark not in ("/", "-", ".") or self.kind(p) != "num":
            return None
        month = self.number(q + 1, 12)
        if month is None or self.kind(q + 1) != "num":
            return None
        if self.kind(month[1]) == mark:
            tail = self.year_number(month[1] + 1) or self.short_year(month[1] + 1)
            if tail:
                return self._day(d, month[0], tail, month[1])
        if mark != "/":
            return None
        follow = self.year_tail(month[1]) if self.kind(month[1]) in ("unit", "of") else None
        return self._day(d, month[0], follow, month[1])

    def _day(self, d: int, m: int, tail: tuple[int, int] | None, end: int) -> tuple[Atom, int] | None:
        atom = Atom("day", tail[0] if tail else None, m, d)
        return (atom, tail[1] if tail else end) if atom.valid else None

    def _iso(self, p: int) -> tuple[Atom, int] | None:
        if self.kind(p) == "num" and len(self.text(p)) == 4 and self.kind(p + 1) == "-" and self.kind(p + 3) == "-":
            month, day, year = self.number(p + 2, 12), self.number(p + 4, 31), self.year_number(p)
            if month and day and year and self.glued(p + 1) and self.glued(p + 4):
                return self._day(day[0], month[0], (year[0], p + 5), p + 5)
        return None

    def day(self, p: int) -> tuple[Atom, int, Slot] | None:
        """A day with "ngày" or in figures; "17 giờ 00, ngày …" gives the day. A day alone has month 0 and may have a slot."""
        p = self.clock(p)
        if self.kind(p) == "weekday" or (self.kind(p) == "ordinal" and self.text(p + 1) in _DAYS):
            q = p + (1 if self.kind(p) == "weekday" else 2)
            q += self.kind(q) in (",", "(")
            if self.unit(q, "day"):
                p = q
        if self.unit(p, "day"):
            q = p + 1
            q += self.kind(q) in ("from",)
            got = self.date(q)
            if got is None:
                alone = self.number(q, 31)
                if alone is None and self.kind(q) == "part" and self.val(q) == "3":
                    alone = (LAST, q + 1)
                if alone is None:
                    return None
                r, slot = self.slot(alone[1])
                if slot:
                    return Atom("day", None, 0, alone[0]), r, slot
                months = self.months(r) if alone[0] == LAST else None
                if months:
                    return Atom("day", months[0].year, months[0].n, LAST), months[2], ""
                return Atom("day", None, 0, alone[0]), alone[1], ""
            got = (got[0], self._weekday_note(got[1]))
        else:
            got = self.date(p)
            if got is None:
                return None
        return got[0], got[1], ""

    def _weekday_note(self, p: int) -> int:
        """Past "(Chủ nhật)" or "(thứ Hai)"."""
        if self.kind(p) == "(":
            q = p + 2 if self.kind(p + 1) == "weekday" else p + 3 if self.kind(p + 1) == "ordinal" else 0
            if q and self.kind(q) == ")":
                return q + 1
        return p

    def clock(self, p: int) -> int:
        """Past a time of day: "17 giờ 00,", "17h00", "17g00 ngày"."""
        if self.kind(p) == "num" and len(self.text(p)) <= 2 and self.kind(p + 1) == "hour":
            q = p + 2
            if self.kind(q) == "num" and len(self.text(q)) <= 2:
                q += 1
                if self.text(q) == "phút":
                    q += 1
            q += self.kind(q) == ","
            return q
        return p

    def slot(self, p: int) -> tuple[int, Slot]:
        """Which month a bare day falls in: "của tháng cuối quý", "tháng tiếp theo", "tháng đầu quý sau"."""
        q = p + (self.kind(p) == "of")
        if self.kind(q) == "each":
            return p, ""
        if not self.unit(q, "month"):
            return p, ""
        q += 1
        if self.kind(q) == "part":
            first, q = self.val(q), q + 1
            while self.kind(q) in ("of", "each"):
                q += 1
            if self.unit(q, "quarter"):
                q += 1
                later = self.text(q) in ("sau", "tiếp", "kế")
                while self.text(q) in ("sau", "tiếp", "kế", "theo", "tiếp theo") or self.kind(q) == "after":
                    q, later = q + 1, True
                return q, "quarter_last" if first == "3" and not later else "quarter_next"
            return p, ""
        if self.text(q) in ("tiếp", "kế", "liền", "sau"):
            while self.text(q) in ("tiếp", "kế", "liền", "sau", "theo", "đó") or self.kind(q) == "after":
                q += 1
            if self.unit(q, "month") and self.kind(q + 1) == "part":  # "tháng tiếp theo sau tháng cuối [quý]"
                q += 2
                while self.kind(q) == "of" or self.unit(q, "quarter"):
                    q += 1
                return q, "quarter_next"
            return q, "month_next"
        return p, ""

    def months(self, p: int) -> tuple[Atom, Atom, int] | None:
        """"tháng 12[/2025]", "T12/2025", "tháng Mười hai năm 2025", lists "tháng 11, 12/2025"."""
        if self.unit(p, "month"):
            q = p + 1
        elif self.text(p) in ("t", "th") and (self.glued(p + 1) or self.kind(p + 1) == "."):
            q = p + 1
        else:
            return None
        q += self.kind(q) == "."
        first = self.number(q, 12)
        if first is None or (self.kind(first[1]) == "unit" and self.val(first[1]) != "year" and not self._new_phrase(first[1])):
            return None
        lo = hi = first[0]
        q = first[1]
        while self.year_tail(q) is None and self.kind(q) in _JOIN and self.kind(q) != "to":
            r = q + 1
            spelled = self.unit(r, "month") or (self.text(r) in ("t", "th") and self.glued(r + 1))
            r += spelled
            step = self.number(r, 12)
            if step is None or step[0] <= hi or (not spelled and self.date(r) is not None) or self.kind(step[1]) == "times":
                break
            if self.kind(q) != "-" and step[0] != hi + 1:
                break  # "tháng 3, 9": a gap is two phrases, the first one leads
            hi, q = step[0], step[1]
        tail = self.year_tail(q)
        year, q = tail if tail else (None, q)
        return Atom("month", year, lo), Atom("month", year, hi), q

    def _new_phrase(self, p: int) -> bool:
        return self.unit(p, "year", "quarter")

    def bare_month(self, p: int) -> tuple[Atom, int] | None:
        """"12/2025", "12-2025", "12.2025"."""
        month = self.number(p, 12)
        if month and self.kind(p) == "num" and self.kind(p + 1) in ("/", "-", "."):
            if self.kind(p + 1) != "/" and not (self.glued(p + 1) and self.glued(p + 2)):
                return None
            year = self.year_number(p + 2)
            if year:
                return Atom("month", year[0], month[0]), year[1]
        return None

    def roman(self, p: int) -> tuple[int, int] | None:
        if self.text(p) in _ROMAN:
            return _ROMAN[self.text(p)], p + 1
        got = self.number(p, 4)
        return got if got and len(self.text(p)) <= 2 else None

    def quarters(self, p: int) -> tuple[Atom, Atom, int] | None:
        """"Quý I/2026", "quí 1", "Q1/2026", "QIV", lists "Quý I, II", "Quý III - IV/2026", "quý I và quý II năm 2026"."""
        q = p + 1
        if self.kind(p) == "quarterno":
            first: tuple[int, int] | None = (int(self.val(p)), q)
        elif self.unit(p, "quarter"):
            q += self.kind(q) in (".", ":")
            first = self.roman(q)
            if first is None and self.kind(q) == "part" and self.unit(q + 1 + (self.kind(q + 1) == "of"), "year"):
                first = ({"1": 1, "2": 2, "3": 4}[self.val(q)], q + 1)
        else:
            return None
        if first is None:
            return None
        lo = hi = first[0]
        q = first[1]
        while self.year_tail(q) is None and self.kind(q) in _JOIN and self.kind(q) != "to":
            r = q + 1
            named = self.unit(r, "quarter")
            r += named
            step = self.roman(r) if named or self.text(r) in _ROMAN or self.kind(r) == "num" else None
            if step is None and self.kind(r) == "quarterno":
                step = (int(self.val(r)), r + 1)
            if step is None or step[0] <= hi or (self.kind(r) == "num" and not named and self.date(r) is not None):
                break
            if self.kind(q) != "-" and step[0] != hi + 1:
                break
            hi, q = step[0], step[1]
        tail = self.year_tail(q)
        year, q = tail if tail else (None, q)
        return Atom("quarter", year, lo), Atom("quarter", year, hi), q

    def halves(self, p: int) -> tuple[Atom, Atom, int] | None:
        """"6 tháng đầu năm 2026", "02 tháng cuối năm", "nửa cuối năm 2025", "3 quý đầu năm"."""
        if self.kind(p) == "halfpart":
            q = p + 1
            if not self.unit(q, "year"):
                return None
            part, count, size = int(self.val(p)), 6, "month"
        else:
            number = self.number(p, 11)
            if number is None or not self.unit(number[1], "month", "quarter") or self.kind(number[1] + 1) != "part":
                return None
            count, size, part = number[0], self.val(number[1]), {"1": 1, "2": 0, "3": 2}[self.val(number[1] + 1)]
            q = number[1] + 2
            if part == 0 or (size == "quarter" and count > 3):
                return None
        q += self.kind(q) == "of"
        tail = self.year_tail(q)
        if tail is None and not self.unit(q, "year"):
            if not (self.kind(q) in ("", ")", ";", ".")):
                return None
            tail_year, q = None, q
        else:
            tail_year, q = tail if tail else (None, q + 1)
        if count == 6 and size == "month":
            atom = Atom("half", tail_year, part)
            return atom, atom, q
        top: int = 12 if size == "month" else 4
        lo, hi = (1, count) if part == 1 else (top - count + 1, top)
        grain: Literal["month", "quarter"] = "month" if size == "month" else "quarter"
        return Atom(grain, tail_year, lo), Atom(grain, tail_year, hi), q

    def years(self, p: int) -> tuple[Atom, Atom, int, str] | None:
        """"2026", "năm 2026", "giai đoạn 2026 - 2030", "Năm 2025-2026", "các năm 2026, 2027, 2028", "nhiệm kỳ 2025 - 2030"."""
        q, rule = p, "year"
        phase = self.kind(q) == "phase"
        if phase:
            rule = "school-year" if self.val(q) == "school" else "phase"
            q += 1
            for _ in range(3):  # "giai đoạn 1 (2026-2030)", "nhiệm kỳ khóa II 2026 - 2031"
                if self.year_number(q) or not (self.kind(q) in ("(", "from", ":") or (self.kind(q) == "num") or self.text(q) in _ROMAN):
                    break
                q += 1
        named = self.unit(q, "year")
        q += named
        first = self.year_number(q)
        if first is None:
            return None
        lo = hi = first[0]
        q = first[1]
        while self.kind(q) in (*_JOIN, "/", "~", "÷"):
            mark, r = self.kind(q), q + 1
            r += self.kind(r) == "end"
            r += self.unit(r, "year")
            step = self.year_number(r)
            if step is None and mark == "-" and self.glued(r):
                short = self.short_year(r)
                step = short if short and self.kind(short[1]) != "/" else None
            if step is None or step[0] <= hi or step[0] - hi > 30 or (mark in (",", "and", "&", "+") and step[0] != hi + 1):
                break
            hi, q = step[0], step[1]
        if lo != hi:
            rule = "phase" if rule == "year" else rule
        return Atom("year", lo), Atom("year", hi), q, rule

    def parts(self, p: int) -> tuple[Atom, Atom, int] | None:
        """"đầu/giữa/cuối tháng 12/2025", "hạ tuần tháng 3", "tuần 1 tháng 3", "cuối quý I", "đầu năm 2026", "cuối năm"."""
        if self.unit(p, "week"):
            return self._week(p)
        if self.kind(p) not in ("part", "decade", "halfpart"):
            return None
        part, q = int(self.val(p)), p + 1
        q += self.kind(q) == "of"
        months = self.months(q)
        if months:
            first, last = ((1, 10), (11, 20), (21, LAST))[part - 1]
            if self.kind(p) == "halfpart":
                first, last = ((1, 15), (16, LAST))[part - 1]
            lo, hi, q = months
            return Atom("day", lo.year, lo.n, first), Atom("day", lo.year, lo.n, last), q
        if self.kind(p) != "part":
            return None
        quarters = self.quarters(q)
        if quarters:
            atom = Atom("month", quarters[0].year, 3 * quarters[0].n - 3 + part)
            return atom, atom, quarters[2]
        if self.unit(q, "year") and not self.unit(q, "month"):
            tail = self.year_tail(q)
            year, end = tail if tail else (None, q + 1)
            if part == 2:
                return Atom("month", year, 6), Atom("month", year, 6), end
            atom = Atom("quarter", year, 1 if part == 1 else 4)
            return atom, atom, end
        return None

    def _week(self, p: int) -> tuple[Atom, Atom, int] | None:
        q = p + 1
        q += self.kind(q) == "ordinal"
        q += self.text(q) == "lễ"
        if self.kind(q) == "part":
            lo = hi = {"1": 1, "2": 2, "3": 9}[self.val(q)]
            q += 1
        else:
            first = self.number(q, 5) or self.roman(q)
            if first is None:
                return None
            lo = hi = first[0]
            q = first[1]
            while self.kind(q) in _JOIN and (step := self.number(q + 1 + self.unit(q + 1, "week"), 5)) and step[0] > hi:
                hi, q = step
        q += self.kind(q) in ("of", ",", "-", "/", "(")
        months = self.months(q) or ((got[0], got[0], got[1]) if (got := self.bare_month(q)) else None)
        if months is None:
            return None
        month = months[0]
        start = 25 if lo == 9 else 7 * lo - 6
        stop = LAST if hi in (9, 5) else 7 * hi
        end = months[2] + (self.kind(months[2]) == ")" and self.kind(q - 1) == "(")
        return Atom("day", month.year, month.n, start), Atom("day", month.year, month.n, stop), end

    def point(self, p: int) -> Window | None:
        """Any one stretch of the calendar without its preposition."""
        half = self.halves(p)
        if half:
            return Window(p, half[2], half[0], half[1], rule="half-year" if half[0].grain == "half" else "months-of-year")
        part = self.parts(p)
        if part:
            return Window(p, part[2], part[0], part[1], rule="part", sure=0.7)
        quarter = self.quarters(p)
        if quarter:
            return Window(p, quarter[2], quarter[0], quarter[1], rule="quarter")
        month = self.months(p)
        if month:
            return Window(p, month[2], month[0], month[1], rule="month")
        days = self.day_list(p)
        if days:
            return days
        day = self.day(p)
        if day:
            return Window(p, day[1], day[0], day[0], slot=day[2], rule="day")
        bare = self.bare_month(p)
        if bare:
            return Window(p, bare[1], bare[0], bare[0], rule="month")
        years = self.years(p)
        if years:
            return Window(p, years[2], years[0], years[1], rule=years[3], sure=0.6 if years[3] == "school-year" else 1.0)
        return None

    def day_list(self, p: int) -> Window | None:
        """"20-25/11/2025", "ngày 10, 11/12/2025", "ngày 15 và 16 tháng 12": the month comes with the last."""
        q = self.clock(p)
        named = self.unit(q, "day")
        q += named
        first = self.number(q, 31)
        if first is None or self.kind(q) != "num" or self.kind(first[1]) not in ("-", ",", "and", "&"):
            return None
        if not named and self.kind(first[1]) != "-":
            return None
        q = first[1] + 1
        q += self.unit(q, "day")
        last = self.date(q)
        if last is None or last[0].day <= first[0]:
            return None
        return Window(p, last[1], Atom("day", last[0].year, last[0].n, first[0]), last[0], rule="days")

    # -- windows ---------------------------------------------------------------------------------------------------

    def window(self, p: int) -> Window | None:
        """Prepositions, a point or a range of points, and what opens its end."""
        mode: Mode | None = None
        q, now = p, False
        while q < self.n and q - p < 8:
            kind = self.kind(q)
            if kind == "now" and mode == "from":
                now, mode = True, None
            elif kind == "from":
                mode = "from"
            elif kind == "before":
                mode = "before"
            elif kind == "after" and self.kind(q + 1) != "num":
                mode = "after"
            elif kind in ("to", "latest", "end"):
                mode = "until" if mode != "before" else mode
            elif kind == "within":
                mode = mode or "in"
            elif self.text(q) == "là" and mode:
                pass
            elif kind == "part" and self.val(q) == "3" and mode == "until" and self._whole_year(q + 1):
                pass  # "đến cuối năm 2025" is "đến hết năm 2025"
            else:
                break
            q += 1
        clocked = self.clock(q) != q
        first = self.point(q)
        if first is None:
            return None
        if mode == "before" and clocked:
            mode = "until"  # before an hour of that day is still that day
        out = self._range(replace(first, start=p), mode or "in")
        return self._onward(replace(out, from_now=now))

    def _whole_year(self, p: int) -> bool:
        return self.unit(p, "year")

    def _range(self, first: Window, mode: Mode) -> Window:
        q = first.end
        joint = self.kind(q)
        if mode in ("in", "from") and (joint == "to" or joint == "-" or (mode == "from" and joint in (",", "within") and self.kind(q + 1) == "to")):
            r = q + 1
            before = False
            while self.kind(r) in ("to", "end", "within", "before", "latest"):
                before |= self.kind(r) == "before"
                r += 1
            ahead = self.point(r)
            if ahead is None and self.kind(r) == "part" and self.unit(r + 1, "year"):
                ahead = self.point(r + 1)
            if ahead is not None and not ahead.slot and self._fits(first, ahead, joint):
                hi = ahead.hi
                rule = "range" if not before else "range-before"
                return replace(first, end=ahead.end, hi=hi, mode="in", rule=rule, sure=min(first.sure, ahead.sure))
        if mode == "from":
            if first.lo != first.hi:  # "Từ năm 2026 - 2030": the range was read as one point
                return replace(first, mode="in", rule="range")
            return replace(first, mode="from", rule="from")
        return replace(first, mode=mode, rule=first.rule if mode == "in" else f"{mode}-{first.rule}")

    def _fits(self, left: Window, right: Window, joint: str) -> bool:
        if left.lo.year is not None and right.hi.year is not None and left.lo.valid and right.hi.valid:
            return left.lo.first() <= right.hi.last()
        return joint == "to" or left.lo.grain == right.hi.grain or right.hi.year is None

    def _onward(self, window: Window) -> Window:
        q = window.end
        for _ in range(4):
            if self.kind(q) == "onward":
                return replace(window, end=q + 1, onward=True, rule="onward")
            if self.kind(q) not in ("and", ",", "to", "within", "-", "&", "from", "+"):
                break
            q += 1
        return window

    # -- recurrences -----------------------------------------------------------------------------------------------

    def period(self, p: int) -> tuple[Period, int] | None:
        """"năm", "quý", "6 tháng", "05 năm", "nửa năm"."""
        if self.kind(p) == "halfyear":
            return (6, "month"), p + 1
        count = self.number(p, 99)
        q = count[1] if count else p
        if not self.unit(q, "day", "week", "month", "quarter", "year"):
            return None
        if count is None and self.year_number(q + 1):
            return None
        if count and self.kind(q + 1) == "part":
            return None
        return ((count[0] if count else 1), self.val(q)), q + 1

    def recurrence(self, p: int) -> Recurrence | None:
        """"hằng năm", "định kỳ quý, năm", "6 tháng/lần", "02 lần/năm", "thứ Sáu hằng tuần", "thường niên"."""
        if self.kind(p) == "yearly":
            return Recurrence(p, p + 1, ((1, "year"),))
        times = self._times(p)
        if times:
            return times
        weekly = self._weekday(p)
        if weekly:
            return weekly
        q, marked = p, False
        while self.kind(q) in ("each", "periodic", "report") or (q == p and self.text(q) == "theo") or (
            q > p and self.kind(q) in ("(", ":", "within", "part", "end") and self.kind(q - 1) in ("periodic", "each")
        ):
            if self.kind(q) == "part" and not self.kind(q + 1) == "each":
                break
            marked |= self.kind(q) in ("each", "periodic") or self.text(q) == "theo"
            q += 1
            if q - p > 5:
                break
        opened = any(self.kind(r) == "(" for r in range(p, q))
        if self.kind(p) == "part" and self.kind(p + 1) == "each":  # "cuối mỗi năm", "đầu hằng quý"
            return self._part_of_each(p)
        first = self.period(q)
        if first is None or self._points(q):
            if self.kind(p) == "periodic" and q == p + 1:
                return None
            return None
        periods: list[Period] = [first[0]]
        q = self._each_time(first[1])
        once = q != first[1]
        while self.kind(q) in (",", "and", ";", "-", "/", "&", "+"):
            r = q + 1
            while self.kind(r) in ("each", "periodic", "report", "and"):
                marked |= self.kind(r) != "and" and self.kind(r) != "report"
                r += 1
            step = self.period(r)
            if step is None or self._points(r) or self.kind(step[1]) in ("part", "times", "onward") or step[0] in periods:
                break
            if self.kind(r - 1) == "report" and self.kind(step[1]) in ("before", "latest", "("):
                break  # "hằng tháng, báo cáo quý trước ngày 10": the day is of the second report alone
            if step[0][0] > 1 and step[0][1] == "day":
                break
            periods.append(step[0])
            q = self._each_time(step[1])
            if len(periods) > 8:
                break
        if opened and self.kind(q) == ")":
            q += 1
        if not (marked or once) and len(periods) == 1 and not self._listed(p, q, periods[0]):
            return None
        return Recurrence(p, q, tuple(periods), marked=marked or once)

    def _listed(self, p: int, q: int, period: Period) -> bool:
        """An unmarked single period counts as a "6 tháng" (the half-yearly report) or behind "báo cáo", or with a day behind it."""
        if self.kind(p) == "report" or period == (6, "month"):
            return True
        return period[0] == 1 and self.kind(q) in ("before", "(") and self.kind(q + 1) in ("unit", "before")

    def _points(self, p: int) -> bool:
        """Whether a calendar point, not a period, starts here ("quý I", "tháng 12", "6 tháng đầu năm")."""
        if self.halves(p):
            return True
        return self.unit(p, "quarter", "month", "day", "week") and (
            (self.quarters(p) or self.months(p) or self.day(p) or self.parts(p)) is not None)

    def _each_time(self, p: int) -> int:
        """Past "/lần", "một lần", "/01 lần", "mỗi lần", "1 lần"."""
        q = p + (self.kind(p) in ("/", "each", "-"))
        number = self.number(q, 1)
        q = number[1] if number else q
        return q + 1 if self.kind(q) == "times" else p

    def _times(self, p: int) -> Recurrence | None:
        """"02 lần/năm", "ít nhất 1 lần mỗi quý", "mỗi năm 02 lần"."""
        if self.kind(p) in ("each", "periodic"):
            q = p
            while self.kind(q) in ("each", "periodic"):
                q += 1
            if not self.unit(q, "day", "week", "month", "quarter", "year"):
                return None
            unit, q = self.val(q), q + 1
            if self.kind(q) == "(" or self.kind(q) == ",":
                q += 1
            if self.text(q) in ("ít", "tối", "khoảng") or self.kind(q) == "within":
                q += 2 if self.text(q) in ("ít", "tối") else 1
            count = self.number(q, 52)
            if count is None or self.kind(count[1]) != "times":
                return None
            return self._frequency(p, count[1] + 1, count[0], unit)
        count = self.number(p, 52)
        if count is None or self.kind(count[1]) != "times":
            return None
        q = count[1] + 1
        if not (self.kind(q) in ("/", "each", "within") or self.text(q) in ("trên", "một")):
            return None
        q += 1
        size = self.number(q, 12) if not self.unit(q, "month") else None
        q = size[1] if size else q
        if not self.unit(q, "day", "week", "month", "quarter", "year"):
            return None
        if size and size[0] > 1:
            return Recurrence(p, q + 1, ((size[0], self.val(q)),), rule="times")
        return self._frequency(p, q + 1, count[0], self.val(q))

    def _frequency(self, p: int, end: int, count: int, unit: str) -> Recurrence:
        months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
        if count == 1:
            return Recurrence(p, end, ((1, unit),), rule="times")
        if months and months % count == 0:
            return Recurrence(p, end, ((months // count, "month"),), rule="times", sure=0.8)
        if unit == "month" and count == 2:
            return Recurrence(p, end, ((2, "week"),), rule="times", sure=0.6)
        return Recurrence(p, end, ((1, unit),), rule="times", sure=0.5)

    def _weekday(self, p: int) -> Recurrence | None:
        q, days = p, []
        q += self.kind(q) in ("before", "within")
        q += self.unit(q, "day")
        q = self.clock(q)
        while True:
            if self.kind(q) == "weekday":
                days.append("SU")
                q += 1
            elif self.kind(q) == "ordinal" and self.text(q + 1) in _DAYS:
                days.append(_DAYS[self.text(q + 1)])
                q += 2
            else:
                break
            if self.kind(q) in (",", "and") and self.kind(q + 1) in ("ordinal", "weekday") and len(days) < 7:
                q += 1
        if not days:
            return None
        q += self.kind(q) in ("of", ",", "(")
        if self.kind(q) == "each" and self.unit(q + 1, "week"):
            return Recurrence(p, q + 2, ((1, "week"),), (f"FREQ=WEEKLY;BYDAY={','.join(days)}",), rule="weekday")
        return None

    def _part_of_each(self, p: int) -> Recurrence | None:
        part, q = self.val(p), p + 1
        while self.kind(q) == "each":
            q += 1
        if not self.unit(q, "month", "quarter", "year"):
            return None
        unit = self.val(q)
        if part != "3":
            return Recurrence(p, q + 1, ((1, unit),), sure=0.6)
        rule = {"month": "FREQ=MONTHLY;BYMONTHDAY=-1", "quarter": "FREQ=MONTHLY;INTERVAL=3",
                "year": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"}[unit]
        return Recurrence(p, q + 1, ((1, unit),), (rule,), rule="end-of-each", sure=0.7)

    # -- amounts and marks -----------------------------------------------------------------------------------------

    def amount(self, p: int) -> Amount | None:
        """"trong 30 ngày", "sau 15 ngày kể từ ngày ban hành", "05 ngày làm việc"."""
        q, after, op = p, False, False
        while self.kind(q) in ("within", "after", "latest", "before"):
            after |= self.kind(q) == "after"
            op = True
            q += 1
        count = self.number(q, 366)
        if count is None:
            return None
        unit = self.kind(count[1])
        if unit not in ("unit", "workday") or self.val(count[1]) == "quarter":
            return None
        size = "day" if unit == "workday" else self.val(count[1])
        end = count[1] + 1
        anchor, end = self._anchor(end)
        if not (op or anchor or size == "day"):
            return None
        return Amount(p, end, count[0], size, unit == "workday", after, anchor)

    def _anchor(self, p: int) -> tuple[Literal["", "issue", "event"], int]:
        q = p + (self.kind(p) in (",", "("))
        if self.kind(q) == "before":
            return "event", q + 1
        if self.kind(q) not in ("from", "after", "cond"):
            return "", p
        q += 1
        if self.kind(q) == "now":
            return "issue", q + 1
        q += self.unit(q, "day")
        while self.kind(q) == "issue" or (self.kind(q) == "num" and self.kind(q - 1) == "issue"):
            return "issue", q + 1
        return "event", q

    def mark(self, p: int) -> Mark | None:
        kind = self.kind(p)
        if kind in ("ongoing", "cond", "event", "onward", "vision", "periodic"):
            return Mark(p, p + 1, kind, self.val(p))
        if kind == "within" and self.unit(p + 1, "year", "month", "quarter", "week") and not self.period_follows(p + 2):
            return Mark(p, p + 2, "this", self.val(p + 1))
        if self.unit(p, "year", "month", "quarter", "week") and (self.kind(p + 1) == "this" or (self.kind(p + 1) == "now")):
            return Mark(p, p + 2, "this", self.val(p))
        if kind in ("to", "from") and self.kind(p + 1) == "cond":
            return Mark(p, p + 1, "until-cond")
        return None

    def period_follows(self, p: int) -> bool:
        return self.kind(p) in ("times",)

    def item(self, p: int) -> Item | None:
        """The phrase that starts at a token, if any."""
        if self.kind(p) in ("other", ")", ".", ";"):
            if not (self.text(p) in ("t", "th") or self.text(p) in ("tuần",)):
                return None
        amount = self.amount(p)
        if amount and not self.halves(self._past_ops(p)) and self._is_amount(amount):
            return amount
        return self.recurrence(p) or self.window(p) or (amount if amount else None) or self.mark(p)

    def _past_ops(self, p: int) -> int:
        while self.kind(p) in ("within", "after", "latest", "before"):
            p += 1
        return p

    def _is_amount(self, amount: Amount) -> bool:
        """Not "10 tháng 12" (a day of a month) and not "6 tháng/lần"."""
        q = self._past_ops(amount.start)
        if self.date(q) is not None or self._each_time(amount.end) != amount.end:
            return False
        if amount.anchor or amount.unit == "day":
            return True
        return self.kind(amount.start) in ("within", "after", "latest", "before")

    def items(self) -> list[Item]:
        """All phrases left to right, not overlapping; tokens between them are other wording."""
        out: list[Item] = []
        p = 0
        while p < self.n:
            got = self.item(p)
            if got is None:
                p += 1
                continue
            out.append(got)
            p = max(got.end, p + 1)
        return out
