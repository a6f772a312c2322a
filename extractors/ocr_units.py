"""Units of a scanned table's unit column: "90", "%o" and "9%" are a percent or per mille sign, told apart by their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.ocr_grid import Grid
from extractors.ocr_layout import Row
from extractors.ocr_signs import INK, SURE
from normalizers.text import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

WIDE = 1.3               # width by height from which the sign is per mille (in print % is 1.03 to 1.24, ‰ 1.4 and more)
WIDEST = 2.0             # … and up to which it is a sign at all
_HEADER = re.compile(r"[đd]\.?v\.?t\.?|(?:đơn|đon) vị(?: tính)?|đv tính")
_SIGN = re.compile(r"(?=.*[069%‰oO°])[\d%‰oOọ°º/]{1,4}")


def settle_units(grid: Grid, cells: Sequence[Sequence[Row]], picture: Gray) -> int:
    """Sets the words of unit columns in place that a figure or a damaged sign was read for; how many were changed. No unit is a
    figure alone."""
    count = 0
    heads = {c.col for c, rows in zip(grid.cells, cells, strict=True)
             if c.row <= 1 and c.col_span == 1 and _HEADER.fullmatch(" ".join(fold(r.text) for r in rows))}
    for cell, rows in zip(grid.cells, cells, strict=True):
        if cell.col not in heads or cell.col_span != 1 or len(rows) != 1 or len(rows[0].words) != 1:
            continue
        word = rows[0].words[0]
        if not _SIGN.fullmatch(word.text):
            continue
        sign = shape_of(picture[max(0, int(word.top)):int(word.bottom) + 1, max(0, int(word.x0)):int(word.x1) + 1])
        if sign and sign != word.text:
            rows[0].raw.setdefault(0, word.text)
            rows[0].words[0] = replace(word, text=sign, confidence=min(word.confidence, SURE))
            count += 1
    return count


def shape_of(crop: Gray) -> str:
    """"%" or "‰" by how wide the ink of a word's picture is; "" for what is neither or too small to tell."""
    import numpy as np

    ink = crop < INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size or rows[-1] - rows[0] < 8:
        return ""
    ratio = (columns[-1] - columns[0] + 1) / (rows[-1] - rows[0] + 1)
    return "" if not 0.75 <= ratio <= WIDEST else "‰" if ratio >= WIDE else "%"
