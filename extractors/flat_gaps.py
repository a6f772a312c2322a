"""Rows of a flattened table whose numbers leave out others ("7", "7c", "8", "15", "32"), as where a table takes its rows from a longer one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.flat_cut import split_row
from extractors.flat_rows import Mark, Range
from extractors.flat_score import Scorer

_NUMBER = re.compile(r"(\d{1,3})([a-eđ]?)[.)]?")
_LEAST = 4     # rows that tell what a row usually scores
_WORSE = 3.0   # a row may score so much less than usual
_CLEARLY = 1.0  # … but on average so much more than the words as one row
_NO_ROW = -99.0


def with_gaps(scorer: Scorer, ranges: Sequence[Range], scores: Sequence[float]) -> list[Range]:
    """`ranges`, those that hold rows with numbers that the chain of numbers leaves out as ranges of these rows; `scores` are those of the
    rows as they are. A number between that of its row and that of the next may open a row where each then reads like others."""
    if len(ranges) < _LEAST:
        return list(ranges)
    usual = sorted(scores)[len(scores) // 2]
    out: list[Range] = []
    for k, (mark, lo, hi) in enumerate(ranges):
        after = next((other.path[0] for other, _, _ in ranges[k + 1 :] if other is not None and other.style == "digit"), 1000)
        if mark is None and k == 0 and (first := _first(scorer, lo, hi, after)) is not None and _row_score(scorer, lo + 1, hi) >= usual - _WORSE:
            out.append((first, lo + 1, hi))
            continue
        found = _inside(scorer, mark.path[0], after if mark.path[0] < after else 1000, lo, hi) if mark is not None and mark.style == "digit" else []
        out += _parted(scorer, (mark, lo, hi), found, usual - _WORSE, scores[k]) if found else [(mark, lo, hi)]
    return out


def _first(scorer: Scorer, lo: int, hi: int, after: int) -> Mark | None:
    """The number less than `after` that opens the words `[lo, hi)` above the first number of the chain, None where there is none."""
    m = _NUMBER.fullmatch(scorer.stream.words[lo].text) if hi - lo > 3 else None
    return Mark(lo, "digit", (int(m[1]),)) if m is not None and 0 < int(m[1]) < after and scorer.stream.words[lo + 1].text[:1].isupper() else None


def _inside(scorer: Scorer, last: int, after: int, lo: int, hi: int) -> list[Mark]:
    """Numbers between `last` and `after` that open lines of the words `[lo, hi)`, rising, a wording behind each on its line."""
    words = scorer.stream.words
    out: list[Mark] = []
    for k in range(lo + 3, hi - 3):
        m = _NUMBER.fullmatch(words[k].text) if words[k].first and not words[k + 1].first else None
        if m is None or not (last < int(m[1]) < after or (int(m[1]) == last and m[2])):
            continue
        behind = words[k + 1].text if words[k + 1].text not in ("-", "–", "—") else words[k + 2].text
        if behind[:1].isupper():
            last = int(m[1])
            out.append(Mark(k, "digit", (last,)))
    return out


def _parted(scorer: Scorer, row: Range, found: Sequence[Mark], least: float, score: float) -> list[Range]:
    """The rows that the marks `found` make of `row` of `score`: each scores at least `least` and no less than `row`, two beside each
    other clearly more; marks that make none are left out."""
    mark, lo, hi = row
    out: list[Range] = []
    for k, here in enumerate(found):
        end = found[k + 1].word if k + 1 < len(found) else hi
        parts = (_row_score(scorer, lo, here.word), _row_score(scorer, here.word + 1, end))
        if min(parts) >= max(least, score) and sum(parts) >= 2.0 * (score + _CLEARLY):
            out.append((mark, lo, here.word))
            mark, lo = here, here.word + 1
    return [*out, (mark, lo, hi)]


def _row_score(scorer: Scorer, lo: int, hi: int) -> float:
    """Score of the words `[lo, hi)` as a row with its wording and another cell, very low where they are none."""
    row = split_row(scorer, lo, hi)
    return row.score if row.cells[0] and sum(map(bool, row.cells)) > 1 else _NO_ROW
