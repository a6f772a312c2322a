"""Titles of groups that stand without a number between the numbered rows of a flattened table ("Kinh tế", "Xã hội")."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.cell_kinds import is_measure, time_fit, unit_fit
from extractors.flat_cut import split_row
from extractors.flat_rows import Mark
from extractors.flat_score import Scorer

_MOST = 12   # words of such a title
_WORSE = 1.0   # the row without the title may score this much less, its cells being shorter

Range = tuple[Mark | None, int, int]


def with_titles(scorer: Scorer, ranges: Sequence[Range], scores: Sequence[float]) -> list[Range]:
    """`ranges` with the last lines of rows that are titles of the groups behind them as ranges of their own. Only where the
    table opens with such a title above its first number; `scores` are those of the rows as they are."""
    if len(ranges) < 4 or ranges[0][0] is not None or not _is_title(scorer, *ranges[0][1:]):
        return list(ranges)
    words = scorer.stream.words
    out = [ranges[0]]
    for (mark, lo, hi), (after, _, _), score in zip(ranges[1:], [*ranges[2:], (None, 0, 0)], scores[1:], strict=True):
        at = next((k for k in range(hi - 1, lo, -1) if words[k].first), lo)
        if at > lo and mark is not None and after is not None and mark.style == after.style == "digit" and _is_title(scorer, at, hi):
            row = split_row(scorer, lo, at)
            if row.score > score - _WORSE and sum(bool(cell) for cell in row.cells) > 1:
                out += [(mark, lo, at), (None, at, hi)]
                continue
        out.append((mark, lo, hi))
    return out


def _is_title(scorer: Scorer, lo: int, hi: int) -> bool:
    """Whether words `[lo, hi)` are one line that could head rows: a few words with a capital, no figure, unit or time."""
    words = scorer.stream.words[lo:hi]
    if not 2 <= len(words) <= _MOST or not words[0].text[:1].isupper() or any(word.first for word in words[1:]):
        return False
    if any(char.isdigit() for word in words for char in word.text) or words[-1].text[-1] in ",;-–":
        return False
    return unit_fit(scorer.shown(lo, hi)) < 0.5 and time_fit(scorer.text(lo, hi)) < 0.5 and not is_measure(scorer.text(lo, hi))
