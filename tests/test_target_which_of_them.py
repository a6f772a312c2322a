"""Amounts that only tell which of them a share is of, and what is left when something falls."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

Want = list[tuple[str, str, float, str | None, str | None]]


def _got(text: str) -> Want:
    return [(r.indicator, r.comparator, r.value or 0, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "indicator", "value"), [
    ("Tỷ lệ hộ có thu nhập trên 200 triệu đồng/năm đạt 30%.", "Tỷ lệ hộ có thu nhập trên 200 triệu đồng/năm", 30),
    ("Tỷ lệ đường xã có mặt đường rộng từ 3,5 m trở lên đạt 90%.", "Tỷ lệ đường xã có mặt đường rộng từ 3,5 m trở lên", 90),
    ("Tỷ lệ hộ có diện tích đất từ 2 ha trở lên, thu nhập trên 200 triệu đồng/năm đạt 30%.",
     "Tỷ lệ hộ có diện tích đất từ 2 ha trở lên, thu nhập trên 200 triệu đồng/năm", 30),
    ("Số hộ có thu nhập trên 200 triệu đồng/năm đạt 50 hộ.", "Số hộ có thu nhập trên 200 triệu đồng/năm", 50),
    ("100% cơ quan, đơn vị có 30% nữ cán bộ, công chức trở lên có lãnh đạo chủ chốt là nữ.",
     "cơ quan, đơn vị có 30% nữ cán bộ, công chức trở lên có lãnh đạo chủ chốt là nữ", 100),
])
def test_an_amount_that_tells_which_of_them_is_no_outcome(text: str, indicator: str, value: float) -> None:
    assert [(name, amount) for name, _, amount, _, _ in _got(text)] == [(indicator, value)]


@pytest.mark.parametrize("text", [
    "Thu ngân sách trên 10 tỷ đồng, đạt 105% dự toán.", "Phường có trên 5.000 lượt khách, đạt 120% so với năm 2025.",
    "Tỷ lệ hộ nghèo giảm còn 1,2%, thu nhập bình quân trên 60 triệu đồng.",
    "Tháng 6/2026 có 50% hộ, đến hết năm có 100% hộ đăng ký.", "80% thôn, phấn đấu có 100% hộ dân dùng nước sạch.",
])
def test_an_amount_that_is_compared_stays_an_outcome(text: str) -> None:
    assert len(_got(text)) == 2


@pytest.mark.parametrize(("text", "want"), [
    ("Giảm tỷ suất sinh 0,2‰/năm (còn 16,8‰ vào năm 2030).", [("Giảm tỷ suất sinh", "=", 0.2, "‰", None), ("Giảm tỷ suất sinh", "=", 16.8, "‰", "2030")]),
    ("Tỷ lệ suy dinh dưỡng giảm 0,3%/năm (còn dưới 8%), tỷ lệ tiêm chủng đạt 98%.",
     [("Tỷ lệ suy dinh dưỡng giảm", "=", 0.3, "%", None), ("Tỷ lệ suy dinh dưỡng", "<", 8, "%", None), ("tỷ lệ tiêm chủng", "=", 98, "%", None)]),
    ("Giảm 15 hộ nghèo, còn 20 hộ.", [("Giảm hộ nghèo", "=", 15, "count", None), ("Giảm hộ nghèo", "=", 20, "count", None)]),
    ("Tỷ lệ che phủ rừng đạt 42% (phấn đấu đạt 45% vào năm 2030), tỷ lệ tiêm chủng đạt 98%.",
     [("Tỷ lệ che phủ rừng", "=", 42, "%", None), ("Tỷ lệ che phủ rừng", "=", 45, "%", "2030"), ("tỷ lệ tiêm chủng", "=", 98, "%", None)]),
])
def test_what_is_left_is_of_what_falls(text: str, want: Want) -> None:
    assert _got(text) == want


def test_what_a_bracket_tells_of_a_standard_is_no_name() -> None:
    got = _got("Giảm tỷ lệ hộ nghèo đa chiều 0,5% (còn 1,2% theo chuẩn mới).")
    assert [value for _, _, value, _, _ in got] == [0.5]


def test_a_fraction_of_the_common_mean_is_a_share() -> None:
    got = _got("Tăng thu nhập của người dân nông thôn gấp 2,5 lần so với năm 2020, tăng thu nhập của người dân tộc thiểu số bằng 1/2 bình quân chung của cả nước.")
    assert [(value, unit) for _, _, value, unit, _ in got] == [(2.5, "lần"), (50, "%")]
