"""Footnotes of a PDF are furniture; small print with item numbers, or above other text, is not."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
from extractors.pdf_chars import Word
from extractors.pdf_layout import Placed
from extractors.pdf_lines import Row
from extractors.pdf_notes import mark_notes


def placed(text: str, y: float, letter: float = 6.0) -> Placed:
    row = Row([Word(text, 85.0, 85.0 + letter * len(text), y, 0, len(text))])
    return Placed(Line(text, Place(page=1), False), row)


BODY = [placed(f"Dòng văn bản thứ {k} của kế hoạch, dài gần hết chiều ngang của trang giấy", 80.0 + 18 * k) for k in range(14)]


@pytest.mark.parametrize(("foot", "notes"), [
    (["1 Tổng đàn trâu, bò 3.215 con; đàn lợn 8.640 con."], 1),
    (["1 Theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh về việc", "giao chỉ tiêu năm 2026.", "2Gồm: thôn Đông, thôn Đoài."], 3),
    (["[1] Số liệu đến ngày 31/12/2025."], 1),
    (["1. Phòng Kinh tế chủ trì thực hiện kế hoạch."], 0),
    (["7 Theo số liệu của năm trước đã công bố."], 0),
    (["- Như trên; lưu văn thư và các phòng chuyên môn."], 0),
])
def test_small_print_at_the_foot(foot: list[str], notes: int) -> None:
    page = [*BODY, *(placed(text, 700.0 + 12 * k, 4.2) for k, text in enumerate(foot))]
    for p in page:
        p.line.furniture = False
    mark_notes([(page, [(500.0, 600.0)])])
    assert sum(p.line.furniture for p in page) == notes
    assert not any(p.line.furniture for p in BODY)


def test_nothing_above_a_table_or_other_text_is_a_note() -> None:
    page = [*BODY, placed("1 Tổng đàn trâu, bò 3.215 con; đàn lợn.", 400.0, 4.2), placed("Đoạn văn cuối trang, cỡ chữ như các đoạn khác.", 640.0)]
    mark_notes([(page, [])])
    assert not any(p.line.furniture for p in page)
