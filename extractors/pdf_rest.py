"""The rest of a table row without rules at a page's top, where a page break cut the row and none of the table's rows stands whole below it."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from extractors.pdf_aligned import GAP, Aligned, AlignedCell
from extractors.pdf_bands import column_of
from extractors.pdf_chars import Word
from extractors.pdf_columns import ColumnPiece
from extractors.pdf_lines import Row

_FAR = 2.6          # of the letter size: lines of cells set to the middle of one row stand nearer than this
_MOST_LINES = 30


def may_be_rest(first: Row, before: tuple[float, ...]) -> bool:
    """A quick look whether a page's first row stands within one of the columns behind that of the row numbers."""
    return len(before) >= 4 and before[1] - 1 < first.x0 < before[-1] and (len(first.words) > 1 or any(
        a - 1 < first.x0 and first.x1 < b + 1 for a, b in itertools.pairwise(before[1:])))


def find_rest(rows: list[Row], before: tuple[float, ...], size: float, bold: Callable[[Word], bool]) -> Aligned | None:
    """One row of the table that closed the page before (`before`: its column borders) from the first of a page's `rows` on, None where
    they are no rest of one: two columns have text, or one has that goes on with a small letter."""
    xs = list(before)
    inside: list[ColumnPiece] = []
    end = 0
    for k, row in enumerate(rows[:_MOST_LINES]):
        pieces = [ColumnPiece(row.y, p.x0, p.x1, p.words, k) for p in row.pieces(GAP)]
        if any(p.x0 < xs[1] - 1 or p.x1 > xs[-1] + 3 or len(set(column_of(xs, p))) > 1 or bold(p.words[0]) for p in pieces) or (
                k and row.y - rows[k - 1].y > _FAR * size):
            break
        inside += pieces
        end = k + 1
    columns = {column_of(xs, p)[0] for p in inside}
    if not columns or (len(columns) == 1 and not (inside[0].words[0].text[:1].islower() and inside[0].x1 < xs[-1] - 0.25 * (xs[-1] - xs[0]))):
        return None
    cells = [AlignedCell(0, c, 1, [w for p in inside if column_of(xs, p)[0] == c for w in p.words]) for c in range(len(xs) - 1)]
    return Aligned(xs, [inside[0].y - size, inside[-1].y + 0.3 * size], cells, 0, end)
