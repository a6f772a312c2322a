"""Floors that communes must reach: targets of the province's or a ministry's plan in the batch, or of a CSV file.

Hands on `Floors`, which knows the floor of a commune for an indicator and year: its own province's, else one that holds
everywhere. A commune whose province nobody printed has only the latter.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from extractors.errors import UsageError
from normalizers.indicators import Indicator, catalogue, match, provisional_id
from normalizers.places import find_province, merged_into
from normalizers.text import fold
from pipeline.plan_text import where
from pipeline.records import Comparator, PlanRecord, Target
from pipeline.target_values import has_number, horizon_year

Against = Literal["below_baseline", "at_baseline", "above", "no_target", "not_comparable"]
COLUMNS = ("indicator_id", "indicator", "horizon_year", "comparator", "value", "unit", "province")
_COMPARATORS: dict[str, Comparator] = {"": ">=", ">=": ">=", "≥": ">=", ">": ">", "<=": "<=", "≤": "<=", "<": "<", "=": "="}
_NATIONAL = re.compile(r"(?:^|\W)(?:bộ|chính phủ|thủ tướng|quốc hội|trung ương|ban bí thư)(?!\w)")
_LOCAL = re.compile(r"(?<!\w)(?:xã|phường|đặc khu|thị trấn)(?!\w)(?! hội)")


@dataclass(frozen=True, slots=True)
class Floor:
    """One floor: the target that sets it, the year, the province it holds in (None: everywhere), and where it stands."""

    indicator_id: str
    year: int
    target: Target
    province: str | None
    source: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors of a run; `indicators` names those that are not in the catalogue."""

    items: tuple[Floor, ...] = ()
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    _at: dict[tuple[str, int | None], list[Floor]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for floor in self.items:
            self._at.setdefault((floor.indicator_id, floor.year), []).append(floor)

    def of(self, indicator_id: str, year: int | None, province: str | None) -> Floor | None:
        """The floor of a commune of `province`; the most demanding where one body sets several."""
        found = self._at.get((indicator_id, year))
        if not found:
            return None
        own = [f for f in found if f.province is not None and province and _same_province(f.province, province)]
        everywhere = [f for f in found if f.province is None]
        return next(iter(own or everywhere), None)

    def pairs(self, provinces: Iterable[str]) -> list[tuple[str, int]]:
        """Indicator and year of every floor that holds for a commune of one of the provinces."""
        given = [p for p in provinces if p]
        return list(dict.fromkeys((f.indicator_id, f.year) for f in self.items
                                  if f.province is None or any(_same_province(f.province, p) for p in given)))


def _same_province(a: str, b: str) -> bool:
    if a == b:
        return True
    left, right = find_province(a) or merged_into(a), find_province(b) or merged_into(b)
    return left is not None and left == right if left or right else fold(a) == fold(b)


def is_higher_plan(plan: PlanRecord) -> bool:
    """Whether a plan is of a province, a department of it, or a central body: no commune of its own, and not the plan
    of a commune whose name could not be read (its head names a xã, phường or đặc khu)."""
    p = plan.plan
    if p.commune:
        return False
    head = [fold(r.text) for r in plan.ledger if r.role in ("header", "title")][:14]
    issuer = fold(" ".join(filter(None, [p.issuer])))
    if any(_LOCAL.search(t) and not t.startswith(("cộng hòa", "độc lập")) and "các xã" not in t and "cấp xã" not in t for t in head[:4]):
        return False
    return bool(p.province) or bool(_NATIONAL.search(issuer)) or any(_NATIONAL.match(t) for t in head[:3])


def shared_measure(target: Target) -> bool:
    """Whether a higher body's number can be asked of each commune: a share or a level, not a count, sum, score or rank
    of the whole province or country."""
    return target.unit in ("%", "level") or (target.unit is None and target.indicator_id in catalogue()
                                              and catalogue()[target.indicator_id].unit in ("%", "level"))


def from_plans(plans: Sequence[PlanRecord]) -> Floors:
    """Floors that the plans of higher bodies in a batch set (shares and levels with a year)."""
    items = []
    for plan in plans:
        if not is_higher_plan(plan):
            continue
        for target in plan.targets:
            year = horizon_year(target.horizon)
            if year is not None and target.indicator_id and has_number(target) and target.origin != "task" and shared_measure(target):
                items.append(Floor(target.indicator_id, year, target, plan.plan.province, plan.source, where(target)))
    return Floors(tuple(items))


def read_baseline(path: Path) -> Floors:
    """Floors of a CSV file (UTF-8, comma or semicolon) with the columns `COLUMNS`: `indicator_id` of the catalogue, or
    `indicator` in words; `horizon_year`; `comparator` (≥ if empty); `value` (decimal comma or point); `unit`;
    `province` (empty: everywhere). Raises UsageError that says the line and what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: không đọc được tệp mức sàn ({error}). Hãy lưu tệp dạng CSV UTF-8.") from error
    first = text.split("\n", 1)[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    names = {(n or "").strip().lower() for n in rows.fieldnames or ()}
    if "value" not in names or "horizon_year" not in names or not names & {"indicator_id", "indicator"}:
        raise UsageError(f"{path.name}: cần các cột {', '.join(COLUMNS)} (indicator_id hoặc indicator; unit, comparator và province có thể trống).")
    items: list[Floor] = []
    indicators: dict[str, Indicator] = {}
    for number, raw in enumerate(rows, start=2):
        row = {(k or "").strip().lower(): (v or "").strip().removeprefix("'") for k, v in raw.items() if isinstance(v, str) or v is None}
        if any(row.values()):
            items.append(_floor(row, path.name, number, indicators))
    return Floors(tuple(items), indicators)


def _number(text: str) -> float | None:
    clean = text.replace("%", "").replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", clean):
        clean = clean.replace(".", "")
    try:
        return float(clean.replace(",", "."))
    except ValueError:
        return None


def _floor(row: Mapping[str, str], name: str, number: int, indicators: dict[str, Indicator]) -> Floor:
    def wrong(what: str) -> UsageError:
        return UsageError(f"{name}, dòng {number}: {what}")

    value = _number(row["value"])
    if value is None:
        raise wrong(f"cột value cần một con số, đang là “{row['value']}”")
    if not re.fullmatch(r"(?:19|20|21)\d\d", row["horizon_year"]):
        raise wrong(f"cột horizon_year cần một năm, đang là “{row['horizon_year']}”")
    comparator = _COMPARATORS.get(row.get("comparator", "").strip())
    if comparator is None:
        raise wrong(f"cột comparator cần một trong ≥ > ≤ < =, đang là “{row.get('comparator')}”")
    unit = row.get("unit") or ("%" if "%" in row["value"] else "") or None
    iid, words = row.get("indicator_id", ""), row.get("indicator", "")
    if iid and iid not in catalogue() and not iid.startswith("tam-"):
        raise wrong(f"không có chỉ tiêu “{iid}” trong danh mục")
    if not iid:
        if not words:
            raise wrong("cần indicator_id hoặc indicator")
        iid = match(words, unit, comparator).indicator_id or provisional_id(words)
    if iid not in catalogue():
        from normalizers.indicator_concepts import direction_of

        indicators[iid] = Indicator(iid, words or iid, unit or "", direction_of(words), "", "")
    province = row.get("province") or None
    if province:
        known = find_province(province) or merged_into(province)
        if known is None:
            raise wrong(f"không có tỉnh, thành phố “{province}”")
        province = known.name
    target = Target(id=f"B{number:03d}", indicator=words or (catalogue()[iid].name if iid in catalogue() else iid), comparator=comparator,
                    value=value, unit=unit, horizon=row["horizon_year"], indicator_id=iid, indicator_confidence=1.0)
    return Floor(iid, int(row["horizon_year"]), target, province, name, f"dòng {number}")
