"""The batch on a Dask cluster: same results as a local run, a worker killed in the middle, poison documents alone."""

from __future__ import annotations

import os
from pathlib import Path

import psutil
import pytest
from distributed import Client, LocalCluster

from extractors.errors import UsageError
from pipeline.batch import Batch, Settings
from pipeline.limits import Limits
from pipeline.run import run

HERE = Path(__file__).resolve().parent
LIMITS = Limits(seconds=2.0, memory_mb=300)


@pytest.fixture(autouse=True)
def _readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(HERE / "hostile"))


def _settings(reader: str, cluster: str | None = None) -> Settings:
    return Settings(workers=2, limits=LIMITS, reader=f"odd_readers:{reader}", cluster=cluster)


def _files(folder: Path, contents: dict[str, str]) -> list[Path]:
    folder.mkdir()
    for name, text in contents.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def test_a_cluster_that_loses_a_worker_gives_the_same_results(tmp_path: Path) -> None:
    files = _files(tmp_path / "in", {f"{n:02d}.txt": f"good {n}" for n in range(40)})
    here = run(files, tmp_path / "here", settings=_settings("slow"))
    killed: list[int] = []
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            pids = sorted(client.run(os.getpid).values())
        assert len(pids) == 2

        def on_event(state: str, source: str, done: int, total: int) -> None:
            if done == 5 and not killed:
                psutil.Process(pids[0]).kill()
                killed.append(done)

        there = run(files, tmp_path / "there", settings=_settings("slow", cluster.scheduler_address), on_event=on_event)
    assert killed
    assert (there.plans, there.quarantined) == (here.plans, []) == (40, [])
    names = sorted(p.name for p in (tmp_path / "here").iterdir() if p.is_file())
    assert names
    for name in names:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes(), name


def test_poison_on_a_cluster_ends_alone(tmp_path: Path) -> None:
    contents = {f"{n}.txt": f"good {n}" for n in range(6)} | {f"{w}.txt": f"{w} x" for w in ("abort", "hang", "memory", "raise")}
    with Batch(_files(tmp_path / "in", contents), tmp_path / "out", _settings("by_first_word", "local")) as batch:
        assert {q.source: q.reason for q in batch.quarantined} == {
            "abort.txt": "crashed", "hang.txt": "timeout", "memory.txt": "memory", "raise.txt": "crashed"}
        assert len(batch.plans) == 6


def test_a_scheduler_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cluster.ANSWERS_WITHIN", 0.5)
    files = _files(tmp_path / "in", {"a.txt": "good"})
    with pytest.raises(UsageError, match="no scheduler"), Batch(files, tmp_path / "out", _settings("slow", "tcp://127.0.0.1:9")):
        pass
