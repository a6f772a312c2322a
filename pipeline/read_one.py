"""One file to one plan record: the unit of work of every batch, in whatever process it runs."""

from __future__ import annotations

from pathlib import Path

from extractors.errors import UnreadableDocument
from pipeline.records import PlanRecord


def read_one(path: Path, source: str) -> PlanRecord:
    """Read a file into its plan record. Raises UnreadableDocument with reason and advice where it cannot be read.

    A text without title, sections and records is no plan: reason `not-a-plan`."""
    from extractors.open import open_document
    from pipeline.assemble import assemble

    document = open_document(path, source=source)
    record = assemble(document)
    plan = record.plan
    if not record.targets and not record.tasks and not plan.doc_type and not record.citations:
        raise UnreadableDocument(
            source, "not-a-plan", "no title, section, target or task was found in it",
            "Tệp đọc được nhưng không phải kế hoạch: kiểm tra lại tệp đã gửi")
    return record
