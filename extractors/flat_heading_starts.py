"""Words that open a heading of their own where a wording might hold them: "Nhiệm vụ | Giải pháp", "Nhóm nhiệm vụ | Nhiệm vụ cụ thể"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line
from normalizers.text import fold

_MEANS = (("giải", "pháp"), ("biện", "pháp"))
# What is worded in rows beside a group or an aim, and what groups them.
_WORDINGS = (("nhiệm", "vụ"), ("chỉ", "tiêu"), ("nội", "dung"), ("hoạt", "động"), ("công", "việc"))
_ABOVE = (("mục", "tiêu"), ("nhóm", "nhiệm"), ("nhóm", "chỉ"), ("nhóm", "nội"), ("nhóm", "công"), ("nhóm", "giải"))
# "TT PVHCC", "TT" over "Dịch vụ tổng hợp": a cell that names a centre, not the heading of the rows' numbers.
_CENTRE = re.compile(r"TT\s+(?:PV\s?HCC|HCC|PVHC|DVTH|DVSN|DVSNC|DVHCC|CƯDV|Phục vụ|Dịch vụ|Hành chính công|Y tế|Văn hóa|VHTT|VH-TT|GDTX|GDNN|Học tập cộng đồng|HTCĐ|Chính trị|Khuyến nông)(?!\w)")
_MOST = 6  # words of the heading before


def heading_starts(printed: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs `(s, k)` of a header's words: a heading that opens with word `s` or before it ends before word `k`, which opens the next."""
    words = [fold(word).strip(",") for word in printed]
    out: list[tuple[int, int]] = []
    for k in range(1, len(words) - 1):
        pair, before = (words[k], words[k + 1]), printed[k - 1]
        if pair not in _MEANS and pair not in _WORDINGS:
            continue
        if printed[k][:1].islower() or not before[-1:].isalpha() or words[k - 1] in ("và", "các") or not (before[:1].islower() or before.isupper()):
            continue
        if pair in _MEANS:
            out.append((k - 1, k))
            continue
        s = next((s for s in range(k - 2, max(-1, k - _MOST), -1) if not printed[s][:1].islower() and ((words[s], words[s + 1]) == pair or (words[s], words[s + 1]) in _ABOVE)), None)
        if s is not None and all(word[-1:].isalpha() and (word[:1].islower() or word.isupper()) for word in printed[s + 1:k]):
            out.append((s, k))
    return out


def names_centre(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at`, which opens with "TT", names a centre ("TT PVHCC"), by itself or with the line below."""
    text = lines[at].text.strip()
    below = lines[at + 1].text.strip() if text == "TT" and at + 1 < len(lines) else ""
    return _CENTRE.match(f"{text} {below}") is not None
