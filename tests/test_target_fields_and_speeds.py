"""Fields before shares of two years, what exceeds its plan, speeds beside shares, volumes of what is dug."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, str, float | None, str | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # --- a field names no indicator
    ("Trong lĩnh vực chính trị, phấn đấu đến năm 2026 đạt 60% và đến năm 2030 đạt 75% các cơ quan có lãnh đạo chủ chốt là nữ.",
     [("các cơ quan có lãnh đạo chủ chốt là nữ", "=", 60, "%", "2026"), ("các cơ quan có lãnh đạo chủ chốt là nữ", "=", 75, "%", "2030")]),
    ("Về y tế, phấn đấu năm 2026 đạt 90% và năm 2028 đạt 95% dân số tham gia bảo hiểm y tế.",
     [("dân số tham gia bảo hiểm y tế", "=", 90, "%", "2026"), ("dân số tham gia bảo hiểm y tế", "=", 95, "%", "2028")]),
    # --- how far above a plan
    ("Hiến máu tình nguyện cấp xã vượt chỉ tiêu trên 30%.", [("Hiến máu tình nguyện cấp xã vượt chỉ tiêu", ">", 30, "%", None)]),
    # --- a speed with a subject of its own
    ("85% hộ gia đình có cáp quang, tốc độ tải xuống trung bình đạt trên 200 Mbps.",
     [("hộ gia đình có cáp quang", "=", 85, "%", None), ("tốc độ tải xuống trung bình", ">", 200, "Mbps", None)]),
    ("100% hộ gia đình tiếp cận Internet với tốc độ trên 1 Gb/s.", [("hộ gia đình tiếp cận Internet với tốc độ trên 1 Gb/s", "=", 100, "%", None)]),
    # --- how much is dug
    ("Nạo vét 12,5 km kênh mương với khối lượng 18.000 m3.", [("Nạo vét kênh mương", "=", 12.5, "km", None), ("khối lượng", "=", 18000, "m3", None)]),
])
def test_outcomes(text: str, expected: Found) -> None:
    assert found(text) == expected
