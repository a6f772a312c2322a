"""Outcomes of a year of their own, of each year, of a group in brackets; ranks that are told by a score; floors that hold for a row."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

CASES: list[tuple[str, list[tuple[str, str, float | None, str | None, str | None]]]] = [
    ("Xây dựng 3.500 căn nhà ở xã hội trong giai đoạn 2026 - 2030, riêng năm 2026 khởi công mới 800 căn.",
     [("Xây dựng căn nhà ở xã hội", "=", 3500, "count", "2026/2030"), ("khởi công mới căn", "=", 800, "count", "2026")]),
    ("Đào tạo nghề cho 1.200 lao động nông thôn, bình quân mỗi năm 240 lao động.",
     [("Đào tạo nghề cho lao động nông thôn", "=", 1200, "count", None), ("bình quân mỗi năm lao động", "=", 240, "count", None)]),
    ("Tổ chức sinh hoạt câu lạc bộ hằng tháng 02 buổi.", [("Tổ chức sinh hoạt câu lạc bộ hằng tháng 02 buổi", "qualitative", None, None, None)]),
    ("Chỉ số PAPI thuộc nhóm có điểm số cao nhất.", [("Chỉ số PAPI", "rank", None, "rank", None)]),
    ("Hình thành 05 vùng sản xuất tập trung với quy mô từ 20 ha/vùng trở lên.",
     [("Hình thành vùng sản xuất tập trung với quy mô từ 20 ha/vùng trở lên", "=", 5, "count", None)]),
    ("Hình thành 05 vùng sản xuất tập trung với diện tích 200 ha.",
     [("Hình thành vùng sản xuất tập trung", "=", 5, "count", None), ("diện tích", "=", 200, "ha", None)]),
    ("Tỷ lệ xử lý nước thải sinh hoạt đạt 30% (đô thị loại II đạt 50%).",
     [("Tỷ lệ xử lý nước thải sinh hoạt", "=", 30, "%", None), ("đô thị loại II", "=", 50, "%", None)]),
    ("Giảm tối thiểu 20% đầu mối đơn vị sự nghiệp và tinh giản 5% biên chế.",
     [("Giảm đầu mối đơn vị sự nghiệp", ">=", 20, "%", None), ("tinh giản biên chế", "=", 5, "%", None)]),
    ("Vùng phủ sóng 5G đạt 60% dân số vào năm 2027 và 99% dân số vào năm 2030.",
     [("Vùng phủ sóng 5G", "=", 60, "%", "2027"), ("Vùng phủ sóng 5G", "=", 99, "%", "2030")]),
    ("Giảm ít nhất 10% số vụ, 5% số người chết và 10% số người bị thương.",
     [("Giảm số vụ", ">=", 10, "%", None), ("số người chết", ">=", 5, "%", None), ("số người bị thương", ">=", 10, "%", None)]),
    ("Tổ chức 12 lớp tập huấn, 2 lần/năm cho cán bộ.", [("Tổ chức lớp tập huấn, 2 lần/năm cho cán bộ", "=", 12, "count", None)]),
    ("Số doanh nghiệp thành lập mới đạt 35% trở lên của kế hoạch năm 2026.", [("Số doanh nghiệp thành lập mới", ">=", 35, "%", "2026")]),
    ("Tỷ lệ có nhà tiêu hợp vệ sinh: hộ gia đình 90%; trường học, trạm y tế 100%.",
     [("Tỷ lệ có nhà tiêu hợp vệ sinh hộ gia đình", "=", 90, "%", None), ("Tỷ lệ có nhà tiêu hợp vệ sinh trường học, trạm y tế", "=", 100, "%", None)]),
    ("Cơ cấu kinh tế: Nông nghiệp 25% - Công nghiệp, xây dựng 40% - Dịch vụ 35%.",
     [("Cơ cấu kinh tế Nông nghiệp", "=", 25, "%", None), ("Cơ cấu kinh tế Công nghiệp, xây dựng", "=", 40, "%", None), ("Cơ cấu kinh tế Dịch vụ", "=", 35, "%", None)]),
    ("Thu nhập bình quân đầu người đạt 90 triệu đồng (gấp 1,6 lần so với năm 2025).",
     [("Thu nhập bình quân đầu người", "=", 90, "triệu đồng", None)]),
    ("Huy động trẻ ra lớp: Nhà trẻ 40%, mẫu giáo 98%, tiểu học 100%.",
     [("Huy động trẻ ra lớp: Nhà trẻ", "=", 40, "%", None), ("Huy động trẻ ra lớp: mẫu giáo", "=", 98, "%", None), ("Huy động trẻ ra lớp: tiểu học", "=", 100, "%", None)]),
    ("Tỷ lệ gia đình văn hóa: 90%; thôn văn hóa: 12/14 thôn.", [("Tỷ lệ gia đình văn hóa", "=", 90, "%", None), ("thôn văn hóa", "=", 12, "count", None)]),
    ("BHXH bắt buộc và tự nguyện: 42% lực lượng lao động.", [("BHXH bắt buộc và tự nguyện", "=", 42, "%", None)]),
    ("Giảm 5 - 7% số vụ phạm pháp hình sự, không có trọng án.", [("Giảm số vụ phạm pháp hình sự", "range", 5, "%", None)]),
    ("Cứ 10.000 trẻ em có ít nhất 01 nhân viên công tác xã hội.", [("Cứ 10.000 trẻ em có nhân viên công tác xã hội", ">=", 1, "count", None)]),
    ("Chỉ số PAR Index cải thiện từ vị trí 45 lên vị trí 30.", [("Chỉ số PAR Index cải thiện", "rank", 30, "rank", None)]),
    ("Xếp hạng chỉ số PCI từ thứ 25 năm 2025 lên thứ 15 năm 2030.", [("Xếp hạng chỉ số PCI", "rank", 15, "rank", "2030")]),
    ("Hàng hóa qua cảng đạt 25 - 30 triệu tấn, hành khách 1,2 triệu lượt.",
     [("Hàng hóa qua cảng", "range", 25, "triệu tấn", None), ("hành khách", "=", 1.2, "triệu lượt", None)]),
    ("Trồng 01 triệu cây xanh trong 5 năm (bình quân 200.000 cây/năm).", [("Trồng cây xanh trong 5 năm", "=", 1, "triệu cây", None)]),
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_outcomes(text: str, want: list[tuple[str, str, float | None, str | None, str | None]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)] == want
