"""Section headings of scans whose full stop was lost: "II MỤC TIÊU CỤ THỂ" is printed "II. MỤC TIÊU CỤ THỂ"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.markers import roman_value
from extractors.ocr_layout import Row
from normalizers.text import fold

_MOST = 20               # no plan has more sections
_STOPS = {"", ",", ";", ":", "'", "`", "’", "·", "•", "-", "–", "_"}    # what a full stop is read as
# A numeral behind these words of the line above ends their phrase ("… GIAI ĐOẠN" / "II NĂM 2026").
_COUNTED = ("quý", "giai đoạn", "kỳ", "lần", "loại", "hạng", "cấp", "khóa", "phần", "chương", "mục", "phụ lục", "biểu", "thứ", "khu vực", "nhóm", "đợt", "và", "-", "–", ",")


def put_stops(rows: Sequence[Row]) -> int:
    """Gives rows that are a Roman numeral and words in capitals their full stop; how many. The text as read stays in `raw`.

    A heading on a page is told by its form (Nghị định 30/2020/NĐ-CP, Phụ lục I: sections are numbered I, II, III with a full
    stop and printed in capitals); the numeral must be written as numerals are."""
    count = 0
    for n, row in enumerate(rows):
        numeral, rest = row.words[0].text, [w.text for w in row.words[1:]]
        core = numeral.rstrip(",;:'`’·•-–_")
        if numeral[len(core):] not in _STOPS or not _is_numeral(core):
            continue
        letters = "".join(rest)
        if rest and not rest[0][:1].isalpha():
            continue
        if len(rest) < 2 or not letters.isupper() or sum(c.isalpha() for c in letters) < 6:
            continue
        if n and fold(rows[n - 1].text).endswith(_COUNTED):
            continue
        row.raw.setdefault(0, numeral)
        row.words[0] = replace(row.words[0], text=core + ".")
        count += 1
    return count


def _is_numeral(text: str) -> bool:
    if not text or not set(text) <= set("IVX"):
        return False
    value = roman_value(text)
    return value is not None and value <= _MOST and text == _written(value)


def _written(value: int) -> str:
    out = ""
    for size, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out, value = out + sign, value - size
    return out
