"""One page's words and rules to tables and free rows: runs go into the cells of ruled grids, what is left is read by its
white space. Hands on a `PdfPage`; `pdf_reader` puts pages together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from extractors.document import Box, Cell, Line, Place, Table
from extractors.page_tables import Piece
from extractors.pdf_aligned import GAP, Aligned, find_aligned, may_be_aligned
from extractors.pdf_bars import find_barred, may_be_barred
from extractors.pdf_chars import PageWords, Word
from extractors.pdf_fills import LEAST_SHADED, find_shaded
from extractors.pdf_grid import Grid, find_grids
from extractors.pdf_layout import Edges, Placed, without_numbers
from extractors.pdf_lines import LineMaker, Row, rows_of
from extractors.pdf_pairs import find_pairs
from extractors.pdf_quality import Quality, quality
from extractors.pdf_rest import find_rest, may_be_rest
from extractors.pdf_rules import Rules, Segment
from extractors.pdf_upright import find_rows, framed, goes_on, has_no_row_rules, only_framed, split_levels, worded

PAD = 5.4                  # points: Word's usual distance of text from a cell's border
_WIDE_SET = 0.53           # of the letter size per letter: ordinary text is set narrower
_BLANK = 14.0              # points: white behind a typed space that parts two columns
_FEW_ROWS = 3              # of a table, whose letters are as large as most of them
_STYLE_GAP = 7.9           # points: white that may part two blocks side by side


@dataclass(slots=True)
class PdfPage:
    """One page as read: its words, tables by their vertical place, and what does not stand in a table."""

    number: int
    words: PageWords
    rules: Rules
    maker: LineMaker
    grids: list[tuple[Grid, list[list[Word]]]] = field(default_factory=list)
    barred: list[tuple[Grid, list[list[Word]]]] = field(default_factory=list)
    aligned: list[Aligned] = field(default_factory=list)
    upright: list[Aligned] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    pieces: list[tuple[float, float, Piece]] = field(default_factory=list)  # top, bottom, piece
    edges: Edges = field(default_factory=lambda: Edges(0.0, 1.0))
    quality: Quality | None = None
    letters: int = 0
    reader: str = "pdfium"
    across: Line | None = None   # a watermark
    behind: bool = False         # its text is a layer behind the picture of a scan

    @property
    def columns(self) -> tuple[float, ...] | None:
        """Column borders of the page's last table that has no upright rules, which the next page may go on with."""
        found: list[Grid | Aligned] = [*(grid for grid, _ in self.barred), *self.aligned] if not self.grids and not self.upright else []
        return tuple(max(found, key=lambda table: table.ys[-1]).xs) if found else None

    @property
    def ruled_columns(self) -> tuple[float, ...] | None:
        """Column borders of the page's last table that has upright rules alone."""
        return tuple(self.upright[-1].xs) if self.upright else None

    @property
    def cut(self) -> bool:
        """Whether a table without rules closes the page, so that the next one may open with the rest of its last row."""
        foot = max((table.ys[-1] for table in self.aligned), default=1e9)
        return sum(1 for row in self.rows[-3:] if row.y > foot) <= 1  # a page number or an address may stand below it


def analyse(words: PageWords, rules: Rules, number: int, before: tuple[float, ...] | None = None, cut: bool = False,
            upright: tuple[float, ...] | None = None) -> PdfPage:
    """A page's words and rules to tables and lines. `before`: column borders of the last table without rules of the
    page before, `cut`: whether it closed that page; `upright`: those of one with upright rules alone. Must run while the page's text is open (letter styles are asked for on the way)."""
    page = PdfPage(number, words, rules, LineMaker(words, number))
    listed = words.words
    page.quality = quality([run.text for run in listed[::max(1, len(listed) // 6)]])
    if page.quality.score < 0.9:
        page.quality = quality([run.text for run in listed])
    page.letters = sum([len(w.text) for w in listed])
    free = words.words
    level = rules.horizontal if len(rules.horizontal) >= 2 else framed(rules.horizontal, rules.vertical)
    if len(rules.vertical) >= 1 and len(level) >= 2:
        for grid in find_grids(level, rules.vertical):
            inside, outside = _words_of(grid, free, words)
            if _is_table(grid, inside) and not only_framed(grid, inside, words.single, rules.vertical):
                if not has_no_row_rules(grid, inside, words.single, upright) or not _take_upright(page, grid, free, level, upright):
                    page.grids.append((grid, inside))
                free = outside
    page.rows = rows_of(free)
    if page.rows:
        size = median([words.style(row.words[0])[0] for row in page.rows[:: max(1, len(page.rows) // 6)]])
        page.rows = _cut_wide(page.rows, words, size)
        if len(rules.fills) >= LEAST_SHADED and (fills := _bare(rules.fills, page)):
            _take_barred(page, find_shaded(fills, [w for row in page.rows for run in row.words for w in words.single(run)]))
        shaded = bool(page.barred)
        if not page.grids and not page.upright and not shaded and may_be_barred(rules.horizontal, before is not None):
            single = rows_of([w for row in page.rows for run in row.words for w in words.single(run)])
            _take_barred(page, find_barred(single, rules.horizontal, rules.vertical, before, lambda word: words.style(word)[1]))
        # Beside a ruled table only the rest of a table without rules is looked for, above it.
        above = len(page.rows) if not page.grids and not page.upright else _rows_above(page) if cut and before is not None else 0
        if above and (shaded or not page.barred) and may_be_aligned(page.rows[:above], before is not None):
            single = rows_of([w for row in page.rows[:above] for run in row.words for w in words.single(run)])
            below = page.rows[above:]
            first, last = without_numbers(single, words.height)
            tabled = [words.style(row.words[-1])[0] for row in single[first:last] if len(row.words) > 2 and len(row.gaps(GAP)) > 1]
            of_table = min(size, median(tabled)) if len(tabled) >= _FEW_ROWS else size   # a table is mostly set smaller than prose
            page.aligned = find_aligned(single[first:last], of_table, before, lambda word: words.style(word)[1]) or find_pairs(
                single[first:last], size, before)
            for table in page.aligned:
                table.start += first
                table.end += first
                page.rows = [*single, *below]
        if cut and before is not None and not page.grids and not page.upright and not page.barred and page.rows:
            _take_rest(page, before, size)
    _build(page)
    style = words.style
    for row in page.rows:  # styles can only be asked for now: of every word that may begin or end a line
        listed = row.words
        style(listed[0])
        if len(listed) == 1:
            continue
        style(listed[-1])
        x1 = listed[0].x1
        for k in range(1, len(listed)):
            word = listed[k]
            if word.x0 - x1 >= _STYLE_GAP:
                style(listed[k - 1])
                style(word)
            x1 = word.x1
    if words.slanted:
        page.across = page.maker.line(Row(words.slanted))
        page.across.furniture = True
    words.close()
    return page


def _take_upright(page: PdfPage, whole: Grid, free: list[Word], level: list[Segment], before: tuple[float, ...] | None) -> bool:
    """Put a table with upright rules alone into cells; False where its rules say otherwise."""
    words = page.words
    def bold(word: Word) -> bool:
        return words.style(word)[1]

    x0, y0, x1, y1 = whole.box
    plain = min((run.y for run in free if x0 < run.x0 < x1 and y0 < run.y < y1 and not bold(run)), default=None)
    grids = find_grids(split_levels(whole, level, page.rules.vertical, plain), page.rules.vertical)
    grid = next((g for g in grids if abs(g.ys[0] - whole.ys[0]) < 3 and abs(g.ys[-1] - whole.ys[-1]) < 3 and abs(g.xs[0] - whole.xs[0]) < 3), None)
    if grid is None:
        return False
    inside, _ = _words_of(grid, free, words)
    sizes = sorted(words.style(run)[0] for cell in inside for run in cell[:1])
    continued = goes_on(grid, before)
    table = find_rows(grid, inside, words.single, sizes[len(sizes) // 2], bold, continued)
    if worded(table, bold, continued):
        page.upright.append(table)
        return True
    return False


def _take_rest(page: PdfPage, before: tuple[float, ...], size: float) -> None:
    """Put the rest of a row that the page break cut into a table of its own, which is joined to the one of the page before."""
    words = page.words
    first, last = without_numbers(page.rows, words.height)
    taken = min((table.start for table in page.aligned), default=last)
    if first >= taken or not may_be_rest(page.rows[first], before):
        return
    if not page.aligned:
        page.rows = rows_of([w for row in page.rows for run in row.words for w in words.single(run)])
        first, taken = without_numbers(page.rows, words.height)
    rest = find_rest(page.rows[first:taken], before, size, lambda word: words.style(word)[1])
    if rest is not None:
        rest.start += first
        rest.end += first
        page.aligned.insert(0, rest)


def _bare(fills: list[Box], page: PdfPage) -> list[Box]:
    """Filled boxes that stand in no ruled table."""
    ruled = [grid.box for grid, _ in page.grids] + [table.box for table in page.upright]
    return [f for f in fills if not any(f[0] < x1 and x0 < f[2] and f[1] < y1 and y0 < f[3] for x0, y0, x1, y1 in ruled)]


def _rows_above(page: PdfPage) -> int:
    """How many of the page's free rows stand above its first ruled table."""
    top = min([*(grid.ys[0] for grid, _ in page.grids), *(table.ys[0] for table in page.upright)])
    return next((k for k, row in enumerate(page.rows) if row.y > top), len(page.rows))


def _take_barred(page: PdfPage, grids: list[Grid]) -> None:
    """Put the words of tables with rules between their rows alone, or with shaded cells, into cells."""
    words, free = page.words, [run for row in page.rows for run in row.words]
    for grid in grids:
        inside, outside = _words_of(grid, free, words)
        if _is_table(grid, inside):
            page.barred.append((grid, inside))
            free = outside
    if page.barred:
        page.rows = rows_of(free)


def _cut_wide(rows: list[Row], page: PageWords, size: float) -> list[Row]:
    """Rows with runs cut where a real space glyph stands before a wide white stretch: a typed blank at the end of one
    column's line. Only runs set wider than text usually is are looked at."""
    again: list[Word] = []
    wide = False
    left, right = min([row.x0 for row in rows]) + 45.0, max([row.x1 for row in rows]) - 2.0
    for row in rows:
        for run in row.words:
            width = run.x1 - run.x0
            stretched = _WIDE_SET * 1.2 if run.x0 < left and run.x1 > right else _WIDE_SET  # a justified line is, too
            if width < stretched * size * len(run.text) or " " not in run.text:
                again.append(run)
                continue
            parts = page.single(run)
            begin = 0
            for k in range(1, len(parts)):
                if parts[k].x0 - parts[k - 1].x1 >= _BLANK:
                    again.append(_run(run, parts[begin:k]))
                    begin = k
                    wide = True
            again.append(_run(run, parts[begin:]) if begin else run)
    return rows_of(again) if wide else rows


def _run(run: Word, parts: list[Word]) -> Word:
    """Some words of a run as a run of their own."""
    a, b = parts[0], parts[-1]
    return Word(run.text[a.start - run.start:b.end - run.start], a.x0, b.x1, a.y, a.start, b.end, 0.0, a.broken)


def _words_of(grid: Grid, words: list[Word], page: PageWords) -> tuple[list[list[Word]], list[Word]]:
    """Words of each cell, in cell order, and the words outside the grid. Words that cross a border between cells are cut."""
    x0, y0, x1, y1 = grid.box
    xs, ys = grid.xs, grid.ys
    rows, columns = len(ys) - 1, len(xs) - 1
    at = [[-1] * columns for _ in range(rows)]
    for k, (row, col, row_span, col_span) in enumerate(grid.cells):
        if row_span == 1 == col_span:
            at[row][col] = k
            continue
        for r in range(row, row + row_span):
            at[r][col:col + col_span] = [k] * col_span
    inside: list[list[Word]] = [[] for _ in grid.cells]
    outside: list[Word] = []
    left = right = top = bottom = 0.0  # of the cell that the word before stands in, and mostly this one, too
    here: list[Word] = outside
    todo = words[::-1]
    while todo:
        word = todo.pop()
        start, end = word.x0, word.x1
        middle = (start + end) / 2
        y = word.y - 3.0
        if not (left <= middle < right and top <= y < bottom):
            if not (x0 - 1 <= middle <= x1 + 1 and y0 - 1 <= y <= y1 + 1):
                outside.append(word)
                continue
            r, c = bisect_right(ys, y) - 1, bisect_right(xs, middle) - 1  # `_slot`, asked of most words
            k = at[0 if r < 0 else r if r < rows else rows - 1][0 if c < 0 else c if c < columns else columns - 1]
            row, col, row_span, col_span = grid.cells[k]
            left, right, top, bottom = xs[col], xs[col + col_span], ys[row], ys[row + row_span]
            here = inside[k]
        if (end > right + 2.5 and right < x1 - 1) or (start < left - 2.5 and left > x0 + 1):
            parts = _cut_at_borders(word, page, xs, left, right)
            if len(parts) > 1:
                todo += reversed(parts)
                continue
        here.append(word)
    return inside, outside


def _cut_at_borders(run: Word, page: PageWords, xs: list[float], left: float, right: float) -> list[Word]:
    """A run that crosses the borders of its cell, as the runs of each column; a single word is cut at the border."""
    words = page.single(run)
    if len(words) == 1:
        return list(page.split(run, right if run.x1 > right + 2.5 else left) or [run])
    out: list[Word] = []
    begin = 0
    columns = [_slot(xs, (w.x0 + w.x1) / 2) for w in words]
    for k in range(1, len(words) + 1):
        if k == len(words) or columns[k] != columns[begin]:
            out.append(_run(run, words[begin:k]))
            begin = k
    return out


def _slot(levels: list[float], value: float) -> int:
    return max(0, min(bisect_right(levels, value) - 1, len(levels) - 2))


def _is_table(grid: Grid, inside: list[list[Word]]) -> bool:
    """Whether a grid holds a table: text in two columns at least, and not one frame around everything."""
    columns = {grid.cells[k].col for k, words in enumerate(inside) if words}
    if len(columns) >= 2:
        return True
    rows = {grid.cells[k].row for k, words in enumerate(inside) if words}
    return len(columns) == 1 and len(grid.xs) > 3 and bool(rows)  # a page's piece with only group rows or one long cell


def _build(page: PdfPage) -> None:
    """Tables of the page as pieces."""
    for kind, grid, inside in [*(("ruled", *g) for g in page.grids), *(("aligned", *g) for g in page.barred)]:
        pad = _padding(grid, inside)
        xs, lines_of = grid.xs, page.maker.cell_lines
        cells = [Cell(row, col, lines_of(words, xs[col], xs[col + span], pad) if words else [], row_span, span)
                 for (row, col, row_span, span), words in zip(grid.cells, inside, strict=True)]
        _add_piece(page, cells, grid.xs, grid.ys, kind)
    for table in page.upright:
        lines_of = page.maker.cell_lines
        cells = [Cell(c.row, c.col, lines_of(c.words, table.xs[c.col], table.xs[c.col + c.col_span], PAD) if c.words else [], c.row_span, c.col_span)
                 for c in table.cells]
        _add_piece(page, cells, table.xs, table.ys, "aligned")
    for table in reversed(page.aligned):
        cells = [Cell(c.row, c.col, page.maker.cell_lines(c.words, table.xs[c.col], table.xs[c.col + c.col_span], PAD)
                      if c.words else [], c.row_span, c.col_span) for c in table.cells]
        _add_piece(page, _group_rows(cells, len(table.xs) - 1), table.xs, table.ys, "aligned")
        page.rows = page.rows[:table.start] + page.rows[table.end:]


def _group_rows(cells: list[Cell], n_cols: int) -> list[Cell]:
    """Cells of a table without rules; a bold wording that stands alone behind its number spans its row."""
    filled: dict[int, list[Cell]] = {}
    for cell in cells:
        if cell.lines:
            filled.setdefault(cell.row, []).append(cell)
    spanning = {row: found[-1] for row, found in filled.items() if found[-1].col == 1 and found[-1].col_span < n_cols - 1
                and all(line.bold for line in found[-1].lines)}
    for cell in spanning.values():
        cell.col_span = n_cols - 1
    return [c for c in cells if c.row not in spanning or c.col < 1 or c is spanning[c.row]]


def _add_piece(page: PdfPage, cells: list[Cell], xs: list[float], ys: list[float], origin: Any) -> None:
    box = page.maker.box((xs[0], ys[0], xs[-1], ys[-1]))
    table = Table(cells, len(ys) - 1, len(xs) - 1, Place(page=page.number, box=box), origin,
                  confidence=1.0 if origin == "ruled" else 0.9, page_rows=[page.number] * (len(ys) - 1))
    page.pieces.append((ys[0], ys[-1], Piece(table, tuple(xs), page.number)))


def _padding(grid: Grid, inside: list[list[Word]]) -> float:
    """Distance of text from the left border, the usual one of the grid's cells."""
    xs = grid.xs
    found = sorted([min([w.x0 for w in words]) - xs[col] for (_, col, _, span), words in zip(grid.cells, inside, strict=True)
                    if words and span == 1])
    return min(max(found[len(found) // 8], 0.0), 9.0) if found else PAD
