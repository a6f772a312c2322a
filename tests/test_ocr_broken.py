"""Words that a narrow column of a scan breaks inside (extractors/ocr_broken.py)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.ocr_layout import Row
from extractors.ocr_repair import repair_rows
from extractors.ocr_tesseract import Word


def cell(*lines: str) -> list[Row]:
    return [Row([Word(t, 50.0 * n, 20.0 * k, 50.0 * n + 40, 20.0 * k + 12, 0.95) for n, t in enumerate(line.split())]) for k, line in enumerate(lines)]


@pytest.mark.parametrize(("lines", "want"), [
    (("Phòn", "5", "VH-", "XH"), ["Phòn", "g", "VH-", "XH"]),
    (("Các", "trườn", "9 học"), ["Các", "trườn", "g học"]),
    (("UBN", "Dxã"), ["UBN", "D xã"]),
    (("trườ", "ng học"), ["trườ", "ng học"]),
    (("Thườ", "n8", "xuyên"), ["Thườ", "ng", "xuyên"]),
    (("Thườ", "n5", "xuyên"), ["Thườ", "ng", "xuyên"]),
    (("nhà", "c8"), ["nhà", "c8"]),
    (("Phòng", "5"), ["Phòng", "5"]),                  # the word is whole: a figure of its own
    (("thôn", "5"), ["thôn", "5"]),
    (("Trường", "Dân", "tộc"), ["Trường", "Dân", "tộc"])])
def test_the_letter_on_the_next_line(lines: tuple[str, ...], want: list[str]) -> None:
    rows = cell(*lines)
    repair_rows(rows)
    assert [row.text for row in rows] == want


def test_an_abbreviation_in_two_halves_is_completed_once() -> None:
    rows = cell("VP", "HĐN", "Dvà", "UBN", "D")
    for r in rows:
        r.words[:] = [replace(w, confidence=0.8) for w in r.words]
    repair_rows(rows)
    assert [row.text for row in rows] == ["VP", "HĐN", "D và", "UBN", "D"]


def test_the_text_as_read_is_kept() -> None:
    rows = cell("Phòn", "5")
    repair_rows(rows)
    assert rows[1].raw == {0: "5"}
