"""A PDF file to a Document: open, read each page's words and rules, build tables, join them across pages.

pdfium's raw interface is used throughout, in this process and this thread only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from extractors.document import Cell, Document, Line, Note, Place, Table
from extractors.errors import UnreadableDocument
from extractors.page_tables import Piece, join_pages
from extractors.pdf_aligned import Aligned, find_aligned, may_be_aligned
from extractors.pdf_chars import PageWords, Word, page_view, read_words
from extractors.pdf_grid import Grid, find_grids
from extractors.pdf_layout import Edges, Placed, mark_furniture, mark_starts, place_rows, text_edges, without_numbers
from extractors.pdf_lines import LineMaker, Row, rows_of
from extractors.pdf_quality import Quality, legacy_font, quality
from extractors.pdf_rules import Rules, read_rules
from extractors.pdf_second import SecondReader, doubt

_PAD = 5.4                # points: Word's usual distance of text from a cell's border
_WIDE_SET = 0.53           # of the letter size per letter: ordinary text is set narrower
_BLANK = 14.0              # points: white behind a typed space that parts two columns
_MOST_SECOND = 40          # pages read again at most
_STYLE_GAP = 7.9          # points: white that may part two blocks side by side
_FEW_LETTERS = 20         # a page with fewer has no text layer to speak of


@dataclass(slots=True)
class PdfPage:
    """One page as read: its words, tables by their vertical place, and what does not stand in a table."""

    number: int
    words: PageWords
    rules: Rules
    maker: LineMaker
    grids: list[tuple[Grid, list[list[Word]]]] = field(default_factory=list)
    aligned: Aligned | None = None
    rows: list[Row] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    pieces: list[tuple[float, float, Piece]] = field(default_factory=list)  # top, bottom, piece
    edges: Edges = Edges(0.0, 1.0)  # noqa: RUF009
    quality: Quality | None = None
    letters: int = 0


def read_pdf(path: str | Path, source: str, *, data: bytes | None = None) -> Document:
    """The Document of a PDF file; `data` saves reading the file again.

    Raises UnreadableDocument: `encrypted` (needs a password to open), `damaged`, `empty` (no pages, or blank ones),
    `needs-ocr` (no text layer, or a worthless one), `unsupported` (a portfolio, an XFA form). Pages that alone have no
    text are told in a `page-needs-ocr` note each, with the page as place.
    """
    if data is None:
        data = Path(path).read_bytes()
    notes: list[Note] = []
    with _opened(data, source) as pdf:
        count = pdfium.FPDF_GetPageCount(pdf)
        if count <= 0:
            raise UnreadableDocument(source, "empty", "tệp PDF không có trang nào", "Kiểm tra lại tệp gốc")
        pages: list[PdfPage] = []
        before: tuple[float, ...] | None = None
        for index in range(count):
            with _page(pdf, index) as raw:
                if raw is None:
                    notes.append(Note("damaged-page", f"Trang {index + 1} bị hỏng, không đọc được", Place(page=index + 1)))
                    continue
                page = _read_page(raw, index + 1, before)
            pages.append(page)
            before = tuple(page.aligned.xs) if page.aligned else None
        _check_container(pdf, data, pages, source)
    if not pages:
        raise UnreadableDocument(source, "damaged", "không trang nào của tệp PDF đọc được", "Mở và lưu lại tệp PDF")
    if b"%%EOF" not in data[-2048:]:
        notes.append(Note("damaged", "Tệp PDF có thể bị cắt cụt (thiếu phần cuối): hãy đối chiếu số trang"))
    legacy = _in_legacy_font(pages)
    if not legacy:
        notes += _second_look(pages, data)
    notes += _check_text(pages, source, legacy)
    document = build_document(pages, source, count)
    document.notes = notes
    document.sha256 = hashlib.sha256(data).hexdigest()
    return document


@contextmanager
def _opened(data: bytes, source: str) -> Iterator[Any]:
    at = data.find(b"%PDF-", 0, 4096)
    body = data[at:] if at > 0 else data
    pdf = pdfium.FPDF_LoadMemDocument64(body, len(body), None)
    if not pdf:
        code = pdfium.FPDF_GetLastError()
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableDocument(source, "encrypted", "tệp PDF có mật khẩu mở",
                                     "Bỏ mật khẩu (in lại ra PDF) rồi thử lại")
        raise UnreadableDocument(source, "damaged", "không mở được tệp PDF (tệp hỏng hoặc bị cắt cụt)",
                                 "Tải hoặc xin lại tệp gốc")
    try:
        yield pdf
    finally:
        pdfium.FPDF_CloseDocument(pdf)
        del body


@contextmanager
def _page(pdf: Any, index: int) -> Iterator[Any]:
    page = pdfium.FPDF_LoadPage(pdf, index)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _read_page(raw: Any, number: int, before: tuple[float, ...] | None) -> PdfPage:
    text_page = pdfium.FPDFText_LoadPage(raw)
    try:
        words = read_words(raw, text_page)
        rules = read_rules(raw, page_view(raw, words.turned))
        return analyse(words, rules, number, before)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def analyse(words: PageWords, rules: Rules, number: int, before: tuple[float, ...] | None = None) -> PdfPage:
    """A page's words and rules to tables and lines. `before`: column borders of the table without rules that closed the
    page before. Must run while the page's text is open (letter styles are asked for on the way)."""
    page = PdfPage(number, words, rules, LineMaker(words, number))
    listed = words.words
    page.quality = quality([run.text for run in listed[::max(1, len(listed) // 9)]])
    if page.quality.score < 0.9:
        page.quality = quality([run.text for run in listed])
    page.letters = sum([len(w.text) for w in listed])
    free = words.words
    if len(rules.vertical) >= 1 and len(rules.horizontal) >= 2:
        for grid in find_grids(rules.horizontal, rules.vertical):
            inside, outside = _words_of(grid, free, words)
            if _is_table(grid, inside):
                page.grids.append((grid, inside))
                free = outside
    page.rows = rows_of(free)
    if page.rows:
        size = median([words.style(row.words[0])[0] for row in page.rows[:: max(1, len(page.rows) // 6)]])
        page.rows = _cut_wide(page.rows, words, size)
        if not page.grids and may_be_aligned(page.rows, before is not None):
            single = rows_of([w for row in page.rows for run in row.words for w in words.single(run)])
            first, last = without_numbers(single, words.height)
            page.aligned = find_aligned(single[first:last], size, before, lambda word: words.style(word)[1])
            if page.aligned is not None:
                page.aligned.start += first
                page.aligned.end += first
                page.rows = single
    _build(page)
    style = words.style
    for row in page.rows:  # styles can only be asked for now: of every word that may begin or end a line
        listed = row.words
        style(listed[0])
        style(listed[-1])
        x1 = listed[0].x1
        for k in range(1, len(listed)):
            word = listed[k]
            if word.x0 - x1 >= _STYLE_GAP:
                style(listed[k - 1])
                style(word)
            x1 = word.x1
    words.close()
    return page


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
    at = [[-1] * (len(grid.xs) - 1) for _ in range(len(grid.ys) - 1)]
    for k, cell in enumerate(grid.cells):
        for r in range(cell.row, cell.row + cell.row_span):
            for c in range(cell.col, cell.col + cell.col_span):
                at[r][c] = k
    xs, ys = grid.xs, grid.ys
    inside: list[list[Word]] = [[] for _ in grid.cells]
    outside: list[Word] = []
    todo = list(reversed(words))
    while todo:
        word = todo.pop()
        middle = (word.x0 + word.x1) / 2
        y = word.y - 3.0
        if not (x0 - 1 <= middle <= x1 + 1 and y0 - 1 <= y <= y1 + 1):
            outside.append(word)
            continue
        row = _slot(ys, y)
        col = _slot(xs, middle)
        k = at[row][col]
        cell = grid.cells[k]
        left, right = xs[cell.col], xs[cell.col + cell.col_span]
        if (word.x1 > right + 2.5 and right < x1 - 1) or (word.x0 < left - 2.5 and left > x0 + 1):
            parts = _cut_at_borders(word, page, xs, left, right)
            if len(parts) > 1:
                todo += reversed(parts)
                continue
        inside[k].append(word)
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
    for k in range(len(levels) - 2, 0, -1):
        if value >= levels[k]:
            return k
    return 0


def _is_table(grid: Grid, inside: list[list[Word]]) -> bool:
    """Whether a grid holds a table: text in two columns at least, and not one frame around everything."""
    columns = {grid.cells[k].col for k, words in enumerate(inside) if words}
    if len(columns) >= 2:
        return True
    rows = {grid.cells[k].row for k, words in enumerate(inside) if words}
    return len(columns) == 1 and len(grid.xs) > 3 and bool(rows)  # a page's piece with only group rows or one long cell


def _build(page: PdfPage) -> None:
    """Tables of the page as pieces."""
    for grid, inside in page.grids:
        pad = _padding(grid, inside)
        cells = [Cell(c.row, c.col, page.maker.cell_lines(words, *_sides(grid.xs, c.col, c.col_span), pad) if words else [],
                      c.row_span, c.col_span) for c, words in zip(grid.cells, inside, strict=True)]
        _add_piece(page, cells, grid.xs, grid.ys, "ruled")
    if page.aligned is not None:
        table = page.aligned
        cells = [Cell(c.row, c.col, page.maker.cell_lines(c.words, *_sides(table.xs, c.col, c.col_span), _PAD)
                      if c.words else [], 1, c.col_span) for c in table.cells]
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


def _sides(xs: list[float], col: int, span: int) -> tuple[float, float]:
    return xs[col], xs[col + span]


def _padding(grid: Grid, inside: list[list[Word]]) -> float:
    """Distance of text from the left border, the usual one of the grid's cells."""
    found = sorted(min(w.x0 for w in words) - grid.xs[c.col] for c, words in zip(grid.cells, inside, strict=True)
                   if words and c.col_span == 1)
    return min(max(found[len(found) // 8], 0.0), 9.0) if found else _PAD


def build_document(pages: list[PdfPage], source: str, count: int) -> Document:
    """Pages to a Document: text columns, reading order, furniture, paragraph starts, tables joined across pages."""
    _set_edges(pages)
    for page in pages:
        page.placed = place_rows(page.rows, page.edges, page.words.width, page.maker)
    mark_furniture([(p.placed, p.words.height, [(a, b) for a, b, _ in p.pieces]) for p in pages])
    mark_starts([(placed, page.edges, page.number) for page in pages for placed in page.placed])
    blocks = join_pages([_blocks(page) for page in pages])
    document = Document(source, "pdf", blocks, pages=count, reader="pdfium")
    return document.number()


def _set_edges(pages: list[PdfPage]) -> None:
    """Text columns: by page size over all pages with enough prose, else by the page's own rows and tables."""
    shapes: dict[tuple[int, int], list[Row]] = {}
    for page in pages:
        shapes.setdefault((round(page.words.width / 10), round(page.words.height / 10)), []).extend(page.rows)
    for page in pages:
        rows = page.rows
        if len(rows) < 12:
            rows = shapes[round(page.words.width / 10), round(page.words.height / 10)]
        edges = text_edges(rows, page.words.width)
        if page.pieces and len(page.rows) < 8:
            edges = Edges(min([edges.left, *[p.edges[0] + _PAD for _, _, p in page.pieces]]),
                          max([edges.right, *[p.edges[-1] - _PAD for _, _, p in page.pieces]]))
        page.edges = edges


def _blocks(page: PdfPage) -> list[Line | Piece]:
    """Blocks of a page in reading order; a table stands before the first line that begins below its top."""
    out: list[Line | Piece] = []
    feet: list[Line | Piece] = []
    tables = sorted(page.pieces, key=lambda t: t[0])
    for placed in page.placed:
        if placed.line.furniture and placed.row.y > page.words.height / 2:
            feet.append(placed.line)
            continue
        while tables and placed.row.y > tables[0][0] and not placed.line.furniture:
            out.append(tables.pop(0)[2])
        out.append(placed.line)
    return [*out, *(piece for _, _, piece in tables), *feet]


def _in_legacy_font(pages: list[PdfPage]) -> bool:
    """Whether the text is TCVN3 or VNI, which looks like debris here and is converted after reading."""
    if any(legacy_font(page.words.fonts) for page in pages):
        return True
    bad = [page for page in pages if page.quality is not None and page.quality.worthless and page.letters >= _FEW_LETTERS]
    if not bad:
        return False
    from extractors.legacy_fonts import detect_legacy

    return detect_legacy("\n".join(run.text for page in bad for run in page.words.words)) is not None


def _second_look(pages: list[PdfPage], data: bytes) -> list[Note]:
    """Read doubted pages again with the second reader, in place where it reads them better; notes where the two differ."""
    doubted = []
    for k, page in enumerate(pages):
        found = page.quality
        if found is not None and page.letters >= _FEW_LETTERS and doubt(page.words.words, found.syllables, found.words, found.odd):
            doubted.append(k)
    if not doubted:
        return []
    notes: list[Note] = []
    with SecondReader(data) as second:
        gained = 0
        for tried, k in enumerate(doubted):
            if tried >= _MOST_SECOND or (tried >= 3 and not gained):
                break  # a font without Unicode is the same riddle to both readers
            page = pages[k]
            words, rules = second.page(page.number)
            rules.image_share, rules.objects = page.rules.image_share, page.rules.objects
            other = analyse(words, rules, page.number)
            if other.quality is None or page.quality is None or not other.letters:
                continue
            first, better = page.quality.score, other.quality.score > page.quality.score + 0.05
            if better and other.letters > 0.8 * page.letters:
                pages[k] = other
                gained += 1
            if better or abs(other.quality.score - first) > 0.05:
                kept = "cách thứ hai" if better else "cách thứ nhất"
                notes.append(Note("readers-disagree", f"Trang {page.number}: hai cách đọc PDF cho kết quả khác nhau, giữ {kept};"
                                  " nên đối chiếu với bản gốc", Place(page=page.number)))
    return notes


_COLLECTION = re.compile(rb"/Collection\b")


def _check_container(pdf: Any, data: bytes, pages: list[PdfPage], source: str) -> None:
    letters = sum(page.letters for page in pages)
    if letters < 1500 and pdfium.FPDFDoc_GetAttachmentCount(pdf) > 0 and (_COLLECTION.search(data) or len(pages) <= 1):
        raise UnreadableDocument(source, "unsupported", "tệp PDF là một hộp chứa nhiều tệp (portfolio)",
                                 "Mở bằng Adobe Reader, lưu từng tệp bên trong ra rồi đưa vào")
    if letters < 1500 and pdfium.FPDF_GetFormType(pdf) in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        raise UnreadableDocument(source, "unsupported", "tệp PDF là biểu mẫu XFA, không chứa nội dung trang",
                                 "Mở bằng Adobe Reader và in lại ra PDF")


def _check_text(pages: list[PdfPage], source: str, legacy: bool) -> list[Note]:
    """Notes on pages without text; raises where the whole file has none, or only debris."""
    bare = [p for p in pages if p.letters < _FEW_LETTERS or (p.rules.image_share > 0.6 and p.letters < 300)]
    if len(bare) == len(pages):
        if not any(p.rules.objects for p in pages) and not any(p.letters for p in pages):
            raise UnreadableDocument(source, "empty", "mọi trang của tệp PDF đều trống", "Kiểm tra lại tệp gốc")
        raise UnreadableDocument(source, "needs-ocr", "tệp PDF là bản chụp, không có lớp chữ", "Cần nhận dạng chữ (OCR)")
    written = [p for p in pages if p.letters >= _FEW_LETTERS]
    bad = [p for p in written if p.quality is not None and p.quality.worthless and not legacy]
    if len(bad) > 0.5 * len(written):
        raise UnreadableDocument(source, "needs-ocr", "lớp chữ của tệp PDF không đọc được (phông chữ không có bảng mã)",
                                 "Cần nhận dạng chữ (OCR)")
    return [Note("page-needs-ocr", f"Trang {p.number} không có lớp chữ đọc được, cần nhận dạng chữ (OCR)",
                  Place(page=p.number)) for p in pages
             if p in bad or (p in bare and (p.rules.image_share > 0.3))]

