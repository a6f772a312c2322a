"""`parquet/<table>.parquet`: every table of a run with real types and unescaped text, for those who outgrow a spreadsheet."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from pipeline.arrow_columns import days, flags, integers, numbers, strings
from pipeline.columns import Column
from pipeline.csv_columns import CsvColumns
from pipeline.csv_io import Value
from pipeline.overview import Overview
from pipeline.tables import Table

_CELLS = 200_000            # cells that go to the file together
_ROWS = 1024                # rows that are Python's values together; with the writer's own size of a batch the file is the same as in one piece
DATES = frozenset({"due"})  # columns that hold a whole day or nothing
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TEXT = frozenset({str, type(None)})


def parquet_files(view: Overview) -> dict[str, bytes]:
    """`parquet/<name>.parquet` → bytes, for every table of the run."""
    out = {}
    for name, table in view.tables.items():
        file = io.BytesIO()
        write_parquet(file, table)
        out[f"parquet/{name}.parquet"] = file.getvalue()
    return out


def write_parquet(file: BinaryIO, table: Table, beside: CsvColumns | None = None) -> None:
    """One table as Parquet: int64, double, bool, date32 and string columns; title and description of a column as its metadata.
    `beside`: its CSV file, which gets the same columns as they come."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = _unique([c.name for c in table.columns])
    kinds: dict[str, Any] = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    fields = [pa.field(name, pa.date32() if column.name in DATES else kinds[column.type], metadata={"title": _utf8(column.title), "description": _utf8(column.description)})
              for name, column in zip(names, table.columns, strict=True)]
    schema = pa.schema(fields, metadata={"title": _utf8(table.title), "description": _utf8(table.description)})

    def batches(rows: Iterator[Sequence[Value]]) -> Iterator[Any]:
        while some := list(islice(rows, _ROWS)):
            values = tuple(zip(*some, strict=True))
            arrays = [_array(cells, column) for cells, column in zip(values, table.columns, strict=True)]
            if beside is not None:
                beside.add(values, arrays)
            yield pa.record_batch(arrays, schema=schema)

    rows, left = iter(table.rows), len(table.rows)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while True:
            together = min(left, max(1, _CELLS // max(1, len(fields))))
            writer.write_table(pa.Table.from_batches(batches(islice(rows, together)), schema=schema))
            left -= together
            if not left:
                break
    pa.default_memory_pool().release_unused()


def _array(values: Sequence[Value], column: Column) -> Any:
    if column.name in DATES:
        return days([_typed(v, column) for v in values])
    if column.type != "string":
        make: Any = {"integer": integers, "number": numbers, "boolean": flags}[column.type]
        return make([_typed(v, column) for v in values])
    kinds = set(map(type, values))
    plain: Any = values if kinds <= _TEXT and "" not in values else [v if v.__class__ is str and v else None if v is None or v == "" else str(v) for v in values]
    return strings(plain)


def _typed(value: Value, column: Column) -> Any:
    if value is None or value == "":
        return None
    if column.name in DATES:
        text = str(value)
        try:
            return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:
            return None
    if column.type == "boolean":
        return bool(value)
    return float(value) if column.type == "number" else int(value)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _unique(names: list[str]) -> list[str]:
    """Names that differ even where case is ignored (a commune may be called like a column)."""
    out: list[str] = []
    taken: set[str] = set()
    for name in names:
        free, n = name, 2
        while free.casefold() in taken:
            free, n = f"{name}_{n}", n + 1
        taken.add(free.casefold())
        out.append(free)
    return out
