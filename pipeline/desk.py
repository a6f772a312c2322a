"""What a run leaves on an analyst's desk: CSV tables, report, workbook, letters, calendars, Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.beside import Beside
from pipeline.comparison import LISTED_ALL, Comparison
from pipeline.csv_io import write_csv
from pipeline.files import Files
from pipeline.overview import Overview, Tally
from pipeline.records import PlanRecord
from pipeline.result_parts import LONG, Elsewhere, write_table
from pipeline.spool import Spool
from pipeline.tables import Table

OPEN_FIRST = ("doichieu.xlsx", "baocao.html", "baocao.docx")
FOLDERS = ("thu", "lich", "parquet")  # folders that a run fills anew; a file of an earlier run that it no longer makes goes
MATRICES = frozenset({"divergence_matrix", "coverage_matrix", "links_matrix"})  # a column for each commune


class Desk:
    """`add` takes the plans as they go by, `write` makes the files."""

    def __init__(self, comparison: Comparison, folder: Path) -> None:
        from pipeline.calendar_ics import Calendars
        from pipeline.report_rows import PageRows

        self._comparison = comparison
        self._tally = Tally(comparison.force.gone)
        self._calendars = Calendars(comparison, folder)
        self._page = PageRows(comparison, folder)

    def add(self, plan: PlanRecord) -> None:
        self._tally.add(plan)
        self._calendars.add(plan)
        self._page.add(plan)

    def write(self, files: Files, plans: Sequence[PlanRecord], made: Sequence[Table], excel_vi: bool = False, beside: Beside | None = None) -> None:
        """The CSV tables and all files of the desk. `plans` sorted and with indicators, as the comparison and `made` were made from.
        What `beside` is given to do is done when that is finished."""
        from pipeline.letters import letter_names, letters
        from pipeline.report_docx import report_docx
        from pipeline.report_html import report_parts
        from pipeline.workbook import workbook_pieces
        from pipeline.workbook_package import zip_workbook

        many = len(self._comparison.communes) > LISTED_ALL  # no spreadsheet and no query wants thousands of columns
        shown = {t.name: t for t in made if not (many and t.name in MATRICES)}
        for table in made:
            if isinstance(table.rows, Elsewhere):
                continue
            path = files.path(f"{table.name}.csv")
            if table.name not in shown:
                with path.open("wb") as file:
                    write_csv(file, [c.name for c in table.columns], table.rows, excel_vi)
                continue
            parquet = files.path(f"parquet/{table.name}.parquet")
            if beside and table.name in LONG and isinstance(table.rows, Spool):
                beside.put("table", table.name, table.rows.told(), str(path), str(parquet), excel_vi)
            else:
                write_table(table, path, parquet, excel_vi)
        view = Overview(plans, self._comparison, shown, self._tally)
        names = letter_names(view)
        pieces, book = workbook_pieces(view, files.work), files.path("doichieu.xlsx")
        if beside:
            beside.put("workbook", pieces, str(book))
        else:
            zip_workbook(pieces, book)
        with files.open("baocao.html") as page:
            page.writelines(report_parts(view, names, files.work, self._page))
        files.put("baocao.docx", report_docx(view))
        for name, data in letters(view, names, files.work):
            files.put(name, data)
        self._calendars.write(files, view.title)
