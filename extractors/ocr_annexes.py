"""The line that opens an annex of a scan, and the title under it: "__ PHULỤCH" is printed "PHỤ LỤC II", "BẰNG PHÂN CÔNG …" below it "BẢNG PHÂN CÔNG …".

Such a line stands alone in the middle of an empty strip at the head of a page, where specks are read as words and the numeral's strokes as one
letter. Its form is known (Nghị định 30/2020/NĐ-CP, Phụ lục I: "Phụ lục" with a Roman numeral where there are several, the title below).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.ocr_layout import Row
from normalizers.text import strip_tone

_ANNEX = re.compile(r"(PHU|Phu) ?(LUC|luc) ?(\S*)")
_NUMERAL = re.compile(r"(?:[IVX]{1,5}|\d{1,2}|[A-Z])(?:[.\-/]?\d{1,2})?[.:]?")
_LETTERED = re.compile(r"phụ lục [a-g]\b", re.IGNORECASE)
# Two upright strokes whose serifs meet look like the bar of an H.
_STROKES = {"H": "II", "HI": "III", "IH": "III", "H.": "II.", "HI.": "III.", "IH.": "III."}


def set_annexes(rows: Sequence[Row]) -> int:
    """Rids the lines that open annexes of specks, gives them their numeral, and the table's name at the head of the title its mark; in
    place; how many rows were changed. Rows that say more than "Phụ lục" and a numeral stay as read."""
    count = 0
    lettered = any(_LETTERED.search(row.text) for row in rows)
    for n, row in enumerate(rows):
        new = _opening(row, lettered)
        if new is None:
            continue
        count += _reword(row, new) + (_name_table(rows[n + 1]) if n + 1 < len(rows) else 0)
    return count


def _opening(row: Row, lettered: bool) -> list[str] | None:
    """The words of a line that opens an annex; None for other rows."""
    words = [w.text for w in row.words]
    while words and not any(c.isalnum() for c in words[0]):
        del words[0]
    while len(words) > 1 and _is_speck(words[-1]):
        del words[-1]
    if not words or len(words) > 3:
        return None
    found = _ANNEX.fullmatch(strip_tone(" ".join(words)))
    if found is None:
        return None
    numeral = found[3]
    if not lettered:
        numeral = _STROKES.get(numeral, numeral)
    if numeral and not _NUMERAL.fullmatch(numeral):
        return None
    opens = ["PHỤ" if found[1].isupper() else "Phụ", "LỤC" if found[2].isupper() else "lục"]
    return [*opens, numeral] if numeral else opens


def _is_speck(text: str) -> bool:
    """Whether a word behind the numeral is none: marks alone, or one small letter or mark."""
    return not any(c.isalnum() for c in text) or (len(text) == 1 and text.islower())


def _reword(row: Row, texts: list[str]) -> bool:
    """Gives a row its words in place; the first and last word that stay tell where it stands."""
    read = [w.text for w in row.words]
    if read == texts:
        return False
    kept = [w for w in row.words if any(c.isalnum() for c in w.text)]
    kept = kept[:len(texts)] if len(kept) >= len(texts) else [*kept, *[kept[-1]] * (len(texts) - len(kept))]
    row.raw.clear()
    row.raw[0] = " ".join(read)
    if len({id(w) for w in kept}) < len(kept):       # words that were read as one share its place
        whole = kept[0]
        step = (whole.x1 - whole.x0) / len(kept)
        kept = [replace(whole, x0=whole.x0 + round(step * n), x1=whole.x0 + round(step * (n + 1))) for n in range(len(kept))]
    row.words[:] = [replace(word, text=text) for word, text in zip(kept, texts, strict=True)]
    return True


def _name_table(title: Row) -> bool:
    """"BẢNG", the only word of its letters that opens a title."""
    first = title.words[0]
    if len(title.words) < 2 or first.text == "BẢNG" or strip_tone(first.text) != "BANG" or not first.text.isupper() or not title.words[1].text.isupper():
        return False
    title.raw.setdefault(0, first.text)
    title.words[0] = replace(first, text="BẢNG")
    return True
