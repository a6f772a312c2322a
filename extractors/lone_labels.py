"""Labels alone on their line with what they say on the lines below: "Đơn vị chủ trì:" / "Phòng Kinh tế" / "Công an xã" / "Thời gian:" / "Quý II/2026"."""

from __future__ import annotations

import re

from extractors.owner_lines import label_field
from normalizers.deadlines import is_time_phrase
from normalizers.targets import is_act
from normalizers.text import fold
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

_LONGEST_LABEL = 60  # characters
_LONGEST_OWNER = 30  # words of a line of owners
_LONGEST_TIME = 14   # words
_LONGEST_RESULT = 40
_FIRST = frozenset({"đơn", "cơ", "chủ", "phối", "thời", "tiến", "hạn", "sản", "kết", "tham", "cùng", "phân", "trách", "đầu", "đv", "cq",
                    "đ/v", "các", "bộ", "người", "lực", "kinh", "nguồn", "địa", "thành", "hoàn", "lộ", "mốc", "dự", "phụ"})
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})\. +[^\W\d_]")


def lone_label(body: str) -> str | None:
    """The field ("lead", "support", "deadline", "result", "" for a circumstance without a field) of a paragraph that is a label and nothing
    else, with or without its colon; None of any other."""
    if len(body) > _LONGEST_LABEL or body.split(" ", 1)[0].rstrip(":").lower() not in _FIRST:
        return None
    return label_field(body)


def says(field: str, body: str) -> bool:
    """Whether a line can be what a label of that field says: bodies and nothing else, a time, the result's wording."""
    value = body.strip(" .;,")
    if not value or value[-1] == ":":
        return False
    if field == "deadline":
        if ": " in value and is_act(value.rpartition(": ")[2]):
            return False  # "Trước ngày 20/02: Ban hành kế hoạch": an act and its time
        return len(value.split()) <= _LONGEST_TIME and is_time_phrase(value)
    if ":" in value or _SENTENCE.search(value):
        return field == "result" and ":" not in value and len(value.split()) <= _LONGEST_RESULT
    if field not in ("lead", "support"):
        return len(value.split()) <= _LONGEST_RESULT and lone_label(body) is None
    return names_owners(value)


def names_owners(value: str) -> bool:
    """Whether a line is a row of bodies: no act, no sentence about them."""
    if len(value.split()) > _LONGEST_OWNER or not (value[0].isupper() or fold(value).startswith(("các ", "thôn ", "công an"))):
        return False
    return bool(heading_units(value)) and not prose_owners(value, duty=True)[0] and not (is_act(value) and len(value.split()) > 9)
