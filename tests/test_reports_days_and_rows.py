"""Days by which a period's report is due, days that are called by their date, predicates of two verbs, banks in a row."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline
from normalizers.target_tasks import read_task_targets
from normalizers.targets import read_targets
from normalizers.units import parse_units


@pytest.mark.parametrize(("text", "rules"), [
    ("Tham mưu báo cáo tháng trước ngày 15.", ["FREQ=MONTHLY;BYMONTHDAY=14"]),
    ("Gửi báo cáo tháng trước ngày 15, báo cáo quý trước ngày 15 của tháng cuối quý.", ["FREQ=MONTHLY;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14"]),
    ("Gửi báo cáo tháng trước ngày 20, báo cáo 6 tháng trước ngày 10/6.", ["FREQ=MONTHLY;BYMONTHDAY=19", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=9"]),
    ("Nộp báo cáo tháng trước ngày 20/02/2026 về Sở.", []),
    ("Hoàn thành báo cáo quý I trước ngày 15/3.", []), ("Gửi báo cáo tháng trước ngày 25/3.", []),
])
def test_a_report_of_each_month_or_quarter_has_its_day(text: str, rules: list[str]) -> None:
    deadline = find_deadline(text, "2026-01-15")
    assert deadline is not None and list(deadline.rrule) == rules


@pytest.mark.parametrize("day", ["trước ngày 25 hằng tháng", "trước ngày 05 tháng sau", "trước ngày 25 tháng cuối quý"])
def test_a_day_that_says_its_month_is_the_phrase(day: str) -> None:
    deadline = find_deadline(f"Gửi báo cáo tháng {day}.", "2026-01-15")
    assert deadline is not None and deadline.raw == day


def test_last_month_is_no_period() -> None:
    assert find_deadline("Rút kinh nghiệm từ báo cáo tháng trước.", "2026-01-15") is None


@pytest.mark.parametrize(("text", "values"), [
    ("Tổ chức Ngày Chuyển đổi số quốc gia 10/10 thiết thực, hiệu quả.", []),
    ("Hưởng ứng Ngày Biên phòng toàn dân 3/3 thiết thực.", []),
    ("Hoàn thành 10/10 nhiệm vụ được giao.", [10]),
])
def test_a_day_called_by_its_date_is_no_amount(text: str, values: list[float]) -> None:
    assert [t.value for t in read_task_targets(text)] == values


@pytest.mark.parametrize(("text", "indicators"), [
    ("70% hộ dân và trên 80% chủ phương tiện cài đặt, sử dụng VNeID.", ["hộ dân cài đặt, sử dụng VNeID", "chủ phương tiện cài đặt, sử dụng VNeID"]),
    ("60% hộ dân, 70% hộ kinh doanh phân loại, xử lý rác tại nguồn.", ["hộ dân phân loại, xử lý rác tại nguồn", "hộ kinh doanh phân loại, xử lý rác tại nguồn"]),
    ("50% hội viên và 60% đoàn viên, thanh niên sử dụng mạng xã hội.", ["hội viên sử dụng mạng xã hội", "đoàn viên, thanh niên sử dụng mạng xã hội"]),
])
def test_two_verbs_of_one_predicate_stay_together(text: str, indicators: list[str]) -> None:
    assert [t.indicator for t in read_targets(text)] == indicators


@pytest.mark.parametrize(("text", "names"), [
    ("Doanh nghiệp viễn thông, ngân hàng thương mại đóng trên địa bàn", ["Doanh nghiệp viễn thông", "Ngân hàng trên địa bàn"]),
    ("Ngân hàng thương mại cổ phần Công thương", ["Ngân hàng thương mại cổ phần Công thương"]),
])
def test_commercial_banks_of_the_place_are_one_unit(text: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(text)] == names


@pytest.mark.parametrize(("text", "values"), [
    ("Đẩy mạnh phong trào thi đua, phấn đấu vận động người dân hiến 5.000 m2 đất.", [5000]),
    ("Tiếp tục vận động các doanh nghiệp hỗ trợ 20 suất học bổng.", [20]),
    ("Cung cấp tối thiểu 25 dịch vụ công thiết yếu.", [25]),
    ("Tiếp tục vận động Nhân dân chấp hành Nghị quyết số 35.", []),
])
def test_what_people_are_called_on_for_is_an_outcome(text: str, values: list[float]) -> None:
    assert [t.value for t in read_task_targets(text)] == values
