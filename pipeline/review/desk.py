"""The desk's state: plans as read, the log, and what both give; every write goes to the log first, then into the view.

Thread-safe. A view is immutable; a correction makes a new one, in which only the plans that it touches are worked out anew.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors.errors import UsageError
from normalizers.indicator_text import key
from normalizers.indicators import Indicator, catalogue
from pipeline.baseline import read_baseline
from pipeline.correction_anchor import Entry, PlanIndex, entries_of, find_entry, plan_anchor
from pipeline.correction_apply import (
    Applied,
    Done,
    Filed,
    carry_out,
    filed,
    in_log_order,
    review_findings,
    with_aliases,
)
from pipeline.correction_fields import get_field
from pipeline.corrections import Correction, RecordAnchor, active, append, conflicts, last_undoable, make, read_log
from pipeline.indicators import with_indicators
from pipeline.records import Finding, LedgerRow, PlanRecord, Record, Target
from pipeline.review.assigning import known, like, roughly, without, wordings
from pipeline.review.importance import importance
from pipeline.review.queue import Item, Queue
from pipeline.review.render import Renderer, Sheet
from pipeline.review.sheets import PAGED, Sheets, sheets_of
from pipeline.review.source_files import SourceFiles
from pipeline.review.view import Marks, Rows, View, indicators_of, marks_of, pid_of
from pipeline.review_step import Reviewed, corrections_beside, settle, state_of, vocabulary_beside, with_review
from pipeline.stored_run import StoredRun, unhurried
from pipeline.user_vocabulary import Row, confirmed_indicators, current, unit_aliases, update_vocabulary

_PAUSE = 1.0  # seconds without a page or a correction after which there is time for other things


class NotFound(LookupError):
    """No such plan, record or picture."""


class ReadOnly(PermissionError):
    """The desk was opened for looking only."""


class Desk:
    """A finished run under review. Raises UsageError where the folder holds none."""

    def __init__(self, out_dir: Path, who: str, corrections: Path | None = None, source: Path | None = None, read_only: bool = False,
                 quick: bool = False) -> None:
        """`quick`: to be shown at once; `keep_ready`, which must then be called, sets right what that leaves rough."""
        self.out_dir = out_dir
        self.who = who
        self.read_only = read_only
        self._stored = StoredRun(out_dir)
        self.last = self._stored.last
        folders = [source] if source else [p for p in self.last.paths if p.exists()]
        path = corrections or self.last.corrections or corrections_beside(folders)
        if path is None:
            raise UsageError("Không rõ các kế hoạch nằm ở đâu: thêm --from THƯ-MỤC hoặc --corrections TỆP.")
        self.path: Path = path
        self._files = SourceFiles(folders, bool(self.last.urls))
        self._floors = read_baseline(self.last.baseline) if self.last.baseline and self.last.baseline.exists() else None
        self._renderer = Renderer()
        self._sheets: dict[str, Sheets] = {}
        self._lock = threading.RLock()
        self.log = read_log(self.path)
        self.stale = False  # whether the files in the output folder lack a correction
        self._dataset = tuple(self._lined(p) for p in self._stored.plans)
        self._index = PlanIndex(self._dataset)
        self._filed = Filed({})
        self._done: dict[str, Done] = {}
        self._ids = {p.source: p.plan_id for p in self._stored.plans}
        self._queue = Queue()
        self._order: tuple[Item, ...] = ()
        self._wake = threading.Event()
        self._closing = False
        self._rough = False
        with unhurried():
            self.view = self._open(quick)
        self._marks: tuple[View | None, Marks] = (None, marks_of(self._stored.findings))

    # --- from corrections to a view -----------------------------------------------------------------------------------

    def _lined(self, plan: PlanRecord) -> PlanRecord:
        """A plan of the dataset with its lines, as its corrections leave them, once these are looked at."""
        source = plan.source

        def rows() -> Sequence[LedgerRow]:
            with self._lock:
                return self._carried(source).plan.ledger

        return plan.model_copy(update={"ledger": Rows(rows)})

    def _open(self, quick: bool) -> View:
        """The first view: the dataset as it stands where the log and the vocabulary are those it was made with; plans with later
        corrections worked out anew, and all of them where the log is another one."""
        self._rows: list[Row] = current(vocabulary_beside(self.path), self.log.corrections)
        self._aliases = unit_aliases(self._rows)
        self._confirmed = {**self.last.settled, **confirmed_indicators(self._rows)}
        self._filed = filed(self._index, active(self.log.corrections), self._aliases)
        was, prefix = self._stored.state, self.log.corrections[: self._stored.state.log]
        now = state_of(prefix, self._rows)
        same = (was.log, was.lines, was.units) == (now.log, now.lines, now.units)
        dataset = self._made(self._dataset, indicators_of(self._dataset))
        if was == now and len(prefix) == len(self.log.corrections):
            return dataset
        self.stale = True
        before = filed(self._index, active(prefix), self._aliases).todo if same else {}
        plans = [p if same and self._filed.todo.get(p.source, ()) == before.get(p.source, ()) else self._fresh(p.source) for p in self._dataset]
        if was.matches != now.matches:
            plans = [without(p) for p in plans]
        if quick:
            self._rough = was.matches != now.matches or wordings(plans) != wordings(self._dataset)
            given, used = roughly(plans, {w: found for w, found in known(self._dataset).items() if key(w[0]) not in self._confirmed or was.matches == now.matches}, self._confirmed)
            return self._made(given, {**used, **dataset.indicators})
        return self._assigned(plans, dataset if was.matches == now.matches else None)

    def _made(self, plans: Sequence[PlanRecord], indicators: Mapping[str, Indicator]) -> View:
        return View(tuple(plans), indicators, self._own, self._about_log, self._floors)

    def _carried(self, source: str) -> Done:
        """A plan with its corrections, from the plan as it was read."""
        if source not in self._done:
            self._done[source] = carry_out(self._stored.base(source), self._filed.todo.get(source, ()), self._filed.aliases)
        return self._done[source]

    def _fresh(self, source: str) -> PlanRecord:
        plan = self._carried(source).plan
        return plan.model_copy(update={"plan_id": self._ids[source], "findings": ()})

    def _assigned(self, plans: Sequence[PlanRecord], before: View | None) -> View:
        """The view of plans some of whose targets have no indicator yet. Where their wordings are those of the view before, so are
        their indicators; else, or where there is none to go by, all are assigned again."""
        if before and wordings(plans) == wordings(before.plans):
            given = known(before.plans)
            return self._made([like(p, given) for p in plans], before.indicators)
        made, indicators = with_indicators(list(plans), self._confirmed)
        # A plan in which nothing changed stays the very same one: what was made of it is kept by that.
        return self._made([old if old.targets == new.targets else new for old, new in zip(plans, made, strict=True)], indicators)

    def _exactly(self) -> None:
        """Assign the indicators that were only assigned roughly."""
        view = self.view
        if self._rough:
            exact = self._assigned([without(p) for p in view.plans], None)
            with self._lock:
                if self.view is view:
                    self.view, self._rough = exact, False

    def _follow(self, view: View, vocabulary: bool) -> View:
        """The view after the log has grown."""
        confirmed = self._confirmed
        if vocabulary:
            self._rows = update_vocabulary(vocabulary_beside(self.path), self.log.corrections)
            self._aliases = unit_aliases(self._rows)
            self._confirmed = {**self.last.settled, **confirmed_indicators(self._rows)}
        before = self._filed
        self._filed = filed(self._index, active(self.log.corrections), self._aliases)
        renamed = before.aliases != self._filed.aliases
        extended = renamed and before.aliases.items() <= self._filed.aliases.items()
        turned = {k for k in {*confirmed, *self._confirmed} if confirmed.get(k, "") != self._confirmed.get(k, "")}
        plans = []
        for plan in view.plans:
            touched = self._filed.todo.get(plan.source, ()) != before.todo.get(plan.source, ())
            if touched or renamed:
                self._done.pop(plan.source, None)
            if touched or (renamed and not extended):
                plan = self._fresh(plan.source)
            elif renamed:
                plan = with_aliases(plan, self._filed.aliases)
            plans.append(plan)
        if self._rough:
            self._rough = False
            return self._assigned([without(p) for p in plans], None)
        return self._assigned([without(p, turned) for p in plans], None) if turned else self._assigned(plans, view)

    def _own(self, source: str) -> tuple[Finding, ...]:
        with self._lock:
            return self._carried(source).plan.findings

    @property
    def reviewed(self) -> Reviewed:
        """What the log and the vocabulary come to: orphans, contradictions, rows."""
        with self._lock:
            held = active(self.log.corrections)
            orphans = [*self._filed.lost, *(o for source in self._filed.todo for o in self._carried(source).orphans)]
            applied = Applied((), in_log_order(orphans, held), tuple(conflicts(self.log.corrections)))
            return Reviewed((), self._confirmed, tuple(review_findings(applied, self.log.damaged, self.path.name)), {}, applied, tuple(self._rows))

    def _about_log(self) -> tuple[Finding, ...]:
        return self.reviewed.findings

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

    def _entries(self, source: str) -> Sequence[Entry]:
        return self._carried(source).entries or entries_of(self._stored.base(source))

    def anchor(self, plan: PlanRecord, record: Record) -> RecordAnchor:
        """What a record of the view is known by."""
        found = next((e.anchor for e in self._entries(plan.source) if not e.gone and e.record.id == record.id), None)
        if found is None:
            raise NotFound(record.id)
        return found

    def find_id(self, plan: PlanRecord, anchor: RecordAnchor) -> tuple[str, str] | None:
        """The address of an anchor's record in the present view, if it is there."""
        with self._lock:
            entry = find_entry(self._entries(plan.source), anchor)
        return (pid_of(plan.source), entry.record.id) if entry is not None and not entry.gone else None

    def marks(self, exact: bool = False) -> Marks:
        """Which records findings are about. Those of the view where `exact` is asked for, or they are known already; else the last
        ones that were worked out, so that no record waits for the audit of all plans."""
        view = self.view
        if (exact or "findings" in view.__dict__) and self._marks[0] is not view:
            self._marks = (view, marks_of(view.findings))
        return self._marks[1]

    def items(self, exact: bool = False) -> tuple[Item, ...]:
        """The queue of the present view, most urgent first; `exact` as in `marks`."""
        marks = self.marks(exact)
        with self._lock, unhurried():
            view = self.view
            self._order = self._queue.items(view, view.plans, lambda: importance(view.plans, view.indicators, self._floors), marks)
        self._wake.set()
        return self._order

    def order(self) -> tuple[Item, ...]:
        """The queue as it was last shown: the way from record to record does not jump while one corrects."""
        return self._order or self.items()

    def picture(self, pid: str, rid: str, n: int) -> bytes:
        """PNG of the n-th page (from 0) that a record stands on. Raises NotFound, NoPicture."""
        plan, record = self.record(pid, rid)
        if not 0 <= n < len(record.span.boxes):
            raise NotFound(str(n))
        page, x0, top, x1, bottom = record.span.boxes[n]
        return self._renderer.page(self._files.path(plan.source), plan.sha256, page, (x0, top, x1, bottom)).png

    def sheet(self, pid: str, page: int) -> Sheet:
        """A page (from 1) of a plan. Raises NotFound, NoPicture."""
        plan = self.plan(pid)
        if plan.format not in PAGED or not 1 <= page <= self.sheets(plan).pages:
            raise NotFound(str(page))
        return self._renderer.page(self._files.path(plan.source), plan.sha256, page)

    def sheets(self, plan: PlanRecord) -> Sheets:
        """Where a plan's lines stand on its pages; of the last few plans asked for kept."""
        with self._lock:
            if plan.sha256 not in self._sheets:
                document = self._stored.document(plan.sha256)
                self._sheets[plan.sha256] = sheets_of(document.number(), plan.ledger) if document else Sheets(max((b[0] for r in (*plan.targets, *plan.tasks) for b in r.span.boxes), default=1), {}, {})
                while len(self._sheets) > 8:
                    self._sheets.pop(next(iter(self._sheets)))
            return self._sheets[plan.sha256]

    # --- writing ------------------------------------------------------------------------------------------------------

    def _add(self, *corrections: Correction) -> Correction:
        if self.read_only:
            raise ReadOnly
        for correction in corrections:
            append(self.path, correction)
            self.log = type(self.log)((*self.log.corrections, correction), self.log.damaged)
        self.stale = True
        with unhurried():
            self.view = self._follow(self.view, any(c.op in ("unit", "indicator", "undo") for c in corrections))
        self._wake.set()
        return corrections[0]

    def _correction(self, op: Any, pid: str, rid: str, **fields: Any) -> Correction:
        plan, record = self.record(pid, rid)
        anchor = self.anchor(plan, record)
        confidence = record.field_confidence.get(fields.get("field", ""), record.confidence)
        if op == "indicator" and isinstance(record, Target):
            confidence = record.indicator_confidence or 0.0
        seen = {"confidence": confidence, "rule": record.rule, "format": plan.format, "kind": anchor.kind}
        return make(op, self.who, plan=plan_anchor(self._stored.base(plan.source)), record=anchor, seen=seen, **fields)

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
            return self._add(make("edit", self.who, plan=plan_anchor(self._stored.base(plan.source)), record=RecordAnchor(kind="plan", key="plan"), field=field,
                                  before=getattr(plan.plan, field), after=after, seen={"format": plan.format, "kind": "plan"}))

    def add(self, pid: str, kind: Any, numbers: Sequence[int], fields: dict[str, Any]) -> Correction:
        """Write a record that the reader missed, from ledger lines."""
        with self._lock:
            plan = self._stored.base(self.plan(pid).source)
            wanted = set(numbers)
            rows = [row for row in plan.ledger if row.number in wanted]
            if not rows:
                raise NotFound("lines")
            return self._add(make("add", self.who, plan=plan_anchor(plan), record=RecordAnchor(kind=kind), lines=tuple(r.text for r in rows),
                                  numbers=tuple(r.number for r in rows), boxes=self.sheets(plan).boxes_of([r.number for r in rows]) if plan.format in PAGED else (),
                                  after=fields, seen={"format": plan.format, "kind": kind}))

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
            reviewed = settle([self._stored.base(source) for source in self._stored.order], self.log, self.path, self.last.settled)
            written = write_outputs(distinct_ids(reviewed.plans), self.out_dir, with_review(self.last.info, reviewed), excel_vi=self.last.excel_vi,
                                    confirmed=reviewed.confirmed, baseline=self._floors)
            self.stale = False
            return [p.relative_to(self.out_dir).as_posix() for p in written]

    def keep_ready(self) -> threading.Thread:
        """Work out comparison and findings in the background, in pauses of work, so that the pages that show them need not wait."""
        def work() -> None:
            taught = False
            while self._wake.wait() and not self._closing:
                self._wake.clear()
                if self._wake.wait(_PAUSE):
                    continue
                with unhurried():  # the collector would stop every page for as long as it goes through all plans
                    self._exactly()
                    if not taught:
                        with_indicators(list(self.view.plans), self._confirmed)  # what it learns of each wording is kept for the next correction
                        taught = True
                    if "cells" not in self.view.__dict__ or "findings" not in self.view.__dict__:
                        _ = self.view.cells
                        self.marks(exact=True)

        thread = threading.Thread(target=work, name="doichieu-ready", daemon=True)
        thread.start()
        return thread

    def close(self) -> None:
        self._closing = True
        self._files.close()
        self._wake.set()
        self._renderer.close()
