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
    # "&" joins the fields of one department, a dash those behind a chief's post
    "Phòng Nội vụ & Lao động; Phòng Nội vụ & Phòng Kinh tế": ["Phòng Nội vụ và Lao động", "Phòng Nội vụ", "Phòng Kinh tế"],
    "Phó Trưởng phòng Tổ chức - Cán bộ": ["Phó Trưởng phòng Tổ chức - Cán bộ"],
    # short names without heads are parted by commas
    "Quân đội, Biên phòng, Dân quân tự vệ, Quản lý thị trường": ["Quân đội", "Biên phòng", "Dân quân tự vệ", "Quản lý thị trường"],
    # party committees of bodies above the commune
    "Đảng ủy Văn phòng UBND tỉnh, Đảng ủy Chi cục Hải quan khu vực II": ["Đảng ủy Văn phòng Ủy ban nhân dân tỉnh", "Đảng ủy Chi cục Hải quan khu vực II"],
    "Đảng ủy Văn phòng HĐND và UBND xã": ["Đảng ủy xã", "Văn phòng HĐND và UBND"],
    # faculties and centres in a row of departments
    "Trưởng các phòng, ban, khoa; Sở Y tế": ["Thủ trưởng các cơ quan, đơn vị", "Sở Y tế"],
    "Các phòng, ban, khoa, trung tâm": ["Các cơ quan, đơn vị"],
    # courtesy before a post that is a plural itself
    "Các ông (bà) Trưởng các phòng, ban; các đồng chí Chủ tịch UBND các xã": ["Thủ trưởng các cơ quan, đơn vị", "Chủ tịch Ủy ban nhân dân các xã"],
    # one body said of several organs and posts
    "Các Ban, Văn phòng Huyện ủy": ["Các Ban Huyện ủy", "Văn phòng Huyện ủy"],
    "Các ban, Văn phòng HĐND và UBND xã": ["Các cơ quan, đơn vị", "Văn phòng HĐND và UBND"],
    "Chủ tịch, Phó Chủ tịch và các Ủy viên UBND xã": ["Chủ tịch Ủy ban nhân dân xã", "Phó Chủ tịch Ủy ban nhân dân xã", "Các Ủy viên Ủy ban nhân dân xã"],
    # a field joined by "và" behind an office's name, or inside a list behind a colon
    "Phòng Quản lý Đô thị và Hạ tầng": ["Phòng Quản lý Đô thị và Hạ tầng"],
    "Phòng Y tế và Nội vụ": ["Phòng Y tế", "Phòng Nội vụ"],
    "Các Cục: Trồng trọt và Bảo vệ thực vật, Chăn nuôi và Thú y, Bản quyền tác giả": ["Cục Trồng trọt và Bảo vệ thực vật", "Cục Chăn nuôi và Thú y", "Cục Bản quyền tác giả"],
    "Các Vụ: Pháp chế, Tổ chức cán bộ và Hợp tác quốc tế": ["Vụ Pháp chế", "Vụ Tổ chức cán bộ", "Vụ Hợp tác quốc tế"],
    "Bộ phận Tài chính - Kế toán, Tổ Văn phòng - Thống kê": ["Bộ phận Tài chính - Kế toán", "Tổ Văn phòng - Thống kê"],
    "Các phòng chuyên môn, nghiệp vụ thuộc Sở": ["Các phòng chuyên môn"],
    # upper party committees in short
    "Đảng đoàn HĐND tỉnh, các huyện, thị, thành ủy": ["Đảng đoàn Hội đồng nhân dân tỉnh", "Các huyện, thị, thành ủy"],
    # the post in brackets behind somebody's name; leaders by label; leaders of several departments
    "Đ/c Hùng (PCT UBND xã), Phòng Kinh tế": ["Phó Chủ tịch Ủy ban nhân dân xã", "Phòng Kinh tế"],
    "- Lãnh đạo: Đảng ủy; - Chủ trì: UBND xã": ["Đảng ủy xã", "Ủy ban nhân dân xã"],
    "Lãnh đạo các sở Tài chính, Nội vụ": ["Lãnh đạo sở Tài chính", "Lãnh đạo sở Nội vụ"],
    # what a leader's duty is behind "chủ trì" names nobody
    "Các cơ quan, đơn vị chủ trì xây dựng CSDL; Sở Tài chính phối hợp": ["Các cơ quan, đơn vị", "Sở Tài chính"],
    "Sở Y tế chủ trì các sở, ngành": ["Sở Y tế", "Các cơ quan, đơn vị"],
    "Người dân, doanh nghiệp, cộng đồng": ["Người dân", "Doanh nghiệp trên địa bàn", "Cộng đồng"],
    # levels behind names that end with one
    "các Trung tâm Chính trị xã, phường": ["Trung tâm Chính trị xã, phường"],
    "Trung tâm PVHCC tỉnh, xã; Văn phòng UBND tỉnh": ["Trung tâm Phục vụ hành chính công tỉnh, xã", "Văn phòng Ủy ban nhân dân tỉnh"],
    "Trưởng ban, ngành, đoàn thể xã; các CQ, ĐV, ĐP": ["Thủ trưởng các cơ quan, đơn vị", "Các cơ quan, đơn vị"],
    "Các trường ĐH, CĐ": ["Các trường đại học, cao đẳng"],
    # schools of two levels, orders before units, what a row of bodies of a department holds
    "Trường PTDTBT TH&THCS Trà Cang; Trường MG Hoa Mai": ["Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Trà Cang", "Trường Mẫu giáo Hoa Mai"],
    "Yêu cầu Thủ trưởng các sở, ban, ngành": ["Thủ trưởng các cơ quan, đơn vị"],
    "Các phòng, chi cục, trung tâm thuộc Sở": ["Các cơ quan, đơn vị"],
    "Văn phòng UBND tỉnh theo dõi, đôn đốc; Sở Tư pháp cho ý kiến": ["Văn phòng Ủy ban nhân dân tỉnh", "Sở Tư pháp"],
    "BCH các chi đoàn, Chủ tịch Hội ND": ["Ban Chấp hành các chi đoàn", "Chủ tịch Hội Nông dân"],
    "UBND Tp. Hải Phòng; Văn phòng HU": ["Ủy ban nhân dân thành phố Hải Phòng", "Văn phòng Huyện ủy"],
}


@pytest.mark.parametrize(("cell", "names"), CELLS.items())
def test_names_of_a_cell(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names
