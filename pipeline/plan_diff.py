"""What changed between two plans: targets and tasks that were added, dropped, changed, each with both wordings.

Targets are paired by indicator and horizon year, then by wording; tasks by their number and wording, best pairs first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from normalizers.text import fold
from pipeline.comparison import horizon_year, value_text
from pipeline.indicators import with_indicators
from pipeline.likeness import Likeness, above, cosines
from pipeline.plan_text import quote, where, wording
from pipeline.records import PlanRecord, Record, Target, Task

SAME = 0.5   # likeness from which two wordings are versions of one record
Change = Literal["added", "dropped", "changed"]
CHANGE_TEXT: dict[Change, str] = {"added": "thêm", "dropped": "bỏ", "changed": "đổi"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that is not the same in both plans. `fields`: (Vietnamese field name, before, after)."""

    change: Change
    kind: Literal["plan", "target", "task"]
    old: Record | None
    new: Record | None
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """All differences of two plans, in reading order of the newer one, dropped records last; `same` counts the
    records that did not change."""

    old: PlanRecord
    new: PlanRecord
    differences: tuple[Difference, ...]
    same: int

    def of(self, kind: str, change: str) -> list[Difference]:
        return [d for d in self.differences if d.kind == kind and d.change == change]


_Say = Callable[[Any], tuple[tuple[str, str], ...]]


def _target_says(t: Target) -> tuple[tuple[str, str], ...]:
    return (("chỉ tiêu", t.indicator), ("mức", value_text(t)), ("mốc", t.horizon or ""), ("giới hạn", t.qualifier or ""), *_common(t))


def _task_says(t: Task) -> tuple[tuple[str, str], ...]:
    return (("nội dung", t.text), ("kết quả", t.result or ""), *_common(t))


def _common(r: Record) -> tuple[tuple[str, str], ...]:
    return (("chủ trì", "; ".join(r.lead)), ("phối hợp", "; ".join(r.support)), ("thời hạn", r.deadline.raw if r.deadline else ""))


def _plan_says(p: PlanRecord) -> tuple[tuple[str, str], ...]:
    f = p.plan
    return (("số", f.number or ""), ("ngày ban hành", f.issue_date or ""), ("trích yếu", f.title or ""), ("giai đoạn", f.period or ""),
            ("người ký", f.signer or ""), ("văn bản viện dẫn", "; ".join(sorted(c.number for c in p.citations))))


def _changed(before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((name, a, b) for (name, a), (_, b) in zip(before, after, strict=True) if fold(a).rstrip(" .;") != fold(b).rstrip(" .;"))


def diff(old: PlanRecord, new: PlanRecord) -> PlanDiff:
    """The differences from `old` to `new`; indicators are assigned over both."""
    assigned, _ = with_indicators([old, new])
    old, new = assigned
    out: list[Difference] = []
    own = _changed(_plan_says(old), _plan_says(new))
    if own:
        out.append(Difference("changed", "plan", None, None, own))
    same = 0
    for kind, before, after, says in (("target", _own_targets(old), _own_targets(new), _target_says), ("task", old.tasks, new.tasks, _task_says)):
        found, kept = _differences("target" if kind == "target" else "task", before, after, says)
        out += found
        same += kept
    return PlanDiff(old, new, tuple(out), same)


def _own_targets(plan: PlanRecord) -> Sequence[Target]:
    """Targets that do not stand inside a task: those change with their task."""
    return [t for t in plan.targets if t.origin != "task"]


def _differences(kind: Literal["target", "task"], before: Sequence[Record], after: Sequence[Record], says: _Say) -> tuple[list[Difference], int]:
    pairs = _pairs(before, after)
    out: list[Difference] = []
    same = 0
    for j, record in enumerate(after):
        i = pairs.get(j)
        if i is None:
            out.append(Difference("added", kind, None, record))
            continue
        fields = _changed(says(before[i]), says(record))
        same += not fields
        if fields:
            out.append(Difference("changed", kind, before[i], record, fields))
    gone = set(range(len(before))) - set(pairs.values())
    return out + [Difference("dropped", kind, before[i], None) for i in sorted(gone)], same


def _pairs(before: Sequence[Record], after: Sequence[Record]) -> dict[int, int]:
    """New record → old record: the surest pairs first, every record once."""
    if not before or not after:
        return {}
    likeness = Likeness([wording(r) for r in (*before, *after)])
    alike = cosines(likeness.rows([wording(r) for r in before]), likeness.rows([wording(r) for r in after]))
    scores = {(i, j): score for i, j, score in above(alike, 0.2)}
    for i, a in enumerate(before):
        for j, b in enumerate(after):
            if fold(wording(a)) == fold(wording(b)):
                scores[(i, j)] = 1.0
            if isinstance(a, Target) and isinstance(b, Target):
                same_indicator = a.indicator_id is not None and a.indicator_id == b.indicator_id
                if same_indicator:
                    scores[(i, j)] = max(scores.get((i, j), 0.0), 0.8)
                if (i, j) in scores:
                    scores[(i, j)] += 0.5 if horizon_year(a.horizon) == horizon_year(b.horizon) else -0.2
            if (i, j) in scores and a.no and a.no == b.no:
                scores[(i, j)] += 0.02
    taken: set[int] = set()
    out: dict[int, int] = {}
    for (i, j), score in sorted(scores.items(), key=lambda s: (-s[1], abs(s[0][0] - s[0][1]), s[0])):
        if score >= SAME and i not in taken and j not in out:
            taken.add(i)
            out[j] = i
    return out


def as_rows(found: PlanDiff) -> Iterator[dict[str, object]]:
    """One row per changed field, added or dropped record, for JSON and CSV."""
    for d in found.differences:
        record = d.new or d.old
        base: dict[str, object] = {"change": d.change, "kind": d.kind, "old_id": d.old.id if d.old else None, "new_id": d.new.id if d.new else None,
                                   "old_place": where(d.old) if d.old else None, "new_place": where(d.new) if d.new else None}
        if d.change == "changed":
            for name, a, b in d.fields:
                yield {**base, "field": name, "old": a, "new": b}
        elif record is not None:
            text = _one_line(record)
            yield {**base, "field": None, "old": text if d.old else None, "new": text if d.new else None}


def _one_line(record: Record) -> str:
    text = quote(wording(record), 300)
    if isinstance(record, Target):
        year = horizon_year(record.horizon)
        text += f": {value_text(record)}" + (f" ({year})" if year else "")
    return text


_KINDS = (("plan", "Kế hoạch"), ("target", "Chỉ tiêu"), ("task", "Nhiệm vụ"))


def as_text(found: PlanDiff) -> str:
    """The differences for people: added (+), dropped (-), changed (~) with before and after."""
    lines = [f"{found.old.source} → {found.new.source}"]
    for kind, title in _KINDS:
        here = [d for d in found.differences if d.kind == kind]
        if not here:
            continue
        count = ", ".join(f"{text} {n}" for change, text in CHANGE_TEXT.items() if (n := sum(d.change == change for d in here)))
        lines += ["", f"{title}: {count}"]
        for d in here:
            record = d.new or d.old
            if d.change != "changed" and record is not None:
                lines.append(f"  {'+' if d.change == 'added' else '-'} {record.id} {_one_line(record)}" + (f"  [{where(record)}]" if where(record) else ""))
                continue
            if record is not None and d.old is not None:
                lines.append(f"  ~ {d.old.id} → {record.id} {quote(wording(record), 100)}")
            for name, a, b in d.fields:
                lines.append(f"      {name}: {quote(a, 200) or '(trống)'} → {quote(b, 200) or '(trống)'}")
    if len(lines) == 1:
        lines.append("Không có khác biệt.")
    lines += ["", f"Không đổi: {found.same} mục."]
    return "\n".join(lines)
