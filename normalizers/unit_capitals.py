"""Cells and headings printed all in capitals, where a capital tells nothing: their words as in normal case."""

from __future__ import annotations

import re
from itertools import pairwise

from normalizers.unit_tokens import Token, acronym

_SMALL = frozenset({"các", "và", "có", "trên", "của", "thuộc", "nơi", "xã", "phường", "tỉnh"})
_PAIRS = frozenset({("chuyên", "môn"), ("thành", "phố"), ("liên", "quan"), ("đặc", "khu"), ("địa", "bàn")})
_SHORTEST = 4  # tokens


def small_words(tokens: list[Token]) -> list[Token]:
    """Tokens of a text in capitals with its small words in small letters, but for the first: "UBND CÁC PHƯỜNG, | XÃ | VÀ | CÁC ĐƠN VỊ"."""
    if len(tokens) < _SHORTEST:
        return tokens
    second = {n for n, (a, b) in enumerate(pairwise([t.key for t in tokens])) if (a, b) in _PAIRS}
    return [t._replace(text=t.text.lower()) if n and t.text.isupper() and (t.key in _SMALL or n in second or n - 1 in second) else t for n, t in enumerate(tokens)]


_LOWERED = _SMALL | {word for pair in _PAIRS for word in pair}


_LEVELS = re.compile(r"(?<=ác )(?:Xã|Phường)(?:(?:,? và |, ?)(?:Xã|Phường|Thị trấn|Thị Trấn|Đặc khu|Đặc Khu))+(?= *(?:[,;.]|$))")


def small_levels(text: str) -> str:
    """The text with a plural's bare levels in small letters, where they name no place: "Các | Xã, Phường|"."""
    return _LEVELS.sub(lambda m: m[0].lower(), text) if "ác Xã" in text or "ác Phường" in text else text


def normal_case(text: str) -> str:
    """A name printed all in capitals, but for the words that `small_words` made small, in small letters; its acronyms stay."""
    words = text.split(" ") if text[1:2].isupper() or text.partition(" ")[0] in _LOWERED else []
    if words and all(w.isupper() or w.strip(",;") in _LOWERED or not any(map(str.isalpha, w)) for w in words):
        return " ".join(w if acronym(w) else w.lower() for w in words)
    return text
