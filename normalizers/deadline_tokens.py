"""Tokens of deadline phrases: folded text to numbers, vocabulary words, other words and marks, with source offsets."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from normalizers.text import fold, fold_map, strip_tone

_VOCAB = Path(__file__).parent / "vocab" / "time_words.csv"
_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")


class Token(NamedTuple):
    """`kind`: `num`, a kind of time_words.csv, `other` (unknown word) or the mark itself; offsets in the source text.

    `glued` says that no white space stands before it; `text` is the folded form; `value` the vocabulary's value.
    """

    kind: str
    text: str
    value: str
    start: int
    end: int
    glued: bool

    @property
    def number(self) -> int:
        return int(self.text) if len(self.text) < 9 else 10**9


@lru_cache(maxsize=1)
def time_words() -> tuple[tuple[str, str, str], ...]:
    """Rows `(form, kind, value)` of time_words.csv, forms folded."""
    with _VOCAB.open(encoding="utf-8", newline="") as file:
        return tuple((fold(row["form"]), row["kind"], row["value"] or "") for row in csv.DictReader(file))


@lru_cache(maxsize=2)
def _lexicon(toneless: bool) -> tuple[dict[tuple[str, ...], tuple[str, str]], int]:
    """Forms by their words, and the longest form's length; toneless forms only where they stay unambiguous."""
    rows = time_words()
    forms: dict[tuple[str, ...], tuple[str, str]] = {}
    if toneless:
        counts = Counter(strip_tone(form) for form, _, _ in rows)
        for form, kind, value in rows:
            bare = strip_tone(form)
            if counts[bare] == 1 or kind in ("unit", "each", "periodic"):
                forms.setdefault(tuple(bare.split()), (kind, value))
    for form, kind, value in rows:
        forms.setdefault(tuple(form.split()), (kind, value))
    return forms, max(len(key) for key in forms)


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(word for form, kind, _ in time_words() if kind != "quarterno" for word in form.split())


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _lexicon(False)[0])


# A thin column cuts a syllable: "Thườn g xuyên", "th áng". Two pieces that are no words of ours but together are one.
def _mended(pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    known = _syllables()
    out: list[tuple[str, int, int]] = []
    for piece in pieces:
        if out and piece[0].isalpha() and out[-1][0].isalpha():
            left, joined = out[-1][0], out[-1][0] + piece[0]
            gap = piece[1] - out[-1][2]
            if gap == 1 and len(joined) >= 4 and joined in known and (left not in known or piece[0] not in known):
                out[-1] = (joined, out[-1][1], piece[2])
                continue
        out.append(piece)
    return out


def tokenize(text: str, toneless: bool = False) -> tuple[Token, ...]:
    """All tokens of a text, nothing left out but white space; `toneless` also reads words whose tone marks OCR lost.

    Longest vocabulary form first; offsets are into `text` as given. Linear in the length of the text.
    """
    folded = fold_map(text)
    body = folded.text
    pieces = _mended([(m[0], m.start(), m.end()) for m in _PIECE.finditer(body)])
    same = folded.in_place  # each letter stands in its place
    forms, longest = _lexicon(toneless)
    first_words = _first_words()
    out: list[Token] = []
    i = 0
    while i < len(pieces):
        piece, start, _ = pieces[i]
        width, kind, value = 1, "other", ""
        if piece.isdecimal() and piece.isascii():
            kind = "num"
        elif not piece[0].isalnum():
            kind = piece
        else:
            some = toneless or piece in first_words
            for size in range(min(longest, len(pieces) - i), 0, -1) if some else ():
                words = tuple(p[0] for p in pieces[i : i + size])
                hit = forms.get(words)
                if hit is None and toneless:
                    hit = forms.get(tuple(strip_tone(w) for w in words))
                if hit is not None:
                    width, (kind, value) = size, hit
                    break
        end = pieces[i + width - 1][2]
        shown = piece if width == 1 else " ".join([p[0] for p in pieces[i : i + width]])
        first, stop = (start, end) if same else folded.source_span(start, end)
        out.append(Token(kind, shown, value, first, stop, start > 0 and not body[start - 1].isspace()))
        i += width
    return tuple(out)
