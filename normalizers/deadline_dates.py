"""Numbers, years and days of time phrases: the lowest productions of the grammar.

Productions take a token position and return `(value, next position)` or None; none raises.
"""

from __future__ import annotations

from collections.abc import Sequence

from normalizers.deadline_items import Slot
from normalizers.deadline_tokens import Token
from normalizers.deadline_values import Atom

WEEKDAYS = {"hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH", "sáu": "FR", "6": "FR",
         "bảy": "SA", "bẩy": "SA", "7": "SA"}


_ALWAYS_OPEN = frozenset({"", "trực", "vụ", "động", "trợ", "hành", "suốt", "độ", "sát"})  # "trực 24/7", "phục vụ 24/7", "giám sát 24/7"
_COUNTED = frozenset({"đợt", "lần", "kỳ", "vòng", "bước"})  # "đợt 1 tháng 5": the number is the batch's, no day


class Dates:
    """The productions over one token sequence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.t = tokens
        self.n = len(tokens)
        self._kinds: frozenset[str] | None = None

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of all tokens: a production that needs one of a kind that is not there need not be tried."""
        if self._kinds is None:
            self._kinds = frozenset([token[0] for token in self.t])
        return self._kinds

    def kind(self, p: int) -> str:
        return self.t[p][0] if 0 <= p < self.n else ""

    def text(self, p: int) -> str:
        return self.t[p][1] if 0 <= p < self.n else ""

    def val(self, p: int) -> str:
        return self.t[p][2] if 0 <= p < self.n else ""

    def unit(self, p: int, *names: str) -> bool:
        return 0 <= p < self.n and (token := self.t[p])[0] == "unit" and token[2] in names

    def glued(self, p: int) -> bool:
        return p < self.n and self.t[p].glued

    # -- numbers ---------------------------------------------------------------------------------------------------

    def number(self, p: int, top: int, low: int = 1) -> tuple[int, int] | None:
        """A number within bounds, in digits (at most two) or words."""
        if not 0 <= p < self.n:
            return None
        token = self.t[p]
        if token[0] == "num":
            text = token[1]
            return (int(text), p + 1) if (len(text) <= 2 or len(text) <= len(str(top))) and low <= int(text) <= top else None
        if token[0] == "word" and low <= int(token[2]) <= top:
            return int(token[2]), p + 1
        return None

    def year_number(self, p: int) -> tuple[int, int] | None:
        """Four digits 1900-2199, also cut in two by a thin column ("20 26", "202 6")."""
        if not 0 <= p < self.n or self.t[p][0] != "num":
            return None
        text, q = self.t[p][1], p + 1
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
        if self.kind(q) == "," and self.unit(p - 1, "day") and self.unit(q + 1, "month") and (month := self.number(q + 2, 12)) and (tail := self.year_tail(month[1])):
            return self._day(d, month[0], tail, month[1])  # "ngày 26, tháng 02, năm 2027"
        if self.unit(q, "month") and self.text(p - 1) not in _COUNTED and (month := self.number(q + 1, 12)):
            tail = self.year_tail(month[1])
            return self._day(d, month[0], tail, month[1])
        mark = self.kind(q)
        if mark not in ("/", "-", ".") or self.kind(p) != "num":
            return None
        month = self.number(q + 1, 12)
        if month is None or self.kind(q + 1) != "num" or self.round_the_clock(p):
            return None
        if self.kind(month[1]) == mark:
            tail = self.year_number(month[1] + 1) or self.short_year(month[1] + 1)
            if tail:
                return self._day(d, month[0], tail, month[1])
        if mark != "/" and not (self.glued(q) and self.glued(q + 1) and (
                (self._dotted(p, month[1]) if mark == "." else self._dashed(p, month[1])) or self._paired(p, month[1], mark) or self._closes_days(p) or self._ends_days(p, d, mark))):
            return None
        follow = self.year_tail(month[1]) if self.kind(month[1]) in ("unit", "of") else None
        return self._day(d, month[0], follow, month[1])

    def round_the_clock(self, p: int) -> bool:
        """Whether "24/7" or "24/24" stands at `p` and is no day of July."""
        if self.text(p) != "24" or self.kind(p + 1) != "/" or self.text(p + 2) not in ("7", "24") or not self.glued(p + 2) or self.kind(p + 3) in ("/", "unit", "each", "to", "-"):
            return False
        return self.text(p + 2) == "24" or self.kind(p - 1) == "ongoing" or self.text(p - 1) in _ALWAYS_OPEN or (self.kind(p - 1) == "," and self.kind(p - 2) == "ongoing")

    def _dotted(self, p: int, end: int) -> bool:
        """Whether "1.11" at `[p, end)` is a day of a month, no number of a heading: "ngày 5.9", "1.11 - 10.12.2025"."""
        if self.unit(p - 1, "day"):
            return True
        if self.kind(end) != "-" and self.text(end) not in ("đến", "tới"):
            return False
        q = end + 1 + self.unit(end + 1, "day")
        return self.kind(q) == self.kind(q + 2) == "num" and self.kind(q + 1) == self.kind(q + 3) == "." and self.year_number(q + 4) is not None

    def _dashed(self, p: int, end: int) -> bool:
        """Whether "10-4" at `[p, end)` is a day of a month, no range of days: "trước ngày 10-4", "chậm nhất ngày 10-4"; without "ngày"
        only where nothing counted can follow: "Trước 10-4", "trước 10-4."."""
        if self.kind(p - 1) in ("before", "latest"):
            return self.kind(end) in ("", ".", ";", ",", ")") and self.kind(end + 1) != "num"
        o = p - 2 - (self.kind(p - 2) == "within" and self.kind(p - 3) in ("before", "latest"))  # "chậm nhất vào ngày 10-4"
        if not self.unit(p - 1, "day") or self.kind(o) not in ("before", "latest", "to", "end"):
            return False
        return self.kind(end) not in ("/", "-", "unit", "each", "of") and not (self.kind(end) == "." and self.kind(end + 1) == "num")

    def _paired(self, p: int, end: int, mark: str) -> bool:
        """Whether "10-3" at `[p, end)` is one end of "từ (ngày) 10-3 đến (hết ngày) 10-4" or "từ 22-3 đến hết tháng 8"."""
        o = p - self.unit(p - 1, "day")
        if self.kind(o - 1) == "from":
            q = end
            if self.kind(q) not in ("to", "-"):
                return False
            while self.kind(q) in ("to", "-", "end"):
                q += 1
            q = self.clock(q)  # "đến 17 giờ ngày 10-9"
            q += self.unit(q, "day")
            return self._pair(q, mark) or (self.unit(q, "month") and self.number(q + 1, 12) is not None)
        o -= 2 * (self.kind(o - 1) == "hour")
        while self.kind(o - 1) in ("to", "-", "end"):
            o -= 1
        return self._pair(o - 3, mark) and self.kind(o - 4 - self.unit(o - 4, "day")) == "from"

    def _pair(self, p: int, mark: str) -> bool:
        return self.number(p, 31) is not None and self.kind(p) == self.kind(p + 2) == "num" and self.kind(p + 1) == mark and self.glued(p + 1) and self.glued(p + 2) \
            and self.number(p + 2, 12) is not None

    def _closes_days(self, p: int) -> bool:
        """Whether the pair at `p` closes a list of days: "ngày 22 và | 23.12"."""
        return self.kind(p - 1) in ("and", "&") and self.kind(p - 2) == "num" and self.unit(p - 3, "day") and self.number(p - 2, 31) is not None

    def _ends_days(self, p: int, day: int, mark: str) -> bool:
        """Whether the pair at `p` ends a range of days that it tells the month of: "từ ngày 3 - | 31.12", "ngày 3 đến | 31-12"; not
        the dashes of "5-7-12"."""
        o = p - self.unit(p - 1, "day")
        while self.kind(o - 1) == "end":
            o -= 1
        if self.kind(o - 1) not in ("to", "-") or (mark == "-" and self.kind(o - 1) == "-" and self.glued(o - 1)):
            return False
        first = self.number(o - 2, 31) if self.kind(o - 2) == "num" and self.unit(o - 3, "day") else None
        return first is not None and first[0] < day

    def how_many(self, p: int) -> bool:
        """Whether the number at `p` only counts the days or months listed behind it: "(trong) | 02 | tháng 10, 11 năm 2026"."""
        count = self.number(p, 12)
        if count is None or count[0] < 2 or self.unit(p - 1, "day") or not self.unit(p + 1, "day", "month"):
            return False
        q, listed = p + 2, 1
        if self.kind(q) != "num" or self.number(q, 31) is None:
            return False
        if self.kind(q + 1) in ("-", "to") and self.kind(q + 2) == "num" and (first := self.number(q, 31)) and (last := self.number(q + 2, 31)):
            return last[0] - first[0] + 1 == count[0]  # "02 | ngày 18 - 19/11/2025"
        while self.kind(q + 1) in (",", "and", "&") and self.kind(q + 2) == "num" and self.number(q + 2, 31) is not None:
            q, listed = q + 2, listed + 1
        return listed == count[0]

    def _day(self, d: int, m: int, tail: tuple[int, int] | None, end: int) -> tuple[Atom, int] | None:
        atom = Atom("day", tail[0] if tail else None, m, d)
        return (atom, tail[1] if tail else end) if atom.valid else None

    def _iso(self, p: int) -> tuple[Atom, int] | None:
        if self.kind(p) == "num" and len(self.text(p)) == 4 and self.kind(p + 1) == "-" and self.kind(p + 3) == "-":
            month, day, year = self.number(p + 2, 12), self.number(p + 4, 31), self.year_number(p)
            if month and day and year and self.glued(p + 1) and self.glued(p + 4):
                return self._day(day[0], month[0], (year[0], p + 5), p + 5)
        return None
    def _weekday_note(self, p: int) -> int:
        """Past "(Chủ nhật)" or "(thứ Hai)"."""
        if self.kind(p) == "(":
            q = p + 2 if self.kind(p + 1) == "weekday" else p + 3 if self.kind(p + 1) == "ordinal" else 0
            if q and self.kind(q) == ")":
                return q + 1
        return p

    def clock(self, p: int) -> int:
        """Past a time of day: "17 giờ 00,", "17h00", "17g00 ngày"."""
        if 0 <= p < self.n and self.t[p][0] == "num" and len(self.t[p][1]) <= 2 and self.kind(p + 1) == "hour":
            q = p + 2
            if self.kind(q) == "num" and len(self.text(q)) <= 2:
                q += 1
                q += self.text(q) in ("phút", "'")
            q += self.kind(q) == ","
            return q
        return p

    def _after_each(self, p: int) -> tuple[int, Slot]:
        """The slot of a day behind a period that ends again and again: "(ngày 05) | sau mỗi quý", "| sau khi kết thúc quý"."""
        if self.text(p) not in ("sau mỗi", "sau từng") and not (self.text(p) == "sau khi" and self.text(p + 1) == "kết thúc"):
            return p, ""
        q = p + 1 + (self.text(p) == "sau khi")
        q += self.kind(q) == "each"
        if not self.unit(q, "month", "quarter") or self.kind(q + 1) in ("num", "word", "quarterno") or self.text(q + 1) in ("i", "ii", "iii", "iv"):
            return p, ""
        return q + 1, "month_next" if self.unit(q, "month") else "quarter_next"

    def slot(self, p: int) -> tuple[int, Slot]:
        """Which month a bare day falls in: "của tháng cuối quý", "tháng tiếp theo", "tháng đầu quý sau", "mỗi tháng cuối quý", "sau mỗi quý"."""
        q = p + (self.kind(p) == "of")
        if self.kind(q) == "cond" and q == p:
            return self._after_each(p)
        if self.kind(q) == "each":
            if not (self.unit(q + 1, "month") and self.kind(q + 2) == "part"):
                return p, ""
            q += 1
        if not self.unit(q, "month"):
            return p, ""
        q += 1
        if self.kind(q) == "part":
            first, q = self.val(q), q + 1
            while self.kind(q) in ("of", "each"):
                q += 1
            if self.text(q) == "kỳ":  # "của tháng cuối kỳ báo cáo": the periods reported on are quarters
                q += 1
                while self.text(q) in ("báo", "cáo", "báo cáo"):
                    q += 1
                return q, "quarter_last" if first == "3" else "quarter_next"
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
        if self.kind(p) == "of" and self.kind(q) not in ("num", "word"):
            return q, "month_any"
        return p, ""
