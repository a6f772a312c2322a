"""Learn a flattened table's columns from its own rows and split all rows with what was learned."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.cell_kinds import is_person
from extractors.flat_comparison import with_later_values
from extractors.flat_content import OWNERS
from extractors.flat_cut import split_row
from extractors.flat_gaps import with_gaps
from extractors.flat_merged import (
    helpers_alone,
    lead_of_all,
    leads_above,
    leads_shared,
    owners_by_wraps,
    times_of_rows_above,
)
from extractors.flat_receivers import receivers_beside
from extractors.flat_repeated_leads import leads_behind, leads_repeated
from extractors.flat_rows import Mark, group_lines, row_marks
from extractors.flat_score import FIRST_STICKING, ColumnModel, Scorer, first_model
from extractors.flat_segment import RowCells, split_rows
from extractors.flat_stream import SPACE, Stream
from extractors.flat_tasks_below import behind, task_column, tasks_below
from extractors.flat_titles import dates_rows, is_row_of_figures, titles_between, with_titles
from extractors.flat_words import WordPairs

_ROUNDS = 2
_MANY = 20         # rows of which enough stand on one page to learn the columns from
_FEW = 4           # rows that tell nothing of what a row of the table usually scores
_FAR_WORSE = 3.5
_BETTER = 0.8      # … where a line in small letters behind the wording may be its rest
_CLEARLY = 1.5     # a short row scores low too: for less gain it is not cut as at a page without trace
_NO_TITLE = -40.0
_SHIFTED = 2.0     # what a line costs that starts elsewhere than the line above, in a cell of a column where lines hardly do
_ONGOING = " thường xuyên"  # what a row ends with, and hardly a title with a row's number
_ONGOING_WORK = ("vụ thường xuyên", "việc thường xuyên", "động thường xuyên", "tác thường xuyên")  # … but for "1 Các nhiệm vụ thường xuyên"
_GROUP_STYLES = ("roman", "letter")


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One row: its number's word (None without one), whether it is a title row over others, and its cells."""

    mark: Mark | None
    group: bool
    cells: RowCells
    lo: int
    hi: int


def numbered_ranges(stream: Stream) -> list[tuple[Mark | None, int, int]]:
    """Rows `(number, first word, behind last word)` as the chain of row numbers cuts them; words before the first
    number are a row without number."""
    marks = row_marks(stream, 0, len(stream.words))
    out: list[tuple[Mark | None, int, int]] = []
    edge = marks[0].word if marks else len(stream.words)
    if edge > 0:
        out.append((None, 0, edge))
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        out.append((mark, mark.word + mark.size, after.word if after else len(stream.words)))
    return out


def fit_rows(stream: Stream, roles: Sequence[str | None], ranges: Sequence[tuple[Mark | None, int, int]], pairs: WordPairs) -> tuple[list[FlatRow], tuple[ColumnModel, ...]]:
    """Cells of all rows for columns `roles` (without the number column). Two rounds: the first learns column widths,
    empty cells and recurring texts, the next split all rows again with them."""
    scorer = Scorer(stream, _far_values_lack(first_model(role) for role in roles), pairs)
    rows = _split_all(scorer, ranges, cut=len(ranges) < _MANY)
    ranges = with_gaps(scorer, ranges, [row.cells.score for row in rows])
    if len(ranges) > len(rows):
        rows = _split_all(scorer, ranges, cut=len(ranges) < _MANY)
    titled = with_titles(scorer, ranges, [row.cells.score for row in rows])
    if len(titled) > len(ranges):
        ranges = titled
        rows = _split_all(scorer, ranges, cut=len(ranges) < _MANY)
    for _ in range(_ROUNDS):
        scorer = Scorer(stream, _learn(scorer, rows), pairs, scorer, _sticking(stream, rows))
        rows = _split_all(scorer, ranges)
    rows = leads_shared(scorer, leads_behind(scorer, leads_repeated(scorer, leads_above(scorer, lead_of_all(scorer, with_later_values(scorer, times_of_rows_above(scorer, _torn(scorer, rows))))))))
    cells = owners_by_wraps(scorer, helpers_alone(scorer, [None if row.group else row.cells for row in rows]))
    rows = [replace(row, cells=own) if own else row for row, own in zip(rows, cells, strict=True)]
    return receivers_beside(scorer, roles, rows) if "receiver" in roles else rows, scorer.models


def fit_unnumbered(stream: Stream, roles: Sequence[str | None], pairs: WordPairs) -> list[FlatRow]:
    """Rows and cells of a table without row numbers, learned in rounds like `fit_rows`; titles of groups part its rows."""
    scorer = Scorer(stream, tuple(first_model(role) for role in roles), pairs)
    titles = group_lines(stream)
    wording = next((c for c, model in enumerate(scorer.models) if model.role in ("task", "indicator")), 0)
    rows: list[FlatRow] = []
    for n in range(_ROUNDS + 1):
        if n == _ROUNDS and not titles:
            titles = titles_between(scorer, [row.cells for row in rows], wording)
        rows = []
        at = 0
        for lo, hi in [*titles, (len(stream.words), len(stream.words))]:
            if at < lo:
                rows += [FlatRow(None, False, cells, min(s[0] for c in cells.cells for s in c), max(s[1] for c in cells.cells for s in c))
                         for cells in _closed(split_rows(scorer, at, lo))]
            if lo < hi:
                whole = tuple(((lo, hi),) if c == wording else () for c in range(len(scorer.models)))
                rows.append(FlatRow(None, True, RowCells(whole, 0.0), lo, hi))
            at = hi
        if rows:
            scorer = Scorer(stream, _learn(scorer, rows), pairs, scorer, _sticking(stream, rows))
    return rows


def _closed(rows: Sequence[RowCells]) -> list[RowCells]:
    """`rows`, a last one of its first cell alone given to the row before, whose last cell lacks it: no row ends with its time."""
    if len(rows) < 2 or not rows[-1].cells[0] or any(rows[-1].cells[1:]) or rows[-2].cells[-1]:
        return list(rows)
    return [*rows[:-2], replace(rows[-2], cells=(*rows[-2].cells[:-1], rows[-1].cells[0]))]


def _split_all(scorer: Scorer, ranges: Sequence[tuple[Mark | None, int, int]], *, cut: bool = True) -> list[FlatRow]:
    """Rows and cells of `ranges`; not `cut`: rows over page breaks as if they stood on one page."""
    models = scorer.models
    rows: list[FlatRow] = []
    wording = next((c for c, model in enumerate(models) if model.role in ("task", "indicator")), 0)
    for k, (mark, lo, hi) in enumerate(ranges):
        after = ranges[k + 1][0] if k + 1 < len(ranges) else None
        cells = split_row(scorer, lo, hi, pages=cut)
        title = _title_score(scorer, mark, after, lo, hi, wording)
        if hi > lo and title > cells.score:
            whole: list[tuple[tuple[int, int], ...]] = [()] * len(models)
            whole[wording] = ((lo, hi),)
            rows.append(FlatRow(mark, True, RowCells(tuple(whole), title), lo, hi))
        else:
            rows.append(FlatRow(mark, False, cells, lo, hi))
    return rows


def _torn(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, those that fit far worse than the others split again: into the rows that stand under one number, or as a row that a
    page without trace cut in two."""
    scores = sorted(row.cells.score for row in rows if not row.group)
    tasks = task_column(scorer)
    few = len(scores) < _FEW
    grouped = scorer.models[0].role == "group"
    if not scores or (few and not grouped):
        return list(rows)
    usual = scores[len(scores) // 2]
    spread = usual - scores[len(scores) // 4]
    low = usual - max(_FAR_WORSE, 2.0 * spread)
    out: list[FlatRow] = []
    wording = next((c for c, model in enumerate(scorer.models) if model.role in ("task", "indicator")), 0)
    tail = behind(scorer, tasks) if tasks is not None else None
    long = sorted(row.hi - row.lo for row in rows if not row.group)[len(scores) // 2] * 1.25
    for row in rows:
        titled = row.group and row.mark is not None and row.mark.style in ("digit", "sub")
        if tail is not None and tasks is not None and (not row.group or (titled and grouped)) and (few or row.cells.score < usual - _CLEARLY or row.hi - row.lo > long) and 12 <= row.hi - row.lo <= 240:
            below = tasks_below(scorer, tail, tasks, row.lo, row.hi, row.cells.score)
            if below:
                out += [FlatRow(row.mark if n == 0 else None, False, cells, min(s[0] for c in cells.cells for s in c), max(s[1] for c in cells.cells for s in c))
                        for n, cells in enumerate(below)]
                continue
        if few:
            out.append(row)
            continue
        if row.cells.score < low and (titled or not row.group) and 12 <= row.hi - row.lo <= 160 and all(len(s) < 2 for s in row.cells.cells):
            several = _several(scorer, row, low)
            if several:
                out += several
                continue
            # What reads badly as a title is a row only where it then reads as well as others.
            least = max(low - _FAR_WORSE, row.cells.score + _CLEARLY) if titled else row.cells.score + _CLEARLY
            torn = split_row(scorer, row.lo, row.hi, anywhere=True, least=least)
            if torn.score > least:
                row = replace(row, cells=torn, group=False)
        elif not row.group and 12 <= row.hi - row.lo <= 160 and all(len(s) < 2 for s in row.cells.cells) and (tears := _rests(scorer, row, wording)):
            torn = split_row(scorer, row.lo, row.hi, tears=tears, least=row.cells.score + _BETTER)
            if torn.score > row.cells.score + _BETTER and torn.cells[wording][1:]:
                row = replace(row, cells=torn)
        out.append(row)
    return out


def _rests(scorer: Scorer, row: FlatRow, wording: int) -> list[int]:
    """Where a page without trace may have cut a row: lines in small letters behind the wording's cell, which may be its rest. Read as
    one row, what stands behind the cut was put into the last columns that hold anything."""
    words = scorer.stream.words
    begun = sorted([row.lo, row.lo, *(spans[-1][0] for c, spans in enumerate(row.cells.cells) if spans and c != wording)])
    last = begun[-2] if scorer.models[wording].role == "indicator" else begun[-1]  # behind an indicator the last may hold a figure
    end = max(last, row.cells.cells[wording][-1][1] if row.cells.cells[wording] else row.lo)
    return [k for k in range(max(end, row.lo + 1), row.hi) if words[k].first and words[k].text[:1].islower()]


def _several(scorer: Scorer, row: FlatRow, low: float) -> list[FlatRow]:
    """The rows that stand under one row number, only the first of them numbered ("1 Tổng giá trị …", "Trong đó: …"); []
    where the words are one row. Each must fit as well as the other rows of the table do (score `low`)."""
    found = split_rows(scorer, row.lo, row.hi)
    if not 2 <= len(found) <= 12:
        return []
    out: list[FlatRow] = []
    for cells in found:
        lo, hi = min(s[0] for c in cells.cells for s in c), max(s[1] for c in cells.cells for s in c)
        cells = split_row(scorer, lo, hi)
        filled = sum(bool(c) for c in cells.cells)
        if cells.score < low or filled < 2 or not cells.cells[0] or not scorer.stream.words[lo].text.lstrip("“\"-+ ")[:1].isupper():
            return []
        out.append(FlatRow(row.mark if not out else None, False, cells, lo, hi))
    return out


def _title_score(scorer: Scorer, mark: Mark | None, after: Mark | None, lo: int, hi: int, wording: int) -> float:
    """Score of a row being one title across the table ("II Đến năm 2045", "33 Triển khai … như:")."""
    if lo >= hi:
        return -99.0
    words = scorer.stream.words
    text = scorer.text(lo, hi)
    empties = sum(model.empty for c, model in enumerate(scorer.models) if c != wording)
    parent = mark is not None and after is not None and (
        (mark.style == "digit" and after.style == "sub" and after.path[0] == mark.path[0])
        or (mark.style == "sub" and after.style == "sub" and after.path[:-1] == mark.path)
        or (mark.style in ("digit", "sub") and after.style == "small" and after.path == (1,))
    )
    group = mark is not None and mark.style in _GROUP_STYLES
    if group:
        score = 2.5 if not is_row_of_figures(scorer, lo, hi) else _NO_TITLE
    elif parent:
        score = 1.5
    elif mark is None:
        score = 1.5 if dates_rows(scorer, lo, hi) else 0.0 if all(w.text.isupper() or not w.text.isalpha() for w in words[lo:hi]) else -3.0
    else:
        score = max(empties, -8.0) - (9.0 if text.endswith(_ONGOING) and not text.endswith(_ONGOING_WORK) else 2.5)
        if text.endswith(":"):
            score = max(score, -1.0)
    if hi - lo > 60:
        score -= 0.1 * (hi - lo - 60)
    if not words[lo].text[:1].isupper() and words[lo].text[:1] not in "“\"":
        score -= 1.5
    for k in range(lo + 1, hi):
        if words[k].first and scorer.stream.ends_bare and not words[k].hanging:
            score -= 1.6
    return score


def _learn(scorer: Scorer, rows: Sequence[FlatRow]) -> tuple[ColumnModel, ...]:
    models = scorer.models
    words = scorer.stream.words
    full = [row for row in rows if not row.group and any(row.cells.cells)]
    clear = sorted(full, key=lambda r: -r.cells.score)[: max(3, (len(full) * 4) // 5)]
    out: list[ColumnModel] = []
    named = [c for c, model in enumerate(models) if model.people]
    astray = 0  # persons put under the owners
    for c, model in enumerate(models):
        wraps: list[tuple[float, float]] = []
        ends: list[float] = []
        fillers: Counter[str] = Counter()
        empty = people = spaced = shifted = level = 0
        for row in clear:
            spans = row.cells.cells[c]
            if spans and named and model.role in OWNERS and is_person(scorer.shown(*spans[0])):
                astray += 1
                spans = ()
            if not spans:
                empty += 1
                continue
            if len(spans) == 1:
                fillers[scorer.text(*spans[0])] += 1
                people += model.role == "other" and is_person(scorer.shown(*spans[0]))
            for i, j in spans:
                start = i
                for k in range(i + 1, j + 1):
                    if k < j and not words[k].first:
                        continue
                    width = scorer.right[k - 1] - scorer.left[start]
                    if k < j:
                        wraps.append((width, SPACE + words[k].width))
                        spaced += words[k].hanging
                        shifted += words[k].blank_before and k not in scorer.stream.far
                        level += k in scorer.stream.joined
                    else:
                        ends.append(width)
                    start = k
        filled = len(clear) - empty
        if c in named:
            empty = max(0, empty - astray)
        share = (empty + 0.5) / (len(clear) + 1.0)
        weight = min(1.0, len(clear) / 8)
        learned = max(-4.5, 0.9 * math.log(share))
        out.append(ColumnModel(
            model.role,
            _column_width(wraps, ends) or model.width,
            (1 - weight) * first_model(model.role).empty + weight * learned,
            max(-2.5, weight * 0.9 * math.log(1.0 - share)),
            {text: n for text, n in fillers.items() if n > 1},
            people > 2 and people >= 0.6 * filled,
            model.bare if len(wraps) < 3 else 0.0 if spaced < 0.2 * len(wraps) else 2.0,
            _SHIFTED if level > 2 and shifted < 0.1 * level else 0.3,
        ))
    return _lead_before_support(list(_far_values_lack(out)))


def _sticking(stream: Stream, rows: Sequence[FlatRow]) -> tuple[float, float, float]:
    """How often the next cell starts on the last line of a cell of one, two, three or more lines."""
    words = stream.words
    inside = [4.0 * p for p in FIRST_STICKING]
    seen = [4.0] * 3
    for row in rows:
        spans = [s for spans in row.cells.cells for s in spans]
        if row.group or any(len(s) > 1 for s in row.cells.cells):
            continue
        for i, j in spans:
            if j < row.hi:
                lines = 1 + sum(words[k].first for k in range(i + 1, j))
                n = min(lines, 3) - 1
                seen[n] += 1.0
                inside[n] += not words[j].first
    a, b, c = (min(0.97, max(0.01, x / y)) for x, y in zip(inside, seen, strict=True))
    return a, b, c


def _column_width(wraps: Sequence[tuple[float, float]], ends: Sequence[float]) -> float | None:
    """Text width that explains most wraps: each line fits, and its next word did not."""
    if len(wraps) < 3:
        return None
    best, best_count = None, -1.0
    lines, longer = sorted(line for line, _ in wraps), sorted(line + following for line, following in wraps)
    closed = sorted(ends)
    for width in sorted({round(line) for line in lines} | {round(end) for end in ends}):
        fits = bisect_right(lines, width * 1.01) - bisect_right(longer, width * 0.97)  # a line that had room for its next word fits
        count = fits + 0.5 * bisect_right(closed, width * 1.01)
        if count > best_count:
            best, best_count = float(width), count
    return best


def _far_values_lack(models: Iterable[ColumnModel]) -> tuple[ColumnModel, ...]:
    """A row with fewer values than columns rather lacks the farthest horizon's, or a comparison, than one before it."""
    out = list(models)
    values = [c for c, model in enumerate(out) if model.role == "value"]
    if len(values) > 1:
        far = values[-1]
        out[far] = replace(out[far], empty=min(-0.2, out[far].empty + 0.4))
    if len(values) == 1 and (behind := [c for c in range(values[0] + 1, len(out)) if out[c].role == "actual"]):
        # Of the plan's value and what compares it with last year's, the comparison is left out ("82 | | Chi cục X").
        last = behind[-1]
        out[last] = replace(out[last], empty=max(-0.5, out[last].empty))
        out[values[0]] = replace(out[values[0]], empty=min(out[values[0]].empty, out[last].empty - 2.0))
    return tuple(out)


def _lead_before_support(models: list[ColumnModel]) -> tuple[ColumnModel, ...]:
    """A row with one owner has its lead: an empty lead cell always costs more than an empty support cell."""
    support = next((m.empty for m in models if m.role == "support"), None)
    if support is None:
        return tuple(models)
    return tuple(replace(m, empty=min(m.empty, support - 2.5)) if m.role == "lead" else m for m in models)
