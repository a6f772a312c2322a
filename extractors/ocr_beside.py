"""What a word's neighbours make certain in scans: "ty đông" behind an amount is "tỷ đồng", "đên" between figures "đến", a full stop
before a small letter a comma, "VH" behind "khu vực" VII."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from normalizers.text import fold, strip_tone

_FIGURE = re.compile(r"[(\[]?[<>≥≤]?\d[\d.,/]*%?[,;]?")
_SIZES = {"nghin": "nghìn", "trieu": "triệu", "ty": "tỷ"}
_SIZE_WORDS = {"nghìn", "ngàn", "triệu", "tỷ", "tỉ"}
_UNTIL = {"đên", "dến", "đền", "đển", "dên", "đén", "đẽn", "đễn"}
_JOINTS = {":", ".", "=", "~", "_", "—", "+", "*", ","}      # what the dash between two years is read as
_YEAR = re.compile(r"20\d\d(?!\d)")
_DECIMAL_POINT = re.compile(r"^(\d{1,3}(?:\.\d{3})+)\.(\d{1,2})(%?[,;]?)$")
# Words before a Roman numeral of several figures.
_NUMBERED = {"vực", "lục", "khu", "loại", "hạng", "vùng", "phần", "chương", "khóa", "khoá"}
_NUMERAL = re.compile(r"^([IVX]{0,3})H(I?)([.,;:)]*)$")
_NUMERALS = {"II", "III", "VII", "VIII", "XII", "XIII"}
_PARTS = {"Phân", "Phẩn", "Phấn", "Phan", "PHÂN", "PHẨN", "PHẤN", "PHAN"}     # "Phần thứ hai" heads a part
_INTELLIGENCE = re.compile(r"^\(A(?:[Tl1L]\)|D)([.,;:]?)$")      # "trí tuệ nhân tạo (AI)"
_PERSONS = {"các", "những", "mỗi", "từng", "một", "cùng"}     # before "đồng chí"; sums of money ("tỷ đồng chi cho") have others
_FINE = {"chế", "gọn", "giản", "thần", "nhuệ", "xảo", "hoa", "bột"}     # before which no province stands: "tinh gọn"
_NOT_FINE = {"biến", "tạo", "độ", "dị"}
_SMALL_BEFORE = {"cơ", "trụ"}
# "Phân công": no part of work is one of these.
_SHARES, _SHARED, _NO_SHARE = {"Phần", "phần", "Phẩn", "phẩn"}, {"nhiệm", "thực", "tổ", "trách", "cụ", "rõ", "cho", "lãnh", "phụ", "các"}, {"góp", "một", "thành"}


@dataclass(frozen=True, slots=True)
class _Twin:
    """A word that small print makes of another: `print` stands there, before or after the `certain` words where there are such,
    else anywhere but `beside` some and before a name."""

    print: str
    certain: frozenset[str]
    first: frozenset[str]
    beside: frozenset[str]

    def stands(self, before: str, after: str, tail: str) -> bool:
        """`tail`: the punctuation behind the word, across which the next word says nothing."""
        ahead, behind = fold(before), fold(after).rstrip(".,;:)")
        if tail:
            return ahead in self.first and ahead not in self.beside
        if self.certain or self.first:
            return (behind in self.certain and ahead not in self.beside) or ahead in self.first
        return after[:1].islower() and behind not in self.beside and ahead not in self.beside


@lru_cache(maxsize=1)
def _twins() -> dict[str, _Twin]:
    listed = yaml.safe_load(files("extractors").joinpath("vocab/ocr_twins.yml").read_text(encoding="utf-8"))
    return {word: _Twin(entry["print"], *(frozenset(entry.get(key, ())) for key in ("before", "after", "beside"))) for word, entry in listed.items()}


_STOPPED = re.compile(r"^([^\W\d_]{2,})\.$")


def settle(words: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    """The words with what their neighbours make certain set right; as many as given. `known`: whether a folded word is a syllable."""
    out = list(words)
    for n, text in enumerate(words):
        before, after = out[n - 1] if n else "", words[n + 1] if n + 1 < len(words) else ""
        if match := _DECIMAL_POINT.match(text):
            out[n] = f"{match[1]},{match[2]}{match[3]}"
        elif text in _JOINTS and _YEAR.match(before) and _YEAR.match(after):
            out[n] = "-"
        elif fold(text) in _UNTIL and _FIGURE.fullmatch(before) and _FIGURE.fullmatch(after):
            out[n] = "đến"
        elif _size_of_money(text, before, after):
            out[n] = _SIZES[strip_tone(fold(text))]
        elif fold(before) in _SIZE_WORDS and n > 1 and _FIGURE.fullmatch(out[n - 2]) and strip_tone(fold(text).rstrip(".,;:)")) == "dong":
            out[n] = "đồng" + text[len(text.rstrip(".,;:)")):]
        elif fold(before) in _NUMBERED and (match := _NUMERAL.match(text)) and match[1] + "II" + match[2] in _NUMERALS and match[1] + match[2]:
            out[n] = match[1] + "II" + match[2] + match[3]
        elif fold(before) == "tạo" and (match := _INTELLIGENCE.match(text)):
            out[n] = "(AI)" + match[1]
        elif text == "chi" and fold(before) == "đồng" and n > 1 and fold(out[n - 2]) in _PERSONS:
            out[n] = "chí"
        elif text[:4] == "tỉnh" and fold(before) == "vệ" and not text[4:].isalpha():
            out[n] = "tinh" + text[4:]
        elif text == "tỉnh" and fold(after) in _FINE and (n + 2 >= len(words) or fold(words[n + 2]) not in _NOT_FINE):
            out[n] = "tinh"
        elif text == "Sở" and fold(before) in _SMALL_BEFORE:
            out[n] = "sở"        # at a line's start: "cơ" / "Sở"
        elif text in _SHARES and fold(after) == "công" and n + 2 < len(words) and fold(words[n + 2]) in _SHARED and fold(before) not in _NO_SHARE:
            out[n] = "Phân" if text[0] == "P" else "phân"
        elif text == "số" and fold(before) != "chỉ" and (fold(after) == "hộ" or fold(after) == "theo") and n + 2 < len(words) and fold(words[n + 2]).rstrip(".,;:)") in ("tịch", "dõi"):
            out[n] = "sổ"        # a register, no number
        elif text in _PARTS and fold(after) == "thứ":
            out[n] = "PHẦN" if text.isupper() else "Phần"
        elif (twin := _twins().get(fold(core := text.rstrip(".,;:)")))) is not None and twin.stands(before, after, text[len(core):]):
            out[n] = (twin.print if core.islower() else twin.print.upper() if core.isupper() else twin.print.capitalize()) + text[len(core):]
        elif (match := _STOPPED.match(text)) and text.islower() and known(match[1]) and after[:1].islower() and known(fold(after).rstrip(".,;:)")):
            out[n] = match[1] + ","
    return out


def _size_of_money(text: str, before: str, after: str) -> bool:
    """Whether a word is "nghìn", "triệu" or "tỷ" with or without its marks, between a figure and "đồng"."""
    return bool(_FIGURE.fullmatch(before)) and text.islower() and strip_tone(fold(text)) in _SIZES and text not in _SIZE_WORDS and (
        strip_tone(fold(after).rstrip(".,;:)")) == "dong")
