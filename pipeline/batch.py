"""A batch of files read by child processes into the ledger of work: resumable, each content once, memory for one plan.

    with Batch(files, out_dir, settings, on_event) as batch:
        batch.plans          # a sequence in source order that reads from the ledger
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Protocol

from extractors.errors import UsageError
from pipeline.code_version import parse_version, plan_version
from pipeline.incoming import Item, fetch, gather
from pipeline.limits import Limits
from pipeline.pool import READER, Job, Pool, Reply
from pipeline.work_ledger import Entry, StoredPlans, WorkLedger

WORK_FOLDER = ".doichieu"
ADVICE_CHANGED = "Chạy lại khi tệp không còn bị sửa"
OnEvent = Callable[[str, str, int, int], None]  # (state, source, done, total)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch is read. `workers` None: as many as there are cores. `cluster`: a Dask scheduler's address, or "local"."""

    workers: int | None = None
    force: bool = False
    limits: Limits = field(default_factory=Limits)
    cluster: str | None = None
    urls: tuple[str, ...] = ()      # fsspec URLs of files or folders, besides local ones
    reader: str = READER

    def __post_init__(self) -> None:
        if self.workers is not None and self.workers < 1:
            raise UsageError(f"--workers: expected at least 1, not {self.workers}")


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no plan, and why."""

    source: str
    reason: str
    message: str
    advice: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file with the same content as `first`, which is the one that was read."""

    source: str
    first: str


class Reads(Protocol):
    """What reads jobs: the pool of this machine, or a cluster. `high`: bytes of all children at their peak."""

    high: int

    def read(self, jobs: Iterable[Job], on_start: Callable[[Job], None] | None = None) -> Iterator[tuple[Job, Reply]]: ...


class Batch:
    """Everything that `files` hold, read. Attributes: `plans` (source order), `quarantined`, `duplicates`, `hashes` (name →
    SHA-256), `fresh` and `reused` (how many were read now, and taken from the ledger), `high` (bytes, children together)."""

    def __init__(self, files: Iterable[Path], out_dir: Path, settings: Settings | None = None, on_event: OnEvent | None = None) -> None:
        self.settings = settings or Settings()
        self.work = out_dir / WORK_FOLDER
        self.plans: StoredPlans
        self.quarantined: list[Unread] = []
        self.duplicates: list[Duplicate] = []
        self.hashes: dict[str, str] = {}
        self.fresh = self.reused = self.high = 0
        self._files = list(files)
        self._on_event = on_event or (lambda state, source, done, total: None)
        self._exit = ExitStack()

    def __enter__(self) -> Batch:
        with ExitStack() as stack:
            self.ledger = stack.enter_context(WorkLedger(
                self.work / "ledger.sqlite", plan_version(), parse_version(), self.settings.limits.as_json()))
            incoming = self.work / "incoming"
            shutil.rmtree(incoming, ignore_errors=True)
            stack.callback(shutil.rmtree, incoming, ignore_errors=True)
            items = gather(self._files, incoming, self.settings.limits.safety, fetch(self.settings.urls, incoming, self.settings.limits.safety))
            outcomes = self._read(items)
            self._settle(items, outcomes)
            self._exit = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._exit.close()

    def _read(self, items: list[Item]) -> dict[str, Reply]:
        """The outcome of every content, from the ledger or read now and stored."""
        firsts: dict[str, Item] = {}
        for item in items:
            if item.path is not None:
                firsts.setdefault(item.sha256, item)
        outcomes: dict[str, Reply] = {}
        todo: list[Item] = []
        for sha256, item in firsts.items():
            if self.settings.force:
                self.ledger.forget(sha256)
            known = self.ledger.find(sha256)
            if known is None:
                todo.append(item)
            else:
                outcomes[sha256] = known
        total, done = len(firsts), len(outcomes)
        self.reused, self.fresh = done, len(todo)
        for sha256, outcome in outcomes.items():
            state = "reused" if outcome.state == "ok" else f"{outcome.state}:{outcome.reason}"
            self._on_event(state, firsts[sha256].source, done, total)
        if not todo:
            return outcomes

        def started(job: Job) -> None:
            self.ledger.started(job.sha256, job.source, job.parsed is not None)
            self._on_event("reading", job.source, done, total)

        jobs = (Job(item.path, item.source, item.sha256, self.ledger.parsed(item.sha256)) for item in todo if item.path is not None)
        with self._reader(len(todo)) as reader:
            for job, reply in reader.read(jobs, started):
                reply = _checked(job, reply)
                self.ledger.finished(job.sha256, reply)
                outcomes[job.sha256] = Reply(reply.state, reason=reply.reason, message=reply.message, advice=reply.advice)
                done += 1
                self._on_event("read" if reply.state == "ok" else f"quarantined:{reply.reason}", job.source, done, total)
            self.high = reader.high
        return outcomes

    @property
    def workers(self) -> int:
        """How many processes of this machine the run may keep busy."""
        return self.settings.workers or os.cpu_count() or 1

    def _reader(self, jobs: int) -> AbstractContextManager[Reads]:
        if self.settings.cluster:
            try:
                from pipeline.cluster import Cluster
            except ImportError as error:
                raise UsageError("--cluster needs the extra: pip install 'doichieu[cluster]'") from error

            return Cluster(self.settings.cluster, self.settings.limits, self.settings.reader, self.settings.workers)
        return Pool(min(self.workers, jobs), self.settings.limits, self.work / "tmp", self.settings.reader)

    def _settle(self, items: list[Item], outcomes: dict[str, Reply]) -> None:
        """Names to outcomes: plans, quarantined files and duplicates, in source order."""
        entries: list[Entry] = []
        first: dict[str, str] = {}
        for item in items:
            if item.sha256:
                self.hashes[item.source] = item.sha256
            if item.trouble is not None:
                t = item.trouble
                self.quarantined.append(Unread(item.source, t.reason, t.detail, t.advice, item.sha256))
                continue
            reply = outcomes[item.sha256]
            if item.sha256 in first:
                self.duplicates.append(Duplicate(item.source, first[item.sha256]))
                continue
            first[item.sha256] = item.source
            if reply.state == "ok":
                entries.append(Entry(item.source, item.sha256))
            else:
                self.quarantined.append(Unread(item.source, reply.reason, reply.message, reply.advice, item.sha256))
        self.plans = StoredPlans(self.ledger, entries)


def _checked(job: Job, reply: Reply) -> Reply:
    """A plan of other bytes than were asked for (the file changed meanwhile) is not stored under their hash."""
    if reply.state == "ok" and reply.sha256 and job.sha256 and reply.sha256 != job.sha256:
        return Reply("quarantined", reason="unreadable", message="tệp bị thay đổi trong lúc đọc", advice=ADVICE_CHANGED)
    return reply
