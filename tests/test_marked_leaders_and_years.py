"""Cells with one role marked in brackets, years that end without being named, school years waited for, ranks among towns."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.targets import read_targets
from normalizers.unit_cells import owners_in_cell, support_in_parentheses


@pytest.mark.parametrize("cell", [
    "Phòng Kinh tế (chủ trì), Công an xã, các thôn phối hợp",
    "Phòng Kinh tế chủ trì, Công an xã, các thôn (phối hợp)",
    "Phòng Kinh tế (chủ trì), phối hợp Công an xã, các thôn",
])
def test_one_role_in_brackets_and_the_other_bare(cell: str) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert ([u.name for u in both[0]], [u.name for u in both[1]]) == (["Phòng Kinh tế"], ["Công an xã", "Các thôn"])


def test_both_roles_in_one_bracket() -> None:
    assert [u.name for u in support_in_parentheses("Công an xã (chủ trì, phối hợp với Trạm Y tế)")] == ["Trạm Y tế"]


@pytest.mark.parametrize("phrase", ["Đến hết năm", "Hết năm", "Từ nay đến hết năm."])
def test_the_year_of_the_plan_ends(phrase: str) -> None:
    found = parse_deadline(phrase, "2026-02-10")
    assert (found.kind, found.edtf, found.due) == ("fixed", "../2026", "2026-12-31")


def test_before_a_school_year_is_waited_for() -> None:
    found = parse_deadline("Trước năm học 2027 - 2028", "2026-02-10")
    assert (found.kind, found.edtf, found.condition) == ("conditional", None, "Trước năm học 2027 - 2028")
    assert parse_deadline("Trước năm 2027", "2026-02-10").edtf == "../2026"


@pytest.mark.parametrize(("text", "indicator", "size"), [
    ("Chỉ số hài lòng nằm trong nhóm các xã, thị trấn dẫn đầu huyện", "Chỉ số hài lòng", None),
    ("Chỉ số cải cách hành chính xếp từ thứ 8 trở lên trong tỉnh", "Chỉ số cải cách hành chính", 8),
])
def test_a_place_among_towns(text: str, indicator: str, size: int | None) -> None:
    assert [(r.indicator, r.comparator, r.value) for r in read_targets(text)] == [(indicator, "rank", size)]
