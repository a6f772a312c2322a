"""Dumps: target tables with one column a year and no row numbers."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_years import find_years


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.splitlines(), 1) if line.strip()]


def rows_of(table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[""] * table.n_cols for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row][cell.col] = " ".join(line.text.strip() for line in cell.lines)
    return rows


def test_years_under_one_heading_with_their_total() -> None:
    text = """Chỉ tiêu

Đơn vị
tính

Kế hoạch giai đoạn 2026 - 2030
Năm
2026

Năm
2027

Năm
2028
Tổng

Trồng rừng sản xuất ha 80 70 60 210
Trồng rừng phòng hộ ha 10 - 5 15

2

Chỉ tiêu

Đơn vị
tính
Kế hoạch giai đoạn 2026 - 2030

Tỷ lệ hộ tham gia ký
cam kết bảo vệ rừng

% ≥ 90 ≥ 92 ≥ 94

III. Nhiệm vụ, giải pháp
1. Rà soát quỹ đất, đăng ký nhu cầu"""
    found = find_years(lines_of(text), 0)
    assert found is not None
    assert rows_of(found[0])[1:] == [
        ["", "", "Năm 2026", "Năm 2027", "Năm 2028", "Tổng"],
        ["Trồng rừng sản xuất", "ha", "80", "70", "60", "210"],
        ["Trồng rừng phòng hộ", "ha", "10", "-", "5", "15"],
        ["Tỷ lệ hộ tham gia ký cam kết bảo vệ rừng", "%", "≥ 90", "≥ 92", "≥ 94", ""],
    ]
    assert lines_of(text)[found[1]].text == "III. Nhiệm vụ, giải pháp"


def test_groups_and_years_without_a_measure_column() -> None:
    text = """Nội dung chỉ tiêu Năm 2026 Năm 2027 Năm 2030
I. Về giáo dục mầm non
Tỷ lệ huy động trẻ nhà trẻ ra lớp (%) 30 32 40
II. Về giáo dục tiểu học
Số trường đạt chuẩn quốc gia mức độ 2
(trường)
3 4 5
* Ghi chú: số liệu đến ngày 31/12"""
    found = find_years(lines_of(text), 0)
    assert found is not None
    assert rows_of(found[0])[1:] == [
        ["I. Về giáo dục mầm non", "", "", ""], ["Tỷ lệ huy động trẻ nhà trẻ ra lớp (%)", "30", "32", "40"],
        ["II. Về giáo dục tiểu học", "", "", ""], ["Số trường đạt chuẩn quốc gia mức độ 2 (trường)", "3", "4", "5"]]


@pytest.mark.parametrize("text", [
    "Chỉ tiêu ĐVT Năm 2026 Năm 2027 Năm 2028\nTrồng rừng sản xuất ha 80 70\nTrồng rừng phòng hộ ha 10 5 5",  # a cell left out: which one?
    "Chỉ tiêu của năm 2026, năm 2027 và năm 2028 do xã giao.\nTrồng 80 ha, 70 ha, 60 ha.",
    "Chỉ tiêu ĐVT Năm 2026 Năm 2027\nTrồng rừng sản xuất ha 80 70\nTrồng rừng phòng hộ ha 10 5",  # two figures may be anything
    "Chỉ tiêu",
])
def test_nothing_is_made_of_what_does_not_tell_its_columns(text: str) -> None:
    assert find_years(lines_of(text), 0) is None
