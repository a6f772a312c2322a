"""Text set aslant across a page, as watermarks are ("DỰ THẢO", a site's name): it belongs to none of the lines that it runs through."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from extractors.pdf_raw import char_matrix
from extractors.pdf_word import Word

_ASLANT = 0.1        # rise for its length: no line has as much, be the page on its side
_Floats6 = ctypes.c_float * 6


def part_aslant(text_page: Any, words: list[Word]) -> tuple[list[Word], list[Word]]:
    """A page's words without those set aslant, and those. A run that rises or falls tells of them; then every word is asked."""
    if not [1 for word in words if word.aslant]:
        return words, []
    matrix = _Floats6()
    at = ctypes.byref(matrix)
    level: list[Word] = []
    slanted: list[Word] = []
    for word in words:
        a, b = (abs(matrix[0]), abs(matrix[1])) if char_matrix(text_page, word.start, at) else (1.0, 0.0)
        (slanted if min(a, b) > _ASLANT * max(a, b) else level).append(word)
    return level, slanted


def without(text: str, words: Sequence[Word]) -> str:
    """A page's text with spaces for the letters of `words`, so that indexes stay."""
    letters = list(text)
    for word in words:
        letters[word.start:word.end] = " " * (word.end - word.start)
    return "".join(letters)
