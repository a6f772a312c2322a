"""Split one row of a flattened table into its cells: the best-scoring sequence of stretches, by dynamic programming."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.flat_score import Scorer, opens_small

_PRUNE = -9.0
_BEAM = 12
_INNER = re.compile(r"[A-ZĐÀ-Ỹ0-9≥≤<>%“(]")
_SMALL_OWNERS = frozenset("các cơ đơn phòng ban ngành từng văn trung báo thường hằng hàng quý tháng năm".split())

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RowCells:
    """Cells of one row: per column the stretches of words `[i, j)` (one per page that the row stands on), and a score."""

    cells: tuple[tuple[Span, ...], ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Path:
    score: float
    segments: tuple[tuple[int, int, int], ...]  # (column, i, j)


def _borders(scorer: Scorer, lo: int, hi: int, free: bool) -> list[int]:
    """Word positions where a cell may start: line starts, and inside lines where a word could open a cell."""
    words = scorer.stream.words
    out = [lo]
    for k in range(lo + 1, hi):
        word = words[k]
        if word.first or free or _INNER.match(word.text) or word.text.lower() in _SMALL_OWNERS:
            out.append(k)
    out.append(hi)
    return out


def _paths(scorer: Scorer, lo: int, hi: int, keep: int, *, cut_end: bool = False, parts: Sequence[Span | None] | None = None) -> list[_Path]:
    """The `keep` best splits of words `[lo, hi)` into cells, columns rising.

    `cut_end`: the page ends behind `hi`, so cells may be unfinished. `parts`: stretches of the same row's cells on the
    page before, per column; a cell here then goes on with its part there.
    """
    words = scorer.stream.words
    n_cols = len(scorer.models)
    borders = _borders(scorer, lo, hi, parts is not None and hi - lo <= 60)
    index = {k: n for n, k in enumerate(borders)}
    empties = [model.empty for model in scorer.models]
    if parts is not None:
        empties = [0.0 if parts[c] else min(0.0, model.empty + 2.0) for c, model in enumerate(scorer.models)]
    # states[n][c]: best paths that end before borders[n], the last cell in column c (c == n_cols: none yet).
    states: list[list[list[_Path]]] = [[[] for _ in range(n_cols + 1)] for _ in borders]
    states[0][n_cols] = [_Path(0.0, ())]
    for n, i in enumerate(borders[:-1]):
        for column in range(n_cols):
            entering: list[_Path] = []
            for last in range(-1, column):
                source = states[n][n_cols if last < 0 else last]
                if not source:
                    continue
                skipped = sum(empties[last + 1:column])
                entering += [_Path(path.score + skipped, path.segments) for path in source]
            if not entering:
                continue
            entering.sort(key=lambda p: -p.score)
            del entering[keep:]
            part = parts[column] if parts is not None else None
            if part is not None:
                opening = _resumes(scorer, i, column, part) + (0.0 if i == lo else scorer.border(i, column, True) - scorer.opening(i, column))
            elif i == lo:
                opening = scorer.opening(i, column) - (1.0 if parts is not None else 0.0)
            else:
                opening = scorer.border(i, column, cut_end or parts is not None)
            inner = 0.0
            start = i
            for m in range(n + 1, len(borders)):
                j = borders[m]
                if opening + inner < _PRUNE:
                    break
                if part is not None:
                    text = _joined(scorer, part, (i, j))
                    value = scorer.cell(column, text) - scorer.cell(column, scorer.text(*part))
                else:
                    value = scorer.cell(column, scorer.text(i, j))
                value += opening + inner + scorer.overflow(start, j, column)
                target = states[index[j]][column]
                for path in entering:
                    target.append(_Path(path.score + value, path.segments + ((column, i, j),)))
                if j < hi and words[j].first:
                    inner += scorer.wrap(j, start, column)
                    start = j
                elif j < hi and len(target) > 4 * keep:
                    target.sort(key=lambda p: -p.score)
                    del target[keep:]
        for column in range(n_cols):
            nxt = states[n + 1][column]
            if len(nxt) > keep:
                nxt.sort(key=lambda p: -p.score)
                del nxt[keep:]
    done: list[_Path] = []
    for last in range(-1, n_cols):
        rest = sum(empties[last + 1:])
        done += [_Path(path.score + rest, path.segments) for path in states[-1][n_cols if last < 0 else last]]
    done.sort(key=lambda p: -p.score)
    return done[:keep]


def _joined(scorer: Scorer, part: Span, more: Span) -> str:
    from normalizers.text import join_lines

    return join_lines((scorer.text(*part), scorer.text(*more)))


def _resumes(scorer: Scorer, k: int, column: int, part: Span) -> float:
    """Score of a cell going on behind a page break at word `k`, its part before the break being `part`."""
    words = scorer.stream.words
    score = 0.0
    before = words[part[1] - 1].text
    if opens_small(words[k].text):
        score += 0.6
    elif before[-1:] in ".":
        score -= 1.0
    width = scorer.models[column].width
    if width:
        start = part[1] - 1
        while start > part[0] and not words[start].first:
            start -= 1
        line = scorer.right[part[1] - 1] - scorer.left[start]
        slack = (width - line - 250 - words[k].width) / width
        score += 0.6 if slack <= 0.05 else -(0.4 + 3.0 * slack)
    return score


def split_row(scorer: Scorer, lo: int, hi: int, *, childless: bool = True) -> RowCells:
    """Best cells of the words `[lo, hi)` of one row (its number already taken off), page breaks inside considered."""
    n_cols = len(scorer.models)
    if lo >= hi:
        return RowCells(((),) * n_cols, -20.0)
    plain = _paths(scorer, lo, hi, 1)
    best = _row(plain[0], n_cols) if plain else RowCells((((lo, hi),),) + ((),) * (n_cols - 1), -50.0)
    words = scorer.stream.words
    cuts = [k for k in range(lo + 1, hi) if words[k].page_start > 0]
    options = [[k] for k in cuts[:4]]
    if 1 < len(cuts) <= 4:
        options.append(cuts)
    for option in options:
        found = _cut_row(scorer, lo, hi, option)
        if found is None:
            continue
        penalty = sum(0.4 + 2.0 * (1.0 - words[k].page_start) for k in option)
        if found.score - penalty > best.score:
            best = RowCells(found.cells, found.score - penalty)
    return best


def _row(path: _Path, n_cols: int) -> RowCells:
    cells: list[tuple[Span, ...]] = [()] * n_cols
    for column, i, j in path.segments:
        cells[column] += ((i, j),)
    return RowCells(tuple(cells), path.score)


def _cut_row(scorer: Scorer, lo: int, hi: int, cuts: Sequence[int]) -> RowCells | None:
    """Best cells of a row that stands on several pages, cut before the words `cuts`."""
    n_cols = len(scorer.models)
    edges = [lo, *cuts, hi]
    beam = [_row(path, n_cols) for path in _paths(scorer, edges[0], edges[1], _BEAM, cut_end=True)]
    for a, b in zip(edges[1:-1], edges[2:], strict=True):
        grown: list[RowCells] = []
        for row in beam:
            parts = [spans[-1] if spans else None for spans in row.cells]
            for path in _paths(scorer, a, b, 2, cut_end=b != hi, parts=parts):
                cells = list(row.cells)
                for column, i, j in path.segments:
                    cells[column] += ((i, j),)
                grown.append(RowCells(tuple(cells), row.score + path.score))
        grown.sort(key=lambda r: -r.score)
        beam = grown[:_BEAM]
    return beam[0] if beam else None
