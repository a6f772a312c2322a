"""Names in scans: document numbers, terms of the genre and surnames of signers, set right by word lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

from normalizers.text import fold, strip_tone
from normalizers.unit_tokens import read_csv

UNSURE = 0.935           # confidence from which a word is believed as read, but for the marks of its letters: Tesseract
                         # takes "ổ" for "ố" and "ệ" for "ê" at 0.97 (most of its wrong words on degraded pages), so these
                         # are repaired at any confidence, a lost mark only where both neighbours speak for it
CORE = re.compile(r"^([^\w]*)(.*?)([^\w]*)$", re.DOTALL)
LETTERS = re.compile(r"^[^\W\d_]+$")
_WITH_AND = re.compile(r"([A-ZĐ]{4})[A-Z](?=&)")     # "HĐNDK&UBND": the sign was read twice
_CODE_PARTS = re.compile(r"([-/&.,;:()“”\"']+)")


@lru_cache(maxsize=1)
def known_codes() -> frozenset[str]:
    """Kinds of documents and issuing bodies as they stand in document numbers (extractors/vocab/ocr_codes.csv; after
    Nghị định 30/2020/NĐ-CP, Phụ lục III, and the Party's Hướng dẫn 36-HD/VPTW)."""
    text = resources.files("extractors").joinpath("vocab/ocr_codes.csv").read_text(encoding="utf-8")
    return frozenset(text.split()[1:])


@lru_cache(maxsize=1)
def known_abbreviations() -> frozenset[str]:
    """Abbreviations of bodies as units are written with (normalizers/vocab/abbreviations.csv): "TT&BVTV" is no misread "BTV"."""
    return frozenset(row["abbreviation"] for row in read_csv("abbreviations.csv"))


def code(text: str, confidence: float) -> str:
    """A document number with one letter misread ("57-NQ/IW") set right where only one known part is that near."""
    if "&" in text:
        text = _WITH_AND.sub(lambda m: m[1] if m[1] in known_codes() else m[0], text)
    if confidence >= UNSURE or not re.search(r"[-/&]", text) or not any(c.isupper() for c in text):
        return text
    if "&" in text and (whole := _near_compound(text.rstrip(".,;:)"))):
        return whole + text[len(text.rstrip(".,;:)")):]
    parts = _CODE_PARTS.split(text)
    words = [p for p in parts if p and not _CODE_PARTS.fullmatch(p)]
    # Something else in it must be known or a number, or any capitals could be bent into a code.
    if not any(p.isdigit() or strip_tone(p) in known_codes() or p in known_codes() for p in words) and not (
            len(words) == 2 and "/" in text and all(_near_code(p) in known_codes() for p in words)):
        return text
    return "".join(_near_code(p) for p in parts)


def _near_compound(core: str) -> str | None:
    """The only known abbreviation with "&" that differs from `core` by marks ("KTHT&DT") or by letters that look alike ("KTHT&ĐI")."""
    if core in known_abbreviations() or not core.replace("&", "").isalpha():
        return None
    plain = strip_tone(core)
    near = sorted(k for k in known_abbreviations() if "&" in k and len(k) == len(core) and (
        strip_tone(k) == plain or (_one_changed(strip_tone(k), plain) and _alike(plain, strip_tone(k)))))
    same = [k for k in near if strip_tone(k) == plain]
    return near[0] if len(near) == 1 else same[0] if len(same) == 1 else None


def _near_code(part: str) -> str:
    if re.fullmatch(r"\d[A-ZĐ]{2,}", part) and part[1:] in known_codes():
        return part[1:]      # the slash was read twice ("71/7NQ-CP")
    if re.fullmatch(r"QH[I1l]{1,2}\d", part):
        return "QH1" + part[-1]      # the National Assembly's term, of two figures
    if re.fullmatch(r"TT[gq9]", part):
        return "TTg"
    if re.fullmatch(r"[IT1l]{1,2}W", part):
        return "TW"          # the one code that ends in W but for those of a body and TW
    if part in known_codes() or part in known_abbreviations() or len(part) < 2 or not part.isalpha() or not (part[-1].isupper() or part[:-1].isupper()):
        return part
    plain = strip_tone(part)
    same = sorted(c for c in known_codes() if strip_tone(c).upper() == plain.upper())
    if len(same) == 1:
        return same[0]
    # One capital for another of the same count (I for T), or one too many from a split stroke (NÑQ, QĐĐ).
    near = sorted(c for c in known_codes() if _one_changed(c, part) or _one_more(strip_tone(c), part, plain))
    near = [c for c in near if _alike(part, c)]
    return near[0] if len(near) == 1 else part


@lru_cache(maxsize=1)
def known_terms() -> dict[str, str]:
    """Names and foreign words of the genre that are no syllables, by their small letters (extractors/vocab/ocr_terms.csv)."""
    text = resources.files("extractors").joinpath("vocab/ocr_terms.csv").read_text(encoding="utf-8")
    return {_plain(t): t for t in text.split()[1:]}


def _plain(word: str) -> str:
    """Small letters without marks, l and I as one."""
    return strip_tone(word.replace("ø", "o")).casefold().replace("l", "i")


def term(text: str, confidence: float) -> str:
    """"IơT", "IoøT" as IoT: a word with an inner capital or a stray mark that is a known term but for marks or one letter."""
    match = CORE.match(text)
    if confidence >= UNSURE or not match or not LETTERS.match(match[2]) or not 3 <= len(match[2]) <= 12:
        return text
    core = match[2]
    if core in known_terms().values() or core.islower() or core.istitle() or core.isupper():
        return text
    plain = _plain(core)
    known = known_terms().get(plain)
    if known is None:
        shorter = {plain[:i] + plain[i + 1:] for i in range(len(plain))}
        near = sorted({known_terms()[k] for k in shorter if k in known_terms()})
        known = near[0] if len(near) == 1 else None
    return match[1] + known + match[3] if known else text


def _one_changed(known: str, part: str) -> bool:
    return len(known) == len(part) and sum(a != b for a, b in zip(known, part, strict=True)) == 1


def _one_more(known: str, part: str, plain: str) -> bool:
    """Whether `plain` (`part` without marks) is `known` and one letter more; of a code of two letters only a doubled one."""
    return len(plain) == len(known) + 1 and any(
        plain[:i] + plain[i + 1:] == known and (len(known) >= 3 or part[i] == "Ñ" or plain[i] in plain[i + 1:i + 2])
        for i in range(len(plain)))


_SHAPES = ("TI1", "OQD", "VWY", "CG")


def _alike(part: str, known: str) -> bool:
    """Whether letters that differ look alike in capitals; one letter too many is taken for a split stroke."""
    if len(part) != len(known):
        return True
    return all(a == b or any(a in s and b in s for s in _SHAPES) for a, b in zip(strip_tone(part), strip_tone(known), strict=True))


@lru_cache(maxsize=1)
def surnames() -> Mapping[str, frozenset[str]]:
    """Vietnamese surnames by their letters without marks (extractors/vocab/ocr_surnames.csv)."""
    out: dict[str, set[str]] = {}
    for name in resources.files("extractors").joinpath("vocab/ocr_surnames.csv").read_text(encoding="utf-8").split()[1:]:
        out.setdefault(strip_tone(fold(name)), set()).add(name)
    return {k: frozenset(v) for k, v in out.items()}


def surname(words: Sequence[str]) -> list[str]:
    """The words of a line; where it holds a person's name alone ("Đô Thị Hải Yến", "Đỗ Vẫn Nam"), the surname and the middle name
    "Văn" get their marks back: nobody is called by the other words of its letters."""
    out = list(words)
    if not 3 <= len(out) <= 5 or not all(w.istitle() and LETTERS.match(w) for w in out):
        return out
    known = surnames().get(strip_tone(fold(out[0])), frozenset())
    if len(known) == 1:
        out[0] = min(known)
    if known:
        out[1:-1] = ["Văn" if word in _NO_NAMES else word for word in out[1:-1]]
    return out


_NO_NAMES = frozenset({"Vẫn", "Vắn", "Vẵn", "Vẳn", "Vằn"})
