"""One page picture → blocks: prose lines and ruled tables in reading order, with confidences and places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.document import Block, Cell, Line, Place, Table
from extractors.ocr_grid import Grid, GridCell, erase_rules, find_grids
from extractors.ocr_image import RawPage, Straight, lines_upright, straighten
from extractors.ocr_layout import Row, is_noise, is_page_number, join_pieces, measure, page_rows, rows_of, same_height
from extractors.ocr_repair import repair_rows
from extractors.ocr_signs import INK, Sign, blank, find_signs, roman_ones
from extractors.ocr_tesseract import Word, read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

PROSE, BLOCK = 3, 6      # Tesseract's page segmentation modes: whole page, one uniform block
GOOD = 0.72              # mean word confidence under which another orientation of the page is tried
STACK_GAP = 40           # pixels of white between the cells of a column that are read as one block
STACK_EDGE = 40


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page as read: blocks in reading order, its height in points, mean word confidence, and counts."""

    number: int
    blocks: list[Block]
    height: float
    confidence: float
    words: int
    repaired: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class _Reading:
    straight: Straight
    grids: list[Grid]
    prose: list[Word]
    cells: list[list[list[Row]]]      # per grid, per cell: rows
    confidence: float


def read_page(page: RawPage, source: str) -> PageRead:
    """The blocks of one page. A page lying on its side or upside down is turned first: the side is seen in the picture,
    upside down by words that make no sense."""
    first = straighten(page)
    if lines_upright(first.gray, first.dpi):
        best = _read(first, source)
        others: tuple[int, ...] = (2,)
    else:
        best = _read(straighten(page, 1), source)
        others = (3,)
    if best.confidence < GOOD and _has_text(best):
        for turn in others:
            other = _read(straighten(page, turn), source)
            if other.confidence > best.confidence + 0.08:
                best = other
    return _assemble(best)


def _has_text(reading: _Reading) -> bool:
    return len(reading.prose) + sum(len(r.words) for g in reading.cells for c in g for r in c) >= 8


def _read(straight: Straight, source: str) -> _Reading:
    """Everything Tesseract can tell of a straight page, before repair."""
    gray, dpi = straight.gray, straight.dpi
    grids = find_grids(gray, dpi)
    signs = find_signs(gray, dpi)
    clean = blank(erase_rules(gray, dpi), signs)
    prose_picture = clean.copy()
    for grid in grids:
        x0, top, x1, bottom = grid.box
        prose_picture[max(0, top - 3):bottom + 4, max(0, x0 - 3):x1 + 4] = 255
    prose: list[Word] = []
    if (prose_picture < INK).sum() > 30:
        prose = read_words([prose_picture], PROSE, source, dpi=round(dpi))[0]
    cells = [_read_grid(grid, clean, signs, source, dpi) for grid in grids]
    prose = [roman_ones(w, clean) for w in prose]
    outside = [s for s in signs if not any(_within(s.box, g.box) for g in grids)]
    prose = _put_signs(prose, outside)
    words = prose + [w for g in cells for c in g for r in c for w in r.words]
    letters = sum(len(w.text) for w in words)
    mean = sum(w.confidence * len(w.text) for w in words) / letters if letters else 0.0
    return _Reading(straight, grids, prose, cells, mean)


def _within(box: tuple[int, int, int, int], area: tuple[int, int, int, int]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _put_signs(words: Sequence[Word], signs: Sequence[Sign]) -> list[Word]:
    """Words with the signs found by shape put on the line on which they stand; a sign on no line makes one."""
    out = list(words)
    free = max((w.line for w in words), default=-1) + 1
    for n, sign in enumerate(signs):
        word = sign.word()
        height = word.bottom - word.top
        mates = [w for w in words if min(w.bottom, word.bottom) - max(w.top, word.top) > 0.5 * min(height, w.bottom - w.top)]
        near = min(mates, key=lambda w: min(abs(w.x0 - word.x1), abs(word.x0 - w.x1)), default=None)
        out.append(replace(word, line=near.line if near is not None else free + n))
    return sorted(out, key=lambda w: (w.line, w.x0))


def _read_grid(grid: Grid, clean: Gray, signs: Sequence[Sign], source: str, dpi: float) -> list[list[Row]]:
    """Rows of each cell of a grid. Cells of one column are stacked, each cut to its ink, and read as one block of text:
    Tesseract then neither mixes cells nor meets a lone digit without neighbours."""
    import numpy as np

    stacks: dict[tuple[int, int], list[int]] = {}
    for n, cell in enumerate(grid.cells):
        stacks.setdefault((cell.col, cell.col_span), []).append(n)
    pictures: list[Gray] = []
    placed: list[list[tuple[int, int, int, int, int]]] = []     # cell, top and bottom in the stack, x and y of the cut in the page
    for members in stacks.values():
        cuts = [(n, *cut) for n in members if (cut := _ink_of(grid.cells[n], clean, dpi)) is not None]
        if not cuts:
            continue
        width = max(x1 - x0 for _, x0, _, x1, _ in cuts) + 2 * STACK_EDGE
        height = sum(bottom - top + STACK_GAP for _, _, top, _, bottom in cuts) + STACK_GAP
        picture = np.full((height, width), 255, np.uint8)
        y, spots = STACK_GAP, []
        for n, x0, top, x1, bottom in cuts:
            picture[y:y + bottom - top, STACK_EDGE:STACK_EDGE + x1 - x0] = clean[top:bottom, x0:x1]
            spots.append((n, y - STACK_GAP // 2, y + bottom - top + STACK_GAP // 2, x0 - STACK_EDGE, top - y))
            y += bottom - top + STACK_GAP
        pictures.append(picture)
        placed.append(spots)
    out: list[list[Word]] = [[] for _ in grid.cells]
    for spots, words in zip(placed, read_words(pictures, BLOCK, source, dpi=round(dpi)), strict=True):
        for word in words:
            middle = (word.top + word.bottom) / 2
            for n, top, bottom, dx, dy in spots:
                if top <= middle < bottom:
                    out[n].append(roman_ones(word.moved(dx, dy), clean))
                    break
    rows: list[list[Row]] = []
    for cell, words in zip(grid.cells, out, strict=True):
        rows.append(join_pieces(rows_of(_put_signs(words, [s for s in signs if _within(s.box, cell.box)]))))
    return rows


def _ink_of(cell: GridCell, clean: Gray, dpi: float) -> tuple[int, int, int, int] | None:
    """The part of a cell that holds ink (x0, top, x1, bottom in the page); None where the cell is empty."""
    import cv2
    import numpy as np

    x0, top, x1, bottom = cell.box
    edge = max(1, round(0.5 * dpi / 72))
    part = clean[top + edge:bottom - edge, x0 + edge:x1 - edge]
    if part.size == 0:
        return None
    _, labels, stats, _ = cv2.connectedComponentsWithStats((part < INK).astype(np.uint8), connectivity=8)
    # Specks, and what is left of a rule at the cell's edge, are no ink.
    least = max(4.0, (0.35 * dpi / 72) ** 2 * 4)
    h, w = part.shape
    keep = np.array([
        n > 0 and s[4] >= least and not (s[3] <= 2 and s[2] > 0.5 * w) and not (s[2] <= 2 and s[3] > 0.5 * h)
        for n, s in enumerate(stats)])
    ys, xs = np.nonzero(keep[labels])
    if ys.size < 2 * least:
        return None
    pad = 2
    return (x0 + edge + max(0, int(xs.min()) - pad), top + edge + max(0, int(ys.min()) - pad),
            x0 + edge + min(w, int(xs.max()) + 1 + pad), top + edge + min(h, int(ys.max()) + 1 + pad))


def _assemble(reading: _Reading) -> PageRead:
    """Blocks in reading order, after repair of doubtful words."""
    straight, pt = reading.straight, reading.straight.pt
    rows = page_rows(reading.prose, pt)
    repaired = repair_rows(rows)
    measure(rows, pt)
    for cell_rows in reading.cells:
        for group in cell_rows:
            repaired += repair_rows(group)
    page_height = straight.gray.shape[0]
    numbered = {id(r) for r in rows if is_page_number(r, page_height) and not any(
        o is not r and same_height(o, r) for o in rows)}
    to_line = _line_maker(straight, numbered)
    blocks: list[tuple[float, Block]] = []
    tables = [(g.box[1], _table(g, cells, straight)) for g, cells in zip(reading.grids, reading.cells, strict=True)]
    # Rows keep their reading order; a table comes before the first row that stands wholly below its top.
    pending = sorted(tables, key=lambda t: t[0])
    for row in rows:
        while pending and row.middle > pending[0][0]:
            blocks.append(pending.pop(0))
        blocks.append((row.top, to_line(row)))
    blocks += pending
    words = sum(len(r.words) for r in rows) + sum(len(r.words) for g in reading.cells for c in g for r in c)
    return PageRead(straight.number, [b for _, b in blocks], straight.size[1], reading.confidence, words, repaired, straight.turn)


def _line_maker(straight: Straight, numbered: set[int]) -> Callable[[Row], Line]:
    def make(row: Row) -> Line:
        line = line_of(row, straight)
        line.furniture = id(row) in numbered or is_noise(row)
        line.indent, line.fill, line.align, line.starts = row.indent, row.fill, row.align, row.starts
        return line
    return make


def line_of(row: Row, straight: Straight) -> Line:
    """A row as a Line with its place on the page as displayed; `raw_text` where words were repaired."""
    place = Place(page=straight.number, box=straight.box(row.x0, row.top, row.x1, row.bottom))
    raw = " ".join(row.raw.get(n, w.text) for n, w in enumerate(row.words)) if row.raw else None
    return Line(row.text, place, confidence=round(row.confidence, 3), raw_text=raw)


def _table(grid: Grid, cell_rows: Sequence[Sequence[Row]], straight: Straight) -> Table:
    """A grid and the rows of its cells as a Table of origin "ocr"."""
    pt = straight.pt
    cells = []
    for cell, rows in zip(grid.cells, cell_rows, strict=True):
        lines = []
        left = min((r.x0 for r in rows), default=0.0)
        inner = max(cell.box[2] - cell.box[0], 1)
        for row in rows:
            if is_noise(row):
                continue
            line = line_of(row, straight)
            line.indent = round((row.x0 - left) / pt, 1)
            line.fill = round(min(1.0, (row.x1 - cell.box[0]) / inner), 3)
            lines.append(line)
        cells.append(Cell(cell.row, cell.col, lines, cell.row_span, cell.col_span))
    words = [w for rows in cell_rows for r in rows for w in r.words]
    letters = sum(len(w.text) for w in words)
    mean = sum(w.confidence * len(w.text) for w in words) / letters if letters else 1.0
    place = Place(page=straight.number, box=straight.box(*grid.box))
    return Table(cells, grid.n_rows, grid.n_cols, place, "ocr", confidence=round(mean, 3), page_rows=[straight.number] * grid.n_rows)
