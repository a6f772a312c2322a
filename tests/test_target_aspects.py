"""Targets told by aspects, by spans of time, for quarters and outlooks: each cause in a wording of its own."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.targets import read_table_target, read_targets

Found = list[tuple[str, str, float | None, str | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hòa giải thành đạt 80% về số vụ và 60% về giá trị tranh chấp.",
     [("Hòa giải thành về số vụ", "=", 80, "%", None), ("Hòa giải thành về giá trị tranh chấp", "=", 60, "%", None)]),
    ("Số ngày nằm viện trung bình dưới 6 ngày.", [("Số ngày nằm viện trung bình", "<", 6, "ngày", None)]),
    ("Giờ bay an toàn bình quân đạt 1,5 giờ; tỷ lệ bay đúng lịch đạt 90%.",
     [("Giờ bay an toàn bình quân", "=", 1.5, "giờ", None), ("tỷ lệ bay đúng lịch", "=", 90, "%", None)]),
    ("Trên 40% hộ nuôi tôm liên kết tiêu thụ với sản lượng bình quân đạt 3 tấn/ha.",
     [("hộ nuôi tôm liên kết tiêu thụ", ">", 40, "%", None), ("sản lượng bình quân", "=", 3, "tấn/ha", None)]),
    ("Kiên cố 100% cầu treo, 80% cầu gỗ, 60% cầu tạm dân sinh.",
     [("Kiên cố cầu treo", "=", 100, "%", None), ("Kiên cố cầu gỗ", "=", 80, "%", None), ("Kiên cố cầu tạm dân sinh", "=", 60, "%", None)]),
    ("Hết quý I đạt 20%; hết quý II đạt 45%; hết năm đạt 100% dự toán thu.",
     [("dự toán thu", "=", 20, "%", None), ("dự toán thu", "=", 45, "%", None), ("dự toán thu", "=", 100, "%", None)]),
    ("Tiến độ thu quỹ: hết quý I đạt 20%; hết năm đạt 100% kế hoạch.", [("Tiến độ thu quỹ", "=", 20, "%", None), ("Tiến độ thu quỹ", "=", 100, "%", None)]),
    ("Đến năm 2030, tỷ lệ phủ xanh đạt 30%; tầm nhìn đến năm 2045 đạt 42%.",
     [("tỷ lệ phủ xanh", "=", 30, "%", "2030"), ("tỷ lệ phủ xanh", "=", 42, "%", "2045")]),
    ("Tầm nhìn đến năm 2050, tỷ lệ xe điện đạt 90%.", [("tỷ lệ xe điện", "=", 90, "%", "2050")]),
    ("Giữ vững và nâng cao thứ hạng Chỉ số xanh, nằm trong top 12 cả nước.", [("thứ hạng Chỉ số xanh", "rank", 12, "rank", None)]),
    ("Hoàn thành việc cấp thẻ cho học viên, đạt tỷ lệ thẻ được kích hoạt từ 85% trở lên.", [("tỷ lệ thẻ được kích hoạt", ">=", 85, "%", None)]),
    ("Tỷ lệ rác tái chế tăng dần qua từng năm để đến năm 2030 đạt 25%.", [("Tỷ lệ rác tái chế", "=", 25, "%", "2030")]),
    ("Tỷ lệ thất thoát nước sạch được kiểm soát ở mức dưới 14%.", [("Tỷ lệ thất thoát nước sạch", "<", 14, "%", None)]),
    ("Giữ tỷ lệ nợ quá hạn dưới 0,4%; kiềm chế tỷ lệ tái nghèo không quá 1%.",
     [("tỷ lệ nợ quá hạn", "<", 0.4, "%", None), ("tỷ lệ tái nghèo", "<=", 1, "%", None)]),
    ("Tỷ lệ nhận tin báo đạt 98%, thời gian đến hiện trường dưới 8 phút.",
     [("Tỷ lệ nhận tin báo", "=", 98, "%", None), ("thời gian đến hiện trường", "<", 8, "phút", None)]),
    ("100% hộ vay được giải ngân, thời gian vay tối đa 5 năm.", [("hộ vay được giải ngân, thời gian vay tối đa 5 năm", "=", 100, "%", None)]),
    ("Mỗi chi đoàn thực hiện ít nhất 03 công trình, tỷ lệ công trình hoàn thành đạt 90%.",
     [("Mỗi chi đoàn thực hiện công trình", ">=", 3, "count", None), ("tỷ lệ công trình hoàn thành", "=", 90, "%", None)]),
    ("Sản lượng đạt 40 nghìn tấn, chiếm thị phần 15%.", [("Sản lượng", "=", 40, "nghìn tấn", None), ("thị phần", "=", 15, "%", None)]),
    ("100% bếp ăn, căng tin trường học được lấy mẫu ít nhất 2 lần/năm.", [("bếp ăn, căng tin trường học được lấy mẫu ít nhất 2 lần/năm", "=", 100, "%", None)]),
    ("Ký kết hợp tác với 6 viện nghiên cứu.", [("Ký kết hợp tác với viện nghiên cứu", "=", 6, "count", None)]),
    ("Hoàn thành đo đạc đối với 30 bãi bồi.", [("Hoàn thành đo đạc đối với bãi bồi", "=", 30, "count", None)]),
    ("Huy động 900 người tham gia, bằng 4% dân số.", [("Huy động người tham gia", "=", 900, "người", None), ("Huy động người tham gia bằng dân số", "=", 4, "%", None)]),
    ("Số trang tài liệu được quét đạt 3 triệu trang/năm.", [("Số trang tài liệu được quét", "=", 3, "triệu trang", None)]),
    ("Số đơn thư được giải quyết đạt 85% số đơn thư thuộc thẩm quyền.", [("Số đơn thư được giải quyết", "=", 85, "%", None)]),
    ("Bến cảng đạt công suất 3 triệu hành khách/năm.", [("Bến cảng đạt công suất", "=", 3, "triệu hành khách", None)]),
    ("Trồng 3 triệu cây bản địa.", [("Trồng cây bản địa", "=", 3, "triệu cây", None)]),
    ("Kết nạp 90 đoàn viên (trong đó 20 đoàn viên dân tộc Mông), mở 04 lớp.",
     [("Kết nạp đoàn viên", "=", 90, "count", None), ("đoàn viên dân tộc Mông", "=", 20, "count", None), ("mở lớp", "=", 4, "count", None)]),
    ("Nước ta là nền kinh tế nằm trong 25 quốc gia có năng suất lao động hàng đầu châu Á.",
     [("Nước ta là nền kinh tế có năng suất lao động hàng đầu châu Á", "rank", 25, "rank", None)]),
    ("Bồi dưỡng 900 người, trong đó kế toán 200 người, thống kê dưới 3 tháng 1.700 người.",
     [("Bồi dưỡng người", "=", 900, "người", None), ("kế toán", "=", 200, "người", None), ("thống kê dưới 3 tháng", "=", 1700, "người", None)]),
    ("100% tòa soạn vận hành nền tảng mới; ít nhất 15% tòa soạn có nguồn thu riêng.",
     [("tòa soạn vận hành nền tảng mới", "=", 100, "%", None), ("tòa soạn có nguồn thu riêng", ">=", 15, "%", None)]),
    ("100% tàu được gắn thiết bị và ít nhất 02 đợt tuần tra được tổ chức hằng năm.",
     [("tàu được gắn thiết bị", "=", 100, "%", None), ("đợt tuần tra được tổ chức hằng năm", ">=", 2, "count", None)]),
    ("Cả xã có 60 chỗ trọ cho học sinh, đáp ứng 70% nhu cầu.", [("Cả xã có chỗ trọ cho học sinh", "=", 60, "count", None), ("đáp ứng nhu cầu", "=", 70, "%", None)]),
])
def test_outcomes(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_the_structure_holds_for_a_part_with_a_long_name() -> None:
    text = "Cơ cấu thu: thuế nội địa chiếm 70%; đất đai chiếm 20%; tiền phạt, tịch thu và khoản khác chiếm 10%."
    assert [r[0].startswith("Cơ cấu thu") for r in found(text)] == [True, True, True]


@pytest.mark.parametrize("unit", ["-", "–", " ", None])
def test_a_cell_left_open_is_no_unit(unit: str | None) -> None:
    assert [(r.indicator, r.value, r.unit) for r in read_table_target("Chỉ số già hóa (AI)", unit, "0,6")] == [("Chỉ số già hóa (AI)", 0.6, "index")]


@pytest.mark.parametrize(("unit", "read"), [("Triệu lượt quét", "Triệu lượt quét"), ("Nghìn cuốn", "Nghìn cuốn"), ("ms", "ms"), ("MVA", "MVA"), ("Cuốn", "count")])
def test_a_unit_cell_that_scales_or_measures_stays_as_printed(unit: str, read: str) -> None:
    assert [r.unit for r in read_table_target("Chỉ tiêu của ngành", unit, "12")] == [read]


def test_a_day_told_of_a_kind_of_report_is_one_recurrence() -> None:
    assert parse_deadline("trước ngày 14 hằng tháng đối với báo cáo tháng", "2026-01-20").rrule == ("FREQ=MONTHLY;BYMONTHDAY=13",)
