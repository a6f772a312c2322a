"""Annexes of communes' plans for resolutions of the centre: cells in the middle of their rows, headers in two rows, results by year."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Cell, Line, Place, Table
from extractors.page_tables import Piece, join_pages
from extractors.pdf_aligned import find_aligned
from extractors.table_headers import column_roles
from normalizers.targets import read_task_targets
from pipeline.read_one import read_one
from tests.test_pdf_middle_rows import HEAD, lay

_PLAN = """KẾ HOẠCH
Bảo vệ nguồn nước trên địa bàn xã Mẫu

Căn cứ Luật Tài nguyên nước ngày 27/11/2023;

{body}
"""


def tasks_of(tmp_path: Path, body: str) -> list[str]:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN.format(body=body), encoding="utf-8")
    return [task.text for task in read_one(path, path.name).tasks]


@pytest.mark.parametrize(("heads", "roles"), [
    ("STT|Chỉ tiêu|ĐVT|Kết quả đến năm 2027|Kết quả đến năm 2030|Đơn vị chủ trì, theo dõi|Ghi chú", "value@2027 value@2030"),
    ("TT|Chỉ tiêu|Đơn vị tính|Kết quả/giá trị năm 2026|Kết quả/giá trị năm 2028|Cơ quan chủ trì|Cơ quan phối hợp", "value@2026 value@2028"),
    ("TT|Chỉ tiêu|Đơn vị tính|Kết quả năm 2025|Mục tiêu năm 2030|Cơ quan chủ trì|Cơ quan phối hợp", "actual value@2030"),
    ("TT|Chỉ tiêu|Đơn vị tính|Kết quả năm 2024|Kết quả năm 2025|Ghi chú|Nguồn số liệu", "actual actual"),  # nobody is to reach them
    ("TT|Chỉ tiêu|Đơn vị tính|Kết quả thực hiện năm 2024|Thực hiện năm 2025|Cơ quan chủ trì|Cơ quan phối hợp", "actual actual"),
])
def test_results_by_year_beside_who_is_to_reach_them(heads: str, roles: str) -> None:
    assert column_roles(heads.split("|"))[3:5] == roles.split()


@pytest.mark.parametrize(("text", "values"), [
    ("Sắp xếp, sáp nhập các chợ có dưới 20 hộ buôn bán vào chợ trung tâm.", []),
    ("Kiểm tra các bếp ăn tập thể có từ 50 suất ăn trở lên.", []),
    ("Bảo đảm các thôn có từ 02 điểm thu gom rác.", [2.0]),
])
def test_the_size_of_what_an_act_is_about(text: str, values: list[float]) -> None:
    assert [t.value for t in read_task_targets(text)] == values


@pytest.mark.parametrize("heading", ["B. NHIỆM VỤ", "B. NHIỆM VỤ CHỦ YẾU", "II. NHIỆM VỤ"])
def test_a_lettered_section_that_only_points_to_its_annex(tmp_path: Path, heading: str) -> None:
    body = f"{heading}\n\nDanh mục nhiệm vụ theo Biểu số 03.\n\n{'C' if heading[0] == 'B' else 'III'}. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Kinh tế theo dõi việc thực hiện."
    assert tasks_of(tmp_path, body) == ["Phòng Kinh tế theo dõi việc thực hiện."]


def test_the_closing_order_right_below_the_last_duty(tmp_path: Path) -> None:
    body = ("I. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế xã\n- Lấy mẫu nước giếng khoan xét nghiệm, công bố cho người dân trong xã biết.\n"
            "Đề nghị các thôn, đơn vị căn cứ kế hoạch được giao nghiêm túc thực hiện đạt kết quả./.\nNơi nhận:\n- UBND tỉnh;")
    assert tasks_of(tmp_path, body) == ["Lấy mẫu nước giếng khoan xét nghiệm, công bố cho người dân trong xã biết."]


def test_a_small_measure_before_years_without_a_value(tmp_path: Path) -> None:
    body = ("II. CHỈ TIÊU\nTT Chỉ tiêu ĐVT Năm \n2026\nNăm \n2027\nNăm \n2028 Đơn vị chủ trì\n1 Tỷ lệ hộ dùng nước sạch % 80 85 90 Phòng Kinh tế\n"
            "2 Chiều dài kênh mương được \nnạo vét, kiên cố km 1,5 2 2,5 Phòng Kinh tế\n3 Diện tích hồ chứa được \nmở rộng thêm ha - - 1,5 Phòng Kinh tế\n"
            "4 Tỷ lệ mẫu nước đạt chuẩn % 95 96 97 Trạm Y tế\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế theo dõi việc thực hiện.")
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN.format(body=body), encoding="utf-8")
    assert [(t.indicator, t.value, t.unit, t.horizon) for t in read_one(path, path.name).targets if "hồ" in t.indicator and "mở" in t.indicator] == [
        ("Diện tích hồ chứa được mở rộng thêm", 1.5, "ha", "2028")]


def middle(top: float, number: str, lead: str, due: str = "") -> list[tuple[float, list[tuple[str, float]]]]:
    """A row whose wording and product have two lines each, its other cells in their middle; a time of two lines beside them."""
    said = [("Rà soát danh", 70.0), ("mục công trình", 70.0)], [("Danh mục", 430.0), ("được duyệt", 430.0)]
    upper, lower = ([*map(list, zip(*said, strict=True))])
    first, _, second = due.partition(" ")
    return [(top, [*upper, *([(first, 320.0)] if due else [])]), (top + 7, [(number, 43.0), (lead, 215.0), *([] if due else [("Năm 2026", 320.0)])]),
            (top + 14, [*lower, *([(second, 320.0)] if due else [])])]


def test_a_title_over_the_columns_groups_rows_whose_cells_stand_in_their_middle() -> None:
    head = (100.0, [*HEAD[1][:3], ("Hạn", 332.0), ("Sản phẩm", 440.0)])
    title = (196.0, [("2.", 42.0), ("Đầu tư,", 56.0), ("sửa chữa", 98.0), ("các công", 145.0), ("trình", 192.0)])
    rows = lay(head, *middle(130.0, "1.1", "Công an xã"), *middle(163.0, "1.2", "Trạm Y tế"), title, *middle(216.0, "2.1", "Công an xã", "Trước 31/5/2026"),
               *middle(250.0, "2.2", "Trạm Y tế"))
    table, = find_aligned(rows, 11)
    assert [" ".join(w.text for w in cell.words) for cell in table.cells if cell.col == 0][1:] == [
        "1.1", "1.2", "2. Đầu tư, sửa chữa các công trình", "2.1", "2.2"]


def test_a_header_whose_number_stands_in_two_lines_opens_a_page() -> None:
    top = [(70.0, [("ST", 42.0), ("Lộ trình", 330.0)]), (77.0, [("Chỉ tiêu", 100.0), ("Chủ trì", 220.0), ("Theo dõi", 430.0)]), (84.0, [("T", 44.0), ("2026", 320.0), ("2030", 370.0)])]
    body = [(110.0 + 22 * k, [(str(k + 4), 43.0), ("Hộ có nước sạch", 70.0), ("Công an xã", 215.0), ("80", 325.0), ("90", 375.0), ("Trạm Y tế", 430.0)]) for k in range(4)]
    table, = find_aligned(lay(*top, *body), 11, (36.0, 64.0, 205.0, 300.0, 350.0, 420.0, 500.0))
    assert table.start == 0
    assert any("Lộ trình" in w.text for cell in table.cells if cell.row == 0 for w in cell.words)


@pytest.mark.parametrize(("number", "covered"), [("9.1", False), ("10", True)])
def test_a_grouping_row_at_the_top_of_a_page_takes_no_lead_from_above(number: str, covered: bool) -> None:
    def piece(page: int, rows: list[list[str]]) -> Piece:
        cells = [Cell(r, c, [Line(text, Place(page=page))] if text else []) for r, row in enumerate(rows) for c, text in enumerate(row)]
        return Piece(Table(cells, len(rows), 4, Place(page=page), "aligned"), (0.0, 40.0, 250.0, 350.0, 450.0), page)

    table, = join_pages([[piece(1, [["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"], ["8", "Khoan giếng", "Phòng Kinh tế", "Năm 2026"]])],
                         [piece(2, [["9", "Nạo vét kênh", "", ""], [number, "Kênh N1", "Trạm Y tế", "Năm 2027"]])]])
    assert isinstance(table, Table)
    cell = table.grid()[2][2]
    assert (cell is not None and cell.text == "Phòng Kinh tế") is covered
