"""One commune's values of an indicator over the horizons (2025 → 2030 → 2045), and steps back between them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from normalizers.indicator_variants import Variant, differences
from normalizers.indicators import Indicator, catalogue
from pipeline.comparison import (
    Commune,
    Comparison,
    Group,
    effective_value,
    has_number,
    horizon_year,
    measure_class,
    number_text,
    value_text,
)
from pipeline.heap import Heap
from pipeline.plan_text import place_text
from pipeline.records import PlanRecord, Target
from pipeline.target_values import part_of


@dataclass(frozen=True, slots=True)
class Point:
    """What a commune sets for one horizon year."""

    year: int
    value: float
    target: Target


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one indicator in one way of counting, years ascending; `reversals` are neighbours of which the later
    is less demanding. `other_scope` says in Vietnamese how the wording of the points differs, "" if it does not."""

    indicator: Indicator
    points: tuple[Point, ...]
    reversals: tuple[tuple[Point, Point], ...]
    other_scope: str = ""


def _series(indicator: Indicator, targets: Sequence[Target]) -> list[Series]:
    by_class: dict[str, dict[int, Point]] = defaultdict(dict)
    for target in targets:
        year, value = horizon_year(target.horizon), effective_value(target, indicator)
        if year is None or value is None or "/.." in (target.horizon or ""):
            continue
        points = by_class[measure_class(target, indicator)]
        old = points.get(year)
        if old is None or (old.target.origin == "task" and target.origin != "task"):
            points[year] = Point(year, value, target)
    out = []
    for name in sorted(by_class):
        points_in_order = tuple(by_class[name][year] for year in sorted(by_class[name]))
        # Ranks count down: group 20, then group 10.
        lower = indicator.direction == "lower" or name.startswith("rank") or all(p.target.comparator in ("<", "<=") for p in points_in_order)
        scope = "; ".join(differences([Variant(str(p.year), p.target.indicator, p.target.qualifier) for p in points_in_order]))
        back = tuple((a, b) for a, b in pairwise(points_in_order) if _worse(a, b, lower) and "|" not in name)
        out.append(Series(indicator, points_in_order, back, scope))
    return out


def _worse(a: Point, b: Point, lower: bool) -> bool:
    """Whether the later point asks less: a smaller number, or the same number as a looser comparator is no step back."""
    return b.value > a.value if lower else b.value < a.value


def plan_series(plan: PlanRecord) -> list[Series]:
    """The series of one plan whose indicators are known for certain, with two points or more."""
    groups: dict[str, list[Target]] = defaultdict(list)
    for t in plan.targets:
        if has_number(t) and t.indicator_id and not part_of(t) and (t.indicator_confidence is None or t.indicator_confidence >= 0.6):
            groups[t.indicator_id].append(t)
    out: list[Series] = []
    for iid, targets in groups.items():
        indicator = catalogue().get(iid) or Indicator(iid, targets[0].indicator, targets[0].unit or "", direction(targets[0]), "", "")
        out += [s for s in _series(indicator, targets) if len(s.points) > 1]
    return out


def direction(target: Target) -> str:
    """Which way is better for an indicator outside the catalogue."""
    from normalizers.indicator_concepts import direction_of

    return "lower" if target.comparator == "rank" else direction_of(target.indicator)


def series_rows(comparison: Comparison, folder: Path | None = None) -> Iterator[dict[str, object]]:
    """Rows of `series.csv`, by communes: commune × indicator with two horizons or more. `folder`: for a temporary file."""
    heap, at = Heap(folder), {c.key: array("Q") for c in comparison.communes}
    for indicator, groups in groupby(comparison.groups, key=lambda g: g.indicator):  # the horizons of an indicator stand together
        years = [g for g in groups if g.year is not None]
        if len(years) > 1:
            for key, row in _of_indicator(indicator, years):
                at[key].append(heap.put(tuple(row.items())))
    for commune in comparison.communes:
        for handle in at[commune.key]:
            yield dict(heap.get(handle))


def _of_indicator(indicator: Indicator, groups: Sequence[Group]) -> Iterator[tuple[tuple[str, str, str], dict[str, object]]]:
    """Rows of the series of one indicator, each with its commune's key."""
    filed: dict[Commune, list[tuple[PlanRecord, Target]]] = defaultdict(list)
    for group in groups:
        for cell in group.cells:
            if cell.target is not None and cell.plan is not None and cell.status == "set":
                filed[cell.commune].append((cell.plan, cell.target))
    for commune, items in filed.items():
        if len(items) > 1:
            plan = items[0][0]
            for s in _series(indicator, [t for _, t in items]):
                if len(s.points) < 2:
                    continue
                first, last = s.points[0], s.points[-1]
                yield commune.key, {"commune": commune.key[1], "label": commune.label, "province": commune.key[2], "indicator_id": indicator.id,
                       "indicator": s.indicator.name, "direction": s.indicator.direction,
                       "horizons": "; ".join(str(p.year) for p in s.points), "values": " → ".join(f"{p.year}: {value_text(p.target)}" for p in s.points),
                       "first_year": first.year, "first_value": first.value, "last_year": last.year, "last_value": last.value,
                       "change": round(last.value - first.value, 10),
                       "change_per_year": round((last.value - first.value) / (last.year - first.year), 4),
                       "reversal": bool(s.reversals),
                       "note": "; ".join(filter(None, [*(f"mốc {b.year} ({number_text(b.value)}) kém mốc {a.year} ({number_text(a.value)})"
                                                         for a, b in s.reversals), s.other_scope])),
                       "source": plan.source, "target_ids": "; ".join(p.target.id for p in s.points),
                       "place": "; ".join(filter(None, (place_text(p.target.span, p.target.lines) for p in s.points)))}
