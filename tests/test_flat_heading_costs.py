"""Headings of flattened tables that a wording covers although they are two, and lines of a row that read like headings."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
from extractors.flat_header import find_header


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip().split("\n"), 1)]


def headings(text: str) -> list[str]:
    header = find_header(lines_of(text), 0)
    assert header is not None
    return [column.heading.text for column in header.columns]


def test_a_merged_heading_stands_over_the_years_below_it() -> None:
    header = find_header(lines_of("STT Chỉ tiêu ĐVT\nThực hiện \nnăm 2025\nKế hoạch\nNăm 2026 Năm 2027 Năm 2028\n1 Tỷ lệ hộ nghèo % 3 2 1 1"), 0)
    assert header is not None
    assert [column.heading.text for column in header.columns] == ["stt", "chỉ tiêu", "đvt", "thực hiện năm 2025", "năm 2026", "năm 2027", "năm 2028"]
    assert [parent.text for parent in header.parents] == ["kế hoạch"]


@pytest.mark.parametrize(("text", "expected"), [
    ("TT Nội dung trọng tâm\nThời điểm\nhoàn thành\nĐơn vị, bộ phận thực\nhiện\nI Phát triển nguồn nhân lực", ["tt", "nội dung trọng tâm", "thời điểm hoàn thành", "đơn vị, bộ phận thực hiện"]),
    ("TT TÊN CHỈ TIÊU ĐƠN VỊ\nTÍNH\nĐẾN NĂM\n2026\nĐẾN NĂM\n2030\nĐƠN VỊ THEO\nDÕI GHI CHÚ\n1 Tỷ lệ hộ nghèo % 3 2", ["tt", "tên chỉ tiêu", "đơn vị tính", "đến năm 2026", "đến năm 2030", "đơn vị theo dõi", "ghi chú"]),
    ("TT CHỈ TIÊU THỰC HIỆN\nNĂM 2025\nCHỈ TIÊU NĂM\n2026\nĐƠN VỊ CHỦ TRÌ\n1 Tỷ lệ hộ nghèo 3 2", ["tt", "chỉ tiêu", "thực hiện năm 2025", "chỉ tiêu năm 2026", "đơn vị chủ trì"]),
    ("TT NỘI DUNG TRIỂN KHAI PHỐI HỢP ĐƠN VỊ CHỦ TRÌ\nTHỰC HIỆN\n1\nTriển khai mô hình", ["tt", "nội dung triển khai", "phối hợp", "đơn vị chủ trì thực hiện"]),
    ("STT NỘI DUNG CHỈ TIÊU 2026 2028 2030\n1 Tỷ lệ hộ nghèo 3 2 1", ["stt", "nội dung chỉ tiêu", "2026", "2028", "2030"]),
    ("STT TÊN NHIỆM VỤ ĐƠN VỊ\nTHỰC HIỆN\nTIẾN ĐỘ\nNGU\nỒN\nKINH\nPHÍ\n1 Rà soát hồ sơ", ["stt", "tên nhiệm vụ", "đơn vị thực hiện", "tiến độ", "nguồn kinh phí"]),
])
def test_headings_are_parted(text: str, expected: list[str]) -> None:
    assert headings(text) == expected


def test_cells_of_a_row_are_no_header() -> None:
    assert find_header(lines_of("Báo cáo \nkết quả \nthực hiện \nChuyển \ntiếp từ \nnăm \n2025\n3 Xây dựng quỹ"), 0) is None
