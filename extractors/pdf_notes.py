"""Footnotes of a PDF page: small print below everything else, opening with the number of a note. They are furniture, as in DOCX."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extractors.pdf_layout import Placed

_SMALLER = 0.86  # share of the text's letter width that notes are set in at most
_OPENS = re.compile(r"[\[(]?(\d{1,3})[\])]?\s*(?=[^\W\d_]|[“\"(])")
# "1. Nội dung", "a) …" are items; the number of a note stands bare, in brackets or raised.
_ITEM = re.compile(r"\d{1,3}[.)/-]")

# A page as its lines in reading order and the vertical reach of each of its tables.
PlacedPage = tuple[Sequence[Placed], Sequence[tuple[float, float]]]


def mark_notes(pages: Sequence[PlacedPage]) -> None:
    """Mark the footnotes of all pages as furniture, in place; their numbers rise over the document or start anew on a page."""
    widths = [_width(p) for placed, _ in pages for p in placed if len(p.line.text) > 40]
    if len(widths) < 10:
        return
    usual = median(widths)
    last = 0
    for placed, tables in pages:
        below = max((b for _, b in tables), default=0.0)
        foot: list[Placed] = []
        for p in sorted((p for p in placed if not p.line.furniture), key=lambda p: -p.row.y):
            if p.row.y <= below or p.block or (len(p.line.text) > 12 and _width(p) > usual * _SMALLER):
                break
            foot.insert(0, p)
        number = None
        for p in foot:
            m = _OPENS.match(p.line.text)
            if number is None and (m is None or _ITEM.match(p.line.text) or int(m[1]) not in (1, last + 1)):
                continue
            if m is not None and int(m[1]) in (1, last + 1):
                number = last = int(m[1])
            p.line.furniture = True


def _width(p: Placed) -> float:
    """Mean width of a line's letters: the size of its first may be that of a raised number."""
    return (p.row.x1 - p.row.x0) / len(p.line.text)
