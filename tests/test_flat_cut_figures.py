"""Figures of dumps that thin columns of values cut in two lines."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
from extractors.flat_cut_values import with_whole_values
from extractors.flat_known import cuts_word
from extractors.flat_stream import stream_of


def cut_at(text: str, k: int) -> bool:
    return cuts_word(stream_of([Line(line, Place(lines=(n, n))) for n, line in enumerate(text.split("\n"), 1)]), k)


@pytest.mark.parametrize(("text", "k"), [("1.25\n0", 1), ("3.2\n00", 1), ("70,\n5%", 1), ("≥ 70,\n5", 2), ("≥\n95,\n5", 2), ("12.500,\n5", 1)])
def test_the_rest_of_a_figure_is_no_cell(text: str, k: int) -> None:
    assert cut_at(text, k)


@pytest.mark.parametrize(("text", "k"), [("1.2\n50", 1), ("1,25\n0", 1), ("70\n5", 1), ("tháng\n5,\n6", 2), ("2026,\n27", 1), ("tháng 5,\n6", 2)])
def test_figures_below_each_other_are_two(text: str, k: int) -> None:
    assert not cut_at(text, k)


def whole(*cells: str) -> list[str]:
    printed = [[Line(line, Place(lines=(n, n))) for n, line in enumerate(cell.split("|"), 1)] for cell in cells]
    return ["|".join(line.text for line in lines) for lines in with_whole_values(printed)]


@pytest.mark.parametrize(("cut", "value"), [("≥10|0%", "≥100%"), ("≥65,|5", "≥65,5"), ("Trê|n 70%", "Trên 70%"), ("1.25|0", "1.250"), ("Trên|98,5|%", "Trên|98,5%")])
def test_what_a_thin_column_of_values_cut_is_whole_again(cut: str, value: str) -> None:
    assert whole(cut, "90,5") == [value, "90,5"]


@pytest.mark.parametrize("cell", ["80|85", "10.000|12.000", "80 -|85%", "05|lớp", "Giảm|2%", "≥|85%", "80|m2", "100|(tăng)", "1.000|tỷ", "I|II"])
def test_lines_of_a_value_that_are_whole_words_stay(cell: str) -> None:
    assert whole(cell, "90,5") == [cell, "90,5"]


def test_in_a_wide_column_no_word_is_cut() -> None:
    assert whole("10|0%", "Hoàn thành theo kế hoạch của tỉnh") == ["10|0%", "Hoàn thành theo kế hoạch của tỉnh"]
