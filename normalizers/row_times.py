"""Times that a table row of a target says itself: in its indicator ("Kim ngạch xuất khẩu đến năm 2030") or beside each amount of its value cell
("Quý II: 50; Quý IV: 100")."""

from __future__ import annotations

import re

from normalizers.acts import opens_act
from normalizers.target_horizons import horizons
from normalizers.text import fold

_BY = re.compile(r"(?:tính )?(?:đến|tới|vào|trong|giai đoạn|thời kỳ|\(|năm )")
_OTHER_BEFORE = re.compile(r"(?:so với|so|của|từ|kể từ|chuẩn|giá|bằng|gấp|hơn|theo|trước|sau|ban hành|và|kế hoạch|dự toán|nghị quyết|tầm nhìn|theo (?:bộ )?(?:tiêu )?(?:chuẩn|chí)[^,;.():\d%]{0,30})(?: (?:cùng kỳ|giai đoạn|thời kỳ|thực hiện))? ?\(?$")
_YEARS = re.compile(r" ?\((?:giai đoạn |thời kỳ )?(?P<a>20\d\d) ?[-–] ?(?P<b>20\d\d)\)$")
_LEAST_WORDS = 2  # what is left must still name something

_FIGURE = r"(?P<figure>(?:(?:[≥≤<>=]|phấn đấu|đạt|trên|dưới|từ|ít nhất|tối thiểu|không quá|khoảng) ?){0,3}\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?(?: ?%| [^\W\d_]+(?: [^\W\d_]+){0,2})?(?: trở (?:lên|xuống))?)"
_PART = re.compile(rf"(?P<part>quý (?:iv|i{{1,3}}|[1-4])|(?:0?6|sáu) tháng (?:đầu|cuối) năm) ?(?:[:=–-] ?|(?:đạt|là|có|còn) ){_FIGURE}", re.IGNORECASE)
_CUT = re.compile(r" *(?:[;\n]|,(?=\s)) *(?:và )?")


def timed_indicator(name: str) -> tuple[str, str | None]:
    """(indicator without the year or period that closes or opens it, EDTF of that); the indicator as it is and None where it has none of its own.

    A year that something is measured against ("so với năm 2025") or that tells which things are meant ("ban hành năm 2024") is none.
    """
    if "20" not in name or opens_act(fold(name)):
        return name, None  # "Số hóa sổ hộ tịch giai đoạn 1990 - 2015": which are meant
    if (years := _YEARS.search(name)) is not None and years["a"] < years["b"]:
        left = name[: years.start()].rstrip(" ,")
        return (left, f"{years['a']}/{years['b']}") if len(left.split()) >= _LEAST_WORDS and not _OTHER_BEFORE.search(fold(left)) else (name, None)
    low = fold(name)
    if len(low) != len(name):
        return name, None
    for h in horizons(low, 0, len(low)):
        opens = h.start == 0 and low[h.end : h.end + 1] in (",", ":")
        left = name[h.end + 1 :].strip() if opens else name[: h.start].rstrip(" ,")
        closes = h.end == len(low) and _BY.match(low, h.start) is not None and not _OTHER_BEFORE.search(low[: h.start].rstrip())
        if (opens or closes) and len(left.split()) >= _LEAST_WORDS:
            return left, h.edtf
    return name, None


def cell_parts_of_year(value: str) -> list[tuple[str, str]]:
    """(quarter or half year, figure) of each piece of a value cell that gives one amount for each; [] where one piece is anything else."""
    if (";" not in value and "," not in value and "\n" not in value) or not _CUT.search(value) or not re.search("quý|tháng", value, re.IGNORECASE):
        return []
    pieces = [_PART.fullmatch(piece.strip()) for piece in _CUT.split(value.strip(" .,;"))]
    found = [(m["part"], m["figure"]) for m in pieces if m]
    return found if len(found) == len(pieces) > 1 else []
