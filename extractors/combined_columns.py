"""Columns that say two things at once: "Đơn vị thực hiện, thời gian hoàn thành", "Nội dung và đơn vị thực hiện", owners that come with a
label and a time of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.owner_lines import read_attributes
from extractors.table_rows import Row
from normalizers.deadlines import is_time_phrase
from normalizers.text import fold
from normalizers.unit_headings import heading_units

_WHO = re.compile(r"đơn vị|cơ quan|bộ phận|phân công|chủ trì|người (?:thực hiện|phụ trách)|phụ trách")
_WHEN = re.compile(r"thời gian|thời hạn|tiến độ|thời điểm")
_BORDER = re.compile(r"\s*(?:[,;:(]|\s[-–—]\s|\n)\s*(?:[-–+]\s*)?")
_DONE = re.compile(r"(?:Hoàn thành|Xong|Thực hiện) (?:trong |vào )?")
_TIME_BEHIND = re.compile(r"\s*[,;(]\s*(?=(?:hoàn thành|xong|thực hiện|trước|trong|chậm nhất|đến|tháng|quý|năm|ngày)\b)", re.IGNORECASE)
_LABEL = re.compile(r"([^:]{3,120}): ?(?=\S)")
_OWNERS = ("lead", "owner", "support")


def read_combined(rows: Sequence[Row], roles: Sequence[str | None], heads: Sequence[str]) -> None:
    """Part the cells of such columns (the texts of `rows`, changed in place); `heads` are the columns' headings."""
    if not any(role in roles for role in _OWNERS):
        said = {role: fold(head) for role, head in zip(roles, heads, strict=False) if role in ("time", "task")}
        if _WHO.search(said.get("time", "")):
            for row in rows:
                _part_time(row)
        elif _WHO.search(said.get("task", "")):
            for row in rows:
                if "task" in row.texts and (label := _LABEL.match(row.texts["task"])) and heading_units(label[1]):
                    row.texts["lead"] = label[1]
        return
    if "time" in roles:
        return
    for row in rows:
        for role in ("owner", "lead"):
            if (cell := row.cells.get(role)) is not None and "time" not in row.texts and any(map(str.isdigit, cell.text)):
                _part_owner(row, role)
            if cell is not None and ("hời gian" in cell.text or "oàn thành" in cell.text or "ời hạn" in cell.text) \
                    and (at := read_attributes(cell.text)).any and at.deadline and at.start <= 2:
                row.texts.pop(role)
                row.texts |= {name: said for name, said in (("lead", at.lead), ("support", at.support), ("time", at.deadline)) if said}


def _part_owner(row: Row, role: str) -> None:
    """"Phòng Kinh tế chủ trì, hoàn thành tháng 9/2026", "Công an xã; trước 30/6/2026": the time behind the owners of a table that has no column of times."""
    text = row.texts.get(role, "")
    for border in _TIME_BEHIND.finditer(text):
        who, when = text[: border.start()].strip(" .;,"), text[border.end() :].strip(" .;,").removesuffix(")" if "(" in border[0] else "\0")
        if who and is_time_phrase(_DONE.sub("", when[:1].upper() + when[1:])):
            row.texts[role], row.texts["time"] = who, when
            return


def _part_time(row: Row) -> None:
    """"Phòng Kinh tế, trước 30/4/2026", "Tháng 5/2026 - Công an xã": the owners and the time of one cell."""
    cell = row.cells.get("time")
    if cell is None or "time" not in row.texts:
        return
    text = "\n".join(line.text for line in cell.lines)
    for border in _BORDER.finditer(text):
        first, second = text[: border.start()].strip(" .;\n"), text[border.end() :].strip(" .;\n").removesuffix(")" if "(" in border[0] else "\0")
        for who, when in ((first, second), (second, first)):
            if who and when and heading_units(who) and is_time_phrase(when[:1].upper() + when[1:]):
                row.texts["lead"], row.texts["time"] = who, when
                return
