"""Raw records: strings as printed with the lines they stand on, before any value is read. Hands on RawPlan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractors.document import Line, Note


@dataclass(slots=True)
class RawTarget:
    """A target as printed: a sentence of a target section (`text`), or a table row (`text` indicator cell, `measure`,
    `value` cell). `context` are the headings that may give a horizon, nearest first; `period` the header of a value
    column."""

    text: str
    lines: list[Line]
    origin: Literal["section", "table"]
    section: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    measure: str | None = None
    value: str | None = None
    period: str | None = None
    lead: str | None = None
    support: str | None = None
    deadline: str | None = None
    no: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(slots=True)
class RawTask:
    """A task as printed. `owners` are the headings that charge a unit with it, nearest first; `when` is the time of a dated
    heading, for a task that says none itself; `row_owner` a heading among units that no vocabulary knows."""

    text: str
    lines: list[Line]
    origin: Literal["section", "table"]
    section: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    lead: str | None = None
    support: str | None = None
    deadline: str | None = None
    result: str | None = None
    no: str | None = None
    is_duty: bool = False
    # A table row whose result cell may hold a quantity: then the row is a target too, or a target only.
    measure: str | None = None
    names_indicator: bool = False
    context: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    when: str | None = None
    row_owner: str | None = None


@dataclass(slots=True)
class RawPlan:
    """Everything read from one document as strings. `roles` maps a line's number to its ledger role."""

    source: str
    doc_type: str | None
    header: list[str]
    title: list[str]
    signature: list[str]
    annex_notes: list[str]
    records: list[RawTarget | RawTask] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)
    headings: list[tuple[str, list[Line]]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)  # every line of the document, in reading order
    text_lines: list[Line] = field(default_factory=list)
    intro: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    texts: list[tuple[str, list[Line]]] = field(default_factory=list)  # every paragraph and cell as one line, with its lines
