"""The comparison: what each commune commits to, per indicator and horizon year, and how far the communes lie apart.

Hands on a `Comparison` of groups (indicator × horizon year) with one cell per commune; `pipeline/divergence.py` prints
it. Targets of different horizons are never subtracted; a target without horizon is shown and never enters a spread.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from normalizers.collation import collated
from normalizers.indicators import Indicator, catalogue
from pipeline.baseline import Against, Floors, from_plans
from pipeline.comparability import DOUBTFUL as DOUBTFUL
from pipeline.comparability import Joined, comparable_class, joined_outcomes, wording_caveats
from pipeline.groups import Cell as Cell
from pipeline.groups import Commune as Commune
from pipeline.groups import Comparability, GroupStore, Status
from pipeline.groups import Group as Group
from pipeline.indicators import with_indicators
from pipeline.records import PlanRecord, Target
from pipeline.robust import mad, outliers
from pipeline.target_values import (
    class_text as class_text,
)
from pipeline.target_values import (
    conversion_text,
    is_step,
    part_of,
)
from pipeline.target_values import (
    effective_value as effective_value,
)
from pipeline.target_values import (
    has_number as has_number,
)
from pipeline.target_values import (
    horizon_year as horizon_year,
)
from pipeline.target_values import (
    measure_class as measure_class,
)
from pipeline.target_values import (
    number_text as number_text,
)
from pipeline.target_values import (
    value_text as value_text,
)
from pipeline.versions import InForce, Replacement, in_force, same_topic

LISTED_ALL = 150     # communes up to which every group lists them all
_IN_PLAN = 24        # bits that number the targets of one plan
LISTED_SHARE = 0.2   # share of communes with a target from which a group of a larger batch lists the others as "not set"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All groups in the catalogue's order, years ascending, no horizon last; `apart` are the sources of plans that are
    no commune's (a province, a department, a plan that names no commune); `replaced`: plans that a newer one replaces; `force` says what holds
    of which plan (it holds no plans); `sources`: the plans in force by commune key. Groups may be read from disk each time they are
    asked for (`pipeline.groups.GroupStore`)."""

    groups: Sequence[Group]
    communes: tuple[Commune, ...]
    apart: tuple[str, ...]
    replaced: tuple[Replacement, ...] = ()
    force: InForce = field(default_factory=lambda: InForce((), ()), compare=False)
    sources: Mapping[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict, compare=False)


_Items = Sequence[tuple[PlanRecord, Target]]
_Years = dict[int | None, dict[Commune, list[tuple[PlanRecord, Target]]]]


def compare(plans: Sequence[PlanRecord], confirmed: Mapping[str, str | None] | None = None,
            indicators: Mapping[str, Indicator] | None = None, baseline: Floors | None = None,
            full: Callable[[str], PlanRecord] | None = None, folder: Path | None = None, joined: Joined = joined_outcomes,
            contents: Mapping[str, str] | None = None) -> Comparison:
    """Group the targets of all commune plans that are in force; the order of `plans` does not matter.

    `indicators`: what `with_indicators` gave beside these very plans, so that it need not run again. `baseline`: floors
    of a file (`pipeline.baseline.read_baseline`); they come before those that plans of higher bodies among `plans` set.
    `full`, `contents`: as for `in_force`, where `plans` are light ones (`pipeline.prepared.light`). `folder`: where the groups are kept on
    disk; without one they stay in memory. `joined`: whether a target's wording names two outcomes."""
    ordered = sorted(plans, key=lambda p: (p.source, p.plan_id))
    if indicators is None:
        ordered, indicators = with_indicators(ordered, confirmed)
    state = in_force(ordered, full, contents)
    given, found = baseline or Floors(), from_plans(ordered)
    floors = Floors((*given.items, *found.items), given.indicators)
    indicators = {**floors.indicators, **indicators}
    own = [p for p in state.plans if p.plan.commune]
    communes = _communes(own)
    everyone = tuple(sorted(communes.values(), key=lambda c: (collated(c.label), c.key)))
    filed = _Filed(own, [communes[_key(p)] for p in own])
    asked = _asked(ordered, own, communes)
    with_floor = set(floors.pairs(c.key[2] for c in everyone))
    for iid, year in with_floor:
        if any((f := floors.of(iid, year, c.key[2])) and f.source not in asked[c] for c in everyone):
            filed.add_year(iid, year)  # a floor that no commune took over is a group, too
    rank = {iid: n for n, iid in enumerate(catalogue())}
    older = _older(ordered, state)
    order = {c: n for n, c in enumerate(everyone)}

    def indicator(iid: str) -> Indicator:
        return indicators.get(iid) or catalogue()[iid]

    def made() -> Iterator[Group]:
        for iid in sorted(filed.indicators, key=lambda i: (rank.get(i, len(rank)), i)):
            years = filed.years(iid)
            for year in sorted(years, key=_year_order):
                listed = _listed(years, year, everyone, order, (iid, year) in with_floor)
                yield _measured(_group(indicator(iid), year, listed, years, older, len(everyone), joined), floors, asked)

    groups = tuple(made()) if folder is None else GroupStore(made(), everyone, own, floors.items, indicator, folder)
    return Comparison(groups, everyone, tuple(p.source for p in ordered if not p.plan.commune), state.replaced, replace(state, plans=()),
                      _sources(own))


class _Filed:
    """Where the targets of each indicator stand in the plans in force, a few bytes for each."""

    def __init__(self, plans: Sequence[PlanRecord], communes: Sequence[Commune]) -> None:
        self._plans, self._communes = plans, communes
        self._at: dict[str, array[int]] = {}
        self._more: dict[str, set[int]] = defaultdict(set)
        for n, plan in enumerate(plans):
            for k, target in enumerate(plan.targets):
                if part_of(target):  # what one village gets is no commitment of the commune
                    continue
                iid = target.indicator_id or ""
                if iid not in self._at:
                    self._at[iid] = array("Q")
                self._at[iid].append(n << _IN_PLAN | k)

    def add_year(self, iid: str, year: int) -> None:
        """A year in which no commune may have a target of the indicator."""
        self._more[iid].add(year)

    @property
    def indicators(self) -> set[str]:
        return {*self._at, *self._more}

    def years(self, iid: str) -> _Years:
        """The targets of an indicator, by year and commune."""
        out: _Years = {}
        for at in self._at.get(iid, ()):
            plan = self._plans[at >> _IN_PLAN]
            target = plan.targets[at & (1 << _IN_PLAN) - 1]
            out.setdefault(horizon_year(target.horizon), {}).setdefault(self._communes[at >> _IN_PLAN], []).append((plan, target))
        for year in self._more.get(iid, ()):
            out.setdefault(year, {})
        return out


def _sources(plans: Sequence[PlanRecord]) -> dict[tuple[str, str, str], tuple[str, ...]]:
    out: dict[tuple[str, str, str], list[str]] = {}
    for plan in plans:
        out.setdefault(_key(plan), []).append(plan.source)
    return {key: tuple(found) for key, found in out.items()}


def _listed(years: _Years, year: int | None, everyone: Sequence[Commune], order: Mapping[Commune, int], floor: bool) -> Sequence[Commune]:
    """The communes that a group has cells for: all, unless they are very many and few of them know the indicator."""
    if len(everyone) <= LISTED_ALL or floor or len(years[year]) >= LISTED_SHARE * len(everyone):
        return everyone
    return sorted({c for here in years.values() for c in here}, key=order.__getitem__)


_Older = Mapping[str, Sequence[tuple[Replacement, PlanRecord]]]


def _older(plans: Sequence[PlanRecord], state: InForce) -> _Older:
    """By source of a plan in force: the plans that it replaced, copies of itself aside."""
    by_source = {p.source: p for p in plans}
    out: dict[str, list[tuple[Replacement, PlanRecord]]] = {}
    for r in state.replaced:
        if r.reason != "duplicate":
            out.setdefault(r.new, []).append((r, by_source[r.old]))
    return out


def _replaced_values(plan: PlanRecord, target: Target, older: _Older) -> list[str]:
    """Values of plans set aside that differ from the one in force: "80 % (cu.docx)"."""
    return list(dict.fromkeys(
        f"{value_text(t)} ({r.old})" for r, old in older.get(plan.source, ()) for t in old.targets
        if t.indicator_id == target.indicator_id and horizon_year(t.horizon) == horizon_year(target.horizon) and has_number(t)
        and (t.value, t.value_high) != (target.value, target.value_high)))


def _asked(plans: Sequence[PlanRecord], own: Sequence[PlanRecord], communes: Mapping[tuple[str, str, str], Commune]) -> dict[Commune, set[str]]:
    """By commune: sources of the plans of higher bodies whose topic none of the commune's plans has."""
    higher = [p for p in plans if not p.plan.commune]
    out: dict[Commune, set[str]] = {c: {p.source for p in higher} for c in communes.values()}
    for plan in own:
        out[communes[_key(plan)]] -= {p.source for p in higher if same_topic(p, plan)}
    return out


def _measured(group: Group, floors: Floors, elsewhere: Mapping[Commune, set[str]]) -> Group:
    """The group with robust statistics and every cell against its floor."""
    values = [c.value for c in group.cells if c.compared and c.value is not None]
    apart = iter(outliers(values))
    cells = [replace(c, outlier=next(apart)) if c.compared and c.value is not None else c for c in group.cells]
    if floors.items and group.year is not None:
        cells = [_against(c, group, floors, elsewhere[c.commune]) for c in cells]
    return replace(group, cells=tuple(cells), mad=mad(values))


def _against(cell: Cell, group: Group, floors: Floors, elsewhere: set[str]) -> Cell:
    floor = floors.of(group.indicator.id, group.year, cell.commune.key[2])
    if floor is None:
        return cell
    wanted = effective_value(floor.target, group.indicator)
    if cell.status == "not_set":
        if floor.source in elsewhere:
            return cell  # a plan on another topic leaves nothing out
        return replace(cell, floor=floor, against="no_target")
    lower = group.indicator.direction == "lower" or floor.target.comparator in ("<", "<=", "rank")
    caps = cell.target is not None and cell.target.comparator in ("<", "<=") and not lower
    if (cell.status != "set" or cell.target is None or cell.value is None or wanted is None or caps
            or measure_class(cell.target, group.indicator) != measure_class(floor.target, group.indicator)):
        return replace(cell, floor=floor, against="not_comparable")
    gap = round(cell.value - wanted, 10)
    against: Against = "at_baseline" if gap == 0 else "above" if (gap < 0) == lower else "below_baseline"
    return replace(cell, floor=floor, gap=gap, against=against)


def _year_order(year: int | None) -> tuple[bool, int]:
    return (year is None, year or 0)


def _key(plan: PlanRecord) -> tuple[str, str, str]:
    p = plan.plan
    return (p.commune_type or "", p.commune or "", p.province or "")


def _communes(plans: Sequence[PlanRecord]) -> dict[tuple[str, str, str], Commune]:
    keys = sorted({_key(p) for p in plans})
    names = Counter(name for _, name, _ in keys)
    typed = Counter((kind, name) for kind, name, _ in keys)
    out = {}
    for kind, name, province in keys:
        label = name
        if names[name] > 1:
            label = f"{kind} {name}".strip() if typed[(kind, name)] == 1 else f"{kind} {name} ({province or 'không rõ tỉnh'})".strip()
        out[(kind, name, province)] = Commune((kind, name, province), label)
    return out


def _preference(item: tuple[PlanRecord, Target]) -> tuple[object, ...]:
    """Of several targets of one commune the one with a number leads, then one of a target section or table before one
    embedded in a task, then the year's before those of its quarters (the last one of these), then the newer plan, the
    surer reading, the earlier place."""
    plan, target = item
    date = plan.plan.issue_date or ""
    step = tuple(-ord(c) for c in target.horizon or "") if is_step(target) else ()
    return (not has_number(target), target.origin == "task", step, tuple(-ord(c) for c in date) or (0,),
            -target.confidence, plan.source, target.span.numbers or target.lines or (), target.id)


def _group(indicator: Indicator, year: int | None, everyone: Sequence[Commune], years: _Years, older: _Older, of: int, joined: Joined) -> Group:
    here = years[year]
    loose = years.get(None, {})
    chosen = {c: min(items, key=_preference) for c, items in here.items()}
    caveats: list[str] = []
    usual, reasons = comparable_class(indicator, chosen) if year is not None else (set(), [])
    caveats += reasons
    values = {c: effective_value(t, indicator) for c, (_, t) in chosen.items() if c in usual}
    compared = {c: v for c, v in values.items() if v is not None}
    low, high = (min(compared.values()), max(compared.values())) if compared else (None, None)
    middle = round(median(compared.values()), 10) if compared else None
    cells: list[Cell] = []
    for commune in everyone:
        note = _elsewhere(year, commune, years)
        if commune in chosen:
            plan, target = chosen[commune]
            status: Status = "no_horizon" if year is None else "set" if has_number(target) else "qualitative"
            value = compared.get(commune)
            others = _other_values(here[commune], target)
            note = "; ".join(filter(None, [conversion_text(target, indicator), f"còn nêu {others}" if others else "", note]))
            cells.append(Cell(commune, status, target, plan, effective_value(target, indicator), value is not None,
                              None if value is None or middle is None else round(value - middle, 10),
                              None if value is None else _rank(value, compared.values(), indicator.direction), note))
        elif year is not None and commune in loose:
            plan, target = min(loose[commune], key=_preference)
            cells.append(Cell(commune, "no_horizon", target, plan, effective_value(target, indicator), note=note))
        else:
            cells.append(Cell(commune, "not_set", note=note))
    if year is None:
        caveats.append("Kế hoạch không nêu mốc thời gian: chỉ liệt kê, không tính chênh lệch")
    caveats += wording_caveats(indicator, chosen, joined)
    caveats += [f"{c.label} nêu nhiều mức ở cùng mốc: lấy {value_text(chosen[c][1])}, còn nêu {others}"
                for c in everyone if c in chosen and (others := _other_values(here[c], chosen[c][1]))]
    caveats += [f"{c.label}: lấy theo kế hoạch đang có hiệu lực ({plan.source}); bản cũ nêu {', '.join(before)}"
                for c, (plan, target) in chosen.items() if (before := _replaced_values(plan, target, older))]
    comparability: Comparability = "caveat" if caveats else "comparable"
    if year is None or len(compared) < 2:
        comparability = "not_comparable"
        if year is not None:
            caveats.insert(0, _why_alone(len(chosen), len(compared)))
    spread = round(high - low, 10) if low is not None and high is not None and len(compared) > 1 else None
    return Group(indicator, year, tuple(cells), low, high, middle, spread, comparability, tuple(dict.fromkeys(caveats)), of=of)


def _why_alone(having: int, compared: int) -> str:
    if having == 1:
        return "Chỉ một xã nêu chỉ tiêu này ở mốc này"
    return "Chưa có hai xã cùng nêu con số so sánh được" if compared else "Không xã nào nêu con số so sánh được"


def _rank(value: float, values: Iterable[float], direction: str) -> int:
    """1 is the most demanding; equal values share a rank."""
    return 1 + sum(v < value if direction == "lower" else v > value for v in values)


def _elsewhere(year: int | None, commune: Commune, years: _Years) -> str:
    """Where else the commune sets this indicator: "ở mốc khác: 2025 (≥70 %)"."""
    parts = [f"{other} ({value_text(min(years[other][commune], key=_preference)[1])})"
             for other in sorted(years, key=_year_order) if other not in (year, None) and commune in years[other]]
    return "ở mốc khác: " + ", ".join(parts) if parts else ""


def _other_values(items: _Items, chosen: Target) -> str:
    """Differing values of the same commune, indicator and year, as text; "" if all agree."""
    texts = {value_text(t): None for _, t in sorted(items, key=_preference)
             if (t.value, t.value_high) != (chosen.value, chosen.value_high) and (has_number(t) or not has_number(chosen))
             and t is not chosen and has_number(t) and not part_of(t) and (t.horizon == chosen.horizon or not is_step(t))}
    return ", ".join(texts)


def commune_of(comparison: Comparison, plan: PlanRecord) -> Commune:
    """The commune of the comparison that a plan is of. Raises KeyError for a plan that is not in it."""
    return {c.key: c for c in comparison.communes}[_key(plan)]
