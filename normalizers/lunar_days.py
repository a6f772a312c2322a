"""Days of the lunar calendar ("trước ngày 20 tháng Chạp", "rằm tháng Giêng", "10/3 âm lịch") put into the days that they are.

Months come from `vocab/lunar_months.csv` (first days, UTC+7). Outside its years, and without a date to count from, nothing is put.
"""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from normalizers.deadline_values import parse_reference
from normalizers.text import fold

_GREGORIAN = re.compile(r",? (?:-|đến|tới)(?: hết)? tháng \w+(?: \w+)? năm (?:19|20)\d\d(?!\d)")
_VOCAB = Path(__file__).parent / "vocab" / "lunar_months.csv"
_STEMS = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")  # of years that end in 0, 1, 2 …
_NAMED = rf"(?:{'|'.join(_STEMS)}) [^\W\d_]+"
_DAY = re.compile(
    rf"(?<![\w/.])(?P<ahead>(?:trước |đến |vào |từ )?(?:ngày )?)?(?:(?P<full>rằm)|(?:(?:mùng|mồng) )?(?P<day>\d{{1,2}}))(?:(?: ?(?:tháng|/) ?)(?P<month>chạp|giêng|\d{{1,2}})(?!\w|/\d)|(?P<tet> tết)(?!\w))"
    rf"(?P<lunar>,? ?\(?(?:theo )?(?:âm lịch|âl)(?!\w)\)?)?(?:,? năm (?P<year>{_NAMED}|(?:19|20)\d\d))?(?P<late>,? ?\(?(?:theo )?(?:âm lịch|âl)(?!\w)\)?)?(?P<each>,? (?:hằng|hàng|mỗi) năm)?"
)
# The first of two days whose month is said once: "từ | mùng 6 đến | mùng 8 tháng Giêng", "mùng 5, | mùng 6 tháng Giêng".
_FIRST = re.compile(r"(?P<word>(?:mùng|mồng) |(?<=ngày ))(?P<one>\d{1,2})(?P<link>(?: đến| tới|,| và| ?-| ?–)(?: hết)?(?: ngày)? ?)$")
# A whole month: "trong tháng Giêng", "trước tháng Chạp", "đến hết tháng 3 âm lịch", "tháng Giêng hằng năm".
_MONTH = re.compile(
    rf"(?<![\w/.])(?P<ahead>(?:trước|đến|hết|đến hết|trong|vào|từ|(?:vào )?(?:đầu|giữa|cuối)) )?tháng (?P<month>chạp|giêng|\d{{1,2}})(?!\w|/\d)(?P<lunar>,? ?\(?(?:theo )?(?:âm lịch|âl)(?!\w)\)?)?"
    rf"(?:,? năm (?P<year>{_NAMED}|(?:19|20)\d\d))?(?P<each>,? (?:hằng|hàng|mỗi) năm)?"
)
_PARTS = {"đầu": (0, 9), "giữa": (10, 19), "cuối": (20, 29)}  # first and last day of a third of a month, counted from 0
_AROUND = re.compile(r"(?:\d|mùng|mồng|ngày|rằm|đầu|giữa|cuối|tuần) $")  # of a day or a part of the month, which is another matter


class Solar(NamedTuple):
    """A text with the days that the lunar ones are; `printed` gives for each of these, in order, how it was printed."""

    text: str
    printed: tuple[tuple[str, str], ...]

    def restore(self, phrase: str) -> str:
        """A phrase of this text as the printed text has it."""
        for put, was in self.printed:
            phrase = phrase.replace(put, was, 1)
        return phrase


@lru_cache(maxsize=1)
def _months() -> dict[tuple[int, int], tuple[date, int]]:
    """First day and length of each month that is no leap month."""
    with _VOCAB.open(encoding="utf-8", newline="") as file:
        rows = [(int(r["year"]), int(r["month"]), r["leap"] == "1", date.fromisoformat(r["start"])) for r in csv.DictReader(file)]
    return {(year, month): (start, (behind[3] - start).days) for (year, month, leap, start), behind in pairwise(rows) if not leap}


def _on(year: int, month: int, day: int) -> date | None:
    start, length = _months().get((year, month), (None, 0))
    return start + timedelta(days=day - 1) if start and 0 < day <= length else None


def _found(m: re.Match[str], since: date) -> date | None:
    """The day that `m` names: of its own year, else the next one from `since`."""
    day = 15 if m["full"] else int(m["day"])
    month = (1 if day < 20 else 12) if m["tet"] else {"chạp": 12, "giêng": 1}.get(m["month"]) or int(m["month"])  # "mùng 5 Tết", "28 Tết"
    told = m["year"] or ""
    stem = told.split()[0] if told and not told[0].isdigit() else ""
    years = [int(told)] if told[:1].isdigit() else [y for y in range(since.year - 1, since.year + (10 if stem else 2)) if not stem or _STEMS[y % 10] == stem]
    days = [at for at in (_on(year, month, day) for year in years) if at is not None and (told[:1].isdigit() or at >= since)]
    return days[0] if days else None


def _month_put(m: re.Match[str], since: date) -> str | None:
    """The days in whose place the whole lunar month of `m` stands."""
    if m["each"]:
        return "hằng năm"
    month = {"chạp": 12, "giêng": 1}.get(m["month"]) or int(m["month"])
    told = m["year"] or ""
    years = [int(told)] if told[:1].isdigit() else [y for y in range(since.year - 1, since.year + (10 if told else 2)) if not told or _STEMS[y % 10] == told.split()[0]]
    for start, length in (span for y in years if (span := _months().get((y, month)))):
        ahead = (m["ahead"] or "").strip()
        from_day, to_day = _PARTS.get(ahead[-4:].strip(), (0, length - 1))
        first, last = f"ngày {start + timedelta(days=from_day):%d/%m/%Y}", f"ngày {start + timedelta(days=min(to_day, length - 1)):%d/%m/%Y}"
        if told or start + timedelta(days=length) > since:
            return f"{ahead} {first}" if ahead in ("trước", "từ") else f"đến {last}" if ahead.endswith(("đến", "hết")) else f"từ {first} đến {last}"
    return None


def solar(raw: str, reference: str | None) -> Solar | None:
    """`raw` with Gregorian days in place of its lunar ones, counted from `reference`; None where it has none."""
    if "hạp" not in raw and "iêng" not in raw and "âm lịch" not in raw and "ằm tháng" not in raw and " Tết" not in raw:
        return None
    low = fold(raw)
    known = parse_reference(reference)
    if known is None or len(low) != len(raw):
        return None
    since, out, done = known[0], "", 0
    printed: list[tuple[str, str]] = []
    for m in _DAY.finditer(low):
        if not m["tet"] and m["month"].isdigit() and not (m["full"] or m["lunar"] or m["late"]):
            continue
        at = _found(m, since)
        if at is None:
            continue
        since = at
        start = m.start() if m["each"] else m.end("ahead") if m["ahead"] else m.start()
        first = _FIRST.search(low, max(done, m.start() - 24), m.end("ahead") if m["ahead"] else m.start())
        if first is not None and m["day"] and 0 < int(first["one"]) < int(m["day"]):
            if not m["each"]:
                begun = f"{at - timedelta(days=int(m['day']) - int(first['one'])):%d/%m/%Y}"
                out += raw[done : first.start()] + begun
                printed.append((begun, raw[first.start() : first.start("link")]))
                done = first.start("link")
            start = first.start() if m["each"] else start
        put = "hằng năm" if m["each"] else f"{at:%d/%m/%Y}"
        out += raw[done:start] + put
        printed.append((put, raw[start : m.end()]))
        done = m.end()
    for m in _MONTH.finditer(low) if not printed else ():
        if not m["lunar"] and (m["month"].isdigit() or (m["year"] or "")[:1].isdigit() or _GREGORIAN.match(low, m.end())):
            # "tháng Giêng năm 2026", "từ tháng Giêng đến hết tháng Ba năm 2026" open in January
            continue
        if _AROUND.search(low[max(m.start() - 8, 0) : m.start()]) or (whole := _month_put(m, since)) is None:
            continue
        out += raw[done : m.start()] + whole
        printed.append((whole, raw[m.start() : m.end()]))
        done = m.end()
    return Solar(out + raw[done:], tuple(printed)) if printed else None
