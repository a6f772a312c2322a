"""Ranks in prose: sentences that name no indicator of their own, and groups that are no place."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "indicator", "value"), [
    ("Phấn đấu nằm trong top 15 phường của thành phố.", "Phấn đấu nằm trong top 15 phường của thành phố", 15.0),
    ("Thuộc nhóm 8 xã dẫn đầu tỉnh.", "Thuộc nhóm 8 xã dẫn đầu tỉnh", 8.0),
    ("Duy trì thứ hạng trong nhóm 12 đơn vị dẫn đầu về chuyển đổi số", "Duy trì thứ hạng về chuyển đổi số", 12.0),
])
def test_a_place(text: str, indicator: str, value: float) -> None:
    [found] = read_targets(text)
    assert (found.indicator, found.comparator, found.value) == (indicator, "rank", value)


@pytest.mark.parametrize("text", ["Nhóm 04 chỉ tiêu về văn hóa", "Hoàn thành nhóm 03 nhiệm vụ về dữ liệu số"])
def test_so_many_of_a_sort_are_no_place(text: str) -> None:
    assert all(r.comparator != "rank" for r in read_targets(text))
