"""Progress and closing summary of a run, on standard error; plain text where that is no terminal."""

from __future__ import annotations

import json
import sys
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import Task, TaskID

    from pipeline.run import Summary


class Progress:
    """A bar over the documents of a batch. Shows nothing but a line per document where there is no terminal."""

    def __init__(self, quiet: bool = False) -> None:
        self.live = sys.stderr.isatty() and not quiet
        self.bar: RichProgress | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> Progress:
        if self.live:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as RichProgress
            from rich.text import Text

            class Rate(ProgressColumn):
                """Documents per second over the last while."""

                def render(self, task: Task) -> Text:
                    return Text(f"{task.speed:.1f}/s" if task.speed else "")

            self.bar = RichProgress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(),
                                    console=Console(stderr=True))
            self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.stop()

    def event(self, state: str, source: str, done: int, total: int) -> None:
        """One step of the batch: `state` is `reading`, `read`, `reused` or `quarantined:reason`."""
        if self.bar is not None:
            if self.task is None:
                self.task = self.bar.add_task(source, total=total)
            self.bar.update(self.task, description=source[:40], completed=done, total=total)
        elif state != "reading":
            sys.stderr.write(f"[{done}/{total}] {source}" + ("" if state == "read" else f" ({state})") + "\n")

    def summary(self, s: Summary) -> None:
        """What was done, where the results lie, what to open first."""
        share = f" ({100 * s.unexplained / s.lines:.1f} %)" if s.lines else ""
        rows = [
            f"Kế hoạch đã đọc (plans)        : {s.plans}",
            f"Chỉ tiêu (targets)             : {s.targets}",
            f"Nhiệm vụ (tasks)               : {s.tasks}",
            f"Phát hiện (findings)           : {s.findings}",
            f"Dòng chưa hiểu (unexplained)   : {s.unexplained}/{s.lines}{share}",
            f"Tệp bị cách ly (quarantined)   : {len(s.quarantined)}",
        ]
        rows += [f"  - {q.source}: {q.reason}: {q.message}" + (f" → {q.advice}" if q.advice else "") for q in s.quarantined]
        first = "doichieu.xlsx" if "doichieu.xlsx" in s.outputs else "divergence.csv"
        rows += [f"Kết quả ở thư mục (results in)  : {s.out_dir}", f"Mở trước tiên (open first)     : {first}"]
        sys.stderr.write("\n".join(rows) + "\n")


class JsonEvents:
    """Events as JSON lines for other programs: `{"event": "document", "state", "source", "done", "total"[, "reason"]}` with
    state `reading`, `read`, `reused` or `quarantined`; at the end `{"event": "summary", …}`."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def event(self, state: str, source: str, done: int, total: int) -> None:
        state, _, reason = state.partition(":")
        self._write({"event": "document", "state": state, "source": source, "done": done, "total": total} | ({"reason": reason} if reason else {}))

    def summary(self, summary: Summary) -> None:
        self._write({"event": "summary", **summary.as_json()})

    def _write(self, value: dict[str, object]) -> None:
        self.stream.write(json.dumps(value, ensure_ascii=False) + "\n")
        self.stream.flush()
