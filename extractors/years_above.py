"""Headings below the heading of a year: "Năm 2025" over "Kế hoạch | Ước thực hiện", "Kế hoạch 2026" over "Số lượng | So sánh (%)".

Hands on one heading that says both: "Kế hoạch năm 2025", "Thực hiện năm 2025".
"""

from __future__ import annotations

import re

from normalizers.text import fold

_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
_PAREN = re.compile(r"\s*(\([^()]*\))\s*$")
_REACHED = re.compile(r"(?:ước )?(?:kết quả )?(?:thực hiện|th|đạt|kết quả|đạt được|đã đạt)(?: được)?|ước(?: cả năm| năm)?|ưth|uth|thực tế|hiện trạng|ước (?:cả năm|năm)")
_PLANNED = re.compile(r"(?:kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu|đăng ký|dự kiến|nghị quyết|nq)(?: năm| phấn đấu| giao| đề ra| kế hoạch| mục tiêu)*")
_COMPARED = re.compile(r"(?:(?:%|tỷ lệ|tỉ lệ|tốc độ|mức|tăng|giảm|\+|-|chênh lệch|so|đạt)[ ,/()+-]*)+(?:%|tỷ lệ|tỉ lệ)?[ ,/()+-]*(?:so|với|cùng kỳ|kế hoạch|kh|th|hằng năm|hàng năm|năm|20\d\d|ước|ưth|dự toán|trưởng|bình quân|bq|[ ,/()%-])*")
_SAYS = re.compile(r"tăng|so|chênh|đạt|kế hoạch|kh(?!\w)|cùng kỳ|/")


def under_year(above: str, above_role: str | None, child: str, child_role: str | None) -> str | None:
    """One heading for `child` below `above`, whose roles are given; None where `above` is no heading of a year or says nothing of `child`."""
    years = _YEARS.findall(above)
    if not years or not above_role or not (above_role == "actual" or above_role.startswith("value@")):
        return None
    paren = m[1] if (m := _PAREN.search(child)) else ""
    bare = fold(child[:m.start()] if m else child).strip(" .:;,*")
    when = f"giai đoạn {years[0]} - {years[-1]}" if years[0] != years[-1] else f"năm {years[0]}"
    if bare and _COMPARED.fullmatch(bare) and _SAYS.search(bare):
        return "So sánh"
    if child_role == "actual":
        return None
    if _REACHED.fullmatch(bare):
        return f"Thực hiện {when}"
    if _PLANNED.fullmatch(bare):
        return f"Kế hoạch {when} {paren}".strip()
    if child_role in ("value", None, "other") and above_role == "actual":
        return f"Thực hiện {when}"
    if child_role == "value":
        given = re.search(r"(?:tỉnh|thành phố|huyện|xã|phường|đặc khu|cấp trên|trung ương)(?!\w)", bare)
        return f"Kế hoạch {when} của {given[0]} {paren}".strip() if given else f"Kế hoạch {when} {paren}".strip()
    return None
