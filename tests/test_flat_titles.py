"""Tables of targets in dumps: titles of groups without a number, shares with what they are shares of, numbers of other rows."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_table import _fitted_role, rebuild


def _rows(text: str) -> list[list[str]]:
    lines = [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip("\n").split("\n"), 1)]
    table = next(block for block in rebuild(lines) if isinstance(block, Table))
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


_TARGETS = """
STT Chỉ tiêu Mục tiêu đến năm 2030
Kinh tế và nông nghiệp
1 Tốc độ tăng giá trị sản xuất bình quân 9% trở lên
2 Cơ cấu ngành nghề (nông - công - dịch vụ) 40% : 35% : 25%
3 Tỷ trọng chăn nuôi trong nông nghiệp 45% tổng số
4 Thu nhập bình quân đầu người 95 triệu đồng
Văn hóa và xã hội
5 Tỷ lệ thôn đạt chuẩn văn hóa 90% số thôn
6 Tỷ lệ hộ nghèo đa chiều Dưới 2%
7 Tỷ lệ người dân tham gia bảo hiểm y tế 98%
Môi trường và đất đai
8 Tỷ lệ che phủ rừng 41,5%
9 Tỷ lệ rác thải được thu gom 95% trở lên
"""


def test_titles_without_a_number_are_no_part_of_the_row_above() -> None:
    rows = _rows(_TARGETS)
    assert [row[1] for row in rows if not row[0]] == ["Kinh tế và nông nghiệp", "Văn hóa và xã hội", "Môi trường và đất đai"]
    assert [row[0] for row in rows if row[0]] == [str(n) for n in range(1, 10)]


_STAGES = """
STT Thời gian Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp
Bước 1: Chuẩn bị (từ 01/3 đến 31/3/2026)
1 Trước ngày 05/3/2026 Lập danh sách hộ cần hỗ trợ Phòng Kinh tế Công an xã
2 Tháng 3/2026 In tờ rơi, hướng dẫn kê khai Phòng Văn hóa - Xã hội Trạm Y tế
Bước 2: Tổ chức thực hiện (từ 01/4 đến 30/6/2026)
3 Tháng 4/2026 Hướng dẫn từng hộ kê khai Công an xã Phòng Kinh tế
4 Quý II/2026 Kiểm tra, rà soát lại hồ sơ Phòng Kinh tế Công an xã
Bước 3: Tổng kết (tháng 7/2026)
5 Tháng 7/2026 Báo cáo kết quả, khen thưởng Phòng Văn hóa - Xã hội Phòng Kinh tế
6 Tháng 8/2026 Lưu trữ hồ sơ, tài liệu Phòng Kinh tế Công an xã
"""


def test_stages_that_count_themselves_are_titles_though_they_hold_figures() -> None:
    rows = _rows(_STAGES)
    assert [row[2].split(":")[0] for row in rows if not row[0]] == ["Bước 1", "Bước 2", "Bước 3"]
    assert [row[4] for row in rows if row[0]] == ["Công an xã", "Trạm Y tế", "Phòng Kinh tế", "Công an xã", "Phòng Kinh tế", "Công an xã"]


def test_a_share_keeps_what_it_is_a_share_of() -> None:
    values = {row[0]: row[2] for row in _rows(_TARGETS) if row[0]}
    assert [values[n] for n in ("2", "3", "4", "5", "6", "9")] == ["40% : 35% : 25%", "45% tổng số", "95 triệu đồng", "90% số thôn", "Dưới 2%", "95% trở lên"]


def test_without_a_title_above_the_first_row_no_line_is_one() -> None:
    rows = _rows(_TARGETS.replace("Kinh tế và nông nghiệp\n", ""))
    assert all(row[0] for row in rows)


_REFERRING = """
STT Nội dung nhiệm vụ Đơn vị chủ trì Sản phẩm Chỉ tiêu liên quan
1 Xây dựng kế hoạch trồng rừng của xã
Phòng Kinh tế
Kế hoạch 1, 3
2 Tổ chức ra quân trồng cây đầu năm
Văn phòng HĐND và UBND
Hội nghị 2
3 Theo dõi tỷ lệ cây sống sau khi trồng
Phòng Kinh tế
4
4 Tuyên truyền phòng cháy, chữa cháy rừng
Công an xã
Chuyên mục 5
"""


def test_numbers_of_other_rows_stand_in_their_column() -> None:
    rows = _rows(_REFERRING)
    assert [row[3:] for row in rows] == [["Kế hoạch", "1, 3"], ["Hội nghị", "2"], ["", "4"], ["Chuyên mục", "5"]]


_CROPS = """
TT Chỉ tiêu ĐVT Thực hiện năm 2025 Kế hoạch năm 2026 Đơn vị theo dõi
1 Diện tích gieo trồng
ha
806.12
0
818.00
0
Phòng Kinh tế
2 Sản lượng lương thực
tấn
1.214.
300
1.235.0
00
Phòng Kinh tế
3 Số hộ chăn nuôi đăng ký
hộ
75
80
Phòng Kinh tế
4 Tỷ lệ hộ dùng nước sạch
%
52,6
57
Trạm Y tế
"""


def test_long_numbers_cut_by_thin_columns_are_whole() -> None:
    assert [row[3:5] for row in _rows(_CROPS)] == [["806.120", "818.000"], ["1.214.300", "1.235.000"], ["75", "80"], ["52,6", "57"]]


def test_a_number_behind_the_last_row_is_no_row() -> None:
    """The page's number; the row of the same number stands before it."""
    rows = _rows(_TARGETS.replace("9 Tỷ lệ rác thải được thu gom 95% trở lên\n", "9 Tỷ lệ rác thải được thu gom 95% trở lên\n9\n"))
    assert [row[1].startswith("Tỷ lệ rác thải được thu gom") for row in rows if row[0] == "9"] == [True]


@pytest.mark.parametrize(("heading", "role", "fitted"), [("người phụ trách", "other", "owner"), ("chỉ tiêu liên quan", "note", "reference"),
                                                         ("ghi chú", "note", "note"), ("đơn vị thực hiện", "lead", "lead")])
def test_columns_are_searched_by_what_their_cells_look_like(heading: str, role: str, fitted: str) -> None:
    """Posts of persons beside the units are worded like owners, though they own nothing."""
    assert _fitted_role(heading, role) == fitted


_CAPITALS = """
STT Nhiệm vụ Đơn vị chủ trì Thời gian
LĨNH VỰC VĂN HÓA -
XÃ HỘI
1 Tổ chức lớp tập huấn kỹ năng số Phòng Văn hóa - Xã hội Quý I/2026
2 Rà soát danh sách hộ nghèo của xã Phòng Kinh tế Quý II/2026
3 Cấp phát sách giáo khoa cho học sinh Các trường học Quý III/2026
CẢI CÁCH HÀNH CHÍNH,
CHUYỂN ĐỔI SỐ
1 Công khai thủ tục hành chính Văn phòng HĐND và UBND Quý I/2026
2 Nâng cấp mạng nội bộ của xã Phòng Kinh tế Quý IV/2026
3 Lắp đặt camera an ninh Công an xã {last}
"""


def test_titles_of_two_lines_in_capitals() -> None:
    rows = _rows(_CAPITALS.format(last="Quý II/2026"))
    assert [" ".join(row[1].split()) for row in rows if not row[0]] == ["LĨNH VỰC VĂN HÓA - XÃ HỘI", "CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ"]
    assert [row[0] for row in rows if row[0]] == ["1", "2", "3"] * 2
    assert [row[3] for row in rows if row[0]] == ["Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý I/2026", "Quý IV/2026", "Quý II/2026"]
