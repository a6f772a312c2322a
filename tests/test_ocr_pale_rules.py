"""Rules of a page printed with little toner are seen; what shows through from the other side of a well printed one is not."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.ocr_grid import find_grids
from extractors.ocr_pale_rules import under_words

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


def broken_table(grey: int) -> Any:
    """A page with a table of 5 columns and 8 rows whose rules are of that grey and lost here and there, words in its cells."""
    rng = np.random.default_rng(3)
    gray = np.full((1600, 1200), 250, np.uint8)
    ys, xs = [200 + 90 * n for n in range(9)], [100, 160, 500, 700, 900, 1100]
    for y in ys:
        for x in range(100, 1100, 20):
            if (x + y) // 20 % 14:
                gray[y:y + 2, x:x + 20] = grey
    for x in xs:
        for y in range(200, 920, 20):
            if (x + y) // 20 % 9:
                gray[y:y + 20, x:x + 2] = grey
    for y in ys[:-1]:
        for x in xs[:-1]:
            cv2.putText(gray, "12" if x == 100 else "Chi tieu", (x + 14, y + 40), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 20, 2, cv2.LINE_AA)
    noise = rng.normal(0, 3, gray.shape)
    return np.clip(gray + noise, 0, 250).astype(np.uint8)


@pytest.mark.parametrize("grey", [215, 228])
def test_a_table_with_pale_broken_rules_is_whole(grey: int) -> None:
    grids = find_grids(broken_table(grey), 150)
    assert [(g.n_rows, g.n_cols, len(g.cells)) for g in grids] == [(8, 5, 40)]


def test_words_without_rules_are_no_table() -> None:
    assert find_grids(broken_table(250), 150) == []


def test_a_table_that_shows_through_prose_is_none() -> None:
    gray = broken_table(215)
    gray[gray < 160] = 250          # its own words are faint
    for y in range(190, 1000, 60):
        cv2.putText(gray, "Trien khai dong bo, hieu qua cac nhiem vu duoc giao trong nam 2026", (70, y), cv2.FONT_HERSHEY_SIMPLEX, 0.85, 20, 2, cv2.LINE_AA)
    assert find_grids(gray, 150) == []


@pytest.mark.parametrize(("rule", "words", "shows"), [(232, True, True), (250, True, False), (232, False, False)])
def test_an_upright_that_shows_between_the_letters_that_run_over_it(rule: int, words: bool, shows: bool) -> None:
    """A rule of the sheet's other side is seen between lines of prose; merged cells have words alone, tables the rule alone."""
    gray = np.full((90, 300), 250, np.uint8)
    gray[:, 150:152] = rule
    if words:
        for y in (30, 65):
            cv2.putText(gray, "nnnnnnnnnnnn", (20, y), cv2.FONT_HERSHEY_SIMPLEX, 1, 20, 4, cv2.LINE_AA)
    assert under_words(gray, 151, 150 / 72, 150) is shows
