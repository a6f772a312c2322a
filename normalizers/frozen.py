"""Values that never change: dataclasses with slots that can be keys of a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[_T]) -> type[_T]:
    """A frozen dataclass with slots. That no field is set again is checked by mypy and not at run time, where the check would
    make each object five times slower to make: a plan is read by way of some thousands."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
