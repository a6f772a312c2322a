"""Time cells that leave their month to the row or heading above them."""

from __future__ import annotations

import pytest

from normalizers.deadline_groups import deadline_in_month


@pytest.mark.parametrize(("cell", "edtf", "due"), [
    ("Cả tháng", "2026-03", "2026-03-31"),
    ("Tuần 2", "2026-03", "2026-03-31"),
    ("Cuối tháng", "2026-03", "2026-03-31"),
    ("Ngày 10", "2026-03-10", "2026-03-10"),
    ("Trước ngày 15", "../2026-03-14", "2026-03-14"),
    ("Từ ngày 05 đến ngày 10", "2026-03-05/2026-03-10", "2026-03-10"),
])
def test_the_month_stands_above(cell: str, edtf: str, due: str) -> None:
    found = deadline_in_month(cell, ("II. TIẾN ĐỘ", "Tháng 3/2026"), "2026-01-10")
    assert found is not None
    assert (found.raw, found.kind, found.edtf, found.due) == (cell, "fixed", edtf, due)


@pytest.mark.parametrize(("cell", "headings"), [
    ("Ngày 10/4", ("Tháng 3/2026",)),
    ("Thường xuyên", ("Tháng 3/2026",)),
    ("Cả tháng", ("Tháng hành động vì trẻ em",)),
    ("Cả tháng", ()),
    ("Hằng tháng", ("Tháng 3",)),
])
def test_a_cell_of_its_own_time_or_no_month_above(cell: str, headings: tuple[str, ...]) -> None:
    assert deadline_in_month(cell, headings, "2026-01-10") is None
