"""Targets in prose: a total that stands before its parts is an outcome too; a heading with a number is none."""

from __future__ import annotations

import pytest

from pipeline.assemble import assemble
from tests.support import HEADER, make_document


def _targets(*lines: str) -> list[tuple[str, float | None, str | None]]:
    plan = assemble(make_document(*HEADER, "I. CÁC CHỈ TIÊU CHỦ YẾU", "1. Về kinh tế", *lines, "II. KINH PHÍ", "Từ ngân sách xã năm 2026."))
    return [(t.indicator, t.value, t.unit) for t in plan.targets]


@pytest.mark.parametrize(("whole", "wanted"), [
    ("- Gieo trồng cả năm 640 ha, trong đó:", ("Gieo trồng cả năm", 640.0, "ha")),
    ("- Tổng đàn gia cầm 40.000 con", ("Tổng đàn gia cầm", 40000.0, "count")),
    ("- Sản lượng lương thực 3.100 tấn. Trong đó:", ("Sản lượng lương thực", 3100.0, "tấn")),
    ("(5) Số thôn đạt chuẩn văn hóa: 04/09 thôn.", ("Số thôn đạt chuẩn văn hóa", 4.0, "count")),
    ("(6) Trồng mới 30 ha rừng. Trong đó:", ("Trồng mới rừng", 30.0, "ha")),
])
def test_a_total_before_its_parts(whole: str, wanted: tuple[str, float, str]) -> None:
    found = _targets(whole, "+ Vụ xuân: 320", "+ Sản lượng thóc vụ mùa 900 tấn.")
    assert wanted in found and ("Sản lượng thóc vụ mùa", 900.0, "tấn") in found


@pytest.mark.parametrize("heading", ["- Giai đoạn 2026 - 2030:", "- Năm 2026, cụ thể:", "- Nhóm 03 chỉ tiêu về môi trường, gồm:", "- Chỉ tiêu xã hội (06 chỉ tiêu)", "(1) Nhóm chỉ tiêu về kinh tế (gồm 05 chỉ tiêu):", "(2) Về giáo dục, có 12 trường trên địa bàn:"])
def test_a_heading_with_a_number_is_no_target(heading: str) -> None:
    assert [name for name, _, _ in _targets(heading, "+ Tỷ lệ hộ dùng nước sạch đạt 95%.")] == ["Tỷ lệ hộ dùng nước sạch"]
