"""Flattened lines as a stream of words that know their line, their printed width and the gaps around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.document import Line

# Advance widths of a serif text face (Times, thousandths of the font size), the face of nearly all plans (Nghị định
# 30/2020/NĐ-CP, Phụ lục I). Only ratios matter: column widths are learned from the same table.
_WIDTHS = {
    **dict.fromkeys("ijlt/:;", 278), **dict.fromkeys("acez", 444), **dict.fromkeys("bdghknopquvxyđ0123456789$", 500),
    **dict.fromkeys("fr()[]-", 333), "s": 389, "m": 778, "w": 722, **dict.fromkeys("ADGHKNOQUVXYĐ", 722), **dict.fromkeys("BCRL", 650),
    "E": 611, "F": 556, "I": 333, "J": 389, "M": 889, "P": 556, "S": 556, "T": 611, "W": 944, "Z": 611, **dict.fromkeys(".,", 250),
    "%": 833, "&": 778, "–": 500, "—": 1000, "…": 1000, "≥": 549, "≤": 549, "“": 444, "”": 444, "'": 180, '"': 408, "+": 564, "=": 564,
}
SPACE = 250
_HORN = "\u031b"


@lru_cache(maxsize=65536)
@lru_cache(maxsize=8192)  # the same words stand on many lines
def printed_width(word: str) -> int:
    """Approximate printed width of a word in thousandths of the font size."""
    total = 0
    for char in unicodedata.normalize("NFD", word):
        if unicodedata.combining(char):
            total += 40 if char == _HORN else 0
        else:
            total += _WIDTHS.get(char, 500)
    return total


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its text, its line (index into the stream's lines), its offsets there, and what stands before it."""

    text: str
    line: int
    start: int
    end: int
    first: bool            # first word of its physical line
    blank_before: bool     # a blank physical line stands before it
    page_start: float      # evidence that a page starts here, 0–1 (first words of lines only)
    hanging: bool          # the line before ends with white space, as lines that a word processor wrapped do
    width: int


@dataclass(frozen=True, slots=True)
class Stream:
    """Words of a run of lines with their sources.

    Lines that a word processor wrapped end with a space in many dumps, the last lines of cells without: `wraps_spaced`
    says that a space behind a line means a wrap, `ends_bare` also that its lack means an end (not so where justified
    columns drop the space).
    """

    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    wraps_spaced: bool
    ends_bare: bool
    blanks: float          # share of lines with a blank line before them
    told: bool = False     # the dump leaves a blank line wherever a line starts farther left or right than the one above
    joined: frozenset[int] = frozenset()  # … then first words of lines in the column in which the line above starts
    far: frozenset[int] = frozenset()     # … and those of lines that stand some lines away from the line above


_WORD = re.compile(r"\S+")


def stream_of(lines: Sequence[Line], page_starts: frozenset[int] = frozenset()) -> Stream:
    """Words of `lines` (furniture already taken out). `page_starts`: indices of lines known to start a page."""
    words: list[Word] = []
    blanks = trailing = going = going_spaced = 0
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        blank = False
        if before is not None and before.place.lines and line.place.lines:
            blank = line.place.lines[0] - before.place.lines[1] > 1
        blanks += blank
        hanging = before is not None and before.text[-1:].isspace()
        trailing += line.text[-1:].isspace()
        if before is not None and line.text.lstrip()[:1].islower():
            going += 1
            going_spaced += hanging
        page = 0.0
        if n in page_starts or "\f" in line.text[:3]:
            page = 1.0
        elif line.text[:1] == " " and line.text[1:2].strip():
            page = 0.6
        for k, m in enumerate(_WORD.finditer(line.text)):
            first = k == 0
            words.append(Word(m[0], n, m.start(), m.end(), first, first and blank, page if first else 0.0, hanging, printed_width(m[0])))
    share = trailing / (len(lines) or 1)
    told = 0.1 < share < 0.9
    return Stream(tuple(lines), tuple(words), told, told and going_spaced > 0.85 * going, blanks / (len(lines) or 1))


def part_of(line: Line, start: int, end: int) -> Line:
    """A stretch of a line as a line of its own, at the same place."""
    return replace(line, text=line.text[start:end])


def text_width(text: str) -> float:
    """Printed width of a line of text in thousandths of the font size."""
    words = text.split()
    return sum(printed_width(w) for w in words) + SPACE * max(0, len(words) - 1)
