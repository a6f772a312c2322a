"""The heading of the recipients, "Nơi nhận:": it ends the plan's text, and without it each addressee below it would be a duty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.ocr_layout import Row
from normalizers.text import strip_tone

_ITEM = re.compile(r"\s*[-–+•*]|\s*(?:TM|KT|TL|T/M)\b")


def set_recipients(rows: Sequence[Row]) -> int:
    """Gives "Nơi nhộn:" or "Noi nhân" over a list its letters, in place; how many. The two words fill their line or end in a colon."""
    count = 0
    for n, row in enumerate(rows):
        if len(row.words) < 2 or not (row.words[0].text.istitle() and strip_tone(row.words[0].text) == "Noi"):
            continue
        second = row.words[1].text
        core = second.rstrip(".:;,'")
        if core == "nhận" or not core.islower() or len(core) != 4 or sum(a != b for a, b in zip(strip_tone(core), "nhan", strict=True)) > 1:
            continue
        if not (len(row.words) == 2 and n + 1 < len(rows) and _ITEM.match(rows[n + 1].text)) and not second.endswith(":"):
            continue
        for k, text in enumerate(("Nơi", "nhận:")):
            if row.words[k].text != text:
                row.raw.setdefault(k, row.words[k].text)
                row.words[k] = replace(row.words[k], text=text)
        count += 1
    return count
