"""CSV made of columns is byte for byte the CSV made row by row, whatever the cells hold; wordings are forgotten, vocabularies not."""

from __future__ import annotations

import io
import random

import pytest

from normalizers.indicators import catalogue
from normalizers.text import fold
from pipeline import parquet
from pipeline.columns import TABLES, Column
from pipeline.csv_columns import CsvColumns
from pipeline.csv_io import Value, split_marker, write_csv
from pipeline.records import LedgerRow, Plan, PlanRecord, Task, UnitRef
from pipeline.remembered import forget_wordings
from pipeline.tables import Table, tables
from pipeline.versions import Contents, in_force

_COLUMNS = tuple(Column(name, kind, name, "") for name, kind in (  # type: ignore[arg-type]
    ("=cột, một", "string"), ("due", "string"), ("n", "integer"), ("x", "number"), ("b", "boolean"), ("mixed", "string")))
_LETTERS = list(" \t\r\n\"=+-@,;;ab\x00\x01\x0b\x0c\x1c\x1f\x7f\x85\xa0\u2003\u2028\u200b\ufeff＝＋－＠đế\ud800😀'")


def _rows(count: int, mixed: bool) -> list[tuple[Value, ...]]:
    chance = random.Random(count)

    def text() -> str:
        return "".join(chance.choices(_LETTERS, k=chance.randrange(6)))

    return [(chance.choice([None, text(), text()]), chance.choice([None, "2026-01-02", text()]), chance.choice([None, 5, -7, 2**40]),
             chance.choice([None, 1, 1.5, 1e300, 0.1 + 0.2, -3.25e-7]), chance.choice([None, True, False]),
             chance.choice([text(), None, 3, 2.5, True]) if mixed else text()) for _ in range(count)]


@pytest.mark.parametrize("excel_vi", [False, True])
@pytest.mark.parametrize("mixed", [False, True])
@pytest.mark.parametrize("count", [0, 1, 7, 700, 2500])
def test_columns_give_the_same_file_as_rows(count: int, mixed: bool, excel_vi: bool) -> None:
    rows, by_row, by_column, beside, alone = _rows(count, mixed), io.BytesIO(), io.BytesIO(), io.BytesIO(), io.BytesIO()
    table = Table("thử", "Thử", "", _COLUMNS, rows)
    write_csv(by_row, [c.name for c in _COLUMNS], rows, excel_vi)
    parquet.write_parquet(beside, table, CsvColumns(by_column, _COLUMNS, excel_vi))
    parquet.write_parquet(alone, table)
    assert by_column.getvalue() == by_row.getvalue()
    assert beside.getvalue() == alone.getvalue()


def test_rows_that_come_as_tuples_stand_in_the_order_of_the_columns() -> None:
    task = Task(id="N1", text="số hóa", lead=("Phòng Kinh tế",), support_units=(UnitRef(unit_id="u", name="U", raw="u", known=True, kind="k", level="l"),))
    lines = tuple(LedgerRow(n, place, text, "task", "N1") for n, place, text in ((1, "trang 1", "- Số hóa"), (2, "trang 1", "hồ sơ"), (3, "trang 2", "x")))
    plan = PlanRecord(source="a.pdf", plan_id="a", plan=Plan(commune="A"), tasks=(task,), ledger=lines)
    from pipeline.comparison import compare

    made = {t.name: [dict(zip((c.name for c in t.columns), row, strict=True)) for row in t.rows] for t in tables([plan], compare([plan]))}
    assert set(made["ledger"][0]) == {c.name for c in TABLES["ledger"][2]}
    assert [(r["number"], r["place"], r["part"], r["marker"], r["text"], r["role"], r["record"]) for r in made["ledger"]] == [
        (1, "trang 1", 1, "-", "Số hóa", "task", "N1"), (2, "trang 1", 2, "", "hồ sơ", "task", "N1"), (3, "trang 2", None, "", "x", "task", "N1")]
    assert [(r["record_id"], r["role"], r["unit_id"], r["unit"], r["known"], r["unit_kind"], r["due"]) for r in made["assignments"]] == [
        ("N1", "lead", "phong-kinh-te", "Phòng Kinh tế", True, "", None), ("N1", "support", "u", "U", True, "k", None)]


@pytest.mark.parametrize(("text", "parts"), [("Số hóa", ("", "Số hóa")), ("- Số hóa", ("-", "Số hóa")), ("5 xã", ("", "5 xã")), ("", ("", "")), ("+ 5", ("+", "5")), ("-5 %", ("", "-5 %"))])
def test_markers(text: str, parts: tuple[str, str]) -> None:
    assert split_marker(text) == parts


def test_wordings_are_forgotten_and_vocabularies_are_not() -> None:
    from normalizers import text

    known = catalogue()
    fold("Ủy ban nhân dân xã")
    assert text._fold_short.cache_info().currsize
    forget_wordings()
    assert not text._fold_short.cache_info().currsize and catalogue() is known


def test_copies_are_found_without_reading_them_again() -> None:
    plans = [PlanRecord(source=f"{name}.pdf", plan=Plan(commune=commune), tasks=(Task(id="N1", text=text),)) for name, commune, text in (
        ("a", "A", "số hóa hồ sơ"), ("b", "A", "số hóa hồ sơ"), ("c", "A", "trồng rừng"), ("d", "B", "số hóa hồ sơ"))]
    contents, read = Contents(), []
    for plan in plans:
        contents.add(plan)

    def full(source: str) -> PlanRecord:
        read.append(source)
        return next(p for p in plans if p.source == source)

    assert in_force(plans, full, contents.of).replaced == in_force(plans).replaced
    assert set(contents.of) == {"b.pdf", "c.pdf"} and "b.pdf" not in read
