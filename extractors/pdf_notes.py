"""Footnotes of a PDF page: small print below everything else, opening with the number of a note. They are furniture, as in DOCX, and
the raised numbers that mark them in the text are part of no wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extractors.flat_stream import SPACE, printed_width
from extractors.note_marks import marks_in, without_mark
from extractors.pdf_layout import Placed

_SMALLER = 0.86  # of the size of the text: notes are set no larger
_RAISED = 1.5    # points
_OPENS = re.compile(r"[\[(]?(\d{1,3})[\])]?\s*(?=[^\W\d_]|[“\"(])")
# "1. Nội dung", "a) …" are items; the number of a note stands bare, in brackets or raised.
_ITEM = re.compile(r"\d{1,3}[.)/-]")

# A page as its lines in reading order and the vertical reach of each of its tables.
PlacedPage = tuple[Sequence[Placed], Sequence[tuple[float, float]]]


_SAMPLE = 30     # lines that tell the usual size of letters


def mark_notes(pages: Sequence[PlacedPage]) -> None:
    """Mark the footnotes of all pages as furniture, in place; their numbers rise over the document or start anew on a page."""
    if not any(p.line.text[:1] in "[(123456789" and _opens_note(p) for placed, _ in pages for p in placed):
        return
    long = [p for placed, _ in pages for p in placed if len(p.line.text) > 40]
    if len(long) < 10:
        return
    usual = median(map(_size, long[::max(1, len(long) // _SAMPLE)]))
    last = 0
    for placed, tables in pages:
        below = max((b for _, b in tables), default=0.0)
        foot: list[Placed] = []
        for p in sorted((p for p in placed if not p.line.furniture or _opens_note(p)), key=lambda p: -p.row.y):
            if p.row.y <= below or p.block or (len(p.line.text) > 12 and _size(p) > usual * _SMALLER):
                break
            foot.insert(0, p)
        number = None
        here: list[int] = []
        for p in foot:
            m = _OPENS.match(p.line.text)
            if number is None and (m is None or not _opens_note(p) or int(m[1]) not in (1, last + 1)):
                continue
            if m is not None and int(m[1]) in (1, last + 1):
                number = last = int(m[1])
                here.append(last)
            p.line.furniture = True
        if here:
            _drop_marks(placed, here)


def _drop_marks(placed: Sequence[Placed], numbers: Sequence[int]) -> None:
    """Drop the raised numbers of a page's notes from its lines, in place; each stands once."""
    lines = [p for p in placed if not p.line.furniture]
    for number in numbers:
        mark = str(number)
        for p in lines:
            words = p.row.words
            raised = next((w for w in words if w.text == mark and w.y < p.row.y - _RAISED and len(words) > 1), None)
            if raised is not None:
                words.remove(raised)
                p.line.text = p.row.text
                break
            end = words[-1]
            if end.aslant and end.text.endswith(mark) and p.line.text.endswith(end.text):
                p.line.text = p.line.text[: -len(mark)].rstrip()
                break
            if mark in p.line.text and any(m["mark"] == mark for m in marks_in(p.line.text)):
                p.line.text = without_mark(p.line.text, number)
                break


def _opens_note(p: Placed) -> bool:
    text = p.line.text
    return text[:1] in "[(123456789" and _OPENS.match(text) is not None and _ITEM.match(text) is None


def _size(p: Placed) -> float:
    """The size of a line's letters by the width they take: that of its first may be a raised number's."""
    words = p.line.text.split()
    return 1000 * (p.row.x1 - p.row.x0) / max(1, sum(map(printed_width, words)) + SPACE * (len(words) - 1))
