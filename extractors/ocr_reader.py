"""Scans → Document: page pictures are straightened, rules make grids, Tesseract reads prose and cells, doubtful words are repaired.

`read_scan` takes a PDF without text layer or an image file; `read_scan_pages` gives single pages of a PDF whose other pages
have text, in the form that `pdf_reader.build_document` takes them.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from extractors.document import Document, Note, Place
from extractors.errors import UnreadableDocument
from extractors.ocr_image import RawPage, image_pages, pdf_pages
from extractors.ocr_page import PageRead, add_aligned, read_page
from extractors.ocr_tesseract import require_tesseract
from extractors.pdf_quality import quality
from extractors.pdf_reader import build_document

READER = "tesseract"
LARGE = 20_000_000   # pixels from which a page is read alone (A3 at 300 dpi has 17 million)
FIRST_PAGES = 4      # pages that tell a document's language
FOREIGN_WORDS = 150  # … with so many words
LEGIBLE = 0.75       # … read so surely
# … of which fewer can be Vietnamese syllables and have a mark (English read with Vietnamese data: 0.1 and 0.02; plans: 0.98 and 0.9)
FOREIGN_SYLLABLES, FOREIGN_ACCENTED = 0.35, 0.12


def read_scan(path: str | Path, source: str, *, data: bytes | None = None, workers: int | None = None) -> Document:
    """A scanned document as a Document of format "scan".

    `path` is a PDF or an image file (PNG, JPEG, TIFF with several pages, BMP), `data` its bytes where they are already
    read, `source` the name shown to users, `workers` how many pages are read at once (at most and by default 2).
    Lines carry page, box in points, confidence (worst word), indent, fill and starts; a repaired line keeps `raw_text`.
    Raises UnreadableDocument: needs-ocr (Tesseract or its Vietnamese data missing), encrypted, damaged, too-large,
    empty (nothing could be read), not-a-plan (the first pages of many are in another language), timeout, crashed.
    """
    require_tesseract(source)
    content = Path(path).read_bytes() if data is None else data
    is_pdf = b"%PDF-" in content[:1024]
    pages = read_pages(pdf_pages(content, source) if is_pdf else image_pages(content, source), source, workers=workers)
    if not any(p.words for p in pages):
        raise UnreadableDocument(source, "empty", "không nhận dạng được chữ nào trên bản quét",
                                 "kiểm tra bản quét có rõ nét không, quét lại ở 300 dpi")
    before: tuple[float, ...] | None = None
    for read in pages:
        before = add_aligned(read.page, before)
    document = build_document([p.page for p in pages], source, len({p.number for p in pages}))
    document.format = "scan"
    document.reader = READER
    document.sha256 = hashlib.sha256(content).hexdigest()
    document.notes = notes_of(pages)
    return document


def read_scan_pages(data: bytes, source: str, numbers: Iterable[int], *, workers: int | None = None) -> list[PageRead]:
    """Those pages (1-based) of a PDF, read as scans; for PDFs of which only some pages have text. Each holds a `page`
    for `build_document`; tables without rules are still to be found (`ocr_page.add_aligned`)."""
    require_tesseract(source)
    only = frozenset(numbers)
    return read_pages(pdf_pages(data, source, only), source, workers=workers)


def read_pages(pages: Iterator[RawPage], source: str, *, workers: int | None = None) -> list[PageRead]:
    """Pages read in order (two of one number where a sheet has two), `workers` at once. Tesseract runs in processes of its own; threads only wait for it."""
    at_once = max(1, min(workers or 2, 2, os.cpu_count() or 1))
    out: list[PageRead] = []
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        waiting: list[Future[PageRead]] = []
        judged = False
        for page in pages:
            # pdfium renders in this thread only, and never more than one page ahead: pictures are large.
            alone = page.color.shape[0] * page.color.shape[1] > LARGE
            while waiting and alone:
                out += _both(waiting.pop(0).result())
            waiting.append(pool.submit(read_page, page, source))
            while len(waiting) > at_once or (waiting and alone):
                out += _both(waiting.pop(0).result())
            if len(out) >= FIRST_PAGES and not judged:
                judged = True
                _refuse_foreign(out[:FIRST_PAGES], source)
        out += [page for w in waiting for page in _both(w.result())]
    return out


def _both(page: PageRead) -> list[PageRead]:
    return [page] if page.right is None else [page, page.right]


def _refuse_foreign(pages: list[PageRead], source: str) -> None:
    """Raises UnreadableDocument not-a-plan where the first pages of a long document, clearly legible, are in another language
    than Vietnamese: reading hundreds more takes an hour and gives nothing."""
    told = quality(word.text for page in pages for word in page.page.words.words)
    sure = sum(p.confidence * p.words for p in pages) >= LEGIBLE * sum(p.words for p in pages)
    if sure and told.words >= FOREIGN_WORDS and told.syllables < FOREIGN_SYLLABLES and told.accented < FOREIGN_ACCENTED:
        raise UnreadableDocument(source, "not-a-plan", f"{len(pages)} trang đầu không phải tiếng Việt",
                                 "Kiểm tra lại tệp đã gửi; nếu là kế hoạch bằng tiếng Việt thì quét lại rõ nét hơn")


def notes_of(pages: list[PageRead]) -> list[Note]:
    """What users should know of the reading: repaired words (one note with counts), turned pages, unsure pages."""
    notes = []
    repaired = sum(p.repaired for p in pages)
    words = sum(p.words for p in pages)
    if repaired:
        notes.append(Note("ocr-repair", f"Đã sửa dấu cho {repaired} trong {words} chữ mà máy nhận dạng không chắc; "
                                        "chữ đọc được ban đầu vẫn giữ bên cạnh."))
    for page in pages:
        if page.turn:
            notes.append(Note("ocr-turned", f"Trang {page.number} quét xoay {page.turn * 90}°, đã xoay lại.", Place(page=page.number)))
        if page.left_cells:
            notes.append(Note("ocr-grid-left", f"Trang {page.number} có quá nhiều đường kẻ ({page.left_cells} ô), không giống bảng của kế hoạch: "
                                               "đã đọc như văn bản thường; nếu là bảng thì nên quét lại rõ hơn.", Place(page=page.number)))
        if page.words and page.confidence < 0.75:
            notes.append(Note("ocr-unsure", f"Trang {page.number} khó đọc (độ tin cậy {page.confidence:.0%}); nên đối chiếu với bản gốc.",
                              Place(page=page.number)))
    return notes
