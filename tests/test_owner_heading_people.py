"""Headings of "Tổ chức thực hiện" that name groups of people, trades and religious bodies."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize(("heading", "names"), [
    ("5. Cán bộ, công chức, viên chức và người lao động", ["Cán bộ, công chức, viên chức và người lao động"]),
    ("6. Cán bộ, giáo viên, nhân viên và học sinh", ["Cán bộ, giáo viên, nhân viên và học sinh"]),
    ("7. Các tổ chức tôn giáo, chức sắc, chức việc", ["Các tổ chức tôn giáo", "Chức sắc", "Chức việc"]),
    ("8. Các cơ sở khám bệnh, chữa bệnh tư nhân; nhà thuốc, quầy thuốc", ["Các cơ sở khám bệnh, chữa bệnh tư nhân", "Nhà thuốc", "Quầy thuốc"]),
    ("9. Các cơ quan, đơn vị đóng chân trên địa bàn", ["Các cơ quan, đơn vị"]),
    ("10. Thành viên Tổ giúp việc", ["Thành viên Tổ giúp việc"]),
    ("11. Đề nghị các doanh nghiệp, nhà hảo tâm", ["Doanh nghiệp trên địa bàn", "Nhà hảo tâm"]),
    # Whom an act is for is not who does it; an act names nobody.
    ("1. Đối với cán bộ, công chức", []),
    ("2. Cán bộ, công chức chủ động học tập", []),
])
def test_headings_of_people_and_trades(heading: str, names: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == names


def test_supervisors_beside_builders_are_a_unit_of_their_own() -> None:
    assert [u.name for u in parse_units("Nhà thầu, tư vấn giám sát")] == ["Nhà thầu", "Tư vấn giám sát"]


@pytest.mark.parametrize(("text", "lead"), [
    ("Ban Chỉ đạo thi hành án dân sự xã chủ trì cưỡng chế.", ["Ban Chỉ đạo thi hành án dân sự"]),
    ("Ban Chỉ đạo đổi mới, sáng tạo xã đôn đốc các phòng.", ["Ban Chỉ đạo đổi mới, sáng tạo"]),
    # The same words as the board's act.
    ("Ban Chỉ đạo tham mưu UBND xã chỉ đạo các thôn.", ["Ban Chỉ đạo xã"]),
    ("Ban Chỉ đạo rà soát hộ nghèo trong xã hoàn thành trước 15/11.", ["Ban Chỉ đạo xã"]),
])
def test_boards_named_after_an_act(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead
