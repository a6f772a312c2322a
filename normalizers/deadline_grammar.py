"""Grammar of time phrases: recursive descent over tokens to windows, recurrences, amounts of time and marks.

Every production looks at a bounded number of tokens ahead, so that scanning a text for phrases is linear in its length.
Productions return a value or None and never raise.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from normalizers.deadline_calendar import Calendar
from normalizers.deadline_dates import WEEKDAYS
from normalizers.deadline_items import Amount, Item, Mark, Mode, Period, Recurrence, Window
from normalizers.deadline_rules import month_end
from normalizers.deadline_tokens import Token
from normalizers.deadline_values import Atom

# Kinds of tokens that can open a phrase, and the words that do so whatever their kind; all other tokens are passed by.
_OPENERS = frozenset({
    "num", "word", "unit", "each", "periodic", "yearly", "report", "part", "halfpart", "halfyear", "decade", "quarterno", "phase", "weekday",
    "ordinal", "within", "before", "after", "latest", "to", "end", "from", "ongoing", "cond", "event", "onward", "vision"})
_OPENING_WORDS = frozenset({"t", "th", "theo"})
_HELD = frozenset({"kỳ", "kì", "đợt", "buổi", "phiên", "cuộc"})  # what is held so many times a month: "mỗi tháng 02 kỳ"


def openings(tokens: tuple[Token, ...]) -> list[int]:
    """Where a phrase can start: the positions of the tokens that `may_open`."""
    return [n for n, token in enumerate(tokens) if token[0] in _OPENERS or token[1] in _OPENING_WORDS]


def may_open(token: Token) -> bool:
    """Whether a phrase can start at a token at all: False for most words of a text."""
    return token.kind in _OPENERS or token.text in _OPENING_WORDS


class Grammar(Calendar):
    """The productions of whole phrases over one token sequence."""

    # -- windows ---------------------------------------------------------------------------------------------------

    def window(self, p: int) -> Window | None:
        """Prepositions, a point or a range of points, and what opens its end."""
        mode: Mode | None = None
        q, now, whole = p, False, False
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
            elif kind == "part" and self.val(q) == "3" and mode in ("until", "before") and self.unit(q + 1, "month", "quarter", "year"):
                mode, whole = "until", True  # "đến cuối năm 2025" is "đến hết năm 2025"
            elif mode == "from" and self.clock(q) != q and self.kind(self.clock(q)) == "to":
                q, mode = self.clock(q), None  # "từ 07 giờ đến 19 giờ ngày 15/3/2026"
            else:
                break
            q += 1
        clocked = self.clock(q) != q
        first = self.point(q)
        if first is None and whole and self.unit(q, "year"):
            first = Window(q, q + 1, Atom("year"), Atom("year"), rule="year")
        if first is None:
            return None
        if mode == "before" and clocked:
            mode = "until"  # before an hour of that day is still that day
        out = self._range(replace(first, start=p), mode or "in")
        return self._onward(replace(out, from_now=now))

    def _range(self, first: Window, mode: Mode) -> Window:
        q = first.end
        joint = self.kind(q)
        if joint == "-" and first.lo == first.hi and first.lo.grain == "day" and not first.lo.n and (last := self.number(q + 1, 31)) is not None \
                and self.kind(last[1]) == "each" and self.unit(last[1] + 1, "month"):
            return replace(first, end=last[1], hi=replace(first.hi, day=last[0]), mode="in", rule="range")  # "ngày 25 - 30 hằng tháng"
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
        if left.lo.complete and right.hi.complete:
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
        weekly = self._weekday(p) or self._months_each_year(p)
        if weekly:
            return weekly
        q, marked = p, False
        while self.kind(q) in ("each", "periodic", "report") or (q == p and self.text(q) == "theo") or (
            q > p and self.kind(q) in ("(", ":", "within", "part", "end") and self.kind(q - 1) in ("periodic", "each")
        ):
            if self.kind(q) == "part" and self.kind(q + 1) != "each":
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
        if periods == [(1, "week")] and marked and (days := self._weekdays_behind(q)):  # "hằng tuần, trước 15 giờ thứ Năm"
            return Recurrence(p, days[1], ((1, "week"),), (f"FREQ=WEEKLY;BYDAY={days[0]}",), rule="weekday")
        if not (marked or once) and len(periods) == 1 and not self._listed(p, q, periods[0]):
            return None
        return Recurrence(p, q, tuple(periods), marked=marked or once)

    def _listed(self, p: int, q: int, period: Period) -> bool:
        """An unmarked single period counts as a "6 tháng" (the half-yearly report) or behind "báo cáo", or with a day behind it;
        with one whole date behind it ("sơ kết 6 tháng trước ngày 20/6/2026") it is that date's."""
        if self.kind(q) in ("before", "latest") and any(self.year_number(r) for r in range(q + 1, q + 8)):
            return False
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
        """"02 lần/năm", "ít nhất 1 lần mỗi quý", "mỗi năm 02 lần", "một năm hai lần"."""
        one = self.number(p, 1)
        if self.kind(p) in ("each", "periodic") or (one and one[0] == 1 and self.unit(one[1], "week", "month", "quarter", "year")
                                                    and (often := self.number(one[1] + 1, 52)) and self.kind(often[1]) == "times"):
            q = one[1] if one else p
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
            if count is None or (self.kind(count[1]) != "times" and self.text(count[1]) not in _HELD):
                return None
            return self._frequency(p, count[1] + 1, count[0], unit)
        count = self.number(p, 52)
        if count is None or not (self.kind(count[1]) == "times" or (self.text(count[1]) in _HELD and self.kind(count[1] + 1) == "/")):
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
            elif self.kind(q) == "ordinal" and self.text(q + 1) in WEEKDAYS:
                days.append(WEEKDAYS[self.text(q + 1)])
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

    def _weekdays_behind(self, p: int) -> tuple[str, int] | None:
        """(days, end) of the weekdays that say when in the week: ", trước 15 giờ thứ Năm", "(vào thứ Hai)"."""
        q = p
        while self.kind(q) in (",", "(", "within", "before", "latest", ":"):
            q += 1
        q += self.unit(q, "day")
        q = self.clock(q)
        if self.kind(q) == "ordinal" and self.text(q + 1) in WEEKDAYS:
            return WEEKDAYS[self.text(q + 1)], q + 2
        return ("SU", q + 1) if self.kind(q) == "weekday" else None

    def _months_each_year(self, p: int) -> Recurrence | None:
        """"Tháng 3, 6, 9, 12 hằng năm", "hằng năm vào tháng 6; 12": months with gaps between them, each its own rule."""
        q = p + 2 if self.kind(p) == "each" and self.unit(p + 1, "year") else p
        first = q != p
        while first and self.kind(q) in ("within", ",", ":", "("):
            q += 1
        if not self.unit(q, "month"):
            return None
        months: list[int] = []
        while step := self.month_number(q + self.unit(q, "month")):
            if months and step[0] <= months[-1]:
                return None
            months.append(step[0])
            q = step[1]
            if self.kind(q) not in (",", ";", "and", "&"):
                break
            q += 1
        if len(months) < 2 or months[-1] - months[0] == len(months) - 1:
            return None
        if not first and not (self.kind(q) == "each" and self.unit(q + 1, "year")):
            return None
        return Recurrence(p, q if first else q + 2, ((1, "year"),), tuple(month_end(m) for m in months), rule="months")

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
        if not anchor and self.kind(p) == "before" and self.kind(end) in ("other", "event"):
            anchor = "event"  # "trước 05 ngày tổ chức": so long before what is named
        if not (op or anchor or size == "day"):
            return None
        return Amount(p, end, count[0], size, unit == "workday", after, anchor)

    def _anchor(self, p: int) -> tuple[Literal["", "issue", "event"], int]:
        q = p + (self.kind(p) in (",", "("))
        if self.kind(q) == "before" and self.day(q + 1) is None:
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
        if p >= self.n or not may_open(self.t[p]) or (self.kind(p) in ("other", ")", ".", ";") and self.text(p) not in ("t", "th")):
            return None
        amount = self.amount(p)
        if amount and not self.halves(self._past_ops(p)) and not self.first_or_last(self._past_ops(p)) and self._is_amount(amount):
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
