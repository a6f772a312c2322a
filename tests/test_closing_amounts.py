"""Amounts in brackets, sums so far and parts of the year without the year that close a target's wording; measures behind a table's indicator."""

from __future__ import annotations

import pytest
from support import HEADER, make_document

from normalizers.closing_amounts import opened, settled
from normalizers.targets import read_table_target, read_targets
from pipeline.assemble import assemble


def read(text: str) -> list[tuple[str, str, float | None, str | None]]:
    assert len(opened(text)) == len(text)
    return [(r.indicator, r.comparator, r.value, part) for r, part in settled(read_targets(opened(text)))]


@pytest.mark.parametrize("text,indicator,comparator,value", [
    ("Hồ sơ thủ tục hành chính được số hóa (đạt 95%).", "Hồ sơ thủ tục hành chính được số hóa", "=", 95), ("Văn bản đi được ký số (100%)", "Văn bản đi được ký số", "=", 100),
    ("Tỷ lệ trẻ em tiêm chủng đầy đủ (≥ 95%);", "Tỷ lệ trẻ em tiêm chủng đầy đủ", ">=", 95), ("Hộ gia đình văn hóa (đạt từ 90% trở lên).", "Hộ gia đình văn hóa", ">=", 90),
    ("Khu dân cư văn hóa (từ 85% - 90%);", "Khu dân cư văn hóa", "range", 85), ("Số hộ nghèo giảm (15 hộ).", "Số hộ nghèo giảm", "=", 15),
    ("Xây dựng nhà văn hóa (03 thôn).", "Xây dựng nhà văn hóa (03 thôn)", "qualitative", None), ("Phát hành sổ tay (có 02 phụ lục).", "Phát hành sổ tay (có 02 phụ lục)", "qualitative", None),
    ("Mở 03 lớp bồi dưỡng (mỗi lớp 40 học viên).", "Mở lớp bồi dưỡng (mỗi lớp 40 học viên)", "=", 3), ("Thu thuế đạt 3,2 tỷ đồng (bằng 102% dự toán).", "Thu thuế", "=", 3.2)])
def test_amounts_in_brackets(text: str, indicator: str, comparator: str, value: float | None) -> None:
    assert read(text) == [(indicator, comparator, value, None)]


def test_brackets_of_two_wordings_stay_with_them() -> None:
    text = "Giữ nhiệt độ kho theo quy định (bình quân khoảng 4%), góp phần giảm hao hụt ở mức hợp lý (khoảng 6,7%)."
    assert opened(text) == text


@pytest.mark.parametrize("text,readings", [
    ("Thành lập mới 20 doanh nghiệp, lũy kế 120.", [("Thành lập mới doanh nghiệp", "=", 20, None), ("Thành lập mới doanh nghiệp (lũy kế)", "=", 120, None)]),
    ("Kết nạp 10 đảng viên (lũy kế đến nay 1.120).", [("Kết nạp đảng viên", "=", 10, None), ("Kết nạp đảng viên (lũy kế)", "=", 1120, None)]),
    ("Giải ngân vốn đầu tư công trong 6 tháng đầu năm đạt 50%, cả năm đạt 100%.", [("Giải ngân vốn đầu tư công", "=", 50, "-40"), ("Giải ngân vốn đầu tư công", "=", 100, None)]),
    ("Trong 6 tháng đầu năm đạt 50% số hộ ký cam kết.", [("số hộ ký cam kết", "=", 50, "-40")]), ("Cả năm vượt dự toán 5%.", [("Cả năm vượt dự toán", "=", 5, None)]),
    ("Quý I đạt 25%, quý II đạt 50% số hộ ký cam kết.", [("số hộ ký cam kết", "=", 25, "-33"), ("số hộ ký cam kết", "=", 50, "-34")])])
def test_sums_so_far_and_parts_of_the_year(text: str, readings: list[tuple[str, str, float | None, str | None]]) -> None:
    assert read(text) == readings


@pytest.mark.parametrize("cell,unit,value,expected", [
    ("Tổng thu ngân sách, triệu đồng", None, "8.500", ("Tổng thu ngân sách", "triệu đồng")), ("Tỷ lệ văn bản ký số, %", "", "100", ("Tỷ lệ văn bản ký số", "%")),
    ("Tỷ lệ hộ nghèo - %", None, "1,2", ("Tỷ lệ hộ nghèo", "%")), ("Diện tích rừng (ha)", "", "25", ("Diện tích rừng", "ha")), ("Số lớp học, nhóm trẻ", None, "25", ("Số lớp học, nhóm trẻ", "count"))])
def test_measures_behind_the_indicator(cell: str, unit: str | None, value: str, expected: tuple[str, str]) -> None:
    (reading,) = read_table_target(cell, unit, value)
    assert (reading.indicator, reading.unit) == expected


def test_in_a_plan_the_part_of_the_year_is_the_horizon() -> None:
    plan = assemble(make_document(*HEADER, "I. MỤC TIÊU CỤ THỂ", "- Tỷ lệ thu phí vệ sinh đến hết quý III đạt 75%, cả năm đạt 98%.", "- Văn bản được ký số (100%)."))
    assert [(t.indicator, t.value, t.horizon) for t in plan.targets] == [("Tỷ lệ thu phí vệ sinh", 75, "2026-35"), ("Tỷ lệ thu phí vệ sinh", 98, "2026"), ("Văn bản được ký số", 100, "2026")]
