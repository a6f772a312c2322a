"""Columns that tell who takes part in an activity and how many: no value of a target."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WHO = re.compile(r"(?:đối tượng|thành phần|học viên|đại biểu)(?: (?:tham gia|tham dự|dự|bồi dưỡng|đào tạo|tập huấn|học|cử đi))*")
_HOW_MANY = re.compile(r"(?:số lượng|số người|sl)(?: (?:người|học viên|đại biểu|tham gia|tham dự|dự kiến))*(?: \([^()]*\))?")


def attendance(roles: list[str | None], folded: Sequence[str]) -> list[str | None]:
    """Roles, "Số lượng" beside "Đối tượng" of a list of activities as `other`: "Chương trình | Đối tượng | Số lượng | Thời gian"."""
    if "value" not in roles or "task" not in roles or {"indicator", "measure"} & set(roles):
        return roles
    out = list(roles)
    for i, text in enumerate(folded):
        if roles[i] == "value" and _HOW_MANY.fullmatch(text) and any(_WHO.fullmatch(near) for near in (*folded[max(i - 1, 0) : i], *folded[i + 1 : i + 2])):
            out[i] = "other"
    return out
