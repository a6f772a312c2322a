"""Amounts given in turn ("lần lượt 96% và 98%"): which year, or which group, each of them is of."""

from __future__ import annotations

import re
from dataclasses import replace

from normalizers.clauses import Part
from normalizers.number_rows import years_of
from normalizers.numbers import Sheet
from normalizers.shared_heads import groups_of
from normalizers.target_drafts import Draft
from normalizers.target_wording import EDGE, join_pieces, strip_lead, strip_tail, without


def years_in_turn(sheet: Sheet, part: Part, drafts: list[Draft]) -> None:
    """"Đến năm 2028 và năm 2030, tỷ lệ … lần lượt đạt 96% và 98%": as many years as amounts, each its own."""
    if len(drafts) < 2 or "lần lượt" not in sheet.low[part.start : part.end]:
        return
    years, end = years_of(sheet.low[part.start : part.end])
    if not years and (row := _YEARS_INSIDE.search(sheet.low, part.start, drafts[0].clause.number.lead)) and len(each := re.findall(r"\d{4}", row[0])) == len(drafts):
        wording = strip_lead(sheet.plain[part.start : row.start()].strip(EDGE), raise_too=False)
        for d, year in zip(drafts, each if wording else (), strict=False):
            d.indicator, d.horizon, d.shared = wording, year, False  # "Tỷ lệ … đến năm 2026, 2028, 2030 lần lượt đạt …"
        return
    if len(years) != len(drafts):
        return
    subject = without(sheet.plain[part.start + end : drafts[0].clause.number.start], part.start + end, [])
    wording = strip_lead(strip_tail(re.sub(r"[ ,]*lần lượt[ ,]*.*$", "", subject, flags=re.IGNORECASE)), raise_too=True)
    for d, year in zip(drafts, years, strict=True):
        d.indicator, d.horizon, d.shared = wording or d.indicator, year, False


_YEARS_INSIDE = re.compile(r"[ ,(]+(?:(?:đến|vào|trong|của|các) )*năm (?:19|20)\d\d(?:(?:, | và |, và )(?:năm )?(?:19|20)\d\d)+(?!\d)")
_BOUND_IN_TURN = re.compile(r"(?P<least>tối thiểu|ít nhất|từ)? ?(?P<over>trên)? ?(?:lần lượt|tương ứng)(?: là)? ?$")
_YEARS_BEHIND = re.compile(r"(?:vào |trong |tương ứng |cho )*(?:các )?năm (?:19|20)\d\d(?:(?:,| và|, và)(?: năm)? (?:19|20)\d\d)+", re.IGNORECASE)


def groups_in_turn(sheet: Sheet, part: Part, drafts: list[Draft]) -> None:
    """"… đạt tối thiểu lần lượt 95%, 90%, 80% đối với cấp tỉnh, cấp huyện, cấp xã": as many groups, or years, as amounts, each its own;
    the bound holds for all."""
    first, last = drafts[0], drafts[-1]
    if not first.turn or not last.turn or len(drafts) < 2:
        return
    bound = _BOUND_IN_TURN.search(sheet.low, part.start, first.clause.number.start)
    if bound and (bound["least"] or bound["over"]):
        for d in drafts:
            d.clause = replace(d.clause, number=replace(d.clause.number, comparator=">=" if bound["least"] else ">", explicit=True))
    tail = last.after.strip(EDGE)
    years = re.findall(r"\d{4}", tail) if _YEARS_BEHIND.fullmatch(tail) else []
    if len(years) == len(drafts):
        for d, year in zip(drafts, years, strict=True):
            d.indicator, d.horizon, d.shared = first.indicator, year, False
        return
    subject = first.indicator.strip(EDGE)
    for d, group in zip(drafts, groups_of(tail, len(drafts)), strict=False):
        d.indicator, d.shared = join_pieces(subject, group), d is not first
