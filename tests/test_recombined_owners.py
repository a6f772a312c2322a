"""Owner cells in another order: names run together without a mark, shared nouns over semicolons, numbers before plurals, odd places."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


def names(cell: str) -> list[str]:
    return [u.name for u in parse_units(cell)]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Trạm Y tế xã Các đơn vị liên quan", ["Trạm Y tế", "Các cơ quan, đơn vị"]),
        ("Hội Nông dân xã Cơ quan có liên quan", ["Hội Nông dân xã", "Các cơ quan, đơn vị"]),
        ("Sở Xây dựng Cơ quan, đơn vị liên quan", ["Sở Xây dựng", "Các cơ quan, đơn vị"]),
        ("Các thôn Công an xã", ["Các thôn", "Công an xã"]),
        ("Sở Xây dựng Ủy ban nhân dân phường, xã, đặc khu", ["Sở Xây dựng", "Ủy ban nhân dân phường, xã, đặc khu"]),
        ("Văn phòng HĐND và UBND xã Ủy ban MTTQ Việt Nam xã", ["Văn phòng HĐND và UBND", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"]),
        ("Phòng Kinh tế; các tổ chức chính trị - xã hội xã Hội Nông dân xã", ["Phòng Kinh tế", "Các tổ chức chính trị - xã hội", "Hội Nông dân xã"]),
        ("Trung tâm Xúc tiến đầu tư thành phố Cần Thơ Sở Xây dựng Sở Nội vụ", ["Trung tâm Xúc tiến đầu tư thành phố Cần Thơ", "Sở Xây dựng", "Sở Nội vụ"]),
        ("Phòng Kinh tế UBND xã", ["Phòng Kinh tế"]),
        ("Đảng ủy Cơ quan Tỉnh ủy", ["Đảng ủy Cơ quan Tỉnh ủy"]),
    ],
)
def test_names_run_together(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Các Bộ Tài chính, Tư pháp", ["Bộ Tài chính", "Bộ Tư pháp"]),
        ("các Bộ Công Thương và Xây dựng", ["Bộ Công Thương", "Bộ Xây dựng"]),
        ("Bộ Quốc phòng, Công an, Y tế", ["Bộ Quốc phòng", "Bộ Công an", "Bộ Y tế"]),
        ("Sở Y tế; Xây dựng; Tư pháp", ["Sở Y tế", "Sở Xây dựng", "Sở Tư pháp"]),
        ("Hội Nông dân, Liên hiệp Phụ nữ và Cựu chiến binh", ["Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh"]),
        ("Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh", ["Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"]),
        ("Phòng Kinh tế; Công an xã; Trạm Y tế", ["Phòng Kinh tế", "Công an xã", "Trạm Y tế"]),
    ],
)
def test_a_noun_shared_by_what_follows(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("1. Trạm Y tế 2. các thôn", ["Trạm Y tế", "Các thôn"]),
        ("1) Trung tâm Dữ liệu vùng 2) Sở Xây dựng 3) các đơn vị liên quan", ["Trung tâm Dữ liệu vùng", "Sở Xây dựng", "Các cơ quan, đơn vị"]),
        ("Các đơn vị phối hợp: Sở Y tế, Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
        ("- Chi cục Kiểm lâm - Hải quan khu vực VIII - Sở Y tế", ["Chi cục Kiểm lâm", "Hải quan khu vực VIII", "Sở Y tế"]),
        ("- Chủ trì: Sở Y tế - Phối hợp: Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
        ("Chủ trì: Văn phòng HĐND và UBND xã Phối hợp: Công an xã", ["Văn phòng HĐND và UBND", "Công an xã"]),
        ("Sở Y tế; Sở Nội vụ theo phân công.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Công an xã theo quy định", ["Công an xã"]),
        ("Ủy ban nhân dân phường , xã , đặc khu", ["Ủy ban nhân dân phường, xã, đặc khu"]),
    ],
)
def test_marks_and_labels(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize("place", ["xã Ea H'leo", "xã K’Bang", "phường Phú Thọ Hòa", "xã Đắk R'La"])
def test_places_with_an_apostrophe_or_that_begin_as_a_province(place: str) -> None:
    assert names(f"Trung tâm Phục vụ hành chính công {place}; Phòng Kinh tế {place}") == ["Trung tâm Phục vụ hành chính công", "Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Các viện nghiên cứu", ["Các viện nghiên cứu"]),
        ("Sở Công Thương, viện nghiên cứu", ["Sở Công Thương", "Viện nghiên cứu"]),
        ("các doanh nghiệp công nghệ thông tin", ["Các doanh nghiệp công nghệ thông tin"]),
        ("các tổ chức quốc tế", ["Các tổ chức quốc tế"]),
    ],
)
def test_a_plural_is_named_where_it_is_printed(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Vụ Pháp chế, Nhà xuất bản Lao động", ["Vụ Pháp chế", "Nhà xuất bản Lao động"]),
        ("Tỉnh đoàn và Nhà thiếu nhi tỉnh", ["Tỉnh đoàn", "Nhà thiếu nhi tỉnh"]),
        ("Tập đoàn Công nghiệp - Viễn thông Quân đội; Sở Công Thương", ["Tập đoàn Công nghiệp - Viễn thông Quân đội", "Sở Công Thương"]),
        ("Ngân hàng Chính sách xã hội tỉnh; Sở Tài chính", ["Ngân hàng Chính sách xã hội tỉnh", "Sở Tài chính"]),
    ],
)
def test_houses_and_groups_keep_their_names(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Sở KH và CN; Sở NN và MT", ["Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường"]),
        ("BQP, BCA và các bộ, ngành", ["Bộ Quốc phòng", "Bộ Công an", "Các cơ quan, đơn vị"]),
        ("Sở Y tế; các ĐV LQ", ["Sở Y tế", "Các cơ quan, đơn vị"]),
        ("Các CQĐV liên quan", ["Các cơ quan, đơn vị"]),
    ],
)
def test_shorthands_of_bodies(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Chánh Văn phòng Bộ và các đơn vị liên quan", ["Chánh Văn phòng Bộ", "Các cơ quan, đơn vị"]),
        ("Giám đốc Sở, các cơ quan có liên quan", ["Giám đốc Sở", "Các cơ quan, đơn vị"]),
        ("Giám đốc các sở và các đơn vị liên quan", ["Giám đốc các sở", "Các cơ quan, đơn vị"]),
        ("Văn phòng Quốc hội; các cơ quan của Quốc hội", ["Văn phòng Quốc hội", "Các cơ quan của Quốc hội"]),
        ("Cổng Thông tin điện tử Chính phủ, Bộ Nội vụ", ["Cổng Thông tin điện tử Chính phủ", "Bộ Nội vụ"]),
    ],
)
def test_posts_beside_bodies_that_nobody_names(cell: str, units: list[str]) -> None:
    assert names(cell) == units
