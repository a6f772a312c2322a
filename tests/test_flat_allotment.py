"""Tables that share targets out by village in text dumps: without row numbers, headed in capitals, over page breaks."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_allotment import find_allotment
from extractors.flat_table import rebuild


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip().split("\n"), 1)]


def grid_of(text: str) -> list[list[str]]:
    found = find_allotment(lines_of(text), 0)
    assert found is not None
    return [[cell.text if cell else "" for cell in row] for row in found[0].grid()]


UNNUMBERED = """
Địa phương Tỷ lệ hồ sơ nộp trực
tuyến (%)
Số người được tập huấn (người)
Phường Trần Phú ≥ 90 6.000
Xã Lộc Yên 85 3.200
Xã Đức Minh 80 2.400
Phụ lục II
"""
CAPITALS = """
ST
T
TÊN THÔN
SỐ TÀI KHOẢN
ĐỊNH DANH
SỐ HỒ SƠ DỊCH
VỤ CÔNG
TỶ LỆ NGƯỜI DÂN
CÓ SỔ SỨC KHỎE (%)
1 Làng Cao 212 96 90
2 Đồng Mít 540 260 92
3 Quán Tre 305 118 90
Tổng cộng 1.057 474 -
"""


def test_rows_without_numbers() -> None:
    assert grid_of(UNNUMBERED) == [["Địa phương", "Tỷ lệ hồ sơ nộp trực tuyến (%)", "Số người được tập huấn (người)"],
                                   ["Phường Trần Phú", "≥ 90", "6.000"], ["Xã Lộc Yên", "85", "3.200"], ["Xã Đức Minh", "80", "2.400"]]


def test_names_that_are_no_settlements_make_no_rows() -> None:
    assert find_allotment(lines_of(UNNUMBERED.replace("Xã ", "Mục ").replace("Phường", "Mục")), 0) is None


def test_headings_in_capitals_open_lines() -> None:
    grid = grid_of(CAPITALS)
    assert grid[0] == ["ST T", "TÊN THÔN", "SỐ TÀI KHOẢN ĐỊNH DANH", "SỐ HỒ SƠ DỊCH VỤ CÔNG", "TỶ LỆ NGƯỜI DÂN CÓ SỔ SỨC KHỎE (%)"]
    assert grid[-1] == ["", "Tổng cộng", "1.057", "474", "-"]


def test_a_parent_in_capitals() -> None:
    grid = grid_of("""
STT BẢN DÂN SỐ
NĂM 2025 (NGƯỜI)
CHỈ TIÊU GIAO NĂM 2026
SỐ NGƯỜI THAM GIA (NGƯỜI)
TỶ LỆ BAO PHỦ (%)
1 Bản Khe 1.312 1.290 98,3
2 Bản Cọ 845 812 96,1
3 Bản Mò 768 737 96,0
""")
    assert grid[0][3] == "CHỈ TIÊU GIAO NĂM 2026"
    assert grid[1][3:] == ["SỐ NGƯỜI THAM GIA (NGƯỜI)", "TỶ LỆ BAO PHỦ (%)"]


HEADER = "STT Thôn Số hộ Số hồ sơ"


@pytest.mark.parametrize("torn", ["3\n", f"3\n{HEADER}\n", f"{HEADER}\n"])
def test_rows_go_on_behind_a_page_number_and_a_repeated_header(torn: str) -> None:
    grid = grid_of(f"{HEADER}\n1 Làng Cao 212 96\n2 Đồng Mít 540 260\n{torn}3 Quán Tre 305 118\n4 Làng Lau 188 74")
    assert [row[0] for row in grid[1:]] == ["1", "2", "3", "4"]


def test_a_header_torn_word_by_word_in_capitals() -> None:
    table = next(block for block in rebuild(lines_of("""
THỜI
GIAN NỘI DUNG CÔNG VIỆC
ĐƠN VỊ
THỰC
HIỆN
NGƯỜI
PHỤ
TRÁCH
Tháng 9/2025
Tổ chức Lễ khai giảng năm học mới
Toàn trường
Hiệu trưởng
Tháng 10/2025
Tổ chức hội nghị viên chức, người lao động
Công đoàn
Hiệu trưởng
Tháng 11/2025
Kiểm tra nội bộ hồ sơ, thư viện
Ban kiểm tra
Phó Hiệu trưởng
""")) if isinstance(block, Table))
    assert [cell.text if cell else "" for cell in table.grid()[0]] == ["THỜI GIAN", "NỘI DUNG CÔNG VIỆC", "ĐƠN VỊ THỰC HIỆN", "NGƯỜI PHỤ TRÁCH"]
    assert table.n_rows == 4


NUMBERED_NAMES = """
STT Khu phố Số người dùng
mã QR
Số hộ tham gia
1 Khu phố 1 2.150 45
2 Khu phố 2 1.980 38
3 Khu phố An
Thịnh
2.310 52
Tổng cộng 6.440 135
"""
FIRST_ROW_WRAPPED = """
Stt Thôn Diện tích chè (ha) Số hộ trồng mới
1 Thôn Đồi
Sim
69 1.398
2 Thôn 3 15 299
3 Thôn 4 33 856
"""


@pytest.mark.parametrize(("text", "names", "figures"), [
    (NUMBERED_NAMES, ["Khu phố 1", "Khu phố 2", "Khu phố An Thịnh", "Tổng cộng"], [["2.150", "45"], ["1.980", "38"], ["2.310", "52"], ["6.440", "135"]]),
    (FIRST_ROW_WRAPPED, ["Thôn Đồi Sim", "Thôn 3", "Thôn 4"], [["69", "1.398"], ["15", "299"], ["33", "856"]]),
])
def test_settlements_called_by_a_number_keep_it(text: str, names: list[str], figures: list[list[str]]) -> None:
    grid = grid_of(text)[1:]
    assert ([row[1] for row in grid], [row[2:] for row in grid]) == (names, figures)


def test_figures_at_several_heights_are_one_row_each() -> None:
    text = "STT Tên thôn\nSố tài khoản\nkích hoạt mới\nSố hồ sơ dịch vụ\ncông trực tuyến\n01 Làng Cao 212 96\n02 Đồng Mít\n540\n260\n03 Quán Tre 305\n118\nIII. NHIỆM VỤ"
    assert grid_of(text)[1:] == [["01", "Làng Cao", "212", "96"], ["02", "Đồng Mít", "540", "260"], ["03", "Quán Tre", "305", "118"]]


def test_a_village_without_a_share_leaves_its_cell_empty() -> None:
    text = "TT Địa phương\nTỷ lệ hồ sơ trực tuyến (%)\nTỷ lệ thanh toán (%)\nSố người học (người)\n1 Phường Trần Phú ≥ 90 ≥ 85 6.000\n2 Xã Lộc Yên ≥ 90 5.500\n3 Xã Đức Minh 80 70 2.400\nPhụ lục II"
    assert grid_of(text)[2] == ["2", "Xã Lộc Yên", "≥ 90", "", "5.500"]


def test_the_first_row_of_a_header_repeated_alone_behind_the_number_of_a_page() -> None:
    top = "STT Bản,\ntiểu khu\nDân số\n(người)\nChỉ tiêu giao năm 2026"
    text = f"{top}\nSố người tham\ngia BHYT (người)\nTỷ lệ bao phủ\nBHYT (%)\n1 Bản Khoa 1.312 1.290 98,3\n2 Bản Chộc 845 812 96,1\n3 Bản Xả\n768 737 96,0\n3\n{top}\n4 Bản Lốc 1.024 1.004 98,0\nIV. NHIỆM VỤ"
    assert [row[1] for row in grid_of(text)[2:]] == ["Bản Khoa", "Bản Chộc", "Bản Xả", "Bản Lốc"]


def test_the_next_number_alone_on_its_line_is_no_figure_of_a_row_that_lacks_one() -> None:
    grid = grid_of("TT Địa\nphương\nTỷ lệ hồ sơ\n(%)\nTỷ lệ thanh\ntoán (%)\nSố người\n(người)\n1\nPhường\nViệt Trì ≥ 90\n≥ 85\n6.000\n"
                   "2 Phường\nNông Trang\n≥ 90 5.500\n3\nXã Lâm\nThao 85 80 3.200\n4 Xã Hạ Hòa 80 75 2.400\n")
    assert [row[1:] for row in grid[1:]] == [["Phường Việt Trì", "≥ 90", "≥ 85", "6.000"], ["Phường Nông Trang", "≥ 90", "", "5.500"], ["Xã Lâm Thao", "85", "80", "3.200"], ["Xã Hạ Hòa", "80", "75", "2.400"]]


def test_an_empty_column_of_notes_leaves_the_row_of_totals_apart() -> None:
    head = "TT Thôn Trâu, bò (con) Lợn (con) Chó, mèo (con) Ghi chú\n"
    assert grid_of(head + "1 Trà Bình 310 620 145\n2 Phú Thành 420 810 208\n3 Thạch Nội 520 970 317\nTổng cộng 1.250 2.400 670\n4. Kinh phí")[-2:] == [
        ["3", "Thạch Nội", "520", "970", "317"], ["", "Tổng cộng", "1.250", "2.400", "670"]]
