"""Shares of the first of two acts, shares given to somebody, so many of so many, and values that start somewhere."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "indicator"), [
    ("Số hóa 100% hồ sơ lưu trữ và làm sạch dữ liệu đất đai", "Số hóa hồ sơ lưu trữ"),
    ("Kiểm tra 100% cơ sở kinh doanh và xử lý nghiêm các vi phạm", "Kiểm tra cơ sở kinh doanh"),
    ("Cung cấp 100% dịch vụ công trực tuyến và tiếp nhận hồ sơ phi địa giới", "Cung cấp dịch vụ công trực tuyến"),
    # one object, or one name
    ("Rà soát 100% hộ nghèo và cập nhật vào cơ sở dữ liệu", "Rà soát hộ nghèo và cập nhật vào cơ sở dữ liệu"),
    ("Số hóa 100% sổ hộ tịch và đưa vào sử dụng", "Số hóa sổ hộ tịch và đưa vào sử dụng"),
    ("Số hóa 100% hồ sơ quản lý và bảo vệ rừng", "Số hóa hồ sơ quản lý và bảo vệ rừng"),
    ("Bố trí 3% chi ngân sách cho khoa học, công nghệ và chuyển đổi số", "Bố trí chi ngân sách cho khoa học, công nghệ và chuyển đổi số"),
])
def test_share_of_the_first_act(text: str, indicator: str) -> None:
    assert [r.indicator for r in read_targets(text)] == [indicator]


def test_what_is_secured_for_two_groups() -> None:
    found = read_targets("Đảm bảo cho 100% hộ nghèo và 90% hộ cận nghèo được vay vốn")
    assert [(r.indicator, r.value) for r in found] == [("hộ nghèo được vay vốn", 100), ("hộ cận nghèo được vay vốn", 90)]


@pytest.mark.parametrize(("text", "value", "indicator"), [
    ("Phấn đấu 03 trong 05 thôn đạt chuẩn nông thôn mới kiểu mẫu", 3, "thôn đạt chuẩn nông thôn mới kiểu mẫu"),
    ("Có 12 trong tổng số 15 trường đạt chuẩn quốc gia", 12, "trường đạt chuẩn quốc gia"),
    ("7/8 huyện có Trung tâm dạy nghề", 7, "huyện có Trung tâm dạy nghề"),
])
def test_so_many_out_of_so_many(text: str, value: int, indicator: str) -> None:
    (found,) = read_targets(text)
    assert (found.comparator, found.value, found.unit, found.indicator) == ("=", value, "count", indicator)


def test_one_of_so_many_stays_a_rank() -> None:
    (found,) = read_targets("Chỉ số PCI là 1 trong 15 tỉnh dẫn đầu")
    assert (found.comparator, found.value) == ("rank", 15)


def test_start_told_with_its_year_is_no_target() -> None:
    (found,) = read_targets("Phấn đấu giảm tỷ lệ hộ nghèo từ 8,45% năm 2025, xuống còn dưới 3% vào năm 2030")
    assert (found.comparator, found.value, found.horizon) == ("<", 3, "2030")


@pytest.mark.parametrize(("text", "value"), [
    ("Trồng mới 28,333 ha rừng", 28.333), ("Cứng hóa 12,455 km đường thôn", 12.455), ("Trồng mới 1.250 ha rừng", 1250),
    ("Tổng số người tham gia 1,250 người", 1250),
])
def test_comma_in_lengths_and_areas_is_decimal(text: str, value: float) -> None:
    (found,) = read_targets(text)
    assert found.value == value


@pytest.mark.parametrize(("text", "horizon"), [
    ("Trong hai năm 2026 - 2027, hoàn thành việc số hóa 100% hồ sơ hộ tịch", "2026/2027"),
    ("Trong 3 năm 2026 - 2028, xây dựng 05 mô hình", "2026/2028"),
    ("Trong 02 năm 2026 và 2027, bê tông hóa 12 km đường thôn", "2026/2027"),
])
def test_counted_years_say_by_when(text: str, horizon: str) -> None:
    (found,) = read_targets(text)
    assert found.horizon == horizon
    assert "2026" not in found.indicator


@pytest.mark.parametrize(("text", "want"), [
    ("Tăng thu ngân sách 15%/năm, đến năm 2030 đón 500.000 lượt khách", [("Tăng thu ngân sách", 15, None), ("đón lượt khách", 500000, "2030")]),
    ("100% cán bộ được tập huấn, trong năm 2026 tổ chức 02 lớp", [("cán bộ được tập huấn", 100, None), ("tổ chức lớp", 2, "2026")]),
    ("90% hộ dân tham gia, đến năm 2028 đạt 100%", [("hộ dân tham gia", 90, None), ("hộ dân tham gia", 100, "2028")]),
])
def test_act_of_a_later_year_is_an_outcome_of_its_own(text: str, want: list[tuple[str, float, str | None]]) -> None:
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == want


@pytest.mark.parametrize(("text", "want"), [
    ("Số sáng kiến được công nhận: cấp xã 15, cấp tỉnh 02", [("Số sáng kiến được công nhận cấp xã", 15), ("Số sáng kiến được công nhận cấp tỉnh", 2)]),
    ("Công nhận thêm 02 sản phẩm OCOP (nâng tổng số sản phẩm OCOP lên 12)", [("Công nhận thêm sản phẩm OCOP", 2), ("tổng số sản phẩm OCOP", 12)]),
    ("Tốc độ tải xuống tối thiểu 100 Mbps đối với di động và 300 Mbps đối với cố định", [("Tốc độ tải xuống đối với di động", 100), ("Tốc độ tải xuống đối với cố định", 300)]),
])
def test_groups_totals_and_speeds(text: str, want: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == want


@pytest.mark.parametrize("text", ["Số văn bản ban hành: Kế hoạch số 12, Quyết định số 15", "Số học sinh: lớp 1, lớp 2, lớp 3", "Số điện thoại liên hệ: Văn phòng 123, Công an 456"])
def test_numbers_that_name_something_are_no_counts(text: str) -> None:
    assert [r.comparator for r in read_targets(text)] == ["qualitative"]


@pytest.mark.parametrize(("text", "want"), [
    ("Số hóa 100% di tích lịch sử được xếp hạng cấp tỉnh và hình thành 01 bản đồ số du lịch", [("Số hóa di tích lịch sử được xếp hạng cấp tỉnh", 100), ("hình thành bản đồ số du lịch", 1)]),
    ("Tập huấn cho 100% cán bộ thôn và xây dựng 02 mô hình điểm", [("Tập huấn cho cán bộ thôn", 100), ("xây dựng mô hình điểm", 2)]),
    ("100% thôn có nhà văn hóa và thành lập 01 đội văn nghệ", [("thôn có nhà văn hóa và thành lập 01 đội văn nghệ", 100)]),
    ("100% cơ sở được kiểm tra, tối thiểu 01 lần/năm", [("cơ sở được kiểm tra, tối thiểu 01 lần/năm", 100)]),
    ("Tỷ lệ hộ dân dùng nước sạch đạt 65% (từ công trình cấp nước tập trung đạt 40%)", [("Tỷ lệ hộ dân dùng nước sạch", 65), ("từ công trình cấp nước tập trung", 40)]),
])
def test_what_stands_beside_a_share(text: str, want: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == want


def test_what_a_number_is_made_up_of_is_no_wording() -> None:
    (found,) = read_targets("Chỉ tiêu tuyển quân: 35 thanh niên nhập ngũ (trong đó: Quân sự 27, Công an 08).")
    assert (found.indicator, found.value) == ("thanh niên nhập ngũ", 35)
