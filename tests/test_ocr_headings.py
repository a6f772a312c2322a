"""Section headings of scans get back the full stop that was not read."""

from __future__ import annotations

import pytest

from extractors.ocr_headings import put_stops
from extractors.ocr_layout import Row
from extractors.ocr_tesseract import Word


def row(text: str) -> Row:
    return Row([Word(t, 20.0 * n, 0.0, 20.0 * n + 15, 12.0, 0.7) for n, t in enumerate(text.split())])


@pytest.mark.parametrize(("text", "want"), [
    ("II MỤC TIÊU, CHỈ TIÊU 6 THÁNG CUỐI NĂM", "II. MỤC TIÊU, CHỈ TIÊU 6 THÁNG CUỐI NĂM"),
    ("IV TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN"),
    ("III, NHIỆM VỤ, GIẢI PHÁP", "III. NHIỆM VỤ, GIẢI PHÁP"),
    ("X KINH PHÍ THỰC HIỆN", "X. KINH PHÍ THỰC HIỆN"),
    ("II. MỤC TIÊU CỤ THỂ", "II. MỤC TIÊU CỤ THỂ"),
    ("II mục tiêu cụ thể", "II mục tiêu cụ thể"),            # no heading in capitals
    ("I 2026", "I 2026"),
    ("IIV MỤC TIÊU CỤ THỂ", "IIV MỤC TIÊU CỤ THỂ"),          # no numeral
    ("XL TỔ CHỨC THỰC HIỆN", "XL TỔ CHỨC THỰC HIỆN"),
    ("V – CHI CỤC THỦY LỢI", "V – CHI CỤC THỦY LỢI"),        # its mark is the dash
])
def test_stop(text: str, want: str) -> None:
    rows = [row(text)]
    put_stops(rows)
    assert rows[0].text == want
    if text != want:
        assert rows[0].raw[0] == text.split()[0]
        assert rows[0].words[0].confidence == 0.7


@pytest.mark.parametrize("above", ["KẾ HOẠCH CÔNG TÁC QUÝ", "DANH MỤC DỰ ÁN GIAI ĐOẠN", "PHỤ LỤC", "QUÝ I VÀ"])
def test_a_numeral_that_ends_the_phrase_above_is_none(above: str) -> None:
    rows = [row(above), row("II NĂM HAI NGHÌN")]
    assert put_stops(rows) == 0


def test_counts() -> None:
    assert put_stops([row("KẾ HOẠCH"), row("I MỤC ĐÍCH, YÊU CẦU"), row("Căn cứ kế hoạch"), row("II MỤC TIÊU")]) == 2
