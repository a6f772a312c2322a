"""Rules of a page printed with little toner are seen; what shows through from the other side of a well printed one is not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.ocr_grid import find_grids

DPI = 100.0


def page(letters: int, rules: int) -> NDArray[np.uint8]:
    """A page with marks as dark as `letters` and a table of 3 by 4 cells whose rules are as dark as `rules`."""
    gray = np.full((1100, 800), 246, np.uint8)
    for y in range(100, 500, 20):
        for x in range(100, 700, 12):
            gray[y:y + 8, x:x + 3] = letters
    gray[600:901:100, 100:701] = rules
    gray[600:901, 100:701:150] = rules
    return gray


@pytest.mark.parametrize(("letters", "rules", "cells"), [(110, 207, 12), (20, 207, 0), (20, 150, 12), (110, 240, 0)])
def test_pale_rules(letters: int, rules: int, cells: int) -> None:
    assert sum(len(grid.cells) for grid in find_grids(page(letters, rules), DPI)) == cells
