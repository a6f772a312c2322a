"""Cells below "Ghi chú" that say when a task is done or who helps, where no cell of the row does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.owner_lines import read_attributes
from normalizers.deadlines import is_time_phrase

_SAID = re.compile(r"(?:(?:dự kiến |phải )?(?:hoàn thành|thực hiện|xong)(?: xong)? )(?=(?:trong|trước|vào|từ|quý|tháng|năm|ngày|chậm nhất)\b)", re.IGNORECASE)
_LONGEST = 160


def read_notes(texts: Sequence[dict[str, str]], roles: Sequence[str | None]) -> None:
    """Read the notes of task rows (role → wording, changed in place): "Hoàn thành trước 30/6/2026", "Phối hợp: Đoàn Thanh niên xã"."""
    if "note" not in roles:
        return
    for row in texts:
        note = row.get("note", "")
        if not note or len(note) > _LONGEST:
            continue
        if (at := read_attributes(note)).any and at.start == 0:
            for role, said in (("lead", at.lead), ("support", at.support), ("time", at.deadline)):
                if said and role not in row and not (role == "lead" and "owner" in row):
                    row[role] = said
        elif "time" not in row:
            said = _SAID.sub("", note, count=1)
            said = said[:1].upper() + said[1:]
            if is_time_phrase(said):
                row["time"] = said
