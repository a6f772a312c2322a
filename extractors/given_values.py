"""Columns of one year that say who sets the number: what a higher level gives beside what the plan's own body commits to.

Hands on the columns' roles with the higher body's numbers as `actual`: "Tỉnh giao năm 2026 | Xã phấn đấu năm 2026" commits to the second.
So with what a set of criteria asks of everybody: "Chỉ tiêu theo quy định | Hiện trạng | Mục tiêu năm 2026" commits to the last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

# Who sets a number, the highest first: a heading's level is that of the first pattern found in it.
_LEVELS = (
    re.compile(r"(?<!\w)(?:trung ương|tw|chính phủ|quốc hội|thủ tướng|bộ)(?!\w)"),
    re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp|cấp trên|sở)(?!\w)"),
    re.compile(r"(?<!\w)(?:huyện|quận|thị xã)(?!\w)"),
    re.compile(r"(?<!\w)(?:xã|phường|đặc khu|địa phương|đơn vị|phấn đấu|đăng ký)(?!\w)"),
)

# What a criterion asks of everybody: "Chỉ tiêu quy định", "Yêu cầu", "Mức chuẩn", "Chỉ tiêu theo vùng".
_NORM = re.compile(r"(?:chỉ tiêu|mức|yêu cầu|chuẩn|quy định|ngưỡng|nội dung)(?!\w)(?:.* (?:quy định|theo vùng|chuẩn|tiêu chí|ntm|nông thôn mới|nâng cao|kiểu mẫu|qđ|quyết định)(?!\w).*| chung| yêu cầu| đạt)?|(?:theo )?(?:quy định|chuẩn).*")
_OPEN_NORM = frozenset({"chỉ tiêu", "mức", "nội dung"})  # say nothing of the kind alone


def _without_norms(roles: list[str | None], folded: Sequence[str]) -> list[str | None]:
    """Roles, an undated column of what is asked of everybody as `actual` where the plan's own aims stand in columns of years."""
    if not any(role and role.startswith("value@") for role in roles):
        return roles
    # "Nội dung tiêu chí | Chỉ tiêu | Hiện trạng | Năm 2026": of criteria, "Chỉ tiêu" before the present state is what each asks for
    if "actual" in roles and any("tiêu chí" in text for text in folded) and "chỉ tiêu" in folded[:roles.index("actual")]:
        roles = ["actual" if role == "value" and text == "chỉ tiêu" else role for role, text in zip(roles, folded, strict=True)]
    return ["actual" if role in ("value", None) and text not in _OPEN_NORM and _NORM.fullmatch(text) else role for role, text in zip(roles, folded, strict=True)]


def own_commitments(roles: list[str | None], folded: Sequence[str]) -> list[str | None]:
    """Roles, of the value columns of one period the higher bodies' as `actual` where a lower one's stands beside them.

    `folded`: the columns' headings, folded. A heading that names nobody ("Kế hoạch năm 2026") is the plan's own."""
    roles = _without_norms(roles, folded)
    periods: dict[str, list[int]] = defaultdict(list)
    for i, role in enumerate(roles):
        if role and role.split("@")[0] == "value":
            periods[role].append(i)
    out = roles
    for columns in periods.values():
        if len(columns) > 1:
            levels = [next((n for n, level in enumerate(_LEVELS) if level.search(folded[i])), len(_LEVELS) - 1) for i in columns]
            given = {i for i, level in zip(columns, levels, strict=True) if level < max(levels)}
            out = ["actual" if i in given else role for i, role in enumerate(out)]
    return out
