"""A value cell that says more than one value: what it gives for the row itself, and for which parts of it ("95% (trong đó nữ 40%)").

Only cells with two numbers and a mark between them are looked at; what is only restated or listed in brackets ("75% (6/8 trường)",
"02 nhà (thôn 1, thôn 3)") is left out of the value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalizers.text import fold

_NUMBERS = re.compile(r"\d[\d.,]*(?: \d{3}(?!\d))*")
_CUT = re.compile(r"\n+|;|,(?=\s)|\(|\)|(?<!\w)(?:trong đó|bao gồm|gồm)(?!\w) ?:?", re.IGNORECASE)
_BULLET = re.compile(r"^[\s\-–+•*:]+(?=\D)")
# "≥ 60%", "tối thiểu 12,5 ha", "40 - 50%"; the words before it are the label, the words behind it a measure or what is counted.
_PIECE = re.compile(
    r"(?P<label>[^\d≥≤<>=]*?)(?P<lead>(?:(?:[≥≤<>=]|(?<!\w)(?:phấn đấu|đạt|trên|dưới|hơn|từ|còn|là|có|ít nhất|tối thiểu|tối đa|không quá|không dưới|thêm)) ?)*)"
    r"(?P<figure>\d[\d.,]*(?: \d{3}(?!\d))*(?: ?%)?(?: ?(?:[-–÷~/]|đến) ?\d[\d.,]*)?)(?P<tail>[^\d]*)", re.IGNORECASE | re.DOTALL)
# Words that make a number no part of the row: changes, shares of something else, times, names of places, conditions.
_OTHER = re.compile(
    r"^bằng (?!cấp)|(?<!\w)(?:tăng|giảm|so|tương|tức|chiếm|khoảng|ước|năm|tháng|quý|ngày|kế hoạch|hiện|không|theo|nghị|quyết|số|điều|mục|"
    r"đến|hết|trước|sau|trên|của|mỗi|lần|mức|cấp|độ|loại|hạng|nhóm|top|thứ|lớp|tổ|đội|khu|khối|đường)(?!\w)")
_PLACE = re.compile(r"(?:(?<!nông )thôn|ấp|bản|xóm|buôn|làng|khóm|phố|phường|xã|quận|huyện|trường|km)$")
_WHEN = re.compile(r"(?<!\w)(?:năm|quý|tháng|giai đoạn) (?:\d|[IV])|(?<!\w)(?:trừ|không (?:bao gồm|tính)) ", re.IGNORECASE)  # a horizon, a qualifier: the value's own
_SAYS = re.compile(r"(?:đối với|riêng|ở|tại|và|cho) ")


@dataclass(frozen=True, slots=True)
class CellParts:
    """What a value cell holds: the row's own value as printed (`own`, empty: every value has a label) and (label, value) of its parts."""

    own: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]


def cell_parts(value: str, percent: bool) -> CellParts | None:
    """The parts of a value cell; None where it holds one value, or nothing that is told apart with certainty.

    `percent`: the row's unit of measure is "%", so that of "6/8 trường (75%)" the share is the value.
    """
    if len(_NUMBERS.findall(value)) < 2 or not _CUT.search(value) or _WHEN.search(value):
        return None
    pieces = [(inner, _BULLET.sub("", piece).strip(" .,:")) for inner, piece in _pieces(value)]
    pieces = [(inner, piece) for inner, piece in pieces if piece]
    own: list[str] = []
    parts: list[tuple[str, str]] = []
    for n, (inner, piece) in enumerate(pieces):
        m = _PIECE.fullmatch(piece)
        if m is None:
            if n == 0 or not inner:
                return None
            continue  # a remark in brackets
        label = _SAYS.sub("", m["label"].strip(" :,–-").lstrip()).strip(" :")
        folded = fold(label)
        shown = (m["lead"] + m["figure"] + m["tail"]).strip()
        if not label:
            if n == 0 or (inner and percent and own and "%" not in own[0] and shown.endswith("%")):
                own = [shown]
            elif not inner:
                if not own or not m["lead"] or shown.endswith("%") == own[0].endswith("%"):
                    return None
                own.append(shown)  # "2,5 km; đạt 85%": the same in two measures
        elif _OTHER.search(folded) or _PLACE.search(folded) or len(label.split()) > 8:
            if not inner:
                return None
        else:
            parts.append((label, shown))
    if not own and len(parts) < 2:
        return None
    return CellParts(tuple(own), tuple(parts))


def _pieces(value: str) -> list[tuple[bool, str]]:
    """Pieces of a cell with whether they stand in brackets or behind "trong đó"."""
    found: list[tuple[bool, str]] = []
    at, inner = 0, False
    for m in [*_CUT.finditer(value), None]:
        piece = value[at : m.start() if m else len(value)]
        if m is not None and m[0] == "," and piece.strip() and not re.search(r"\d", piece):
            continue  # "bằng cấp, chứng chỉ 30%": a label goes on behind its comma
        found.append((inner, piece))
        if m is None:
            break
        inner = m[0] == "(" or (m[0] != ")" and (inner or m[0][0].isalpha()))
        at = m.end()
    return found
