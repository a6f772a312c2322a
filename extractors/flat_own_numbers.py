"""Rows of a flattened table that has no number column but numbers its wording itself: "1. Rà soát …", "2. Xây dựng …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.flat_fit import FlatRow, fit_rows
from extractors.flat_rows import Mark
from extractors.flat_stream import Stream
from extractors.flat_words import WordPairs

_LEAST = 3   # two numbered paragraphs may stand in one cell
_TITLE = 40  # words of a row that heads others


def with_own_numbers(stream: Stream, roles: Sequence[str | None], ranges: Sequence[tuple[Mark | None, int, int]], pairs: WordPairs) -> list[FlatRow]:
    """Rows cut where "1.", "2.", "3." open the wording cells of columns `roles`; [] where the numbers do not open every row.

    `ranges`: the rows as the chain of numbers cuts them. The numbers must be top-level ones from 1 on, each with its full
    stop and a capital behind it, the first at the table's start; and most rows must fill further cells, which the numbered
    paragraphs of one cell do not."""
    if len(ranges) < _LEAST or roles[0] not in ("task", "indicator"):
        return []
    words = stream.words
    for n, (mark, lo, _) in enumerate(ranges, 1):
        if mark is None or mark.style != "digit" or mark.path[0] != n or words[mark.word].text[-1] not in ".)" or lo >= len(words) or not words[lo].text[:1].isupper():
            return []
    rows, _ = fit_rows(stream, roles, ranges, pairs)
    full = sum(sum(bool(spans) for spans in row.cells.cells) * 2 > len(roles) for row in rows)
    if full * 3 < len(rows) * 2:
        return []
    return [_numbered_again(row) for row in rows]


def _numbered_again(row: FlatRow) -> FlatRow:
    """`row` with its number in front of its wording, as printed."""
    if row.mark is None or not row.cells.cells[0]:
        return row
    (_, end), *rest = row.cells.cells[0]
    cells = (((row.mark.word, end), *rest), *row.cells.cells[1:])
    return replace(row, mark=None, group=row.group and end - row.mark.word <= _TITLE, cells=replace(row.cells, cells=cells), lo=row.mark.word)
