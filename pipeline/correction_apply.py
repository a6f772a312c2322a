"""Corrections to plans: every correction that holds is carried out on the plan and record that it was made for.

Works on plans as they were read, in the order of the log; what finds no plan or record any more is an orphan, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, overload

from normalizers.text import fold, join_lines, squash
from normalizers.unit_vocab import vocabulary
from pipeline.correction_anchor import Entry, PlanIndex, entries_of, find_entry
from pipeline.correction_fields import (
    BadValue,
    get_field,
    new_record,
    record_fields,
    with_field,
    with_plan_field,
)
from pipeline.correction_wording import shown, what
from pipeline.corrections import Conflict, Correction, RecordAnchor, active, conflicts
from pipeline.plan_text import position, quote
from pipeline.records import Finding, PlanRecord, Record, Span, Target, Task, UnitRef

_R = TypeVar("_R", bound=Record)
_REASONS = {
    "plan": "không có kế hoạch này trong đợt",
    "record": "không còn thấy bản ghi này trong kế hoạch",
    "gone": "bản ghi đã bị bỏ, tách hoặc gộp trước đó",
    "value": "giá trị không hợp với bản ghi",
    "lines": "không còn thấy những dòng này trong kế hoạch",
}


@dataclass(frozen=True, slots=True)
class Orphan:
    """A correction that could not be carried out, and why (Vietnamese)."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Applied:
    """Plans with the corrections in them (order of the input), what was left over, and what contradicts."""

    plans: Sequence[PlanRecord]
    orphans: tuple[Orphan, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """The corrections that hold, by the source of the plan that each is for, in the order of the log; those that no plan is
    found for; and the unit aliases that they teach (folded wording → unit id)."""

    todo: Mapping[str, tuple[Correction, ...]]
    lost: tuple[Orphan, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """One plan with its corrections, its records with those that are gone, and what could not be carried out."""

    plan: PlanRecord
    entries: tuple[Entry, ...] = ()
    orphans: tuple[Orphan, ...] = ()


def filed(index: PlanIndex, held: Iterable[Correction], aliases: Mapping[str, str] | None = None) -> Filed:
    """Every correction of `held` with its plan. `aliases` as in `apply`."""
    todo: dict[str, list[Correction]] = {}
    lost: list[Orphan] = []
    known = dict(aliases or {})
    for correction in held:
        if correction.op == "unit":
            known[fold(correction.wording)] = str(correction.after)
        elif correction.plan is not None:
            source = index.source_of(correction.plan)
            if source is None:
                lost.append(Orphan(correction, _REASONS["plan"]))
            else:
                todo.setdefault(source, []).append(correction)
    return Filed({source: tuple(found) for source, found in todo.items()}, tuple(lost), known)


def carry_out(plan: PlanRecord, todo: Sequence[Correction], aliases: Mapping[str, str]) -> Done:
    """One plan, as it was read, with its own corrections and the unit aliases."""
    if not todo:
        return Done(with_aliases(plan, aliases))
    work = _Work(plan)
    orphans = [Orphan(c, _REASONS[reason]) for c in todo if (reason := work.carry_out(c))]
    return Done(with_aliases(work.finish(), aliases), tuple(work.entries), tuple(orphans))


class Corrected(Sequence[PlanRecord]):
    """The plans of a store with their corrections, carried out each time a plan is asked for: memory for one at a time."""

    def __init__(self, plans: Sequence[PlanRecord], found: Filed) -> None:
        self._plans, self._found = plans, found

    def __len__(self) -> int:
        return len(self._plans)

    def __iter__(self) -> Iterator[PlanRecord]:
        return map(self._made, self._plans)

    @overload
    def __getitem__(self, index: int) -> PlanRecord: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PlanRecord]: ...
    def __getitem__(self, index: int | slice) -> PlanRecord | Sequence[PlanRecord]:
        return Corrected(self._plans[index], self._found) if isinstance(index, slice) else self._made(self._plans[index])

    def _made(self, plan: PlanRecord) -> PlanRecord:
        return carry_out(plan, self._found.todo.get(plan.source, ()), self._found.aliases).plan


def apply(plans: Sequence[PlanRecord], corrections: Iterable[Correction], aliases: Mapping[str, str] | None = None) -> Applied:
    """Carry out all corrections that hold. `plans` as they were read; plans that nothing touches come back as they are; where
    `plans` reads them from a store, so does what comes back. `aliases`: folded unit wording → unit id of the user's vocabulary,
    besides those that the log confirms. Same plans and log give the same result."""
    log = list(corrections)
    held = active(log)
    index = PlanIndex(plans)
    found = filed(index, held, aliases)
    left = [o for source, todo in found.todo.items() for o in carry_out(index.of(source), todo, {}).orphans]
    made = Corrected(plans, found)
    return Applied(tuple(made) if isinstance(plans, list | tuple) else made, in_log_order([*found.lost, *left], held), tuple(conflicts(log)))


def in_log_order(orphans: Iterable[Orphan], held: Iterable[Correction]) -> tuple[Orphan, ...]:
    """Orphans in the order of their corrections."""
    place = {c.id: n for n, c in enumerate(held)}
    return tuple(sorted(orphans, key=lambda o: place[o.correction.id]))


def with_aliases(plan: PlanRecord, aliases: Mapping[str, str]) -> PlanRecord:
    """The plan with units that the catalogue did not know read by the user's aliases (folded wording → unit id)."""
    if not aliases:
        return plan
    targets, tasks = tuple(_named(t, aliases) for t in plan.targets), tuple(_named(t, aliases) for t in plan.tasks)
    if targets == plan.targets and tasks == plan.tasks:
        return plan
    return plan.model_copy(update={"targets": targets, "tasks": tasks})


def _named(record: _R, aliases: Mapping[str, str]) -> _R:
    update: dict[str, Any] = {}
    for role in ("lead", "support"):
        refs: tuple[UnitRef, ...] = getattr(record, f"{role}_units")
        new = tuple(_ref(ref, aliases) for ref in refs)
        if new != refs:
            unique = tuple({ref.unit_id: ref for ref in reversed(new)}.values())[::-1]
            update |= {f"{role}_units": unique, role: tuple(dict.fromkeys(ref.name for ref in unique))}
    return record.model_copy(update=update) if update else record


def _ref(ref: UnitRef, aliases: Mapping[str, str]) -> UnitRef:
    if ref.known:
        return ref
    unit_id = aliases.get(fold(ref.raw)) or aliases.get(fold(ref.name))
    entry = vocabulary().entries.get(unit_id or "")
    if entry is None:
        return ref
    return UnitRef(unit_id=entry.unit_id, name=entry.name, raw=ref.raw, known=True, kind=entry.kind, level=entry.level)


class _Work:
    """One plan while its corrections are carried out. Every method gives "" or a key of `_REASONS`."""

    def __init__(self, plan: PlanRecord) -> None:
        self.plan = plan
        self.entries = entries_of(plan)
        self.findings: list[Finding] = []
        self.moved: dict[str, list[str]] = {}       # record id -> ids that took its lines over
        self.added: dict[int, list[str]] = {}       # ledger number -> ids of added records

    def carry_out(self, c: Correction) -> str:
        try:
            if c.record is not None and c.record.kind == "plan":
                self.plan = with_plan_field(self.plan, c.field, c.after, c.who)
                return ""
            if c.op == "add":
                return self._add(c)
            entry = find_entry(self.entries, c.record) if c.record else None
            if entry is None:
                return "record"
            if entry.gone:
                return "gone"
            if c.op in ("accept", "edit"):
                entry.record = with_field(entry.record, c.field, c.after, c.who)
            elif c.op == "indicator" and isinstance(entry.record, Target):
                entry.record = entry.record.model_copy(update={
                    "reviewed_by": c.who, "auto_value": {"indicator_id": c.before, **entry.record.auto_value}})
            elif c.op == "drop":
                self._drop(entry, c)
            elif c.op == "split":
                self._split(entry, c)
            elif c.op == "merge":
                return self._merge(entry, c)
        except BadValue:
            return "value"
        return ""

    def _drop(self, entry: Entry, c: Correction) -> None:
        entry.gone = c.id
        self.moved[entry.record.id] = []
        self.findings.append(Finding(
            kind="review-dropped", severity="info", source=self.plan.source, message=f"{c.who} bỏ bản ghi đọc tự động {entry.record.id}: "
            f"không phải {'chỉ tiêu' if isinstance(entry.record, Target) else 'nhiệm vụ'}." + (f" Lý do: {c.why}" if c.why else ""),
            quotes=(quote(entry.record.raw),)))

    def _split(self, entry: Entry, c: Correction) -> None:
        given = c.after if isinstance(c.after, list) else []
        if len(given) < 2:
            raise BadValue("split")
        parts = [new_record(entry.anchor.kind, f"{entry.record.id}.{n}", _fields(part), entry.record, c.who) for n, part in enumerate(given, 1)]
        entry.gone = c.id
        auto = {"record": record_fields(entry.record)}
        at = self.entries.index(entry) + 1
        made = [Entry(part.model_copy(update={"auto_value": auto}), RecordAnchor(kind=entry.anchor.kind, made_by=c.id, part=n))
                for n, part in enumerate(parts, 1)]
        self.entries[at:at] = made
        self.moved[entry.record.id] = [part.id for part in parts]

    def _merge(self, entry: Entry, c: Correction) -> str:
        others = [find_entry(self.entries, anchor) for anchor in c.others]
        taken = [e for e in others if e is not None and not e.gone and e is not entry and e.anchor.kind == entry.anchor.kind]
        if len(taken) != len(c.others) or not taken:
            return "record"
        every = sorted([entry, *taken], key=lambda e: position(e.record))
        joined = entry.record.model_copy(update={
            "span": _joined([e.record.span for e in every]), "raw": join_lines(dict.fromkeys(e.record.raw for e in every))})
        lines = joined.span.lines
        made = new_record(entry.anchor.kind, entry.record.id, _fields(c.after), joined, c.who)
        auto = {"records": [record_fields(e.record) for e in every]}
        for e in every:
            e.gone = c.id
            self.moved[e.record.id] = [made.id]
        record = made.model_copy(update={"auto_value": auto, "lines": lines})
        self.entries.insert(self.entries.index(entry) + 1, Entry(record, RecordAnchor(kind=entry.anchor.kind, made_by=c.id, part=1)))
        return ""

    def _add(self, c: Correction) -> str:
        kind = c.record.kind if c.record else "task"
        rows = _rows(self.plan, c.lines, c.numbers)
        if not rows:
            return "lines"
        record_id = f"{'T' if kind == 'target' else 'K'}x{c.id[:6]}"
        record = new_record(kind, record_id, _fields(c.after), None, c.who)
        numbers = tuple(row.number for row in rows)
        beside = next((e.record for e in reversed(self.entries) if e.record.span.numbers and position(e.record) <= numbers[0]), None)
        record = record.model_copy(update={
            "raw": join_lines(row.text for row in rows), "span": _span_of(rows, c.boxes if c.plan and c.plan.sha256 == self.plan.sha256 else ()), "auto_value": {"record": None},
            "section": beside.section if beside else ()})
        record = record.model_copy(update={"lines": record.span.lines})
        self.entries.append(Entry(record, RecordAnchor(kind=kind, made_by=c.id, part=1)))
        for number in numbers:
            self.added.setdefault(number, []).append(record_id)
        return ""

    def finish(self) -> PlanRecord:
        here = [e.record for e in self.entries if not e.gone]
        here.sort(key=lambda r: (position(r),))  # stable: parts stay in the order the reviewer gave
        return self.plan.model_copy(update={
            "targets": tuple(r for r in here if isinstance(r, Target)), "tasks": tuple(r for r in here if isinstance(r, Task)),
            "findings": (*self.plan.findings, *self.findings), "ledger": self._ledger()})

    def _ledger(self) -> tuple[Any, ...]:
        if not self.moved and not self.added:
            return self.plan.ledger
        kinds = {e.record.id: e.anchor.kind for e in self.entries}
        out = []
        for row in self.plan.ledger:
            ids: list[str] = []
            for name in filter(None, row.record.split("; ")):
                ids += self._follow(name)
            ids += self.added.get(row.number, [])
            role = row.role
            if row.number in self.added and role not in ("cell", "target", "task"):
                role = kinds[self.added[row.number][0]]
            out.append(replace(row, record="; ".join(dict.fromkeys(ids)), role=role))
        return tuple(out)

    def _follow(self, name: str) -> list[str]:
        """The records that took over the lines of one, through splits of splits."""
        seen, todo, out = set(), [name], []
        while todo:
            one = todo.pop(0)
            if one in self.moved and one not in seen:
                seen.add(one)
                todo = self.moved[one] + todo
            else:
                out.append(one)
        return out


def _fields(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise BadValue("fields")
    return given


def _rows(plan: PlanRecord, lines: Sequence[str], numbers: Sequence[int]) -> list[Any]:
    """The ledger rows of an added record: a run of rows with these texts, the one nearest to where it was."""
    wanted = [fold(squash(t)) for t in lines]
    texts = [fold(row.text) for row in plan.ledger]
    if not wanted:
        return []
    by_number = {row.number: row for row in plan.ledger}
    if len(numbers) == len(wanted):  # the same rows, all moved by as much
        moved = sorted({row.number - numbers[0] for row, text in zip(plan.ledger, texts, strict=True) if text == wanted[0]}, key=lambda d: (abs(d), d))
        for shift in moved:
            rows = [by_number.get(n + shift) for n in numbers]
            if all(row is not None and fold(row.text) == text for row, text in zip(rows, wanted, strict=True)):
                return rows
    starts = [n for n in range(len(texts) - len(wanted) + 1) if texts[n : n + len(wanted)] == wanted]
    if starts:
        was = numbers[0] if numbers else 0
        at = min(starts, key=lambda n: (abs(plan.ledger[n].number - was), n))
        return list(plan.ledger[at : at + len(wanted)])
    by_text: dict[str, list[int]] = {}
    for n, text in enumerate(texts):
        by_text.setdefault(text, []).append(n)
    picked = [by_text[t][0] for t in wanted if len(by_text.get(t, ())) == 1]  # lines that no longer follow each other
    return [plan.ledger[n] for n in sorted(set(picked))] if len(picked) == len(wanted) else []


def _span_of(rows: Sequence[Any], boxes: tuple[tuple[int, float, float, float, float], ...] = ()) -> Span:
    lines = [int(n) for row in rows if row.place.startswith("dòng ") for n in re.findall(r"\d+", row.place)]
    page = boxes[0][0] if boxes else next((int(m[1]) for row in rows if (m := re.match(r"trang (\d+)", row.place))), None)
    path = None if lines or page else (rows[0].place or None)
    return Span(lines=(min(lines), max(lines)) if lines else None, page=page, boxes=boxes, path=path, numbers=tuple(row.number for row in rows))


def _joined(spans: Sequence[Span]) -> Span:
    lines = [s.lines for s in spans if s.lines]
    return Span(
        lines=(min(a for a, _ in lines), max(b for _, b in lines)) if lines else None,
        page=next((s.page for s in spans if s.page is not None), None), boxes=tuple(dict.fromkeys(b for s in spans for b in s.boxes)),
        path=next((s.path for s in spans if s.path), None), numbers=tuple(sorted({n for s in spans for n in s.numbers})))


def review_findings(applied: Applied, damaged: Sequence[int] = (), name: str = "corrections.jsonl") -> list[Finding]:
    """Orphans, contradictions and damaged lines of the log as findings."""
    out = []
    for orphan in applied.orphans:
        c = orphan.correction
        out.append(Finding(kind="correction-orphan", severity="warning", source=c.plan.source if c.plan else name,
                           message=f"Hiệu đính chưa áp dụng được: {orphan.reason} ({what(c)}; {c.who}, {c.when[:10]}). Hiệu đính vẫn được giữ.",
                           quotes=(quote(c.record.raw if c.record and c.record.raw else " ".join(c.lines)),)))
    for conflict in applied.conflicts:
        a, b = conflict.first, conflict.second
        out.append(Finding(kind="correction-conflict", severity="warning", source=b.plan.source if b.plan else name,
                           message=f"Hai người hiệu đính khác nhau ({what(b)}): {a.who} ({a.when[:10]}) “{shown(a.after)}”, "
                           f"{b.who} ({b.when[:10]}) “{shown(b.after)}”. Đang dùng bản sau.",
                           quotes=(quote(b.record.raw if b.record else b.wording),)))
    out += [Finding(kind="correction-damaged", severity="warning", source=name, place=f"dòng {n}",
                    message="Dòng hiệu đính không đọc được, đã bỏ qua; các dòng khác vẫn được áp dụng.") for n in damaged]
    return out


def auto_fields(record: Record) -> dict[str, Any]:
    """The record's fields as they were read, reviewed ones set back."""
    return {name: record.auto_value.get(name, get_field(record, name)) for name in record_fields(record)}
