"""Tables with a heading's cell that is merged down over a row without wording of its own."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Document, Line, Place, Table
from extractors.read import read_plan
from tests.support import make_document

_HEADING = "Thực hiện Chương trình giảm nghèo trên địa bàn xã năm 2026"


def _cell(row: int, col: int, text: str, rows: int = 1, cols: int = 1) -> Cell:
    return Cell(row, col, [Line(text, Place(path=f"t9/r{row}/c{col}"), whole=True)] if text else [], rows, cols)


@pytest.mark.parametrize(("cells", "rows", "cols"), [
    ([_cell(0, 0, _HEADING, 2, 2), _cell(1, 0, "", 2), _cell(2, 1, "")], 3, 2),
    ([_cell(0, 0, _HEADING, 3, 3), _cell(3, 0, "1"), _cell(3, 1, "Tổ chức ngày hội việc làm"), _cell(3, 2, "Phòng Kinh tế")], 4, 3),
])
def test_the_heading_is_said_once(cells: list[Cell], rows: int, cols: int) -> None:
    above = make_document("KẾ HOẠCH", "Giảm nghèo năm 2026", "III. NHIỆM VỤ", "1. Tuyên truyền")
    plan = read_plan(Document("x.pdf", "pdf", [*above.blocks, Table(cells, rows, cols, Place(path="t9"), "ocr")]).number())
    assert _HEADING not in [record.text for record in plan.records]
    assert all(record.lines for record in plan.records)
