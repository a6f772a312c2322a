"""Plan records and documents as bytes, for the way between processes and for the ledger of work.

Tuples of plain values (`pipeline.plan_rows`, `pipeline.document_rows`), which the two ends make and read in half the time of
JSON; JSON where these cannot hold something, and as older ledgers have it. The ledger is keyed by Python's version, too.
"""

from __future__ import annotations

import marshal
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from normalizers.text import slug
from pipeline.plan_rows import plan_of, plan_row
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


def _packed(row: tuple[Any, ...]) -> bytes | None:
    """Plain values, compressed; None where some are none (a library's own kind of string or number)."""
    try:
        return zlib.compress(marshal.dumps(row), 1)
    except ValueError:
        return None


def _unpacked(data: bytes, what: str) -> tuple[bytes, Any]:
    """What `_packed` got, as marshal wrote it and itself; or the text of a JSON object and None. Raises ValueError for anything else."""
    try:
        body = zlib.decompress(data)
        return body, None if body.startswith(b"{") else marshal.loads(body)
    except (zlib.error, EOFError, TypeError) as error:
        raise ValueError(f"stored {what} is damaged: {error}") from error


def _writable(record: PlanRecord) -> bool:
    """Whether a plan's texts have a UTF-8 form; that of lone surrogates (broken input) is refused with the JSON."""
    try:
        "".join([record.source, *(row.text for row in record.ledger)]).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def pack_plan(record: PlanRecord) -> bytes:
    """A record with its ledger, which its public JSON leaves out, compressed."""
    packed = _packed(plan_row(record)) if _writable(record) else None
    if packed is not None:
        return packed
    body = record.model_dump_json().encode("utf-8")
    return zlib.compress(b'{"ledger":' + _rows().dump_json(record.ledger) + b"," + body[1:], 1)


def unpack_plan(data: bytes) -> PlanRecord:
    """The opposite of `pack_plan`. Raises ValueError for anything else."""
    body, row = _unpacked(data, "plan")
    return PlanRecord.model_validate_json(body) if row is None else plan_of(row)


def unpack_row(data: bytes) -> tuple[tuple[Any, ...], bytes] | None:
    """The row (`plan_row`) of what `pack_plan` made, and as marshal wrote it; None where it is JSON. Raises ValueError for anything else."""
    body, row = _unpacked(data, "plan")
    return None if row is None else (row, body)


def pack_document(document: Document) -> bytes:
    """A parsed document, compressed."""
    from pipeline.document_rows import document_row

    return _packed(document_row(document)) or zlib.compress(_documents().dump_json(document, exclude_defaults=True), 1)


def unpack_document(data: bytes) -> Document:
    """The opposite of `pack_document`. Raises ValueError for anything else."""
    body, row = _unpacked(data, "document")
    if row is None:
        document: Document = _documents().validate_json(body)
        return document
    from pipeline.document_rows import document_of

    return document_of(row)


def renamed(record: PlanRecord, source: str) -> PlanRecord:
    """The record of a file with the same content under another name."""
    if record.source == source:
        return record
    stem = source.rsplit(".", 1)[0] if "." in source else source
    findings = tuple(f.model_copy(update={"source": source}) if f.source == record.source else f for f in record.findings)
    return record.model_copy(update={"source": source, "plan_id": slug(stem) or "plan", "findings": findings})
