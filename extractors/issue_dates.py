"""The date a document bears in its head: "Hòa Bình, ngày 05 tháng 01 năm 2026", with gaps for a day not yet known, or in figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from normalizers.text import squash

_GAP = r"[\d\s.…_]{0,14}?"  # a day or month, or the dots where it will be written
_DATE = re.compile(rf"ngày\s*(?P<d>{_GAP})\s*tháng\s*(?P<m>{_GAP})\s*năm\s*(?P<y>2\s*0\s*\d\s*\d)?", re.IGNORECASE)
_DATE_SLASH = re.compile(r"ngày\s*(?P<d>[\d\s]{0,4}?)\s*/\s*(?P<m>\d\s?\d?)\s*/\s*(?P<y>20\d\d)", re.IGNORECASE)
# Behind a place, at a line's end: "Hòa Bình, ngày 5/1/2026", "Hòa Bình, tháng 01 năm 2026".
_BEHIND_PLACE = re.compile(r"[^\W\d_][^()/]{1,40},\s*(?:ngày\s*(?P<d>\d{1,2})\s*[/.-]|(?=tháng|ngày\s*[.…_]+\s*/)(?:ngày)?)[\s.…_]*(?:/|tháng)?\s*(?P<m>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<y>20\d\d)\s*\.?$",
                           re.IGNORECASE)


def _edtf(day: str | None, month: str | None, year: str | None) -> str | None:
    d, m, y = (re.sub(r"\D+", "", part or "") for part in (day, month, year))
    if not y:
        return None
    if not m or not 1 <= int(m) <= 12:
        return y
    if not d or not 1 <= int(d) <= 31:
        return f"{y}-{int(m):02d}"
    return f"{y}-{int(m):02d}-{int(d):02d}"


def issue_date(header: list[str], issued_with: Iterable[str]) -> str | None:
    """The date (EDTF at the precision printed) of a document's head; of an appendix that stands alone, that of what it was issued with."""
    for text in (*header, " ".join(header)):
        m = _DATE.search(text)
        if m and (found := _edtf(m["d"], m["m"], m["y"])):
            return found
    for text in header:
        m = _BEHIND_PLACE.search(text)
        if m and (found := _edtf(m["d"], m["m"], m["y"])):
            return found
    for text in issued_with:
        spaced = re.sub(r"(?<=\d) (?=\d\s*/)", "", squash(text))
        for pattern in (_DATE_SLASH, _DATE):
            for hit in pattern.finditer(spaced):
                if found := _edtf(hit["d"], hit["m"], hit["y"]):
                    return found
    return None
