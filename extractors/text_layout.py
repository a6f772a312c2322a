"""Text that keeps the page's layout in blanks (`pdftotext -layout`): columns that line up are tables again, blocks side by side apart.

Such a text sets each printed line as one line of characters, pieces of text apart by two blanks or more, pages apart by form feeds.
A table's columns are found in `layout_columns`; its rows are told here by their numbers and by lines on which every column begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from extractors.document import Block, Cell, Line, Place, Table
from extractors.layout_columns import Columns, Printed, find_regions, printed
from extractors.layout_middles import middle_rows
from extractors.layout_parts import seen_alone
from extractors.layout_runs import NUMBER_OR_LETTER
from extractors.page_tables import Piece, join_pages
from normalizers.text import squash

_COLUMNS = re.compile(r"\S {2,}(?=\S)")
_PAGE_NUMBER = re.compile(r"\s*[-–—]?\s*(?:[Tt]rang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–—]?\s*")
_OPENS = re.compile(r"[^\W\d_]|\d|[-–+•*≥≤><“\"(]")
_RUNS_ON = re.compile(r"(?:[,(/-]|\b(?:và|của|các|cho|với|tại|trong|theo))$")
_FIGURE = re.compile(r"[≥≤><~]*\s*\d[\d.,]*\s*%?")
_LEAST_ROWS = 3     # lines of three columns in the places of the one before, which make a text one of this kind
_LEAST_GUTTER = 3   # blanks between blocks side by side


def keeps_layout(lines: Sequence[Line]) -> bool:
    """Whether the lines (untrimmed) show columns: several with three or more, of which neighbours begin in the same places."""
    before: frozenset[int] = frozenset()
    seen = 0
    for line in lines:
        if "  " not in line.text:
            continue
        text = line.text.expandtabs().lstrip("\f")
        found = frozenset(m.end() for m in _COLUMNS.finditer(text))
        if len(found) >= 2 and "   " in text.strip():  # words of a justified line stand two blanks apart, some columns three

            seen += any(abs(a - b) <= 1 for a in found for b in before)
            before = found
    return seen >= _LEAST_ROWS


def lay_out(lines: Sequence[Line]) -> list[Block]:
    """The lines as blocks in reading order: tables where columns line up, blocks side by side one after the other."""
    pages: list[list[Line | Piece]] = []
    before: Piece | None = None
    heads: set[str] = set()  # lines of the header of the table that may go on
    known: list[Columns] = []
    seen = seen_alone(lines)
    for number, page in enumerate(_pages(lines), 1):
        blocks = _page(page, number, before, heads, known, seen)
        last = next((b for b in reversed(blocks) if isinstance(b, Piece) or not b.furniture), None)
        before = last if isinstance(last, Piece) else None
        pages.append(blocks)
    return join_pages(pages)


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    for line in lines:
        if line.text.startswith("\f") and pages[-1]:
            pages.append([])
        pages[-1].append(line)
    return pages


def _page(lines: list[Line], number: int, before: Piece | None, heads: set[str], known: list[Columns], seen: Container[str]) -> list[Line | Piece]:
    """A page's lines with its tables as pieces."""
    body = [line for line in lines if not line.furniture]
    while body and _PAGE_NUMBER.fullmatch(body[-1].text.strip("\f ")):
        body.pop().furniture = True
    if body and _PAGE_NUMBER.fullmatch(body[0].text.strip("\f ")):
        body.pop(0).furniture = True
    rows = [printed(line) for line in body]
    tables: dict[int, tuple[int, Piece]] = {}
    for columns in find_regions(rows, known, seen, before is not None):
        known.append(columns)
        end = columns.start + len(columns.rows)
        piece = _piece(columns, number, before if not tables else None, heads)
        if piece is not None:
            tables[id(body[columns.start])] = (end, piece)
    out: list[Line | Piece] = []
    taken: set[int] = set()
    for line in lines:
        if id(line) in tables:
            end, piece = tables[id(line)]
            taken |= {id(other) for other in body[body.index(line):end]}
            out.append(piece)
        elif id(line) not in taken:
            out.append(line)
    return _side_by_side(out)


def _piece(columns: Columns, number: int, before: Piece | None, heads: set[str]) -> Piece | None:
    bands = _bands(columns, heads if before is not None else set())
    if before is None:
        heads.clear()
        heads.update(squash(row.line.text) for row in bands[0])
    if len(bands) < (1 if before is not None or columns.head is not None else 2):
        return None
    n_cols = len(columns.borders) + 1
    edges = tuple(10.0 * k for k in range(n_cols + 1))  # join_pages tells columns by their borders: here by their count alone
    cells = _head_cells(columns)
    depth = max((c.row_span for c in cells), default=1)
    for r, band in enumerate(bands if not cells else bands[1:], depth if cells else 0):
        held: dict[int, list[Line]] = {}
        span: dict[int, int] = {}
        for row in band:
            for first, last, line in columns.cells(row):
                held.setdefault(first, []).append(line)
                span[first] = max(span.get(first, 1), last - first + 1)
        stops = [*sorted(held)[1:], n_cols]
        for first, stop in zip(sorted(held), stops, strict=True):
            wide = span[first] if r == 0 else (n_cols - first if span[first] > 1 and stop == n_cols else span[first])
            cells.append(Cell(r, first, held[first], 1, min(wide, stop - first)))
        covered = {c for cell in cells if cell.row == r for c in range(cell.col, cell.col + cell.col_span)}
        cells += [Cell(r, c, []) for c in range(n_cols) if c not in covered]
    cells.sort(key=lambda c: (c.row, c.col))
    first, last = columns.rows[0].at, columns.rows[-1].at
    n_rows = len(bands) + depth - 1
    table = Table(cells, n_rows, n_cols, Place(lines=(first, last)), "aligned", confidence=0.85, page_rows=[number] * n_rows)
    return Piece(table, edges, number)


def _head_cells(columns: Columns) -> list[Cell]:
    """The cells of a heading on two levels, its parents above; [] of any other."""
    head = columns.head
    if head is None:
        return []
    held: dict[tuple[int, int], list[Line]] = {}
    for row in columns.rows[: head.count]:
        for first, last, line in columns.cells(row):
            held.setdefault((first, last), []).append(line)
    parents = [(a, b) for a, b in held if b > a]
    below = {c for a, b in parents for c in range(a, b + 1)}
    if not parents or len(below) != sum(b - a + 1 for a, b in parents):
        return []
    top = [Cell(0, a, lines, 1 if b > a else 2, b - a + 1) for (a, b), lines in held.items() if b > a or a not in below]
    return [*top, *(Cell(1, c, held.get((c, c), [])) for c in sorted(below))]


def _bands(columns: Columns, heads: set[str]) -> list[list[Printed]]:
    """The printed lines of each row. `heads`: the lines of the table's header on the page where it begins."""
    rows = columns.rows
    top = 0
    while top < len(rows) and squash(rows[top].line.text) in heads:
        top += 1
    if columns.head is not None and not top:
        top = columns.head.count
    opens = [_opening(columns, k) for k in range(len(rows))]
    numbers = [k for k in range(top, len(rows)) if _is_number(columns, k)]
    starts = {top}
    if len(numbers) >= 2 or (numbers and heads):
        # On top of its row a number stands beside openings only; set to the middle it stands beside lines that run on.
        titles = {k for k in range(top, len(rows)) if columns.is_title(rows[k])}
        on_top = sum(_beside(columns, k) for k in numbers) >= 0.8 * len(numbers)
        if on_top:
            starts |= {*numbers, *titles, *(k for k in range(top + 1, len(rows)) if columns.spans(rows[k]) and opens[k] > 0)}
        else:
            starts |= _middle_rows(columns, top, sorted({*numbers, *titles}), bool(heads))
        if on_top:
            starts |= _rows_below(columns, starts)
    else:
        starts |= {k for k in range(top + 1, len(rows)) if _all_open(columns, k, opens[k]) or (rows[k].blank and opens[k] > 0)}
    bands: list[list[Printed]] = []
    for k, row in enumerate(rows):
        if k == 0 or k in starts:
            bands.append([])
        bands[-1].append(row)
    return bands


def _middle_rows(columns: Columns, top: int, numbers: Sequence[int], cut_above: bool) -> set[int]:
    """Lines that begin a row whose cells are set to its middle. Told twice: what columns a line shows depends on the rows, too."""
    rows = columns.rows[top:]
    found: list[int] = []
    for _ in range(2):
        lines = [[(first, line.text) for first, _, line in columns.cells(row)] for row in rows]
        anchors = {k - top for k in numbers} | {k for k, cells in enumerate(lines) if len(cells) == 1 and cells[0][0] <= 1 and cells[0][1].isupper() and " " in cells[0][1]}
        found = [k + top for k in middle_rows(lines, [row.blank for row in rows], sorted(anchors), cut_above, True)]
        columns.part(sorted({0, *found}))
    return set(found)


def _rows_below(columns: Columns, starts: set[int]) -> set[int]:
    """Lines that begin a row of their own below a numbered one: wording that begins anew beside figures, where the row has figures already."""
    out: set[int] = set()
    figures: set[int] = set()
    for k, row in enumerate(columns.rows):
        cells = columns.cells(row)
        own = {first for first, _, line in cells if first > 1 and _FIGURE.fullmatch(line.text)}
        if k in starts:
            figures = own
        elif cells[0][0] == 1 and len(own) >= 2 and own <= figures and not cells[0][2].text[:1].islower():
            out.add(k)
    return out


def _all_open(columns: Columns, k: int, opens: int) -> bool:
    """Whether a line without row numbers begins a row: its columns begin anew, the first one or nearly all."""
    return opens >= (2 if columns.cells(columns.rows[k])[0][0] == 0 else max(2, len(columns.borders)))


def _is_number(columns: Columns, k: int) -> bool:
    first, last, line = columns.cells(columns.rows[k])[0]
    return first == last == 0 and bool(NUMBER_OR_LETTER.fullmatch(line.text))


def _opening(columns: Columns, k: int) -> int:
    """How many columns begin anew on a line, less those that run on from the line above."""
    above = {first: line.text for first, _, line in columns.cells(columns.rows[k - 1])} if k else {}
    return sum(1 if _begins(line.text, above.get(first, "")) else -2 for first, _, line in columns.cells(columns.rows[k]))


def _begins(text: str, above: str) -> bool:
    return not text[:1].islower() and bool(_OPENS.match(text)) and not _RUNS_ON.search(above)


def _beside(columns: Columns, k: int) -> bool:
    """Whether the wording beside a row number begins there."""
    wording = [line.text for first, _, line in columns.cells(columns.rows[k]) if first == 1]
    return bool(wording) and not wording[0][:1].islower()


def _side_by_side(blocks: list[Line | Piece]) -> list[Line | Piece]:
    """Lines of letterhead and signature, two blocks beside each other, read one block after the other."""
    out: list[Line | Piece] = []
    k = 0
    while k < len(blocks):
        block = blocks[k]
        run = _block_from(blocks, k) if isinstance(block, Line) else None
        if run is None:
            out.append(block)
            k += 1
            continue
        end, gutter = run
        sides: tuple[list[Line | Piece], list[Line | Piece]] = ([], [])
        for line in blocks[k:end]:
            assert isinstance(line, Line)
            if line.furniture:
                sides[0].append(line)
                continue
            for piece in printed(line).pieces:
                sides[piece.start >= gutter].append(Line(piece.text, line.place))
        out += [*sides[0], *sides[1]]
        k = end
    return out


def _block_from(blocks: Sequence[Line | Piece], k: int) -> tuple[int, int] | None:
    """The end of the block side by side that begins at a line, with where its right side begins; None for an ordinary line."""
    low, high = 0, 10_000
    end, both = k, 0
    for at in range(k, len(blocks)):
        line = blocks[at]
        if isinstance(line, Piece):
            break
        if line.furniture:
            continue
        row = printed(line)
        pieces = row.pieces
        if len(pieces) > 2 or (len(pieces) == 2 and pieces[1].start - pieces[0].end < _LEAST_GUTTER):
            break
        if len(pieces) == 2:
            a, b = pieces[0].end, pieces[1].start
            both += 1
        elif not both:
            break
        else:
            a, b = (pieces[0].end, high) if pieces[0].start < low else (low, pieces[0].start)
        if max(low, a) + _LEAST_GUTTER > min(high, b):
            break
        low, high, end = max(low, a), min(high, b), at + 1
    return (end, high) if both >= 2 and end - k >= 2 else None
