"""Tables without rules: headings of two levels above a tall first row, and justified lines whose last white parts two columns."""

from __future__ import annotations

from collections import Counter

from extractors.pdf_aligned import joined_even
from extractors.pdf_chars import Word
from extractors.pdf_columns import ColumnPiece, find_columns
from extractors.pdf_lines import Row

Placed = list[tuple[str, float, float]]


def columns(*lines: Placed) -> list[float] | None:
    """The borders found in printed lines of (text, x0, x1), "*" before a text standing for bold."""
    rows = [[ColumnPiece(100.0 + 6 * k, a, b, [Word(text.strip("*"), a, b, 100.0 + 6 * k, int(text[0] == "*"), 0, 12)], k) for text, a, b in line]
            for k, line in enumerate(lines)]
    return find_columns(rows, 85.0, 527.0, 12.0, lambda word: word.start == 1)


def test_headings_over_two_columns_are_told_above_a_first_row_of_many_lines() -> None:
    """The number of a tall row stands in its middle, far below the headings."""
    head: list[Placed] = [[("*STT", 85, 108), ("*THỜI", 431, 462)], [("*Cơ quan thực hiện", 283, 384)],
                          [("*Cơ quan", 276, 320), ("*Phối hợp", 352, 400)]]
    upper: list[Placed] = [[("kỹ năng số cho cán bộ", 118, 255)], [("trên địa bàn", 341, 412)]] * 6
    number: Placed = [("1", 94, 100), ("Hội Cựu chiến binh", 265, 330), ("Thường xuyên", 430, 462)]
    assert len(columns(*head, *upper, number, *upper) or []) == 6


def even(*texts: str) -> list[Row]:
    """Words of thirty points, ten points apart, each a piece of its own."""
    return [Row([Word(text, 40.0 * n, 40.0 * n + 30.0, 100.0, 0, len(text), 11)]) for n, text in enumerate(texts)]


def test_a_justified_line_ends_where_the_lines_of_its_column_do() -> None:
    parts = even("giao", "khoa", "học", "kỹ", "UBND")
    assert [len(row.words) for row in joined_even(parts, Counter({150: 12}))] == [1, 1]
    assert joined_even(parts, Counter({150: 12}))[0].words[0].text == "giao khoa học kỹ"


def test_a_line_stays_whole_where_only_some_pieces_end_at_a_word_of_it() -> None:
    parts = even("giao", "khoa", "học", "kỹ", "thuật")
    assert joined_even(parts, Counter({150: 3, 190: 12}))[0].words[0].text == "giao khoa học kỹ thuật"
    assert joined_even(parts, Counter({110: 12}))[0].words[0].text == "giao khoa học kỹ thuật"
