"""Tables of scans with upright rules alone, or with dotted ones between their rows that the scan lost: one cell of such a grid
holds a whole column. They are read as tables without rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractors.ocr_grid import Grid, rule_masks
from extractors.ocr_signs import INK

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

TALL = 110.0        # points: a cell that may hold a column, some eight lines
MOST_OF = 0.6       # share of the table's height that such cells take
LEAST_COLUMNS = 4
LINE = 4.0          # points: a line of print is no lower
APART = 11.0        # points of white in the first column that part rows; lines of a cell are nearer
LEAST_GAPS = 2


def columns_alone(gray: Gray, grids: Sequence[Grid], dpi: float) -> list[Grid]:
    """The grids whose rows no rule parts: the first column's long cell holds print that white cuts into pieces."""
    return [grid for grid in grids if grid.n_cols >= LEAST_COLUMNS and _is_bare(gray, grid, dpi / 72)]


def without_rules(gray: Gray, grids: Sequence[Grid], dpi: float) -> Gray:
    """The picture with the rules of these grids painted white."""
    import cv2
    import numpy as np

    out = gray.copy()
    near = np.ones((3, round(1.2 * dpi / 72) * 2 + 1), np.uint8)
    across, down = rule_masks(gray, dpi)
    rules = (cv2.dilate(down, near) > 0) | (cv2.dilate(across, near.T) > 0)
    pad = round(3 * dpi / 72)
    for grid in grids:
        x0, top, x1, bottom = grid.box
        area = (slice(max(0, top - pad), bottom + pad), slice(max(0, x0 - pad), x1 + pad))
        out[area][rules[area]] = 255
    return out


def _is_bare(gray: Gray, grid: Grid, pt: float) -> bool:
    tall: dict[int, int] = {}
    for cell in grid.cells:
        if cell.col_span == 1 and cell.row_span == 1 and cell.box[3] - cell.box[1] >= TALL * pt:
            tall[cell.row] = tall.get(cell.row, 0) + 1
    rows = {row for row, count in tall.items() if count >= grid.n_cols - 1}
    if sum(grid.ys[row + 1] - grid.ys[row] for row in rows) < MOST_OF * (grid.ys[-1] - grid.ys[0]):
        return False
    firsts = [cell for cell in grid.cells if cell.row in rows and cell.col == 0]
    return bool(firsts) and all(_gaps(gray, cell.box, pt) >= LEAST_GAPS for cell in firsts)


def _gaps(gray: Gray, box: tuple[int, int, int, int], pt: float) -> int:
    """How often wide white parts the lines of a cell."""
    import numpy as np

    pad = round(1.5 * pt)
    x0, top, x1, bottom = box
    inked = np.flatnonzero((gray[top + pad:bottom - pad, x0 + pad:x1 - pad] < INK).sum(axis=1) >= 2)
    pieces = np.split(inked, np.flatnonzero(np.diff(inked) >= APART * pt) + 1)
    return sum(len(piece) >= LINE * pt for piece in pieces) - 1
