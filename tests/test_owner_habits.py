"""Owner wordings of party and school plans: chains of charge, row of like heads, circumstances behind a clause."""

from __future__ import annotations

import pytest

from normalizers.unit_cells import owners_in_cell
from normalizers.units import parse_units, prose_owners


@pytest.mark.parametrize(("cell", "lead", "support"), [
    ("Giao Đảng ủy UBND xã lãnh đạo UBND xã chỉ đạo Phòng Kinh tế chủ trì tham mưu, phối hợp với Công an xã thực hiện", ["Đảng ủy Ủy ban nhân dân xã"], ["Công an xã"]),
    ("Ban Chỉ đạo xã chủ trì, phối hợp với Công an xã", ["Ban Chỉ đạo xã"], ["Công an xã"]),
])
def test_who_is_charged_first_leads(cell: str, lead: list[str], support: list[str]) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert [[u.name for u in units] for units in both] == [lead, support]


@pytest.mark.parametrize(("cell", "names"), [
    ("Tổ Toán, tổ Văn", ["Tổ Toán", "Tổ Văn"]),
    ("Khối 8, khối 9", ["Khối 8", "Khối 9"]),
    ("Đ/c Hà, đ/c Lan", ["Đ/c Hà", "Đ/c Lan"]),
    ("Trung tâm Văn hóa, Thể thao", ["Trung tâm Văn hóa, Thể thao"]),
    ("Chi cục TT&BVTV", ["Chi cục Trồng trọt và Bảo vệ thực vật"]),
])
def test_pieces_with_the_same_head_are_units_of_their_own(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize("text", [
    "Phòng Kinh tế căn cứ chức năng, nhiệm vụ và tình hình thực tế xây dựng kế hoạch.",
    "Phòng Kinh tế căn cứ chức năng, nhiệm vụ được giao và điều kiện thực tế của đơn vị mình, xây dựng kế hoạch cụ thể.",
])
def test_circumstances_do_not_hide_the_subject(text: str) -> None:
    assert [u.name for u in prose_owners(text)[0]] == ["Phòng Kinh tế"]


def test_party_cells_of_a_commune() -> None:
    text = "Các chi bộ, đảng bộ trực thuộc Đảng ủy phường căn cứ chức năng, nhiệm vụ và tình hình thực tế xây dựng kế hoạch."
    assert [u.name for u in prose_owners(text)[0]] == ["Các chi bộ trực thuộc"]
