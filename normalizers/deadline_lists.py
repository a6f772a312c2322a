"""Months and quarters in a row, of which only the last says its year or that it comes every year."""

from __future__ import annotations

from dataclasses import replace

from normalizers.deadline_items import Item, Window
from normalizers.deadline_tokens import Token


def listed(tokens: tuple[Token, ...], items: list[Item], i: int) -> Window | None:
    """The months or quarters of a list that only its last one gives a year, as one window: "tháng 3 và | tháng 9 năm 2026"."""
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
    return None


def each_year(tokens: tuple[Token, ...], before: Item, item: Item) -> bool:
    """Whether what comes every year names an earlier month, too: "vào tháng 6 và | tháng 12 hằng năm"."""
    return isinstance(before, Window) and isinstance(item, Window) and before.hi.year is None and before.mode == item.mode == "in" \
        and before.hi.grain == item.hi.grain and item.start - before.end == 1 and tokens[before.end].kind in (",", "and")
