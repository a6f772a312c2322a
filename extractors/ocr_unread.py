"""Cells that were read badly or not at all are read again as loose words.

A narrow column of short cells ("%", "Thứ hạng", "Mô hình") is no block of text to Tesseract: it takes some of its cells for
pictures and reads nothing or a letter or two, with low confidence. Looked for as loose words the same cells are read right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from extractors.ocr_tesseract import Word, read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]
    Area = tuple[int, int, int, int]

SPARSE = 11              # Tesseract's page segmentation mode: words wherever they stand
DOUBT = 0.65             # mean confidence under which a cell is read again
BELIEVED = 0.8           # … that the second reading needs
GAIN = 0.15              # … and by how much it must be surer
LOW = 5.0                # points: what is no higher is a dash or a speck


def mean(words: Sequence[Word]) -> float:
    """Mean confidence by letters; 0 where nothing was read."""
    letters = sum(len(w.text) for w in words)
    return sum(w.confidence * len(w.text) for w in words) / letters if letters else 0.0


def badly_read(words: Sequence[Word], area: Area, dpi: float) -> bool:
    """Whether a cell's ink is high enough to be print and its reading is nothing, a sign that is none of a table, or doubtful."""
    told = any(c.isalnum() or c in "%‰" for w in words for c in w.text)
    return area[3] - area[1] > LOW * dpi / 72 and (not told or mean(words) < DOUBT)


def better(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Whether a second reading replaces the first: surer by far, with letters, and every word of it a word."""
    before = mean(old) if any(c.isalnum() for w in old for c in w.text) else 0.0
    return (any(c.isalnum() for w in new for c in w.text) and mean(new) >= max(BELIEVED, before + GAIN)
            and min(w.confidence for w in new) >= 0.5)


def read_loose(found: list[list[Word]], chosen: Sequence[int], picture: Gray, give: Callable[[Sequence[Word]], list[list[Word]]],
               source: str, dpi: float) -> int:
    """Reads a stack of cells as loose words; replaces, in `found`, the readings of the cells `chosen` (in the stack's order) that
    become surer. `give` shares the stack's words out to its cells. How many were replaced."""
    count = 0
    for n, words in zip(chosen, give(read_words([picture], SPARSE, source, dpi=round(dpi))[0]), strict=True):
        if better(found[n], words):
            found[n] = words
            count += 1
    return count
