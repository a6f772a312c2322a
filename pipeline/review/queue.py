"""The queue: every field that a person may settle, ordered by doubt × what it means for the comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from normalizers.indicators import PROVISIONAL
from normalizers.text import fold
from pipeline.plan_text import plan_name, wording
from pipeline.records import PlanRecord, Record, Target
from pipeline.review.view import Marks, pid_of

FIELDS = ("value", "indicator_id", "horizon", "deadline", "lead", "indicator", "support", "text", "result", "qualifier")
_WEIGHT = {"value": 1.0, "indicator_id": 0.9, "horizon": 0.9, "deadline": 0.7, "lead": 0.6, "indicator": 0.5, "support": 0.3, "text": 0.3}
_SURE = 0.995      # a field surer than this is none for the queue
FOUND, MOST = 1.3, 2.5  # a record that a finding is about weighs more, up to a limit
_PROVISIONAL = 0.75  # an indicator outside the catalogue may be one of it after all

Factors = dict[tuple[str, str], float]


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


class Queue:
    """All fields in doubt or reviewed, most urgent first; the same for the same plans. Keeps what it made of each plan, for the
    next time: after a correction most plans are as they were."""

    def __init__(self) -> None:
        self._factors: Factors = {}
        self._state: tuple[object, object] = (None, None)
        self._items: tuple[Item, ...] = ()
        self._kept: dict[str, tuple[PlanRecord, Factors, list[Item]]] = {}

    def items(self, view: object, plans: Sequence[PlanRecord], factors: Callable[[], Factors], marks: Marks) -> tuple[Item, ...]:
        """The items of `plans`, which are those of `view`. `factors`: what each record means for the comparison, asked for once a
        view; a record that a finding is about weighs more."""
        if self._state[0] is not view:
            self._factors = factors()
        if self._state[0] is not view or self._state[1] is not marks:
            self._items = self._made(plans, marks)
            self._state = (view, marks)
        return self._items

    def _made(self, plans: Sequence[PlanRecord], marks: Marks) -> tuple[Item, ...]:
        by_source: dict[str, Factors] = {}
        for (source, rid), factor in self._factors.items():
            by_source.setdefault(source, {})[source, rid] = factor
        for source, rid in marks.urgent:
            own = by_source.setdefault(source, {})
            own[source, rid] = min(MOST, own.get((source, rid), 1.0) * FOUND)
        out: list[Item] = []
        for plan in plans:
            own = by_source.get(plan.source, {})
            kept = self._kept.get(plan.source)
            if kept is None or kept[0] is not plan or kept[1] != own:
                kept = self._kept[plan.source] = (plan, own, _items_of(plan, own))
            out += kept[2]
        out.sort(key=lambda i: (-i.score, i.source, i.rid, i.field))
        return tuple(out)


def _items_of(plan: PlanRecord, factors: Factors) -> list[Item]:
    out: list[Item] = []
    pid, place = pid_of(plan.source), plan_name(plan)
    for kind, records in (("target", plan.targets), ("task", plan.tasks)):
        for record in records:
            factor = factors.get((plan.source, record.id), 1.0)
            for name, confidence in doubts(record).items():
                done = name in record.auto_value or record.rule == "reviewer"
                if confidence < _SURE or done:
                    out.append(Item(pid, plan.source, place, record.id, kind, name, confidence, round((1 - confidence) * _WEIGHT.get(name, 0.2) * factor, 5), done))
    return out


def matching(items: Iterable[Item], f: Filter, records: dict[tuple[str, str], Record], marks: Marks) -> list[Item]:
    """The items that a filter lets through, in their order."""
    words = fold(f.q)

    def fits(i: Item) -> bool:
        if f.state != "all" and i.done != (f.state == "done"):
            return False
        if (f.pid and i.pid != f.pid) or (f.kind and i.kind != f.kind) or (f.field and i.field != f.field):
            return False
        if f.finding and f.finding not in marks.kinds.get((i.source, i.rid), ()):
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
