"""Rows on disk come back as they were, in any order of reading; a run from a store gives the bytes of one from memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codec import pack_plan, unpack_plan
from pipeline.comparison import LISTED_ALL, compare
from pipeline.divergence import divergence_rows, long_rows
from pipeline.heap import Heap
from pipeline.outputs import write_outputs
from pipeline.prepared import Prepared, light
from pipeline.records import PlanRecord, Task
from pipeline.series import series_rows
from pipeline.spool import Spool
from tests.plans import five_plans, plan

VALUE = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False) | st.text(st.characters(codec=None), max_size=8)


@given(st.lists(st.tuples(VALUE, VALUE), max_size=30), st.integers(1, 40))
def test_rows_come_back(rows: list[tuple[Any, Any]], times: int) -> None:
    spool = Spool(rows * times)
    assert len(spool) == len(rows) * times and list(spool) == rows * times == list(spool)
    if rows:
        assert spool[-1] == rows[-1] and spool[len(rows) * times // 2] == (rows * times)[len(rows) * times // 2] and spool[:3] == tuple((rows * times)[:3])


def test_reading_and_adding_take_turns(tmp_path: Path) -> None:
    spool: Spool[tuple[int, str]] = Spool(folder=tmp_path)
    for n in range(5000):
        spool.add((n, "x" * 400))
        assert spool[n // 2][0] == n // 2
    assert [r[0] for r in spool] == list(range(5000))
    with pytest.raises(IndexError):
        spool[5000]


class Stored(Sequence[PlanRecord]):
    """Plans that are made anew from bytes each time, at most one alive by this sequence's own hand."""

    def __init__(self, plans: Sequence[PlanRecord]) -> None:
        self._data = [pack_plan(p) for p in plans]
        self.read = 0

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, index: Any) -> Any:
        self.read += 1
        return unpack_plan(self._data[index])

    def __iter__(self) -> Iterator[PlanRecord]:
        return (self[n] for n in range(len(self)))


def batch() -> list[PlanRecord]:
    top = plan(None, {"indicator": "Tỷ lệ phủ sóng 5G", "value": 60}, tasks=(Task(id="K001", text="Mở rộng vùng phủ sóng 5G tại các xã"),))
    return [*five_plans(), top, plan("An", {"indicator": "Tỷ lệ phủ sóng 5G", "value": 50}, tasks=(Task(id="K001", text="Mở rộng vùng phủ sóng 5G"),)),
            plan("An", {"indicator": "Tỷ lệ phủ sóng 5G", "value": 50}, tasks=(Task(id="K001", text="Mở rộng vùng phủ sóng 5G"),), source="an-2.txt"),
            plan("Bình", {"indicator": "phủ sóng 5G", "value": 70}, plan_id="An")]


def test_a_store_gives_the_same_bytes_as_a_list_in_any_order(tmp_path: Path) -> None:
    stored = Stored(batch())
    write_outputs(stored, tmp_path / "a", {"product": "doichieu"})
    write_outputs(batch()[::-1], tmp_path / "b", {"product": "doichieu"})
    found, other = ({p.relative_to(tmp_path / f).as_posix(): p.read_bytes() for p in (tmp_path / f).rglob("*") if p.is_file()} for f in "ab")
    assert found == other and "coverage.csv" in found
    assert stored.read < 12 * len(stored), "plans are read a few times, not once for every table"


def test_ids_and_indicators_of_prepared_plans() -> None:
    ready = Prepared(batch())
    assert len({p.plan_id for p in ready}) == len(ready) == len(ready.sources)
    assert [p.source for p in ready] == list(ready.sources) == sorted(ready.sources)
    assert ready.of("an-2.txt").targets[0].indicator_id == "ty-le-phu-song-5g" in ready.indicators


def test_light_plans_compare_as_whole_ones() -> None:
    whole = list(Prepared(batch()))
    by_source = {p.source: p for p in whole}
    heads = compare([light(p) for p in whole], full=by_source.__getitem__)
    assert list(divergence_rows(heads)) == list(divergence_rows(compare(whole))) and list(long_rows(heads)) == list(long_rows(compare(whole)))
    assert heads.replaced == compare(whole).replaced != ()


@given(st.lists(st.tuples(VALUE, st.tuples(VALUE)), max_size=30), st.randoms())
def test_values_of_a_heap_come_back_in_any_order(values: list[tuple[Any, Any]], chance: Random) -> None:
    heap = Heap()
    handles = [(heap.put(v), v) for v in values]
    chance.shuffle(handles)
    assert all(heap.get(h) == v and h < 1 << 64 for h, v in handles)


def test_rows_of_thousands_of_values_come_back(tmp_path: Path) -> None:
    spool: Spool[tuple[int, ...]] = Spool(((n,) * (7000 if n % 3 else 3) for n in range(600)), tmp_path)
    assert [r[0] for r in spool] == list(range(600)) and [spool[n][0] for n in range(599, -1, -7)] == list(range(599, -1, -7)) and len(spool[4]) == 7000


def test_groups_on_disk_are_those_in_memory(tmp_path: Path) -> None:
    ready = Prepared(batch())
    heap = Heap(tmp_path)
    kept = compare([light(p, heap) for p in ready], indicators=ready.indicators, full=ready.of, folder=tmp_path, joined=ready.joined)
    plain = compare(list(ready), indicators=ready.indicators)
    assert kept.groups == compare([light(p) for p in ready], indicators=ready.indicators, full=ready.of).groups
    assert list(long_rows(kept)) == list(long_rows(plain)) and list(divergence_rows(kept)) == list(divergence_rows(plain)) and list(series_rows(kept)) == list(series_rows(plain))
    assert [g.with_target for g in kept.groups] == [len(g.having) for g in kept.groups] == [len(g.having) for g in plain.groups]
    assert any(c.floor is not None for g in kept.groups for c in g.cells)


def test_very_many_communes_list_only_what_some_have() -> None:
    many = [plan(f"Xã {n:03}", {"indicator": "Tỷ lệ phủ sóng 5G", "value": 50 + n % 40}, *([{"indicator": f"Số lồng bè nuôi cá số {n}", "value": n, "unit": "count"}] if n < 3 else []))
            for n in range(LISTED_ALL + 1)]
    groups = {g.indicator.id: g for g in compare(many).groups}
    assert len(groups["ty-le-phu-song-5g"].cells) == LISTED_ALL + 1 == groups["ty-le-phu-song-5g"].of
    assert {len(g.cells) for i, g in groups.items() if i != "ty-le-phu-song-5g"} <= {1, 2, 3}
    rare = next(r for r in divergence_rows(compare(many)) if r["indicator_id"] != "ty-le-phu-song-5g")
    assert int(str(rare["communes_with"])) + int(str(rare["communes_without"])) == LISTED_ALL + 1


def test_all_outputs_of_very_many_communes(tmp_path: Path) -> None:
    def targets(n: int) -> list[dict[str, Any]]:
        horizon = None if n == 0 else "2030"  # one alone without a year: shown beside those with one, its own group is left out
        return [{"indicator": "Tỷ lệ phủ sóng 5G", "value": 50 + n % 40, "horizon": horizon}, {"indicator": f"Số lồng bè nuôi cá số {n}", "value": n, "unit": "count"}]

    many = [plan(f"Xã {n:03}", *targets(n), tasks=(Task(id="K001", text="Mở rộng vùng phủ sóng 5G", lead=("Phòng Kinh tế",)),)) for n in range(LISTED_ALL + 5)]
    write_outputs(Stored(many), tmp_path, {"product": "doichieu"})
    names = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert {"doichieu.xlsx", "baocao.html", "baocao.docx", "lich.ics", "divergence_matrix.csv", "parquet/targets.parquet"} <= names
    assert "parquet/divergence_matrix.parquet" not in names and len([n for n in names if n.startswith("thu/")]) == LISTED_ALL + 5
    page = (tmp_path / "baocao.html").read_text("utf-8")
    assert f"Đợt này có {LISTED_ALL + 5} xã" in page and '"tasks":[]' in page
    with (tmp_path / "divergence_matrix.csv").open(encoding="utf-8-sig") as file:
        assert sum(1 for _ in file) == 2, "the head and 5G in 2030"
