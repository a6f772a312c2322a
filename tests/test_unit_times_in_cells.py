"""A time behind the owners of a cell or a note is when, not who."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "names"), [
    ("Công an xã; quý II/2026", ["Công an xã"]),
    ("Công an xã; Tháng 6/2026", ["Công an xã"]),
    ("Trạm Y tế, thường xuyên", ["Trạm Y tế"]),
    ("Phòng Kinh tế; hằng quý", ["Phòng Kinh tế"]),
    ("Phòng Kinh tế; trước ngày 30/6", ["Phòng Kinh tế"]),
    ("Công an xã; VNPT", ["Công an xã", "VNPT"]),
    ("Phòng Kinh tế; Thôn 1", ["Phòng Kinh tế", "Thôn 1"]),
])
def test_times_among_owners(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names
