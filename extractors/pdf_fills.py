"""Tables whose cells are shaded instead of ruled: the edges of the shading are the borders of cells, as of every other row in
a banded table. Rows between two shaded ones that have no shading stand in the same columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.pdf_chars import Word
from extractors.pdf_grid import Grid, GridCell
from extractors.pdf_lines import Row, rows_of

LEAST_SHADED = 6     # shaded cells of a table
_LEAST_ROWS = 2
_SAME = 2.0          # points: edges this near each other are one
_THIN = 12.0         # points: narrower and lower shapes are no cells (Word shades a cell in strips of its padding and lines)
_FAR = 60.0          # points: most that a row without shading is high


def find_shaded(fills: Sequence[Box], words: Sequence[Word]) -> list[Grid]:
    """Grids of the shaded tables of a page, top to bottom. `fills`: filled boxes, `words`: the page's free words one by one."""
    found = []
    for boxes in _tables([box for box in fills if box[2] - box[0] >= _THIN and box[3] - box[1] >= _THIN]):
        xs, ys = _levels([x for box in boxes for x in (box[0], box[2])]), _levels([y for box in boxes for y in (box[1], box[3])])
        if len(xs) < 4 or len(ys) <= _LEAST_ROWS or min(b - a for a, b in pairwise(xs)) < _THIN or min(
                b - a for a, b in pairwise(ys)) < _THIN - _SAME:
            continue
        grid = _grid(boxes, xs, ys, words)
        if grid is not None:
            found.append(grid)
    return found


def _tables(boxes: list[Box]) -> list[list[Box]]:
    """Shaded cells of each table: those one below the other whose rows are as wide, apart by one row at most."""
    out: list[list[Box]] = []
    for band in _bands(boxes):
        left, right, top = min(b[0] for b in band), max(b[2] for b in band), band[0][1]
        last = out[-1] if out else None
        if last and _goes_on(last, left, right, top):
            last += band
        else:
            out.append(list(band))
    return [table for table in out if len(table) >= LEAST_SHADED and sum(len(set(band)) >= 3 for band in _bands(table)) >= _LEAST_ROWS]


def _goes_on(table: list[Box], left: float, right: float, top: float) -> bool:
    """Whether a further row of shaded cells belongs to a table: as wide and close below it, or beside merged cells that reach down to it."""
    outer, far, foot = min(b[0] for b in table), max(b[2] for b in table), max(b[3] for b in table)
    if top < foot - _SAME:
        return outer - _SAME <= left and right <= far + _SAME
    return abs(outer - left) <= _SAME and abs(far - right) <= _SAME and top - foot <= _FAR


def _bands(boxes: list[Box]) -> list[list[Box]]:
    """Boxes that begin at one height, top to bottom."""
    out: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        if out and box[1] - out[-1][0][1] <= _SAME:
            out[-1].append(box)
        else:
            out.append([box])
    return out


def _levels(values: Sequence[float]) -> list[float]:
    """Edges as borders; those nearly at one place are one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _SAME:
            out.append(value)
    return out


def _grid(boxes: Sequence[Box], xs: list[float], ys: list[float], words: Sequence[Word]) -> Grid | None:
    """The grid of a table's shaded cells and the places between them; None where cells lie over each other or cut its lines."""
    taken = [[False] * (len(xs) - 1) for _ in ys[1:]]
    cells: list[GridCell] = []
    tall = False
    for x0, y0, x1, y1 in dict.fromkeys(boxes):
        left, right, top, bottom = _at(xs, x0), _at(xs, x1), _at(ys, y0), _at(ys, y1)
        if left >= right or top >= bottom or any(taken[r][c] for r in range(top, bottom) for c in range(left, right)):
            return None
        for r in range(top, bottom):
            taken[r][left:right] = [True] * (right - left)
        cells.append(GridCell(top, left, bottom - top, right - left))
        lines = rows_of([w for w in words if x0 < (w.x0 + w.x1) / 2 < x1 and y0 <= w.y - 3.0 < y1])
        tall = tall or len(lines) > 1
    if not tall:       # strips of single lines may be parts of cells
        return None
    bare = 0
    for r, (top_y, bottom_y) in enumerate(pairwise(ys)):
        inside = [w for w in words if top_y <= w.y - 3.0 < bottom_y]
        bare += not any(taken[r])
        c = 0
        while c < len(xs) - 1:
            end = c + 1
            if not taken[r][c]:
                while end < len(xs) - 1 and not taken[r][end] and any(w.x0 + 1 < xs[end] < w.x1 - 1 for w in inside):
                    end += 1
                cells.append(GridCell(r, c, 1, end - c))
            c = end
    if bare and (foot := _last_row(xs, ys[-1], words)) is not None:
        cells += [GridCell(len(ys) - 1, c, 1, 1) for c in range(len(xs) - 1)]
        ys = [*ys, foot]
    return Grid(xs, ys, sorted(cells))


def _at(levels: Sequence[float], value: float) -> int:
    k = bisect_left(levels, value - _SAME)
    return min(k, len(levels) - 1)


def _last_row(xs: Sequence[float], top: float, words: Sequence[Word]) -> float | None:
    """Where the last row of a banded table ends that has no shading; None where the lines below stand in no columns."""
    rows = rows_of([w for w in words if w.y > top + 3.0])
    inside: list[Row] = []
    for row in rows:
        if row.y - (inside[-1].y if inside else top) > (_FAR / 2 if not inside else 20.0) or any(
                w.x0 < xs[0] - 1 or w.x1 > xs[-1] + 1 or any(w.x0 + 1 < x < w.x1 - 1 for x in xs[1:-1]) for w in row.words):
            break
        inside.append(row)
    columns = {sum(x < w.x0 + 1 for x in xs) for row in inside for w in row.words}
    return inside[-1].y + 4.0 if len(columns) >= 3 else None
