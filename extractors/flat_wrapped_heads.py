"""Headings of a flattened table that wrap side by side: "Đơn vị phối Thời gian" over "hợp thực hiện"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Line
from extractors.table_headers import wording_role
from normalizers.text import fold

_MAX_TAILS, _MAX_TAIL = 9, 4  # words of the second line, and of one heading there
_MAX_BEHIND, _LONGEST, _FEWEST = 24, 7, 4  # words of all further lines, of one heading in the first line, and headings
_TRIM = " .:;,*"


def wrapped_order(first: Line, second: Line) -> list[tuple[int, int]] | None:
    """The order in which the words of two header lines are read where headings beside each other both go on in the second, as
    (line 0 or 1, word); None where the words do not part into headings that way."""
    heads, tails = first.text.split(), second.text.split()
    if not 1 < len(tails) <= _MAX_TAILS or not all(w[:1].islower() for w in tails):
        return None
    starts = [k for k, w in enumerate(heads) if k == 0 or w[:1].isupper()]
    parts = [(a, b) for a, b in zip(starts, [*starts[1:], len(heads)], strict=True)]
    if not 4 <= len(parts) <= 9:
        return None
    best = _share(heads, tails, parts)
    if best is None:
        return None
    order: list[tuple[int, int]] = []
    taken = 0
    for (a, b), count in zip(parts, best, strict=True):
        order += [(0, k) for k in range(a, b)] + [(1, k) for k in range(taken, taken + count)]
        taken += count
    return order


def _share(heads: Sequence[str], tails: Sequence[str], parts: Sequence[tuple[int, int]]) -> tuple[int, ...] | None:
    """How many words of the second line each heading takes, in order, so that all of them are headings; the sharing with the most
    kinds of columns."""
    found: list[tuple[int, tuple[int, ...]]] = []

    def go(n: int, taken: int, counts: tuple[int, ...], roles: tuple[str, ...]) -> None:
        if n == len(parts):
            if taken == len(tails) and sum(c > 0 for c in counts) > 1:
                found.append((len(set(roles) - {"owner"}), counts))
            return
        a, b = parts[n]
        for count in range(min(_MAX_TAIL, len(tails) - taken) + 1):
            wording = fold(" ".join([*heads[a:b], *tails[taken : taken + count]])).strip(_TRIM)
            role = wording_role(wording)
            if role is not None:
                go(n + 1, taken + count, (*counts, count), (*roles, role))

    go(0, 0, (), ())
    return min(found, key=lambda it: (-it[0], it[1]))[1] if found else None


def rows_of_headings(first: Sequence[str], behind: Sequence[str]) -> list[int] | None:
    """The order in which a header's words are read where its first line holds the first line of each heading, and the further lines hold
    what is left of each in turn ("STT TÊN NHIỆM VỤ ĐƠN VỊ THỜI" over "PHỤ", "TRÁCH GIAN"), as places in `first` and `behind` one after the
    other; None where the words do not part into headings that way."""
    if not 0 < len(behind) <= _MAX_BEHIND or len(first) < _FEWEST:
        return None
    n, m = len(first), len(behind)
    # The best way to part the words before each pair of places: kinds of columns, fewest headings, and the headings' ends.
    best: dict[tuple[int, int], tuple[frozenset[str], int, tuple[tuple[int, int], ...]]] = {(0, 0): (frozenset(), 0, ())}
    for p in range(n):
        for q in range(m + 1):
            here = best.get((p, q))
            if here is None:
                continue
            for a in range(p + 1, min(n, p + _LONGEST) + 1):
                if a < n and first[a][:1].islower():
                    continue
                for b in range(q, min(m, q + _MAX_TAIL) + 1):
                    role = wording_role(fold(" ".join([*first[p:a], *behind[q:b]])).strip(_TRIM))
                    if role is None or (p == 0) != (role == "no"):
                        continue
                    way = (here[0] | {role}, here[1] + 1, (*here[2], (a, b)))
                    old = best.get((a, b))
                    if old is None or (len(way[0]), -way[1]) > (len(old[0]), -old[1]):
                        best[a, b] = way
    found = best.get((n, m))
    if found is None or found[1] < _FEWEST:
        return None
    order: list[int] = []
    p = q = 0
    for a, b in found[2]:
        order += [*range(p, a), *range(n + q, n + b)]
        p, q = a, b
    return order


def shares_line(line: Line, start: int, end: int) -> bool:
    """Whether a printed piece of one heading holds the openings of two: "Đơn vị phối Thời gian"."""
    return any(w[:1].isupper() for w in line.text[start:end].split()[1:])
