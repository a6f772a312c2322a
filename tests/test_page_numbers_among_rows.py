"""Page numbers of a dump that opens with its "1", beside row numbers that count the same."""

from __future__ import annotations

from extractors.document import Line, Place
from extractors.flat_pages import is_page_number
from extractors.text_furniture import mark_furniture

HEADER = ["TT", "Chỉ tiêu", "Đơn vị", "Năm 2026", "Cơ quan", "chủ trì"]


def dump(texts: list[str]) -> list[Line]:
    return [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]


def page(number: int, n: int) -> list[str]:
    return [str(number), *(f"Nội dung của trang {number} dòng {k}" for k in range(n))]


def row(number: int, n: int) -> list[str]:
    return [str(number), *(f"Tỷ lệ thứ {number} phần {k} của chỉ tiêu" for k in range(n)), "% 90", "Sở Nội vụ"]


def test_the_number_over_a_repeated_header_is_the_page() -> None:
    texts = [*page(1, 25), *page(2, 25), *page(3, 25), *page(4, 10), *HEADER, *row(1, 8), *row(2, 8), *row(3, 8), *row(4, 8), *row(5, 8), *row(6, 8),
             "5", *HEADER, *row(7, 8), *row(8, 8), *row(9, 8), "6", *HEADER, *row(10, 8)]
    lines = dump(texts)
    mark_furniture(lines)
    pages = [n for n, line in enumerate(lines) if line.furniture and line.text.isdigit()]
    assert [texts[n] for n in pages] == ["1", "2", "3", "4", "5", "6"]
    assert all(texts[n + 1] == "TT" for n in pages[4:])
    assert not lines[texts.index("Tỷ lệ thứ 5 phần 0 của chỉ tiêu") - 1].furniture
    assert is_page_number(lines, pages[4])
