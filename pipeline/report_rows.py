"""The targets and tasks that `baocao.html` shows, taken as the plans go by for the tables: they need not be read once more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.comparison import LISTED_ALL, Comparison, Group, value_text
from pipeline.overview import clean, owners, quote_of, shorten, slot
from pipeline.plan_text import place_text
from pipeline.records import PlanRecord
from pipeline.spool import Spool

# Longest quote of a target, of a task, of a finding, in characters: the first that fits is taken.
LIMITS = ((700, 600, 400), (500, 300, 300), (400, 200, 240), (300, 140, 200), (240, 100, 160), (200, 70, 120), (140, 40, 80))
_MOST_CELLS = 20_000  # what a page of very many communes can hold


def shown_groups(comparison: Comparison) -> Sequence[Group]:
    """The groups that the page shows: all, but of very many communes those that several have, the most common first, as
    far as a page can hold them; in the order of the comparison."""
    groups = comparison.groups
    if len(comparison.communes) <= LISTED_ALL:
        return groups
    common = sorted((n for n, g in enumerate(groups) if g.with_target > 1), key=lambda n: (-groups[n].with_target, n))
    kept, cells = [], 0
    for n in common:
        cells += groups[n].with_target
        if cells > _MOST_CELLS:
            break
        kept.append(n)
    return [groups[n] for n in sorted(kept)]


class PageRows:
    """`add` takes the plans in their order. `targets` and the places of those and of the tasks in their lists; `tasks` once
    units and times have their numbers."""

    def __init__(self, comparison: Comparison, folder: Path | None) -> None:
        self._many = len(comparison.communes) > LISTED_ALL
        self._wanted = {(c.plan.plan_id, c.target.id) for g in shown_groups(comparison) for c in g.cells if c.plan and c.target} if self._many else None
        self._gone = frozenset(r.old for r in comparison.replaced if r.reason != "amends")
        self._plans = 0
        self.targets: Spool[tuple[Any, ...]] = Spool(folder=folder)
        self._tasks: Spool[tuple[Any, ...]] = Spool(folder=folder)
        self.target_at: dict[tuple[str, str], int] = {}
        self.task_at: dict[tuple[str, str], int] = {}

    def add(self, plan: PlanRecord) -> None:
        here, gone = self._plans, plan.source in self._gone
        self._plans += 1
        target_chars, task_chars, _ = LIMITS[0]
        for t in plan.targets:
            if self._wanted is None or (plan.plan_id, t.id) in self._wanted:
                if not gone:  # no cell leads to a plan that is not in force
                    self.target_at[(plan.plan_id, t.id)] = len(self.targets)
                self.targets.add((here, clean(value_text(t)), t.value, quote_of(t, target_chars), clean(place_text(t.span, t.lines)),
                                  shorten(t.qualifier or "", 160), t.id, shorten(" › ".join(t.section[-2:]), 120)))
        for k in () if self._many or gone else plan.tasks:
            self.task_at[(plan.source, k.id)] = len(self._tasks)
            self._tasks.add((here, k.id, shorten(k.text, task_chars), clean(place_text(k.span, k.lines)), slot(k), owners(k), owners(k, "support"),
                             (shorten(k.deadline.raw, 80), k.deadline.due or "") if k.deadline else 0))

    def tasks(self, slots: Sequence[str], units: Mapping[str, int]) -> Iterable[tuple[Any, ...]]:
        """The tasks, with the number of each one's time in `slots` and of its owners in `units`."""
        return _Numbered(self._tasks, {name: n for n, name in enumerate(slots)}, units)


class _Numbered:
    """Tasks, numbered each time they are asked for."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], slots: Mapping[str, int], units: Mapping[str, int]) -> None:
        self._rows, self._slots, self._units = rows, slots, units

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for here, tid, text, place, when, lead, support, deadline in self._rows:
            yield here, tid, text, place, self._slots[when], tuple([self._units[u] for u in lead]), tuple([self._units[u] for u in support]), deadline
