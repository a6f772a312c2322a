"""Findings of the comparison: values below the floor, floors left out, values far from the other communes'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.audit_identity import plan_day
from pipeline.audit_kinds import about, finding
from pipeline.comparison import Cell, Comparison, Group, commune_of, number_text, value_text
from pipeline.plan_text import listed, quote
from pipeline.records import Finding, PlanRecord

_MANY = 5  # floors left out above this share one finding


def findings(comparison: Comparison, plans: Iterable[PlanRecord]) -> Iterator[Finding]:
    """Floors first (one finding for each value below, one for all that were left out), then outliers. `plans`: of which
    the comparison was made; read only where a floor was left out."""
    left: dict[str, list[tuple[Group, Cell]]] = defaultdict(list)
    for group in comparison.groups:
        for cell in group.cells:
            if cell.against == "no_target":
                left[str(cell.commune.key)].append((group, cell))
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
    for plan in plans if left else ():
        if not plan.plan.commune or plan.source in comparison.force.gone:
            continue
        known = plan_day(plan)
        first = int(known[0][:4]) if known else 0  # a floor whose year was over when the plan was issued is no gap of it
        items = [(g, c) for g, c in left.get(str(commune_of(comparison, plan).key), []) if g.year is None or g.year >= first]
        if not items:
            continue
        said = [f"{quote(g.indicator.name, 90)} ({value_text(c.floor.target)}, {g.year})" for g, c in items if c.floor]
        if len(items) > _MANY:
            yield finding("baseline-missing", plan, f"Không nêu {len(items)} chỉ tiêu mà cấp trên giao: {listed(said, _MANY)}", quotes=said[:_MANY])
        else:
            for text, (_, cell) in zip(said, items, strict=True):
                where = f" ({cell.floor.source}{', ' + cell.floor.place if cell.floor.place else ''})" if cell.floor else ""
                yield finding("baseline-missing", plan, f"Không nêu chỉ tiêu mà cấp trên giao: {text}{where}", quotes=(text,))
        left.pop(str(commune_of(comparison, plan).key))  # once for a commune, at its first plan in force
