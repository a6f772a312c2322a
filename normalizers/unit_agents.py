"""Owner cells that name an authority or a collective first and then who acts for it: "UBND xã (Phòng Kinh tế)", "UBND xã giao Phòng Kinh tế",
"Thủ trưởng các đơn vị: Phòng Kinh tế, Công an xã"."""

from __future__ import annotations

import re

from normalizers.unit_headings import heading_units

_AUTHORITY = r"(?<![\w&/])(?<!và )(?<!phòng )(?<!ủy )(?:(?:Phó )?Chủ tịch )?(?:UBND|[ỦU][yỷ] ban nhân dân|Ủy ban Nhân dân|Uỷ ban (?:nhân|Nhân) dân)(?: (?:xã|phường|thị trấn|đặc khu|huyện|tỉnh|thành phố)(?: (?-i:[A-ZĐÀ-Ỹ])[^\W\d_]*){0,4})?"
_CHARGED = r"(?:(?:giao|do|phân công|giao cho)(?: cho)? )?"
_HOW = r"(?: ?[-,–]? ?(?:tham mưu|thực hiện|chủ trì|phụ trách|là đầu mối|đầu mối|làm đầu mối|trực tiếp|triển khai|chịu trách nhiệm|tổ chức|và)(?: thực hiện| triển khai)?)*"
_IN_BRACKETS = re.compile(rf"{_AUTHORITY} ?\((?:{_CHARGED})(?P<who>[^():]{{3,120}}?){_HOW} ?\)", re.IGNORECASE)
_CHARGES = re.compile(rf"{_AUTHORITY},? (?:giao|phân công)(?: cho)? (?P<who>[^():]{{3,160}}?){_HOW} ?(?=[;.]|$)", re.IGNORECASE)
_COLLECTIVE = re.compile(r"^[ \-–+*•]*(?:(?:Thủ trưởng|Lãnh đạo|Người đứng đầu|Trưởng) )?(?:các )?(?:cơ quan|phòng|ban|ngành|đơn vị|bộ phận)(?:(?:,| và) ?(?:các )?(?:cơ quan|phòng|ban|ngành|đơn vị|bộ phận|địa phương|đoàn thể))*"
                         r"(?: (?:liên quan|chuyên môn|xã|phường|của xã|sau))* ?: ?(?P<who>\S.{2,400})$", re.IGNORECASE)
_ACTING = frozenset({"office", "organisation"})


def who_acts(cell: str) -> str:
    """The cell with the authority or collective blanked out where those who act for it are named; the places of the others stay."""
    if "(" in cell or "giao " in cell or "phân công " in cell:
        for pattern in (_IN_BRACKETS, _CHARGES):
            for m in pattern.finditer(cell):
                if _acts(m["who"]):
                    cell = _only(cell, m)
    listed = _COLLECTIVE.match(cell) if ":" in cell else None
    if listed is not None and len(heading_units(listed["who"])) > 1:
        cell = _only(cell, listed)
    return cell


def _only(cell: str, m: re.Match[str]) -> str:
    """The cell with blanks for all of a match but who is named in it."""
    first, last = m.span("who")
    return cell[: m.start()] + " " * (first - m.start()) + cell[first:last] + " " * (m.end() - last) + cell[m.end():]


def _acts(who: str) -> bool:
    """Whether it names offices and nothing else: a post ("Chủ tịch") or a note ("cấp huyện cũ") acts for nobody."""
    units = heading_units(who)
    return bool(units) and all(u.kind in _ACTING for u in units) and max(u.span[1] for u in units if u.span) >= len(who.rstrip(" .;,"))
