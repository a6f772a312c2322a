"""Results made by several processes: the same bytes as by one, whatever becomes of a child."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import beside as module
from pipeline import outputs, result_parts
from pipeline.beside import Beside
from pipeline.heap import Heap
from pipeline.outputs import write_outputs
from pipeline.prepared import Prepared, finding_row, shared_plans
from pipeline.records import Citation, Finding, PlanRecord, Task
from pipeline.result_parts import SHARED_FROM, Elsewhere, children, surveyed
from pipeline.spool import Spool
from pipeline.survey import told
from tests.plans import ledger, plan
from tests.test_spool import Stored

INFO = {"product": "doichieu"}


def _plan(n: int) -> PlanRecord:
    """One of many: some of one commune, some copies, some of a province, all with a wording of their own."""
    texts = (f"Mở rộng vùng phủ sóng 5G tới các thôn số {n}", f"Tổ chức {n % 5} lớp tập huấn kỹ năng số cho người dân trên địa bàn toàn xã trong năm nay")
    tasks = tuple(Task(id=f"K{k:03}", text=text, lead=("Phòng Kinh tế",)) for k, text in enumerate(texts, start=1))
    number = f"{100 + n % 3}/QĐ-TTg"
    return plan(None if n % 31 == 30 else f"Xã {n % 50:02}", {"indicator": "Tỷ lệ phủ sóng 5G", "value": 50 + n % 40},
                {"indicator": f"Số lồng bè nuôi cá số {n % 7}", "value": n, "unit": "count"}, tasks=tasks, source=f"{n:03}.txt", plan_id=f"{n % 60:03}",
                citations=(Citation(number=number, doc_type="Quyết định", dates=(f"2025-0{1 + n % 2}-03",)),), ledger=ledger(*texts, "= 5", f"Căn cứ Quyết định số {number}"))


PLANS = [_plan(n) for n in range(SHARED_FROM + 10)]


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("alone")
    write_outputs(Stored(PLANS), folder, INFO)
    return _files(folder)


@pytest.mark.parametrize("workers", [2, 3])
def test_processes_write_what_one_writes(workers: int, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_parts, "PER_CHILD", 30)
    sizes: list[int] = []

    class Watched(Beside):
        def finish(self) -> None:
            sizes.append(self.size)
            super().finish()

    monkeypatch.setattr(outputs, "Beside", Watched)
    write_outputs(Stored(PLANS[::-1]), tmp_path, INFO, workers=workers)
    assert sizes == [workers - 1] and _files(tmp_path) == alone
    assert {"ledger.csv", "dataset.jsonl", "parquet/ledger.parquet", "thu/xa-00.docx"} <= alone.keys()


@pytest.mark.parametrize("answers", [0, 3])
def test_what_a_dead_child_leaves_is_made_again(answers: int, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, heard = module._read, []

    def read(stream: Any) -> Any:
        heard.append(stream)
        return real(stream) if len(heard) <= answers else None  # as if its output had ended: the child is then killed

    monkeypatch.setattr(module, "_read", read)
    write_outputs(Stored(PLANS), tmp_path, INFO, workers=2)
    assert _files(tmp_path) == alone and len(heard) <= answers + 1


def test_what_a_stuck_child_holds_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    real, given = module._write, threading.Event()

    def write(stream: Any, message: Any) -> None:
        real(stream, message)
        given.set()

    real_popen = subprocess.Popen
    monkeypatch.setattr(module, "_write", write)
    monkeypatch.setattr(result_parts, "PARTS", {"double": lambda n: 2 * n})
    monkeypatch.setattr(module.subprocess, "Popen", lambda command, **options: real_popen([command[0], "-c", "import sys; sys.stdin.buffer.read()"], **options))
    with Beside(1, patience=0.1) as beside:
        part = beside.put("double", 21)
        assert given.wait(60)  # the child has it, and never answers
        assert beside.result(part) == 42


def test_how_many_help() -> None:
    assert [children(w, n) for w, n in ((1, 3321), (2, 59), (2, 60), (4, 200), (4, 599), (4, 600), (2, 3321), (8, 3321))] == [0, 0, 1, 1, 1, 2, 1, 2]


def test_few_plans_and_plans_in_memory_stay_in_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(outputs, "Beside", lambda size: sizes.append(size) or Beside(size))
    write_outputs(Stored(PLANS[:5]), tmp_path, INFO, workers=2)
    write_outputs(PLANS, tmp_path, INFO, workers=2)
    assert sizes == [0, 0]


def test_plans_that_no_file_holds_are_not_shared(alone: dict[str, bytes], tmp_path: Path) -> None:
    class Odd(Stored):
        def __iter__(self) -> Iterator[PlanRecord]:
            return (self[n] for n in range(len(self)))

        def __getitem__(self, n: Any) -> Any:
            return super().__getitem__(n).model_copy(update={"auto_value": {"title": Path("x")}}) if n == 3 else super().__getitem__(n)

    write_outputs(Odd(PLANS), tmp_path, INFO, workers=2)
    found = _files(tmp_path)
    assert found.keys() == alone.keys() and found["ledger.csv"] == alone["ledger.csv"]


def test_a_killed_child_and_a_failed_part(tmp_path: Path) -> None:
    rows: Spool[tuple[Any, ...]] = Spool([("x",)], tmp_path, shared=True)
    with Beside(1) as beside, pytest.raises(KeyError):
        beside.put("no such part")
        beside.finish()
    with Beside(1) as beside, pytest.raises(FileNotFoundError):
        beside.result(beside.put("table", "findings", rows.told(), str(tmp_path / "none" / "a.csv"), str(tmp_path / "a.parquet"), False))
    with Beside(1) as beside:
        with beside._change:
            assert beside._change.wait_for(lambda: beside._processes, timeout=60)
        for process in beside._processes:
            process.kill()
        beside.put("survey", Prepared(Stored(PLANS[:2]), folder=tmp_path, shared=True).share(), str(tmp_path / "some.part"))
        beside.finish()
    assert (tmp_path / "some.part").stat().st_size and not beside
    with pytest.raises(TypeError):
        Elsewhere(lambda: 3)[0]


def test_other_processes_read_the_same_plans(tmp_path: Path) -> None:
    ready = Prepared(Stored(PLANS[::-1]), folder=tmp_path, shared=True)
    assert ready.sharable and list(shared_plans(ready.share())) == list(ready) and list(shared_plans(ready.share(3, 8))) == list(ready)[3:8]
    found = tuple(finding_row(Finding(kind="draft", severity="info", source=p.source, message=str(n))) for n, p in enumerate(ready))
    ready.with_findings((row,) for row in found)
    assert [p.findings[0].message for p in shared_plans(ready.share(60))] == [str(n) for n in range(60, len(PLANS))]
    assert list(surveyed(ready, Beside(0), tmp_path)) == [told(p) for p in ready]


def test_rows_and_values_read_elsewhere(tmp_path: Path) -> None:
    rows: Spool[tuple[Any, ...]] = Spool(((n, str(n)) for n in range(700)), tmp_path, shared=True)
    again: Spool[tuple[Any, ...]] = Spool.again(rows.told())
    assert list(again) == list(rows) and again[699] == rows[699] and len(again) == 700
    heap = Heap(tmp_path, shared=True)
    handles = [heap.put((n, "x" * n)) for n in range(50)]
    heap.flush()
    assert heap.path is not None and [Heap.opened(heap.path).get(h) for h in handles[::-1]] == [(n, "x" * n) for n in range(49, -1, -1)]
