"""Names and times of the plans of upper levels: the press of two levels, military regions, sessions, a day from which an act runs."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize("cell, names", [
    ("Các cơ quan báo chí Trung ương và địa phương; Sở Nội vụ", ["Các cơ quan báo chí Trung ương và địa phương", "Sở Nội vụ"]),
    ("Các cơ quan báo chí Trung ương, địa phương, quân đội", ["Các cơ quan báo chí Trung ương, địa phương, quân đội"]),
    ("Các cơ quan báo chí, địa phương", ["Các cơ quan báo chí", "Địa phương"]),
    ("Ban Chỉ đạo các quân khu; Ban Chỉ đạo các tỉnh", ["Ban Chỉ đạo các quân khu", "Ban Chỉ đạo các tỉnh"]),
    ("Bộ Tư lệnh Quân khu 5", ["Bộ Tư lệnh Quân khu 5"]),
])
def test_cells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


def test_the_press_of_two_levels_is_one_body_in_a_sentence() -> None:
    lead, _ = prose_owners("Các cơ quan báo chí trung ương và địa phương, Sở Y tế tăng cường tuyên truyền về tiêm chủng.")
    assert [u.name for u in lead] == ["Các cơ quan báo chí trung ương và địa phương", "Sở Y tế"]


@pytest.mark.parametrize("text, edtf", [
    ("Ban hành kế hoạch và các văn bản hướng dẫn của ngành (trong năm 2026).", "2026"),
    ("Dự thảo Nghị quyết về Chương trình hỗ trợ học phí, trình kỳ họp HĐND tỉnh tháng 7/2026.", "2026-07"),
    ("Từ ngày 01/10/2026, các trường thu học phí qua ngân hàng.", "2026-10-01/.."),
    ("Từ ngày 01/7/2025, sau khi sáp nhập, các trường rà soát cơ sở vật chất.", None),
    ("Báo cáo kết quả kiểm tra tại phiên họp tháng 5/2026.", None),
])
def test_times(text: str, edtf: str | None) -> None:
    said = find_deadline(text, "2026-01-12")
    assert (said.edtf if said else None) == edtf
