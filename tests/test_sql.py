"""Parquet tables with real types and raw text, and SQL over them that can only read."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractors.errors import UsageError
from pipeline.cli import app
from pipeline.parquet import parquet_files
from pipeline.sql import Answer, as_csv, as_json, as_text, query
from tests.desk import EVIL, five, hostile_plans, view_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("it's") / "ra"
    for name, data in parquet_files(five()).items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return out


def test_columns_have_types_and_titles(folder: Path) -> None:
    import pyarrow.parquet as pq

    schema = pq.read_schema(folder / "parquet" / "tasks.parquet")
    assert {n: str(schema.field(n).type) for n in ("text", "due", "line_first", "confidence")} == {
        "text": "string", "due": "date32[day]", "line_first": "int64", "confidence": "double"}
    assert schema.field("due").metadata[b"title"].decode("utf-8") == "Hạn cuối"


def test_text_is_raw() -> None:
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(parquet_files(view_of(hostile_plans()))["parquet/targets.parquet"]))
    found = set(table.column("indicator").to_pylist())
    assert {e for e in EVIL if "\ud800" not in e} <= found


def test_tables_are_the_same_every_time() -> None:
    assert parquet_files(five()) == parquet_files(five())


def test_a_query_answers_with_values(folder: Path) -> None:
    answer = query("SELECT commune, count(*) AS n, min(due) FROM tasks WHERE due IS NOT NULL GROUP BY ALL ORDER BY n DESC, commune", folder)
    assert answer.columns == ("commune", "n", "min(due)") and isinstance(answer.rows[0][2], datetime.date)
    assert sum(r[1] for r in answer.rows) == sum(bool(t.deadline and t.deadline.due) for p in five().plans for t in p.tasks)


@pytest.mark.parametrize("statement", [
    "COPY (SELECT 1) TO 'x.csv'", "CREATE TABLE a AS SELECT 1", "DROP VIEW tasks", "SELECT 1; SELECT 2", "", "INSTALL httpfs", "ATTACH 'x.db'", "SET enable_external_access=true",
    "SELECT * FROM read_text('pyproject.toml')", "SELECT * FROM 'pyproject.toml'", "SELECT * FROM read_csv('http://localhost:1/x.csv')", "SELECT * FROM no_such_table", "SELEC 1"])
def test_nothing_but_one_select_over_the_tables(folder: Path, statement: str) -> None:
    before = sorted(p.name for p in folder.rglob("*"))
    with pytest.raises(UsageError):
        query(statement, folder)
    assert sorted(p.name for p in folder.rglob("*")) == before


def test_no_results_yet(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="doichieu run"):
        query("SELECT 1", tmp_path)


def test_printing() -> None:
    answer = Answer(("tên", "số", "số"), (("=1+1", 1.5, None), ("xã " * 50, 20, datetime.date(2026, 3, 31))))
    text = as_text(answer)
    assert "…" in text and text.endswith("(2 dòng)\n") and len({len(line.rstrip()) for line in text.splitlines()[1:2]}) == 1
    assert list(csv.reader(io.StringIO(as_csv(answer).decode("utf-8-sig"))))[1] == ["'=1+1", "1.5", ""]
    assert json.loads(as_json(answer))[1] == {"tên": "xã " * 50, "số": 20, "số_2": "2026-03-31"}
    assert as_text(Answer(("a",), ())).endswith("(0 dòng)\n") and json.loads(as_json(Answer(("a",), ()))) == []


@pytest.mark.parametrize("options", [[], ["--csv"], ["--json"]])
def test_the_command(folder: Path, options: list[str]) -> None:
    result = CliRunner().invoke(app, ["sql", "SELECT count(*) AS n FROM plans", "--out", str(folder), *options])
    assert result.exit_code == 0 and "5" in result.stdout and "n" in result.stdout


def test_the_command_tells_what_is_wrong(folder: Path) -> None:
    result = CliRunner().invoke(app, ["sql", "DELETE FROM plans", "--out", str(folder)])
    assert result.exit_code == 1 and "SELECT" in result.output
