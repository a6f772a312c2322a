"""Ruling lines in a page picture → grids of cells with spans.

Cells are the areas that rules enclose, so that merged cells, slightly bent scans and open outer borders need no rule of
their own; rows and columns are then read off the cells' edges.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractors.ocr_pale_rules import pale_lines, seems_ruled, under_words, whole_rules

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

MIN_ACROSS = 24.0     # points: shorter level strokes are dashes and underlines of a word
MIN_DOWN = 13.0       # points: a table's row is never lower; letters are
MAX_THICK = 4.5       # points: thicker black is a bar or a picture
GAP = 11.0            # points of a rule that print or scan may have lost, or a stamp that was taken out
PRINT, LEAST_PRINT, FULL = 150, 12, 0.4     # grey of print, its pixels in a cell that has some, share of such cells
LEAST_PALE = 9        # cells of a table of pale rules
FEW = 5               # cells of a table that may be a piece of a pale one
FEW_LINES = 100.0     # points: a header, or the one row of a table that goes on on the next page
PALE_GAP = 26.0       # … where the rules are pale
LETTERS = 24.0        # points: a row that is no higher may be bridged by the stem of one letter
INKED = 0.3           # share of an upright's length between two level rules that must be inked where most others are missing
MOST_INKED = 0.7      # share of a pale upright's length along which letters cross it; a rule that is darker is no pale one
LEAST_UNDER = 2       # pieces of pale uprights under words: the net shows through from the sheet's other side
MIN_CELL = 6.0        # points: a cell's shorter side
MOST_CELLS = 2000     # of a page; a sheet of days by 40 rows on A3 has 1,300
MOST_GRIDS = 12       # of a page; more are a drawing or noise, whose strokes meet by chance
CUT = 190             # grey of a levelled picture below which a pixel is ink; bleeding from the other side is paler …
PALE_CUT = 220        # … and so are the rules of a page printed with little toner, …
PALE = 66             # … which has few pixels darker than this (less than a tenth of its ink; 0.18 to 0.77 on 18 pages that were not faint, at most 0.053 on two that were)
SHEET = 0.8           # share of the page's height from which few cells are the sheet's own edge


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: its position, spans, and the area inside its rules in pixels (x0, top, x1, bottom)."""

    row: int
    col: int
    row_span: int
    col_span: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table of a page picture; `box` in pixels, outer rules included; `xs` and `ys` the column and row borders."""

    cells: tuple[GridCell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    box: tuple[int, int, int, int]

    @property
    def n_rows(self) -> int:
        return len(self.ys) - 1

    @property
    def n_cols(self) -> int:
        return len(self.xs) - 1


def ink_cut(gray: Gray) -> int:
    """The grey below which a pixel of a levelled page is ink."""
    import numpy as np

    counts = np.bincount(gray.ravel(), minlength=256)[:CUT].cumsum()
    return PALE_CUT if counts[-1] and counts[PALE] < counts[-1] / 10 else CUT


def rule_masks(gray: Gray, dpi: float, pale: bool = False) -> tuple[Gray, Gray]:
    """Level and upright rules of a straight page picture, as two masks (255 on a rule); with `pale` also those that are hardly
    darker than the paper."""
    import cv2
    import numpy as np

    pt = dpi / 72
    ink = np.asarray(cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1], dtype=np.uint8)
    # Thin rules print grey; Otsu's cut between paper and letters may lose them.
    ink[gray < ink_cut(gray)] = 255
    masks = []
    for level, least in ((True, MIN_ACROSS), (False, MIN_DOWN)):
        def kernel(length: float, level: bool = level) -> Any:
            n = max(1, round(length * pt))
            return np.ones((1, n) if level else (n, 1), np.uint8)

        # A rule that climbs a pixel at a time or is dotted by noise: widen it a little, then ask for length.
        thick = cv2.dilate(cv2.bitwise_or(ink, pale_lines(gray, pt, level)) if pale else ink, np.ones((3, 1) if level else (1, 3), np.uint8))
        thick = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, kernel(1.5))
        long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel(least))
        long = cv2.morphologyEx(long, cv2.MORPH_CLOSE, kernel(PALE_GAP if pale else GAP))
        masks.append(_rules_only(np.asarray(long, dtype=np.uint8), ink, pt, level))
    return masks[0], masks[1]


def _rules_only(mask: Gray, ink: Gray, pt: float, level: bool) -> Gray:
    """Marks that are rules: long, thin, and with paper on both sides (a row of serifs has letters on one)."""
    import cv2
    import numpy as np

    fat = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((round(MAX_THICK * pt) + 3,) * 2, np.uint8))
    mask = np.asarray(cv2.subtract(mask, cv2.dilate(fat, np.ones((5, 5), np.uint8))), dtype=np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    length, thick = (stats[:, 2], stats[:, 3]) if level else (stats[:, 3], stats[:, 2])
    least = (MIN_ACROSS if level else MIN_DOWN) * pt * 0.9
    # A bent or slightly skewed rule may rise one part in 60.
    keep = (length >= least) & (thick <= MAX_THICK * pt + length / 60)
    axis = 0 if level else 1
    away = max(2, round(pt))
    marked = np.flatnonzero(mask)  # few pixels of a page are a rule's: whole pictures of counts would take half a gigabyte
    mark = labels.ravel()[marked]
    for side in (1, -1):
        edge = np.roll(mask, side, axis).ravel()[marked] == 0
        beside = np.roll(ink, side * away, axis).ravel()[marked] > 0
        edges = np.bincount(mark[edge], minlength=count)
        inked = np.bincount(mark[edge & beside], minlength=count)
        keep &= inked <= 0.3 * np.maximum(edges, 1)
    keep[0] = False
    return np.asarray(np.where(keep, 255, 0).astype(np.uint8)[labels], dtype=np.uint8)


def _without_letters(gray: Gray, across: Gray, down: Gray, pt: float) -> Gray:
    """Upright rules without those pieces between two level rules that the stem of a letter in a merged cell makes: they
    have ink close beside them."""
    import cv2
    import numpy as np

    ink = gray < ink_cut(gray)
    bands: dict[int, list[tuple[int, float]]] = {}      # height of a low row's middle → its uprights and how much of each is inked
    near = np.asarray(cv2.dilate(across, np.ones((round(1.5 * pt) | 1, 1), np.uint8)))
    pieces = np.asarray(cv2.bitwise_and(down, cv2.bitwise_not(near)), dtype=np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(pieces, connectivity=8)
    out = down.copy()
    away = max(2, round(1.2 * pt))
    for n in range(1, len(stats)):
        x, y, w, h, _ = (int(v) for v in stats[n])
        if not 5 * pt <= h <= LETTERS * pt:
            continue
        wide = ink[y:y + h, max(0, x - away):x + w + away]
        beside = wide[:, :away].any(axis=1) | wide[:, -away:].any(axis=1)
        if beside.mean() > 0.25:
            out[y:y + h, x:x + w][labels[y:y + h, x:x + w] == n] = 0
        else:
            bands.setdefault(round((y + h / 2) / (4 * pt)), []).append((n, float(ink[y:y + h, x:x + w].any(axis=1).mean())))
    # Rules over and under the merged cell of a low row are drawn on through it, where there is no ink; a row of whole rules has
    # ink on most of them, and what one of them lost stays bridged.
    usual = max((len(b) for b in bands.values()), default=0)
    for band in bands.values():
        if 2 * sum(share > INKED for _, share in band) <= usual:
            for n, share in band:
                if share <= INKED:
                    x, y, w, h, _ = (int(v) for v in stats[n])
                    out[y:y + h, x:x + w][labels[y:y + h, x:x + w] == n] = 0
    return out


def find_grids(gray: Gray, dpi: float) -> list[Grid]:
    """Ruled tables of a straight page picture, top to bottom. A frame around one cell is no table.

    Where pale rules show beside these, the tables that they draw are taken, too."""
    grids = _find(gray, dpi)
    known = [g.box for g in grids if len(g.cells) > FEW]
    if seems_ruled(gray, dpi / 72, known):
        more = [g for g in _find(gray, dpi, pale=True) if len(g.cells) >= LEAST_PALE and g.n_cols >= 3 and _printed(gray, g)
                and not _runs_over(gray, g, dpi / 72) and not any(_meet(g.box, box) for box in known) and not any(_letters_in(g, o, dpi / 72) for o in grids)]
        grids = sorted([*more, *(g for g in grids if not any(_meet(g.box, m.box) for m in more))], key=lambda g: (g.box[1], g.box[0]))
    return grids


def _meet(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _letters_in(pale: Grid, dark: Grid, pt: float) -> bool:
    """Whether pale rules are but the feet and stems of letters in a table of few cells that is ruled black: they stay inside it, and it
    is of a few lines, or some of them end in the middle of it."""
    pad = 2 * MIN_CELL * pt
    inside = all(abs(a - b) <= pad for a, b in zip(pale.box, dark.box, strict=True))
    low = dark.box[3] - dark.box[1] < FEW_LINES * pt
    return inside and (low or any(cell.row_span > 1 or cell.col_span > 1 for cell in pale.cells))


def _printed(gray: Gray, grid: Grid) -> bool:
    """Whether a good part of a table's cells hold print; a table that shows through from the sheet's other side is empty."""
    full = sum(int((gray[c.box[1] + 2:c.box[3] - 2, c.box[0] + 2:c.box[2] - 2] < PRINT).sum()) >= LEAST_PRINT for c in grid.cells)
    return full >= FULL * len(grid.cells)


def _runs_over(gray: Gray, grid: Grid, pt: float) -> bool:
    """Whether the page's text runs over a net's pale uprights: it shows through from the sheet's other side, and lines of prose fill it."""
    import numpy as np

    crossed = dark = 0
    wide = max(3, round(1.2 * pt))
    for cell in grid.cells:
        if cell.col + cell.col_span < grid.n_cols:
            _, top, right, bottom = cell.box
            inked = np.asarray((gray[top + 2:bottom - 2, right - 1:right + wide] < PRINT).any(axis=1))
            dark += bool(inked.mean() > MOST_INKED)
            crossed += bool(2 <= inked.sum() <= MOST_INKED * inked.size)
    if crossed > max(dark, 0.1 * len(grid.cells)):
        return True
    # Where words hid so much of an upright that its cells seemed merged, it still shows between their letters.
    under = sum(under_words(gray[round(top):round(bottom)], round(x), pt, PRINT) for x in grid.xs[1:-1] for top, bottom in itertools.pairwise(grid.ys))
    return under >= LEAST_UNDER


def _find(gray: Gray, dpi: float, pale: bool = False) -> list[Grid]:
    import cv2
    import numpy as np

    pt = dpi / 72
    across, down = rule_masks(gray, dpi, pale)
    if pale:
        across, down = whole_rules(gray, across, down, pt)
    else:
        down = _without_letters(gray, across, down, pt)
    reach = max(1, round(2.5 * pt))
    # Ends of rules are drawn out to meet the rules they stop short of.
    joined = cv2.bitwise_or(cv2.dilate(across, np.ones((1, 2 * reach + 1), np.uint8)),
                            cv2.dilate(down, np.ones((2 * reach + 1, 1), np.uint8)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    grids = []
    for n in range(1, len(stats)):
        x, y, w, h, _ = (int(v) for v in stats[n])
        if w < 40 * pt or h < 14 * pt:
            continue
        part = (labels[y:y + h, x:x + w] == n).astype(np.uint8)
        uprights = cv2.bitwise_and(part, (down[y:y + h, x:x + w] > 0).astype(np.uint8))
        if not uprights.any():
            continue
        grid = _grid_of(part, (x, y, w, h), pt)
        if grid is not None:
            grids.append(grid)
    grids = [g for g in grids if not any(g is not o and _inside(g.box, o.box) for o in grids)]
    # The edge of the paper or its shadow draws a frame that nothing but a line or two of the page divides.
    grids = [g for g in grids if len(g.cells) > 3 or g.ys[-1] - g.ys[0] < SHEET * gray.shape[0]]
    return sorted(grids, key=lambda g: (g.box[1], g.box[0]))


def too_many(grids: Sequence[Grid]) -> bool:
    """Whether the traced nets of a page are more than any plan's tables: reading each cell of a drawing takes minutes and gives
    nothing."""
    return len(grids) > MOST_GRIDS or sum(len(g.cells) for g in grids) > MOST_CELLS


def _inside(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3] and a != b


def _grid_of(part: Gray, at: tuple[int, int, int, int], pt: float) -> Grid | None:
    """The grid that one connected net of rules draws; None where it encloses fewer than two cells."""
    import cv2
    import numpy as np

    x, y, w, h = at
    # A frame closes tables whose outer rules are not printed; one that is printed swallows it.
    net = cv2.copyMakeBorder(part, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=1)
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.asarray(1 - net, dtype=np.uint8), connectivity=4)
    least = MIN_CELL * pt
    boxes = []
    for left, top, width, height, area in (tuple(int(v) for v in s) for s in stats[1:]):
        # A sliver between the frame and a bent outer rule is narrow or hollow.
        if width >= least and height >= least and area >= 0.5 * width * height:
            boxes.append((left + x - 2, top + y - 2, left + x - 2 + width, top + y - 2 + height))
    if len(boxes) < 2:
        return None
    half = 3.0 * pt
    xs = _cluster([b[0] for b in boxes] + [b[2] for b in boxes], half)
    ys = _cluster([b[1] for b in boxes] + [b[3] for b in boxes], half)
    cells = []
    for box in boxes:
        c0, c1 = _nearest(xs, box[0]), _nearest(xs, box[2])
        r0, r1 = _nearest(ys, box[1]), _nearest(ys, box[3])
        if c1 > c0 and r1 > r0:
            cells.append(GridCell(r0, c0, r1 - r0, c1 - c0, box))
    if len(cells) < 2 or (len(xs) <= 2 and len(cells) < 3):
        return None
    cells.sort(key=lambda c: (c.row, c.col))
    return Grid(tuple(cells), tuple(xs), tuple(ys), (x, y, x + w, y + h))


def _cluster(values: Sequence[int], within: float) -> list[float]:
    """Centres of groups of values that lie within `within` of their group's running mean, ascending.

    The two edges of one rule (a cell's right, the next cell's left) fall into one group."""
    groups: list[list[int]] = []
    for value in sorted(values):
        if groups and value - sum(groups[-1]) / len(groups[-1]) <= 2 * within:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(g) / len(g) for g in groups]


def _nearest(centres: Sequence[float], value: float) -> int:
    return min(range(len(centres)), key=lambda n: abs(centres[n] - value))

