"""Cells of tables without rules between rows that are merged with those above: told by what the column holds and where its lines stand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractors.pdf_aligned import AlignedCell
from extractors.pdf_chars import Word
from extractors.pdf_merged import find_merged
from extractors.shared_cells import fill_down, merged_down


@dataclass
class BodyRow:
    """A body row as the table reader has it."""

    texts: dict[str, str]
    confidence: float = 1.0


ROLES = ["no", "task", "lead", "time"]


def rows(*times: str) -> list[BodyRow]:
    return [BodyRow({"task": "Rà soát", "lead": "Công an xã", **({"time": time} if time else {})}) for time in times]


def test_times_of_merged_cells_reach_down() -> None:
    """Like times stand in one cell, so that none follows its like."""
    runs = [rows("Năm 2026", "", "", "Quý I/2026"), rows("Năm 2026", "", "Hằng năm")]
    assert merged_down(runs, ROLES) == ["time"]
    above = None
    for row in runs[0]:
        fill_down(row, above, ["time"])
        above = row
    assert [row.texts["time"] for row in runs[0]] == ["Năm 2026", "Năm 2026", "Năm 2026", "Quý I/2026"]


@pytest.mark.parametrize("runs", [
    [rows("Năm 2026", "Năm 2026", "", ""), rows("Quý I/2026", "Hằng năm")],     # like times in cells of their own: empty ones say nothing
    [rows("", "", "Năm 2026", "Hằng năm"), rows("Năm 2026", "Quý I/2026")],     # a run opens with an empty one
    [rows("Tháng 3", "", "Tháng 4", ""), rows("Tháng 5")],                      # no time recurs
])
def test_empty_times_that_no_merging_shows_stay_empty(runs: list[list[BodyRow]]) -> None:
    assert merged_down(runs, ROLES) == []


def test_a_measure_reaches_down_to_bare_figures_only() -> None:
    above = BodyRow({"indicator": "Hộ dùng nước sạch", "measure": "%", "value": "95"})
    bare, ranked = BodyRow({"indicator": "Hộ có BHYT", "value": "≥ 98,5"}), BodyRow({"indicator": "Chỉ số DTI", "value": "Nhóm 50 dẫn đầu"})
    fill_down(bare, above, ["measure"])
    fill_down(ranked, above, ["measure"])
    assert bare.texts["measure"] == "%"
    assert "measure" not in ranked.texts


def cell(row: int, col: int, *ys: float) -> AlignedCell:
    return AlignedCell(row, col, 1, [Word("chữ", 100.0 * col, 100.0 * col + 50.0, y, 0, 0, 12.0) for y in ys])


def test_a_cell_lowered_to_the_middle_of_two_rows_covers_both() -> None:
    """Other cells stand at the top of their rows: one that does not, but in the middle of two rows, is merged."""
    tops = (100.0, 140.0, 180.0, 220.0)
    table = [cell(r, c, *(y, y + 14.0)[:c + 1]) for r, y in enumerate(tops) for c in (0, 1)]
    merged = find_merged([*table, cell(0, 2, 120.0, 134.0), cell(1, 2), cell(2, 2, 180.0), cell(3, 2, 220.0, 234.0)], 4, 12.0)
    assert [(c.row, c.row_span) for c in merged if c.col == 2 and c.words] == [(0, 2), (2, 1), (3, 1)]
