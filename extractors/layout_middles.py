"""Rows of a table in characters whose cells are set to the middle: where each begins, told from the place of its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OFF = 2.0          # what each line costs that a row's number stands off its middle, half a line is none …
_CELL_OFF = 1.0     # … and that a cell does
_HOLE = 0.1         # a line between two of a cell, which other cells may take that stand half a line off
_RUNS_ON = 3.0      # a cell that begins in the middle of a sentence, or ends in it
_BLANK = 2.5        # a blank line inside a row, and what one between two rows is worth
_HALF = 0.2
_REST = 1.0         # a row without its number, cut by the page
_ENDS_OPEN = re.compile(r"(?:[,(/&-]|(?<!\w)(?:và|của|các|cho|với|tại|trong|theo|về))$", re.IGNORECASE)

Row = Sequence[tuple[int, str]]  # column and text of each cell of a printed line


def middle_rows(lines: Sequence[Row], blank: Sequence[bool], anchors: Sequence[int], cut_above: bool, cut_below: bool) -> list[int]:
    """The first line of each row of a table, of its `lines` without the heading.

    `anchors`: lines that hold a row's number, ascending, not empty. `blank`: whether an empty line stands above a line.
    `cut_above`, `cut_below`: whether a row may have lost its number to the page before or after.
    """
    n = len(lines)
    # best[e]: cost and beginnings of the rows up to line e
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    if cut_above:
        best |= {e: (_REST + _cost(lines, blank, 0, e, None, loose=True), (0,)) for e in range(1, anchors[0] + 1)}
    for k, at in enumerate(anchors):
        last = k + 1 == len(anchors)
        stops = range(at + 1, n + 1) if cut_below or not last else range(n, n + 1)
        if not last:
            stops = range(at + 1, anchors[k + 1] + 1)
        here: dict[int, tuple[float, tuple[int, ...]]] = {}
        for e in stops:
            ways = [(cost + _row(lines, blank, s, e, at, (cut_above and s == 0) or (cut_below and e == n)), (*rows, s))
                    for s, (cost, rows) in best.items() if s <= at]
            if ways:
                here[e] = min(ways)
        best = here
    ends = [(cost + (0.0 if e == n else _REST + _cost(lines, blank, e, n, None, loose=True)), rows if e == n else (*rows, e)) for e, (cost, rows) in best.items()]
    return list(min(ends)[1])


def _row(lines: Sequence[Row], blank: Sequence[bool], start: int, end: int, at: int, cut: bool) -> float:
    """What a row costs, whole or, where the page may cut it, in part."""
    whole = _cost(lines, blank, start, end, at, loose=False)
    return min(whole, _REST + _cost(lines, blank, start, end, at, loose=True)) if cut else whole


def _cost(lines: Sequence[Row], blank: Sequence[bool], start: int, end: int, at: int | None, loose: bool) -> float:
    """How badly the lines `[start, end)` make a row with its number on line `at`; `loose`: a part of it may stand on another page."""
    middle = (start + end - 1) / 2
    cost = 0.0
    if at is not None and not loose:
        cost += _OFF * _off(at - middle)
    cost += sum(_BLANK for k in range(start + 1, end) if blank[k])
    if start and blank[start]:
        cost -= _BLANK
    held: dict[int, list[tuple[int, str]]] = {}
    for k in range(start, end):
        for column, text in lines[k]:
            if column:
                held.setdefault(column, []).append((k, text))
    for cell in held.values():
        first, last = cell[0], cell[-1]
        cost += _HOLE * (last[0] - first[0] + 1 - len(cell))
        if not loose:
            cost += _CELL_OFF * _off((first[0] + last[0]) / 2 - middle)
        if first[1][:1].islower() and not (loose and first[0] == start):
            cost += _RUNS_ON
        if _ENDS_OPEN.search(last[1]) and not (loose and last[0] == end - 1):
            cost += _RUNS_ON
    return cost


def _off(lines: float) -> float:
    """Lines off the middle; half a line counts little, cells of even and odd numbers of lines stand so."""
    return max(0.0, abs(lines) - 0.5) + _HALF * min(abs(lines), 0.5)
