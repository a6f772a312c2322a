"""Confusions of OCR that a word's form or the word before make certain: fraction slashes, percent signs, letters between figures,
Roman numerals of quarters, dashes and bullets of lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.ocr_names import known_abbreviations, known_codes
from normalizers.text import fold, nfc

_ROMAN = {"l": "I", "|": "I", "!": "I", "1": "I", "I": "I", "V": "V", "v": "V", "H": "II", "X": "X"}
_QUARTERS = ("I", "II", "III", "IV")
_FUSED = re.compile(r"^([1IlV|!H]{1,2})U(20\d\d[.,;:)]?)$")             # "HU2026": the last stroke and the slash read as one letter
_LOST_SLASH = re.compile(r"^([1IlV|!H]{1,3})(20\d\d[.,;:)]?)$")       # "Quý 12026": its slash was not read
_CUT_YEAR = re.compile(r"^[1IlV|!H]{1,3}20\d$")                        # "Quý 1202" over "6": a narrow column broke the year as well
_FIGURES = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
_FIGURE_CODE = re.compile(r"^[\dOoIl|]*\d[\dOoIl|]*(?:[/.,][\dOoIl|]+)*%?$")
_PERCENT = re.compile(r"^(\d[\d.,]*)(?:°/[oOoọ]|º/[oO]|[oO°]/[oO0]|⁄o|%⁄|9⁄)$")
_PER_MILLE = re.compile(r"^(\d[\d.,]*)%[oọ]([;.,)]*)$")
_YEAR = re.compile(r"(?<=/)(20)[%zZ§?](?=\d(?:\D|$))")     # "5/20%6": a two whose foot was taken for another sign
_DAY_MONTH = re.compile(r"^\d{1,2}/\d{1,2}$")
_MICRO = re.compile(r"^[nuH]g(?=/m[3³])")                  # no plan gives a mass in nanograms per cubic metre
_SPECK = re.compile(r"^['`´ˆ^~¬]+(?=\w)")
_UNDER = re.compile(r"(?<=[^\W\d_])_$")                   # the line under the name of who issues, touched by its last letter
_SPLIT_Q = re.compile(r"(?<=[A-ZĐ])\(Q(?!.*\))")
BULLET_LETTERS = {"s", "e", "c", "o", "+»", "++", "«", "e»", "o»"}      # before a capital at a line's start only
_BULLETS = {"®", "©", "°", "»", "¢", "§", "●", "∙", "·", "¤"}
# Letters that Tesseract's data knows and Vietnamese does not have; a second reading of the letter before or instead of it.
_FOREIGN = re.compile("[ÑñøØïÏÐ¡]")
_LOOKALIKES = (("Ð", "Đ"), ("NÑ", "N"), ("ÑN", "N"), ("nñ", "n"), ("Ñ", "N"), ("ñ", "n"), ("gø", "g"), ("oø", "o"), ("øg", "g"), ("ø", "o"),
               ("Ø", "O"), ("ï", "i"), ("Ï", "I"), ("W¡-E", "Wi-F"), ("¡", "i"))
_DASHES = {"—-", "--", "—", "─", "–-", "~", "-—", "»-", "¬", "‐", "−"}


# "Chỉ" is no word before these: "Chi cục", "chi bộ", "chi nhánh", "chi đoàn", "chi hội", "chi tiết", "chi phí"; what may follow where it is one.
_BRANCHES = {"tiết": ("kiệm", "giảm", "lộ"), "phí": ("phạm",), "cục": (), "nhánh": (), "đoàn": ("kết", "thể", "viên"), "bộ": ("đội", "phận", "máy"), "hội": ("đồng", "nghị", "đủ", "nhập", "viên", "thảo")}


# "Tố" with its capital is a word before these only; elsewhere it begins a group's name ("Tổ Y tế", "Tổ công nghệ số cộng đồng").
_ACCUSES = {"cáo", "giác", "tụng", "chất", "khổ", "hộ"}
_SHORT_NAME = re.compile(r"^[A-ZĐ]{3,}\b")


def branch(text: str, after: Sequence[str]) -> str:
    """"Chỉ" read for "Chi" before the rest of a unit's name, "Tố" for "Tổ" before an abbreviated one; any other word comes back
    as it is."""
    if text in ("Tố", "tố") and after and _SHORT_NAME.match(after[0]):
        return text[0] + "ổ"
    if text == "Tố" and len(after) > 1 and fold(after[0]) not in _ACCUSES and after[1][:1].islower():
        return "Tổ"
    if text not in ("Chỉ", "chỉ") or not after:
        return text
    not_then = _BRANCHES.get(fold(after[0]).rstrip(".,;:)"))
    return text if not_then is None or (len(after) > 1 and fold(after[1]).rstrip(".,;:)") in not_then) else text[0] + "hi"


def mend(text: str, before: str, *, starts: bool) -> str:
    """A word with confusions undone that its form or the word before make certain: fraction slash, percent sign, letters
    between figures, the Roman numeral after "Quý", the dash of a list. Any other word comes back as it is."""
    text = nfc(text)
    if "⁄" in text:
        text = text.replace("3%⁄4", "%")     # a percent sign that was read a second time, as ¾
    text = text.replace("⁄", "/").replace("∕", "/")
    if _FOREIGN.search(text):
        for wrong, right in _LOOKALIKES:
            text = text.replace(wrong, right)
    text = _SPLIT_Q.sub("Q", text)
    if text == "TICH" and before.endswith("CHỦ"):
        return "TỊCH"        # also after "KT.CHỦ", which is no syllable that could speak for it
    if text in {"hãng", "háng", "hăng", "hẵng"} and _DAY_MONTH.match(before):
        return "hằng"        # "05/12 hằng năm", the year on the next line or page
    if text in {"v", "V"} and fold(before) in {"vụ", "ngành"}:
        return "Y"           # "nghiệp vụ Y"; the Roman five follows other words
    text = _MICRO.sub("µg", _UNDER.sub("", _SPECK.sub("", text)))
    if starts and text in _BULLETS:
        return "•"
    text = _YEAR.sub(r"\g<1>2", text)
    if text in _DASHES:
        return "-" if starts else "–"
    match = _PERCENT.match(text)
    if match:
        return match[1] + "%"
    if match := _PER_MILLE.match(text):
        return match[1] + "‰" + match[2]
    if fold(before) in {"quý", "quí"}:
        return _quarter(text)
    text = _DOUBLE.sub(_single, text)
    if text.endswith(("])", "]);", "]),")) and (match := _BRACKETED.match(text)):
        return match[1] + "I)" + match[2]
    if "HoT" in text:
        return text.replace("HoT", "IIoT")
    if text.startswith("đợ/"):
        return "đợt" + text[2:]   # "02 đợt/năm": the t and the slash touch
    core = text.rstrip(".,;:)")
    if core == "0G":
        return "06" + text[2:]  # a figure 6 read as two glyphs; by itself 6G is a network
    if core == "6G" and fold(before) in {"kỳ", "kì"}:
        return "6" + text[2:]   # "định kỳ 6 tháng"
    if match := _LETTER_MONTH.match(text):
        return f"{match[1]}/{match[2].translate(_MONTHS)}/{match[3]}"
    if _FIGURE_CODE.match(core) and sum(c.isdigit() for c in core) * 2 >= sum(c.isalnum() for c in core):
        return core.translate(_FIGURES) + text[len(core):]
    return text


_BRACKETED = re.compile(r"^(\([A-ZĐ]{2,5})\]\)([;,]?)$")       # "(KP])": an I before a bracket
_LETTER_MONTH = re.compile(r"^(\d{1,2})/([GSBbZlI])/((?:20\d\d\b.*)?)$")        # "30/G/2026", also with the year on the next line
_MONTHS = str.maketrans({"G": "6", "b": "6", "S": "5", "B": "8", "Z": "2", "l": "1", "I": "1"})
_DOUBLE = re.compile(r"(?<![^\W_])[A-ZĐ]*ĐĐ[A-ZĐ]*(?![^\W_])")


def _single(match: re.Match[str]) -> str:
    """An abbreviation whose Đ was read twice ("LĐĐ" for "LĐ"), where only the one with a single Đ is known."""
    known, once = known_codes() | known_abbreviations(), match[0].replace("ĐĐ", "Đ", 1)
    return once if once in known and match[0] not in known else match[0]


_PERIODS = {"ngày", "tuần", "tháng", "quý", "quí", "năm"}
_EVERY = {"hãng", "háng", "hăng", "hẵng", "hắng", "hẳng"}      # no such word stands before a period ("hăng quý")


_LATE_YEAR = re.compile(r"^20\d\d(?:\D|$)")


_YEAR_WORDS = {"nam", "nắm", "nằm", "nám", "nẵm"}


def every(text: str, after: Sequence[str]) -> str:
    """"hăng" before a period is "hằng", "nam" or "nắm" before a year "năm"; any other word comes back as it is."""
    if text in _YEAR_WORDS and after and _LATE_YEAR.match(after[0]):
        return "năm"
    if fold(text) in _EVERY and after and fold(after[0]).rstrip(".,;:)") in _PERIODS:
        return text[0] + "ằng"
    return text


# What the edge of a cell or a stroke of the pen is read as; no word is a capital I with a mark.
_STRAY = frozenset("ỈÌÍĨỊÏ")


def stray(text: str) -> bool:
    """Whether a word is a stray stroke: one capital I with a mark."""
    return text in _STRAY


def speck(text: str, *, last: bool, before: str = "") -> bool:
    """Whether a word behind others is a speck or a piece of a rule: a stop or an accent by itself, a level stroke at a row's end,
    a colon there behind a sentence that has ended (`before`), the last letter of an abbreviation read twice ("UBND D xã")."""
    if len(text) == 1 and text.isupper() and before != text and before.endswith(text):
        return before in known_abbreviations() or before in known_codes()
    return text in _SPECKS or (last and (text == "_" or (text in _COLONS and before.endswith((".", ";")))))


_COLONS = (":", ";", ",")
_SPECKS = frozenset({".", "'", "`", "´", "·", "¡"})
_OPEN = re.compile(r"^\([A-ZĐ]{2,6}D$")


def closed(text: str, after: Sequence[str]) -> str:
    """An abbreviation in brackets whose "I)" was read as D ("(DTD" for "(DTI)"): nothing after it closes the bracket."""
    if _OPEN.match(text) and text[1:] not in known_codes():
        for word in after:
            if ")" in word:
                return text
            if "(" in word:
                break
        return text[:-1] + "I)"
    return text


def more_quarters(words: Sequence[str]) -> list[str]:
    """The words with every numeral of a list behind "Quý" read as one ("Quý II, 111/2026" → "Quý II, III/2026")."""
    out = list(words)
    listed = False
    for n, text in enumerate(words):
        if fold(text).lstrip("(") in {"quý", "quí"}:
            listed = True
        elif listed and text in {"và", "-", "–", "đến"}:
            continue
        elif listed:
            after = words[n + 1] if n + 1 < len(words) else ""
            if len(last := after.rstrip(".,;:)")) == 1 and last.isdigit() and _CUT_YEAR.match(text):
                text = _quarter(text + last)[:-1]
            # A figure alone may count something ("Quý II, 11 hội nghị").
            new = _quarter(text) if not text.rstrip(".,;:)").isdigit() or fold(after) == "năm" else text
            core = new.rstrip(".,;:)").split("/")[0]
            if core in _QUARTERS:
                out[n] = new
            listed = core in _QUARTERS and (new.endswith(",") or after in {"và", "-", "–", "đến"})
    return out


_SERIFS = re.compile(r"^(?=.*[TU])[TIl1|!H]{1,2}[TUI]$")        # strokes whose serifs meet: "TU/2026" for "II/2026", "IIU/2026"


def _quarter(text: str) -> str:
    """The numeral after "Quý": strokes read as l, | or H are I and II; a printed figure stays a figure, but for 11 and 111."""
    text = _FUSED.sub(r"\1I/\2", text)
    lost = bool(_LOST_SLASH.match(text))
    text = _LOST_SLASH.sub(r"\1/\2", text)
    head, slash, rest = re.sub(r"/{2,}", "/", text).partition("/")
    numeral, tail = head.rstrip(".,;:)-"), head[len(head.rstrip(".,;:)-")):]
    if numeral == "TV":
        numeral = "IV"       # the serifs of italics meet over the two
    if slash and rest.startswith("20") and _SERIFS.match(numeral):
        numeral = numeral.replace("T", "I").replace("U", "I")
    if not numeral or (numeral.isdigit() and numeral not in {"11", "111"} and not lost):
        return text
    roman = "".join(_ROMAN.get(c, "?") for c in numeral)
    return roman + tail + slash + rest if roman in _QUARTERS else text
