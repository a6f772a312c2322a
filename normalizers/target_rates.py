"""Rates that several outcomes of one sentence share: what is counted by one number of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalizers.target_drafts import Draft
from normalizers.target_wording import EDGE
from normalizers.text import fold

_COUNTED_BY = re.compile(r"[^\W\d_][^/]*[^\W\d_](?P<by> ?(?:/|trên) ?(?:1 |một )?(?:[\d.]+|vạn|nghìn) ?dân)")
_BY_ALL = re.compile(r"(?P<what>.*\w)(?P<by> trên (?:1 |một )?(?:[\d.]+|vạn|nghìn) dân)")


def share_rate(earlier: Sequence[Draft], second: Draft) -> None:
    """"12 bác sĩ, 3 dược sĩ và 30 giường bệnh/10.000 dân": things counted by one number of people, each named by what is counted."""
    m = second.clause.number
    rate = _COUNTED_BY.fullmatch(m.measure or "") if m.kind == "measure" and second.clause.linked and not (second.before + second.after).strip(EDGE) else None
    if rate is None:
        return
    second.indicator = m.measure or ""
    for first in reversed(earlier):
        n = first.clause.number
        if n.kind != "counted" or not n.measure or not f"{fold(first.indicator)} ".startswith(f"{fold(n.measure)} ") or len(first.indicator.split()) > len(n.measure.split()) + 2:
            return
        first.indicator += rate["by"]
        first.clause = replace(first.clause, number=replace(n, unit=first.indicator))
        if not first.clause.linked:
            return


_CAPACITY = ("công suất", "quy mô", "sản lượng", "năng lực", "lưu lượng")
_PER = re.compile(r" ?/ ?(?:năm|tháng|quý|ngày)$")


def name_scaled(d: Draft) -> None:
    """"đạt công suất 25 triệu hành khách/năm": a noun of two syllables behind a scale is the unit whole, and no wording."""
    n, said = d.clause.number, d.after.strip(EDGE)
    if n.kind != "counted" or not (n.reached or fold(d.before).endswith(_CAPACITY)) or not n.measure or n.unit != n.measure or not said.startswith(n.measure + " "):
        return
    unit = _PER.sub("", said)
    tail = said.partition(" ")[2]
    if len(unit.split()) == 3 == len(n.measure.split()) + 1 and unit.replace(" ", "").isalpha() and d.indicator.endswith(" " + tail):
        d.indicator = d.indicator.removesuffix(tail).rstrip(EDGE)
        d.clause = replace(d.clause, number=replace(n, unit=unit, measure=unit))


def share_people(drafts: list[Draft]) -> None:
    """"10 bác sĩ, 2,8 dược sĩ, 25 điều dưỡng trên 10.000 dân": the number of people that stands once holds for the whole row."""
    last = drafts[-1]
    by = _BY_ALL.fullmatch(last.indicator) if len(drafts) > 1 and last.indicator.endswith(" dân") and last.clause.number.kind == "counted" else None
    for d in reversed(drafts[:-1]) if by else ():
        if d.clause.number.kind != "counted" or " dân" in d.indicator or len(d.indicator.split()) > 5 or (d.horizon != last.horizon and d.horizon and last.horizon):
            break
        d.indicator += by["by"] if by else ""


_PACE = re.compile(r"(?:trung bình|bình quân)(?: (?:mỗi|hằng|hàng) năm)?")


_COUNTED = re.compile(r"(?:tổng )?số (?P<what>(?!lượng )\w.*?)(?: (?:tăng|giảm)(?: thêm)?)?", re.IGNORECASE)


def name_pace(first: Draft, second: Draft) -> None:
    """"Thành lập mới 50 hợp tác xã, bình quân 10 hợp tác xã/năm": the pace is that of what is counted before."""
    n, m = first.clause.number, second.clause.number
    if fold(second.indicator) == "tỷ lệ" and second.clause.linked and (counted := _COUNTED.fullmatch(first.indicator)) and m.kind == "percent" != n.kind:
        second.indicator = f"{second.indicator} {counted['what']}"  # "Số hộ dùng nước sạch tăng thêm 350 hộ, nâng tỷ lệ lên 78%"
    if n.kind == m.kind and first.indicator and _PACE.fullmatch(fold(second.indicator).strip(EDGE)):
        second.indicator, second.shared = f"{first.indicator} {second.indicator.strip(EDGE)}", True
