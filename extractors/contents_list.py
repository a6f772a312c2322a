"""A table of contents before or behind a plan: its lines repeat the headings and say nothing of their own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from extractors.document import Block, Line
from normalizers.text import fold

_ENTRY = re.compile(r"(?P<leader>\.{4,}|…{2,}|(?:\. ?){5,}|_{4,}|\t) *(?P<page>\d{1,3})$")
_TITLES = frozenset({"mục lục", "m ụ c l ụ c", "mục lục nội dung"})
_LEAST, _WRAPPED = 3, 2  # entries of a list without a title; lines of one entry before the one with its page


def mark_contents(blocks: Iterable[Block]) -> None:
    """Set `furniture` on the lines of a table of contents: those below "MỤC LỤC" that end in a leader and a page, in growing order;
    without that title at least three that end in a row of dots and a page."""
    lines = [block for block in blocks if isinstance(block, Line) and not block.furniture]
    found = [(k, m) for k, line in enumerate(lines) if (text := line.text.rstrip())[-1:].isdigit() and (m := _ENTRY.search(text))]
    run: list[tuple[int, re.Match[str]]] = []
    for entry, following in itertools.zip_longest(found, found[1:]):
        run.append(entry)
        if following is not None and following[0] - entry[0] <= _WRAPPED + 1 and int(following[1]["page"]) >= int(entry[1]["page"]):
            continue
        first, last = run[0][0], run[-1][0]
        title = next((k for k in range(first - 1, max(-1, first - _WRAPPED - 2), -1) if fold(lines[k].text).strip(" .:") in _TITLES), None)
        if title is not None or (len(run) >= _LEAST and run[0][1]["leader"] != "\t"):
            for line in lines[first if title is None else title : last + 1]:
                line.furniture = True
        run = []
