"""The values that normalizers hand on: deadlines, owner units, quantities, targets. Frozen, document-free."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from normalizers.frozen import frozen

Kind = Literal["fixed", "open_ended", "recurring", "ongoing", "conditional", "unresolved"]
Comparator = Literal[">=", ">", "<=", "<", "=", "range", "rank", "qualitative"]


@frozen
class Deadline:
    """A deadline phrase as read. `edtf` is ISO 8601-2, `due` an ISO day, `rrule` RFC 5545 rules without "RRULE:"."""

    raw: str
    kind: Kind
    edtf: str | None = None
    due: str | None = None
    rrule: tuple[str, ...] = ()
    condition: str | None = None
    confidence: float = 1.0
    rule: str = ""


@frozen
class Unit:
    """One owner unit of a cell or sentence. `unit_id` is stable; `known` says whether the vocabulary has it."""

    name: str
    unit_id: str
    raw: str
    known: bool
    kind: str = ""
    level: str = ""
    confidence: float = 1.0
    span: tuple[int, int] | None = None  # offsets in the text it was read from, where the reader kept them


@frozen
class Quantity:
    """A number with its comparator and unit, and its offsets `[start, end)` in the text it stands in."""

    comparator: Comparator
    value: float | None
    value_high: float | None
    unit: str | None
    raw: str
    start: int
    end: int
    measure: str | None = None  # the counted noun or unit as printed ("nhiệm vụ", "tỷ đồng")


@frozen
class TargetReading:
    """One committed outcome read from a sentence or a table cell."""

    indicator: str
    comparator: Comparator
    value: float | None = None
    value_high: float | None = None
    unit: str | None = None
    horizon: str | None = None
    qualifier: str | None = None
    measure: str | None = None
    direction: str | None = None  # "increase" | "decrease" where the number is the change; None of a level
    base: str | None = None       # what an increase is measured from ("so với năm 2024")
    confidence: float = 1.0
    rule: str = ""
    alternatives: tuple[str, ...] = field(default=())
    span: tuple[int, int] | None = None
