"""Letters with their marks joined (NFC) in text that keeps the page's layout in blanks: its columns were counted before."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import is_normalized, normalize

_WIDE = re.compile(r" {2,}(?=\S)")
_LEAST = 10  # wide blanks from which a text may have columns


def compose(text: str) -> str:
    """The text composed. Who wrote blanks into a text counted each mark as a character of its own, where marks stood alone:
    the blanks behind such letters grow by as many characters as the letters lose. Unless columns line up better without:
    then marks were parted from their letters only after the blanks were written."""
    if is_normalized("NFC", text):
        return text
    plain = normalize("NFC", text)
    if len(_WIDE.findall(plain, 0, 200_000)) < _LEAST:
        return plain
    padded = "\n".join(_padded(line) for line in text.split("\n"))
    return padded if _lined_up(padded) > _lined_up(plain) else plain


def _padded(line: str) -> str:
    if is_normalized("NFC", line) or not _WIDE.search(line):
        return normalize("NFC", line)
    out, at, lost = [], 0, 0
    for blanks in _WIDE.finditer(line):
        piece = line[at:blanks.start()]
        composed = normalize("NFC", piece)
        lost += len(piece) - len(composed)
        out += [composed, blanks.group() + " " * lost]
        at, lost = blanks.end(), 0
    return "".join([*out, normalize("NFC", line[at:])])


def _lined_up(text: str) -> int:
    """How much the places agree where text begins behind wide blanks."""
    begun = Counter(m.end() for line in text.split("\n") for m in _WIDE.finditer(line))
    return sum(n * n for n in begun.values())
