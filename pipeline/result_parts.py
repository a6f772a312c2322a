"""Parts of a run's results that a process makes by itself: what plans say, long tables, the dataset.

Each part is a function of plain values (`PARTS`), run by `pipeline.beside` in a child process or in the main one.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, overload

from pipeline.beside import Beside, Part
from pipeline.csv_io import Value
from pipeline.dataset import dataset_line
from pipeline.files import Files
from pipeline.prepared import Prepared, shared_plans
from pipeline.spool import Spool
from pipeline.survey import told
from pipeline.tables import PlanTables, Table, table_of

SHARED_FROM = 60     # plans from which other processes are worth their start
PER_CHILD = 300      # plans that a second child needs to be worth its start and its reading; a third would have nothing to do
LONG = frozenset({"links", "targets", "tasks", "findings"})  # tables that may be written in another process, from rows that are needed here, too
_TOGETHER = 8        # plans of one part
_ALONE = ("assignments", "citations", "ledger")  # tables whose rows nothing but their files needs


class Elsewhere(Sequence[tuple[Value, ...]]):
    """The rows of a table that another process makes and writes: how many there are is known in the end."""

    def __init__(self, count: Callable[[], int]) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count()

    @overload
    def __getitem__(self, index: int) -> tuple[Value, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Value, ...]]: ...
    def __getitem__(self, index: int | slice) -> Any:
        raise TypeError("these rows are in their files alone")


def children(workers: int, plans: int) -> int:
    """How many processes help with the results of so many plans."""
    return min(workers - 1, max(1, min(2, plans // PER_CHILD))) if plans >= SHARED_FROM else 0


def surveyed(plans: Prepared, beside: Beside, folder: Path) -> Iterator[tuple[Any, ...]]:
    """What `pipeline.survey.told` says of each plan, in their order; with the help of other processes where there are some."""
    if not beside:
        yield from map(told, plans)
        return
    asked: list[tuple[Part, Path]] = []
    for first in range(0, len(plans), _TOGETHER):
        to = folder / f"plans-{first}.part"
        asked.append((beside.put("survey", plans.share(first, first + _TOGETHER), str(to)), to))
    for part, to in asked:
        beside.result(part)
        yield from marshal.loads(to.read_bytes())
        to.unlink()


def written_beside(plans: Prepared, beside: Beside, files: Files, excel_vi: bool) -> dict[str, Table]:
    """The tables (and with them the dataset) that other processes write from the plans; none where there are no such processes."""
    if not beside:
        return {}
    groups = [(*_ALONE, "")] if beside.size == 1 else [("ledger",), ("assignments", "citations", "")]  # "": the dataset
    made: dict[str, Table] = {}
    for names in groups:
        paths = [(name, str(files.path(f"{name}.csv")), str(files.path(f"parquet/{name}.parquet"))) for name in names if name]
        part = beside.put("of_plans", plans.share(), paths, str(files.path("dataset.jsonl")) if "" in names else None, excel_vi, str(files.work))
        for name, _, _ in paths:
            made[name] = table_of(name, Elsewhere(lambda part=part, name=name: beside.result(part)[name]))  # type: ignore[misc]
    return made


def write_table(table: Table, csv: Path, parquet: Path, excel_vi: bool) -> None:
    """A table as CSV and as Parquet."""
    from pipeline.csv_columns import CsvColumns
    from pipeline.parquet import write_parquet

    with csv.open("wb") as file, parquet.open("wb") as other:
        write_parquet(other, table, CsvColumns(file, table.columns, excel_vi))


def _survey(plans: Sequence[Any], to: str) -> None:
    Path(to).write_bytes(marshal.dumps([told(plan) for plan in shared_plans(plans)]))


def _of_plans(plans: Sequence[Any], paths: Sequence[tuple[str, str, str]], dataset: str | None, excel_vi: bool, folder: str) -> dict[str, int]:
    """Writes tables and, if there is a path for it, the dataset; returns how many rows each table has."""
    rows = PlanTables([name for name, _, _ in paths], Path(folder))
    with ExitStack() as stack:
        lines = stack.enter_context(Path(dataset).open("wb")) if dataset else None
        for plan in shared_plans(plans):
            rows.add(plan)
            if lines:
                lines.write(dataset_line(plan))
    for name, csv, parquet in paths:
        write_table(rows.tables[name], Path(csv), Path(parquet), excel_vi)
    return {name: len(table.rows) for name, table in rows.tables.items()}


def _table(name: str, rows: tuple[Any, ...], csv: str, parquet: str, excel_vi: bool) -> None:
    spool: Spool[tuple[Value, ...]]
    with closing(Spool.again(rows)) as spool:
        write_table(table_of(name, spool), Path(csv), Path(parquet), excel_vi)


def _workbook(pieces: Sequence[tuple[str, str]], to: str) -> None:
    from pipeline.workbook_package import zip_workbook

    zip_workbook(pieces, Path(to))


PARTS: Mapping[str, Callable[..., Any]] = {"survey": _survey, "of_plans": _of_plans, "table": _table, "workbook": _workbook}
