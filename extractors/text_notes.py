"""Footnotes in a text dump: the raised number that marks one in the text ends its line, the note opens with it at the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line

# The sentence of a raised number goes on below with its comma or full stop: no line of prose is wrapped before one.
_MARK = re.compile(r"[\w%)”\"](\d)$")
_GOES_ON = (",", ".", ";", ":", ")")
_NOTE = re.compile(r"([1-9]) ?(?=[^\W\d_a-zà-ỹ]|[“(])")
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
        note = _NOTE.match(text)
        if note is None or int(note[1]) not in marks or int(note[1]) not in (1, last + 1):
            continue
        last = int(note[1])
        marks.discard(last)
        end = next((n for n in range(k, min(k + _MOST_LINES, len(texts))) if _ENDED.search(texts[n])), k)
        for line in lines[k : end + 1]:
            line.furniture = True
