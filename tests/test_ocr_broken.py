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


def texts(*lines: str, sure: float = 0.95) -> list[str]:
    rows = cell(*lines)
    for row in rows:
        row.words[:] = [replace(word, confidence=sure) for word in row.words]
    repair_rows(rows)
    return [word.text for row in rows for word in row.words]


@pytest.mark.parametrize("lines", [("VP", "HĐN", "D&", "UBN", "D"), ("VP", "HĐN", "D&U", "BND"), ("Các tổ,", "phườn", "g, Công an")])
@pytest.mark.parametrize("sure", [0.95, 0.4])
def test_what_the_next_line_goes_on_with_is_not_made_up(lines: tuple[str, ...], sure: float) -> None:
    assert " ".join(texts(*lines, sure=sure)) == " ".join(lines)


def test_letters_that_end_a_known_abbreviation() -> None:
    assert texts("Trung tâm", "PVH", "GG")[-2:] == ["PVH", "CC"]


@pytest.mark.parametrize("lines", [("cấp", "GG"), ("UBND", "GD"), ("Sở", "GD&ĐT")])
def test_other_letters_stay(lines: tuple[str, ...]) -> None:
    assert texts(*lines)[-1] == lines[-1]


@pytest.mark.parametrize(("lines", "want"), [
    (("Quý", "1202", "6"), "Quý I/202 6"),
    (("Quý", "11202", "6"), "Quý II/202 6"),
    (("mỗi quý", "1202", "hộ"), "mỗi quý 1202 hộ"),
])
def test_a_quarter_whose_year_is_broken(lines: tuple[str, ...], want: str) -> None:
    assert " ".join(texts(*lines)) == want
