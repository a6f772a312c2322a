"""The sheet "Chênh lệch": indicators by communes as real numbers, coloured against the median, with quotes and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pipeline.comparison import LISTED_ALL, Cell, Group, number_text, value_text
from pipeline.divergence import unit_text
from pipeline.overview import COMPARABILITY, Overview, cell_standing, clean, place_of, quote_of
from pipeline.target_values import change_of
from pipeline.workbook_style import FIRST_ROW, HEAD_ROW, MOST_CHARS, Frame, row_height

_HEADS = (("Chỉ tiêu", 40), ("Đơn vị tính", 10), ("Năm mốc", 10), ("So sánh", 14), ("Số xã nêu", 7), ("Thấp nhất", 9), ("Trung vị", 9), ("Cao nhất", 9),
          ("Chênh lệch", 9))
_MIDDLE = 6                 # column of the median, which the colours refer to
_MOST_LINKS = 60_000        # Excel takes 65,530 links a sheet
_COMMENT = 480
_NOTE_WIDTH = 70
_ARROWS = {"": "", "giảm": "↓", "tăng": "↑"}  # short: a number that its column does not hold shows as "####"
COLOURS = {"above": "#BDD7EE", "below": "#F8CBAD", "middle": "#FFFFFF", "missing": "#E7E6E6"}


def matrix_sheet(frame: Frame, sheet: Any, view: Overview, rows_of: Mapping[tuple[str, str], int]) -> dict[tuple[str, int | None], int]:
    """Write the matrix. `rows_of`: (plan_id, target id) → row of the sheet "Chỉ tiêu", from 0. Returns the row of every
    group by (indicator id, year)."""
    comparison = view.comparison
    many = len(comparison.communes) > LISTED_ALL  # then the table of values is divergence_long.csv; a sheet has no thousands of columns
    labels = [] if many else [clean(c.label) for c in comparison.communes]
    narrow = len(labels) > 12
    frame.head(sheet, "Chênh lệch giữa các xã", "Xanh: cao hơn trung vị (cột G); cam: thấp hơn; xám “–”: không nêu; “– !”: bỏ chỉ tiêu được giao; chữ nghiêng: không tính vào chênh lệch; "
               "đậm, gạch chân: lệch xa các xã khác; chữ đỏ: dưới mức sàn; ↓ ↑: mức giảm, mức tăng. Rê chuột để xem trích dẫn; bấm vào ô để tới dòng nguồn.",
               [*(h for h, _ in _HEADS), *labels, "Lưu ý"], height=70 if narrow else 36)
    if narrow:
        turned = frame.format(bold=True, font_color="#FFFFFF", bg_color="#1F4E79", border=1, border_color="#8EA9C8", rotation=90, align="center", valign="bottom")
        for n, label in enumerate(labels, len(_HEADS)):
            sheet.write_string(HEAD_ROW, n, label, turned)
        sheet.set_row(HEAD_ROW, min(160, 14 + 6 * max(map(len, labels))))
    for n, (_, width) in enumerate(_HEADS):
        sheet.set_column(n, n, width)
    first, last = len(_HEADS), len(_HEADS) + len(labels)
    if labels:
        sheet.set_column(first, last - 1, 8.5 if narrow else 12)
    sheet.set_column(last, last, _NOTE_WIDTH)
    at: dict[tuple[str, int | None], int] = {}
    links = 0
    # What several communes set comes first; an indicator's horizons stay together.
    several = {g.indicator.id for g in view.shared}
    groups = sorted(comparison.groups, key=lambda g: g.indicator.id not in several)
    for row, group in enumerate(groups, FIRST_ROW):
        at[(group.indicator.id, group.year)] = row
        links = _group_row(frame, sheet, row, replace(group, cells=()) if many else group, rows_of, links, group.with_target)
    if comparison.groups and labels:
        _colours(frame, sheet, len(comparison.groups), first, last - 1)
    frame.finish(sheet, len(comparison.groups), last + 1, 1)
    if narrow:  # too many communes for one page across: pages side by side, each with the indicator
        sheet.set_print_scale(55)
        sheet.repeat_columns(0, 2)
    return at


def _group_row(frame: Frame, sheet: Any, row: int, group: Group, rows_of: Mapping[tuple[str, str], int], links: int, having: int) -> int:
    line: dict[str, object] = {"border": 1, "border_color": "#D9D9D9"}
    name, caveats = clean(group.indicator.name), clean("; ".join(group.caveats))[:MOST_CHARS]
    sheet.set_row(row, row_height([name, caveats], [_HEADS[0][1], _NOTE_WIDTH]))
    sheet.write_string(row, 0, name, frame.format(bold=True, text_wrap=True, **line))
    sheet.write_string(row, 1, clean(unit_text(group.indicator)), frame.format(text_wrap=True, **line))
    if group.year is None:
        sheet.write_string(row, 2, "không nêu", frame.format(text_wrap=True, align="center", **line))
    else:
        sheet.write_number(row, 2, group.year, frame.format(align="center", num_format="0", **line))
    look = {"comparable": "#E2EFDA", "caveat": "#FFF2CC", "not_comparable": "#EDEDED"}[group.comparability]
    sheet.write_string(row, 3, COMPARABILITY[group.comparability], frame.format(text_wrap=True, bg_color=look, **line))
    sheet.write_number(row, 4, having, frame.format(align="center", **line))
    for col, value in enumerate((group.low, group.middle, group.high, group.spread), 5):
        if value is None:
            sheet.write_blank(row, col, None, frame.format(**line))
        else:
            sheet.write_number(row, col, value, frame.format(align="center", bold=col == 8, num_format=_number_format(value), **line))
    for col, cell in enumerate(group.cells, len(_HEADS)):
        links += _cell(frame, sheet, row, col, group, cell, rows_of, links < _MOST_LINKS)
    sheet.write_string(row, len(_HEADS) + len(group.cells), caveats, frame.format(text_wrap=True, **line))
    return links


def _number_format(value: float) -> str:
    return "#,##0" if value == int(value) else "#,##0.0###"


def _value_format(cell: Cell, value: float) -> str:
    """A number format that shows the value as printed ("≥80", "80–90", "nhóm 20", "↓0,5" of a decrease) over the real number."""
    target = cell.target
    number = _number_format(value)
    if target is None:
        return number
    arrow = _ARROWS[change_of(target)]
    if target.comparator == "range" and target.value_high is not None and target.value is not None and value in (target.value, target.value_high):
        return f'"{arrow}{number_text(target.value)}–{number_text(target.value_high)}"'
    before = arrow + {"rank": "nhóm ", ">=": "≥", "<=": "≤", ">": ">", "<": "<"}.get(target.comparator, "")
    return f'"{before}"{number}' if before else number


def _cell(frame: Frame, sheet: Any, row: int, col: int, group: Group, cell: Cell, rows_of: Mapping[tuple[str, str], int], link: bool) -> int:
    line: dict[str, object] = {"border": 1, "border_color": "#D9D9D9", "align": "center"}
    standing = cell_standing(group, cell)
    if standing in ("missing", "no_horizon") or cell.target is None or cell.plan is None:
        text = "có, không mốc" if standing == "no_horizon" else "– !" if cell.against == "no_target" else "–"
        sheet.write_string(row, col, text, frame.format(bg_color=COLOURS["missing"], font_color="#595959", text_wrap=True, **line))
        told = list(filter(None, (_floor(cell), cell.note)))
        if told:
            sheet.write_comment(row, col, clean("Không nêu ở mốc này; " + "\n".join(told)), {"x_scale": 2})
        return 0
    source = rows_of.get((cell.plan.plan_id, cell.target.id))
    linked = 0
    if link and source is not None:
        sheet.write_url(row, col, f"internal:'Chỉ tiêu'!A{source + 1}", frame.format(**line), tip="Tới dòng nguồn trong trang Chỉ tiêu")
        linked = 1
    if cell.compared and cell.value is not None:
        marked: dict[str, object] = {"bold": True, "underline": 1} if cell.outlier else {}
        if cell.against == "below_baseline":
            marked["font_color"] = "#C00000"
        sheet.write_number(row, col, cell.value, frame.format(num_format=_value_format(cell, cell.value), **marked, **line))
    else:
        sheet.write_string(row, col, clean(value_text(cell.target)), frame.format(italic=True, text_wrap=True, font_color="#595959", **line))
    words = [f"“{quote_of(cell.target, _COMMENT)}”", place_of(cell.plan, cell.target)]
    if cell.to_median:
        words.append(f"So với trung vị: {'+' if cell.to_median > 0 else '−'}{number_text(abs(cell.to_median))}")
    if cell.outlier:
        words.append("Lệch xa các xã khác")
    words += filter(None, (_floor(cell), cell.note))
    sheet.write_comment(row, col, clean("\n".join(words)), {"x_scale": 2.6, "y_scale": 1.0 + len("".join(words)) / 220, "font_size": 9})
    return linked


def _floor(cell: Cell) -> str:
    """How the cell stands to what the province asks for; "" without a floor."""
    if cell.floor is None:
        return ""
    standing = {"below_baseline": "thấp hơn", "at_baseline": "bằng", "above": "cao hơn", "no_target": "không nêu chỉ tiêu có"}.get(cell.against or "", "không so được với")
    return f"{standing[0].upper()}{standing[1:]} mức sàn {value_text(cell.floor.target)} ({cell.floor.source})"


def _colours(frame: Frame, sheet: Any, count: int, first: int, last: int) -> None:
    """Rules that follow the numbers when the analyst changes them; what they say can be read from the median beside them."""
    from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

    top, bottom = FIRST_ROW, FIRST_ROW + count - 1
    cell, middle = xl_rowcol_to_cell(top, first), f"${xl_col_to_name(_MIDDLE)}{top + 1}"
    for sign, standing in ((">", "above"), ("<", "below")):
        sheet.conditional_format(top, first, bottom, last, {"type": "formula", "criteria": f"=AND(ISNUMBER({cell}),ISNUMBER({middle}),{cell}{sign}{middle})",
                                                           "format": frame.book.add_format({"bg_color": COLOURS[standing]})})
