"""Amounts in the targets of provinces and ministries: what a mean is counted by, levels of one service, savings, a range over two lines."""

from __future__ import annotations

import pytest

from extractors.markers import ends_range
from normalizers.targets import read_targets


@pytest.mark.parametrize("text, wanted", [
    ("Số người bình quân trên 01 thư viện công cộng khoảng 2.500 người.", [("=", 2500.0, "Số người bình quân trên 01 thư viện công cộng")]),
    ("Thu nhập bình quân trên 80 triệu đồng/người/năm.", [(">", 80.0, "Thu nhập bình quân")]),
    ("90% dịch vụ công trực tuyến mức độ 3, 4 thiết yếu, được dùng nhiều, có hướng dẫn bằng hình ảnh.",
     [("=", 90.0, "dịch vụ công trực tuyến mức độ 3, 4 thiết yếu, được dùng nhiều, có hướng dẫn bằng hình ảnh")]),
    ("Hằng năm tiết kiệm tối thiểu 3,0% tổng lượng nước tiêu thụ.", [(">=", 3.0, "Hằng năm tiết kiệm tổng lượng nước tiêu thụ")]),
])
def test_amounts(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(r.comparator, r.value, r.indicator) for r in read_targets(text)] == wanted


@pytest.mark.parametrize("before, after, goes_on", [
    ("Doanh thu bán lẻ đạt 9.000 tỷ đồng, tăng 12", "- 14% so với năm 2025.", True),
    ("Chỉ số chuyển đổi số tăng 12", "- 8% hộ dân lắp điện mặt trời.", False),
    ("Tỷ lệ hộ dùng nước sạch đạt 92%", "- 95% hộ dân có nhà tiêu hợp vệ sinh.", False),
])
def test_a_range_over_two_lines(before: str, after: str, goes_on: bool) -> None:
    assert ends_range(before, after) is goes_on
