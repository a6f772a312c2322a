"""A table's cells by row and column with their wording, made once for all that read the table."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Cell, Table


@dataclass(frozen=True, slots=True)
class Grid:
    """`cells[row][column]` as of `Table.grid()`; `texts` holds the wording of each, "" where no cell or an empty one stands."""

    cells: list[list[Cell | None]]
    texts: list[list[str]]


def grid_of(table: Table) -> Grid:
    """The grid of a table whose cells change no more."""
    cells = table.grid()
    texts = [[""] * table.n_cols for _ in cells]
    for cell in table.cells:
        text = cell.text if cell.lines else ""
        if cell.row_span == cell.col_span == 1:
            if cell.row < table.n_rows and cell.col < table.n_cols:
                texts[cell.row][cell.col] = text
            continue
        for r in range(cell.row, min(cell.row + cell.row_span, table.n_rows)):
            for c in range(cell.col, min(cell.col + cell.col_span, table.n_cols)):
                texts[r][c] = text
    return Grid(cells, texts)
