"""Columns of a table in text laid out in characters: white that its lines leave, and places where many lines begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from extractors.document import Line, Place
from extractors.layout_blocks import Border, local_borders
from extractors.layout_fitting import (
    between_headings,
    glued,
    may_move,
    with_missing,
    without_others,
)
from extractors.layout_head import Head, headings_apart, read_head, times_apart
from extractors.layout_parts import column_of, parts
from extractors.layout_runs import NUMBER, Run
from normalizers.text import CAPITALS

_PIECE = re.compile(r"\S+(?: \S+)*")
_LEAST_STARTS = 3   # lines in which a column begins …
_CROSSED = 0.6      # … and the share of them that may have a word there: paragraphs and titles of groups
_CENTRED = 5        # characters that a row number may stand right of the table's left, set to the middle
_GLUED = (1.0, 0.85, 0.6)  # how sure the cells of a line are, by how many of them stand one blank behind others at no sure place
_SPREAD = 0.7       # … and of one that runs over columns inside a row
_MOVED = 12         # characters that the columns of a page may stand off those of the page before
_STRETCHED = 0.5    # what each character costs that a column of it moves farther than the one before
_WIDE = 0.6         # share of the page's width from which a single piece of text is prose
_PROSE = 3          # so many lines of prose part two tables
_HEAD = re.compile(r"(?:STT?|S\.TT|TT|Số TT|Số thứ tự)\b", re.IGNORECASE)
_NUMBERS_HEAD = re.compile(r"S ?T{1,2}|T{1,2}|S\.TT|Số(?: TT)?|thứ tự|thứ|tự", re.IGNORECASE)
_BROKEN = re.compile(r"STT?|TT|Số|S", re.IGNORECASE)  # a heading of the numbers on a line of its own, or its first line
_LETTERHEAD = re.compile(r"Số\s*:|Độc lập\b")
_SECTION = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)] \S|(?:Phụ lục|Phần|Điều|Biểu|Bảng) [\dIVXA-Z]", re.IGNORECASE)
_TITLE = re.compile(rf"(?:[IVXLC]+|[A-ZĐ])[.)] (?=[{CAPITALS}])")
_BRACKET = re.compile(r"^\s*\(|^[^(]*\)")  # "(Kèm theo … / của UBND xã)": below a table's title
_ITEM = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)] \S")
_APART = re.compile(r"\s*(?:(?:[IVXLC]+|[A-ZĐ]|\d{1,2})[.)] |(?:Phụ lục|Phần|Điều|Biểu|Bảng) [\dIVXA-Z]|[-–+•*] |\(|nơi nhận\b|trên đây là\b|(?:t/?m|kt|tl|tuq)\.)", re.IGNORECASE)
_MOST_REST = 12     # lines of the rest of a row, with the titles behind it
_FOOT = re.compile(r"\s*(?:nơi nhận\b|trên đây là\b|(?:t/?m|kt|tl|tuq)\.)", re.IGNORECASE)


@dataclass(slots=True)
class Printed:
    """A line with its pieces, which two blanks or more part; `at` is its number in the text, `blank` whether an empty line is above it."""

    line: Line
    pieces: list[Run]
    at: int
    blank: bool = False


def printed(line: Line) -> Printed:
    """A line's pieces where its characters stand."""
    text = line.text.expandtabs().lstrip("\f")
    pieces = [Run(m.group(), m.start(), m.end()) for m in _PIECE.finditer(text)]
    return Printed(line, pieces, line.place.lines[0] if line.place.lines else 0)


@dataclass
class Columns:
    """Printed lines of one table, the first of them line `start` of the page, and the places where its columns but the first begin.
    `head`: its headings, where they show as many columns; `heading`: how many lines they take; `sure`: how sure its cells are;
    `seen`: lines of cells that stand alone elsewhere."""

    rows: list[Printed]
    start: int
    borders: list[int]
    _cells: dict[int, list[tuple[int, int, Line]]] = field(default_factory=dict)
    _own: dict[int, list[Border] | None] = field(default_factory=dict)
    _rows_told: bool = False  # blocks are rows

    head: Head | None = None
    heading: int = 0
    seen: Container[str] = ()
    sure: float = 1.0

    def __post_init__(self) -> None:
        self.part()

    def part(self, starts: Sequence[int] | None = None) -> None:
        """Tells anew where columns begin in each block of lines; `starts`: the first lines of the blocks, 0 among them."""
        own = local_borders([row.pieces for row in self.rows], self.borders, self.heading, starts)
        self._own = {row.at: borders for row, borders in zip(self.rows, own, strict=True)}
        self._cells.clear()
        self._rows_told = starts is not None

    def spans(self, row: Printed) -> bool:
        """Whether a line holds one piece of text over several columns, besides its number."""
        cells = self.cells(row)
        return len(cells) <= 2 and cells[-1][1] > cells[-1][0]

    def cells(self, row: Printed) -> list[tuple[int, int, Line]]:
        """First and last column and text of each cell of a line. A piece whose words stand over borders is one cell."""
        if row.at not in self._cells:
            out: list[tuple[int, int, list[Run]]] = []
            own = self._own[row.at]
            sure = self.sure
            for piece in row.pieces:
                words = piece.words()
                if self.is_title(row):
                    out.append((0, len(self.borders), words))
                elif self.head is not None and row in self.rows[: self.head.count]:
                    out.append((*self.head.places[self.rows.index(row), piece.start], words))
                elif own is None or (self._alone(row) and self._title(piece, own)):
                    out.append((column_of(words[0], self.borders), column_of(words[-1], self.borders), words))
                    titled = own is None and not row.pieces[0].text[0].isdigit()
                    sure = min(sure, self.sure if titled or out[-1][0] == out[-1][1] else _SPREAD)
                else:
                    own_parts = parts(piece, words, own, self.seen)
                    out += [(column, column, part) for column, part in own_parts]
                    sure = min(sure, _GLUED[min(sum(not own[column - 1][1] for column, _ in own_parts[1:]), 2)])
            joined: list[tuple[int, int, list[Run]]] = []
            for a, b, part in out:  # words of a narrow justified cell stand wide apart
                if joined and a == b and joined[-1][:2] == (a, b):
                    joined[-1][2].extend(part)
                else:
                    joined.append((a, b, [*part]))
            self._cells[row.at] = [(a, b, self._line(row, part, a, b)) for a, b, part in joined]
            for _, _, line in self._cells[row.at]:
                line.confidence = sure
        return self._cells[row.at]

    def is_title(self, row: Printed) -> bool:
        """Whether a line is the title of a group, with its number, set to the middle of the table."""
        return len(row.pieces) == 1 and row.pieces[0].start > self.borders[0] + 4 and bool(_TITLE.match(row.pieces[0].text))

    def _alone(self, row: Printed) -> bool:
        """Whether a line holds one piece of text besides its number."""
        return len(row.pieces) == 1 or (len(row.pieces) == 2 and row.pieces[0].start < self.borders[0] - 1)

    def _title(self, piece: Run, own: Sequence[Border]) -> bool:
        """Whether a piece that stands alone behind its number runs over columns: a word over a border, or two borders passed."""
        borders = [x for x, _ in own] if self._rows_told else self.borders
        inside = [x for x in borders if piece.start < x - 1 and piece.end > x]
        return len(inside) >= 2 or (any(_over(w, x) for w in piece.words() for x in inside) and piece.text not in self.seen)

    @cached_property
    def _ends(self) -> list[int]:
        """The furthest that words of each column reach."""
        ends = [1] * (len(self.borders) + 1)
        for row in self.rows:
            for piece in row.pieces:
                for w in piece.words():
                    if not any(_over(w, x) for x in self.borders):
                        ends[column_of(w, self.borders)] = max(ends[column_of(w, self.borders)], w.end)
        return ends

    def _line(self, row: Printed, words: Sequence[Run], first: int, last: int) -> Line:
        line = Line(" ".join(w.text for w in words), Place(lines=(row.at, row.at)))
        left = self.borders[first - 1] if first else min(r.pieces[0].start for r in self.rows)
        line.fill = round(min(1.0, (words[-1].end - left) / max(self._ends[last] - left, 1)), 3)
        return line


def find_regions(rows: list[Printed], known: Sequence[Columns] = (), seen: Container[str] = (), goes_on: bool = False) -> list[Columns]:
    """The tables of a page's lines, top to bottom. `known`: tables of pages before, whose columns one with the same head shares;
    `goes_on`: whether the page before ends with one."""
    for above, row in pairwise(rows):
        row.blank = row.at - above.at > 1
    width = max((r.pieces[-1].end for r in rows), default=0) - min((r.pieces[0].start for r in rows), default=0)
    prose = [len(r.pieces) == 1 and r.pieces[0].end - r.pieces[0].start > _WIDE * width for r in rows]
    found: list[list[int]] = []
    for k, row in enumerate(rows):
        if len(row.pieces) < 3:
            continue
        foot = any(_FOOT.match(r.line.text) for r in rows[found[-1][1]:k]) if found else False
        broken = next((n for n in (1, 2) if k >= n and len(rows[k - n].pieces) < 3 and _BROKEN.fullmatch(rows[k - n].pieces[0].text) and rows[k - n].pieces[0].end < row.pieces[0].start), 0)
        head = broken or _HEAD.match(row.pieces[0].text)
        if head and found and k - found[-1][0] < 4 + broken and found[-1][1] in (k - broken, k):
            found.pop()  # the lines of its heading above that of the numbers
        top = 0 if goes_on and not found and not head and _rest(rows[:k]) else _top(rows, k - broken, found[-1][1] if found else 0, prose, bool(head), bool(known))
        if found and not head and sum(prose[found[-1][1]:k]) <= _PROSE and not foot:
            found[-1][1] = k + 1
        else:
            found.append([top, k + 1])
    out: list[Columns] = []
    for n, (start, stop) in enumerate(found):
        limit = found[n + 1][0] if n + 1 < len(found) else len(rows)
        left = min(r.pieces[0].start for r in rows[start:stop])
        while stop < limit and not prose[stop] and not _below(rows[stop], left):
            stop += 1
        while stop - start > 2 and stop == limit < len(rows) and len(rows[stop - 1].pieces) == 1 and _ITEM.match(rows[stop - 1].pieces[0].text):
            stop -= 1  # the caption of the table below
            limit -= 1
        inside = rows[start:stop]
        if _LETTERHEAD.match(inside[0].pieces[0].text):
            continue
        before = _known(inside[0], known)
        on = known[-1] if known and not out and not start and before is None and not _HEAD.match(inside[0].pieces[0].text) else None
        borders = max(column_starts(inside), _known_starts(inside[0], before) if before else [], key=len)
        if on is not None:
            moved = _moved(on.borders, inside)
            if len(moved) > len(borders) or (len(moved) == len(borders) and _crossed(moved, inside) < _crossed(borders, inside)):
                borders = moved
        borders = _without_heading(inside, borders)
        if len(borders) < 2:
            continue
        heading = _heading(inside, len(borders) + 1, before)
        if heading is not None:
            fitting = with_missing if len(heading.columns) > len(borders) else without_others
            lines = [row.pieces for row in inside[heading.count:]]
            borders = fitting(lines, borders, heading)
            between = [*borders[:1], *between_headings(lines, heading)[1:]]
            if len(between) == len(heading.columns) - 1 and may_move(between, borders) and glued(between, lines) < glued(borders, lines):
                borders = between
        fits = heading is not None and len(heading.columns) == len(borders) + 1
        columns = Columns(inside, start, borders, head=heading if fits else None, heading=heading.count if heading else 0, seen=seen)
        if heading is not None and len(heading.columns) > len(borders) + 1:
            columns.sure = _SPREAD  # columns are missing
        while len(columns.rows) > 1 and _ends(columns, columns.rows[-1]):
            columns.rows.pop()
        if len(columns.rows) >= 2:
            out.append(columns)
    return out


def _top(rows: Sequence[Printed], k: int, least: int, prose: Sequence[bool], head: bool, known: bool) -> int:
    """Where a table whose first line of several pieces is `k` begins: above it may stand headings that are set to the middle beside the
    heading of the numbers, and on top of a page the lines of a row whose number stands in its middle."""
    first = k
    while first > least and not prose[first - 1] and not rows[first].blank:
        above = rows[first - 1].pieces
        if head:
            fits = k - first < 3 and above[0].start > rows[k].pieces[0].end and not _BRACKET.search(rows[first - 1].line.text) and (len(above) > 1 or (len(above[0].text) <= 25 and not above[0].text.isupper())) \
                and all(p.end - p.start <= 40 and sum(_near(p, q) for q in rows[k].pieces) <= 1 for p in above)
        else:
            fits = known and above[0].start > rows[k].pieces[0].start - (0 if NUMBER.fullmatch(rows[k].pieces[0].text) else 60) and not _SECTION.match(above[0].text)
        if not fits:
            break
        first -= 1
    return first if head or first == 0 or (known and first == least) else k


def _rest(rows: Sequence[Printed]) -> bool:
    """Whether lines on top of a page may be the rest of the row that the page before ends with, and titles of groups."""
    return len(rows) <= _MOST_REST and not any(_APART.match(row.line.text) or row.blank for row in rows)


def _near(p: Run, q: Run) -> bool:
    return min(p.end, q.end) > max(p.start, q.start)


def _without_heading(rows: Sequence[Printed], borders: list[int]) -> list[int]:
    """The columns without one that the heading of the row numbers alone stands in, set to the middle of a wide column of theirs."""
    if len(borders) < 3:
        return borders
    own = [p.text for row in rows for p in row.pieces if borders[0] - 1 <= p.start < borders[1] - 2]
    return borders[1:] if own and all(_NUMBERS_HEAD.fullmatch(text) for text in own) else borders


def _below(row: Printed, left: int) -> bool:
    """Whether a line that stands below a table's last line of several pieces is no part of it."""
    alone = row.pieces[0] if len(row.pieces) == 1 else None
    return bool(_FOOT.match(row.line.text)) or (alone is not None and (row.blank or alone.start < left - 2 or (alone.start - left >= 2 and bool(_SECTION.match(alone.text)))))


def _heading(rows: Sequence[Printed], count: int, before: Columns | None) -> Head | None:
    """The head of a table of `count` columns; headings one blank apart are parted, should it then fit, or need no
    heading over others."""
    most = (_same_lines(rows, before.rows),) if before else ()
    best = read_head([row.pieces for row in rows], *most)
    if best is None:
        return None
    fits, said = len(best.columns) == count, rows[: best.count]
    for apart in (times_apart, headings_apart):
        lines = [[part for piece in row.pieces for part in _parted(piece, apart)] for row in said]
        found = read_head([*lines, *(row.pieces for row in rows[len(said):])], *most)
        if found is not None and len(found.columns) == count and (not fits or found.parents < best.parents):
            for row, pieces in zip(said, lines, strict=True):
                row.pieces = pieces
            best, fits = found, True
    return best


def _parted(piece: Run, apart: Callable[[str], list[tuple[int, int]]]) -> list[Run]:
    return [Run(piece.text[a:b], piece.start + a, piece.start + b) for a, b in apart(piece.text)] or [piece]


def _known(head: Printed, known: Sequence[Columns]) -> Columns | None:
    """The last table with the same first line."""
    said = [piece.text for piece in head.pieces]
    return next((c for c in reversed(known) if len(said) >= 3 and [piece.text for piece in c.rows[0].pieces] == said), None)


def _known_starts(head: Printed, known: Columns) -> list[int]:
    """Columns of the table with the same first line, moved as the headings nearest to them are."""
    pieces = known.rows[0].pieces
    near = [min(range(len(pieces)), key=lambda n, x=x: abs(pieces[n].start - x)) for x in known.borders]  # type: ignore[misc]
    return [x + head.pieces[n].start - pieces[n].start for n, x in zip(near, known.borders, strict=True)]


def _moved(borders: Sequence[int], rows: Sequence[Printed]) -> list[int]:
    """Columns of the table that a page goes on with, moved to where its pieces begin: each about as far as the one before it."""
    begun = Counter(piece.start for row in rows for piece in row.pieces)
    words = [w for row in rows for piece in row.pieces for w in piece.words()]
    best: dict[int, tuple[float, tuple[int, ...]]] = {}
    for before, x in pairwise([0, *borders]):
        least = (x - before) / 2  # a column stays about as wide as it is
        here: dict[int, tuple[float, tuple[int, ...]]] = {}
        for d in range(-_MOVED, _MOVED + 1):
            at = x + d
            cost = sum(_over(w, at) for w in words) - sum(begun[at + near] for near in (-1, 0, 1))
            ways = [(c + _STRETCHED * abs(d - e), to) for e, (c, to) in best.items() if to[-1] + least <= at] if best else [(_STRETCHED * abs(d), ())]
            if ways:
                c, to = min(ways)
                here[d] = (c + cost, (*to, at))
        best = here
    return list(min(best.values())[1])


def _crossed(borders: Sequence[int], rows: Sequence[Printed]) -> int:
    """How many words run over places where columns begin."""
    return sum(_over(w, x) for row in rows for piece in row.pieces for w in piece.words() for x in borders)


def _same_lines(rows: Sequence[Printed], known: Sequence[Printed]) -> int:
    """How many lines at the top of two tables say the same."""
    alike = ([p.text for p in a.pieces] == [p.text for p in b.pieces] for a, b in zip(rows, known, strict=False))
    return next((n for n, same in enumerate(alike) if not same), min(len(rows), len(known)))


def _ends(columns: Columns, row: Printed) -> bool:
    """Whether a table's last line belongs to what stands below it: one piece of text from the left over several columns."""
    cells = columns.cells(row)
    return len(cells) == 1 and cells[0][0] == 0 and cells[0][1] > 0


def column_starts(rows: list[Printed]) -> list[int]:
    """Where columns but the first begin: the same place in many lines, behind white or with nothing before it, that few words run over.

    Pieces of a column that is set to the middle begin in several places, but never in two of them on one line: its column begins
    where the first of them does.
    """
    left = min(row.pieces[0].start for row in rows)
    begun = [[p.start for k, p in enumerate(row.pieces) if p.start - left >= (2 if k or not NUMBER.fullmatch(p.text) else _CENTRED)] for row in rows]
    counts = Counter(at for row in begun for at in row)
    scores = {at: sum(counts[at + d] for d in (-1, 0, 1)) for at in counts}
    words = [[w for p in row.pieces for w in p.words()] for row in rows]
    kept: list[int] = []
    for at in sorted(scores, key=lambda at: (-scores[at], -counts[at], at)):
        crossed = sum(any(_over(w, at) for w in row) for row in words)
        if scores[at] < _LEAST_STARTS or crossed > _CROSSED * scores[at]:
            continue
        near = [max((o for o in kept if o < at), default=None), min((o for o in kept if o > at), default=None)]
        if all(abs(at - other) > 2 and _both(begun, at, other) >= 2 for other in near if other is not None):
            kept.append(at)
    standing = [p for row in rows if len(row.pieces) >= 3 for p in row.pieces]
    white = _white(standing)
    return white if len(white) >= len(kept) else [_leftmost(standing, before, at) for before, at in pairwise([left, *sorted(kept)])]


def _white(standing: list[Run]) -> list[int]:
    """Where the white ends that all lines of several columns leave, two blanks wide or more."""
    out, reach = [], -1
    for p in sorted(standing, key=lambda p: p.start):
        if reach >= 0 and p.start - reach >= 2:
            out.append(p.start)
        reach = max(reach, p.end)
    return out


def _leftmost(standing: list[Run], before: int, at: int) -> int:
    """A column's place moved left to the white, two blanks wide, that parts it from the column before: where what stands between
    are the beginnings of longer pieces of its own, set to the middle."""
    taken = {x for p in standing for w in p.words() for x in range(w.start, w.end)}
    for x in range(at, before + 1, -1):
        if x - 1 not in taken and x - 2 not in taken:
            return x if all(p.end > at for p in standing if x <= p.start < at) else at
    return at


def _both(begun: list[list[int]], a: int, b: int) -> int:
    """Lines on which pieces begin at both places."""
    return sum(any(abs(at - a) <= 1 for at in row) and any(abs(at - b) <= 1 for at in row) for row in begun)


def _over(w: Run, at: int) -> bool:
    """Whether a word runs over the place where a column begins, which may be off by one character."""
    return w.start < at - 1 and w.end > at
