"""The step between reading and comparing in which people have the last word: corrections and the user's vocabulary."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.correction_apply import Applied, apply, review_findings
from pipeline.corrections import NAME, Correction, Log, line_of, read_log
from pipeline.records import Finding, PlanRecord
from pipeline.stored_run import NOTE as NOTE
from pipeline.stored_run import LastRun as LastRun
from pipeline.stored_run import State
from pipeline.stored_run import read_last_run as read_last_run
from pipeline.user_vocabulary import NAME as VOCABULARY_NAME
from pipeline.user_vocabulary import Row, confirmed_indicators, current, unit_aliases


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Plans with what people settled. `confirmed`: indicator matches for `pipeline.indicators`; `findings`: orphans,
    contradictions and damaged lines of the log; `counts` and `state`: for run.json."""

    plans: Sequence[PlanRecord]
    confirmed: Mapping[str, str | None] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    applied: Applied | None = None
    vocabulary: tuple[Row, ...] = ()
    state: State = field(default_factory=State)


def state_of(corrections: Sequence[Correction], rows: Sequence[Row]) -> State:
    """The state of a dataset that has all of these in it; the empty one for none."""
    return State(log=len(corrections), lines=_hash(line_of(c) for c in corrections), **{
        name: _hash(f"{r.wording}\t{r.id}\n".encode("utf-8", "replace") for r in rows if r.kind == kind) for name, kind in (("units", "unit"), ("matches", "indicator"))})


def _hash(pieces: Iterable[bytes]) -> str:
    digest, any_piece = hashlib.sha256(), False
    for piece in pieces:
        digest.update(piece)
        any_piece = True
    return digest.hexdigest() if any_piece else ""


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
    return Reviewed(applied.plans, {**(settled or {}), **confirmed_indicators(rows)}, tuple(review_findings(applied, log.damaged, path.name)), counts, applied, tuple(rows),
                    state_of(log.corrections, rows))


def with_review(info: Mapping[str, Any], reviewed: Reviewed) -> dict[str, Any]:
    """The head of run.json with the counts and findings of the corrections; unchanged without any."""
    if not reviewed.counts:
        return dict(info)
    return {**info, "review": {**reviewed.counts, "state": reviewed.state.model_dump()}, "findings": [*info.get("findings", []), *(f.model_dump() for f in reviewed.findings)]}
