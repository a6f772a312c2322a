"""Amounts of a task that tell what it costs, who does it or which things are meant commit to nothing; what is raised or done does."""

from __future__ import annotations

import pytest

from normalizers.targets import read_task_targets

NONE = [
    "Bố trí kinh phí 150 triệu đồng từ ngân sách xã để mua sắm trang thiết bị.",
    "Sửa chữa trụ sở, tổng mức đầu tư dự kiến 2 tỷ đồng.",
    "Phân công 01 đồng chí Phó Chủ tịch UBND xã trực tiếp phụ trách.",
    "Thành lập đoàn kiểm tra liên ngành gồm 05 thành viên.",
    "Chỉ đạo các thôn thành lập tổ xung kích từ 10 - 15 người.",
    "Lập danh sách 45 hộ nghèo có nhà ở hư hỏng.",
    "Hỗ trợ hộ nghèo vay vốn với lãi suất 0,5%/tháng, mức vay tối đa 100 triệu đồng/hộ.",
    "Giám sát chất lượng nước tại 04 công trình cấp nước tập trung có công suất từ 50 m3/ngày trở lên.",
    "Tổ chức Hội nghị tổng kết với khoảng 120 đại biểu tham dự.",
    "Đề nghị các hộ kinh doanh có doanh thu từ 1 tỷ đồng trở lên sử dụng hóa đơn điện tử.",
    "Quán triệt 19 tiêu chí nông thôn mới đến Nhân dân.",
]
SOME = [
    ("Hoàn thành 19 tiêu chí nông thôn mới trước tháng 10/2026.", [19.0]),
    ("Phấn đấu doanh thu từ du lịch đạt từ 50 tỷ đồng trở lên.", [50.0]),
    ("Vận động kinh phí 150 triệu đồng hỗ trợ hộ nghèo.", [150.0]),
    ("Tổ chức tập huấn kỹ năng số cho 500 cán bộ, công chức và 2.000 người dân trong năm 2026.", [500.0, 2000.0]),
    ("Cử 20 cán bộ tham gia lớp bồi dưỡng.", [20.0]),
    ("Thành lập 05 tổ xung kích ở các thôn.", [5.0]),
    ("Bảo đảm mỗi trường học có tối thiểu 01 nhân viên y tế.", [1.0]),
]


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_committed(text: str) -> None:
    assert read_task_targets(text) == []


@pytest.mark.parametrize(("text", "values"), SOME)
def test_what_is_done_commits(text: str, values: list[float]) -> None:
    assert [r.value for r in read_task_targets(text)] == values
