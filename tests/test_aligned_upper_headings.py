"""Tables without rules: headings set over several columns, whole rows that begin with a small letter, headers none of whose rows is full."""

from __future__ import annotations

import pytest

from extractors.pdf_bands import _is_over, _opens_row
from extractors.pdf_bold_head import mark_heads
from extractors.pdf_chars import Word
from extractors.pdf_columns import ColumnPiece

XS = [40.0, 70.0, 200.0, 300.0, 400.0]
SIZE = 12.0


def piece(text: str, x0: float, x1: float, y: float) -> ColumnPiece:
    """A run of words; "*" before its text stands for bold."""
    return ColumnPiece(y, x0, x1, [Word(text.strip("*"), x0, x1, y, int(text[0] == "*"), 0, SIZE)], 0)


def bold(word: Word) -> bool:
    return word.start == 1


HEADINGS = [piece("*STT", 44, 66, 118), piece("*Chỉ tiêu", 80, 130, 118), piece("*Quý I", 220, 270, 118), piece("*Quý II", 320, 370, 118)]


@pytest.mark.parametrize(("over", "is_over"), [
    (piece("*Chỉ tiêu giao năm 2026", 220, 380, 100), True),
    (piece("Biểu giao chỉ tiêu", 220, 380, 100), False),      # not set as the headings are
    (piece("*BIỂU GIAO CHỈ TIÊU", 44, 380, 100), False),      # a title over all of the table
    (piece("*Chỉ tiêu giao năm 2026", 220, 380, 80), False),  # too far above
])
def test_a_line_over_several_headings_is_theirs(over: ColumnPiece, is_over: bool) -> None:
    assert _is_over([over], HEADINGS, XS, SIZE, bold) is is_over


@pytest.mark.parametrize(("beside", "opens"), [
    ([("2", 44, 50), ("Thời gian chờ", 74, 150), ("phút", 320, 350)], True),
    ([("2", 44, 50), ("thời gian chờ", 74, 150), ("phút", 320, 350)], False),  # all go on from the lines above
    ([("Thời gian chờ", 74, 150)], False),
])
def test_a_cell_in_small_letters_in_a_full_row_is_no_further_line(beside: list[tuple[str, float, float]], opens: bool) -> None:
    low = piece("dưới 80 phút", 204, 280, 100)
    near = [low, *(piece(text, a, b, 100) for text, a, b in beside)]
    assert _opens_row(low, near, XS) is opens


ROW = [piece("Hộ nghèo", 40, 90, 146), piece("3", 180, 186, 146), piece("2", 280, 286, 146), piece("1", 380, 386, 146)]
GOALS = [[piece("*Mục tiêu", 310, 360, 100)], [piece("*Nội dung", 44, 100, 112), piece("*Thực hiện năm 2025", 140, 230, 112)],
         [piece("*Năm 2026", 260, 310, 124), piece("*Năm 2030", 360, 410, 124)]]


def test_a_header_of_which_no_row_is_full_is_found_above_the_rows() -> None:
    assert mark_heads([*GOALS, ROW], [3], SIZE, bold) == [1] and GOALS[1][0].head == 2


def test_the_foot_of_a_torn_header_above_a_groups_title_opens_no_table() -> None:
    torn = [[piece("*2025", 220, 250, 100), piece("*2026/2025 (%)", 310, 390, 100)], [piece("*I", 40, 46, 122), piece("*Kinh tế", 90, 130, 122)]]
    assert mark_heads([*torn, ROW], [2], SIZE, bold) == []
