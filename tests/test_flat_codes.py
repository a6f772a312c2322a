"""Dumps of tables with a column of codes ("NV01", "CT-02") between the rows' numbers and what they say."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.flat_content import content
from extractors.text_reader import read_text

ROWS = ("Rà soát danh mục dịch vụ công\ntrực tuyến toàn trình", "Tổ chức tập huấn kỹ năng số\ncho cán bộ, công chức", "Xây dựng hệ thống camera\nan ninh trên địa bàn", "Lập danh sách hộ nghèo")


@pytest.mark.parametrize("heading", ["Mã NV", "Mã", "Mã nhiệm vụ"])
def test_codes_stand_in_their_own_column(heading: str) -> None:
    head = f"STT {heading} Nội dung công việc Đơn vị chủ trì Thời gian\n"
    text = head + "".join(f"{k} NV{k:02} {row}\n\nPhòng Kinh tế\n\nTháng {k}/2026\n\n" for k, row in enumerate(ROWS, 1))
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    grid = [[cell.text.replace("\n", " ") if cell else "" for cell in row] for row in table.grid()[1:]]
    assert [row[1:3] for row in grid] == [[f"NV{k:02}", row.replace("\n", " ")] for k, row in enumerate(ROWS, 1)]


def test_words_are_no_code() -> None:
    codes = [content("reference", text.lower(), text) for text in ("NV01", "CT-02", "KT.1.2", "1, 3")]
    assert min(codes) > 1.0 > -1.0 > max(content("reference", text.lower(), text) for text in ("Rà soát", "Phòng 01", "Quý II/2026", "xã", "3.200 ha"))


def test_a_bound_of_two_words_keeps_its_number() -> None:
    head = "STT Chỉ tiêu Năm 2026 Năm 2027 Năm 2028 Năm 2029 Ghi chú\n"
    rows = "1 Tỷ lệ hộ nghèo 8% 7% 6% 5% Tỉnh giao\n2 Tỷ lệ giải ngân vốn đầu tư công 70% 95,5% Tối thiểu 80% Tỉnh giao\n" \
        "3 Tỷ lệ tham gia bảo hiểm y tế 90% 92% 93% 94% Tỉnh giao\n4 Tỷ lệ thôn văn hóa 90% 92% 93% 94% Tỉnh giao\n"
    table, = [b for b in read_text((head + rows).encode(), "x.txt").blocks if isinstance(b, Table)]
    row = [cell.text if cell else "" for cell in table.grid()[2]]
    assert "Tối thiểu 80%" in row and row[-1] == "Tỉnh giao"
