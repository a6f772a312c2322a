"""Tables with upright rules and a frame but none between their rows: columns are ruled, rows are told by row numbers, white
and the merged rows that break the upright rules."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from extractors.pdf_aligned import Aligned, AlignedCell
from extractors.pdf_bands import bands_of
from extractors.pdf_chars import Word
from extractors.pdf_columns import HEAD, NUMBER, ColumnPiece
from extractors.pdf_grid import Grid, GridCell
from extractors.pdf_lines import Row, rows_of
from extractors.pdf_merged import find_merged
from extractors.pdf_rules import Segment
from normalizers.text import fold

_SAME = 3.0           # points: rules that end this near each other end together
_FEW_RULES = 5        # level rules of such a table: its frame and those of its header
_LEAST_UPRIGHT = 4
_LONG_ROW = 6         # lines of a cell that heads no column
_LEAST_HEIGHT = 40.0  # points: three lines
_GAP = 6.0            # points: white between words that may part two columns
_LEAST_LINES = 2      # lines that show columns
_LEAST_PARTED = 3     # runs of text in such a cell

Bold = Callable[[Word], bool]


def framed(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> list[Segment]:
    """The level rules of a page, with those added that a page break leaves out: where upright rules that begin or end together
    have nothing to close them. Shape: (y, x0, x1), points."""
    rules = list(horizontal)
    if len(rules) >= 2 or len(vertical) < _LEAST_UPRIGHT:
        return rules
    for y in (min(a for _, a, _ in vertical), max(b for _, _, b in vertical)):
        ending = [x for x, a, b in vertical if min(abs(a - y), abs(b - y)) <= _SAME]
        if len(ending) >= 3 and not any(abs(y - level) <= _SAME for level, _, _ in rules):
            rules.append((y, min(ending), max(ending)))
    held = {x for x, a, b in vertical if any(a - _SAME <= y <= b + _SAME for y, _, _ in rules)}
    free = [s for s in vertical if rules and s[0] not in held]
    if len(free) >= 2:   # between two merged rows, at a page's top and foot
        rules.append((min(a for _, a, _ in free), min(x for x, _, _ in vertical), max(x for x, _, _ in vertical)))
    return rules


def has_no_row_rules(grid: Grid, inside: Sequence[Sequence[Word]], single: Callable[[Word], list[Word]],
                     before: tuple[float, ...] | None) -> bool:
    """Whether the last row of a grid may be all rows of a table: its first column holds several row numbers below one another,
    or wordings, and what stands above holds no number. `before`: column borders of such a table that closed the page before."""
    continued = goes_on(grid, before)
    if len(grid.ys) > 3 and len(grid.xs) >= _LEAST_UPRIGHT and _rules_part_groups(grid, inside, single):
        return True
    if len(grid.ys) > _FEW_RULES or len(grid.xs) < _LEAST_UPRIGHT or (grid.ys[-1] - grid.ys[-2] < _LEAST_HEIGHT and not continued):
        return False
    if len(grid.ys) > 3 and _rows_are_ruled(grid, inside):
        return False
    thin = sorted({(round(w.y), w.x0, w.text) for words in inside for run in words if run.x0 < grid.xs[1] for w in single(run) if w.x0 < grid.xs[1] - 1})
    numbers = [y for y, of_line in itertools.groupby(thin, key=lambda w: w[0]) if _counts([text for _, _, text in of_line])]
    if any(y < grid.ys[-2] for y in numbers):
        return False
    headed = any(y > grid.ys[-2] and HEAD.match(fold(text)) for y, _, text in thin)   # its header stands in the same row
    if len(numbers) >= (1 if headed or continued else 2):
        return True
    return not numbers and len({y for y, _, _ in thin}) >= (2 if continued else 4)


def _rules_part_groups(grid: Grid, inside: Sequence[Sequence[Word]], single: Callable[[Word], list[Word]]) -> bool:
    """Whether level rules stand around the titles of groups alone: between cells as wide as the table, or as all columns but that of its
    number, the first column holds several row numbers below one another, each in a line of its own."""
    last = len(grid.xs) - 1
    titles = {cell.row for cell in grid.cells if cell.row and cell.row_span == 1 and cell.col <= 1 and cell.col + cell.col_span == last and cell.col_span > 2}
    if not titles:
        return False
    stacked = several = 0
    for cell, words in zip(grid.cells, inside, strict=True):
        if cell.col or not words or cell.row in titles or cell.row_span > 1 or cell.col_span > 1:
            continue
        lines = itertools.groupby(sorted({(round(w.y), w.x0, w.text) for run in words for w in single(run)}), key=lambda w: w[0])
        counted = [_counts([text for _, _, text in of_line]) for _, of_line in lines]
        if not all(counted):
            if cell.row < min(titles):
                continue                             # the header
            return False
        stacked += len(counted) > 1
        several += 1
    return stacked > 0 and 2 * stacked >= several


def only_framed(grid: Grid, inside: Sequence[Sequence[Word]], single: Callable[[Word], list[Word]], vertical: Sequence[Segment] = ()) -> bool:
    """Whether a frame stands around a table with rules in its header alone: a cell below the header is as wide as all columns, and
    white parts several of its lines under the header's rules."""
    across = len(grid.xs) - 1
    if across < 3:
        return False

    def in_columns(line: Row) -> bool:
        return all(not w.x0 + 1 < x < w.x1 - 1 for x in grid.xs[1:-1] for w in line.words)

    for cell, words in zip(grid.cells, inside, strict=True):
        if cell.row == 0 or cell.col_span < across or len(words) < _LEAST_PARTED or grid.ys[cell.row + cell.row_span] - grid.ys[cell.row] < _LEAST_HEIGHT:
            continue
        top, foot = grid.ys[cell.row], grid.ys[cell.row + cell.row_span]
        if any(grid.xs[0] + _SAME < x < grid.xs[-1] - _SAME and min(b, foot) - max(a, top) > _SAME for x, a, b in vertical):
            continue                                 # columns are ruled below the title of a group
        lines = rows_of([w for run in words for w in single(run)])
        parted = [line for line in lines if len(line.pieces(_GAP)) >= 3]
        if len(parted) >= _LEAST_LINES and sum(map(in_columns, parted)) >= 0.8 * len(parted) and (
                len(parted) >= 0.2 * len(lines) or sum(map(in_columns, lines)) >= 0.8 * len(lines)):
            return True
    return False


def _rows_are_ruled(grid: Grid, inside: Sequence[Sequence[Word]]) -> bool:
    """Whether a row above the last is long in two columns, as no header is: then level rules part the rows."""
    long = [cell.row for cell, words in zip(grid.cells, inside, strict=True) if cell.row < len(grid.ys) - 2 and cell.row_span == 1
            and len({round(w.y) for w in words}) >= _LONG_ROW]
    return any(long.count(row) > 1 for row in set(long))


def worded(table: Aligned, bold: Bold, continued: bool) -> bool:
    """Whether a table without row numbers shows its rows: a bold header, and several rows with wordings in two columns or more."""
    rows: dict[int, list[AlignedCell]] = {}
    for cell in table.cells:
        if cell.words:
            rows.setdefault(cell.row, []).append(cell)
    if any(NUMBER.match(cell.words[0].text) for cell in table.cells if cell.words and cell.col == 0):
        return True
    headed = all(bold(cell.words[0]) for cell in rows.get(0, []))
    body = [row for k, row in sorted(rows.items()) if k or not headed]
    return (headed or continued) and len(body) >= (1 if continued else 3) and all(len(row) >= 2 for row in body)


def goes_on(grid: Grid, before: tuple[float, ...] | None) -> bool:
    """Whether a grid has the columns of the table that closed the page before."""
    return before is not None and len(before) == len(grid.xs) and all(abs(a - b) <= _SAME for a, b in zip(before, grid.xs, strict=True))


def _counts(texts: Sequence[str]) -> bool:
    return len(texts) == 1 and texts[0][:1] not in "(" and bool(NUMBER.match(texts[0])) and not texts[0][:1].islower()


def split_levels(grid: Grid, horizontal: Sequence[Segment], vertical: Sequence[Segment], plain: float | None) -> list[Segment]:
    """The level rules of a grid's table, with those added that its upright rules tell: where several break, a merged row stands
    between them; where one begins below a header's first line, the headings below a common one begin. `plain`: baseline of the
    first line that is not bold, points."""
    left, top, right, bottom = grid.box
    rules = [s for s in horizontal if top - _SAME <= s[0] <= bottom + _SAME]
    upright = [s for s in vertical if left - _SAME <= s[0] <= right + _SAME and s[1] >= top - _SAME and s[2] <= bottom + _SAME]
    ends = sorted({round(y, 1) for _, a, b in upright for y in (a, b) if top + _SAME < y < bottom - _SAME})
    levels: list[float] = []
    for y in ends:
        if (not levels or y - levels[-1] > _SAME) and all(abs(y - s[0]) > _SAME for s in rules):
            levels.append(y)
    for y in levels:
        broken = sorted({x for x, a, b in upright if min(abs(a - y), abs(b - y)) <= _SAME})
        through = sorted(x for x, a, b in upright if a < y - _SAME and b > y + _SAME)
        low = max((x for x in through if x < broken[0]), default=left)
        high = min((x for x in through if x > broken[-1]), default=right)
        whole = high - low > 0.5 * (right - left)
        rules.append((y, left, right) if whole else (y, low, high))
        if not whole and plain is not None and plain > y and not any(y < other < plain for other in levels):
            rules.append((plain - 11.0, left, right))   # below the headings, whose upper row reaches down beside the lower one
    return rules


def find_rows(grid: Grid, inside: Sequence[Sequence[Word]], single: Callable[[Word], list[Word]], size: float, bold: Bold,
              continued: bool) -> Aligned:
    """The rows of a grid of `split_levels`, parted by what stands in their cells. `size`: letter size in points."""
    xs = grid.xs
    units: list[list[tuple[GridCell, list[Row]]]] = [[] for _ in grid.ys[1:]]
    for cell, words in zip(grid.cells, inside, strict=True):
        units[cell.row].append((cell, rows_of([w for run in words for w in single(run)])))
    held = {r for cell in grid.cells if cell.row_span > 1 for r in range(cell.row, cell.row + cell.row_span)}
    out: list[AlignedCell] = []
    kept: list[AlignedCell] = []                     # cells of several rows or columns, as they are
    ys = [grid.ys[0]]
    for r, unit in enumerate(units):
        bands = [[]] if r in held else _bands(unit, xs, size, bold, continued and r == 0)
        for k, band in enumerate(bands):
            for cell, lines in unit:
                words = [w for line in lines for w in line.words] if r in held else [
                    w for p in sorted(band, key=lambda p: p.y) if p.row == cell.col for w in p.words]
                found = AlignedCell(len(ys) - 1, cell.col, cell.col_span, words, cell.row_span)
                (kept if cell.col_span > 1 or r in held else out).append(found)
            ys.append(grid.ys[r + 1] if k + 1 == len(bands) else max(p.y for p in band) + 0.3 * size)
    out = find_merged(out, len(ys) - 1, size) + kept
    out.sort(key=lambda c: (c.row, c.col))
    return Aligned(list(xs), ys, out, 0, 0)


def _bands(unit: Sequence[tuple[GridCell, list[Row]]], xs: Sequence[float], size: float, bold: Bold, continued: bool) -> list[list[ColumnPiece]]:
    """The rows that stand in one row of the grid, as pieces of text, each with its cell's column as `row`."""
    pieces = [ColumnPiece(line.y, xs[cell.col] + 2.0, xs[cell.col] + 3.0, line.words, cell.col) for cell, lines in unit for line in lines]
    numbers = sum(_counts([w.text for w in p.words]) for p in pieces if p.row == 0)
    if not pieces or (numbers <= 1 and any(cell.col_span > 1 and cell.col_span >= len(xs) - 2 for cell, _ in unit)):
        return [pieces]                              # the title of a group
    return bands_of(pieces, list(xs), size, bold, continued)
