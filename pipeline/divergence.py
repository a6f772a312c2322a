"""The comparison as rows: the table of spreads, the long table (every commune in every group) and the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalizers.indicators import Indicator
from pipeline.comparison import LISTED_ALL, Cell, Comparison, Group, value_text
from pipeline.plan_text import place_text as place_text
from pipeline.records import PlanRecord, Target

_LISTED = 8  # names shown for the lowest and highest value; the rest is a number


def unit_text(indicator: Indicator) -> str:
    """The indicator's unit as tables print it."""
    return {"count": "số lượng", "index": "điểm", "rank": "hạng", "level": "mức"}.get(indicator.unit, indicator.unit)


def _names(cells: Sequence[Cell]) -> str:
    labels = [c.commune.label for c in cells]
    return "; ".join(labels[:_LISTED]) + (f"; và {len(labels) - _LISTED} xã khác" if len(labels) > _LISTED else "")


def group_row(group: Group) -> dict[str, object]:
    """One row of `divergence.csv`."""
    compared = [c for c in group.cells if c.compared]
    having = group.having
    one_unit = {c.target.unit for c in having if c.target} <= {group.indicator.unit, None}
    shown = sorted(having, key=lambda c: (not c.compared, c.value is None, c.rank or 0, c.commune.label))
    return {
        "indicator_id": group.indicator.id, "indicator": group.indicator.name, "unit": unit_text(group.indicator),
        "direction": group.indicator.direction, "horizon_year": group.year,
        "communes_with": len(having), "communes_without": group.of - len(having),
        "min": group.low, "max": group.high, "median": group.middle, "spread": group.spread,
        "lowest": _names([c for c in compared if c.value == group.low]),
        "highest": _names([c for c in compared if c.value == group.high]),
        "mad": group.mad, "outliers": _names([c for c in compared if c.outlier]), "baseline": _floors(group),
        "below_baseline": _count(group, "below_baseline"), "no_target": _count(group, "no_target"),
        "comparability": group.comparability, "caveats": "; ".join(group.caveats),
        "values": "; ".join(f"{c.commune.label} {value_text(c.target, unit=not one_unit)}" for c in shown if c.target),
    }


def _floors(group: Group) -> str:
    """What is asked for: "≥80", with the province where several ask for different things."""
    texts = {(value_text(c.floor.target), c.floor.province or ""): None for c in group.cells if c.floor}
    if len({text for text, _ in texts}) == 1:
        return next(iter(texts))[0]
    return "; ".join(f"{text} ({province or 'chung'})" for text, province in texts)


def _count(group: Group, against: str) -> int | None:
    return sum(c.against == against for c in group.cells) if any(c.floor for c in group.cells) else None


def cell_row(group: Group, cell: Cell) -> dict[str, object]:
    """One row of `divergence_long.csv`."""
    kind, name, province = cell.commune.key
    target, plan = cell.target, cell.plan
    return {
        "indicator_id": group.indicator.id, "indicator": group.indicator.name, "direction": group.indicator.direction,
        "horizon_year": group.year, "commune_type": kind, "commune": name, "province": province, "status": cell.status,
        "comparator": target.comparator if target else None, "value": target.value if target else None,
        "value_high": target.value_high if target else None, "unit": target.unit if target else None,
        "qualifier": target.qualifier if target else None, "wording": target.indicator if target else None,
        "compared": cell.compared, "difference_to_median": cell.to_median, "rank": cell.rank,
        "outlier": cell.outlier, "baseline_value": cell.floor.target.value if cell.floor else None,
        "baseline_comparator": cell.floor.target.comparator if cell.floor else None, "gap_to_baseline": cell.gap,
        "baseline_status": cell.against, "baseline_source": cell.floor.source if cell.floor else None,
        "baseline_place": cell.floor.place if cell.floor else None,
        "note": cell.note, "target_id": target.id if target else None, "source": plan.source if plan else None,
        "place": _place(plan, target),
    }


def _place(plan: PlanRecord | None, target: Target | None) -> str:
    return place_text(target.span, target.lines) if plan and target else ""


def divergence_rows(comparison: Comparison) -> Iterator[dict[str, object]]:
    return (group_row(group) for group in comparison.groups)


def long_rows(comparison: Comparison) -> Iterator[dict[str, object]]:
    return (cell_row(group, cell) for group in comparison.groups for cell in group.cells)


def matrix_rows(comparison: Comparison) -> tuple[list[str], Iterator[dict[str, object]]]:
    """Commune columns in order, and one row per group; nothing stands where the commune sets nothing in that group. In a
    batch of very many communes groups of one of them only are left out."""
    least = 0 if len(comparison.communes) <= LISTED_ALL else 2
    return [c.label for c in comparison.communes], (_matrix_row(group) for group in comparison.groups if group.with_target >= least)


def _matrix_row(group: Group) -> dict[str, object]:
    return {"indicator_id": group.indicator.id, "indicator": group.indicator.name, "unit": unit_text(group.indicator), "horizon_year": group.year,
            "comparability": group.comparability, **{c.commune.label: value_text(c.target) for c in group.having if c.target}}
