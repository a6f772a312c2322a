"""Years gone by in a task sentence, days of a week said twice, and the other times beside them."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline, parse_deadline


@pytest.mark.parametrize(("text", "due"), [
    ("Phòng Kinh tế tổng hợp số liệu thực hiện năm 2025, lập danh mục việc còn tồn; gửi trước ngày 20/02/2026.", "2026-02-19"),
    ("Rà soát hồ sơ tồn đọng năm 2025 và giải quyết dứt điểm trước ngày 15/3/2026.", "2026-03-14"),
    ("Báo cáo tình hình thực hiện năm 2026 trước ngày 10/12/2026.", "2026-12-09"),
    ("Triển khai thực hiện năm 2026.", "2026-12-31"),
])
def test_a_year_gone_by_is_no_deadline(text: str, due: str) -> None:
    found = find_deadline(text, "2026-01-20")
    assert found is not None and found.due == due


def test_no_deadline_beside_a_year_gone_by() -> None:
    assert find_deadline("Đánh giá kết quả thực hiện năm 2025 của từng xóm.", "2026-01-20") is None


@pytest.mark.parametrize(("cell", "rules"), [
    ("Chiều thứ Tư hằng tuần, mỗi tuần tại một xóm", ("FREQ=WEEKLY;BYDAY=WE",)),
    ("Hằng tuần, hằng tháng", ("FREQ=WEEKLY", "FREQ=MONTHLY")),
])
def test_one_day_of_the_week_is_one_rule(cell: str, rules: tuple[str, ...]) -> None:
    assert parse_deadline(cell, "2026-01-20").rrule == rules
