"""Where a duty begins behind those whom its sentence charges: "Giao Sở X chủ trì, | phối hợp với Sở Y tổ chức …"."""

from __future__ import annotations

from normalizers.unit_openings import typed_small
from normalizers.unit_orders import CHARGES_AT
from normalizers.unit_rows import DUTY_AT, read_list
from normalizers.unit_tails import at, first_at
from normalizers.unit_tokens import skip_marker, tokenize
from normalizers.unit_verbs import duty_verb

_REACH = 400  # characters of a sentence in which its subject stands
_SKIPPED = (("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"), ("có", "nhiệm", "vụ"), ("trực", "tiếp"), ("chủ", "động"), ("chủ", "trì"))


def duty_start(text: str) -> int:
    """Offset in `text` where the act begins that its sentence charges somebody with; 0 where no subject opens it.

    Words that only lay the duty on them ("có trách nhiệm", "chủ trì,") belong to the subject; "phối hợp với …" to the act.
    """
    tokens = tokenize(text[:_REACH])
    i = skip_marker(tokens, 0)
    charge = first_at(tokens, i, CHARGES_AT) if i < len(tokens) else None
    i += len(charge) if charge else 0
    if i >= len(tokens) or not (charge or tokens[i].capital or typed_small(tokens, i)):
        return 0
    items, end = read_list(tokens, i, None)
    if not items or end >= len(tokens):
        return 0
    moved = first_at(tokens, end, DUTY_AT) is not None
    while end < len(tokens):
        words = next((w for w in _SKIPPED if at(tokens, end, w)), None)
        if words is None and tokens[end].key != ",":
            break
        end += len(words) if words else 1
    if end + 3 < len(tokens) and tokens[end].key == "mỗi" and any(duty_verb(tokens, end + k) for k in (2, 3)):
        return tokens[end].start  # "Hội Nông dân xã, Hội Phụ nữ xã | mỗi đơn vị xây dựng ít nhất 01 mô hình"
    if end >= len(tokens) or not (moved or duty_verb(tokens, end)):
        return 0
    return tokens[end].start
