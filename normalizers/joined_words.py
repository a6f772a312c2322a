"""Words that a file has run together ("SởCông Thương", "từnăm 2026") and letters that stand for figures ("2O26"), set right.

Runs of a word processor that end without a blank, and PDF files whose line ends were dropped, join the last word of one
line with the first of the next. Cells only: a sentence keeps its offsets.
"""

from __future__ import annotations

import re

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_LOW, _HIGH = f"[a-z{_MARKED}]", f"[A-Z{_MARKED.upper()}]"
# A capital inside a word, which no Vietnamese word has; a mark in the word tells it from "MobiFone", "VNeID".
_SHIFT = re.compile(f"(?<={_LOW})(?={_HIGH}{_LOW})")
_WORD = re.compile(r"[^\W\d_]+")
# "UBNDxã", "HĐNDvà": an abbreviation and a word with marks.
_LETTERS = re.compile(r"(?<=[A-ZĐ]{3})(?=(?:các|xã|phường|tỉnh|huyện|thành|thị|cấp|và)(?!\w))")
_ROW = re.compile(r"(?<!\w)(các|và)(?=(?:các|sở|ban|ngành|phường|xã|đơn|đoàn|trường|thôn|phòng|cơ|địa|doanh|hội)(?!\w))", re.IGNORECASE)
_TIME = re.compile(
    r"(?<!\w)(trước|từ|đến|trong|hết|và|là|vào|các|những|hằng|hàng|mỗi|khi|sau|cuối|đầu|giữa|giai|thường|liên|tiếp|khai|thành|nhất)"
    r"(?=(?:ngày|tháng|tuần|quý|quí|năm|các|những|hết|đến|từ|trước|trong|đoạn|xuyên|tục|theo)(?!\w))",
    re.IGNORECASE)
_FIGURES = re.compile(r"(?<![\w])(?=[Ool]*\d)[\dOol]*[Ool][\dOol]*(?!\w)")  # "2O26", "3O", "1l", "0l"
_AS_FIGURE = str.maketrans("Ool", "001")


def parted_names(cell: str) -> str:
    """An owner cell with the words parted that were run together: "Công anThành phố" → "Công an Thành phố"."""
    if _SHIFT.search(cell):
        cell = _WORD.sub(lambda m: m[0] if m[0].isascii() else _SHIFT.sub(" ", m[0]), cell)
    return _ROW.sub(r"\1 ", _LETTERS.sub(" ", cell))


def offsets(printed: str, parted: str) -> list[int]:
    """For each character of the parted wording its place in the printed one; a blank put in has that of what follows it."""
    at, places = 0, []
    for char in parted:
        same = at < len(printed) and printed[at] == char
        places.append(min(at, len(printed) - 1))
        at += same
    return places


def parted_times(cell: str) -> str:
    """A time cell with words of time parted ("hằngnăm") and letters between figures read as figures ("3O/6/2O26")."""
    return _FIGURES.sub(lambda m: m[0].translate(_AS_FIGURE), _TIME.sub(r"\1 ", cell))
