"""Halves and quarters printed without their year in a target's wording ("trong 6 tháng đầu năm", "đến hết quý III")."""

from __future__ import annotations

import re

_PART = re.compile(r"(?:^|[ (])(?:ngay )?(?:trong|đến hết|đến cuối|đến|hết)(?: hết)? (?:(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm|quý (?P<quarter>iv|iii|ii|i|[1-4]))"
                   r"(?![^\W_]|[/.-]\d| ?/ ?\d| (?:năm )?\d{4}| (?:đầu|cuối|và|hằng|hàng|trước)(?!\w)| năm (?:sau|trước|tới)|, ?[iv])")
_QUARTERS = {"i": 33, "ii": 34, "iii": 35, "iv": 36, "1": 33, "2": 34, "3": 35, "4": 36}


def year_part(wording: str) -> str | None:
    """EDTF of a half or quarter without its year, with the hyphen that joins it to one: "-40", "-35"; None where none is printed.

    Only a bound counts ("trong", "đến hết", "hết"): "báo cáo quý I" names a report. EDTF as in ISO 8601-2: quarters 33-36, halves 40-41.
    """
    low = wording.casefold()
    if "quý" not in low and "tháng" not in low:
        return None
    found = _PART.search(low)
    if found is None:
        return None
    return f"-{_QUARTERS[found['quarter']]}" if found["quarter"] else "-40" if found["half"] == "đầu" else "-41"
