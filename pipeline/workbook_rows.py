"""The rows of a long sheet, written straight into its row file: a workbook of a million cells in memory for one row.

XlsxWriter's constant-memory mode keeps the height of every row until the book is closed and takes some ten calls a cell. Here
a row is one string, byte for byte what XlsxWriter writes (tests compare the two), and nothing is kept of it. The last
row of a sheet goes XlsxWriter's own way, and so does any row with a cell that it would cut.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pipeline.columns import Column
from pipeline.csv_io import Value
from pipeline.overview import clean
from pipeline.workbook_style import DATE_COLUMNS, FIRST_ROW, PERIOD_COLUMNS, Frame, as_day, period_text, row_height

_LONG = 16_000                            # characters from which XlsxWriter looks whether a cell can hold a text


def write_rows(frame: Frame, sheet: Any, columns: Sequence[Column], widths: Sequence[float], rows: Iterable[Sequence[Value]], shown: int) -> None:
    """The cells of a table from `FIRST_ROW` on, typed as `Frame.cell` types them; from column `shown` on empty cells are left out."""
    writers = [_writer(frame, sheet, n, column, n < shown) for n, column in enumerate(columns)]
    number, ahead = FIRST_ROW, iter(rows)
    row = next(ahead, None)
    if row is None:
        return
    sheet._write_single_row(number)  # the header row; from here on rows are written as they come
    while row is not None:
        following = next(ahead, None)
        height = row_height(row, widths)
        sheet.set_row(number, height)
        if following is None or any(isinstance(v, str) and len(v) > _LONG for v in row):
            for n, (column, value) in enumerate(zip(columns, row, strict=True)):
                if n < shown or (value is not None and value != ""):
                    frame.cell(sheet, number, n, value, column)
            if following is None:
                return
            sheet._write_single_row(number + 1)
        else:
            sheet._write_row(number, None, sheet.row_info[number])
            at = str(number + 1)
            sheet.fh.write("".join([write(value, at) for write, value in zip(writers, row, strict=True)]) + "</row>")
            sheet.previous_row = number + 1
        del sheet.row_info[number], sheet.row_sizes[number]
        row, number = following, number + 1


def _writer(frame: Frame, sheet: Any, n: int, column: Column, shown: bool) -> Callable[[Value, str], str]:
    """What writes a cell of a column: (value, number of the row as text) → XML; "" for no cell."""
    from xlsxwriter.utility import xl_col_to_name

    letters = xl_col_to_name(n)
    year = column.type == "integer" and column.name.endswith("year")
    dates, periods = column.name in DATE_COLUMNS, column.name in PERIOD_COLUMNS

    looks: dict[str, int] = {}  # an index is given at the first use: asked for earlier, it would be another

    def look(name: str) -> int:
        if name not in looks:
            looks[name] = int(frame.look(name)._get_xf_index())
        return looks[name]

    def number(value: float, at: str, name: str) -> str:
        return f'<c r="{letters}{at}" s="{look(name)}"><v>{value:.16G}</v></c>'

    def text(value: str, at: str, name: str) -> str:
        if "_x" in value:
            value = sheet._escape_control_characters(value)
        space = ' xml:space="preserve"' if value[:1].isspace() or value[-1:].isspace() else ""
        if "&" in value or "<" in value or ">" in value:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<c r="{letters}{at}" s="{look(name)}" t="inlineStr"><is><t{space}>{value}</t></is></c>'

    def write(value: Value, at: str) -> str:
        if value is None or value == "":
            return f'<c r="{letters}{at}" s="{look("blank")}"/>' if shown else ""
        if isinstance(value, str):
            if dates and (day := as_day(value)):
                return number(sheet._convert_date_time(day), at, "day")
            return text(clean(period_text(value) if periods else value), at, "text")
        if isinstance(value, bool):
            return text("có" if value else "không", at, "middle")
        if not math.isfinite(value):
            return text(str(value), at, "blank")
        return number(value, at, "year" if year else "fraction" if value % 1 else "whole")

    return write
