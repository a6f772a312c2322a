"""Amounts that a bracket gives year by year: "xóa nhà tạm (năm 2026: 150 căn; năm 2027: 200 căn)" → an outcome for each year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalizers.numbers import Number, Sheet
from normalizers.target_drafts import Draft
from normalizers.target_wording import EDGE, strip_lead, strip_tail
from normalizers.values import TargetReading

_Y = r"(?:trong |đến )?(?:riêng )?(?:năm )?(?P<{}>(?:19|20)\d\d)(?!\d)(?::| là| đạt| có)? ?(?:đạt |có |khoảng |trên |tối thiểu )?\d[^();]*?"
_ROW = re.compile(r" ?\((?:trong đó:? |cụ thể:? |gồm:? )?(?P<in>(?=(?:trong |đến |riêng )*năm )" + _Y.format("a") + r"(?:[;,] (?:và )?" + _Y.format("b") + r")+)\)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def by_years(sheet: Sheet, start: int, numbers: Sequence[Number], found: Sequence[TargetReading]) -> list[TargetReading]:
    """One reading for each year of such a bracket, where the amounts are those of what stands before it: of nothing else
    with a number, or with the sum of them. Earlier results beside an aim ("đạt 90% (năm 2024: 85%, năm 2025: 88%)") are none."""
    out: list[TargetReading] = []
    for m in _ROW.finditer(sheet.low, start) if sheet.low.count("(năm ") + sheet.low.count(" năm ") > 1 and "(" in sheet.low else ():
        inside = [n for n in numbers if m.start("in") <= n.start and n.end <= m.end("in") and not _YEAR.fullmatch(sheet.low, n.at, n.end)]
        years = [y for y in _YEAR.finditer(sheet.low, *m.span("in")) if not any(n.at <= y.start() < n.end for n in inside)]
        if len(inside) < 2 or len(inside) != len(years) or len({n.kind for n in inside}) > 1 or any(y.end() > n.at for y, n in zip(years, inside, strict=True)):
            continue
        a = max([start, *(at + 2 for mark in ("; ", ". ") if (at := sheet.low.rfind(mark, start, m.start())) >= 0)])
        whole = next((r for r in found if r.span and a <= r.span[0] <= m.start() <= r.span[1] and r.value is not None), None)
        if whole is not None and (inside[0].kind == "percent" or whole.value != sum(n.value or 0 for n in inside)):
            continue
        wording = whole.indicator if whole else strip_lead(strip_tail(sheet.plain[a : m.start()]), raise_too=True).strip(EDGE)
        if not wording:
            continue
        first = inside[0]
        for year, n in zip(years, inside, strict=True):
            out.append(TargetReading(wording, n.comparator, n.value, n.high, n.unit or first.unit, year[0], measure=n.measure or first.measure,
                                     direction=whole.direction if whole else None, confidence=0.85, rule="prose.by-year", span=(year.start(), n.end)))
    return [replace(r, indicator=" ".join(r.indicator.split())) for r in out]


_YEAR_BEHIND = re.compile(r" ?\((?:(?:đến|vào|trong) )?(?:hết |cuối )?năm (20\d\d)\)[ .;,]*$", re.IGNORECASE)


def year_behind(sheet: Sheet, d: Draft) -> None:
    """"70% hồ sơ được xử lý trực tuyến (năm 2026), | 90% (năm 2030)": a year alone in brackets behind what is measured is when.

    Behind what is compared with, it is that one's: "tăng 10% so với cùng kỳ (năm 2025)"."""
    if d.base is not None:
        if (m := _YEAR_BEHIND.search(sheet.low, d.clause.number.end, d.clause.end)) and d.horizon == m[1]:
            d.horizon = None
    elif d.horizon is None and d.clause.number.kind == "percent" and (m := _YEAR_BEHIND.search(d.after)):
        d.horizon, d.after = m[1], d.after[: m.start()]
