"""Abbreviations of scans set right by the page's own: "Phòng QUTM" read with doubt where "QLTM" stands elsewhere on the page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extractors.ocr_layout import Row
from extractors.ocr_names import UNSURE, known_abbreviations, known_codes

DOUBT = 0.86             # confidence under which an abbreviation may be another one misread
GIVEN = 0.7              # most that a changed word gets: people should look at it
_PARTS = re.compile(r"[A-ZĐ]{3,8}")
_SYLLABLE = re.compile(r"I(?:[AEU]|CH|NH|NG|[CMNPT])?$")      # "THI", "CHIA", "KINH": words in capitals
# "Trung tâm PV…": communes have one such centre, Phục vụ hành chính công; its letters are much alike.
_PUBLIC_SERVICE, _PUBLIC_SERVICE_READ = "PVHCC", re.compile(r"PV[A-ZĐ]{3,5}")
_OTHERWISE = re.compile(r"[^\W_]+")


def settle_abbreviations(rows: Sequence[Row]) -> int:
    """Changes doubtful abbreviations in place that are one letter off the only sure one like them; `raw` keeps the text as
    read. Returns how many were changed. Abbreviations that the page or the genre has as they are stay."""
    sure = {part for row in rows for w in row.words if w.confidence >= DOUBT for part in _PARTS.findall(w.text)}
    sure -= _misread(rows, sure)
    changed = 0
    last = ""
    for row in rows:
        for n, word in enumerate(row.words):
            last, before = word.text, last
            if "I" in word.text and row.raw.get(n) is None and (barred := _OTHERWISE.sub(lambda m: _barred(m[0]), word.text)) != word.text:
                row.raw[n] = word.text
                row.words[n] = word = replace(word, text=barred, confidence=min(word.confidence, GIVEN))
                changed += 1
            if (word.confidence >= DOUBT and not any(p not in sure for p in _PARTS.findall(word.text))) or row.raw.get(n) is not None:
                continue
            if word.confidence < DOUBT and before == "tâm" and _PUBLIC_SERVICE_READ.fullmatch(word.text) and word.text not in sure:
                text = _PUBLIC_SERVICE
            else:
                text = _OTHERWISE.sub(lambda m: _settled(m[0], sure), word.text)
            if text != word.text:
                row.raw[n] = word.text
                row.words[n] = replace(word, text=text, confidence=min(word.confidence, GIVEN))
                changed += 1
    return changed


def _barred(part: str) -> str:
    """A known abbreviation one of whose T's was read as I ("HIX" for "HTX"): no syllable ends as it does."""
    if not _PARTS.fullmatch(part) or "I" not in part or _SYLLABLE.search(part) or set(part) <= set("IVXLDCM") or part in known_codes():
        return part
    known = known_abbreviations()
    if part in known:
        return part
    found = {part.replace("I", "T"), *(part[:k] + "T" + part[k + 1:] for k, c in enumerate(part) if c == "I")} & known
    return min(found) if len(found) == 1 else part


def _misread(rows: Sequence[Row], sure: set[str]) -> set[str]:
    """Those of the sure abbreviations that are believed less than a doubtful one beside which they differ by a letter: they are
    known nowhere, were not read too surely, and fewer of their pairs of letters stand in abbreviations of bodies ("QUTM", "QLTM")."""
    doubtful = {part for row in rows for w in row.words if w.confidence < DOUBT for part in _PARTS.findall(w.text)} - sure
    certain = {part for row in rows for w in row.words if w.confidence >= UNSURE for part in _PARTS.findall(w.text)}
    out = set()
    for part in sorted(sure - certain - known_codes() - known_abbreviations()):
        near = [d for d in doubtful if len(d) == len(part) >= 4 and _one_off(d, part)]
        if len(near) == 1 and _pairs_known(near[0]) > _pairs_known(part):
            out.add(part)
            sure.add(near[0])
    return out


def _pairs_known(part: str) -> int:
    return sum(pair in _known_pairs() for pair in map("".join, itertools.pairwise(part)))


@lru_cache(maxsize=1)
def _known_pairs() -> frozenset[str]:
    return frozenset(pair for known in known_abbreviations() for pair in map("".join, itertools.pairwise(known)))


def _settled(part: str, sure: set[str]) -> str:
    if not _PARTS.fullmatch(part) or part in sure or part in known_codes() or set(part) <= set("IVXL"):
        return part
    near = sorted(s for s in sure if len(s) >= 4 and _one_off(part, s))
    return near[0] if len(near) == 1 else part


def _one_off(a: str, b: str) -> bool:
    """Whether two words differ by one letter changed, or one too many in the first; a letter lost may be another abbreviation."""
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return len(a) == len(b) + 1 and any(a[:i] + a[i + 1:] == b for i in range(len(a)))
