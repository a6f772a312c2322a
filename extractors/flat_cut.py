"""Split one row of a flattened table into its cells, the row standing on one page or cut by page breaks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.flat_score import Scorer
from extractors.flat_segment import BEAM, NOTHING, RowCells, Seen, borders_of, search, searches

_MOST_CUT = 320    # words of a row that stands on two pages
_MOST_TRIED = 16   # lines of a row that a page without trace may start with


def split_row(scorer: Scorer, lo: int, hi: int, *, anywhere: bool = False, tears: Sequence[int] = (), least: float = NOTHING, pages: bool = True) -> RowCells:
    """Best cells of the words `[lo, hi)` of one row (its number already taken off), page breaks inside considered if `pages`.

    `anywhere`: a page may start with any line of the row, as in dumps that leave no trace of pages; with one of the words `tears`.
    Of cut rows only those that score more than `least` are wanted.
    """
    n_cols = len(scorer.models)
    if lo >= hi:
        return RowCells(((),) * n_cols, -20.0)
    plain = search(scorer, lo, hi, 1)
    best = plain[0] if plain else RowCells((((lo, hi),),) + ((),) * (n_cols - 1), -50.0)
    words = scorer.stream.words
    cuts = [k for k in range(lo + 1, hi) if words[k].page_start > 0] if pages and hi - lo <= _MOST_CUT else []
    options = [[k] for k in cuts[:4]]
    if 1 < len(cuts) <= 4:
        options.append(cuts)
    if (anywhere or tears) and not cuts:
        options = [[k] for k in (tears or range(lo + 1, hi)) if words[k].first][:_MOST_TRIED]
    begun = searches(scorer, lo, [k for k, in options]) if len(options) > 1 and all(len(option) == 1 for option in options) else {}
    for option in options:
        penalty = sum(0.4 + (2.0 if words[k].page_start else 2.6) * (1.0 - words[k].page_start) for k in option)
        found = _cut_row(scorer, lo, hi, option, max(best.score, least) + penalty, begun.get(option[0]))
        if found is None:
            continue
        if found.score - penalty > best.score:
            best = RowCells(found.cells, found.score - penalty)
    return best


def _cut_row(scorer: Scorer, lo: int, hi: int, cuts: Sequence[int], floor: float, begun: list[RowCells] | None = None) -> RowCells | None:
    """Best cells of a row that stands on several pages, cut before the words `cuts`; None where none scores above `floor`.
    `begun`: the best cells before the first cut, where they are known."""
    edges = [lo, *cuts, hi]
    beam = search(scorer, edges[0], edges[1], BEAM, cut=True, unfinished=True) if begun is None else begun
    for a, b in itertools.pairwise(edges[1:]):
        grown: list[RowCells] = []
        behind = [[spans[-1] if spans else None for spans in row.cells] for row in beam]
        every = dict.fromkeys(part for parts in behind for part in parts)
        seen: Seen = (borders_of(scorer, a, b, True, b != hi, every), {})
        for row, parts in zip(beam, behind, strict=True):
            for more in search(scorer, a, b, 1, cut=True, unfinished=b != hi, parts=parts, floor=floor - row.score if b == hi else NOTHING, seen=seen):
                cells = tuple(old + new for old, new in zip(row.cells, more.cells, strict=True))
                grown.append(RowCells(cells, row.score + more.score))
                floor = max(floor, grown[-1].score) if b == hi else floor
        grown.sort(key=lambda r: -r.score)
        beam = grown[:BEAM]
    return beam[0] if beam else None
