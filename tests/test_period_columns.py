"""Target tables of one value column per quarter or year: quarters without their year, years under a heading that spans them,
measures that headings print, missing values among the figures of a row; headings that a narrow column breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_allotment import find_allotment
from extractors.flat_table import rebuild
from extractors.merged_headings import merge_header
from extractors.table_headers import column_roles
from normalizers.target_cells import read_table_target
from normalizers.text import CAPITALS
from pipeline.read_one import read_one


def dump(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n)), number=n) for n, line in enumerate(text.splitlines(), 1)]


@pytest.mark.parametrize(("heads", "roles"), [
    (["TT", "Chỉ tiêu", "ĐVT", "Quý I", "Quý II", "Quý III", "Quý IV"], ["no", "indicator", "measure", "value@-33", "value@-34", "value@-35", "value@-36"]),
    (["TT", "Chỉ tiêu (%)", "Đến tháng 6", "Đến tháng 12"], ["no", "indicator", "value@-06", "value@-12"]),
    # Of a table of tasks the quarters are a schedule; one quarter alone is none either.
    (["TT", "Nội dung công việc", "Quý I", "Quý II", "Đơn vị chủ trì"], ["no", "task", None, None, "lead"]),
    (["TT", "Chỉ tiêu", "Kế hoạch 2026", "Quý I"], ["no", "indicator", "value@2026", None]),
])
def test_quarters_and_months_head_values_of_indicators(heads: list[str], roles: list[str | None]) -> None:
    assert column_roles(heads) == roles


def test_quarters_below_years_are_of_these_years() -> None:
    merged = merge_header([["TT", "Chỉ tiêu", "Năm 2026", "Năm 2026", "Năm 2027"], ["TT", "Chỉ tiêu", "Quý III", "Quý IV", "Quý I"]])
    assert column_roles(merged)[2:] == ["value@2026-35", "value@2026-36", "value@2027-33"]


def _read(folder: Path, rows: list[list[str]], above: str = "2. Lộ trình thực hiện các chỉ tiêu") -> list[tuple[str, float | None, str | None, str | None]]:
    import docx

    document = docx.Document()
    for text in ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "II. MỤC TIÊU CỤ THỂ", above):
        document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    document.add_paragraph("III. TỔ CHỨC THỰC HIỆN")
    path = folder / "plan.docx"
    document.save(str(path))
    return [(t.indicator, t.value, t.unit, t.horizon) for t in read_one(path, path.name).targets]


def test_each_quarter_gives_a_target_in_the_measure_of_the_heading(tmp_path: Path) -> None:
    rows = [["TT", "Chỉ tiêu (%)", "Quý I", "Quý II"], ["1", "Tỷ lệ hồ sơ nộp trực tuyến", "65", "72"], ["2", "Tỷ lệ số hóa hồ sơ", "-", "90"]]
    assert _read(tmp_path, rows) == [("Tỷ lệ hồ sơ nộp trực tuyến", 65.0, "%", "2026-33"), ("Tỷ lệ hồ sơ nộp trực tuyến", 72.0, "%", "2026-34"),
                                     ("Tỷ lệ số hóa hồ sơ", 90.0, "%", "2026-34")]


FLAT = """TT Chỉ tiêu Đơn vị
tính
Ước TH
năm 2025
Kế hoạch giai đoạn 2026 - 2030
2026 2027 2028 2029 2030
A Y tế dự phòng
1 Tỷ lệ người dân được khám sức khỏe\x20
định kỳ
% 31,4 ≥ 60 ≥ 70 ≥ 80 ≥ 90 100
2 Số bác sĩ làm việc tại Trạm Y tế Người 3 4 - 5 - 6
3 Tỷ suất sinh thô ‰ 13,1 13,2 13,3 13,4 13,5 13,6
4 Tỷ lệ người dân hài lòng % 88 90 91 92 93 ≥ 95"""


def test_a_span_of_years_stands_over_its_years_and_a_dash_is_no_range() -> None:
    table = next(block for block in rebuild(dump(FLAT)) if isinstance(block, Table))
    rows = [[cell.text if cell is not None else "" for cell in row] for row in table.grid()]
    assert rows[1][4:] == ["2026", "2027", "2028", "2029", "2030"]
    assert next(row for row in rows if row[0] == "2")[2:] == ["Người", "3", "4", "-", "5", "-", "6"]


def test_villages_below_a_number_column_too_narrow_for_its_heading() -> None:
    lines = dump("""ST
T
Tên thôn Số tài khoản định
danh điện tử kích hoạt mới
Số hồ sơ dịch vụ
công trực tuyến
1 Làng Dâu 212 96
2 Đồng Mít 540 260
3 Quán Ngói 305 118
Tổng cộng 1.057 474
3. Nhiệm vụ""")
    found = find_allotment(lines, 0)
    assert found is not None and lines[found[1]].text == "3. Nhiệm vụ"
    assert [cell.text for cell in found[0].cells if cell.row == 0] == ["ST T", "Tên thôn", "Số tài khoản định danh điện tử kích hoạt mới",
                                                                        "Số hồ sơ dịch vụ công trực tuyến"]


def test_the_class_of_capitals_holds_no_small_letter() -> None:
    letters = CAPITALS.removeprefix("A-Z")
    assert letters.isupper() and set("ĐƯƠẮỆỰỸ") <= set(letters)


@pytest.mark.parametrize(("indicator", "unit", "value", "read"), [
    ("Tỷ lệ thanh toán trực tuyến (%)", None, "≥ 70", ("Tỷ lệ thanh toán trực tuyến", 70.0, "%")),
    ("Sản lượng lúa (tấn)", None, "1.200", ("Sản lượng lúa", 1200.0, "tấn")),
    # What stands in brackets may be an abbreviation, and a cell of its own gives the unit first.
    ("Chỉ số chuyển đổi số (DTI)", None, "80", ("Chỉ số chuyển đổi số (DTI)", 80.0, "index")),
    ("Thu ngân sách (%)", "tỷ đồng", "12", ("Thu ngân sách (%)", 12.0, "tỷ đồng")),
])
def test_a_measure_behind_the_indicator_is_its_unit(indicator: str, unit: str | None, value: str, read: tuple[str, float, str]) -> None:
    assert [(r.indicator, r.value, r.unit) for r in read_table_target(indicator, unit, value)] == [read]


def test_households_that_are_to_do_something_are_a_share_not_what_is_known(tmp_path: Path) -> None:
    rows = [["Thôn", "Tổng số hộ", "Số hộ dùng nước sạch (hộ)", "Tỷ lệ thu gom rác (%)"], ["Đông", "180", "120", "95"], ["Ngọc", "150", "98", "90"],
            ["Lý", "160", "143", "92"]]
    read = _read(tmp_path, rows, "1. Chỉ tiêu giao các thôn")
    assert [(name, value) for name, value, _, _ in read if "Đông" in name] == [("Số hộ dùng nước sạch - Đông", 120.0), ("Tỷ lệ thu gom rác - Đông", 95.0)]
