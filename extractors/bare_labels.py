"""Owner and time lines whose label has no colon: "Đơn vị chủ trì – Công an xã", "Thời gian thực hiện là quý II/2026", "Cơ quan phối hợp Trạm Y tế"."""

from __future__ import annotations

import re

from normalizers.deadlines import is_time_phrase
from normalizers.text import fold_map
from normalizers.unit_agents import who_acts
from normalizers.unit_headings import heading_units

_WHO = r"(?:đơn vị|cơ quan|bộ phận|cq|đv|đ/v) "
_BARE = re.compile(rf"(?:[-–+*•→] ?)?(?:(?P<lead>{_WHO}(?:chủ trì|đầu mối)(?: thực hiện| tham mưu)?)|(?P<support>{_WHO}phối hợp(?: thực hiện)?)|"
                   r"(?P<deadline>(?:thời gian|thời hạn|tiến độ) (?:thực hiện|hoàn thành)|hoàn thành(?: xong)?(?= (?:trước|trong|vào|chậm nhất|đến)(?!\w))))(?: (?:là|gồm(?: có)?))?(?: ?[-–—;.] ?| )(?=\S)")
_FIRST = frozenset({"đơn", "cơ", "bộ", "cq", "đv", "đ/v", "thời", "tiến", "hoàn"})
_LONGEST = 260  # characters of a line of owners


def only_bodies(value: str) -> bool:
    """Whether a line's value is a row of bodies to its end."""
    value = who_acts(value).strip()
    units = heading_units(value)
    return bool(units) and max((u.span[1] for u in units if u.span), default=0) == len(value)


def bare_label(clean: str) -> tuple[str, str, int] | None:
    """(field, value, offset of the label) of a line that opens with a label and holds nothing but its value behind it: bodies, or a time.

    A sentence about them ("Đơn vị chủ trì có trách nhiệm …", "Thời gian thực hiện các nội dung …") is none."""
    if len(clean) > _LONGEST:
        return None
    words = clean.lstrip("-–+*•→ ").split(" ", 1)
    if words[0].lower() not in _FIRST:
        return None
    folded = fold_map(clean)
    m = _BARE.match(folded.text)
    if m is None:
        return None
    field = next(k for k, v in m.groupdict().items() if v is not None)
    at, stop = folded.source_span(m.end(), len(folded.text))
    value = clean[at:stop].strip(" ;,.")
    said = is_time_phrase(value) if field == "deadline" else (value[:1].isupper() or value.startswith("các ")) and only_bodies(value)
    return (field, value, folded.source_span(m.start(field), m.end(field))[0]) if said else None
