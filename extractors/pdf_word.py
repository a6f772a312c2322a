"""A placed run of a PDF page's text."""

from __future__ import annotations

_MANY = 40           # runs
_VARIED = 12         # letters: a column of crosses has one

class Word:
    """A run of text, often one word and often many. `y` is its baseline; `start` and `end` are character indexes."""

    __slots__ = ("aslant", "broken", "end", "size", "start", "text", "x0", "x1", "y")

    def __init__(self, text: str, x0: float, x1: float, y: float, start: int, end: int, size: float = 0.0,
                 broken: bool = False, aslant: bool = False) -> None:
        self.text = text
        self.x0 = x0
        self.x1 = x1
        self.y = y
        self.start = start
        self.end = end
        self.size = size
        self.broken = broken  # pdfium broke a line before it, which it also does in mid-word where fonts change
        self.aslant = aslant  # its last letter stands above or below its first

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.x0:.0f}-{self.x1:.0f}, {self.y:.0f})"


def scattered(words: list[Word]) -> bool:
    """Whether many runs are single letters: a page drawn letter by letter in any order, or one font after another."""
    if len(words) < _MANY:
        return False
    letters = [word.text for word in words if len(word.text) == 1]
    return len(letters) > 0.25 * len(words) and len({text for text in letters if text.isalpha()}) >= _VARIED
