"""Value cells that say more than one value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.cell_parts import cell_parts
from normalizers.target_cells import read_table_target

Said = list[tuple[str, str, float | None, str | None]]


def read(indicator: str, unit: str, value: str) -> Said:
    return [(r.indicator, r.comparator, r.value, r.unit) for r in read_table_target(indicator, unit, value)]


@pytest.mark.parametrize("indicator, unit, value, wanted", [
    ("Tỷ lệ cán bộ được bồi dưỡng", "%", "≥ 80% (trong đó nữ ≥ 35%)",
     [("Tỷ lệ cán bộ được bồi dưỡng", ">=", 80, "%"), ("Tỷ lệ cán bộ được bồi dưỡng nữ", ">=", 35, "%")]),
    ("Diện tích cây ăn quả", "Ha", "340 (bưởi 120, cam 90)",
     [("Diện tích cây ăn quả", "=", 340, "Ha"), ("Diện tích cây ăn quả bưởi", "=", 120, "Ha"), ("Diện tích cây ăn quả cam", "=", 90, "Ha")]),
    ("Lao động có việc làm", "%", "70% trở lên, trong đó có văn bằng, chứng chỉ 28%",
     [("Lao động có việc làm", ">=", 70, "%"), ("Lao động có việc làm có văn bằng, chứng chỉ", "=", 28, "%")]),
    ("Tỷ lệ hộ dùng nước sạch", "%", "- Đô thị: 99\n- Nông thôn: 91",
     [("Tỷ lệ hộ dùng nước sạch Đô thị", "=", 99, "%"), ("Tỷ lệ hộ dùng nước sạch Nông thôn", "=", 91, "%")]),
])
def test_each_part_of_a_cell_is_a_target(indicator: str, unit: str, value: str, wanted: Said) -> None:
    assert read(indicator, unit, value) == wanted


@pytest.mark.parametrize("indicator, unit, value, wanted", [
    ("Sửa chữa trạm bơm", "Trạm", "03 trạm (thôn 2, thôn 7)", ("=", 3, "count")),          # places, listed
    ("Trường đạt chuẩn quốc gia", "%", "5/6 trường (83,3%)", ("=", 83.3, "%")),             # the share is what is measured
    ("Trường đạt chuẩn quốc gia", "%", "83,3% (5/6 trường)", ("=", 83.3, "%")),
    ("Thu ngân sách", "Tỷ đồng", "21,4 (tăng 8% so với dự toán)", ("=", 21.4, "Tỷ đồng")),  # a change, told beside
    ("Tỷ lệ hộ cận nghèo", "%", "Giảm từ 4,6% xuống còn 3,9%", ("=", 3.9, "%")),            # where it starts is no target
])
def test_what_is_told_beside_a_value_is_none(indicator: str, unit: str, value: str, wanted: tuple[str, float, str]) -> None:
    assert [said[1:] for said in read(indicator, unit, value)] == [wanted]


def test_the_same_in_two_measures_gives_both() -> None:
    assert read("Đường nội đồng được cứng hóa", "Km", "3,5 km; đạt 70%") == [
        ("Đường nội đồng được cứng hóa", "=", 3.5, "km"), ("Đường nội đồng được cứng hóa", "=", 70, "%")]


@pytest.mark.parametrize("value", ["95", "40 - 50", "1.234,5", "12,5; 13,5", "100 (trừ 02 hồ sơ mật)", "năm 2026: 40, năm 2027: 50"])
def test_a_cell_of_one_value_or_of_none_told_apart_is_left(value: str) -> None:
    split = cell_parts(value, True)
    assert split is None or not split.parts


@given(st.text(alphabet="0123456789.,;()%-/ \nabcđôtrong ", max_size=60))
def test_any_cell_gives_parts_with_labels_or_none(value: str) -> None:
    split = cell_parts(value, False)
    assert split is None or (all(label and part for label, part in split.parts) and (split.own or len(split.parts) > 1))
