"""Indents that a dump has lost: where every paragraph opens with one, its first line holds less than the page's width.

A dump keeps no margins, yet says where lines were broken. A line broken although the next word still fitted was indented, so a
paragraph opens with it; one that fills the whole width was not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Line
from extractors.flat_stream import SPACE, printed_width

_ITEM = re.compile(r"(?:[-+]|\d{1,2}[.)]|[a-zđ][.)]) ?\S")
_LONG = 40  # characters from which a line may be one of prose
_SEEN = 6  # first lines of items, and lines behind them, that tell how a text is set
_FEW = 2   # … of which this many of each kind
_PAGE = 1.02     # of the width: what lines of one page format hold at most, set in thin letters
_MANY = 0.6      # of the lines that fill any one width
_SURE, _MOSTLY = 0.95, 0.9  # shares of indented and of full lines among them
_INDENTED = 0.965  # of the width: what an indented line holds at most
_FITS = 0.985  # of the width: what still fitted into a line, justified ones being pressed a little


def _width(text: str) -> float:
    words = text.split()
    return sum(printed_width(word) for word in words) + SPACE * max(0, len(words) - 1)


def _with_next(text: str, following: str) -> float:
    """Width of a line with the first word of the next."""
    return _width(text) + SPACE + printed_width(following.split()[0])


def full_width(lines: Sequence[Line]) -> float | None:
    """Printed width of a text whose paragraphs open with an indent, in thousandths of the font size; None where no indent shows:
    lines of several widths (another page format, cells), items without one, too few of them."""
    texts = [line.text.strip() for line in lines if not line.furniture]
    first = [_width(a) for a, b in pairwise(texts) if len(a) > _LONG and _ITEM.match(a) and b[:1].islower() and not _ITEM.match(b)]
    rest = [(_width(b), _with_next(b, c)) for a, b, c in zip(texts, texts[1:], texts[2:], strict=False)
            if len(a) > _LONG < len(b) and b[:1].islower() and c[:1].islower() and not _ITEM.match(b) and not _ITEM.match(c)]
    full = _usual(rest)
    if full is None:
        return None
    first = [width for width in first if width <= _PAGE * full]  # wider ones stand on pages of another format
    even = [after > _FITS * full for width, after in rest if width <= _PAGE * full]
    if min(len(first), len(even)) < _FEW or len(first) + len(even) < 2 * _SEEN:
        return None
    indented = sum(width < _INDENTED * full for width in first)
    return full if indented >= _SURE * len(first) and sum(even) >= _MOSTLY * len(even) else None


def _usual(rest: Sequence[tuple[float, float]]) -> float | None:
    """The width that many lines fill, by their widths without and with the next line's first word; of several the widest, as
    columns of tables are filled too."""
    widths, afters = sorted(width for width, _ in rest), sorted(after for _, after in rest)  # a line that "after" leaves room in is no wider
    fills = [(full, bisect_right(widths, _PAGE * full) - bisect_right(afters, _FITS * full)) for full in sorted(set(widths))]
    most = max((count for _, count in fills), default=0)
    return max((full for full, count in fills if count >= _MANY * most), default=None)


def opens(text: str, following: str, full: float) -> bool:
    """Whether a line was broken although the first word of the next one, which goes on with it, still fitted: an indent stands before it."""
    return len(text) > _LONG and following.strip()[:1].islower() and not _ITEM.match(following.strip()) and _with_next(text, following) < _FITS * full


def flush(text: str, following: str, full: float) -> bool:
    """Whether a line of prose holds too much to have been indented: it goes on with the paragraph before it."""
    return len(text) > _LONG and following.strip()[:1].islower() and not _ITEM.match(text) and _width(text) >= _INDENTED * full
