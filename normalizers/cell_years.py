"""A value cell that gives one value for each of several years: "80 (năm 2026); 90 (năm 2030)", "Năm 2026: 80%; năm 2027: 90%"."""

from __future__ import annotations

import re

_YEAR = r"(?:(?:đến|hết|cuối|vào|trong|năm) )*(?P<year>20\d\d)"
_FIGURE = (r"(?P<figure>(?:(?:[≥≤<>=]|phấn đấu|đạt|trên|dưới|từ|ít nhất|tối thiểu|không quá|khoảng) ?){0,3}\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?"
           r"(?: ?%| [^\W\d_]+(?: [^\W\d_]+){0,2})?(?: trở (?:lên|xuống))?)")
_YEAR_FIRST = re.compile(rf"{_YEAR} ?(?:[:=,–-] ?|(?:đạt|là|có|còn) )?{_FIGURE}", re.IGNORECASE)
_FIGURE_FIRST = re.compile(rf"{_FIGURE} ?(?:\({_YEAR}\)|,? ?{_YEAR.replace('?P<year>', '?P<behind>')})", re.IGNORECASE)
_CUT = re.compile(r" *(?:[;\n]|,(?=\s)(?=[^()]*(?:\(|$))) *(?:và )?")


def cell_years(value: str) -> list[tuple[str, str]]:
    """(year, figure) of each piece of such a cell; [] where one piece is anything else."""
    if value.count("20") < 2 or not _CUT.search(value):
        return []
    out = []
    for piece in _CUT.split(value.strip(" .;,")):
        m = _YEAR_FIRST.fullmatch(piece.strip()) or _FIGURE_FIRST.fullmatch(piece.strip())
        if m is None:
            return []
        groups = m.groupdict()
        out.append((groups.get("year") or groups.get("behind") or "", m["figure"]))
    return out if len(out) > 1 and len({year for year, _ in out}) == len(out) else []
