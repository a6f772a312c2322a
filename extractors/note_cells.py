"""Cells below "Ghi chú" that say when a task is done or who does it, where no cell of the row does, and tables of tasks with notes alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.owner_lines import read_attributes
from normalizers.acts import is_act
from normalizers.deadlines import is_time_phrase

_SAID = re.compile(r"(?:(?:dự kiến |phải )?(?:hoàn thành|thực hiện|xong)(?: xong)? )(?=(?:trong|trước|vào|từ|quý|tháng|năm|ngày|chậm nhất)\b)", re.IGNORECASE)
_LONGEST = 160
_PLAIN = frozenset({"no", "task", "note", None})
_MOSTLY = 0.7


def lists_tasks(roles: Sequence[str | None], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table of a section of tasks that has no columns but numbers, wording and notes lists acts."""
    if "task" not in roles or not _PLAIN.issuperset(roles):
        return False
    said = [row[roles.index("task")] for row in rows if row[roles.index("task")]]
    return bool(said) and sum(map(is_act, said)) >= _MOSTLY * len(said)


def read_notes(texts: Sequence[dict[str, str]], roles: Sequence[str | None]) -> None:
    """Read the notes of task rows (role → wording, changed in place): "Hoàn thành trước 30/6/2026", "Phối hợp: Đoàn Thanh niên xã"."""
    if "note" not in roles:
        return
    for row in texts:
        note = row.get("note", "")
        if not note or len(note) > _LONGEST or note.startswith("Đã "):  # "Đã ban hành năm 2025" tells what was done
            continue
        at = read_attributes(note)
        if not at.any and not any(role in row for role in ("lead", "owner", "support")):
            at = read_attributes(f"({note.strip(' .;')})")
        if at.any and at.start == 0:
            for role, said in (("lead", at.lead), ("support", at.support), ("time", at.deadline)):
                if said and role not in row and not (role == "lead" and "owner" in row):
                    row[role] = said
        elif "time" not in row:
            said = _SAID.sub("", note, count=1)
            said = said[:1].upper() + said[1:]
            if is_time_phrase(said):
                row["time"] = said
