"""From which date a month without a year is read in plans for the year to come."""

from __future__ import annotations

import pytest

from pipeline.read_one import read_one

_PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
Số: 45/KH-UBND
Tân Lập, ngày {day} tháng {month} năm 2025
KẾ HOẠCH
Tuyển chọn công dân nhập ngũ năm 2026
I. NHIỆM VỤ
- Ban Chỉ huy Quân sự xã hoàn thành khám sơ tuyển trong tháng {due}.
"""


@pytest.mark.parametrize(
    ("month", "due", "edtf"),
    [("8", "10", "2025-10"), ("8", "02", "2026-02"), ("12", "10", "2026-10"), ("11", "12", "2026-12")],
)
def test_month_alone(tmp_path, month: str, due: str, edtf: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN.format(day="20", month=month, due=due), encoding="utf-8")
    [task] = read_one(path, path.name).tasks
    assert task.deadline is not None and task.deadline.edtf == edtf
