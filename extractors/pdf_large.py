"""Level watermarks: words in letters far larger than a page's, drawn across its lines ("DỰ THẢO", a site's name). They belong to none of them."""

from __future__ import annotations

import ctypes
from typing import Any

from extractors.pdf_raw import loose_box
from extractors.pdf_word import Word

_WIDE = 11.5         # points a letter takes on average: those of a text take less
_TALL = 22.0         # points of a letter's box: letters of some 25 points, which no line of a plan has
_LEAST = 2           # letters
_RISE = 0.6          # of the box: how far capitals reach above the baseline
_Floats4 = ctypes.c_float * 4


def part_large(text_page: Any, words: list[Word]) -> tuple[list[Word], list[Word]]:
    """A page's words without those in large letters that run through lines of others, and those."""
    wide = [word for word in words if word.x1 - word.x0 > _WIDE * len(word.text) and len(word.text) >= _LEAST]
    if not wide:
        return words, []
    box = _Floats4()
    across: list[Word] = []
    for word in wide:
        loose_box(text_page, word.start, ctypes.byref(box))
        tall = max(abs(box[1] - box[3]), abs(box[2] - box[0]))
        if tall >= _TALL and [1 for other in words if other not in wide and word.y - _RISE * tall < other.y < word.y + _RISE / 2 * tall
                              and other.x0 < word.x1 and other.x1 > word.x0]:
            across.append(word)
    return ([word for word in words if word not in across], across) if across else (words, [])
