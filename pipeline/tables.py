"""The tables of a run as data: every column with its type, Vietnamese title and description, and the rows of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from normalizers.text import slug
from pipeline import coverage, links
from pipeline.columns import TABLES, Column
from pipeline.columns_follow import FOLLOW_TABLES
from pipeline.comparison import Comparison, horizon_year
from pipeline.correction_apply import FIELD_TEXT, shown
from pipeline.csv_io import Value, split_marker
from pipeline.divergence import divergence_rows, long_rows, matrix_rows, place_text
from pipeline.records import Finding, PlanRecord, Record, Target, UnitRef
from pipeline.series import series_rows


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready to write: file name without suffix, Vietnamese title, columns, and rows in column order."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def _table(name: str, rows: Iterable[dict[str, object]], more: Sequence[Column] = ()) -> Table:
    title, description, columns = (TABLES if name in TABLES else FOLLOW_TABLES)[name]
    columns = (*columns, *more)
    return Table(name, title, description, columns, tuple(tuple(_value(row.get(c.name)) for c in columns) for row in rows))


def _value(value: object) -> Value:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Sequence):
        return "; ".join(str(v) for v in value)
    return str(value)


def tables(plans: Sequence[PlanRecord], comparison: Comparison, extra: Sequence[Finding] = ()) -> list[Table]:
    """Every table of a run. `plans` sorted by source, indicators assigned; `extra` are findings about no plan."""
    labels, matrix = matrix_rows(comparison)
    commune_columns = [Column(label, "string", label, f"Chỉ tiêu của {label} như kế hoạch nêu; để trống nếu không nêu.") for label in labels]
    covered = coverage.coverage(plans, comparison)
    linked = list(links.link_plans(plans))
    covered_by, coverage_matrix = coverage.matrix(covered, comparison)
    linked_by, links_matrix = links.matrix(linked, comparison)
    findings = sorted([*(f for p in plans for f in p.findings), *extra], key=lambda f: f.source)
    return [
        _table("divergence", divergence_rows(comparison)),
        _table("divergence_long", long_rows(comparison)),
        _table("divergence_matrix", matrix, commune_columns),
        _table("series", series_rows(comparison)),
        _table("coverage", coverage.coverage_rows(covered)),
        _table("coverage_matrix", coverage_matrix, _communes(covered_by, "Tình trạng tiếp thu của {}; trống nếu kế hoạch cấp trên không dành cho xã này.")),
        _table("links", links.link_rows(linked)),
        _table("links_matrix", links_matrix, _communes(linked_by, "Nhiệm vụ của {} thực hiện chỉ tiêu; trống nếu không nêu chỉ tiêu.")),
        _table("plans", (_plan(p) for p in plans)),
        _table("targets", (_target(p, t) for p in plans for t in p.targets)),
        _table("tasks", ({**_record(p, t), "text": t.text, "result": t.result, "origin": t.origin} for p in plans for t in p.tasks)),
        _table("assignments", (row for p in plans for row in _assignments(p))),
        _table("citations", ({"source": p.source, "plan_id": p.plan_id, "number": c.number, "doc_type": c.doc_type, "dates": c.dates,
                              "issuer": c.issuer, "lines": c.lines} for p in plans for c in p.citations)),
        _table("ledger", (row for p in plans for row in _ledger(p))),
        _table("findings", ({**f.model_dump(), "quotes": " | ".join(f.quotes)} for f in findings)),
    ]


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


def _assignments(plan: PlanRecord) -> Iterable[dict[str, object]]:
    kinds: tuple[tuple[Literal["target", "task"], Sequence[Record]], ...] = (("target", plan.targets), ("task", plan.tasks))
    for kind, records in kinds:
        for record in records:
            for role, units, names in (("lead", record.lead_units, record.lead), ("support", record.support_units, record.support)):
                refs = units or tuple(UnitRef(unit_id=slug(n), name=n, raw=n, known=True) for n in names)
                for unit in refs:
                    yield {"source": plan.source, "plan_id": plan.plan_id, "commune": plan.plan.commune, "record_kind": kind,
                           "record_id": record.id, "role": role, "unit_id": unit.unit_id, "unit": unit.name, "raw": unit.raw,
                           "known": unit.known, "unit_kind": unit.kind, "unit_level": unit.level,
                           "due": record.deadline.due if record.deadline else None}


def _ledger(plan: PlanRecord) -> Iterator[dict[str, object]]:
    """Rows of the ledger; `part` counts the cells that a dump or a scan printed on one line, so (place, part) is there once."""
    shared = Counter(row.place for row in plan.ledger)
    seen: Counter[str] = Counter()
    for row in plan.ledger:
        marker, text = split_marker(row.text)
        seen[row.place] += 1
        yield {"source": plan.source, "plan_id": plan.plan_id, "number": row.number, "place": row.place,
               "part": seen[row.place] if shared[row.place] > 1 else None, "marker": marker, "text": text, "role": row.role, "record": row.record}
