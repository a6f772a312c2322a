"""What is done so many times a period: the time cell "2 lượt/tháng", "Mở mỗi năm 02 lớp", and "không … quá 01 lần"."""

import pytest

from normalizers.deadlines import find_deadline, parse_deadline
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets
from normalizers.units import parse_units

REFERENCE = "2026-01-15"


@pytest.mark.parametrize("cell", ["2 lượt/tháng", "Mỗi tháng 2 lượt"])
def test_turns_a_month_recur(cell: str) -> None:
    assert parse_deadline(cell, REFERENCE).kind == "recurring"


@pytest.mark.parametrize("text", ["Mở mỗi năm 02 lớp truyền dạy cồng chiêng.", "Kết nạp mỗi năm từ 30 đảng viên trở lên.", "Xây dựng mỗi năm ít nhất 01 mô hình."])
def test_so_many_made_each_year_recur(text: str) -> None:
    found = find_deadline(text, REFERENCE)
    assert found is not None and found.rrule == ("FREQ=YEARLY",)


def test_an_average_of_each_year_is_no_time() -> None:
    assert find_deadline("Thu nhập bình quân mỗi năm 60 triệu đồng.", REFERENCE) is None


@pytest.mark.parametrize(("text", "indicator"), [
    ("Không tổ chức thanh tra, kiểm tra quá 01 lần trong năm đối với một doanh nghiệp", "tổ chức thanh tra, kiểm tra trong năm đối với một doanh nghiệp"),
    ("Không bố trí quá 02 Phó Trưởng phòng", "bố trí Phó Trưởng phòng"),
])
def test_never_more_often_than(text: str, indicator: str) -> None:
    (target,) = read_targets(text)
    assert (target.comparator, target.indicator) == ("<=", indicator)


def test_days_over_which_none_is_left_are_no_bound() -> None:
    assert [t.comparator for t in read_targets("Không có hồ sơ quá 15 ngày chưa giải quyết")] == ["qualitative"]


def test_a_department_of_cooperation_is_one_unit() -> None:
    assert [u.name for u in parse_units("Phòng Quản lý đầu tư và hợp tác quốc tế")] == ["Phòng Quản lý đầu tư và hợp tác quốc tế"]
    assert next(u.name for u in parse_units("Hợp tác xã, Tổ hợp tác")) == "Hợp tác xã"


def test_a_level_stands_before_a_share_of_something_else() -> None:
    read = [(t.indicator, t.value) for t in read_targets("Độ tin cậy cung cấp điện: chỉ số SAIDI dưới 200 phút/khách hàng/năm, tổn thất điện năng không quá 4,5%.")]
    assert [value for _, value in read] == [200, 4.5] and read[1][0] == "tổn thất điện năng"


def test_the_year_of_a_campaign_is_no_count() -> None:
    assert [t.value for t in read_task_targets("Cụ thể hóa Năm dân vận 2026 bằng kế hoạch của chi bộ.")] == []


def test_volts_and_what_one_may_get_at_most_are_no_targets() -> None:
    assert read_task_targets("Đầu tư, nâng cấp lưới điện 22kV, 110kV.") == []
    assert read_task_targets("Hỗ trợ tối đa 50 triệu đồng/sản phẩm mới.") == []
