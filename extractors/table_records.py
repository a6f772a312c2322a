"""Rows of target and task tables as raw records: header, group rows, sub-rows, merged cells, value columns by year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter, lt

from extractors.allotment import read_allotment
from extractors.calendar_columns import of_group, read_calendar, span_columns, spanned
from extractors.circumstances import is_agenda
from extractors.document import Cell, Line, Table
from extractors.grid import Grid, grid_of
from extractors.listed_owners import listed_owners
from extractors.mark_columns import MarkColumn, mark_columns, marked_owners, marked_time, ticked_in
from extractors.markers import BULLETS, read_marker, roman_value
from extractors.raw import RawPlan, RawTarget, RawTask
from extractors.shared_cells import (
    fill_down,
    join_owners,
    merged_down,
    nearly_all_timed,
    part_by_heading,
    repeat_above,
    share_leads,
    take_from_above,
)
from extractors.stacked_values import stacked
from extractors.table_head import ROW_NO, header_of, is_estimate, looks_back
from extractors.table_headers import is_number_row, merge_header, printed_units, table_kind
from extractors.timed_headings import time_of_titles
from normalizers.targets import is_quantity_cell, read_targets
from normalizers.text import fold

_SUMS_UP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")  # numbers of groups
# "Tổng cộng (I + II)", "Tổng kinh phí"; not "Tổng kết công tác …" (an act) nor "Tổng số lượt khách" (an indicator).
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|cộng|tổng)(?: (?:kinh phí|nhu cầu|dự toán|chung))?\W*(?:\(.*\)\W*)?(?:[\d.,]+\W*)?")
_LEADS_ON = re.compile(r"(?:[:：]|\b(?:như|gồm|sau))\s*$")


_number = attrgetter("number")


@dataclass(slots=True)
class _Row:
    """One body row: raw text and cell by role, its lines, its printed number."""

    cells: dict[str, Cell]
    texts: dict[str, str]
    lines: list[Line]
    no: str | None
    distinct: list[Cell]
    at: int
    confidence: float = 1.0
    units: Mapping[str, str] = field(default_factory=dict)  # role of a column → the measure that its heading prints


@dataclass(slots=True)
class _Group:
    style: str
    text: str
    lines: list[Line] = field(default_factory=list)


def _own_lines(cells: list[Cell | None], row: int) -> list[Line]:
    """Lines of the row's cells in reading order; a cell merged from above counts for its first row only."""
    lines: list[Line] = []
    before: Cell | None = None
    for cell in cells:
        if cell is not None and cell is not before and (cell.row == row or cell.row_span <= 1):
            lines += cell.lines
        before = cell
    numbers = [line.number for line in lines]
    if all(map(lt, numbers, numbers[1:])):
        return lines
    return sorted({id(line): line for line in lines}.values(), key=_number)


def _rows(grid: Grid, start: int, roles: list[str | None]) -> list[_Row]:
    out: list[_Row] = []
    for r in range(start, len(grid.cells)):
        cells, printed = grid.cells[r], grid.texts[r]
        by_role: dict[str, Cell] = {}
        texts: dict[str, str] = {}
        for c, cell in enumerate(cells):
            role = roles[c] if c < len(roles) else None
            text = printed[c] if role is not None else ""
            if cell is None or role is None or not text:
                continue
            if role in texts:
                if by_role[role] is not cell and role in {"lead", "support", "owner", "result", "time", "note"}:
                    texts[role] = f"{texts[role]}; {text}"
                continue
            by_role[role] = cell
            if role in {"lead", "support", "owner"} and len(cell.lines) > 1:
                text = listed_owners([line.text for line in cell.lines]) or text
            texts[role] = text
        distinct = list({id(cell): cell for cell, text in zip(cells, printed, strict=True) if text and cell is not None}.values())
        m = ROW_NO.match(texts.get("no", ""))
        out.append(_Row(by_role, texts, _own_lines(cells, r), m[1] if m else None, distinct, r))
    return out


def _between_groups(rows: list[_Row], main: str, kind: str) -> list[list[_Row]]:
    """The rows with wording that stand together under one group row."""
    out: list[list[_Row]] = [[]]
    for i, row in enumerate(rows):
        if not row.texts.get(main) or _is_group(row, main, rows[i + 1] if i + 1 < len(rows) else None, kind):
            out.append([])
        else:
            out[-1].append(row)
    return [run for run in out if run]


def _style(no: str | None) -> str:
    """Numbering style of a printed row number, for nesting groups."""
    if no is None:
        return "plain"
    head = no.split(".")[0]
    if "." in no:
        return f"decimal{no.count('.')}"
    if head.isdigit():
        return "number"
    if roman_value(head) and head.isupper():
        return "roman"
    return "cap" if head.isupper() else "letter"


_RANK = {"cap": 0, "roman": 1, "plain": 2, "number": 3, "decimal1": 4, "letter": 5, "decimal2": 5, "decimal3": 6}


def read_table(table: Table, plan: RawPlan, section: tuple[str, ...], role: str | None, grid: Grid | None = None) -> None:
    """Append the records of a table to `plan`; every line of it gets a role.

    `section` are the headings above the table, `role` the role of the section it stands in (it decides only what
    headings leave open: a row that names an indicator in a target section is a target).
    """
    grid = grid or grid_of(table)
    shared = read_allotment(table, section, role, grid)
    if shared is not None:
        plan.records.extend(shared[1])
        for cell in table.cells:
            _mark(plan, cell.lines, "table-header" if cell.row < shared[0] else "cell")
        _mark(plan, table.repeated, "table-header")
        return
    start, roles = header_of(table, grid)
    ticks = mark_columns(table, start, grid)
    roles = [("owner" if ticks[c].kind == "owner" else "time") if c in ticks else known for c, known in enumerate(roles)]
    for r in range(start):
        for line in _own_lines(list(grid.cells[r]), r):
            plan.roles[line.number] = "table-header"
    for line in table.repeated:
        plan.roles[line.number] = "table-header"
    # Quarters without a figure under any of them are a schedule's, shaded or drawn.
    roles = [None if (known or "").startswith("value@-") and not any(row[c] for row in grid.texts[start:]) else known for c, known in enumerate(roles)]
    kind: str = table_kind(roles)
    meeting = role == "purpose" and "time" in roles and is_agenda([row[roles.index("time")] for row in grid.texts[start:]])
    if meeting or is_estimate(grid.texts[:start], roles, role) or looks_back(roles, section):
        _mark(plan, list(table.lines()), "table-other")
        return
    if kind == "other" and not (role in {"task", "target"} and start == 0 and {"task", "indicator"} & set(roles)):
        for line in table.lines():
            plan.roles.setdefault(line.number, "table-other")
        return
    main = "indicator" if "indicator" in roles else "task"
    if "work" in roles and not any((known or "").startswith("value") for known in roles):
        kind = "works"
    rows = _rows(grid, start, roles)
    for row in rows if ticks else []:
        _read_ticks(row, grid.cells[row.at], ticks, (*reversed(section), " ".join(plan.title)))
    heads = merge_header(grid.texts[:start]) if start else []
    part_by_heading([row.texts for row in rows], roles, heads)
    units = printed_units(heads, roles)
    for row in rows if units else []:
        row.units = units
    if between := span_columns(roles, heads):
        for row in rows:
            if "time" in row.texts:
                row.texts["time"] = spanned(*(grid.texts[row.at][c] for c in between))
    read_calendar([row.texts for row in rows], roles, heads, (*reversed(section), " ".join(plan.title)))
    groups: list[_Group] = []
    previous: _Row | None = None
    above: _Row | None = None
    last: _Row | None = None  # as `above`, over the titles of groups too
    worked: Cell | None = None
    merges_show = table.origin in ("ruled", "markup", "ocr")
    timed = not merges_show and nearly_all_timed(rows, main)
    heading_rows = [texts for texts in grid.texts[:start] if len(set(texts)) > 1]
    merged: list[str] = []
    if not merges_show:
        runs = _between_groups(rows, main, kind)
        for run in runs:
            join_owners(run)
        if table.origin != "aligned":  # there each cell is known to stand in its column
            share_leads(runs, roles)
        else:
            merged = merged_down(runs, roles)
    for i, row in enumerate(rows):
        following = rows[i + 1] if i + 1 < len(rows) else None
        text = row.texts.get(main, "")
        if is_number_row(grid.texts[row.at]) or grid.texts[row.at] in heading_rows:  # a heading typed again further down
            _mark(plan, row.lines, "table-header")
            continue
        if not row.distinct:
            continue
        if _is_group(row, main, following, kind):
            _push_group(groups, row, main)
            _mark(plan, row.lines, "heading")
            plan.headings.append((groups[-1].text, row.lines))
            previous = None
            above = above if merges_show else None
            continue
        if not text and "work" in row.texts:
            _emit_work(plan, row, None, (*section, *(g.text for g in groups)))
            _mark(plan, row.lines, "cell")
            continue
        if not text:
            text = row.texts.get("group", "") or _fallback_text(row, main)
        if not text or _TOTAL.fullmatch(fold(text)):
            _mark(plan, row.lines, "table-other" if text else "cell")
            continue
        while groups and groups[-1].style == "number-group" and _style(row.no) != "letter" and not (row.no or "").startswith(f"{groups[-1].text.split()[0].rstrip('.').lstrip('0')}."):
            groups.pop()
        path = (*section, *(g.text for g in groups), *([beside] if (beside := row.texts.get("group", "")) and text != beside else []))
        if previous is not None and row.cells.get(main) is previous.cells.get(main) and main in row.cells:
            if "work" in row.cells and row.cells["work"] is not worked:
                # One criterion, several tasks for it: each stands in a row of its own.
                worked = row.cells["work"]
                _emit_work(plan, row, None, path)
                _mark(plan, row.lines, "cell")
            else:
                _continue_row(plan, row, previous)
            continue
        if groups and "time" in roles and (month := of_group(row.texts.get("time", ""), groups[-1].text)):
            row.texts["time"] = month
        elif kind == "tasks" and groups and "time" not in roles and (said := time_of_titles(g.text for g in reversed(groups))):
            row.texts["time"] = said  # below "Tháng 3/2026" or "II. Quý II/2026", in a table that has no column of times
        if not merges_show and _SUMS_UP.fullmatch(row.no or ""):
            above = None  # "II | Cải cách thủ tục hành chính | 15 | 14,25" sums up the rows below it and shares nothing with those above
        repeat_above(row, last)
        take_from_above(row, above, roles, merges_show, table.origin == "aligned", timed)
        fill_down(row, above, merged)
        above = last = row
        _emit(plan, row, text, kind, main, path, tuple(reversed(path)), role)
        _mark(plan, row.lines, "cell")
        previous, worked = row, row.cells.get("work")
    for line in table.lines():
        plan.roles.setdefault(line.number, "cell")


def _read_ticks(row: _Row, cells: list[Cell | None], columns: dict[int, MarkColumn], contexts: tuple[str, ...]) -> None:
    """Put the headings of the columns that a row ticks in place of the ticks."""
    ticked = ticked_in(cells, columns)
    if ticked and len(row.distinct) > 1:
        owners = ticked[0].kind == "owner"
        row.texts["owner" if owners else "time"] = marked_owners(ticked) if owners else marked_time(ticked, contexts)


def _mark(plan: RawPlan, lines: list[Line], role: str) -> None:
    for line in lines:
        plan.roles.setdefault(line.number, role)


def _fallback_text(row: _Row, main: str) -> str:
    """A row whose wording stands in the column beside the main one (cells shifted by a bad merge)."""
    words = [c.text for c in row.distinct if len(c.text.split()) >= 4]
    return words[0] if words and not {"lead", "owner", "value"} & set(row.texts) else ""


def _is_group(row: _Row, main: str, following: _Row | None, kind: str) -> bool:
    filled = {r.split("@")[0] for r in row.texts} & {"lead", "support", "owner", "time", "result", "value", "measure", "budget", "work"}
    no = row.no
    text = row.texts.get(main, "")
    wide = [c for c in row.distinct if c.col_span >= 3]
    if wide and len(row.distinct) <= 2:
        return True
    if not no and following is not None and len(row.distinct) == 1 and row.distinct[0].col_span == 2 and main in row.cells:
        return True  # "Tháng 3/2026" over the wording and the only column beside it
    style = _style(no)
    if style in {"roman", "cap"} and len(row.distinct) == 2 and row.distinct[1].col_span > 1:
        return True  # "II | Chỉ tiêu xã hội" over the only column of values
    if filled:
        return False
    if style in {"roman", "cap"}:
        return True
    if no and following is not None and following.no and (following.no.startswith(no.lstrip("0") + ".") or (following.no == "a" and style in {"number", "decimal1"})):
        return True
    if _LEADS_ON.search(text) or (not no and following is not None and time_of_titles([text])):
        return True
    if not no and following is not None and following.no is not None and len(text.split()) <= 40:
        cell = row.cells.get(main) or (row.distinct[0] if row.distinct else None)
        upper = cell is not None and cell.text.isupper()
        bold = cell is not None and bool(cell.lines) and all(line.bold for line in cell.lines)
        return upper or bold or len(row.distinct) == 1
    if kind == "targets" and len(row.distinct) <= 2 and following is not None:
        return True
    cell = row.cells.get(main)
    return bool(cell and cell.lines and all(line.bold for line in cell.lines) and following is not None)


def _push_group(groups: list[_Group], row: _Row, main: str) -> None:
    text = row.texts.get(main) or " ".join(c.text for c in row.distinct if c.text != row.texts.get("no"))
    no = row.no
    if no is None:
        marker = read_marker(text)
        style: str = marker.kind if marker else "plain"
        style = {"letter_cap": "cap", "decimal": "decimal1"}.get(style, style)
        label = text
    else:
        style = _style(no)
        printed = row.texts.get("no", no).strip()
        label = text if re.match(rf"{re.escape(fold(printed))}(?!\w)", fold(text)) else f"{printed} {text}"
    rank = _RANK.get(style, 2)
    while groups and (groups[-1].style == "number-group" or _RANK.get(groups[-1].style, 2) >= rank):
        groups.pop()
    if style in {"number", "decimal1"}:
        style = "number-group" if no else style
    groups.append(_Group(style, label.strip(), row.lines))


def _continue_row(plan: RawPlan, row: _Row, previous: _Row) -> None:
    """A row that shares its wording cell with the row above: its other cells add to that record."""
    record = plan.records[-1]
    for role in ("lead", "support", "time", "result"):
        cell, old = row.cells.get(role), previous.cells.get(role)
        if cell is None or cell is old or not cell.text:
            continue
        name = {"time": "deadline"}.get(role, role)
        if hasattr(record, name):
            before = getattr(record, name)
            setattr(record, name, f"{before}; {cell.text}" if before else cell.text)
    record.lines.extend(row.lines)
    _mark(plan, row.lines, "cell")


def _emit(plan: RawPlan, row: _Row, text: str, kind: str, main: str, path: tuple[str, ...], context: tuple[str, ...], role: str | None) -> None:
    lead = row.texts.get("lead") or row.texts.get("owner")
    support = row.texts.get("support")
    time = row.texts.get("time")
    no = row.no
    marker = read_marker(text)
    if marker is not None and ("no" not in row.texts or marker.kind in BULLETS):
        if no is None and marker.kind in {"number", "decimal", "decimal3"}:
            no = marker.raw.strip(" .)/:")
        text = text[marker.length:].strip()
    if not lead and support:
        # One unit where two columns exist: it is the lead (docs/records.md, "Owner unit").
        lead, support = support, None
    measure = row.texts.get("measure")
    if kind == "works":
        # The criterion titles what is to be done for it; with a figure of its own it is an aim too.
        if any(map(str.isdigit, text)) and any(r.value is not None for r in read_targets(text, section=False)):
            plan.records.append(RawTarget(
                text, list(row.lines), "table", path, context, measure, None, None, lead, support, time, no, "row-target", row.confidence))
        _emit_work(plan, row, no, (*path, text))
        return
    values = [(r.partition("@")[2] or None, t) for r, t in row.texts.items() if r.split("@")[0] == "value"]
    if kind == "targets" or (values and any(is_quantity_cell(v) for _, v in values)):
        for period, value in values:
            if value.strip(" -–—/.") == "":
                continue
            at = f"value@{period}" if period else "value"
            for item, amount, unit in (parts := stacked(row.cells.get(main), row.cells.get(at), row.cells.get("measure"))):
                plan.records.append(RawTarget(
                    item, list(row.lines), "table", path, context, unit, amount, period, lead, support, time, no, "row-target", row.confidence))
            if parts:
                continue
            plan.records.append(RawTarget(
                text, list(row.lines), "table", path, context, measure or row.units.get(at) or row.units.get(main), value, period, lead, support, time, no, "row-target", row.confidence))
        if not values:
            plan.records.append(RawTarget(
                text, list(row.lines), "table", path, context, measure, row.texts.get("result"), None, lead, support, time, no, "row-target", row.confidence))
        _emit_work(plan, row, no, path)
        return
    plan.records.append(RawTask(
        text, list(row.lines), "table", path, (), lead, support, time, row.texts.get("result"), no, False, measure,
        main == "indicator" or role == "target", context, "row-task", row.confidence))


def _emit_work(plan: RawPlan, row: _Row, no: str | None, path: tuple[str, ...]) -> None:
    """The task that the row of an indicator orders in a column of its own ("Nhiệm vụ, giải pháp"), if any."""
    text = row.texts.get("work", "")
    marker = read_marker(text)
    if marker is not None and marker.kind in BULLETS:
        text = text[marker.length:].strip()
    if not any(c.isalpha() for c in text):
        return
    lead, support = row.texts.get("lead") or row.texts.get("owner"), row.texts.get("support")
    if not lead and support:
        lead, support = support, None
    plan.records.append(RawTask(
        text, list(row.lines), "table", path, (), lead, support, row.texts.get("time"), row.texts.get("result"), no, False, None,
        False, tuple(reversed(path)), "row-task", row.confidence))
