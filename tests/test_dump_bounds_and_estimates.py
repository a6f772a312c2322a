"""Dumps: times that only bound how long, columns of estimates; years and fields that set no target."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import time_fit
from extractors.document import Table
from extractors.table_headers import heading_role
from extractors.text_reader import read_text
from normalizers.targets import read_targets, read_task_targets


@pytest.mark.parametrize(("text", "fits"), [
    ("Không quá 45 ngày kể từ ngày thụ lý", True),
    ("Tối đa 30 ngày", True),
    ("Không quá 45", False),
    ("Không quá 5 triệu đồng", False),
])
def test_how_long_at_most_is_a_time(text: str, fits: bool) -> None:
    assert (time_fit(text) == 1.0) is fits


@pytest.mark.parametrize(("heading", "role"), [
    ("Dự toán tỉnh giao năm 2026", "budget"),
    ("Dự toán HĐND xã giao năm 2026", "budget"),
    ("Tỷ lệ phấn đấu/dự toán (%)", "actual"),
    ("Tỷ lệ đạt so với kế hoạch tỉnh giao (%)", "actual"),
    ("Chỉ tiêu phấn đấu năm 2026", "value@2026"),
    ("Tỷ lệ (%)", "value"),
])
def test_estimates_and_what_they_are_compared_to(heading: str, role: str) -> None:
    assert heading_role(heading) == role


REVENUE = """STT
Nội dung thu
Thực hiện
năm 2025
Dự toán
tỉnh giao
năm 2026
Chỉ tiêu
phấn đấu
năm 2026
Tỷ lệ phấn
đấu/dự toán (%)
1 Lệ phí trước bạ 4.120 4.300 4.730 110
2 Thuế thu nhập cá nhân 6.870 7.200 7.560 105
3 Thu tiền sử dụng đất 18.000 25.000 30.000 120
"""


def test_a_table_of_revenue_keeps_its_columns() -> None:
    table = next(block for block in read_text(REVENUE.encode(), "plan.txt").blocks if isinstance(block, Table))
    rows = [[cell.text if cell else "" for cell in row] for row in table.grid()]
    assert rows[0][1:] == ["Nội dung thu", "Thực hiện năm 2025", "Dự toán tỉnh giao năm 2026", "Chỉ tiêu phấn đấu năm 2026", "Tỷ lệ phấn đấu/dự toán (%)"]
    assert rows[-1] == ["3", "Thu tiền sử dụng đất", "18.000", "25.000", "30.000", "120"]


def test_since_when_is_no_horizon() -> None:
    found = read_targets("Giải quyết dứt điểm ít nhất 60% vi phạm tồn đọng từ trước năm 2025.")
    assert [(r.value, r.horizon) for r in found] == [(60.0, None)]
    assert [r.horizon for r in read_targets("Giải quyết dứt điểm ít nhất 60% vi phạm trước năm 2028.")] == ["2028"]


def test_a_field_that_is_worded_like_an_act_stays_one() -> None:
    found = read_task_targets("Kiểm tra việc chấp hành pháp luật về tín ngưỡng, tôn giáo, đất đai, xây dựng tại các cơ sở thờ tự, tối thiểu 03 cơ sở/năm.")
    assert [(r.value, r.indicator.startswith("Kiểm tra việc chấp hành pháp luật")) for r in found] == [(3.0, True)]
