"""Deadlines that are the time of an occasion at which the act is done: "quán triệt trong sinh hoạt chi bộ tháng 6/2026"."""

from __future__ import annotations

import re

from normalizers.deadline_context import clause_before, last_of
from normalizers.deadline_items import Item, Recurrence, Window
from normalizers.deadline_tokens import Token

SESSION = re.compile(r" trình (?:\S+ ){0,12}(?:phiên|kỳ) họp (?:\S+ ){0,5}$")  # "trình kỳ họp HĐND tỉnh | tháng 7/2026"
# "… tại kỳ họp thường lệ |", "… trong sinh hoạt chi bộ định kỳ |", "… tại hội nghị cán bộ chủ chốt |"
_HELD = re.compile(r" (?:trong|tại|vào|qua) (?:(?:các|những|buổi|kỳ|cuộc|phiên|đợt|chương trình|nội dung|ngày) ){0,3}(?:sinh hoạt|họp|hội nghị|giao ban|hội thảo|đối thoại|lễ|đại hội|ngày hội) (?:[^\W\d_]+ ){0,7}$")
_SAID_THERE = ("kết quả", "kết luận", "ý kiến", "thông báo", "kiến nghị", "phát biểu")  # "theo ý kiến tại cuộc họp ngày …": only said there
_ROUNDS = ("đợt", "lần", "kỳ", "vòng")
# What is done once a period: "Tổ chức sinh hoạt chuyên đề theo quý."
_BY_PERIOD = ("sinh hoạt", "họp", "giao ban", "báo cáo", "kiểm tra", "đánh giá", "xếp loại", "chấm điểm", "đối thoại", "tổng hợp")
_SPLIT = ("số liệu", "kết quả", "dự toán", "kế hoạch", "chương trình", "lịch", "phân kỳ", "phân bổ", "chỉ tiêu", "biểu", "mẫu", "tiến độ", "tỷ lệ", "cơ cấu")


def held_later(tokens: tuple[Token, ...], item: Item, reference: str | None) -> bool:
    """Whether `item` is the day or month, after the plan's date, of the occasion at which the clause before has its act done."""
    if reference is None or not isinstance(item, Window) or item.mode != "in" or item.hi.year is None or item.hi.grain not in ("day", "month", "quarter"):
        return False
    if not item.hi.complete or item.hi.last().isoformat() < reference:
        return False
    segment = clause_before(tokens, item.start)
    held = _HELD.search(segment)
    return held is not None and last_of(segment[: held.start() + 1], _SAID_THERE) < 0


def _round_at(tokens: tuple[Token, ...], p: int) -> int:
    """Where "đợt 1:", "lần 2 vào" starts that stands right before the time at `p`; `p` where none does."""
    q = p - (p > 0 and tokens[p - 1].kind == ":")
    return q - 2 if q > 1 and tokens[q - 1].kind == "num" and tokens[q - 2].text in _ROUNDS and (q < p or tokens[q - 1].text in ("1", "01", "2", "02", "3", "03")) else p


def rounds_end(tokens: tuple[Token, ...], items: list[Item], i: int) -> int:
    """End of the times of the rounds of an act, the first of them item `i`: "02 đợt (đợt 1: | tháng 4; đợt 2: tháng 9)"; 0 where it is no first round
    or no other follows."""
    first = items[i]
    start = _round_at(tokens, first.start)
    if start == first.start or start == 0 or tokens[start + 1].text not in ("1", "01") or tokens[start - 1].kind not in ("(", ":", ",", ";"):
        return 0
    end = 0
    for before, item in zip(items[i:], items[i + 1 :], strict=False):
        at = _round_at(tokens, item.start)
        if not isinstance(item, Window) or at == item.start or at - before.end != 1 or tokens[before.end].kind not in (",", ";", "and"):
            break
        end = item.end
    return end


def by_period(tokens: tuple[Token, ...], item: Recurrence) -> bool:
    """Whether "theo quý", "theo tháng" closes the clause of what is done once in each."""
    if item.end < len(tokens) and tokens[item.end].kind not in (".", ";", ",", ")"):
        return False
    segment = clause_before(tokens, item.start)
    return any(unit in ("week", "month", "quarter") for _, unit in item.periods) and last_of(segment, _BY_PERIOD) >= 0 > last_of(segment, _SPLIT)
