"""Result cells that count more than a bare figure, times in a row's indicator or beside its amounts, and prose fields before a year."""

from __future__ import annotations

import pytest

from extractors.raw import RawTask
from extractors.row_results import row_is_target, row_targets
from normalizers.acts import is_act
from normalizers.targets import read_table_target, read_targets, read_task_targets


def _row(text: str, result: str) -> RawTask:
    return RawTask(text, [], "table", (), (), "Phòng Kinh tế", None, "30/9/2026", result, "1", False, None, False, (), "row-task", 1.0)


@pytest.mark.parametrize(("text", "result", "wanted"), [
    ("Trồng rừng sản xuất tại các thôn", "Trồng mới 80 ha", [("Trồng rừng sản xuất tại các thôn", 80.0, "ha")]),
    ("Phát triển sản phẩm OCOP", "03 sản phẩm đạt 3 sao, 01 sản phẩm đạt 4 sao", [("sản phẩm đạt 3 sao", 3.0, "count"), ("sản phẩm đạt 4 sao", 1.0, "count")]),
    ("Hỗ trợ nhà ở cho hộ nghèo", "Xây mới 12 nhà, sửa chữa 8 nhà", [("Xây mới nhà", 12.0, "count"), ("sửa chữa nhà", 8.0, "count")]),
    ("Xây nhà tình nghĩa năm 2026 cho hộ nghèo", "Xây mới 2 nhà", [("Xây nhà tình nghĩa năm 2026 cho hộ nghèo", 2.0, "count")]),
    ("Mở lớp kỹ năng số cho người dân", "12 lớp; tài liệu dạng video ngắn", [("Mở lớp kỹ năng số cho người dân", 12.0, "count")]),
])
def test_a_result_that_counts(text: str, result: str, wanted: list[tuple[str, float, str]]) -> None:
    row = _row(text, result)
    assert row_is_target(row) == (True, True)
    assert next((r.indicator, r.value, r.unit) for r in row_targets(row, True)) == wanted[0]
    assert [(r.value, r.unit) for r in row_targets(row, True)] == [w[1:] for w in wanted]


@pytest.mark.parametrize(("text", "result"), [
    ("Xây dựng văn bản quy phạm", "02 Thông tư của Bộ trưởng"),
    ("Thẩm định phương án", "01 hồ sơ trình UBND xã"),
    ("Xây dựng cơ sở dữ liệu đất đai", "Cơ sở dữ liệu hoàn thành giai đoạn 1"),
    ("Sửa chữa 07 cầu yếu trên tuyến", "07 cầu đưa vào khai thác"),  # the work says it itself
    ("Mở lớp kỹ năng số cho người dân", "20 lớp, 800 học viên"),  # how large the product is
    ("Tổng hợp tình hình", "Báo cáo số 12 ngày 03/4"),
])
def test_a_result_that_only_names_a_product(text: str, result: str) -> None:
    assert row_is_target(_row(text, result)) == (False, True)


def test_amounts_by_quarters_are_one_each() -> None:
    row = _row("Cấp giấy chứng nhận quyền sử dụng đất", "Quý II: 50; Quý IV: 100")
    assert row_is_target(row) == (True, True)
    assert [(r.indicator.rpartition(", ")[2], r.value) for r in row_targets(row, True)] == [("Quý II", 50.0), ("Quý IV", 100.0)]


@pytest.mark.parametrize(("name", "horizon", "indicator"), [
    ("Kim ngạch xuất khẩu đến năm 2030", "2030", "Kim ngạch xuất khẩu"),
    ("Tổng vốn đầu tư phát triển (2026-2030)", "2026/2030", "Tổng vốn đầu tư phát triển"),
    ("Đến năm 2030, tỷ lệ hộ nghèo", "2030", "tỷ lệ hộ nghèo"),
    ("Thu ngân sách tăng so với thực hiện năm 2025", None, "Thu ngân sách tăng so với thực hiện năm 2025"),
    ("Tỷ lệ hộ nghèo theo chuẩn nghèo giai đoạn 2022 - 2025", None, "Tỷ lệ hộ nghèo theo chuẩn nghèo giai đoạn 2022 - 2025"),
    ("Số hóa sổ hộ tịch giai đoạn 1990 - 2015", None, "Số hóa sổ hộ tịch giai đoạn 1990 - 2015"),  # which are meant
])
def test_a_year_that_a_rows_indicator_says(name: str, horizon: str | None, indicator: str) -> None:
    assert [(r.horizon, r.indicator) for r in read_table_target(name, None, "15")] == [(horizon, indicator)]


def test_a_field_before_the_year_leaves_it_the_whole_bullets() -> None:
    found = read_targets("Về hạ tầng: Phấn đấu đến năm 2030 có ít nhất 50 km đường nhựa; 100% xã có đường ô tô đến trung tâm.")
    assert [(r.value, r.horizon) for r in found] == [(50.0, "2030"), (100.0, "2030")]
    found = read_targets("Về y tế: phấn đấu đến năm 2027 đạt 12 bác sĩ/vạn dân; tỷ lệ bao phủ bảo hiểm y tế đạt 95%.")
    assert [(r.indicator, r.horizon) for r in found] == [("bác sĩ/vạn dân", "2027"), ("tỷ lệ bao phủ bảo hiểm y tế", "2027")]


def test_what_a_value_is_counted_by_is_no_outcome() -> None:
    assert [(r.value, r.unit) for r in read_targets("Giá trị sản xuất bình quân 1 ha đạt 165 triệu đồng.")] == [(165.0, "triệu đồng")]


def test_a_share_in_brackets_is_no_wording() -> None:
    assert [r.indicator for r in read_targets("Phấn đấu kết nạp 45 đảng viên mới/năm (3% trên tổng số đảng viên của đảng bộ).")] == ["kết nạp đảng viên mới/năm"]


def test_parts_of_a_count_are_named_without_its_noun() -> None:
    found = read_targets("Số hộ kinh doanh đến năm 2027: 500 hộ, trong đó, dịch vụ 421 hộ; công nghiệp, tiểu thủ công nghiệp 50 hộ.")
    assert found[-1].indicator == "công nghiệp, tiểu thủ công nghiệp"


@pytest.mark.parametrize("text", ["Dự trữ 05 tấn gạo tại trụ sở", "Chăm lo Tết cho hộ nghèo", "Phản biện dự thảo nghị quyết", "Nắm chắc tình hình địa bàn"])
def test_more_verbs_order_acts(text: str) -> None:
    assert is_act(text)


@pytest.mark.parametrize(("text", "wanted"), [
    ("Quỹ Hội bình quân từ 20.000 đồng trở lên/hội viên/năm.", [("Quỹ Hội bình quân", 20000.0, "đồng/hội viên/năm", None)]),
    ("Phát triển từ 10 đảng viên trở lên/năm.", [("Phát triển đảng viên", 10.0, "count", None)]),
    ("50% số tỉnh đạt mức sinh thay thế, mọi phụ nữ đều được tiếp cận biện pháp tránh thai.", [("số tỉnh đạt mức sinh thay thế", 50.0, "%", None)]),
    ("Vụ hè thu năm 2026, gieo cấy 350 ha lúa.", [("Vụ hè thu, gieo cấy lúa", 350.0, "ha", "2026")]),
    ("Phấn đấu có thêm 1 xã đạt chuẩn, 1 xã nông thôn mới nâng cao, duy trì bền vững xã kiểu mẫu.", [("thêm xã đạt chuẩn", 1.0, "count", None), ("xã nông thôn mới nâng cao", 1.0, "count", None)]),
])
def test_what_stands_behind_an_amount(text: str, wanted: list[tuple[str, float, str, str | None]]) -> None:
    assert [(r.indicator, r.value, r.unit, r.horizon) for r in read_targets(text)] == wanted


@pytest.mark.parametrize("text", ["Nhiệm kỳ qua, Đảng bộ kết nạp 45 đảng viên, đạt 100% kế hoạch.", "Hiện nay trên địa bàn xã có 320 hộ chăn nuôi.", "Trong năm qua, toàn xã có 35 hộ thoát nghèo."])
def test_what_is_past_or_present_is_no_aim(text: str) -> None:
    assert read_targets(text) == []


@pytest.mark.parametrize(("text", "wanted"), [
    ("Tổng đàn lợn 12.000 con, đàn gia cầm 150 nghìn con; sản lượng thịt hơi 2.100 tấn.", [12000.0, 150.0, 2100.0]),
    ("Toàn xã trồng mới 25 ha cây ăn quả.", [25.0]),
    ("Tốc độ băng rộng cố định đạt 200 Mbps.", [200.0]),
    ("Khoán bảo vệ 1.250 ha rừng.", [1250.0]),
    ("Tặng 200 suất quà cho hộ nghèo, mỗi suất trị giá 500.000 đồng.", [200.0]),  # what one is worth
    ("Đàn lợn của các hộ có từ 20 con trở lên phải kê khai.", []),  # which are meant
    ("Xe chạy với tốc độ không quá 50 km/giờ.", []),  # what a rule allows
])
def test_levels_and_amounts_in_tasks(text: str, wanted: list[float]) -> None:
    assert [r.value for r in read_task_targets(text)] == wanted


def test_a_zero_in_quotes_and_a_total() -> None:
    assert [(r.value, r.horizon) for r in read_targets("Đạt phát thải ròng bằng “0” vào năm 2050.")] == [(0.0, "2050")]
    found = read_targets("Phát triển mới 150 người tham gia BHXH tự nguyện, nâng tổng số lên 620 người.")
    assert found[-1].indicator == "tổng số người tham gia BHXH tự nguyện"


def test_so_many_that_are_graded_are_no_place() -> None:
    assert [(r.comparator, r.value, r.value_high, r.unit) for r in read_targets("Chuẩn hóa, nâng hạng 5 - 10 sản phẩm OCOP.")] == [("range", 5.0, 10.0, "count")]
    assert [(r.comparator, r.value) for r in read_targets("Chỉ số PCI xếp hạng 5 - 10 toàn quốc.")] == [("rank", 10.0)]
