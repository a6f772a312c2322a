"""Where a unit's name ends: second fields, dashes, posts over several places, offices of several bodies, levels of a pair."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units

CASES = [
    ("Cục Công nghệ và Thống kê xây dựng; Sở Y tế", ["Cục Công nghệ và Thống kê xây dựng", "Sở Y tế"]),
    ("Cục Đo lường và Thống kê tỉnh", ["Cục Đo lường", "Thống kê tỉnh"]),  # a level: a body of its own
    ("Sở Nội vụ - Lao động; Công an tỉnh", ["Sở Nội vụ - Lao động", "Công an tỉnh"]),
    ("Công an xã - Ban CHQS xã", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
    ("Giám đốc Sở: Tư pháp, Y tế; Trưởng thôn", ["Giám đốc Sở Tư pháp", "Giám đốc Sở Y tế", "Trưởng thôn"]),
    ("Chủ tịch UBND các huyện, thị xã Nghi Xuân và thành phố Vinh",
     ["Chủ tịch Ủy ban nhân dân các huyện", "Chủ tịch Ủy ban nhân dân thị xã Nghi Xuân", "Chủ tịch Ủy ban nhân dân thành phố Vinh"]),
    ("Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh; Sở Tài chính", ["Chánh Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Sở Tài chính"]),
    ("các Ban Tài chính nội bộ, Ban Thị trường", ["Ban Tài chính nội bộ", "Ban Thị trường"]),
    ("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội huyện", ["Ủy ban Mặt trận Tổ quốc Việt Nam huyện", "Các tổ chức chính trị - xã hội"]),
    ("Ban Pháp chế HĐND tỉnh, Sở Tư pháp", ["Ban Pháp chế Hội đồng nhân dân tỉnh", "Sở Tư pháp"]),
    ("Tổ Đề án 06 ấp, khu phố", ["Tổ Đề án 06 ấp, khu phố"]),
    ("các phòng, đơn vị thuộc Cục", ["Các cơ quan, đơn vị"]),
    ("Đài Phát thanh - Truyền hình tỉnh", ["Đài Phát thanh - Truyền hình tỉnh"]),
    ("ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH TỈNH", ["Đài Phát thanh và Truyền hình tỉnh"]),
    ("HĐND, UBND cấp huyện; HĐND và UBND tỉnh", ["Hội đồng nhân dân cấp huyện", "Ủy ban nhân dân cấp huyện", "Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh"]),
    ("Đảng ủy, UBND các xã, phường", ["Đảng ủy các xã, phường", "Ủy ban nhân dân các xã, phường"]),
    ("Các cơ quan chuyên môn thuộc UBND tỉnh; Sở Y tế", ["Các cơ quan, đơn vị", "Sở Y tế"]),
    ("Cơ quan, tổ chức, đơn vị, doanh nghiệp, cá nhân có liên quan", ["Các cơ quan, đơn vị"]),
    ("Các cơ quan, đơn vị, doanh nghiệp trên địa bàn", ["Các cơ quan, đơn vị", "Doanh nghiệp trên địa bàn"]),
    ("Bộ Tư lệnh Bộ đội Biên phòng, Bộ Tư lệnh Cảnh sát biển", ["Bộ Tư lệnh Bộ đội Biên phòng", "Bộ Tư lệnh Cảnh sát biển"]),
    ("HĐND xã, UBND tỉnh", ["Hội đồng nhân dân xã", "Ủy ban nhân dân tỉnh"]),
    ("Sở Tư pháp là cơ quan đầu mối, Công an tỉnh", ["Sở Tư pháp", "Công an tỉnh"]),
    ("VNPT\nPhòng Kinh tế\nCông an xã", ["VNPT", "Phòng Kinh tế", "Công an xã"]),  # lines of a cell
    ("Viettel VNPT Tân Sơn Ban Chỉ huy Quân sự", ["Viettel", "VNPT Tân Sơn", "Ban Chỉ huy Quân sự xã"]),
    ("VNPT Vinaphone; Viettel Post", ["VNPT Vinaphone", "Viettel Post"]),
    ("Phó Chủ tịch UBND xã phụ trách văn hóa, xã hội; Công an xã", ["Phó Chủ tịch Ủy ban nhân dân xã", "Công an xã"]),
    ("Lãnh đạo UBND xã phụ trách KH&CN, CĐS, Trưởng thôn", ["Lãnh đạo Ủy ban nhân dân xã", "Trưởng thôn"]),
    ("Hội Nông dân Việt Nam; Hội Nông dân Việt Nam xã", ["Hội Nông dân Việt Nam", "Hội Nông dân xã"]),
]


@pytest.mark.parametrize(("cell", "wanted"), CASES)
def test_name_ends(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted
