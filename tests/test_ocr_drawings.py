"""Pages of noise or drawings, dark paper edges and faint toner: what is no table is no table, what is print stays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from extractors import ocr_page
from extractors.ocr_dust import MOST, clear_margins, drop_dust, of_print
from extractors.ocr_grid import MOST_CELLS, MOST_GRIDS, Grid, GridCell, find_grids, too_many
from extractors.ocr_image import Straight
from extractors.ocr_page import PageRead
from extractors.ocr_reader import notes_of


def net(cells: int) -> Grid:
    return Grid(tuple(GridCell(n, 0, 1, 1, (0, 10 * n, 50, 10 * n + 8)) for n in range(cells)), (0.0, 50.0), (0.0, 10.0), (0, 0, 50, 10))


@pytest.mark.parametrize(("grids", "want"), [
    ([net(4)] * MOST_GRIDS, False), ([net(4)] * (MOST_GRIDS + 1), True), ([net(MOST_CELLS)], False), ([net(MOST_CELLS), net(1)], True), ([], False)])
def test_more_nets_than_any_plan_has_tables(grids: list[Grid], want: bool) -> None:
    assert too_many(grids) is want


def test_such_a_page_is_read_as_prose_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_page, "find_grids", lambda gray, dpi: [net(4)] * (MOST_GRIDS + 1))
    monkeypatch.setattr(ocr_page, "read_words", lambda pictures, *a, **k: [[] for _ in pictures])
    monkeypatch.setattr(ocr_page, "second_look", lambda prose, *a: list(prose))
    monkeypatch.setattr(ocr_page, "read_grid", lambda *a: pytest.fail("no cell of a drawing is read"))
    gray = np.full((300, 200), 255, np.uint8)
    read = ocr_page._read(Straight(1, gray, 72.0, (200.0, 300.0), ((1, 0, 0), (0, 1, 0))), "x.pdf")
    assert not read.grids and read.left_cells == 4 * (MOST_GRIDS + 1)
    page: Any = None
    assert [n.kind for n in notes_of([PageRead(1, page, 0.9, 5, 0, left_cells=52)])] == ["ocr-grid-left"]
    assert not notes_of([PageRead(1, page, 0.9, 5, 0)])


def test_the_edge_of_the_sheet_is_no_table() -> None:
    gray = np.full((842, 595), 255, np.uint8)
    for x in (12, 400, 580):
        gray[10:830, x:x + 2] = 0
    for y in (10, 828):
        gray[y:y + 2, 12:582] = 0
    assert find_grids(gray, 72.0) == []
    gray[300:302, 12:582] = 0
    gray[500:502, 12:582] = 0
    assert len(find_grids(gray, 72.0)) == 1


def _table(middle: dict[int, bool]) -> np.ndarray[Any, Any]:
    """Three rows of six columns at 144 dpi, the middle one low; `middle` tells which of its inner uprights are printed."""
    gray = np.full((300, 700), 255, np.uint8)
    for y in (20, 100, 120, 220):
        gray[y:y + 2, 40:642] = 0
    for n in range(7):
        x = 40 + 100 * n
        gray[20:102, x:x + 2] = gray[120:222, x:x + 2] = 0
        if middle.get(n, True):
            gray[100:122, x:x + 2] = 0
    return gray


@pytest.mark.parametrize(("absent", "spans"), [((2, 3, 4, 5), {1: 5}), ((3,), {})])
def test_rules_are_not_drawn_through_a_low_merged_cell(absent: tuple[int, ...], spans: dict[int, int]) -> None:
    grid, = find_grids(_table(dict.fromkeys(absent, False)), 144.0)
    assert {c.col: c.col_span for c in grid.cells if c.row == 1 and c.col_span > 1} == spans


def test_the_shadow_of_a_dark_margin_goes_with_it() -> None:
    gray = np.full((600, 500), 240, np.uint8)
    gray[:, :10] = 20
    for n in range(14):
        gray[:, 10 + n] = 40 + 13 * n
    gray[300:312, 100:400:9] = 0
    gray[300:312, 101:401:9] = 0
    out = clear_margins(gray, 144)
    assert (out[:, :22] == 255).all()
    assert (out[300:312, 90:] == gray[300:312, 90:]).all()


@pytest.mark.parametrize(("upper", "kept"), [((108.6, 102.5, 110.1, 104.0), True), ((105.4, 102.5, 106.6, 104.0), False)])
def test_the_colon_of_italics_leans_to_the_right(upper: tuple[float, ...], kept: bool) -> None:
    letter = np.array([(100.0, 100.0, 106.0, 109.0)], np.float32)
    found = of_print(np.array([(107.0, 107.5, 108.5, 109.0), upper], np.float32), letter)
    assert found.tolist() == [True, kept]


def test_pieces_of_faint_letters_are_no_dust() -> None:
    gray = np.full((400, 600), 255, np.uint8)
    for x in range(50, 550, 12):
        gray[100:118, x:x + 4] = 0
        gray[90:93, x + 1:x + 4] = 120          # a mark that stands free over its letter
    assert drop_dust(gray, 144) is gray


def test_the_screen_of_a_picture_is_no_dust() -> None:
    gray = np.full((600, 600), 255, np.uint8)
    gray[::4, ::4] = 0
    assert gray.size / 16 > MOST
    assert drop_dust(gray, 144) is gray
