"""Headings of "Tổ chức thực hiện" that name people of one office, and committees of many bodies."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(("heading", "units"), [
    ("2. Ban Chấp hành các chi hội", ["Ban Chấp hành các chi hội"]),
    ("Bí thư các chi bộ:", ["Bí thư các chi bộ"]),
    ("3. Điều tra viên", ["Điều tra viên"]),
    ("Các hướng dẫn viên", ["Các hướng dẫn viên"]),
    ("4. Kiểm sát viên, Chấp hành viên", ["Kiểm sát viên", "Chấp hành viên"]),
    # Acts that people are the object of, and words that only end alike.
    ("Kết nạp đảng viên", []),
    ("Động viên, khen thưởng", []),
    ("Đào tạo tuyên truyền viên", []),
    ("Công viên cây xanh", []),
])
def test_people_of_one_office(heading: str, units: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == units


@pytest.mark.parametrize(("text", "lead"), [
    ("Ban Chấp hành các chi hội: tổ chức sinh hoạt chuyên đề.", ["Ban Chấp hành các chi hội"]),
    ("Tổ trưởng tổ điều tra kiểm tra phiếu hằng ngày.", ["Tổ trưởng tổ điều tra"]),
])
def test_names_that_hold_a_verb(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead
