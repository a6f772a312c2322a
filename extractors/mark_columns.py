"""Columns that only bear marks ("x" under "Quý II", "CT" under "Phòng Kinh tế"): the heading of a marked column is what its row says.

Hands on the columns with their headings, and the phrase that a row's marked time columns make ("Quý I, II/2026").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.cell_kinds import unit_fit
from extractors.document import Cell, Table
from extractors.grid import Grid, grid_of
from normalizers.text import fold

_MARK = re.compile(r"[xX×✓✔√●•■▪*+]|\(x\)|\[x\]", re.IGNORECASE)
_MISREAD = re.compile(r"(?![-–—.,_]+$|\d+[.,%]*$)\S{1,3}")
# What a unit does, under its name: "CT" under one unit, "PH" under the others.
_DUTIES = {"ct": "lead", "c": "lead", "chủ trì": "lead", "đầu mối": "lead", "ph": "support", "p": "support", "phối hợp": "support", "tham gia": "support"}
_LONGEST_DUTY = 12  # characters
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTERS = ("I", "II", "III", "IV")
_QUARTER = re.compile(r"(?:quý|quí|q) ?\.?(i{1,3}|iv|[1-4])(?!\w)")
_MONTH = re.compile(r"(?:tháng|t) ?\.?(0?[1-9]|1[0-2])(?!\d)")
_BARE = re.compile(r"0?([1-9]|1[0-2])|(i{1,3}|iv)")


@dataclass(frozen=True, slots=True)
class MarkColumn:
    """A column of marks. `kind` and `number`: quarter 1–4, month 1–12, year, or the owner unit named by `label`."""

    kind: Literal["quarter", "month", "year", "owner"]
    number: int
    label: str
    year: int | None


def is_mark(text: str, scanned: bool = False) -> bool:
    """Whether a cell holds nothing but a tick; of a scan, also what a lone tick is often misread as ("%", "b<")."""
    return bool(_MARK.fullmatch(text.strip()) or (scanned and _MISREAD.fullmatch(text.strip())))


def duty_mark(text: str) -> str | None:
    """The field of a cell that holds nothing but a duty ("CT", "(PH)", "Phối hợp"), None of any other."""
    return _DUTIES.get(fold(text).strip(" .()-–")) if len(text) <= _LONGEST_DUTY else None


def mark_columns(table: Table, start: int, grid: Grid | None = None) -> dict[int, MarkColumn]:
    """Columns whose filled cells below the `start` header rows are all ticks and whose heading names a time or a unit; of units also duties.

    One ticked column alone is no schedule; times and units do not mix in one table.
    """
    grid = grid or grid_of(table)
    if not start or start >= len(grid.cells):
        return {}
    found: dict[int, MarkColumn] = {}
    bare: dict[int, int] = {}
    scanned, sure = table.origin == "ocr", False
    heading_rows = [row for row in grid.texts[:start] if not _counts_columns(row)]
    body = [r for r in range(start, len(grid.cells)) if grid.texts[r] not in grid.texts[:start]]  # without headings typed again further down
    for col in range(table.n_cols):
        cells: list[str] = []
        for r in body:
            if (cell := grid.cells[r][col]) is None or cell.col_span != 1 or not cell.lines:
                continue
            cells.append(grid.texts[r][col])
            if not is_mark(cells[-1], scanned) and duty_mark(cells[-1]) is None:
                cells.clear()
                break  # most columns end here at their first cell
        if not cells:
            continue
        sure = sure or any(is_mark(text) for text in cells)
        heads = [row[col] for row in heading_rows if row[col]]
        heads = list(dict.fromkeys(heads))
        column = _read_heading(heads)
        if (column is None or column.kind != "owner") and any(duty_mark(text) for text in cells):
            continue  # "Phối hợp" under "Đơn vị tham gia" is no tick
        if column is not None:
            found[col] = column
        elif heads and (m := _BARE.fullmatch(fold(heads[-1]).strip(" .:()"))):
            bare[col] = int(m[1]) if m[1] else _ROMAN[m[2]]
    _go_on(found, bare)
    times = {c: m for c, m in found.items() if m.kind != "owner"}
    # A quarter without any tick keeps no row from its time, so one ticked column beside empty ones will do.
    if times:
        return times if sure else {}
    return found if len(found) >= 2 else {}


def _counts_columns(row: Sequence[str]) -> bool:
    """Whether a row of the headings numbers the columns, "(1) (2) (3)": its numbers are no months."""
    filled = [(col, m) for col, text in enumerate(row) if text.strip() for m in [re.fullmatch(r"\(?(\d{1,2})\)?", text.strip())]]
    # Months stand behind the wording; the numbers of columns count from the first.
    return len(filled) >= 3 and all(m is not None and int(m[1]) == filled[0][0] + n + 1 for n, (_, m) in enumerate(filled)) and filled[0][0] <= 1


def _go_on(found: dict[int, MarkColumn], bare: dict[int, int]) -> None:
    """Bare numbers that count on from the months or quarters beside them, which the heading above them does not reach."""
    for col, number in [*sorted(bare.items()), *sorted(bare.items(), reverse=True)]:
        for side in (-1, 1):
            near = found.get(col + side)
            if col not in found and near is not None and near.kind in ("month", "quarter") and near.number == number + side and number <= (12 if near.kind == "month" else 4):
                found[col] = MarkColumn(near.kind, number, str(number), near.year)


def _read_heading(heads: Sequence[str]) -> MarkColumn | None:
    """What the headings over a column say, the innermost last."""
    if not heads:
        return None
    own = fold(heads[-1]).strip(" .:()")
    above = " ".join(fold(h) for h in heads[:-1])
    years = _YEAR.findall(own) or _YEAR.findall(above)
    year = int(years[-1]) if years else None
    if m := _QUARTER.match(own):
        return MarkColumn("quarter", _ROMAN.get(m[1]) or int(m[1]), heads[-1], year)
    if m := _MONTH.match(own):
        return MarkColumn("month", int(m[1]), heads[-1], year)
    if (m := _BARE.fullmatch(own)) and re.search(r"quý|quí|tháng", above):
        number = int(m[1]) if m[1] else _ROMAN[m[2]]
        kind: Literal["quarter", "month"] = "quarter" if re.search(r"quý|quí", above) and number <= 4 else "month"
        return MarkColumn(kind, number, heads[-1], year)
    if re.fullmatch(r"(?:năm )?20\d\d", own):
        return MarkColumn("year", int(own[-4:]), heads[-1], int(own[-4:]))
    if len(own.split()) >= 2 and unit_fit(heads[-1]) >= 0.9:
        return MarkColumn("owner", 0, heads[-1], None)
    return None


def marked_owners(cells: Sequence[Cell | None], columns: dict[int, MarkColumn]) -> dict[str, str]:
    """The units of the columns that a row marks as owner cells by role: who leads and who helps, where duties stand in place of ticks."""
    duties = {c: duty for c in columns if c < len(cells) and (cell := cells[c]) is not None and (duty := duty_mark(cell.text))}
    ticked = ticked_in(cells, columns)
    if not duties:
        return {"owner": "; ".join(m.label for m in ticked)}
    led = "lead" in duties.values()
    fields: dict[str, list[str]] = {}
    for c in sorted(columns):
        if c in duties or columns[c] in ticked:
            # Beside one who leads, a tick says who takes part.
            fields.setdefault(duties.get(c) or ("support" if led else "lead"), []).append(columns[c].label)
    return {role: "; ".join(labels) for role, labels in fields.items()}


def marked_time(ticked: Sequence[MarkColumn], contexts: Sequence[str]) -> str:
    """The ticked columns as one time phrase. The year is that of their headings, else the first that `contexts` name alone."""
    if ticked[0].kind == "year":
        return "Năm " + ", ".join(str(m.number) for m in ticked)
    year = next((m.year for m in ticked if m.year), None) or context_year(contexts)
    names = [_QUARTERS[m.number - 1] if m.kind == "quarter" else str(m.number) for m in ticked]
    phrase = ("Quý " if ticked[0].kind == "quarter" else "Tháng ") + ", ".join(names)
    return f"{phrase}/{year}" if year else phrase


def context_year(contexts: Sequence[str]) -> int | None:
    """The first year that one of the headings names alone."""
    for text in contexts:
        years = set(re.findall(r"năm (20\d\d)(?!\d| ?[-–/])", fold(text)))
        if len(years) == 1:
            return int(years.pop())
    return None


def ticked_in(row: Sequence[Cell | None], columns: dict[int, MarkColumn]) -> list[MarkColumn]:
    """The marked columns that a row ticks, left to right. All that stands in a marked column is a tick or a duty."""
    return [m for c, m in sorted(columns.items()) if c < len(row) and (cell := row[c]) is not None and (is_mark(cell.text, scanned=True) or (m.kind == "owner" and duty_mark(cell.text)))]
