"""Where columns stand in each block of a table's lines: text laid out in characters sets every row for itself, some characters off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout_runs import NUMBER_OR_LETTER, Run

_REACH = 7          # characters that a block's column may stand off the table's
_NARROW = 2.5       # what a white one blank wide costs, which may stand between two words of one cell …
_CHANCE = 3.0       # … the more so where no line has two blanks there
_BEGINS = 1.5       # what it is worth that one begins behind two blanks, up to three lines
_AWAY = 1.0         # what each character costs that a column stands off the table's
_SHARED = 1.0       # … one that the column before ends in too
_NONE = 6.0         # … and to keep the table's place though words run over it


Border = tuple[int, bool]  # where a column begins, and whether white stands before it on all lines of its block


def local_borders(lines: Sequence[Sequence[Run]], borders: Sequence[int], heading: int = 0,
                  starts: Sequence[int] | None = None) -> list[list[Border] | None]:
    """Where the columns but the first begin on each line; `borders` are their places in the whole table, the first
    `heading` lines its head. None on lines of a block that holds a number and one text alone, which its columns do not part.
    `starts`: the first line of each block, 0 among them; by default the lines with a number."""
    out: list[list[Border] | None] = []
    if starts is None:
        starts = [k for k, pieces in enumerate(lines) if k == 0 or (k >= heading and _numbered(pieces, borders))]
    for start, stop in pairwise([*starts, len(lines)]):
        block = lines[start:stop]
        alone = start and len(block[0]) == 2 and not any(len(pieces) > 1 for pieces in block[1:])
        own = None if alone else _moved(block, borders) if start else [(x, False) for x in borders]
        out += [own] * len(block)
    return out


def _numbered(pieces: Sequence[Run], borders: Sequence[int]) -> bool:
    return bool(pieces) and pieces[0].start < borders[0] - 1 and bool(NUMBER_OR_LETTER.fullmatch(pieces[0].text.split(" ")[0]))


def _moved(block: Sequence[Sequence[Run]], borders: Sequence[int]) -> list[Border]:
    """The borders moved to the white that the block's lines leave near them. Of all ways the one that moves them least."""
    whites = _whites(block, borders[0])
    begun = Counter(piece.start for pieces in block for piece in pieces)
    # best[w]: cost and borders where the last column placed begins behind white w; -1: at the table's own place, over words
    best: dict[int, tuple[float, list[Border]]] = {-1: (0.0, [(borders[0], False)])}
    for at in borders[1:]:
        here: dict[int, tuple[float, list[Border]]] = {}
        for w, (a, b) in enumerate(whites):
            x = min(max(at, a + 1), b)
            if abs(x - at) > _REACH:
                continue
            lines = begun[b] + begun[b + 1] + begun[b + 2]
            cost = _AWAY * abs(x - at) - _BEGINS * min(lines, 3) + (0.0 if b - a > 1 else _NARROW if lines else _NARROW + _CHANCE)
            ways = [(c + cost + (_SHARED + _BEGINS * min(lines, 3) if v == w else 0.0), [*xs, (x, b - a > 1 or lines > 0)]) for v, (c, xs) in best.items() if v <= w and xs[-1][0] <= x]
            if ways:
                here[w] = min(ways)
        over = [(c + _NONE, [*xs, (at, False)], v) for v, (c, xs) in best.items() if xs[-1][0] < at]
        if over:
            c, xs, v = min(over)
            if v not in here or c < here[v][0]:
                here[v] = (c, xs)
        if not here:
            return [(x, False) for x in borders]
        best = here
    return min(best.values())[1]


def _whites(block: Sequence[Sequence[Run]], left: int) -> list[tuple[int, int]]:
    """Characters `[a, b)` that no line of a block prints on, right of the first column, to where print begins again."""
    words = sorted((m.start() + piece.start, m.end() + piece.start) for pieces in block for piece in pieces for m in re.finditer(r"\S+", piece.text))
    out: list[tuple[int, int]] = []
    reach = left
    for a, b in words:
        if a > reach >= left and a > left + 1:
            out.append((reach, a))
        reach = max(reach, b)
    return [*out, (reach, reach + 1000)]
