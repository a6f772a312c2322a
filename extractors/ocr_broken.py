"""Words that a narrow column breaks inside ("Phòn" over "g", "UBN" over "D xã"): their last letters stand alone on the next line,
where Tesseract reads a g as a five or runs the letter into the word behind it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from extractors.ocr_names import known_abbreviations, known_codes
from normalizers.text import fold, strip_tone

# What the last letter of a syllable is read as where it stands alone.
_READ_AS = {"g": frozenset("5968sSqøEyG"), "h": frozenset("bnhHlI1")}
_FIRST = "nc"            # … of two letters
_SEEN = 5                # times that a syllable was seen
_BEFORE = ("n", "c", "N", "C")           # letters before the g or h that ends a syllable


def mend_breaks(texts: Sequence[str], starts: Sequence[bool], single: Mapping[str, int]) -> list[str]:
    """The words with the first letter of a line set right where it ends a word of the line above; as many as given.

    `starts`: whether each word is the first of its line; `single`: how often each folded syllable was seen; broken ones were seen now and then, too."""
    out = list(texts)
    for n in range(1, len(texts)):
        if not starts[n]:
            continue
        before, text = out[n - 1], out[n]
        if len(text) == 1 and text not in "gh" and before.endswith(_BEFORE) and single.get(fold(before), 0) < _SEEN:
            ends = [end for end in _READ_AS if single.get(fold(before) + end, 0) >= _SEEN]
            if len(ends) == 1 and text in _READ_AS[ends[0]]:
                out[n] = ends[0]
        elif len(text) == 2 and text[0] in _FIRST and text[1] not in "gh" and single.get(fold(before), 0) < _SEEN:
            # "Thườ" over "ng", read as "n8"
            ends = [end for end in _READ_AS if text[1] in _READ_AS[end] and single.get(fold(before + text[0]) + end, 0) >= _SEEN]
            if len(ends) == 1:
                out[n] = text[0] + ends[0]
        elif len(text) > 2 and text[0].isupper() and text[1:].islower() and before.isupper() and before + text[0] in _names() and before not in _names():
            rest = text[1:]
            if strip_tone(rest) != rest and rest in single:
                out[n] = f"{text[0]} {rest}"
        elif len(text) > 1 and "G" in text and text.isupper() and before.isupper() and before + text not in _names() and (
                before not in _names() and before + text.replace("G", "C") in _names()):
            out[n] = text.replace("G", "C")      # "PVH" over "CC", read as "GG"
    return out


def keep_breaks(read: Sequence[str], mended: list[str], starts: Sequence[bool], single: Mapping[str, int]) -> None:
    """Takes back, in `mended`, what was made of the two halves of a syllable that a line's end parts ("Phòn" as "Phón"), or of the first
    half of an abbreviation whose rest follows ("HĐN" over "D và" or "D&" as "HĐND")."""
    for n in range(1, len(read)):
        if starts[n] and read[n - 1] != mended[n - 1] and read[n - 1].isupper() and (
                read[n - 1] + _letters(read[n]) in _names() and read[n][:1].isupper()):
            mended[n - 1] = read[n - 1]
        rest = read[n].rstrip(".,;:)")
        if starts[n] and (read[n - 1] != mended[n - 1] or read[n] != mended[n]) and single.get(fold(read[n - 1] + rest), 0) >= _SEEN and (
                single.get(fold(read[n - 1]), 0) < _SEEN and (len(rest) == 1 or single.get(fold(rest), 0) < _SEEN)):
            mended[n - 1:n + 1] = read[n - 1:n + 1]


def _letters(text: str) -> str:
    """The letters that a word begins with: of "D&" or "D&U" the D that ends the abbreviation of the line above."""
    return "".join(itertools.takewhile(str.isalpha, text))


def _names() -> frozenset[str]:
    return known_codes() | known_abbreviations()
