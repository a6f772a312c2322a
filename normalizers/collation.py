"""Names in the order of the Vietnamese alphabet: a ă â b c d đ e ê … with the tones as the last thing that tells two apart."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {c: n for n, c in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", 1000)}
_TONES = {tone: n for n, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}


@lru_cache(maxsize=32768)
def collated(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """The key by which names are sorted for readers: letters, then tones, then the name itself."""
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", name).lower():
        parts = unicodedata.normalize("NFD", char)
        plain = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        letters += [_LETTERS.get(c, ord(c) if ord(c) < 1000 else ord(c) + 2000) for c in plain]
        tones.append(max((_TONES.get(c, 0) for c in parts), default=0))
    return tuple(letters), tuple(tones), name
