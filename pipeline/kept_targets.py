"""Heads and targets of plans as the comparison needs them: without sections, owners and alternatives, and on disk until they are asked for."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar, overload

from pipeline.heap import Heap
from pipeline.records import Model, Plan, Span, Target, whole

_QUOTED = 1000      # characters kept of a target's printed words: more than any output quotes
_M = TypeVar("_M", bound=Model)
_NAMES = ("id", "lines", "raw", "confidence", "indicator", "comparator", "value", "value_high", "unit", "horizon", "qualifier", "origin", "indicator_id",
          "indicator_confidence", "indicator_runner_up", "measure", "direction", "base")


def target_row(t: Target) -> tuple[object, ...]:
    """What is kept of a target, as a tuple that can be kept on disk."""
    span = t.span
    return (t.id, t.lines, t.raw[:_QUOTED], t.confidence, t.indicator, t.comparator, t.value, t.value_high, t.unit, t.horizon, t.qualifier, t.origin, t.indicator_id,
            t.indicator_confidence, t.indicator_runner_up, t.measure, t.direction, t.base,
            span.lines, span.page, span.boxes if span.page is not None else (), span.path, span.numbers[:1])


def target_of(row: Sequence[Any]) -> Target:
    """The target that a row tells."""
    span = made(Span, lines=row[-5], page=row[-4], boxes=row[-3], path=row[-2], numbers=row[-1])
    return made(Target, **dict(zip(_NAMES, row, strict=False)), span=span)


def slim_plan(plan: Plan) -> Plan:
    """A plan's head, its texts shared with other heads that say the same."""
    return slim_head(dict(plan))


def slim_head(values: Mapping[str, Any]) -> Plan:
    """As `slim_plan`, of the head's fields."""
    return made(Plan, **{name: sys.intern(value) if value.__class__ is str else value for name, value in values.items()})


class KeptTargets(Sequence[Target]):
    """Targets on disk, each read when it is asked for. `rows`: as `target_row` tells them."""

    __slots__ = ("_at", "_heap")

    def __init__(self, heap: Heap, rows: Iterable[tuple[object, ...]]) -> None:
        self._heap, self._at = heap, array("Q", map(heap.put, rows))

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, index: int) -> Target: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Target]: ...
    def __getitem__(self, index: int | slice) -> Target | Sequence[Target]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        return target_of(self._heap.get(self._at[index]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


@lru_cache(maxsize=8)
def _usual(kind: type[Model]) -> dict[str, Any]:
    return {name: None if field.is_required() else field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()}


def made(kind: type[_M], /, **values: Any) -> _M:
    """As `model_construct`, in half the memory: a dictionary made at once has no room to spare, and empty values are shared."""
    return whole(kind, {**_usual(kind), **values})
