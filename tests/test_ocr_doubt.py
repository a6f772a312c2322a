"""Doubtful words of scans are read again beside a neighbour and changed only where two readings agree."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors import ocr_doubt
from extractors.ocr_doubt import third_look
from extractors.ocr_layout import Row
from extractors.ocr_tesseract import Word

PICTURE = np.full((200, 900), 255, np.uint8)


def word(text: str, x: float, y: float, confidence: float) -> Word:
    return Word(text, x, y, x + 12 * len(text), y + 24, confidence)


def answers(monkeypatch: pytest.MonkeyPatch, *texts: str) -> list[int]:
    """Tesseract answering each sheet with one of `texts` on the sheet's first line; returns the sheets asked for."""
    asked: list[int] = []

    def read(images: list[np.ndarray], psm: int, source: str, **_: object) -> list[list[Word]]:
        asked.append(len(images))
        return [[Word(t, 40 + 60 * n, 50 * scale, 90 + 60 * n, 70 * scale, 0.93) for n, t in enumerate(text.split())]
                for text, scale in zip(texts, ocr_doubt.SIZES, strict=True)]

    monkeypatch.setattr(ocr_doubt, "read_words", read)
    return asked


@pytest.mark.parametrize(("old", "first", "second", "want"), [
    ("10/2028).", "tháng 10/2026).", "tháng 10/2026).", "10/2026)."),
    ("10/2028).", "tháng 10/2026).", "tháng 10/2028).", "10/2028)."),     # no agreement
    ("10/2028).", "thành 10/2026).", "tháng 10/2026).", "10/2028)."),     # the neighbour was not seen
    ("10/2028).", "tháng 10/202).", "tháng 10/202).", "10/2028)."),       # a figure less
    ("XxH", "tháng XH", "tháng XH", "XH"),
    ("Kiểm", "tháng Kiếm", "tháng Kiếm", "Kiểm"),                          # marks are for the frequencies
    ("II.", "tháng H.", "tháng H.", "II."),                                # strokes are told by shape
])
def test_two_readings_must_agree(monkeypatch: pytest.MonkeyPatch, old: str, first: str, second: str, want: str) -> None:
    answers(monkeypatch, first, second)
    row = Row([word("tháng", 20, 20, 0.96), word(old, 110, 20, 0.5)])
    changed = third_look([row], [], PICTURE, "x", 200)
    assert row.words[1].text == want
    assert changed == (want != old)
    assert row.raw == ({1: old} if changed else {})
    if changed:
        assert row.words[1].confidence == ocr_doubt.GIVEN


@pytest.mark.parametrize("words", [
    [word("tháng", 20, 20, 0.96), word("10/2028", 110, 20, 0.95)],         # sure
    [word("tháng", 20, 20, 0.96), word("chuyển", 110, 20, 0.5)],           # ordinary words carry no facts of their own
    [word("10/2028", 110, 20, 0.5)],                                       # no neighbour
    [word("tháng", 20, 20, 0.96), word("10/2028", 110, 20, 0.05)],         # noise
])
def test_not_looked_at(monkeypatch: pytest.MonkeyPatch, words: list[Word]) -> None:
    asked = answers(monkeypatch, "tháng 10/2026", "tháng 10/2026")
    assert third_look([Row(words)], [], PICTURE, "x", 200) == 0
    assert asked == []


def test_a_page_full_of_doubt_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answers(monkeypatch, "tháng 10/2026", "tháng 10/2026")
    rows = [Row([word("tháng", 20, 20, 0.96), word("10/2028", 110, 20, 0.5)]) for _ in range(ocr_doubt.MOST + 1)]
    assert third_look(rows, [], PICTURE, "x", 200) == 0
    assert asked == []


def test_a_letter_alone_on_its_line_is_read_behind_the_word_above() -> None:
    """With Tesseract itself."""
    image = Image.new("L", (500, 160), 255)
    draw = ImageDraw.Draw(image)
    letters = ImageFont.load_default(size=34)
    draw.text((30, 20), "Phong VH-", fill=0, font=letters)
    draw.text((30, 80), "XH", fill=0, font=letters)
    picture = np.asarray(image)
    box = draw.textbbox((30, 20), "Phong ", font=letters)
    first = draw.textbbox((int(box[2]), 20), "VH-", font=letters)
    last = draw.textbbox((30, 80), "XH", font=letters)
    above = Row([Word("VH-", first[0], first[1], first[2], first[3], 0.95)])
    row = Row([Word("XxH", last[0], last[1], last[2], last[3], 0.03)])       # in a cell it is print all the same
    assert third_look([], [[above, row]], picture, "x", 200) == 1
    assert row.words[0].text == "XH"
    assert row.raw == {0: "XxH"}


@pytest.mark.parametrize(("text", "confidence", "want"), [("843%", 0.63, 0.5), ("843%", 0.95, 0.95), ("100%", 0.7, 0.7), ("84%", 0.7, 0.7)])
def test_a_share_of_three_figures_is_told_when_in_doubt(monkeypatch: pytest.MonkeyPatch, text: str, confidence: float, want: float) -> None:
    monkeypatch.setattr("extractors.ocr_doubt.read_words", lambda pictures, *a, **k: [[] for _ in pictures])
    rows = [Row([Word("khoảng", 0, 0, 40, 12, 0.95), Word(text, 50, 0, 80, 12, confidence)])]
    third_look(rows, [], np.full((40, 120), 255, np.uint8), "x.pdf", 200)
    assert rows[0].words[1].confidence == want


@pytest.mark.parametrize(("read", "want"), [("Từ 98,5", "Từ"), ("98,5 Từ", "TỶ"), ("Từ 98", "TỶ")])
def test_a_word_alone_on_a_cells_first_line_is_read_before_the_line_below(monkeypatch: pytest.MonkeyPatch, read: str, want: str) -> None:
    answers(monkeypatch, read, read)
    cell = [Row([word("TỶ", 20, 20, 0.03)]), Row([word("98,5", 20, 60, 0.96)])]
    third_look([], [cell], PICTURE, "x", 200)
    assert cell[0].text == want
