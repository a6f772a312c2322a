"""A plan's own abbreviations of units written out: "Phòng QLTM" is the "Phòng Quản lý thương mại" that the same plan names.

The catalogue knows what all plans shorten alike. What a plan shortens for itself is read from that plan alone: an unknown
unit with letters in it is taken for another unit of the plan where its words are the same and its letters the initials of
the rest, and only where a single unit of the plan fits; letters alone also for what the plan's text says they stand for.
`raw` keeps the printed wording.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

from extractors.document import Document
from normalizers.text import fold
from normalizers.unit_tokens import acronym
from pipeline.own_definitions import defined_units
from pipeline.records import Target, Task, UnitRef

T = TypeVar("T", Target, Task)
_WORD = re.compile(r"[^\W_]+")
_LINK = r"[\s,&-]+(?:(?:va|&)\s+)?"
_LEAST_ALONE = 4  # letters of an abbreviation that stands without a word of the name


def _bare(text: str) -> str:
    """Folded text without tone and vowel marks: initials are written without them ("UBND" for "Ủy ban …")."""
    return "".join(c for c in unicodedata.normalize("NFD", fold(text)) if not unicodedata.combining(c))


def _letters(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha() and acronym(word)


def _pattern(name: str) -> re.Pattern[str] | None:
    """What a full name of an abbreviated one looks like; None where no letters stand in it or too little is told."""
    words: list[str] = _WORD.findall(name)
    short = [w for w in words if _letters(w)]
    if not short or (len(short) == len(words) and sum(map(len, short)) < _LEAST_ALONE):
        return None
    parts: list[str] = []
    for word in words:
        parts += [rf"{c}\w*" for c in _bare(word)] if _letters(word) else [re.escape(_bare(word))]
    return re.compile(_LINK.join(parts))


def _full_names(units: Iterable[UnitRef]) -> dict[str, UnitRef]:
    """Units by their shortened name, for those that one unit of the plan alone can be."""
    units = list(units)
    if not any(_letters(w) for name in {u.name for u in units if not u.known} for w in _WORD.findall(name)):
        return {}
    whole = {u.unit_id: u for u in units if not any(_letters(w) for w in _WORD.findall(u.name))}
    out: dict[str, UnitRef] = {}
    for unit in units:
        if unit.known or unit.name in out or (pattern := _pattern(unit.name)) is None:
            continue
        found = [u for u in whole.values() if pattern.fullmatch(_bare(u.name))]
        if len(found) == 1:
            out[unit.name] = found[0]
    return out


def _written(units: Sequence[UnitRef], names: dict[str, UnitRef]) -> tuple[UnitRef, ...]:
    out: dict[str, UnitRef] = {}
    for unit in units:
        full = names.get(unit.name) if not unit.known else None
        unit = full.model_copy(update={"raw": unit.raw}) if full is not None else unit
        out.setdefault(unit.unit_id, unit)
    return tuple(out.values())


def _record(record: T, names: dict[str, UnitRef]) -> T:
    if not any(u.name in names for u in (*record.lead_units, *record.support_units)):
        return record
    lead, support = _written(record.lead_units, names), _written(record.support_units, names)
    return record.model_copy(update={
        "lead_units": lead, "support_units": support, "lead": tuple(u.name for u in lead), "support": tuple(u.name for u in support)})


def write_out(targets: Sequence[Target], tasks: Sequence[Task], document: Document) -> tuple[tuple[Target, ...], tuple[Task, ...]]:
    """The same records, units that the plan shortens for itself under their full names."""
    units = [u for record in (*targets, *tasks) for u in (*record.lead_units, *record.support_units)]
    names = _full_names(units)
    if lettered := {u.raw.strip(" .;,"): u.name for u in units if not u.known and u.name not in names and _letters(u.raw.strip(" .;,"))}:
        for short, unit in defined_units(lettered, (line.text for line in document.lines())).items():
            names[lettered[short]] = UnitRef(unit_id=unit.unit_id, name=unit.name, raw=unit.raw, known=unit.known, kind=unit.kind, level=unit.level)
    if not names:
        return tuple(targets), tuple(tasks)
    return tuple(_record(t, names) for t in targets), tuple(_record(t, names) for t in tasks)
