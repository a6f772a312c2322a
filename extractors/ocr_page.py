"""One page picture → placed lines and ruled tables, as the PDF reader's page layout takes them, with confidences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from extractors.document import Box, Cell, Place, Table
from extractors.ocr_abbreviations import settle_abbreviations
from extractors.ocr_again import second_look
from extractors.ocr_annexes import set_annexes
from extractors.ocr_cells import read_grid
from extractors.ocr_columns import columns_alone, without_rules
from extractors.ocr_doubt import third_look
from extractors.ocr_faint import darken_cells
from extractors.ocr_fills import clear_day
from extractors.ocr_grid import Grid, find_grids, too_many
from extractors.ocr_halves import halves
from extractors.ocr_headings import (
    name_number_column,
    put_colons,
    put_stops,
    set_columns,
    set_letterhead,
    set_place,
    set_roles,
    set_titles,
    set_totals,
)
from extractors.ocr_image import RawPage, Straight, lines_upright, straighten
from extractors.ocr_layout import (
    Row,
    ScanMaker,
    ScanRun,
    ScanWord,
    is_noise,
    letter_size,
    page_words,
    placed_words,
    rows_of,
    runs_of,
    without_specks,
)
from extractors.ocr_lists import (
    count_on,
    first_number,
    put_dots,
    set_bullets,
    set_numerals,
    set_small_numerals,
    set_small_romans,
    stop_numbers,
)
from extractors.ocr_percent import whole_percent
from extractors.ocr_recipients import set_recipients
from extractors.ocr_repair import repair_rows
from extractors.ocr_signature import clear_post, clear_signature, join_deputy, set_on_behalf
from extractors.ocr_signer import look_at_signature
from extractors.ocr_signs import INK, blank, find_signs, put_signs, roman_ones, within
from extractors.ocr_tesseract import Word, read_words
from extractors.ocr_units import settle_units
from extractors.ocr_weight import bold_words
from extractors.page_tables import Piece
from extractors.pdf_aligned import Aligned, find_aligned
from extractors.pdf_chars import Word as PlacedWord
from extractors.pdf_lines import rows_of as placed_rows
from extractors.pdf_pairs import find_pairs
from extractors.pdf_reader import PdfPage
from extractors.pdf_rules import Rules
from normalizers.text import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

PROSE = 3                # Tesseract's page segmentation mode: whole page
GOOD = 0.72              # mean word confidence under which another orientation of the page is tried
FEW_GOOD = 0.5           # … where it holds hardly any words
UNREAD = 0.6             # … and under which a page that seemed to lie on its side is read as it stands, too
USUAL_SIZE = 13.0        # points, where a page does not tell
EDGE = 0.1               # share of the page's height in which page numbers stand
RULE = 1.8               # points: a table's outer rule is no thicker
MOST_COLUMNS = 12        # a table without rules has no more; words of justified prose can seem to
_NUMBERS = {"tt", "stt"}  # what opens the header of a table without rules
_RECIPIENTS = re.compile(r"nơi nhận\b", re.IGNORECASE)
PAD = 5.4                # points: usual distance of text from a cell's border


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page as read: its layout for `pdf_reader.build_document`, mean word confidence, counts, quarter turns undone, and the
    number of traced cells where there were too many to be tables (the page was then read as prose); `right` is the page beside it on
    a sheet of two."""

    number: int
    page: PdfPage
    confidence: float
    words: int
    repaired: int
    turn: int = 0
    left_cells: int = 0
    right: PageRead | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    straight: Straight
    grids: list[Grid]
    prose: list[Word]
    cells: list[list[list[Row]]]      # per grid, per cell: rows
    confidence: float
    left_cells: int = 0

    @property
    def rows(self) -> list[Row]:
        return [r for g in self.cells for c in g for r in c]


def read_page(page: RawPage, source: str) -> PageRead:
    """One page read by Tesseract. A page lying on its side or upside down is turned first: the side is seen in the
    picture, upside down by words that make no sense."""
    first = straighten(page)
    turn = 0 if lines_upright(first.gray, first.dpi) else 1
    stood = straighten(page, turn) if turn else first
    if (pair := halves(stood)) is not None and (read := _read_pair(page, turn, pair, source)) is not None:
        return read
    best = _read(stood, source)
    if _sideways(best):
        turn = 1 - turn
        best = _read(straighten(page, turn) if turn else first, source)
    other_turn = turn + 2
    many = len(best.prose) + len(best.rows) >= 8
    if best.confidence < (GOOD if many else FEW_GOOD) and (many or len(best.prose) + len(best.rows) >= 3):
        other = _read(straighten(page, other_turn), source)
        # Next to nothing on a page (the rest of a table's row) must make sense the other way up; specks and strokes of the pen never do.
        if other.confidence > (best.confidence + 0.08 if many else GOOD):
            best = other
    if turn and best.confidence < UNREAD:
        # Noise and rules may show rows that run down a page of short cells.
        upright = _read(straighten(page, 0), source)
        if upright.confidence > best.confidence + 0.08:
            best = upright
    return _placed(best, source)


def _read_pair(page: RawPage, turn: int, pair: tuple[Straight, Straight], source: str) -> PageRead | None:
    """Two pages of a sheet; None where their lines are not level. The sheet may lie upside down."""
    left = _read(pair[0], source)
    if _sideways(left):
        return None
    if left.confidence < GOOD:
        other = halves(straighten(page, turn + 2))
        if other is not None and (first := _read(other[0], source)).confidence > left.confidence + 0.08:
            left, pair = first, other
    return replace(_placed(left, source), right=_placed(_read(pair[1], source), source, right=True))


def _sideways(reading: _Reading) -> bool:
    """Whether most of a page's longer words are higher than wide: Tesseract also reads lines that run down the page."""
    longer = [w for w in reading.prose if len(w.text) >= 3]
    return len(longer) >= 6 and 2 * sum(w.bottom - w.top > w.x1 - w.x0 for w in longer) > len(longer)


def _read(straight: Straight, source: str) -> _Reading:
    """Everything Tesseract can tell of a straight page, before repair."""
    gray, dpi = straight.gray, straight.dpi
    grids, left = find_grids(gray, dpi), 0
    if too_many(grids):
        grids, left = [], sum(len(g.cells) for g in grids)
    if (darker := darken_cells(gray, grids, dpi)) is not gray:
        gray, straight = darker, replace(straight, gray=darker)
    signs = find_signs(gray, dpi)
    clean = blank(gray, signs)
    if bare := columns_alone(gray, grids, dpi):
        grids = [grid for grid in grids if grid not in bare]
        clean = without_rules(clean, bare, dpi)
    free = clean.copy()
    for grid in grids:
        # The net's box is wider than the rules by what joined them; text may stand close to a table.
        pad = round(RULE * dpi / 72)
        boxes = [cell.box for cell in grid.cells]
        x0, top, x1, bottom = (f(b[n] for b in boxes) for n, f in enumerate((min, min, max, max)))
        free[max(0, top - pad):bottom + pad, max(0, x0 - pad):x1 + pad] = 255
    prose = read_words([free], PROSE, source, dpi=round(dpi))[0] if (free < INK).sum() > 30 else []
    cells = [read_grid(grid, clean, signs, source, dpi) for grid in grids]
    prose = [whole_percent(roman_ones(w, clean)) for w in second_look(prose, free, source, dpi)]
    prose = put_signs(prose, [s for s in signs if not any(within(s.box, g.box) for g in grids)])
    words = prose + [w for g in cells for c in g for r in c for w in r.words]
    letters = sum(len(w.text) for w in words)
    mean = sum(w.confidence * len(w.text) for w in words) / letters if letters else 0.0
    return _Reading(straight, grids, prose, cells, mean, left)


def _placed(reading: _Reading, source: str, right: bool = False) -> PageRead:
    """Rows repaired and placed in points of the straight page, tables as pieces. The `right` page of a sheet opens no plan."""
    straight, pt = reading.straight, reading.straight.pt
    opens = straight.number == 1 and not right
    rows = rows_of(reading.prose)
    third_look(rows, [cell for grid in reading.cells for cell in grid], straight.gray, source, straight.dpi)
    for grid, cells in zip(reading.grids, reading.cells, strict=True):
        settle_units(grid, cells, straight.gray)
    settle_abbreviations([*rows, *reading.rows])
    set_bullets(rows)
    put_dots(rows)
    set_small_romans(rows)
    set_numerals(rows)
    set_small_numerals(rows)
    put_stops(rows)
    stop_numbers(rows)
    first_number(rows)
    put_colons(rows)
    set_annexes(rows)
    set_recipients(rows)
    set_titles(rows)
    set_roles(rows)
    if opens:
        clear_day(rows)
        set_letterhead(rows)
    repaired = repair_rows(rows) + sum(repair_rows(cell) for grid in reading.cells for cell in grid)
    for grid, cells in zip(reading.grids, reading.cells, strict=True):
        levels = 2 if any(c.row == 0 and c.col_span > 1 for c in grid.cells) else 1
        set_columns([found for cell, found in zip(grid.cells, cells, strict=True) if cell.row < levels])
        set_totals(cells)
        name_number_column(grid, cells)
        count_on(grid, cells)
    set_columns([[row] for row in rows if fold(row.words[0].text) in _NUMBERS])
    if opens:
        set_place(rows)
    set_on_behalf(rows)
    clear_signature(rows)
    join_deputy(rows)
    clear_post(rows)
    look_at_signature(rows, straight.gray, source, straight.dpi)
    usual = _usual_size([*rows, *reading.rows], pt)
    sizes = [_size(row, usual, pt) for row in rows]
    words = [w for row, size, bold in zip(rows, sizes, bold_words(rows, straight.gray, sizes), strict=True)
             for w in placed_words(row, pt, size, bold)]
    height, width = (n / pt for n in straight.gray.shape)
    layout = page_words(words, width, height)

    def to_page(box: Box) -> Box:
        return straight.box(*(v * pt for v in box))

    maker = ScanMaker(layout, straight.number, to_page)
    page = PdfPage(straight.number, layout, Rules([], []), maker, rows=placed_rows(words))
    for grid, cells in zip(reading.grids, reading.cells, strict=True):
        _add_grid(page, grid, cells, pt, usual, maker)
    count = sum(len(r.words) for r in rows) + sum(len(r.words) for r in reading.rows)
    return PageRead(straight.number, page, reading.confidence, count, repaired, straight.turn, reading.left_cells)


def _usual_size(rows: Sequence[Row], pt: float) -> float:
    """The page's usual letter size in points."""
    sizes = [s / pt for r in rows if len(r.words) >= 3 and (s := letter_size(r)) is not None]
    return round(min(24.0, max(7.0, median(sizes))) * 2) / 2 if sizes else USUAL_SIZE


def _size(row: Row, usual: float, pt: float) -> float:
    """A row's letter size in points: the page's usual one, unless the row clearly differs (measuring is rough)."""
    own = letter_size(row)
    if own is None or abs(own / pt - usual) < (0.07 if len(row.words) >= 4 else 0.16) * usual:
        return usual
    return round(own / pt * 2) / 2


def _add_grid(page: PdfPage, grid: Grid, cell_rows: Sequence[Sequence[Row]], pt: float, size: float, maker: ScanMaker) -> None:
    """A ruled table as a piece of the page."""
    xs, ys = [x / pt for x in grid.xs], [y / pt for y in grid.ys]
    cells = []
    for cell, rows in zip(grid.cells, cell_rows, strict=True):
        words = [w for row in rows for w in placed_words(row, pt, size)]
        lines = maker.cell_lines(list(words), xs[cell.col], xs[cell.col + cell.col_span], PAD) if words else []
        for line in lines:
            line.furniture = False      # a cell's wording is never furniture, however unsure
        cells.append(Cell(cell.row, cell.col, [n for n in lines if any(c.isalnum() or c in "%‰≥≤-–+…" for c in n.text)],
                          cell.row_span, cell.col_span))
    words_read = [w for rows in cell_rows for r in rows for w in r.words]
    letters = sum(len(w.text) for w in words_read)
    mean = sum(w.confidence * len(w.text) for w in words_read) / letters if letters else 1.0
    place = Place(page=page.number, box=maker.box((xs[0], ys[0], xs[-1], ys[-1])))
    table = Table(cells, grid.n_rows, grid.n_cols, place, "ocr", confidence=round(mean, 3), page_rows=[page.number] * grid.n_rows)
    page.pieces.append((ys[0], ys[-1], Piece(table, tuple(xs), page.number)))


def _is_page_number(text: str) -> bool:
    return text.strip("-– ").isdigit() and len(text) <= 7


def _is_bold(word: PlacedWord) -> bool:
    return isinstance(word, ScanRun | ScanWord) and word.bold


def _is_print(table: Aligned) -> bool:
    """Whether a table without rules is print: what is left of a stamp and a signature beside the recipients may line up, too."""
    filled = [[(w.text, w.confidence) for run in cell.words if isinstance(run, ScanRun) for w in run.parts if isinstance(w, ScanWord)] or [
        (w.text, w.confidence) for w in cell.words if isinstance(w, ScanWord)] for cell in table.cells if cell.words]
    if any(_RECIPIENTS.match(" ".join(text for text, _ in words[:2])) for words in filled):
        return False      # no table has recipients: a stamp over the lines before the signature parts them as white does
    return 3 * sum(is_noise(words) for words in filled if words) < len(filled)


def add_aligned(page: PdfPage, before: tuple[float, ...] | None) -> tuple[float, ...] | None:
    """Finds the tables without rules among the page's free rows and makes them pieces; column borders of the last, or None.

    `before`: column borders of such a table that closed the page before."""
    if page.pieces or not page.rows:
        return None
    size = median(row.words[0].size for row in page.rows)
    # A page number stands over or under the table, not in it.
    head = 1 if _is_page_number(page.rows[0].text) and page.rows[0].y < EDGE * page.words.height else 0
    tail = 1 if _is_page_number(page.rows[-1].text) and page.rows[-1].y > (1 - EDGE) * page.words.height else 0
    inner = page.rows[head:len(page.rows) - tail]
    runs = [runs_of(without_specks(row)) for row in inner]
    tables = (find_aligned(runs, size, before, _is_bold) or find_pairs(runs, size, before)) if inner else []
    tables = [table for table in tables if len(table.xs) <= MOST_COLUMNS + 1 and _is_print(table)]
    for found in tables:
        xs, ys = found.xs, found.ys
        cells = []
        for c in found.cells:
            words = [w for run in c.words for w in (run.parts if isinstance(run, ScanRun) else [run])]
            lines = page.maker.cell_lines(words, xs[c.col], xs[c.col + c.col_span], PAD) if words else []
            cells.append(Cell(c.row, c.col, lines, c.row_span, c.col_span))
        for cell in cells:
            for line in cell.lines:
                line.furniture = False
        place = Place(page=page.number, box=page.maker.box((xs[0], ys[0], xs[-1], ys[-1])))
        table = Table(cells, len(ys) - 1, len(xs) - 1, place, "ocr", confidence=0.8, page_rows=[page.number] * (len(ys) - 1))
        page.pieces.append((ys[0], ys[-1], Piece(table, tuple(xs), page.number)))
    for found in reversed(tables):
        inner = inner[:found.start] + inner[found.end:]
    page.rows = page.rows[:head] + inner + page.rows[len(page.rows) - tail:]
    return tuple(tables[-1].xs) if tables else None
