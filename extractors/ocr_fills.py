"""The day of issue that was filled in by hand: pen strokes between "ngày" and "tháng" are no figure to go by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.ocr_layout import Row
from normalizers.text import fold

SURE = 0.8               # confidence that figures in the blank need to be believed; printed ones have more
_MOST_WORDS = 3          # as many pieces as the pen strokes of a day fall into
_TOP = 14                # rows of the first page in which the date of issue stands
_MONTH = re.compile(r"^\d{1,2}$")


def clear_day(rows: Sequence[Row]) -> int:
    """Empties the blank of "Vĩnh Long, ngày $ tháng 12 năm 2025" in place where what stands in it is no day, or not sure to be
    one; the month and year are printed. The text as read stays in `raw`. Returns how many blanks were emptied."""
    cleared = 0
    for row in rows[:_TOP]:
        words = [fold(w.text) for w in row.words]
        for n in range(1, len(words)):
            if words[n] != "ngày" or not words[n - 1].endswith(","):
                continue
            month = next((k for k in range(n + 2, min(n + 2 + _MOST_WORDS, len(words) - 1)) if words[k] == "tháng"), None)
            if month is None or not _MONTH.match(words[month + 1]) or _is_day(row, n + 1, month):
                continue
            fill = row.words[n + 1:month]
            read = " ".join([row.words[n].text, *(w.text for w in fill)])
            # The word before takes the blank's place on the page.
            row.words[n:month] = [replace(row.words[n], x1=max(w.x1 for w in fill))]
            row.raw = {k - (len(fill) if k >= month else 0): v for k, v in row.raw.items() if not n <= k < month}
            row.raw[n] = read
            cleared += 1
            break
    return cleared


def _is_day(row: Row, start: int, end: int) -> bool:
    words = row.words[start:end]
    return len(words) == 1 and words[0].text.isdecimal() and 1 <= int(words[0].text) <= 31 and words[0].confidence >= SURE
