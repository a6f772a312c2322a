"""Where an appendix of a plan starts: "PHỤ LỤC I", "Phụ lục 2: CÁC CHỈ TIÊU CHỦ YẾU", "Biểu mẫu …"."""

from __future__ import annotations

import re

from extractors.document import Table
from extractors.paragraphs import Paragraph
from normalizers.text import fold

#: "(Kèm theo Kế hoạch số …)", "Ban hành kèm theo Quyết định …"; on folded text.
ISSUED_WITH = re.compile(r"^\(?\s*(?:ban hành )?kèm theo\b")
_NAMED = re.compile(r"^(?:phụ lục|phụ biểu|biểu mẫu|biểu số|danh mục kèm|mẫu số)\b")
_BARE = re.compile(r"phụ lục\s*(?:số\s*)?[\divx]*\s*$")
_NUMBERED = re.compile(r"(?:Phụ lục|Phụ biểu|Biểu)(?: số)? ?(?:\d{1,2}|[IVX]{1,4}) ?[.:–-] ?(?=[^\W\d_])", re.IGNORECASE)
_LONGEST = 200   # characters
_SHORT = 25


def names_annex(block: Paragraph, folded: str, in_body: bool, following: Paragraph | Table | None) -> bool:
    """Whether a paragraph is the title of an appendix; `folded` is its text folded. Inside a plan's body (`in_body`) a sentence may open
    with the word, so that its looks, or what follows it, have to tell."""
    if not _NAMED.match(folded) or len(block.text) >= _LONGEST or block.text.endswith((".", ";")):
        return False
    if not in_body or block.upper or block.centered or block.bold or len(block.text) < _SHORT or _BARE.match(folded):
        return True
    titled = _NUMBERED.match(block.text)
    if titled is None:
        return False
    # Behind a table of a text that tells neither bold nor centred lines.
    return block.text[titled.end():].isupper() or isinstance(following, Table) or (following is not None and ISSUED_WITH.match(fold(following.text)) is not None)


def names_table(block: Paragraph, above: Paragraph | Table, following: Paragraph | Table | None) -> bool:
    """Whether a line between a bare "PHỤ LỤC II" and a table (or "(Kèm theo …)") is the appendix's title, though a dump tells
    neither bold nor centred lines: "Chỉ tiêu phát triển đoàn viên năm 2026"; not "Đơn vị tính: người"."""
    if block.marker is not None or not isinstance(above, Paragraph) or not _BARE.match(fold(above.text)):
        return False
    text = block.text
    if len(text) >= _LONGEST or not text[:1].isupper() or ":" in text or text.endswith((".", ";", ",")):
        return False
    return isinstance(following, Table) or (following is not None and ISSUED_WITH.match(fold(following.text)) is not None)
