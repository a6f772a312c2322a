"""`dataset.jsonl`: every plan of a run with all that was read of it, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pipeline.records import Model, PlanRecord


def _fields(value: object) -> object:
    if isinstance(value, Model):
        return value.__dict__
    raise TypeError(f"not a record: {type(value)}")


_PLAIN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_fields)  # what `model_dump` makes, without a copy of it


def dataset_bytes(plans: Iterable[PlanRecord]) -> bytes:
    """`dataset.jsonl`: one plan a line, raw text as printed, no escaping but JSON's."""
    return b"".join(map(dataset_line, plans))


def dataset_line(plan: PlanRecord) -> bytes:
    """One line of `dataset.jsonl`."""
    try:
        return (_PLAIN.encode({name: value for name, value in plan.__dict__.items() if name != "ledger"}) + "\n").encode("utf-8", errors="replace")
    except (TypeError, ValueError):  # a correction's value that JSON does not know, a number that is none
        pass
    return (json.dumps(plan.model_dump(mode="json"), ensure_ascii=False) + "\n").encode("utf-8", errors="replace")
