"""Titles that carry neither number nor bold: lines of a text dump between paragraphs that are whole sentences."""

from __future__ import annotations

from extractors.outline_nodes import CLOSED_END, Node
from normalizers.acts import is_act

_LONGEST = 14  # words
_CLOSERS = "”\"’)"  # what a name or an aside closes with: "… phong trào “Làng văn hóa”", "… (giai đoạn 2)"


def _ends_open(text: str) -> bool:
    return text[-1:].isalnum() or (text.rstrip(_CLOSERS)[-1:].isalnum() and not is_act(text))


def titles_sentences(node: Node) -> bool:
    """Whether an unnumbered line without full stop stands before a paragraph that is a whole sentence, and behind one or at the
    start of its section: "Hạ tầng giao thông nông thôn" / "Giải tỏa các trường hợp lấn chiếm ….". The line may close with a
    quoted name or an aside in brackets, unless it orders an act: "Rà soát thành viên của các tổ (nếu có)"."""
    if node.kind != "body" or node.parent is None or not _ends_open(node.text) or len(node.text.split()) > _LONGEST:
        return False
    row = node.parent.children
    at = row.index(node)
    beside = row[max(at - 1, 0) : at + 2 : 2] if at else row[1:2]
    return at + 1 < len(row) and all(n.kind == "body" and CLOSED_END.search(n.text) is not None for n in beside)
