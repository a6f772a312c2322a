"""What each plan of a run says by itself, kept as plain values, and from that the comparison and the findings of all.

`told` looks at one plan and may do so in any process; `Survey` takes what was told of the plans in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from pipeline import links
from pipeline.audit import Between, audit_plan, merged, of_between
from pipeline.baseline import Floors
from pipeline.comparison import Comparison, compare
from pipeline.heap import Heap
from pipeline.prepared import Prepared, finding_of, finding_row, light_of, light_row
from pipeline.records import Finding, PlanRecord
from pipeline.spool import Spool
from pipeline.tables import Linked
from pipeline.versions import Contents, content

_Row = tuple[tuple[object, ...], ...]


def told(plan: PlanRecord) -> tuple[Any, ...]:
    """What `Survey.take` wants to know of a plan: values that `marshal` can write."""
    carried = links.link_plan(plan)
    return (light_row(plan), tuple(map(finding_row, plan.findings)), tuple(finding_row(f) for f in chain(audit_plan(plan), links.findings([carried]))),
            Linked.rows_of(carried), tuple(links.carriers(carried).items()), of_between(plan), content(plan) if plan.plan.commune else "")


class Survey:
    """The plans of a run as they go by; temporary files lie in `folder`. `linked`: their links, for the tables."""

    def __init__(self, folder: Path, shared: bool = False) -> None:
        self.linked = Linked(folder, shared)
        self._folder, self._heap = folder, Heap(folder)
        self._between, self._contents = Between(folder), Contents()
        self._own: Spool[tuple[_Row, _Row]] = Spool(folder=folder)
        self._heads: list[PlanRecord] = []

    def take(self, row: tuple[Any, ...]) -> None:
        """What `told` says of the next plan."""
        head, read, found, rows, carried, between, said = row
        plan = light_of(head, self._heap)
        self._heads.append(plan)
        self.linked.add(plan, rows, dict(carried))
        self._between.take(between)
        self._contents.add(plan, said)
        self._own.add((read, found))

    def end(self, plans: Prepared, baseline: Floors | None) -> Comparison:
        """The comparison, with every plan's findings given to `plans`, which are those that were taken."""
        comparison = compare(self._heads, indicators=plans.indicators, baseline=baseline, full=plans.of, folder=self._folder, joined=plans.joined, contents=self._contents.of)
        self._heads.clear()
        others: dict[str, list[Finding]] = defaultdict(list)
        for f in self._between.findings(plans, comparison):
            others[f.source].append(f)
        plans.with_findings(self._merged(plans, others))
        return comparison

    def _merged(self, plans: Prepared, others: dict[str, list[Finding]]) -> Iterator[_Row]:
        for source, (read, found) in zip(plans.sources, self._own, strict=True):
            yield tuple(map(finding_row, merged(tuple(map(finding_of, read)), map(finding_of, found), others.pop(source, ()))))
