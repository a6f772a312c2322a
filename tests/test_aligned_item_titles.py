"""Tables without rules: the title of the plan's item right above a header is none of its headings."""

from __future__ import annotations

import pytest

from extractors.pdf_chars import Word
from extractors.pdf_columns import ColumnPiece
from extractors.pdf_heads import raised

SIZE = 12.0


def piece(text: str, x0: float, x1: float, y: float) -> ColumnPiece:
    """A run of words side by side between `x0` and `x1`."""
    words = text.split()
    step = (x1 - x0) / len(words)
    return ColumnPiece(y, x0, x1, [Word(w, x0 + k * step, x0 + (k + 1) * step, y, 0, 0, SIZE) for k, w in enumerate(words)], 0)


HEADER = [[piece("Thực hiện", 308, 349, 112), piece("Kế hoạch", 363, 402, 112)],
          [piece("STT", 76, 93, 118), piece("Chỉ tiêu", 107, 139, 118), piece("Đơn vị tính", 240, 283, 118), piece("Ghi chú", 412, 443, 118)],
          [piece("2025", 308, 327, 124), piece("2026", 363, 382, 124)],
          [piece("Số sản phẩm", 107, 230, 140)]]


@pytest.mark.parametrize(("above", "taken"), [
    ("3/ Bảng tổng hợp các chỉ tiêu chủ yếu", 1),
    ("b) Các chỉ tiêu chủ yếu năm 2026", 1),
    ("III. Các chỉ tiêu giao cho các thôn", 1),
    ("Các chỉ tiêu giao cho các thôn", 2),  # what bears no number may be a heading over several columns
])
def test_an_items_title_above_a_header_is_no_heading(above: str, taken: int) -> None:
    rows = [[piece(above, 107, 245, 96)], *HEADER]
    assert len(raised(rows, 0, 2, SIZE)) == taken
