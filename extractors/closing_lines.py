"""Owner lines that close several items: "a) …", "b) …", then "Đơn vị chủ trì: …" for both.

Hands on the lines of an outline, moved below the item that holds the items they close.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from extractors.markers import BULLETS
from extractors.outline_nodes import OPEN_END, TOP_MARKS, Node
from extractors.owner_lines import (
    announces_owners,
    is_attribute_line,
    is_side_line,
    own_charge,
    own_note,
    read_attributes,
)
from normalizers.acts import is_act
from normalizers.unit_charges import read_charge

_SENTENCE = 5  # words of an item that orders something, whatever its verb


def is_attribute(node: Node) -> bool:
    """Whether a node only says who does its item, by when or with what result."""
    return node.par is not None and (node.label is not None or is_attribute_line(node.par.body) or (announces_owners(node.par.body) and all(map(is_attribute, node.children))) or ((node.kind in BULLETS or node.kind == "body") and read_charge(node.par.body) is not None))


def share_closings(closed: Iterable[Node]) -> None:
    """Move the owner lines below counted items to the item above them, where they speak for the items before too.

    Where most items of a row have lines of their own, one without has none; where at most half of them have, each group of lines
    closes the items since the group before. A time alone ("Thời gian: …") and the circumstances of an event are the last item's."""
    told: dict[tuple[int, str], bool] = {}
    for item in closed:
        parent = item.parent
        assert parent is not None
        key = (id(parent), item.kind)
        if key not in told:
            told[key] = _shares(parent, item.kind)
        if not told[key]:
            continue
        lines = item.children if _speaks_for_all(item) else _closing_a_row(item, parent)
        if lines:
            at = parent.children.index(item) + 1
            parent.children[at:at] = lines
            for line in lines:
                line.parent = parent
            item.children = item.children[: len(item.children) - len(lines)]


def _shares(parent: Node, kind: str) -> bool:
    """Whether at most half of a row's items have owner lines of their own."""
    row = [n for n in parent.children if n.kind == kind]
    return sum(map(_has_lines, row)) * 2 <= len(row)


def _speaks_for_all(item: Node) -> bool:
    """Whether an item that orders an act has nothing but owner lines below, which name who leads."""
    if OPEN_END.search(item.text) or not all(map(is_attribute, item.children)) or any(is_side_line(n.body) for n in item.children):
        return False
    if not is_act(item.body) and (":" in item.body or len(item.body.split()) < _SENTENCE):
        return False
    return any(_names_lead(n) for line in item.children for n in line.walk())


def _closing_a_row(item: Node, parent: Node) -> list[Node]:
    """The owner lines behind the acts of the last of several points of one item, none of which has any: "1. …" / "a) …" / "- …" /
    "b) …" / "- …" / "Đơn vị chủ trì: …". Points right below a section are items of their own."""
    row = [n for n in parent.children if n.kind == item.kind]
    section = parent.kind in TOP_MARKS and (parent.parent is None or parent.parent.kind not in TOP_MARKS)
    if section or parent.par is None or row[-1] is not item or len(row) < 2 or any(map(_has_lines, row[:-1])):
        return []
    lines = list(takewhile(is_attribute, reversed(item.children)))[::-1]
    if len(lines) == len(item.children) or any(is_side_line(n.body) for n in item.children) or not all(n.children for n in row):
        return []
    if not any(_names_lead(n) for line in lines for n in line.walk()):
        return []
    acts = [n.body for point in row[:-1] for n in point.walk() if n.par is not None and not n.children]
    return [] if any(own_note(act)[0] or own_charge(act) for act in acts) else lines  # each act says itself who leads


def _has_lines(item: Node) -> bool:
    return bool(item.children) and is_attribute(item.children[-1])


def _names_lead(line: Node) -> bool:
    return line.label == "lead" or read_attributes(line.body).lead is not None or read_charge(line.body) is not None
