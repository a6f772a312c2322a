"""Time cells below a row or heading that names their month: "Tháng 3/2026" over "Ngày 10", "Cả tháng", "Tuần 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalizers.deadline_reading import parse_deadline
from normalizers.text import fold
from normalizers.values import Deadline

_MONTH = re.compile(r"(?:[ivx]+[.)] |\d{1,2}[.)] )?(tháng (?:0?[1-9]|1[0-2])(?: ?(?:/|năm|-) ?(?:20)\d\d)?)[ .:]*")
# A cell that names a month, quarter or year of its own needs none from above.
_OWN = re.compile(r"\d ?[/.] ?\d|tháng \d|quý [ivx\d]|năm|hằng|hàng|thường xuyên|định kỳ")
_DAYS = re.compile(r"(?:(?:từ|trước|đến|sau|xong|hoàn thành|chậm nhất|trong) )*(?:ngày )\d")
_WITHIN = re.compile(r"(?:(?:trong|cả|suốt|đầu|giữa|cuối|toàn) tháng|(?:trong )?tuần (?:thứ )?(?:\d|[iv]+|một|hai|ba|bốn|nhất|tư|đầu|cuối)(?!\w).{0,12})(?: này)?[ .]*")


def deadline_in_month(cell: str, headings: Sequence[str], reference: str | None) -> Deadline | None:
    """The deadline of a time cell that leaves its month to the nearest of `headings` (outermost first) that is nothing but a
    month; None where the cell needs none or no heading names one. `reference`: ISO date that years are counted from."""
    low = fold(cell).strip(" -–+.")
    whole = bool(_WITHIN.fullmatch(low))
    if not headings or _OWN.search(low) or not (whole or _DAYS.match(low)):
        return None
    named = next((m[1] for heading in reversed(headings) if (m := _MONTH.fullmatch(fold(heading).strip()))), None)
    month = parse_deadline(named, reference) if named else None
    if month is None or month.kind != "fixed" or month.edtf is None or len(month.edtf) != 7:
        return None
    if whole:
        return replace(month, raw=cell.strip(), rule="group-month")
    return parse_deadline(cell, f"{month.edtf}-01")
