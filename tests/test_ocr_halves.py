"""Two pages on one sheet (extractors/ocr_halves.py)."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

import extractors.ocr_reader as ocr_reader
from extractors.ocr_halves import halves
from extractors.ocr_image import Straight
from extractors.ocr_page import PageRead


def sheet(*marks: tuple[int, int, int, int], size: tuple[int, int] = (827, 1169)) -> Straight:
    """A sheet at 100 dpi with lines of print as grey bars in boxes (left, top, right, bottom)."""
    gray: NDArray[np.uint8] = np.full(size, 255, np.uint8)
    for x0, top, x1, bottom in marks:
        for y in range(top, bottom, 24):
            gray[y:y + 10, x0:x1:2] = 30
    scale = 0.72
    return Straight(1, gray, 100.0, (size[1] * scale, size[0] * scale), ((scale, 0.0, 0.0), (0.0, scale, 0.0)))


LEFT, RIGHT = (80, 80, 530, 740), (650, 80, 1100, 740)


def test_each_page_of_a_sheet_keeps_its_place() -> None:
    pair = halves(sheet(LEFT, (650, 80, 1100, 300)))     # the last page is short
    assert pair is not None
    left, right = pair
    width = left.gray.shape[1]
    assert 530 < width < 650 and right.gray.shape[1] == 1169 - width
    assert left.box(80, 80, 530, 90)[0] == pytest.approx(80 * 0.72, abs=0.1)
    assert right.box(650 - width, 80, 1100 - width, 90)[::2] == (pytest.approx(650 * 0.72, abs=0.1), pytest.approx(1100 * 0.72, abs=0.1))


@pytest.mark.parametrize("one", [
    sheet(LEFT, RIGHT, (80, 400, 1100, 410)),                           # a line of print goes through
    sheet((80, 40, 480, 140), (700, 40, 1100, 140), (80, 200, 1100, 740)),  # a letterhead over a wide page
    sheet((80, 40, 480, 240), (700, 40, 1100, 240)),                    # recipients and signature alone
    sheet(LEFT),                                                        # nothing beside it
    sheet((80, 80, 400, 700), (450, 80, 760, 700), size=(1169, 827)),   # columns of an upright page
    sheet((80, 80, 550, 740), (590, 80, 1100, 740))])                   # columns of a table, close to one another
def test_one_page_stays_one(one: Straight) -> None:
    assert halves(one) is None


def test_both_pages_are_handed_on_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(number: int, right: PageRead | None = None) -> PageRead:
        return PageRead(number, None, 0.9, 5, 0, right=right)  # type: ignore[arg-type]

    monkeypatch.setattr(ocr_reader, "read_page", lambda raw, source: page(raw.number, page(raw.number)))
    raw = [type("Raw", (), {"number": n, "color": np.zeros((2, 2, 3), np.uint8)})() for n in (1, 2)]
    assert [read.number for read in ocr_reader.read_pages(iter(raw), "x")] == [1, 1, 2, 2]
