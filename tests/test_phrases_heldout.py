"""Labelled phrases that were written before any rule for them was: wording of real documents of many topics and levels.

First readings, before a rule was changed: round 1 deadlines 127 of 136, units 99 of 112, targets 73 of 92; round 2 deadlines
44 of 47, units 34 of 36, targets 33 of 38; round 3 deadlines 25 of 26, units 20 of 24, targets 21 of 23; round 4 deadlines 23
of 25, units 37 of 45, targets 25 of 26; round 5 deadlines 25 of 25, units 36 of 45, targets 26 of 35; round 6 deadlines 25 of 25,
units 43 of 45, targets 35 of 35; round 7 units 41 of 45, targets
27 of 30; round 8 deadlines 62 of 62, units 91 of 108, targets 79 of 85;
round 9 deadlines 37 of 40, units 63 of 69, targets 51 of 53.
The 73 longest sentences of rounds 8 and 9 were worded anew afterwards, topics and figures with them: 72 read right at first.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import Indel

from normalizers.text import fold
from pipeline.phrases import NORMALIZERS

PHRASES = Path(__file__).parent / "data" / "phrases"
Row = dict[str, Any]


def rows(kind: str) -> list[Row]:
    return [json.loads(line) for line in (PHRASES / f"heldout_{kind}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def _field(name: str, got: Row, want: Row) -> bool:
    return got[name] in [want.get(name), *want.get("alt", {}).get(name, [])]


def _deadline(got: Row, want: Row) -> bool:
    parts = ("kind", "edtf", "due", "rrule")
    return all(_field(p, got, want) for p in parts) or any(all(got[p] == other[p] for p in parts) for other in want["alt_together"])


def _units(got: Row, want: Row) -> bool:
    return any({fold(u) for u in got["units"]} == {fold(u) for u in choice} for choice in [want["units"], *want["alt"]])


def _alike(got: Row, want: Row) -> bool:
    wordings = [want["indicator"], *want["alt"].get("indicator", [])]
    return all(_field(f, got, want) for f in ("comparator", "value", "value_high", "unit", "horizon")) and any(
        Indel.normalized_similarity(fold(got["indicator"]), fold(w)) >= 0.75 for w in wordings)


def _targets(got: Row, want: Row) -> bool:
    choices = [want["targets"], *want["alt"].get("targets", [])]
    choices += [[t for t in choice if not t.get("optional")] for choice in choices]
    return any(len(got["targets"]) == len(choice) and all(map(_alike, got["targets"], choice)) for choice in choices)


JUDGES = {"deadlines": _deadline, "units": _units, "targets": _targets}


@pytest.mark.parametrize(("kind", "at_least"), [("deadlines", 0.98), ("units", 0.98), ("targets", 0.94)])
def test_heldout_phrases(kind: str, at_least: float) -> None:
    labels = rows(kind)
    missed = [row["phrase"] for row in labels if not JUDGES[kind](NORMALIZERS[kind](row["phrase"], row.get("reference")), row)]
    assert len(missed) <= (1 - at_least) * len(labels), missed


def test_no_phrase_is_a_known_one() -> None:
    for kind in JUDGES:
        known = {json.loads(line)["phrase"] for line in (PHRASES / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines() if line}
        written = [row["phrase"] for row in rows(kind)]
        assert len(set(written)) == len(written)
        assert not known & set(written)
