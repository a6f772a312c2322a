"""`parquet/<table>.parquet`: every table of a run with real types and unescaped text, for those who outgrow a spreadsheet."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

from pipeline.columns import Column
from pipeline.csv_io import Value
from pipeline.overview import Overview
from pipeline.tables import Table

DATES = frozenset({"due"})  # columns that hold a whole day or nothing
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def parquet_files(view: Overview) -> dict[str, bytes]:
    """`parquet/<name>.parquet` → bytes, for every table of the run."""
    return {f"parquet/{name}.parquet": table_bytes(table) for name, table in view.tables.items()}


def table_bytes(table: Table) -> bytes:
    """One table as Parquet: int64, double, bool, date32 and string columns; title and description of a column as its metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = _unique([c.name for c in table.columns])
    kinds: dict[str, Any] = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    fields, arrays = [], []
    for n, (name, column) in enumerate(zip(names, table.columns, strict=True)):
        kind = pa.date32() if column.name in DATES else kinds[column.type]
        fields.append(pa.field(name, kind, metadata={"title": _utf8(column.title), "description": _utf8(column.description)}))
        arrays.append(pa.array([_typed(row[n], column) for row in table.rows], kind))
    schema = pa.schema(fields, metadata={"title": _utf8(table.title), "description": _utf8(table.description)})
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _typed(value: Value, column: Column) -> object:
    if value is None or value == "":
        return None
    if column.name in DATES:
        text = str(value)
        try:
            return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:
            return None
    if column.type == "string":
        return _utf8(str(value)).decode("utf-8")
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
