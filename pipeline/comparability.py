"""Whether the numbers of several communes count the same thing, and what an analyst must know before subtracting them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from normalizers.indicator_variants import Variant, differences, shown_names
from normalizers.indicators import PROVISIONAL, Indicator, match
from pipeline.records import PlanRecord, Target
from pipeline.target_values import class_text, has_number, measure_class

DOUBTFUL = 0.6   # an indicator match less certain than this is a caveat


class _Labelled(Protocol):
    """A commune, as far as its name is wanted."""

    @property
    def label(self) -> str: ...


_C = TypeVar("_C", bound=_Labelled)


def comparable_class(indicator: Indicator, chosen: Mapping[_C, tuple[PlanRecord, Target]]) -> tuple[set[_C], list[str]]:
    """The communes whose numbers count the same thing (the most common one, the catalogue's unit first), and why the
    others are left out or what is uncertain."""
    numeric = {c: t for c, (_, t) in sorted(chosen.items(), key=lambda i: i[0].label) if has_number(t)}
    classes = {c: measure_class(t, indicator) for c, t in numeric.items()}
    count = Counter(classes.values())
    if not count:
        return set(), []
    usual = min(count, key=lambda name: (-count[name], name != indicator.unit, name))
    caveats = []
    for name in sorted(set(count) - {usual}):
        left = [c.label for c, own in classes.items() if own == name]
        caveats.append(f"Khác đơn vị hoặc cách tính: {shown_names(left)} tính theo {class_text(name)}, "
                       f"không so với {class_text(usual)}")
    members = {c for c, own in classes.items() if own == usual}
    bare = [c.label for c in numeric if c in members and numeric[c].unit is None and numeric[c].comparator != "rank"]
    if bare and usual:
        caveats.append(f"{shown_names(bare)} không in đơn vị (đọc là {class_text(usual)})")
    caps = [c.label for c in numeric if c in members and numeric[c].comparator in ("<", "<=")]
    floors = [c for c in members if numeric[c].comparator in (">", ">=")]
    if caps and len(caps) < len(members) and (floors or indicator.direction != "lower"):  # "≤2" and "3" of poor households ask alike
        caveats.append(f"Khác chiều: {shown_names(caps)} nêu mức tối đa, các xã khác nêu mức tối thiểu hoặc mức cụ thể")
    elif caps and indicator.direction == "higher" and not indicator.id.startswith(PROVISIONAL):
        caveats.append(f"{shown_names(caps)} nêu mức tối đa cho chỉ tiêu càng cao càng tốt")
    ranges = [c.label for c in numeric if c in members and numeric[c].comparator == "range"]
    if ranges and len(members) > 1:
        side = "cao nhất" if indicator.direction == "lower" else "thấp nhất"
        caveats.append(f"{shown_names(ranges)} nêu khoảng: so sánh theo mức {side}")
    return members, caveats


Joined = Callable[[Target], bool]


def joined_outcomes(target: Target) -> bool:
    """Whether a target's one number is for two outcomes of the catalogue ("VNeID và giao dịch không dùng tiền mặt")."""
    return match(target.indicator, target.unit, target.comparator).joined


def wording_caveats(indicator: Indicator, chosen: Mapping[_C, tuple[PlanRecord, Target]], joined_in: Joined = joined_outcomes) -> list[str]:
    items = sorted(((c.label, t) for c, (_, t) in chosen.items()), key=lambda i: i[0])
    out: list[str] = []
    if len(items) > 1:
        out += differences([Variant(label, t.indicator, t.qualifier) for label, t in items],
                           same_words=indicator.id.startswith(PROVISIONAL))
        joined = [label for label, t in items if joined_in(t)]
        if joined:
            out.append(f"Một con số cho hai nội dung ở {shown_names(joined)}")
        doubtful = [label for label, t in items if (t.indicator_confidence or 0.0) < DOUBTFUL]
        if doubtful:
            out.append(f"Chưa chắc cùng chỉ tiêu: {shown_names(doubtful)} (cần xác nhận)")
    return out
