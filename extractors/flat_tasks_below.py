"""Rows of a flattened table where one criterion, or one group, has several tasks: its own cells are merged over them, so they are printed once."""

from __future__ import annotations

from dataclasses import replace

from extractors.flat_cut import split_row
from extractors.flat_score import Scorer
from extractors.flat_segment import RowCells, split_rows

_MOST_TASKS = 8
_GAIN = 2.0  # how much better several rows must fit than one


def task_column(scorer: Scorer) -> int | None:
    """The column of tasks that stands behind one of criteria and their values, or of groups; or None."""
    roles = [model.role for model in scorer.models]
    if roles[:1] == ["group"]:
        return 1 if roles[1:2] == ["task"] and len(roles) > 2 else None
    if "indicator" not in roles or "value" not in roles or "task" not in roles:
        return None
    at = roles.index("task")
    return at if roles.index("indicator") < at < len(roles) - 1 else None


def behind(scorer: Scorer, column: int) -> Scorer:
    """A scorer of the columns from the tasks on; a row below another has its task."""
    models = list(scorer.models[column:])
    models[0] = replace(models[0], empty=min(models[0].empty, -7.0))
    return Scorer(scorer.stream, tuple(models), scorer.pairs, scorer)


def tasks_below(scorer: Scorer, tail: Scorer, column: int, lo: int, hi: int, score: float) -> list[RowCells]:
    """The first task's row, whole, and the rows of further tasks under it, their cells of the criterion empty; [] where
    words `[lo, hi)` fit one row (of `score`) as well."""
    words = scorer.stream.words
    missing: tuple[tuple[tuple[int, int], ...], ...] = ((),) * column
    best: list[RowCells] = []
    found = score + _GAIN
    for k in range(lo + 4, hi - 3):
        if not words[k].first or not words[k].text.lstrip("“\"-+ ")[:1].isupper() or not _has_task(scorer, lo, k, column):
            continue
        below = split_rows(tail, k, hi)
        if not 1 <= len(below) <= _MOST_TASKS:
            continue
        spans = [(min(s[0] for c in row.cells for s in c), max(s[1] for c in row.cells for s in c)) for row in below]
        rest = [split_row(tail, a, b) for a, b in spans]
        if any(not row.cells[0] or sum(map(bool, row.cells)) < 2 for row in rest):
            continue
        first = split_row(scorer, lo, k)
        if not first.cells[column] or not first.cells[0]:
            continue
        total = first.score + sum(row.score for row in rest)
        if total > found:
            found = total
            best = [first, *(RowCells((*missing, *row.cells), row.score) for row in rest)]
    return best


def _has_task(scorer: Scorer, lo: int, hi: int, column: int) -> bool:
    """Whether words before `hi` can hold what stands before a task, and one: a criterion has a figure behind it."""
    grouped = scorer.models[0].role == "group"
    return (grouped or any(scorer.stream.words[k].text[:1].isdigit() for k in range(lo + 1, hi))) and hi - lo >= column + 2
