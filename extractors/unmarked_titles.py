"""Titles that carry neither number nor bold: lines of a text dump between paragraphs that are whole sentences."""

from __future__ import annotations

from extractors.outline_nodes import CLOSED_END, Node

_LONGEST = 14  # words


def titles_sentences(node: Node) -> bool:
    """Whether an unnumbered line without full stop stands before a paragraph that is a whole sentence, and behind one or at the
    start of its section: "Hạ tầng giao thông nông thôn" / "Giải tỏa các trường hợp lấn chiếm …."."""
    if node.kind != "body" or node.parent is None or not node.text[-1:].isalnum() or len(node.text.split()) > _LONGEST:
        return False
    row = node.parent.children
    at = row.index(node)
    beside = row[max(at - 1, 0) : at + 2 : 2] if at else row[1:2]
    return at + 1 < len(row) and all(n.kind == "body" and CLOSED_END.search(n.text) is not None for n in beside)
