"""Rules to grids: crossing rules form a grid, walls between its unit squares give cells with row and column spans."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf_rules import Segment

_TOUCH = 4.0      # points: rules that end this near each other meet
_COVER = 0.6      # share of a unit side that a rule must cover to be a wall
_MOST_RULES = 4_000  # more is a drawing, not a table
_SLIVER = 7.0     # points: narrower columns without a cell of their own are a slip of the drawing


class GridCell(NamedTuple):
    """A cell's upper left unit square and its spans."""

    row: int
    col: int
    row_span: int
    col_span: int


_cell = tuple.__new__  # what `GridCell._make` calls, at a third of its time


@dataclass(slots=True)
class Grid:
    """A ruled grid: column borders `xs`, row borders `ys` (points, ascending), and its cells in reading order."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_box(self, cell: GridCell) -> Box:
        return (self.xs[cell.col], self.ys[cell.row], self.xs[cell.col + cell.col_span], self.ys[cell.row + cell.row_span])


def find_grids(horizontal: list[Segment], vertical: list[Segment]) -> list[Grid]:
    """Grids of at least two columns, top to bottom. Open outer borders are closed at the reach of the crossing rules."""
    if len(horizontal) + len(vertical) > _MOST_RULES:
        return []
    grids = []
    for rows, cols in _groups(horizontal, vertical):
        grid = _grid(rows, cols)
        if grid is not None:
            grids.append(grid)
    grids.sort(key=lambda g: (g.ys[0], g.xs[0]))
    return grids


def _groups(horizontal: list[Segment], vertical: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Sets of rules that cross or touch one another, as (horizontal, vertical)."""
    reach = [(x, y0 - _TOUCH, y1 + _TOUCH) for x, y0, y1 in vertical]
    found: list[tuple[list[int], set[int]]] = []
    between: dict[tuple[float, float], list[tuple[int, float, float]]] = {}  # upright rules between two x: most rules end at the same
    for i, (y, x0, x1) in enumerate(horizontal):
        near = between.get((x0, x1))
        if near is None:
            near = between[x0, x1] = [(j, y0, y1) for j, (x, y0, y1) in enumerate(reach) if x0 - _TOUCH <= x <= x1 + _TOUCH]
        rows, cols = [i], {j for j, y0, y1 in near if y0 <= y <= y1}
        if not cols:
            continue
        apart = []
        for group in found:
            if cols.isdisjoint(group[1]):
                apart.append(group)
            else:
                rows += group[0]
                cols |= group[1]
        found = [*apart, (rows, cols)]
    found.sort(key=lambda group: min(group[0]))
    return [([horizontal[i] for i in sorted(rows)], [vertical[j] for j in sorted(cols)]) for rows, cols in found]


def _levels(values: list[float], within: float = 2.0) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > within:
            out.append(value)
    return out


def _grid(horizontal: list[Segment], vertical: list[Segment]) -> Grid | None:
    left = min(min(s[1] for s in horizontal), min(s[0] for s in vertical))
    right = max(max(s[2] for s in horizontal), max(s[0] for s in vertical))
    top = min(min(s[1] for s in vertical), min(s[0] for s in horizontal))
    bottom = max(max(s[2] for s in vertical), max(s[0] for s in horizontal))
    xs = _ends(_levels([s[0] for s in vertical]), left, right)
    ys = _ends(_levels([s[0] for s in horizontal]), top, bottom)
    if len(xs) < 3 or len(ys) < 2:
        return None
    walls_v, walls_h = _walls(xs, ys, vertical), _walls(ys, xs, horizontal)
    # walls_v[k][i]: the side of unit row i along x border k is ruled; walls_h[k][j]: that of unit column j along y border k
    last = len(xs) - 1
    patterns: dict[tuple[bool, ...], list[tuple[int, int]]] = {}  # walls of a unit row -> its runs of unit columns
    open_cells: dict[tuple[int, int], int] = {}
    cells: list[list[int]] = []
    for i, walls in enumerate(zip(*walls_v, strict=True)):
        runs = patterns.get(walls)
        if runs is None:
            ends = [j for j in range(1, last) if walls[j]]
            runs = patterns[walls] = list(zip([0, *ends], [*ends, last], strict=True))
        ruled = walls_h[i]
        now: dict[tuple[int, int], int] = {}
        for run in runs:
            above = open_cells.get(run)
            if above is not None and True not in ruled[run[0]:run[1]]:
                cells[above][2] += 1
                now[run] = above
            else:
                now[run] = len(cells)
                cells.append([i, run[0], 1, run[1] - run[0]])
        open_cells = now
    xs, cells = _drop_slivers(xs, cells)
    if len(xs) < 3:
        return None
    return Grid(xs, ys, [_cell(GridCell, c) for c in sorted(cells)])


def _ends(levels: list[float], low: float, high: float) -> list[float]:
    """Borders with the outer ends added where no rule stands there (open outer borders)."""
    if levels[0] - low > _TOUCH:
        levels.insert(0, low)
    if high - levels[-1] > _TOUCH:
        levels.append(high)
    return levels


def _walls(at: list[float], across: list[float], segments: list[Segment]) -> list[list[bool]]:
    out = [[False] * (len(across) - 1) for _ in at]
    first, last = across[0], across[-1]
    for position, a, b in segments:
        k = bisect_left(at, position - 2.0)  # levels are at least that far apart
        if k == len(at) or (k + 1 < len(at) and abs(at[k + 1] - position) < abs(at[k] - position)):
            k = min(range(len(at)), key=lambda n: abs(at[n] - position))
        if a <= first and b >= last:
            out[k] = [True] * (len(across) - 1)
            continue
        row = out[k]
        for n in range(len(across) - 1):
            lo, hi = across[n], across[n + 1]
            if lo >= b:
                break
            if not row[n] and hi > a:
                row[n] = (b if b < hi else hi) - (a if a > lo else lo) >= _COVER * (hi - lo)
    return out


def _drop_slivers(xs: list[float], cells: list[list[int]]) -> tuple[list[float], list[list[int]]]:
    """Two borders so near that no cell stands between them alone are one border drawn at two places."""
    k = 1
    while k < len(xs):
        near = xs[k] - xs[k - 1] < _SLIVER or (
            xs[k] - xs[k - 1] < 2 * _SLIVER and not any(c[1] == k - 1 and c[3] == 1 for c in cells))
        if near and len(xs) > 2:
            gone = k if k < len(xs) - 1 else k - 1
            del xs[gone]
            kept = []
            for row, col, row_span, col_span in cells:
                start = col - 1 if col >= gone and col > 0 and col >= k else col
                end = col + col_span
                end = end - 1 if end >= k else end
                if end > start:
                    kept.append([row, start, row_span, end - start])
            cells = kept
        else:
            k += 1
    return xs, cells
