"""What one plan's wording of an indicator limits or widens: population, way of counting, degree, object, scope.

Hands on facets of a wording and, for several plans, Vietnamese sentences on where they differ: the caveats of a comparison.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from normalizers.indicator_text import VOCAB, level, tokens
from normalizers.text import fold, squash

_SCOPE = re.compile(r"(?<!\w)(giữa|trong phạm vi|liên quan đến|trừ|không bao gồm|ngoại trừ|thuộc phạm vi)(?!\w)[^;()]*")
_SCOPE_END = re.compile(r"(?<!\w)(?:phải được|được thực hiện|thực hiện|đạt|có)(?!\w).*")
_NAMES_SHOWN = 4
_COUNTED = "Cách đếm"


@dataclass(frozen=True, slots=True)
class Variant:
    """One plan's wording of an indicator: who (`name`), the wording and the qualifier the record keeps apart."""

    name: str
    wording: str
    qualifier: str | None = None


@lru_cache(maxsize=1)
def _facets() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    with (VOCAB / "indicator_facets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    out = []
    for row in rows:
        terms = "|".join(rf"(?<!\w){re.escape(t)}(?!\w)" for t in row["terms"].split("|"))
        out.append((row["kind"], row["label"], re.compile(terms)))
    return tuple(out)


@lru_cache(maxsize=32768)
def facets(wording: str) -> tuple[tuple[str, str], ...]:
    """(kind, label) pairs, both Vietnamese, of what a wording says about whom, how counted, how far and where."""
    plain = level(wording)
    text = f"{plain} | {fold(wording)}"
    head = re.split(r"[,;(]", plain, maxsplit=1)[0]  # what is counted stands first; a later clause only explains
    found = [(kind, label) for kind, label, pattern in _facets() if pattern.search(head if kind == _COUNTED else text)]
    for m in _SCOPE.finditer(plain):
        # The clause, readable: the levelled text has joined terms, so the label is cut from the folded wording.
        clause = " ".join(tokens(_SCOPE_END.sub("", m[0])))
        if clause:
            found.append(("Phạm vi", _clause_of(wording, m[1])))
    return tuple(dict.fromkeys(found))


def _clause_of(wording: str, start: str) -> str:
    text = fold(wording)
    at = text.find(start)
    clause = text[at:] if at >= 0 else text
    clause = _SCOPE_END.sub("", re.split(r"[;()]", clause, maxsplit=1)[0]).strip(" ,.")
    return clause if len(clause) <= 80 else clause[:77].rsplit(" ", 1)[0] + "…"


def shown_names(names: Sequence[str]) -> str:
    """At most four names, the rest as a number: "A, B, C, D và 12 xã khác"."""
    if len(names) <= _NAMES_SHOWN:
        return ", ".join(names)
    return ", ".join(names[:_NAMES_SHOWN]) + f" và {len(names) - _NAMES_SHOWN} xã khác"


def differences(variants: Sequence[Variant], same_words: bool = False) -> list[str]:
    """Sentences on what some of `variants` say and others do not; [] where all mean the same by their wording.

    `same_words`: also name wordings that differ in any other word (for provisional indicators, which no catalogue
    defines)."""
    out: list[str] = []
    holders: dict[tuple[str, str], list[str]] = {}
    for variant in variants:
        for facet in facets(variant.wording):
            holders.setdefault(facet, []).append(variant.name)
    by_kind: dict[str, list[str]] = {}
    for (kind, label), names in holders.items():
        if len(names) < len(variants):
            by_kind.setdefault(kind, []).append(f"“{label}” ({shown_names(names)})")
    out += [f"{kind} khác nhau: chỉ một số kế hoạch nêu {'; '.join(parts)}" for kind, parts in by_kind.items()]
    limits: dict[str, list[str]] = {}
    for variant in variants:
        if variant.qualifier:
            limits.setdefault(squash(variant.qualifier), []).append(variant.name)
    for limit, names in sorted(limits.items()):
        if len(names) < len(variants):
            out.append(f"Giới hạn “{limit}” chỉ có ở {shown_names(names)}")
    if same_words and not out and len({frozenset(tokens(v.wording)) for v in variants}) > 1:
        quotes: dict[frozenset[str], str] = {}  # one quote of what differs by its capitals alone
        for variant in variants:
            quotes.setdefault(frozenset(tokens(variant.wording)), squash(variant.wording))
        out.append("Cách gọi khác nhau: " + "; ".join(f"“{q if len(q) <= 90 else q[:87] + '…'}”" for q in list(quotes.values())[:3]))
    return out
