"""Row numbers that a thin number column cuts in two lines: "1" over "0" is row 10, "1 Rà soát …" over "2 trình nội bộ …" row 12."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Line

# What is left of a number in its first line, behind the number of its group: "1", "2.1"; and in the line below.
_HEAD = re.compile(r"\s*(?P<group>(?:\d{1,2}\.)*)(?P<digit>[1-9])(?=\s|$)")
_REST = re.compile(r"\s*(?P<digit>\d)(?P<stop>[.)]?)(?=\s|$)")
_NINTH = re.compile(r"\s*(?P<group>(?:\d{1,2}\.)*)9[.)]?(?=\s|$)")
_WHOLE = re.compile(r"\s*(?P<group>(?:\d{1,2}\.)*)1\d[.)]?(?:\s+[^\W\d_]|\s*$)")


def with_whole_numbers(kept: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """The lines of a table with numbered rows, row numbers from 10 on whole again where all of them are cut; nothing where one is whole."""
    out = list(kept)
    # Only the number 10 has a nought on a line below it: a cheap look tells most tables.
    if not any(line.text.lstrip()[:1] == "0" and (m := _REST.match(line.text)) and m["digit"] == "0" for _, line in out):
        return out
    whole = {m["group"] for _, line in out if (m := _WHOLE.match(line.text))}
    groups = {m["group"] for _, line in out if (m := _NINTH.match(line.text))} - whole
    for group in sorted(groups):
        out = _joined(out, group)
    return out


def _joined(kept: Sequence[tuple[int, Line]], group: str) -> list[tuple[int, Line]]:
    """`with_whole_numbers` of the rows whose numbers begin with `group`."""
    due = 9
    out: list[tuple[int, Line]] = []
    skip = False
    for k, (n, line) in enumerate(kept):
        if skip:
            skip = False
            continue
        if due == 9:
            due += bool((m := _NINTH.match(line.text)) and m["group"] == group)
        elif k + 1 < len(kept) and (head := _HEAD.match(line.text)) and head["group"] == group and (rest := _REST.match(kept[k + 1][1].text)) and 10 * int(head["digit"]) + int(rest["digit"]) == due:
            below_n, below = kept[k + 1]
            number, behind, left = f"{group}{due}{rest['stop']}", line.text[head.end():], below.text[rest.end():]
            if left.strip():
                # The cell beside the number begins on its first line, or on its second.
                out += [(n, replace(line, text=number + behind)), (below_n, replace(below, text=" " * rest.end() + left if behind.strip() else left.lstrip()))]
            else:
                out.append((n, replace(line, text=number + behind, place=line.place.merge(below.place))))
            due += 1
            skip = True
            continue
        out.append((n, line))
    return out
