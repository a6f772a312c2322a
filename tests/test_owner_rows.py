"""Owner cells: rows that say their noun once, of provinces, offices and schools."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "names"), [
    ("UBND các tỉnh, thành phố: Gia Lai, Đà Nẵng và Hà Tĩnh; Bộ Y tế",
     ["Ủy ban nhân dân tỉnh Gia Lai", "Ủy ban nhân dân thành phố Đà Nẵng", "Ủy ban nhân dân tỉnh Hà Tĩnh", "Bộ Y tế"]),
    ("Chủ tịch UBND các tỉnh/thành phố Lào Cai, Cần Thơ", ["Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"]),
    ("UBND các tỉnh, thành phố vùng Đông Nam Bộ", ["Ủy ban nhân dân các tỉnh, thành phố vùng Đông Nam Bộ"]),
    ("UBND các xã, phường: Tân An, Hòa Phú", ["Ủy ban nhân dân các xã, phường: Tân An, Hòa Phú"]),
])
def test_provinces_of_two_levels(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Các Phòng Kỹ thuật, Vật tư và các đơn vị liên quan", ["Phòng Kỹ thuật", "Phòng Vật tư", "Các cơ quan, đơn vị"]),
    ("Các phòng, ban", ["Các cơ quan, đơn vị"]),
    ("Các phòng chuyên môn, Công an xã", ["Các phòng chuyên môn", "Công an xã"]),
])
def test_offices_behind_one_plural(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Các trường: Mầm non Sơn Ca, TH Võ Thị Sáu; Trạm Y tế", ["Trường Mầm non Sơn Ca", "Trường Tiểu học Võ Thị Sáu", "Trạm Y tế"]),
    ("Trường Tiểu học Võ Thị Sáu, Mầm non Sơn Ca và Công an xã", ["Trường Tiểu học Võ Thị Sáu", "Trường Mầm non Sơn Ca", "Công an xã"]),
    ("Các trường Mầm non, Tiểu học", ["Các trường Mầm non, Tiểu học"]),
    ("Trường Tiểu học và Mầm non Sơn Ca", ["Trường Tiểu học và Mầm non Sơn Ca"]),
])
def test_schools_behind_one_noun(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Các Sở: NN&MT, TC, XD", ["Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Sở Xây dựng"]),
    ("Bộ Công an, TC, NV; UBND các xã", ["Bộ Công an", "Bộ Tài chính", "Bộ Nội vụ", "Ủy ban nhân dân các xã"]),
    ("Ban XD Đảng, VPUBND tỉnh", ["Ban Xây dựng Đảng", "Văn phòng Ủy ban nhân dân tỉnh"]),
    ("Các CQ, ĐV có liên quan; các CQCM thuộc UBND xã", ["Các cơ quan, đơn vị", "Các phòng chuyên môn"]),
    ("Hạt Kiểm lâm KV; tổ KNCĐ", ["Hạt Kiểm lâm khu vực", "Tổ khuyến nông cộng đồng"]),
])
def test_letters_that_only_their_head_tells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Các phòng, ban, đơn vị thuộc, trực thuộc Sở", ["Các cơ quan, đơn vị"]),
    ("Vụ Pháp chế; các đơn vị thuộc và trực thuộc Bộ", ["Vụ Pháp chế", "Các cơ quan, đơn vị"]),
    ("Công an các đơn vị, địa phương; Sở Y tế", ["Công an các đơn vị, địa phương", "Sở Y tế"]),
    ("Công an tỉnh, các đơn vị, địa phương", ["Công an tỉnh", "Các cơ quan, đơn vị"]),
])
def test_bodies_below_and_of_all_places(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Chỉ đạo: Phó Chủ tịch UBND xã; Thực hiện: Phòng Kinh tế", ["Phó Chủ tịch Ủy ban nhân dân xã", "Phòng Kinh tế"]),
    ("Theo dõi, đôn đốc: Thanh tra tỉnh", ["Thanh tra tỉnh"]),
    ("Ban Chỉ đạo: Trạm Y tế", ["Ban Chỉ đạo xã", "Trạm Y tế"]),
])
def test_labels_of_duties_name_nobody(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names
