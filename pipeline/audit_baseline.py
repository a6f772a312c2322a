"""Findings of the comparison: values below the floor, floors left out, values far from the other communes'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.audit_identity import plan_day
from pipeline.audit_kinds import about, finding
from pipeline.baseline import Floor
from pipeline.comparison import Comparison, Group, number_text, value_text
from pipeline.plan_text import listed, quote
from pipeline.records import Finding, PlanRecord

_MANY = 5  # floors left out above this share one finding


class _Left:
    """A floor of a group that communes left out."""

    __slots__ = ("said", "where", "year")

    def __init__(self, group: Group, floor: Floor) -> None:
        self.year, self.where = group.year, floor.source + (f", {floor.place}" if floor.place else "")
        self.said = f"{quote(group.indicator.name, 90)} ({value_text(floor.target)}, {group.year})"


def findings(comparison: Comparison, plans: Iterable[PlanRecord]) -> Iterator[Finding]:
    """Floors first (one finding for each value below, one for all that were left out), then outliers. `plans`: of which
    the comparison was made; read only where a floor was left out."""
    left: dict[str, list[_Left]] = defaultdict(list)
    for group in comparison.groups:
        asked: dict[int, _Left] = {}  # the same for every commune that one floor is asked of
        for cell in group.cells:
            if cell.against == "no_target" and cell.floor is not None:
                left[str(cell.commune.key)].append(asked.setdefault(id(cell.floor), _Left(group, cell.floor)))
            if cell.plan is None or cell.target is None:
                continue
            plan = cell.plan
            name = quote(group.indicator.name, 100)
            if cell.against == "below_baseline" and cell.floor and cell.gap is not None:
                made = about("baseline-below", plan, f"{name}, mốc {group.year}: xã nêu {value_text(cell.target)}, mức sàn {value_text(cell.floor.target)} "
                             f"({cell.floor.source}{', ' + cell.floor.place if cell.floor.place else ''}), chênh {number_text(cell.gap)}", [cell.target], raw=True)
                yield made.model_copy(update={"quotes": (*made.quotes, quote(cell.floor.target.raw or cell.floor.target.indicator))})
            if cell.outlier and group.middle is not None:
                count = sum(c.compared for c in group.cells)
                yield about("value-outlier", plan, f"{name}, mốc {group.year}: {value_text(cell.target)}, trong khi trung vị của {count} xã là {number_text(group.middle)}",
                            [cell.target], raw=True)
    communes = {c.key: c for c in comparison.communes}
    for plan in plans if left else ():
        if not plan.plan.commune or plan.source in comparison.force.gone:
            continue
        known = plan_day(plan)
        first = int(known[0][:4]) if known else 0  # a floor whose year was over when the plan was issued is no gap of it
        key = str(communes[plan.plan.commune_type or "", plan.plan.commune, plan.plan.province or ""].key)
        items = [item for item in left.get(key, ()) if item.year is None or item.year >= first]
        if not items:
            continue
        said = [item.said for item in items]
        if len(items) > _MANY:
            yield finding("baseline-missing", plan, f"Không nêu {len(items)} chỉ tiêu mà cấp trên giao: {listed(said, _MANY)}", quotes=said[:_MANY])
        else:
            for item in items:
                yield finding("baseline-missing", plan, f"Không nêu chỉ tiêu mà cấp trên giao: {item.said} ({item.where})", quotes=(item.said,))
        left.pop(key)  # once for a commune, at its first plan in force
