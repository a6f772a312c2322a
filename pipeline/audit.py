"""The audit: every finding about the plans of a batch, most serious first within a plan. docs/findings.md has the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

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

Rule = Callable[[PlanRecord], Iterable[Finding]]
_RULES: tuple[Rule, ...] = (
    audit_identity.draft, audit_identity.late, audit_identity.citations, audit_sections.sections, audit_sections.row_numbers,
    audit_targets.reversals, audit_targets.two_values, audit_targets.impossible, audit_targets.gaps, audit_targets.repeated,
    audit_tasks.tasks, audit_tasks.deadlines, audit_copies.names, audit_reading.truncated, audit_reading.ocr_numbers, audit_reading.units,
    audit_reading.indicators, audit_reading.unexplained)
_WEIGHT = {"error": 0, "warning": 1, "info": 2}
_ORDER = {kind: n for n, kind in enumerate(KINDS)}


def audit_plan(plan: PlanRecord) -> list[Finding]:
    """Findings that one plan gives by itself; its targets need their indicators (`with_indicators`)."""
    return [f for rule in _RULES for f in rule(plan)]


def audit(plans: Sequence[PlanRecord], comparison: Comparison | None = None) -> list[Finding]:
    """All findings of a batch: of each plan (sorted by source) first those that its reader left on it, then the audit's,
    errors before warnings before notes. Indicators are assigned where they are missing; the order of `plans` does not
    matter; findings that a plan already has are not given twice. `comparison`: of these very plans, made where it is
    not given."""
    ordered = sorted(plans, key=lambda p: (p.source, p.plan_id))
    if any(t.indicator_id is None for p in ordered for t in p.targets):
        ordered, _ = with_indicators(ordered)
    found: dict[str, list[Finding]] = {}
    for plan in ordered:
        found.setdefault(plan.source, []).extend(audit_plan(plan))
    for f in _between(ordered, comparison or compare(ordered)):
        found.setdefault(f.source, []).append(f)
    out: list[Finding] = []
    for plan in ordered:
        out += plan.findings
        out += sorted((f for f in dict.fromkeys(found.pop(plan.source, ())) if f not in plan.findings),
                      key=lambda f: (_WEIGHT[f.severity], _ORDER.get(f.kind, len(_ORDER))))
    return out


def _between(plans: Sequence[PlanRecord], comparison: Comparison) -> Iterable[Finding]:
    yield from audit_identity.citations_between(plans)
    yield from audit_copies.passages(plans)
    yield from audit_baseline.findings(plans, comparison)
    yield from links.findings(links.link_plans(plans))
    yield from versions.findings(plans)


def with_findings(plans: Sequence[PlanRecord], comparison: Comparison | None = None) -> list[PlanRecord]:
    """The plans, each with all its findings on it. Idempotent."""
    by_source: dict[str, list[Finding]] = {}
    for f in audit(plans, comparison):
        by_source.setdefault(f.source, []).append(f)
    return [p.model_copy(update={"findings": tuple(dict.fromkeys(by_source.get(p.source, ())))}) for p in plans]
