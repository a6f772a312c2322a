"""Owner cells that mark the one who leads, or shorten the words for both roles."""

from __future__ import annotations

import pytest

from normalizers.unit_cells import owners_in_cell
from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "lead", "support"), [
    ("Phòng Kinh tế (chủ trì), Công an xã", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Phòng Văn hóa - Xã hội (chủ trì); các thôn", ["Phòng Văn hóa - Xã hội"], ["Các thôn"]),
    ("Công an xã, Phòng Kinh tế (chủ trì), Trạm Y tế", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"]),
    ("CT: Phòng Kinh tế; PH: Công an xã, các thôn", ["Phòng Kinh tế"], ["Công an xã", "Các thôn"]),
    ("Phòng Kinh tế (CT), Công an xã (PH)", ["Phòng Kinh tế"], ["Công an xã"]),
    ("CQ chủ trì: Phòng Kinh tế - CQ phối hợp: Công an xã", ["Phòng Kinh tế"], ["Công an xã"]),
    ("ĐV chủ trì: Trạm Y tế; ĐV phối hợp: Hội Nông dân", ["Trạm Y tế"], ["Hội Nông dân"]),
    ("Phòng Kinh tế chủ trì, phối hợp các cơ sở, hộ kinh doanh thực hiện", ["Phòng Kinh tế"], ["Các cơ sở", "Hộ kinh doanh"]),
])
def test_who_leads_and_who_helps(cell: str, lead: list[str], support: list[str]) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert ([u.name for u in both[0]], [u.name for u in both[1]]) == (lead, support)


@pytest.mark.parametrize("cell", ["GV, HS, PH", "Phòng Kinh tế (chủ trì)", "CT UBND xã", "Phòng Kinh tế (bộ phận một cửa), Công an xã"])
def test_other_cells_are_plain_lists(cell: str) -> None:
    assert owners_in_cell(cell) is None


@pytest.mark.parametrize(("cell", "name"), [
    ("Ban Quản lí chợ Bến Cát", "Ban Quản lý chợ Bến Cát"), ("Tổ Kĩ thuật hồ chứa", "Tổ Kỹ thuật hồ chứa"), ("Trạm Quản lí đê Phú Quí", "Trạm Quản lý đê Phú Quí")])
def test_names_of_bodies_with_i_for_y(cell: str, name: str) -> None:
    assert [unit.name for unit in parse_units(cell)] == [name]
