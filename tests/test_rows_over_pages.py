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
    (["1", "Tiêm phòng đợt 2", "Các tổ"], ["2", "cho đàn gia súc", "Các thôn"], False),
])
def test_a_row_without_a_number(above: list[str], below: list[str], joined: bool) -> None:
    table = join_pages([[piece(1, [["Thời gian", "Nội dung", "Đơn vị"], above])], [piece(2, [below])]])[0]
    assert isinstance(table, Table)
    assert table.n_rows == (2 if joined else 3)
