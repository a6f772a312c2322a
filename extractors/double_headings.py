"""Headings of one column that name the wording of the rows and something else: "Nội dung nhiệm vụ và đơn vị thực hiện"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDED_TOO = re.compile(r"(?:tên |các )*(?:nội dung|nhiệm vụ|công việc|hoạt động|giải pháp)(?: [^,;/&–-]{1,30})?(?:, | và | ?[/&–-] ?)")


def words_too(roles: list[str | None], folded: Sequence[str]) -> bool:
    """Make the first such column, in a table that words its rows nowhere else, the one of its tasks (`roles`, changed in place)."""
    at = next((i for i, text in enumerate(folded) if roles[i] in ("owner", "lead", "time", "result") and _WORDED_TOO.match(text)), None)
    if at is not None:
        roles[at] = "task"
    return at is not None
