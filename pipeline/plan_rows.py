"""Whole plans as tuples of plain values and back: what was checked once is read again in a fifth of the time of its JSON.

For a run's own temporary files (`pipeline.heap`, `pipeline.spool`) alone: nothing of a row is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from pipeline.records import (
    Citation,
    DeadlineRecord,
    Finding,
    Model,
    Plan,
    PlanRecord,
    Span,
    Target,
    Task,
    UnitRef,
    ledger_rows,
    whole,
)

_M = TypeVar("_M", bound=Model)
_Row = tuple[Any, ...]


class _Kind:
    """The fields of a model in their order: `row` takes a model's values, `back` makes a model of them."""

    __slots__ = ("_get", "kind", "names")

    def __init__(self, kind: type[Model]) -> None:
        self.kind, self.names = kind, tuple(kind.model_fields)
        self._get: Callable[[Mapping[str, Any]], _Row] = itemgetter(*self.names)

    def row(self, record: Model) -> _Row:
        return self._get(record.__dict__)

    def back(self, row: Sequence[Any]) -> Any:
        return whole(self.kind, dict(zip(self.names, row, strict=True)))


_LINE = attrgetter("number", "place", "text", "role", "record")
_SPAN, _DEADLINE, _UNIT, _TARGET, _TASK = _Kind(Span), _Kind(DeadlineRecord), _Kind(UnitRef), _Kind(Target), _Kind(Task)
_CITATION, _HEAD, _FINDING, _PLAN = _Kind(Citation), _Kind(Plan), _Kind(Finding), _Kind(PlanRecord)
_AT_SPAN, _AT_DEADLINE, _AT_LEAD, _AT_SUPPORT = map(_TARGET.names.index, ("span", "deadline", "lead_units", "support_units"))  # a task's stand there, too
_PARTS: tuple[tuple[int, _Kind], ...] = tuple((_PLAN.names.index(name), kind) for name, kind in (("citations", _CITATION), ("findings", _FINDING)))
_RECORDS: tuple[tuple[int, _Kind], ...] = tuple((_PLAN.names.index(name), kind) for name, kind in (("targets", _TARGET), ("tasks", _TASK)))
_AT_HEAD, _AT_LEDGER = _PLAN.names.index("plan"), _PLAN.names.index("ledger")
_AT_SOURCE, _AT_SHA256, _AT_ID = map(_PLAN.names.index, ("source", "sha256", "plan_id"))
_AT_TARGETS = _PLAN.names.index("targets")
_WORDING = itemgetter(*map(_TARGET.names.index, ("indicator", "unit", "comparator")))


def identity(row: Sequence[Any]) -> tuple[str, str]:
    """The source and the SHA-256 of a plan's row."""
    return row[_AT_SOURCE], row[_AT_SHA256]


def wordings_of(row: Sequence[Any]) -> tuple[str, str, list[tuple[str, str | None, str]]]:
    """Source, id, and the indicator, unit and comparator of each target of a plan's row."""
    return row[_AT_SOURCE], row[_AT_ID], list(map(_WORDING, row[_AT_TARGETS]))


def plan_row(plan: PlanRecord) -> _Row:
    """All values of a plan, nested models as tuples of theirs."""
    row = list(_PLAN.row(plan))
    row[_AT_HEAD] = _HEAD.row(plan.plan)
    for at, kind in _PARTS:
        row[at] = tuple(map(kind.row, row[at]))
    for at, kind in _RECORDS:
        row[at] = tuple([_record_row(kind, record) for record in row[at]])
    row[_AT_LEDGER] = tuple(zip(*map(_LINE, plan.ledger), strict=True))  # column by column
    return tuple(row)


def plan_of(row: Sequence[Any]) -> PlanRecord:
    """The plan that `plan_row` told."""
    values = list(row)
    values[_AT_HEAD] = _HEAD.back(values[_AT_HEAD])
    for at, kind in _PARTS:
        values[at] = tuple(map(kind.back, values[at]))
    for at, kind in _RECORDS:
        values[at] = tuple([_record_of(kind, record) for record in values[at]])
    values[_AT_LEDGER] = ledger_rows(*values[_AT_LEDGER]) if values[_AT_LEDGER] else ()
    plan: PlanRecord = _PLAN.back(values)
    return plan


def _record_row(kind: _Kind, record: Model) -> _Row:
    row = list(kind.row(record))
    row[_AT_SPAN] = _SPAN.row(row[_AT_SPAN])
    if row[_AT_DEADLINE] is not None:
        row[_AT_DEADLINE] = _DEADLINE.row(row[_AT_DEADLINE])
    for at in (_AT_LEAD, _AT_SUPPORT):
        if row[at]:
            row[at] = tuple(map(_UNIT.row, row[at]))
    return tuple(row)


def _record_of(kind: _Kind, row: Sequence[Any]) -> Any:
    values = list(row)
    values[_AT_SPAN] = _SPAN.back(values[_AT_SPAN])
    if values[_AT_DEADLINE] is not None:
        values[_AT_DEADLINE] = _DEADLINE.back(values[_AT_DEADLINE])
    for at in (_AT_LEAD, _AT_SUPPORT):
        if values[at]:
            values[at] = tuple(map(_UNIT.back, values[at]))
    return kind.back(values)


def changed(record: _M, **values: Any) -> _M:
    """As `model_copy(update=values)`, in a third of the time."""
    kind: type[_M] = type(record)
    return whole(kind, {**record.__dict__, **values})
