"""Tables of a Word file that are typed with tabs: a heading "TT⇥Nội dung⇥Đơn vị chủ trì⇥…" and a paragraph for each row."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Block, Line
from extractors.text_delimited import opens_heading, table_of
from normalizers.text import squash

_LEAST_CELLS, _LEAST_ROWS = 3, 2


def with_typed_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with rows of tabs below such a heading as tables; a row may lack its last cells."""
    out: list[Block] = []
    k = 0
    while k < len(blocks):
        block = blocks[k]
        k += 1
        if not isinstance(block, Line) or block.text.count("\t") < _LEAST_CELLS - 1 or not opens_heading(block.text):
            out.append(block)
            continue
        rows = [_cells(block)]
        while k < len(blocks) and (row := _row(blocks[k], len(rows[0]))):
            rows.append(row)
            k += 1
        if len(rows) <= _LEAST_ROWS or len(rows[0]) < _LEAST_CELLS:
            out += blocks[k - len(rows) : k]
            continue
        out.append(table_of([row + [[] for _ in range(len(rows[0]) - len(row))] for row in rows]))
    return out


def _row(block: Block, width: int) -> list[list[Line]] | None:
    """The cells of a line that tabs part into at most `width`; None of any other block."""
    if not isinstance(block, Line) or block.furniture or "\t" not in block.text:
        return None
    cells = _cells(block)
    return cells if len(cells) <= width else None


def _cells(line: Line) -> list[list[Line]]:
    return [[Line(squash(part), line.place, whole=True)] if part.strip() else [] for part in line.text.split("\t")]
