"""Footnotes in a text dump: the raised number that marks one in the text ends its line or sticks to its word, the note opens with it at
the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line
from extractors.pdf_quality import is_syllable

# The sentence of a raised number goes on below with its comma or full stop: no line of prose is wrapped before one.
_MARK = re.compile(r"[\w%)”\"](\d)$")
_GOES_ON = (",", ".", ";", ":", ")")
# "mới nhập đàn2.", "năm 20261, UBND", "của tỉnh[3]": the number stands on the word's line where it is hardly raised.
_GLUED = re.compile(r"(?:(?<![\w/.-])(?P<word>[^\W\d_]{2,})|(?<!\d)20[0-4]\d)(?P<mark>[1-9]\d?)(?=[\s.,;:)”\"]|$)")
_BRACKETED = re.compile(r"(?<=\S)\[(?P<mark>[1-9]\d?)\]")
_NOTE = re.compile(r"([1-9]\d?) ?(?=[^\W\d_a-zà-ỹ]|[“(])|\[([1-9]\d?)\] ?(?=[^\W\d_a-zà-ỹ]|[“(])")
_ENDED = re.compile(r"[.;!?][”\")]?$")
_MOST_LINES = 5


def mark_notes(lines: Sequence[Line]) -> None:
    """Mark the footnotes among the non-blank lines of a dump as furniture, in place; only those whose mark the text shows."""
    texts = [line.text.strip() for line in lines]
    marks: set[int] = set()
    last = 0
    for k, text in enumerate(texts):
        following = texts[k + 1] if k + 1 < len(texts) else ""
        if following.startswith(_GOES_ON) and (mark := _MARK.search(text)) and any(char.isalpha() for char in text):  # no "(11" over ")"
            marks.add(int(mark[1]))
        note = _NOTE.match(text) if text[:1].isdigit() or text[:1] == "[" else None
        number = int(note[1] or note[2]) if note else 0
        if note is None or number not in marks or number not in (1, last + 1):
            marks.update(_glued(text))
            continue
        last = number
        marks.discard(last)
        end = next((n for n in range(k, min(k + _MOST_LINES, len(texts))) if _ENDED.search(texts[n])), k)
        for line in lines[k : end + 1]:
            line.furniture = True


def _glued(text: str) -> list[int]:
    """The numbers of notes that stick to words or years of a line."""
    found = [int(m["mark"]) for m in _GLUED.finditer(text) if m["word"] is None or (m["word"].islower() and is_syllable(m["word"]))]
    return found + [int(m["mark"]) for m in _BRACKETED.finditer(text)] if "[" in text else found
