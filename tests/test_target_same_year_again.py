"""A value by the end of the year whose half was said, the same count again by a year, growth with no comma before it, stars in brackets."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, float | None, str | None, str | None, str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the end of the year whose half, quarter or month was said
        ("Tỷ lệ giải ngân vốn đầu tư công 6 tháng đầu năm 2026 đạt 50%, đến hết năm hoàn thành 100%", [
            ("=", 50, "%", "2026-40", "Tỷ lệ giải ngân vốn đầu tư công"), ("=", 100, "%", "2026", "Tỷ lệ giải ngân vốn đầu tư công")]),
        ("Đến tháng 6/2026 thu ngân sách đạt 55% dự toán, hết năm đạt 100%", [
            ("=", 55, "%", "2026-06", "thu ngân sách"), ("=", 100, "%", "2026", "thu ngân sách")]),
        # no part of a year before it: no year of its own
        ("Số hóa đạt 60% hồ sơ, cuối năm đạt 100%", [("=", 60, "%", None, "Số hóa hồ sơ"), ("=", 100, "%", None, "Số hóa hồ sơ")]),
        # the same thing counted again by a year
        ("Kết nạp 30 đảng viên, năm 2026 kết nạp 12 đảng viên", [
            ("=", 30, "count", None, "Kết nạp đảng viên"), ("=", 12, "count", "2026", "Kết nạp đảng viên")]),
        ("Trồng 500 ha rừng, năm 2026 trồng 120 ha", [("=", 500, "ha", None, "Trồng rừng"), ("=", 120, "ha", "2026", "Trồng rừng")]),
        # how an amount compares, with no comma before it
        ("Thu ngân sách đạt 12,5 tỷ đồng tăng 10% so với dự toán", [
            ("=", 12.5, "tỷ đồng", None, "Thu ngân sách"), ("=", 10, "%", None, "Thu ngân sách tăng")]),
        ("Tổng đàn lợn 12.000 con giảm 5% so với năm 2025", [
            ("=", 12000, "count", None, "Tổng đàn lợn"), ("=", 5, "%", None, "Tổng đàn lợn giảm")]),
        ("Tỷ lệ hộ gia đình văn hóa đạt 95% tăng 5% so với năm 2025", [
            ("=", 95, "%", None, "Tỷ lệ hộ gia đình văn hóa"), ("=", 5, "%", None, "Tỷ lệ hộ gia đình văn hóa tăng")]),
        ("năng suất lao động đạt 150 triệu đồng/người tăng bình quân 7% so với năm 2025", [
            ("=", 150, "triệu đồng/người", None, "năng suất lao động"), ("=", 7, "%", None, "năng suất lao động tăng bình quân")]),
        # what each of them reaches is no growth of their number
        ("80% hộ nghèo có thu nhập tăng 10% so với năm 2025", [("=", 80, "%", None, "hộ nghèo có thu nhập")]),
        # stars are no number of their own
        ("Có 20 sản phẩm OCOP (trong đó 5 sản phẩm đạt 4 sao)", [
            ("=", 20, "count", None, "sản phẩm OCOP"), ("=", 5, "count", None, "sản phẩm đạt 4 sao")]),
        ("Công nhận 03 sản phẩm OCOP (trong đó 02 sản phẩm đạt 3 sao và 01 sản phẩm đạt 4 sao)", [
            ("=", 3, "count", None, "Công nhận sản phẩm OCOP"), ("=", 2, "count", None, "sản phẩm đạt 3 sao"), ("=", 1, "count", None, "sản phẩm đạt 4 sao")]),
    ],
)
def test_second_value(text: str, found: Found) -> None:
    got = [(t.comparator, t.value, t.unit, t.horizon, t.indicator) for t in read_targets(text)]
    assert got == found
