"""Rows of a table without rules: the pieces of its lines parted into bands by white, row numbers, headers and figures."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable
from statistics import median

from extractors.pdf_chars import Word
from extractors.pdf_columns import FIGURE, HEAD, NUMBER, ColumnPiece
from normalizers.text import fold

_PITCH = 1.6       # of the letter size: lines of one cell stand nearer than this
LEAST_ANCHORS = 4  # rows that show three columns or more, before anything is called a table


def column_of(xs: list[float], p: ColumnPiece) -> tuple[int, int]:
    """First and last column that a piece of text stands in."""
    last = len(xs) - 2
    first = min(max(bisect_right(xs, p.x0 + 1.0) - 1, 0), last)
    end = min(max(bisect_right(xs, p.x1 - 1.0) - 1, first), last)
    return first, end


def bands_of(pieces: list[ColumnPiece], xs: list[float], size: float, bold: Callable[[Word], bool],
           continued: bool) -> list[list[ColumnPiece]]:
    """Pieces of each table row. Rows part where the white between lines is wider than within a cell, where a band
    holds two row numbers, and below the bold lines of a header."""
    ordered = sorted(pieces, key=lambda p: p.y)
    by_column: dict[int, list[float]] = {}
    running: list[float] = []  # steps down to a line that begins with a small letter: those between the lines of one cell
    wide = False               # … set wider than lines mostly are
    for k, p in enumerate(ordered):
        ys = by_column.setdefault(column_of(xs, p)[0], [])
        if ys and p.words[0].text[:1].islower() and 0.6 * size < p.y - ys[-1]:
            if p.y - ys[-1] <= _PITCH * size:
                running.append(p.y - ys[-1])
            elif not _opens_row(p, ordered[max(0, k - len(xs)):k + len(xs)], xs):
                wide = True
        ys.append(p.y)
    steps = sorted(b - a for ys in by_column.values() for a, b in itertools.pairwise(ys) if b - a > 0.6 * size)
    pitch = steps[len(steps) // 5] if steps else 1.2 * size
    lines = [step for step in steps if 0.8 * size <= step <= _PITCH * size]
    if pitch > _PITCH * size and len(lines) >= 3:  # most cells are of one line: what parts the lines of the others counts
        pitch = median(lines)
    elif pitch > _PITCH * size and not wide:       # all cells are of one line, or nearly
        pitch = min(lines, default=1.2 * size)
    if len(running) >= 2:
        pitch = min(pitch, median(running))
    near = pitch * 1.18 + 0.8                      # lines of one cell are no further from each other
    bands = _parted(ordered, near)
    tight = _parted(ordered, pitch * 1.06 + 0.6)   # rows set close show their white too, where each of the bands has its number
    if len(tight) > len(bands) and _each_numbered(tight, xs, continued):
        near, bands = pitch * 1.06 + 0.6, tight
    parts = [part for band in _whole_header(bands, xs, size, bold) for part in _below_header(band, xs, size, bold)]
    on_top = _numbers_on_top(parts, xs, size, continued)
    numbered = [row for part in parts for row in _by_number(part, xs, on_top, near)]
    if len(numbered) <= 2:
        numbered = [row for part in numbered for row in _by_openings(part, xs, pitch, bold)]
    return [row for part in numbered for row in _by_figures(part, xs, near)]


def _opens_row(p: ColumnPiece, near: list[ColumnPiece], xs: list[float]) -> bool:
    """Whether a line that begins with a small letter ("dưới 80 phút") is a cell of one line in a row of such cells: all columns have a line at
    its height, and the first wording opens with a capital."""
    beside = {column_of(xs, q)[0]: q for q in near if abs(q.y - p.y) < 1.0}
    wordings = [q for c, q in beside.items() if c < 2 and q is not p and q.words[0].text[:1].isupper()]
    return len(beside) == len(xs) - 1 and bool(wordings)


def _parted(ordered: list[ColumnPiece], near: float) -> list[list[ColumnPiece]]:
    """Pieces from the top down, parted where no line stands within `near` points below those above."""
    bands: list[list[ColumnPiece]] = []
    reach = -1e9
    for p in ordered:
        if p.y - reach > near:
            bands.append([])
        bands[-1].append(p)
        reach = max(reach, p.y)
    return bands


def _each_numbered(bands: list[list[ColumnPiece]], xs: list[float], continued: bool) -> bool:
    """Whether a row number or "STT" stands in each band; the first one of a page may be the rest of a row."""
    return all(any(column_of(xs, p)[0] == 0 and (NUMBER.match(p.words[0].text) or HEAD.match(fold(p.words[0].text))) for p in band)
               for band in (bands[1:] if continued else bands))


def _numbers_on_top(parts: list[list[ColumnPiece]], xs: list[float], size: float, continued: bool) -> bool:
    """Whether row numbers stand beside the first lines of their rows: the wording beside each opens like a wording. In rows
    set to the middle a number stands between two lines, or beside one that runs on."""
    seen = 0
    for part in parts:
        for number in part:
            if column_of(xs, number)[0] != 0 or not NUMBER.match(number.words[0].text):
                continue
            wording = [p for p in part if column_of(xs, p)[0] == 1 and abs(p.y - number.y) <= 2.0]
            between = not wording and any(abs(p.y - number.y) < 0.8 * size for p in part if column_of(xs, p)[0] == 1)
            between = between or _around(part, number, xs, size)
            if between or (wording and min(wording, key=lambda p: p.x0).words[0].text[:1].islower()):  # words of a justified line stand apart
                return False
            seen += bool(wording)
    if seen == 1 and continued:  # a page that goes on with the rest of a row, then has one row of its own
        first = next((p for part in parts if not any(HEAD.match(fold(p.words[0].text)) for p in part) for p in part), None)
        return first is not None and first.words[0].text[:1].islower()
    return seen >= 2


def _around(part: list[ColumnPiece], number: ColumnPiece, xs: list[float], size: float) -> bool:
    """Whether lines of one cell stand above and below a row number and none beside it: the row is set to the middle."""
    near: dict[int, list[float]] = {}
    for p in part:
        if abs(p.y - number.y) < 0.8 * size and p is not number:
            near.setdefault(column_of(xs, p)[0], []).append(p.y - number.y)
    return any(min(ys) < -0.3 * size and max(ys) > 0.3 * size and all(abs(y) > 0.3 * size for y in ys) for ys in near.values())


def _whole_header(bands: list[list[ColumnPiece]], xs: list[float], size: float, bold: Callable[[Word], bool]) -> list[list[ColumnPiece]]:
    """Bands of which a bold header that is set wider than the rows has its further lines, too."""
    if len(bands) > 1 and _is_over(bands[0], bands[1], xs, size, bold):
        bands = [bands[0] + bands[1], *bands[2:]]
    for k, (band, after) in enumerate(itertools.pairwise(bands)):
        if not any(HEAD.match(fold(p.words[0].text)) for p in band) or not all(bold(p.words[0]) for p in band):
            continue
        foot = max(p.y for p in band)
        more: list[ColumnPiece] = []
        for p in after:
            far = 2.0 if p.words[0].text[:1].islower() else 1.6    # a small letter goes on with the words above it
            if not bold(p.words[0]) or p.y > foot + far * size or column_of(xs, p)[0] == 0:
                break
            more.append(p)
            foot = max(foot, p.y)
        # Below a heading that is whole comes no further line of it, but a title may.
        if more and len({column_of(xs, p)[0] for p in more}) >= 2:
            rest = [p for p in after if p not in more]
            return [*bands[:k], band + more, *([rest] if rest else []), *bands[k + 2:]]
    return bands


def _is_over(band: list[ColumnPiece], below: list[ColumnPiece], xs: list[float], size: float, bold: Callable[[Word], bool]) -> bool:
    """Whether a band is nothing but headings over several columns each of which has a heading below ("Chỉ tiêu giao năm 2026" above "STT", set
    further from its columns' headings than lines of one cell stand)."""
    head = next((p for p in below if HEAD.match(fold(p.words[0].text))), None)
    if head is None or min(p.y for p in below) - max(p.y for p in band) > 1.8 * size:
        return False
    headed = {column_of(xs, p)[0] for p in below}
    style = bold(head.words[0])
    return all(bold(p.words[0]) is style and 0 < c < d and headed.issuperset(range(c, d + 1)) for p in band for c, d in [column_of(xs, p)])


def _below_header(band: list[ColumnPiece], xs: list[float], size: float, bold: Callable[[Word], bool]) -> list[list[ColumnPiece]]:
    """A band that opens with a header, cut before its first line that is not bold or, where all is set alike, that stands further below
    its column's heading than lines of one heading do."""
    heads = [p for p in band if HEAD.match(fold(p.words[0].text))]
    if not heads:
        return [band]
    if bold(heads[0].words[0]):
        below = [p.y for p in band if p.y > heads[0].y - 1 and not bold(p.words[0])]
    else:
        below = _far_below(band, xs, size)
    if not below or min(below) <= heads[0].y + 1:
        return [band]
    cut = min(below) - 2.0
    return [part for part in ([p for p in band if p.y < cut], [p for p in band if p.y >= cut]) if part]


def _far_below(band: list[ColumnPiece], xs: list[float], size: float) -> list[float]:
    """Heights of lines that stand further below the one above them in their column than lines of one heading do; none where a heading
    stands over several columns."""
    if any(column_of(xs, p)[0] != column_of(xs, p)[1] for p in band):
        return []
    above: dict[int, float] = {}
    out: list[float] = []
    for p in sorted(band, key=lambda p: p.y):
        c = column_of(xs, p)[0]
        if p.y - above.get(c, p.y) > 2.0 * size:
            out.append(p.y)
        above[c] = p.y
    return out


def _by_number(band: list[ColumnPiece], xs: list[float], on_top: bool, near: float) -> list[list[ColumnPiece]]:
    """A band with several row numbers, cut between them. `near`: points; lines of one cell are no further from each other."""
    numbers = [p for p in band if column_of(xs, p)[0] == 0 and (
        NUMBER.match(p.words[0].text) or HEAD.match(fold(p.words[0].text)))]
    further = [n for above, n in itertools.pairwise(numbers) if HEAD.fullmatch(fold(above.words[0].text + n.words[0].text))]  # "ST" over "T"
    feet = {id(above): n.y for above, n in itertools.pairwise(numbers) if n in further}
    numbers = [n for n in numbers if n not in further]
    if not numbers:
        return [band]
    out: list[list[ColumnPiece]] = []
    rest = band
    if on_top and min(p.y for p in band) < numbers[0].y - 2.5 and not HEAD.match(fold(numbers[0].words[0].text)):  # above the first number: the end of the row before
        out.append([p for p in rest if p.y <= numbers[0].y - 2.5])
        rest = [p for p in rest if p.y > numbers[0].y - 2.5]
    if not on_top and len(numbers) > 1 and (rows := _middle_rows(rest, [(n.y + feet.get(id(n), n.y)) / 2 for n in numbers])):
        return rows
    for above, number in itertools.pairwise(numbers):
        if any(abs(p.y - number.y) <= 2.0 and p is not number for p in rest):
            cut = number.y - 2.5
        else:
            ys = sorted({p.y for p in rest if above.y <= p.y <= number.y})
            gaps = [(b - a, (a + b) / 2) for a, b in itertools.pairwise(ys)]
            cut = max(gaps)[1] if gaps else number.y - 2.5
        if not on_top:
            cut = _fewest_crossed(rest, (feet.get(id(above), above.y), number.y), cut, xs, near)
        out.append([p for p in rest if p.y <= cut])
        rest = [p for p in rest if p.y > cut]
    return [part for part in [*out, rest] if part]


def _middle_rows(band: list[ColumnPiece], numbers: list[float]) -> list[list[ColumnPiece]]:
    """The rows of a band whose numbers stand in the middle of their rows, each as far below its row's first line as above its last:
    counted from the first row down, or from the last one up below the rest of a row of the page before; [] where it is not so."""
    ys = sorted({p.y for p in band})
    down = _mirrored_cuts(ys, numbers)
    up = None if down is not None else _mirrored_cuts([-y for y in reversed(ys)], [-y for y in reversed(numbers)])
    cuts = down if down is not None else sorted(-y for y in up) if up is not None else []
    if not cuts:
        return []
    if down is None and (top := 2 * numbers[0] - cuts[0]) > ys[0]:
        cuts = [top, *cuts]
    rows = [[p for p in band if low < p.y <= high] for low, high in itertools.pairwise([-1e9, *cuts, 1e9])]
    return rows if all(rows) else []


def _mirrored_cuts(ys: list[float], numbers: list[float]) -> list[float] | None:
    """Heights between rows, each row's last line as far below its number as its first line is above; None where no line stands there."""
    cuts: list[float] = []
    first = ys[0]
    for number in numbers[:-1]:
        last = 2 * number - first
        k = next((k for k, y in enumerate(ys) if abs(y - last) <= 1.5), -1)
        if last < number - 1.5 or k < 0 or k + 1 >= len(ys):
            return None
        while k + 1 < len(ys) and ys[k + 1] - ys[k] < 1.5:
            k += 1
        if k + 1 >= len(ys):
            return None
        cuts.append((ys[k] + ys[k + 1]) / 2)
        first = ys[k + 1]
    return cuts if first <= numbers[-1] + 1.5 else None


def _fewest_crossed(band: list[ColumnPiece], between: tuple[float, float], cut: float, xs: list[float], near: float) -> float:
    """A height between two row numbers set to the middle that cuts fewer cells than `cut` does, else `cut`: a merged cell stands
    beside the white between two rows, whose wordings show it."""
    columns: dict[int, list[float]] = {}
    for p in band:
        columns.setdefault(column_of(xs, p)[0], []).append(p.y)

    def crossed(y: float) -> tuple[int, float]:
        count, white = 0, 0.0
        for c, ys in columns.items():
            low, high = max([v for v in ys if v <= y], default=-1e9), min([v for v in ys if v > y], default=1e9)
            count += (3 if c == 1 else 1) * (high - low <= near)
            white += min(high - low, 40.0)
        return count, -white

    levels = sorted({p.y for p in band if between[0] <= p.y <= between[1]})
    best = min((crossed((a + b) / 2) + ((a + b) / 2,) for a, b in itertools.pairwise(levels)), default=None)
    return best[2] if best is not None and best[0] < crossed(cut)[0] else cut


def _by_openings(band: list[ColumnPiece], xs: list[float], pitch: float, bold: Callable[[Word], bool]) -> list[list[ColumnPiece]]:
    """A table without row numbers whose lines stand close, cut where a wording opens with a capital and cells beside it open
    at its height, below white or below the bold lines of a header: "Tháng 8 | Tập huấn … | Phòng Kinh tế | Công an xã"."""
    if any(column_of(xs, p)[0] == 0 and NUMBER.match(p.words[0].text) for p in band):
        return [band]
    for key in (1, 0):                            # the column of the wordings: behind one of times or groups, else the first
        starts = _openings(band, xs, pitch, bold, key)
        if len(starts) >= LEAST_ANCHORS:
            break
    else:
        return [band]
    cuts = [-1e9, *(y - 2.5 for y in starts), 1e9]
    rows = [[p for p in band if low < p.y <= high] for low, high in itertools.pairwise(cuts)]
    return [row for row in rows if row]


def _openings(band: list[ColumnPiece], xs: list[float], pitch: float, bold: Callable[[Word], bool], key: int) -> list[float]:
    """Heights at which the wording in the column `key` and cells beside it open."""
    above: dict[int, ColumnPiece] = {}
    opened: dict[float, set[int]] = {}
    capital: dict[float, list[bool]] = {}
    for p in sorted(band, key=lambda p: p.y):
        c, y = column_of(xs, p)[0], round(p.y)
        before = above.get(c)
        raised = p.words[0].text[:1].isupper() or (key == 0 and p.words[0].text in ("x", "-", "+"))
        capital.setdefault(y, []).append(raised)
        if raised and (c == key or before is None or p.y - before.y > 1.5 * pitch or bold(before.words[0]) > bold(p.words[0])):
            opened.setdefault(y, set()).add(c)
        above[c] = p
    return [y for y, columns in sorted(opened.items()) if key in columns and (
        len(columns) >= 3 or (len(columns) == 2 and len(capital[y]) >= 3 and all(capital[y])))]


def _by_figures(band: list[ColumnPiece], xs: list[float], near: float) -> list[list[ColumnPiece]]:
    """A row whose lines each hold a wording and figures in two columns or more, cut into the rows that stand under one number; also where
    the wordings of such rows have several lines, with the figures in their middle and white between them."""
    figures = [p for p in band if column_of(xs, p)[0] > 1 and FIGURE.fullmatch("".join(w.text for w in p.words))]
    if len(figures) < 4:
        return [band]
    worded = sorted((p for p in band if column_of(xs, p)[0] == 1), key=lambda p: p.y)
    tops = [p.y for p in worded if not p.words[0].text[:1].islower() and len({column_of(xs, f) for f in figures if abs(f.y - p.y) <= 2.0}) >= 2]
    if len(tops) < 2:
        blocks: list[list[float]] = []
        for p in worded:
            if not blocks or p.y - blocks[-1][-1] > near:
                blocks.append([])
            blocks[-1].append(p.y)
        tops = [ys[0] for ys in blocks if len({column_of(xs, f) for f in figures if abs(2 * f.y - ys[0] - ys[-1]) <= 4.0}) >= 2]
    if len(tops) < 2:
        return [band]
    cuts = [-1e9, *(y - 2.5 for y in sorted(tops)[1:]), 1e9]
    rows = [[p for p in band if low < p.y <= high] for low, high in itertools.pairwise(cuts)]
    return [row for row in rows if row]
