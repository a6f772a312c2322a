"""A table's cells by row and column with their wording, made once for all that read the table."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Cell, Table


@dataclass(frozen=True, slots=True)
class Grid:
    """`cells[row][column]` as of `Table.grid()`; `texts` holds the wording of each, "" where no cell or an empty one stands.
    `wordings` are those of the table's cells in their order."""

    cells: list[list[Cell | None]]
    texts: list[list[str]]
    wordings: list[str]


def grid_of(table: Table) -> Grid:
    """The grid of a table whose cells change no more."""
    wordings = [cell.text if cell.lines else "" for cell in table.cells]
    said = dict(zip(map(id, table.cells), wordings, strict=True))
    said[id(None)] = ""
    cells = table.grid()
    return Grid(cells, [[said[id(cell)] for cell in row] for row in cells], wordings)
