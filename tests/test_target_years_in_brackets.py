"""A year alone in brackets behind what is measured is when; rates that several things share; "một vạn dân"."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "want"), [
    ("Tối thiểu 60% hồ sơ nộp trực tuyến (năm 2026), 85% (năm 2030).", [("hồ sơ nộp trực tuyến", 60, "2026"), ("hồ sơ nộp trực tuyến", 85, "2030")]),
    ("50% hộ phân loại rác tại nguồn (đến hết năm 2027).", [("hộ phân loại rác tại nguồn", 50, "2027")]),
    # which of them, or what it is compared with, not when
    ("Giảm 5% số vụ tai nạn giao thông so với cùng kỳ (năm 2025).", [("Giảm số vụ tai nạn giao thông", 5, None)]),
    ("100% hộ nghèo (năm 2025) được hỗ trợ thẻ BHYT.", [("hộ nghèo (năm 2025) được hỗ trợ thẻ BHYT", 100, None)]),
])
def test_a_year_alone_in_brackets(text: str, want: list[tuple[str, float, str | None]]) -> None:
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == want


def test_things_that_share_a_rate_are_counted_by_it() -> None:
    got = [(r.value, r.unit) for r in read_targets("Đạt 11 bác sĩ, 3 dược sĩ đại học và 28 điều dưỡng viên/10.000 dân.")]
    assert got == [(11, "bác sĩ/10.000 dân"), (3, "dược sĩ đại học/10.000 dân"), (28, "điều dưỡng viên/10.000 dân")]


def test_people_by_ten_thousand_are_a_rate_however_it_is_written() -> None:
    got = [(r.indicator, r.unit) for text in ("người/một vạn dân", "người/vạn dân") for r in read_targets(f"Nhân lực nghiên cứu khoa học đạt 12 {text}.")]
    assert got == [("Nhân lực nghiên cứu khoa học", "người/một vạn dân"), ("Nhân lực nghiên cứu khoa học", "người/vạn dân")]
