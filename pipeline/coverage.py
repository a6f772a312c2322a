"""Coverage: which targets and tasks of the province's (or a ministry's) plan each commune took over, tightened, weakened or left out.

Targets are aligned by indicator and horizon year, tasks (and targets outside the catalogue) by wording. Hands on rows with
both quotes. Communes are held against plans of their own province, and of central bodies, on the same topic only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from normalizers.indicators import PROVISIONAL, Indicator, catalogue
from normalizers.text import fold
from pipeline.baseline import Floor, Floors, is_higher_plan, shared_measure
from pipeline.comparison import (
    Commune,
    Comparison,
    commune_of,
    effective_value,
    has_number,
    horizon_year,
    measure_class,
    value_text,
)
from pipeline.likeness import Likeness, alike, best
from pipeline.plan_text import day_text, quote, where, wording
from pipeline.records import PlanRecord, Record, Target, Task
from pipeline.versions import same_topic

Status = Literal["taken_over", "tightened", "weakened", "doubtful", "other_horizon", "left_out", "not_asked"]
TAKEN = 0.42     # likeness at which a commune's wording carries the province's
_AS_NEAR = 0.02  # scores this near each other are the same wording
DOUBTFUL = 0.3   # likeness at which it may
STATUS_TEXT: dict[Status, str] = {
    "taken_over": "giữ nguyên", "tightened": "cao hơn", "weakened": "thấp hơn", "doubtful": "có thể có", "other_horizon": "mốc khác", "left_out": "bỏ",
    "not_asked": "không giao xã"}
_STATUSES: tuple[Status, ...] = tuple(STATUS_TEXT)
# Units and wordings by which a higher plan hands a duty to communes.
_DOWN = re.compile(r"(?<!\w)(?:(?<!hợp tác )xã(?! hội)|phường|đặc khu|thị trấn|địa phương|cơ sở|các cấp|thôn|các bản|tổ dân phố|khu dân cư|ubnd các|trạm y tế|tổ công nghệ số cộng đồng)(?!\w)")
# … and by which it keeps one for itself.
_OWN = re.compile(r"(?<!\w)(?:(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|của|toàn|cấp|trung tâm dữ liệu|lãnh đạo) (?:tỉnh|thành phố|bộ)|tỉnh ủy|thành ủy|khu công nghiệp|khu kinh tế|"
                  r"sở, ban,? ngành|bộ, ngành|tfp|r&d|grdp|gdp|xuất khẩu|trên địa bàn tỉnh|trên địa bàn thành phố|cả nước|toàn quốc)(?!\w)")
# A department's duty to its own committee, whatever it is about.
_ADVICE = re.compile(r"(?<!\w)(?:tham mưu|trình|báo cáo)(?: cho)? (?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|chủ tịch ubnd|ban thường vụ) (?:tỉnh|thành phố)|(?<!\w)tham mưu (?:tỉnh ủy|thành ủy)")


@dataclass(frozen=True, slots=True)
class Covered:
    """One record of a higher plan against one commune: `score` 0–1 is the likeness of the wordings (1 for the same
    indicator), `reason` is Vietnamese, `record` and `plan` the commune's, None where it was left out."""

    higher: PlanRecord
    asked: Record
    commune: Commune
    status: Status
    score: float
    reason: str
    plan: PlanRecord | None = None
    record: Record | None = None


def coverage(plans: Sequence[PlanRecord], comparison: Comparison) -> list[Covered]:
    """All records of higher plans × communes that they hold for, in the order of communes, plans, records.

    `plans` with indicators assigned; `comparison` of the same plans names the communes."""
    ordered = sorted(plans, key=lambda p: (p.source, p.plan_id))
    higher = [p for p in ordered if is_higher_plan(p) and (p.targets or p.tasks)]
    by_commune: dict[Commune, list[PlanRecord]] = {}
    for given in ordered if higher else ():
        plan = comparison.force.kept(given)
        if plan is not None and plan.plan.commune:
            by_commune.setdefault(commune_of(comparison, plan), []).append(plan)
    return [row for commune in comparison.communes for row in covered(higher, commune, by_commune.get(commune, []))]


def covered(higher: Sequence[PlanRecord], commune: Commune, own: Sequence[PlanRecord]) -> Iterator[Covered]:
    """What one commune, whose plans in force are `own`, took over of each of the `higher` plans that hold for it."""
    for top in higher:
        given = [p for p in own if _holds_for(top, p) and same_topic(top, p)]
        if given:
            yield from _against(top, commune, given)


def _asked_targets(plan: PlanRecord) -> list[Target]:
    return [t for t in plan.targets if t.origin != "task"]


def _holds_for(top: PlanRecord, plan: PlanRecord) -> bool:
    floor = Floor("", 0, Target(id="", indicator="", comparator="="), top.plan.province, top.source)
    return Floors((floor,)).of("", 0, plan.plan.province) is not None


def _against(top: PlanRecord, commune: Commune, given: Sequence[PlanRecord]) -> Iterator[Covered]:
    asked = _asked_targets(top)
    found = _nearest([t.indicator for t in asked], given, "target")
    for i, target in enumerate(asked):
        yield _kept(_target(top, target, commune, given, found.get(i)))
    found = _nearest([t.text for t in top.tasks], given, "task")
    for i, task in enumerate(top.tasks):
        yield _kept(_task(top, task, commune, found.get(i)))


def _nearest(asked: Sequence[str], given: Sequence[PlanRecord], kind: Literal["target", "task"]) -> dict[int, tuple[float, PlanRecord, int]]:
    """By number of the asked wording: the likeness, plan and number of the record nearest to it, where it comes near."""
    texts = [[t.indicator for t in p.targets] if kind == "target" else [t.text for t in p.tasks] for p in given]
    likeness = Likeness([*asked, *(text for some in texts for text in some)])
    rows = likeness.rows(asked)
    out: dict[int, tuple[float, PlanRecord, int]] = {}
    for plan, some in zip(given, texts, strict=True):
        scores = alike(rows, likeness.rows(some))
        for i, (score, j) in best(scores, DOUBTFUL).items():
            if score > out.get(i, (0.0, plan, 0))[0]:
                out[i] = (score, plan, j if kind == "target" else _dated(scores[i], j, plan))
    return out


def _kept(row: Covered) -> Covered:
    """A record that the higher body keeps for itself leaves nothing out in communes."""
    if row.status in ("left_out", "doubtful") and (why := _not_asked(row.asked)):
        return replace(row, status="not_asked", reason=why, plan=None, record=None)
    return row


def _not_asked(asked: Record) -> str:
    """Why a record of a higher plan is no affair of communes; "" where it is, or nothing tells."""
    units = [(fold(u.name), u.level) for u in (*asked.lead_units, *asked.support_units)] or [(fold(n), "") for n in (*asked.lead, *asked.support)]
    text = fold(wording(asked))
    above_communes = bool(asked.lead_units) and all(u.level in ("province", "ministry") for u in asked.lead_units)
    if above_communes and _ADVICE.search(text) and not any(_DOWN.search(fold(u.name)) for u in asked.support_units):
        return f"việc của cấp trên ({asked.lead[0] if asked.lead else asked.lead_units[0].name} chủ trì), không giao cho xã"
    if _DOWN.search(text) or any(_DOWN.search(name) for name, _ in units):
        return ""
    if units and all(level in ("province", "ministry", "") or "cơ quan, đơn vị" in name for name, level in units):
        return f"việc của cấp trên ({asked.lead[0] if asked.lead else units[0][0]} chủ trì), không giao cho xã"
    if _OWN.search(text):
        return "nội dung của cả địa bàn cấp trên"
    if isinstance(asked, Target) and has_number(asked) and not shared_measure(asked):
        return "con số của cả địa bàn cấp trên"
    return ""


def _dated(scores: Any, j: int, plan: PlanRecord) -> int:
    """The nearest task, or one just as near that has a deadline: plans repeat tasks of the prose in a table with dates."""
    near = [n for n in (scores >= scores[j] - _AS_NEAR).nonzero()[0].tolist() if _due(plan.tasks[n])]
    return j if _due(plan.tasks[j]) or not near else int(near[0])


def _due(task: Task) -> bool:
    return task.deadline is not None and task.deadline.due is not None


def _indicator(target: Target) -> Indicator:
    iid = target.indicator_id or ""
    return catalogue().get(iid) or Indicator(iid, target.indicator, target.unit or "", "higher", "", "")


def _target(top: PlanRecord, asked: Target, commune: Commune, given: Sequence[PlanRecord], alike: tuple[float, PlanRecord, int] | None) -> Covered:
    same = [(p, t) for p in given for t in p.targets if t.indicator_id == asked.indicator_id and asked.indicator_id]
    score = 1.0
    if not same and alike and (asked.indicator_id or PROVISIONAL).startswith(PROVISIONAL):
        score, plan, j = alike
        if score >= TAKEN:
            same = [(plan, plan.targets[j])]
    year = horizon_year(asked.horizon)
    here = [(p, t) for p, t in same if horizon_year(t.horizon) == year]
    if here:
        plan, target = min(here, key=lambda i: (not has_number(i[1]), i[1].origin == "task", i[1].id))
        status, reason = _values(asked, target)
        return Covered(top, asked, commune, status, score, reason, plan, target)
    if same:
        plan, target = same[0]
        years = ", ".join(dict.fromkeys(f"{value_text(t)} ({horizon_year(t.horizon) or 'không nêu mốc'})" for _, t in same))
        return Covered(top, asked, commune, "other_horizon", score, f"cấp trên {value_text(asked)} ({year or 'không nêu mốc'}), xã {years}", plan, target)
    if alike and alike[0] >= TAKEN and not has_number(asked):
        score, plan, j = alike
        return Covered(top, asked, commune, "doubtful", score, "lời văn gần giống, chưa chắc cùng chỉ tiêu", plan, plan.targets[j])
    return Covered(top, asked, commune, "left_out", alike[0] if alike else 0.0, "không thấy chỉ tiêu này trong kế hoạch của xã")


def _values(asked: Target, given: Target) -> tuple[Status, str]:
    indicator = _indicator(asked)
    wanted, value = effective_value(asked, indicator), effective_value(given, indicator)
    said = f"cấp trên {value_text(asked)}, xã {value_text(given)}"
    if wanted is None and value is None:
        return "taken_over", said
    if wanted is None:
        return "tightened", said + ": xã nêu con số"
    if value is None:
        return "weakened", said + ": xã không nêu con số"
    if (asked.comparator in ("<", "<=")) != (given.comparator in ("<", "<=")) and asked.indicator_id != given.indicator_id:
        return "doubtful", said + ": lời văn gần giống nhưng khác chiều"
    if measure_class(asked, indicator) != measure_class(given, indicator):
        return "doubtful", said + ": khác đơn vị hoặc cách tính"
    if value == wanted:
        return "taken_over", said
    if not shared_measure(asked):
        return "taken_over", said + ": số của cả địa bàn cấp trên, không so mức"
    lower = indicator.direction == "lower" or asked.comparator in ("<", "<=", "rank")
    return ("weakened" if (value > wanted) == lower else "tightened"), said


def _task(top: PlanRecord, asked: Task, commune: Commune, alike: tuple[float, PlanRecord, int] | None) -> Covered:
    if alike is None:
        return Covered(top, asked, commune, "left_out", 0.0, "không thấy nhiệm vụ tương tự")
    score, plan, j = alike
    given = plan.tasks[j]
    if score < TAKEN:
        return Covered(top, asked, commune, "doubtful", score, "lời văn chỉ gần giống", plan, given)
    status, reason = _deadlines(asked, given)
    return Covered(top, asked, commune, status, score, reason, plan, given)


def _deadlines(asked: Task, given: Task) -> tuple[Status, str]:
    a, b = asked.deadline, given.deadline
    if a is None or a.due is None:
        return "taken_over", "lời văn tương tự"
    if b is None or b.due is None:
        return "weakened", f"cấp trên có hạn {day_text(a.due)}, xã {'không nêu hạn' if b is None else f'ghi “{b.raw}”'}"
    if a.due == b.due:
        return "taken_over", f"cùng hạn {day_text(a.due)}"
    return ("weakened" if b.due > a.due else "tightened"), f"hạn của cấp trên {day_text(a.due)}, của xã {day_text(b.due)}"


def coverage_row(c: Covered) -> dict[str, object]:
    """A row of `coverage.csv`."""
    return {
        "higher_source": c.higher.source, "higher_province": c.higher.plan.province, "kind": "target" if isinstance(c.asked, Target) else "task",
        "higher_record": c.asked.id, "higher_quote": _said(c.asked), "higher_place": where(c.asked),
        "commune": c.commune.label, "province": c.commune.key[2], "status": c.status, "score": c.score, "reason": c.reason,
        "source": c.plan.source if c.plan else None, "record": c.record.id if c.record else None,
        "quote": _said(c.record) if c.record else None, "place": where(c.record) if c.record else None}


def _said(record: Record) -> str:
    if isinstance(record, Target):
        year = horizon_year(record.horizon)
        return f"{quote(record.indicator, 300)}: {value_text(record)}" + (f" ({year})" if year else "")
    return quote(wording(record), 400)


class Matrix:
    """`coverage_matrix.csv` as the rows of `coverage.csv` go by: one row per record of a higher plan, communes as columns."""

    def __init__(self, comparison: Comparison) -> None:
        self._labels = [c.label for c in comparison.communes]
        self._at = {label: n for n, label in enumerate(self._labels)}
        self._rows: dict[tuple[str, str, str], tuple[dict[str, object], bytearray]] = {}
        self._used: set[str] = set()

    def add(self, c: Covered) -> None:
        key = (c.higher.source, "target" if isinstance(c.asked, Target) else "task", c.asked.id)
        if key not in self._rows:  # one byte for a commune: its status, from 1
            self._rows[key] = ({"higher_source": key[0], "kind": key[1], "higher_record": key[2], "higher_quote": _said(c.asked)}, bytearray(len(self._labels)))
        self._rows[key][1][self._at[c.commune.label]] = _STATUSES.index(c.status) + 1
        self._used.add(c.commune.label)

    def made(self) -> tuple[list[str], Iterator[dict[str, object]]]:
        """Columns (commune labels) and rows."""
        return [label for label in self._labels if label in self._used], map(self._row, self._rows.values())

    def _row(self, row: tuple[dict[str, object], bytearray]) -> dict[str, object]:
        head, given = row
        count = {status: given.count(n) for n, status in enumerate(_STATUSES, 1)}
        return {**head, "taken_over": count["taken_over"] + count["tightened"], "left_out": count["left_out"],
                **{label: STATUS_TEXT[_STATUSES[given[n] - 1]] for label, n in self._at.items() if given[n]}}
