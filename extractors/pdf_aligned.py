"""Tables without rules: columns are what consistent white space parts, rows are bands between wider line spacing."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from extractors.document import Box
from extractors.pdf_chars import Word
from extractors.pdf_lines import Row
from normalizers.text import fold

_GAP = 6.0          # points: white between words that may part two columns
_SPACE = 1.2        # points put around words, so that ordinary spaces close
_GUTTER = 3.4       # points: least white between columns after that
_WIDE = (0.6, 0.45, 0.36)   # share of the width from which a piece of text is a group row's and not a cell's
_LEAST_ANCHORS = 4  # rows that show three columns or more, before anything is called a table
_NUMBER = re.compile(r"^(?:[IVXLC]+|[A-Z]|\(?\d{1,3}(?:\.\d{1,3})*\)?|[a-zđ])\s*[.)/]?$")
_GROUP = re.compile(r"^(?:[IVXLC]+|[A-ZĐ])[.)/]?$")
_HEAD = re.compile(r"^(?:stt|s\.tt|tt|số tt|số thứ tự)\b")


@dataclass(slots=True)
class AlignedCell:
    """Words of one cell with its grid position."""

    row: int
    col: int
    col_span: int
    words: list[Word]


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


@dataclass(slots=True)
class _Piece:
    """A stretch of words within a printed row."""

    y: float
    x0: float
    x1: float
    words: list[Word]
    row: int


def may_be_aligned(rows: list[Row], continued: bool) -> bool:
    """A quick look whether a page's rows show columns at all."""
    return sum(1 for row in rows if len(row.words) > 1 and row.gaps(_GAP)) >= (1 if continued else 3)


def find_aligned(rows: list[Row], size: float, before: tuple[float, ...] | None = None,
                 bold: Callable[[Word], bool] = lambda word: False) -> Aligned | None:
    """The table without rules among a page's free rows, or None. `before`: column borders of such a table that closed
    the page before, which this page may continue. `size` is the usual letter size in points, `bold` tells a word's style."""
    pieces = [[_Piece(row.y, p.x0, p.x1, p.words, k) for p in row.pieces(_GAP)] for k, row in enumerate(rows)]
    anchors = _anchors(pieces, size)
    if len(anchors) < (1 if before else _LEAST_ANCHORS):
        return None
    left, right = min(r.x0 for r in rows), max(r.x1 for r in rows)
    region = _region(pieces, anchors, right - left)
    if region is None:
        return None
    first, last = region
    fresh: list[float] | None = None
    for start in _starts(pieces, anchors, first, last):
        columns = _columns(pieces[start:last + 1], left, right)
        if columns is not None and (fresh is None or len(columns) > len(fresh)):
            fresh, first = columns, start
    continued = _columns_on(before, pieces[first:last + 1]) if before is not None else None
    xs = continued if continued is not None else fresh
    if xs is None or len(xs) < 4:
        return None
    if xs is fresh and _is_head(pieces[first]):
        xs = _headed(xs, [p for row in pieces for p in row if abs(p.y - pieces[first][0].y) <= 2.2 * size])
    first, last = _grow(pieces, first, last, xs, size, xs is continued, bold)
    inside = [p for row in pieces[first:last + 1] for p in row]
    bands = _bands(inside, xs, size, bold)
    if len(bands) < (1 if before else 3):
        return None
    return _assemble(bands, xs, first, last + 1, size)


def _anchors(pieces: list[list[_Piece]], size: float) -> list[int]:
    """Rows that, with what stands beside them at nearly the same height, show three columns or more."""
    out = []
    reach = 0.55 * size
    for k, row in enumerate(pieces):
        near = list(row)
        for step in (-1, 1):
            j = k + step
            while 0 <= j < len(pieces) and abs(pieces[j][0].y - row[0].y) <= reach:
                near += pieces[j]
                j += step
        count, edge = 0, -1e9
        for p in sorted(near, key=lambda p: p.x0):
            if p.x0 - edge >= _GAP:
                count += 1
            edge = max(edge, p.x1)
        if count >= 3:
            out.append(k)
    return out


def _region(pieces: list[list[_Piece]], anchors: list[int], width: float) -> tuple[int, int] | None:
    """The longest stretch of rows from anchor to anchor that no paragraph of prose interrupts."""
    runs: list[list[int]] = []
    for k in anchors:
        if runs:
            between = pieces[runs[-1][-1] + 1:k]
            prose = sum(1 for row in between if len(row) == 1 and row[0].x1 - row[0].x0 > 0.75 * width)
            if prose <= 3:
                runs[-1].append(k)
                continue
        runs.append([k])
    best = max(runs, key=len, default=None)
    return (best[0], best[-1]) if best else None


def _starts(pieces: list[list[_Piece]], anchors: list[int], first: int, last: int) -> list[int]:
    """Rows at which the table may begin: a header row that says "STT", else the first few rows that look like one
    (a line above the table, such as "(Kèm theo Kế hoạch số:    /KH-UBND …)", may have gaps too)."""
    inside = [k for k in anchors if first <= k <= last]
    heads = [k for k in range(first, min(last, first + 12) + 1) if _is_head(pieces[k])]
    return heads[:1] or inside[:5]


def _columns(pieces: list[list[_Piece]], left: float, right: float) -> list[float] | None:
    """Column borders from white space that every row but the wide ones leaves; the reading with most columns wins."""
    width = right - left
    best: list[float] | None = None
    shown = [row for row in pieces if not _is_group(row)]
    for share in _WIDE:
        spans = sorted((w.x0 - _SPACE, w.x1 + _SPACE) for row in shown for p in row if p.x1 - p.x0 < share * width
                       for w in p.words)
        gutters: list[tuple[float, float]] = []
        reach = spans[0][1] if spans else 0.0
        for a, b in spans:
            if a - reach >= _GUTTER:
                gutters.append((reach, a))
            reach = max(reach, b)
        if spans:
            xs = [min(spans[0][0], left) - 2, *[(a + b) / 2 for a, b in gutters], max(reach, right) + 2]
            if best is None or len(xs) > len(best):
                best = xs
    return best


def _is_group(row: list[_Piece]) -> bool:
    """A line "II  Đẩy mạnh cải cách …": a group row's wording runs over the columns, however short it is."""
    return len(row) == 2 and len(row[0].words) == 1 and bool(_GROUP.match(row[0].words[0].text))


def _headed(xs: list[float], head: list[_Piece]) -> list[float]:
    """Borders without those of columns that have no heading: white that only happens to line up in a few lines."""
    kept = [xs[0]]
    for left, right in itertools.pairwise(xs):
        if left == xs[0] or any(p.x0 < right and p.x1 > left for p in head):
            kept.append(right)
        else:
            kept[-1] = right
    return kept if len(kept) >= 4 else xs


def _columns_on(before: tuple[float, ...], pieces: list[list[_Piece]]) -> list[float] | None:
    """The borders of the page before, where this page's words respect them too."""
    crossing = total = 0
    for row in pieces:
        for p in row:
            total += 1
            crossing += any(p.x0 + 1 < x < p.x1 - 1 for x in before[1:-1])
    low, high = min(p.x0 for row in pieces for p in row), max(p.x1 for row in pieces for p in row)
    if total and crossing / total <= 0.12 and abs(low - before[0]) < 40 and abs(high - before[-1]) < 60:
        return [min(before[0], low - 2), *before[1:-1], max(before[-1], high + 2)]
    return None


def _column(xs: list[float], p: _Piece) -> tuple[int, int]:
    """First and last column that a piece of text stands in."""
    last = len(xs) - 2
    first = min(max(bisect_right(xs, p.x0 + 1.0) - 1, 0), last)
    end = min(max(bisect_right(xs, p.x1 - 1.0) - 1, first), last)
    return first, end


def _is_head(row: list[_Piece]) -> bool:
    return bool(_HEAD.match(fold(row[0].words[0].text)))


def _grow(pieces: list[list[_Piece]], first: int, last: int, xs: list[float], size: float,
          continued: bool, bold: Callable[[Word], bool]) -> tuple[int, int]:
    """The region with neighbouring rows that stand in its columns (parts of tall cells, last short rows)."""
    lefts: dict[int, list[float]] = {}
    for row in pieces[first:last + 1]:
        for p in row:
            lefts.setdefault(_column(xs, p)[0], []).append(p.x0)
    usual = {c: median(v) for c, v in lefts.items()}

    def fits(row: list[_Piece]) -> bool:
        if len(row) >= 2 and _column(xs, row[0]) == (0, 0) and _NUMBER.match(row[0].words[0].text) and len(
                row[0].words) == 1 and abs(row[1].x0 - min(lefts.get(1, [1e9]))) < 4:
            return True  # a group row: a number and a wording that may run over the columns
        if len(row) == 1 and abs(row[0].x0 - min(lefts.get(1, [1e9]))) < 4 and bold(row[0].words[0]):
            return True  # a further line of one
        for p in row:
            c, d = _column(xs, p)
            if c != d or p.x0 < xs[0] - 3 or p.x1 > xs[-1] + 3:
                return False
            if continued:
                continue  # the page may show a column's text here alone
            middle = (xs[c] + xs[c + 1]) / 2
            if abs(p.x0 - min(lefts.get(c, [p.x0]))) > 4 and abs(p.x0 - usual.get(c, p.x0)) > 4 and abs(
                    (p.x0 + p.x1) / 2 - middle) > 8:
                return False
        return True

    headed = any(_is_head(row) for row in pieces[max(0, first - 1):first + 2])
    while first > 0 and fits(pieces[first - 1]):
        step = pieces[first][0].y - pieces[first - 1][0].y
        if step > (1.25 if headed and not continued else 2.6) * size:
            break
        first -= 1
    while last + 1 < len(pieces) and fits(pieces[last + 1]):
        if pieces[last + 1][0].y - pieces[last][0].y > 2.6 * size:
            break
        last += 1
    return first, last


def _bands(pieces: list[_Piece], xs: list[float], size: float, bold: Callable[[Word], bool]) -> list[list[_Piece]]:
    """Pieces of each table row. Rows part where the white between lines is wider than within a cell, where a band
    holds two row numbers, and below the bold lines of a header."""
    ordered = sorted(pieces, key=lambda p: p.y)
    by_column: dict[int, list[float]] = {}
    for p in ordered:
        by_column.setdefault(_column(xs, p)[0], []).append(p.y)
    steps = sorted(b - a for ys in by_column.values() for a, b in itertools.pairwise(ys) if b - a > 0.6 * size)
    pitch = steps[len(steps) // 5] if steps else 1.2 * size
    bands: list[list[_Piece]] = []
    reach = -1e9
    for p in ordered:
        if p.y - reach > pitch * 1.18 + 0.8:
            bands.append([])
        bands[-1].append(p)
        reach = max(reach, p.y)
    out: list[list[_Piece]] = []
    for band in bands:
        for part in _below_header(band, bold):
            out += _by_number(part, xs)
    return out


def _below_header(band: list[_Piece], bold: Callable[[Word], bool]) -> list[list[_Piece]]:
    """A band that opens with a bold header, cut before its first line that is not bold."""
    heads = [p for p in band if _HEAD.match(fold(p.words[0].text))]
    if not heads or not bold(heads[0].words[0]):
        return [band]
    plain = [p.y for p in band if p.y > heads[0].y - 1 and not bold(p.words[0])]
    if not plain or min(plain) <= heads[0].y + 1:
        return [band]
    cut = min(plain) - 2.0
    return [part for part in ([p for p in band if p.y < cut], [p for p in band if p.y >= cut]) if part]


def _by_number(band: list[_Piece], xs: list[float]) -> list[list[_Piece]]:
    """A band with several row numbers, cut between them."""
    numbers = [p for p in band if _column(xs, p)[0] == 0 and (
        _NUMBER.match(p.words[0].text) or _HEAD.match(fold(p.words[0].text)))]
    if not numbers:
        return [band]
    out: list[list[_Piece]] = []
    rest = band
    # Lines above the first number are the end of the row before only where numbers stand at the top of their rows.
    level = [any(abs(p.y - n.y) <= 2.0 and p is not n and _column(xs, p)[0] == 1 for p in band) for n in numbers]
    if all(level) and len(numbers) > 1 and min(p.y for p in band) < numbers[0].y - 2.5:
        out.append([p for p in rest if p.y <= numbers[0].y - 2.5])
        rest = [p for p in rest if p.y > numbers[0].y - 2.5]
    for above, number in itertools.pairwise(numbers):
        if any(abs(p.y - number.y) <= 2.0 and p is not number for p in rest):
            cut = number.y - 2.5
        else:
            ys = sorted({p.y for p in rest if above.y <= p.y <= number.y})
            gaps = [(b - a, (a + b) / 2) for a, b in itertools.pairwise(ys)]
            cut = max(gaps)[1] if gaps else number.y - 2.5
        out.append([p for p in rest if p.y <= cut])
        rest = [p for p in rest if p.y > cut]
    return [part for part in [*out, rest] if part]


def _assemble(bands: list[list[_Piece]], xs: list[float], start: int, end: int, size: float) -> Aligned:
    cells: list[AlignedCell] = []
    last = len(xs) - 2
    ys = [min(p.y for p in bands[0]) - size]
    for r, band in enumerate(bands):
        row: dict[int, AlignedCell] = {}
        for p in sorted(band, key=lambda p: p.x0):
            c, d = _column(xs, p)
            cell = row.get(c)
            if cell is None:
                row[c] = AlignedCell(r, c, d - c + 1, list(p.words))
            else:
                cell.col_span = max(cell.col_span, d - c + 1)
                cell.words += p.words
        for c in sorted(row):
            cell = row[c]
            if cell.col_span > 1:  # a group row's text: merged to the end, or to the next cell
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
