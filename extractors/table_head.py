"""How many rows of a table are its header, and what its columns are: from the headings, else from what the cells hold."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.cell_kinds import is_quantity
from extractors.document import Cell, Table
from extractors.grid import Grid, grid_of
from extractors.mark_columns import mark_columns
from extractors.merged_headings import is_number_row, merge_header
from extractors.table_headers import (
    column_roles,
    heading_role,
    roles_from_content,
    table_kind,
)
from normalizers.acts import is_act, names_indicator
from normalizers.text import fold

#: A row's number as printed: "1", "2.3", "IV", "a)".
ROW_NO = re.compile(r"^[\s(]*((?:\d{1,3}|[IVXL]{1,6}|[A-ZĐ]|[a-zđ])(?:\.\d{1,3})*)[\s.)/:-]*$")

_FEW_COLUMNS = 2
_PERIOD_COLUMN = re.compile(r"(?:thời gian |tiến độ |thời gian thực hiện |tiến độ thực hiện )?(?:năm 20\d\d )?(?:(?:tháng|t|tuần|qu[ýí]) ?\.?)?(?:0?[1-9]|1[0-2]|i{1,3}|iv)(?: ?/ ?20\d\d)?")
_TOLD = re.compile(r"(?:kết quả|tình hình) (?:thực hiện|hoạt động|triển khai|năm)")
_PHASE = re.compile(r"(?<!\d)(?:20\d\d ?- ?)?(20\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SHARE = re.compile(r"(?:(?:tỷ|tỉ) lệ|(?:tỷ lệ |tỉ lệ )?(?:đạt|hoàn thành|thực hiện)) ?\(?%?\)?|%(?: .{2,20})?")


def header_of(table: Table, grid: Grid | None = None) -> tuple[int, list[str | None]]:
    """Number of header rows and the column roles; roles are guessed from the cells where no header says them."""
    grid = grid or grid_of(table)
    texts = grid.texts
    best: tuple[int, list[str | None]] | None = None
    limit = min(4, len(texts))
    sizes = [table.header_rows] if table.header_rows else list(range(1, limit + 1))
    best_score = 0.0
    for size in sizes:
        if size is None or size > len(texts) or (size > 1 and not _joins_header(grid, size)):
            continue
        roles = column_roles(heads := merge_header(texts[:size]))
        distinct = len({r for r in roles if r})
        open_heads = [head for head, role in zip(heads, roles, strict=True) if role is None]
        if len(open_heads) > _FEW_COLUMNS:  # "T1 | T2 | …", "Tuần 1 | Tuần 2 | …": a schedule's columns, however many
            open_heads = [head for head in open_heads if not _PERIOD_COLUMN.fullmatch(fold(head))]
            if len(open_heads) > _FEW_COLUMNS and distinct - 0.6 * len(open_heads) <= best_score:  # units over marks
                open_heads = open_heads[sum(m.kind == "owner" for m in mark_columns(table, size, grid).values()) :]
        score = distinct - 0.6 * len(open_heads) - 0.25 * (size - 1)
        if distinct >= 2 and score > best_score and (table_kind(roles) != "other" or best is None):
            best, best_score = (size, roles), score
    if best is not None:
        size, roles = best
        while size < limit and _reaches_below(grid.cells, size, roles):
            size += 1
            lower = column_roles(merge_header(texts[:size]))
            roles = [below or above for below, above in zip(lower, roles, strict=False)]
        while size < len(texts) and is_number_row(texts[size]):
            size += 1
        _group_beside(grid, size, roles)
        roles = _explained(grid, size, _worded_second(grid, size, roles))
        if "actual" in roles:
            roles = _without_shares_reached(roles, merge_header(texts[:size]))
        if any(r is None for r in roles):
            guessed = roles_from_content([[row[c] for row in texts[size:]] for c in range(table.n_cols)])
            if "actual" in roles:  # "Kế hoạch 2025 | Kết quả 2025 | Tỷ lệ %": how much of the plan was reached
                guessed = ["actual" if g == "value" and _SHARE.fullmatch(fold(head)) else g for g, head in zip(guessed, merge_header(texts[:size]), strict=False)]
            guessed = _dated(guessed, roles, merge_header(texts[:size]))
            taken = {r for r in roles if r}
            roles = [r or (g if g not in taken and g not in {"task", "indicator", "no"} else None) for r, g in zip(roles, guessed, strict=False)]
        return size, roles
    return 0, roles_from_content([[row[c] for row in texts] for c in range(table.n_cols)])


def _without_shares_reached(roles: list[str | None], heads: list[str]) -> list[str | None]:
    """`roles`, a share that stands behind what was reached no value where the plan's own is told: "Kế hoạch 2025 | Kết quả 2025 | Tỷ lệ (%)"."""
    told = [c for c, role in enumerate(roles) if (role or "").startswith("value@")]
    return ["actual" if role == "value" and told and c and roles[c - 1] == "actual" and _SHARE.fullmatch(fold(head)) else role
            for c, (role, head) in enumerate(zip(roles, heads, strict=True))]


def looks_back(roles: list[str | None], section: tuple[str, ...]) -> bool:
    """Whether a table tells how an earlier plan was carried out: results beside the plan of no later year than its
    title tells of ("KẾT QUẢ THỰC HIỆN NĂM 2025": "Kế hoạch 2025 | Kết quả 2025")."""
    title = fold(section[-1]) if section else ""
    if "actual" not in roles or not _TOLD.search(title) or (told := _PHASE.search(title)) is None:
        return False
    return all(role.startswith("value@") and role[6:10] <= told[1] for role in roles if role and role.startswith("value"))


def _dated(guessed: list[str | None], roles: list[str | None], heads: list[str]) -> list[str | None]:
    """`guessed`, the values of a column headed by one year as those of that year, which may be gone by: "Số người năm 2025"."""
    years = [set(_YEAR.findall(head)) for head in heads]
    told = {min(named) for role, named in zip(guessed, years, strict=False) if role == "value" and len(named) == 1}
    if len(told) < 2 and not any((role or "").startswith("value@") for role in roles):
        return guessed
    return [f"value@{min(named)}" if role == "value" and len(named) == 1 else role for role, named in zip(guessed, years, strict=False)]


def of_figures(roles: list[str | None]) -> bool:
    """Whether a table only words its rows and gives a figure for each: "Nội dung | Tỷ lệ (%)"; in a section of targets those are its targets."""
    plain = {role.split("@")[0] for role in roles if role}
    return {"task", "value"} <= plain <= {"no", "task", "value", "measure", "actual", "note", "group"}


def _group_beside(grid: Grid, size: int, roles: list[str | None]) -> None:
    """The wording column as `group` where the next is worded like tasks too, and one cell stands beside several of them there."""
    if "task" not in roles[:-1] or roles[at := roles.index("task") + 1] != "other":
        return
    if heading_role(merge_header(grid.texts[:size])[at]) != "task":
        return
    rows = grid.cells[size:]
    beside = [(above[at - 1], above[at], below[at]) for above, below in pairwise(rows) if above[at - 1] is not None and above[at - 1] is below[at - 1]]
    if any(left is not right and left is not None and right is not None and right.text for _, left, right in beside):
        roles[at - 1], roles[at] = "group", "task"


def _worded_second(grid: Grid, size: int, roles: list[str | None]) -> list[str | None]:
    """`roles`, read anew where "Chỉ tiêu" beside "Tiêu chí" words what is measured of each criterion and gives no value of it."""
    at = roles.index("indicator") if "indicator" in roles[:2] else -1
    if at < 0 or len(roles) < at + 3 or roles[at + 1] != "value" or size >= len(grid.texts):
        return roles
    heads = merge_header(grid.texts[:size])
    if heading_role(heads[at + 1]) != "indicator":
        return roles
    cells = [text for row in grid.texts[size:] if (text := row[at + 1]).strip()]
    if sum(is_quantity(text) or len(text.split()) < 3 for text in cells) * 4 > len(cells):
        return roles
    anew = column_roles([*heads[:at], "Nhóm", *heads[at + 1:]])
    return anew if any((role or "").startswith("value") for role in anew) else roles


def _explained(grid: Grid, size: int, roles: list[str | None]) -> list[str | None]:
    """`roles`, the column beside an indicator as `other` where its cells only explain it: under "Nội dung thực hiện" no acts, or under
    "Nội dung" beside criteria that name what is measured themselves ("Tỷ lệ hộ dùng nước sạch")."""
    out, heads = roles, merge_header(grid.texts[:size])
    if "work" in roles and fold(heads[at := roles.index("work")]).startswith("nội dung") and not any((role or "").startswith("value") for role in roles):
        cells = [text for row in grid.texts[size:] if (text := row[at])]
        if sum(map(is_act, cells)) * 3 < len(cells):
            out = [*out[:at], "other", *out[at + 1:]]
    elif "group" in roles[:2] and roles[(at := roles.index("group")) + 1:at + 2] == ["indicator"] and fold(heads[at]).endswith("tiêu chí"):
        cells = [text for row in grid.texts[size:] if (text := row[at])]
        if sum(names_indicator(fold(text)) for text in cells) * 2 > len(cells):
            out = [*out[:at], "indicator", "other", *out[at + 2:]]
    return out


def apart(roles: list[str | None]) -> list[str | None]:
    """`roles`, the second of two columns of values that say the same year marked as `value@2026~1`: "Năm 2026: Số lượng | Tỷ lệ (%)"."""
    if len(set(roles)) == len(roles):
        return roles
    seen: set[str] = set()
    out = list(roles)
    for c, role in enumerate(roles):
        if role and role.split("@")[0] == "value":
            if role in seen:
                out[c] = f"{role}{'' if '@' in role else '@'}~{c}"
            seen.add(role)
    return out


def _reaches_below(grid: list[list[Cell | None]], size: int, roles: list[str | None]) -> bool:
    """Whether the headings of number and wording reach into the row below the header: then it belongs to the header. So does
    that of the wording alone beside a heading over several columns, where rows have no numbers."""
    heads = [cell for cell, role in zip(grid[size], roles, strict=False) if role in {"no", "task", "indicator"}]
    least = 2 if "no" in roles or not any(cell is not None and cell.col_span > 1 for cell in grid[size - 1]) else 1
    return len(heads) >= least and all(cell is not None and cell.row < size for cell in heads)


def _joins_header(grid: Grid, size: int) -> bool:
    """Whether the first `size` rows can be one header: no row number in them, and spans or column numbers tie them."""
    for r in range(1, size):
        row, texts = grid.cells[r], grid.texts[r]
        if is_number_row(texts):
            continue
        first = texts[0].strip()
        if ROW_NO.match(first) and first.strip(". )").isdigit():
            return False
        spans = any(c is not None and (c.row < r or c.col_span > 1) for c in [*row, *grid.cells[r - 1]])
        if not spans and sum(bool(t.strip()) for t in texts) > 1:
            return False
        if not spans:
            return False
    return True


_PRICE, _AMOUNT = re.compile(r"đơn giá|định mức chi|mức chi"), re.compile(r"thành tiền|số tiền|kinh phí")


def is_estimate(header: list[list[str]], roles: list[str | None], role: str | None) -> bool:
    """Whether a table says what things cost: priced items, or the sums of a funding section that charge nobody."""
    if {"lead", "support", "time"} & set(roles):
        return False
    heads = [fold(t) for row in header for t in row]
    summed = any(_AMOUNT.match(t) for t in heads)
    return summed and (role == "funding" or any(_PRICE.match(t) for t in heads))
