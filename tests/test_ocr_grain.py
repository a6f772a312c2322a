"""Scans with grainy paper and little print on a page: what is grain is no ink, no letter and no rule."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extractors.ocr_cells import ink_of, read_lines
from extractors.ocr_faint import darken_cells
from extractors.ocr_grid import Grid, GridCell, find_grids
from extractors.ocr_image import lines_upright, skew_angle
from extractors.ocr_layout import Row
from extractors.ocr_lists import count_on
from extractors.ocr_repair import repair_rows
from extractors.ocr_tesseract import Word

DPI = 200.0
CELL = GridCell(0, 0, 1, 1, (0, 0, 200, 440))
GRID = Grid((CELL,), (0, 200), (0, 440), (0, 0, 200, 440))


def grainy(height: int, width: int, middle: float, spread: float) -> Any:
    return np.clip(np.random.default_rng(7).normal(middle, spread, (height, width)), 0, 255).astype(np.uint8)


def short_page(spread: float) -> Any:
    """The last page of a plan: a few lines of bars for words at its top."""
    gray = grainy(2200, 1700, 235, spread)
    for y in range(220, 640, 45):
        for x in range(250, 250 + 90 * (8 if y % 2 else 5), 90):
            gray[y:y + 20, x:x + 70] = 70
    return gray


def turned(gray: Any, angle: float) -> Any:
    height, width = gray.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(gray, turn, (width, height), borderValue=235)


@pytest.mark.parametrize("angle", [0.9, -0.7])
def test_a_short_grainy_page_is_made_level(angle: float) -> None:
    assert skew_angle(turned(short_page(34), angle), DPI) == pytest.approx(-angle, abs=0.15)


def test_the_stripes_where_the_sheet_ends_do_not_turn_a_page() -> None:
    gray = short_page(4)
    gray[:, 14:22], gray[:, 30:34] = 90, 120
    gray[:, 16:20][::7] = 235
    gray[:, 30:34][::9] = 235
    assert lines_upright(gray, DPI)


def test_grain_does_not_make_a_figure_pale() -> None:
    gray = grainy(440, 200, 240, 10)
    gray[14:38, 12:14], gray[14:38, 14:20] = 20, 140
    assert darken_cells(gray, [GRID], DPI) is gray


def test_a_speck_far_from_a_number_is_not_read_with_it() -> None:
    gray = np.full((440, 200), 245, np.uint8)
    gray[14:38, 12:24] = 20             # the number
    gray[36:40, 28:31] = 20             # its full stop
    gray[200:206, 120:124] = 90
    area = ink_of(CELL, gray, DPI)
    assert area is not None and area[2] in range(31, 40) and area[3] in range(40, 48)


def header(lines: int) -> Any:
    """A page that ends with the header of a table: five cells ruled black, in each some lines of capitals, all on one height."""
    gray = np.full((2200, 1700), 246, np.uint8)
    xs = range(230, 1431, 240)
    cv2.rectangle(gray, (xs[0], 1850), (xs[-1], 2000), 60, 2)
    for x in xs[1:-1]:
        cv2.line(gray, (x, 1850), (x, 2000), 60, 2)
    for n, x in enumerate(xs[:-1]):
        for line in range(lines if n else 1):
            y = 1862 + 45 * line
            gray[y:y + 28, x + 16:x + 100], gray[y:y + 28, x + 120:x + 200] = 40, 40
            gray[y + 33:y + 35, x + 3:x + 238] = 215        # what a strong compression leaves along the feet of letters
    return gray


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_the_feet_of_letters_are_no_rules_of_a_table_ruled_black(lines: int) -> None:
    grids = find_grids(header(lines), DPI)
    assert [(grid.n_rows, grid.n_cols) for grid in grids] == [(1, 5)]


def number(text: str, confidence: float) -> list[Row]:
    return [Row([Word(text, 0, 0, 10, 12, confidence)])]


@pytest.mark.parametrize(("read", "want"), [
    ([("1", 0.95), ("7", 0.12), ("3", 0.97)], ["1", "2", "3"]),
    ([("1", 0.95), ("7", 0.12)], ["1", "2"]),                        # the last of a page
    ([("1", 0.95), ("7", 0.12), ("8", 0.97)], ["1", "7", "8"]),      # the rows may be others'
    ([("1", 0.95), ("7", 0.93), ("3", 0.97)], ["1", "7", "3"]),
    ([("I", 0.95), ("7", 0.12), ("3", 0.97)], ["I", "7", "3"]),
    ([("2", 0.7), ("8", 0.89), ("4", 0.97)], ["2", "3", "4"]),      # a figure that looks like the one missed
    ([("12", 0.9), ("18", 0.89), ("14", 0.97)], ["12", "13", "14"]),
    ([("2", 0.7), ("2", 0.89), ("4", 0.97)], ["2", "2", "4"]),      # printed twice
    ([("2", 0.7), ("8", 0.89)], ["2", "8"]),
    ([], []),
])
def test_row_numbers_go_on_from_the_one_above(read: list[tuple[str, float]], want: list[str]) -> None:
    cells = [number(*one) for one in read]
    grid = Grid(tuple(GridCell(n, 0, 1, 1, (0, 0, 9, 9)) for n in range(len(read))), (), (), (0, 0, 9, 9))
    assert count_on(grid, cells) == sum(one[0] != told for one, told in zip(read, want, strict=True))
    assert [rows[0].text for rows in cells] == want


@pytest.mark.parametrize(("read", "want"), [
    ("30/G/2026", "30/6/2026"), ("Trước 30/G/", "Trước 30/6/"), ("15/S/2026", "15/5/2026"), ("12/B1", "12/B1"), ("45/G/QĐ", "45/G/QĐ"),
    ("Trạm Ytếxã", "Trạm Y tế xã"), ("Ytếxã", "Y tế xã"),
])
def test_months_and_words_that_ran_together(read: str, want: str) -> None:
    row = Row([Word(text, 50.0 * n, 0, 50.0 * n + 40, 12, 0.6) for n, text in enumerate(read.split())])
    repair_rows([row])
    assert row.text == want


def test_a_letter_among_row_numbers_is_one_but_that_of_a_row_under_a_row() -> None:
    for read, want in ((["6", "n", "8"], "7"), (["6", "n", "II"], "7"), (["6", "n", "9"], "n"), (["6", "a", "8"], "a")):
        cells = [number(text, 0.9 if text.isdigit() else 0.6) for text in read]
        count_on(Grid(tuple(GridCell(n, 0, 1, 1, (0, 0, 9, 9)) for n in range(3)), (), (), (0, 0, 9, 9)), cells)
        assert cells[1][0].text == want


def unread(text: str, confidence: float = 0.0) -> list[Word]:
    return [Word("Trên", 10, 10, 60, 30, 0.96, 1), Word(text, 10, 40, 60, 62, confidence, 2), Word("%", 10, 70, 30, 90, 0.9, 3)]


@pytest.mark.parametrize(("further", "want"), [
    (["75,5", "75,5", "Zo", "75,5"], "75,5"),
    (["75,5", "755", "75,5", ""], "75,5"),          # a comma that was not seen
    (["7", "7.", "", ""], "7"),
    (["75,0", "75,0", "75,5", "75,9"], "V1O"),      # no two thirds of them agree
    (["Tr", "Tr", "Tr", "Tr"], "V1O"),
])
def test_an_unread_number_between_lines_is_put_to_the_vote(monkeypatch: pytest.MonkeyPatch, further: list[str], want: str) -> None:
    answers = iter(further)

    def read_words(images: Any, psm: int, source: str, *, dpi: int = 300, language: str = "vie") -> list[list[Word]]:
        return [[Word(text, 45, 45, 90, 60, 0.9)] if (text := next(answers)) else [] for _ in images]

    monkeypatch.setattr("extractors.ocr_cells.read_words", read_words)
    found = [unread("V1O")]
    read_lines(found, [0], np.full((120, 120), 250, np.uint8), "x.pdf", DPI)
    assert [word.text for word in found[0]] == ["Trên", want, "%"]


def test_a_word_read_with_certainty_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.ocr_cells.read_words", lambda *_, **__: pytest.fail("read again"))
    assert read_lines([unread("75,5", 0.9)], [0], np.full((120, 120), 250, np.uint8), "x.pdf", DPI) == 0
