"""Confidence of a record's fields from evidence: strength of the rule, known vocabulary, OCR certainty."""

from __future__ import annotations

from functools import lru_cache

from extractors.document import Line
from normalizers.values import Deadline, TargetReading, Unit


@lru_cache(maxsize=1024)  # few different ones
def _shown(value: float) -> float:
    return round(value, 3)


def _units(units: list[Unit]) -> float:
    return min([u.confidence * (0.99 if u.known else 0.86) for u in units]) if units else 0.97


def record_confidence(
    reading: TargetReading | None, lead: list[Unit], support: list[Unit], deadline: Deadline | None, lines: list[Line], owners: float = 1.0,
) -> dict[str, float]:
    """Field → confidence in 0..1. Every field is at most as sure as the least sure line it was read from; `owners` is how
    sure it is that these owners are this record's."""
    source = min([line.confidence for line in lines], default=1.0)
    fields: dict[str, float] = {}  # in the order of their names
    if deadline is not None:
        fields["deadline"] = _shown(deadline.confidence * (0.5 if deadline.kind == "unresolved" else 0.99) * source)
    if reading is not None:
        fields["indicator"] = _shown(reading.confidence * 0.97 * source)
    fields["lead"], fields["support"] = _shown(_units(lead) * owners * source), _shown(_units(support) * owners * source)
    if reading is not None:
        fields["value"] = _shown(reading.confidence * (0.9 if reading.comparator == "qualitative" else 0.99) * source)
    else:
        fields["text"] = _shown(0.98 * source)
    return fields
