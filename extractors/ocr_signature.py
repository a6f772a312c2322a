"""The signer's name beside the recipients of a scan: marks left of the stamp and the pen before it go, its surname gets its marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.ocr_layout import Row
from extractors.ocr_names import LETTERS, surname
from normalizers.text import fold

WIDE = 3.0               # times a row's height: white between the recipients and the signature
ROWS = 24                # lines of a list of recipients
_NAME = (2, 5)           # words of a person's name


def clear_signature(rows: Sequence[Row]) -> int:
    """Clears, in place, rows from "Nơi nhận" on whose right part is a person's name behind other marks ("- Nguyên Hữu Quế"); how
    many. What stands left of the white, where the recipients are, stays as it is."""
    first = next((n for n, row in enumerate(rows) if fold(row.text).startswith("nơi nhận")), None)
    if first is None:
        return 0
    count = 0
    for row in rows[first:first + ROWS]:
        start = _right_part(row)
        if start is None:
            continue
        name = start
        while name < len(row.words) and not _of_name(row, name):
            name += 1
        words = [w.text for w in row.words[name:]]
        if not _NAME[0] <= len(words) <= _NAME[1] or not all(LETTERS.match(w) and w.istitle() for w in words):
            continue
        known = surname(words)
        if name == start and known == words:
            continue
        for n in range(name, len(row.words)):
            if known[n - name] != words[n - name]:
                row.raw.setdefault(n, words[n - name])
                row.words[n] = replace(row.words[n], text=known[n - name])
        lost = name - start
        del row.words[start:name]
        kept = {n if n < start else n - lost: text for n, text in row.raw.items() if n < start or n >= name}
        row.raw.clear()
        row.raw.update(kept)
        count += 1
    return count


def _right_part(row: Row) -> int | None:
    """Index of the first word behind the row's wide white; None where it has none."""
    height = max(w.bottom - w.top for w in row.words)
    for n in range(1, len(row.words)):
        if row.words[n].x0 - max(w.x1 for w in row.words[:n]) > WIDE * height:
            return n
    return None


def _of_name(row: Row, n: int) -> bool:
    """Whether a word may begin a name: letters, a capital first, no single stroke."""
    word = row.words[n]
    return len(word.text) > 1 and word.text.istitle() and bool(LETTERS.match(word.text))
