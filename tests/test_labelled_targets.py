"""Targets whose label is their subject: "Duy trì sĩ số: 100%, …", "Kết nạp đảng viên mới: 05 đồng chí"."""

from __future__ import annotations

import pytest

from normalizers.target_cells import read_table_target
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets


@pytest.mark.parametrize(("text", "want"), [
    ("- Duy trì sĩ số: 100%, không có học sinh bỏ học giữa chừng.", [("Duy trì sĩ số", "=", 100, "%")]),
    ("Học sinh giỏi cấp tỉnh: 03 giải trở lên (năm học trước 02 giải).", [("Học sinh giỏi cấp tỉnh", ">=", 3, "count")]),
    ("Kết nạp đảng viên mới: 05 đồng chí trở lên.", [("Kết nạp đảng viên mới", ">=", 5, "người")]),
    ("Tỷ lệ chuyên cần: 98% trở lên, tỷ lệ bé ngoan: 95%.", [("Tỷ lệ chuyên cần", ">=", 98, "%"), ("tỷ lệ bé ngoan", "=", 95, "%")]),
    ("Hộ nghèo: giảm 12 hộ, hộ cận nghèo: giảm 20 hộ.", [("Hộ nghèo giảm", "=", 12, "count"), ("hộ cận nghèo giảm", "=", 20, "count")]),
    ("Công tác tuyển quân: 100% chỉ tiêu, không có trường hợp bù đổi.", [("Công tác tuyển quân", "=", 100, "%")]),
    ("Đạt: từ 38% trở lên; Chưa đạt: dưới 2%.", [("Đạt", ">=", 38, "%"), ("Chưa đạt", "<", 2, "%")]),
    # A label of a topic, with the subject behind the number, stays a topic; a year is a horizon.
    ("Tiêm chủng mở rộng: 98% trẻ dưới 1 tuổi được tiêm đủ mũi.", [("trẻ dưới 1 tuổi được tiêm đủ mũi", "=", 98, "%")]),
    ("Hạ tầng số: Phấn đấu đạt 50% phủ sóng 5G trên địa bàn.", [("Hạ tầng số: phủ sóng 5G trên địa bàn", "=", 50, "%")]),
    ("Năm 2026: 80%; năm 2027: 90% hộ dân có nước sạch.", [("hộ dân có nước sạch", "=", 80, "%"), ("hộ dân có nước sạch", "=", 90, "%")]),
])
def test_label_closed_by_its_amount_is_the_indicator(text: str, want: list[tuple[str, str, float, str]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit) for r in read_targets(text)] == want


@pytest.mark.parametrize("text", ["Nâng cấp đường tỉnh 334 đoạn từ Km12+500 đến Km18+200.", "Đề xuất mở rộng lối mở tại khu vực Km3+4."])
def test_roads_and_kilometre_posts_are_no_amounts(text: str) -> None:
    assert read_task_targets(text) == []


def test_a_year_behind_a_striving_is_the_horizon() -> None:
    reading = read_task_targets("Đẩy nhanh tiến độ các dự án; phấn đấu trong năm 2026 bàn giao mặt bằng cho 03 dự án trọng điểm.")[0]
    assert (reading.indicator, reading.value, reading.horizon) == ("bàn giao mặt bằng cho dự án trọng điểm", 3, "2026")


@pytest.mark.parametrize(("cell", "unit"), [("tấn nhân", "tấn nhân"), ("ha mặt nước", "ha mặt nước"), ("mô hình", "count"), ("%", "%")])
def test_a_measure_with_what_it_is_of_stays_as_printed(cell: str, unit: str) -> None:
    assert read_table_target("Sản lượng cà phê", cell, "312")[0].unit == unit


@pytest.mark.parametrize(("text", "want"), [
    ("Dạy bơi an toàn ở 12/12 lớp.", [("Dạy bơi an toàn ở lớp", "=", 12, None, "count", None)]),
    ("Duy trì 18/18 chi bộ sinh hoạt đúng quy định.", [("chi bộ sinh hoạt đúng quy định", "=", 18, None, "count", None)]),
    ("Hoàn thành trước ngày 12/12 việc rà soát.", []),
    ("Tổ chức kết nghĩa giữa 05 cặp thôn, bản hai bên biên giới.", [("Tổ chức kết nghĩa giữa cặp thôn, bản hai bên biên giới", "=", 5, None, "count", None)]),
    ("Tốc độ tăng giá trị sản xuất (giá so sánh năm 2010) đạt 16%.", [("Tốc độ tăng giá trị sản xuất (giá so sánh năm 2010)", "=", 16, None, "%", None)]),
    ("Nồng độ bụi PM2.5 trung bình năm dưới 40 µg/m3.", [("Nồng độ bụi PM2.5 trung bình năm", "<", 40, None, "µg/m3", None)]),
    ("Mật độ đường cao tốc đạt 1,2 km/100 km2.", [("Mật độ đường cao tốc", "=", 1.2, None, "km/100 km2", None)]),
    ("Giảm số xã đạt dưới 5 tiêu chí xuống 250 xã.", [("số xã đạt dưới 5 tiêu chí", "=", 250, None, "count", None)]),
    ("Doanh thu từ 2 tỷ đồng đến 3 tỷ đồng.", [("Doanh thu", "range", 2, 3, "tỷ đồng", None)]),
    ("Tăng diện tích cây ăn quả từ 5 ha đến 7 ha.", [("diện tích cây ăn quả", "=", 7, None, "ha", None)]),
    ("Phấn đấu thuộc 5 địa phương có chỉ số PCI cao nhất cả nước.", [("có chỉ số PCI cao nhất cả nước", "rank", 5, None, "rank", None)]),
])
def test_outcome_of_a_sentence(text: str, want: list[tuple[object, ...]]) -> None:
    got = [(r.indicator, r.comparator, r.value, r.value_high, r.unit, r.horizon) for r in read_targets(text, section=False)]
    assert got == want


def test_a_unit_cell_may_count_a_thousand_at_once() -> None:
    reading = read_table_target("Tổng đàn gia cầm", "1.000 con", "1.250")[0]
    assert (reading.value, reading.unit) == (1250, "1.000 con")
