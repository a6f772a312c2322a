"""A heading that names a part of the year without saying which year, in a plan for a school year."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

_HEAD = """PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
TRƯỜNG THCS BÌNH MINH
Số: 07/KH-THCS
Bình Minh, ngày 12 tháng 9 năm 2025
KẾ HOẠCH
{title}
I. CHỈ TIÊU CUỐI NĂM
- 98% học sinh được lên lớp.
II. NHIỆM VỤ
- Tổ chức phụ đạo học sinh yếu.
"""


@pytest.mark.parametrize(("title", "horizon"), [("Công tác chủ nhiệm năm học 2025 - 2026", "2025/2026"), ("Công tác phổ cập năm 2025", "2025-36")])
def test_the_end_of_a_school_year_is_no_quarter(tmp_path: Path, title: str, horizon: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_HEAD.format(title=title), encoding="utf-8")
    (target,) = read_one(path, path.name).targets
    assert target.horizon == horizon
