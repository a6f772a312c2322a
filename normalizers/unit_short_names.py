"""Names that are a known body's own, said short beside its neighbours ("Phòng Kinh tế; Văn hóa - Xã hội", "MTTQ; CCB; PN", "đoàn thể, thôn") or
typed with a tone mark missing or wrong ("Trạm Y té") or with its first word twice ("Phòng Phòng Kinh tế")."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from normalizers.text import fold, strip_tone
from normalizers.unit_tokens import read_csv
from normalizers.unit_vocab import vocabulary
from normalizers.values import Unit

# The commune's own offices: beside one of them a bare field is another's.
_OFFICES = frozenset({"vp-hdnd-ubnd", "tt-pvhcc", "p-vhxh", "p-kinh-te", "p-kt-ht-dt", "p-kinh-te-ha-tang"})
_UNIONS = frozenset({"mttq", "hoi-phu-nu", "hoi-nong-dan", "hoi-cuu-chien-binh", "doan-thanh-nien", "xa-doan", "to-chuc-ctxh"})
_WORDS = 3  # a wording of fewer words is another one too easily without its tone marks
_OTHERS = frozenset({"ban", "xom"})  # "Các trưởng ban" are no village heads ("bản")


@lru_cache(maxsize=1)
def _short_names() -> dict[str, tuple[str, str]]:
    """Beside what each short name stands for which unit (its id), by the folded name."""
    aliases = vocabulary().aliases
    return {fold(row["short"]): (row["beside"], aliases[fold(row["name"])]) for row in read_csv("unit_short_names.csv")}


@lru_cache(maxsize=1)
def _without_tones() -> dict[str, str]:
    """The catalogue's wordings without tone marks, those that are one unit's alone."""
    out: dict[str, str] = {}
    for alias, unit_id in vocabulary().aliases.items():
        bare = strip_tone(alias)
        if bare.count(" ") + 1 >= _WORDS and _OTHERS.isdisjoint(bare.split()):
            out[bare] = unit_id if out.get(bare, unit_id) == unit_id else ""
    return out


def in_full(units: list[Unit]) -> list[Unit]:
    """The units of a cell, each unknown one that is a known one's short or mistyped name replaced by it, none twice."""
    ids = {u.unit_id for u in units}
    beside = {kind for kind, own in (("office", _OFFICES), ("organisation", _UNIONS)) if not own.isdisjoint(ids)}
    if any(u.kind == "party" for u in units):
        beside -= {"office"}  # "Văn phòng, Phòng Kinh tế, Ban Xây dựng Đảng": the committee's own
    if len(units) > 1:
        beside.add("row")
    out: dict[str, Unit] = {}
    for unit in units:
        name = fold(unit.name)
        words = name.split(" ")
        if not unit.known and len(words) > 2 and (n := words[: 1] == words[1:2] or 2 * (words[: 2] == words[2:4])):
            name = " ".join(words[n:])
        near, unit_id = _short_names().get(name, ("", "")) if beside else ("", "")
        if not (unit_id and near in beside and (unit.raw[:1].islower() if near == "row" else not unit.known) and (near != "organisation" or unit.raw[:1].isupper())):
            unit_id = "" if unit.known else vocabulary().aliases.get(name, "") or _without_tones().get(strip_tone(name), "")
        if unit_id:
            entry = vocabulary().entries[unit_id]
            unit = replace(unit, name=entry.name, unit_id=entry.unit_id, known=True, kind=entry.kind, level=entry.level,
                           confidence=unit.confidence if near in beside else min(unit.confidence, 0.7))
        out.setdefault(unit.unit_id, unit)
    return list(out.values())
