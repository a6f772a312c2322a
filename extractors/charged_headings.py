"""Headings of a task section that say who is charged with what stands below them. Hands on the headings of a leaf's owners.

A section of "Tổ chức thực hiện" names units only; in a section of tasks most headings are topics, and one that happens to
hold a unit's name ("2. Hợp tác xã", "Trung tâm dữ liệu") charges nobody. A heading charges there when it says so ("Bộ X chủ
trì, phối hợp với Y:"), when it is nothing but public bodies before its list ("Các bộ, UBND các tỉnh:"), or when it stands in a
row of headings that are all units ("1. Bộ X", "2. Bộ Y").
"""

from __future__ import annotations

import re

from extractors.outline import Node
from normalizers.text import fold
from normalizers.unit_prose import heading_units, prose_owners

_DUTY = re.compile(r"\b(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp với|có nhiệm vụ)\b")
_CHARGE = re.compile(r"(?:đề nghị|kính đề nghị|yêu cầu|phân công|giao)\b|.*\b(?:lãnh đạo|chỉ đạo)(?:, (?:lãnh đạo|chỉ đạo))? ?(?:thực hiện|các nội dung|một số nội dung)?(?: sau)?:$")
_BODIES = frozenset({"office", "authority", "party", "organisation", "person"})
_OPEN = re.compile(r"[:：]\s*$")
_MAX_WORDS = 60


def charging_headings(node: Node) -> tuple[str, ...]:
    """Headings above a leaf, nearest first, that charge a unit; markers dropped. In duties ("org") every heading may."""
    above = [n for n in node.ancestors() if n.par is not None]
    if node.role == "org":
        return tuple(n.body for n in above)
    return tuple(n.body for n in above if _charges(n))


def _charges(node: Node) -> bool:
    text = node.body
    if len(text.split()) > _MAX_WORDS:
        return False
    opens = bool(_OPEN.search(text))
    if opens and (_DUTY.search(fold(text)) or _CHARGE.match(fold(text))) and prose_owners(text)[0]:
        return True
    units = heading_units(text)
    if not units:
        return False
    if opens and all(u.kind in _BODIES or u.unit_id == "cac-co-quan-don-vi" for u in units):
        return True
    return _in_row_of_units(node)


def _in_row_of_units(node: Node) -> bool:
    if node.parent is None:
        return False
    row = [n for n in node.parent.children if n.par is not None and n.kind == node.kind]
    return len(row) > 1 and sum(bool(heading_units(n.body)) for n in row) * 3 >= len(row) * 2
