"""The main job: files in, one dataset and the comparison out. Hands on a summary."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.errors import UnreadableDocument, UsageError
from pipeline.inputs import find_inputs, source_names
from pipeline.records import Finding, PlanRecord

VERSION = "0.1.0"


@dataclass(slots=True)
class Quarantined:
    """A file that could not be read: why, and what to do."""

    source: str
    reason: str
    message: str
    advice: str
    sha256: str = ""


@dataclass(slots=True)
class Summary:
    """What a run did. `exit_code`: 0 all read, 3 done with quarantined files."""

    plans: int = 0
    targets: int = 0
    tasks: int = 0
    findings: int = 0
    lines: int = 0
    unexplained: int = 0
    quarantined: list[Quarantined] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    out_dir: str = ""

    @property
    def exit_code(self) -> int:
        return 3 if self.quarantined else 0

    def as_json(self) -> dict[str, Any]:
        return {"plans": self.plans, "targets": self.targets, "tasks": self.tasks, "findings": self.findings, "lines": self.lines,
                "unexplained_lines": self.unexplained, "out_dir": self.out_dir, "outputs": self.outputs, "exit_code": self.exit_code,
                "quarantined": [{"source": q.source, "reason": q.reason, "message": q.message, "advice": q.advice} for q in self.quarantined]}


OnEvent = Callable[[str, str, int, int], None]  # (state, source, done, total)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for chunk in iter(lambda: stream.read(1 << 20), b""):
            digest.update(chunk)
    return digest.hexdigest()


def quarantine_finding(q: Quarantined) -> Finding:
    """The finding that lists a quarantined file."""
    return Finding(kind="quarantined", severity="error", source=q.source, message=f"Không đọc được ({q.reason}): {q.message}. {q.advice}".strip())


def run(paths: list[Path], out_dir: Path, *, excel_vi: bool = False, on_event: OnEvent | None = None) -> Summary:
    """Read every file below `paths`, write all outputs to `out_dir`. Raises UsageError without input, OutputError where
    results cannot be written (what was there stays)."""
    from pipeline.outputs import write_outputs
    from pipeline.read_one import read_one

    inputs = find_inputs(paths)
    if not inputs:
        raise UsageError(f"{', '.join(map(str, paths))}: no document found. Put the plans (PDF, DOCX, HTML, text, scans) into this folder.")
    names = source_names(inputs)
    summary = Summary(out_dir=str(out_dir))
    plans: list[PlanRecord] = []
    hashes: dict[str, str] = {}
    for done, path in enumerate(inputs):
        source = names[path]
        if on_event:
            on_event("reading", source, done, len(inputs))
        try:
            hashes[source] = _sha256(path)
            record = read_one(path, source)
            plans.append(record if record.sha256 else record.model_copy(update={"sha256": hashes[source]}))
        except UnreadableDocument as error:
            summary.quarantined.append(Quarantined(source, error.reason, error.detail, error.advice, hashes.get(source, "")))
        except OSError as error:
            summary.quarantined.append(Quarantined(source, "unreadable", str(error.strerror or error), "Kiểm tra quyền đọc tệp", ""))
        if on_event:
            on_event("read", source, done + 1, len(inputs))
    extra = [quarantine_finding(q) for q in summary.quarantined]
    info: dict[str, Any] = {
        "product": "doichieu", "version": VERSION, "python": platform.python_version().rsplit(".", 1)[0],
        "inputs": [{"name": s, "sha256": h} for s, h in sorted(hashes.items())],
        "quarantined": [{"source": q.source, "reason": q.reason, "message": q.message, "advice": q.advice} for q in summary.quarantined],
        "settings": {"excel_vi": excel_vi}, "findings": [f.model_dump() for f in extra]}
    written = write_outputs(plans, out_dir, info, excel_vi=excel_vi)
    summary.outputs = [p.name for p in written]
    summary.plans = len(plans)
    for plan in plans:
        summary.targets += len(plan.targets)
        summary.tasks += len(plan.tasks)
        summary.findings += len(plan.findings)
        summary.lines += len(plan.ledger)
        summary.unexplained += sum(row.role == "unexplained" for row in plan.ledger)
    summary.findings += len(extra)
    return summary
