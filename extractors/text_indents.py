"""Indents told by the blank lines of a dump: a line set further in or out than the one above stands apart from it.

Dumps of PDFs (PDFBox, Tika) print a blank line where the left edge moves, unless the line above has one before itself already. So behind
a line that has none, a blank line says that first line and wrapped line follow each other, no blank line that both are of one kind:
where one of them is known by its list mark or its small letter, the other is known, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extractors.document import Line

_LONG = 40   # characters of a line that may have been wrapped
_ITEM = 12   # characters of a list item
_LEAST = 4   # pairs of lines of one kind, and of two kinds, that show the habit
_MOST_ODD = 0.1  # share of them that do not
_MOST_BLANK = 0.9  # share of lines with a blank one before them that leaves it a meaning
_WEIGHT = 4  # of a wrapped line with no blank line before it against one with


def told_by_blanks(lines: Sequence[Line], is_item: Callable[[str], object], fits: Callable[[str, str, bool], bool]) -> dict[int, bool]:
    """Which lines (by their place in `lines`) open a paragraph (True) or go on with one (False), as far as blank lines tell; {} where a
    dump's blank lines mean something else. `fits`: whether a line may be that behind the line above it."""
    blanks = [True, *(_apart(a, b) for a, b in pairwise(lines))]
    links = [k for k in range(len(lines) - 1) if not blanks[k] and not lines[k].furniture and not lines[k + 1].furniture]
    if not _LEAST <= sum(blanks[k + 1] for k in links) < _MOST_BLANK * len(links):
        return {}
    known = [_kind(lines, k, is_item) for k in range(len(lines))]
    moved = _means_edges(known, blanks, links)
    if moved is None:
        return {}
    if not moved:
        links = [k for k in links if not known[k]]
    out: dict[int, bool] = {}
    for run in _runs(links):
        kinds = {k: known[k] for k in run}
        for k in run[1:]:
            if kinds[k] is None and (above := kinds[k - 1]) is not None:
                kinds[k] = above is not blanks[k]
        for k in reversed(run[:-1]):
            if kinds[k] is None and (below := kinds[k + 1]) is not None:
                kinds[k] = below is not blanks[k + 1] and (moved or not blanks[k + 1] or None)
        told = {k: first for k, first in kinds.items() if first is not None and known[k] is None and k}
        # Where pages have no numbers, nothing shows that the blank line between two of them says nothing.
        if all(fits(lines[k - 1].text.strip(), lines[k].text.strip(), first) for k, first in told.items()):
            out |= told
    return out


def _means_edges(known: Sequence[bool | None], blanks: Sequence[bool], links: Sequence[int]) -> bool | None:
    """Whether blank lines stand where a wrapped line follows a first one or a first one a wrapped one, and there alone. False where they
    stand before first lines only, as where paragraphs are set apart; None where they do neither."""
    same = odd_same = other = odd_other = wrapped = 0
    for k in links:
        a, b = known[k], known[k + 1]
        if a is None or b is None:
            continue
        if a is b:
            same, odd_same = same + 1, odd_same + blanks[k + 1]
        else:
            other, odd_other = other + 1, odd_other + (not blanks[k + 1])
            wrapped += (1 if blanks[k + 1] else -_WEIGHT) if a else 0
    if min(same, other) < _LEAST or odd_same > _MOST_ODD * same or odd_other > _MOST_ODD * other:
        return None
    return wrapped > 0


def _runs(links: Sequence[int]) -> Iterator[list[int]]:
    """Lines in unbroken rows, each linked to the one below it."""
    run: list[int] = []
    for k in links:
        if run and run[-1] != k:
            yield run
            run = []
        run = run or [k]
        run.append(k + 1)
    if run:
        yield run


def _apart(a: Line, b: Line) -> bool:
    return bool(a.place.lines and b.place.lines and b.place.lines[0] - a.place.lines[1] > 1)


def _kind(lines: Sequence[Line], k: int, is_item: Callable[[str], object]) -> bool | None:
    """Whether a line is the first of its paragraph, where its own signs tell."""
    text = lines[k].text.strip()
    if lines[k].furniture:
        return None
    if is_item(text):
        return True if len(text) > _ITEM else None
    return False if text[:1].islower() and k > 0 and len(lines[k - 1].text.strip()) > _LONG else None
