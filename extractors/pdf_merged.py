"""Merged cells of a table without rules, whose text stands in the middle of the rows they cover: told by where its lines stand beside
the white between those rows."""

from __future__ import annotations

import itertools
from statistics import median
from typing import Protocol, TypeVar

from extractors.pdf_chars import Word

_NEAR = 1.18       # of the line pitch: lines of one cell stand nearer than this
_FAR = 1.35        # … and surely, where only two rows tell
_TIGHT = 1.06      # … where all of several rows set close stand further apart


class MergedCell(Protocol):
    """A cell with its grid position and words; `row_span` is set here."""

    row: int
    col: int
    col_span: int
    row_span: int
    words: list[Word]


C = TypeVar("C", bound=MergedCell)


def find_merged(cells: list[C], n_rows: int, size: float) -> list[C]:
    """The cells with merged ones made one. `size`: letter size in points."""
    at = {(c.row, c.col): c for c in cells if c.col_span == 1 and c.row_span == 1}
    spans = {key: (min(w.y for w in c.words), max(w.y for w in c.words)) for key, c in at.items() if c.words}
    steps = [b - a for (_, col), c in at.items() if col == 1 for a, b in itertools.pairwise(sorted({w.y for w in c.words})) if b - a > 0.6 * size]
    if len(steps) < 3:
        return cells
    pitch = median(steps)
    near = _line_reach(spans, n_rows, pitch)
    if near is None:
        return cells
    parted = [(r, 1) in spans and (r + 1, 1) in spans and spans[r + 1, 1][0] - spans[r, 1][1] > near for r in range(n_rows)]
    middle = _set_to_middle(spans, n_rows, pitch)
    for col in range(2, max((c.col for c in cells), default=0) + 1):
        row = 0
        while row < n_rows:
            first, last = row, row
            while last + 1 < n_rows and parted[last] and (last, col) in spans and (last + 1, col) in spans and (
                    spans[last + 1, col][0] - spans[last, col][1] <= near):
                last += 1
            row = last + 1
            if (first, col) not in spans or (first, 1) not in spans:
                continue
            lowered = not middle and spans[first, col][0] - min(spans[first, c][0] for c in (0, 1) if (first, c) in spans) > 0.4 * pitch
            if not (middle or lowered or last > first):
                continue
            a, b = _covered(spans, (first, last, col), parted, pitch) if middle or lowered else (first, last)
            if a < b:
                _merge([at[r, col] for r in range(a, b + 1) if (r, col) in at])
                row = b + 1
    return [c for c in cells if c.row_span]


def _line_reach(spans: dict[tuple[int, int], tuple[float, float]], n_rows: int, pitch: float) -> float | None:
    """The distance in points that lines of one cell keep within and rows do not; None where rows are not set apart: in a table whose
    rows follow each other like lines, cells of neighbouring rows look like one."""
    tall: dict[int, float] = {}
    for (r, _), (top, foot) in spans.items():
        tall[r] = max(tall.get(r, 0.0), foot - top)
    worded = [r for r in range(n_rows) if (r, 1) in spans and spans[r, 1][1] - spans[r, 1][0] >= tall[r] - 0.1 * pitch]
    gaps = [spans[b, 1][0] - spans[a, 1][1] for a, b in itertools.pairwise(worded) if b == a + 1]
    if not gaps:
        return None
    if min(gaps) > pitch * (_NEAR if len(gaps) > 1 else _FAR) + 0.8:
        return pitch * _NEAR + 0.8
    tight = pitch * _TIGHT + 0.6
    return tight if len(gaps) >= 3 and min(gaps) > tight else None


def _set_to_middle(spans: dict[tuple[int, int], tuple[float, float]], n_rows: int, pitch: float) -> bool:
    """Whether row numbers stand in the middle of the wordings of several lines beside them."""
    tall = [r for r in range(n_rows) if (r, 0) in spans and (r, 1) in spans and spans[r, 1][1] - spans[r, 1][0] > 0.8 * pitch]
    good = [r for r in tall if abs(sum(spans[r, 0]) - sum(spans[r, 1])) / 2 < 0.4 * pitch]
    return len(tall) >= 2 and len(good) >= 0.6 * len(tall)


def _covered(spans: dict[tuple[int, int], tuple[float, float]], block: tuple[int, int, int], parted: list[bool], pitch: float) -> tuple[int, int]:
    """The rows in whose middle a block of lines stands: its own, and those beside it that are empty in its column."""
    first, last, col = block
    low, high = first, last
    while low > 0 and parted[low - 1] and (low - 1, col) not in spans:
        low -= 1
    while parted[high] and (high + 1, col) not in spans:
        high += 1
    at = (spans[first, col][0] + spans[last, col][1]) / 2

    def off(a: int, b: int) -> float:
        ends = [spans[r, c] for r in (a, b) for c in (0, 1) if (r, c) in spans]
        return abs((min(e[0] for e in ends) + max(e[1] for e in ends)) / 2 - at)

    best = min((off(a, b), b - a, a, b) for a in range(low, first + 1) for b in range(last, high + 1))
    own = off(first, last)
    return best[2:] if best[0] < 0.4 * pitch and own > best[0] + 0.5 * pitch else (first, last)


def _merge(cells: list[C]) -> None:
    """Words of all cells into the first; the others get no rows."""
    head = cells[0]
    head.words = [w for c in cells for w in c.words]
    head.row_span = cells[-1].row - head.row + 1
    for c in cells[1:]:
        c.row_span = 0
