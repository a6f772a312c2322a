"""The label before a colon whose indicator the outcomes behind ";" share."""

from __future__ import annotations

from normalizers.acts import names_indicator, opens_act
from normalizers.numbers import Sheet
from normalizers.target_drafts import Draft
from normalizers.target_wording import EDGE
from normalizers.text import fold

_STRUCTURES = ("cơ cấu", "tỷ trọng", "tỉ trọng")


def label_before(sheet: Sheet, end: int, first: Draft, d: Draft) -> str:
    """"Tỷ lệ hồ sơ đúng hạn: cấp tỉnh đạt 98%; cấp xã đạt 99%": the indicator before the colon holds for what follows ";"."""
    if d.grade and first.grade:
        return first.label
    own = fold(d.before).strip(EDGE)
    follows = ";" in sheet.low[end : d.clause.start]
    closes = d.clause.number.kind == first.clause.number.kind == "percent" and first.before.strip(EDGE) and not first.after.strip(EDGE)  # "…: hộ gia đình 90%; trường học 100%"
    takes = follows and (closes or (d.clause.number.reached and first.clause.number.reached)) and not d.after.strip(EDGE) and 0 < len(own.split()) <= (9 if fold(first.label).startswith(_STRUCTURES) else 7)
    if not takes or not names_indicator(fold(first.label)) or names_indicator(own) or (len(own.split()) > 3 and opens_act(own)):
        return ""
    return first.label


def of_structure(whole: str, d: Draft) -> str:
    """"Cơ cấu kinh tế: nông nghiệp: 30%; dịch vụ: 40%": a part stands behind the name of the whole, as the first part does."""
    name, colon, _ = whole.partition(": ")
    part = d.closed and d.clause.number.kind == "percent" and ":" not in d.indicator and not names_indicator(fold(d.indicator))
    if part and fold(d.label).startswith(_STRUCTURES):
        return f"{d.label} {d.indicator}"  # "Cơ cấu kinh tế: nông nghiệp 30%; dịch vụ: 40%": lent by a part without a colon
    return f"{name}: {d.indicator}" if colon and part and fold(name).startswith(_STRUCTURES) else ""
