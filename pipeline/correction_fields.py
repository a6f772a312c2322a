"""The fields of a record that a reviewer can settle, as plain JSON values, and back.

| field | value |
| --- | --- |
| deadline | {raw, kind, edtf, due, rrule, condition} or None |
| lead, support | list of {unit_id, name, raw, known, kind, level} |
| value | {comparator, value, value_high, unit, measure, direction, base} |
| indicator, horizon, qualifier, text, result | text or None |
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from normalizers.text import slug
from pipeline.records import DeadlineRecord, PlanRecord, Record, Target, Task, UnitRef
from pipeline.target_values import number_text

VALUE_PARTS = ("comparator", "value", "value_high", "unit", "measure", "direction", "base")
TARGET_FIELDS = ("indicator", "value", "horizon", "deadline", "lead", "support", "qualifier")
TASK_FIELDS = ("text", "deadline", "lead", "support", "result")
PLAN_FIELDS = ("commune", "commune_type", "province", "issuer", "doc_type", "number", "issue_date", "title", "period")


_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "", "range": "", "rank": "nhóm", "qualitative": ""}


class BadValue(ValueError):
    """A value that a field cannot have."""


def fields_of(record: Record) -> tuple[str, ...]:
    """Names of the fields of a record that can be corrected."""
    return TARGET_FIELDS if isinstance(record, Target) else TASK_FIELDS


def get_field(record: Record, name: str) -> Any:
    """A field's value as JSON. Raises BadValue for a field that the record does not have."""
    if name not in fields_of(record):
        raise BadValue(name)
    if name == "value":
        return {part: getattr(record, part) for part in VALUE_PARTS}
    if name == "deadline":
        return record.deadline.model_dump(mode="json") if record.deadline else None
    if name in ("lead", "support"):
        refs: tuple[UnitRef, ...] = getattr(record, f"{name}_units")
        names: tuple[str, ...] = getattr(record, name)
        refs = refs or tuple(UnitRef(unit_id=slug(n), name=n, raw=n, known=True) for n in names)
        return [ref.model_dump(mode="json") for ref in refs]
    return getattr(record, name)


def changes(record: Record, name: str, value: Any) -> dict[str, Any]:
    """The record's attributes that a field's value sets. Raises BadValue for a value that the field cannot have."""
    if name not in fields_of(record):
        raise BadValue(name)
    try:
        if name == "value":
            fields = {part: value.get(part) for part in VALUE_PARTS}
            assert isinstance(record, Target)
            Target.model_validate({"id": "T", "indicator": record.indicator, **fields})
            return fields
        if name == "deadline":
            return {"deadline": DeadlineRecord.model_validate(value) if value else None}
        if name in ("lead", "support"):
            refs = tuple(UnitRef.model_validate(v) for v in value or ())
            return {f"{name}_units": refs, name: tuple(dict.fromkeys(r.name for r in refs))}
    except (ValidationError, AttributeError, TypeError) as error:
        raise BadValue(name) from error
    if value is not None and not isinstance(value, str):
        raise BadValue(name)
    if name in ("indicator", "text") and not value:
        raise BadValue(name)
    return {name: value}


def with_field(record: Record, name: str, value: Any, who: str, *, auto: Any = None, keep_auto: bool = True) -> Record:
    """The record with a reviewed field: sure of it, and with the automatic value beside it.

    `keep_auto`: remember the value it has now (or `auto`) as the automatic one, unless one is remembered already."""
    update: dict[str, Any] = changes(record, name, value)
    confidence = {k: v for k, v in record.field_confidence.items() if k != name} | {name: 1.0}
    update["field_confidence"] = dict(sorted(confidence.items()))
    update["confidence"] = min(confidence.values())
    update["reviewed_by"] = who
    if keep_auto and name not in record.auto_value:
        update["auto_value"] = {**record.auto_value, name: auto if auto is not None else get_field(record, name)}
    return record.model_copy(update=update)


def with_plan_field(plan: PlanRecord, name: str, value: Any, who: str) -> PlanRecord:
    """The plan with a reviewed field of its head. Raises BadValue."""
    if name not in PLAN_FIELDS or not (value is None or isinstance(value, str)):
        raise BadValue(name)
    auto = plan.auto_value if name in plan.auto_value else {**plan.auto_value, name: getattr(plan.plan, name)}
    update: dict[str, Any] = {name: value or None}
    if name in ("commune", "commune_type", "province"):
        update["commune_code"] = None  # the code was of the automatic name
        if name == "province":
            update["province_code"] = None
    return plan.model_copy(update={"plan": plan.plan.model_copy(update=update), "reviewed_by": who, "auto_value": auto})


def new_record(kind: str, record_id: str, fields: Mapping[str, Any], like: Record | None, who: str) -> Record:
    """A record that a reviewer made from `fields`; place, section and what is not given come from `like`. Raises BadValue."""
    try:
        base: Record
        if kind == "target":
            base = Target(id=record_id, indicator=str(fields.get("indicator") or "?"), comparator="qualitative")
        else:
            base = Task(id=record_id, text=str(fields.get("text") or "?"))
        if like is not None:
            shared = ("lines", "span", "raw", "section", "lead", "support", "lead_units", "support_units", "deadline", "no", "origin", "horizon", "qualifier")
            base = base.model_copy(update={n: getattr(like, n) for n in shared if n in type(base).model_fields and hasattr(like, n)})
            if base.__class__ is Task and getattr(base, "origin", "") == "task":
                base = base.model_copy(update={"origin": "section"})
        base = base.model_copy(update={"rule": "reviewer", "id": record_id})
        for name in fields_of(base):
            if name in fields:
                base = with_field(base, name, fields[name], who, keep_auto=False)
    except ValidationError as error:
        raise BadValue(kind) from error
    return base.model_copy(update={"reviewed_by": who, "confidence": 1.0, "field_confidence": dict.fromkeys(sorted(fields), 1.0)})


def record_fields(record: Record) -> dict[str, Any]:
    """All correctable fields of a record."""
    return {name: get_field(record, name) for name in fields_of(record)}


def value_text(value: dict[str, Any]) -> str:
    """A target's value as it may be typed back: "≥ 80 %", "80–90 %", "nhóm 20", "định tính"."""
    if value["comparator"] == "qualitative":
        return "định tính"
    number = "" if value["value"] is None else number_text(value["value"])
    if value.get("value_high") is not None:
        number += "–" + number_text(value["value_high"])
    unit = {"rank": "", "index": "", "level": "", None: ""}.get(value["unit"], value["unit"])
    if value["unit"] == "count":
        unit = value.get("measure") or ""
    sign = "mức" if value["unit"] == "level" and value["comparator"] == "=" else _SIGNS[value["comparator"]]
    return " ".join(filter(None, (sign, number, unit)))
