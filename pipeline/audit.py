"""The audit: every finding about the plans of a batch, most serious first within a plan. docs/findings.md has the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline import (
    audit_baseline,
    audit_copies,
    audit_identity,
    audit_reading,
    audit_sections,
    audit_targets,
    audit_tasks,
    links,
    versions,
)
from pipeline.audit_kinds import KINDS
from pipeline.comparison import Comparison, compare
from pipeline.indicators import with_indicators
from pipeline.records import Finding, PlanRecord
from pipeline.shingles import SharedPassages, of_passages

Rule = Callable[[PlanRecord], Iterable[Finding]]
_RULES: tuple[Rule, ...] = (
    audit_identity.draft, audit_identity.late, audit_identity.citations, audit_sections.sections, audit_sections.row_numbers,
    audit_targets.reversals, audit_targets.two_values, audit_targets.impossible, audit_targets.gaps, audit_targets.repeated,
    audit_tasks.tasks, audit_tasks.deadlines, audit_copies.names, audit_reading.truncated, audit_reading.ocr_numbers, audit_reading.units,
    audit_reading.indicators, audit_reading.unexplained)
_WEIGHT = {"error": 0, "warning": 1, "info": 2}
_ORDER = {kind: n for n, kind in enumerate(KINDS)}


def audit_plan(plan: PlanRecord) -> list[Finding]:
    """Findings that one plan gives by itself, its links aside; its targets need their indicators (`with_indicators`)."""
    return [f for rule in _RULES for f in rule(plan)]


def of_between(plan: PlanRecord) -> tuple[Any, Any]:
    """What `Between` keeps of a plan, as plain values."""
    return audit_identity.central_citations(plan), of_passages(plan, template=not plan.plan.commune)


class Between:
    """Findings that plans give only beside each other. `add` takes the plans, sorted by source, as they go by. `folder`:
    for temporary files."""

    def __init__(self, folder: Path | None = None) -> None:
        self._citations = audit_identity.CitationsBetween()
        self._passages = SharedPassages(folder)

    def add(self, plan: PlanRecord) -> None:
        self.take(of_between(plan))

    def take(self, row: tuple[Any, Any]) -> None:
        """As `add`, of what `of_between` says of a plan."""
        self._citations.take(row[0])
        self._passages.take(row[1])

    def findings(self, plans: Sequence[PlanRecord], comparison: Comparison) -> Iterator[Finding]:
        """`plans`: those that were added; the few that are quoted are read again."""
        yield from self._citations.findings(plans)
        yield from audit_copies.passages(self._passages)
        yield from audit_baseline.findings(comparison, plans)
        yield from versions.findings(comparison.force)


def merged(read: Sequence[Finding], own: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """All findings of a plan: first those that its reader left on it, then the audit's, errors before warnings before notes."""
    found = [f for f in dict.fromkeys((*own, *others)) if f not in read]
    return tuple(dict.fromkeys((*read, *sorted(found, key=lambda f: (_WEIGHT[f.severity], _ORDER.get(f.kind, len(_ORDER)))))))


def audit(plans: Sequence[PlanRecord], comparison: Comparison | None = None) -> list[Finding]:
    """All findings of a batch, plan by plan in the order of sources. Indicators are assigned where they are missing; the
    order of `plans` does not matter; findings that a plan already has are not given twice. `comparison`: of these very
    plans, made where it is not given."""
    return [f for plan in with_findings(plans, comparison) for f in plan.findings]


def with_findings(plans: Sequence[PlanRecord], comparison: Comparison | None = None) -> list[PlanRecord]:
    """The plans, each with all its findings on it, in the order of sources. Idempotent."""
    ordered = sorted(plans, key=lambda p: (p.source, p.plan_id))
    if any(t.indicator_id is None for p in ordered for t in p.targets):
        ordered, _ = with_indicators(ordered)
    comparison = comparison or compare(ordered)
    own: dict[str, list[Finding]] = defaultdict(list)
    others: dict[str, list[Finding]] = defaultdict(list)
    between = Between()
    for plan in ordered:
        own[plan.source] += [*audit_plan(plan), *links.findings(links.link_plans([plan]))]
        between.add(plan)
    for f in between.findings(ordered, comparison):
        others[f.source].append(f)
    return [p.model_copy(update={"findings": merged(p.findings, own[p.source], others[p.source])}) for p in ordered]
