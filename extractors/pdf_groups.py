"""Groups in the first column of a table without rules or row numbers: a merged cell in the middle of its rows hides the white between them."""

from __future__ import annotations

import itertools
from statistics import median

from extractors.pdf_bands import column_of
from extractors.pdf_columns import NUMBER, ColumnPiece
from extractors.pdf_merged import C

_FAR = 1.18        # of the line pitch: lines of one cell stand nearer than this
_PITCH = 1.6       # of the letter size: so do steps between lines of one cell

Band = list[ColumnPiece]


def part_groups(bands: list[Band], xs: list[float], size: float) -> tuple[list[Band], list[tuple[int, int]]]:
    """The bands with those parted in which white parts several rows behind the first column, each of which has a wording and a
    cell beside it; and the first and last row of each band that was. The first column's text stands in the first row."""
    if any(NUMBER.match(p.words[0].text) for band in bands for p in band if column_of(xs, p)[0] == 0):
        return bands, []
    by_column: dict[int, list[float]] = {}
    for p in sorted((p for band in bands for p in band), key=lambda p: p.y):
        by_column.setdefault(column_of(xs, p)[0], []).append(p.y)
    steps = [b - a for c, ys in by_column.items() if c for a, b in itertools.pairwise(ys) if 0.6 * size < b - a <= _PITCH * size]
    if len(steps) < 3:
        return bands, []
    near = _FAR * median(steps) + 0.8
    out: list[Band] = []
    groups: list[tuple[int, int]] = []
    for band in bands:
        first = [p for p in band if column_of(xs, p)[0] == 0]
        rows: list[Band] = []
        reach = -1e9
        for p in sorted((p for p in band if column_of(xs, p)[0]), key=lambda p: p.y):
            if p.y - reach > near:
                rows.append([])
            rows[-1].append(p)
            reach = p.y
        filled = [{column_of(xs, p)[0] for p in row} for row in rows]
        if not first or len(rows) < 2 or not all(1 in columns and len(columns) >= min(3, len(xs) - 2) for columns in filled):
            out.append(band)
            continue
        groups.append((len(out), len(out) + len(rows) - 1))
        out += [[*first, *rows[0]], *rows[1:]]
    return out, groups


def merge_groups(cells: list[C], groups: list[tuple[int, int]], more: int) -> list[C]:
    """Cells with the first column's made one for each group. `more`: rows that the header has beside its first."""
    last = {a + more: b + more for a, b in groups}
    inside = {r for a, b in last.items() for r in range(a + 1, b + 1)}
    for cell in cells:
        if cell.col == 0 and cell.row in last:
            cell.row_span = last[cell.row] - cell.row + 1
    return [c for c in cells if c.col or c.row not in inside]
