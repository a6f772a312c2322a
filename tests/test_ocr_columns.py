"""Scanned tables whose rows no rule parts."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.ocr_columns import columns_alone, without_rules
from extractors.ocr_grid import find_grids

cv2 = pytest.importorskip("cv2")
DPI = 144.0            # two pixels a point
XS = (80, 180, 480, 700, 960)


def page(rows: list[int], *, ruled: bool = False, lines: int = 2) -> NDArray[np.uint8]:
    """A table with four columns and rows of these heights in pixels, each with `lines` lines of bars for words and its number in the middle."""
    gray = np.full((1600, 1100), 250, np.uint8)
    top = 200
    cv2.rectangle(gray, (XS[0], top - 60), (XS[-1], top + sum(rows)), 30, 2)
    cv2.line(gray, (XS[0], top), (XS[-1], top), 30, 2)
    for x in XS[1:-1]:
        cv2.line(gray, (x, top - 60), (x, top + sum(rows)), 30, 2)
    for x in XS[:-1]:
        cv2.rectangle(gray, (x + 20, top - 40), (x + 50, top - 24), 20, -1)
    for height in rows:
        for x in XS[1:-1]:
            for n in range(lines):
                cv2.rectangle(gray, (x + 20, top + 12 + 30 * n), (x + 90, top + 28 + 30 * n), 20, -1)
        cv2.rectangle(gray, (XS[0] + 30, top + height // 2 - 10), (XS[0] + 44, top + height // 2 + 8), 20, -1)
        top += height
        if ruled:
            cv2.line(gray, (XS[0], top), (XS[-1], top), 30, 2)
    return gray


def test_a_grid_of_columns_is_told_from_one_of_rows() -> None:
    bare, ruled = page([80] * 6), page([80] * 6, ruled=True)
    assert len(columns_alone(bare, find_grids(bare, DPI), DPI)) == 1
    assert not columns_alone(ruled, find_grids(ruled, DPI), DPI)


def test_one_long_row_is_no_column_of_rows() -> None:
    gray = page([480], lines=14)
    assert len(find_grids(gray, DPI)) == 1
    assert not columns_alone(gray, find_grids(gray, DPI), DPI)


def test_rules_are_painted_out_and_words_stay() -> None:
    gray = page([80] * 6)
    out = without_rules(gray, find_grids(gray, DPI), DPI)
    assert not find_grids(out, DPI)
    assert out[218, 220] < 100
    assert out[400, XS[1]] == 255
