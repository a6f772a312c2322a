"""Columns of a table in text laid out in characters, made to fit its headings: those that only headings show, and none between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout_head import Head
from extractors.layout_runs import Run

_OFF = 2            # characters that cells may stand off their headings
_RIGHT = 3          # characters that a column may be moved to the right
_LEAST_BEGUN = 3    # lines that begin a column, not only words of one that stand wide apart
_LEAST_GLUED = 3    # lines that reach a column without white before it


def _glued(lines: Sequence[Sequence[Run]], stop: int) -> bool:
    """Whether text of two columns shows as one piece left of a column: many pieces reach it without white before it."""
    return sum(1 for pieces in lines for p in pieces if p.start < stop - 15 and stop - 8 <= p.end <= stop) >= _LEAST_GLUED


def with_missing(lines: Sequence[Sequence[Run]], borders: list[int], head: Head) -> list[int]:
    """The columns with those that only the headings show, where two of them stand over one: lines may be set so far apart that
    words of the column before run over their place."""
    begun = Counter(piece.start for line in lines for piece in line[1:])
    edges = [0, *borders, 10_000]
    out = list(borders)
    for a, b in pairwise(edges):
        inside = [(x, y) for x, y in head.columns if a <= (x + y) // 2 < b]
        for one, two in pairwise(inside):
            if len(head.columns) <= len(out) + 1:
                break
            near = range(max(one[0] + 2, two[0] - 15, a + 4, *(x + 4 for x in out if a < x < b)), min(two[1], b - 3))
            best = max(near, key=lambda x: (begun[x] + begun[x + 1] + begun[x + 2], -x), default=0)
            if begun[best] + begun[best + 1] + begun[best + 2] < 2:
                # Full cells of the column before leave one blank on each line: its heading stands in its middle.
                if len(inside) > 2 or b == edges[-1] or not _glued(lines, b):
                    continue
                best = sum(two) - b
                if best not in near:
                    continue
            out.append(best)
    return sorted(out)


def without_others(lines: Sequence[Sequence[Run]], borders: list[int], head: Head) -> list[int]:
    """Of more columns than headings those that stand between two headings each: words of a narrow justified column stand wide apart."""
    begun = Counter(piece.start for line in lines for piece in line[1:])
    taken = Counter(x for line in lines for piece in line for x in range(piece.start, piece.end + 1))
    out: list[int] = []
    for one, two in pairwise(head.columns):
        between = [x for x in borders if (one[0] + one[1]) // 2 < x <= two[0] + 2]
        if not between:
            return borders
        if len(between) > 1 and not out:
            return borders  # the heading of the wording may stand elsewhere
        out.append(max(between, key=lambda x: (begun[x - 1] + begun[x] + begun[x + 1] - 2 * taken[x - 2], x)))
    if any(begun[x - 1] + begun[x] + begun[x + 1] >= _LEAST_BEGUN for x in borders if x not in out):
        return borders  # a column of which the heading stands one blank behind another
    return out


def between_headings(lines: Sequence[Sequence[Run]], head: Head) -> list[int]:
    """Where columns begin by their headings: between two of them where most of the lines are white, and then begin."""
    begun = Counter(piece.start for line in lines for piece in line[1:])
    taken = Counter(x for line in lines for piece in line for x in range(piece.start, piece.end + 1))
    out: list[int] = []
    for one, two in pairwise(head.columns):
        near = range(max([one[1] - _OFF, *(x + 1 for x in out[-1:])]), two[0] + _OFF + 1)
        if not near:
            return []
        out.append(min(near, key=lambda x: (2 * taken[x - 1] - begun[x], -x)))
    return out


def may_move(borders: Sequence[int], others: Sequence[int]) -> bool:
    """Whether columns may begin at `borders`, by their headings, instead of at `others`: none far right of where its lines do, under the
    middle of its heading. Where some are left out (words of one that stand wide apart), the rest stay."""
    if len(borders) < len(others):
        return all(min(abs(x - y) for y in others) <= _RIGHT for x in borders)
    return len(borders) > len(others) or all(x - y <= _RIGHT for x, y in zip(borders, others, strict=True))


def glued(borders: Sequence[int], lines: Sequence[Sequence[Run]]) -> int:
    """How many pieces of text run over places where columns begin."""
    return sum(piece.start < x - 1 and piece.end > x for line in lines for piece in line for x in borders)
