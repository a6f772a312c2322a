"""Combining marks drawn as glyphs of their own: pdfium tears them from their letters and loses the space behind them.

A font without the letters of Vietnamese has base letters and marks drawn one after the other. Where a justified line moves a
mark, pdfium makes up a space before it; a no-break space behind a mark has no glyph and no character, only its width.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any

from extractors.pdf_raw import char_origin, generated, loose_box

_MARK = re.compile("[\u0300-\u036f]")
_TORN = re.compile("(?<=[^\\s\u2060])( |\r\n)(?=[\u0300-\u036f])")
_ENDED = re.compile("[\u0300-\u036f](?=[^\\s\u0300-\u036f\u2060])")
NOTHING = "\u2060"       # stands for a character that is none, so that indexes stay those of pdfium
_SPACE = 0.13            # of the letter's height: wider than this behind a mark is a space
_REACH = 0.08            # of the letter's height: room that a mark takes at most
_Floats4 = ctypes.c_float * 4


def mend_marks(text_page: Any, text: str) -> tuple[str, list[int]]:
    """A page's text with made-up spaces before combining marks replaced by `NOTHING` (same length), and the indexes of
    characters before which a space without character stands, ascending. Text without such marks comes back at once."""
    if _MARK.search(text) is None:
        return text, []
    x, y, box = ctypes.c_double(), ctypes.c_double(), _Floats4()
    px, py, pbox = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)

    def torn(match: re.Match[str]) -> str:
        at, end = match.start(), match.end()
        if generated(text_page, at) != 1:
            return match[0]
        if len(match[0]) > 1:     # a line break in earnest leads to another baseline
            char_origin(text_page, at - 1, px, py)
            before = (x.value, y.value)
            char_origin(text_page, end, px, py)
            if abs(before[1] - y.value) > 1.0 and abs(before[0] - x.value) > 1.0:
                return match[0]
        return NOTHING * len(match[0])

    text = _TORN.sub(torn, text)
    lost = []
    for match in _ENDED.finditer(text):
        char_origin(text_page, match.end(), px, py)
        across, base = x.value, y.value
        loose_box(text_page, match.start(), pbox)
        right, height = box[2], box[1] - box[3]
        char_origin(text_page, match.start(), px, py)
        pen, level, letter = x.value, y.value, match.start() - 1
        while letter > 0 and (text[letter] == NOTHING or _MARK.match(text[letter])):
            letter -= 1
        char_origin(text_page, letter, px, py)
        if pen > x.value + 0.5:  # a glyph of its own: a wide one (~) hangs over the space behind it
            right = min(right, pen + _REACH * height)
        if across - max(right, pen) > _SPACE * height > 0 and abs(base - level) < 1.0:
            lost.append(match.end())
    return text, lost
