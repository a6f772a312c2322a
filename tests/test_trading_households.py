"""Owner cells: households, traders and producers named one after the other; "TT" before a steering committee."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "names"), [
    ("Hợp tác xã, hộ kinh doanh, tiểu thương", ["Hợp tác xã", "Hộ kinh doanh", "Tiểu thương"]),
    ("Phòng Kinh tế; các thôn, hộ dân", ["Phòng Kinh tế", "Các thôn", "Hộ dân"]),
    ("Hội Nông dân xã, các hộ sản xuất", ["Hội Nông dân xã", "Các hộ sản xuất"]),
    ("Cơ quan TT Ban Chỉ đạo xã", ["Cơ quan Thường trực Ban Chỉ đạo xã"]),
    ("TT Y tế khu vực", ["Trung tâm Y tế khu vực"]),
])
def test_each_is_one(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names
