"""Plan records and documents as bytes, for the way between processes and for the ledger of work."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from normalizers.text import slug
from pipeline.records import LedgerRow, PlanRecord

if TYPE_CHECKING:
    from extractors.document import Document


@lru_cache(maxsize=1)
def _rows() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[LedgerRow, ...])


@lru_cache(maxsize=1)
def _documents() -> Any:
    from pydantic import TypeAdapter

    from extractors.document import Document

    return TypeAdapter(Document)


def pack_plan(record: PlanRecord) -> bytes:
    """A record with its ledger, which its public JSON leaves out, compressed."""
    body = record.model_dump_json().encode("utf-8")
    return zlib.compress(b'{"ledger":' + _rows().dump_json(record.ledger) + b"," + body[1:], 1)


def unpack_plan(data: bytes) -> PlanRecord:
    """The opposite of `pack_plan`. Raises ValueError for anything else."""
    try:
        return PlanRecord.model_validate_json(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError(f"stored plan is damaged: {error}") from error


def pack_document(document: Document) -> bytes:
    """A parsed document, compressed; what is as a reader leaves it by default is left out."""
    return zlib.compress(_documents().dump_json(document, exclude_defaults=True), 1)


def unpack_document(data: bytes) -> Document:
    """The opposite of `pack_document`. Raises ValueError for anything else."""
    try:
        document: Document = _documents().validate_json(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError(f"stored document is damaged: {error}") from error
    return document


def renamed(record: PlanRecord, source: str) -> PlanRecord:
    """The record of a file with the same content under another name."""
    if record.source == source:
        return record
    stem = source.rsplit(".", 1)[0] if "." in source else source
    findings = tuple(f.model_copy(update={"source": source}) if f.source == record.source else f for f in record.findings)
    return record.model_copy(update={"source": source, "plan_id": slug(stem) or "plan", "findings": findings})
