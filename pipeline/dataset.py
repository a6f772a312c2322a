"""`dataset.jsonl`: every plan of a run with all that was read of it, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pipeline.records import PlanRecord


def dataset_bytes(plans: Iterable[PlanRecord]) -> bytes:
    """`dataset.jsonl`: one plan a line, raw text as printed, no escaping but JSON's."""
    return b"".join(map(dataset_line, plans))


def dataset_line(plan: PlanRecord) -> bytes:
    """One line of `dataset.jsonl`."""
    try:
        return plan.model_dump_json(warnings="error").encode("utf-8") + b"\n"
    except ValueError:  # a correction's value of another kind than its field's, a character that is half of a pair
        pass
    return (json.dumps(plan.model_dump(mode="json", warnings=False), ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", errors="replace")
