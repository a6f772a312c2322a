"""A lone ">" or "<" before the number of a cell, and what shows through from the back of a sheet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

cv2 = pytest.importorskip("cv2")

import extractors.ocr_cells as ocr_cells  # noqa: E402
from extractors.ocr_faint import drop_back  # noqa: E402
from extractors.ocr_signs import bound_before  # noqa: E402
from extractors.ocr_tesseract import Word  # noqa: E402


def cell(sign: str, figures: str = "95") -> np.ndarray:
    """A number's picture of 40 rows, with room for a sign before it."""
    picture = np.full((40, 120), 250, np.uint8)
    ends = {">": ((5, 10), (28, 20), (5, 30)), "<": ((28, 10), (5, 20), (28, 30))}
    if sign in ends:
        cv2.polylines(picture, [np.array(ends[sign], np.int32)], False, 0, 2, cv2.LINE_AA)
    else:
        cv2.putText(picture, sign, (5, 33), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 0, 2, cv2.LINE_AA)
    cv2.putText(picture, figures, (50, 33), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 0, 2, cv2.LINE_AA)
    return picture


@pytest.mark.parametrize("sign", [">", "<"])
def test_the_sign_is_told_by_its_shape(sign: str) -> None:
    found, behind = bound_before(cell(sign))
    assert found == sign and 26 <= behind <= 50


@pytest.mark.parametrize("figure", ["2", "3", "7", "1", "4", "-", "5"])
def test_a_figure_or_a_dash_is_no_sign(figure: str) -> None:
    assert bound_before(cell(figure))[0] == ""


@pytest.mark.parametrize(("read", "want"), [("295", ">95"), ("3395", ">95"), (">95", ">95")])
def test_a_bound_is_no_figure_of_the_number(monkeypatch: pytest.MonkeyPatch, read: str, want: str) -> None:
    def no_sign_left(pictures: Sequence[np.ndarray], *_: object, **__: object) -> list[list[Word]]:
        return [[Word("95", 40, 40, 60, 60, 0.95)] for _ in pictures]

    monkeypatch.setattr(ocr_cells, "read_words", no_sign_left)
    (result,) = ocr_cells.vote_numbers([cell(">")], [(read, 0.6)], "x", 300)
    assert result is not None and result[0] == want


def page(back: int, front: int = 0) -> np.ndarray:
    gray = np.full((600, 600), 250, np.uint8)
    cv2.putText(gray, "KE HOACH", (20, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.2, front, 3)
    for y in range(120, 320, 40):
        cv2.putText(gray, "mirror writing", (20, y), cv2.FONT_HERSHEY_SIMPLEX, 1.0, back, 3)
    return gray


def test_the_back_of_a_sheet_is_dropped_and_the_print_stays() -> None:
    gray = page(195)
    out = drop_back(gray, 200)
    assert (out[100:] >= 250).all() and (out[:80] == gray[:80]).all()


@pytest.mark.parametrize(("back", "front"), [(130, 0), (0, 0), (195, 195), (165, 0)])
def test_paler_print_of_a_page_stays(back: int, front: int) -> None:
    gray = page(back, front)
    assert drop_back(gray, 200) is gray
