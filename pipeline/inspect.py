"""One record with its raw text and place (`doichieu show`), and what the vocabulary does not know (`doichieu units`)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from extractors.errors import UsageError
from pipeline.inputs import find_inputs, source_names
from pipeline.records import PlanRecord, Record, Target, Task
from pipeline.target_values import number_text


def load_dataset(out_dir: Path) -> list[PlanRecord]:
    """The plans of a finished run. Raises UsageError where there is none."""
    path = out_dir / "dataset.jsonl"
    if not path.exists():
        raise UsageError(f"{path}: no dataset there. Run `doichieu run … --out {out_dir}` first, or name another folder with --out.")
    return [PlanRecord.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def find_record(plans: list[PlanRecord], name: str) -> tuple[PlanRecord, Record]:
    """The record of an id such as `yen-hoa/T003` (plan id, a slash, record id); the plan may be left out if one fits.

    Raises UsageError that says which plans there are."""
    plan_id, _, record_id = name.rpartition("/")
    hits: list[tuple[PlanRecord, Record]] = []
    for plan in plans:
        if plan_id and plan_id not in {plan.plan_id, plan.source}:
            continue
        hits += [(plan, r) for r in (*plan.targets, *plan.tasks) if r.id == record_id]
    if len(hits) == 1:
        return hits[0]
    have = ", ".join(p.plan_id for p in plans)
    if not hits:
        raise UsageError(f"{name}: no such record. Write PLAN/RECORD, for example {plans[0].plan_id if plans else 'plan'}/T001. Plans: {have}")
    raise UsageError(f"{name}: {len(hits)} plans have this record. Write PLAN/RECORD. Plans: {have}")


def describe(plan: PlanRecord, record: Record) -> str:
    """A record as text: values, raw wording, place, rule, confidence, other readings."""
    rows: list[tuple[str, str]] = [("Kế hoạch", f"{plan.source} ({plan.plan.commune_type or ''} {plan.plan.commune or ''})".replace("( )", "").strip())]
    if isinstance(record, Target):
        value = "" if record.value is None else number_text(record.value) + (f" - {number_text(record.value_high)}" if record.value_high is not None else "")
        rows += [("Chỉ tiêu", record.indicator), ("Giá trị", f"{record.comparator} {value} {record.unit or ''}".strip()), ("Mốc", record.horizon or "không nêu"),
                 ("Mã chỉ tiêu", record.indicator_id or "")]
    elif isinstance(record, Task):
        rows += [("Nhiệm vụ", record.text), ("Kết quả", record.result or "")]
    rows += [("Chủ trì", "; ".join(record.lead)), ("Phối hợp", "; ".join(record.support))]
    if record.deadline:
        d = record.deadline
        rows.append(("Thời hạn", f"{d.raw} → {d.kind} {d.edtf or ''} {d.due or ''} {' '.join(d.rrule)}".strip()))
    rows += [("Mục", " › ".join(record.section)), ("Nguyên văn", record.raw), ("Vị trí", place_of(record)), ("Quy tắc", record.rule),
             ("Độ tin cậy", f"{record.confidence:.2f} ({', '.join(f'{k} {v:.2f}' for k, v in record.field_confidence.items())})"),
             ("Cách đọc khác", "; ".join(record.alternatives))]
    return "\n".join(f"{name:<14}: {text}" for name, text in rows if text)


def place_of(record: Record) -> str:
    """The record's place in words: lines, page with box, or path."""
    span = record.span
    if span.lines:
        return f"dòng {span.lines[0]}-{span.lines[1]}"
    if span.boxes:
        return "; ".join(f"trang {p} ({x0:.0f}, {top:.0f})–({x1:.0f}, {bottom:.0f})" for p, x0, top, x1, bottom in span.boxes)
    return span.path or ""


def draw(plan: PlanRecord, record: Record, folder: Path, image: Path) -> Path:
    """Draw the record's page with its span outlined. Raises UsageError for a format without pages or a missing source."""
    if not record.span.boxes:
        raise UsageError(f"{plan.source} has no pages to draw (format {plan.format}); the record's place is {place_of(record)}.")
    names = source_names(find_inputs([folder]))
    path = next((p for p, name in names.items() if name == plan.source), None)
    if path is None:
        raise UsageError(f"{plan.source} is not in {folder}. Name the folder with the documents: --from FOLDER.")
    page, x0, top, x1, bottom = record.span.boxes[0]
    from extractors.pdf_second import render_page

    return render_page(path, page, (x0, top, x1, bottom), image)


def unknown_units(plans: list[PlanRecord]) -> list[tuple[str, int, str]]:
    """Unit wordings that the catalogue lacks: (wording, count, first plan), most frequent first."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for plan in plans:
        for record in (*plan.targets, *plan.tasks):
            for unit in (*record.lead_units, *record.support_units):
                if not unit.known:
                    counts[unit.name] += 1
                    first.setdefault(unit.name, plan.source)
    return [(name, n, first[name]) for name, n in sorted(counts.items(), key=lambda it: (-it[1], it[0]))]
