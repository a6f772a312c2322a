"""Dust and dark margins of photocopies (extractors/ocr_dust.py): what is painted white and what stays print."""

import numpy as np
import pytest

from extractors.ocr_dust import clear_margins, drop_dust, of_print

LETTER = (100.0, 100.0, 106.0, 109.0)      # points: x0, top, x1, bottom
COMMA = (110.0, 107.0, 112.0, 111.0)


@pytest.mark.parametrize(("specks", "kept"), [
    pytest.param([(107.0, 107.5, 108.5, 109.0)], [True], id="full-stop-at-the-foot"),
    pytest.param([(107.0, 99.0, 108.5, 100.5)], [False], id="speck-at-the-head"),
    pytest.param([(120.0, 107.5, 121.5, 109.0)], [False], id="speck-in-the-white"),
    pytest.param([(94.0, 107.5, 95.5, 109.0)], [False], id="speck-before-the-letter"),
    pytest.param([(107.0, 107.5, 108.5, 109.0), (107.0, 102.5, 108.5, 104.0)], [True, True], id="colon"),
    pytest.param([(110.2, 102.5, 111.7, 104.0)], [True], id="semicolon"),
    pytest.param([(150.0, 107.5, 151.0, 108.5), (154.0, 107.5, 155.0, 108.5), (158.0, 107.5, 159.0, 108.5)], [True] * 3, id="line-of-dots"),
])
def test_specks_of_print(specks: list[tuple[float, ...]], kept: list[bool]) -> None:
    found = of_print(np.array(specks, np.float32), np.array([LETTER, COMMA], np.float32))
    assert found.tolist() == kept


def page() -> np.ndarray:
    """Two lines of "letters" with a dot over and a full stop behind each, at 144 dpi."""
    gray = np.full((400, 600), 255, np.uint8)
    for y in (100, 200):
        for x in range(50, 550, 50):
            gray[y:y + 18, x:x + 12] = 0
            gray[y - 6:y - 3, x + 4:x + 7] = 0
            gray[y + 15:y + 18, x + 15:x + 18] = 0
    return gray


def test_dust_goes_and_print_stays() -> None:
    clean = page()
    dusty = clean.copy()
    for n in range(30):
        dusty[300 + 7 * (n % 5):303 + 7 * (n % 5), 40 + 17 * n:43 + 17 * n] = 0
    assert (drop_dust(dusty, 144) == clean).all()
    assert drop_dust(clean, 144) is clean


def test_torn_letters_are_no_dust() -> None:
    torn = page()
    for n in range(30):
        torn[102 + n % 3:105 + n % 3, 57 + 17 * n:60 + 17 * n] = 0        # between the letters of one line
    for n in range(12):
        torn[350:353, 40 + 40 * n:43 + 40 * n] = 0                        # what is left of a rule
    assert drop_dust(torn, 144) is torn


def test_dark_margins_go_and_a_rule_to_the_edge_stays() -> None:
    gray = page()
    gray[350:352, :] = 0
    gray[:, :20] = 30
    gray[:16, :] = 60
    out = clear_margins(gray, 144)
    assert (out[:, :20] == 255).all() and (out[:16] == 255).all()
    assert (out[350, 60:] == 0).all() and (out[100:118, 100:112] == 0).all()


@pytest.mark.parametrize("gray", [page(), np.full((200, 200), 255, np.uint8), np.zeros((200, 200), np.uint8)])
def test_pages_without_dark_margins_come_back(gray: np.ndarray) -> None:
    assert clear_margins(gray, 144) is gray
