"""Letters drawn in any order, and those of a second font after all of the first, are put together by place.

`tests/data/pdf/letters-in-any-order.pdf` has the same two lines drawn both ways, one a page, without glyphs for spaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.open import open_document
from extractors.pdf_word import Word, scattered

LETTERS = Path(__file__).parent / "data" / "pdf" / "letters-in-any-order.pdf"


@pytest.mark.parametrize("page", [1, 2])
def test_scattered_letters_are_read_by_place(page: int) -> None:
    lines = [line.text for line in open_document(LETTERS).lines() if line.place.page == page]
    assert lines == ["Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã rà soát dữ liệu",
                     "và báo cáo Ủy ban nhân dân xã kết quả thực hiện trước ngày 15 tháng 12 năm 2026."]


def test_columns_of_crosses_and_figures_are_no_scattered_letters() -> None:
    assert not scattered([Word("x" if k % 2 else str(k % 10), 10.0 * k, 10.0 * k + 5.0, 100.0, k, k + 1) for k in range(200)])
