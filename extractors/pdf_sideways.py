"""Text that runs up or down in single cells of a level page, as the headings of narrow columns do: each block of it is one level run.

pdfium gives it in crumbs, letter by letter where the font is condensed; read level, they would stand one below another from the last to the first.
"""

from __future__ import annotations

import ctypes
import itertools
from typing import Any

from extractors.pdf_raw import char_matrix, char_origin, generated, loose_box
from extractors.pdf_view import View
from extractors.pdf_word import Word

_GAP = 0.13          # of the letter size: wider than this between letters is a space
_LEADING = 1.7       # of the letter size: lines of one block are no further apart
_LONGEST = 250.0     # points: what runs further is no heading of a column but a note along the margin
_MOST = 120          # runs of a page that may be such: more are a picture's
_Floats4, _Floats6 = ctypes.c_float * 4, ctypes.c_float * 6

Letter = tuple[float, float, float, float, float, str]  # baseline, from and to along the run, left and right edge, the letter


def level_sideways(text_page: Any, words: list[Word], text: str, view: View) -> list[Word]:
    """The words of a page with runs that go up or down put together, level, where the middle of each block is."""
    if view.turns or not [1 for word in words if word.aslant]:
        return words
    matrix = _Floats6()
    at = ctypes.byref(matrix)
    turned: list[tuple[int, bool]] = []
    size = 0.0
    for k, word in enumerate(words):
        if char_matrix(text_page, word.start, at) and abs(matrix[1]) > 2 * abs(matrix[0]):
            turned.append((k, matrix[1] > 0.0))
            size = max(size, _size(text_page, word.start))
    if not turned or len(turned) > _MOST or not size:
        return words
    out: list[Word | None] = list(words)
    for up in (True, False):
        members = [k for k, upward in turned if upward == up]
        lines = _lines([letter for k in members for letter in _letters(text_page, words[k], text, up)])
        for block in _blocks(lines, size, up):
            box = _box(block, view, up)
            mine = [k for k in members if out[k] is not None and box[0] - 1.0 <= words[k].x0 <= box[2] + 1.0 and box[1] - size <= words[k].y <= box[3] + size]
            if not mine or box[3] - box[1] > _LONGEST:
                continue
            start = words[mine[0]].start
            for k in mine:
                out[k] = None
            # No letter of it stands where a level run would have it: an empty stretch of the page's text cannot be cut.
            out[mine[0]] = Word(" ".join(_text(line, size) for line in block), box[0], box[2], (box[1] + box[3]) / 2, start, start)
    return [word for word in out if word is not None]


def _size(text_page: Any, index: int) -> float:
    box = _Floats4()
    loose_box(text_page, index, ctypes.byref(box))
    return abs(box[2] - box[0])


def _letters(text_page: Any, word: Word, text: str, up: bool) -> list[Letter]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), _Floats4()
    out: list[Letter] = []
    for i in range(word.start, word.end):
        if text[i].isspace() or generated(text_page, i) == 1:
            continue
        char_origin(text_page, i, ctypes.byref(x), ctypes.byref(y))
        loose_box(text_page, i, ctypes.byref(box))
        low, high = sorted((box[1], box[3]))
        begin, end = (low, high) if up else (-high, -low)
        out.append((x.value, begin, end, min(box[0], box[2]), max(box[0], box[2]), text[i]))
    return out


def _lines(letters: list[Letter]) -> list[list[Letter]]:
    """Letters by the baseline that they stand on, each line in its own direction."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda t: (t[0], t[1])):
        if lines and letter[0] - lines[-1][0][0] <= 1.5:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    # One baseline may bear headings of two tables, one above the other.
    parted: list[list[Letter]] = []
    for line in lines:
        line.sort(key=lambda t: t[1])
        start = 0
        for k in range(1, len(line)):
            if line[k][1] - line[k - 1][2] > 2.5 * (line[k][4] - line[k][3]):
                parted.append(line[start:k])
                start = k
        parted.append(line[start:])
    return parted


def _blocks(lines: list[list[Letter]], size: float, up: bool) -> list[list[list[Letter]]]:
    """Lines side by side that reach along each other, in reading order."""
    blocks: list[list[list[Letter]]] = []
    for line in lines if up else lines[::-1]:
        last = blocks[-1][-1] if blocks else None
        if last is not None and abs(line[0][0] - last[0][0]) <= _LEADING * size and line[0][1] < last[-1][2] and last[0][1] < line[-1][2]:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _box(block: list[list[Letter]], view: View, up: bool) -> tuple[float, float, float, float]:
    """A block's box on the page as displayed."""
    every = [letter for line in block for letter in line]
    begin, end = min(t[1] for t in every), max(t[2] for t in every)
    low, high = (begin, end) if up else (-end, -begin)
    return view.rect(min(t[3] for t in every), low, max(t[4] for t in every), high)


def _text(line: list[Letter], size: float) -> str:
    text = line[0][5]
    for one, other in itertools.pairwise(line):
        text += (" " if other[1] - one[2] > _GAP * size else "") + other[5]
    return text
