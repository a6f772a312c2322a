"""Child processes that read documents: one document at a time each, ended when it takes too long or too much, then replaced.

A crash, a hang or an exhausted memory ends the one document that caused it. Works the same on Linux and Windows; what
Windows lacks is the hard memory limit in the child (there the parent's watch, ten times a second, is the only one).
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from extractors.errors import DoichieuError
from pipeline.limits import Limits

READER = "pipeline.worker:read"
TICK = 0.1             # seconds between two looks at the children
_FAMILY_EVERY = 10     # looks between two at the programs that a child started
_REUSES = 200          # documents after which a child is replaced: what libraries leak stays bounded
_KEEP_BELOW = 0.5      # a child that holds more than this share of its memory limit between documents is replaced
_STARTS = 3            # failed starts in a row after which something is wrong with the installation
ADVICE_TIMEOUT = "Kiểm tra tệp có mở được không; chạy lại với --seconds lớn hơn nếu tệp thật sự dài"
ADVICE_MEMORY = "Tách tệp thành nhiều phần, hoặc chạy lại với --memory lớn hơn"
ADVICE_CRASHED = "Mở tệp bằng phần mềm soạn thảo, lưu lại thành tệp mới rồi nạp lại"


@dataclass(frozen=True, slots=True)
class Job:
    """A document to read: `path` of the file, `source` its name for users, `parsed` the packed parse where it is known."""

    path: Path
    source: str
    sha256: str = ""
    parsed: bytes | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a job: `state` "ok" with the packed `plan`, or "quarantined" with reason, message and advice."""

    state: str
    plan: bytes | None = None
    parsed: bytes | None = None
    sha256: str = ""
    reason: str = ""
    message: str = ""
    advice: str = ""


@dataclass(slots=True)
class _Child:
    """A running child: what it reads, since when, and how much time that document has."""

    process: subprocess.Popen[bytes]
    folder: Path
    watch: Any
    ready: bool = False
    job: Job | None = None
    number: int = 0
    again: bool = False
    since: float = 0.0
    allowed: float = 0.0
    used: int = 0
    looks: int = 0
    high: int = 0
    verdict: Reply | None = None
    family: tuple[Any, ...] = field(default=())


class Pool:
    """`size` children. Use as a context manager; leaving it ends them all."""

    def __init__(self, size: int, limits: Limits, tmp: Path, reader: str = READER) -> None:
        self.size = max(1, size)
        self.limits = limits
        self.reader = reader
        self.tmp = tmp.resolve()  # programs that a child starts have other working folders
        self.high = 0  # highest memory of all children together, bytes
        self._children: list[_Child] = []
        self._said: queue.Queue[tuple[_Child, bytes | None]] = queue.Queue()
        self._numbers = 0
        self._failed_starts = 0

    def __enter__(self) -> Pool:
        self.tmp.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for child in list(self._children):
            self._end(child)
        shutil.rmtree(self.tmp, ignore_errors=True)

    def read(self, jobs: Iterable[Job], on_start: Callable[[Job], None] | None = None) -> Iterator[tuple[Job, Reply]]:
        """Each job with its reply, in the order in which they end. `jobs` is taken from as children become free.

        A document that crashes or fills a child which had read others before gets one more try in a fresh child, so that
        its outcome does not depend on its neighbours. Raises DoichieuError where children cannot be started at all."""
        waiting = iter(jobs)
        retry: list[Job] = []
        coming = next(waiting, None)
        while True:
            while coming is not None or retry:
                again = bool(retry)
                child = self._free(fresh=again)
                if child is None:
                    break
                job = retry.pop() if again else coming
                assert job is not None
                if not again:
                    coming = next(waiting, None)
                    if on_start:
                        on_start(job)
                self._send(child, job, again)
            if coming is None and not retry and not any(c.job for c in self._children):
                return
            with contextlib.suppress(queue.Empty):
                child, line = self._said.get(timeout=TICK)
                done = self._hear(child, line)
                if done is not None:
                    job, reply, first_try = done
                    if reply is None or (first_try and reply.reason in ("crashed", "memory")):
                        retry.append(job)
                    else:
                        yield job, reply
            self._look()

    # --- children ----------------------------------------------------------------------------------------------------

    def _free(self, fresh: bool) -> _Child | None:
        for child in self._children:
            if child.job is None and child.verdict is None:
                if fresh and child.used:
                    self._end(child)
                    break
                return child
        return self._start() if len(self._children) < self.size else None

    def _start(self) -> _Child:
        import psutil

        self._numbers += 1
        folder = self.tmp / f"{os.getpid()}-{self._numbers}"
        folder.mkdir(parents=True, exist_ok=True)
        root = str(Path(__file__).resolve().parent.parent)
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in (root, os.environ.get("PYTHONPATH", "")) if p), "TMPDIR": str(folder),
               "TEMP": str(folder), "TMP": str(folder), "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
               "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
        command = [sys.executable, "-P", "-m", "pipeline.worker", json.dumps(self.limits.as_json()), self.reader]
        with (folder / "stderr.txt").open("wb") as errors:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=env,
                                       start_new_session=os.name == "posix")
        child = _Child(process, folder, psutil.Process(process.pid))
        self._children.append(child)
        threading.Thread(target=self._listen, args=(child,), daemon=True).start()
        return child

    def _listen(self, child: _Child) -> None:
        assert child.process.stdout is not None
        for line in child.process.stdout:
            self._said.put((child, line))
        self._said.put((child, None))

    def _send(self, child: _Child, job: Job, again: bool) -> None:
        child.job, child.again, child.number = job, again, child.number + 1
        child.since, child.allowed = time.monotonic(), self.limits.allowed()
        message = {"id": child.number, "path": str(job.path), "source": job.source}
        if job.parsed is not None:
            message["parsed"] = base64.b64encode(job.parsed).decode("ascii")
        assert child.process.stdin is not None
        with contextlib.suppress(OSError):  # a child that is gone is heard of through its output's end
            child.process.stdin.write(json.dumps(message).encode("ascii") + b"\n")
            child.process.stdin.flush()

    def _hear(self, child: _Child, line: bytes | None) -> tuple[Job, Reply | None, bool] | None:
        """A line of a child, or the end of its output: the job that is done by it, and whether it may be tried again."""
        if line is None:
            return self._gone(child)
        try:
            said = json.loads(line)
        except ValueError:
            self._kill(child)
            return None
        if "ready" in said:
            child.ready, child.since = True, time.monotonic()
            self._failed_starts = 0
            return None
        if child.job is None or said.get("id") != child.number or child.verdict is not None:
            return None
        if "ocr" in said:
            child.allowed = self.limits.allowed(int(said["ocr"]))
            return None
        job, first_try = child.job, child.used > 0 and not child.again
        child.job = None
        child.used += 1
        if said.get("retire") or child.used >= _REUSES or self._heavy(child):
            self._end(child)
        plan, parsed = said.get("plan"), said.get("parsed")
        return job, Reply(said["state"], base64.b64decode(plan) if plan else None, base64.b64decode(parsed) if parsed else None,
                          said.get("sha256", ""), said.get("reason", ""), said.get("message", ""), said.get("advice", "")), first_try

    def _gone(self, child: _Child) -> tuple[Job, Reply | None, bool] | None:
        """A child has ended: by itself, by the system, or by our verdict."""
        if child not in self._children:
            return None
        job, first_try, ready = child.job, child.used > 0 and not child.again, child.ready
        code = self._wait(child)
        said = (child.folder / "stderr.txt").read_text(encoding="utf-8", errors="replace")[-2000:]
        verdict = child.verdict
        self._end(child)
        if not ready and verdict is None:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise DoichieuError(f"the reading process cannot be started (exit code {code}): {said.strip() or 'no message'}")
            return (job, None, False) if job else None
        if job is None:
            return None
        return job, verdict or self._reply_of(code, said, child.high), first_try

    def _reply_of(self, code: int, said: str, high: int) -> Reply:
        """What the end of a child nobody ended says about its document."""
        if os.name == "posix" and code == -signal.SIGXCPU:
            return self._timeout(2 * self.limits.seconds)
        limit = self.limits.memory_mb << 20
        if code == -9 or high > 0.8 * limit or any(word in said for word in ("bad_alloc", "out of memory", "Out of memory", "MemoryError")):
            return self._memory()
        how = f"tín hiệu {-code}" if code < 0 else f"mã thoát {code}"
        return Reply("quarantined", reason="crashed", message=f"tiến trình đọc tệp dừng đột ngột ({how})", advice=ADVICE_CRASHED)

    def _timeout(self, seconds: float) -> Reply:
        return Reply("quarantined", reason="timeout", message=f"không đọc xong trong {seconds:g} giây", advice=ADVICE_TIMEOUT)

    def _memory(self) -> Reply:
        return Reply("quarantined", reason="memory", message=f"cần hơn {self.limits.memory_mb} MB bộ nhớ để đọc", advice=ADVICE_MEMORY)

    # --- watching ----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Time and memory of every busy child; what is over its limit is ended."""
        now = time.monotonic()
        total = 0
        for child in self._children:
            if child.verdict is not None:
                continue
            size = self._size(child)
            total += size
            child.high = max(child.high, size)
            if child.job is None:
                continue
            if size > self.limits.memory_mb << 20:
                child.verdict = self._memory()
                self._kill(child)
            elif now - child.since > child.allowed + (0.0 if child.ready else 60.0):
                child.verdict = self._timeout(child.allowed)
                self._kill(child)
        self.high = max(self.high, total)

    def _size(self, child: _Child) -> int:
        import psutil

        try:
            size = int(child.watch.memory_info().rss)
            if child.looks % _FAMILY_EVERY == 0:
                child.family = tuple(child.watch.children(recursive=True))
            child.looks += 1
        except psutil.Error:
            return 0
        for member in child.family:
            with contextlib.suppress(psutil.Error):
                size += int(member.memory_info().rss)
        return size

    def _heavy(self, child: _Child) -> bool:
        return self._size(child) > _KEEP_BELOW * (self.limits.memory_mb << 20)

    def _kill(self, child: _Child) -> None:
        """End a child and every program it started; its output's end is then heard of."""
        import psutil

        try:
            family = child.watch.children(recursive=True)
        except psutil.Error:
            family = []
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.process.pid, signal.SIGKILL)
        for member in family:
            with contextlib.suppress(psutil.Error):
                member.kill()
        with contextlib.suppress(OSError):
            child.process.kill()

    def _wait(self, child: _Child) -> int:
        try:
            return child.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._kill(child)
            return child.process.wait()

    def _end(self, child: _Child) -> None:
        """Forget a child and make sure that it is gone with all it left in its folder."""
        if child in self._children:
            self._children.remove(child)
        self._kill(child)
        child.process.wait()
        for stream in (child.process.stdin, child.process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError, ValueError):
                    stream.close()
        shutil.rmtree(child.folder, ignore_errors=True)
