"""Headings of a table in text laid out in characters: pieces one below the other are one heading, one over several is their parent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.layout_runs import NUMBER, Run
from normalizers.text import CAPITALS

_HEAD = re.compile(r"(?:STT?|S\.TT|TT|Số TT|Số thứ tự|ST|Số(?= thứ$|$))\b", re.IGNORECASE)
_FOOT = re.compile(r"TT?|thứ tự", re.IGNORECASE)  # of a heading of the numbers that is broken
_FIGURE = re.compile(r"[≥≤><~]?\s?(?!20\d\d$|[1-9]$)\d[\d.,]*\s?%?")  # no year, no number of a column
_TIMES = re.compile(r"(?:(?:Quý|Tháng|Năm|Kỳ) )?(?:20\d\d|\d{1,2}|[IV]+|Quý|Tháng|Năm)(?= |$)", re.IGNORECASE)
_CAPITAL = re.compile(rf"(?<=[^\W\d_] )(?=[{CAPITALS}][a-zà-ỹđ])")
_MOST = 6           # lines of a heading
_ABOVE = 4          # … and those of them that the heading of the numbers may stand on
_ALONE = 3          # … that a page ends with


@dataclass(frozen=True, slots=True)
class Head:
    """Headings from the left, each the characters `[start, end)` that it takes up. `places`: of each piece by line and start the
    first and last heading that it belongs to or stands over; `parents`: how many do; `count`: lines."""

    count: int
    parents: int
    columns: tuple[tuple[int, int], ...]
    places: dict[tuple[int, int], tuple[int, int]]


def read_head(lines: Sequence[Sequence[Run]], most: int = _MOST) -> Head | None:
    """The heading that a table's lines begin with, of `most` lines; None where they begin with something else."""
    # Headings of more lines than that of the numbers begin above it, where they are set to the middle.
    numbers = next((k for k, line in enumerate(lines[:_ABOVE]) if _HEAD.match(line[0].text)), None)
    if numbers is None or len(lines[numbers]) + (len(lines[numbers + 1]) if len(lines) > numbers + 1 else 0) < 3:
        return None
    left = lines[numbers][0].end
    count = numbers + 1
    foot = next((k for k in range(numbers + 1, min(numbers + 3, len(lines))) if numbers and lines[k][0].start <= left and _FOOT.fullmatch(lines[k][0].text)), numbers)
    middle = numbers + foot + 1 if numbers else most  # as many lines stand below it as above
    while count < min(len(lines), middle if numbers else most) and not _opens_row(lines[count], left) and (numbers or not any(_FIGURE.fullmatch(p.text) for p in lines[count])):
        count += 1
    if count == most == _MOST or (count == len(lines) and count > _ALONE):
        return None
    pieces = [(k, piece) for k in range(count) for piece in lines[k]]
    over = {(k, p.start) for k, p in pieces if any(_is_over(p, lines[k], lines[j]) for j in range(k + 1, count))}
    parents: dict[tuple[int, int], tuple[int, int]] = {}  # lines that a parent goes on with
    for k, p in pieces:
        if (k, p.start) not in over and not any(_laps(p, q.start, q.end) for j in range(k + 1, count) for q in lines[j]):
            own = next(((j, o.start) for j, o in pieces if (j, o.start) in over and j < k and o.start - 1 <= p.start and p.end <= o.end + 1
                        and any(_is_over(o, lines[j], lines[n]) for n in range(k + 1, count))), None)
            if own is not None:
                parents[k, p.start] = own
    columns: list[tuple[int, int]] = []
    for _, p in sorted((item for item in pieces if (item[0], item[1].start) not in over and (item[0], item[1].start) not in parents), key=lambda item: item[1].start):
        if columns and _laps(p, *columns[-1]):
            columns[-1] = (columns[-1][0], max(columns[-1][1], p.end))
        else:
            columns.append((p.start, p.end))
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for k, p in pieces:
        if (k, p.start) in parents:
            places[k, p.start] = places[parents[k, p.start]]
            continue
        met = [n for n, (a, b) in enumerate(columns) if (_touches(p, a, b) if (k, p.start) in over else _laps(p, a, b))] or [min(range(len(columns)), key=lambda n, x=p.start: abs(columns[n][0] - x))]  # type: ignore[misc]
        places[k, p.start] = (met[0], met[-1])
    return Head(count, len(over), tuple(columns), places)


def times_apart(text: str) -> list[tuple[int, int]]:
    """Where headings of times stand in a piece that holds several of them, one blank apart ("Quý I Quý II", "2026 2027"); [] otherwise."""
    found = [m.span() for m in _TIMES.finditer(text)]
    return found if len(found) > 1 and sum(b - a + 1 for a, b in found) == len(text) + 1 else []


def headings_apart(text: str) -> list[tuple[int, int]]:
    """Where headings stand in a piece that may hold several of them, one blank apart: each opens with a capital."""
    found = [m.start() for m in _CAPITAL.finditer(text)]
    return [(a, b - (b < len(text))) for a, b in pairwise([0, *found, len(text)])]


def _opens_row(line: Sequence[Run], left: int) -> bool:
    return line[0].start <= left and bool(NUMBER.fullmatch(line[0].text.split(" ")[0])) and line[0].text not in ("T", "TT")


def _is_over(p: Run, beside: Sequence[Run], below: Sequence[Run]) -> bool:
    """Whether a piece stands over several of a line below it, none of which goes on with one beside it."""
    met = [q for q in below if _touches(p, q.start, q.end)]
    return len(met) >= 2 and not any(_laps(q, o.start, o.end) for q in met for o in beside if o is not p)


def _touches(p: Run, start: int, end: int) -> bool:
    return min(p.end, end) - max(p.start, start) >= 2


def _laps(p: Run, start: int, end: int) -> bool:
    """Whether half of the shorter stands over the other: lines of a heading are set for themselves, some characters off."""
    return 2 * (min(p.end, end) - max(p.start, start)) >= min(p.end - p.start, end - start)
