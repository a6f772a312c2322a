"""List markers and section numbers at the start of a paragraph: "II.", "2.1.", "a)", "-", "Điều 3.", "Nhiệm vụ 1:".

The kinds follow the layout of Nghị định 30/2020/NĐ-CP (phần, chương, mục, điều, khoản, điểm) and the bullets of practice.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from normalizers.frozen import frozen
from normalizers.text import CAPITALS, nfc

MarkerKind = Literal[
    "part", "chapter", "division", "article", "letter_cap", "roman", "number", "decimal", "decimal3", "paren",
    "letter", "small_roman", "label", "dash", "plus", "star", "dot",
]
BULLETS: frozenset[str] = frozenset({"dash", "plus", "star", "dot"})

# Usual depth of each kind where a document gives no other evidence (smaller is further out).
DEPTH: dict[str, float] = {
    "part": 0, "chapter": 1, "division": 2, "letter_cap": 2, "roman": 3, "article": 2.5, "number": 4, "label": 5,
    "decimal": 5, "decimal3": 6, "paren": 7, "letter": 7, "small_roman": 7.6, "dash": 8, "star": 9, "plus": 9, "dot": 10,
}


@frozen
class Marker:
    """A marker: `raw` as printed, `number` its ordinal where it counts (II → 2, b → 2, 2.3 → 3), else None."""

    kind: MarkerKind
    raw: str
    number: int | None
    length: int


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_ALPHABET = "abcdđeghiklmnopqrstuvxy"

# Signs that only open list items, and letters that stand for one: Courier's o, and what Wingdings' signs are without their font.
SIGNS = "•●○▪■□◦·∙‣⁃›»►▶❖✓✔➢➤❑\uf02d\uf06c\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e8\uf0fc"
_LETTER_SIGNS = "oO©®°¤¢ºØü§v"
LETTER_SIGN = rf"[{_LETTER_SIGNS}]\s+(?=[{CAPITALS}(]|\d[\d.,]* ?% [^\W\d])"

_PATTERNS: tuple[tuple[MarkerKind, re.Pattern[str]], ...] = (
    ("part", re.compile(r"(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+)?(?P<n>[IVX]+|\d{1,2}|[A-ZĐa-zđ]?[a-zA-ZĐđÀ-ỹ]{1,4})\b\s*[.:\-–]?\s*")),
    ("chapter", re.compile(r"(?:CHƯƠNG|Chương)\s+(?P<n>[IVX]+|\d{1,2})\b\s*[.:\-–]?\s*")),
    ("division", re.compile(r"(?:MỤC|Mục)\s+(?P<n>[IVX]+|\d{1,2})\b\s*[.:\-–]?\s*")),
    ("article", re.compile(r"(?:ĐIỀU|Điều)\s+(?P<n>\d{1,3})\s*[.:]\s*")),
    ("label", re.compile(r"(?:(?:Nhóm\s+(?:nhiệm vụ(?:,\s+giải pháp)?|chỉ tiêu|giải pháp|nội dung|mục tiêu)|Nhiệm vụ(?:,\s+giải pháp)?|Chỉ tiêu|Giải pháp|Nội dung|Mục tiêu|Hoạt động)(?:\s+(?:trọng tâm|đột phá|chủ yếu))?"
                         r"|(?:NHÓM\s+)?(?:NHIỆM VỤ|CHỈ TIÊU|GIẢI PHÁP|MỤC TIÊU)(?:\s+TRỌNG TÂM)?)"
                         r"\s+(?:số\s+|(?:thứ|THỨ)\s+)?(?P<n>\d{1,2}|(?<=[ứỨ]\s)(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI))(?:\.\d{1,2})*\s*[:.]\s*")),
    ("decimal3", re.compile(r"\d{1,2}\.\d{1,2}\.(?P<n>\d{1,2})(?:\.\d{1,2})*(?:\s*[.)/:]\s*|\s+)(?=[^\d\s%]|\d[\d.,]* ?% [^\W\d])")),
    ("decimal", re.compile(r"(?:\d{1,2}|[IVX]{1,4})\.\s?(?P<n>\d{1,2})(?:\s*[.)/:]\s*|[-–]\s+|\s+)(?=[^\d\s%]|\d[\d.,]* ?% [^\W\d])")),
    ("small_roman", re.compile(rf"\(?(?P<n>i{{2,3}}|iv|vi{{1,3}}|ix|xi{{1,3}})(?:\s*[)/]\s*(?=\S)|\.\s+(?=[{CAPITALS}\d]))")),
    ("paren", re.compile(r"\((?P<n>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)")),
    ("roman", re.compile(r"(?P<n>[IVXL]{1,6})\s*(?:[.)/:]|\s[-–]|[-–](?=\s))\s*(?=[^\d\s])")),
    ("letter_cap", re.compile(rf"(?P<n>[A-HĐKLM])\s*(?:[.)/]\s+(?=\S)|\.(?=[{CAPITALS}][^\W\d_]+ [^\W\d_]+[ ,])|[-–]\s+(?=[{CAPITALS}]{{2,}} [{CAPITALS}]{{2,}}))")),
    ("number", re.compile(rf"(?P<n>\d{{1,2}})\s*(?:[.)](?!\d)|/(?=\s|[^\d\s])|[-–]\s(?=[{CAPITALS}])|(?<=\d)(?<!\d\d)[-–]\s(?=(?:100|[2-9]\d) ?% [^\W\d]))\s*(?=[^\d\s%]|\d)")),
    ("letter", re.compile(rf"(?P<n>[a-zđ])(?:\s*(?:[)/]|\.(?=\s))\s*(?=\S)|[-–]\s+(?=[{CAPITALS}]))")),
    ("dash", re.compile(r"[-–—−‐‑‒―­](?![-–—−\d])\s*(?=\S)|[-–—−]\s+(?=\S)|_\s+(?=[^\s_])")),
    ("plus", re.compile(r"\+\s*(?=\S)")),
    ("star", re.compile(r"\*+\s*(?=\S)")),
    ("dot", re.compile(rf"[{SIGNS}]\s*(?=\S)|{LETTER_SIGN}")),
)


# First characters of the bullets' marks, as in the patterns below.
_DASHES, _DOTS = "-–—−‐‑‒―\u00ad_", SIGNS + _LETTER_SIGNS
_FIRST: dict[str, str] = {
    "part": "P", "chapter": "C", "division": "M", "article": "Đ", "label": "NCGMH", "decimal3": "0", "decimal": "0IVX", "small_roman": "(ivx", "paren": "(", "roman": "IVXL",
    "letter_cap": "ABCDĐEFGHKLM", "number": "0", "letter": "abcdefghijklmnopqrstuvwxyzđ", "dash": _DASHES, "plus": "+", "star": "*", "dot": _DOTS}
# The patterns that can match by the first character ("0" stands for every digit), in their order: most lines begin with none.
_BY_FIRST = {first: tuple(pair for pair in _PATTERNS if first in _FIRST[pair[0]]) for first in dict.fromkeys("".join(_FIRST.values()))}

# A letter with a letter behind it opens a marker only in these words and in Roman numerals.
_LETTERS = frozenset("ABCDEFGHJKMNOPQRSTUWYZabcdefghijklmnopqrstuvwxyzĐđ")
_WORDS = frozenset(word[:2] for word in ("Nhóm", "Phần", "PHẦN", "Chương", "Mục", "MỤC", "Mu", "MU", "Điều", "ĐIỀU", "Nhiệm", "NHIỆM", "Chỉ", "CHỈ", "Giải", "GIẢI", "Nội", "No", "Hoạt", "ii", "iv", "vi", "ix", "xi"))


def roman_value(text: str) -> int | None:
    """Value of a Roman numeral in plain style ("IX" → 9), None where it is none."""
    total, last = 0, 0
    for ch in reversed(text.upper()):
        value = _ROMAN.get(ch)
        if value is None:
            return None
        total += -value if value < last else value
        last = max(last, value)
    return total or None


def _ordinal(kind: str, raw: str) -> int | None:
    if raw.isdigit():
        return int(raw)
    if kind in {"letter", "letter_cap"} or (kind == "paren" and len(raw) == 1 and raw in _ALPHABET):
        low = raw.lower()
        return _ALPHABET.index(low) + 1 if low in _ALPHABET else None
    if raw.lower() in _ORDINALS:
        return _ORDINALS[raw.lower()]
    return roman_value(raw)


@lru_cache(maxsize=4096)  # a line is asked what it opens with before and behind its paragraph's making
def read_marker(text: str) -> Marker | None:
    """The marker that `text` starts with, or None. Leading white space does not count; `length` includes it."""
    opening = text[:2]
    if opening.isalpha() and opening[1:] and opening[0] in _LETTERS and opening not in _WORDS:
        return None  # most lines: a word that opens no marker
    clean = nfc(text)
    body = clean.lstrip()
    lead = len(clean) - len(body)
    if not body:
        return None
    for kind, pattern in _BY_FIRST.get("0" if body[0].isdecimal() else body[0], ()):
        m = pattern.match(body)
        if not m:
            continue
        n = m["n"] if "n" in pattern.groupindex else None
        number = _ordinal(kind, n) if n else None
        if kind == "part" and number is None:
            continue
        if number == 0 and kind in {"decimal", "decimal3"}:
            continue  # "… mô hình Chợ | 4.0 tại …": a version, no number of an item
        if kind == "roman" and number is None:
            continue
        return Marker(kind, m[0].strip(), number, lead + m.end())
    return None


_ALONE = {"i": 1, "v": 5, "x": 10}  # letters that are numbers too


def small_roman(marker: Marker) -> int | None:
    """The number of a marker in small Roman figures ("ii)", "(iv)"), and what "i)", "v." and "(x)" count where they are no letters; else None."""
    if marker.kind == "small_roman":
        return marker.number
    return _ALONE.get(marker.raw.strip("()./ ")) if marker.kind in ("letter", "paren") else None


def strip_marker(text: str) -> str:
    """`text` without its marker."""
    clean = nfc(text)
    marker = read_marker(clean)
    return clean[marker.length:].strip() if marker else clean.strip()


# Words that open no heading.
_GOES_ON = re.compile(r"(?:ĐẾN|VÀ|CỦA|CHO|TRÊN|TRONG|TẠI|VỀ|VỚI|THEO|NĂM|GIAI ĐOẠN|NHẰM|ĐỂ|ĐỐI VỚI|THUỘC|BẰNG|TỪ)(?!\w)")


def heading_goes_on(above: str, line: str) -> bool:
    """Whether `line` goes on with a numbered heading in capitals ("I. MỤC TIÊU" / "ĐẾN NĂM 2030"), however short that stopped."""
    if not _GOES_ON.match(line) or line.upper() != line or above.upper() != above or above.endswith((".", ";", ":")):
        return False
    marker = read_marker(above)
    return marker is not None and marker.kind in {"roman", "letter_cap", "number", "decimal", "part", "chapter"}


_RANGE_CUT = re.compile(r"\d ?%?$")
_YEAR_CUT, _YEAR_REST = re.compile(r"\b(20\d\d)$"), re.compile(r"[-–] ?(20\d\d)\b")
_RANGE_REST = re.compile(r"[-–] ?\d+(?:[.,]\d+)* ?%?(?:/[^\W\d]+)?(?:[;,.)]|$)")
_AMOUNT_CUT = re.compile(r"(?<!\w)(?:từ|tăng|giảm|khoảng|thêm) (\d+(?:,\d+)?)$")  # "tăng 15" / "- 18% so với …": an amount without its measure
_AMOUNT_REST = re.compile(r"[-–] ?(\d+(?:,\d+)?)(?![\d.])")


def ends_range(before: str, text: str) -> bool:
    """Whether a line is the rest of what its line end cut at a dash: a range ("… đạt 98%" / "- 100%; …"; a bare figure is no item of
    a list), two years ("năm học 2026" / "– 2027 …") or a quotation ("“Xanh" / "- Văn minh”")."""
    if text[:1] not in ("-", "–"):
        return False
    if before.rfind("“") > before.rfind("”") and "”" in text and "“" not in text[: text.index("”")]:
        return True
    if not before[-1:].isdigit():  # no year, no amount
        return before[-1:] in ("%", " ") and _RANGE_REST.match(text) is not None and _RANGE_CUT.search(before) is not None
    if (later := _YEAR_REST.match(text)) and (earlier := _YEAR_CUT.search(before)):
        return 0 < int(later[1]) - int(earlier[1]) <= 15
    if (low := _AMOUNT_CUT.search(before)) and (high := _AMOUNT_REST.match(text)):
        return float(low[1].replace(",", ".")) < float(high[1].replace(",", "."))
    return bool(_RANGE_REST.match(text) and _RANGE_CUT.search(before))
