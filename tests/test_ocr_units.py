"""Percent and per mille signs of scanned unit columns (extractors/ocr_units.py)."""

import numpy as np
import pytest

from extractors.ocr_grid import Grid, GridCell
from extractors.ocr_layout import Row
from extractors.ocr_tesseract import Word
from extractors.ocr_units import settle_units, shape_of


def table(head: str, read: str, width: int) -> tuple[Grid, list[list[Row]], np.ndarray]:
    """A column of a heading and one value, which is `width` pixels of ink, 20 high."""
    picture = np.full((120, 200), 255, np.uint8)
    picture[70:90, 50:50 + width] = 20
    cells = (GridCell(0, 0, 1, 1, (0, 0, 200, 50)), GridCell(1, 0, 1, 1, (0, 55, 200, 110)))
    heading = Row([Word(t, 40.0 * n, 10, 40.0 * n + 30, 30, 0.9) for n, t in enumerate(head.split())])
    return Grid(cells, (0, 200), (0, 50, 110), (0, 0, 200, 110)), [[heading], [Row([Word(read, 48, 68, 52 + width, 92, 0.6)])]], picture


@pytest.mark.parametrize(("head", "read", "width", "want"), [
    ("Đơn vị tính", "90", 20, "%"),
    ("ĐVT", "%o", 28, "‰"),
    ("DVT", "%", 28, "‰"),
    ("ĐVT", "9%", 21, "%"),
    ("ĐVT", "ha", 20, "ha"),
    ("ĐVT", "km2", 28, "km2"),
    ("Năm 2026", "90", 20, "90"),         # a value
    ("ĐVT", "0", 10, "0"),                # too slim for a sign
])
def test_unit(head: str, read: str, width: int, want: str) -> None:
    grid, cells, picture = table(head, read, width)
    assert settle_units(grid, cells, picture) == (read != want)
    assert cells[1][0].words[0].text == want


def test_nothing_to_see() -> None:
    assert shape_of(np.full((30, 30), 255, np.uint8)) == ""
