"""A table of Word cut in two by an empty paragraph: row numbers that count on make it one again."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Line, Place, Table
from extractors.markup_tables import join_split


def table(*rows: tuple[str, ...]) -> Table:
    cells = [Cell(r, c, [Line(text, Place())] if text else []) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Table(cells, len(rows), len(rows[0]), Place(), "markup")


FIRST = table(("TT", "Việc", "Thời hạn"), ("1", "Dọn kênh", "Tháng 3"), ("2", "Đắp bờ", "Tháng 4"))


@pytest.mark.parametrize(("number", "one"), [("3", True), ("3.", True), ("1", False), ("4", False), ("", False), ("TT", False)])
def test_a_table_goes_on_with_the_next_number(number: str, one: bool) -> None:
    joined = join_split(FIRST, table((number, "Trồng cây", "Tháng 5")), touching=False)
    assert (joined is not None) == one
    if joined is not None:
        assert joined.n_rows == 4
        assert [cell.text for cell in joined.cells if cell.row == 3] == [number, "Trồng cây", "Tháng 5"]
