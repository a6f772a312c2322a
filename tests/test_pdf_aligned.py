"""Tables without rules: columns from white space, whatever rows run over them."""

from __future__ import annotations

import pytest

from extractors.pdf_aligned import find_aligned
from extractors.pdf_chars import Word
from extractors.pdf_lines import Row

LEFTS = (50.0, 80.0, 260.0, 400.0)


def line(y: float, *texts: str, lefts: tuple[float, ...] = LEFTS) -> Row:
    words = [Word(text, x, x + 5.0 * len(text), y, 0, 0) for x, text in zip(lefts, texts, strict=False) if text]
    return Row(words)


def page(group: str) -> list[Row]:
    rows = [line(100, "TT", "Nhiệm vụ", "Chủ trì", "Thời gian"), line(130, "I", group)]
    rows += [line(160 + 30 * k, str(k + 1), "Xây dựng cơ sở dữ liệu", "Sở Tài chính", "Quý I/2026") for k in range(5)]
    return rows


@pytest.mark.parametrize("group", ["Hạ tầng", "Tạo thuận lợi tiếp cận các nguồn lực về đất", "Tạo thuận lợi tiếp cận các nguồn lực về đất đai, vốn, nhân lực"])
def test_a_group_row_hides_no_column(group: str) -> None:
    found = find_aligned(page(group), 12.0)
    assert found is not None
    assert len(found.xs) == 5
    texts = {(c.row, c.col): " ".join(w.text for w in c.words) for c in found.cells}
    assert texts[2, 2] == "Sở Tài chính"
    assert texts[1, 1] == group
