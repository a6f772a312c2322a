"""Words run together and letters for figures in cells: what the cell says is read all the same."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "names"), [
    ("Công anTỉnh", ["Công an Tỉnh"]),
    ("SởXây dựng; SởTài chính", ["Sở Xây dựng", "Sở Tài chính"]),
    ("Trung tâmPhục vụ hành chính công", ["Trung tâm Phục vụ hành chính công"]),
    ("Văn phòng HĐND và UBNDxã; Trạm Y tế", ["Văn phòng HĐND và UBND", "Trạm Y tế"]),
    ("UBNDphường", ["Ủy ban nhân dân xã"]),
    ("Cácsở, ban, ngành; UBND cácxã", ["Các cơ quan, đơn vị", "Ủy ban nhân dân các xã"]),
    ("MobiFone, VNeID", ["MobiFone", "VNeID"]),  # names of their own
    ("VietinBank", ["VietinBank"]),
])
def test_run_together_names(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "kind", "edtf", "due", "rrule"), [
    ("Từnăm 2027", "open_ended", "2027/..", None, ()),
    ("Hằngtháng", "recurring", None, None, ("FREQ=MONTHLY",)),
    ("Trướcngày 25/5/2026", "fixed", "../2026-05-24", "2026-05-24", ()),
    ("Thườngxuyên, liêntục", "ongoing", None, None, ()),
    ("Quý III/2O26", "fixed", "2026-35", "2026-09-30", ()),
    ("trước ngày 3O/4/2026", "fixed", "../2026-04-29", "2026-04-29", ()),
    ("Tháng l2/2026", "fixed", "2026-12", "2026-12-31", ()),
    ("- Quý III - IV/2026", "fixed", "2026-35/2026-36", "2026-12-31", ()),  # a dash before a range
    ("Quý I/2026", "fixed", "2026-33", "2026-03-31", ()),  # the Roman figure is no letter for a figure
])
def test_times_as_meant(cell: str, kind: str, edtf: str | None, due: str | None, rrule: tuple[str, ...]) -> None:
    got = parse_deadline(cell, "2026-01-10")
    assert (got.kind, got.edtf, got.due, tuple(got.rrule)) == (kind, edtf, due, rrule)
    assert got.raw == cell


def test_points_behind_dashes_stay_apart() -> None:
    assert parse_deadline("- Tháng 3/2026 - Tháng 9/2026", "2026-01-10").edtf == "2026-03"


def test_the_place_of_a_name_is_that_of_the_print() -> None:
    cell = "SởXây dựng; Công anTỉnh"
    assert [(u.raw, cell[slice(*u.span)]) for u in parse_units(cell) if u.span] == [("SởXây dựng", "SởXây dựng"), ("Công anTỉnh", "Công anTỉnh")]
