"""Times in points of one cell, and days counted from the issue of a paper that is not the plan."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline

PLAN_DATE = "2026-01-15"


@pytest.mark.parametrize(
    ("cell", "edtf", "rules"),
    [
        ("- Quý IV/2026\n- Trước ngày 15/11 hằng năm", "2026-36", ["FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=14"]),
        ("- Tháng 3/2026 - Tháng 9/2026", "2026-03", []),
        ("Quý I/2026 - Trước ngày 15/4/2026", "2026-33", []),
        ("- Năm 2026 - 2030", "2026/2030", []),
        ("- Từ ngày 01/3/2026 - Đến ngày 30/4/2026", "2026-03-01/2026-04-30", []),
        ("Từ tháng 3 - trước tháng 6/2026", "2026-03/2026-05", []),
        ("Tháng 3/2026 - Tháng 9/2026", "2026-03/2026-09", []),
    ],
)
def test_the_first_point_of_a_cell_leads_and_a_range_stays_one(cell: str, edtf: str, rules: list[str]) -> None:
    read = parse_deadline(cell, PLAN_DATE)
    assert (read.kind, read.edtf, list(read.rrule)) == ("fixed", edtf, rules)
    assert read.raw == " ".join(cell.split())


@pytest.mark.parametrize(
    ("phrase", "kind", "due"),
    [
        ("Trong 05 ngày làm việc kể từ ngày ban hành Quyết định thụ lý", "conditional", None),
        ("Trong 15 ngày kể từ ngày ban hành Hướng dẫn liên ngành", "conditional", None),
        ("Trong 30 ngày kể từ ngày ban hành Quyết định này", "fixed", "2026-02-14"),
        ("Trong 30 ngày kể từ ngày ban hành Kế hoạch", "fixed", "2026-02-14"),
    ],
)
def test_days_count_from_the_plan_only_where_the_plan_is_what_is_issued(phrase: str, kind: str, due: str | None) -> None:
    read = parse_deadline(phrase, PLAN_DATE)
    assert (read.kind, read.due) == (kind, due)
