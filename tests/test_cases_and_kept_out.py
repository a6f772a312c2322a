"""Quantities that only tell a case or who is left out; acts beside what they keep out; lunar years, periods with a comma, pilots."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets, read_task_targets

CASES = [
    "Đối với thôn có dưới 120 hộ: tổ chức họp toàn thể.",
    "Đối với cơ sở có từ 50 phòng trở lên, yêu cầu trang bị hệ thống báo cháy.",
    "Trường hợp hộ có trên 05 lao động, vận động tham gia bảo hiểm.",
    "Không đưa vào danh sách những người không đạt tín nhiệm trên 50% tổng số người dự họp.",
]
PROSE = [
    ("Không để xảy ra cháy lớn, giảm 10% số vụ cháy.", [("giảm số vụ cháy", 10, "%", None)]),
    ("85% hội viên, nông dân đạt 4 tiêu chí gia đình văn hóa.", [("hội viên, nông dân đạt 4 tiêu chí gia đình văn hóa", 85, "%", None)]),
    ("Năm Bính Ngọ 2026 trồng mới 3.000 cây xanh.", [("trồng mới cây xanh", 3000, "count", "2026")]),
    ("Từ năm 2027, đến hết năm 2030, mỗi năm có thêm 3 khu dân cư kiểu mẫu.", [("mỗi năm có thêm khu dân cư kiểu mẫu", 3, "count", "2027/2030")]),
    ("Thực hiện thí điểm 2 mô hình tự quản về rác thải.", [("Thực hiện thí điểm mô hình tự quản về rác thải", 2, "count", None)]),
    ("Toàn xã trồng 40 nghìn cây xanh, trong đó: 10 nghìn cây phân tán; 30 nghìn cây tập trung.", 3),
]
TASKS = [
    ("Cắt giảm 30% thời gian giải quyết hồ sơ, tạo môi trường thuận lợi cho doanh nghiệp.", [("Cắt giảm thời gian giải quyết hồ sơ", 30)]),
    ("Khởi công xây dựng 1 căn nhà nhân ái, ra mắt 2 tổ hợp tác thanh niên.", [("Khởi công xây dựng căn nhà nhân ái", 1), ("ra mắt tổ hợp tác thanh niên", 2)]),
]


@pytest.mark.parametrize("text", CASES)
def test_a_case_commits_to_nothing(text: str) -> None:
    assert read_task_targets(text) == []


@pytest.mark.parametrize(("text", "wanted"), PROSE)
def test_prose(text: str, wanted: list[tuple[str, float, str, str | None]] | int) -> None:
    found = [(t.indicator, t.value, t.unit, t.horizon) for t in read_targets(text)]
    assert (len(found) if isinstance(wanted, int) else found) == wanted
    assert not any("trong đó" in t[0] for t in found)


@pytest.mark.parametrize(("text", "wanted"), TASKS)
def test_tasks(text: str, wanted: list[tuple[str, float]]) -> None:
    assert [(t.indicator, t.value) for t in read_task_targets(text)] == wanted
