"""Values that a thin column cuts inside a number or a word: "≥10" over "0%", "65," over "5", "Trê" over "n 70%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.cut_words import is_lone_consonant
from extractors.document import Line

_THIN = 8  # characters of the widest line in a column that cuts words
# The halves of one number; of two whole ones none ("80" over "85" is a range or two cells).
_CUT = re.compile(r"[≥≤<>]?(?:\d+(?:[.,]\d+)?\|%|\d+,\|\d+%?|\d+\|,\d+%?|\d{1,3}(?:\.\d{3})*\.(?:\|\d{3}|\d\|\d\d|\d\d\|\d)(?:\.\d{3})*|10\|0%?)")


def with_whole_values(cells: Sequence[list[Line]]) -> list[list[Line]]:
    """The cells of a column of values, what is cut whole again."""
    widest = max((len(line.text.strip()) for lines in cells for line in lines), default=0)
    return [_joined(lines) if len(lines) > 1 else lines for lines in cells] if 0 < widest <= _THIN else list(cells)


def _joined(lines: list[Line]) -> list[Line]:
    out = lines[:1]
    for line in lines[1:]:
        above, below = out[-1].text.split()[-1:], line.text.split()[:1]
        if above and below and (_CUT.fullmatch(f"{above[0]}|{below[0]}") or (is_lone_consonant(below[0]) and above[0].isalpha())):
            out[-1] = replace(out[-1], text=out[-1].text.rstrip() + line.text.lstrip(), place=out[-1].place.merge(line.place))
        else:
            out.append(line)
    return out
