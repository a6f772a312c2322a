"""The desk's state: plans as read, the log, and what both give; every write goes to the log first, then into the view.

Thread-safe. A view is immutable; a correction makes a new one. The comparison and the findings of a view are computed when
a page first asks for them.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from extractors.errors import UsageError
from normalizers.indicators import Indicator, catalogue
from pipeline.audit import with_findings
from pipeline.baseline import Floors, read_baseline
from pipeline.comparison import Comparison, compare
from pipeline.correction_anchor import Entry, entries_of, find_entry, plan_anchor
from pipeline.correction_fields import get_field
from pipeline.corrections import Correction, RecordAnchor, active, append, last_undoable, make, read_log
from pipeline.indicators import with_indicators
from pipeline.inputs import find_inputs, source_names
from pipeline.records import Finding, PlanRecord, Record, Target
from pipeline.review.queue import Item, Weights, items_of, weights_of
from pipeline.review.render import NoPicture, Renderer
from pipeline.review_step import (
    Reviewed,
    corrections_beside,
    read_last_run,
    settle,
    vocabulary_beside,
    with_review,
)
from pipeline.user_vocabulary import update_vocabulary


class NotFound(LookupError):
    """No such plan, record or picture."""


class ReadOnly(PermissionError):
    """The desk was opened for looking only."""


def pid_of(source: str) -> str:
    """A plan's name in addresses: says nothing about paths, means nothing to the file system."""
    return hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:12]


@dataclass(frozen=True)
class View:
    """The plans with all corrections and indicators, and what follows from them."""

    plans: tuple[PlanRecord, ...]
    indicators: dict[str, Indicator]
    reviewed: Reviewed
    floors: Floors | None

    @cached_property
    def by_pid(self) -> dict[str, PlanRecord]:
        return {pid_of(p.source): p for p in self.plans}

    @cached_property
    def records(self) -> dict[tuple[str, str], Record]:
        return {(pid_of(p.source), r.id): r for p in self.plans for r in (*p.targets, *p.tasks)}

    @cached_property
    def comparison(self) -> Comparison:
        return compare(self.plans, indicators=self.indicators, baseline=self.floors)

    @cached_property
    def audited(self) -> tuple[PlanRecord, ...]:
        return tuple(with_findings(self.plans, self.comparison))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return (*(f for p in self.audited for f in p.findings), *self.reviewed.findings)


class Desk:
    """A finished run under review. Raises UsageError where the folder holds none."""

    def __init__(self, out_dir: Path, who: str, corrections: Path | None = None, source: Path | None = None, read_only: bool = False) -> None:
        self.out_dir = out_dir
        self.who = who
        self.read_only = read_only
        self.last, plans = read_last_run(out_dir)
        self.base = tuple(sorted(plans, key=lambda p: (p.source, p.plan_id)))
        self._by_source = {p.source: p for p in self.base}
        folders = [source] if source else [p for p in self.last.paths if p.exists()]
        path = corrections or self.last.corrections or corrections_beside(folders)
        if path is None:
            raise UsageError("Không rõ các kế hoạch nằm ở đâu: thêm --from THƯ-MỤC hoặc --corrections TỆP.")
        self.path: Path = path
        self._files = {name: file for file, name in source_names(find_inputs(folders)).items()} if folders else {}
        self._floors = read_baseline(self.last.baseline) if self.last.baseline and self.last.baseline.exists() else None
        self._renderer = Renderer()
        self._lock = threading.RLock()
        self.log = read_log(self.path)
        self._weights: Weights = Weights()
        self._items: tuple[View, tuple[Item, ...]] | None = None
        self.stale = False  # whether the files in the output folder lack a correction
        self.view = self._look()
        self._refresh_weights()

    def _look(self) -> View:
        reviewed = settle(self.base, self.log, self.path, self.last.settled)
        plans, indicators = with_indicators(list(reviewed.plans), reviewed.confirmed)
        return View(tuple(plans), indicators, reviewed, self._floors)

    def _refresh_weights(self) -> None:
        self._weights = weights_of(self.view.comparison, self.last.findings)

    # --- looking up ---------------------------------------------------------------------------------------------------

    def plan(self, pid: str) -> PlanRecord:
        try:
            return self.view.by_pid[pid]
        except KeyError:
            raise NotFound(pid) from None

    def record(self, pid: str, rid: str) -> tuple[PlanRecord, Record]:
        try:
            return self.view.by_pid[pid], self.view.records[pid, rid]
        except KeyError:
            raise NotFound(f"{pid}/{rid}") from None

    def anchor(self, plan: PlanRecord, record: Record) -> RecordAnchor:
        """What a record of the view is known by."""
        entries: Sequence[Entry] = self.view.reviewed.applied.entries.get(plan.source, ()) if self.view.reviewed.applied else ()
        entries = entries or entries_of(self._by_source[plan.source])
        found = next((e.anchor for e in entries if not e.gone and e.record.id == record.id), None)
        if found is None:
            raise NotFound(record.id)
        return found

    def find_id(self, plan: PlanRecord, anchor: RecordAnchor) -> tuple[str, str] | None:
        """The address of an anchor's record in the present view, if it is there."""
        entries: Sequence[Entry] = self.view.reviewed.applied.entries.get(plan.source, ()) if self.view.reviewed.applied else ()
        entry = find_entry(entries or entries_of(self._by_source[plan.source]), anchor)
        return (pid_of(plan.source), entry.record.id) if entry is not None and not entry.gone else None

    @property
    def findings_of(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Kinds of findings by (source, record id), as of the last run."""
        return self._weights.findings

    def items(self) -> tuple[Item, ...]:
        """The queue of the present view, most urgent first."""
        with self._lock:
            if self._items is None or self._items[0] is not self.view:
                self._items = (self.view, items_of(self.view.plans, self._weights, pid_of))
            return self._items[1]

    def order(self) -> tuple[Item, ...]:
        """The queue as it was last shown: the way from record to record does not jump while one corrects."""
        return self._items[1] if self._items else self.items()

    def picture(self, pid: str, rid: str, n: int) -> bytes:
        """PNG of the n-th page (from 0) that a record stands on. Raises NotFound, NoPicture."""
        plan, record = self.record(pid, rid)
        if not 0 <= n < len(record.span.boxes):
            raise NotFound(str(n))
        file = self._files.get(plan.source)
        if file is None:
            raise NoPicture("Không thấy tệp nguồn; mở bàn hiệu đính với --from THƯ-MỤC chứa các kế hoạch.")
        page, x0, top, x1, bottom = record.span.boxes[n]
        return self._renderer.page(file, plan.sha256, page, (x0, top, x1, bottom))

    # --- writing ------------------------------------------------------------------------------------------------------

    def _add(self, *corrections: Correction) -> Correction:
        if self.read_only:
            raise ReadOnly
        for correction in corrections:
            append(self.path, correction)
            self.log = type(self.log)((*self.log.corrections, correction), self.log.damaged)
        self.stale = True
        if any(c.op in ("unit", "indicator", "undo") for c in corrections):
            update_vocabulary(vocabulary_beside(self.path), self.log.corrections)
        self.view = self._look()
        return corrections[0]

    def _correction(self, op: Any, pid: str, rid: str, **fields: Any) -> Correction:
        plan, record = self.record(pid, rid)
        anchor = self.anchor(plan, record)
        confidence = record.field_confidence.get(fields.get("field", ""), record.confidence)
        if op == "indicator" and isinstance(record, Target):
            confidence = record.indicator_confidence or 0.0
        seen = {"confidence": confidence, "rule": record.rule, "format": plan.format, "kind": anchor.kind}
        return make(op, self.who, plan=plan_anchor(self._by_source[plan.source]), record=anchor, seen=seen, **fields)

    def correct(self, op: Any, pid: str, rid: str, **fields: Any) -> Correction:
        """Write a correction of a record; `field`, `before`, `after`, `others`, `wording`, `why` as in `Correction`."""
        with self._lock:
            return self._add(self._correction(op, pid, rid, **fields))

    def accept(self, pid: str, rid: str, names: Sequence[str]) -> None:
        """Accept fields as they are; `indicator_id` teaches the vocabulary."""
        with self._lock:
            _, record = self.record(pid, rid)
            made = []
            for name in names:
                if name != "indicator_id":
                    value = get_field(record, name)
                    made.append(self._correction("accept", pid, rid, field=name, before=value, after=value))
                elif isinstance(record, Target):
                    after = record.indicator_id if record.indicator_id in catalogue() else None  # provisional: none of the catalogue it is
                    made.append(self._correction("indicator", pid, rid, before=record.indicator_id, after=after, wording=record.indicator))
            if len(made) > 1:
                made = [c.model_copy(update={"group": made[0].id}) for c in made]
            if made:
                self._add(*made)

    def correct_head(self, pid: str, field: str, after: str | None) -> Correction:
        """Write a correction of a field of a plan's head."""
        with self._lock:
            plan = self.plan(pid)
            return self._add(make("edit", self.who, plan=plan_anchor(self._by_source[plan.source]), record=RecordAnchor(kind="plan", key="plan"), field=field,
                                  before=getattr(plan.plan, field), after=after, seen={"format": plan.format, "kind": "plan"}))

    def add(self, pid: str, kind: Any, numbers: Sequence[int], fields: dict[str, Any]) -> Correction:
        """Write a record that the reader missed, from ledger lines."""
        with self._lock:
            plan = self._by_source[self.plan(pid).source]
            wanted = set(numbers)
            rows = [row for row in plan.ledger if row.number in wanted]
            if not rows:
                raise NotFound("lines")
            return self._add(make("add", self.who, plan=plan_anchor(plan), record=RecordAnchor(kind=kind), lines=tuple(r.text for r in rows),
                                  numbers=tuple(r.number for r in rows), after=fields, seen={"format": plan.format, "kind": kind}))

    def alias(self, wording: str, unit_id: str) -> Correction:
        """Teach that a wording names a unit of the catalogue, in every plan."""
        with self._lock:
            return self._add(make("unit", self.who, wording=wording, after=unit_id))

    def undo(self, correction_id: str | None = None) -> Correction | None:
        """Take back a correction, the last one if none is named; None where there is none. Gives what was taken back."""
        with self._lock:
            held = active(self.log.corrections)
            found = last_undoable(self.log.corrections) if correction_id is None else next((c for c in held if c.id == correction_id), None)
            if found is not None:
                together = [c for c in held if c.group and c.group == found.group] if correction_id is None else [found]
                self._add(*(make("undo", self.who, undoes=c.id) for c in together or [found]))
            return found

    def export(self) -> list[str]:
        """Write all outputs of the run anew with the corrections; names of the files. Raises OutputError."""
        from pipeline.outputs import write_outputs
        from pipeline.run import distinct_ids

        if self.read_only:
            raise ReadOnly
        with self._lock:
            reviewed = settle(self.base, self.log, self.path, self.last.settled)
            written = write_outputs(distinct_ids(reviewed.plans), self.out_dir, with_review(self.last.info, reviewed), excel_vi=self.last.excel_vi,
                                    confirmed=reviewed.confirmed, baseline=self._floors)
            self.stale = False
            return [p.relative_to(self.out_dir).as_posix() for p in written]

    def close(self) -> None:
        self._renderer.close()
