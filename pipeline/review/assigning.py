"""Indicators of plans by those that the same wordings have already: what need not be assigned again after a correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from normalizers.indicator_text import key
from normalizers.indicators import Indicator, assign
from normalizers.indicators import Wording as Asked
from pipeline.records import PlanRecord, Target

Wording = tuple[str, str | None, str]
Assigned = tuple[str | None, float | None, str | None]
_PARTS = ("indicator_id", "indicator_confidence", "indicator_runner_up")


def _of(target: Target) -> Wording:
    return target.indicator, target.unit, target.comparator


def wordings(plans: Sequence[PlanRecord]) -> Counter[Wording]:
    """How often each wording stands; indicators of a batch depend on nothing else (and on what people settled)."""
    return Counter(_of(t) for p in plans for t in p.targets)


def known(plans: Sequence[PlanRecord]) -> dict[Wording, Assigned]:
    """Wording → indicator, confidence and runner-up that it has."""
    return {_of(t): (t.indicator_id, t.indicator_confidence, t.indicator_runner_up) for p in plans for t in p.targets}


def like(plan: PlanRecord, given: Mapping[Wording, Assigned]) -> PlanRecord:
    """The plan with the indicators that targets of the same wording have."""
    if all(t.indicator_id is not None for t in plan.targets):
        return plan
    return plan.model_copy(update={"targets": tuple(
        t if t.indicator_id is not None else t.model_copy(update=dict(zip(_PARTS, given[_of(t)], strict=True))) for t in plan.targets)})


def without(plan: PlanRecord, keys: frozenset[str] | set[str] | None = None) -> PlanRecord:
    """The plan with targets of these levelled wordings (all of them for None) without an indicator."""
    if not any(keys is None or key(t.indicator) in keys for t in plan.targets):
        return plan
    return plan.model_copy(update={"targets": tuple(
        t.model_copy(update=dict.fromkeys(_PARTS)) if keys is None or key(t.indicator) in keys else t for t in plan.targets)})


def roughly(plans: Sequence[PlanRecord], given: Mapping[Wording, Assigned], confirmed: Mapping[str, str | None],
            ) -> tuple[list[PlanRecord], dict[str, Indicator]]:
    """The plans with the `given` indicators; wordings that are not among these are assigned among themselves, which a whole
    assignment may see otherwise. And the indicators that these have."""
    fresh = list(dict.fromkeys(_of(t) for p in plans for t in p.targets if t.indicator_id is None and _of(t) not in given))
    found, used = assign([Asked(*w) for w in fresh], confirmed)
    every = {**given, **{w: (m.indicator_id, m.confidence, m.runner_up) for w, m in zip(fresh, found, strict=True)}}
    return [like(p, every) for p in plans], used
