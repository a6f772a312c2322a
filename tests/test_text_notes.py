"""Footnotes of a dump are furniture; rows and headings that open with the same number are not."""

from __future__ import annotations

from extractors.document import Line, Place
from extractors.text_notes import mark_notes


def noted(texts: list[str]) -> list[str]:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]
    mark_notes(lines)
    return [line.text for line in lines if line.furniture]


def test_a_note_whose_mark_the_text_shows() -> None:
    assert noted(["Căn cứ kết quả rà soát tổng đàn tại thời điểm 01/01/20261", ", UBND xã giao chỉ tiêu:", "1 Tổng đàn trâu, bò 3.215 con; số liệu do các", "thôn báo cáo.",
                  "- Tiêm bổ sung cho gia súc mới nhập đàn2", ".", "2 Trừ vắc xin Cúm gia cầm."]) == [
        "1 Tổng đàn trâu, bò 3.215 con; số liệu do các", "thôn báo cáo.", "2 Trừ vắc xin Cúm gia cầm."]


def test_rows_and_numbers_without_a_mark_stay() -> None:
    assert noted(["STT Nội dung", "1 Ban hành kế hoạch năm 2026", "2 Tổ chức hội nghị", "trong quý 1", "1. Phòng Kinh tế"]) == []
    assert noted(["đạt 90% vào năm 2026", "; các thôn báo cáo", "7 Sáu chỉ tiêu còn lại"]) == []


def test_marks_that_stick_to_their_words() -> None:
    assert noted(["Căn cứ kết quả rà soát tổng đàn tại thời điểm 01/01/20261, UBND xã giao chỉ tiêu:", "- Tiêm bổ sung cho gia súc mới nhập đàn2.",
                  "1 Tổng đàn trâu, bò 3.215 con.", "2 Trừ vắc xin Cúm gia cầm.", "2"]) == ["1 Tổng đàn trâu, bò 3.215 con.", "2 Trừ vắc xin Cúm gia cầm."]
    assert noted(["theo chương trình của tỉnh[1] và của xã", "[1] Chương trình số 12-CTr/TU.", "- Tiếp tục"]) == ["[1] Chương trình số 12-CTr/TU."]


def test_figures_of_names_mark_no_note() -> None:
    assert noted(["giảm phát thải CO2, bụi PM1 và dịch H5N1.", "1 Ban hành kế hoạch", "2 Kiểm tra nguồn thải"]) == []


def test_a_row_far_below_answers_no_mark() -> None:
    assert noted(["tăng khoảng 7,5% - 8,0%[1]; tỷ trọng kinh tế số đạt 30%", "1 Báo cáo tổng kết", "thi hành Luật", "Bộ Tư pháp"]) == []
    prose = [f"- Nội dung thứ {n}" for n in range(90)]
    assert noted(["tăng khoảng 7,5% - 8,0%1; tỷ trọng kinh tế số đạt 30%", *prose, "1 Báo cáo tổng kết", "thi hành Luật", "Bộ Tư pháp"]) == []
