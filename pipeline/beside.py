"""Child processes that make parts of a run's results beside the main one, and the main one that makes what they do not.

    with Beside(1) as beside:
        part = beside.put("table", …)      # a name of `pipeline.result_parts.PARTS`, values that `marshal` can write
        beside.result(part)                # makes waiting parts here until this one is made
        beside.finish()                    # everything is made

A part whose child dies, fails or says nothing for an hour is made again here, so that what goes wrong is raised as if there were no children.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import queue
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from pipeline.remembered import forget_wordings
from pipeline.worker import channels, end_with_parent

_FORGET_EVERY = 16  # parts after which what is remembered of wordings is forgotten
_SIZE = 8           # bytes that tell how long a message is
_PATIENCE = 3600.0  # seconds without any news after which the children count as stuck; the longest part of 10,000 plans takes minutes


class Part:
    """Something to make: a function's name and its values; its `value` once it is `made`."""

    __slots__ = ("made", "name", "value", "values")

    def __init__(self, name: str, values: tuple[Any, ...]) -> None:
        self.name, self.values = name, values
        self.made, self.value = False, None


class Beside:
    """`size` children, none for 0; they end with the block. After `patience` seconds in which nothing was made they are given up."""

    def __init__(self, size: int, patience: float = _PATIENCE) -> None:
        self.size = size
        self._patience = patience
        self._waiting: deque[Part] = deque()
        self._failed: deque[Part] = deque()  # a child failed at it: made here
        self._open: list[Part] = []
        self._change = threading.Condition()
        self._ended = False
        self._here = 0
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []

    def __bool__(self) -> bool:
        return self.size > 0

    def __enter__(self) -> Beside:
        # A thread for each child, as long as the child lives: on Linux a child ends with the thread that started it.
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(self.size)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.alone()

    def alone(self) -> None:
        """End all children; what is to do is done here from now on."""
        with self._change:
            self.size, self._ended = 0, True
            for process in self._processes:
                process.kill()
            self._change.notify_all()
        for thread in self._threads:
            thread.join()

    def put(self, name: str, *values: Any) -> Part:
        """Something to be made by whoever is free first."""
        part = Part(name, values)
        with self._change:
            self._waiting.append(part)
            self._open.append(part)
            self._change.notify_all()
        return part

    def result(self, part: Part) -> Any:
        """The value of a part; until it is made this process makes others, or this very one. Raises what making it raises."""
        while True:
            with self._change:
                while not self._change.wait_for(lambda: part.made or self._failed or self._waiting, self._patience):
                    for process in self._processes:
                        process.kill()  # its thread gives back what it had
                if part.made:
                    return part.value
                mine = (self._failed or self._waiting).popleft()
            try:
                value = _made(mine.name, mine.values)
            except BaseException:
                self._give_back(mine)
                raise
            self._done(mine, value)
            self._here += 1
            if self._here % _FORGET_EVERY == 0:
                forget_wordings()

    def finish(self) -> None:
        """Make what waits, wait for the rest."""
        for part in tuple(self._open):
            self.result(part)
        self._open.clear()

    def _done(self, part: Part, value: Any) -> None:
        with self._change:
            part.made, part.value, part.values = True, value, ()
            self._change.notify_all()

    def _serve(self) -> None:
        """One child's thread: hands it part after part."""
        process = self._start()
        if process is None:
            return
        assert process.stdin is not None and process.stdout is not None
        part: Part | None = None
        with process:
            try:
                while (part := self._next()) is not None:
                    _write(process.stdin, (part.name, part.values))
                    told = _read(process.stdout)
                    if told is None:
                        break
                    ok, value = told
                    if ok:
                        self._done(part, value)
                    else:
                        self._give_back(part)
                    part = None
            except (OSError, ValueError, EOFError, TypeError):  # the child is gone, or said what is no message
                pass
            finally:
                process.kill()
                process.wait()
                if part is not None:
                    self._give_back(part)
                with contextlib.suppress(OSError):
                    process.stdin.close()

    def _start(self) -> subprocess.Popen[bytes] | None:
        root = str(Path(__file__).resolve().parent.parent)
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in (root, os.environ.get("PYTHONPATH", "")) if p), "PYTHONUTF8": "1",
               "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        with self._change:
            if self._ended:
                return None
            try:
                process = subprocess.Popen([sys.executable, "-P", "-m", "pipeline.beside"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)
            except OSError:
                return None
            self._processes.append(process)
            self._change.notify_all()
        return process

    def _next(self) -> Part | None:
        with self._change:
            self._change.wait_for(lambda: self._ended or self._waiting)
            return None if self._ended else self._waiting.popleft()

    def _give_back(self, part: Part) -> None:
        with self._change:
            self._failed.append(part)
            self._change.notify_all()


def _made(name: str, values: tuple[Any, ...]) -> Any:
    from pipeline.result_parts import PARTS

    return PARTS[name](*values)


def _write(stream: IO[bytes], message: Any) -> None:
    data = marshal.dumps(message)
    stream.write(len(data).to_bytes(_SIZE, "little") + data)
    stream.flush()


def _read(stream: IO[bytes]) -> Any:
    """The next message; None at the end."""
    head = stream.read(_SIZE)
    if len(head) < _SIZE:
        return None
    return marshal.loads(stream.read(int.from_bytes(head, "little")))


def main() -> None:
    """A child: makes what it is told until its input ends, which is when the main process does."""
    from pipeline.collecting import rarely

    incoming, outgoing = channels()
    end_with_parent()
    parts: queue.SimpleQueue[tuple[str, tuple[Any, ...]]] = queue.SimpleQueue()

    def listen() -> None:
        while (message := _read(incoming)) is not None:
            parts.put(message)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    import pipeline.result_parts  # noqa: F401  (while the main process still reads plans)

    with rarely():
        done = 0
        while True:
            name, values = parts.get()
            try:
                told = (True, _made(name, values))
            except BaseException as error:  # made again in the main process, where it is raised
                told = (False, repr(error))
            _write(outgoing, told)
            done += 1
            if done % _FORGET_EVERY == 0:
                forget_wordings()


if __name__ == "__main__":
    main()
