"""The normalizers as a tool on their own: a phrase and its reference date in, what is read from it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from extractors.listed_owners import listed_owners
from normalizers.closing_amounts import opened, settled
from normalizers.deadlines import parse_deadline
from normalizers.targets import is_quantity_cell, read_table_target, read_targets
from normalizers.unit_agents import who_acts
from normalizers.units import parse_units


def normalize_deadline(phrase: str, reference: str | None) -> dict[str, Any]:
    """kind, edtf, due, rrule, condition of a time phrase."""
    d = parse_deadline(phrase, reference)
    return {"kind": d.kind, "edtf": d.edtf, "due": d.due, "rrule": list(d.rrule), "condition": d.condition, "raw": d.raw,
            "rule": d.rule, "confidence": d.confidence}


def normalize_units(phrase: str, reference: str | None = None) -> dict[str, Any]:
    """Canonical unit names of an owner cell, with ids and whether the catalogue knows them."""
    if "\n" in phrase and ";" not in phrase:  # one unit a line, or one name broken over several
        phrase = listed_owners([line.strip() for line in phrase.split("\n") if line.strip()]) or phrase
    units = parse_units(phrase if "(" in phrase else who_acts(phrase))
    return {"units": [u.name for u in units], "unit_ids": [u.unit_id for u in units], "known": [u.known for u in units]}


def normalize_targets(phrase: str, reference: str | None = None) -> dict[str, Any]:
    """Targets of a sentence, or of a table row written "indicator | unit | value" or "indicator | value"."""
    phrase = phrase.strip()
    if phrase[:1] == "“" and phrase[-1:] == "”" and phrase.count("“") == 1:
        phrase = phrase[1:-1]
    parts = [p.strip() for p in phrase.split("|")]
    if len(parts) > 3:
        parts = [p.strip() for p in phrase.replace(" | | ", " |  | ").split(" | ")]
    if len(parts) == 2 and is_quantity_cell(parts[1]):
        parts.insert(1, "")
    readings = read_table_target(parts[0], parts[1] or None, parts[2]) if len(parts) == 3 else [r for r, _ in settled(read_targets(opened(phrase, (reference or "")[:4])))]
    return {"targets": [{"indicator": r.indicator, "comparator": r.comparator, "value": r.value, "value_high": r.value_high, "unit": r.unit,
                         "horizon": r.horizon, "qualifier": r.qualifier} for r in readings]}


NORMALIZERS: dict[str, Callable[[str, str | None], dict[str, Any]]] = {
    "deadlines": normalize_deadline, "units": normalize_units, "targets": normalize_targets}
