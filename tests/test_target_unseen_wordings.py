"""Targets in wordings that resolutions and programmes share: places of one subject, zeros, parts of all, paces, groups alone."""

from __future__ import annotations

import pytest

from normalizers.closing_amounts import settled
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
    ("Giải phóng mặt bằng 100% diện tích các dự án trọng điểm.", [("Giải phóng mặt bằng diện tích các dự án trọng điểm", "=", 100, "%")]),
    ("Thi hành án dân sự: đạt trên 83,5% về việc và trên 50% về tiền.",
     [("Thi hành án dân sự về việc", ">", 83.5, "%"), ("Thi hành án dân sự về tiền", ">", 50, "%")]),
    ("Hòa giải thành ở cơ sở đạt từ 85% số vụ việc thụ lý trở lên.", [("Hòa giải thành ở cơ sở số vụ việc thụ lý", ">=", 85, "%")]),
    ("Công suất sử dụng phòng bình quân đạt 65%, thời gian lưu trú bình quân 2,2 ngày/khách.",
     [("Công suất sử dụng phòng bình quân", "=", 65, "%"), ("thời gian lưu trú bình quân", "=", 2.2, "ngày/khách")]),
    ("Tối thiểu 70% (bảy mươi phần trăm) người dân sử dụng dịch vụ số.", [("người dân sử dụng dịch vụ số", ">=", 70, "%")]),
    ("Số hộ sử dụng nước sạch tập trung tăng thêm 350 hộ, nâng tỷ lệ lên 78%.",
     [("Số hộ sử dụng nước sạch tập trung tăng thêm", "=", 350, "count"), ("tỷ lệ hộ sử dụng nước sạch tập trung", "=", 78, "%")]),
    ("Cắt giảm ít nhất 30% điều kiện kinh doanh, 30% thời gian và 30% chi phí.",
     [("Cắt giảm điều kiện kinh doanh", ">=", 30, "%"), ("Cắt giảm thời gian", ">=", 30, "%"), ("Cắt giảm chi phí", ">=", 30, "%")]),
    ("Tỷ lệ phủ sóng di động 4G đạt 100%, 5G đạt 60% dân số.",
     [("Tỷ lệ phủ sóng di động 4G", "=", 100, "%"), ("Tỷ lệ phủ sóng di động 5G", "=", 60, "%")]),
    ("Số lượng doanh nghiệp công nghệ số tăng 1,5 lần so với năm 2025, đạt 300 doanh nghiệp.",
     [("Số lượng doanh nghiệp công nghệ số tăng", "=", 1.5, "lần"), ("Số lượng doanh nghiệp công nghệ số", "=", 300, "count")]),
    ("Cơ cấu kinh tế năm 2030: Nông nghiệp: 30%; công nghiệp: 35%; dịch vụ: 35%.",
     [("Cơ cấu kinh tế: Nông nghiệp", "=", 30, "%"), ("Cơ cấu kinh tế: công nghiệp", "=", 35, "%"), ("Cơ cấu kinh tế: dịch vụ", "=", 35, "%")]),
    ("Tỷ lệ học sinh hoàn thành chương trình tiểu học đạt 99,7%, trung học cơ sở đạt 99%.",
     [("Tỷ lệ học sinh hoàn thành chương trình tiểu học", "=", 99.7, "%"), ("Tỷ lệ học sinh hoàn thành chương trình trung học cơ sở", "=", 99, "%")]),
    ("Hằng năm có 90% trở lên tổ chức cơ sở đảng, 85% trở lên đảng viên được xếp loại hoàn thành tốt nhiệm vụ.",
     [("Hằng năm có tổ chức cơ sở đảng được xếp loại hoàn thành tốt nhiệm vụ", ">=", 90, "%"), ("đảng viên được xếp loại hoàn thành tốt nhiệm vụ", ">=", 85, "%")]),
    ("Phấn đấu năm 2026 tăng trưởng 11%; giai đoạn 2026 - 2030 bình quân 10 - 11%/năm.",
     [("tăng trưởng", "=", 11, "%"), ("tăng trưởng bình quân", "range", 10, "%")]),
    ("Tăng trưởng GRDP năm 2026 đạt 10%, trong đó quý I đạt 9%, quý II đạt 9,5%.",
     [("Tăng trưởng GRDP", "=", 10, "%"), ("Tăng trưởng GRDP, quý I", "=", 9, "%"), ("Tăng trưởng GRDP, quý II", "=", 9.5, "%")]),
    ("Nâng tổng số đảng viên lên 1.200 đồng chí vào cuối nhiệm kỳ.", [("tổng số đảng viên", "=", 1200, "người")]),
    ("Phấn đấu đạt 85/100 điểm chỉ số cải cách hành chính.", [("chỉ số cải cách hành chính", "=", 85, "điểm")]),
    ("Rà soát 03 điểm du lịch.", [("Rà soát điểm du lịch", "=", 3, "count")]),
    ("Tỷ lệ học sinh bỏ học cấp THCS < 0,5%, cấp THPT < 1%.",
     [("Tỷ lệ học sinh bỏ học cấp THCS", "<", 0.5, "%"), ("Tỷ lệ học sinh bỏ học cấp THPT", "<", 1, "%")]),
    ("Số hộ nghèo giảm 15 hộ, hộ cận nghèo giảm 20 hộ.", [("Số hộ nghèo giảm", "=", 15, "count"), ("hộ cận nghèo giảm", "=", 20, "count")]),
    ("Xuất khẩu lao động 120 người/năm.", [("Xuất khẩu lao động", "=", 120, "người")]),
    ("Đến năm 2030 đạt mức 3 về trưởng thành chính quyền số.", [("trưởng thành chính quyền số", "=", 3, "level")]),
    ("Tối thiểu 80% doanh nghiệp ứng dụng công nghệ tiên tiến, góp phần nâng cao năng suất.",
     [("doanh nghiệp ứng dụng công nghệ tiên tiến, góp phần nâng cao năng suất", ">=", 80, "%")]),
    ("Hồ sơ trễ hạn dưới 1%; không có hồ sơ bị trả lại quá 02 lần.", [("Hồ sơ trễ hạn", "<", 1, "%")]),
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_wording(text: str, want: list[tuple[str, str, float, str | None]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit) for r in read_targets(text) if r.comparator != "qualitative"] == want


def test_years_without_their_word_part_two_values() -> None:
    found = read_targets("Đến 2030: 50%, đến 2035: 70% doanh nghiệp đổi mới công nghệ.")
    assert [(r.indicator, r.value, r.horizon) for r in found] == [
        ("doanh nghiệp đổi mới công nghệ", 50, "2030"), ("doanh nghiệp đổi mới công nghệ", 70, "2035")]


def test_a_time_of_day_is_no_zero_that_is_reached() -> None:
    assert [r.comparator for r in read_targets("Xử lý dứt điểm từ 08h00 về 0h00.")] == ["qualitative"]


def test_a_year_behind_an_act_that_labels_its_levels() -> None:
    found = read_targets("Giải ngân vốn đầu tư công năm 2026: 6 tháng đạt 50%, cả năm đạt 100% kế hoạch.")
    assert [(r.value, r.horizon) for r in found] == [(50, "2026"), (100, "2026")]


def test_a_quarter_of_a_year_told_before_is_that_year_s() -> None:
    read = [r for r, _ in settled(read_targets("Tăng trưởng GRDP năm 2026 đạt 10%, trong đó quý I đạt 9%, quý II đạt 9,5%."))]
    assert [(r.indicator, r.value, r.horizon) for r in read] == [
        ("Tăng trưởng GRDP", 10, "2026"), ("Tăng trưởng GRDP", 9, "2026-33"), ("Tăng trưởng GRDP", 9.5, "2026-34")]
