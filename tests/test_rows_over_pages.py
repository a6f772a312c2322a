"""Rows without numbers that a page break cuts: joined where their first cell and another run on visibly."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Line, Place, Table
from extractors.page_tables import Piece, join_pages

EDGES = (0.0, 80.0, 250.0, 350.0)


def piece(page: int, rows: list[list[str]]) -> Piece:
    cells = [Cell(r, c, [Line(text, Place(page=page))] if text else [], 1, 1) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Piece(Table(cells, len(rows), 3, Place(page=page), "ruled"), EDGES, page)


@pytest.mark.parametrize(("above", "below", "joined"), [
    (["Từ 05/9/2026 đến", "Tiêm phòng đợt 2", "Các tổ tiêm phòng;"], ["10/10/2026", "cho đàn gia súc", "Trưởng các thôn"], True),
    (["Tháng 9 và các", "Phát động phong trào", "Đoàn xã"], ["tháng tiếp theo", "trồng cây xanh", ""], True),
    (["Ngày 05/9", "Khai giảng năm học", "Các trường"], ["Ngày 28/9", "Mít tinh hưởng ứng", "Trạm Y tế"], False),
    (["Ngày 05/9", "Khai giảng năm học", "Các trường"], ["Ngày 28/9", "tổ chức mít tinh", "Trạm Y tế"], False),
    (["Giai đoạn 2:", "Trực gác tại các chòi", "Trước ngày"], ["Cao điểm", "canh trong rừng", "20/6/2026"], False),
    (["1", "Tiêm phòng đợt 2", "Các tổ"], ["2", "cho đàn gia súc", "Các thôn"], False),
])
def test_a_row_without_a_number(above: list[str], below: list[str], joined: bool) -> None:
    table = join_pages([[piece(1, [["Thời gian", "Nội dung", "Đơn vị"], above])], [piece(2, [below])]])[0]
    assert isinstance(table, Table)
    assert table.n_rows == (2 if joined else 3)


def wide(page: int, row: list[str], fills: list[float]) -> Piece:
    cells = [Cell(0, c, [Line(text, Place(page=page), fill=fill)] if text else []) for c, (text, fill) in enumerate(zip(row, fills, strict=True))]
    return Piece(Table(cells, 1, len(row), Place(page=page), "ruled"), tuple(100.0 * k for k in range(len(row) + 1)), page)


def rows_of(first: Piece, second: Piece) -> list[list[str]]:
    table, = join_pages([[first], [second]])
    assert isinstance(table, Table)
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_a_merged_first_cell_cut_beside_two_that_run_on() -> None:
    above = ["Giai đoạn 2:", "Tháng 02 -", "Trực gác tại các chòi", "Ban Chỉ huy"]
    below = ["Cao điểm", "4/2026", "canh khi có dự báo", "Quân sự xã"]
    assert rows_of(wide(1, above, [0.9] * 4), wide(2, below, [0.5] * 4)) == [
        ["Giai đoạn 2: Cao điểm", "Tháng 02 - 4/2026", "Trực gác tại các chòi canh khi có dự báo", "Ban Chỉ huy Quân sự xã"]]


def test_a_line_that_ended_on_purpose_is_not_run_on() -> None:
    above, below = ["Tháng 11", "Hội giảng chào mừng ngày 20/11", "Các tổ"], ["", "Kiểm tra giữa học kỳ", ""]
    assert len(rows_of(wide(1, above, [0.6, 0.3, 0.3]), wide(2, below, [0.0, 0.6, 0.0]))) == 2
    assert len(rows_of(wide(1, above, [0.6, 0.98, 0.3]), wide(2, below, [0.0, 0.6, 0.0]))) == 1


def test_a_row_of_totals_opens_a_page() -> None:
    above, below = ["6", "Bản Pá Ban", "692", "668"], ["", "Tổng cộng", "6.096", "5.944"]
    assert rows_of(wide(1, above, [0.9] * 4), wide(2, below, [0.5] * 4)) == [above, below]


def test_a_word_cut_by_column_and_page() -> None:
    above, below = ["1", "Rà soát", "Các trườn"], ["", "", "g học"]
    assert rows_of(wide(1, above, [0.2, 0.9, 0.9]), wide(2, below, [0.0, 0.0, 0.8]))[0][2] == "Các trườn g học"
    above[2] = "trườn"
    assert rows_of(wide(1, above, [0.2, 0.9, 0.85]), wide(2, below, [0.0, 0.0, 0.8]))[0][2] == "trường học"


def test_a_leader_s_cell_that_a_page_break_emptied_is_a_merged_one() -> None:
    def piece(page: int, *rows: tuple[str, ...]) -> Piece:
        cells = [Cell(r, c, [Line(text, Place(page=page))] if text else []) for r, row in enumerate(rows) for c, text in enumerate(row)]
        return Piece(Table(cells, len(rows), 5, Place(page=page), "ruled", page_rows=[page] * len(rows)), (50.0, 80.0, 250.0, 350.0, 420.0, 550.0), page)

    head = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả")
    first = piece(1, head, ("1", "Rà soát quy chế.", "Công an xã", "Trạm Y tế", "Báo cáo."), ("2", "Tổ chức tập huấn.", "Phòng Kinh tế", "Các thôn", "Lớp học."))
    second = piece(2, ("3", "Kiểm tra các chợ.", "", "", ""))
    table, = (b for b in join_pages([[first], [second]]) if isinstance(b, Table))
    assert {c.col: c.row_span for c in table.cells if c.row == 2} == {0: 1, 1: 1, 2: 2, 3: 1, 4: 1}


def test_rows_that_count_inside_their_first_cell() -> None:
    head = ["Nội dung", "Phân công", "Tiến độ"]
    above = [head, ["1. Rà soát nguồn nguyên liệu.", "Chủ trì: Sở Công Thương", "Quý I"], ["2. Lập danh mục dự án.", "Chủ trì: Sở Công Thương", "Quý II"]]
    rest, nxt = ["(Sản phẩm 2 của Thông báo)", "Doanh nghiệp", ""], ["3. Khơi thông nguồn quặng.", "Chủ trì: Sở Tài chính", "Quý III"]
    table, = join_pages([[piece(1, above)], [piece(2, [rest, nxt])]])
    assert isinstance(table, Table)
    assert [row[0].text for row in table.grid() if row[0]] == ["Nội dung", above[1][0], "2. Lập danh mục dự án. (Sản phẩm 2 của Thông báo)", nxt[0]]
    table, = join_pages([[piece(1, above)], [piece(2, [nxt])]])
    assert isinstance(table, Table) and table.n_rows == 4
