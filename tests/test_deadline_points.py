"""Times in points of one cell, and days counted from the issue of a paper that is not the plan."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline, parse_deadline

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


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("Trước ngày 15/6 (6 tháng đầu năm) và trước ngày 15/12 (năm)", ["6;14", "12;14"]),
        ("Trước ngày 15/6 đối với báo cáo 6 tháng; trước ngày 15/12 đối với báo cáo năm", ["6;14", "12;14"]),
        ("trước ngày 15/3 (quý I), 15/6 (6 tháng), 15/9 (quý III), 15/12 (năm)", ["3;14", "6;14", "9;14", "12;14"]),
        ("6 tháng trước 15/6, năm trước 15/12", ["6;14", "12;14"]),
    ],
)
def test_days_told_with_the_report_they_are_for_come_every_year(phrase: str, days: list[str]) -> None:
    want = ["FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format(*day.split(";")) for day in days]
    read = parse_deadline(phrase, PLAN_DATE)
    assert (read.kind, list(read.rrule)) == ("recurring", want)
    told = find_deadline(f"Tổng hợp, gửi báo cáo về Sở Nội vụ {phrase}.", PLAN_DATE)
    assert told is not None and list(told.rrule) == want


@pytest.mark.parametrize(
    "phrase",
    [
        "Trước ngày 30/6 cho hộ nghèo, trước ngày 31/12 cho hộ cận nghèo năm 2026",
        "Trước ngày 15/6 (vụ Xuân), trước ngày 15/12 (vụ Đông năm 2026)",
        "Trước ngày 15/6/2026 (6 tháng) và trước ngày 15/12/2026 (năm)",
    ],
)
def test_days_of_other_things_stay_the_plans_own(phrase: str) -> None:
    assert parse_deadline(phrase, PLAN_DATE).kind == "fixed"


def test_the_days_of_quarter_and_year_are_both_kept_behind_what_is_reported() -> None:
    told = find_deadline("Báo cáo kết quả trước ngày 14 của tháng cuối quý (đối với báo cáo quý) và trước ngày 14/12 (đối với báo cáo năm).", PLAN_DATE)
    assert told is not None
    assert list(told.rrule) == ["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=13", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=13"]
