"""Owner labels that a PDF's wrapped lines happen to begin with."""

from __future__ import annotations

from extractors.document import Document, Line, Place
from extractors.paragraphs import Paragraph, paragraphs


def _texts(indent: float) -> list[str]:
    lines = [Line("- Tổ chức tiêm phòng cho đàn gia súc thuộc diện tiêm; hoàn thành", Place(page=1), starts=True, indent=indent, fill=1.0),
             Line("tiêm phòng đợt 1 trước ngày 30/4/2026 và đợt 2 trước 31/10/2026.", Place(page=1), starts=False, indent=0.0, fill=1.0),
             Line("Đơn vị chủ trì: Chi cục Chăn nuôi và Thú y.", Place(page=1), starts=False, indent=0.0, fill=0.6),
             Line("- Triển khai quyết liệt các giải pháp.", Place(page=1), starts=True, indent=indent, fill=0.5)]
    return [block.text for block in paragraphs(Document("a.pdf", "pdf", list(lines)).number()) if isinstance(block, Paragraph)]


def test_a_label_behind_a_full_line_goes_on_with_a_paragraph_that_begins_farther_in() -> None:
    assert len(_texts(35.0)) == 2
    assert _texts(35.0)[0].endswith("31/10/2026. Đơn vị chủ trì: Chi cục Chăn nuôi và Thú y.")


def test_without_such_a_first_line_it_is_a_line_of_its_own() -> None:
    assert len(_texts(0.0)) == 3
