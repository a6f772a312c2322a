"""Posts in letters with a dot, heads of a body who attend for it, people on a line of their own."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "units"), [
    ("PCT. Hội Nông dân", ["Phó Chủ tịch Hội Nông dân"]),
    ("PCT. Uỷ ban MTTQ xã", ["Phó Chủ tịch Ủy ban Mặt trận Tổ quốc xã"]),
    ("PTP. Kinh tế", ["Phó Trưởng phòng Kinh tế"]),
    ("PCT UBND xã; Phòng Kinh tế", ["Phó Chủ tịch Ủy ban nhân dân xã", "Phòng Kinh tế"]),
    ("Đại diện lãnh đạo Công an xã", ["Lãnh đạo Công an xã"]),
    ("Đại diện lãnh đạo Trạm Y tế, Công an xã", ["Lãnh đạo Trạm Y tế", "Công an xã"]),
    ("Đại diện Trạm Y tế", ["Trạm Y tế"]),
    ("Người dân\nCông an xã", ["Người dân", "Công an xã"]),
    ("Người dân\nPhòng Kinh tế", ["Người dân", "Phòng Kinh tế"]),
    # places tell which people
    ("Người dân Thôn 5", ["Người dân Thôn 5"]),
])
def test_cells(cell: str, units: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == units
