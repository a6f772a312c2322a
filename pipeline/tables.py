"""The tables of a run as data: every column with its type, Vietnamese title and description, and the rows of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from normalizers.text import slug
from pipeline import coverage, links
from pipeline.baseline import is_higher_plan
from pipeline.columns import TABLES, Column
from pipeline.columns_follow import FOLLOW_TABLES
from pipeline.comparison import Comparison, horizon_year
from pipeline.correction_wording import FIELD_TEXT, shown
from pipeline.csv_io import Value, split_marker
from pipeline.divergence import divergence_rows, long_rows, matrix_rows, place_text
from pipeline.prepared import sources_of
from pipeline.records import Finding, PlanRecord, Record, Target, UnitRef
from pipeline.series import series_rows
from pipeline.spool import Spool


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready to write: file name without suffix, Vietnamese title, columns, and rows in column order (on disk
    where they are many)."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]


def table_of(name: str, rows: Sequence[tuple[Value, ...]], more: Sequence[Column] = ()) -> Table:
    """The table of a name with these rows. `more`: columns besides its own."""
    title, description, columns = (TABLES if name in TABLES else FOLLOW_TABLES)[name]
    return Table(name, title, description, (*columns, *more), rows)


def _row(row: Mapping[str, object], names: Iterable[str]) -> tuple[Value, ...]:
    get = row.get
    return tuple([v if (v := get(name)) is None or v.__class__ in _PLAIN else _value(v) for name in names])  # type: ignore[misc]


class Rows:
    """A table while it is filled."""

    def __init__(self, name: str, folder: Path | None = None, more: Sequence[Column] = (), shared: bool = False) -> None:
        self._spool: Spool[tuple[Value, ...]] = Spool(folder=folder, shared=shared)
        self.table = table_of(name, self._spool, more)
        self._names = tuple(c.name for c in self.table.columns)

    def add(self, row: Mapping[str, object]) -> None:
        self._spool.add(_row(row, self._names))

    def extend(self, rows: Iterable[tuple[Value, ...]]) -> None:
        """Rows that are tuples in the order of the columns already."""
        add = self._spool.add
        for row in rows:
            add(row)

    def filled(self, rows: Iterable[Mapping[str, object]]) -> Table:
        for row in rows:
            self.add(row)
        return self.table


_PLAIN = frozenset({str, int, float, bool})


def _value(value: object) -> Value:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Sequence):
        return "; ".join(str(v) for v in value)
    return str(value)


class Linked:
    """The links of a batch as its plans go by: the rows of `links.csv`, and what its matrix needs."""

    def __init__(self, folder: Path | None = None, shared: bool = False) -> None:
        self._rows = Rows("links", folder, shared=shared)
        self.table = self._rows.table
        self.carriers = links.Carriers(folder)

    @staticmethod
    def rows_of(found: links.PlanLinks) -> tuple[tuple[Value, ...], ...]:
        """The rows of a plan."""
        names = tuple(c.name for c in FOLLOW_TABLES["links"][2])
        return tuple(_row(row, names) for row in links.link_rows([found]))

    def add(self, plan: PlanRecord, rows: Iterable[tuple[Value, ...]], carried: Mapping[str, str]) -> None:
        """A plan with its `rows_of` and `pipeline.links.carriers`."""
        self.carriers.add(plan, carried)
        self._rows.extend(rows)


OF_PLAN = ("plans", "targets", "tasks", "assignments", "citations", "ledger")  # tables of which each plan gives its rows by itself


class PlanTables:
    """Some of the tables of `OF_PLAN`, filled plan by plan."""

    def __init__(self, names: Iterable[str], folder: Path | None = None, shared: bool = False) -> None:
        self._rows = {name: Rows(name, folder, shared=shared) for name in names}

    def add(self, plan: PlanRecord) -> None:
        for name, rows in self._rows.items():
            if name in _TUPLES:
                rows.extend(_TUPLES[name](plan))
            else:
                rows.filled(_MAPPINGS[name](plan))

    @property
    def tables(self) -> dict[str, Table]:
        return {name: rows.table for name, rows in self._rows.items()}


def tables(plans: Sequence[PlanRecord], comparison: Comparison, extra: Sequence[Finding] = (), *, linked: Linked | None = None,
           folder: Path | None = None, each: Sequence[Callable[[PlanRecord], object]] = (), apart: Mapping[str, Table] | None = None,
           shared: bool = False) -> list[Table]:
    """Every table of a run. `plans` sorted by source, indicators assigned; `extra` are findings about no plan; `linked`: the
    links of these plans, made where they are not given; `folder`: for temporary files. All plans go by once, and are handed to
    each of `each`; communes' plans a second time where a higher plan is there. `apart`: tables of `OF_PLAN` that are filled elsewhere.
    `shared`: other processes read the rows of long tables."""
    of_plan = PlanTables([name for name in OF_PLAN if not apart or name not in apart], folder, shared)
    findings, mine = Rows("findings", folder, shared=shared), iter(sorted(extra, key=lambda f: f.source))
    waiting, given = next(mine, None), linked or Linked(folder)
    for plan in plans:
        while waiting is not None and waiting.source < plan.source:
            findings.add(_finding(waiting))
            waiting = next(mine, None)
        for f in plan.findings:
            findings.add(_finding(f))
        of_plan.add(plan)
        if linked is None:
            found = links.link_plan(plan)
            given.add(plan, Linked.rows_of(found), links.carriers(found))
        for call in each:
            call(plan)
    while waiting is not None:
        findings.add(_finding(waiting))
        waiting = next(mine, None)
    labels, matrix = matrix_rows(comparison)
    commune_columns = [Column(label, "string", label, f"Chỉ tiêu của {label} như kế hoạch nêu; để trống nếu không nêu.") for label in labels]
    linked_by, links_matrix = links.matrix(given.carriers, comparison)
    covered, covered_by, coverage_matrix = _coverage(plans, comparison, folder)
    return [
        Rows("divergence", folder).filled(divergence_rows(comparison)),
        Rows("divergence_long", folder).filled(long_rows(comparison)),
        Rows("divergence_matrix", folder, commune_columns).filled(matrix),
        Rows("series", folder).filled(series_rows(comparison, folder)),
        covered,
        Rows("coverage_matrix", folder, _communes(covered_by, "Tình trạng tiếp thu của {}; trống nếu kế hoạch cấp trên không dành cho xã này.")).filled(coverage_matrix),
        given.table,
        Rows("links_matrix", folder, _communes(linked_by, "Nhiệm vụ của {} thực hiện chỉ tiêu; trống nếu không nêu chỉ tiêu.")).filled(links_matrix),
        *({**of_plan.tables, **(apart or {})}[name] for name in OF_PLAN),
        findings.table,
    ]


def _finding(f: Finding) -> dict[str, object]:
    return {"kind": f.kind, "severity": f.severity, "source": f.source, "record": f.record, "place": f.place, "message": f.message, "quotes": " | ".join(f.quotes)}


def _coverage(plans: Sequence[PlanRecord], comparison: Comparison, folder: Path | None) -> tuple[Table, list[str], Iterator[dict[str, object]]]:
    """`coverage.csv`, and labels and rows of its matrix; plans are read commune by commune."""
    rows, matrix = Rows("coverage", folder), coverage.Matrix(comparison)
    at = {source: n for n, source in enumerate(sources_of(plans))}
    higher = [p for p in (plans[at[s]] for s in comparison.apart) if is_higher_plan(p) and (p.targets or p.tasks)]
    for commune in comparison.communes if higher else ():
        own = [plans[at[source]] for source in comparison.sources[commune.key]]
        for item in coverage.covered(higher, commune, [p for p in map(comparison.force.kept, own) if p is not None]):
            rows.add(coverage.coverage_row(item))
            matrix.add(item)
    return rows.table, *matrix.made()


def _communes(labels: Iterable[str], text: str) -> list[Column]:
    return [Column(label, "string", label, text.format(label)) for label in labels]


def _plan(plan: PlanRecord) -> dict[str, object]:
    ledger = plan.ledger
    return {**plan.plan.model_dump(), "source": plan.source, "plan_id": plan.plan_id, "format": plan.format, "sha256": plan.sha256,
            "targets": len(plan.targets), "tasks": len(plan.tasks), "citations": len(plan.citations), "findings": len(plan.findings),
            "lines_total": len(ledger), "lines_unexplained": sum(r.role == "unexplained" for r in ledger)}


def _record(plan: PlanRecord, record: Record) -> dict[str, object]:
    marker, raw = split_marker(record.raw)
    deadline = record.deadline
    lines = record.span.lines or record.lines
    return {
        "source": plan.source, "plan_id": plan.plan_id, "commune": plan.plan.commune, "id": record.id, "no": record.no,
        "section": " › ".join(record.section), "lead": record.lead, "support": record.support,
        "deadline": deadline.raw if deadline else None, "deadline_kind": deadline.kind if deadline else None,
        "deadline_edtf": deadline.edtf if deadline else None, "due": deadline.due if deadline else None,
        "rrule": deadline.rrule if deadline else None, "condition": deadline.condition if deadline else None,
        "marker": marker, "raw": raw, "page": record.span.page, "line_first": lines[0] if lines else None,
        "line_last": lines[1] if lines else None, "place": place_text(record.span, record.lines), "rule": record.rule,
        "confidence": round(record.confidence, 4), "alternatives": " | ".join(record.alternatives), "reviewed_by": record.reviewed_by, "auto_value": _auto_text(record),
    }


def _auto_text(record: Record) -> str | None:
    """What was read automatically of the reviewed fields: "thời hạn: Quý II/2026 → 2026-06-30"."""
    return " | ".join(f"{FIELD_TEXT.get(name, name)}: {shown(value)}" for name, value in sorted(record.auto_value.items())) or None


def _target(plan: PlanRecord, target: Target) -> dict[str, object]:
    fields = ("indicator", "comparator", "value", "value_high", "unit", "measure", "horizon", "qualifier", "direction", "base", "origin",
              "indicator_id", "indicator_confidence", "indicator_runner_up")
    return {**_record(plan, target), **{f: getattr(target, f) for f in fields}, "horizon_year": horizon_year(target.horizon)}


def _assignments(plan: PlanRecord) -> Iterator[tuple[Value, ...]]:
    kinds: tuple[tuple[Literal["target", "task"], Sequence[Record]], ...] = (("target", plan.targets), ("task", plan.tasks))
    for kind, records in kinds:
        for record in records:
            for role, units, names in (("lead", record.lead_units, record.lead), ("support", record.support_units, record.support)):
                refs = units or tuple(UnitRef(unit_id=slug(n), name=n, raw=n, known=True) for n in names)
                for unit in refs:
                    yield (plan.source, plan.plan_id, plan.plan.commune, kind, record.id, role, unit.unit_id, unit.name, unit.raw, unit.known, unit.kind, unit.level,
                           record.deadline.due if record.deadline else None)


def _ledger(plan: PlanRecord) -> Iterator[tuple[Value, ...]]:
    """Rows of the ledger; `part` counts the cells that a dump or a scan printed on one line, so (place, part) is there once."""
    source, plan_id = plan.source, plan.plan_id
    shared = Counter([row.place for row in plan.ledger])
    seen: dict[str, int] = {}
    for row in plan.ledger:
        place, part = row.place, None
        if shared[place] > 1:
            part = seen[place] = seen.get(place, 0) + 1
        yield (source, plan_id, row.number, place, part, *split_marker(row.text), row.role, row.record)


def _tasks(plan: PlanRecord) -> Iterator[Mapping[str, object]]:
    return ({**_record(plan, t), "text": t.text, "result": t.result, "origin": t.origin} for t in plan.tasks)


def _citations(plan: PlanRecord) -> Iterator[Mapping[str, object]]:
    return ({"source": plan.source, "plan_id": plan.plan_id, "number": c.number, "doc_type": c.doc_type, "dates": c.dates, "issuer": c.issuer, "lines": c.lines}
            for c in plan.citations)


_MAPPINGS: dict[str, Callable[[PlanRecord], Iterable[Mapping[str, object]]]] = {
    "plans": lambda plan: (_plan(plan),), "targets": lambda plan: (_target(plan, t) for t in plan.targets), "tasks": _tasks, "citations": _citations}
_TUPLES: dict[str, Callable[[PlanRecord], Iterable[tuple[Value, ...]]]] = {"assignments": _assignments, "ledger": _ledger}  # the many short ones
