"""A percent sign's first ring that is read as a 9 before it ("48%" as "489%"): the width of the word tells how many figures stand there."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.ocr_tesseract import Word

_OVER_100 = re.compile(r"([<>≥≤(]?)(\d{2})9%([.,;:]*)")
# Widths in shares of the letters' size, as in Times New Roman; other faces are as broad for their height.
FIGURE, PERCENT, STOP, HEIGHT = 0.5, 0.833, 0.25, 0.676
BEARING = 0.1            # white at both ends of a word, which its box leaves out
DESCENT = 0.14           # that commas and opening brackets reach below the figures
BETWEEN = 0.2            # share of a figure's width that the box may be wider than the figures without the 9


def whole_percent(word: Word) -> Word:
    """A percentage over 100 that ends in 9 without that 9 where its box is too narrow for it; any other word as it is."""
    match = _OVER_100.fullmatch(word.text)
    if match is None or word.bottom <= word.top:
        return word
    opens, figures, tail = match.groups()
    height = HEIGHT + (DESCENT if set(opens + tail) & set(",;(") else 0)
    narrow = len(figures) * FIGURE + PERCENT + len(tail) * STOP + len(opens) * FIGURE - BEARING
    if (word.x1 - word.x0) / (word.bottom - word.top) > (narrow + BETWEEN * FIGURE) / height:
        return word
    return replace(word, text=f"{opens}{figures}%{tail}")
