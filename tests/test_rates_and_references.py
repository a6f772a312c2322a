"""Rates told as comparisons, indicators that point back, floors for each member, and bodies with a name of their own."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets
from normalizers.unit_rows import read_list
from normalizers.unit_tokens import tokenize
from normalizers.units import prose_owners


def _told(text: str) -> list[tuple[str, str, float | None, str | None, str | None]]:
    return [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)]


def test_land_alone_is_no_indicator() -> None:
    assert _told("Trong năm 2027 toàn tỉnh đạt 31,5 giường bệnh/vạn dân; 8,1 bác sĩ/vạn dân.") == [
        ("giường bệnh/vạn dân", "=", 31.5, "giường bệnh/vạn dân", "2027"),
        ("bác sĩ/vạn dân", "=", 8.1, "bác sĩ/vạn dân", "2027"),
    ]
    assert _told("Cả nước có trên 3 triệu doanh nghiệp.")[0][0] == "doanh nghiệp"
    assert _told("Toàn tỉnh có 900 hợp tác xã.")[0][0] == "Toàn tỉnh có hợp tác xã"  # what is counted stands behind it


def test_boys_per_hundred_girls_are_one_rate() -> None:
    unit = "bé trai/100 bé gái sinh ra sống"
    assert _told("Tỷ số giới tính khi sinh đến năm 2029 giảm xuống dưới 110 bé trai sinh ra sống so với 100 bé gái sinh ra sống và đến năm 2034 giảm xuống dưới 108 bé trai sinh ra sống so với 100 bé gái sinh ra sống.") == [
        ("Tỷ số giới tính khi sinh", "<", 110, unit, "2029"),
        ("Tỷ số giới tính khi sinh", "<", 108, unit, "2034"),
    ]


def test_what_a_pace_leads_to() -> None:
    assert _told("Số hợp tác xã tăng trên 8%/năm để đến năm 2030 có trên 1.200 hợp tác xã.") == [
        ("Số hợp tác xã tăng", ">", 8, "%", None),
        ("hợp tác xã", ">", 1200, "count", "2030"),
    ]


@pytest.mark.parametrize("text, indicator", [
    ("Ít nhất 75% học viên hoàn thành khóa học, không có huyện, thị xã đạt dưới 50%.", "học viên hoàn thành khóa học, không có huyện, thị xã đạt dưới 50%"),
    ("Tỷ lệ học viên hoàn thành đạt 75%, không có lớp nào dưới 50%.", "Tỷ lệ học viên hoàn thành"),
])
def test_a_floor_for_each_is_no_target_of_its_own(text: str, indicator: str) -> None:
    assert [r.indicator for r in read_targets(text)] == [indicator]


def test_indicators_that_point_back() -> None:
    assert _told("Năm 2026, 60% hộ dân dùng ứng dụng; đến năm 2030, tỷ lệ này đạt 90%.") == [
        ("hộ dân dùng ứng dụng", "=", 60, "%", "2026"),
        ("hộ dân dùng ứng dụng", "=", 90, "%", "2030"),
    ]
    assert [r.indicator for r in read_targets("Đến năm 2028, ít nhất 30% hợp tác xã bán hàng trực tuyến, nâng tỷ lệ này lên 55% vào năm 2031.")] == ["hợp tác xã bán hàng trực tuyến"] * 2


def test_a_rise_behind_a_row_in_the_subject() -> None:
    found = read_targets("Có trên 65% trường tiểu học, trung học cơ sở đạt chuẩn, tăng 4% so với năm 2024.")
    assert [r.indicator for r in found] == ["trường tiểu học, trung học cơ sở đạt chuẩn", "trường tiểu học, trung học cơ sở đạt chuẩn tăng"]


def test_at_least_in_turn() -> None:
    assert _told("Tỷ lệ hài lòng đối với bệnh viện và trường học đạt tối thiểu lần lượt 88%, 91%.") == [
        ("Tỷ lệ hài lòng đối với bệnh viện", ">=", 88, "%", None),
        ("Tỷ lệ hài lòng đối với trường học", ">=", 91, "%", None),
    ]


def test_five_years_with_their_years() -> None:
    assert _told("Tổng thu ngân sách 5 năm 2026 - 2030 đạt 80.000 tỷ đồng.") == [("Tổng thu ngân sách", "=", 80000, "tỷ đồng", "2026/2030")]
    named = _told("Tỷ lệ giải ngân kế hoạch đầu tư công trung hạn 5 năm 2021 - 2025 đạt 97%.")
    assert named[0][0].endswith("trung hạn 5 năm 2021 - 2025")  # the years name the plan


@pytest.mark.parametrize("row, units", [
    ("Trường Đại học Tân Hòa, Sở Y tế", ["Trường Đại học Tân Hòa", "Sở Y tế"]),
    ("Trường đại học, doanh nghiệp", ["Trường đại học", "doanh nghiệp"]),
    ("Sở Nội vụ; các doanh nghiệp viễn thông, công nghệ thông tin", ["Sở Nội vụ", "các doanh nghiệp viễn thông , công nghệ thông tin"]),
    ("Các cơ sở giáo dục đại học, giáo dục nghề nghiệp", ["Các cơ sở giáo dục đại học , giáo dục nghề nghiệp"]),
])
def test_names_of_bodies(row: str, units: list[str]) -> None:
    tokens = tokenize(row)
    items, end = read_list(tokens, 0, None)
    assert [" ".join(t.text for t in tokens[i.start : i.end]) for i in items] == units and end == len(tokens)


def test_companies_as_lead() -> None:
    lead, _ = prose_owners("Các doanh nghiệp viễn thông, công nghệ thông tin mở rộng vùng phủ sóng tại các thôn.")
    assert [u.name for u in lead] == ["Các doanh nghiệp viễn thông, công nghệ thông tin"]
