"""Print under stamps and pen strokes of scans comes out as dark as beside them, whatever the ink's brightness."""

from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2")

import numpy as np  # noqa: E402

from extractors.ocr_image import drop_ink  # noqa: E402

INKS = {"full red": (215, 45, 55), "pale red": (245, 150, 155), "dark pen": (25, 45, 140), "blue stamp": (60, 80, 210)}


@pytest.mark.parametrize("clear", [1.0, 0.6], ids=["clear ink", "covering ink"])
@pytest.mark.parametrize("ink", INKS.values(), ids=INKS)
def test_print_under_ink_is_kept_and_the_ink_goes(ink: tuple[int, int, int], clear: float) -> None:
    print_only = np.full((420, 420, 3), 250, np.uint8)
    print_only[195:225, 60:360] = 30                        # a bar of print, as black as letters
    page = print_only.astype(float)
    mark = cv2.circle(np.zeros((420, 420), np.uint8), (210, 210), 120, 255, 14) > 0
    both = page[mark] * np.array(ink) / 255
    page[mark] = clear * both + (1 - clear) * np.array(ink)
    gray = drop_ink(page.astype(np.uint8), 200)
    inner = cv2.erode(mark.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    under, bare = inner.copy(), inner.copy()
    under[:198], under[222:] = False, False
    bare[190:230] = False
    assert under.sum() > 100
    assert gray[under].max() < 150, "print under the ink"
    assert gray[bare].min() > 200, "bare ink"
