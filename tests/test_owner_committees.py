"""Owner cells: party committees of one body and their offices, where a body sits, level words without a comma, rows and abbreviations."""

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


@pytest.mark.parametrize(("cell", "names"), [
    ("UBND các địa phương; Sở Y tế", ["Ủy ban nhân dân các địa phương", "Sở Y tế"]),
    ("Chủ tịch UBND các địa phương có liên quan", ["Chủ tịch Ủy ban nhân dân các địa phương có liên quan"]),
    ("Công an các địa phương", ["Công an các địa phương"]),
    ("Sở Nội vụ các địa phương", ["Sở Nội vụ"]),
    ("HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh", ["Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]),
    ("Đảng ủy, HĐND, UBND các xã, phường", ["Đảng ủy các xã, phường", "Hội đồng nhân dân các xã, phường", "Ủy ban nhân dân các xã, phường"]),
    ("Đảng ủy, UBND tỉnh", ["Đảng ủy xã", "Ủy ban nhân dân tỉnh"]),
])
def test_where_a_body_sits(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Các phòng, ban, trung tâm thuộc UBND xã", ["Các cơ quan, đơn vị"]),
    ("Các phòng, Trung tâm Phục vụ hành chính công", ["Các phòng chuyên môn", "Trung tâm Phục vụ hành chính công"]),
    ("Toàn bộ các phòng, ban", ["Các cơ quan, đơn vị"]),
    ("Trạm Y tế cùng các thôn", ["Trạm Y tế", "Các thôn"]),
    ("Ban Chỉ huy PCTT&TKCN xã", ["Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn xã"]),
    ("Bộ phận TN&TKQ; Trường TH Kim Đồng", ["Bộ phận Tiếp nhận và Trả kết quả", "Trường Tiểu học Kim Đồng"]),
    ("Báo và Đài PT&TH tỉnh", ["Báo và Đài Phát thanh, Truyền hình tỉnh"]),
])
def test_rows_and_abbreviations(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Đảng đoàn Quốc hội; Đảng đoàn Hội Nông dân tỉnh", ["Đảng đoàn Quốc hội", "Đảng đoàn Hội Nông dân tỉnh"]),
    ("Chi ủy Quân sự, Chi ủy", ["Chi ủy Quân sự", "Chi ủy"]),
    ("Thường trực, Ban Thường vụ Đảng ủy", ["Thường trực Đảng ủy", "Ban Thường vụ Đảng ủy"]),
    ("Thường trực, Ban Thường vụ, Ban Chấp hành Đảng bộ xã", ["Thường trực Đảng ủy", "Ban Thường vụ Đảng ủy", "Đảng ủy xã"]),
    ("Ban Chấp hành, Ban Thường vụ Đảng ủy xã", ["Đảng ủy xã", "Ban Thường vụ Đảng ủy"]),
    ("Thường trực và các Ban của HĐND xã", ["Thường trực Hội đồng nhân dân xã", "Các Ban của Hội đồng nhân dân xã"]),
    ("Ban Thường vụ, Ban Chấp hành Đoàn xã", ["Ban Thường vụ", "Ban Chấp hành Đoàn xã"]),
    ("Văn phòng, Ủy ban Kiểm tra, Ban Xây dựng Đảng Đảng ủy", ["Văn phòng Đảng ủy", "Ủy ban Kiểm tra Đảng ủy", "Ban Xây dựng Đảng"]),
    ("Văn phòng, Ủy ban Kiểm tra Đảng ủy UBND tỉnh", ["Văn phòng Đảng ủy Ủy ban nhân dân tỉnh", "Ủy ban Kiểm tra Đảng ủy Ủy ban nhân dân tỉnh"]),
    ("Ban Nội chính, BTC Tỉnh ủy; VPTU", ["Ban Nội chính Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Văn phòng Tỉnh ủy"]),
    ("Văn phòng, Phòng Kinh tế, Ban Xây dựng Đảng", ["Văn phòng", "Phòng Kinh tế", "Ban Xây dựng Đảng"]),
    ("Bí thư, Phó Bí thư chi bộ; Công an xã", ["Bí thư chi bộ", "Phó Bí thư chi bộ", "Công an xã"]),
])
def test_organs_say_whose_they_are_once(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("VP, CA, QS", ["Văn phòng", "Công an xã", "Ban Chỉ huy Quân sự xã"]),
    ("TRUNG TÂM CA NHẠC TỈNH", ["Trung tâm ca nhạc tỉnh"]),
    ("Hội PN, CCB, ND", ["Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Hội Nông dân"]),
])
def test_cells_of_abbreviations_alone(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names
