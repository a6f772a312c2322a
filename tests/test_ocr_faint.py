"""Pale cells (extractors/ocr_faint.py)."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr_faint import darken_cells
from extractors.ocr_grid import Grid, GridCell

GRID = Grid((GridCell(0, 0, 1, 1, (0, 0, 60, 40)), GridCell(0, 1, 1, 1, (60, 0, 120, 40))), (0, 60, 120), (0, 40), (0, 0, 120, 40))


def sheet(left: int, right: int) -> np.ndarray:
    gray = np.full((40, 120), 250, np.uint8)
    gray[12:28, 20:24], gray[12:28, 26:30] = left, min(right, left + 60)
    gray[12:28, 80:84], gray[12:28, 86:90] = right, min(250, right + 60)
    return gray


def test_pale_print_becomes_dark_and_the_rest_stays() -> None:
    gray = sheet(30, 135)
    out = darken_cells(gray, [GRID], 144)
    assert (out[12:28, 80:84] < 60).all() and (out[12:28, 86:90] < 190).all()
    assert (out[:, :60] == gray[:, :60]).all() and (out[:10] == 250).all()


@pytest.mark.parametrize("right", [40, 90, 200, 250])
def test_print_that_is_dark_enough_and_what_shines_through_stay(right: int) -> None:
    gray = sheet(30, right)
    assert darken_cells(gray, [GRID], 144) is gray
