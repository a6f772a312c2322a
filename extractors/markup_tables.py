"""Tables of marked-up documents (DOCX, HTML): rows of spanning cells → a grid, layout tables told from data tables.

Word draws letterheads and signature blocks as tables without rules; those are lines, not data. A grid of Word may have
more columns than the reader sees (edges a few points apart after dragging); such edges are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Cell, Line, Place, Table
from normalizers.text import fold

# Edges nearer than this (in units of the given widths: twips, 4 mm) are one edge unless a cell stands between them.
_SNAP = 230.0
# What only a letterhead holds, and what only a recipients-and-signature block holds (Nghị định 30/2020/NĐ-CP, Phụ lục I).
LETTERHEAD = re.compile(r"^(?:cộng ?hòa xã hội chủ nghĩa|độc lập ?- ?tự do|đảng cộng sản việt nam)")
# Letterheads of organisations that print neither motto: the number, and beside it the place and day.
_OWN_NUMBER = re.compile(r"^số ?:? ?\S*[-/]\S+$")
_PLACE_AND_DAY = re.compile(r"^[^\W\d].{1,40}, ?ngày [\d.… ]{0,6} ?tháng [\d.… ]{0,6} ?năm ?20\d\d")
SIGNATURE = re.compile(r"^(?:nơi (?:nhận|gửi) ?(?::|$)|(?:tm|kt|tl|tuq|t/m|k/t|q)\. ?\S)")


@dataclass(slots=True)
class RawCell:
    """A cell as marked up, with the blocks it holds. `continues`: merged into the cell above."""

    blocks: list[Block]
    col_span: int = 1
    row_span: int = 1
    continues: bool = False

    def lines(self) -> Iterator[Line]:
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                yield from block.repeated
                yield from block.lines()


@dataclass(slots=True)
class RawRow:
    cells: list[RawCell]
    before: int = 0                  # grid columns left empty at the row's start
    header: bool = False


@dataclass(slots=True)
class RawTable:
    """A table as marked up: rows in order, widths of the grid's columns where known, whether it draws rules."""

    rows: list[RawRow]
    place: Place
    widths: Sequence[float] = ()
    bordered: bool | None = None

    def cells(self) -> Iterator[RawCell]:
        for row in self.rows:
            yield from row.cells


_NUMBERED = re.compile(r"(?:stt|s ?t ?t|tt|số tt|số thứ tự)\.?")  # heads the row numbers of a data table ("Nơi nhận" may be one of its columns)


def is_layout(raw: RawTable) -> bool:
    """Whether a table only arranges text: a frame, one column, a letterhead, a recipients-and-signature block."""
    rows = [row for row in raw.rows if any(not line.blank for cell in row.cells for line in cell.lines())]
    if not rows:
        return True
    width = max(sum(1 for cell in row.cells if not cell.continues) for row in raw.rows)
    filled = [cell for row in rows for cell in row.cells if any(not line.blank for line in cell.lines())]
    if width == 1 or len(filled) == 1:
        return True
    inner = sum(len(block.cells) for cell in raw.cells() for block in cell.blocks if isinstance(block, Table))
    if inner > 2 * len(filled):
        return True
    if width <= 5 and len(rows) <= 6 and not _NUMBERED.fullmatch(fold(" ".join(line.text for line in rows[0].cells[0].lines()))):
        folded = [fold(line.text) for cell in filled for line in cell.lines()]
        if any(map(LETTERHEAD.match, folded)) or (any(map(_OWN_NUMBER.match, folded)) and any(map(_PLACE_AND_DAY.match, folded))):
            return True
        if (raw.bordered is False or len(rows) <= 2) and any(map(SIGNATURE.match, folded)):
            return True
    if len(rows) == 1:
        return width <= 2 or raw.bordered is False
    return width <= 2 and len(rows) == 2 and raw.bordered is False


def layout_blocks(raw: RawTable) -> list[Block]:
    """The content of a layout table in reading order."""
    return [block for cell in raw.cells() for block in cell.blocks if not (isinstance(block, Line) and block.blank)]


def build_table(raw: RawTable) -> Table:
    """The grid. Text of tables inside a cell becomes lines of that cell; a merged cell is one cell with its spans."""
    placed = _snap(_place(raw), raw.widths)
    n_cols = max((end for row in placed for _, _, end in row), default=0)
    cells: list[Cell] = []
    open_cells: dict[int, Cell] = {}
    for r, row in enumerate(placed):
        for cell, start, end in row:
            above = open_cells.get(start)
            if cell.continues and above is not None and above.row + above.row_span == r:
                above.row_span += 1
                continue
            lines = [line for line in cell.lines() if not line.blank]
            new = Cell(r, start, lines, max(1, min(cell.row_span, len(placed) - r)), max(1, end - start))
            cells.append(new)
            open_cells[start] = new
    heads = 0
    for row_ in raw.rows:
        if not row_.header:
            break
        heads += 1
    if heads:
        # Often only the first of two header rows is marked; a cell that reaches down from it shows the second.
        heads = max(heads, *(cell.row + cell.row_span for cell in cells if cell.row < heads), 0)
    header_rows = heads if 0 < heads < len(raw.rows) else None
    return Table(cells, len(placed), n_cols, raw.place, "markup", header_rows=header_rows)


Placed = list[list[tuple[RawCell, int, int]]]


def _place(raw: RawTable) -> Placed:
    """Start and end grid column of every cell; cells that span rows push the cells below aside (HTML)."""
    busy: dict[tuple[int, int], bool] = {}
    out: Placed = []
    for r, row in enumerate(raw.rows):
        at = row.before
        placed: list[tuple[RawCell, int, int]] = []
        for cell in row.cells:
            while (r, at) in busy:
                at += 1
            span = max(1, cell.col_span)
            placed.append((cell, at, at + span))
            if cell.row_span > 1:
                for below in range(r + 1, min(r + cell.row_span, len(raw.rows))):
                    for c in range(at, at + span):
                        busy[(below, c)] = True
            at += span
        out.append(placed)
    return out


def _snap(placed: Placed, widths: Sequence[float]) -> Placed:
    """Grid columns that no cell edge separates, or whose edges all but coincide, made one."""
    edges = sorted({edge for row in placed for _, start, end in row for edge in (start, end)})
    if not edges:
        return placed
    x = [0.0]
    for width in widths:
        x.append(x[-1] + max(width, 0.0))
    known = len(x) > edges[-1] and x[edges[-1]] > 0
    at = {edge: x[edge] if known else edge * 10 * _SNAP for edge in edges}
    nearest_start: dict[int, int] = {}  # for an edge: the largest start of a cell that ends there
    for row in placed:
        for _, start, end in row:
            nearest_start[end] = max(nearest_start.get(end, -1), start)
    index: dict[int, int] = {}
    group_first = edges[0]
    column = 0
    inside = -1                          # largest start of a cell that ends within the group
    for n, edge in enumerate(edges):
        if n and (at[edge] - at[group_first] > _SNAP or max(nearest_start.get(edge, -1), inside) >= group_first):
            column += 1
            group_first = edge
            inside = -1
        index[edge] = column
    snapped = [[(cell, index[start], index[end]) for cell, start, end in row] for row in placed]
    return _by_index(snapped)


def _by_index(placed: Placed) -> Placed:
    """Where nearly every row has the same number of cells but edges still disagree, cells are columns by their order."""
    counts = Counter(len(row) for row in placed if len(row) > 1)
    if not counts:
        return placed
    usual, rows = counts.most_common(1)[0]
    n_cols = max(end for row in placed for _, _, end in row)
    many = sum(counts.values())
    if n_cols <= usual or usual < 3 or rows < 0.8 * many or max(counts) > usual or rows < 3:
        return placed
    ends: list[Counter[int]] = [Counter() for _ in range(usual)]
    for row in placed:
        if len(row) == usual:
            for i, (_, _, end) in enumerate(row):
                ends[i][end] += 1
    # Rows of the usual count that differ only by whole merges (one edge pattern rare) are real merges: leave them.
    if all(counter.most_common(1)[0][1] >= 0.8 * rows for counter in ends):
        return placed
    typical = [0] + [counter.most_common(1)[0][0] for counter in ends]
    if typical != sorted(set(typical)):
        return placed
    out: Placed = []
    for row in placed:
        if len(row) == usual:
            out.append([(cell, i, i + 1) for i, (cell, _, _) in enumerate(row)])
            continue
        fixed: list[tuple[RawCell, int, int]] = []
        last = 0
        for cell, _, end in row:
            stop = max(last + 1, min(range(len(typical)), key=lambda k, e=end: abs(typical[k] - e)))  # type: ignore[misc]
            fixed.append((cell, last, min(stop, usual)))
            last = min(stop, usual - 1) if stop >= usual else stop
        out.append(fixed)
    return out


def first_row_text(table: Table, rows: int = 1) -> list[str]:
    """Folded texts of the cells that start in the first rows."""
    return [fold(cell.text) for cell in table.cells if cell.row < rows]


def _counts_on(first: Table, second: Table) -> bool:
    """Whether a table's first row has the number after the last one of the table before it (an empty paragraph parts them)."""
    numbers = [cell.text.strip().rstrip(".") for table in (first, second) for cell in table.cells if cell.col == 0 and cell.row_span == 1
               and (table is first or cell.row == 0)]
    numbers = [number for number in numbers if number.isdecimal()]
    opens = next((cell.text.strip().rstrip(".") for cell in second.cells if cell.row == 0 and cell.col == 0), "")
    return first.n_cols >= 3 and opens.isdecimal() and len(numbers) >= 2 and numbers[-1] == opens and int(numbers[-2]) + 1 == int(opens)


def join_split(first: Table, second: Table, touching: bool) -> Table | None:
    """One table of two neighbours that are pieces of one: same columns and the same header again, or (`touching`, no
    paragraph between them; else row numbers that count on) no header of its own. None where they are two tables."""
    if first.n_cols != second.n_cols or first.n_cols < 2:
        return None
    heads = first.header_rows or 1
    if second.n_rows > heads and first_row_text(first, heads) == first_row_text(second, heads) and any(first_row_text(first, heads)):
        drop = max(cell.row + cell.row_span for cell in second.cells if cell.row < heads)
        if drop >= second.n_rows or first_row_text(first, drop) != first_row_text(second, drop):
            drop = heads
    elif touching or _counts_on(first, second):
        drop = 0
    else:
        return None
    return one_table(first, second, drop)


def one_table(first: Table, second: Table, drop: int = 0) -> Table:
    """The rows of both tables, of as many columns, below each other; the first `drop` rows of the second are `repeated`."""
    cells = list(first.cells)
    repeated = list(first.repeated)
    for cell in second.cells:
        if cell.row < drop:
            repeated.extend(cell.lines)
        else:
            cells.append(replace(cell, row=cell.row - drop + first.n_rows))
    return replace(first, cells=cells, n_rows=first.n_rows + second.n_rows - drop, repeated=repeated + second.repeated,
                   page_rows=first.page_rows + second.page_rows[drop:])
