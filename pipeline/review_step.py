"""The step between reading and comparing in which people have the last word: corrections and the user's vocabulary.

Also what the review desk needs of a finished run: its plans as they were read, and with which settings it ran.
"""

from __future__ import annotations

import gc
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extractors.errors import UsageError
from pipeline.codec import renamed, unpack_plan
from pipeline.correction_apply import Applied, apply, review_findings
from pipeline.corrections import NAME, Log, read_log
from pipeline.records import Finding, PlanRecord
from pipeline.user_vocabulary import NAME as VOCABULARY_NAME
from pipeline.user_vocabulary import Row, confirmed_indicators, current, unit_aliases

NOTE = "run"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Plans with what people settled. `confirmed`: indicator matches for `pipeline.indicators`; `findings`: orphans,
    contradictions and damaged lines of the log; `counts`: for run.json."""

    plans: Sequence[PlanRecord]
    confirmed: Mapping[str, str | None] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    applied: Applied | None = None
    vocabulary: tuple[Row, ...] = ()


def corrections_beside(paths: Sequence[Path]) -> Path | None:
    """Where the corrections of these inputs are kept: in the first folder, or beside the first file; None without a path."""
    if not paths:
        return None
    return (paths[0] if paths[0].is_dir() else paths[0].parent) / NAME


def review_step(plans: Sequence[PlanRecord], path: Path | None, settled: Mapping[str, str | None] | None = None) -> Reviewed:
    """The plans with the log at `path` and the vocabulary beside it; `settled`: as in `settle`. Raises UsageError where one
    cannot be read."""
    if path is None or not (path.exists() or vocabulary_beside(path).exists()):
        return Reviewed(plans, dict(settled or {}))
    return settle(plans, read_log(path), path, settled)


def vocabulary_beside(path: Path) -> Path:
    return path.with_name(VOCABULARY_NAME)


def settle(plans: Sequence[PlanRecord], log: Log, path: Path, settled: Mapping[str, str | None] | None = None) -> Reviewed:
    """As `review_step`, with a log that was read already. `settled`: indicator matches fed in with a run; the corrections and
    the vocabulary lead where both speak."""
    rows = current(vocabulary_beside(path), log.corrections)
    applied = apply(plans, log.corrections, unit_aliases(rows))
    counts = {"corrections": len(log.corrections), "orphans": len(applied.orphans), "conflicts": len(applied.conflicts), "vocabulary": len(rows)}
    return Reviewed(applied.plans, {**(settled or {}), **confirmed_indicators(rows)}, tuple(review_findings(applied, log.damaged, path.name)), counts, applied, tuple(rows))


def with_review(info: Mapping[str, Any], reviewed: Reviewed) -> dict[str, Any]:
    """The head of run.json with the counts and findings of the corrections; unchanged without any."""
    if not reviewed.counts:
        return dict(info)
    return {**info, "review": dict(reviewed.counts), "findings": [*info.get("findings", []), *(f.model_dump() for f in reviewed.findings)]}


class _Head(BaseModel):
    """What is needed of a dataset line; the rest is skipped, which reads it four times as fast."""

    model_config = ConfigDict(extra="ignore")
    source: str
    sha256: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LastRun:
    """How the last run of an output folder went: its inputs, settings, where its corrections are, and the head of its
    run.json (without what the corrections added). `settled`: indicator matches that the user fed in with `--indicators`.
    `findings`: those of its dataset."""

    paths: tuple[Path, ...] = ()
    corrections: Path | None = None
    excel_vi: bool = False
    baseline: Path | None = None
    settled: Mapping[str, str | None] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def as_note(self) -> str:
        return json.dumps({
            "paths": [str(p.resolve()) for p in self.paths], "corrections": str(self.corrections.resolve()) if self.corrections else None,
            "excel_vi": self.excel_vi, "baseline": str(self.baseline.resolve()) if self.baseline else None,
            "settled": dict(self.settled), "info": dict(self.info)}, ensure_ascii=False)


def read_last_run(out_dir: Path) -> tuple[LastRun, list[PlanRecord]]:
    """The last run of a folder and its plans as they were read, in the order of its dataset. Reads no document again.

    Raises UsageError where the folder holds no run, or one without its ledger of work."""
    from pipeline.batch import WORK_FOLDER

    store = out_dir / WORK_FOLDER / "ledger.sqlite"
    dataset = out_dir / "dataset.jsonl"
    again = f"Chạy `doichieu run … --out {out_dir}` rồi mở lại."
    if not dataset.exists() or not store.exists():
        raise UsageError(f"{out_dir}: chưa có kết quả để xem. {again}")
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand new objects and no cycle among them: looking for some takes a third of the time
    db = sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)
    try:
        row = db.execute("SELECT value FROM note WHERE name=?", (NOTE,)).fetchone()
        plans: list[PlanRecord] = []
        findings: list[Finding] = []
        with dataset.open(encoding="utf-8") as lines:
            for line in lines:
                head = _Head.model_validate_json(line)
                findings += head.findings
                found = db.execute("SELECT plan FROM result WHERE sha256=? AND plan IS NOT NULL", (head.sha256,)).fetchone()
                if found is None:
                    raise UsageError(f"{out_dir}: sổ công việc không còn “{head.source}”. {again}")
                record = unpack_plan(bytes(found[0]))
                plans.append(renamed(record if record.sha256 else record.model_copy(update={"sha256": head.sha256}), head.source))
    except (sqlite3.Error, ValueError, KeyError) as error:
        raise UsageError(f"{out_dir}: không đọc được sổ công việc ({error}). {again}") from error
    finally:
        db.close()
        if collecting:
            gc.enable()
    if row is None:
        return LastRun(findings=tuple(findings)), plans
    note = json.loads(row[0])
    return LastRun(tuple(Path(p) for p in note["paths"]), Path(note["corrections"]) if note["corrections"] else None, note["excel_vi"],
                   Path(note["baseline"]) if note["baseline"] else None, note.get("settled", {}), note["info"], tuple(findings)), plans
