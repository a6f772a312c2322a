"""Cells that were read badly are read again as loose words (extractors/ocr_unread.py)."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from extractors import ocr_unread
from extractors.ocr_tesseract import Word
from extractors.ocr_unread import badly_read, better, read_loose


def words(*told: tuple[str, float]) -> list[Word]:
    return [Word(t, 50.0 * n, 0.0, 50.0 * n + 40, 12.0, c) for n, (t, c) in enumerate(told)]


@pytest.mark.parametrize(("read", "height", "want"), [
    ([], 20, True), ([("tài", 0.36)], 40, True), ([("=", 0.68)], 40, True), ([("%", 0.93)], 20, False),
    ([("Văn", 0.9), ("phòng", 0.9)], 40, False), ([], 6, False), ([("-", 0.9)], 6, False)])
def test_cells_with_doubt(read: list[tuple[str, float]], height: int, want: bool) -> None:
    assert badly_read(words(*read), (0, 0, 60, height), 200) is want


@pytest.mark.parametrize(("old", "new", "want"), [
    ([], [("Mô", 0.97), ("hình", 0.96)], True),
    ([("=", 0.68)], [("Sản", 0.97), ("phẩm", 0.94)], True),
    ([("ai", 0.61)], [("hạng", 0.97)], True),
    ([("Tháng", 0.64)], [("Thắng", 0.7)], False),            # no surer
    ([], [("Mô", 0.97), ("h", 0.2)], False),                 # not every word
    ([], [("—", 0.95)], False), ([("%", 0.3)], [], False)])
def test_a_surer_reading_replaces(old: list[tuple[str, float]], new: list[tuple[str, float]], want: bool) -> None:
    assert better(words(*old), words(*new)) is want


def test_only_the_chosen_cells_change(monkeypatch: pytest.MonkeyPatch) -> None:
    sure, nothing = words(("Văn", 0.9)), words(("?", 0.1))
    found = [list(sure), list(nothing), list(nothing)]
    sheet: Any = np.full((10, 10), 255, np.uint8)
    monkeypatch.setattr(ocr_unread, "read_words", lambda pictures, mode, *a, **k: [words(("Thứ", 0.95))])
    assert read_loose(found, [1, 2], sheet, lambda told: [list(told), []], "x.pdf", 200) == 1
    assert found == [sure, words(("Thứ", 0.95)), nothing]
