"""Rows of a table that group the rows below them ("II | Công tác kiểm tra"), nested by their numbering."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.document import Line
from extractors.markers import BULLETS, read_marker, roman_value
from extractors.table_rows import Row
from extractors.timed_headings import time_of_titles
from normalizers.text import fold
from normalizers.unit_headings import heading_units

_BODIES = frozenset({"office", "authority", "party", "organisation", "person"})
_SHARED = ("lead", "owner", "support", "time")
_OWN = frozenset({"result", "value", "measure", "work"})  # what a row with these says is its own
_MARKED = re.compile(r"^\s*(?:[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]?\s+")
_MARKED_KINDS = frozenset({"roman", "letter_cap", "number"})
_LEADS_ON = re.compile(r"(?:[:：]|\b(?:như|gồm|sau))\s*$")
_RANK = {"cap": 0, "roman": 1, "plain": 2, "number": 3, "decimal1": 4, "letter": 5, "decimal2": 5, "decimal3": 6}


@dataclass(slots=True)
class Group:
    style: str
    text: str
    lines: list[Line] = field(default_factory=list)
    gives: dict[str, str] = field(default_factory=dict)  # owners and time that its rows leave to it


def between_groups(rows: list[Row], main: str, kind: str) -> list[list[Row]]:
    """The rows with wording that stand together under one group row."""
    out: list[list[Row]] = [[]]
    for i, row in enumerate(rows):
        if not row.texts.get(main) or is_group(row, main, rows[i + 1] if i + 1 < len(rows) else None, kind):
            out.append([])
        else:
            out[-1].append(row)
    return [run for run in out if run]


def style_of(no: str | None) -> str:
    """Numbering style of a printed row number, for nesting groups."""
    if no is None:
        return "plain"
    head = no.split(".")[0]
    if "." in no:
        return f"decimal{no.count('.')}"
    if head.isdigit():
        return "number"
    if roman_value(head) and head.isupper():
        return "roman"
    return "cap" if head.isupper() else "letter"


def is_group(row: Row, main: str, following: Row | None, kind: str) -> bool:
    filled = {r.split("@")[0] for r in row.texts} & {"lead", "support", "owner", "time", "result", "value", "measure", "budget", "work"}
    no = row.no
    text = row.texts.get(main, "")
    wide = [c for c in row.distinct if c.col_span >= 3]
    if wide and len(row.distinct) <= 2:
        return True
    if not no and following is not None and len(row.distinct) == 1 and row.distinct[0].col_span == 2 and main in row.cells:
        return True  # "Tháng 3/2026" over the wording and the only column beside it
    style = style_of(no)
    if style in {"roman", "cap"} and len(row.distinct) == 2 and row.distinct[1].col_span > 1:
        return True  # "II | Chỉ tiêu xã hội" over the only column of values
    if filled == {"budget"} and style in {"roman", "cap"} and following is not None and _RANK.get(style_of(following.no), 2) > _RANK[style]:
        return True  # "A | Chính quyền số | 120": what the rows below cost together
    if filled:
        return False
    if style in {"roman", "cap"} or (not no and following is not None and _marked_above(text, following, main)):
        return True
    if no and following is not None and following.no and (following.no.startswith(no.lstrip("0") + ".") or (following.no == "a" and style in {"number", "decimal1"})):
        return True
    if _LEADS_ON.search(text) or (not no and following is not None and time_of_titles([text])):
        return True
    if not no and following is not None and following.no is not None and len(text.split()) <= 40:
        cell = row.cells.get(main) or (row.distinct[0] if row.distinct else None)
        upper = cell is not None and cell.text.isupper()
        bold = cell is not None and bool(cell.lines) and all(line.bold for line in cell.lines)
        return upper or bold or len(row.distinct) == 1
    if kind == "targets" and len(row.distinct) <= 2 and following is not None:
        return True
    cell = row.cells.get(main)
    return bool(cell and cell.lines and all(line.bold for line in cell.lines) and following is not None)


def _marked_above(text: str, following: Row, main: str) -> bool:
    """Whether a wording without owner or time has a mark where the row below has both none and an owner or time: "I. Tuyên truyền" over
    "Mở chuyên mục | Phòng X", in a table without a column of numbers."""
    marker = read_marker(text)
    if marker is None or marker.kind not in _MARKED_KINDS or following.no or not any(role.split("@")[0] in _SHARED for role in following.texts):
        return False
    below = read_marker(following.texts.get(main, ""))
    return main in following.texts and (below is None or below.kind in BULLETS)


def push_group(groups: list[Group], row: Row, main: str, gives: dict[str, str]) -> None:
    """Put a group row in its place among the open `groups`, which it may close."""
    text = row.texts.get(main) or " ".join(c.text for c in row.distinct if c.text != row.texts.get("no"))
    no = row.no
    if no is None:
        marker = read_marker(text)
        style: str = marker.kind if marker else "plain"
        style = {"letter_cap": "cap", "decimal": "decimal1"}.get(style, style)
        label = text
    else:
        style = style_of(no)
        printed = row.texts.get("no", no).strip()
        label = text if re.match(rf"{re.escape(fold(printed))}(?!\w)", fold(text)) else f"{printed} {text}"
    rank = _RANK.get(style, 2)
    while groups and (groups[-1].style == "number-group" or _RANK.get(groups[-1].style, 2) >= rank):
        groups.pop()
    if style in {"number", "decimal1"}:
        style = "number-group" if no else style
    groups.append(Group(style, label.strip(), row.lines, gives))


def shared_with_rows_below(rows: Sequence[Row], at: int, main: str) -> dict[str, str]:
    """The owners and the time that a group's row holds for all rows below it: they stand in merged cells that go on there, or the rows
    leave their own cells empty ("A | Lĩnh vực kinh tế | Phòng Kinh tế | Năm 2026" over "1", "2"). Empty for a row that is no group."""
    row = rows[at]
    if row.no is None or main not in row.texts or (style := style_of(row.no)) == "letter" or any(role.split("@")[0] in _OWN for role in row.texts):
        return {}
    gives = {role: row.texts[role] for role in _SHARED if role in row.texts}
    below = _rows_below(rows, at, style) if gives else []
    if not below or not all(main in other.texts for other in below) or any(other.cells[main] is row.cells[main] for other in below):
        return {}
    first = next(iter(gives))
    return gives if all(first not in other.texts or other.cells.get(first) is row.cells.get(first) for other in below) else {}


def _rows_below(rows: Sequence[Row], at: int, style: str) -> list[Row]:
    """The rows that a row's number stands over: "1.1", "1.2" below "1", "a" below "1", all numbers below "II"."""
    no, out = rows[at].no or "", list[Row]()
    for other in rows[at + 1 :]:
        below = style_of(other.no)
        if style in {"roman", "cap"}:
            inside = other.no is not None and _RANK.get(below, 2) > _RANK[style]
        else:
            inside = (other.no or "").startswith(no + ".") or below == "letter"
        if not inside:
            break
        out.append(other)
    return out


def inherit(row: Row, groups: Sequence[Group]) -> None:
    """Give a row what its groups hold for it, the nearest first, where its own cells are empty."""
    for group in reversed(groups):
        for role, text in group.gives.items():
            if role == "owner" and "lead" in row.texts:
                continue
            row.texts.setdefault(role, text)


def owner_of_titles(groups: Iterable[str], section: Sequence[str]) -> str | None:
    """The unit that the title of a row's group names, else the nearest heading of a `section` of duties: whose tasks these are."""
    for title in groups:
        named = _MARKED.sub("", title, count=1).strip(" :.;")
        if (units := heading_units(named)) and all(unit.kind in _BODIES for unit in units):
            return named
    for heading in reversed(section):
        if heading_units(heading):
            return _MARKED.sub("", heading, count=1).strip(" :.;")
    return None
