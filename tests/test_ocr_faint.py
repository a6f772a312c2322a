"""Pale cells (extractors/ocr_faint.py)."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr_faint import darken_cells, drop_back
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


def test_what_shows_through_below_a_table_that_ends_is_gone() -> None:
    gray = np.full((2200, 1700), 250, np.uint8)
    for y in range(150, 1200, 45):                       # the page's own print
        for x in range(250, 1450, 90):
            gray[y:y + 20, x:x + 70] = 30
    clean = gray.copy()
    for y in range(1300, 2100, 45):                      # the back of the sheet
        for x in range(250, 1450, 90):
            gray[y:y + 20, x:x + 70] = 200
    gray[1250:1253, 200:1500] = 205                      # a pale rule
    out = drop_back(gray, 200.0)
    assert (out[1300:] > 240).all()
    assert (out[1251, 300:1400] == 205).all() and (out[:1240] == clean[:1240]).all()


def test_pale_print_below_dark_print_stays() -> None:
    gray = np.full((2200, 1700), 250, np.uint8)
    for y in range(150, 2100, 45):
        for x in range(250, 1450, 90):
            gray[y:y + 20, x:x + 70] = 30 if y < 1200 else 150
    assert drop_back(gray, 200.0) is gray
