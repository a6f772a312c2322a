"""Owner cells whose names share a word said once, and marks that are forgotten or glued between units."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


def names(cell: str) -> list[str]:
    return [unit.name for unit in parse_units(cell)]


@pytest.mark.parametrize(("cell", "units"), [
    ("Trưởng phòng Tư pháp, Nội vụ", ["Trưởng phòng Tư pháp", "Trưởng phòng Nội vụ"]),
    ("Giám đốc Sở Xây dựng, Tài chính và Tư pháp", ["Giám đốc Sở Xây dựng", "Giám đốc Sở Tài chính", "Giám đốc Sở Tư pháp"]),
    ("Trưởng phòng Kinh tế, Hạ tầng và Đô thị", ["Trưởng phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Giám đốc Sở Văn hóa, Thể thao và Du lịch", ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"]),
    ("Trưởng phòng Kinh tế, Phòng Văn hóa - Xã hội", ["Trưởng phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
])
def test_a_post_holds_for_each_office_of_its_row(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(("cell", "units"), [
    ("các phòng, ban, xã, phường có liên quan", ["Các cơ quan, đơn vị", "Các xã, phường"]),
    ("các sở, ngành, huyện, thành phố", ["Các cơ quan, đơn vị", "Các huyện, thành phố"]),
    ("các ban, ngành, xã Tân Lập", ["Các cơ quan, đơn vị", "Xã Tân Lập"]),
])
def test_levels_share_the_plural_of_the_bodies_before_them(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(("cell", "units"), [
    ("Các cơ quan liên quan gồm: Công an xã, Trạm Y tế", ["Công an xã", "Trạm Y tế"]),
    ("Các sở, ngành liên quan như: Sở Y tế, Công an tỉnh", ["Các cơ quan, đơn vị", "Sở Y tế", "Công an tỉnh"]),
    ("Các tổ chức chính trị - xã hội như Hội Nông dân, Hội Cựu chiến binh", ["Các tổ chức chính trị - xã hội", "Hội Nông dân", "Hội Cựu chiến binh"]),
    ("Lãnh đạo các cơ quan, đơn vị: Phòng Nội vụ, Trung tâm Y tế", ["Phòng Nội vụ", "Trung tâm Y tế"]),
    ("Các tập đoàn EVN, VNPT", ["Tập đoàn Điện lực Việt Nam", "VNPT"]),
])
def test_a_plural_announces_the_names_behind_it(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(("cell", "units"), [
    ("Trưởng các khoa, phòng và Giám đốc các sở, ban, ngành hữu quan", None),
    ("Giám đốc các sở, ngành liên quan", ["Giám đốc các sở, ngành"]),
    ("Chủ tịch UBND các xã liên quan", ["Chủ tịch Ủy ban nhân dân các xã liên quan"]),
])
def test_officers_of_bodies_concerned(cell: str, units: list[str] | None) -> None:
    assert names(cell) == units if units else all("hữu quan" not in name for name in names(cell))


@pytest.mark.parametrize(("cell", "units"), [
    ("đoàn thể huyện UBND các xã, thị trấn", ["Ủy ban nhân dân các xã, thị trấn"]),
    ("Các phòng, ban huyện Ủy ban nhân dân các xã", ["Các cơ quan, đơn vị", "Ủy ban nhân dân các xã"]),
    ("Tổ xung kích xã- Hội Chữ thập đỏ huyện", ["Tổ xung kích xã", "Hội Chữ thập đỏ huyện"]),
    ("Phòng Lao động- Thương binh và Xã hội", ["Phòng Lao động - Thương binh và Xã hội"]),
])
def test_forgotten_and_glued_marks(cell: str, units: list[str]) -> None:
    assert names(cell)[-len(units):] == units


@pytest.mark.parametrize(("cell", "units"), [
    ("Trung tâm Phát triển quỹ đất Chi nhánh Tân An, Công an xã", ["Trung tâm Phát triển quỹ đất Chi nhánh Tân An", "Công an xã"]),
    ("Ban Quản lý dự án 7 - Bộ Xây dựng, UBND xã", ["Ban Quản lý dự án 7 - Bộ Xây dựng", "Ủy ban nhân dân xã"]),
    ("Đội dân phòng các ấp, khu phố; Trạm Y tế", ["Đội dân phòng các ấp, khu phố", "Trạm Y tế"]),
    ("Tổ xung kích thôn Trường Sơn, Công an xã", ["Tổ xung kích thôn Trường Sơn", "Công an xã"]),
    ("Phòng VHTT, Sở VHTT", ["Phòng Văn hóa và Thông tin", "Sở Văn hóa và Thể thao"]),
])
def test_whose_a_body_is_belongs_to_its_name(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(("cell", "units"), [
    ("Các Hạt Kiểm lâm: Tân Lập, Phú Hòa và Long Thành", ["Hạt Kiểm lâm Tân Lập", "Hạt Kiểm lâm Phú Hòa", "Hạt Kiểm lâm Long Thành"]),
    ("Các Chi cục Thuế khu vực: Tân Lập, Phú Hòa; Kho bạc Nhà nước", ["Chi cục Thuế khu vực Tân Lập", "Chi cục Thuế khu vực Phú Hòa", "Kho bạc Nhà nước"]),
    ("Các Sở: Y tế, Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("Các tổ chức: Hội Người mù, Hội Khuyến học", ["Hội Người mù", "Hội Khuyến học"]),
])
def test_one_body_for_each_name_behind_the_colon(cell: str, units: list[str]) -> None:
    assert names(cell) == units


def test_a_comma_forgotten_behind_a_row_of_nouns_keeps_the_row() -> None:
    assert names("các cơ quan, đoàn thể huyện UBND các xã; Công ty Lâm nghiệp Tân Lập") == [
        "Các cơ quan, đơn vị", "Ủy ban nhân dân các xã", "Công ty Lâm nghiệp Tân Lập"]


@pytest.mark.parametrize(("cell", "units"), [
    ("Ủy ban MTTQ phường 5, Công an tỉnh", ["Ủy ban Mặt trận Tổ quốc Việt Nam phường 5", "Công an tỉnh"]),
    ("Tòa án nhân dân tỉnh phối hợp chặt chẽ với Cơ quan điều tra", ["Tòa án nhân dân tỉnh", "Cơ quan điều tra"]),
])
def test_the_front_in_full_and_whom_somebody_works_with(cell: str, units: list[str]) -> None:
    assert names(cell) == units


@pytest.mark.parametrize(("cell", "units"), [
    ("UBND các tỉnh, thành phố Tây Nguyên; Bộ Y tế", ["Ủy ban nhân dân các tỉnh, thành phố Tây Nguyên", "Bộ Y tế"]),
    ("Giám đốc Sở Y tế 9 tỉnh/thành phố Đồng bằng sông Hồng, Công an tỉnh", ["Giám đốc Sở Y tế 9 tỉnh/thành phố Đồng bằng sông Hồng", "Công an tỉnh"]),
    ("UBND các tỉnh và thành phố Hồ Chí Minh", ["Ủy ban nhân dân các tỉnh", "Ủy ban nhân dân thành phố Hồ Chí Minh"]),
    ("UBND các huyện, thành phố Tân An", ["Ủy ban nhân dân các huyện", "Ủy ban nhân dân thành phố Tân An"]),
])
def test_a_region_is_said_of_all_its_provinces(cell: str, units: list[str]) -> None:
    assert names(cell) == units
