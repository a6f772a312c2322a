"""Words that a thin column cut in the middle: "31/12/20" + "26", "HĐND&U" + "BND". Wording alone; geometry is the caller's."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from extractors.pdf_quality import is_syllable
from normalizers.text import fold
from normalizers.unit_vocab import vocabulary

_TAIL = re.compile(r"[^\W\d_]+$")
_ROMAN = re.compile(r"[IVX]{2,}\.?")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_VOWELS = frozenset(c + t for c in "aăâeêioôơuưy" for t in ("", *"\u0300\u0301\u0303\u0309\u0323"))
_VOWELS |= {normalize("NFC", v) for v in _VOWELS}
_COMMITTEES = frozenset(("UBND", "HĐND", "MTTQ", "UBMTTQ", "UBMTTQVN", "MTTQVN"))
_HEAD = re.compile(r"^[^\W\d_]+")


@lru_cache(maxsize=1)
def _brands() -> frozenset[str]:
    """Folded words of unit names that are no syllables of the language: "agribank", "mobifone"."""
    return frozenset(word for alias in vocabulary().aliases for word in alias.split() if len(word) > 5 and word.isalpha() and not is_syllable(word))


def is_cut_unit(above: str, below: str) -> bool:
    """Whether two words are the halves of a name of units that is no word of the language: "HĐND&U" + "BND", "Agrib" + "ank"."""
    a, b = _TAIL.search(normalize("NFC", above)), _HEAD.match(normalize("NFC", below))
    if not a or not b:
        return False
    if a[0].isupper() and b[0].isupper():
        return a[0] + b[0] in _COMMITTEES and a[0] not in _COMMITTEES
    return fold(a[0] + b[0]) in _brands() and fold(a[0]) not in _brands()


def ends_open(above: str, below: str) -> bool:
    """Whether letters go on with the last word of a line that no word ends like, wherever its column ends: "Nă" + "m"."""
    tail = _TONE.sub("", normalize("NFD", above[-1:]))
    return normalize("NFC", tail).lower() in ("ă", "â") and below[:1].isalpha() and below[:1].isupper() == above[-1:].isupper()


def is_lone_consonant(word: str) -> bool:
    """Whether a word is a letter that none consists of."""
    return len(word) == 1 and word.isalpha() and normalize("NFC", word).lower() not in _VOWELS


def is_cut(above: str, below: str) -> bool:
    """Whether the last word of a full line and the first word below can be one word that was cut.

    `above` is a line of one word that fills its column, `below` the next line. True for digits that meet, for signs that
    join codes, for letters that are no syllables apart but one together, and for cut abbreviations.
    """
    above, below = normalize("NFC", above.strip()), normalize("NFC", below.strip())
    if not above or not below or " " in above:
        return False
    tail, head = above[-1], below[0]
    if tail.isdigit() and (head.isdigit() or head in "/%"):
        return True
    if head in "&/_@" or (tail in ".," and above[-2:-1].isdigit() and head.isdigit()):
        return True
    if _ROMAN.fullmatch(above + below.partition(" ")[0]):
        return True
    if tail in "&/_@":
        return head.isalnum()
    a, b = _TAIL.search(above), _HEAD.match(below)
    if not a or not b:
        return False
    one, two = a[0], b[0]
    if len(two) == 1 and below[1:2].isdigit():
        return False  # "m2", "m3"
    if len(two) == 1 and two.lower() not in _VOWELS and below[1:2] not in (")", ".", "/") and (two.islower() or one.isupper()):
        return True  # a consonant alone is no word
    if fold(one + two) in _brands():
        return True
    if one.isupper() and two.isupper():
        return not (is_syllable(one) and is_syllable(two)) and ("&" in above or "-" in above or min(len(one), len(two)) < 2)
    if two[0].isupper() and not one.isupper():
        return False
    if not is_syllable(one + two) or len(_TONE.findall(normalize("NFD", one + two))) > 1:
        return False
    if two == "ch" and not _TONE.search(normalize("NFD", one)):
        return False  # no level syllable ends so: "Ghi" over "ch", then "ú"
    vowels = two[0] in _VOWELS and one[-1] in _VOWELS  # "hư" + "ớng": no word ends where vowels go on
    return vowels or not (is_syllable(one) and is_syllable(two))
