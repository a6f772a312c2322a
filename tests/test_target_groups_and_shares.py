"""Outcomes that name only their own group or share: "…, mẫu giáo đạt 99%", "…, chiếm bình quân 40% GRDP", "80% số vụ trở lên"."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "outcomes"), [
    ("Tỷ lệ huy động trẻ đi nhà trẻ đạt 42%, mẫu giáo đạt 98,5%.",
     [("Tỷ lệ huy động trẻ đi nhà trẻ", 42), ("Tỷ lệ huy động trẻ mẫu giáo", 98.5)]),
    ("Huy động trẻ ra lớp nhà trẻ đạt 35%, trẻ mẫu giáo đạt 98%.",
     [("Huy động trẻ ra lớp nhà trẻ", 35), ("Huy động trẻ mẫu giáo", 98)]),
    ("Tỷ lệ trẻ nhà trẻ được ăn bán trú đạt 90%, mẫu giáo đạt 95%.",
     [("Tỷ lệ trẻ nhà trẻ được ăn bán trú", 90), ("Tỷ lệ trẻ mẫu giáo được ăn bán trú", 95)]),
    ("Khu vực thương mại tăng 9%, chiếm bình quân 45% GRDP.",
     [("Khu vực thương mại tăng", 9), ("Khu vực thương mại", 45)]),
])
def test_a_group_or_share_of_the_same_subject(text: str, outcomes: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == outcomes


@pytest.mark.parametrize(("text", "comparator"), [
    ("Án rất nghiêm trọng khám phá 90% số vụ trở lên.", ">="),
    ("Giải quyết dứt điểm đạt 85% tổng số vụ trở lên.", ">="),
    ("Có 90% số trường hợp đạt loại khá trở lên.", "="),
])
def test_a_share_of_so_many_and_more(text: str, comparator: str) -> None:
    assert [r.comparator for r in read_targets(text)] == [comparator]


@pytest.mark.parametrize(("text", "outcomes"), [
    ("Diện tích cây ăn quả hữu cơ 320 ha, chiếm 6,5% diện tích đất trồng cây lâu năm.",
     [("Diện tích cây ăn quả hữu cơ", 320), ("Diện tích cây ăn quả hữu cơ chiếm diện tích đất trồng cây lâu năm", 6.5)]),
    ("Giá trị sản xuất thủy sản 240 tỷ đồng, chiếm tỷ trọng 35% tổng giá trị nông nghiệp.",
     [("Giá trị sản xuất thủy sản", 240), ("Giá trị sản xuất thủy sản chiếm tỷ trọng tổng giá trị nông nghiệp", 35)]),
    ("Thu ngân sách đạt 8,2 tỷ đồng, vượt 4% so với dự toán huyện giao.",
     [("Thu ngân sách", 8.2), ("Thu ngân sách vượt", 4)]),
])
def test_an_amount_and_its_share_of_a_whole(text: str, outcomes: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == outcomes


@pytest.mark.parametrize(("text", "indicator", "value", "unit"), [
    ("Tổng thu ngân sách trên địa bàn (tỷ đồng) đến năm 2030: 320", "Tổng thu ngân sách trên địa bàn", 320, "tỷ đồng"),
    ("Tỷ lệ hộ cận nghèo (%) năm 2030: 0,8", "Tỷ lệ hộ cận nghèo", 0.8, "%"),
])
def test_a_bare_number_behind_its_measure_and_year(text: str, indicator: str, value: float, unit: str) -> None:
    assert [(r.indicator, r.value, r.unit, r.horizon) for r in read_targets(text)] == [(indicator, value, unit, "2030")]
