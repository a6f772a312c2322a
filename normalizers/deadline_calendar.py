"""Points of the calendar in every writing: days, months, quarters, halves, years, parts of months and their lists."""

from __future__ import annotations

from calendar import monthrange
from typing import Literal

from normalizers.deadline_dates import WEEKDAYS, Dates
from normalizers.deadline_items import Slot, Window
from normalizers.deadline_values import LAST, Atom

JOINTS = frozenset({"-", "to", "and", ",", "&", "+"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3, "lv": 4, "il": 2, "li": 2, "iil": 3, "ill": 3, "lii": 3}


class Calendar(Dates):
    """Productions of one stretch of the calendar, without its preposition."""

    def _of_each(self, p: int) -> str:
        """"month" or "quarter" where the bare word stands at `p`, of no number of its own: every one is meant; else ""."""
        p += self.kind(p) == "of"
        every = self.unit(p, "month", "quarter") and self.kind(p + 1) not in ("num", "word", "quarterno", "this", "now", "part", "each")
        return self.val(p) if every and self.text(p + 1) not in ("sau", "tới", "trước", "i", "ii", "iii", "iv") else ""

    def day(self, p: int) -> tuple[Atom, int, Slot] | None:
        """A day with "ngày" or in figures; "17 giờ 00, ngày …" gives the day. A day alone has month 0 and may have a slot."""
        p = self.clock(p)
        if self.kind(p) == "weekday" or (self.kind(p) == "ordinal" and self.text(p + 1) in WEEKDAYS):
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
                elif alone is None and self.text(q) == "đầu tiên" and (self.kind(q + 1) in ("of", "each") or self.unit(q + 1, "month", "quarter")):
                    alone = (1, q + 1)
                if alone is None or self.kind(alone[1]) == "hour":
                    return None  # "hằng ngày từ 7 giờ 30": an hour, no day
                r, slot = self.slot(alone[1])
                if slot:
                    return Atom("day", None, 0, alone[0]), r, slot
                if alone[0] == LAST:
                    r += self.kind(r) == "of"  # "ngày cuối cùng của tháng 6/2026", "ngày cuối cùng của quý II/2026"
                    if months := self.months(r):
                        return Atom("day", months[0].year, months[0].n, LAST), months[2], ""
                    if quarters := self.quarters(r):
                        return Atom("day", quarters[0].year, 3 * quarters[0].n, LAST), quarters[2], ""
                if self.kind(q) == "part" and (of_each := self._of_each(alone[1])):
                    return Atom("day", None, 0, alone[0]), alone[1] + 1 + (self.kind(alone[1]) == "of"), "month_any" if of_each == "month" else (
                        "quarter_last" if alone[0] == LAST else "quarter_next")  # "ngày cuối quý", "ngày đầu tiên của quý"
                return Atom("day", None, 0, alone[0]), alone[1], ""
            got = (got[0], self._weekday_note(got[1]))
        else:
            got = self.date(p)
            if got is None:
                return None
        return got[0], got[1], ""
    def months(self, p: int) -> tuple[Atom, Atom, int] | None:
        """"tháng 12[/2025]", "T12/2025", "tháng Mười hai năm 2025", lists "tháng 11, 12/2025"."""
        if self.unit(p, "month") or (self.text(p) in ("t", "th") and (self.glued(p + 1) or self.kind(p + 1) == ".")):
            q = p + 1
        else:
            return None
        q += self.kind(q) == "."
        first = self.month_number(q)
        if first is None or (self.kind(first[1]) == "unit" and self.val(first[1]) != "year" and not self._new_phrase(first[1])):
            return None
        lo = hi = first[0]
        q = first[1]
        while self.year_tail(q) is None and self.kind(q) in JOINTS and self.kind(q) != "to":
            r = q + 1
            spelled = self.unit(r, "month") or (self.text(r) in ("t", "th") and self.glued(r + 1))
            r += spelled
            step = self.month_number(r) if spelled else self.number(r, 12)
            if step is None or step[0] <= hi or (not spelled and self.date(r) is not None) or self.kind(step[1]) == "times":
                break
            if self.kind(q) != "-" and step[0] != hi + 1:
                break  # "tháng 3, 9": a gap is two phrases, the first one leads
            hi, q = step[0], step[1]
        tail = self.year_tail(q)
        year, q = tail if tail else (None, q)
        return Atom("month", year, lo), Atom("month", year, hi), q

    def month_number(self, p: int) -> tuple[int, int] | None:
        """The number of a month behind "tháng"; "Năm" is the fifth where a year or "hằng năm" closes it ("tháng Năm/2026")."""
        if self.unit(p, "year") and self.text(p) == "năm":
            q = p + (2 if self.kind(p + 1) == "/" or self.unit(p + 1, "year") else 1)
            return (5, p + 1) if (q == p + 2 and self.year_number(q)) or (self.kind(p + 1) == "each" and self.unit(p + 2, "year")) else None
        return self.number(p, 12)

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
        return got if got and (self.kind(p) == "word" or len(self.text(p)) <= 2) else None

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
        while self.year_tail(q) is None and self.kind(q) in JOINTS and self.kind(q) != "to":
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
            if number is None or not self.unit(number[1], "month", "quarter"):
                return None
            if self.kind(number[1] + 1) != "part":
                return self._so_far(p, number[0], number[1])
            count, size, part = number[0], self.val(number[1]), {"1": 1, "2": 0, "3": 2}[self.val(number[1] + 1)]
            q = number[1] + 2
            if part == 0 or (size == "quarter" and count > 3):
                return None
        q += self.kind(q) == "of"
        tail = self.year_tail(q)
        if tail is None and not self.unit(q, "year"):
            if self.kind(q) not in ("", ")", ";", "."):
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

    def _so_far(self, p: int, count: int, q: int) -> tuple[Atom, Atom, int] | None:
        """"9 tháng năm 2026", "6 tháng năm 2026": what a report of so many months of the year covers."""
        if count not in (6, 9) or not self.unit(q, "month") or self.unit(p - 1, "month") or not self.unit(q + 1, "year") or (tail := self.year_tail(q + 1)) is None:
            return None
        if count == 6:
            return Atom("half", tail[0], 1), Atom("half", tail[0], 1), tail[1]
        return Atom("month", tail[0], 1), Atom("month", tail[0], count), tail[1]

    def years(self, p: int) -> tuple[Atom, Atom, int, str] | None:
        """"2026", "năm 2026", "giai đoạn 2026 - 2030", "Năm 2025-2026", "các năm 2026, 2027, 2028", "nhiệm kỳ 2025 - 2030", "hai năm 2026 - 2027"."""
        q, rule = p, "year"
        phase = self.kind(q) == "phase"
        if phase:
            rule = "school-year" if self.val(q) == "school" else "phase"
            q += 1
            for _ in range(3):  # "giai đoạn 1 (2026-2030)", "nhiệm kỳ khóa II 2026 - 2031"
                if self.year_number(q) or not (self.kind(q) in ("(", "from", ":") or (self.kind(q) == "num") or self.text(q) in _ROMAN):
                    break
                q += 1
        counted = self.number(q, 10) if not phase and self.kind(q) in ("num", "word") else None
        if counted and not (self.unit(counted[1], "year") and self.year_number(counted[1] + 1 + (self.kind(counted[1] + 1) == "("))):
            counted = None
        q = counted[1] if counted else q
        named = self.unit(q, "year")
        q += named
        q += bool(counted) and self.kind(q) == "("
        first = self.year_number(q)
        if first is None or (q == p and self.kind(p - 1) == "/" and self.glued(p)):
            return None  # "/2026" is the tail of something that could not be read
        lo = hi = first[0]
        q = first[1]
        while self.kind(q) in (*JOINTS, "/", "~", "÷"):
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
        if counted and hi - lo + 1 != counted[0]:
            return None  # "hai năm 2026 - 2027" counts the years that it names
        if lo != hi:
            rule = "phase" if rule == "year" else rule
        return Atom("year", lo), Atom("year", hi), q, rule

    def parts(self, p: int) -> tuple[Atom, Atom, int] | None:
        """"đầu/giữa/cuối tháng 12/2025", "hạ tuần tháng 3", "tuần 1 tháng 3", "cuối quý I", "đầu năm 2026", "cuối năm"."""
        if self.unit(p, "week"):
            return self._week(p)
        if self.kind(p) in ("num", "word"):
            return self.first_or_last(p)
        if self.kind(p) not in ("part", "decade", "halfpart"):
            return None
        part, q = int(self.val(p)), p + 1
        q += self.kind(q) == "of"
        months = self.months(q)
        if months:
            first, last = ((1, 10), (11, 20), (21, LAST))[part - 1]
            if self.kind(p) == "halfpart":
                first, last = ((1, 15), (16, LAST))[part - 1]
            lo, _, q = months
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

    def first_or_last(self, p: int) -> tuple[Atom, Atom, int] | None:
        """"02 tuần đầu tháng 6/2026", "10 ngày cuối tháng 12": so many days or weeks at one end of a month."""
        count = self.number(p, 20)
        if count is None or not self.unit(count[1], "day", "week") or self.kind(count[1] + 1) != "part" or self.val(count[1] + 1) == "2" or self.kind(p - 1) == "ordinal":
            return None  # "thứ | Ba tuần cuối tháng 3": a weekday
        q = count[1] + 2
        q += self.kind(q) == "of"
        months = self.months(q)
        days = count[0] * (7 if self.unit(count[1], "week") else 1)
        if months is None or days > 21:
            return None
        month = months[0]
        if self.val(count[1] + 1) == "1":
            return Atom("day", month.year, month.n, 1), Atom("day", month.year, month.n, days), months[2]
        length = monthrange(month.year or 2025, month.n)[1]
        return Atom("day", month.year, month.n, length - days + 1), Atom("day", month.year, month.n, LAST), months[2]

    def _week(self, p: int) -> tuple[Atom, Atom, int] | None:
        q = p + 1
        q += self.kind(q) == "ordinal"
        q += self.text(q) in ("lễ", "học")
        if self.kind(q) == "part":
            lo = hi = {"1": 1, "2": 2, "3": 9}[self.val(q)]
            q += 1
        else:
            opening = self.kind(q - 1) == "ordinal" and self.text(q) == "nhất"  # "tuần thứ nhất tháng 4"
            first = (1, q + 1) if opening else self.number(q, 5) or self.roman(q)
            if first is None:
                return None
            lo = hi = first[0]
            q = first[1]
            while self.kind(q) in JOINTS and (step := self.number(q + 1 + self.unit(q + 1, "week"), 5)) and step[0] > hi:
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
        if (several := self.bare_months(p)) is not None:
            return several
        bare = self.bare_month(p)
        if bare:
            return Window(p, bare[1], bare[0], bare[0], rule="month")
        years = self.years(p)
        if years:
            return Window(p, years[2], years[0], years[1], rule=years[3], sure=0.6 if years[3] == "school-year" else 1.0)
        return None

    def bare_months(self, p: int) -> Window | None:
        """"09 - 10/2026", "11, 12/2026": months whose year stands with the last."""
        first = self.number(p, 12)
        if first is None or not first[0] or self.kind(p) != "num" or self.kind(first[1]) not in ("-", ","):
            return None
        last = self.bare_month(first[1] + 1)
        if last is not None and last[0].year is not None and first[0] >= 10 and last[0].n <= 3 and self.kind(first[1]) == "-":
            return Window(p, last[1], Atom("month", last[0].year - 1, first[0]), last[0], rule="months")  # "12 - 01/2027"
        if last is None or last[0].year is None or last[0].n <= first[0] or (self.kind(first[1]) == "," and last[0].n != first[0] + 1):
            return None
        return Window(p, last[1], Atom("month", last[0].year, first[0]), last[0], rule="months")

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
        for _ in range(8):  # "ngày 10, 11, 12/12/2025"
            middle = self.number(q, 31)
            if middle is None or self.kind(middle[1]) not in (",", "and", "&") or self.kind(q) != "num":
                break
            q = middle[1] + 1
            q += self.unit(q, "day")
        last = self.date(q)
        if last is None or last[0].day <= first[0]:
            return None
        return Window(p, last[1], Atom("day", last[0].year, last[0].n, first[0]), last[0], rule="days")
