"""Headers of tables without rules: lines above "STT", headings over several columns, and the borders that headings tell."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable
from statistics import median

from extractors.pdf_bands import column_of
from extractors.pdf_chars import Word
from extractors.pdf_columns import HEAD, NUMBER, ColumnPiece, is_head, number_above
from extractors.pdf_merged import C
from extractors.pdf_parents import spread_parents
from extractors.pdf_titles import is_item_title
from normalizers.text import fold

_YEAR = re.compile(r"(?:năm )?20\d\d", re.IGNORECASE)
_ROW_STEP = 1.5    # of the letter size: lines of one cell stand nearer
_GAP = 6.0         # points: white between words that may part two columns


def apart(p: ColumnPiece) -> list[ColumnPiece]:
    """The years of a row of years, or the words of a row of equal words ("Năm Năm Năm" over the years): headings of columns of one width
    stand as evenly as the words of a justified line do."""
    said = [word.text for word in p.words]
    if len(said) < 3 or not (all(map(_YEAR.fullmatch, said)) or (len(set(said)) == 1 and said[0].isalpha())):
        return [p]
    return [ColumnPiece(p.y, word.x0, word.x1, [word], p.row) for word in p.words]


def raised(pieces: list[list[ColumnPiece]], low: int, start: int, size: float) -> list[list[ColumnPiece]]:
    """First lines of a header's taller cells, in whose middle "STT" stands: half a line above it or each other, or as far above it
    as a further line of the same heading stands below it."""
    top = start
    head = pieces[start]
    if is_head(head) and top > low and number_above(pieces[top - 1][0], head[0], size):
        top -= 1
        head = pieces[top]
    width = max(p.x1 for p in pieces[start]) - head[0].x0
    while is_head(pieces[start]) and top > low and pieces[top - 1][0].x0 > head[0].x1 and not is_item_title(pieces[top - 1], width) and (
            pieces[top][0].y - pieces[top - 1][0].y < 0.75 * size or _mirrored(pieces, top - 1, start, size)):
        top -= 1
    return pieces[top:start]


def _mirrored(pieces: list[list[ColumnPiece]], k: int, start: int, size: float) -> bool:
    """Whether each piece of the row `k` above a header's "STT" has one below it of its column, as far from it, or stands in the middle of
    headings side by side below it."""
    head = pieces[start][0].y
    if not (head - pieces[k][0].y < 4 * size and pieces[k + 1][0].y - pieces[k][0].y < 1.5 * size):
        return False
    lower = [p for row in pieces[start:start + 10] if row[0].y < head + 4 * size for p in row][1:]
    width = max((p.x1 for p in lower), default=0.0) - pieces[start][0].x0

    def over(p: ColumnPiece) -> bool:
        away = head - p.words[0].y     # a row's pieces may stand some points apart
        return away > 0 and any(abs(q.words[0].y - head - away) < 0.25 * size and q.x0 < p.x1 and p.x0 < q.x1 and abs(
            q.x0 + q.x1 - p.x0 - p.x1) < 2 * size for q in lower)

    def parent(p: ColumnPiece) -> bool:
        return any(abs(a.x0 + b.x1 - p.x0 - p.x1) < 2 * size and a.x0 - 4 * size < p.x0 and p.x1 < b.x1 + 4 * size and b.x1 - a.x0 < 0.6 * width
                   for a, b in itertools.permutations(lower, 2) if a.x1 + _GAP < b.x0)

    return all(over(p) or parent(p) for p in pieces[k])


def with_headings(xs: list[float], head: list[ColumnPiece]) -> list[float]:
    """Borders without those of columns that have no heading: white that only happens to line up in a few lines."""
    kept = [xs[0]]
    for left, right in itertools.pairwise(xs):
        if left == xs[0] or any(p.x0 < right and p.x1 > left for p in head):
            kept.append(right)
        else:
            kept[-1] = right
    return kept if len(kept) >= 4 else xs


def without_number_border(xs: list[float], pieces: list[list[ColumnPiece]]) -> list[float]:
    """Borders without the one that white between the row numbers and their heading, set to the middle of a wide column, makes."""
    inside = [p for row in pieces for p in row]
    thin = [p for p in inside if column_of(xs, p) == (0, 0)]
    beside = [p for p in inside if column_of(xs, p)[0] == 1]
    if len(xs) > 4 and not pieces[0][0].head and len(beside) == 1 and beside[0] is pieces[0][0] and all(len(p.words) == 1 and NUMBER.match(p.words[0].text) for p in thin):
        return [xs[0], *xs[2:]]
    return xs


def part_headings(bands: list[list[ColumnPiece]], xs: list[float], size: float) -> list[ColumnPiece]:
    """A header's pieces, those parted that are headings of neighbouring columns printed no further apart than words, or as evenly as the
    words of a justified line ("Ước Đến Đến" over "TH năm năm"). Each of them stands in the middle of its column's cells, or all are years
    or the same word."""
    middles: dict[int, list[float]] = {}
    for band in bands[1:]:
        for p in band:
            c, d = column_of(xs, p)
            if c == d:
                middles.setdefault(c, []).append((p.x0 + p.x1) / 2)
    usual = {c: median(values) for c, values in middles.items()}
    out: list[ColumnPiece] = []
    for p in bands[0]:
        parts = _by_column(p, xs)
        out += parts if parts and _are_headings(parts, xs, usual, size) and not _is_parent(p, parts, bands[0], xs, size) else [p]
    return out


def _is_parent(p: ColumnPiece, parts: list[ColumnPiece], head: list[ColumnPiece], xs: list[float], size: float) -> bool:
    """Whether a heading of several words ("Lộ trình thực hiện") stands over headings of a lower row, not over further lines of its own."""
    for part in parts:
        below = [q.y for q in head if q.y > p.y + 1 and column_of(xs, q) == column_of(xs, part)]
        if not below or min(below) - p.y < _ROW_STEP * size:
            return False
    return True


def _by_column(p: ColumnPiece, xs: list[float]) -> list[ColumnPiece]:
    """The words of a piece over several columns by column; [] where a word runs over a border or a column has none."""
    first, last = column_of(xs, p)
    if first == last or len(p.words) <= last - first:
        return []
    words: dict[int, list[Word]] = {}
    for word in p.words:
        column = bisect_right(xs, (word.x0 + word.x1) / 2) - 1
        if any(word.x0 + 1 < x < word.x1 - 1 for x in xs[1:-1]):
            return []
        words.setdefault(column, []).append(word)
    if sorted(words) != list(range(first, last + 1)):
        return []
    return [ColumnPiece(p.y, part[0].x0, part[-1].x1, part, p.row) for _, part in sorted(words.items())]


def _are_headings(parts: list[ColumnPiece], xs: list[float], usual: dict[int, float], size: float) -> bool:
    said = [" ".join(word.text for word in part.words) for part in parts]
    if all(map(_YEAR.fullmatch, said)) or (len(parts) > 2 and len({fold(text) for text in said}) == 1):
        return True
    return all(abs((part.x0 + part.x1) / 2 - usual.get(column_of(xs, part)[0], 1e9)) <= 0.4 * size for part in parts)


def is_header(band: list[ColumnPiece], bold: Callable[[Word], bool]) -> bool:
    """Whether a band holds "STT", or bold headings alone, as a header of rows without numbers does."""
    return any(HEAD.match(fold(p.words[0].text)) for p in band) or (len(band) >= 3 and all(bold(p.words[0]) for p in band))


def head_levels(band: list[ColumnPiece], xs: list[float], bold: Callable[[Word], bool]) -> list[list[ColumnPiece]]:
    """A header as its two rows, where one of its headings stands over several columns that have their own below it."""
    if not is_header(band, bold):
        return [band]
    band = spread_parents(band, xs)
    over = [p for p in band if column_of(xs, p)[0] != column_of(xs, p)[1]]
    below = [q.y for p in over for q in band if q.y > p.y + 1 and q.x0 < p.x1 + 30 and q.x1 > p.x0 - 30 and column_of(xs, q)[0] == column_of(xs, q)[1]
             and column_of(xs, p)[0] <= column_of(xs, q)[0] <= column_of(xs, p)[1]]
    if not below:
        return [band]
    cut = min(below) - 1.0
    parted = {c for p in over for c in range(column_of(xs, p)[0], column_of(xs, p)[1] + 1)}  # a heading beside them is one cell
    lower = [p for p in band if p.y >= cut and column_of(xs, p)[0] in parted]
    return [[p for p in band if p not in lower], lower]


def join_levels(cells: list[C]) -> list[C]:
    """The cells with headings of the upper row that have none below them reaching down over the lower one."""
    below = {c for cell in cells if cell.row == 1 and cell.words for c in range(cell.col, cell.col + cell.col_span)}
    upper = [cell for cell in cells if cell.row == 0 and cell.words and not below & set(range(cell.col, cell.col + cell.col_span))]
    covered = {c for cell in upper for c in range(cell.col, cell.col + cell.col_span)}
    for cell in upper:
        cell.row_span = 2
    return [cell for cell in cells if not (cell.row == 1 and cell.col in covered)]
