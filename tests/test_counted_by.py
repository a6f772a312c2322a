"""A bare number takes its unit from an indicator that says what it is a number of."""

from __future__ import annotations

import pytest

from normalizers.measures import counted_by
from normalizers.targets import read_table_target, read_targets


@pytest.mark.parametrize(("indicator", "unit"), [
    ("Số mô hình vườn mẫu", "count"),
    ("Số lượng hộ kinh doanh dùng mã QR", "count"),
    ("Tổng số hợp tác xã", "count"),
    ("Số người được tập huấn", "người"),
    ("Số bác sĩ/vạn dân", None),  # a rate
    ("Số vụ cháy trên 10.000 dân", None),
    ("Số thu ngân sách", None),  # an amount of money
    ("Chỉ số hài lòng", None),
    ("Sản lượng lúa", None),
    ("", None),
])
def test_what_an_indicator_counts(indicator: str, unit: str | None) -> None:
    assert counted_by(indicator) == unit


def test_bare_numbers_of_cells_and_sentences() -> None:
    assert [r.unit for r in read_table_target("Số mô hình vườn mẫu", None, "12")] == ["count"]
    assert [r.unit for r in read_table_target("Số mô hình vườn mẫu", "Mô hình", "12")] == ["count"]
    assert [r.unit for r in read_table_target("Số học sinh giỏi", "%", "12")] == ["%"]  # the column goes first
    assert [(r.value, r.unit) for r in read_targets("Số người tham gia tập huấn đạt 2.150.")] == [(2150, "người")]
