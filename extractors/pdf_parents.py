"""Headings over several columns of a table without rules, told by the headings below them: these stand lower than those of one level, which
are set to the middle of the header or to its top."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.pdf_bands import column_of
from extractors.pdf_columns import ColumnPiece

_OFF = 2.5         # points: a heading this far below the header's middle stands on the lower level
_PAST = 0.25       # of a heading's width: it may run this far past the border of its column

Parent = tuple[list[ColumnPiece], int, int]     # the lines of a heading, the first and last column that they stand in


def spread_parents(band: list[ColumnPiece], xs: list[float]) -> list[ColumnPiece]:
    """A header's pieces, those of the upper level as wide as the columns that they stand over."""
    middle = (min(p.y for p in band) + max(p.y for p in band)) / 2
    own: dict[int, list[ColumnPiece]] = {}
    for p in band:
        c, d = column_of(xs, p)
        if c == d:
            own.setdefault(c, []).append(p)
    level = {c for c, ps in own.items() if abs(_height(ps) - middle) < _OFF}
    band = [_within(p, xs, level, own) for p in band]
    low = {c for c, ps in own.items() if _height(ps) > middle + _OFF and min(p.y for p in ps) > middle - _OFF}
    if not low or 0 in low or len(low) == len(own):
        return band
    top = min(p.y for c in low for p in own[c])
    level -= {c for c in level if {c - 1, c + 1} & low and any(abs(p.y - top) < 1.5 for p in own[c])}
    parents: list[Parent] = []
    for p in sorted((p for p in band if p.y < top - _OFF), key=lambda p: column_of(xs, p)):
        c, d = column_of(xs, p)
        if not c or level & set(range(c, d + 1)) or not all(any(q.y >= top - 1 for q in own.get(k, [])) for k in range(c, d + 1)):
            continue
        if parents and c <= parents[-1][2]:
            parents[-1] = ([*parents[-1][0], p], parents[-1][1], max(d, parents[-1][2]))
        else:
            parents.append(([p], c, d))
    wide: dict[int, ColumnPiece] = {}
    for run in _runs(low | {k for _, c, d in parents for k in range(c, d + 1)}):
        over = [parent for parent in parents if run[0] <= parent[1] <= run[-1]]
        for (lines, c, d), (a, b) in zip(over, _shares(over, run, xs), strict=False):
            if (a, b) != (c, d):
                wide |= {id(p): replace(p, x0=xs[a] + 2.0, x1=xs[b + 1] - 2.0) for p in lines}
    return [wide.get(id(p), p) for p in band]


def _height(pieces: Sequence[ColumnPiece]) -> float:
    return (min(p.y for p in pieces) + max(p.y for p in pieces)) / 2


def _within(p: ColumnPiece, xs: list[float], level: set[int], own: dict[int, list[ColumnPiece]]) -> ColumnPiece:
    """A heading that runs a little over the borders of columns whose headings stand beside it, higher than what is below it."""
    c, d = column_of(xs, p)
    past = _PAST * (p.x1 - p.x0)

    def beside(a: int, b: int) -> bool:
        below = [q.y for q in own.get(b, []) if q.y > p.y + 1]
        return a in level and bool(below) and min(q.y for q in own[a]) < min(below) - 1

    if c < d and xs[c + 1] - p.x0 < past and beside(c, c + 1):
        p = replace(p, x0=xs[c + 1] + 1.0)
        c += 1
    if c < d and p.x1 - xs[d] < past and beside(d, d - 1):
        p = replace(p, x1=xs[d] - 1.0)
    return p


def _runs(columns: set[int]) -> list[list[int]]:
    out: list[list[int]] = []
    for c in sorted(columns):
        if not out or out[-1][-1] != c - 1:
            out.append([])
        out[-1].append(c)
    return out


def _shares(parents: list[Parent], run: list[int], xs: list[float]) -> list[tuple[int, int]]:
    """The first and last column of each parent, neighbours that together take the whole run, each with the parent in its middle as nearly
    as can be; none where even the best stand far from it."""
    if not 0 < len(parents) <= 3:
        return []
    best: tuple[float, list[tuple[int, int]]] = (1e9, [])
    for cuts in itertools.product(*(range(a[2] + 1, b[1] + 1) for a, b in itertools.pairwise(parents))):
        edges = [run[0], *cuts, run[-1] + 1]
        shares = [(a, b - 1) for a, b in itertools.pairwise(edges)]
        off = max(abs(lines[0].x0 + lines[0].x1 - xs[a] - xs[b + 1]) / (xs[b + 1] - xs[a]) for (lines, _, _), (a, b) in zip(parents, shares, strict=True))
        best = min(best, (off, shares))
    return best[1] if best[0] < 0.4 else []
