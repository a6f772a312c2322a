"""A limit without a number behind ";" is an outcome of its own; an act or a passive that goes on is none."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize("limit", [
    "nợ đọng xây dựng cơ bản không vượt quá mức trần cho phép",
    "số đơn thư vượt cấp không phát sinh mới",
    "không có xã nợ lương",
    "không để xảy ra sự cố lộ, lọt dữ liệu cá nhân",
])
def test_a_limit_is_an_outcome_of_its_own(limit: str) -> None:
    first, second = read_targets(f"- Thu ngân sách đạt 25 tỷ đồng; {limit}.")
    assert (first.value, second.indicator, second.comparator, second.value) == (25, limit, "qualitative", None)


def test_a_year_of_its_own_opens_another_outcome() -> None:
    found = read_targets("- 100% trường học có phòng tin học; đến năm 2028, hoàn thành việc sắp xếp các điểm trường lẻ.")
    assert [(r.comparator, r.horizon) for r in found] == [("=", None), ("qualitative", "2028")]


@pytest.mark.parametrize("text", [
    "Tỷ lệ hồ sơ đúng hạn đạt 98%; kết nối, đồng bộ về trung tâm dữ liệu không để gián đoạn.",
    "100% hồ sơ được số hóa; được ký số, không để tồn đọng.",
])
def test_what_goes_on_with_the_outcome_before_is_none(text: str) -> None:
    assert [r.comparator for r in read_targets(text)] == ["="]


def test_a_year_of_its_own_may_open_a_short_outcome() -> None:
    found = read_targets("- Tỷ lệ bao phủ bảo hiểm y tế đạt trên 95% vào năm 2026; đến năm 2030 bao phủ toàn dân.")
    assert [(r.comparator, r.horizon) for r in found] == [(">", "2026"), ("qualitative", "2030")]


def test_when_an_act_is_done_each_year_is_no_wording_of_its_outcome() -> None:
    [target] = read_targets("- Khám sức khỏe học sinh ít nhất 01 lần/năm học, hoàn thành trước 31/10 hằng năm.")
    assert (target.indicator, target.value, target.unit) == ("Khám sức khỏe học sinh", 1, "lần")
