"""Headings of a flattened header below a year: "Năm 2025 | Kế hoạch năm 2026 | So sánh (%)" over "Kế hoạch | Ước TH | ƯTH 2025/KH 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.merged_headings import merge_header
from extractors.table_headers import heading_role

_TRIM = " .:;,*"
_ABOVE = re.compile(r"(?:năm )?20\d\d")
_PLANNED_YEAR = re.compile(r"(?:dự kiến )?(?:kế hoạch|kh|mục tiêu)(?: năm)? 20\d\d")
_COMPARES = re.compile(r"(?:tỷ lệ |tỉ lệ |% ?)?so sánh(?: ?\(?%\)?)?")
_PLAN = re.compile(r"(?:kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết)(?: (?:tỉnh|cấp trên|hđnd|xã|phường|hđnd (?:tỉnh|xã|phường)))?(?: giao)?(?: năm)?|(?:tỉnh|cấp trên|xã|phường|hđnd (?:tỉnh|xã|phường)) (?:giao|phấn đấu|đăng ký|xây dựng|quyết nghị)")
_REACHED = re.compile(r"(?:ước )?(?:thực hiện|th)(?: (?:cả )?năm)?|ưth|uth|ước|ước (?:cả )?năm|kết quả|(?:ước )?(?:thực hiện|th) [0-9]{1,2} tháng")
_SHARE = re.compile(r"(?:tỷ lệ|tỉ lệ) ?\(?%\)?")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def staged(texts: Sequence[str]) -> dict[int, list[int]]:
    """Headings of bare years, and of comparisons beside them, and the places of those below each, of headings in printed order."""
    plain = [text.strip(_TRIM) for text in texts]
    years = [k for k, text in enumerate(plain) if _ABOVE.fullmatch(text)]
    if not years or len(years) > 3:
        return {}
    groups: list[list[int]] = []
    k = years[0] + 1
    while k < len(plain):
        if _PLAN.fullmatch(plain[k]):
            stop = k + 1
            while stop < len(plain) and _PLAN.fullmatch(plain[stop]):
                stop += 1  # "KH tỉnh giao | KH xã giao | Ước TH"
            while stop < len(plain) and (_REACHED.fullmatch(plain[stop]) or _of_one_year(plain[stop])):
                stop += 1
            if stop - k > 1:
                groups.append(list(range(k, stop)))
            k = stop
        else:
            k += 1
    out: dict[int, list[int]] = {}
    over_plans = [k for k, text in enumerate(plain) if _ABOVE.fullmatch(text) or _PLANNED_YEAR.fullmatch(text)]
    for group in reversed(groups):
        reached = any(_REACHED.fullmatch(plain[k]) for k in group)  # what was reached stands below no plan
        above = [k for k in (years if reached else over_plans) if k < min(group[0], *out, len(plain))]
        if not above:
            return {}
        out[above[-1]] = group
    if not out:
        return {}
    last = groups[-1][-1]
    over = [n for n, text in enumerate(plain[:groups[-1][0]]) if n > years[0] and _COMPARES.fullmatch(text)]
    behind = [n for n in range(last + 1, len(plain)) if heading_role(plain[n]) == "actual" and len(_YEAR.findall(plain[n])) > 1]
    if len(over) == 1:
        if not behind or behind != list(range(last + 1, last + 1 + len(behind))):
            return {}
        out[over[0]] = behind
    return out


def _of_one_year(text: str) -> bool:
    """Whether a heading compares what one year has beside it: "Đạt % KH", "% so với ước TH 2025"."""
    return _SHARE.fullmatch(text) is not None or (("%" in text or "/" in text) and heading_role(text) == "actual" and len(_YEAR.findall(text)) < 2)


def below_year(heading: str, above: str | None) -> str:
    """What a heading means below that of a year: "kế hoạch" below "năm 2025" is "Kế hoạch năm 2025"."""
    if above is None or not (_ABOVE.fullmatch(above.strip(_TRIM)) or _PLANNED_YEAR.fullmatch(above.strip(_TRIM))) or _YEAR.search(heading):
        return heading
    return merge_header([[above], [heading]])[0]
