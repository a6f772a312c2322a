"""Figures of dumps that thin columns of values cut in two lines."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
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
