"""One page picture → blocks: prose lines and ruled tables in reading order, with confidences and places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.document import Block, Cell, Line, Place, Table
from extractors.ocr_cells import number_at, read_grid
from extractors.ocr_grid import Grid, find_grids
from extractors.ocr_image import RawPage, Straight, lines_upright, straighten
from extractors.ocr_layout import Row, is_noise, is_page_number, measure, page_rows, same_height
from extractors.ocr_repair import repair_rows
from extractors.ocr_signs import INK, blank, find_signs, put_signs, roman_ones, within
from extractors.ocr_tesseract import Word, read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

PROSE = 3                # Tesseract's page segmentation mode: whole page
GOOD = 0.72              # mean word confidence under which another orientation of the page is tried


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
    clean = blank(gray, signs)
    prose_picture = clean.copy()
    for grid in grids:
        x0, top, x1, bottom = grid.box
        prose_picture[max(0, top - 3):bottom + 4, max(0, x0 - 3):x1 + 4] = 255
    prose: list[Word] = []
    if (prose_picture < INK).sum() > 30:
        prose = read_words([prose_picture], PROSE, source, dpi=round(dpi))[0]
    cells = [read_grid(grid, clean, signs, source, dpi) for grid in grids]
    prose = [roman_ones(w, clean) for w in _page_numbers(prose, clean, source, dpi)]
    outside = [s for s in signs if not any(within(s.box, g.box) for g in grids)]
    prose = put_signs(prose, outside)
    words = prose + [w for g in cells for c in g for r in c for w in r.words]
    letters = sum(len(w.text) for w in words)
    mean = sum(w.confidence * len(w.text) for w in words) / letters if letters else 0.0
    return _Reading(straight, grids, prose, cells, mean)


def _page_numbers(words: Sequence[Word], clean: Gray, source: str, dpi: float) -> list[Word]:
    """Words with a lone mark or two in the page's top or bottom tenth read again as a number."""
    height = clean.shape[0]
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    out: list[Word] = []
    for line in lines.values():
        text = "".join(w.text for w in line)
        top, bottom = min(w.top for w in line), max(w.bottom for w in line)
        if len(text) <= 3 and (bottom < 0.1 * height or top > 0.9 * height):
            area = (max(0, int(min(w.x0 for w in line)) - 3), max(0, int(top) - 3), int(max(w.x1 for w in line)) + 4, int(bottom) + 4)
            number = number_at(area, clean, (text, min(w.confidence for w in line)), source, dpi)
            if number is not None:
                out.append(replace(number, line=line[0].line))
                continue
        out += line
    return out


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
            if is_noise(row) and not any(c.isalnum() for c in row.text):
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
