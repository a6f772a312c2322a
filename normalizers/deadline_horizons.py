"""Horizons of headings and targets, and the period that a title gives a plan: years that are no act's deadline."""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers.deadline_context import clause_before, ends_with, fronted, last_of, words_before
from normalizers.deadline_items import Window
from normalizers.deadline_prose import OTHERS, prose_items
from normalizers.deadline_reading import parse_deadline
from normalizers.deadline_scan import blocked
from normalizers.deadline_tokens import may_hold_time, tokenize
from normalizers.text import squash


def _horizon(phrase: str, reference: str | None) -> str | None:
    """EDTF of a phrase as a horizon: "đến năm 2030" holds by 2030, written `2030`."""
    value = parse_deadline(phrase, reference)
    return value.edtf.removeprefix("../") if value.edtf and value.kind in ("fixed", "open_ended") else None


def _mask_quotes(raw: str) -> str:
    return re.sub(r"[“\"][^”\"]{0,600}[”\"]", lambda m: "#" * len(m[0]), raw)


@lru_cache(maxsize=4096)
def horizon_of(text: str, reference: str | None = None) -> str | None:
    """EDTF horizon printed in a heading or a target sentence, None where none is.

    `horizon_of("2.1. Đến hết năm 2025") == "2025"`, "giai đoạn 2026 - 2030" is `2026/2030`, "từ năm 2025 trở đi" `2025/..`.
    Years of comparison ("so với năm 2024"), of cited documents and of their names are none.
    """
    raw = _mask_quotes(squash(text))
    if not may_hold_time(raw):
        return None
    tokens = tokenize(raw)
    weak: str | None = None
    vision = next((t for t in tokens if t.kind == "vision"), None)
    if vision is not None and not any(t.kind == "num" and len(t.text) == 4 for t in tokens[: tokens.index(vision)]):
        tokens = tuple(t._replace(kind="other") if t is vision else t for t in tokens)  # "Định hướng đến năm 2035" by itself
    named = ("nghị quyết", "quyết định", "chiến lược", "đề án", "tiêu chí", "thông tư", "chương trình mục tiêu", "chương trình hành động")
    for item in prose_items(tokens):
        if not isinstance(item, Window) or (item.hi.year is None and item.hi.grain in ("day", "month")):
            continue
        if item.hi.grain == "day" and item.mode == "in" and item.lo == item.hi:
            continue  # a day is a horizon only as a bound
        if ends_with(words_before(tokens, item.start, 4), OTHERS) or (item.mode == "from" and not item.onward):
            continue
        value = _horizon(raw[tokens[item.start].start : tokens[item.end - 1].end], reference)
        if value is None:
            continue
        if last_of(clause_before(tokens, item.start), named) < 0 or (item.mode == "until" and fronted(tokens, item.start)):
            return value
        weak = weak or (value if item.lo == item.hi and item.lo.grain == "year" and item.mode == "in" and item.end == len(tokens) else None)
    return weak


_SHARE, _BY_YEAR = re.compile(r"\d ?%"), re.compile(r"(?:vào|đến|tới) (?:(?:hết|cuối) )?(?:năm )?(?:19|20)\d\d(?!\d)")  # no "kế hoạch năm 2026"


def tells_outcome(heading: str) -> bool:
    """Whether a line above others is an outcome with a year of its own: "Tỷ lệ bao phủ đạt trên 95% vào năm 2026, tiến tới …"."""
    if "%" not in heading or heading.rstrip().endswith(":"):
        return False
    share, year = _SHARE.search(heading), _BY_YEAR.search(heading)
    return share is not None and year is not None and share.start() < year.start()


_CARRIES_OUT = re.compile(r"\b(?:thực hiện|triển khai)(?: các| một số)? (?:chiến lược|chương trình|đề án|nghị quyết|kế hoạch|quy hoạch|quyết định|chỉ thị|kết luận|dự án)\b")
_PLACE_TAIL = re.compile(r"(?: |, )(?:trên địa bàn|tại|của) (?:xã|phường|đặc khu|tỉnh|thành phố)(?: [^\d,;]{1,40})?\.?")
_LATER = 2  # years between a document cited and a phase that is not its own


def title_period(title: str, reference: str | None = None) -> str | None:
    """EDTF period that a plan's title gives the plan, None where it gives none.

    "… xã X năm 2025" is `2025`, "6 tháng cuối năm 2025" `2025-41`, "giai đoạn 2026 - 2030" `2026/2030`, "… đến năm 2030"
    `2030`. The dates of cited documents, and the phase in the name of a document cited by number, are not the plan's.
    """
    raw = _mask_quotes(squash(title))
    tokens = tokenize(raw)
    skip = blocked(tokens)
    found: str | None = None
    behind = 0
    for item in prose_items(tokens):
        if not isinstance(item, Window) or item.hi.grain == "day" or item.mode in ("before", "after"):
            continue
        if "bầu cử" in raw and "nhiệm kỳ" in raw[: tokens[item.end - 1].end][-26:]:
            continue  # "… bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031": the term of those elected
        if found and _CARRIES_OUT.search(" ".join(t.text for t in tokens[behind : item.start])):
            break  # "Kế hoạch hành động giai đoạn 2020 - 2025 … thực hiện Chiến lược Dân số | đến năm 2030"
        cited = max((p for p in skip if p < item.start), default=-1)
        between = " ".join(t.text for t in tokens[cited + 1 : item.start]) if cited >= 0 else ""
        own = cited < 0 or re.search(r"\b(trên địa bàn|tại|ở|của (xã|phường|đặc khu|đảng (bộ|ủy) (xã|phường)))\b", between)
        # "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 … giai đoạn 2026 - 2030": a phase long after the document is the plan's own
        dated = re.findall(r"(?:19|20)\d\d", raw[: tokens[item.start].start]) if item.lo != item.hi and item.mode == "in" else []
        later = bool(dated) and item.lo.year is not None and item.lo.year - int(dated[-1]) >= _LATER
        # … "năm 2026 của ngành" in a plan of 2025: no document cited can be of a year to come
        ahead = reference is not None and item.lo == item.hi and item.mode == "in" and item.lo.year is not None and item.lo.year > int(reference[:4])
        closing = item.end == len(tokens) or (
            # "… Nghị quyết số 57-NQ/TW … quốc gia năm 2026 trên địa bàn phường": the place behind the year is the plan's
            item.lo.year is not None
            and (reference is None or item.lo.year >= int(reference[:4]))
            and _PLACE_TAIL.fullmatch(raw, tokens[item.end - 1].end) is not None
        )
        if not own and not later and not ahead and not (item.lo == item.hi and item.mode == "in" and closing):
            continue
        value = _horizon(raw[tokens[item.start].start : tokens[item.end - 1].end], reference)
        found = value or found
        behind = item.end
    return found
