"""The public schema: plans and their citations, targets and tasks (see docs/records.md). Frozen pydantic models."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1"
Comparator = Literal[">=", ">", "<=", "<", "=", "range", "rank", "qualitative"]
Kind = Literal["fixed", "open_ended", "recurring", "ongoing", "conditional", "unresolved"]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_M = TypeVar("_M", bound=Model)
_NO_FIELDS: set[str] = set()


def whole(kind: type[_M], values: dict[str, Any]) -> _M:
    """A model of `values`, which are all of its fields, in their order and of their types; nothing is checked."""
    record = kind.__new__(kind)
    set_attribute = object.__setattr__
    set_attribute(record, "__dict__", values)
    set_attribute(record, "__pydantic_fields_set__", _NO_FIELDS)
    set_attribute(record, "__pydantic_extra__", None)
    set_attribute(record, "__pydantic_private__", None)
    return record


class Span(Model):
    """Where a record stands in its source. `lines` are 1-based lines of a text file; `page` is 1-based; `boxes` are
    (page, x0, top, x1, bottom) in points from the top left; `path` is a DOCX/HTML paragraph or cell path;
    `numbers` are the reading-order line numbers that the record consumed (ledger keys)."""

    lines: tuple[int, int] | None = None
    page: int | None = None
    boxes: tuple[tuple[int, float, float, float, float], ...] = ()
    path: str | None = None
    numbers: tuple[int, ...] = ()


class DeadlineRecord(Model):
    raw: str
    kind: Kind
    edtf: str | None = None
    due: str | None = None
    rrule: tuple[str, ...] = ()
    condition: str | None = None


class UnitRef(Model):
    """An owner unit beside its raw wording; `known` is False for a unit that the vocabulary does not have."""

    unit_id: str
    name: str
    raw: str
    known: bool
    kind: str = ""
    level: str = ""


class Record(Model):
    id: str
    lines: tuple[int, int] | None = None
    span: Span = Field(default_factory=Span)
    raw: str = ""
    rule: str = ""
    confidence: float = 1.0
    field_confidence: dict[str, float] = Field(default_factory=dict)
    alternatives: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    lead_units: tuple[UnitRef, ...] = ()
    support_units: tuple[UnitRef, ...] = ()
    deadline: DeadlineRecord | None = None
    no: str | None = None
    reviewed_by: str | None = None  # who reviewed a field of the record last
    auto_value: dict[str, Any] = Field(default_factory=dict)  # reviewed field -> the value that was read automatically


class Target(Record):
    indicator: str
    comparator: Comparator
    value: float | None = None
    value_high: float | None = None
    unit: str | None = None
    horizon: str | None = None
    qualifier: str | None = None
    origin: Literal["section", "table", "task"] = "section"
    indicator_id: str | None = None
    indicator_confidence: float | None = None
    indicator_runner_up: str | None = None
    measure: str | None = None
    direction: str | None = None
    base: str | None = None


class Task(Record):
    text: str
    result: str | None = None
    origin: Literal["section", "table"] = "section"


class Citation(Model):
    number: str
    doc_type: str | None = None
    dates: tuple[str, ...] = ()
    issuer: str | None = None
    lines: tuple[int, ...] = ()


class Plan(Model):
    commune: str | None = None
    commune_type: str | None = None
    commune_code: str | None = None
    province: str | None = None
    province_code: str | None = None
    issuer: str | None = None
    doc_type: str | None = None
    number: str | None = None
    issue_date: str | None = None
    title: str | None = None
    period: str | None = None
    signer: str | None = None
    signer_title: str | None = None


@dataclass(frozen=True, slots=True, init=False)
class LedgerRow:
    """One source line (or cell line) with its one role and the records it went to."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    number: int
    place: str
    text: str
    role: str
    record: str = ""

    def __init__(self, number: int, place: str, text: str, role: str, record: str = "") -> None:
        # One is made for every line of a plan: the slots' own setters take a third of the time of a checked model.
        _set_number(self, number)
        _set_place(self, place)
        _set_text(self, text)
        _set_role(self, role)
        _set_record(self, record)


_set_number, _set_place, _set_text, _set_role, _set_record = (
    vars(LedgerRow)[name].__set__ for name in ("number", "place", "text", "role", "record"))


def ledger_rows(numbers: Sequence[int], places: Sequence[str], texts: Sequence[str], roles: Sequence[str], records: Sequence[str]) -> tuple[LedgerRow, ...]:
    """The rows of a ledger from its columns (all of one length): made column by column, which takes half the time."""
    rows = tuple(map(object.__new__, repeat(LedgerRow, len(numbers))))
    for put, values in ((_set_number, numbers), (_set_place, places), (_set_text, texts), (_set_role, roles), (_set_record, records)):
        deque(map(put, rows, values), maxlen=0)
    return rows


class Finding(Model):
    kind: str
    severity: Literal["info", "warning", "error"]
    source: str
    record: str = ""
    place: str = ""
    message: str = ""
    quotes: tuple[str, ...] = ()


class PlanRecord(Model):
    """One document as extracted: a line of `dataset.jsonl`."""

    schema_version: str = SCHEMA_VERSION
    source: str
    format: str = "text"
    sha256: str = ""
    plan_id: str = ""
    plan: Plan
    citations: tuple[Citation, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    findings: tuple[Finding, ...] = ()
    reviewed_by: str | None = None
    auto_value: dict[str, Any] = Field(default_factory=dict)  # as of a record, for the fields of `plan`
    ledger: tuple[LedgerRow, ...] = Field(default=(), exclude=True)
