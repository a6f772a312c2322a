"""Tables without rules: columns are what consistent white space parts, rows are bands between wider line spacing."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from extractors.document import Box
from extractors.pdf_bands import LEAST_ANCHORS, bands_of, column_of
from extractors.pdf_bold_head import mark_heads
from extractors.pdf_chars import Word
from extractors.pdf_columns import HEAD, NUMBER, ColumnPiece, find_columns, head_row, is_head, number_above
from extractors.pdf_groups import merge_groups, part_groups
from extractors.pdf_heads import (
    apart,
    head_levels,
    is_header,
    join_levels,
    part_headings,
    raised,
    with_headings,
    without_number_border,
)
from extractors.pdf_lines import Row
from extractors.pdf_merged import find_merged
from extractors.pdf_titles import (
    APPENDIX,
    groups_below,
    in_rest_middle,
    in_the_middle,
    is_item_title,
    next_part,
    next_title,
    opens_group,
    same_title,
)
from normalizers.text import fold

GAP = 6.0          # points: white between words that may part two columns
_LEAST_EVEN = 4    # words of a justified line between which the white is the same
_MOST_EVEN = 20.0  # points
_EVEN = 0.4
_LEAST_ENDS = 8    # lines of a page that end at one point where a justified column does
_PAST = 10.0       # points that a text may end past the border in the middle of the white on the page before


@dataclass(slots=True)
class AlignedCell:
    """Words of one cell with its grid position."""

    row: int
    col: int
    col_span: int
    words: list[Word]
    row_span: int = 1


@dataclass(slots=True)
class Aligned:
    """A table without rules: column borders, row borders, cells, and the rows `[start, end)` of the page that it took."""

    xs: list[float]
    ys: list[float]
    cells: list[AlignedCell]
    start: int
    end: int

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def may_be_aligned(rows: list[Row], continued: bool) -> bool:
    """A quick look whether a page's rows show columns at all."""
    return sum(1 for row in rows if len(row.words) > 1 and row.gaps(GAP)) >= (1 if continued else 3)


def find_aligned(rows: list[Row], size: float, before: tuple[float, ...] | None = None,
                 bold: Callable[[Word], bool] = lambda word: False) -> list[Aligned]:
    """The tables without rules among a page's free rows, top to bottom. `before`: column borders of such a table that closed
    the page before, which this page may continue. `size` is the usual letter size in points, `bold` tells a word's style."""
    loose: list[list[ColumnPiece]] = []
    pieces: list[list[ColumnPiece]] = []
    parted = [[row] if _set_wide(row) else row.pieces(GAP) for row in rows]
    ends = Counter(round(part.x1) for parts in parted for part in parts)
    for k, (row, parts) in enumerate(zip(rows, parted, strict=True)):
        joined = joined_even(parts, ends)
        loose.append([piece for p in parts for piece in apart(ColumnPiece(row.y, p.x0, p.x1, p.words, k))])
        pieces.append(loose[-1] if joined is parts else [piece for p in joined for piece in apart(ColumnPiece(row.y, p.x0, p.x1, p.words, k))])
    return _tables(rows, pieces, _anchors(loose, size), size, before, bold) or _tables(rows, pieces, _anchors(loose, size, True), size, before, bold)


def _tables(rows: list[Row], pieces: list[list[ColumnPiece]], anchors: list[int], size: float, before: tuple[float, ...] | None,
            bold: Callable[[Word], bool]) -> list[Aligned]:
    """The tables around the anchors."""
    if not anchors and before is None:
        return []
    anchors = sorted({*anchors, *mark_heads(pieces, anchors, size, bold)})
    if len(anchors) < (1 if before else LEAST_ANCHORS) and not any(is_head(pieces[k]) or _number_over(pieces, k, size) for k in anchors):
        return []
    left, right = min(r.x0 for r in rows), max(r.x1 for r in rows)
    found: list[Aligned] = []
    done = 0
    regions = _regions(pieces, anchors, (left, right), size, before is not None)
    for k, region in enumerate(regions):
        stop = regions[k + 1][0] if k + 1 < len(regions) else len(pieces)
        table = _table(pieces, (done, region[0], region[-1], stop), region, size, before if not found else None, bold, (left, right))
        if table is not None:
            found.append(table)
            done = table.end
    return found


def _set_wide(row: Row) -> bool:
    """Whether a row is a line of prose whose words justifying set far apart: all its gaps are alike. A row of years that thin columns cut is
    none."""
    if len(row.words) < 5 or sum(len(w.text) == 1 or w.text.isdigit() for w in row.words) > len(row.words) / 2:
        return False
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(row.words)]
    return max(gaps) >= GAP and max(gaps) - min(gaps) < 1.0


def joined_even(parts: list[Row], ends: Counter[int] | None = None) -> list[Row]:
    """The pieces of a row, words of a cell's justified line that stand evenly made one run again. `ends`: how many pieces of the page end
    at each point; where many do, a justified column does, and the white behind it may be as wide as that between its words by chance."""
    if len(parts) < _LEAST_EVEN:
        return parts
    out: list[Row] = []
    k = 0
    while k < len(parts):
        end = k + 1
        gap = parts[end].x0 - parts[k].x1 if end < len(parts) else 0.0
        while end < len(parts) and gap < _MOST_EVEN and abs(parts[end].x0 - parts[end - 1].x1 - gap) < _EVEN and all(
                w.text[0].isalpha() for w in parts[end].words[:1] + parts[k].words[:1]) and not (
                end - k >= _LEAST_EVEN and ends and ends[round(parts[end - 1].x1)] >= _LEAST_ENDS):
            end += 1
        if end - k >= _LEAST_EVEN and len({part.words[0].text for part in parts[k:end]}) >= _LEAST_EVEN and all(  # "Năm | Năm | Năm" heads columns
                len(part.words) == 1 for part in parts[k:end]):
            first, last = parts[k].words[0], parts[end - 1].words[0]
            text = " ".join([part.words[0].text for part in parts[k:end]])
            out.append(Row([Word(text, first.x0, last.x1, first.y, first.start, last.end, first.size, first.broken)]))
        else:
            end = k + 1
            out.append(parts[k])
        k = end
    return out if len(out) < len(parts) else parts


def _table(pieces: list[list[ColumnPiece]], bounds: tuple[int, int, int, int], anchors: list[int], size: float,
           before: tuple[float, ...] | None, bold: Callable[[Word], bool], edges: tuple[float, float]) -> Aligned | None:
    """The table around some anchors; `bounds`: rows it may not begin before, its first and last anchor, and where the next one begins."""
    low, first, last, stop = bounds
    fresh, first = None, max(low, head_row(pieces, first, size))
    for start in _starts(pieces, anchors, first, last):
        columns = find_columns([pieces[start], *raised(pieces, low, start, size), *pieces[start + 1:last + 1]], *edges, size, bold)
        if columns is not None and (fresh is None or len(columns) > len(fresh)):
            fresh, first = columns, start
    if before is not None and fresh is not None and is_head(pieces[first]) and not all(
            bold(row[0].words[0]) and pieces[first][0].y - row[0].y < 2.2 * size for row in pieces[:first]):
        before = None  # a header that does not open the page is another table's
    continued = _columns_on(before, pieces[first:last + 1]) if before is not None else None
    if continued is None and before is not None and (continued := _columns_on(before, pieces[bounds[1]:last + 1])):
        first, fresh = bounds[1], None            # lines set wide show columns that are none
    if continued is not None and fresh is not None and len(fresh) == len(continued) and _crossed(continued, pieces[first:last + 1]):
        continued = [continued[0], *fresh[1:-1], continued[-1]]  # the same columns, shown more clearly than on the page before
    xs = continued if continued is not None else fresh
    if xs is None or len(xs) < 4 or (xs is fresh and len(anchors) < LEAST_ANCHORS and not is_head(pieces[first])):
        return None
    if xs is fresh and is_head(pieces[first]):
        xs = fresh = with_headings(xs, [p for row in pieces for p in row if abs(p.y - pieces[first][0].y) <= 2.2 * size])
        xs = fresh = without_number_border(xs, pieces[first:last + 1])
    above = len(raised(pieces, low, first, size))
    first, last = _grow(pieces, (low, first - above, last, stop), xs, size, xs is continued, bold, first)
    body = next((k + row[0].head for k, row in enumerate(pieces[first:last + 1], first) if row[0].head), first)
    inside = [p for row in pieces[body:last + 1] for p in row]
    bands = bands_of(inside, xs, size, bold, before is not None)
    bands, groups = part_groups(bands, xs, size)
    if body > first:
        bands = [[p for row in pieces[first:body] for p in row], *bands]
        groups = [(a + 1, b + 1) for a, b in groups]
    headed = any(is_head(row) for row in pieces[first:first + 4])  # at a page's foot a header may stand alone
    if len(bands) < (1 if before or (headed and last + 1 == len(pieces)) else 2 if headed else 3):
        return None
    if headed:
        bands[0] = part_headings(bands, xs, size)
    levels = head_levels(bands[0], xs, bold)
    bands[:1] = levels
    table = _assemble(bands, xs, first, last + 1, size, bold)
    if len(levels) == 2:
        table.cells = join_levels(table.cells)
    table.cells = find_merged(merge_groups(table.cells, groups, len(levels) - 1), len(table.ys) - 1, size)
    return table


def _anchors(pieces: list[list[ColumnPiece]], size: float, wide: bool = False) -> list[int]:
    """Rows that, with what stands beside them at nearly the same height, show three columns or more. Headings of one, two and
    three lines, set to the middle, stand further from the "STT" beside them. `wide`: cells of one line and of two may stand half a line apart."""
    out = []
    for k, row in enumerate(pieces):
        near = list(row)
        reach = (0.85 if len(row) > 1 and is_head(row) else 0.66 if wide else 0.55) * size
        for step in (-1, 1):
            j = k + step
            while 0 <= j < len(pieces) and abs(pieces[j][0].y - row[0].y) <= reach:
                near += pieces[j]
                j += step
        count, edge = 0, -1e9
        for p in sorted(near, key=lambda p: p.x0):
            if p.x0 - edge >= GAP:
                count += 1
            edge = max(edge, p.x1)
        if count >= 3:
            out.append(k)
    return out


def _regions(pieces: list[list[ColumnPiece]], anchors: list[int], edges: tuple[float, float], size: float, continued: bool) -> list[list[int]]:
    """Anchors of each table: stretches of rows that neither a paragraph of prose nor another header row interrupts."""
    width = edges[1] - edges[0]

    def opens(k: int) -> bool:  # "TT" may also stand for a centre ("trung tâm") in a cell
        at = head_row(pieces, k, size)
        row = pieces[at]
        return is_head(row) and row[0].x0 < edges[0] + 0.25 * width and not any(
            number_above(above[0], row[0], size) for above in pieces[max(0, at - 3):at])   # "Số TT" of two lines, which the anchor before belongs to

    runs: list[list[int]] = []
    for k in anchors:
        if runs and (runs[-1][-1] == head_row(pieces, k, size) or not opens(k)):
            between = pieces[runs[-1][-1] + 1:k]
            prose = sum(1 for row in between if len(row) == 1 and row[0].x1 - row[0].x0 > 0.75 * width)
            if prose <= 3 and not any(len(row) == 1 and APPENDIX.match(" ".join(w.text for w in row[0].words)) for row in between) and not any(
                    is_item_title(row, width) and not groups_below(row[0], pieces, runs[-1], k) for row in between):
                runs[-1].append(k)
                continue
        runs.append([k])
    return [run for k, run in enumerate(runs) if len(run) >= LEAST_ANCHORS or (k == 0 and continued) or opens(run[0]) or _number_over(pieces, run[0], size)]


def _number_over(pieces: list[list[ColumnPiece]], k: int, size: float) -> bool:
    """Whether a row opens a header with "Số" above "TT"."""
    return k + 1 < len(pieces) and is_head(pieces[k + 1]) and number_above(pieces[k][0], pieces[k + 1][0], size)


def _rest_above(rows: list[list[ColumnPiece]], xs: list[float], fits: Callable[[list[ColumnPiece]], bool], bold: Callable[[Word], bool]) -> bool:
    """Whether all lines above the last one of `rows`, from a page's top on, are the rest of a row that the page break cut and titles of
    groups below it: "phẩm | hội" above "V. XÃ HỘI SỐ", whose table goes on."""
    return not is_head(rows[-1]) and any(len(row) > 1 or row[0].x0 > xs[1] - 1 for row in rows[:-1]) and all(
        fits(row) or (len(row) == 1 and bold(row[0].words[0]) and xs[0] - 3 < row[0].x0 and row[0].x1 < xs[-1] + 3) for row in rows[:-1])


def _starts(pieces: list[list[ColumnPiece]], anchors: list[int], first: int, last: int) -> list[int]:
    """Rows at which the table may begin: a header row that says "STT", else the first few rows that look like one
    (a line above the table, such as "(Kèm theo Kế hoạch số:    /KH-UBND …)", may have gaps too)."""
    inside = [k for k in anchors if first <= k <= last]
    heads = [k for k in range(first, min(last, first + 12) + 1) if is_head(pieces[k])]
    return heads[:1] or inside[:5]


def _columns_on(before: tuple[float, ...], pieces: list[list[ColumnPiece]]) -> list[float] | None:
    """The borders of the page before, where this page's words respect them too."""
    total = sum(len(row) for row in pieces)
    before = tuple(_behind(x, pieces) for x in before)
    crossing = _crossed(before, pieces)
    low, high = min(p.x0 for row in pieces for p in row), max(p.x1 for row in pieces for p in row)
    # The last column may be empty on this page, as one of notes mostly is.
    reached = high > before[-2] or (len(before) >= 5 and high > before[-3] and crossing / total <= 0.05)
    if total and crossing / total <= 0.12 and before[0] - 40 < low < before[1] and reached and high < before[-1] + 60:
        return [min(before[0], low - 2), *before[1:-1], max(before[-1], high + 2)]
    return None


def _behind(x: float, pieces: list[list[ColumnPiece]]) -> float:
    """A border behind the text that ends some points past it: the lines of the page before were shorter."""
    past = [p.x1 for row in pieces for p in row if p.x0 < x < p.x1 - 1]
    if not past or max(past) - x > _PAST or any(x <= p.x0 <= max(past) + 1 for row in pieces for p in row):
        return x
    return max(past) + 1


def _crossed(xs: Sequence[float], pieces: list[list[ColumnPiece]]) -> int:
    """How many pieces of text run over a border."""
    return sum(1 for row in pieces for p in row if any(p.x0 + 1 < x < p.x1 - 1 for x in xs[1:-1]))


def _grow(pieces: list[list[ColumnPiece]], bounds: tuple[int, int, int, int], xs: list[float], size: float, continued: bool,
          bold: Callable[[Word], bool], opens: int) -> tuple[int, int]:
    """The region with neighbouring rows that stand in its columns (parts of tall cells, last short rows); `opens`: the row of its "STT"."""
    low, first, last, stop = bounds
    lefts: dict[int, list[float]] = {}
    for row in pieces[first:last + 1]:
        for p in row:
            lefts.setdefault(column_of(xs, p)[0], []).append(p.x0)
    usual = {c: median(v) for c, v in lefts.items()}

    def numbered(row: list[ColumnPiece]) -> bool:
        return len(row) >= 2 and column_of(xs, row[0]) == (0, 0) and bool(NUMBER.match(row[0].words[0].text)) and len(row[0].words) == 1

    middles_of_titles = [row[1].x0 + row[1].x1 for row in pieces[first:last + 1] if len(row) == 2 and numbered(row) and column_of(
        xs, row[1])[0] < column_of(xs, row[1])[1]]

    def groups(row: list[ColumnPiece]) -> bool:  # a number and a wording that may run over the columns, or is set to their middle as others are
        return numbered(row) and (abs(row[1].x0 - min(lefts.get(1, [1e9]))) < 4 or (
            len(row) == 2 and (any(abs(row[1].x0 + row[1].x1 - m) < 4 for m in middles_of_titles) or (
                continued and abs(row[1].x0 + row[1].x1 - xs[1] - xs[-1]) < 24) or in_rest_middle(row, xs, bold))))

    def goes_on(row: list[ColumnPiece], before: list[ColumnPiece] | None) -> bool:
        """A further bold line of a group row, which below the table's last row would be the heading of what follows."""
        return len(row) == 1 and abs(row[0].x0 - min(lefts.get(1, [1e9]))) < 4 and bold(row[0].words[0]) and (
            before is None or (bold(before[-1].words[0]) and (len(before) == 1 or groups(before))))

    def fits(row: list[ColumnPiece], before: list[ColumnPiece] | None = None) -> bool:
        if groups(row) or goes_on(row, before):
            return True
        last = -1
        for p in row:
            c, d = column_of(xs, p)
            if c != d or p.x0 < xs[0] - 3 or p.x1 > xs[-1] + 3:
                return False
            if continued or c == last:
                continue  # the page may show a column's text here alone; justified words stand apart
            last = c
            middle = (xs[c] + xs[c + 1]) / 2
            if abs(p.x0 - min(lefts.get(c, [p.x0]))) > 4 and abs(p.x0 - usual.get(c, p.x0)) > 4 and abs(
                    (p.x0 + p.x1) / 2 - middle) > 8:
                return False
        return True

    headed = any(is_head(row) or (len(row) >= 3 and all(bold(p.words[0]) for p in row)) for row in [*pieces[max(0, first - 1):first + 2], pieces[opens]])
    def heads(row: list[ColumnPiece]) -> bool:
        """The upper headings of rows without numbers, one of which may stand over several columns."""
        return len(row) >= 3 and not is_head(pieces[opens]) and row[0].x0 > xs[0] - 3 and row[-1].x1 < xs[-1] + 3 \
            and all(bold(p.words[0]) for p in (*row, *pieces[first]))

    while first > low and (fits(pieces[first - 1]) or heads(pieces[first - 1])):
        step = pieces[first][0].y - pieces[first - 1][0].y
        if step > (2.2 if heads(pieces[first - 1]) else 1.25 if headed and not continued else 2.6) * size or (
                headed and not continued and is_item_title(pieces[first - 1], xs[-1] - xs[0])):
            break
        first -= 1
    if continued and low == 0 and first and (
            (first <= 3 and all(opens_group(row, pieces[first], bold) for row in pieces[:first])) or _rest_above(pieces[:first + 1], xs, fits, bold)):
        first = 0
    middles = continued or any(in_the_middle(row, xs, bold) for row in pieces[first:last])
    while last + 1 < stop and (fits(pieces[last + 1], pieces[last]) or (
            middles and last + 2 < stop and in_the_middle(pieces[last + 1], xs, bold) and fits(pieces[last + 2]))):
        if pieces[last + 1][0].y - pieces[last][0].y > 2.6 * size or (continued and next_title(pieces[last + 1], bold)) or next_part(
                pieces[last + 1], pieces[first:last + 1]):
            break
        last += 1
    if last + 2 == len(pieces) and len(pieces[-1]) == 1 and any(same_title(row, pieces[-1], xs, bold) for row in pieces[first:last]):
        last += 1
    return first, last


def _assemble(bands: list[list[ColumnPiece]], xs: list[float], start: int, end: int, size: float, bold: Callable[[Word], bool]) -> Aligned:
    cells: list[AlignedCell] = []
    last = len(xs) - 2
    ys = [min(p.y for p in bands[0]) - size]
    for r, band in enumerate(bands):
        row: dict[int, AlignedCell] = {}
        headed = r == 0 and len(bands) > 1 and (is_header(band, bold) or any(HEAD.match(fold(p.words[0].text)) for p in bands[1]))
        for p in sorted(band, key=lambda p: p.x0):
            c, d = column_of(xs, p)
            cell = row.get(c)
            if cell is None:
                row[c] = AlignedCell(r, c, d - c + 1, list(p.words))
            else:
                cell.col_span = max(cell.col_span, d - c + 1)
                cell.words += p.words
        for c in sorted(row):
            cell = row[c]
            if cell.col_span > 1 and not headed:  # a group row's text: merged to the end, or to the next cell
                stop = min((k for k in row if k > c + cell.col_span - 1), default=last + 1)
                covered = [k for k in row if c < k < stop]
                for k in covered:
                    cell.words += row[k].words
                    row[k].words = []
                cell.col_span = stop - c
        taken = set()
        for c in sorted(row):
            cell = row[c]
            if cell.words:
                cells.append(cell)
                taken |= set(range(c, c + cell.col_span))
        cells += [AlignedCell(r, c, 1, []) for c in range(last + 1) if c not in taken]
        ys.append(max(p.y for p in band) + 0.3 * size)
    cells.sort(key=lambda c: (c.row, c.col))
    return Aligned(xs, ys, cells, start, end)
