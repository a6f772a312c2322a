"""Months and quarters in a row, of which only the last says its year or that it comes every year."""

from __future__ import annotations

from dataclasses import replace

from normalizers.deadline_items import Item, Recurrence, Window
from normalizers.deadline_tokens import Token

_NUMBERS = {"month": frozenset(str(n) for n in range(1, 13)) | {f"0{n}" for n in range(1, 10)}, "quarter": frozenset({"i", "ii", "iii", "iv", "1", "2", "3", "4"})}

_CLOSES = ("tổng kết", "tổ chức tổng kết", "hội nghị tổng kết")  # what follows a review of half the year


def listed(tokens: tuple[Token, ...], items: list[Item], i: int) -> Window | None:
    """The months or quarters of a list as one window: with the year that only its last one gives ("tháng 3 và | tháng 9 năm 2026"), or the first
    of them as far as the list goes ("(quý II, quý IV)", "(quý II, IV)")."""
    first, end = items[i], i
    if not isinstance(first, Window) or first.hi.year is not None or first.mode != "in" or first.hi.grain not in ("month", "quarter"):
        return None
    for k in range(i + 1, len(items)):
        item, before = items[k], items[end]
        if not isinstance(item, Window) or item.mode != "in" or item.hi.grain != first.hi.grain or item.start - before.end != 1 or tokens[before.end].kind not in (",", "and"):
            break
        end = k
        if item.hi.year is not None:
            return replace(first, lo=replace(first.lo, year=item.hi.year), hi=replace(first.hi, year=item.hi.year), end=item.end)
    stop = _numbers_to_bracket(tokens, items[end].end, first.hi.grain)
    return replace(first, end=stop) if stop > first.end else None


def _numbers_to_bracket(tokens: tuple[Token, ...], at: int, grain: str) -> int:
    """End of the bare numbers that go on with a list up to its closing bracket: "(tháng 4 | ,10)", "(quý II | , IV)"; `at` where they do not."""
    known, q = _NUMBERS[grain], at
    while q + 2 < len(tokens) and tokens[q].kind in (",", "and") and tokens[q + 1].text in known:
        q += 2
    return q if q < len(tokens) and tokens[q].kind == ")" else at


def each_year(tokens: tuple[Token, ...], before: Item, item: Item) -> bool:
    """Whether what comes every year names an earlier month, too: "vào tháng 6 và | tháng 12 hằng năm", "sơ kết vào tháng 6, tổng kết
    vào | tháng 12 hằng năm"."""
    if not (isinstance(before, Window) and isinstance(item, Window) and before.hi.year is None and before.mode == item.mode == "in" and before.hi.grain == item.hi.grain):
        return False
    if before.end >= item.start or tokens[before.end].kind not in (",", "and"):
        return False
    between = " ".join(t.text for t in tokens[before.end + 1 : item.start])
    return not between or (between in _CLOSES and tokens[before.end].kind == "," and before.start > 0 and tokens[before.start - 1].text == "sơ kết")


def goes_on_each_year(tokens: tuple[Token, ...], items: list[Item], i: int) -> bool:
    """Whether item `i` is the earlier of two months of every year: what is said behind the later one is said of both."""
    if i + 2 >= len(items) or not isinstance(items[i + 2], Recurrence) or items[i + 2].start != items[i + 1].end:
        return False
    return each_year(tokens, items[i], items[i + 1])
