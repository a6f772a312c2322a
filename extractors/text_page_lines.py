"""Lines of a text dump that count its pages in other words than a bare number: "3/12", "[3]", a running title that ends in its
page's number, and a title that stands beside the number on every page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from extractors.document import Line
from extractors.flat_header import find_header
from normalizers.text import fold

_PAGE_OF = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})|\[ ?(\d{1,3}) ?\]")
_TITLED = re.compile(r"(?P<title>\D{12,}.*?\D)(?P<page>\d{1,3})(?: ?/ ?\d{1,3})?")
_BARE = re.compile(r"\d{1,3}")
_LEAST, _MOST = 16, 150  # lines of a page; pages of thin columns hold many
_NAMING = 8              # letters of the shortest running title; less ends a row's last cell: "xuyên" over "4"
_FEEDS, _PAGED = 3, 0.7  # form feeds beside a number, and their share, from which these number the pages
_TITLE = 110             # characters of the longest running title


def page_lines(lines: Sequence[Line]) -> set[int]:
    """Indexes of lines that say at an even beat which page it is, and of the running titles beside them."""
    counted: dict[str, list[tuple[int, int]]] = {}
    same: dict[str, list[int]] = {}
    for k, line in enumerate(lines):
        text = line.text.strip()
        if len(text) > _TITLE:
            continue
        same.setdefault(text, []).append(k)
        if not text[-1:].isdigit() and text[-1:] != "]":
            continue
        if m := _PAGE_OF.fullmatch(text):
            counted.setdefault(f"/{m[2]}" if m[2] else "[]", []).append((k, int(m[1] or m[3])))
        elif m := _TITLED.fullmatch(text):
            counted.setdefault(fold(m["title"]).strip(), []).append((k, int(m["page"])))
    out: set[int] = set()
    for key, found in counted.items():
        if len(found) >= (2 if key[0] in "/[" or key.endswith(("trang", "page")) else 3) and _goes_on(found):
            out.update(k for k, _ in found)
    for where in same.values():
        if len(where) >= 3 and sum(char.isalpha() for char in lines[where[0]].text) >= _NAMING:
            out.update(_beside_numbers(lines, where))
    return out


def _beside_numbers(lines: Sequence[Line], where: Sequence[int]) -> Iterable[int]:
    """The places of a repeated line and of the bare numbers on one side of it, where these count the pages."""
    for step in (1, -1):
        found = [(k + step, int(lines[k + step].text)) for k in where if 0 <= k + step < len(lines) and _BARE.fullmatch(lines[k + step].text.strip())]
        if len(found) == len(where) and _goes_on(found) and not any(find_header(lines, k) for k in where):
            return [*where, *(k for k, _ in found)]
    return ()


def at_form_feeds(lines: Sequence[Line], found: Sequence[tuple[int, int]], page_of: Sequence[int]) -> list[int]:
    """The places of the bare numbers `found` that stand behind nearly every form feed, or before it, and count the pages; [] where
    a dump has none such. `page_of`: the page of each line."""
    behind = [k for k, value in found if "\f" in lines[k].text and abs(page_of[k] - value) <= 1]
    before = [k for k, value in found if k + 1 < len(lines) and lines[k + 1].text.startswith("\f") and abs(page_of[k] - value) <= 1]
    places = max(behind, before, key=len)
    return places if len(places) >= _FEEDS and len(places) >= _PAGED * (page_of[-1] - 1) else []


def next_page(lines: Sequence[Line], k: int) -> bool:
    """Whether no number of a page known before line `k` is as high as the number there."""
    text = lines[k].text.strip()
    before = next((other.text.strip() for other in reversed(lines[:k]) if other.furniture and _BARE.fullmatch(other.text.strip())), "0")
    return not _BARE.fullmatch(text) or int(before) < int(text) or lines[k].furniture


def _goes_on(found: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers grow by one from page to page; a page whose number was lost makes it two. A page may be nearly empty, as that of a
    signature before an appendix."""
    steps = [(n - k, b - a) for (k, a), (n, b) in itertools.pairwise(found)]
    even = sum(_LEAST <= lines / pages <= _MOST for lines, pages in steps if pages > 0)
    return found[0][1] <= 3 and all(0 < pages <= 2 for _, pages in steps) and even >= len(steps) - len(steps) // 4
