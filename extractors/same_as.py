"""Owners and times that point to those of another item: "Như mục 2.1", "Như trên", in cells of a table and in owner lines.

Hands on the rows, and the attributes of an item, with what they point to put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from extractors.owner_lines import Attributes
from normalizers.text import fold

_ITEM = re.compile(r"như (?:tại )?(?:đơn vị (?:tại |của )?)?(?:mục|điểm|nhiệm vụ|nội dung|số thứ tự|stt|tt|số|ý|dòng)(?: (?:số|thứ))? \(?(?P<no>\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[a-eđ])\)?(?: (?:ở |nêu )?trên)?")
_ABOVE = re.compile(r"như (?:trên|mục trên|nội dung trên|nhiệm vụ trên|phía trên)")
_LONGEST = 40  # characters
_CELLS = ("lead", "support", "owner", "time")


class NumberedRow(Protocol):
    """A body row of a table: text by role, and its printed number."""

    texts: dict[str, str]
    no: str | None


def _may_point(text: str | None) -> bool:
    return text is not None and len(text) <= _LONGEST and text[:3].lower() == "như"


def fill_named_rows(rows: Sequence[NumberedRow]) -> None:
    """Cells that name another row by its number ("Như mục 1") say what the nearest row above with that number says."""
    for i, row in enumerate(rows):
        for role in _CELLS:
            if not _may_point(row.texts.get(role)) or (m := _ITEM.fullmatch(fold(row.texts[role]).strip(" .;()"))) is None:
                continue
            named = next((other for other in reversed(rows[:i]) if other.no is not None and other.no.lower() == m["no"]), None)
            if named is not None and role in named.texts:
                row.texts[role] = named.texts[role]


class SameAs:
    """What the owner lines of a plan's items say, by the items' numbers, for the lines that point back to them."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[int, dict[str, str]]] = {}
        self._before: dict[str, str] = {}
        self._current: tuple[int, dict[str, str]] = (0, {})

    def told(self, at: Attributes, item: int, no: str | None, body: str) -> Attributes:
        """`at`, which a line `body` gives the item `item` numbered `no`, with what it points to put in place of the words that point."""
        if item != self._current[0]:
            self._before = {**self._before, **self._current[1]}
            self._current = (item, {})
        if _may_point(at.lead) or _may_point(at.support):
            at = self._resolved(at, body)
        own = self._current[1]
        for name in ("lead", "support", "deadline"):
            if value := getattr(at, name):
                own[name] = value
        if no is not None:
            self._said[no.lower()] = self._current
        return at

    def _resolved(self, at: Attributes, body: str) -> Attributes:
        fields = {"lead": at.lead, "support": at.support}
        for name in ("lead", "support"):
            words = fold(fields[name] or "").strip(" .;()")
            said: dict[str, str] | None = None
            if (m := _ITEM.fullmatch(words)) is not None:
                said = self._said.get(m["no"], (0, None))[1]
            elif _ABOVE.fullmatch(words):
                said = self._before
            if said is not None:
                fields[name] = said.get(name)
                if name == "lead" and at.support is None and "phối hợp" in fold(body.partition(":")[0]):
                    fields["support"] = said.get("support")  # "Đơn vị chủ trì, phối hợp: Như mục 1.1"
        return replace(at, lead=fields["lead"], support=fields["support"])
