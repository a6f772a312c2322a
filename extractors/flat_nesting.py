"""The columns of a flattened table's header: headings, and which of them stand under a merged one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.flat_stages import staged
from extractors.grouping_headings import names_groups
from extractors.table_headers import heading_role, vocab

_TRIM = " .:;,*"
_SHARE = re.compile(r"\b(?:giao|phấn đấu|đăng ký)$")  # "Tỉnh giao | Xã phấn đấu" below a year
# Over quarters or months; a bare "Kế hoạch" before them is the column of the whole year.
_OVER_QUARTERS = re.compile(r"^(?:tiến độ|lộ trình|phân kỳ|phân bổ|chia ra|chia theo|trong đó)\b|\b(?:theo|từng|các|hằng|hàng) (?:qu[ýí]|tháng)$")
_ENDS = ("hoàn thành", "ngày hoàn thành", "ngày kết thúc")
# Beside "Thường xuyên", whose rows bear ticks: "Thời gian thực hiện" over "Thường xuyên | Thời hạn".
_TERMS = (*_ENDS, "thời hạn", "thời gian hoàn thành", "thời hạn hoàn thành", "có thời hạn", "hạn hoàn thành")

_TICKED = ("quarter", "value", "actual")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: line index in the caller's list and character offsets."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: its wording and the stretches it was read from."""

    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its role, its own heading and, under a merged heading, that parent's index."""

    role: str | None
    heading: Heading
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """A found header: lines `[first, last]` of the caller's list, columns left to right, merged parents above them."""

    first: int
    last: int
    columns: tuple[Column, ...]
    parents: tuple[Heading, ...]

    @property
    def roles(self) -> tuple[str | None, ...]:
        return tuple(column.role for column in self.columns)


def nest(headings: Sequence[Heading], roles: Sequence[str | None]) -> tuple[list[Column], list[Heading]]:
    """Columns in printed order: children that the stream prints after the first header row go under their parent."""
    n = len(headings)
    parent_kinds = [vocab().parent(h.text.strip(_TRIM)) for h in headings]
    child_kinds = [_child_kind(h.text) for h in headings]
    for k in range(1, n):
        if child_kinds[k] is None and child_kinds[k - 1] == "time" and headings[k].text.strip(_TRIM) in (_TERMS if always(headings[k - 1]) else _ENDS):
            child_kinds[k] = "time"  # "Bắt đầu | Hoàn thành"
    taken: dict[int, list[int]] = staged([h.text for h in headings])
    under = {c for group in taken.values() for c in group}
    child_kinds = [None if k in under else kind for k, kind in enumerate(child_kinds)]
    at = 0
    while at < n:
        kind = child_kinds[at]
        stop = at
        while stop < n and kind and child_kinds[stop] == kind:
            stop += 1
        if kind == "horizon" and stop - at >= 3 and _spans_years(headings[at].text, [h.text for h in headings[at + 1:stop]]):
            taken[at] = list(range(at + 1, stop))  # "Kế hoạch giai đoạn 2026 - 2030" over "2026 | 2027 | … | 2030"
        elif kind and stop - at >= 2:
            apart = _is_glued(headings[at - 1], headings[at]) if at else False
            before = [p for p in range(at) if (parent_kinds[p] == kind or (kind == "quarter" and _OVER_QUARTERS.search(headings[p].text)) or (kind == "share" and _is_year(headings[p])) or (kind == "horizon" and _over_years(headings[p], headings[at:stop], apart)) or (kind == "horizon" and headings[p].text.strip(_TRIM) == "trong đó") or (kind == roles[p] == "time" and child_kinds[p] is None)) and p not in taken and not (kind == "horizon" and _first_wording(p, headings, roles))
                      and not (kind == "owner" and p < at - 1 and _measures(p, headings, roles))]
            if before:
                # Children follow their parent at once, or close the header after all first-row headings.
                near = before[-1] == at - 1
                if not near and not apart and all(headings[p].pieces[-1].line == headings[at].pieces[0].line for p in before):
                    before = []  # what stands on one line stands at one height, so not below another
                elif near or stop == n or child_kinds[stop]:
                    taken[before[-1] if near or len(before) == 1 else before[0]] = list(range(at, stop))
        at = max(stop, at + 1)
    children = {c for group in taken.values() for c in group}
    columns: list[Column] = []
    parents: list[Heading] = []
    for k in range(n):
        if k in children:
            continue
        if k in taken:
            parents.append(headings[k])
            columns += [Column(roles[c], headings[c], len(parents) - 1) for c in taken[k]]
        else:
            columns.append(Column(roles[k], headings[k]))
    return columns, parents


def always(heading: Heading) -> bool:
    """Whether a heading is "Thường xuyên", under which a tick says that a row has no end."""
    return heading.text.strip(_TRIM) == "thường xuyên"


def alone_ticked(header: Header) -> bool:
    """Whether of a header's columns that of "Thường xuyên" alone can bear ticks: beside quarters, months or "Đột xuất" a tick may stand
    under any of them."""
    others = [column for column in header.columns if not always(column.heading)]
    return len(others) < len(header.columns) and all(
        column.role is not None and "@" not in column.role and column.role not in _TICKED
        and (column.role != "time" or column.heading.text.strip(_TRIM) in _TERMS) for column in others)


def _is_glued(before: Heading, heading: Heading) -> bool:
    """Whether no blank parts two headings of one line: the second stands further left, in a row of headings below ("Ghi chú2026 2027")."""
    return bool(before.pieces and heading.pieces) and (before.pieces[-1].line, before.pieces[-1].end) == (heading.pieces[0].line, heading.pieces[0].start)


def _is_year(heading: Heading) -> bool:
    """Whether a heading names one year: "Kế hoạch năm 2026"."""
    role = heading_role(heading.text) or ""
    return role.startswith("value@") and len(role) == 10


def _over_years(heading: Heading, below: Sequence[Heading], apart: bool) -> bool:
    """Whether a heading of a span of years stands over headings of years within it that open the lines below: "Giai đoạn 2026 - 2030 |
    Đơn vị chủ" over "trì2026 2028 2030". `apart`: what is glued tells that they stand below."""
    return (apart or below[0].pieces[0].line > heading.pieces[-1].line) and _spans_years(heading.text, [h.text for h in below])


def _spans_years(heading: str, below: Sequence[str]) -> bool:
    """Whether a heading of a span of years stands over headings of single years within it."""
    first, _, last = (heading_role(heading) or "").removeprefix("value@").partition("/")
    years = [(heading_role(text) or "").removeprefix("value@") for text in below]
    return bool(last) and all(len(year) == 4 and first <= year <= last for year in years) and years == sorted(set(years))


def _first_wording(index: int, headings: Sequence[Heading], roles: Sequence[str | None]) -> bool:
    """Whether this heading is the table's wording column ("Chỉ tiêu" after the number, or after "Lĩnh vực"), not a parent of year columns."""
    return all(role in ("no", None) or names_groups(heading.text.strip(_TRIM)) for role, heading in zip(roles[:index], headings, strict=False))


def _measures(index: int, headings: Sequence[Heading], roles: Sequence[str | None]) -> bool:
    """Whether this heading is the measure beside the indicator: "Chỉ tiêu | Đơn vị | Năm 2026 | Cơ quan chủ trì | Cơ quan phối hợp"."""
    return index > 0 and roles[index - 1] == "indicator" and headings[index].text.strip(_TRIM) == "đơn vị"


def _child_kind(text: str) -> str | None:
    role = heading_role(text)
    if role in ("lead", "support"):
        return "owner"
    if role and role.startswith("value@"):
        return "horizon"
    if role == "budget":
        return "budget"
    if role and role.startswith("quarter@"):
        return "quarter"
    if role == "value" and _SHARE.search(text):
        return "share"
    if role == "time" and text.strip(_TRIM).startswith(("từ ", "đến ", "bắt đầu", "kết thúc", "ngày bắt đầu", "thường xuyên")):
        return "time"
    return None
