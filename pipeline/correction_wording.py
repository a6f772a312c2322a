"""Corrections in words that people read: what was done to which field, and a field's value."""

from __future__ import annotations

from typing import Any

from pipeline.correction_fields import value_text
from pipeline.corrections import Correction

FIELD_TEXT = {
    "deadline": "thời hạn", "lead": "chủ trì", "support": "phối hợp", "value": "giá trị", "indicator": "nội dung chỉ tiêu", "horizon": "mốc",
    "qualifier": "giới hạn", "text": "nội dung nhiệm vụ", "result": "kết quả", "indicator_id": "mã chỉ tiêu", "record": "bản ghi", "records": "các bản ghi", "commune": "tên xã",
    "commune_type": "loại đơn vị", "province": "tỉnh", "issuer": "cơ quan ban hành", "doc_type": "loại văn bản", "number": "số văn bản",
    "issue_date": "ngày ban hành", "title": "trích yếu", "period": "kỳ kế hoạch",
}
_OP_TEXT = {"accept": "chấp nhận", "edit": "sửa", "split": "tách bản ghi", "merge": "gộp bản ghi", "add": "thêm bản ghi", "drop": "bỏ bản ghi",
            "indicator": "gán mã chỉ tiêu", "unit": "tên khác của đơn vị", "undo": "hoàn tác"}


def what(c: Correction) -> str:
    """A correction in a few words: "sửa thời hạn"."""
    return f"{_OP_TEXT[c.op]} {FIELD_TEXT.get(c.field, c.field) if c.op in ('accept', 'edit') else ''}".strip()


def shown(value: Any) -> str:
    """A field's value as people read it; the raw phrase of a deadline, the names of units. A log may hold anything: what is
    no value of a field is shown as it is."""
    try:
        return _shown(value)
    except (KeyError, TypeError, ValueError, AttributeError):
        return str(value)


def _shown(value: Any) -> str:
    if value is None or value == []:
        return "(trống)"
    if isinstance(value, dict):
        if "raw" in value and "kind" in value:
            return f"{value['raw']} → {value.get('due') or value.get('edtf') or '; '.join(value.get('rrule') or []) or value['kind']}"
        if {"comparator", "value", "unit"} <= set(value):
            return value_text(value)
        return "; ".join(f"{k}: {shown(v)}" for k, v in value.items() if v not in (None, [], ""))
    if isinstance(value, list):
        return "; ".join(v["name"] if isinstance(v, dict) and "name" in v else shown(v) for v in value)
    return str(value)
