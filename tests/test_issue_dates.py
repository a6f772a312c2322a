"""Dates in heads as clerks write them: gaps for the day, figures with slashes or dots, the month alone."""

from __future__ import annotations

import pytest

from extractors.issue_dates import issue_date


@pytest.mark.parametrize(("line", "date"), [
    ("Tân Lập, ngày … tháng 01 năm 2026", "2026-01"), ("Tân Lập, ngày ...... tháng 3 năm 2026", "2026-03"), ("Tân Lập, ngày …… tháng …… năm 2026", "2026"),
    ("Tân Lập, ngày .../02/2026", "2026-02"), ("Tân Lập, tháng 01 năm 2026", "2026-01"), ("Tân Lập, ngày 5/1/2026", "2026-01-05"), ("Tân Lập, ngày 15-12-2025", "2025-12-15"),
    ("Tân Lập, ngày 15.12.2025.", "2025-12-15"), ("Tân Lập, Ngày 6 Tháng 2 Năm 2026", "2026-02-06")])
def test_the_date_of_a_head(line: str, date: str) -> None:
    assert issue_date(["ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", line], []) == date


@pytest.mark.parametrize("line", ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 5/1/2026)", "Số: 12/KH-UBND", "Triển khai Nghị quyết, tháng hành động năm 2026", "Quý I/2026"])
def test_no_date_of_the_head(line: str) -> None:
    assert issue_date([line], []) is None


def test_an_appendix_has_the_date_of_its_plan() -> None:
    assert issue_date([], ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 5/1/2026 của UBND xã)"]) == "2026-01-05"
