"""Places of so many: "xếp 12/34 tỉnh", a second place of the same index, the region that it is counted in."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

PLACES = [
    ("Chỉ số chuyển đổi số xếp 12/34 tỉnh, thành phố.", [("rank", 12)]),
    ("Chỉ số chuyển đổi số xếp thứ 9/34 tỉnh, thành phố cả nước, 2/6 tỉnh vùng Đông Nam Bộ.", [("rank", 9), ("rank", 2)]),
    ("Chỉ số hài lòng đạt trên 86%, vị trí 4/14 tỉnh vùng Bắc Trung Bộ và duyên hải miền Trung.", [(">", 86), ("rank", 4)]),
    ("Chỉ số chuyển đổi số xếp thứ 3 toàn tỉnh, 4/5 xã đạt chuẩn.", [("rank", 3), ("=", 4)]),
    ("4/5 xã vùng cao đạt chuẩn nông thôn mới.", [("=", 4)]),
]


@pytest.mark.parametrize(("text", "wanted"), PLACES)
def test_places(text: str, wanted: list[tuple[str, int]]) -> None:
    assert [(r.comparator, r.value) for r in read_targets(text)] == wanted


def test_a_second_place_is_of_the_same_index() -> None:
    first, second = read_targets("Chỉ số chuyển đổi số xếp thứ 9/34 tỉnh, thành phố cả nước, 2/6 tỉnh vùng Đông Nam Bộ.")
    assert first.indicator == second.indicator == "Chỉ số chuyển đổi số"
