"""The queue: every field that a person may settle, ordered by doubt × what it means for the comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from normalizers.indicators import PROVISIONAL
from normalizers.text import fold
from pipeline.comparison import Comparison
from pipeline.plan_text import plan_name, wording
from pipeline.records import Finding, PlanRecord, Record, Target

FIELDS = ("value", "indicator_id", "horizon", "deadline", "lead", "indicator", "support", "text", "result", "qualifier")
_WEIGHT = {"value": 1.0, "indicator_id": 0.9, "horizon": 0.9, "deadline": 0.7, "lead": 0.6, "indicator": 0.5, "support": 0.3, "text": 0.3}
_SURE = 0.995      # a field surer than this is none for the queue
_PROVISIONAL = 0.75  # an indicator outside the catalogue may be one of it after all


@dataclass(frozen=True, slots=True)
class Weights:
    """What a record means for the comparison: (source, record id) → factor; and the kinds of findings about it."""

    factors: dict[tuple[str, str], float] = field(default_factory=dict)
    findings: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One field of one record. `score` = (1 − confidence) × weight."""

    pid: str
    source: str
    place: str
    rid: str
    kind: str
    field: str
    confidence: float
    score: float
    done: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue shows; "" for everything. `state`: open, done or all."""

    pid: str = ""
    kind: str = ""
    field: str = ""
    unit: str = ""
    indicator: str = ""
    finding: str = ""
    state: str = "open"
    q: str = ""


def weights_of(comparison: Comparison, findings: Iterable[Finding]) -> Weights:
    """A value that others are held against weighs more, one that makes the spread or stands apart most."""
    factors: dict[tuple[str, str], float] = {}
    for group in comparison.groups:
        having = len(group.having)
        for cell in group.having:
            if cell.target is None or cell.plan is None:
                continue
            factor = 0.8 if having < 2 else 1.5
            if having > 1 and cell.compared and (cell.outlier or (group.spread and cell.value in (group.low, group.high))):
                factor = 2.0
            if cell.against == "below_baseline":
                factor = 2.0
            factors[cell.plan.source, cell.target.id] = factor
    kinds: dict[tuple[str, str], dict[str, None]] = {}
    for f in findings:
        for rid in filter(None, f.record.split("; ")):
            kinds.setdefault((f.source, rid), {})[f.kind] = None
            if f.severity != "info":
                factors[f.source, rid] = min(2.5, factors.get((f.source, rid), 1.0) * 1.3)
    return Weights(factors, {k: tuple(v) for k, v in kinds.items()})


def doubts(record: Record) -> dict[str, float]:
    """Field → confidence of the fields that the reader can be unsure of."""
    out = dict(record.field_confidence)
    if isinstance(record, Target):
        out["indicator_id"] = record.indicator_confidence or 0.0
        if (record.indicator_id or "").startswith(PROVISIONAL):
            out["indicator_id"] = min(out["indicator_id"], _PROVISIONAL)
        if record.horizon is None and "horizon" not in out:
            out["horizon"] = 0.8
    return out


def items_of(plans: Sequence[PlanRecord], weights: Weights, pid_of: Callable[[str], str]) -> tuple[Item, ...]:
    """All fields in doubt or reviewed, most urgent first; the order is the same for the same plans."""
    out: list[Item] = []
    for plan in plans:
        pid, place = pid_of(plan.source), plan_name(plan)
        for kind, records in (("target", plan.targets), ("task", plan.tasks)):
            for record in records:
                factor = weights.factors.get((plan.source, record.id), 1.0)
                for name, confidence in doubts(record).items():
                    done = name in record.auto_value or record.rule == "reviewer"
                    if confidence < _SURE or done:
                        out.append(Item(pid, plan.source, place, record.id, kind, name, confidence,
                                        round((1 - confidence) * _WEIGHT.get(name, 0.2) * factor, 5), done))
    out.sort(key=lambda i: (-i.score, i.source, i.rid, i.field))
    return tuple(out)


def matching(items: Iterable[Item], f: Filter, records: dict[tuple[str, str], Record], weights_findings: dict[tuple[str, str], tuple[str, ...]]) -> list[Item]:
    """The items that a filter lets through, in their order."""
    words = fold(f.q)

    def fits(i: Item) -> bool:
        if f.state != "all" and i.done != (f.state == "done"):
            return False
        if (f.pid and i.pid != f.pid) or (f.kind and i.kind != f.kind) or (f.field and i.field != f.field):
            return False
        if f.finding and f.finding not in weights_findings.get((i.source, i.rid), ()):
            return False
        if not (f.unit or f.indicator or words):
            return True
        record = records.get((i.pid, i.rid))
        if record is None or (f.unit and f.unit not in (*record.lead, *record.support)):
            return False
        if f.indicator and getattr(record, "indicator_id", None) != f.indicator:
            return False
        return not words or words in fold(wording(record) + " " + record.raw)

    return [i for i in items if fits(i)]
