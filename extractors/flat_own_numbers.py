"""Rows of a flattened table that has no number column but numbers its wording itself: "1. Rà soát …", "2. Xây dựng …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.cell_kinds import time_fit, unit_fit
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
    if _heads_rows(stream, *ranges[0][1:]) and sum(_heads_rows(stream, lo, hi) for _, lo, hi in ranges) * 3 >= 2 * len(ranges):
        return []
    rows, _ = fit_rows(stream, roles, ranges, pairs)
    full = sum(sum(bool(spans) for spans in row.cells.cells) * 2 > len(roles) for row in rows)
    if full * 3 < len(rows) * 2:
        return []
    return [_numbered_again(row) for row in rows]


def _heads_rows(stream: Stream, lo: int, hi: int) -> bool:
    """Whether the numbered line from word `lo` on stands over a row's wording, which opens with a capital below it and is no unit and no time:
    "1. Giai đoạn phòng ngừa" over "Rà soát phương án …"."""
    words = stream.words
    below = next((k for k in range(lo + 1, hi) if words[k].first), hi)
    end = next((k for k in range(below + 1, hi) if words[k].first), hi)
    if end == hi or not words[below].text[:1].isupper() or words[below - 1].text[-1] in ",;-–":
        return False
    line = " ".join(word.text for word in words[below:end])
    return end - below > 3 and unit_fit(line) < 0.5 and time_fit(line) < 0.5


def _numbered_again(row: FlatRow) -> FlatRow:
    """`row` with its number in front of its wording, as printed."""
    if row.mark is None or not row.cells.cells[0]:
        return row
    (_, end), *rest = row.cells.cells[0]
    cells = (((row.mark.word, end), *rest), *row.cells.cells[1:])
    return replace(row, mark=None, group=row.group and end - row.mark.word <= _TITLE, cells=replace(row.cells, cells=cells), lo=row.mark.word)
