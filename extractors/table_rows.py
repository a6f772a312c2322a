"""Body rows of a table as text by role: what each column's cell says in each row. Hands on Row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter, lt

from extractors.document import Cell, Line
from extractors.grid import Grid
from extractors.listed_owners import listed_owners
from extractors.mark_columns import is_mark
from extractors.table_head import ROW_NO
from normalizers.text import fold

_number = attrgetter("number")
_ALWAYS_IN = (None, "other", "note", "time")  # what the heading of such a column may be read as
_ALWAYS = re.compile(r"(?:(?:nhiệm vụ|công việc|thực hiện) )?thường xuyên[ .:]*")


@dataclass(slots=True)
class Row:
    """One body row: raw text and cell by role, its lines, its printed number."""

    cells: dict[str, Cell]
    texts: dict[str, str]
    lines: list[Line]
    no: str | None
    distinct: list[Cell]
    at: int
    confidence: float = 1.0
    units: Mapping[str, str] = field(default_factory=dict)  # role of a column → the measure that its heading prints


def own_lines(cells: list[Cell | None], row: int) -> list[Line]:
    """Lines of the row's cells in reading order; a cell merged from above counts for its first row only."""
    lines: list[Line] = []
    before: Cell | None = None
    for cell in cells:
        if cell is not None and cell is not before and (cell.row == row or cell.row_span <= 1):
            lines += cell.lines
        before = cell
    numbers = [line.number for line in lines]
    if all(map(lt, numbers, numbers[1:])):
        return lines
    return sorted({id(line): line for line in lines}.values(), key=_number)


def rows_of(grid: Grid, start: int, roles: list[str | None]) -> list[Row]:
    out: list[Row] = []
    # "x" under "Thường xuyên", beside a column of months or days
    always = {c for c, role in enumerate(roles) if role in _ALWAYS_IN and any("xuyên" in row[c].lower() and _ALWAYS.fullmatch(fold(row[c])) for row in grid.texts[:start])}
    for r in range(start, len(grid.cells)):
        cells, printed = grid.cells[r], grid.texts[r]
        by_role: dict[str, Cell] = {}
        texts: dict[str, str] = {}
        for c, cell in enumerate(cells):
            role = roles[c] if c < len(roles) else None
            text = printed[c] if role is not None else ""
            if c in always and is_mark(printed[c]):
                role, text = "time", "Thường xuyên"
            if cell is None or role is None or not text:
                continue
            if role in texts:
                if by_role[role] is not cell and role in {"lead", "support", "owner", "result", "time", "note"}:
                    texts[role] = f"{texts[role]}; {text}"
                continue
            by_role[role] = cell
            if role in {"lead", "support", "owner"} and len(cell.lines) > 1:
                text = listed_owners([line.text for line in cell.lines]) or text
            texts[role] = text
        distinct = list({id(cell): cell for cell, text in zip(cells, printed, strict=True) if text and cell is not None}.values())
        m = ROW_NO.match(texts.get("no", ""))
        out.append(Row(by_role, texts, own_lines(cells, r), m[1] if m else None, distinct, r))
    return out
