"""The main job: files in, one dataset and the comparison out. Hands on a summary."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractors.errors import UsageError
from normalizers.text import slug
from pipeline.baseline import Floors, read_baseline
from pipeline.batch import Batch, Duplicate, OnEvent, Settings
from pipeline.indicators import read_confirmed
from pipeline.inputs import find_inputs
from pipeline.records import Finding, PlanRecord
from pipeline.review_step import NOTE, LastRun, corrections_beside, review_step, with_review

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


def quarantine_finding(q: Quarantined) -> Finding:
    """The finding that lists a quarantined file."""
    return Finding(kind="quarantined", severity="error", source=q.source, message=f"Không đọc được ({q.reason}): {q.message}. {q.advice}".strip())


def duplicate_finding(duplicate: Duplicate) -> Finding:
    """The finding that keeps the second name of a content that came twice."""
    return Finding(kind="duplicate-file", severity="info", source=duplicate.source,
                   message=f"Nội dung giống hệt tệp “{duplicate.first}”: chỉ đọc một lần, dưới tên đó.")


def run(paths: list[Path], out_dir: Path, *, excel_vi: bool = False, on_event: OnEvent | None = None,
        settings: Settings | None = None, baseline: Path | None = None, corrections: Path | None = None,
        indicators: Path | None = None) -> Summary:
    """Read every file below `paths`, write all outputs to `out_dir`. Raises UsageError without input, OutputError where
    results cannot be written (what was there stays). What was read before with the same content and code is taken from
    the ledger of work in `out_dir`; a run that was killed goes on from there. `baseline`: a CSV file of floors
    (`pipeline.baseline`). `corrections`: the log of corrections, by default beside the plans (`pipeline.review_step`).
    `indicators`: the edited CSV file of `doichieu indicators` (`pipeline.indicators.read_confirmed`)."""
    floors = read_baseline(baseline) if baseline else None
    settled = read_confirmed(indicators) if indicators else {}
    inputs = [p for p in find_inputs(paths) if not _inside(p, out_dir, paths)]
    if not inputs and not (settings and settings.urls):
        raise UsageError(f"{', '.join(map(str, paths))}: no document found. Put the plans (PDF, DOCX, HTML, text, scans) into this folder.")
    with Batch(inputs, out_dir, settings, on_event) as batch:
        return _write(batch, out_dir, floors, LastRun(tuple(paths), corrections or corrections_beside(paths), excel_vi, baseline, settled,
                                               settings.urls if settings else ()))


def distinct_ids(plans: Sequence[PlanRecord]) -> list[PlanRecord]:
    """The plans with ids of their own: where two files share a stem ("xa.docx", "xa.pdf") the ending joins the id."""
    counts = Counter(plan.plan_id for plan in plans)
    return [plan if counts[plan.plan_id] == 1 else plan.model_copy(update={"plan_id": slug(plan.source)}) for plan in plans]


def _inside(path: Path, out_dir: Path, paths: list[Path]) -> bool:
    """Whether an input is a result of a run before: the output folder may lie in the input folder."""
    return path not in paths and out_dir.resolve() in path.resolve().parents and out_dir.resolve() not in [p.resolve() for p in paths]


def _write(batch: Batch, out_dir: Path, floors: Floors | None, how: LastRun) -> Summary:
    from pipeline.outputs import write_outputs

    summary = Summary(out_dir=str(out_dir))
    summary.quarantined = [Quarantined(q.source, q.reason, q.message, q.advice, q.sha256) for q in batch.quarantined]
    reviewed = review_step(batch.plans, how.corrections, how.settled)
    extra = [quarantine_finding(q) for q in summary.quarantined] + [duplicate_finding(d) for d in batch.duplicates]
    info: dict[str, Any] = {
        "product": "doichieu", "version": VERSION, "python": platform.python_version().rsplit(".", 1)[0],
        "inputs": [{"name": s, "sha256": h} for s, h in sorted(batch.hashes.items())],
        "quarantined": [{"source": q.source, "reason": q.reason, "message": q.message, "advice": q.advice} for q in summary.quarantined],
        "settings": {"excel_vi": how.excel_vi, "baseline": how.baseline.name if how.baseline else None,
                     "indicators_settled": len(how.settled)}, "findings": [f.model_dump() for f in extra]}
    written = write_outputs(reviewed.plans, out_dir, with_review(info, reviewed), excel_vi=how.excel_vi, confirmed=reviewed.confirmed, baseline=floors,
                            workers=batch.workers)
    batch.ledger.note(NOTE, replace(how, info=info).as_note())
    summary.outputs = [p.relative_to(out_dir).as_posix() for p in written]
    counts = json.loads((out_dir / "run.json").read_text(encoding="utf-8"))["counts"]
    summary.plans, summary.targets, summary.tasks = counts["plans"], counts["targets"], counts["tasks"]
    summary.lines, summary.unexplained, summary.findings = counts["ledger"], counts["lines_unexplained"], counts["findings"]
    return summary
