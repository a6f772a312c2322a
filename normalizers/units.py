"""Owner units: the wording of a cell, heading or sentence → canonical units of the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from normalizers.unit_grammar import make_unit
from normalizers.unit_lists import cut, without_notes
from normalizers.unit_prose import heading_units, prose_owners, support_in_parentheses
from normalizers.unit_tokens import tokenize
from normalizers.values import Unit

_NOTHING = frozenset({"", "không", "không có", "nt", "như trên", "-nt-", "x"})


def parse_units(cell: str, commune: str | None = None, province: str | None = None, *, ocr: bool = False) -> list[Unit]:
    """The units that an owner cell names, canonical, in order, each once."""
    tokens = without_notes(tokenize(cell))
    if " ".join(t.key for t in tokens if t.word) in _NOTHING:
        return []
    out: dict[str, Unit] = {}
    for item in cut(tokens, commune):
        unit = make_unit(tokens, item, cell, commune, province)
        if unit is not None:
            out.setdefault(unit.unit_id, unit)
    return list(out.values())


def unknown_report(units: Iterable[Unit]) -> list[tuple[str, int]]:
    """Wordings that the catalogue lacks with how often each occurs, most frequent first."""
    counts = Counter(u.name for u in units if not u.known)
    return sorted(counts.items(), key=lambda it: (-it[1], it[0]))
