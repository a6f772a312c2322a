"""What a run leaves on an analyst's desk beside the CSV tables: report, workbook, letters, calendars, Parquet; as bytes by file name."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.comparison import Comparison
from pipeline.overview import Overview
from pipeline.records import PlanRecord
from pipeline.tables import Table

OPEN_FIRST = ("doichieu.xlsx", "baocao.html", "baocao.docx")
FOLDERS = ("thu", "lich", "parquet")  # folders that a run fills anew; a file of an earlier run that it no longer makes goes


def desk_files(plans: Sequence[PlanRecord], comparison: Comparison, made: Sequence[Table]) -> dict[str, bytes]:
    """File name (with "/" below a folder) → bytes. `plans` sorted and with indicators, as `comparison` and `made` were made from."""
    from pipeline.calendar_ics import calendars
    from pipeline.letters import letter_names, letters
    from pipeline.parquet import parquet_files
    from pipeline.report_docx import report_docx
    from pipeline.report_html import report_html
    from pipeline.workbook import workbook_bytes

    view = Overview(tuple(plans), comparison, {t.name: t for t in made})
    names = letter_names(view)
    return {"doichieu.xlsx": workbook_bytes(view), "baocao.html": report_html(view, names), "baocao.docx": report_docx(view),
            **letters(view, names), **calendars(view), **parquet_files(view)}
