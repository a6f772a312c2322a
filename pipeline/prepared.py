"""The plans of a run made ready for its outputs, one in memory at a time: ids of their own, indicators, findings.

Hands on `Prepared`, a sequence over plans that are stored elsewhere, and `light`, what the comparison keeps of a plan.
"""

from __future__ import annotations

import contextlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, starmap
from pathlib import Path
from typing import Any, overload

from normalizers.indicator_text import key
from normalizers.indicators import Indicator, Match, Wording, assign
from normalizers.text import slug
from pipeline.comparability import joined_outcomes
from pipeline.heap import Heap
from pipeline.indicators import matched
from pipeline.kept_targets import KeptTargets, made, slim_head, target_of, target_row
from pipeline.plan_rows import changed, plan_of, plan_row, wordings_of
from pipeline.records import Finding, LedgerRow, PlanRecord, Target
from pipeline.remembered import forget_wordings
from pipeline.work_ledger import StoredPlans

_HEAD_ROWS = 60     # rows of a higher plan's head that tell what body it is of
_AT_ONCE = 128      # plans after whose reading what is remembered of their wordings is forgotten
_MANY = 100         # plans from which memory counts for more than the second look at a wording
_NOT_KEPT = (1 << 64) - 1
_Row = tuple[object, ...]


class Prepared(Sequence[PlanRecord]):
    """`base` in the order of sources, each plan with an id that no other has and with the indicator of every target.

    A plan is completed each time it is asked for. Where `base` is a store, each is read from there once and then from a
    temporary file in `folder` (`pipeline.plan_rows`); `shared`: other processes read that file, too. `indicators` are those that the plans use, by id."""

    def __init__(self, base: Sequence[PlanRecord], confirmed: Mapping[str, str | None] | None = None, folder: Path | None = None,
                 shared: bool = False) -> None:
        self._base, self._confirmed = base, confirmed
        self._reads = 0
        self._heap, self._kept = Heap(folder, shared), array("Q")
        self._own, self._matched, self._found = not isinstance(base, list | tuple), array("Q"), array("Q")
        heads: list[tuple[str, str, int]] = []
        wordings: dict[int, list[Wording]] = {}
        alike: dict[Wording, Wording] = {}
        for n in range(len(base)):
            source, plan_id, said = self._take(n)
            heads.append((source, plan_id, n))
            wordings[n] = [alike.setdefault(w, w) for w in starmap(Wording, said)]
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
        count = Counter(plan_id for _, plan_id, _ in heads)
        results = iter(found)
        for (source, plan_id, n) in heads:
            told = tuple((m.indicator_id, m.confidence, m.runner_up) for m in islice(results, len(wordings.pop(n))))
            self._matched.append(self._heap.put((plan_id if count[plan_id] == 1 else slug(source), told)))

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> PlanRecord: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PlanRecord]: ...
    def __getitem__(self, index: int | slice) -> PlanRecord | Sequence[PlanRecord]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        self._reads += 1
        if self._reads % _AT_ONCE == 0:
            forget_wordings()
        n = self._order[index]
        plan = self._base[n] if self._kept[n] == _NOT_KEPT else plan_of(self._heap.get(self._kept[n]))
        return _completed(plan, self._heap, self._matched[index], self._found[index] if self._found else None, self._confirmed)

    def _take(self, n: int) -> tuple[str, str, list[tuple[str, str | None, Any]]]:
        """Keep the next plan; its source, its id and the wording of its targets."""
        stored = self._base.row(n) if isinstance(self._base, StoredPlans) else None
        if stored is not None:  # as the temporary file will have it
            row, written = stored
            with contextlib.suppress(OverflowError):
                self._kept.append(self._heap.put_written(written))
                return wordings_of(row)
        plan = self._base[n]
        self._keep(plan)
        return plan.source, plan.plan_id, [(t.indicator, t.unit, t.comparator) for t in plan.targets]

    def _keep(self, plan: PlanRecord) -> None:
        handle = _NOT_KEPT
        if self._own:
            with contextlib.suppress(ValueError, OverflowError):  # a correction's value of another kind, a plan of 256 MiB
                handle = self._heap.put(plan_row(plan))
        self._kept.append(handle)

    @property
    def sharable(self) -> bool:
        """Whether other processes can read all of these plans (`shared_plans`)."""
        return self._heap.path is not None and _NOT_KEPT not in self._kept

    def share(self, first: int = 0, end: int | None = None) -> tuple[object, ...]:
        """What `shared_plans` needs to read plans `first` to `end` in another process: plain values."""
        self._heap.flush()
        kept = array("Q", (self._kept[n] for n in self._order[first:end]))
        return (str(self._heap.path), None if self._confirmed is None else tuple(self._confirmed.items()), kept.tobytes(), self._matched[first:end].tobytes(),
                self._found[first:end].tobytes())

    def close(self) -> None:
        """Let go of the temporary file."""
        self._heap.close()

    def of(self, source: str) -> PlanRecord:
        """The plan of a source. Raises KeyError for an unknown one."""
        return self[self._at[source]]

    def joined(self, target: Target) -> bool:
        """Whether the wording of a target of these plans names two outcomes (`joined_outcomes`)."""
        if self._confirmed and key(target.indicator) in self._confirmed:
            return joined_outcomes(target)  # what a user settled says nothing about the wording
        return (target.indicator, target.unit, target.comparator) in self._joined

    def with_findings(self, found: Iterable[tuple[_Row, ...]]) -> None:
        """From now on plan n has the findings in row n of `found` (`finding_row`) and no others."""
        self._found = array("Q", map(self._heap.put, found))


def shared_plans(told: Sequence[Any]) -> Iterator[PlanRecord]:
    """The plans of which `Prepared.share` told, in any process."""
    path, confirmed, *handles = told
    kept, matched_at, found = (array("Q", h) for h in handles)
    settled = None if confirmed is None else dict(confirmed)
    heap = Heap.opened(Path(path))
    try:
        for n, handle in enumerate(kept):
            if n % _AT_ONCE == _AT_ONCE - 1:
                forget_wordings()
            yield _completed(plan_of(heap.get(handle)), heap, matched_at[n], found[n] if found else None, settled)
    finally:
        heap.close()


def _completed(plan: PlanRecord, heap: Heap, match: int, found: int | None, confirmed: Mapping[str, str | None] | None) -> PlanRecord:
    """A plan with the id and the indicators that lie at `match`, and the findings at `found`."""
    plan_id, told = heap.get(match)
    plan = matched(plan, [Match(*m) for m in told], confirmed)
    return changed(plan, plan_id=plan_id, findings=plan.findings if found is None else tuple(map(finding_of, heap.get(found))))


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


def light_row(plan: PlanRecord) -> _Row:
    """What the comparison needs of a plan, as plain values: its head and its targets, without sections, owners and alternatives; the
    head rows of a plan of no commune."""
    rows = () if plan.plan.commune else tuple((r.number, r.place, r.text, r.role, r.record) for r in plan.ledger[:_HEAD_ROWS] if r.role in ("header", "title"))
    return (plan.schema_version, plan.source, plan.format, plan.sha256, plan.plan_id, tuple(dict(plan.plan).items()), tuple(map(target_row, plan.targets)), rows)


def light_of(row: Sequence[Any], heap: Heap | None = None) -> PlanRecord:
    """The plan that `light_row` tells. `heap`: where the targets of a commune's plan are kept on disk."""
    version, source, format_, sha256, plan_id, head, told, rows = row
    plan = slim_head(dict(head))
    targets = KeptTargets(heap, told) if heap is not None and plan.commune else tuple(map(target_of, told))
    return made(PlanRecord, schema_version=version, source=source, format=format_, sha256=sha256, plan_id=plan_id, plan=plan, targets=targets,
                ledger=tuple(LedgerRow(*r) for r in rows))


def light(plan: PlanRecord, heap: Heap | None = None) -> PlanRecord:
    """A plan with what the comparison needs of it alone (`light_row`)."""
    return light_of(light_row(plan), heap)
