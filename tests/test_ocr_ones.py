"""Roman I told from figures by its shape, also where a scan is soft and serifs touch what follows."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extractors.ocr_signs import leading_ones, roman_ones
from extractors.ocr_tesseract import Word

HEIGHT, STEM, SERIF = 22, 4, 3  # pixels, as 12 points at 200 dpi


def paper(width: int) -> Any:
    return np.full((HEIGHT + 2, width), 245, np.uint8)


def put_stem(picture: Any, x: int, left: int, right: int, faint: int) -> None:
    """A stem at `x`, serifs of so many pixels to its left and right at head and foot."""
    picture[1:HEIGHT + 1, x:x + STEM] = 20
    for row in (1, HEIGHT):
        picture[row, x - left:x] = faint
        picture[row, x + STEM:x + STEM + right] = faint


def ones(count: int, faint: int) -> Any:
    """So many I, then a slash that the foot of the last one touches."""
    picture = paper(60)
    for n in range(count):
        put_stem(picture, 4 + 11 * n, SERIF, SERIF, faint)
    end = 4 + 11 * (count - 1) + STEM + SERIF
    cv2.line(picture, (end - 1, HEIGHT), (end + 7, 1), 60, 1)
    return picture


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("faint", [60, 165])
def test_ones_before_a_slash(count: int, faint: int) -> None:
    assert leading_ones(ones(count, faint))[0] == count


@pytest.mark.parametrize("count", [1, 2, 3])
def test_faint_serifs_alone(count: int) -> None:
    picture = paper(4 + 11 * count)
    for n in range(count):
        put_stem(picture, 4 + 11 * n, SERIF, SERIF, 170)
    assert leading_ones(picture) == (count, False)


@pytest.mark.parametrize("count", [1, 2])
def test_figures_are_no_ones(count: int) -> None:
    """A figure one has its flag on the left only."""
    picture = paper(4 + 11 * count)
    for n in range(count):
        put_stem(picture, 4 + 11 * n, SERIF, SERIF, 60)
        picture[1, 4 + 11 * n + STEM:4 + 11 * n + STEM + SERIF] = 245
    assert leading_ones(picture)[0] == 0


@pytest.mark.parametrize(("read", "count", "want"), [("II/2026", 3, "III/2026"), ("I", 2, "II"), ("II", 2, "II"), ("II", 4, "II"), ("1", 2, "1")])
def test_stems_without_serifs_are_counted_where_ones_were_read(read: str, count: int, want: str) -> None:
    picture = paper(4 + 9 * count)
    for n in range(count):
        put_stem(picture, 3 + 9 * n, 0, 0, 60)
    assert roman_ones(Word(read, 0, 0, picture.shape[1] - 1, picture.shape[0] - 1, 0.9), picture).text == want


@pytest.mark.parametrize("count", [2, 3])
def test_serifs_that_touch_the_slash_of_a_quarter(count: int) -> None:
    picture = paper(40 + 12 * count)
    for n in range(count):
        put_stem(picture, 6 + 11 * n, 3, 4, 60)
    end = 6 + 11 * (count - 1) + STEM
    for k in range(HEIGHT):      # the slash rises from the last foot
        picture[HEIGHT - k, end + 2 + k // 3:end + 5 + k // 3] = 30
    picture[1:4, end + 2:end + 12] = 60
    word = Word("1/2026", 0, 0, picture.shape[1] - 1, picture.shape[0] - 1, 0.5)
    assert roman_ones(word, picture).text == "I" * count + "/2026"


def leaning(count: int, serif: int) -> Any:
    """So many I in italics at 300 dpi and a slash behind them, strokes with serifs that long."""
    high, picture = 40, np.full((46, 60 + 26 * count), 245, np.uint8)
    for n in range(count):
        foot = 12 + 24 * n
        for row in range(high):
            x = foot + round((high - row) * 0.17)
            picture[3 + row, x:x + 7] = 20
            if row < 3 or row >= high - 3:
                picture[3 + row, x - serif:x + 7 + serif] = 20
    cv2.line(picture, (12 + 24 * count, 3 + high), (30 + 24 * count, 3), 20, 3)
    return picture


@pytest.mark.parametrize(("read", "count", "want"), [
    ("1I1⁄2027", 2, "II/2027"), ("TH⁄2028.", 3, "III/2028."), ("1⁄2026", 1, "I/2026"), ("HU2026", 2, "II/2026"),
])
def test_ones_in_italics(read: str, count: int, want: str) -> None:
    picture = leaning(count, 5)
    assert roman_ones(Word(read, 0, 0, picture.shape[1] - 1, picture.shape[0] - 1, 0.5), picture).text == want
