"""Columns of a table without rules: white space that every line of its cells leaves, whatever titles run over it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from extractors.pdf_chars import Word
from normalizers.text import fold

SPACE = 1.2        # points put around words, so that ordinary spaces close
GUTTER = 3.4       # points: least white between columns after that
_WIDE = (0.85, 0.6, 0.45, 0.36)   # share of the width from which a piece of text is a group row's and not a cell's
_NEAR = 0.55        # of the letter size: baselines nearer than this stand beside each other
_ALIKE = 1.5        # points: lines of one heading are set this near one edge or middle
_MOST_HEAD = 12     # printed rows of a header
NUMBER = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|\(?\d{1,3}(?:\.\d{1,3})*\)?|[a-zđ])\s*[.)/]?$")
FIGURE = re.compile(r"[<>≥≤≈~±]*\d[\d.,]*%?|[-–]")
_TITLE = re.compile(r"(?:[IVX]{1,5}|[A-EĐ])\. ?[^\W\d_]")
HEAD = re.compile(r"^(?:stt?|s\.tt|tt|số tt|số thứ tự)\b")


@dataclass(slots=True)
class ColumnPiece:
    """A stretch of words within a printed row."""

    y: float
    x0: float
    x1: float
    words: list[Word]
    row: int
    head: int = 0   # printed rows of the header that this piece opens, where its letters tell it and no "STT"


def is_head(row: Sequence[ColumnPiece]) -> bool:
    """Whether a printed row opens a table's header: it begins with "STT", alone in a column ("ST" above "T" in a thin one), or its letters
    tell it."""
    return row[0].head > 0 or (bool(HEAD.match(fold(row[0].words[0].text))) and (len(row) == 1 or len(row[0].words) <= 2))


def number_above(above: ColumnPiece, head: ColumnPiece, size: float) -> bool:
    """Whether a header's "TT" is the second line of "Số TT"."""
    return len(above.words) == 1 and head.y - above.y < 1.7 * size and abs(above.x0 + above.x1 - head.x0 - head.x1) < size and fold(
        above.words[0].text) == "số"


def head_row(pieces: Sequence[Sequence[ColumnPiece]], k: int, size: float) -> int:
    """Row `k`, or the one less than a line above it that opens the header ("ST | Lộ trình")."""
    return k - 1 if k and pieces[k][0].y - pieces[k - 1][0].y < size and is_head(pieces[k - 1]) else k


def find_columns(rows: Sequence[Sequence[ColumnPiece]], left: float, right: float, size: float,
                 bold: Callable[[Word], bool] = lambda word: False) -> list[float] | None:
    """Column borders of printed rows, None where they show none. Titles of groups and headings over several columns cross
    the white between columns; they are told by what stands beside them. `size`: letter size in points."""
    heads = _head_rows(rows, bold)
    titles = {k for k in _titles(rows, size, bold) if k not in heads or not _in_head(rows, k, (left, right), size)}
    if rows and rows[0][0].head:
        titles -= set(heads)
    body = [p for k, row in enumerate(rows) if k not in titles and k not in heads for p in row]
    head = [p for k in heads if k not in titles for p in rows[k]]      # a group's title may stand right below the headings
    over = _over_columns(head)
    cells = [row for k, row in enumerate(rows) if k not in titles and k not in heads]
    best: list[float] | None = None
    sure = False
    for share in _WIDE:
        narrow = [p for p in body if p.x1 - p.x0 < share * (right - left)]
        if not narrow and (body or len(head) < 3):     # a header may stand alone at a page's foot
            continue
        narrow += [p for k, p in enumerate(head) if k not in over]
        gutters = _gutters(narrow)
        for a in [p.x1 for k in titles for p in rows[k]]:  # a title that only fits its column tells how wide it is
            gutters = [(max(low, min(a, high - 2.0)), high) if low < a < high else (low, high) for low, high in gutters]
        xs = [min(left, min(p.x0 for p in narrow) - SPACE) - 2, *[(a + b) / 2 for a, b in gutters],
              max(right, max(p.x1 for p in narrow) + SPACE) + 2]
        whole = not _cuts_cells(xs, cells, size)
        if best is None or (whole and (len(xs) > len(best) or not sure)):
            best, sure = xs, whole
    return best


def _cuts_cells(xs: Sequence[float], rows: Sequence[Sequence[ColumnPiece]], size: float) -> bool:
    """Whether a border runs through the wide wording of several lines beside which, or half a line above or below, another cell stands to
    the right: these are cells and no titles of groups."""
    beside: list[ColumnPiece] = []
    for k, row in enumerate(rows):
        near = [other[-1] for other in rows[max(0, k - 1):k + 2] if abs(other[0].y - row[0].y) <= 0.8 * size]
        beside += [p for p in row if any(q.x0 > p.x1 for q in near)]
    least = max(2.0, 0.1 * len(beside))
    return any(sum(p.x0 + 1 < x < p.x1 - 1 for p in beside) >= least for x in xs[1:-1])


def _titles(rows: Sequence[Sequence[ColumnPiece]], size: float, bold: Callable[[Word], bool]) -> set[int]:
    """Rows of group titles: a number and one wording with nothing beside them, or a wording alone that is bold or has a Roman
    number ("I. Về xã hội")."""
    out = set()
    for k, row in enumerate(rows):
        if len(row) > 2 or (len(row) == 2 and not NUMBER.match(row[0].words[0].text)):
            continue
        if any(abs(other[0].y - row[0].y) <= _NEAR * size for n in (k - 1, k + 1) if 0 <= n < len(rows) for other in [rows[n]]):
            continue
        if len(row) == 2 or bold(row[0].words[0]) or _TITLE.match(" ".join(w.text for w in row[0].words)):
            out.add(k)
    return out


def _head_rows(rows: Sequence[Sequence[ColumnPiece]], bold: Callable[[Word], bool]) -> range:
    """The printed rows of the header, from its "STT" to the first row number; where that stands far below, in the middle of a tall row,
    those whose headings are all bold. None where no row says so."""
    if not rows or not is_head(rows[0]):
        return range(0)
    if rows[0][0].head:
        foot = rows[0][0].row + rows[0][0].head
        return range(next((k for k, row in enumerate(rows) if row[0].row >= foot), len(rows)))
    edge = rows[0][0].x1 + 8.0
    for k in range(1, min(len(rows), _MOST_HEAD)):
        first = rows[k][0]
        if first.x1 <= edge and NUMBER.match(first.words[0].text) and not HEAD.match(fold(rows[0][0].words[0].text + first.words[0].text)):
            return range(k)
    return range(next((k for k in range(1, min(len(rows), _MOST_HEAD)) if not all(bold(p.words[0]) for p in rows[k])), 1))


def _in_head(rows: Sequence[Sequence[ColumnPiece]], k: int, edges: tuple[float, float], size: float) -> bool:
    """Whether a line alone in a header goes on with a heading: above "STT", or close below other headings where no title begins."""
    y, left, right = rows[k][0].y, rows[k][0].x0, rows[k][-1].x1
    return y < rows[0][0].y or (len(rows[k]) == 1 and left > edges[0] + 0.3 * (edges[1] - edges[0]) and abs(left + right - edges[0] - edges[1]) > 24
                                and any(0 < y - row[0].y < 1.3 * size for row in rows))


def _over_columns(head: Sequence[ColumnPiece]) -> set[int]:
    """Headings over several columns, which have headings of their own side by side below them, and the further lines of such
    headings; as places in `head`."""
    out = set()
    for k, p in enumerate(head):
        below = [(n, q) for n, q in enumerate(head) if q.row > p.row and q.x0 < p.x1 and q.x1 > p.x0]
        rows = [q.row for _, q in below]
        split = next((row for row in rows if rows.count(row) >= 2), None) or _side_by_side(p, [q for _, q in below])
        if split is None and _is_short_parent(p, head):
            out.add(k)
        if split is not None:
            out |= {k, *(n for n, q in below if q.row < split and q.x1 - q.x0 <= p.x1 - p.x0)}
    return out


def _is_short_parent(parent: ColumnPiece, head: Sequence[ColumnPiece]) -> bool:
    """Whether a heading shorter than what it stands over reaches across the white between two of the headings in one printed row below it,
    in whose middle it stands and over which nothing else does."""
    for row in {q.row for q in head if q.row > parent.row}:
        kids = sorted((q for q in head if q.row == row), key=lambda q: q.x0)
        y = kids[0].y
        # A heading of two lines beside headings of one stands a little higher ("31/12/20" above "25" beside "2026").
        kids += [q for q in head if q.row != row and q is not parent and 0 < y - q.y < 0.8 * (y - parent.y) and not any(
            q.x0 < other.x1 and other.x0 < q.x1 for other in kids)]
        kids.sort(key=lambda q: q.x0)
        for a, b in pairwise(kids):
            reached = min(b.x0, parent.x1) - max(a.x1, parent.x0)
            if reached <= 0.5 * (b.x0 - a.x1):
                continue
            apart = not set_alike(parent, a) and not set_alike(parent, b)
            if any(first.x0 <= a.x0 and last.x1 >= b.x1 and abs(first.x0 + last.x1 - parent.x0 - parent.x1) < (8 if apart else 4) * GUTTER and not any(
                    other.row < q.row and other is not parent and (other.x0 < q.x1 and q.x0 < other.x1) for q in (first, last) for other in head)
                   for first, last in combinations(kids, 2)):
                return True
    return False


def set_alike(p: ColumnPiece, q: ColumnPiece) -> bool:
    """Whether two lines can be of one heading: set to one left edge, middle or right edge."""
    return abs(p.x0 - q.x0) < _ALIKE or abs(p.x1 - q.x1) < _ALIKE or abs(p.x0 + p.x1 - q.x0 - q.x1) < 2 * _ALIKE


def _side_by_side(parent: ColumnPiece, below: Sequence[ColumnPiece]) -> int | None:
    """The first printed row of headings that stand beside each other below `parent` on lines of their own, as where each is set to the
    middle of its cell: a further line of the heading itself would stand in its middle."""
    aside = [q for q in below if abs(q.x0 + q.x1 - parent.x0 - parent.x1) > GUTTER]
    return min((q.row for q in aside if any(q.x1 + GUTTER < other.x0 or other.x1 + GUTTER < q.x0 for other in aside)), default=None)


def _gutters(pieces: Iterable[ColumnPiece]) -> list[tuple[float, float]]:
    """White between the words of all pieces, left to right."""
    spans = sorted((w.x0 - SPACE, w.x1 + SPACE) for p in pieces for w in p.words)
    out: list[tuple[float, float]] = []
    reach = spans[0][1] if spans else 0.0
    for a, b in spans:
        if a - reach >= GUTTER:
            out.append((reach, a))
        reach = max(reach, b)
    return out
