"""What a target means for the comparison, in one pass over the targets: who else commits to it, how far it lies apart.

Cheap enough to be worked out anew after every correction; the comparison itself (`pipeline.comparison`) says more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from normalizers.indicators import Indicator
from pipeline.baseline import Floor, Floors, from_plans
from pipeline.comparison import effective_value, horizon_year, measure_class
from pipeline.records import PlanRecord, Target
from pipeline.robust import outliers

ALONE, SHARED, DECISIVE = 0.8, 1.5, 2.0


@dataclass(frozen=True, slots=True)
class _Entry:
    source: str
    commune: tuple[str, str, str]
    target: Target
    kind: str
    value: float | None


def importance(plans: Sequence[PlanRecord], indicators: Mapping[str, Indicator], floors: Floors | None = None) -> dict[tuple[str, str], float]:
    """(source, target id) → factor: `DECISIVE` where the value is the lowest or highest of several, stands apart or is under a floor,
    `SHARED` where another commune has the indicator for the same year, else `ALONE`. Plans without a commune have none."""
    groups: dict[tuple[str, int | None], list[_Entry]] = {}
    for plan in plans:
        p = plan.plan
        if not p.commune:
            continue
        commune = (p.commune_type or "", p.commune, p.province or "")
        for target in plan.targets:
            indicator = indicators.get(target.indicator_id or "")
            if indicator is not None:
                groups.setdefault((indicator.id, horizon_year(target.horizon)), []).append(
                    _Entry(plan.source, commune, target, measure_class(target, indicator), effective_value(target, indicator)))
    found = from_plans(plans)
    under = _Floors(Floors((*floors.items, *found.items) if floors else found.items))
    out: dict[tuple[str, str], float] = {}
    for (iid, year), entries in groups.items():
        shared = len({e.commune for e in entries}) > 1
        decisive = _decisive(entries) if shared and year is not None else set()
        lower = indicators[iid].direction == "lower"
        for n, e in enumerate(entries):
            factor = DECISIVE if n in decisive or under.is_under(iid, year, e, lower) else SHARED if shared else ALONE
            out[e.source, e.target.id] = factor
    return out


def _decisive(entries: Sequence[_Entry]) -> set[int]:
    """Places of the values that make the spread or stand apart, among those that count what most of them count."""
    kinds: dict[str, int] = {}
    for e in entries:
        if e.value is not None:
            kinds[e.kind] = kinds.get(e.kind, 0) + 1
    if not kinds:
        return set()
    usual = min(kinds, key=lambda k: (-kinds[k], k))
    held = [(n, e.value) for n, e in enumerate(entries) if e.kind == usual and e.value is not None]
    values = [v for _, v in held]
    low, high = min(values), max(values)
    apart = outliers(values)
    return {n for (n, v), far in zip(held, apart, strict=True) if far or (low != high and v in (low, high))}


class _Floors:
    """Floors by indicator and year: most targets have none, which is to be seen at once."""

    def __init__(self, floors: Floors) -> None:
        self._floors = floors
        self._pairs = {(f.indicator_id, f.year) for f in floors.items}
        self._known: dict[tuple[str, int, str], Floor | None] = {}

    def is_under(self, iid: str, year: int | None, entry: _Entry, lower: bool) -> bool:
        if year is None or entry.value is None or (iid, year) not in self._pairs:
            return False
        key = (iid, year, entry.commune[2])
        if key not in self._known:
            self._known[key] = self._floors.of(iid, year, entry.commune[2])
        floor = self._known[key]
        if floor is None or floor.target.value is None or floor.target.unit != entry.target.unit:
            return False
        least = lower or floor.target.comparator in ("<", "<=", "rank")
        return entry.value > floor.target.value if least else entry.value < floor.target.value
