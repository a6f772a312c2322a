"""Grammar of time phrases: recursive descent over tokens to windows, recurrences, amounts of time and marks.

Every production looks at a bounded number of tokens ahead, so that scanning a text for phrases is linear in its length.
Productions return a value or None and never raise.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from normalizers.deadline_items import Amount, Item, Mark, Mode, Window
from normalizers.deadline_recurrences import Recurrences
from normalizers.deadline_tokens import Token
from normalizers.deadline_values import Atom, time_after

# Kinds of tokens that can open a phrase, and the words that do so whatever their kind; all other tokens are passed by.
_OPENERS = frozenset({
    "num", "word", "unit", "each", "periodic", "yearly", "report", "part", "halfpart", "halfyear", "decade", "quarterno", "phase", "weekday",
    "ordinal", "within", "before", "after", "latest", "to", "end", "from", "ongoing", "cond", "event", "onward", "vision"})
_OPENING_WORDS = frozenset({"t", "th", "theo"})
_PAPERS = frozenset({"quyết định", "nghị quyết", "thông tư", "nghị định", "hướng dẫn", "thông báo", "kết luận", "chỉ thị"})  # others' papers from whose issue days may be counted


def openings(tokens: tuple[Token, ...]) -> list[int]:
    """Where a phrase can start: the positions of the tokens that `may_open`."""
    return [n for n, token in enumerate(tokens) if token[0] in _OPENERS or token[1] in _OPENING_WORDS]


def may_open(token: Token) -> bool:
    """Whether a phrase can start at a token at all: False for most words of a text."""
    return token.kind in _OPENERS or token.text in _OPENING_WORDS


class Grammar(Recurrences):
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
            elif kind == "after" and (self.kind(q + 1) != "num" or self.kind(q + 2) == "/"):
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
        q += self.how_many(q)
        clocked = self.clock(q) != q
        first = self.point(q)
        ends = q > p and self.kind(q - 1) == "end" and self.unit(q, "year") and self.kind(q + 1) in ("", ")", ";", ".", ",")  # "đến hết năm"
        if first is None and (whole or ends) and self.unit(q, "year"):
            first = Window(q, q + 1, Atom("year"), Atom("year"), rule="year")
        if first is None and mode in ("before", "after") and self.unit(q, "day"):
            first = self._named_day(q + 1)
        if first is None and mode == "from":
            first = self._bare_day(q)
        if first is None:
            return None
        if mode == "before" and clocked:
            mode = "until"  # before an hour of that day is still that day
        onward = self.kind(first.end) == "onward"
        if clocked and mode == "from" and not onward and self.text(q) not in ("0", "00", "24") and first.lo == first.hi and first.lo.grain == "day":
            mode = None  # "Từ 7 giờ 30 ngày 25/3/2026": what begins at that hour is held on that day
        out = self._range(first if first.start == p else replace(first, start=p), mode or "in")
        return self._onward(out if out.from_now is now else replace(out, from_now=now))

    def _named_day(self, p: int) -> Window | None:
        """The date behind the name of its day: "(trước, sau ngày) | Quốc khánh 02/9/2026", "| bầu cử (ngày 15/3/2026)",
        "(trước Ngày) | hội Đại đoàn kết toàn dân tộc 18/11"."""
        q = p
        while q < min(self.n, p + 9) and self.kind(q) in ("other", "event") and self.text(q) not in ("tháng", "làm", "công"):
            q += 1
        q += q > p and self.kind(q) == "("
        day = self.point(q) if q > p else None
        return day if day is not None and day.lo == day.hi and day.lo.grain == "day" and not day.slot else None

    def _bare_day(self, p: int) -> Window | None:
        """The first day of "từ | 10 đến 14/12/2026", "từ | 10 đến 14 tháng 12", printed without its month."""
        day = self.number(p, 31)
        last = self.date(day[1] + 1) if day is not None and self.kind(day[1]) == "to" else None
        if day is None or last is None or day[0] >= last[0].day or (last[0].year is None and not self.unit(day[1] + 2, "month")):
            return None
        first = Atom("day", None, 0, day[0])
        return Window(p, day[1], first, first, rule="day")

    def _range(self, first: Window, mode: Mode) -> Window:
        q = first.end
        joint = self.kind(q)
        if joint == "-" and first.lo == first.hi and first.lo.grain == "day" and not first.lo.n and (last := self.number(q + 1, 31)) is not None \
                and self.kind(last[1]) == "each" and self.unit(last[1] + 1, "month"):
            return replace(first, end=last[1], hi=replace(first.hi, day=last[0]), mode="in", rule="range")  # "ngày 25 - 30 hằng tháng"
        if mode in ("in", "from") and (joint == "to" or joint == "-" or (mode == "from" and joint in (",", "within") and self.kind(q + 1) == "to")):
            r = q + 1
            before = False
            if joint == "-" and mode == "in" and first.hi.year is not None and self.kind(r) in ("before", "latest"):
                return first if first.mode == "in" else replace(first, mode="in")  # "Quý IV/2025 - Trước ngày 15/11 hằng năm": one time beside another
            while self.kind(r) in ("to", "end", "within", "before", "latest"):
                before |= self.kind(r) == "before"
                r += 1
            ahead = self.point(r)
            if ahead is None and self.kind(r) == "part" and self.unit(r + 1, "year"):
                ahead = self.point(r + 1)
            if ahead is None and self.unit(r, "day"):
                ahead = self._named_day(r + 1)  # "từ tháng 01 đến ngày bầu cử 15/3/2026"
            if ahead is not None and not ahead.slot and self._fits(first, ahead, joint):
                hi = ahead.hi
                rule = "range" if not before else "range-before"
                return replace(first, end=ahead.end, hi=hi, mode="in", rule=rule, sure=min(first.sure, ahead.sure))
        if mode == "from":
            if first.rule == "school-year":  # "Từ năm học 2025 - 2026": one school year, at whose beginning it begins
                return replace(first, hi=first.lo, mode="from", rule="from")
            if first.lo != first.hi and first.rule != "part":  # "Từ năm 2026 - 2030": the range was read as one point
                return replace(first, mode="in", rule="range")
            return replace(first, mode="from", rule="from")
        if mode == "in":
            return first if first.mode == "in" else replace(first, mode="in")
        return replace(first, mode=mode, rule=f"{mode}-{first.rule}")

    def _fits(self, left: Window, right: Window, joint: str) -> bool:
        if left.lo.complete and right.hi.complete:
            return left.lo.first() <= right.hi.last()
        return joint == "to" or left.lo.grain == right.hi.grain or right.hi.year is None

    def _onward(self, window: Window) -> Window:
        q = window.end
        for _ in range(4):
            if self.kind(q) == "onward":
                if q > window.end and self.kind(window.end) == "," and window.mode in ("until", "before") and window.hi.grain == "day":
                    break  # "Hoàn thành trước 30/6/2026, các năm tiếp theo thực hiện thường xuyên": the day is the first of two
                return replace(window, end=q + 1, onward=True, rule="onward")
            if self.kind(q) == "phase" and self.text(q + 1) == "học" and (self.text(q + 2) == "tiếp" or self.kind(q + 2) == "after"):
                return replace(window, end=q + 3 + (self.text(q + 3) == "theo"), onward=True, rule="onward")  # "và các năm | học tiếp theo"
            if self.kind(q) not in ("and", ",", "to", "within", "-", "&", "from", "+"):
                break
            q += 1
        return window

    # -- amounts and marks -----------------------------------------------------------------------------------------

    def amount(self, p: int) -> Amount | None:
        """"trong 30 ngày", "sau 15 ngày kể từ ngày ban hành", "05 ngày làm việc"."""
        q, after, op = p, False, False
        while self.kind(q) in ("within", "after", "latest", "before"):
            after |= self.kind(q) == "after"
            op = True
            q += 1
        count = self.number(q, 366)
        if count is None or self.how_many(q):
            return None
        unit = self.kind(count[1])
        if unit not in ("unit", "workday") or self.val(count[1]) == "quarter":
            return None
        size = "day" if unit == "workday" else self.val(count[1])
        end = count[1] + 1
        if self.val(count[1]) == "year" and self.years(q) is not None:
            return None  # "trong hai năm 2026 - 2027"
        since = end + (self.kind(end) in (",", "("))
        if self.kind(since) == "from" and (days := self.window(since)) is not None and days.mode == "in" and not days.onward and (since > end or days.lo != days.hi):
            return None  # "30 ngày (từ 01/9 đến 30/9/2026)": the window says when, the amount only how long
        anchor, end = self._anchor(end)
        if not anchor and (after or self.kind(p) == "before") and self.kind(end) in ("other", "event"):
            anchor = "event"  # "trước 05 ngày tổ chức", "sau 45 ngày ra quân": so long before or after what is named
        if not anchor and (named := self._beside_event(p)) is not None:
            anchor, p = "event", named
        if not (op or anchor or size == "day"):
            return None
        return Amount(p, end, count[0], size, unit == "workday", after, anchor)

    def _counted_from(self, p: int) -> Window | None:
        """"trong 15 ngày kể từ ngày 01/3/2026", "03 tháng kể từ 01/3/2026": the days from a day that is named."""
        q = self._past_ops(p)
        count = self.number(q, 366)
        if count is None or self.kind(count[1]) not in ("unit", "workday") or self.val(count[1]) == "quarter":
            return None
        since = count[1] + 1 + (self.kind(count[1] + 1) == ",")
        if self.kind(since) != "from" or self.kind(p) in ("after", "before") or (start := self.window(since)) is None:
            return None
        if start.mode != "from" or start.onward or start.lo != start.hi or start.lo.grain != "day" or start.lo.year is None:
            return None
        first = start.lo.first()
        size = "workday" if self.kind(count[1]) == "workday" else self.val(count[1])
        last = time_after(first, count[0], size)
        return Window(p, start.end, start.lo, Atom("day", last.year, last.month, last.day), "in", rule="amount-from")

    def _beside_event(self, p: int) -> int | None:
        """Where "trước", "sau" stands that with what it names stands right before an amount at `p`: "trước khai mạc ít nhất | 10 ngày", "sau thiên tai | 05 ngày",
        "trước ngày giao quân | 15 ngày"."""
        q = p - 1
        while q >= 0 and p - q < 8 and self.kind(q) in ("other", "event"):
            q -= 1
        if q == p - 1:
            return None
        q -= self.unit(q, "day") and self.kind(q - 1) == "before"
        return q if self.kind(q) in ("before", "after") else None

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
        if self.kind(q) == "issue":
            return ("event" if self._other_paper(q + 1) else "issue"), q + 1
        return "event", q

    def _other_paper(self, p: int) -> bool:
        """Whether what is issued is a paper of its own: "kể từ ngày ban hành | Quyết định thụ lý", not "| Quyết định này" and not the plan's bare issue."""
        return " ".join(self.text(k) for k in (p, p + 1)) in _PAPERS and self.kind(p + 2) == "other" and self.text(p + 2) not in ("này", "của")

    def mark(self, p: int) -> Mark | None:
        kind = self.kind(p)
        if kind in ("ongoing", "cond", "event", "onward", "vision", "periodic"):
            return Mark(p, p + 1, kind, self.val(p))
        if kind == "num" and self.round_the_clock(p):
            return Mark(p, p + 3, "ongoing")
        if kind == "within" and self.unit(p + 1, "year", "month", "quarter", "week") and not self.period_follows(p + 2) and not (self.unit(p + 1, "week") and self.kind(p + 2) == "part"):
            return Mark(p, p + 2, "this", self.val(p + 1))
        if self.unit(p, "year", "month", "quarter", "week") and (self.kind(p + 1) == "this" or (self.kind(p + 1) == "now")):
            return Mark(p, p + 2, "this", self.val(p))
        if kind in ("to", "from") and self.kind(p + 1) == "cond":
            return Mark(p, p + 1, "until-cond")
        if kind == "to" and ((self.unit(p + 1, "day") and self.text(p + 2) == "kết thúc" and self._undated(p + 3)) or ("event" in self.kinds and self._day_of_event(p + 1))):
            # "(từ ngày thành lập tổ) đến ngày kết thúc bầu cử"
            begun = any(self.kind(k) == "from" and self.unit(k + 1, "day") and self.kind(k + 2) in ("other", "event") for k in range(p))
            return Mark(p, p + 2, "cond" if begun else "until-cond")
        if kind == "from":  # "từ nay trở đi", "kể từ ngày ký": from the plan's date on
            q = p + 1 + self.unit(p + 1, "day")
            if self.kind(q) == "issue" or (self.kind(q) == "now" and self.kind(q + 1) == "onward"):
                return Mark(p, q + 1 + (self.kind(q) == "now"), "since")
        return None

    def _day_of_event(self, p: int) -> bool:
        """Whether the day of an event without a date stands at `p`: "đến (hết) | ngày bầu cử", "đến | ngày diễn ra Đại hội"."""
        p += self.kind(p) == "end"
        named = p + 1 + (self.text(p + 1) in ("diễn", "tổ", "khai")) * 2
        return self.unit(p, "day") and self.kind(named) == "event" and self._undated(named)

    def _undated(self, p: int) -> bool:
        """Whether no day and no year stands from `p` on: not "đến ngày kết thúc chiến dịch | 30/6/2026"; a year that names the event dates nothing."""
        return all(self.date(r) is None and self.day(r) is None and not (len(self.text(r)) == 4 and self.text(r).isdigit() and not self._names_event(p, r)) for r in range(p, self.n))

    def _names_event(self, p: int, r: int) -> bool:
        """Whether the year at `r` says which event from `p` on is meant: "đến ngày kết thúc | Cuộc vận động năm 2026", "bầu cử … nhiệm kỳ 2026 - 2031"."""
        while r > p and self.kind(r) in ("num", "-"):
            r -= 1
        return r > p and (self.unit(r, "year") or self.kind(r) == "phase") and self.kind(r - 1) in ("other", "event", "report")

    def period_follows(self, p: int) -> bool:
        return self.kind(p) in ("times",)

    def item(self, p: int) -> Item | None:
        """The phrase that starts at a token, if any."""
        if p >= self.n or not may_open(self.t[p]) or (self.kind(p) in ("other", ")", ".", ";") and self.text(p) not in ("t", "th")):
            return None
        if "from" in self.kinds and (span := self._counted_from(p)):
            return span
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
