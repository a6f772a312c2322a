"""Counts of events whose kind is told by several verbs, of jobs, and of the persons among them, inside tasks."""

from __future__ import annotations

import pytest

from normalizers.target_tasks import read_task_targets


@pytest.mark.parametrize(("text", "want"), [
    ("Tổ chức 05 hội nghị tuyên truyền, tư vấn với khoảng 300 người tham dự.", [("Tổ chức hội nghị tuyên truyền, tư vấn", 5)]),
    ("Tổ chức 06 buổi tuyên truyền, tập huấn, thu hút 250 lượt người tham gia.", [("Tổ chức buổi tuyên truyền, tập huấn", 6), ("thu hút lượt người tham gia", 250)]),
    ("Mở 03 lớp tập huấn, bồi dưỡng, cấp 90 giấy chứng nhận.", [("Mở lớp tập huấn, bồi dưỡng", 3), ("cấp giấy chứng nhận", 90)]),
    ("Tạo việc làm mới cho 240 lao động.", [("Tạo việc làm mới cho lao động", 240)]),
    ("Giải quyết việc làm cho 180 lao động, trong đó xuất khẩu lao động 12 người.", [("Giải quyết việc làm cho lao động", 180), ("xuất khẩu lao động", 12)]),
    ("Đào tạo nghề cho 150 lao động, trong đó lao động nữ 70 người.", [("Đào tạo nghề cho lao động", 150), ("lao động nữ", 70)]),
    ("Có ít nhất 04 sản phẩm OCOP đạt 3 sao trở lên, trong đó 01 sản phẩm đạt 4 sao.", [("sản phẩm OCOP đạt 3 sao trở lên", 4), ("sản phẩm đạt 4 sao", 1)]),
    # an act of its own behind the event, and persons of whom something is already true
    ("Tổ chức 03 cuộc kiểm tra, xử lý 15 cơ sở vi phạm.", [("Tổ chức cuộc kiểm tra", 3), ("xử lý cơ sở vi phạm", 15)]),
    ("Đào tạo nghề cho 150 lao động, trong đó đã đào tạo 40 người.", [("Đào tạo nghề cho lao động", 150)]),
])
def test_what_is_counted(text: str, want: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_task_targets(text)] == want


def test_an_event_and_who_comes_share_act_and_time() -> None:
    got = read_task_targets("Phối hợp với Hội Nông dân mở 02 lớp dạy nghề cho 60 học viên trong quý II/2026.")
    assert [(r.indicator, r.value, r.horizon) for r in got] == [("mở lớp dạy nghề", 2, "2026-34"), ("mở lớp dạy nghề cho học viên", 60, "2026-34")]
