"""What a reviewer types, read by the same normalizers as the plans: text → a field's value and how to show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from normalizers.deadlines import edtf_bounds, find_deadline, horizon_of, parse_deadline
from normalizers.indicators import catalogue
from normalizers.targets import read_table_target, read_targets
from normalizers.text import squash
from normalizers.unit_prose import prose_owners
from normalizers.unit_vocab import vocabulary
from normalizers.units import parse_units
from normalizers.values import Deadline, TargetReading, Unit
from pipeline.correction_fields import VALUE_PARTS, value_text
from pipeline.correction_wording import shown
from pipeline.corrections import Correction
from pipeline.records import Plan

KINDS = {"fixed": "có hạn", "open_ended": "có bắt đầu, không có kết thúc", "recurring": "định kỳ", "ongoing": "thường xuyên",
         "conditional": "theo điều kiện", "unresolved": "chưa hiểu"}
_EDTF = re.compile(r"(?:\.\.|\d{4}(?:-\d{2}){0,2})(?:/(?:\.\.|\d{4}(?:-\d{2}){0,2}))?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A field's value as JSON, how people read it, and what is doubtful about it ("" where nothing is)."""

    value: Any
    text: str
    doubt: str = ""


class Unreadable(ValueError):
    """Text that gives no value; the message (Vietnamese) says what is expected."""


def reference_of(plan: Plan) -> str | None:
    """The date from which "trong năm" and a day without a year are read, as when the plan itself was read."""
    year = plan.period if plan.period and re.fullmatch(r"\d{4}", plan.period) else None
    if year and (plan.issue_date is None or plan.issue_date[:4] < year):
        return f"{year}-01-01"
    return plan.issue_date


def read_field(name: str, text: str, plan: Plan) -> Reading:
    """The value that `text` gives a field. Raises Unreadable."""
    text = squash(text)
    if name == "deadline":
        return _deadline(text, plan)
    if name in ("lead", "support"):
        return _units(text, plan)
    if name == "value":
        return _value(text)
    if name == "horizon":
        return _horizon(text, plan)
    if not text and name in ("indicator", "text"):
        raise Unreadable("Không được để trống.")
    return Reading(text or None, in_words(name, text, plan) or ("" if text else "(trống)"))


_PIECE = re.compile(r"[;\n]|[.](?=\s+[^\W\d_])")


def in_words(name: str, text: str, plan: Plan) -> str:
    """What the normalizers find in a longer text, for whoever types it: every deadline, the owners, the values: "thời hạn 30/06/2026 (có
    hạn); 14/12/2026 (có hạn) · chủ trì Phòng Kinh tế". Only a remark: these are fields of their own."""
    found: list[str] = []
    if name in ("text", "result") and (due := _deadlines_in(text, plan)):
        found.append(f"thời hạn {'; '.join(due)}")
    if name == "text":
        for role, units in zip(("chủ trì", "phối hợp"), prose_owners(text, plan.commune), strict=True):
            if units:
                found.append(f"{role} {'; '.join(u.name for u in units)}")
    if name in ("indicator", "text", "result"):
        values = [value_text({part: getattr(r, part) for part in VALUE_PARTS}) for r in read_targets(text) if r.comparator != "qualitative"]
        if values:
            found.append(f"con số {'; '.join(dict.fromkeys(values))}")
    return "Trong câu: " + " · ".join(found) if found else ""


def _deadlines_in(text: str, plan: Plan) -> list[str]:
    """Every deadline of a text, clause by clause."""
    found = (find_deadline(piece, reference_of(plan)) for piece in _PIECE.split(text) if piece.strip())
    return list(dict.fromkeys(deadline_text(deadline_json(d)) for d in found if d))


def deadline_json(value: Deadline) -> dict[str, Any]:
    return {"raw": value.raw, "kind": value.kind, "edtf": value.edtf, "due": value.due, "rrule": list(value.rrule), "condition": value.condition}


def deadline_text(value: dict[str, Any] | None) -> str:
    """A deadline for people: "30/06/2026 (có hạn)"."""
    if not value:
        return "(trống)"
    due = "/".join(reversed(value["due"].split("-"))) if value.get("due") else ""
    main = due or "; ".join(value.get("rrule") or ()) or value.get("edtf") or ""
    more = f"; điều kiện: {value['condition']}" if value.get("condition") else ""
    return f"{main} ({KINDS[value['kind']]}{more})".strip()


def _deadline(text: str, plan: Plan) -> Reading:
    if not text:
        return Reading(None, "(trống)")
    value = deadline_json(parse_deadline(text, reference_of(plan)))
    if value["kind"] == "unresolved":
        return Reading(value, deadline_text(value), "Chưa hiểu cụm từ này: sẽ giữ nguyên văn.")
    others = [t for t in _deadlines_in(text, plan) if t != deadline_text(value)]
    return Reading(value, deadline_text(value), f"Còn nêu {'; '.join(others)}: giữ trong nguyên văn." if others else "")


def _unit_json(unit: Unit) -> dict[str, Any]:
    return {"unit_id": unit.unit_id, "name": unit.name, "raw": unit.raw, "known": unit.known, "kind": unit.kind, "level": unit.level}


def _units(text: str, plan: Plan) -> Reading:
    units: dict[str, dict[str, Any]] = {}
    for piece in filter(None, (p.strip() for p in text.split(";"))):
        exact = next((e for e in vocabulary().entries.values() if e.name == piece), None)
        if exact is not None:
            units.setdefault(exact.unit_id, {"unit_id": exact.unit_id, "name": exact.name, "raw": piece, "known": True, "kind": exact.kind, "level": exact.level})
            continue
        found = parse_units(piece, plan.commune, plan.province)
        if not found:
            raise Unreadable(f"Không đọc được đơn vị nào từ “{piece}”.")
        for unit in found:
            units.setdefault(unit.unit_id, _unit_json(unit))
    values = list(units.values())
    unknown = [u["name"] for u in values if not u["known"]]
    return Reading(values, shown(values), f"Chưa có trong danh mục: {'; '.join(unknown)}" if unknown else "")


def _value(text: str) -> Reading:
    if not text:
        raise Unreadable("Ghi con số, ví dụ “≥ 80 %”, hoặc “định tính”.")
    if text.casefold() == "định tính":
        value: dict[str, Any] = dict.fromkeys(VALUE_PARTS) | {"comparator": "qualitative"}
        return Reading(value, "định tính")
    readings = read_table_target("Chỉ tiêu", None, text)
    if len(readings) != 1 or readings[0].comparator == "qualitative":
        raise Unreadable("Chưa hiểu con số này. Ghi như “≥ 80 %”, “80–90 %”, “nhóm 20”, hoặc “định tính”.")
    value = {part: getattr(readings[0], part) for part in VALUE_PARTS}
    return Reading(value, value_text(value))


def _horizon(text: str, plan: Plan) -> Reading:
    if not text:
        return Reading(None, "(không nêu mốc)")
    if _EDTF.fullmatch(text) and any(edtf_bounds(text)):
        return Reading(text, text)
    found = horizon_of(text, reference_of(plan)) or parse_deadline(text, reference_of(plan)).edtf
    if not found:
        raise Unreadable("Chưa hiểu mốc này. Ghi như “2030”, “Quý II/2026”, “2026/2030”.")
    return Reading(found, found)


def _target_fields(reading: TargetReading) -> dict[str, Any]:
    fields: dict[str, Any] = {"indicator": reading.indicator, "value": {part: getattr(reading, part) for part in VALUE_PARTS}}
    if reading.horizon:
        fields["horizon"] = reading.horizon
    if reading.qualifier:
        fields["qualifier"] = reading.qualifier
    return fields


def read_parts(kind: str, text: str, plan: Plan) -> list[dict[str, Any]]:
    """The records that the lines of `text` give, as fields: a task a line, the outcomes of each line for targets."""
    out: list[dict[str, Any]] = []
    for line in filter(None, map(squash, text.split("\n"))):
        if kind == "task":
            part: dict[str, Any] = {"text": line}
            if due := find_deadline(line, reference_of(plan)):
                part["deadline"] = deadline_json(due)
            for role, units in zip(("lead", "support"), prose_owners(line, plan.commune), strict=True):
                if units:
                    part[role] = [_unit_json(u) for u in units]
            out.append(part)
            continue
        readings = read_targets(line)
        out += [_target_fields(r) for r in readings] or [{"indicator": line, "value": dict.fromkeys(VALUE_PARTS) | {"comparator": "qualitative"}}]
    return out


def part_text(part: dict[str, Any]) -> str:
    """A part in one line: wording, value, horizon or deadline."""
    if "text" in part:
        more = [shown(part[role]) for role in ("lead", "support") if part.get(role)] + ([deadline_text(part["deadline"])] if part.get("deadline") else [])
        return " — ".join([str(part["text"]), *more])
    return f"{part['indicator']}: {value_text(part['value'])}" + (f" — mốc {part['horizon']}" if part.get("horizon") else "")


def outcome_text(c: Correction) -> str:
    """What a correction came to, for people: the new value, the parts of a split, the name of a unit or an indicator. A log may hold
    anything; what is no such value is shown as it is."""
    try:
        if c.op == "unit":
            return vocabulary().entries[str(c.after)].name
        if c.op == "indicator":
            return catalogue()[c.after].name if c.after else "ngoài danh mục"
        if c.op == "split":
            return " | ".join(part_text(part) for part in c.after)
        if c.op in ("merge", "add"):
            return part_text(c.after)
        if c.op == "drop":
            return "bỏ"
    except (KeyError, TypeError, ValueError, AttributeError):
        return shown(c.after)
    return field_text(c.field, c.after) if c.field == "value" and isinstance(c.after, dict) and {"comparator", "value", "unit"} <= set(c.after) else shown(c.after)


def moment(when: str) -> str:
    """A time of the log (UTC) as a clock here shows it: "22/11/2026 09:47"; what is no time as it is."""
    try:
        return datetime.fromisoformat(when).astimezone().strftime("%d/%m/%Y %H:%M")
    except (ValueError, OverflowError, OSError):
        return when[:16]


def field_text(name: str, value: Any) -> str:
    """A field's value for people."""
    if name == "deadline":
        return deadline_text(value)
    if name == "value":
        return value_text(value)
    return shown(value)


def typed_text(name: str, value: Any) -> str:
    """A field's value as the reviewer would type it."""
    if value is None:
        return ""
    if name == "deadline":
        return str(value["raw"])
    if name == "value":
        return value_text(value)
    if name in ("lead", "support"):
        return "; ".join(v["name"] for v in value)
    return str(value)
