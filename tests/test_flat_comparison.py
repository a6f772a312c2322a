"""Rows of a dump whose comparison is empty keep the value of the later year."""

from __future__ import annotations

from extractors.flat_comparison import with_later_values
from extractors.flat_fit import FlatRow
from extractors.flat_score import Scorer, first_model
from extractors.flat_segment import RowCells
from extractors.flat_stream import stream_of
from extractors.flat_words import WordPairs
from tests.test_flat_table import lines_of

ROLES = ("actual", "value", "actual", "value")


def _rows(*lines: str) -> list[list[str]]:
    stream = stream_of(lines_of("\n".join(lines)))
    words = [w.text for w in stream.words]
    scorer = Scorer(stream, tuple(first_model(role) for role in ROLES), WordPairs([]))
    rows, at = [], 0
    for line in lines:
        n = len(line.split())
        cells = tuple(((at + k, at + k + 1),) if k < n else () for k in range(4))
        rows.append(FlatRow(None, False, RowCells(cells, 0.0), at, at + n))
        at += n
    return [[" ".join(words[k] for span in cell for k in range(*span)) for cell in row.cells.cells] for row in with_later_values(scorer, rows)]


def test_a_figure_that_compares_nothing_is_the_later_value() -> None:
    got = _rows("1.200 1.500 125,0 2.000", "40 50 125,0 80", "3 5 166,7", "48 65 90")
    assert got[2] == ["3", "5", "166,7", ""]
    assert got[3] == ["48", "65", "", "90"]


def test_nothing_moves_where_no_row_proves_the_comparison() -> None:
    assert _rows("10 20 30", "48 65 90") == [["10", "20", "30", ""], ["48", "65", "90", ""]]
