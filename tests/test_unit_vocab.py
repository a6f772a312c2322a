"""The unit vocabularies: no alias twice, every alias read as its unit, abbreviations unambiguous."""

from __future__ import annotations

from collections import Counter

import pytest

from normalizers.text import fold
from normalizers.unit_tokens import read_csv
from normalizers.units import parse_units

UNITS = read_csv("units.csv")
ALIASES = read_csv("unit_aliases.csv")
KINDS = {"office", "collective", "organisation", "authority", "party", "person", "press", "court", "enterprise"}
LEVELS = {"commune", "village", "district", "province", "ministry", "external", "open"}


def _twice(items: list[object]) -> list[object]:
    return [item for item, n in Counter(items).items() if n > 1]


def test_no_wording_twice() -> None:
    assert _twice([row["unit_id"] for row in UNITS]) == []
    assert _twice([fold(row["name"]) for row in UNITS] + [fold(row["alias"]) for row in ALIASES]) == []


def test_every_unit_is_classified() -> None:
    assert {row["kind"] for row in UNITS} <= KINDS
    assert {row["level"] for row in UNITS} <= LEVELS
    assert {row["unit_id"] for row in ALIASES} <= {row["unit_id"] for row in UNITS}


@pytest.mark.parametrize("row", ALIASES, ids=lambda row: row["alias"])
def test_alias_is_read_as_its_unit(row: dict[str, str]) -> None:
    assert [u.unit_id for u in parse_units(row["alias"])] == [row["unit_id"]]


def test_abbreviations_and_heads_are_unambiguous() -> None:
    assert _twice([(row["abbreviation"], row["before"]) for row in read_csv("abbreviations.csv")]) == []
    assert _twice([fold(row["head"]) for row in read_csv("unit_heads.csv")]) == []
    assert _twice([fold(row["word"]) for row in read_csv("act_words.csv")]) == []
    assert all(row["expansion"].strip() for row in read_csv("abbreviations.csv"))
