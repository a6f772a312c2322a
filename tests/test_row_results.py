"""A task row whose result cell tells an outcome of its own: the row is a task, the outcome a target (docs/records.md, "Task")."""

from __future__ import annotations

import pytest

from extractors.raw import RawTask
from extractors.row_results import row_is_target, row_targets
from normalizers.targets import read_task_targets


def _row(text: str, result: str, names_indicator: bool = False) -> RawTask:
    return RawTask(text, [], "table", (), (), "Phòng Kinh tế", None, "30/9/2026", result, "1", False, None, names_indicator, (), "row-task", 1.0)


@pytest.mark.parametrize(("text", "result", "wanted"), [
    ("Dữ liệu hội viên, đoàn viên của các đoàn thể được rà soát, chuẩn hóa", "Tối thiểu 95% hội viên có mã định danh trên hệ thống",
     [("hội viên có mã định danh trên hệ thống", ">=", 95.0)]),
    ("Các hợp tác xã nông nghiệp của xã tham gia gian hàng trực tuyến", "Tỷ lệ hợp tác xã bán hàng trực tuyến đạt 70%",
     [("Tỷ lệ hợp tác xã bán hàng trực tuyến", "=", 70.0)]),
    ("Loa truyền thanh thông minh hoạt động ổn định tại các xóm", "100% xóm được lắp loa; 90% cụm loa vận hành tốt",
     [("xóm được lắp loa", "=", 100.0), ("cụm loa vận hành tốt", "=", 90.0)]),
])
def test_an_outcome_of_its_own(text: str, result: str, wanted: list[tuple[str, str, float]]) -> None:
    row = _row(text, result)
    assert row_is_target(row) == (True, True)
    assert [(r.indicator, r.comparator, r.value) for r in row_targets(row, True)] == wanted


@pytest.mark.parametrize(("text", "result", "names_indicator"), [
    ("Phủ sóng 5G cho người dân", "80", False),
    ("Người dân trong độ tuổi trưởng thành có chữ ký số", "Trên 60% dân số", False),  # only how much of it
    ("Tỷ lệ hồ sơ được số hóa trong năm của xã", "95% hồ sơ được số hóa", False),
    ("Hộ gia đình dùng nước sạch tập trung của xã", "98% hộ có nước sạch", True),  # the column is headed "Chỉ tiêu"
    ("Phủ sóng di động", "100% xóm được phủ sóng", False),  # a short name
])
def test_an_indicator_stays_one(text: str, result: str, names_indicator: bool) -> None:
    assert row_is_target(_row(text, result, names_indicator)) == (True, False)


def test_a_share_of_the_wording_beside_another_of_the_result() -> None:
    row = _row("Hướng dẫn 100% hộ kinh doanh lập mã thanh toán", "Ít nhất 60% giao dịch tại chợ không dùng tiền mặt")
    assert row_is_target(row) == (True, True)
    assert [r.value for r in row_targets(row, True)] == [100.0, 60.0]


def test_a_share_said_twice_is_one_commitment() -> None:
    row = _row("Tập huấn kỹ năng số cho 100% cán bộ, công chức của xã", "100% cán bộ, công chức được cấp chứng nhận")
    assert [r.indicator for r in row_targets(row, True)] == ["cán bộ, công chức được cấp chứng nhận"]


def test_a_count_that_a_work_only_serves() -> None:
    assert read_task_targets("Đối soát hồ sơ đất đai phục vụ xây dựng 05 kho dữ liệu của tỉnh.") == []
    assert [r.value for r in read_task_targets("Xây dựng 05 kho dữ liệu phục vụ du khách.")] == [5.0]


@pytest.mark.parametrize(("text", "result", "wanted"), [
    ("Cho vay vốn giải quyết việc làm", "50 hộ được vay vốn", [50.0]),
    ("Tập huấn giáo viên cốt cán cấp tiểu học", "120 giáo viên được tập huấn", [120.0]),
])
def test_quantities_beside_an_act_are_targets_too(text: str, result: str, wanted: list[float]) -> None:
    row = _row(text, result)
    assert row_is_target(row) == (True, True)
    assert [r.value for r in row_targets(row, True)] == wanted


@pytest.mark.parametrize("result", ["Kế hoạch, báo cáo", "Tin, bài; 02/2026", "Báo cáo số 12, 15"])
def test_products_and_dates_are_none(result: str) -> None:
    assert row_is_target(_row("Tổ chức tuyên truyền tại các thôn", result)) == (False, True)
