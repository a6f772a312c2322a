"""Branches of the administration as owners ("ngành điện"), bodies that a bracket says help, parts in the plan's work as headings."""

from __future__ import annotations

import pytest

from normalizers.unit_cells import owners_in_cell
from normalizers.units import heading_units, parse_units, prose_owners


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Giao ngành thuế chủ trì, phối hợp với ngành công an rà soát hộ kinh doanh.", ["Ngành thuế"], ["Ngành công an"]),
    ("Phòng Kinh tế phối hợp với ngành điện, ngành viễn thông chỉnh trang dây cáp.", ["Phòng Kinh tế"], ["Ngành điện", "Ngành viễn thông"]),
    ("Phòng Văn hóa - Xã hội chủ trì, phối hợp với ngành giáo dục và các đơn vị liên quan tổ chức tập huấn.", ["Phòng Văn hóa - Xã hội"], ["Ngành giáo dục", "Các cơ quan, đơn vị"]),
    ("Phòng Kinh tế phối hợp với ngành bảo hiểm xã hội rà soát.", ["Phòng Kinh tế"], ["Ngành bảo hiểm xã hội"]),
    ("Phòng Kinh tế phối hợp với ngành chức năng kiểm tra.", ["Phòng Kinh tế"], ["Các cơ quan, đơn vị"]),
])
def test_a_branch_is_a_body_of_its_own(sentence: str, lead: list[str], support: list[str]) -> None:
    assert tuple([u.name for u in found] for found in prose_owners(sentence)) == (lead, support)


@pytest.mark.parametrize("sentence", ["Phát triển ngành điện theo hướng hiện đại.", "Phát triển công nghiệp, ngành điện tử và ngành thuế quan."])
def test_a_branch_of_the_economy_owns_nothing(sentence: str) -> None:
    assert prose_owners(sentence) == ([], [])


@pytest.mark.parametrize(("cell", "lead", "support"), [
    ("Phòng Kinh tế, các thôn (phối hợp)", ["Phòng Kinh tế"], ["Các thôn"]),
    ("Phòng Kinh tế, Công an xã, các thôn (phối hợp thực hiện).", ["Phòng Kinh tế", "Công an xã"], ["Các thôn"]),
    ("Phòng Kinh tế; Công an xã, các thôn (phối hợp)", ["Phòng Kinh tế"], ["Công an xã", "Các thôn"]),
    ("Phòng Kinh tế, Công an xã (phối hợp), các thôn (phối hợp)", ["Phòng Kinh tế"], ["Công an xã", "Các thôn"]),
])
def test_a_bracket_says_who_helps(cell: str, lead: list[str], support: list[str]) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert tuple([u.name for u in found] for found in both) == (lead, support)


@pytest.mark.parametrize("cell", ["Phòng Kinh tế, các thôn", "Các thôn (phối hợp)", "Phòng Kinh tế (bộ phận thuế)", "Phòng Kinh tế, Tổ (phối hợp) liên ngành"])
def test_without_a_helper_beside_a_leader_the_cell_stays_one_list(cell: str) -> None:
    assert owners_in_cell(cell) is None


@pytest.mark.parametrize(("heading", "named"), [
    ("Trách nhiệm của bộ phận thường trực", ["Bộ phận thường trực"]),
    ("1. Nhiệm vụ của cơ quan giúp việc:", ["Cơ quan giúp việc"]),
    ("Trách nhiệm của bộ phận trong cơ quan", []),
])
def test_a_part_in_the_work_as_a_heading(heading: str, named: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == named


@pytest.mark.parametrize(("cell", "named"), [
    ("Các Xã, Phường", ["Các xã, phường"]),
    ("Sở Y tế; các Phường, Xã; Công an tỉnh", ["Sở Y tế", "Các phường, xã", "Công an tỉnh"]),
    ("Các Phường Tân An, Long Bình", ["Phường Tân An", "Phường Long Bình"]),
])
def test_levels_in_title_case(cell: str, named: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == named


@pytest.mark.parametrize(("cell", "named"), [
    ("Các cơ quan, tổ chức, đơn vị thuộc phạm vi quản lý", ["Các cơ quan, đơn vị"]),
    ("Các sở, ban, ngành và đơn vị thuộc phạm vi quản lý của UBND tỉnh; UBND các xã, phường", ["Các cơ quan, đơn vị", "Ủy ban nhân dân các xã, phường"]),
    ("Các cơ quan, đơn vị, địa phương thuộc khối hành chính trong phạm vi quản lý của Thành phố", ["Các cơ quan, đơn vị"]),
    ("Sở Y tế và các đơn vị thuộc phạm vi quản lý", ["Sở Y tế", "Các đơn vị thuộc phạm vi quản lý"]),
])
def test_what_all_of_a_row_belong_to_is_no_body_of_the_last(cell: str, named: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == named


@pytest.mark.parametrize(("cell", "named"), [
    ("BP Địa chính, Đồn BP Lũng Cú", ["Bộ phận Địa chính", "Đồn Biên phòng Lũng Cú"]), ("Ban QLR phòng hộ", ["Ban Quản lý rừng phòng hộ"]),
])
def test_letters_of_parts_and_forests(cell: str, named: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == named
