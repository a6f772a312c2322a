"""`doichieu.xlsx`: the run as a workbook an analyst works in (summary, matrix, targets, tasks, units, findings, plans, dictionary)."""

from __future__ import annotations

import datetime
import io
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from pipeline.columns import Column
from pipeline.comparison import LISTED_ALL
from pipeline.csv_io import Value
from pipeline.overview import LOOSE, SEVERITY, Overview, clean, kind_title, quarter_title
from pipeline.tables import Table
from pipeline.workbook_matrix import matrix_sheet
from pipeline.workbook_package import loose_book, zip_workbook
from pipeline.workbook_rows import write_rows
from pipeline.workbook_style import FIRST_ROW, MOST_ROWS, Frame, column_widths, row_height
from pipeline.workbook_summary import summary_sheet

# Columns of the working sheets in reading order: (column, width in characters).
_TARGETS = (("commune", 14), ("indicator", 48), ("comparator", 8), ("value", 9), ("value_high", 9), ("unit", 11), ("horizon_year", 8),
            ("qualifier", 20), ("lead", 24), ("due", 11), ("place", 14), ("no", 6), ("deadline", 18), ("indicator_id", 30), ("raw", 60), ("section", 40),
            ("confidence", 9), ("origin", 10), ("support", 24), ("id", 8), ("source", 20))
_TASKS = (("commune", 14), ("no", 6), ("text", 62), ("lead", 24), ("support", 26), ("due", 11), ("deadline", 18), ("result", 24), ("place", 14),
          ("deadline_kind", 15), ("rrule", 20), ("section", 44), ("confidence", 9), ("id", 8), ("source", 20))
_FINDINGS = (("severity", 12), ("kind", 24), ("commune", 14), ("message", 50), ("quotes", 50), ("place", 18), ("record", 12), ("source", 22))
_PLANS = (("commune", 16), ("commune_type", 8), ("province", 12), ("number", 14), ("issue_date", 11), ("title", 60), ("period", 10), ("issuer", 12),
          ("targets", 8), ("tasks", 8), ("findings", 9), ("source", 20), ("doc_type", 12), ("signer", 18), ("citations", 9), ("lines_total", 9),
          ("lines_unexplained", 9), ("format", 9))
_SERIES = (("commune", 14), ("province", 12), ("indicator", 46), ("values", 46), ("first_value", 9), ("last_value", 9), ("change", 9), ("change_per_year", 10), ("reversal", 8),
           ("note", 40), ("place", 24), ("direction", 18), ("horizons", 22), ("first_year", 9), ("last_year", 9), ("label", 16))
_LINKS = (("commune", 14), ("status", 24), ("score", 8), ("target", 46), ("task", 62), ("reason", 38), ("target_place", 14), ("task_place", 14))
_LAYOUTS = {"series": _SERIES, "links": _LINKS}
_PRINTED = {"targets": 11, "tasks": 9, "findings": 6, "plans": 12, "series": 10}  # columns that go to paper; the screen has all
# Tables that have a sheet of their own, or that are too long or too plain for one; every other table of a run gets a sheet at the end.
_OWN = frozenset({"divergence", "divergence_long", "divergence_matrix", "targets", "tasks", "findings", "plans", "assignments", "citations", "ledger"})
_TECHNICAL = frozenset({"source", "plan_id", "label"})  # columns of a generic sheet that are there, but hidden, as all ids are
_WORDS: dict[str, dict[str, str]] = {
    "deadline_kind": {"fixed": "Có hạn", **{k: v for k, v in LOOSE.items() if k != "none"}},
    "origin": {"section": "phần văn", "table": "bảng", "task": "nhiệm vụ"},
    "comparator": {">=": "≥", "<=": "≤", "range": "khoảng", "rank": "hạng", "qualitative": "định tính"},
    "unit": {"count": "số lượng", "index": "điểm", "rank": "hạng", "level": "mức"},
}


def workbook_bytes(view: Overview) -> bytes:
    """The whole workbook."""
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        zip_workbook(workbook_pieces(view, Path(folder)), out)
    return out.getvalue()


def workbook_pieces(view: Overview, folder: Path) -> list[tuple[str, str]]:
    """The workbook row by row as temporary files in `folder`: path and name in the workbook of each, for `zip_workbook`. Same run,
    same bytes: its dates are fixed and nothing depends on the clock."""
    book = loose_book(folder, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
                               "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": f"Đối chiếu kế hoạch {view.title}", "author": "Đối chiếu", "created": datetime.datetime(2025, 7, 1)})
    frame = Frame(book)
    summary, matrix = frame.sheet("Tổng hợp", "#1F4E79"), frame.sheet("Chênh lệch", "#C55A11")
    sheets = {name: frame.sheet(title, "#548235") for name, title in (("targets", "Chỉ tiêu"), ("tasks", "Nhiệm vụ"))}
    units = frame.sheet("Đơn vị", "#548235")
    sheets |= {name: frame.sheet(title, "#7F7F7F") for name, title in (("findings", "Phát hiện"), ("plans", "Kế hoạch"))}
    extra = [t for name, t in view.tables.items() if name not in _OWN and t.rows]
    more = [(t, frame.sheet(frame.name_for(t.title), "#8064A2")) for t in extra]
    words = frame.sheet("Từ điển dữ liệu", "#7F7F7F")
    targets = view.tables["targets"]
    rows_of = _rows_of(view, targets)
    links = matrix_sheet(frame, matrix, view, rows_of)
    table_sheet(frame, sheets["targets"], targets, _TARGETS, freeze=2)
    table_sheet(frame, sheets["tasks"], view.tables["tasks"], _TASKS, freeze=3)
    _units(frame, units, view)
    _findings(frame, sheets["findings"], view)
    table_sheet(frame, sheets["plans"], view.tables["plans"], _PLANS, freeze=1)
    for table, sheet in more:
        widths = zip(table.columns, column_widths(table.columns, table.rows), strict=True)
        table_sheet(frame, sheet, table, _LAYOUTS.get(table.name) or tuple((c.name, w) for c, w in widths if c.name not in _TECHNICAL and not c.name.endswith(("_id", "_ids"))), freeze=1)
    _dictionary(frame, words, view)
    summary_sheet(frame, summary, view, links, [(s.get_name(), t.description) for t, s in more])
    summary.activate()
    book.close()
    pieces: list[tuple[str, str]] = book.pieces
    return pieces


def _rows_of(view: Overview, targets: Table) -> dict[tuple[str, str], int]:
    """(plan_id, target id) → row of the sheet "Chỉ tiêu"; nothing for plans, and of very many communes, of which the matrix has no cells."""
    if len(view.comparison.communes) > LISTED_ALL:
        return {}
    source, plan_id, tid = _at(targets, "source"), _at(targets, "plan_id"), _at(targets, "id")
    return {(str(r[plan_id]), str(r[tid])): n + FIRST_ROW for n, r in enumerate(targets.rows) if r[source] not in view.replaced_by}


def _at(table: Table, name: str) -> int:
    return next(n for n, c in enumerate(table.columns) if c.name == name)


def table_sheet(frame: Frame, sheet: Any, table: Table, layout: Sequence[tuple[str, float]], freeze: int = 0) -> None:
    """A table as a sheet: title, header, typed cells, filter, frozen header, A4 landscape. Columns that `layout` does not
    name follow hidden, so that nothing of the data is missing."""
    at = {c.name: n for n, c in enumerate(table.columns)}
    shown = [(table.columns[at[name]], width) for name, width in layout if name in at]
    hidden = [(c, 14.0) for c in table.columns if c.name not in dict(layout)]
    columns = [*shown, *hidden]
    order = [at[c.name] for c, _ in columns]
    words = [{**_meanings(c), **_WORDS.get(c.name, {})} for c, _ in columns]
    kept = min(len(table.rows), MOST_ROWS)
    told = [(n, said) for n, said in enumerate(words) if said]
    picked = itemgetter(*order)
    rows = (_shown(told, list(picked(row))) for row in islice(table.rows, kept))
    left_out = len(table.rows) - kept
    note = table.description + (f" Còn {left_out} dòng không vừa một trang tính: xem tệp {table.name}.csv." if left_out else "")
    frame.head(sheet, table.title, note, [c.title for c, _ in columns], max(32.0, *(row_height([c.title], [w * 0.9]) for c, w in shown)))
    for n, (_, width) in enumerate(columns):
        sheet.set_column(n, n, width, None, {"hidden": 1} if n >= len(shown) else {})
    printed = min(_PRINTED.get(table.name, 12), len(shown))
    body(frame, sheet, [c for c, _ in columns], [w for _, w in shown[:printed]], rows, len(shown))
    frame.finish(sheet, kept, len(columns), freeze, printed=printed)


def body(frame: Frame, sheet: Any, columns: Sequence[Column], widths: Sequence[float], rows: Iterable[Sequence[Value]],
         shown: int | None = None) -> None:
    """The cells of a table from `FIRST_ROW` on: dates as dates, numbers as numbers, all other text as text. From column
    `shown` on, which nobody sees, empty cells need no frame."""
    write_rows(frame, sheet, columns, widths, rows, len(columns) if shown is None else shown)


def _shown(words: Iterable[tuple[int, Mapping[str, str]]], row: list[Value]) -> list[Value]:
    """A row with words for the values of closed lists."""
    for n, said in words:
        value = row[n]
        if isinstance(value, str):
            row[n] = said.get(value, value)
    return row


def _meanings(column: Column) -> dict[str, str]:
    """What the values of a closed list mean, from the column's description: "higher: càng cao càng tốt; lower: …"."""
    found = {value: re.search(rf"(?<![\w<>=]){re.escape(value)}: ([^;.,(]+)", column.description) for value in column.enum}
    return {value: m[1].strip() for value, m in found.items() if m}


def _units(frame: Frame, sheet: Any, view: Overview) -> None:
    slots = view.slots
    heads = ["Đơn vị", "Chủ trì (nhiệm vụ)", "Phối hợp (nhiệm vụ)", "Số kế hoạch", *(quarter_title(s) for s in slots)]
    frame.head(sheet, "Khối lượng theo đơn vị và quý", "Số nhiệm vụ mỗi đơn vị chủ trì, theo quý của hạn cuối. Nhiệm vụ có hai đơn vị chủ trì tính cho cả "
               "hai. “Định kỳ”, “Thường xuyên”… là nhiệm vụ không có một ngày hạn cuối.", heads)
    columns = [Column("unit", "string", heads[0], ""), *(Column(h, "integer", h, "") for h in heads[1:])]
    rows: list[list[Value]] = [[clean(load.unit), load.lead, load.support, load.communes, *(load.slots.get(s) for s in slots)] for load in view.loads]
    widths = [44.0, 11.0, 11.0, 11.0, *(11.0 for _ in slots)]
    for n, width in enumerate(widths):
        sheet.set_column(n, n, width)
    body(frame, sheet, columns, widths, rows)
    if rows and slots:
        sheet.conditional_format(FIRST_ROW, 4, FIRST_ROW + len(rows) - 1, 3 + len(slots), {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#F4B183"})
        sheet.conditional_format(FIRST_ROW, 1, FIRST_ROW + len(rows) - 1, 1, {"type": "data_bar", "bar_color": "#9DC3E6"})
    frame.finish(sheet, len(rows), len(columns), 1)


def _findings(frame: Frame, sheet: Any, view: Overview) -> None:
    table = view.tables["findings"]
    titles = {c.name: c for c in table.columns}
    columns = [titles.get(name) or Column(name, "string", "Xã", "") for name, _ in _FINDINGS]
    frame.head(sheet, table.title, table.description + " Xếp theo mức độ, việc phải xử lý ở trên.", [c.title for c in columns])
    kept = min(len(view.findings), MOST_ROWS)
    rows = ([SEVERITY.get(f.severity, f.severity), kind_title(f.kind), f.commune, f.message, "\n".join(f"“{q}”" for q in f.quotes), f.place, f.record, f.source]
            for f in islice(view.findings, kept))
    widths = [w for _, w in _FINDINGS]
    for n, width in enumerate(widths):
        sheet.set_column(n, n, width)
    body(frame, sheet, columns, widths, rows)
    if kept:
        for word, colour in (("Phải xử lý", "#F8CBAD"), ("Nên xem", "#FFE699")):
            sheet.conditional_format(FIRST_ROW, 0, FIRST_ROW + kept - 1, 0, {
                "type": "cell", "criteria": "==", "value": f'"{word}"', "format": frame.book.add_format({"bg_color": colour, "bold": True})})
    frame.finish(sheet, kept, len(columns), 3, printed=_PRINTED["findings"])


def _dictionary(frame: Frame, sheet: Any, view: Overview) -> None:
    heads = ["Bảng", "Tệp", "Cột", "Tên cột trong tệp", "Ý nghĩa", "Kiểu", "Giá trị"]
    frame.head(sheet, "Từ điển dữ liệu", "Mọi cột của mọi bảng. Trang tính dùng tên tiếng Việt; tệp CSV và Parquet dùng tên ở cột D.", heads)
    kinds = {"string": "chữ", "integer": "số nguyên", "number": "số", "boolean": "đúng/sai"}
    communes = {clean(c.label) for c in view.comparison.communes}
    rows: list[list[Value]] = [[t.title, f"{t.name}.csv", c.title, c.name, c.description, kinds[c.type], ", ".join(c.enum)]
                               for t in view.tables.values() for c in t.columns if not (t.name == "divergence_matrix" and clean(c.name) in communes)]
    rows.append(["Bảng đối chiếu", "divergence_matrix.csv", "(tên từng xã)", "(tên từng xã)", "Mỗi xã một cột: mức xã nêu; trống nếu không nêu.", "chữ", ""])
    widths = (26.0, 22.0, 24.0, 20.0, 80.0, 11.0, 40.0)
    for n, width in enumerate(widths):
        sheet.set_column(n, n, width)
    body(frame, sheet, [Column(h, "string", h, "") for h in heads], widths, rows)
    frame.finish(sheet, len(rows), len(heads), 0)
