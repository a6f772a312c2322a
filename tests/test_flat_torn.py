"""Rows of a flattened table that fit worse than the others: cut as at a page without trace only for a clear gain."""

from __future__ import annotations

import pytest

from extractors import flat_fit
from extractors.cell_kinds import time_fit
from extractors.flat_fit import FlatRow
from extractors.flat_rows import Mark
from extractors.flat_score import Scorer, first_model
from extractors.flat_segment import RowCells
from extractors.flat_stream import stream_of
from extractors.flat_words import WordPairs


@pytest.mark.parametrize(("gain", "cut"), [(0.5, False), (4.0, True)])
def test_a_short_row_is_not_torn_for_little(gain: float, cut: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, torn = ((0, 14),), ((0, 13), (13, 14))
    rows = [FlatRow(None, False, RowCells((((0, 20),),), 16.0), 0, 20) for _ in range(5)]
    short = FlatRow(None, False, RowCells((whole,), 8.0), 0, 14)
    monkeypatch.setattr(flat_fit, "_several", lambda scorer, row, low: [])
    monkeypatch.setattr(flat_fit, "split_row", lambda scorer, lo, hi, anywhere, least: RowCells((torn,), 8.0 + gain))
    scorer = Scorer(stream_of([]), (first_model("task"),), WordPairs([]))
    found = flat_fit._torn(scorer, [*rows, short])
    assert found[-1].cells.cells[0] == (torn if cut else whole)


@pytest.mark.parametrize(("text", "whole"), [("Năm 2026 và các năm tiếp theo", True), ("Năm 2026 và các năm tiếp", False)])
def test_the_years_that_follow_are_said_to_their_end(text: str, whole: bool) -> None:
    assert (time_fit(text) == 1.0) is whole


@pytest.mark.parametrize(("score", "cut"), [(3.0, False), (10.0, True)])
def test_a_row_that_reads_badly_as_a_title_is_torn_where_it_then_reads_well(score: float, cut: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, torn = ((0, 14),), ((0, 13), (13, 14))
    rows = [FlatRow(None, False, RowCells((((0, 20),),), 16.0), 0, 20) for _ in range(5)]
    title = FlatRow(Mark(0, "digit", (8,)), True, RowCells((whole,), -10.5), 0, 14)
    monkeypatch.setattr(flat_fit, "_several", lambda scorer, row, low: [])
    monkeypatch.setattr(flat_fit, "split_row", lambda scorer, lo, hi, anywhere, least: RowCells((torn,), score))
    scorer = Scorer(stream_of([]), (first_model("task"),), WordPairs([]))
    found = flat_fit._torn(scorer, [*rows, title])
    assert found[-1].cells.cells[0] == (torn if cut else whole)
    assert found[-1].group is not cut
