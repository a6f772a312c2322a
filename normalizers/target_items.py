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
