"""Confidence of a record's fields from evidence: strength of the rule, known vocabulary, OCR certainty."""

from __future__ import annotations

from extractors.document import Line
from normalizers.values import Deadline, TargetReading, Unit


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
        fields["deadline"] = round(deadline.confidence * (0.5 if deadline.kind == "unresolved" else 0.99) * source, 3)
    if reading is not None:
        fields["indicator"] = round(reading.confidence * 0.97 * source, 3)
    fields["lead"], fields["support"] = round(_units(lead) * owners * source, 3), round(_units(support) * owners * source, 3)
    if reading is not None:
        fields["value"] = round(reading.confidence * (0.9 if reading.comparator == "qualitative" else 0.99) * source, 3)
    else:
        fields["text"] = round(0.98 * source, 3)
    return fields
