"""Lines of a text dump that count its pages beside a title."""

from __future__ import annotations

from extractors.document import Line, Place
from extractors.text_page_lines import page_lines


def dump(pages: list[int]) -> list[Line]:
    """Pages of so many lines, each ended by its running title."""
    return [Line(text, Place()) for page, count in enumerate(pages, 1) for text in (*(f"Nội dung trang {page} dòng {chr(97 + n % 26)}" for n in range(count)), f"Kế hoạch số 45/KH-UBND - {page}")]


def test_a_page_nearly_empty_does_not_hide_the_running_title() -> None:
    lines = dump([40, 42, 4, 45, 41, 39])
    assert [lines[k].text[-1] for k in sorted(page_lines(lines))] == ["1", "2", "3", "4", "5", "6"]


def test_numbered_lines_near_each_other_are_no_running_titles() -> None:
    assert not page_lines(dump([3, 2, 4, 40, 3, 2]))
