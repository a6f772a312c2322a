"""One file to one plan record: the unit of work of every batch, in whatever process it runs.

Two steps that can be kept apart: `parse` (file → Document; slow for scans) and `plan_of` (Document → record; every
vocabulary takes part in it).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import UnreadableDocument
from extractors.pdf_quality import quality
from normalizers.text import nfc
from pipeline.records import PlanRecord

if TYPE_CHECKING:
    from extractors.document import Document
    from extractors.safety import SafetyLimits


def read_one(path: Path, source: str) -> PlanRecord:
    """Read a file into its plan record. Raises UnreadableDocument with reason and advice where it cannot be read.

    A text without title, sections and records is no plan: reason `not-a-plan`."""
    return plan_of(parse(path, source))


def parse(path: Path, source: str, limits: SafetyLimits | None = None, before_ocr: Callable[[int], None] | None = None) -> Document:
    """The document of a file whose declared and inflated sizes are within `limits`; `before_ocr` is told the number of
    pages before they are read by OCR. Raises UnreadableDocument."""
    from extractors.open import open_document
    from extractors.safety import check

    size = path.stat().st_size
    most = (limits.file if limits else 512) << 20
    kind = check(path.read_bytes(), source, limits) if size <= most else "other"
    if before_ocr is None or kind not in ("pdf", "image"):
        return open_document(path, source=source)
    try:
        document = open_document(path, source=source, ocr=False)
    except UnreadableDocument as error:
        if error.reason != "needs-ocr":
            raise
        before_ocr(_pages(path) if kind == "pdf" else 1)
        return open_document(path, source=source)
    scanned = sum(note.kind in ("page-needs-ocr", "page-behind-picture") for note in document.notes)
    if not scanned:
        return document
    before_ocr(scanned)
    return open_document(path, source=source)


def plan_of(document: Document) -> PlanRecord:
    """The plan record of a document. Raises UnreadableDocument `not-a-plan`."""
    from pipeline.assemble import assemble

    record = assemble(document)
    plan = record.plan
    named = plan.doc_type or plan.number or record.citations
    if not named and ((not record.targets and not record.tasks) or _foreign(record)):
        raise UnreadableDocument(
            document.source, "not-a-plan", "không thấy tên loại văn bản, căn cứ, chỉ tiêu hay nhiệm vụ nào trong tệp",
            "Tệp đọc được nhưng không phải kế hoạch: kiểm tra lại tệp đã gửi")
    return record


_MARKED = frozenset("đăâêôơư" + "".join(nfc(f"{vowel}{tone}") for vowel in "aăâeêioôơuưy" for tone in "\u0300\u0301\u0303\u0309\u0323"))
_FEWEST_WORDS, _LEAST_SYLLABLES = 20, 0.5  # of Vietnamese words, however poor the scan, hardly one in ten is no syllable
_LEAST_MARKED = 0.05  # of the letters of Vietnamese text about a quarter bear a mark


def _foreign(record: PlanRecord) -> bool:
    """Whether a text is in another language, or what scanning made of one: a drawing or manual in which a line only looks like an act or a quantity."""
    told = quality(word for row in record.ledger for word in row.text.split())
    if told.words >= _FEWEST_WORDS and told.syllables < _LEAST_SYLLABLES:
        return True
    letters = [c for row in record.ledger for c in nfc(row.text).lower() if c.isalpha()]
    return sum(c in _MARKED for c in letters) < _LEAST_MARKED * len(letters)


def _pages(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)
