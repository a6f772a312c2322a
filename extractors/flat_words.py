"""Which words of a document stick together: a cell border hardly falls inside "triển | khai" or "đơn | vị"."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable

from extractors.cell_kinds import unit_word_pairs
from normalizers.text import fold

_STRIP = ".,;:()“”\"'"

# Words that want another behind them, but for those that they end: "cấp trên", "các đơn vị trực thuộc".
_WHOLE = {"trên": ("cấp", "nêu", "kể", "nói", "ở", "như", "bên", "phía"), "theo": ("kèm", "tùy"), "tại": ("hiện", "tồn"), "bằng": ("công", "cân", "văn"),
          "do": ("tự", "lý"), "trong": ("bên",), "thuộc": ("phụ", "trực", "lệ"), "từ": ("chứng",)}


def ends_whole(before: str, last: str) -> bool:
    """Whether `last` ends a word of two syllables with `before`, both folded: "cấp trên" wants nothing behind it."""
    return before in _WHOLE.get(last, ())


def _sticks(char: str) -> bool:
    return char.isalpha() or char in ("-", "&")


class WordPairs:
    """Counts of neighbouring words within the printed lines of one document."""

    def __init__(self, lines: Iterable[str]) -> None:
        pairs: Counter[tuple[str, str]] = Counter()
        first: Counter[str] = Counter()
        second: Counter[str] = Counter()
        for line in lines:
            words = fold(line).split()
            for a, b in itertools.pairwise(words):
                if _sticks(a[-1:]) and _sticks(b[:1]):
                    b = b.rstrip(_STRIP)
                    a = a.lstrip(_STRIP)
                    pairs[a, b] += 1
                    first[a] += 1
                    second[b] += 1
        self._pairs = pairs
        self._first = first
        self._second = second
        self._follows: dict[str, tuple[str, float]] = {}
        self._leads: dict[str, tuple[str, float]] = {}
        for (a, b), n in pairs.items():
            if first[a] >= 4 and n / first[a] > self._follows.get(a, ("", 0.0))[1]:
                self._follows[a] = (b, n / first[a])
            if second[b] >= 4 and n / second[b] > self._leads.get(b, ("", 0.0))[1]:
                self._leads[b] = (a, n / second[b])
        self._known = unit_word_pairs()

    def cohesion(self, a: str, b: str, *, same_line: bool, raised: bool = False) -> float:
        """How much two folded words in a row belong together, 0–1; `same_line`: this very pair was counted;
        `raised`: a capital stands behind a small letter, as in "Phòng Kinh" but also where a name ends ("Nội vụ | Công an")."""
        if not _sticks(a[-1:]) or not _sticks(b[:1]):
            return 0.0
        a, b = a.lstrip(_STRIP), b.rstrip(_STRIP)
        n = self._pairs[a, b] - same_line
        found = 0.0
        if n >= 2:
            found = math.sqrt(n / max(1, self._first[a] - same_line) * n / max(1, self._second[b] - same_line))
        return max(found, 0.25 if raised else 0.85) if (a, b) in self._known else found

    def seen(self, a: str, b: str) -> bool:
        """Whether two folded words stand side by side somewhere in the document's lines, or in a unit's name."""
        pair = (a.lstrip(_STRIP), b.rstrip(_STRIP))
        return pair in self._pairs or pair in self._known

    def unfinished(self, a: str) -> float:
        """How surely a word needs another behind it ("triển" → "khai"), 0 or 0.9–1."""
        share = self._follows.get(a.lstrip(_STRIP), ("", 0.0))[1] if a[-1:].isalpha() else 0.0
        return share if share >= 0.9 else 0.0

    def orphan(self, b: str) -> float:
        """How surely a word needs another before it ("xuyên" ← "thường"), 0 or 0.9–1."""
        share = self._leads.get(b.rstrip(_STRIP), ("", 0.0))[1] if b[:1].isalpha() else 0.0
        return share if share >= 0.9 else 0.0
