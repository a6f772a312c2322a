"""Leaning and pale pages are made straight and dark (extractors/ocr_lean.py, ocr_faint.py)."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extractors.ocr_faint import darken_page
from extractors.ocr_forms import speck
from extractors.ocr_grid import find_grids
from extractors.ocr_image import RawPage, lines_upright, straighten
from extractors.ocr_lean import lean_of
from extractors.ocr_signs import Sign, put_signs
from extractors.ocr_tesseract import Word

DPI = 150


def table(lean: float) -> Any:
    """A ruled table of 4 columns and 9 rows with lines of letters beside nothing, its uprights leaning."""
    gray = np.full((1750, 1240), 255, np.uint8)
    for n in range(10):
        y = 300 + 120 * n
        cv2.line(gray, (150 + round(lean * (y - 300)), y), (1050 + round(lean * (y - 300)), y), 0, 2)
    for x in (150, 250, 550, 800, 1050):
        cv2.line(gray, (x, 300), (x + round(lean * 1080), 1380), 0, 2)
    return gray


@pytest.mark.parametrize("lean", [0.025, -0.03])
def test_a_leaning_table_keeps_its_columns(lean: float) -> None:
    page = RawPage(1, cv2.cvtColor(table(lean), cv2.COLOR_GRAY2RGB), DPI, (595, 842))
    straight = straighten(page)
    grids = find_grids(straight.gray, straight.dpi)
    assert [(g.n_rows, g.n_cols, len(g.cells)) for g in grids] == [(9, 4, 36)]
    # The way back leads to where the table stands in the picture.
    x0, top, _, bottom = straight.box(*grids[0].box)
    assert abs(top - 300 * 72 / DPI) < 6 and abs(bottom - 1380 * 72 / DPI) < 6 and abs(x0 - 72 / DPI * min(150, 150 + lean * 1080)) < 6


def test_upright_rules_and_pages_without_rules_stay() -> None:
    assert lean_of(table(0.0), DPI) == 0.0 and lean_of(np.full((400, 400), 255, np.uint8), DPI) == 0.0


def letters(grey: int) -> Any:
    gray = np.full((600, 900), 250, np.uint8)
    for row in range(8):
        cv2.putText(gray, "Phong Van hoa - Xa hoi chu tri", (40, 60 + 60 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.0, grey, 2, cv2.LINE_AA)
    return gray


def test_a_pale_page_becomes_dark() -> None:
    dark = darken_page(letters(160))
    assert np.percentile(dark[dark < 215], 10) < 60 and dark[0, 0] == 250


@pytest.mark.parametrize("grey", [20, 90, 200])
def test_dark_print_and_what_shines_through_stay(grey: int) -> None:
    gray = letters(grey)
    assert darken_page(gray) is gray


@pytest.mark.parametrize("grey", [0, 165, 195])
def test_which_side_is_up_is_seen_on_pale_pages(grey: int) -> None:
    gray = np.full((700, 900), 250, np.uint8)
    for row in range(16):
        cv2.putText(gray, "Phong Van hoa - Xa hoi chu tri, phoi hop voi Cong an", (40, 40 + 40 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.6, grey, 1)
    assert lines_upright(gray, 100) and not lines_upright(np.ascontiguousarray(np.rot90(gray)), 100)


def test_a_speck_before_a_sign_is_no_quotation() -> None:
    words = put_signs([Word("\"200", 10, 40, 120, 60, 0.9, 4)], [Sign("≥", (20, 40, 40, 62))])
    assert [w.text for w in words] == ["≥", "200"]


@pytest.mark.parametrize(("mark", "before", "is_speck"), [
    (":", "III/2026).", True), (":", "năm;", True), (":", "gồm", False), (",", "2026.", True), ("-", "2026.", False),
])
def test_colons_behind_ended_sentences(mark: str, before: str, is_speck: bool) -> None:
    assert speck(mark, last=True, before=before) is is_speck
    assert not speck(mark, last=False, before=before)
