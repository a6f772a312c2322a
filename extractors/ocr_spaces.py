"""Spaces that were not read: "Vănhóa-Xã", "UBMTTQvà", "50xã" and "Tháng3/2026" with their space put back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from extractors.ocr_names import known_abbreviations, known_codes
from normalizers.text import fold, strip_tone

_RUN = re.compile(r"[^\W\d_]+")
_INNER = re.compile(r"[A-ZĐÀ-Ỹ]?[a-zđà-ỹ]+")
_ADDRESS = re.compile(r"@|//|www|[a-z0-9]\.[a-z]{2,}", re.IGNORECASE)     # of a site or a mailbox
_CAPITALS = re.compile(r"([A-ZĐ]{3,})([a-zđà-ỹ]{2,7})")
_OFFICE = re.compile(r"VP([A-ZĐ]{3,})")
_BODY = re.compile(r"(Sở|Bộ|Phòng|Cục|Chi cục)([A-ZĐ]{2,})")              # "SởTNMT": no word goes on in capitals
_COUNT = re.compile(r"\b(\d{1,5})([a-zđà-ỹ]{2,7})\b")
_NUMBERED = re.compile(r"^((?:[Tt]háng|[Nn]ăm|[Nn]gày|[Qq]uý|[Kk]hóa|[Ss]ố))(?=\d)")
# A slash between a unit and what it is per, read as a letter: "lượtưnăm".
_PER = re.compile(r"^([a-zđà-ỹ]{2,7})[ưfIlt1|](năm|tháng|ngày|người|quý|tuần|hộ|xã)(?=[^\w]|$)")
_VOWELS = frozenset("aeiouy")
_CUT = {"đợ": "đợt", "lượ": "lượt", "phú": "phút"}      # whose t went with the slash: "đợưnăm"
_TWO_MEASURES = re.compile(r"^(phút|tạ|tấn)(?=(?:lượt|ha)(?:[^\w]|$))")     # between which a slash was lost: "phútlượt"


class Counted(Protocol):
    """Counts of folded syllables and of pairs (`ocr_repair.Frequencies`)."""

    @property
    def single(self) -> Mapping[str, int]: ...

    @property
    def pairs(self) -> Mapping[tuple[str, str], int]: ...


def parted(text: str, counts: Counted) -> str:
    """A word with the spaces between words that were run together; any other comes back as it is.

    Two syllables are parted where the whole is no syllable and the two are a known pair, an abbreviation from the syllable
    behind it, a figure from the word it counts or numbers; "lượtưnăm" gets its slash."""
    if _ADDRESS.search(text):
        return text
    if (match := _PER.match(text)) and _marked(match[1]) and match[1] in counts.single:
        text = f"{_CUT.get(match[1], match[1])}/{text[match.start(2):]}"
    elif match := _TWO_MEASURES.match(text):
        text = f"{match[1]}/{text[match.end(1):]}"
    alone = len(_RUN.findall(text)) == 1
    text = _RUN.sub(lambda m: _run(m[0], counts, alone), _NUMBERED.sub(r"\1 ", text))
    return _COUNT.sub(lambda m: f"{m[1]} {m[2]}" if _marked(m[2]) and m[2] in counts.single else m[0], text)


def _spoken(word: str) -> bool:
    return not _VOWELS.isdisjoint(strip_tone(word))


def _marked(word: str) -> bool:
    return strip_tone(word) != word


def _run(run: str, counts: Counted, alone: bool) -> str:
    if (match := _CAPITALS.fullmatch(run)) and _marked(match[2]) and fold(match[2]) in counts.single and match[1] in _short_names():
        return f"{match[1]} {match[2]}"
    if (match := _OFFICE.fullmatch(run)) and run not in _short_names() and match[1] in _short_names():
        return f"VP {match[1]}"
    if match := _BODY.fullmatch(run):
        return f"{match[1]} {match[2]}"
    if fold(run[:3]) == "ytế" and fold(run[3:]) in counts.single:
        return f"{run[0]} {run[1:3]} {run[3:]}"     # "Ytếxã": the arms of a Y reach over the space
    if 3 <= len(run) <= 12 and run[1:].islower():
        return _two_syllables(run, counts, alone)
    return _at_capitals(run, counts) or run


def _at_capitals(run: str, counts: Counted) -> str:
    """A run parted before its inner capitals ("banKiểm", "BộYtế"), "" where any part is none or two Vietnamese syllables, or no mark says
    that it is Vietnamese: names of products have inner capitals, too."""
    parts = _INNER.findall(run)
    if len(parts) < 2 or "".join(parts) != run or not _marked(run):
        return ""
    words = " ".join(_two_syllables(part, counts, False) for part in parts).split()
    return " ".join(words) if all(fold(word) in counts.single and (len(word) > 1 or word == "Y") for word in words) else ""


def _short_names() -> frozenset[str]:
    return known_codes() | known_abbreviations()


def _two_syllables(core: str, counts: Counted, alone: bool) -> str:
    whole = fold(core)
    if whole in counts.single or len(whole) != len(core) or len(whole) < 2:
        return core
    # "Phòn" over "g" in a narrow cell is no "Ph" and "òn": every word has a vowel.
    count, n = max((counts.pairs.get((whole[:n], whole[n:]), 0) if _spoken(whole[:n]) and _spoken(whole[n:]) else 0, n) for n in range(1, len(whole)))
    if not count:
        # No known pair: only where there is one way to cut it and a marked letter says that it is Vietnamese; beside a slash it
        # may as well be a misread syllable ("buối/ngày").
        if not alone:
            return core
        ways = [n for n in range(2, len(whole) - 1) if whole[:n] in counts.single and whole[n:] in counts.single]
        n = ways[0] if len(ways) == 1 and _marked(whole) else 0
    return f"{core[:n]} {core[n:]}" if n else core
