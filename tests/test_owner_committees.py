"""Owner cells: party committees of one body and their offices, level words without a comma, names that end in a word of roles."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "names"), [
    ("Ban Thường vụ Đảng ủy UBND tỉnh", ["Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh"]),
    ("Văn phòng Đảng ủy các cơ quan Đảng; Văn phòng Đảng ủy UBND xã", ["Văn phòng Đảng ủy các cơ quan Đảng", "Văn phòng Đảng ủy Ủy ban nhân dân xã"]),
    ("Ban Tổ chức Đảng ủy Công an tỉnh", ["Ban Tổ chức Đảng ủy Công an tỉnh"]),
    ("Chi bộ trực thuộc Đảng ủy các cơ quan Đảng", ["Các chi bộ trực thuộc"]),
    # The commune's own committee, and rows of bodies.
    ("Văn phòng Đảng ủy phường, Ban Xây dựng Đảng", ["Văn phòng Đảng ủy", "Ban Xây dựng Đảng"]),
    ("Ban Thường vụ Đảng ủy, UBND xã", ["Ban Thường vụ Đảng ủy", "Ủy ban nhân dân xã"]),
    ("Ban Thường vụ Đảng ủy và các cơ quan Đảng", ["Ban Thường vụ Đảng ủy", "Các cơ quan Đảng"]),
])
def test_the_committee_of_one_body_is_no_committee_of_the_commune(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Sở Y tế; UBND các xã phường", ["Sở Y tế", "Ủy ban nhân dân các xã, phường"]),
    ("Công an các xã phường, đặc khu", ["Công an các xã, phường, đặc khu"]),
    ("UBND xã phường thị trấn", ["Ủy ban nhân dân xã, phường, thị trấn"]),
    ("UBND xã Tân Lập", ["Ủy ban nhân dân xã Tân Lập"]),
])
def test_levels_without_their_comma(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Phòng Tham mưu, Phòng Chính trị", ["Phòng Tham mưu", "Phòng Chính trị"]),
    ("Đội Tham mưu; Công an xã", ["Đội Tham mưu", "Công an xã"]),
    ("Phòng Nội chính tham mưu", ["Phòng Nội chính"]),
    ("Trưởng các ấp", ["Trưởng các ấp"]),
    ("các trưởng ấp", ["Các trưởng ấp"]),
])
def test_names_keep_their_words(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names
