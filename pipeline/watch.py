"""`doichieu watch DIR`: a folder that plans are dropped into; every time it has settled with something new, the batch runs.

The ledger of work makes each round cost only what is new. A file counts when its size and time did not change between two
looks, so that half-copied files are not read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import DoichieuError, UsageError
from pipeline.batch import WORK_FOLDER, OnEvent, Settings
from pipeline.inputs import is_input
from pipeline.run import Summary, run

State = dict[str, tuple[int, int]]  # path below the folder → size, time in nanoseconds
EVERY = 2.0  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Round:
    """A batch that was run, or the error that ended it (the watch goes on)."""

    summary: Summary | None
    error: str = ""


def look(folder: Path, out_dir: Path) -> State:
    """What lies in the folder now. Results, hidden files and files that vanish meanwhile are left out."""
    out = out_dir.resolve()
    state: State = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not is_input(path) or any(p.startswith(".") or p == WORK_FOLDER for p in parts) or out in path.resolve().parents:
            continue
        try:
            if path.is_file():
                told = path.stat()
                state["/".join(parts)] = (told.st_size, told.st_mtime_ns)
        except OSError:
            continue
    return state


def watch(folder: Path, out_dir: Path, settings: Settings | None = None, *, excel_vi: bool = False, on_event: OnEvent | None = None,
          on_round: Callable[[Round], None] = lambda done: None, wait: Callable[[float], None] = time.sleep,
          rounds: Iterable[object] | None = None) -> None:
    """Look at `folder` every `EVERY` seconds and run the batch when it has settled with other files than at the last run.

    Goes on until interrupted, or once per item of `rounds`. Raises UsageError where the folder is not there."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder. Give the folder that plans are put into, for example: doichieu watch data/raw")
    settled: State | None = None
    before: State | None = None
    for _ in rounds if rounds is not None else iter(int, 1):
        now = look(folder, out_dir)
        if now and now == before and now != settled:
            settled = now
            try:
                on_round(Round(run([folder], out_dir, excel_vi=excel_vi, on_event=on_event, settings=settings)))
            except DoichieuError as error:
                on_round(Round(None, str(error)))
        before = now
        wait(EVERY)
