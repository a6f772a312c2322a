"""Footnotes in a text dump: the raised number that marks one in the text ends its line or sticks to its word, the note opens with it at
the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line
from extractors.note_marks import marks_in, without_mark

# The sentence of a raised number goes on below with its comma or full stop: no line of prose is wrapped before one.
_MARK = re.compile(r"[\w%)”\"](\d)$")
_GOES_ON = (",", ".", ";", ":", ")")
_NOTE = re.compile(r"([1-9]\d?) ?(?=[^\W\d_a-zà-ỹ]|[“(])|\[([1-9]\d?)\] ?(?=[^\W\d_a-zà-ỹ]|[“(])")
_ENDED = re.compile(r"[.;!?][”\")]?$")
_ITEM = re.compile(r"[-–+•*] |(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/] ?\S")
_MOST_LINES = 5
_FAR = 80  # lines of a page and more: a note stands at the foot of the page of its mark
_UNSEEN = 3  # notes one of which is found though the marks of those before it are not (behind a figure: "Đề án 06.1")


def mark_notes(lines: Sequence[Line]) -> None:
    """Mark the footnotes among the non-blank lines of a dump as furniture, in place, and drop their marks; only those whose mark the
    text shows."""
    texts = [line.text.strip() for line in lines]
    marks: dict[int, int] = {}  # line of the last mark seen with a number
    last = 0
    for k, text in enumerate(texts):
        following = texts[k + 1] if k + 1 < len(texts) else ""
        if following.startswith(_GOES_ON) and (mark := _MARK.search(text)) and any(char.isalpha() for char in text):  # no "(11" over ")"
            marks[int(mark[1])] = k
        note = _NOTE.match(text) if text[:1].isdigit() or text[:1] == "[" else None
        number = int(note[1] or note[2]) if note else 0
        if note is None or number not in marks or (number != 1 and not last < number <= last + _UNSEEN) or (note[1] and f"[{note[1]}]" in texts[marks[number]]) \
                or ((number > last + 1 or k - marks[number] > _FAR) and not _ENDED.search(texts[_end(lines, texts, k, number)])):  # a row's last cell and the next row's number
            marks.update((int(m["mark"]), k) for m in marks_in(text))
            continue
        last = number
        marked = lines[marks.pop(number)]
        marked.text = without_mark(marked.text, number)
        for line in lines[k : _end(lines, texts, k, number) + 1]:
            line.furniture = True


def _end(lines: Sequence[Line], texts: Sequence[str], k: int, number: int) -> int:
    """The last line of the note that begins on line `k`: where its sentence ends, or before the next note, a page number or an item."""
    for n in range(k, min(k + _MOST_LINES, len(texts))):
        if n > k:
            above, here = lines[n - 1].place.lines, lines[n].place.lines
            apart = above is not None and here is not None and here[0] - above[1] > 1
            if lines[n].furniture or _ITEM.match(texts[n]) or texts[n].startswith(f"{number + 1} ") or (apart and not texts[n][:1].islower()):
                return n - 1
        if _ENDED.search(texts[n]):
            return n
    return k
