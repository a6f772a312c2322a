"""Roles that a cell marks behind its bodies with a dash or a colon: "Sở X - CT; Sở Y, Sở Z - PH", "Phòng A: chủ trì; Phòng B: phối hợp"."""

from __future__ import annotations

import re

_MARKS = re.compile(r"\s*(?:\s[-–]|[-–]\s|:)\s*(?:(?P<lead>CT|[Cc]hủ trì)|(?:PH|[Pp]hối hợp))\s*(?=[;,.\n]|$)")

_HELPS = re.compile(r"\s*\(\s*(?:cùng )?phối hợp(?: thực hiện)?\s*\)(?=\s*(?:[,;.\n–+-]|$|và ))", re.IGNORECASE)


def parted_at_helpers(cell: str) -> list[str]:
    """The cell's parts before each bracket that says that the body before it helps, and the rest: "X, Y | (phối hợp)|"."""
    return _HELPS.split(cell) if "hợp" in cell.lower() and "(" in cell else [cell]


def roles_in_brackets(cell: str) -> str:
    """The cell with such roles in brackets, as most cells print them: "Sở X (chủ trì); Sở Y (phối hợp)". A cell that marks no helper is left as it is:
    "- CT" alone may be a department by its letters."""
    return _MARKS.sub(lambda m: " (chủ trì)" if m["lead"] else " (phối hợp)", cell) if _marked(cell) else cell


def without_marked_roles(cell: str) -> str:
    """The cell with spaces in the place of such roles: every other letter stays where it was printed."""
    return _MARKS.sub(lambda m: " " * len(m[0]), cell) if _marked(cell) else cell


def _marked(cell: str) -> bool:
    if "PH" not in cell and "hối hợp" not in cell:
        return False
    return len({m["lead"] is None for m in _MARKS.finditer(cell)}) == 2
