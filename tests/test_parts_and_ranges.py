"""Outcomes of a province's year: the parts of a whole behind a colon, ranges that name people twice, values told in turn for years and fields."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "wanted"), [
    ("Tạo việc làm cho trên 9.000 người, trong đó: tạo việc làm tại nhà máy, hợp tác xã cho trên 3.200 người; tự tạo việc làm cho 400 người.",
     [("Tạo việc làm cho người", 9000, None), ("tạo việc làm tại nhà máy, hợp tác xã cho người", 3200, None), ("tự tạo việc làm cho người", 400, None)]),
    ("Diện tích lúa 1.200 ha năng suất 65 tạ/ha sản lượng 7.800 tấn.", [("Diện tích lúa", 1200, None), ("năng suất", 65, None), ("sản lượng", 7800, None)]),
    ("Đưa 1.100 người - 1.300 lao động đi làm việc ở nước ngoài.", [("Đưa lao động đi làm việc ở nước ngoài", 1100, 1300)]),
    ("Đào tạo nghề cho 500 lao động đến 600 lao động nông thôn.", [("Đào tạo nghề cho lao động nông thôn", 500, 600)]),
    ("Khách nước ngoài là hơn 95.000 lượt khách; khách trong nước đạt 300.000 lượt.", [("Khách nước ngoài", 95000, None), ("khách trong nước", 300000, None)]),
    ("Cơ cấu kinh tế: nông, lâm nghiệp - công nghiệp - dịch vụ lần lượt là 60%, 28%, 12%.",
     [("Cơ cấu kinh tế nông, lâm nghiệp", 60, None), ("Cơ cấu kinh tế công nghiệp", 28, None), ("Cơ cấu kinh tế dịch vụ", 12, None)]),
])
def test_wordings_and_values(text: str, wanted: list[tuple[str, float, float | None]]) -> None:
    assert [(t.indicator, t.value, t.value_high) for t in read_targets(text)] == wanted


def test_values_in_turn_for_years() -> None:
    found = read_targets("Tỷ lệ hộ nghèo các năm 2026, 2027 và 2028 lần lượt còn 5%, 4% và 3%.")
    assert [(t.indicator, t.value, t.horizon) for t in found] == [("Tỷ lệ hộ nghèo", v, y) for v, y in ((5, "2026"), (4, "2027"), (3, "2028"))]
