"""Dumps: tables of a wording and its value, calendars whose rows stand under their month, and their headers."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_header import find_header
from extractors.flat_pairs import find_pairs
from extractors.text_reader import read_text


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.splitlines(), 1)]


def rows_of(table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[""] * table.n_cols for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row][cell.col] = " ".join(line.text.strip() for line in cell.lines)
    return rows


PAIRS = """Nội dung chỉ tiêu Chỉ tiêu giao
Tỷ lệ tiêm phòng cho đàn trâu, bò (so với
tổng đàn)
≥ 85%
Tỷ lệ hộ nuôi từ 50 con trở lên được
kiểm tra 80 - 85%
Số đợt vệ sinh, tiêu độc toàn xã Tối thiểu 03 đợt
Tỷ lệ hộ nghèo giai đoạn 2026 - 2030
giảm mỗi năm
Trên 1,5%
Số ca tử vong trên người Không có
III. NỘI DUNG THỰC HIỆN"""
ROWS = [["Nội dung chỉ tiêu", "Chỉ tiêu giao"], ["Tỷ lệ tiêm phòng cho đàn trâu, bò (so với tổng đàn)", "≥ 85%"],
        ["Tỷ lệ hộ nuôi từ 50 con trở lên được kiểm tra", "80 - 85%"], ["Số đợt vệ sinh, tiêu độc toàn xã", "Tối thiểu 03 đợt"],
        ["Tỷ lệ hộ nghèo giai đoạn 2026 - 2030 giảm mỗi năm", "Trên 1,5%"], ["Số ca tử vong trên người", "Không có"]]


def test_a_row_ends_where_its_value_does() -> None:
    found = find_pairs(lines_of(PAIRS), 0)
    assert found is not None
    assert rows_of(found[0]) == ROWS
    assert found[1] == 11


def test_the_rest_of_a_wording_below_the_header_of_the_next_page() -> None:
    torn = PAIRS.replace("tổng đàn)\n≥ 85%", "≥ 85%\n2\nNội dung chỉ tiêu Chỉ tiêu giao\ntổng\nđàn)")
    lines = lines_of(torn)
    lines[3].furniture = True
    found = find_pairs(lines, 0)
    assert found is not None
    assert rows_of(found[0]) == ROWS
    assert [line.text for line in found[0].repeated] == ["2", "Nội dung chỉ tiêu Chỉ tiêu giao"]


def test_headers_and_notes_between_rows_stand_aside() -> None:
    head, *rest = PAIRS.splitlines()
    text = "\n".join([head, *rest[:3], "1 Tổng đàn trâu, bò có 3.215 con.", head, *rest[3:]])
    found = find_pairs(lines_of(text), 0)
    assert found is not None
    assert rows_of(found[0]) == ROWS
    assert [line.text for line in found[0].repeated] == ["1 Tổng đàn trâu, bò có 3.215 con.", head]


@pytest.mark.parametrize("text", [
    "Chỉ tiêu cụ thể như sau\n- Tỷ lệ hộ nghèo dưới 2%\n- Tỷ lệ hồ sơ 90%\n- Số lớp 05 lớp",
    "Nội dung chỉ tiêu Chỉ tiêu giao\nTỷ lệ hồ sơ trực tuyến 90%\nIII. NHIỆM VỤ",
    "Mục tiêu\n1. Đến hết năm 2026\nTỷ lệ hồ sơ 90%",
])
def test_prose_is_no_such_table(text: str) -> None:
    assert find_pairs(lines_of(text), 0) is None


CALENDAR = """Thời gian Nội dung Đơn vị thực hiện Ghi chú
Tháng 02/2026
Trước 20/02 Ban hành Kế hoạch, thành lập Ban Chỉ đạo Phòng Kinh tế
23 - 27/02 Rà soát, thống kê tổng đàn Các thôn Theo biểu mẫu
Tháng 3/2026
Từ 02 - 08/3 Tập huấn kỹ thuật tiêm phòng Trạm Thú y 23 thôn
Ngày 10/3 Tổ chức lễ ra quân tiêm phòng UBND xã Nhà văn hóa xã
Tháng 4/2026
Từ 16/4 đến 25/4 Tiêm phòng vắc xin Dại cho đàn chó, mèo Công an xã
Trước 30/4 Tổng hợp, báo cáo kết quả Phòng Kinh tế
Tháng 12/2026
Trước ngày 10/12 Tổng kết công tác năm Phòng Kinh tế"""


def test_months_of_a_calendar_are_titles() -> None:
    table, = [b for b in read_text(CALENDAR.encode(), "x.txt").blocks if isinstance(b, Table)]
    rows = rows_of(table)
    assert rows[0] == ["Thời gian", "Nội dung", "Đơn vị thực hiện", "Ghi chú"]
    months = ["Tháng 02/2026", "Tháng 3/2026", "Tháng 4/2026", "Tháng 12/2026"]
    assert [text for row in rows for text in row if text in months] == months


def test_a_heading_over_two_short_lines_opens_a_header() -> None:
    header = find_header(lines_of("Thời\ngian\nNội dung Đơn vị thực\nhiện Ghi chú\nTháng 02/2026\nTrước 20/02"), 0)
    assert header is not None
    assert [column.heading.text for column in header.columns] == ["thời gian", "nội dung", "đơn vị thực hiện", "ghi chú"]


def test_a_signature_block_is_furniture() -> None:
    text = "Người ký: ỦY BAN NHÂN DÂN\nEmail: ubnd@tinh.gov.vn\nCơ quan: Ủy ban nhân dân xã\nThời gian ký: 22.11.2025 16:32:53 +07:00\nKẾ HOẠCH\nCơ quan: tự do"
    assert [line.text for line in read_text(text.encode(), "x.txt").lines() if not line.furniture] == ["KẾ HOẠCH", "Cơ quan: tự do"]


def test_a_bracket_of_a_wording_stands_below_the_pages_edge() -> None:
    head, *rows = PAIRS.strip().split("\n")
    text = "\n".join([head, "Tỷ lệ tiêm phòng cho đàn lợn, trâu bò", "≥ 85%", head, "(so với tổng đàn)", *rows])
    found = find_pairs(lines_of(text), 0)
    assert found is not None
    assert rows_of(found[0])[1] == ["Tỷ lệ tiêm phòng cho đàn lợn, trâu bò (so với tổng đàn)", "≥ 85%"]
