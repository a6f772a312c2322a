"""Columns of a budget's revenue: in a section of targets, what is to be collected is one: "Nội dung thu | Dự toán năm 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.given_values import own_commitments
from normalizers.text import fold

# What the rows of such a table name.
_COLLECTED = re.compile(r"(?:(?:nội dung|chỉ tiêu|nguồn|khoản|các khoản|loại|danh mục)(?: các)?(?: khoản| nguồn)? thu|sắc thuế|khoản thu, sắc thuế)(?: ngân sách| nsnn| ngân sách nhà nước)?")
_ESTIMATE = re.compile(r"dự toán(?! (?:chi|kinh phí)(?!\w)).*")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def of_revenue(roles: list[str | None], heads: Sequence[str]) -> list[str | None]:
    """Roles, the estimates of a table that words what is collected as its values, those of a higher body apart."""
    folded = [fold(head).strip(" .:;,*-") for head in heads]
    worded = next((i for i, text in enumerate(folded[:2]) if _COLLECTED.fullmatch(text)), None)
    if worded is None:
        return roles
    out = list(roles)
    for i, text in enumerate(folded):
        if out[i] == "budget" and _ESTIMATE.fullmatch(text):
            out[i] = f"value@{years[-1]}" if (years := _YEAR.findall(text)) else "value"
    if out == roles:
        return roles
    out[worded] = "indicator"
    return own_commitments(out, folded)
