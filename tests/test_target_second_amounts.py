"""Second amounts in one sentence: a share of a whole behind its amount, a part that classifiers count, a later year alone."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

CASES = [
    ("Giá trị ngành chăn nuôi đạt 80 tỷ đồng, chiếm 45% tổng giá trị nông nghiệp.",
     [("Giá trị ngành chăn nuôi", 80, "tỷ đồng"), ("Giá trị ngành chăn nuôi chiếm tổng giá trị nông nghiệp", 45, "%")]),
    ("Đón 90.000 lượt khách, trong đó khách lưu trú 12.000 lượt.", [("Đón lượt khách", 90000, "count"), ("khách lưu trú", 12000, "count")]),
    ("Giảm 25 hộ nghèo (tương ứng giảm 0,9%), 30 hộ cận nghèo (tương ứng 1,1%).", [("Giảm hộ nghèo", 25, "count"), ("hộ cận nghèo", 30, "count")]),
    ("Sửa chữa 12 nhà tình nghĩa, trị giá từ 40 triệu đồng/nhà trở lên.", [("Sửa chữa nhà tình nghĩa", 12, "count"), ("trị giá", 40, "triệu đồng/nhà")]),
    ("80% chi hội hoàn thành tốt nhiệm vụ, không có chi hội yếu kém.", [("chi hội hoàn thành tốt nhiệm vụ", 80, "%")]),
    ("100% đơn thư được giải quyết đúng quy định, không để phát sinh điểm nóng.", [("đơn thư được giải quyết đúng quy định, không để phát sinh điểm nóng", 100, "%")]),
    ("Giữ vững các tiêu chí xã nâng cao, có ít nhất 03 thôn kiểu mẫu và 02 vườn mẫu.", [("thôn kiểu mẫu", 3, "count"), ("vườn mẫu", 2, "count")]),
    ("Phủ sóng 4G đạt 100% dân số, 5G đạt tối thiểu 60% dân số.", [("Phủ sóng 4G", 100, "%"), ("5G", 60, "%")]),
    ("Chiều cao trung bình của nam (cm): 168,5", [("Chiều cao trung bình của nam", 168.5, "cm")]),
    ("Năng suất ngô (tạ/ha) đạt trên 52", [("Năng suất ngô", 52, "tạ/ha")]),
    ("Chỉ số hài lòng (SIPAS) đạt trên 90", [("Chỉ số hài lòng (SIPAS)", 90, "index")]),
    ("Trẻ em dưới 5 tuổi được cân đo ít nhất 2 lần/năm đạt 98%, được uống vitamin A đạt 99%",
     [("Trẻ em dưới 5 tuổi được cân đo ít nhất 2 lần/năm", 98, "%"), ("được uống vitamin A", 99, "%")]),
    ("Thu nhập tăng 1,5 lần; tỷ lệ hộ nghèo còn 2%.", [("Thu nhập tăng", 1.5, "lần"), ("tỷ lệ hộ nghèo", 2, "%")]),
    ("80% đảng viên gương mẫu và 75% tổ dân phố đạt chuẩn an toàn.", [("đảng viên gương mẫu", 80, "%"), ("tổ dân phố đạt chuẩn an toàn", 75, "%")]),
    ("Duy trì các hội thi cấp xã từ 2 - 3 hội thi/năm", [("Duy trì các hội thi cấp xã", 2, "count")]),
    ("Số máy bơm (cái): 12 máy", [("Số máy bơm (cái)", 12, "count")]),
]
YEARS = [
    ("Thu nhập năm 2026 đạt 60 triệu đồng, tăng 5 triệu đồng; năm 2028 đạt 72 triệu đồng.",
     [("Thu nhập", 60, "2026"), ("Thu nhập tăng", 5, "2026"), ("Thu nhập", 72, "2028")]),
    ("Đến 2027 hoàn thành 50% khối lượng, đến 2029 hoàn thành 100% khối lượng công việc.",
     [("hoàn thành khối lượng", 50, "2027"), ("hoàn thành khối lượng công việc", 100, "2029")]),
    ("Hộ kinh doanh số đạt 12% tổng số hộ kinh doanh vào năm 2026, đạt 30% tổng số hộ kinh doanh vào năm 2029.",
     [("Hộ kinh doanh số", 12, "2026"), ("Hộ kinh doanh số", 30, "2029")]),
    ("Số vụ cháy: đến năm 2027 giảm 10% và đến năm 2029 sẽ giảm 25% so với năm 2024", [("Số vụ cháy giảm", 10, "2027"), ("Số vụ cháy giảm", 25, "2029")]),
    ("Tỷ lệ lao động nông nghiệp năm 2027 còn 32% và năm 2029 sẽ còn 28%.", [("Tỷ lệ lao động nông nghiệp", 32, "2027"), ("Tỷ lệ lao động nông nghiệp", 28, "2029")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_second_amounts(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(t.indicator, t.value, t.unit) for t in read_targets(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), YEARS)
def test_later_years(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(t.indicator, t.value, t.horizon) for t in read_targets(text)] == wanted
