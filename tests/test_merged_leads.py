"""Owners of a dump whose lead cells were merged over several rows: rows that kept their helper alone."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from extractors.shared_cells import nearly_all_timed, share_leads, take_from_above


@dataclass
class _Row:
    texts: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0


def _rows(*owners: tuple[str, str]) -> list[_Row]:
    return [_Row({role: text for role, text in zip(("lead", "support"), pair, strict=True) if text}) for pair in owners]


def _owners(rows: list[_Row]) -> list[tuple[str, str]]:
    return [(row.texts.get("lead", ""), row.texts.get("support", "")) for row in rows]


def test_helpers_alone_get_the_lead_of_the_merged_cell_above() -> None:
    rows = _rows(("Phòng Kinh tế", "Công an xã"), ("Trung tâm Văn hóa", ""), ("Các xóm", ""), ("Công an xã", "Phòng Kinh tế"), ("Chi nhánh Văn phòng Đăng ký đất đai", ""))
    share_leads([rows], ["no", "task", "lead", "support"])
    assert _owners(rows)[1:3] == [("Phòng Kinh tế", "Trung tâm Văn hóa"), ("Phòng Kinh tế", "Các xóm")]
    assert _owners(rows)[4] == ("Công an xã", "Chi nhánh Văn phòng Đăng ký đất đai")
    assert rows[1].confidence < 1.0 == rows[0].confidence


@pytest.mark.parametrize("owners", [
    # A unit alone that leads elsewhere leads here too: its helpers' cell is empty.
    (("Phòng Kinh tế", "Công an xã"), ("Các xóm", ""), ("Phòng Kinh tế", "")),
    # Nothing tells that these help.
    (("Phòng Kinh tế", "Công an xã"), ("Trạm Y tế", ""), ("Văn phòng", "")),
    # No lead stands above the first row.
    (("Các xóm", ""), ("Phòng Kinh tế", "Công an xã"), ("Các trường học", "")),
    # One row among many with both is as likely an empty cell.
    (("A", "B"), ("Các xóm", ""), ("C", "B"), ("A", "D"), ("E", "F")),
    # A lead printed again right below itself is not merged.
    (("Phòng Kinh tế", "Công an xã"), ("Phòng Kinh tế", "Các thôn"), ("Các xóm", ""), ("Hội Nông dân", "")),
    # One of many units tells too little.
    (("Phòng Kinh tế", "Công an xã"), ("Các trường học", ""), ("Trạm Y tế", ""), ("Văn phòng", ""), ("Ban Quản lý chợ", ""), ("Trưởng khóm", "")),
])
def test_a_unit_alone_is_the_lead(owners: tuple[tuple[str, str], ...]) -> None:
    rows = _rows(*owners)
    share_leads([rows], ["task", "lead", "support"])
    assert _owners(rows) == list(owners)


def test_a_lead_does_not_reach_over_a_group_row() -> None:
    first = _rows(("Phòng Kinh tế", "Công an xã"), ("Các xóm", ""))
    second = _rows(("Công an xã", "Trạm Y tế"), ("Các trường học", ""))
    share_leads([first, second], ["task", "lead", "support"])
    assert _owners(second)[1] == ("Công an xã", "Các trường học")


def _timed(*times: str) -> list[_Row]:
    return [_Row({"task": "Rà soát quy trình", "lead": "Phòng Kinh tế", **({"time": time} if time else {})}) for time in times]


@pytest.mark.parametrize(("times", "filled"), [
    (("Quý I/2026", "Hằng năm", "", "Quý II/2026", "Năm 2026", "Thường xuyên", "Quý III/2026", "Năm 2027", "Hằng năm"), "Hằng năm"),
    # Where several rows have no time, a row without one has none.
    (("Quý I/2026", "Hằng năm", "", "", "Năm 2026", "Thường xuyên", "", "Năm 2027", "Hằng năm"), None),
    (("Quý I/2026", "Hằng năm", "", "Năm 2026"), None),
])
def test_a_row_without_time_where_nearly_all_have_one_stands_beside_the_cell_above(times: tuple[str, ...], filled: str | None) -> None:
    rows = _timed(*times)
    roles: list[str | None] = ["no", "task", "lead", "time"]
    take_from_above(rows[2], rows[1], roles, False, timed=nearly_all_timed(rows, "task"))
    assert rows[2].texts.get("time") == filled
    take_from_above(rows[2], rows[1], roles, True, timed=False)
    assert rows[2].texts.get("time") == filled
