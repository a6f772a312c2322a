"""Amounts as they are typed: in two sizes, behind a comma without a space, above a plan; words that only say one strives."""

from __future__ import annotations

import pytest

from normalizers.measures import money_rest, read_measure
from normalizers.target_prose import read_targets


def rows(text: str) -> list[tuple[str, str, float | None, str | None]]:
    return [(r.indicator, r.comparator, r.value, r.unit) for r in read_targets(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thu phí, lệ phí đạt 4 tỷ 200 triệu đồng", [("Thu phí, lệ phí", "=", 4.2, "tỷ đồng")]),
        ("Thu nhập bình quân đạt trên 6 triệu 500 nghìn đồng/người/tháng", [("Thu nhập bình quân", ">", 6.5, "triệu đồng/người/tháng")]),
        ("Quỹ khuyến học đạt 1 tỷ 50 triệu đồng/năm", [("Quỹ khuyến học", "=", 1.05, "tỷ đồng/năm")]),
        ("Tổng vốn huy động đạt 2 tỷ, 15 công trình được khởi công", [("Tổng vốn huy động", "=", 2, "tỷ"), ("công trình được khởi công", "=", 15, "count")]),
        ("Tổng vốn đầu tư đạt 1,2 triệu tỷ đồng", [("Tổng vốn đầu tư", "=", 1.2, "triệu tỷ đồng")]),
    ],
)
def test_money_in_two_sizes_is_one_amount(text: str, found: list[tuple[str, str, float, str]]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize("low", ["tỷ 300 tỷ", "triệu 20 triệu", "tỷ đồng 500 triệu", "tỷ", "tỷ 15 công trình", "tỷ 1.500 triệu"])
def test_what_is_no_second_part(low: str) -> None:
    assert money_rest(low, low, 0, read_measure(low, low, 0)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Giảm 07 hộ nghèo,31 hộ cận nghèo", [("Giảm hộ nghèo", "=", 7, "count"), ("hộ cận nghèo", "=", 31, "count")]),
        ("Ra mắt 02 tuyến đường hoa,03 mô hình thu gom vỏ thuốc", [("Ra mắt tuyến đường hoa", "=", 2, "count"), ("mô hình thu gom vỏ thuốc", "=", 3, "count")]),
        ("Tỷ lệ hồ sơ số hóa đạt 92%,tỷ lệ hài lòng đạt 97%", [("Tỷ lệ hồ sơ số hóa", "=", 92, "%"), ("tỷ lệ hài lòng", "=", 97, "%")]),
        ("Độ che phủ rừng đạt 42,5%", [("Độ che phủ rừng", "=", 42.5, "%")]),
    ],
)
def test_a_comma_may_stand_without_a_space(text: str, found: list[tuple[str, str, float, str]]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phấn đấu thu thuế đạt và vượt 6% kế hoạch", [("thu thuế đạt và vượt kế hoạch", "=", 6, "%")]),
        ("Chi hành chính không vượt 6% dự toán", [("Chi hành chính", "<=", 6, "%")]),
        ("Thu thuế vượt ít nhất 6% kế hoạch", [("Thu thuế vượt kế hoạch", ">=", 6, "%")]),
        ("Thu thuế vượt 6% kế hoạch", [("Thu thuế vượt kế hoạch", "=", 6, "%")]),
        ("Thu ngân sách đạt 90 tỷ đồng, vượt 4% dự toán", [("Thu ngân sách", "=", 90, "tỷ đồng"), ("Thu ngân sách vượt dự toán", "=", 4, "%")]),
        ("Thu ngân sách vượt trên 4% dự toán", [("Thu ngân sách vượt dự toán", ">", 4, "%")]),
        ("Tỷ lệ giải ngân vượt 95%", [("Tỷ lệ giải ngân", ">", 95, "%")]),
    ],
)
def test_how_far_above_a_plan(text: str, found: list[tuple[str, str, float, str]]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize("lead", ["Nỗ lực phấn đấu", "Cố gắng", "Quyết tâm", "Đặt mục tiêu", "Tập trung phấn đấu", "Đề ra mục tiêu", "Phấn đấu nỗ lực", "Đặt mục tiêu phấn đấu"])
def test_words_that_say_one_strives_are_no_wording(lead: str) -> None:
    assert rows(f"{lead} 96% ngõ xóm có đèn chiếu sáng") == [("ngõ xóm có đèn chiếu sáng", "=", 96, "%")]
    assert rows(f"{lead} tỷ lệ hộ cận nghèo còn dưới 3%") == [("tỷ lệ hộ cận nghèo", "<", 3, "%")]


def test_or_equivalent_is_of_the_subject() -> None:
    assert rows("Tỷ lệ tốt nghiệp trung học phổ thông và tương đương đạt 98%") == [("Tỷ lệ tốt nghiệp trung học phổ thông và tương đương", "=", 98, "%")]
