"""Targets in wordings that resolutions and programmes share: places of one subject, zeros, parts of all, paces, groups alone."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

CASES = [
    ("Trình độ, năng lực công nghệ, đổi mới sáng tạo thuộc nhóm 3 nước hàng đầu ASEAN và nhóm 5 nước hàng đầu châu Á.",
     [("Trình độ, năng lực công nghệ, đổi mới sáng tạo", "rank", 3, "rank"), ("Trình độ, năng lực công nghệ, đổi mới sáng tạo", "rank", 5, "rank")]),
    ("Chỉ số PCI, PAR INDEX lần lượt thuộc nhóm 10 và nhóm 5 địa phương dẫn đầu.",
     [("Chỉ số PCI", "rank", 10, "rank"), ("Chỉ số PAR INDEX", "rank", 5, "rank")]),
    ("Đưa số vụ cháy lớn về 0.", [("số vụ cháy lớn", "=", 0, "count")]),
    ("Giảm tỷ lệ hộ nghèo về 0%.", [("tỷ lệ hộ nghèo", "=", 0, "%")]),
    ("Tỷ lệ năng lượng tái tạo đạt 45% và phát thải ròng bằng 0 vào năm 2050.",
     [("Tỷ lệ năng lượng tái tạo", "=", 45, "%"), ("phát thải ròng", "=", 0, None)]),
    ("Trên 3/4 học sinh tham gia học bơi.", [("học sinh tham gia học bơi", ">", 75, "%")]),
    ("Ít nhất 3/4 trường đạt chuẩn quốc gia.", [("trường đạt chuẩn quốc gia", ">=", 3, "count")]),
    ("Tăng gấp đôi số doanh nghiệp so với năm 2025.", [("số doanh nghiệp", "=", 2, "lần")]),
    ("Tốc độ băng rộng cố định trung bình đạt 200 Mb/s, băng rộng di động đạt 100 Mb/s.",
     [("Tốc độ băng rộng cố định trung bình", "=", 200, "Mbps"), ("băng rộng di động", "=", 100, "Mbps")]),
    ("Tỷ lệ hài lòng của bệnh nhân nội trú đạt trên 95%, ngoại trú đạt trên 90%.",
     [("Tỷ lệ hài lòng của bệnh nhân nội trú", ">", 95, "%"), ("Tỷ lệ hài lòng của bệnh nhân ngoại trú", ">", 90, "%")]),
    ("Diện tích nhà ở bình quân đầu người đạt 30 m2 sàn/người, tại đô thị đạt 32 m2 sàn/người.",
     [("Diện tích nhà ở bình quân đầu người", "=", 30, "m2 sàn/người"), ("Diện tích nhà ở bình quân đầu người tại đô thị", "=", 32, "m2 sàn/người")]),
    ("Phấn đấu thành lập mới 50 hợp tác xã, bình quân 10 hợp tác xã/năm.",
     [("thành lập mới hợp tác xã", "=", 50, "count"), ("thành lập mới hợp tác xã bình quân", "=", 10, "count")]),
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_wording(text: str, want: list[tuple[str, str, float, str | None]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit) for r in read_targets(text)] == want


def test_years_without_their_word_part_two_values() -> None:
    found = read_targets("Đến 2030: 50%, đến 2035: 70% doanh nghiệp đổi mới công nghệ.")
    assert [(r.indicator, r.value, r.horizon) for r in found] == [
        ("doanh nghiệp đổi mới công nghệ", 50, "2030"), ("doanh nghiệp đổi mới công nghệ", 70, "2035")]


def test_a_time_of_day_is_no_zero_that_is_reached() -> None:
    assert [r.comparator for r in read_targets("Xử lý dứt điểm từ 08h00 về 0h00.")] == ["qualitative"]
