"""Dumps of tables with dashes for empty cells, names of provinces over a line's end, short times, pages' numbers amid groups."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import is_measure, time_fit
from extractors.document import Table
from extractors.text_reader import read_text

HEAD = "TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian\n"


def _rows(text: str) -> list[list[str]]:
    table, = [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


def test_dashes_are_empty_cells() -> None:
    rows = _rows(HEAD + "1 Rà soát hạ tầng mạng của xã\nPhòng Kinh tế - Báo cáo Quý I/2026\n2 Lắp đặt camera an ninh\nCông an xã - - Quý II/2026\n"
                 "3 Tuyên truyền pháp luật cho người dân\nPhòng VH-XH Các thôn - Thường xuyên\n4 Số hóa hồ sơ đất đai của xã\nPhòng Kinh tế\n-\nHồ sơ số Quý III/2026\n"
                 "5 Kiểm tra an toàn thực phẩm\nTrạm Y tế xã Công an xã - Quý IV/2026\n6 Đánh giá kết quả năm\nVăn phòng HĐND và UBND - Báo cáo Quý IV/2026\n")
    assert [row[2] for row in rows] == ["Phòng Kinh tế", "Công an xã", "Phòng VH-XH", "Phòng Kinh tế", "Trạm Y tế xã", "Văn phòng HĐND và UBND"]
    assert [row[3] for row in rows] == ["-", "-", "Các thôn", "-", "Công an xã", "-"]
    assert [row[4] for row in rows] == ["Báo cáo", "-", "-", "Hồ sơ số", "-", "Báo cáo"]


@pytest.mark.parametrize(("row", "values"), [
    ("định danh điện tử mức 2 % - ≥ 75 70,5", ["-", "≥ 75", "70,5"]),
    ("định danh điện tử mức 2 % 50 - ≥75,5", ["50", "-", "≥75,5"]),
])
def test_a_value_that_is_missing_before_a_bound(row: str, values: list[str]) -> None:
    rows = _rows("TT Chỉ tiêu ĐVT Năm 2026 Năm 2027 Năm 2028\n1 Tỷ lệ hộ nghèo % 2,5 2,1 1,8\n2 Tỷ lệ người dân trưởng thành có tài khoản\n" + row +
                 "\n3 Tỷ lệ bao phủ bảo hiểm y tế % 95 96 97\n4 Tỷ lệ che phủ rừng % 41 42 43\n5 Số sản phẩm OCOP Sản phẩm 2 3 4\n")
    assert rows[1][2:] == ["%", *values]


def test_a_province_is_not_parted() -> None:
    rows = _rows(HEAD + "1 Hỗ trợ hộ kinh doanh kê khai thuế\nPhòng Kinh tế\nThuế cơ sở 3 tỉnh Đắk \nLắk\nCác hộ được hỗ trợ\nQuý II/2026\n"
                 "2 Lắp đặt camera an ninh\nCông an xã\nCác thôn\nHệ thống camera\nQuý II/2026\n3 Tuyên truyền pháp luật cho dân\nPhòng VH-XH\nCác thôn\nTin, bài\nThường xuyên\n")
    assert rows[0][3:5] == ["Thuế cơ sở 3 tỉnh Đắk Lắk", "Các hộ được hỗ trợ"]


@pytest.mark.parametrize("text", ["Cả tháng", "30/4", "23 - 27/02", "T02/2026", "Các tháng trong năm"])
def test_short_times(text: str) -> None:
    assert time_fit(text) > 0.6


@pytest.mark.parametrize("text", ["18/18", "40/13", "95"])
def test_no_times(text: str) -> None:
    assert time_fit(text) == 0.0


def test_what_is_counted() -> None:
    assert all(map(is_measure, ("Đồ án", "Sự kiện", "Chủ thể", "Buồng")))


def test_a_latest_day_is_one_time() -> None:
    rows = _rows(HEAD + "1 Số hóa sổ hộ tịch của xã\nPhòng Kinh tế\nCông an xã\nDữ liệu được phê duyệt Chậm nhất \n30/9/2026\n"
                 "2 Lắp đặt camera an ninh\nCông an xã\nCác thôn\nHệ thống camera\nQuý II/2026\n3 Tuyên truyền pháp luật cho dân\nPhòng VH-XH\nCác thôn\nTin, bài\nThường xuyên\n")
    assert rows[0][4:] == ["Dữ liệu được phê duyệt", "Chậm nhất 30/9/2026"]


def test_a_page_number_amid_groups_without_row_numbers() -> None:
    acts = ("Rà soát hạ tầng mạng", "Lắp đặt camera an ninh", "Tuyên truyền pháp luật", "Số hóa hồ sơ đất đai", "Kiểm tra an toàn thực phẩm", "Tổ chức tập huấn kỹ năng số")
    body = "".join(f"{mark}. {name}\n" + ("2\n" if mark == "III" else "") + "".join(f"{act} của các cơ quan\ntrên địa bàn xã\nPhòng Kinh tế Quý II/2026\n" for act in acts)
                   for mark, name in (("I", "Hạ tầng số"), ("II", "Nhân lực số"), ("III", "Kinh tế số")))
    rows = _rows("Nhiệm vụ Đơn vị chủ trì Thời gian\n" + body)
    assert sum(row[0] == "Rà soát hạ tầng mạng của các cơ quan trên địa bàn xã" for row in rows) == 3
