"""One file to one plan record: the unit of work of every batch, in whatever process it runs.

Two steps that can be kept apart: `parse` (file → Document; slow for scans) and `plan_of` (Document → record; every
vocabulary takes part in it).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import UnreadableDocument
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
    scanned = sum(note.kind == "page-needs-ocr" for note in document.notes)
    if not scanned:
        return document
    before_ocr(scanned)
    return open_document(path, source=source)


def plan_of(document: Document) -> PlanRecord:
    """The plan record of a document. Raises UnreadableDocument `not-a-plan`."""
    from pipeline.assemble import assemble

    record = assemble(document)
    plan = record.plan
    if not record.targets and not record.tasks and not plan.doc_type and not record.citations:
        raise UnreadableDocument(
            document.source, "not-a-plan", "không thấy tên loại văn bản, căn cứ, chỉ tiêu hay nhiệm vụ nào trong tệp",
            "Tệp đọc được nhưng không phải kế hoạch: kiểm tra lại tệp đã gửi")
    return record


def _pages(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)
