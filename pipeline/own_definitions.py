"""What a plan itself says its letters stand for: "Trung tâm Quản lý hạ tầng (QLHT)", "… (viết tắt là QLHT)", "Ghi chú: QLHT: Trung tâm Quản lý hạ tầng".

Only names whose initials are the letters count: a bracket may also say who leads, or what the body is in the plan's work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from normalizers.text import squash
from normalizers.unit_headings import heading_units
from normalizers.values import Unit

_CALLED = r"\( ?(?:sau đây )?(?:được )?(?:(?:gọi|viết) tắt ?(?:là|:)? ?)?[“\"]?{}[”\"]? ?\)"
_LEGEND = r"(?:^|[;:.,(+*•-] ?){} ?(?:[:=]|là viết tắt của) ?(?P<full>[A-ZĐ][^;.:=()]{{6,100}})"
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 14  # words of such a name
_LINK = "và"
_KIND = 2  # words of a kind of body: "Trung tâm"


def defined_units(letters: Iterable[str], lines: Iterable[str]) -> dict[str, Unit]:
    """The unit that each of the letters stands for by the plan's own words, where they say one alone."""
    wanted = [one for one in dict.fromkeys(letters) if one.isalpha() and one.isupper() and len(one) > 1]
    held = [squash(line) for line in lines if any(map(line.__contains__, wanted))] if wanted else []
    out: dict[str, Unit] = {}
    for one in wanted:
        found = {unit.unit_id: unit for line in held if one in line for unit in _said(one, line)}
        if len(found) == 1:
            out[one] = next(iter(found.values()))
    return out


def _said(letters: str, line: str) -> list[Unit]:
    """The units that a line says the letters stand for."""
    out: list[Unit] = []
    for m in re.finditer(_CALLED.format(letters), line, re.IGNORECASE):
        before = list(_WORD.finditer(line, 0, m.start()))[-_LONGEST:]
        out += next((units for word in before if word[0][0].isupper() and (units := _named(letters, line[word.start() : m.start()], "tắt" in m[0].lower()))), [])
    for m in re.finditer(_LEGEND.format(letters), line):
        words = list(_WORD.finditer(m["full"]))[:_LONGEST]
        out += next((units for word in reversed(words) if (units := _named(letters, m["full"][: word.end()], True))), [])
    return out


def _named(letters: str, name: str, explicit: bool) -> list[Unit]:
    """The one unit that a wording names, if the letters are its initials, or those behind the kind of body; where the plan says that they are an
    abbreviation, its first initials suffice."""
    initials = _bare("".join(word[0] for word in _WORD.findall(name) if word.lower() != _LINK))
    short = _bare(letters)
    if not (initials.endswith(short) and len(initials) - len(short) <= _KIND) and not (explicit and initials.startswith(short)):
        return []
    units = heading_units(name.strip())
    return units if len(units) == 1 and units[0].name != letters else []


def _bare(text: str) -> str:
    """Capitals without their marks: initials are often written so."""
    return "".join(c for c in unicodedata.normalize("NFD", text.upper().replace("Đ", "D")) if not unicodedata.combining(c))
