"""The plans of a run made ready for its outputs, one in memory at a time: ids of their own, indicators, findings.

Hands on `Prepared`, a sequence over plans that are stored elsewhere, and `light`, what the comparison keeps of a plan.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import overload

from normalizers.indicator_text import key
from normalizers.indicators import Indicator, Match, Wording, assign
from normalizers.text import slug
from pipeline.comparability import joined_outcomes
from pipeline.heap import Heap
from pipeline.indicators import matched
from pipeline.kept_targets import KeptTargets, made, slim, slim_plan
from pipeline.plan_rows import changed, plan_of, plan_row
from pipeline.records import Finding, PlanRecord, Target
from pipeline.remembered import forget_wordings
from pipeline.spool import Spool

_HEAD_ROWS = 60     # rows of a higher plan's head that tell what body it is of
_AT_ONCE = 128      # plans after whose reading what is remembered of their wordings is forgotten
_MANY = 100         # plans from which memory counts for more than the second look at a wording
_NOT_KEPT = (1 << 64) - 1
_Row = tuple[object, ...]


class Prepared(Sequence[PlanRecord]):
    """`base` in the order of sources, each plan with an id that no other has and with the indicator of every target.

    A plan is completed each time it is asked for. Where `base` is a store, each is read from there once and then from a
    temporary file in `folder` (`pipeline.plan_rows`). `indicators` are those that the plans use, by id."""

    def __init__(self, base: Sequence[PlanRecord], confirmed: Mapping[str, str | None] | None = None, folder: Path | None = None) -> None:
        self._base, self._confirmed = base, confirmed
        self._reads = 0
        self._heap, self._kept = None if isinstance(base, list | tuple) else Heap(folder), array("Q")
        heads: list[tuple[str, str, int]] = []
        wordings: dict[int, list[Wording]] = {}
        alike: dict[Wording, Wording] = {}
        for n, plan in enumerate(base):
            heads.append((plan.source, plan.plan_id, n))
            self._keep(plan)
            wordings[n] = [alike.setdefault(w, w) for w in (Wording(t.indicator, t.unit, t.comparator) for t in plan.targets)]
        heads.sort()
        self.sources = tuple(source for source, _, _ in heads)
        self._at = {source: n for n, source in enumerate(self.sources)}
        self._order = tuple(n for _, _, n in heads)
        found, used = assign([w for n in self._order for w in wordings[n]], confirmed)
        # Asked again of every target that is compared: settled here, while each wording's match is at hand.
        self._joined = frozenset((w.text, w.unit, w.comparator) for w, m in zip((w for n in self._order for w in wordings[n]), found, strict=True) if m.joined)
        if len(heads) > _MANY:
            forget_wordings()
        self.indicators: Mapping[str, Indicator] = used
        self._matches: list[tuple[Match, ...]] = []
        same: dict[Match, Match] = {}  # the reason of a match is for the list of matches to confirm alone: without it few differ
        results = iter(found)
        for n in self._order:
            bare = [Match(m.indicator_id, m.confidence, m.runner_up) for m in islice(results, len(wordings[n]))]
            self._matches.append(tuple(same.setdefault(m, m) for m in bare))
        count = Counter(plan_id for _, plan_id, _ in heads)
        self._ids = tuple(plan_id if count[plan_id] == 1 else slug(source) for source, plan_id, _ in heads)
        self._findings: list[tuple[_Row, ...]] | Spool[tuple[_Row, ...]] | None = None

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> PlanRecord: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PlanRecord]: ...
    def __getitem__(self, index: int | slice) -> PlanRecord | Sequence[PlanRecord]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        plan = matched(self._read(self._order[index]), self._matches[index], self._confirmed)
        found = plan.findings if self._findings is None else tuple(map(finding_of, self._findings[index]))
        return changed(plan, plan_id=self._ids[index], findings=found)

    def _keep(self, plan: PlanRecord) -> None:
        if self._heap is not None:
            try:
                self._kept.append(self._heap.put(plan_row(plan)))
            except (ValueError, OverflowError):  # a correction's value of another kind, a plan of 256 MiB
                self._kept.append(_NOT_KEPT)

    def _read(self, n: int) -> PlanRecord:
        self._reads += 1
        if self._reads % _AT_ONCE == 0:
            forget_wordings()
        if self._heap is None or self._kept[n] == _NOT_KEPT:
            return self._base[n]
        return plan_of(self._heap.get(self._kept[n]))

    def of(self, source: str) -> PlanRecord:
        """The plan of a source. Raises KeyError for an unknown one."""
        return self[self._at[source]]

    def joined(self, target: Target) -> bool:
        """Whether the wording of a target of these plans names two outcomes (`joined_outcomes`)."""
        if self._confirmed and key(target.indicator) in self._confirmed:
            return joined_outcomes(target)  # what a user settled says nothing about the wording
        return (target.indicator, target.unit, target.comparator) in self._joined

    def with_findings(self, found: Spool[tuple[_Row, ...]]) -> None:
        """From now on plan n has the findings in row n of `found` (`finding_row`) and no others."""
        self._findings = found


def sources_of(plans: Sequence[PlanRecord]) -> tuple[str, ...]:
    """The sources of plans in order; those of `Prepared` without reading them."""
    return plans.sources if isinstance(plans, Prepared) else tuple(p.source for p in plans)


def finding_row(finding: Finding) -> _Row:
    """A finding as a tuple that can be kept on disk."""
    return (finding.kind, finding.severity, finding.source, finding.record, finding.place, finding.message, finding.quotes)


def finding_of(row: _Row) -> Finding:
    """The opposite of `finding_row`."""
    kind, severity, source, record, place, message, quotes = row
    return made(Finding, kind=kind, severity=severity, source=source, record=record, place=place, message=message, quotes=quotes)


def light(plan: PlanRecord, heap: Heap | None = None) -> PlanRecord:
    """What the comparison needs of a plan: its head and its targets, without sections, owners and alternatives; the head
    rows of a plan of no commune. `heap`: where the targets of a commune's plan are kept on disk."""
    rows = () if plan.plan.commune else tuple(r for r in plan.ledger[:_HEAD_ROWS] if r.role in ("header", "title"))
    targets = KeptTargets(heap, plan.targets) if heap is not None and plan.plan.commune else tuple(map(slim, plan.targets))
    return made(PlanRecord, schema_version=plan.schema_version, source=plan.source, format=plan.format, sha256=plan.sha256, plan_id=plan.plan_id,
                plan=slim_plan(plan.plan), targets=targets, ledger=rows)
