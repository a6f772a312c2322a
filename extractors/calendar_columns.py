"""Time columns of calendars: a month printed as a bare number under "Tháng", and one printed once for the rows below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.mark_columns import context_year
from normalizers.text import fold

_MONTH_HEAD = re.compile(r"(?:các )?tháng(?: (?:thực hiện|trong năm|triển khai|hoạt động))?")
_NUMBERS = re.compile(r"(?:0?[1-9]|1[0-2])(?: ?(?:[,;+&–-]|và|đến) ?(?:0?[1-9]|1[0-2]))*")


def read_calendar(texts: Sequence[dict[str, str]], roles: Sequence[str | None], heads: Sequence[str], contexts: Sequence[str]) -> None:
    """Complete the "time" of rows (role → wording, changed in place). `heads` are the columns' headings, `contexts` the
    headings and title around the table, nearest first, which may name the year.

    A bare number is a month only under a heading of months: under "Thời gian (tháng)" it may be a span. A blank cell is of
    the month above only where the time is the calendar's first column.
    """
    if "time" not in roles:
        return
    col = roles.index("time")
    if col < len(heads) and _MONTH_HEAD.fullmatch(fold(heads[col]).strip(" .:()")):
        year = context_year(contexts)
        for row in texts:
            said = fold(row.get("time", "")).strip(" .")
            if said and _NUMBERS.fullmatch(said):
                row["time"] = f"Tháng {said}/{year}" if year else f"Tháng {said}"
    if next((c for c, role in enumerate(roles) if role != "no"), None) == col:
        above = ""
        for row in texts:
            if "task" in row and "time" not in row and above and len(row) > 1:
                row["time"] = above
            above = row.get("time", "") if len(row) > 1 else ""
