"""Units that keep their day, ranges glued to their unit, years that measure and do not bound, groups in brackets."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


def read(text: str) -> list[tuple]:
    return [(r.comparator, r.value, r.value_high, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("Lượng nước cấp đạt 120 lít/ngày.", [("=", 120, None, "lít/ngày", None)]),
    ("Sản lượng cá đạt 12 tấn/năm.", [("=", 12, None, "tấn", None)]),
    ("Bề rộng mặt đường tăng 2-2,5m đối với đường thôn.", [("range", 2, 2.5, "m", None)]),
    ("Giá trị xuất khẩu gấp 3 lần năm 2015.", [("=", 3, None, "lần", None)]),
    ("Tỷ lệ hộ thiếu nước dưới 8% (khu vực miền núi dưới 20%) vào năm 2028 và dưới 5% (khu vực miền núi dưới 12%) vào năm 2030.",
     [("<", 8, None, "%", "2028"), ("<", 5, None, "%", "2030")]),
])
def test_values(text: str, wanted: list[tuple]) -> None:
    assert read(text) == wanted


def test_what_is_saved_is_the_indicator() -> None:
    assert [r.indicator for r in read_targets("Tiết kiệm 5% tổng tiêu thụ điện.")] == ["Tiết kiệm tổng tiêu thụ điện"]
