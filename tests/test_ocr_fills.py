"""The day of issue filled in by hand in scans."""

from __future__ import annotations

import pytest

from extractors.ocr_fills import clear_day
from extractors.ocr_layout import Row
from extractors.ocr_tesseract import Word


def row(text: str, unsure: str = "") -> Row:
    return Row([Word(t, 40.0 * n, 10, 40.0 * n + 30, 30, 0.4 if t in unsure.split() else 0.96) for n, t in enumerate(text.split())])


@pytest.mark.parametrize(("line", "unsure", "want"), [
    ("Vĩnh Long, ngày $ tháng 12 năm 2025", "$", "Vĩnh Long, ngày tháng 12 năm 2025"),
    ("Tiên Lãng, ngày † 2 tháng 09 năm 2025", "†", "Tiên Lãng, ngày tháng 09 năm 2025"),
    ("Số: 3 Í2KH-UBND Vĩnh Long, ngày 36 tháng 12 năm 2025", "", "Số: 3 Í2KH-UBND Vĩnh Long, ngày tháng 12 năm 2025"),
    ("Hà Nội, ngày 7 tháng 3 năm 2026", "7", "Hà Nội, ngày tháng 3 năm 2026"),
    ("Hà Nội, ngày 17 tháng 3 năm 2026", "", "Hà Nội, ngày 17 tháng 3 năm 2026"),
    ("Hà Nội, ngày tháng 3 năm 2026", "", "Hà Nội, ngày tháng 3 năm 2026"),
    ("hoàn thành trước ngày $5 tháng 3 năm 2026", "$5", "hoàn thành trước ngày $5 tháng 3 năm 2026"),
])
def test_only_a_sure_day_is_kept(line: str, unsure: str, want: str) -> None:
    printed = row(line, unsure)
    assert clear_day([printed]) == (line != want)
    assert printed.text == want
    if line != want:
        n = next(k for k, w in enumerate(printed.words) if w.text == "ngày")
        assert line.split()[n + 1] in printed.raw[n]
        assert printed.words[n].x1 == 40.0 * (line.split().index("tháng") - 1) + 30


def test_dates_further_down_are_left_alone() -> None:
    rows = [row(f"dòng {n}") for n in range(20)] + [row("Hà Nội, ngày $ tháng 3 năm 2026", "$")]
    assert clear_day(rows) == 0
