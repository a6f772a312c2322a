"""The rows of a long sheet, written straight into its row file: a workbook of a million cells in memory for one row.

XlsxWriter's constant-memory mode keeps the height of every row until the book is closed and takes some ten calls a cell. Here
a row is one string, byte for byte what XlsxWriter writes (tests compare the two), and nothing is kept of it. The last
row of a sheet goes XlsxWriter's own way, and so does any row with a cell that it would cut.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pipeline.columns import Column
from pipeline.csv_io import Value
from pipeline.overview import clean
from pipeline.workbook_style import DATE_COLUMNS, FIRST_ROW, PERIOD_COLUMNS, Frame, as_day, period_text, row_height

_LONG = 16_000                            # characters from which XlsxWriter looks whether a cell can hold a text
_REMEMBERED = 4096                        # values of a column whose cells are remembered: owners, sections, places come again and again
_AGAIN = frozenset({str, int, float, type(None)})  # of these equal values have one cell (True and 1 have not)


def write_rows(frame: Frame, sheet: Any, columns: Sequence[Column], widths: Sequence[float], rows: Iterable[Sequence[Value]], shown: int) -> None:
    """The cells of a table from `FIRST_ROW` on, typed as `Frame.cell` types them; from column `shown` on empty cells are left out."""
    from xlsxwriter.utility import xl_col_to_name

    cells = [(f'<c r="{xl_col_to_name(n)}', {}, _maker(frame, sheet, column, n < shown)) for n, column in enumerate(columns)]  # type: ignore[var-annotated]
    tags: dict[float, tuple[str, str]] = {}
    number, ahead = FIRST_ROW, iter(rows)
    row = next(ahead, None)
    if row is None:
        return
    sheet._write_single_row(number)  # the header row; from here on rows are written as they come
    while row is not None:
        following = next(ahead, None)
        height = row_height(row, widths)
        if following is None or any(v.__class__ is str and len(v) > _LONG for v in row):
            sheet.set_row(number, height)
            for n, (column, value) in enumerate(zip(columns, row, strict=True)):
                if n < shown or (value is not None and value != ""):
                    frame.cell(sheet, number, n, value, column)
            if following is None:
                return
            sheet._write_single_row(number + 1)
            del sheet.row_info[number], sheet.row_sizes[number]
        else:
            before, behind = tags.get(height) or tags.setdefault(height, _row_tag(sheet, number, height))
            at = str(number + 1)
            parts = [before, at, behind]
            for (start, known, make), value in zip(cells, row, strict=True):
                cell = known.get(value) if value.__class__ in _AGAIN else None
                if cell is None:
                    cell = make(value)
                    if value.__class__ in _AGAIN and value != 0:
                        if len(known) >= _REMEMBERED:
                            known.clear()
                        known[value] = cell
                if cell:
                    parts += (start, at, cell)
            parts.append("</row>")
            sheet.fh.write("".join(parts))
            sheet.previous_row = number + 1
        row, number = following, number + 1


def _row_tag(sheet: Any, number: int, height: float) -> tuple[str, str]:
    """What XlsxWriter writes at the start of a row of this height, before and behind the row's number."""
    sheet.set_row(number, height)
    file, sheet.fh = sheet.fh, io.StringIO()
    sheet._write_row(number, None, sheet.row_info[number])
    tag, sheet.fh = sheet.fh.getvalue(), file
    del sheet.row_info[number], sheet.row_sizes[number]
    before, _, behind = tag.partition(f'"{number + 1}"')
    return before + '"', '"' + behind


def _maker(frame: Frame, sheet: Any, column: Column, shown: bool) -> Callable[[Value], str]:
    """What makes the cells of a column: value → XML behind the number of the row; "" for no cell."""
    year = column.type == "integer" and column.name.endswith("year")
    dates, periods = column.name in DATE_COLUMNS, column.name in PERIOD_COLUMNS

    looks: dict[str, int] = {}  # an index is given at the first use: asked for earlier, it would be another

    def look(name: str) -> int:
        if name not in looks:
            looks[name] = int(frame.look(name)._get_xf_index())
        return looks[name]

    def number(value: float, name: str) -> str:
        return f'" s="{look(name)}"><v>{value:.16G}</v></c>'

    def text(value: str, name: str) -> str:
        if "_x" in value:
            value = sheet._escape_control_characters(value)
        space = ' xml:space="preserve"' if value[:1].isspace() or value[-1:].isspace() else ""
        if "&" in value or "<" in value or ">" in value:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'" s="{look(name)}" t="inlineStr"><is><t{space}>{value}</t></is></c>'

    def make(value: Value) -> str:
        if value is None or value == "":
            return f'" s="{look("blank")}"/>' if shown else ""
        if isinstance(value, str):
            if dates and (day := as_day(value)):
                return number(sheet._convert_date_time(day), "day")
            return text(clean(period_text(value) if periods else value), "text")
        if isinstance(value, bool):
            return text("có" if value else "không", "middle")
        if not math.isfinite(value):
            return text(str(value), "blank")
        return number(value, "year" if year else "fraction" if value % 1 else "whole")

    return make
