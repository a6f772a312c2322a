"""A first column that groups the rows worded in the next: a criterion and what is measured of it."""

from __future__ import annotations

import pytest

from extractors.document import Table
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
