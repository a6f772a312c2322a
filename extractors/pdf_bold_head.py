"""Headers of tables without rules that their bold letters tell: rows without numbers have no "STT" to open them, and above the years of a
parted heading "STT" stands alone in its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.pdf_chars import Word
from extractors.pdf_columns import FIGURE, NUMBER, ColumnPiece, is_head, set_alike

_STEP = 2.2        # of the letter size: printed rows of one header are no further from each other
_GAP = 6.0         # points: least white between headings side by side
_LEFT = 30.0       # points: the heading of the first column begins this near the block's left edge
_MOST = 12         # printed rows of a header
_ORDINAL = re.compile(r"[IVX]{1,5}\.?|[A-E]\.?|\d{1,2}(?:\.\d{1,2})*\.?")
_YEAR = re.compile(r"20\d\d")
_TITLE = re.compile(r"[IVX]{1,5}\.|[A-E]\.|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*\.|PHỤ|BIỂU|\(.*")

Rows = Sequence[Sequence[ColumnPiece]]


def mark_heads(pieces: Rows, anchors: Sequence[int], size: float, bold: Callable[[Word], bool]) -> list[int]:
    """The rows that open headers, told by the bold block of headings around the `anchors`, each with `head` set where no "STT" says so:
    how many printed rows the header has from there on. Where none is found, rows of headings right above the anchors are tried, since no row
    of a header of two levels may be full ("Mục tiêu" over "Năm 2026 | Năm 2030")."""
    if found := _heads(pieces, anchors, sorted({*anchors, *(k for k, row in enumerate(pieces) if is_head(row))}), size, bold):
        return found
    above = [(k - 1, pieces[k - 1]) for k in anchors if k and pieces[k][0].y - pieces[k - 1][0].y <= _STEP * size]
    return _heads(pieces, anchors, [k for k, row in above if len(row) > 1 and not _ORDINAL.fullmatch(" ".join(w.text for w in row[0].words))], size, bold, from_left=True)


def _heads(pieces: Rows, anchors: Sequence[int], tried: Sequence[int], size: float, bold: Callable[[Word], bool], from_left: bool = False) -> list[int]:
    """The rows that open headers in whose bold block one of the rows `tried` stands; with `from_left` only where a heading stands over the
    first cell of the row below, since the foot of a header that a page edge tears opens no table."""
    found: list[int] = []
    done = -1
    for k in tried:
        if k <= done or not _bold_row(pieces[k], bold):
            continue
        first, last = _block(pieces, k, done + 1, size, bold)
        done = last
        inside = [p for row in pieces[first:last + 1] for p in row]
        if not _shows_columns(inside) or (from_left and (last + 1 == len(pieces) or min(p.x0 for p in inside) > pieces[last + 1][0].x0 + _LEFT)):
            continue
        start = next((j for j in range(first, last + 1) if is_head(pieces[j])), None)
        if start is None:
            if last + 1 >= len(pieces) or _has_figures(inside):
                continue
            left = min(p.x0 for p in inside)
            start = next(j for j in range(first, last + 1) if pieces[j][0].x0 <= left + _LEFT)
            pieces[start][0].head = last + 1 - start
        if not any(first <= j < start for j in anchors):   # "TT" below "Số" opens no header of its own
            found.append(start)
    return found


def _bold_row(row: Sequence[ColumnPiece], bold: Callable[[Word], bool]) -> bool:
    return all(bold(p.words[0]) for p in row)


def _block(pieces: Rows, k: int, low: int, size: float, bold: Callable[[Word], bool]) -> tuple[int, int]:
    """The printed rows around row `k` that are bold and stand near each other, but for titles above them and below."""
    first = last = k
    while first > low and last - first < _MOST and pieces[first][0].y - pieces[first - 1][0].y <= _STEP * size and _bold_row(pieces[first - 1], bold) \
            and not _is_title(pieces[first - 1]):
        first -= 1
    while last + 1 < len(pieces) and last - first < _MOST and pieces[last + 1][0].y - pieces[last][0].y <= _STEP * size \
            and _bold_row(pieces[last + 1], bold) and not _is_title(pieces[last + 1]):
        last += 1
    while last > first and len(pieces[last]) == 1 and not _goes_on(pieces[last][0], pieces[first:last], size):
        last -= 1
    return first, last


def _goes_on(p: ColumnPiece, above: Rows, size: float) -> bool:
    """Whether a bold line alone is a further one of a heading above it, and not the title of the first group of rows."""
    return any(0 < p.y - q.y < 1.5 * size and set_alike(p, q) for row in above for q in row)


def _is_title(row: Sequence[ColumnPiece]) -> bool:
    return (len(row) == 1 and _TITLE.match(row[0].words[0].text) is not None) or (
        len(row) > 1 and len(row[0].words) == 1 and NUMBER.match(row[0].words[0].text) is not None and row[0].words[0].text != "T")


def _shows_columns(inside: list[ColumnPiece]) -> bool:
    """Whether headings stand side by side in three columns or more."""
    count, edge = 0, -1e9
    for p in sorted(inside, key=lambda p: p.x0):
        count += p.x0 - edge >= _GAP
        edge = max(edge, p.x1)
    return count >= 3


def _has_figures(inside: list[ColumnPiece]) -> bool:
    """Whether a bold block is a row of sums and no header, which may have years."""
    return any(FIGURE.fullmatch(text) and not _YEAR.fullmatch(text) for text in ("".join(w.text for w in p.words) for p in inside))
