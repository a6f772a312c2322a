"""Cells whose reading has a gap are read by themselves (extractors/ocr_alone.py)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from extractors import ocr_alone
from extractors.ocr_alone import fuller, needs_look, read_alone
from extractors.ocr_tesseract import Word

DPI = 200.0


def words(*told: tuple[str, float]) -> list[Word]:
    return [Word(t, 60.0 * n, 0.0, 60.0 * n + 50, 24.0, c) for n, (t, c) in enumerate(told)]


def picture(*marks: tuple[int, int, int, int]) -> Any:
    """A white cell with black marks (left, top, width, height)."""
    out = np.full((60, 240), 255, np.uint8)
    for x, y, w, h in marks:
        out[y:y + h, x:x + w] = 0
    return out


@pytest.mark.parametrize(("old", "new", "want"), [
    ([("XH;", 0.89), ("sISÌ", 0.0), ("CUDVC", 0.91)], [("XH;", 0.93), ("TT", 0.97), ("CUDVC", 0.92)], True),
    ([("20", 0.97), ("25%", 0.97)], [("20", 0.88), ("-", 0.88), ("25%", 0.97)], True),
    ([("12712", 0.96), ("ấp", 0.97)], [("12/12", 0.97), ("ấp", 0.97)], True),
    ([("PVH", 0.91), ("CC", 0.63)], [("TT", 0.97), ("PVH", 0.91), ("CC", 0.63)], True),
    ([("12712", 0.96), ("ấp", 0.97)], [("1272", 0.97), ("ấp", 0.97)], False),            # another number
    ([("Phòng", 0.95), ("VH", 0.5)], [("Phông", 0.95), ("VH", 0.9)], False),             # a sure word is another one
    ([("Phòng", 0.95), ("VH", 0.5)], [("Phòng", 0.95), ("UH", 0.6)], False),             # no surer
    ([("Phòng", 0.95)], [("Phòng", 0.95)], False), ([("Phòng", 0.95)], [], False)])
def test_only_a_fuller_reading_replaces(old: list[tuple[str, float]], new: list[tuple[str, float]], want: bool) -> None:
    assert fuller(words(*old), words(*new)) is want


def test_ink_without_a_word_is_looked_at() -> None:
    area, read = (0, 0, 240, 60), words(("20", 0.97))
    assert needs_look(read, picture((4, 4, 40, 18), (150, 10, 12, 3)), area, DPI)          # a dash far from the figure
    assert needs_look(read, picture((4, 4, 40, 18), (150, 4, 12, 18)), area, DPI)          # a letter
    assert not needs_look(read, picture((4, 4, 40, 18)), area, DPI)
    assert not needs_look(read, picture((4, 4, 40, 18), (0, 56, 240, 2)), area, DPI)       # the rest of a rule
    assert not needs_look(read, picture((4, 4, 40, 18), (150, 14, 3, 3)), area, DPI)       # a speck
    assert needs_look(words(("20", 0.4)), picture((4, 4, 40, 18)), area, DPI)
    assert not needs_look([], picture((4, 4, 40, 18)), area, DPI)


def test_only_cells_in_need_are_read_and_stand_where_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def tesseract(images: Sequence[Any], *_: Any, **__: Any) -> list[list[Word]]:
        seen.append(len(images))
        return [[Word("TT", 40, 40, 80, 64, 0.97), Word("CUDVC", 100, 40, 150, 64, 0.92)] for _ in images]

    monkeypatch.setattr(ocr_alone, "read_words", tesseract)
    sure, unsure = words(("xã", 0.95)), words(("IEEGUDVG:", 0.5))
    found = [list(sure), list(unsure)]
    cuts = [(n, (100 * n, 30, 100 * n + 240, 90), picture((4, 4, 40, 18))) for n in (0, 1)]
    found[0][0] = Word("xã", 0, 30, 60, 60, 0.95)
    assert read_alone(found, cuts, "x", DPI) == 1
    assert seen == [1]
    assert [w.text for w in found[0]] == ["xã"]
    assert [(w.text, w.x0, w.top) for w in found[1]] == [("TT", 100, 30), ("CUDVC", 160, 30)]
