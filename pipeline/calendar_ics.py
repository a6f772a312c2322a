"""`lich.ics` and `lich/<unit>.ics`: every task with a due day or a rhythm as a calendar entry (RFC 5545, with icalendar)."""

from __future__ import annotations

import calendar
import datetime
import hashlib
import struct
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from extractors.errors import DoichieuError
from pipeline.comparison import Comparison
from pipeline.files import Files
from pipeline.overview import Overview, clean, file_names, owners, place_of, shorten, wording
from pipeline.records import PlanRecord, Record

_FIXED_STAMP = datetime.datetime(2025, 7, 1)  # for a plan without a date; never the clock
_MOST_YEARS = 200


# First day, id, where it starts in the temporary file, its size, its lead units: packed, and as fields of an array.
_ENTRY = struct.Struct(">I16sQII")
_FIELDS = [("day", ">u4"), ("id", "S16"), ("start", ">u8"), ("size", ">u4"), ("units", ">u4")]


class Calendars:
    """The calendar entries of plans as they go by, kept on disk; plans that were replaced have none."""

    def __init__(self, comparison: Comparison, folder: Path | None = None) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=1 << 20, dir=str(folder) if folder else None)  # noqa: SIM115 (lives as long as this)
        self._labels = {c.key: c.label for c in comparison.communes}
        self._gone = comparison.force.gone
        self._entries = bytearray()
        self._units: dict[tuple[str, ...], int] = {}
        self._end = 0

    def add(self, plan: PlanRecord) -> None:
        if plan.source in self._gone:
            return
        p = plan.plan
        label = self._labels.get((p.commune_type or "", p.commune or "", p.province or ""), plan.source) if p.commune else plan.source
        for record in (*plan.tasks, *(t for t in plan.targets if t.origin != "task")):
            for n, (first, rule) in enumerate(occurrences(plan, record)):
                identity = "\n".join((p.commune or "", p.province or "", p.number or plan.source, wording(record), str(n)))
                key = hashlib.sha256(identity.encode("utf-8", "replace")).digest()[:16]
                data = _event(clean(label), plan, record, first, rule, f"{key.hex()}@doichieu")
                self._file.write(data)
                units = self._units.setdefault(tuple(owners(record)), len(self._units))
                self._entries += _ENTRY.pack(first.toordinal(), key, self._end, len(data), units)
                self._end += len(data)

    def write(self, files: Files, title: str) -> None:
        """`lich.ics` with everything, `lich/<unit>.ics` for each lead unit."""
        for name, pieces in self.made(title):
            with files.open(name) as file:
                file.writelines(pieces)

    def made(self, title: str) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Name and content, in pieces, of every calendar."""
        import numpy as np

        entries = np.frombuffer(bytes(self._entries), dtype=_FIELDS)
        by_id = np.argsort(entries["id"], kind="stable")
        ids = entries["id"][by_id]
        begins = np.flatnonzero(np.r_[True, ids[1:] != ids[:-1]]) if len(ids) else by_id
        again = np.zeros(len(entries), dtype=np.uint32)  # how many entries of the same id were added before
        again[by_id] = np.arange(len(ids)) - np.repeat(begins, np.diff(np.r_[begins, len(ids)]))
        order = by_id[np.argsort(entries["day"][by_id], kind="stable")]  # by day, id, as they came
        units = list(self._units)
        by_unit: dict[str, array[int]] = {}
        for n, of in zip(order.tolist(), entries["units"][order].tolist(), strict=True):
            for unit in units[of]:
                by_unit.setdefault(unit, array("Q")).append(n)
        made = _Entries(self._file, entries, again)
        yield "lich.ics", self._calendar(f"Nhiệm vụ {title}", made, order)
        for unit, name in file_names(sorted(by_unit), "don-vi").items():
            yield f"lich/{name}.ics", self._calendar(clean(unit), made, by_unit[unit])

    def _calendar(self, name: str, entries: _Entries, numbers: Iterable[int]) -> Iterator[bytes]:
        from icalendar import Calendar

        frame = Calendar()
        frame.add("prodid", "-//Doi chieu//doichieu//VI")
        frame.add("version", "2.0")
        frame.add("calscale", "GREGORIAN")
        frame.add("method", "PUBLISH")
        frame.add("x-wr-calname", " ".join(name.split()))
        head, end = frame.to_ical().rsplit(b"END:VCALENDAR", 1)
        yield bytes(head)
        for n in numbers:  # each entry is serialised once for all its files
            yield entries.data(int(n))
        yield b"END:VCALENDAR" + bytes(end)


class _Entries:
    """The entries of a calendar on disk: their places as an array of `_FIELDS`, and how often the id of each came before."""

    def __init__(self, file: IO[bytes], places: Any, again: Any) -> None:
        self._file, self._places, self._again = file, places, again

    def data(self, n: int) -> bytes:
        """One entry; entries of one id get numbers."""
        self._file.seek(int(self._places["start"][n]))
        data = self._file.read(int(self._places["size"][n]))
        return data.replace(b"@doichieu\r\n", b"-%d@doichieu\r\n" % (int(self._again[n]) + 1), 1) if self._again[n] else data


def calendars(view: Overview) -> dict[str, bytes]:
    """File name → calendar: one with everything, one for each lead unit."""
    made = Calendars(view.comparison)
    for plan in view.plans:
        made.add(plan)
    return {name: b"".join(pieces) for name, pieces in made.made(view.title)}


def occurrences(plan: PlanRecord, record: Record) -> list[tuple[datetime.date, str | None]]:
    """First day and rule of every calendar entry of a record: its due day, and one entry for each recurrence rule.

    A rule without a day of its own falls on the last day of its month, quarter, half-year or year; a weekly one on Friday."""
    deadline = record.deadline
    if deadline is None:
        return []
    out: list[tuple[datetime.date, str | None]] = []
    if deadline.due and (day := _day(deadline.due)):
        out.append((day, None))
    start = plan_day(plan) or datetime.date(2025, 7, 1)
    if deadline.edtf and (begin := _day(deadline.edtf.split("/")[0])) and begin > start:
        start = begin
    for rule in deadline.rrule:
        full, first = first_occurrence(rule, start)
        out.append((first, full))
    return out


def plan_day(plan: PlanRecord) -> datetime.date | None:
    """The day of a plan, the first of the month or year where only that is printed."""
    return _day(plan.plan.issue_date or "")


def _day(edtf: str) -> datetime.date | None:
    parts = edtf.split("-")
    try:
        numbers = [int(p) for p in parts]
        if len(numbers) > 1 and numbers[1] > 12:  # a quarter or half-year: its first month
            numbers[1] = {33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}[numbers[1]]
        return datetime.date(*(numbers + [1, 1])[:3])
    except (ValueError, KeyError, TypeError):
        return None


def first_occurrence(rule: str, start: datetime.date) -> tuple[str, datetime.date]:
    """A rule with the day it implies, and its first day on or after `start`.

    Raises DoichieuError for a rule that RFC 5545 does not know (a normalizer's fault)."""
    parts = dict(p.split("=", 1) for p in rule.split(";") if "=" in p)
    frequency, interval = parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))
    year, month = start.year, start.month
    if frequency == "DAILY":
        return rule, start
    if frequency == "WEEKLY":
        return rule, start + datetime.timedelta((4 - start.weekday()) % 7) if "BYDAY" not in parts else start
    if frequency == "MONTHLY":
        month = -(-month // interval) * interval if interval in (2, 3, 4, 6) else month
        day = int(parts.get("BYMONTHDAY", "-1"))
        full = rule if "BYMONTHDAY" in parts else f"{rule};BYMONTHDAY=-1"
        return full, _next(start, [(year + k // 12, k % 12 + 1) for k in range(month - 1, month - 1 + 12 * _MOST_YEARS, interval)], day)
    if frequency == "YEARLY":
        months = sorted(int(m) for m in parts.get("BYMONTH", "12").split(","))
        day = int(parts.get("BYMONTHDAY", "-1").split(",")[0])
        full = rule if "BYMONTHDAY" in parts else f"{rule};BYMONTHDAY=-1"
        full = full if "BYMONTH" in parts else f"{full};BYMONTH=12"
        return full, _next(start, [(y, m) for y in range(year, year + _MOST_YEARS) for m in months], day)
    raise DoichieuError(f"recurrence rule {rule!r} has no frequency that a calendar knows")


def _next(start: datetime.date, months: list[tuple[int, int]], day: int) -> datetime.date:
    for year, month in months:
        last = calendar.monthrange(year, month)[1]
        number = last + 1 + day if day < 0 else day
        if 1 <= number <= last and (found := datetime.date(year, month, number)) >= start:
            return found
    raise DoichieuError(f"no day {day} in any month of the rule")


def _event(commune: str, plan: PlanRecord, record: Record, first: datetime.date, rule: str | None, uid: str) -> bytes:
    units, support = owners(record), owners(record, "support")
    deadline = record.deadline
    lines = [("Nội dung: " + clean(wording(record))), "Chủ trì: " + ("; ".join(units) or "không nêu"),
             *(["Phối hợp: " + "; ".join(support)] if support else []), f"Thời hạn trong văn bản: “{deadline.raw if deadline else ''}”",
             *([f"Điều kiện: {deadline.condition}"] if deadline and deadline.condition else []), "Nguồn: " + place_of(plan, record)]
    day = plan_day(plan)
    stamp = datetime.datetime(day.year, day.month, day.day) if day else _FIXED_STAMP
    last = first + datetime.timedelta(1)
    content = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{stamp:%Y%m%dT%H%M%S}Z", f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}",
               "SUMMARY:" + _escaped(f"[{commune}] {shorten(wording(record), 120)}"), "DESCRIPTION:" + _escaped("\n".join(lines)),
               "CATEGORIES:" + (",".join(_escaped(u) for u in units) or "Không nêu đơn vị"), "TRANSP:TRANSPARENT",
               *([f"RRULE:{_checked(rule)}"] if rule else []), "END:VEVENT"]
    return b"".join(_folded(line) for line in content)


@lru_cache(maxsize=256)
def _checked(rule: str) -> str:
    """A rule as icalendar understands it. Raises ValueError for one that it does not."""
    from icalendar.prop import vRecur

    return bytes(vRecur.from_ical(rule).to_ical()).decode("ascii")


def _escaped(text: str) -> str:
    """A text value (RFC 5545, 3.3.11): backslash, semicolon, comma and line break are escaped."""
    return clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A content line of at most 75 octets each (3.1), never cut within a character. (icalendar folds character by
    character, which is slow for a province.)"""
    data = line.encode("utf-8", "replace")
    out: list[bytes] = []
    while len(data) > 75:
        cut = 75
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        out.append(data[:cut])
        data = b" " + data[cut:]
    return b"\r\n".join([*out, data]) + b"\r\n"
