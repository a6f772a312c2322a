"""Characters of a line of text laid out in characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What numbers a row: "1", "2.1.", "(3)", "IV"; small letters number rows, but open no table's first column.
NUMBER = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\(?\d{1,3}(?:\.\d{1,3})*\)?)[.)/]?")
NUMBER_OR_LETTER = re.compile(NUMBER.pattern + r"|[a-zđ][.)/]?")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `[start, end)` of a line."""

    text: str
    start: int
    end: int

    def words(self) -> list[Run]:
        return [Run(m.group(), self.start + m.start(), self.start + m.end()) for m in _WORD.finditer(self.text)]
