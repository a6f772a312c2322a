"""An indicator of a part, of what is new or of one kind of money is not the indicator of the whole."""

from __future__ import annotations

import pytest

from normalizers.indicators import Wording, assign


def _same(a: str, b: str, unit: str = "%") -> bool:
    one, other = (m.indicator_id for m in assign([Wording(t, unit, ">=") for t in (a, b)])[0])
    return one == other


@pytest.mark.parametrize(("a", "b", "unit"), [
    ("Tỷ lệ cán bộ nữ tham gia cấp ủy", "Tỷ lệ cán bộ tham gia cấp ủy", "%"),
    ("Số cán bộ nữ được quy hoạch", "Số cán bộ được quy hoạch", "count"),
    ("Tỷ lệ nữ đại biểu HĐND xã", "Tỷ lệ đại biểu HĐND xã", "%"),
    ("Kết nạp đảng viên mới", "Tổng số đảng viên", "count"),
    ("Số hội viên mới", "Số hội viên", "count"),
    ("Số sản phẩm OCOP được công nhận mới", "Tổng số sản phẩm OCOP", "count"),
    ("Tỷ lệ giải ngân vốn CTMTQG", "Tỷ lệ giải ngân vốn sự nghiệp CTMTQG", "%"),
    ("Tỷ lệ giải ngân vốn đầu tư công", "Tỷ lệ giải ngân vốn các CTMTQG", "%"),
    ("Tỷ lệ giải ngân vốn đầu tư công so với kế hoạch Thủ tướng Chính phủ giao",
     "Tỷ lệ giải ngân vốn đầu tư công so với kế hoạch HĐND xã giao", "%"),
    ("Tỷ lệ thôn có nhà văn hóa", "Tỷ lệ nhà văn hóa thôn đạt chuẩn", "%"),
    ("Số tổ công nghệ số cộng đồng", "Số thành viên tổ công nghệ số cộng đồng", "count"),
])
def test_the_narrower_one_is_another_indicator(a: str, b: str, unit: str) -> None:
    assert not _same(a, b, unit)


@pytest.mark.parametrize(("a", "b", "unit"), [
    ("Tỷ lệ nữ tham gia cấp ủy", "Tỷ lệ cấp ủy viên là nữ", "%"),
    ("Tỷ lệ phụ nữ tham gia cấp ủy", "Tỷ lệ nữ tham gia cấp ủy", "%"),
    ("Tỷ lệ nữ đại biểu Hội đồng nhân dân", "Tỷ lệ đại biểu Hội đồng nhân dân là nữ", "%"),
    ("Tỷ lệ nữ đại biểu HĐND xã", "Tỷ lệ đại biểu nữ HĐND xã", "%"),
    ("Tỷ lệ nữ cán bộ lãnh đạo, quản lý", "Tỷ lệ cán bộ lãnh đạo, quản lý là nữ", "%"),
    ("Số sản phẩm OCOP mới", "Công nhận mới sản phẩm OCOP", "count"),
    ("Kết nạp mới đảng viên", "Số lượng đảng viên kết nạp mới", "count"),
    ("Tỷ lệ giải ngân vốn sự nghiệp", "Giải ngân kinh phí sự nghiệp", "%"),
    ("Tỷ lệ giải ngân vốn đầu tư công", "Giải ngân kế hoạch vốn đầu tư công năm 2026", "%"),
    ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", "Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi (cân nặng/tuổi)", "%"),
    ("Thu nhập bình quân đầu người", "Thu nhập bình quân/người/năm", "triệu đồng"),
    ("Đưa lao động đi làm việc ở nước ngoài", "Số lao động đi làm việc ở nước ngoài theo hợp đồng", "người"),
    ("Tỷ lệ thanh toán trực tuyến", "Tỷ lệ hồ sơ thanh toán trực tuyến", "%"),
])
def test_other_words_for_the_same_meet(a: str, b: str, unit: str) -> None:
    assert _same(a, b, unit)
