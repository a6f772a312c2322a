"""Amounts that only tell which of them a share or a count is of: "Tỷ lệ hộ có thu nhập trên 200 triệu đồng/năm đạt 30%"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalizers.numbers import Number, Sheet

_SHARE_NAMED = re.compile(r"[ \-+•*,;:]*(?:(?:và|trong đó|đồng thời|phấn đấu|nâng|đưa|duy trì|giữ|tăng|giảm):? )*(?:tỷ|tỉ) (?:lệ|trọng)(?!\w)")
_HAVING = re.compile(r" (?:có|đạt) [^\d,;:.()]{2,40}$")
_CLOSES = re.compile(r"(?: [^\W\d_]+){0,2}(?: ?/ ?[^\W\d_]+){0,2}(?: trở lên| trở xuống)? ?")
_AND_MORE = re.compile(r"(?: [^\W\d_]+){0,2}(?: ?/ ?[^\W\d_]+){0,2}(?: trở lên| trở xuống)?(?:,| và|, có| và có) (?:[^\W\d_]+ ){1,5}")
_OF_PLAN = re.compile(r" ?(?:(?:so )?với )?(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|mức |so |cùng kỳ)")
_SOME_OF_ALL = re.compile(r"(?: (?!được|phải|có|đạt)[^\W\d_]+){1,7}(?:, (?!(?:được|phải|có|đạt|đến|tới|hết|cuối|năm|trong|phấn|riêng|đồng|nhưng|bảo|đảm|tiến)(?!\w))[^\W\d_]+(?: (?!được|phải|có|đạt)[^\W\d_]+){0,6})+ có (?:tỷ lệ |tỉ lệ )?$")
_MEMBERS = re.compile(r" (?:tổng )?(?:số )?(?:nữ|cán bộ|công chức|viên chức|nhân viên|người lao động|lao động|giáo viên|học sinh|trẻ|hộ|đảng viên|đoàn viên|hội viên|thành viên|người dân|dân số|thôn|sản phẩm|hồ sơ|phụ nữ|thanh niên)(?!\w)")
_AMOUNTS = frozenset({"measure", "money", "counted"})


def without_thresholds(sheet: Sheet, start: int, numbers: list[Number]) -> list[Number]:
    """The numbers of a part that begins at `start`, but for amounts that only tell which of them the next number is of."""
    low = sheet.low
    numbers = [n for i, n in enumerate(numbers) if i == 0 or not _some_of_all(low, numbers[i - 1], n)]
    out: list[Number] = []
    told = False  # the number behind this one only tells which
    for i in range(len(numbers) - 1, -1, -1):
        n = numbers[i]
        nxt = numbers[i + 1] if i + 1 < len(numbers) else None
        told = nxt is not None and n.kind in _AMOUNTS and not n.reached and n.change is None and n.trend is None and (
            (told and _AND_MORE.fullmatch(low, n.end, nxt.lead) is not None) or _is_of(low, n, nxt)) and _names(low, start, numbers[:i], n)
        if not told:
            out.append(n)
    return out[::-1]


def _is_of(low: str, n: Number, nxt: Number) -> bool:
    """Does the next number close what this one tells of: "… trên 200 triệu đồng/năm | đạt 30%"?"""
    return nxt.reached and nxt.kind in ("percent", "counted", "bare") and nxt.unit != n.unit and nxt.lead > n.end \
        and _CLOSES.fullmatch(low, n.end, nxt.lead) is not None and _OF_PLAN.match(low, nxt.end) is None


def _names(low: str, start: int, before: Sequence[Number], n: Number) -> bool:
    """Does the subject of the number name a share, or those who have so much?"""
    begin = max([start, *(m.end for m in before if m.kind not in _AMOUNTS or m.reached)])
    return _SHARE_NAMED.match(low, begin) is not None or (n.explicit and _HAVING.search(low, begin, n.start) is not None)


def _some_of_all(low: str, prev: Number, n: Number) -> bool:
    """"90% cơ quan, đơn vị có | 100% cán bộ hoàn thành nhiệm vụ": the second share tells which of them."""
    return prev.kind == n.kind == "percent" and not prev.reached and not n.reached and _SOME_OF_ALL.fullmatch(low, prev.end, n.start) is not None \
        and _MEMBERS.match(low, n.end) is not None
