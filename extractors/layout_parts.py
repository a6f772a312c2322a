"""Where a piece of text laid out in characters is cut into the cells of columns that one blank alone parts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from extractors.document import Line
from extractors.layout_blocks import Border
from extractors.layout_runs import Run

_PUSHED = 3         # characters that a word may stand left of its column, where lines are set closer than others
_DRIFT = 5          # … and a piece of text that white parts from what stands before it
_FAR = 8            # characters that words may stand off their column which stand alone in a cell elsewhere
_ALONE = re.compile(r"(?:\S| {20}) {2,}(\S+(?: \S+)*)")


def seen_alone(lines: Iterable[Line]) -> frozenset[str]:
    """What stands between wide blanks on the right of any line: lines of cells, which others repeat that stand closer."""
    return frozenset(text for line in lines if "  " in line.text for text in _ALONE.findall(line.text.replace("\f", "")))


def parts(piece: Run, words: list[Run], borders: Sequence[Border], seen: Container[str] = ()) -> list[tuple[int, list[Run]]]:
    """The words of a piece by column. Where full cells are parted by one blank only, a column begins with words that are a line
    of a cell elsewhere, else with the word that stands nearest to it, rather in capitals, as cells mostly open."""
    begins = {0: sum(piece.start >= x if sure else stands_in(piece, x, _DRIFT) for x, sure in borders)}
    stop = len(words)
    for column in range(len(borders), begins[0], -1):
        x, sure = borders[column - 1]
        known = [] if sure else [k for k in range(1, stop) if abs(words[k].start - x) <= _FAR and _is_seen(words[k:stop], seen)]
        near = [(abs(w.start - x) + (0 if w.text[0].isupper() else 2), k) for k, w in enumerate(words[:stop]) if k and abs(w.start - x) <= (0 if sure else _PUSHED)]
        k = known[0] if known else min(near)[1] if near else 0
        if k and (known or sure or not _runs_over(words[k:stop], seen)):
            stop = k
            begins[k] = column
    return [(begins[i], words[i:j]) for i, j in pairwise([*sorted(begins), len(words)])]


def _runs_over(words: Sequence[Run], seen: Container[str]) -> bool:
    """Whether words at the place of a column are the end of what the column before says: one small word that is no line elsewhere."""
    return len(words) == 1 and words[0].text[0].islower() and words[0].text not in seen


def _is_seen(words: Sequence[Run], seen: Container[str]) -> bool:
    return (len(words) > 1 or words[0].text[0].isupper()) and " ".join(w.text for w in words) in seen


def column_of(w: Run, borders: Sequence[int]) -> int:
    """The column of a word."""
    return sum(stands_in(w, x, _PUSHED) for x in borders)


def stands_in(w: Run, x: int, pushed: int) -> bool:
    """Whether a word or piece stands in a column. One that begins a little before it and runs over its place was pushed left of it."""
    return w.start >= x - 1 or (w.start >= x - pushed and w.end > x)
