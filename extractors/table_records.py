"""Rows of target and task tables as raw records: header, group rows, sub-rows, merged cells, value columns by year."""

from __future__ import annotations

import re

from extractors.allotment import read_allotment
from extractors.calendar_columns import dated_steps, month_named, of_group, read_calendar, span_columns, spanned
from extractors.circumstances import is_agenda
from extractors.combined_columns import read_combined
from extractors.document import Cell, Line, Table
from extractors.grid import Grid, grid_of
from extractors.group_rows import (
    Group,
    between_groups,
    inherit,
    is_group,
    owner_of_titles,
    push_group,
    shared_with_rows_below,
    style_of,
)
from extractors.mark_columns import MarkColumn, mark_columns, marked_owners, marked_time, ticked_in
from extractors.markers import BULLETS, read_marker
from extractors.merged_headings import is_number_row, merge_header
from extractors.note_cells import lists_tasks, read_notes
from extractors.raw import RawPlan, RawTarget, RawTask
from extractors.revenue_columns import of_revenue
from extractors.same_as import fill_named_rows
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
from extractors.table_head import apart, header_of, is_estimate, looks_back, of_figures
from extractors.table_headers import printed_units, table_kind
from extractors.table_rows import Row, own_lines, rows_of
from extractors.timed_headings import time_of_titles
from extractors.unit_columns import bodies_between_aims
from normalizers.acts import names_indicator
from normalizers.targets import is_act, is_quantity_cell, read_targets
from normalizers.text import fold

_SUMS_UP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")  # numbers of groups
# "Tổng cộng (I + II)", "Tổng kinh phí"; not "Tổng kết công tác …" (an act) nor "Tổng số lượt khách" (an indicator).
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|cộng|tổng)(?: (?:kinh phí|nhu cầu|dự toán|chung))?\W*(?:\(.*\)\W*)?(?:[\d.,]+\W*)?")


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
    if start and (steps := dated_steps(roles, merge_header(grid.texts[:start]), grid.texts[start:])) is not None:
        roles[steps] = "time"
    for r in range(start):
        for line in own_lines(list(grid.cells[r]), r):
            plan.roles[line.number] = "table-header"
    for line in table.repeated:
        plan.roles[line.number] = "table-header"
    # Quarters without a figure under any of them are a schedule's, shaded or drawn.
    roles = [None if (known or "").startswith("value@-") and not any(row[c] for row in grid.texts[start:]) else known for c, known in enumerate(roles)]
    if start and role == "target" and "budget" in roles:
        roles = of_revenue(roles, merge_header(grid.texts[:start]))
    if start and "measure" in roles:
        roles = bodies_between_aims(roles, merge_header(grid.texts[:start]), grid.texts[start:])
    kind: str = table_kind(roles)
    roles = apart(roles)
    if role == "target" and kind == "other" and of_figures(roles):
        kind = "targets"
    if kind == "other" and start and role in {"task", "org"} and lists_tasks(roles, grid.texts[start:]):
        kind = "tasks"
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
    rows = rows_of(grid, start, roles)
    fill_named_rows(rows)
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
                row.texts["time"] = spanned(*(month_named(grid.texts[row.at][c], heads[c]) for c in between))
    read_calendar([row.texts for row in rows], roles, heads, (*reversed(section), " ".join(plan.title)))
    if kind == "tasks":
        read_combined(rows, roles, heads)
        read_notes([row.texts for row in rows], roles)
    groups: list[Group] = []
    previous: Row | None = None
    above: Row | None = None
    last: Row | None = None  # as `above`, over the titles of groups too
    worked: Cell | None = None
    merges_show = table.origin in ("ruled", "markup", "ocr")
    timed = not merges_show and nearly_all_timed(rows, main)
    heading_rows = [texts for texts in grid.texts[:start] if len(set(texts)) > 1]
    merged: list[str] = []
    if not merges_show:
        runs = between_groups(rows, main, kind)
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
        given = shared_with_rows_below(rows, i, main) if merges_show and kind == "tasks" and following is not None else {}
        if given or is_group(row, main, following, kind):
            push_group(groups, row, main, given)
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
        if not row.lines and previous is None:  # all its cells began above, in a heading
            continue
        while groups and groups[-1].style == "number-group" and style_of(row.no) != "letter" and not (row.no or "").startswith(f"{groups[-1].text.split()[0].rstrip('.').lstrip('0')}."):
            groups.pop()
        path = (*section, *(g.text for g in groups), *([beside] if (beside := row.texts.get("group", "")) and text != beside else []))
        if previous is not None and row.cells.get(main) is previous.cells.get(main) and main in row.cells:
            if "work" in row.cells and row.cells["work"] is not worked:
                # One criterion, several tasks for it: each stands in a row of its own.
                worked = row.cells["work"]
                _emit_work(plan, row, None, (*path, text) if kind == "works" else path)
                _mark(plan, row.lines, "cell")
            else:
                _continue_row(plan, row, previous)
            continue
        if groups and "time" in roles and (month := of_group(row.texts.get("time", ""), groups[-1].text)):
            row.texts["time"] = month
        elif kind == "tasks" and groups and ("time" not in roles or (merges_show and "time" not in row.texts)) and (said := time_of_titles(g.text for g in reversed(groups))):
            row.texts["time"] = said  # below "Tháng 3/2026" or "II. Quý II/2026", where no cell says a time
        if kind == "tasks" and (groups or role == "org"):
            inherit(row, groups)
            if "lead" not in row.texts and "owner" not in row.texts and (
                    named := owner_of_titles([g.text for g in reversed(groups)], section if role == "org" else ())):
                row.texts["lead"] = named
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


def _read_ticks(row: Row, cells: list[Cell | None], columns: dict[int, MarkColumn], contexts: tuple[str, ...]) -> None:
    """Put the headings of the columns that a row ticks in place of the ticks."""
    ticked = ticked_in(cells, columns)
    if ticked and len(row.distinct) > 1:
        if ticked[0].kind == "owner":
            row.texts.pop("owner", None)  # the marks as they stand
            row.texts.update(marked_owners(cells, columns))
        else:
            row.texts["time"] = marked_time(ticked, contexts)


def _mark(plan: RawPlan, lines: list[Line], role: str) -> None:
    for line in lines:
        plan.roles.setdefault(line.number, role)


def _fallback_text(row: Row, main: str) -> str:
    """A row whose wording stands in the column beside the main one (cells shifted by a bad merge)."""
    words = [c.text for c in row.distinct if len(c.text.split()) >= 4]
    return words[0] if words and not {"lead", "owner", "value"} & set(row.texts) else ""


def _continue_row(plan: RawPlan, row: Row, previous: Row) -> None:
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


def _emit(plan: RawPlan, row: Row, text: str, kind: str, main: str, path: tuple[str, ...], context: tuple[str, ...], role: str | None) -> None:
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
            period, _, second = (period or "").partition("~")
            told = row.units.get(at) if second else None
            for item, amount, unit in (parts := stacked(row.cells.get(main), row.cells.get(at), row.cells.get("measure"))):
                plan.records.append(RawTarget(
                    item, list(row.lines), "table", path, context, unit, amount, period or None, lead, support, time, no, "row-target", row.confidence))
            if parts:
                continue
            plan.records.append(RawTarget(
                text, list(row.lines), "table", path, context, told or measure or row.units.get(at) or row.units.get(main), value, period or None, lead, support, time, no, "row-target", row.confidence))
        if not values:
            plan.records.append(RawTarget(
                text, list(row.lines), "table", path, context, measure, row.texts.get("result"), None, lead, support, time, no, "row-target", row.confidence))
        _emit_work(plan, row, no, path)
        if kind != "targets" and main == "task" and lead and time and role != "target" and len(values) == 1 and not values[0][0] and _acts(text, f"{measure} {values[0][1]}"):
            plan.records.append(RawTask(text, list(row.lines), "table", path, (), lead, support, time, row.texts.get("result"), no, False, None, False, context, "row-task", row.confidence))
        return
    plan.records.append(RawTask(
        text, list(row.lines), "table", path, (), lead, support, time, row.texts.get("result"), no, False, measure,
        main == "indicator" or role == "target", context, "row-task", row.confidence))


def _acts(text: str, amount: str) -> bool:
    """Whether a row orders an act and says how much of it: "Kiểm tra bếp ăn tập thể | Lượt | 18 | Trạm Y tế | Quý II"; no share, no rate."""
    folded = fold(text)
    return "%" not in amount and "tỷ lệ" not in folded and is_act(text) and not names_indicator(folded) and _MOVES.match(folded) is None


_MOVES = re.compile(r"(?:giảm|tăng(?! cường)|nâng(?! cấp| cao)|giữ|duy trì (?:số|mức)|phấn đấu|đạt)(?!\w)")  # "Giảm hộ nghèo | hộ | 20": what is to come about, no act


def _emit_work(plan: RawPlan, row: Row, no: str | None, path: tuple[str, ...]) -> None:
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
