"""What blank lines tell in dumps whose printer leaves one wherever a line starts farther left or right than the line above, or far from it.

Such a printer leaves none below the first line of a paragraph, indented or not. So a line without a blank above, below another
without one, starts where that one starts: in the same column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.flat_rows import Range
from extractors.flat_stream import Stream

_LEAST = 3         # rows whose numbers stand below a blank or below a line that has one
_FEW = 0.04        # … and the share of others among them that is chance
_WITHIN = 0.5      # blanks inside a row


def with_starts(stream: Stream, ranges: Sequence[Range]) -> Stream:
    """`stream` with what its blank lines tell of where lines start, unchanged where the row numbers do not show a dump of this kind."""
    if not 0.05 < stream.blanks < 0.95:
        return stream
    words = stream.words
    printed = [line.place.lines for line in stream.lines]
    firsts = [k for k, word in enumerate(words) if word.first and (not word.line or printed[word.line] != printed[word.line - 1])]
    above = dict(zip(firsts[1:], firsts, strict=False))
    marks = {mark.word for mark, _, _ in ranges if mark is not None}
    joined, far = set(), set()
    for k, before in above.items():
        if words[k].page_start or words[before].page_start or not before:
            continue
        if not words[k].blank_before and not words[before].blank_before:
            joined.add(k)
        elif words[k].blank_before and words[before].blank_before:
            far.add(k)
    starts = [k for k in marks if k in above and above[k] not in marks]
    within = sum(words[k].blank_before for k in above if k not in marks)  # blanks that part no rows
    if len(starts) < _LEAST or sum(k in joined for k in starts) > _FEW * len(starts) or within < _WITHIN * len(starts):
        return stream
    return replace(stream, joined=frozenset(joined - marks), far=frozenset(far), told=True)
