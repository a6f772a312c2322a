"""Row numbers that a dump prints without a blank behind the last words of the row above.

A cell merged over two rows, or one lowered to its row's middle, ends on the height of the next row's number; the number stands further
left, so the dump puts no blank before it: "Nghị định2", "Khoa KSNK5 Tỷ lệ tuân thủ vệ sinh tay", "Tháng 4/20264 Rà soát", "6/202" over "64".
"""

from __future__ import annotations

import re

from extractors.document import Line
from extractors.flat_nesting import Header
from extractors.flat_stream import part_of
from normalizers.text import CAPITALS

_GLUED = re.compile(rf"(?:[^\W\d_][^\W\d_]|(?<!\d)20[2-4]\d)(?P<number>(?:\d{{1,2}}\.)?[1-9]\d?)(?=\s*$|\s+[{CAPITALS}])")
# The rest of a year that a thin column cut, and the number: "6/202" over "64", "15/12/20" over "2610 Lập …".
_CUT_YEAR = re.compile(r"/(?P<year>2|20|20\d)\s*$")
_OPENS = re.compile(rf"\s*(?P<number>(?:\d{{1,2}}\.)?\d{{1,2}})[.)]?(?:\s+[{CAPITALS}]|\s*$)")
_FAR = 90  # lines of a tall row


def part_numbers(lines: list[Line], header: Header) -> None:
    """Part such numbers in `lines` below `header` where they count on and no line near opens with the same number."""
    if header.columns[0].role != "no":
        return
    opened: dict[str, int] = {}  # the line that opened with a number last
    n = header.last + 1
    while n < len(lines):
        text = lines[n].text
        if (m := _OPENS.match(text)) is not None:
            opened[m["number"].lstrip("0")] = n
        glued = (_GLUED.search(text) or _behind_year(lines[n - 1].text, text)) if not lines[n].furniture else None
        if glued is not None and opened:
            number = glued["number"]
            above, _, last = number.rpartition(".")
            before = opened.get(f"{above}.{int(last) - 1}" if above else str(int(last) - 1))
            if before is not None and n - before <= _FAR and opened.get(number, -1) < before and not _opens_near(lines, n + 1, number):
                lines[n:n + 1] = [part_of(lines[n], 0, glued.start("number")), part_of(lines[n], glued.start("number"), len(text))]
        n += 1


def _behind_year(above: str, text: str) -> re.Match[str] | None:
    """The row number glued to the rest of the year that the line above begins."""
    begun = _CUT_YEAR.search(above) if text.lstrip()[:1].isdigit() else None
    if begun is None:
        return None
    width = 4 - len(begun["year"])
    found = re.match(rf"\s*\d{{{width}}}(?P<number>[1-9]\d?)(?=\s*$|\s+[{CAPITALS}])", text)
    return found if found and re.match(r"20[2-4]\d", begun["year"] + text.lstrip()[:width]) else None


def _opens_near(lines: list[Line], first: int, number: str) -> bool:
    """Whether a line from line `first` on opens with the number, before one that opens with the next or counts from 1 anew."""
    above, _, last = number.rpartition(".")
    following = {f"{above}.{int(last) + 1}" if above else str(int(last) + 1), f"{above}.1" if above else "1"} - {number}
    for line in lines[first:first + _FAR]:
        m = _OPENS.match(line.text)
        if m is None or line.text.strip() == m["number"]:
            continue
        if m["number"].lstrip("0") in (number, *following):
            return m["number"].lstrip("0") == number
    return False
