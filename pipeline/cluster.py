"""The same reading on a Dask cluster (extra `cluster`): one task per document, each in a killable child of its Dask worker.

Tasks never raise: what goes wrong comes back as a reply. A document whose Dask worker dies (the machine, not the document:
its child would have died alone) is given to another worker, at most `_TRIES` times.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

from distributed import Client, LocalCluster, WorkerPlugin, as_completed, get_worker

from extractors.errors import UsageError
from pipeline.limits import Limits
from pipeline.pool import ADVICE_CRASHED, Job, Pool, Reply

_TRIES = 4
_AHEAD = 4             # tasks in flight per worker: their bytes are on the way while others are read
LOCAL = "local"
ANSWERS_WITHIN = 15.0  # seconds for the first contact


class Children(WorkerPlugin):  # type: ignore[misc]
    """A plugin of every Dask worker: one pool of one child, and the lock of whoever uses it."""

    def __init__(self, limits: dict[str, Any], reader: str) -> None:
        self.limits = limits
        self.reader = reader
        self.name = "doichieu-children"

    def setup(self, worker: Any) -> None:
        worker.doichieu_lock = threading.Lock()
        worker.doichieu_tmp = tempfile.TemporaryDirectory(prefix="doichieu-", ignore_cleanup_errors=True)
        worker.doichieu_pool = Pool(1, Limits.from_json(self.limits), Path(worker.doichieu_tmp.name) / "tmp", self.reader).__enter__()

    def teardown(self, worker: Any) -> None:
        worker.doichieu_pool.__exit__(None, None, None)
        worker.doichieu_tmp.cleanup()


def read_task(data: bytes | None, url: str, source: str, sha256: str, parsed: bytes | None) -> dict[str, Any]:
    """A document on a Dask worker: its bytes, or the fsspec URL to get them from. Gives a Reply's fields, never raises."""
    try:
        worker: Any = get_worker()
        if data is None:
            import fsspec

            with fsspec.open(url, "rb") as stream:
                data = stream.read()
        path = Path(worker.doichieu_tmp.name) / hashlib.sha256(f"{source}\0{sha256}".encode()).hexdigest()
        path.write_bytes(data)
        with worker.doichieu_lock:
            [(_, reply)] = worker.doichieu_pool.read([Job(path, source, sha256, parsed)])
        path.unlink(missing_ok=True)
        return asdict(reply)
    except Exception as error:  # a task that raises would be tried forever, or end the batch
        return asdict(_crashed(f"{type(error).__name__}: {str(error)[:200]}"))


def _crashed(how: str) -> Reply:
    return Reply("quarantined", reason="crashed", message=f"không đọc được trên cụm máy: {how}", advice=ADVICE_CRASHED)


class Cluster:
    """Reads jobs on the scheduler at `address` (`tcp://host:8786`), or on a cluster of this machine ("local").

    Raises UsageError where nothing answers at the address."""

    def __init__(self, address: str, limits: Limits, reader: str, workers: int | None = None) -> None:
        self.address = address
        self.limits = limits
        self.reader = reader
        self.workers = workers
        self.high = 0
        self._client: Any = None
        self._local: Any = None

    def __enter__(self) -> Cluster:
        try:
            if self.address == LOCAL:
                self._local = LocalCluster(n_workers=self.workers or os.cpu_count() or 1, threads_per_worker=1, processes=True,
                                           dashboard_address=None)
            self._client = Client(self._local or self.address, timeout=ANSWERS_WITHIN)
        except (OSError, ValueError) as error:
            raise UsageError(f"--cluster {self.address}: no scheduler answers there ({error}). Start one with: dask scheduler") from error
        self._client.register_plugin(Children(self.limits.as_json(), self.reader))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for part in (self._client, self._local):
            if part is not None:
                part.close()

    def read(self, jobs: Iterable[Job], on_start: Callable[[Job], None] | None = None) -> Iterator[tuple[Job, Reply]]:
        """Each job with its reply, as they end; a few per worker are under way at a time, so memory stays bounded."""
        waiting = iter(jobs)
        under_way: dict[str, Job] = {}
        tries: dict[str, int] = {}
        done = as_completed()

        def submit(job: Job) -> None:
            tries[job.sha256] = tries.get(job.sha256, 0) + 1
            future = self._client.submit(read_task, *_payload(job), pure=False, retries=0)
            under_way[future.key] = job
            done.add(future)

        def fill() -> None:
            workers = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
            while len(under_way) < _AHEAD * workers:
                job = next(waiting, None)
                if job is None:
                    return
                if on_start:
                    on_start(job)
                submit(job)

        fill()
        for future in done:
            job = under_way.pop(future.key)
            if future.status == "finished":
                reply = Reply(**future.result())
            elif tries[job.sha256] < _TRIES:
                submit(job)
                continue
            else:
                reply = _crashed(f"máy đọc dừng {_TRIES} lần")
            future.release()
            yield job, reply
            fill()


def _payload(job: Job) -> tuple[bytes | None, str, str, str, bytes | None]:
    return (job.path.read_bytes() if job.parsed is None else b"", "", job.source, job.sha256, job.parsed)
