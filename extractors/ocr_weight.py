"""Bold words of a scan, told by how thick their strokes are beside those of the page's other words."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import quantiles
from typing import TYPE_CHECKING

from extractors.ocr_layout import Row
from extractors.ocr_signs import INK

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

HEAVY = 1.3              # times the page's usual stroke; Times prints stems 0.084 em thick, bold ones 0.139
_LEAST_WORDS = 8         # fewer on a page tell nothing of what is usual


def stroke(picture: Gray) -> float:
    """Usual thickness in pixels of the upright strokes of a word's picture; 0 where it has no ink.

    The mean of the middle half of all level runs of ink: cross bars are longer, hair lines and specks shorter."""
    import numpy as np

    if picture.size == 0:
        return 0.0
    ink = np.zeros((picture.shape[0], picture.shape[1] + 2), np.int8)
    ink[:, 1:-1] = picture < INK
    step = np.diff(ink.ravel())
    runs = np.sort(np.flatnonzero(step == -1) - np.flatnonzero(step == 1))
    middle = runs[runs.size // 4:runs.size - runs.size // 4]
    return float(middle.mean()) if middle.size else 0.0


def bold_words(rows: Sequence[Row], picture: Gray, sizes: Sequence[float]) -> list[list[bool]]:
    """For each word of each row whether it is bold; `sizes` are the rows' letter sizes, in any unit.

    Usual is the stroke, as a share of the letter's size, that a quarter of the page's words stay under: a page may be half
    headings. A page of one weight has no bold words."""
    share = [[stroke(picture[max(0, int(w.top)):int(w.bottom) + 1, max(0, int(w.x0)):int(w.x1) + 1]) / size for w in row.words]
             for row, size in zip(rows, sizes, strict=True)]
    known = [v for row in share for v in row if v]
    if len(known) < _LEAST_WORDS:
        return [[False] * len(row) for row in share]
    usual = quantiles(known, n=4)[0]
    return [[v > HEAVY * usual for v in row] for row in share]
