"""Scans with a streak from the scanner's glass: no rule of a table, whatever it crosses."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extractors.ocr_grid import find_grids
from extractors.ocr_streaks import drop_streaks

DPI = 200.0


def page() -> Any:
    """Grainy paper with a table of three columns and bars for words in its cells."""
    gray = np.clip(np.random.default_rng(3).normal(238, 4, (2339, 1654)), 0, 255).astype(np.uint8)
    for x in (200, 420, 1000, 1450):
        cv2.line(gray, (x, 500), (x, 1500), 40, 2)
    for y in range(500, 1501, 200):
        cv2.line(gray, (200, y), (1450, y), 40, 2)
        if y < 1500:
            for x in (240, 460, 620, 780, 1040, 1200):
                gray[y + 60:y + 80, x:x + 120] = 30
    return gray


@pytest.mark.parametrize("shade", [120, 190])
@pytest.mark.parametrize("level", [False, True])
def test_a_streak_from_edge_to_edge_is_gone(shade: int, level: bool) -> None:
    clean = page()
    gray = clean.copy()
    if level:
        gray[640:642] = np.minimum(gray[640:642], shade)
    else:
        gray[:, 700:702] = np.minimum(gray[:, 700:702], shade)
    out = drop_streaks(gray, DPI)
    changed = (out != clean)
    assert (out[:, 690:710] > 200).mean() > 0.9 if not level else (out[635:647, 1460:] > 200).all()
    assert changed.any(axis=1 if level else 0).sum() <= 8      # nothing else of the page is touched
    if not level:
        assert [len(g.xs) for g in find_grids(out, DPI)] == [4]


def test_rules_and_frames_that_end_at_the_margins_stay() -> None:
    gray = page()
    cv2.rectangle(gray, (110, 130), (1540, 2210), 40, 2)
    assert drop_streaks(gray, DPI) is gray


def test_the_dark_edge_of_a_sheet_is_no_streak() -> None:
    gray = page()
    gray[:, :60] = 30
    assert drop_streaks(gray, DPI) is gray
