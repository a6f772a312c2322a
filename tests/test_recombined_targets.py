"""Targets said in another order: a year right before the rate, the amount by area twice "trên", "trở lên" before what is counted."""

from __future__ import annotations

import pytest

from normalizers.target_cells import read_table_target
from normalizers.targets import read_targets
from pipeline.phrases import normalize_targets


def rows(text: str) -> list[tuple[str, str, float | None, str | None, str | None]]:
    return [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đến năm 2029 tỷ lệ hồ, đập được kiểm định đạt 85%", [("tỷ lệ hồ, đập được kiểm định", "=", 85, "%", "2029")]),
        ("Năm 2027 tỉ trọng công nghiệp, xây dựng đạt 41%", [("tỉ trọng công nghiệp, xây dựng", "=", 41, "%", "2027")]),
        ("Đến năm 2030 tỷ suất tử vong mẹ, tử vong sơ sinh giảm 5%", [("tỷ suất tử vong mẹ, tử vong sơ sinh giảm", "=", 5, "%", "2030")]),
        ("Thu ngân sách đạt 2.030 tỷ đồng", [("Thu ngân sách", "=", 2030, "tỷ đồng", None)]),
        ("Tổng vốn huy động 35 tỷ", [("Tổng vốn huy động", "=", 35, "tỷ", None)]),
    ],
)
def test_a_year_before_a_rate_counts_no_billions(text: str, found: list[tuple[str, str, float, str, str | None]]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize("said", ["trên 140 triệu đồng", "duy trì trên 140 triệu đồng", "ít nhất 140 triệu đồng", "từ 140 triệu đồng trở lên", "≥ 140 triệu đồng"])
def test_the_area_a_value_is_counted_by(said: str) -> None:
    (got,) = read_targets(f"Giá trị sản phẩm trên 01 ha đất trồng trọt {said}")
    assert (got.value, got.unit, got.indicator) == (140, "triệu đồng", "Giá trị sản phẩm trên 01 ha đất trồng trọt")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Xây dựng từ 03 trở lên mô hình kinh tế tuần hoàn", "count"), ("Chỉ số hài lòng đạt từ 90 trở lên", "index"), ("Đạt từ 85 trở lên theo bộ tiêu chí", None)],
)
def test_what_is_counted_stands_behind_at_least(text: str, unit: str | None) -> None:
    (got,) = read_targets(text)
    assert (got.comparator, got.unit) == (">=", unit)


@pytest.mark.parametrize(
    ("value", "comparator", "number"),
    [("Không quá 7,5", "<=", 7.5), ("Đạt 100", "=", 100), ("Từ 60 trở lên", ">=", 60), ("Trên 45", ">", 45), ("dưới 2", "<", 2), ("12 - 15", "range", 12)],
)
def test_a_worded_bound_beside_a_measure_in_brackets(value: str, comparator: str, number: float) -> None:
    (got,) = read_table_target("Tỷ lệ lao động có hợp đồng (%)", None, value)
    assert (got.indicator, got.comparator, got.value, got.unit) == ("Tỷ lệ lao động có hợp đồng", comparator, number, "%")
    assert normalize_targets(f"Tỷ lệ lao động có hợp đồng (%) | {value}")["targets"][0]["unit"] == "%"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tỷ lệ xã, phường có nhà văn hóa đạt tối thiểu 70%, phấn đấu đạt 80%",
         [("Tỷ lệ xã, phường có nhà văn hóa", ">=", 70, "%", None), ("Tỷ lệ xã, phường có nhà văn hóa", "=", 80, "%", None)]),
        ("Tỷ lệ đường có đèn và tỷ lệ rác được thu gom, phân loại lần lượt đạt 60% và 75%",
         [("Tỷ lệ đường có đèn", "=", 60, "%", None), ("tỷ lệ rác được thu gom, phân loại", "=", 75, "%", None)]),
        ("Phấn đấu 62% lao động qua đào tạo và 90% phụ nữ nghèo được vay vốn",
         [("lao động qua đào tạo", "=", 62, "%", None), ("phụ nữ nghèo được vay vốn", "=", 90, "%", None)]),
        ("Tỷ lệ hộ nghèo, hộ cận nghèo còn 1%, 2%", [("Tỷ lệ hộ nghèo", "=", 1, "%", None), ("Tỷ lệ hộ cận nghèo", "=", 2, "%", None)]),
    ],
)
def test_two_amounts_of_one_subject_or_of_two(text: str, found: list[tuple[str, str, float, str, str | None]]) -> None:
    assert rows(text) == found
