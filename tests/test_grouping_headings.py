"""A first column that groups the rows worded in the next: a criterion and what is measured of it."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_header import find_header
from extractors.table_headers import column_roles
from extractors.text_reader import read_text


@pytest.mark.parametrize("headings", [
    "TT|Tên tiêu chí|Nội dung tiêu chí|Hiện trạng 2025|KH 2026|KH 2030|Đơn vị phụ trách",
    "TT|Tiêu chí|Nội dung tiêu chí|Chỉ tiêu|Cơ quan phụ trách",
    "TT|Mục tiêu|Chỉ tiêu|ĐVT|2026|2027|Đơn vị chủ trì",
])
def test_what_is_measured_words_the_rows(headings: str) -> None:
    assert column_roles(headings.split("|"))[1:3] == ["group", "indicator"]


@pytest.mark.parametrize("headings", ["TT|Tên tiêu chí|Chỉ tiêu|Kế hoạch 2026|Đơn vị phụ trách", "TT|Chỉ tiêu|Mục tiêu|Đơn vị chủ trì", "TT|Chỉ tiêu|ĐVT|Mục tiêu năm 2026|Ghi chú"])
def test_a_second_heading_of_figures_is_the_value(headings: str) -> None:
    roles = column_roles(headings.split("|"))
    assert roles[1] == "indicator"
    assert any(role and role.startswith("value") for role in roles[2:4])


def test_people_or_units_who_are_charged_head_a_column_of_a_dump() -> None:
    blocks = read_text("\n".join(["TT Tên tiêu chí Nội dung tiêu chí KH 2026 KH 2030", "Cán bộ,", "đơn vị phụ", "trách", "1 Giao thông Tỷ lệ đường thôn được cứng hóa 80% 100%", "Phòng Kinh tế",
                                  "2 Y tế Tỷ lệ người dân tham gia bảo hiểm 95% 100% Trạm Y tế", "3 Nghèo đa chiều Tỷ lệ hộ nghèo 3% 1% Phòng Văn hóa", "4 Thu nhập Thu nhập bình quân đầu người 58 90 Phòng Kinh tế"]).encode(), "x.txt").blocks
    table, = (b for b in blocks if isinstance(b, Table))
    assert [cell.text for cell in table.grid()[2] if cell] == ["2", "Y tế", "Tỷ lệ người dân tham gia bảo hiểm", "95%", "100%", "Trạm Y tế"]


@pytest.mark.parametrize("printed", [["Trụ cột Chỉ tiêu ĐVT Năm 2026 Năm 2030 Chủ trì"], ["Lĩnh vực Chỉ tiêu ĐVT Năm 2026 Năm 2030 Chủ trì"], ["Trụ", "cột", "Chỉ tiêu ĐVT Năm 2026 Năm 2030 Chủ trì"]])
def test_fields_and_pillars_open_a_header_in_a_dump(printed: list[str]) -> None:
    header = find_header([Line(text, Place(lines=(n, n))) for n, text in enumerate([*printed, "Chính quyền số"], 1)], 0)
    assert header is not None
    assert header.roles == ("group", "indicator", "measure", "value@2026", "value@2030", "lead")


def test_how_a_criterion_is_mended_is_the_task() -> None:
    assert column_roles(["STT", "Tiêu chí thành phần", "Tồn tại, hạn chế", "Giải pháp khắc phục", "Trách nhiệm", "Thời hạn hoàn thành"]) == ["no", "indicator", "other", "work", "owner", "time"]
