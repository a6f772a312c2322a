"""Outcomes counted inside a paragraph: "Đến năm 2030: (1) tỷ lệ … 95%; (2) không còn …" is read item by item."""

from __future__ import annotations

import re
from itertools import pairwise

from normalizers.acts import names_indicator
from normalizers.target_horizons import own_horizon
from normalizers.text import fold

_MARK = re.compile(r"\((?P<no>\d{1,2}|[ivx]{1,5})\) ?(?=[^\W_])")
_PARTING = (".", ";", ":", ",")
_ROMAN = {word: n for n, word in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"), 1)}
_YEARS = re.compile(r"(?:19|20)\d\d")


def counted_items(text: str) -> tuple[str | None, list[tuple[int, int]]]:
    """(horizon said before the first item, [start, end) of each item's wording) of a paragraph that counts two items or more
    "(1) …; (2) …", "(i) …; (ii) …"; no items where what leads in names an indicator or an amount that they share."""
    marks = [m for m in _MARK.finditer(text) if m.start() == 0 or text[: m.start()].rstrip().endswith(_PARTING)]
    numbers = [int(m["no"]) if m["no"].isdigit() else _ROMAN.get(m["no"], 0) for m in marks]
    if len(marks) < 2 or not numbers[0] or any(b != a + 1 for a, b in pairwise(numbers)):
        return None, []
    lead = text[: marks[0].start()]
    if any(ch.isdigit() for ch in _YEARS.sub("", lead)) or names_indicator(fold(lead).lstrip(" -+*•")):
        return None, []
    ends = [*(m.start() for m in marks[1:]), len(text)]
    return own_horizon(lead) if lead else None, [(m.end(), end) for m, end in zip(marks, ends, strict=True)]


_FRACTION = r"(?P<n>\d{1,5})/(?P<of>\d{1,5})"
# "25/30 giáo viên, đạt tỷ lệ 83,3%": how many of how many, before the share that they are.
_BEFORE_SHARE = re.compile(rf"(?P<before>[^\W\d_]+|:) ?(?P<cut>(?<![\d/]){_FRACTION}(?![\d/])(?: [^\W\d_]+){{0,2}}(?: ?[,;=–-])? ?(?:(?:đạt |chiếm |= ?)?(?:tỷ|tỉ) lệ:? ?|\((?=[\d.,]+ ?%\)))?)(?=(?:đạt |chiếm |= ?)?(?P<share>\d[\d.,]*) ?%(?: ?[.;,)]|\s*$))")
_BEHIND_SHARE = re.compile(rf"(?P<share>\d[\d.,]*) ?%(?P<before>) ?(?P<cut>\({_FRACTION}(?: [^\W\d_]+){{0,2}}\))")
_OTHER = frozenset({"ngày", "trước", "đến", "từ", "tháng", "hết", "sau", "số", "và", "hộ", "quý", "khoảng", "đấu", "có", "đạt", "trì", "được", "giữ", "ít", "nhất"})  # before a date, or before how many bodies do it


def _is_share(n: int, of: int, share: str) -> bool:
    """Whether `n` of `of` are as many per cent as printed, rounded anyhow."""
    digits = share.replace(",", ".").rstrip(".")
    return 0 < of >= n and digits.count(".") < 2 and abs(100 * n / of - float(digits)) < 1


def without_fractions(text: str) -> str:
    """A text with blanks in place of how many of how many, where the share that they are stands beside: "Lao động tiên tiến: 30/35 = 85,7%"."""
    for pattern in (_BEFORE_SHARE, _BEHIND_SHARE):
        for m in pattern.finditer(text):
            if m["before"].lower() not in _OTHER and _is_share(int(m["n"]), int(m["of"]), m["share"]):
                text = text[: m.start("cut")] + " " * len(m["cut"]) + text[m.end("cut") :]
                if m["cut"].endswith("(") and (close := text.find(")", m.end("cut"))) >= 0:
                    text = text[:close] + " " + text[close + 1 :]
    return text
