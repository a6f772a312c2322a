"""A table header repeated on a scan's next page is dropped though a word of it was misread."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Line, Place, Table, TableOrigin
from extractors.page_tables import Piece, join_pages

HEAD = ("STT", "Nội dung công việc", "Sản phẩm", "Thời gian", "Đơn vị thực hiện")


def piece(page: int, origin: TableOrigin, *rows: tuple[str, ...]) -> Piece:
    cells = [Cell(r, c, [Line(text, Place(page=page))]) for r, row in enumerate(rows) for c, text in enumerate(row) if text]
    return Piece(Table(cells, len(rows), 5, Place(page=page), origin, page_rows=[page] * len(rows)), (50.0, 80.0, 250.0, 350.0, 420.0, 550.0), page)


@pytest.mark.parametrize(("origin", "again", "rows"), [
    ("ocr", HEAD, 3),
    ("ocr", ("ST TY", *HEAD[1:]), 3),
    ("ocr", ("STT", "Nội dung công víệc", *HEAD[2:]), 3),
    ("ocr", ("STT", "Chỉ tiêu", "Đơn vị tính", "Thời gian", "Ghi chú"), 4),     # another header stays
    ("ruled", ("ST TY", *HEAD[1:]), 4),                                         # letters of a PDF are not misread
])
def test_header(origin: TableOrigin, again: tuple[str, ...], rows: int) -> None:
    first = piece(1, origin, HEAD, ("1", "Rà soát quy chế;", "Báo cáo.", "Quý I/2026", "Văn phòng"))
    second = piece(2, origin, again, ("2", "Tổ chức tập huấn.", "Lớp học.", "Quý II/2026", "Công an xã"))
    tables = [b for b in join_pages([[first], [second]]) if isinstance(b, Table)]
    assert sum(t.n_rows for t in tables) == rows
