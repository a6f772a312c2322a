"""A PDF file to a Document: open it, read each page, doubt what looks wrong, join tables across pages.

pdfium's raw interface is used throughout, in this process and this thread only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from extractors.collector import paused
from extractors.document import Document, Line, Note, Place
from extractors.errors import UnreadableDocument
from extractors.page_tables import Piece, join_pages
from extractors.pdf_behind import text_behind_picture
from extractors.pdf_chars import read_words
from extractors.pdf_layout import Edges, mark_furniture, place_rows, text_edges
from extractors.pdf_lines import Row
from extractors.pdf_notes import mark_notes
from extractors.pdf_page import PAD
from extractors.pdf_page import PdfPage as PdfPage
from extractors.pdf_page import analyse as analyse
from extractors.pdf_quality import in_foreign_words, legacy_font
from extractors.pdf_rules import read_rules
from extractors.pdf_second import SecondReader, SecondReaderFailed, doubt
from extractors.pdf_starts import mark_starts
from extractors.pdf_view import page_view, show_sheet

_MOST_SECOND = 40          # pages read again at most
SECOND = "pdfplumber"
BEHIND = "page-behind-picture"   # the note of a page whose text a scanner put behind its picture
_EDGE = 48.0               # points: rows nearer to the upper or lower edge of a page stand in its margins
_FEW_ROWS = 6
_FEW_LETTERS = 20          # a page with fewer has no text layer to speak of
_FEW_ODD = 0.01            # share of characters that no font names, in a page read right


def read_pdf(path: str | Path, source: str, *, data: bytes | None = None) -> Document:
    """The Document of a PDF file; `data` saves reading the file again.

    Raises UnreadableDocument: `encrypted` (needs a password to open), `damaged`, `empty` (no pages, or blank ones),
    `needs-ocr` (no text layer, or a worthless one), `unsupported` (a portfolio, an XFA form). Pages that alone have no
    text are told in a `page-needs-ocr` note each, with the page as place, scans with a readable layer of text in a `BEHIND` note.
    """
    if data is None:
        data = Path(path).read_bytes()
    notes: list[Note] = []
    with _opened(data, source) as pdf, paused():
        count = pdfium.FPDF_GetPageCount(pdf)
        if count <= 0:
            raise UnreadableDocument(source, "empty", "tệp PDF không có trang nào", "Kiểm tra lại tệp gốc")
        pages: list[PdfPage] = []
        before: tuple[float, ...] | None = None
        upright: tuple[float, ...] | None = None
        cut = False
        for index in range(count):
            with _page(pdf, index) as raw:
                if raw is None:
                    notes.append(Note("damaged-page", f"Trang {index + 1} bị hỏng, không đọc được", Place(page=index + 1)))
                    continue
                page = _read_page(raw, index + 1, before, cut, upright)
            pages.append(page)
            before, cut, upright = page.columns, page.cut, page.ruled_columns
        _check_container(pdf, data, pages, source)
    if not pages:
        raise UnreadableDocument(source, "damaged", "không trang nào của tệp PDF đọc được", "Mở và lưu lại tệp PDF")
    if b"%%EOF" not in data[-2048:]:
        notes.append(Note("damaged", "Tệp PDF có thể bị cắt cụt (thiếu phần cuối): hãy đối chiếu số trang"))
    legacy = _in_legacy_font(pages)
    if not legacy:
        notes += _second_look(pages, data)
    notes += _check_text(pages, source, legacy)
    with paused():
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
    if page:
        show_sheet(page)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _read_page(raw: Any, number: int, before: tuple[float, ...] | None, cut: bool, upright: tuple[float, ...] | None) -> PdfPage:
    text_page = pdfium.FPDFText_LoadPage(raw)
    try:
        words = read_words(raw, text_page)
        rules = read_rules(raw, words.view or page_view(raw, words.turned))
        page = analyse(words, rules, number, before, cut, upright)
        page.behind = text_behind_picture(raw, text_page, rules.image_share)
        return page
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def build_document(pages: list[PdfPage], source: str, count: int) -> Document:
    """Pages to a Document: text columns, reading order, furniture, paragraph starts, tables joined across pages."""
    _set_edges(pages)
    for page in pages:
        page.placed = place_rows(page.rows, page.edges, page.words.width, page.maker)
    mark_furniture([(p.placed, p.words.height, [(a, b) for a, b, _ in p.pieces]) for p in pages])
    mark_notes([(p.placed, [(a, b) for a, b, _ in p.pieces]) for p in pages])
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
        edges = text_edges(_inner(rows, page.words.height), page.words.width)
        if page.pieces and len(page.rows) < 8:
            edges = Edges(min([edges.left, *[p.edges[0] + PAD for _, _, p in page.pieces]]),
                          max([edges.right, *[p.edges[-1] - PAD for _, _, p in page.pieces]]))
        page.edges = edges


def _inner(rows: list[Row], height: float) -> list[Row]:
    """Rows without those in a page's outermost margins, where a browser or a stamp prints beyond the text's column."""
    inner = [row for row in rows if _EDGE < row.y < height - _EDGE]
    return inner if len(inner) >= _FEW_ROWS else rows


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
    return [*out, *(piece for _, _, piece in tables), *feet, *([page.across] if page.across else [])]


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
        if found is not None and not page.behind and page.letters >= _FEW_LETTERS and doubt(page.words.words, found.syllables, found.words, found.odd) and not _foreign(page):
            doubted.append(k)
    if not doubted:
        return []
    notes: list[Note] = []
    try:
        with SecondReader(data) as second:
            gained = 0
            for tried, k in enumerate(doubted[:_MOST_SECOND]):
                if tried >= 3 and not gained:
                    break  # a font without Unicode is the same riddle to both readers
                note = _compare(pages, k, second)
                if note is not None:
                    notes.append(note)
                    gained += pages[k].reader == SECOND
    except SecondReaderFailed:
        notes.append(Note("second-reader-failed", "Trình đọc PDF thứ hai không đọc được tệp, giữ kết quả thứ nhất; nên đối chiếu"
                          " với bản gốc", Place(page=pages[doubted[0]].number)))
    return notes


def _compare(pages: list[PdfPage], k: int, second: SecondReader) -> Note | None:
    """Read page `k` with the second reader, put it in place where it is better; a note where the two differ."""
    page = pages[k]
    words, rules = second.page(page.number)
    rules.image_share, rules.objects = page.rules.image_share, page.rules.objects
    other = analyse(words, rules, page.number)
    if other.quality is None or page.quality is None or not other.letters:
        return None
    gain = other.quality.score - page.quality.score
    better = gain > 0.05 and other.letters > 0.8 * page.letters
    if better:
        other.reader = SECOND
        pages[k] = other
    if not better and abs(gain) <= 0.05:
        return None
    kept = "cách thứ hai" if better else "cách thứ nhất"
    return Note("readers-disagree", f"Trang {page.number}: hai cách đọc PDF cho kết quả khác nhau, giữ {kept};"
                " nên đối chiếu với bản gốc", Place(page=page.number))


_COLLECTION = re.compile(rb"/Collection\b")


def _check_container(pdf: Any, data: bytes, pages: list[PdfPage], source: str) -> None:
    letters = sum(page.letters for page in pages)
    if letters < 1500 and pdfium.FPDFDoc_GetAttachmentCount(pdf) > 0 and (_COLLECTION.search(data) or len(pages) <= 1):
        raise UnreadableDocument(source, "unsupported", "tệp PDF là một hộp chứa nhiều tệp (portfolio)",
                                 "Mở bằng Adobe Reader, lưu từng tệp bên trong ra rồi đưa vào")
    if letters < 1500 and pdfium.FPDF_GetFormType(pdf) in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        raise UnreadableDocument(source, "unsupported", "tệp PDF là biểu mẫu XFA, không chứa nội dung trang",
                                 "Mở bằng Adobe Reader và in lại ra PDF")


def _foreign(page: PdfPage) -> bool:
    """Whether a page is prose of another language (an annex, a file that is no plan), as its text layer says."""
    return page.quality is not None and page.quality.odd <= _FEW_ODD and in_foreign_words(run.text for run in page.words.words)


def _check_text(pages: list[PdfPage], source: str, legacy: bool) -> list[Note]:
    """Notes on pages without text; raises where the whole file has none, or only debris."""
    bare = [p for p in pages if p.letters < _FEW_LETTERS or (p.rules.image_share > 0.6 and p.letters < 300)]
    if len(bare) == len(pages):
        if not any(p.rules.objects for p in pages) and not any(p.letters for p in pages):
            raise UnreadableDocument(source, "empty", "mọi trang của tệp PDF đều trống", "Kiểm tra lại tệp gốc")
        raise UnreadableDocument(source, "needs-ocr", "tệp PDF là bản chụp, không có lớp chữ", "Cần nhận dạng chữ (OCR)")
    written = [p for p in pages if p.letters >= _FEW_LETTERS]
    bad = [p for p in written if p.quality is not None and (p.quality.worthless or (p.quality.poor and (p.behind or p.rules.image_share > 0.6))) and not legacy]
    debris = [p for p in bad if not _foreign(p)]
    # In a file of another language pages of names and figures are no debris either.
    bad = [] if len(bad) - len(debris) > 0.5 * len(written) else debris
    if len(bad) > 0.5 * len(written):
        raise UnreadableDocument(source, "needs-ocr", "lớp chữ của tệp PDF không đọc được (phông chữ không có bảng mã)",
                                 "Cần nhận dạng chữ (OCR)")
    layers = [Note(BEHIND, f"Trang {p.number} là bản quét, chữ lấy từ lớp chữ máy quét ghi kèm; nên đối chiếu với bản gốc",
                   Place(page=p.number)) for p in written if p.behind and p not in bare and p not in bad and not _foreign(p)]
    return [Note("page-needs-ocr", f"Trang {p.number} không có lớp chữ đọc được, cần nhận dạng chữ (OCR)",
                 Place(page=p.number)) for p in pages
            if p in bad or (p in bare and (p.rules.image_share > 0.3))] + layers
