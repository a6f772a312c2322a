"""What is done so many times a period: the time cell "2 lượt/tháng", "Mở mỗi năm 02 lớp", and "không … quá 01 lần"."""

import pytest

from normalizers.deadlines import find_deadline, parse_deadline
from normalizers.target_prose import read_targets
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
