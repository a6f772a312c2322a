"""Names of owners read whole: fields behind "và", marks between fields, short levels, duty words behind names, local powers in a row."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units

CELLS = {
    # a field written small behind "và" goes on with the name of a department
    "Cục Công nghệ thông tin và chuyển đổi số, Vụ Pháp chế": ["Cục Công nghệ thông tin và chuyển đổi số", "Vụ Pháp chế"],
    "Trung tâm Y tế và người dân": ["Trung tâm Y tế", "Người dân"],
    "Chi cục Thủy lợi và các đối tác": ["Chi cục Thủy lợi", "Các đối tác"],
    # the marks between the fields of a department are its own
    "Vụ Kế hoạch Tài chính": ["Vụ Kế hoạch Tài chính"],
    "Vụ Kế hoạch - Tài chính": ["Vụ Kế hoạch - Tài chính"],
    "Vụ Kế hoạch, Tài chính": ["Vụ Kế hoạch, Tài chính"],
    # cities and towns in short
    "UBND các huyện, thành, thị": ["Ủy ban nhân dân các huyện, thành, thị"],
    "Công an các huyện, thị, thành phố; Sở Y tế": ["Công an các huyện, thị, thành phố", "Sở Y tế"],
    "Sở Y tế, Thành đoàn": ["Sở Y tế", "Thành đoàn"],
    # duty words end a name that no catalogue has
    "Viện Quy hoạch Miền Trung có trách nhiệm chủ trì, phối hợp với Sở Xây dựng": ["Viện Quy hoạch Miền Trung", "Sở Xây dựng"],
    "Viện Quy hoạch Miền Trung phối hợp chặt chẽ với Sở Xây dựng": ["Viện Quy hoạch Miền Trung", "Sở Xây dựng"],
    "Ban Điều hành Dự án số 7 chủ động phối hợp với Công an tỉnh": ["Ban Điều hành Dự án số 7", "Công an tỉnh"],
    "Sở Y tế phối hợp chặt chẽ với Công an tỉnh": ["Sở Y tế", "Công an tỉnh"],
    # local powers are parted
    "Cấp ủy, chính quyền, các đoàn thể": ["Cấp ủy", "Chính quyền", "Các tổ chức chính trị - xã hội"],
    "Các cấp ủy, tổ chức đảng, chính quyền": ["Các cấp ủy, tổ chức đảng", "Chính quyền"],
    "Ban Chỉ đạo chính quyền số tỉnh": ["Ban Chỉ đạo chính quyền số tỉnh"],
    # leaders behind a comma
    "Đồn Biên phòng Cửa Sót, lãnh đạo Trường THPT Bãi Ngang": ["Đồn Biên phòng Cửa Sót", "Lãnh đạo Trường trung học phổ thông Bãi Ngang"],
    # a province's body keeps its level, departments have none
    "Ban Dân tộc tỉnh và Sở Y tế tỉnh": ["Ban Dân tộc tỉnh", "Sở Y tế"],
    "BQL Khu kinh tế tỉnh; Văn phòng UBND tỉnh": ["Ban Quản lý Khu kinh tế tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"],
    "Ban Chỉ huy PCLB tỉnh": ["Ban Chỉ huy phòng chống lụt bão tỉnh"],
}


@pytest.mark.parametrize(("cell", "names"), CELLS.items())
def test_names_of_a_cell(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names
