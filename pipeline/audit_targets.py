"""Findings about targets: no horizon, no number, impossible numbers, two values for one thing, commitments said twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from normalizers.indicator_concepts import is_bare
from normalizers.indicator_variants import Variant, differences
from normalizers.indicators import PROVISIONAL, Indicator, catalogue
from normalizers.scales import scale
from normalizers.text import fold, squash
from pipeline.audit_kinds import about
from pipeline.comparison import DOUBTFUL, effective_value, has_number, horizon_year, measure_class, value_text
from pipeline.plan_text import position, quote, share_text, wording, words
from pipeline.records import Finding, PlanRecord, Record, Target, Task
from pipeline.series import plan_series
from pipeline.target_values import is_step, part_of

_ALONE = 1        # up to so many records get a finding each, more share one
_GROWTH = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|gấp|so với|tốc độ|tăng trưởng|dự toán|chỉ tiêu giao|kế hoạch giao|kế hoạch năm|công suất|"
                     r"mức bình quân|bình quân chung|lợi nhuận|biến động)(?!\w)")
_SCALE = re.compile(r"(?:/ ?100|/ ?1\.?000|thang|trên 100|điểm)(?!\w)")


def _each_or_all(kind: str, plan: PlanRecord, found: Sequence[Record], one: str, many: str, whole: int) -> Iterator[Finding]:
    if 0 < len(found) <= _ALONE:
        for record in found:
            yield about(kind, plan, one.format(quote(wording(record), 120)), [record], raw=True)
    elif found:
        yield about(kind, plan, many.format(share_text(len(found), whole)), found)


def gaps(plan: PlanRecord) -> Iterator[Finding]:
    """Targets without horizon, without number, without unit (where the indicator has one)."""
    targets = [t for t in plan.targets if t.origin != "task"]
    open_ends = [t for t in targets if horizon_year(t.horizon) is None]
    yield from _each_or_all("target-no-horizon", plan, open_ends, "Chỉ tiêu không nêu mốc thời gian: “{}”",
                            "{} chỉ tiêu không nêu mốc thời gian: không so sánh được với các xã khác", len(targets))
    plain = [t for t in targets if t.comparator == "qualitative" or (t.comparator == "rank" and t.value is None)]
    yield from _each_or_all("target-no-number", plan, plain, "Chỉ tiêu không có con số để đo: “{}”",
                            "{} chỉ tiêu không có con số để đo", len(targets))
    known = catalogue()
    bare = [t for t in targets if has_number(t) and t.unit is None and t.comparator != "rank"
            and t.indicator_id in known and known[t.indicator_id].unit]
    yield from _each_or_all("target-no-unit", plan, bare, "Chỉ tiêu có con số nhưng không in đơn vị tính: “{}”",
                            "{} chỉ tiêu có con số nhưng không in đơn vị tính", len(targets))


def _top(target: Target) -> float:
    return max(target.value or 0.0, target.value_high or 0.0)


def impossible(plan: PlanRecord) -> Iterator[Finding]:
    """Shares over 100 % and indices over 1, growth rates and scores that name their scale left aside."""
    for t in plan.targets:
        if not has_number(t) or _top(t) <= 1 or t.unit not in ("%", "index"):
            continue
        text = fold(f"{t.indicator} {t.raw}") if t.unit == "index" or _top(t) > 100 else ""
        if t.unit == "%" and _top(t) > 100 and not t.direction and not t.base and not _GROWTH.search(text):
            yield about("target-percent-over-100", plan, f"Tỷ lệ {value_text(t)} vượt 100 %: “{quote(t.indicator, 100)}”", [t], raw=True)
        elif t.unit == "index" and _top(t) > 1 and t.comparator != "rank" and not _SCALE.search(text):
            yield about("target-index-over-1", plan, f"Chỉ số {value_text(t)} lớn hơn 1, không nêu thang điểm: “{quote(t.indicator, 100)}”", [t],
                        severity="error" if _top(t) > 100 else None, raw=True)


def reversals(plan: PlanRecord) -> Iterator[Finding]:
    """A later horizon that is less demanding than an earlier one."""
    for line in plan_series(plan):
        for earlier, later in line.reversals:
            yield about("target-reversal", plan, f"Mốc {later.year} ({value_text(later.target)}) kém mốc {earlier.year} ({value_text(earlier.target)}): "
                        f"“{quote(earlier.target.indicator, 100)}”", [earlier.target, later.target], raw=True)


def _sure(target: Target) -> bool:
    iid = target.indicator_id or ""
    return bool(iid) and (target.indicator_confidence is None or target.indicator_confidence >= DOUBTFUL)


def _indicator(target: Target) -> Indicator:
    iid = target.indicator_id or ""
    size = scale(target.unit or "")  # of one quantity all values count in its smallest unit
    return catalogue().get(iid) or Indicator(iid, target.indicator, size[0] if size else target.unit or "", "higher", "", "")


def _value(target: Target) -> tuple[float | None, str]:
    indicator = _indicator(target)
    return effective_value(target, indicator), measure_class(target, indicator)


def two_values(plan: PlanRecord) -> Iterator[Finding]:
    """One indicator at one horizon with two values (body against appendix, table against task), or a task's value
    without horizon that is none of the values that the target section gives."""
    groups: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for t in plan.targets:
        if _sure(t) and has_number(t) and not is_bare(t.indicator):
            groups[t.indicator_id or "", part_of(t)].append(t)
    for items in groups.values():
        years: dict[int | None, list[Target]] = defaultdict(list)
        for t in items:
            years[horizon_year(t.horizon)].append(t)
        for year, here in sorted(years.items(), key=lambda i: (i[0] is None, i[0] or 0)):
            first = here[0]
            other = [t for t in here[1:] if _value(t)[1] == _value(first)[1] and _value(t)[0] != _value(first)[0]
                     and _overlap(first, t) and position(t) != position(first)
                     and (t.horizon == first.horizon or not (is_step(t) or is_step(first)))]
            if other:
                scope = _scopes_differ(first, other[0])
                said = "; ".join(f"{value_text(t)}" for t in (first, *other))
                yield about("target-contradiction", plan, f"Một chỉ tiêu, {'mốc ' + str(year) if year else 'không nêu mốc'}, ghi các mức khác nhau ({said}): "
                            f"“{quote(first.indicator, 100)}”" + (f". Có thể khác phạm vi: {scope}" if scope else ""),
                            [first, *other], severity="info" if scope else None, raw=True)
        loose = [t for t in years.get(None, []) if t.origin == "task"]
        firm = [t for t in items if horizon_year(t.horizon) is not None]
        for t in loose:
            like = [f for f in firm if _value(f)[1] == _value(t)[1]]
            if like and _value(t)[0] not in [_value(f)[0] for f in like]:
                yield about("target-contradiction", plan, f"Nhiệm vụ ghi {value_text(t)} (không nêu mốc), chỉ tiêu ghi "
                            + ", ".join(f"{value_text(f)} ({horizon_year(f.horizon)})" for f in like) + f": “{quote(t.indicator, 100)}”",
                            [t, *like], severity="warning", raw=True)


def _overlap(a: Target, b: Target) -> bool:
    """Whether two wordings of one indicator share half of the shorter one's words."""
    left, right = set(words(a.indicator)), set(words(b.indicator))
    return len(left & right) * 2 >= min(len(left), len(right))


def _scopes_differ(a: Target, b: Target) -> str:
    found = differences([Variant(a.id, a.indicator, a.qualifier), Variant(b.id, b.indicator, b.qualifier)])
    return "; ".join(found)


def repeated(plan: PlanRecord) -> Iterator[Finding]:
    """The same commitment twice: one indicator, horizon and value; tasks of the same wording.

    Prose that is repeated in an appendix is one finding with the count; twice within the prose or within a table is
    one finding each."""
    groups: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    for t in plan.targets:
        if t.origin == "task":
            continue
        if has_number(t) and _sure(t):
            groups[(t.indicator_id, horizon_year(t.horizon), _value(t))].append(t)
        elif not has_number(t):
            groups[(" ".join(words(t.indicator)), horizon_year(t.horizon))].append(t)
    for same in groups.values():
        rest = [t for t in same[1:] if position(t) != position(same[0]) and _overlap(same[0], t)
                and not _scopes_differ(same[0], t)]
        if rest and (_sure(same[0]) or not has_number(same[0])):
            provisional = (same[0].indicator_id or "").startswith(PROVISIONAL)
            if provisional and words(same[0].indicator) != words(rest[0].indicator):
                continue
            yield about("target-repeated", plan, f"Cùng một chỉ tiêu ({value_text(same[0])}) ghi {len(rest) + 1} lần: “{quote(same[0].indicator, 100)}”",
                        [same[0], *rest], raw=True)
    by_text: dict[str, list[Task]] = defaultdict(list)
    for task in plan.tasks:
        if task.text.count(" ") >= 5:
            by_text[squash(task.text).lower().rstrip(" .;")].append(task)
    across: list[Task] = []
    for tasks in by_text.values():
        inside = [[t for t in tasks if t.origin == origin] for origin in ("section", "table")]
        for twins in inside:
            owners = {t.lead for t in twins if t.lead}
            if len(twins) > 1 and len(owners) < 2:  # a duty that two units have in the same words is two duties
                yield about("task-repeated", plan, f"Cùng một nhiệm vụ ghi {len(twins)} lần: “{quote(twins[0].text, 100)}”", twins)
        if all(inside):
            across.append(tasks[0])
    if across:
        yield about("task-repeated", plan, f"{len(across)} nhiệm vụ của phần lời được ghi lại nguyên văn trong phụ lục", across)
