"""Bullets of the text right behind a flattened table of targets: no words of its last row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line
from extractors.flat_stream import text_width
from normalizers.text import CAPITALS

#: How such a line begins: a cheap test before `bullets_behind`.
ITEM_OPENINGS = frozenset({"- ", "– ", "+ ", "• ", *(f"{letter})" for letter in "abcdđeghik")})
_ITEM = re.compile(rf"(?:[-–+•]|[a-zđ]\)) [{CAPITALS}]")
_VALUE_LAST = re.compile(r"\d[\d.,]* ?%?\s*$")  # "Tỷ lệ người dân tham gia BHYT % 96,5": a row that is whole
_ROW = re.compile(rf"\s*0?(\d{{1,3}})[.)]?(?:\s+[{CAPITALS}]|\s*$)")
_AHEAD = 60  # lines in which the next row would be printed
_OF_ONE_ITEM = 6  # lines in which an item's sentence ends
_ENDS = (";", ".", ":")


def bullets_behind(lines: Sequence[Line], start: int, k: int, wide: float) -> bool:
    """Whether line `k` opens a bullet of the text behind the rows from line `start` on: a blank line above it, a row before it that ends with its
    value, it is wider than any cell (`wide`) and a sentence, no row above opens like it, and the next row does not stand behind it."""
    text = lines[k].text
    if k <= start or not _ITEM.match(text) or text_width(text) <= wide or not _VALUE_LAST.search(lines[k - 1].text) or lines[k - 1].furniture:
        return False
    above, here = lines[k - 1].place.lines, lines[k].place.lines
    if above is None or here is None or here[0] - above[1] < 2:
        return False
    if any(line.text.lstrip()[:2] in ITEM_OPENINGS for line in lines[start:k]) or not _is_sentence(lines, k):
        return False  # "- Tỷ lệ … % 90": rows of a table that lists them with dashes
    last = next((int(m[1]) for n in range(k - 1, start - 1, -1) if not lines[n].furniture and (m := _ROW.match(lines[n].text))), None)
    if last is None:
        return False
    return not any((m := _ROW.match(line.text)) is not None and int(m[1]) == last + 1 for line in lines[k + 1:k + _AHEAD] if not line.furniture)


def _is_sentence(lines: Sequence[Line], k: int) -> bool:
    """Whether the item that opens on line `k` ends with a mark, before the next one opens."""
    for n in range(k, min(k + _OF_ONE_ITEM, len(lines))):
        text = lines[n].text
        if lines[n].furniture:
            continue
        if n > k and (text[:2] in ITEM_OPENINGS or not (text[:1].islower() or text[:1].isdigit() or lines[n - 1].text.rstrip()[-1:].isalnum())):
            return False
        if text.rstrip().endswith(_ENDS):
            return True
    return False
