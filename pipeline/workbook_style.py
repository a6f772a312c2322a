"""The looks that all sheets of the workbook share: formats, header block, widths, heights, print set-up."""

from __future__ import annotations

import datetime
import math
import os
import re
import shutil
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pipeline.columns import Column
from pipeline.csv_io import Value
from pipeline.overview import clean

HEAD_ROW = 2            # row of the column titles, from 0; above it a title and a note
FIRST_ROW = HEAD_ROW + 1
MOST_ROWS = 1_000_000   # a sheet of Excel holds 1,048,576 rows
MOST_CHARS = 32_000     # and a cell 32,767 characters
_COPIED = 1 << 20       # bytes that are copied together
_LINE = 15.0            # height of one line of text in points
_TALLEST = 12           # lines shown of a cell; what is longer is read in the cell itself
DATE_COLUMNS = frozenset({"due", "issue_date"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PERIOD_COLUMNS = frozenset({"issue_date", "period"})
_SPAN = re.compile(r"\d{4}/\d{4}")
_BAD_NAME = re.compile(r"[\[\]:*?/\\']")

_LOOKS: dict[str, dict[str, object]] = {
    "blank": {}, "middle": {"align": "center"}, "text": {"text_wrap": True}, "year": {"align": "center", "num_format": "0"},
    "fraction": {"align": "right", "indent": 1, "num_format": "#,##0.####"}, "whole": {"align": "right", "indent": 1, "num_format": "#,##0"},
    "day": {"align": "center", "num_format": "dd/mm/yyyy"},
}


class Frame:
    """A workbook with its formats; makes sheets of one look."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self._made: dict[str, Any] = {}
        self._names: set[str] = set()

    def format(self, **look: object) -> Any:
        """A cell format; equal looks share one."""
        full = {"font_name": "Arial", "font_size": 10, "valign": "top", **look}
        key = repr(sorted(full.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(full)
        return self._made[key]

    def name_for(self, title: str) -> str:
        """A sheet name out of a title: 31 characters, none that Excel forbids, not used yet."""
        name = base = _BAD_NAME.sub(" ", clean(title)).strip()[:31] or "Bảng"
        n = 2
        while name.casefold() in self._names:
            name, n = f"{base[:27]} ({n})", n + 1
        return name

    def sheet(self, name: str, colour: str) -> Any:
        self._names.add(name.casefold())
        sheet = self.book.add_worksheet(name, _sheet_class())
        sheet.set_tab_color(colour)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8Đối chiếu – &A&R&8Trang &P/&N")
        return sheet

    def head(self, sheet: Any, title: str, note: str, titles: Sequence[str], height: float = 32) -> None:
        """Title, note and column titles."""
        sheet.set_row(0, 24)
        sheet.write_string(0, 0, clean(title), self.format(bold=True, font_size=14, font_color="#1F4E79", valign="vcenter"))
        sheet.set_row(1, 16)
        sheet.write_string(1, 0, clean(note)[:MOST_CHARS], self.format(italic=True, font_color="#595959", valign="vcenter"))
        sheet.set_row(HEAD_ROW, height)
        look = self.format(bold=True, font_color="#FFFFFF", bg_color="#1F4E79", border=1, border_color="#8EA9C8", text_wrap=True, valign="vcenter", align="center")
        for n, text in enumerate(titles):
            sheet.write_string(HEAD_ROW, n, clean(text), look)

    def cell(self, sheet: Any, row: int, col: int, value: Value, column: Column) -> None:
        """One typed cell: a day becomes a date, a number a number, other text text (never a formula)."""
        if value is None or value == "":
            sheet.write_blank(row, col, None, self.look("blank"))
        elif isinstance(value, bool):
            sheet.write_string(row, col, "có" if value else "không", self.look("middle"))
        elif isinstance(value, int | float):
            if not math.isfinite(value):
                sheet.write_string(row, col, str(value), self.look("blank"))
            else:
                sheet.write_number(row, col, value, self.look("year" if column.name.endswith("year") and column.type == "integer" else "fraction" if value % 1 else "whole"))
        elif column.name in DATE_COLUMNS and (day := as_day(value)):
            sheet.write_datetime(row, col, day, self.look("day"))
        else:
            sheet.write_string(row, col, clean(period_text(value) if column.name in PERIOD_COLUMNS else value)[:MOST_CHARS], self.look("text"))

    def look(self, name: str) -> Any:
        """One of `_LOOKS`, made once."""
        if name not in self._made:
            self._made[name] = self.format(border=1, border_color="#D9D9D9", **_LOOKS[name])
        return self._made[name]

    def finish(self, sheet: Any, rows: int, columns: int, freeze: int, printed: int | None = None) -> None:
        """Frozen panes, filter, repeated header rows, print area."""
        sheet.freeze_panes(FIRST_ROW, freeze)
        sheet.autofilter(HEAD_ROW, 0, max(HEAD_ROW + rows, HEAD_ROW + 1), columns - 1)
        sheet.repeat_rows(HEAD_ROW)
        sheet.print_area(0, 0, HEAD_ROW + max(rows, 1), (printed or columns) - 1)


@lru_cache(maxsize=1)
def _sheet_class() -> type[Any]:
    """XlsxWriter's sheet, but no text is taken for markup: of its own accord the library writes "<r>…</r>", whoever said so, as
    it stands into the sheet (its form of text in several fonts, which these workbooks never use)."""
    from xlsxwriter.worksheet import Worksheet

    class Sheet(Worksheet):  # type: ignore[misc]
        def _xml_rich_inline_string(self, string: str, attributes: Sequence[Any] = ()) -> None:
            self._xml_inline_string(string, False, attributes)

        def _write_optimized_sheet_data(self) -> None:
            """The rows from their file into the sheet as bytes: XlsxWriter decodes and encodes the same text once more."""
            if self.dim_rowmin is None or not hasattr(self.fh, "buffer"):
                super()._write_optimized_sheet_data()
                return
            self._xml_start_tag("sheetData")
            self.fh.flush()
            self.row_data_fh.seek(0)  # flushes, too
            shutil.copyfileobj(self.row_data_fh.buffer, self.fh.buffer, _COPIED)
            self.row_data_fh.close()
            os.unlink(self.row_data_filename)
            self._xml_end_tag("sheetData")

    return Sheet


def period_text(edtf: str) -> str:
    """A month, half-year, quarter or span of years as Vietnamese write it: "2025-11" → "11/2025", "2025-41" → "6 tháng cuối năm
    2025", "2026/2030" → "2026–2030"; anything else as it is."""
    year, _, part = edtf.partition("-")
    if part.isdigit() and len(part) == 2 and year.isdigit():
        number = int(part)
        if 1 <= number <= 12:
            return f"{part}/{year}"
        if 33 <= number <= 36:
            return f"Quý {('I', 'II', 'III', 'IV')[number - 33]}/{year}"
        if number in (40, 41):
            return f"6 tháng {'đầu' if number == 40 else 'cuối'} năm {year}"
    return edtf.replace("/", "–") if _SPAN.fullmatch(edtf) else edtf


def as_day(text: str) -> datetime.datetime | None:
    """An ISO day as a date that a spreadsheet can hold (from 1900 on); None for anything else."""
    if not _DAY.fullmatch(text) or text < "1900-03-01":
        return None
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return None


def _lines(text: str, width: float) -> int:
    per_line = max(4.0, width * 1.22)
    if len(text) <= per_line and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(len(part) / per_line)) for part in text.split("\n"))


def row_height(row: Sequence[Value], widths: Sequence[float]) -> float:
    """Height in points so that the wrapped text of the shown columns is seen, up to twelve lines."""
    most = 1
    for v, w in zip(row, widths, strict=False):
        if v.__class__ is str and (len(v) > w or "\n" in v):
            most = max(most, _lines(v, w))
    return _LINE * min(max(most, 1), _TALLEST) + 1


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> list[float]:
    """Widths in characters that suit the content: by the longest of the first 300 cells, 9 to 60."""
    out = []
    for n, column in enumerate(columns):
        longest = max((len(str(r[n])) for r in rows[:300] if r[n] is not None), default=0)
        title = max(len(word) for word in column.title.split()) if column.title.split() else 4
        out.append(float(min(12 if column.type != "string" else 60, max(9, longest + 2, title + 3))))
    return out
