"""`doichieu sql`: read-only SQL over the tables of a run (DuckDB on the Parquet files), offline and without extensions."""

from __future__ import annotations

import datetime
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.errors import UsageError
from pipeline.csv_io import Value, csv_bytes, plain_number

_MOST = 60  # characters of a cell in a printed table


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a query: column names and rows of Python values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def query(statement: str, out_dir: Path) -> Answer:
    """Run one SELECT over the tables below `out_dir`/parquet; every table is a view of its name.

    Nothing can be written and no file outside that folder read. Raises UsageError: no results there, not one single
    query, or what DuckDB finds wrong with it."""
    import duckdb

    folder = (out_dir / "parquet").resolve()
    files = sorted(folder.glob("*.parquet"))
    if not files:
        raise UsageError(f"{out_dir}: chưa có kết quả để truy vấn (không thấy thư mục parquet). Hãy chạy “doichieu run” trước, hoặc chỉ thư mục kết quả bằng --out.")
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    try:
        for file in files:
            name, path = file.stem.replace('"', '""'), str(file).replace("'", "''")
            connection.execute(f"CREATE VIEW \"{name}\" AS SELECT * FROM read_parquet('{path}')")
        connection.execute("SET allowed_directories=['" + str(folder).replace("'", "''") + "']")
        connection.execute("SET enable_external_access=false")
        connection.execute("SET lock_configuration=true")
        statements = connection.extract_statements(statement)
        reading = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
        if len(statements) != 1 or statements[0].type not in reading:
            raise UsageError("Chỉ nhận một câu truy vấn SELECT (dữ liệu chỉ đọc).")
        result = connection.execute(statements[0])
        return Answer(tuple(d[0] for d in result.description or ()), tuple(result.fetchall()))
    except duckdb.Error as error:
        tables = ", ".join(f.stem for f in files)
        raise UsageError(f"Câu truy vấn không chạy được: {error}\nCác bảng: {tables}") from error
    finally:
        connection.close()


def as_text(answer: Answer) -> str:
    """A table in plain characters, columns aligned, long cells shortened."""
    cells = [[_short(_plain(v)) for v in row] for row in answer.rows]
    widths = [max([_width(name), *(_width(row[n]) for row in cells)]) for n, name in enumerate(answer.columns)]
    right = [bool(answer.rows) and all(isinstance(r[n], int | float) or r[n] is None for r in answer.rows) for n in range(len(answer.columns))]

    def line(values: Sequence[str], numbers: Sequence[bool]) -> str:
        return "  ".join(" " * (w - _width(v)) + v if r else v + " " * (w - _width(v)) for v, w, r in zip(values, widths, numbers, strict=True)).rstrip()
    lines = [line(answer.columns, right), "  ".join("─" * w for w in widths), *(line(row, right) for row in cells)]
    return "\n".join([*lines, f"({len(answer.rows)} dòng)"]) + "\n"


def as_csv(answer: Answer, excel_vi: bool = False) -> bytes:
    """The result as a CSV file that a spreadsheet opens safely (as all CSV files of a run)."""
    rows: list[list[Value]] = [[v if isinstance(v, str | int | float | bool) or v is None else _plain(v) for v in row] for row in answer.rows]
    return csv_bytes(answer.columns, rows, excel_vi)


def as_json(answer: Answer) -> str:
    """The result as a JSON list of objects, one a line. Columns of one name are told apart by a number."""
    names: list[str] = []
    for name in answer.columns:
        free, n = name, 2
        while free in names:
            free, n = f"{name}_{n}", n + 1
        names.append(free)
    lines = (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_plain) for row in answer.rows)
    return "[" + ",\n ".join(lines) + "]\n"


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    return plain_number(value) if isinstance(value, float) else str(value)


def _short(text: str) -> str:
    flat = "".join(c if c.isprintable() else " " for c in text)
    return flat if len(flat) <= _MOST else flat[:_MOST - 1] + "…"


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
