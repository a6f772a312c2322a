"""Grammar of what repeats: periods ("hằng quý"), times a period, days of the week or month, months and ends of every year."""

from __future__ import annotations

from dataclasses import replace

from normalizers.deadline_calendar import Calendar
from normalizers.deadline_dates import WEEKDAYS
from normalizers.deadline_items import Period, Recurrence
from normalizers.deadline_rules import month_end

_DAY_MARKS = frozenset({"", "(", ":", ";"})  # behind which a bare number before "hằng tháng" is a day
_PHRASE_ENDS = frozenset({"", ".", ";", ",", ")"})
_WEEKDAY = frozenset({"ordinal", "weekday"})
_AROUND_EACH = frozenset({"sau mỗi", "sau từng", "trước mỗi"})
_HELD = frozenset({"kỳ", "kì", "đợt", "buổi", "phiên", "cuộc", "lượt"})  # what is held so many times a month: "mỗi tháng 02 kỳ"


class Recurrences(Calendar):
    """The productions of recurrences over one token sequence; as in all the grammar, a value or None, never an error."""

    def period(self, p: int) -> tuple[Period, int] | None:
        """"năm", "quý", "6 tháng", "05 năm", "nửa năm", "nửa tháng"."""
        if self.kind(p) == "halfyear":
            return ((2, "week") if self.val(p) == "month" else (6, "month")), p + 1
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
        if self.kind(p) == "yearly" or (self.kind(p) == "phase" and self._all_years(p)):
            return Recurrence(p, p + 1, ((1, "year"),))
        times = self._times(p)
        if times:
            return times
        if self.unit(p, "week") and (week := self._week_of_period(p)):
            return week
        if self.kind(p) == "cond" and (every := self._around_each(p)):
            return every
        # each of these closes or opens with "hằng", "mỗi"
        weekly = (self._weekday(p) or self._months_each_year(p) or self._days_each_month(p) or self._every_one(p)) if "each" in self.kinds else (
            None if self.kinds.isdisjoint(_WEEKDAY) else self._weekday(p))
        if weekly:
            return weekly
        q, marked = p, False
        while self.kind(q) in ("each", "periodic", "report") or (self.text(q) == "theo" and (q == p or self.kind(q - 1) == "periodic")) or (
            q > p and self.kind(q) in ("(", ":", "within", "part", "end") and self.kind(q - 1) in ("periodic", "each")
        ):
            if self.kind(q) == "part" and self.kind(q + 1) != "each":
                break
            marked |= self.kind(q) in ("each", "periodic") or self.text(q) == "theo"
            q += 1
            if q - p > 5:
                break
        if marked and self.unit(q, "week") and (week := self._week_of_period(q)):
            return replace(week, start=p)  # "định kỳ vào | tuần cuối hằng tháng"
        opened = any(self.kind(r) == "(" for r in range(p, q))
        if self.kind(p) == "part" and self.kind(p + 1) == "each" and self.text(p - 1 if p else p) != "đứng":  # "cuối mỗi năm", "đầu hằng quý"
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
            while self.kind(r) in ("each", "periodic", "report", "and") or self.text(r) == "cả":  # "6 tháng và cả năm"
                marked |= self.text(r) != "cả" and self.kind(r) != "and" and self.kind(r) != "report"
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
        if periods == [(1, "week")] and marked and (days := self.weekdays_behind(q)):  # "hằng tuần, trước 15 giờ thứ Năm"
            return Recurrence(p, days[1], ((1, "week"),), (f"FREQ=WEEKLY;BYDAY={days[0]}",), rule="weekday")
        if not (marked or once) and len(periods) == 1 and not self._listed(p, q, periods[0]):
            return None
        return Recurrence(p, q, tuple(periods), marked=marked or once)

    def _listed(self, p: int, q: int, period: Period) -> bool:
        """An unmarked single period counts as a "6 tháng" (the half-yearly report) or behind "báo cáo", or with a day behind it;
        with one whole date behind it ("sơ kết 6 tháng trước ngày 20/6/2026", "… vào tháng 7/2026") it is that date's."""
        if (self.kind(q) in ("before", "latest") or (self.kind(q) == "within" and self.unit(q + 1, "day", "month", "quarter"))) and any(self.year_number(r) for r in range(q + 1, q + 8)):
            return False
        if self.kind(p) == "report" or period == (6, "month"):
            return True
        if self.kind(p - 1) == "(" and self.kind(q) == ")" and self.kind(p - 2) == "num" and period[0] == 1:
            return True  # "trước ngày 15/12 (năm)"
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
        one = self.number(p, 10)
        if one and one[0] > 1:
            if not self.unit(one[1], "month", "year") or (often := self.number(one[1] + 1, 52)) is None or self.kind(often[1]) != "times":
                one = None
            elif often[0] > 1:  # "5 năm hai lần"
                months = one[0] * (12 if self.val(one[1]) == "year" else 1)
                return None if months % often[0] else Recurrence(p, often[1] + 1, ((months // often[0], "month"),), rule="times", sure=0.8)
            else:
                one = None  # "5 năm một lần": a period and its turn
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
        if self.kind(q) == "within" and self.unit(q + 1, "year") and self.year_number(q + 2):
            return None  # "02 lần trong năm 2026": in that year alone
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

    def _days_each_month(self, p: int) -> Recurrence | None:
        """"ngày 10 và 25 hằng tháng", "trước ngày 05, ngày 20 hàng tháng"; of one day without its word, "trước 20 hằng tháng"."""
        before = self.kind(p) == "before"
        q, days = p + (before or self.kind(p) == "within"), list[int]()  # "vào ngày 15 và 30 hằng tháng"
        q += q > p and self.text(q) == "các"
        if (one := self.number(q, 31)) and one[0] > before and self.kind(one[1]) == "each" and self.unit(one[1] + 1, "month") and (before or self.kind(p - 1) in _DAY_MARKS):
            return Recurrence(p, one[1] + 2, ((1, "month"),), (f"FREQ=MONTHLY;BYMONTHDAY={one[0] - before}",), rule="days")
        while not days or self.kind(q) in (",", "and"):
            r = q + bool(days)
            day = self.number(r + self.unit(r, "day"), 31) if days or self.unit(r, "day") else None
            if day is None:
                return None
            days.append(day[0] - before)
            q = day[1]
        if len(days) < 2 or 0 in days or self.kind(q) != "each" or not self.unit(q + 1, "month"):
            return None
        listed = ",".join(str(day) for day in sorted(set(days)))
        return Recurrence(p, q + 2, ((1, "month"),), (f"FREQ=MONTHLY;BYMONTHDAY={listed}",), rule="days")

    def _weekday(self, p: int) -> Recurrence | None:
        q, days = p, []
        q += self.kind(q) in ("before", "within", "latest")
        q += self.unit(q, "day")
        timed, q = q, self.clock(q)
        if timed < q and self.kind(q) == "each" and self.unit(q + 1, "day"):  # "trước 16 giờ hằng ngày"
            return Recurrence(p, q + 2, ((1, "day"),), ("FREQ=DAILY",), rule="weekday")
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
        if (month := self._week_of_month(q)) > q:
            return Recurrence(p, month, ((1, "month"),), ("FREQ=MONTHLY",), rule="weekday", sure=0.7)
        if self.kind(q) == "part" and self.unit(q + 1, "month") and self.kind(q + 2) in _PHRASE_ENDS:  # "thứ Bảy cuối tháng"
            return Recurrence(p, q + 2, ((1, "month"),), ("FREQ=MONTHLY",), rule="weekday", sure=0.7)
        if self.kind(q) == "each" and self.unit(q + 1, "week"):
            return Recurrence(p, q + 2, ((1, "week"),), (f"FREQ=WEEKLY;BYDAY={','.join(days)}",), rule="weekday")
        return None

    def _around_each(self, p: int) -> Recurrence | None:
        """"sau mỗi quý", "trước mỗi tháng": as often as the period comes; "sau mỗi năm học", "sau mỗi kỳ họp" wait for what ends."""
        if self.text(p) not in _AROUND_EACH or not self.unit(p + 1, "month", "quarter", "year") or self.kind(p + 2) == "num" or self.text(p + 2) == "học":
            return None
        return Recurrence(p, p + 2, ((1, self.val(p + 1)),), marked=True)

    def _week_of_period(self, p: int) -> Recurrence | None:
        """"(trong) tuần đầu của tháng", "tuần cuối (hằng) quý": the week that comes every month or quarter."""
        q = p + 1
        while self.kind(q) == "part":
            q += 1
        if q == p + 1:
            return None
        while self.kind(q) in ("of", "within", "each"):
            q += 1
        unit = next((unit for unit in ("month", "quarter") if self.unit(q, unit)), None)
        if unit is None or self.kind(q + 1) not in _PHRASE_ENDS:
            return None
        return Recurrence(p, q + 1, ((1, unit),), rule="week-of-period", sure=0.7, marked=True)

    def _week_of_month(self, p: int) -> int:
        """End of the week that comes every month, at `p`: "(thứ Sáu) | tuần cuối tháng", "(thứ Tư của) | tuần lễ thứ hai trong tháng"; `p`
        where a month of its own is named."""
        if not self.unit(p, "week"):
            return p
        q = p + 1 + (self.text(p + 1) == "lễ")
        if self.kind(q) == "part":
            q += 1
        elif self.kind(q) == "ordinal" and self.text(q + 1) in WEEKDAYS:
            q += 2
        else:
            return p
        while self.kind(q) in ("of", "within", "each"):
            q += 1
        return q + 1 if self.unit(q, "month") and self.kind(q + 1) not in ("num", "word", "this", "now", "part") else p

    def weekdays_behind(self, p: int) -> tuple[str, int] | None:
        """(days, end) of the weekdays that say when in the week: ", trước 15 giờ thứ Năm", "(vào thứ Hai)"."""
        q = p
        while self.kind(q) in (",", "(", "within", "before", "latest", ":") or (self.text(q) in ("sáng", "chiều", "tối", "buổi") and self.kind(p) != "("):
            q += 1
        q += self.unit(q, "day")
        q = self.clock(q)
        if self.kind(q) == "ordinal" and self.text(q + 1) in WEEKDAYS:
            return WEEKDAYS[self.text(q + 1)], q + 2
        return ("SU", q + 1) if self.kind(q) == "weekday" else None

    def _all_years(self, p: int) -> bool:
        """Whether "các năm" behind a day, month or quarter names none of them: "Quý I các năm"."""
        return self.text(p) in ("các năm", "những năm") and self.kind(p + 1) in _PHRASE_ENDS and (
            self.kind(p - 1) in ("num", "word", "quarterno") or self.text(p - 1) in ("i", "ii", "iii", "iv"))

    def _every_one(self, p: int) -> Recurrence | None:
        """"mỗi Quý IV", "mỗi tháng 10" at a phrase's end: that of every year; not "mỗi tháng 10 hồ sơ"."""
        if self.text(p) != "mỗi" or not self.unit(p + 1, "month", "quarter"):
            return None
        months = 1 if self.unit(p + 1, "month") else 3
        named = (self.month_number if months == 1 else self.roman)(p + 2)
        return Recurrence(p, named[1], ((1, "year"),), (month_end(months * named[0]),), rule="months") if named and self.kind(named[1]) in _PHRASE_ENDS else None

    def _months_each_year(self, p: int) -> Recurrence | None:
        """"Tháng 3, 6, 9, 12 hằng năm", "Quý I, III hằng năm", "hằng năm vào tháng 6; 12": gaps between them, each its own rule."""
        q = p + 2 if self.kind(p) == "each" and self.unit(p + 1, "year") else p
        first = q != p
        while first and self.kind(q) in ("within", ",", ":", "("):
            q += 1
        if not self.unit(q, "month", "quarter"):
            return None
        unit = self.val(q)
        read, months_of_one = (self.month_number, 1) if unit == "month" else (self.roman, 3)
        listed: list[int] = []
        while step := read(q + self.unit(q, unit)):
            if listed and step[0] <= listed[-1]:
                return None
            listed.append(step[0])
            q = step[1]
            if self.kind(q) not in (",", ";", "and", "&"):
                break
            q += 1
        if len(listed) < 2 or listed[-1] - listed[0] == len(listed) - 1:
            return None
        if not first and not (self.kind(q) == "each" and self.unit(q + 1, "year")):
            return None
        return Recurrence(p, q if first else q + 2, ((1, "year"),), tuple(month_end(months_of_one * n) for n in listed), rule="months")

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
