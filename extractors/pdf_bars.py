"""Tables with rules between their rows alone: rows are what stands between two rules, columns what white space parts."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Sequence

from extractors.pdf_chars import Word
from extractors.pdf_columns import GUTTER, NUMBER, SPACE, ColumnPiece, is_head
from extractors.pdf_grid import Grid, GridCell
from extractors.pdf_lines import Row
from extractors.pdf_rules import Segment

_GAP = 6.0           # points: white between words that may part two columns
_SAME = 5.0          # points: rules that begin and end this near each other belong to one table
_LEAST_WIDTH = 200.0
_LEAST_RULES = 5     # of a table that no page before has begun
_LEAST_HEADED = 3   # of one whose header says so, as at the foot of a page
_BODY = 3            # rows with two cells or more, before their white space is taken for columns
_ABOVE = 14.0        # points: a header's last line stands this near above the first rule
_STEP = 20.0         # points from one line of a header to the next
_HEADING = 0.4       # of the table's width: a heading is less wide
_EDGE = 3.0          # points: an upright rule this near a table's side closes it there

Band = list[list[ColumnPiece]]  # the printed rows between two rules
Bold = Callable[[Word], bool]


def may_be_barred(horizontal: Sequence[Segment], continued: bool) -> bool:
    """A quick look whether a page has rules enough for a table."""
    return sum(b - a >= _LEAST_WIDTH for _, a, b in horizontal) >= (2 if continued else _LEAST_HEADED)


def find_barred(rows: Sequence[Row], horizontal: Sequence[Segment], vertical: Sequence[Segment],
                before: tuple[float, ...] | None = None, bold: Bold = lambda word: False) -> list[Grid]:
    """Grids of the tables whose rows are parted by rules of one length and whose columns are not. `rows`: the page's free
    printed rows, word by word. `before`: column borders of such a table that closed the page before. Rules under some
    columns only leave merged cells in the others."""
    found: list[Grid] = []
    for whole in _stacks(horizontal, vertical):
        left, right = whole[0][1:]
        for ys in _parted([y for y, _, _ in whole], rows, bold):
            continued = before if not found else None
            ys = _with_header(ys, rows, (left, right), bold)
            if len(ys) < (2 if continued else _LEAST_HEADED):
                continue
            head = _bands(rows, ys[:2])[0]
            headed = len(ys) < _LEAST_RULES and any(is_head(row) for row in head) and not any(
                len(row.pieces(_GAP)) > 2 for row in rows if row.y < ys[0])  # another table, which nothing but white space shows
            if not (continued or headed or len(ys) >= _LEAST_RULES):
                continue
            short = [s for s in horizontal if ys[0] + 2 < s[0] < ys[-1] - 2 and all(abs(s[0] - y) > 2 for y in ys)
                     and s[1] > left - _SAME and s[2] < right + _SAME]
            levels = sorted({*ys, *(s[0] for s in short)})
            bands = _bands(rows, levels)
            while len(levels) > 2 and not bands[-1]:  # a row that the page break left empty
                del levels[-1], bands[-1]
            xs = _columns(bands, levels, short, (left, right), continued, 2 if headed else _BODY)
            counted = [_numbers(band, xs) for band in bands] if xs is not None else []
            if xs is not None and max(counted) <= 1 and not (headed and 1 not in counted[1:]):  # rules part rows, not only a header from them
                found.append(Grid(xs, levels, _cells(bands, levels, xs, short)))
    return found


def _stacks(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> list[list[Segment]]:
    """Rules of one length below one another, none of them crossed by an upright rule."""
    stacks: list[list[Segment]] = []
    for rule in sorted(horizontal):
        if rule[2] - rule[1] < _LEAST_WIDTH:
            continue
        stack = next((s for s in reversed(stacks) if abs(s[0][1] - rule[1]) <= _SAME and abs(s[0][2] - rule[2]) <= _SAME), None)
        if stack is None:
            stacks.append([rule])
        else:
            stack.append(rule)
    whole: list[list[Segment]] = []
    for s in sorted((s for s in stacks if len(s) > 1), key=lambda s: s[0][1] - s[0][2]):  # what stands beside the rules of a wider one are rules of some columns
        if not whole or s[0][2] - s[0][1] > whole[0][0][2] - whole[0][0][1] - 2 * _SAME or all(s[-1][0] < w[0][0] or s[0][0] > w[-1][0] for w in whole):
            whole.append(s)
    return [s for s in sorted(whole) if not any(
        s[0][1] + _EDGE < x < s[0][2] - _EDGE and a < s[-1][0] and b > s[0][0] for x, a, b in vertical)]


def _parted(ys: list[float], rows: Sequence[Row], bold: Bold) -> list[list[float]]:
    """The rules of each table: what stands over a further header is no row, but the text between two tables."""
    bands = _bands(rows, ys)
    out: list[list[float]] = []
    begin = 0
    for k in range(1, len(bands) - 1):
        after = bands[k + 1]
        if bands[k] and after and all(len(row) == 1 for row in bands[k]) and (
                is_head(after[0]) or (max(map(len, after)) >= 3 and all(bold(p.words[0]) for row in after for p in row))):
            out.append(ys[begin:k + 1])
            begin = k + 1
    return [*out, ys[begin:]]


def _with_header(ys: list[float], rows: Sequence[Row], sides: tuple[float, float], bold: Bold) -> list[float]:
    """The rules of a table with one added over its header where none is drawn: bold headings stand right above the first rule."""
    above: list[Row] = []
    for row in reversed(rows[:bisect_right([row.y for row in rows], ys[0])]):
        pieces = row.pieces(_GAP)
        near = (above[-1].y if above else ys[0]) - row.y <= (_STEP if above else _ABOVE)
        if not near or row.x0 < sides[0] - _EDGE or row.x1 > sides[1] + _EDGE or not all(bold(p.words[0]) for p in pieces) or any(
                p.x1 - p.x0 > _HEADING * (sides[1] - sides[0]) for p in pieces):
            break
        above.append(row)
    return [above[-1].y - _ABOVE, *ys] if any(len(row.pieces(_GAP)) >= 3 for row in above) else ys


def _bands(rows: Sequence[Row], ys: Sequence[float]) -> list[Band]:
    """Per row of the table its printed rows, cut where white space is wide."""
    out: list[Band] = [[] for _ in ys[1:]]
    for k, row in enumerate(rows):
        at = bisect_right(ys, row.y - 3.0) - 1
        if 0 <= at < len(out):
            out[at].append([ColumnPiece(row.y, p.x0, p.x1, p.words, k) for p in row.pieces(_GAP)])
    return out


def _columns(bands: Sequence[Band], levels: Sequence[float], short: Sequence[Segment], sides: tuple[float, float],
             before: tuple[float, ...] | None, least: int) -> list[float] | None:
    """Column borders: white that every row with several cells leaves, and the ends of short rules; or the borders of the page
    before where nothing crosses them."""
    left, right = sides
    body = [band for band in bands if band and not _titled(band)]
    over = [id(p) for _, p in _parents(bands, levels, short)]
    spans = sorted((w.x0 - SPACE, w.x1 + SPACE) for band in body for row in band for p in row if id(p) not in over for w in p.words)
    if before is not None and abs(before[0] - left) <= _SAME and abs(before[-1] - right) <= _SAME:
        kept = [_uncrossed(x, spans) for x in before[1:-1]]
        if None not in kept:
            return [before[0], *(x for x in kept if x is not None), before[-1]]
    if len(body) < least or any(a < left - 2 * _EDGE or b > right + 2 * _EDGE for a, b in spans):
        return None
    xs = [left]
    reach = spans[0][1]
    for a, b in spans:
        if a - reach >= GUTTER:
            xs.append(next((x for s in short for x in s[1:] if reach - GUTTER < x < a + GUTTER), (reach + a) / 2))
        reach = max(reach, b)
    xs.append(right)
    first = body[0][0] if body else []
    if len(xs) > 4 and first and is_head(first) and _column(xs, first[0].x0 + 1.0) == 1 and all(
            id(p) == id(first[0]) or _column(xs, p.x0 + 1.0) != 1 for band in body for row in band for p in row):
        del xs[1]  # white between the row numbers and their heading in the middle of a wide column
    return xs if len(xs) >= 3 else None


def _numbers(band: Band, xs: Sequence[float]) -> int:
    """How many row numbers stand between two rules."""
    return sum(len(row[0].words) == 1 and row[0].x1 < xs[1] + 1 and row[0].words[0].text[:1].isdigit() and bool(NUMBER.match(row[0].words[0].text)) for row in band)


def _uncrossed(x: float, spans: Sequence[tuple[float, float]]) -> float | None:
    """A border of the page before, moved off the words of this page that end just behind it; None where words stand across it."""
    across = [(a, b) for a, b in spans if a + SPACE + 1 < x < b - SPACE - 1]
    if not across:
        return x
    behind, ahead = max(b for _, b in across), min(a for a, _ in across)
    for moved in (behind, ahead):
        if abs(moved - x) <= 2 * _SAME and not any(a + SPACE < moved < b - SPACE for a, b in spans):
            return moved
    return None


def _titled(band: Band) -> bool:
    """Whether a row holds one wording alone, or one behind its number: a group's title, which may run over all columns."""
    def marks(p: ColumnPiece) -> bool:
        return len(p.words) == 1 and bool(NUMBER.match(p.words[0].text))

    worded = [row for row in band if len(row) > 1 or not marks(row[0])] or band  # the number of a title of two lines stands between them
    return all(len(row) == 1 or (len(row) == 2 and marks(row[0])) for row in worded) and len({round(row[-1].x0) for row in worded}) == 1


def _parents(bands: Sequence[Band], levels: Sequence[float], short: Sequence[Segment]) -> list[tuple[Segment, ColumnPiece]]:
    """Headings that stand over several others, which a short rule parts from them."""
    out = []
    for rule in short:
        at = levels.index(rule[0])
        if at != 1 or len(bands) < 2:
            continue
        above = [p for row in bands[at - 1] for p in row if rule[1] - 1 < (p.x0 + p.x1) / 2 < rule[2] + 1]
        below = [p for row in bands[at] for p in row if rule[1] - 1 < (p.x0 + p.x1) / 2 < rule[2] + 1]
        if above and len(below) > len(above) and len({p.y for p in above}) == len(above):
            out += [(rule, p) for p in above]
        elif len(below) > len(above) > 1:
            out += _neighbours(rule, above, below)
    return out


def _neighbours(rule: Segment, above: Sequence[ColumnPiece], below: Sequence[ColumnPiece]) -> list[tuple[Segment, ColumnPiece]]:
    """The same for headings side by side over one rule, each with headings of its own below it; the rule cut between them."""
    parents, children = _beside(above), _beside(below)
    if len(parents) < 2:
        return []
    middles = [(max(p.x1 for p in parent) + min(p.x0 for p in parent)) / 2 for parent in parents]
    nearest = [min(range(len(parents)), key=lambda k: abs(2 * middles[k] - child[0].x0 - child[0].x1)) for child in children]
    if any(nearest.count(k) < 2 for k in range(len(parents))):
        return []
    ends = [rule[1], *((max(p.x1 for p in a) + min(p.x0 for p in b)) / 2 for (a, b), (k, n) in zip(
        itertools.pairwise(children), itertools.pairwise(nearest), strict=True) if n != k), rule[2]]
    return [((rule[0], ends[k], ends[k + 1]), p) for k, parent in enumerate(parents) for p in parent]


def _beside(pieces: Sequence[ColumnPiece]) -> list[list[ColumnPiece]]:
    """Pieces by column, left to right: those above one another together."""
    out: list[list[ColumnPiece]] = []
    for p in sorted(pieces, key=lambda p: p.x0):
        if out and p.x0 < max(q.x1 for q in out[-1]):
            out[-1].append(p)
        else:
            out.append([p])
    return out


def _cells(bands: Sequence[Band], levels: Sequence[float], xs: Sequence[float], short: Sequence[Segment]) -> list[GridCell]:
    """Cells of a grid. A wording that runs over a border joins the cells that it covers, a group's title all behind it;
    where a short rule does not reach, the cells above and below it are one."""
    last = len(xs) - 2
    joined: list[set[int]] = [set() for _ in bands]  # borders inside a cell, by the column on their left
    for r, band in enumerate(bands):
        titled = _titled(band)
        for p in (p for row in band for p in row):
            first, end = _column(xs, p.x0 + 1.0), max(_column(xs, p.x0 + 1.0), _column(xs, p.x1 - 1.0))
            if end > first and titled:
                joined[r] |= set(range(first, last))
            elif any(w.x0 + 1 < x < w.x1 - 1 for x in xs[first + 1:end + 1] for w in p.words):
                joined[r] |= set(range(first, end))
    for rule, _ in _parents(bands, levels, short):
        joined[0] |= set(range(_column(xs, rule[1] + _SAME), _column(xs, rule[2] - _SAME)))
    partial = {s[0] for s in short}

    def goes_down(r: int, c: int) -> bool:
        y, middle = levels[r + 1], (xs[c] + xs[c + 1]) / 2
        return y in partial and not any(s[0] == y and s[1] < middle < s[2] for s in short)

    taken: set[tuple[int, int]] = set()
    out: list[GridCell] = []
    for r, c in itertools.product(range(len(bands)), range(last + 1)):
        if (r, c) in taken:
            continue
        end, foot = c, r
        while end < last and end in joined[r]:
            end += 1
        while foot + 1 < len(bands) and all(goes_down(foot, k) for k in range(c, end + 1)):
            foot += 1
        taken.update(itertools.product(range(r, foot + 1), range(c, end + 1)))
        out.append(GridCell(r, c, foot - r + 1, end - c + 1))
    return out


def _column(xs: Sequence[float], x: float) -> int:
    return min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
