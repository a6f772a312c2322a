"""Nodes that say who does the items beside them: owner lines, lists of owners, points that only hold such lines.

Hands on whether a node is one; prose.py gives what they say to the leaves before them.
"""

from __future__ import annotations

from extractors.markers import BULLETS
from extractors.outline_nodes import TOP_MARKS, Node
from extractors.owner_lines import announces_owners, is_attribute_line, is_side_line, read_attributes, titles_owners
from extractors.owner_lists import owner_list
from normalizers.acts import is_act
from normalizers.unit_charges import read_charge

_SURELY_AN_ACT = 8  # words of an item that is no topic
NUMBERED = ("number", "decimal", "decimal3", "letter", "paren", "small_roman", "roman", "article", "label")


def says_owners(node: Node) -> bool:
    """Whether a node only says who does the item that it closes, by when or with what result; asked once of each node."""
    if node.owner_line is None:
        node.owner_line = _reads_as_attribute(node)
    return node.owner_line


def _reads_as_attribute(node: Node) -> bool:
    if node.par is None:
        return False
    if node.children and _may_list_owners(node) and owner_list(node) is not None:
        for below in node.walk():
            below.owner_line, below.role = True, node.role or "task"
        return True
    return is_attribute_line(node.par.body) or _is_charge(node) or (announces_owners(node.par.body) and _holds_owners(node)) or _titles_owners(node) or (
        not node.children and is_side_line(node.par.body) and _beside_owner_lines(node))


def _holds_owners(node: Node) -> bool:
    """Whether nothing but owner lines stands below "- Phân công thực hiện:"."""
    return not node.children or (node.kind not in NUMBERED and all(map(says_owners, node.children)))


def _titles_owners(node: Node) -> bool:
    """Whether a numbered point behind others says who does them: "a) Nội dung: …" / "b) Phân công thực hiện:" / "- Cơ quan chủ trì: …"."""
    if node.kind not in NUMBERED or node.kind in TOP_MARKS or node.role != "task" or node.parent is None or len(node.children) < 2 or not titles_owners(node.body):
        return False
    return node.parent.children[0] is not node and all(map(says_owners, node.children)) and any(read_attributes(c.body).lead for c in node.children)


def _may_list_owners(node: Node) -> bool:
    """Among tasks, or beside them in a section whose heading says nothing known: "1. Nội dung", "2. Cơ quan chủ trì"."""
    return node.role in {"task", "org"} or (node.role is None and node.parent is not None and any(n.role == "task" for n in node.parent.children))


def _is_charge(node: Node) -> bool:
    """A sentence below an item that only says who does it ("Sở X chủ trì, phối hợp với …; hoàn thành trước …"): among the
    duties of "Tổ chức thực hiện" it would be a duty itself."""
    par, parent = node.par, node.parent
    if par is None or parent is None or node.children or node.role not in {"task", "target"} or node.kind not in BULLETS | {"body"}:
        return False
    if read_charge(par.body) is None:
        return False
    return parent.children[0] is not node or len(parent.body.split()) >= _SURELY_AN_ACT or (len(parent.children) == 1 and is_act(parent.body))


def _beside_owner_lines(node: Node) -> bool:
    return node.parent is not None and any(
        n.kind == node.kind and n.par is not None and is_attribute_line(n.par.body) for n in node.parent.children)
