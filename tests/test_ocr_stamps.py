"""Stamps of grey scans are taken out of the print they cover; tables and pale print are left as they are."""

from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2")

import numpy as np  # noqa: E402

from extractors.ocr_stamps import fade_stamps  # noqa: E402

DPI = 200


def page() -> np.ndarray:
    gray = np.full((900, 900), 250, np.uint8)
    for n in range(8):
        cv2.putText(gray, "UBND XA CHU TICH", (60, 80 + 60 * n), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 30, 4)
    return gray


def test_a_pale_ring_goes_and_the_print_under_it_stays() -> None:
    plain = page()
    stamp = cv2.circle(np.full_like(plain, 250), (300, 480), 140, 110, 7)
    stamped = (plain.astype(float) * stamp / 250).astype(np.uint8)
    faded = fade_stamps(stamped, DPI)
    ring = cv2.circle(np.zeros_like(plain), (300, 480), 140, 1, 3) > 0
    print_ = cv2.erode((plain < 60).astype(np.uint8), np.ones((2, 2), np.uint8)) > 0
    assert (ring & print_).sum() > 20
    assert faded[ring & print_].max() < 120, "print under the ring"
    bare = ring & (cv2.dilate((plain < 200).astype(np.uint8), np.ones((9, 9), np.uint8)) == 0)
    assert (faded[bare] > 200).mean() > 0.97
    assert (stamped[bare] > 200).mean() < 0.03


@pytest.mark.parametrize("mark", ["none", "square", "dark ring"])
def test_other_marks_are_no_stamps(mark: str) -> None:
    gray = page()
    if mark == "square":
        cv2.rectangle(gray, (200, 560), (460, 820), 130, 7)
    elif mark == "dark ring":
        cv2.circle(gray, (330, 690), 130, 30, 7)
    assert np.array_equal(fade_stamps(gray, DPI), gray)


def test_pale_print_is_kept() -> None:
    gray = page()
    cv2.putText(gray, "trinh ky", (60, 700), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 120, 6)
    assert np.array_equal(fade_stamps(gray, DPI), gray)


def test_an_empty_page() -> None:
    blank = np.full((400, 300), 250, np.uint8)
    assert np.array_equal(fade_stamps(blank, DPI), blank)


def test_pale_letters_that_happen_to_stand_in_a_ring_are_no_stamp() -> None:
    gray = page()
    pt = DPI / 72
    for n in range(54):
        start = 360 * n / 54
        cv2.ellipse(gray, (330, 690), (round(48 * pt),) * 2, 0, start, start + 2.6, 120, round(2 * pt))
    assert np.array_equal(fade_stamps(gray, DPI), gray)


def test_the_thin_rings_of_a_stamp_go_too() -> None:
    plain = page()
    stamp = cv2.circle(np.full_like(plain, 250), (300, 600), 140, 110, 7)
    cv2.circle(stamp, (300, 600), 80, 130, 2)
    faded = fade_stamps((plain.astype(float) * stamp / 250).astype(np.uint8), DPI)
    thin = cv2.circle(np.zeros_like(plain), (300, 600), 80, 1, 2) > 0
    bare = thin & (cv2.dilate((plain < 200).astype(np.uint8), np.ones((11, 11), np.uint8)) == 0)
    assert bare.sum() > 200 and (faded[bare] > 200).mean() > 0.97
    assert (faded[plain < 60] < 120).mean() > 0.97


def test_a_stamp_half_pressed_is_one_where_nothing_stands_outside() -> None:
    plain = page()
    stamp = np.full_like(plain, 250)
    cv2.ellipse(stamp, (300, 690), (140, 140), 0, 0, 110, 110, 4)
    for start in range(110, 360, 5):
        cv2.ellipse(stamp, (300, 690), (140, 140), 0, start, start + 2, 110, 4)
    for start in range(0, 360, 15):
        cv2.ellipse(stamp, (300, 690), (112, 112), 0, start, start + 3, 110, 10)     # its inscription
    faded = fade_stamps((plain.astype(float) * stamp / 250).astype(np.uint8), DPI)
    arc = np.zeros_like(plain)
    cv2.ellipse(arc, (300, 690), (140, 140), 0, 10, 100, 1, 2)
    assert (faded[arc > 0] > 200).mean() > 0.97
