"""Tables without rules of two columns, a wording and its value: what parts the columns of a longer table, several in a line, is
not there, so the headings and the values tell them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.pair_values import VALUE
from extractors.pdf_aligned import Aligned, AlignedCell
from extractors.pdf_chars import Word
from extractors.pdf_lines import Row
from normalizers.text import fold

# The headings by form: pages are parsed without the vocabularies, whose changes would have every page parsed again.
_WORDING = re.compile(r"(?:(?:nội dung|tên|các|danh mục|hạng mục) )*(?:chỉ tiêu|mục tiêu|tiêu chí)(?: [^\d]*)?")
_GIVEN = re.compile(r"(?:chỉ tiêu|mục tiêu|kế hoạch|mức|số|giá trị|kết quả|số lượng|tỷ lệ)(?: (?:được )?(?:giao|phấn đấu|đạt|cần đạt|thực hiện|đề ra))?(?: (?:đến )?(?:hết )?(?:năm )?20\d\d)?(?: ?\([^()]*\))?|"
                    r"(?:đến )?(?:hết )?(?:năm )?20\d\d(?: ?\([^()]*\))?")
_GAP = 9.0           # points: least white between the columns
_LEAST_ROWS = 3      # … of a table that no page before has begun
_LEVEL = 3.0         # points: a value stands this near the middle of its wording's lines, where it does not stand on the first
_PITCH = 2.4         # times the letter size: the next line of a table is no further down
_PAD = 2.0

Sides = tuple[list[Word], list[Word]]     # the words left and right of the white


def find_pairs(rows: Sequence[Row], size: float, before: tuple[float, ...] | None = None) -> list[Aligned]:
    """Such tables among a page's free rows, top to bottom. `before`: column borders of one that closed the page before, which
    the first rows may continue. `size`: letter size in points."""
    found: list[Aligned] = []
    k = 0
    while k < len(rows):
        gutter = _header(rows[k])
        going_on = gutter is None and k == 0 and before is not None and len(before) == 3
        if gutter is None and not going_on:
            k += 1
            continue
        border = gutter if gutter is not None else (before or (0.0, 0.0))[1]
        table = _table(rows, k, border, size, gutter is not None, before is not None and len(before) == 3)
        if table is not None:
            found.append(table)
        k = table.end if table is not None else k + 1
    return found


def _header(row: Row) -> float | None:
    """Where the white of a header's line parts the columns ("Nội dung chỉ tiêu | Chỉ tiêu giao"); None for any other line."""
    for cut in range(1, len(row.words)):
        left, right = row.words[:cut], row.words[cut:]
        if right[0].x0 - left[-1].x1 < _GAP:
            continue
        if _WORDING.fullmatch(fold(_text(left))) and _GIVEN.fullmatch(fold(_text(right))):
            return (left[-1].x1 + right[0].x0) / 2
    return None


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _sides(row: Row, border: float) -> Sides | None:
    """A row's words left and right of the white, the right ones a value; None where the row is none of the table's."""
    cut = next((n for n, w in enumerate(row.words) if n and w.x0 - row.words[n - 1].x1 >= _GAP and VALUE.fullmatch(_text(row.words[n:]))), None)
    if cut is not None:
        return row.words[:cut], row.words[cut:]
    if row.words[0].x0 > border - 4 * _GAP and VALUE.fullmatch(_text(row.words)):
        return [], list(row.words)
    return (list(row.words), []) if row.words[-1].x1 < border + 4 * _GAP else None


def _table(rows: Sequence[Row], start: int, border: float, size: float, headed: bool, continued: bool) -> Aligned | None:
    first = start + headed
    lines: list[tuple[float, Sides]] = []
    y = rows[start].y
    for row in rows[first:]:
        sides = _sides(row, border)
        if sides is None or row.y - y > _PITCH * size:
            break
        lines.append((row.y, sides))
        y = row.y
    lines = _before_text(lines, size)
    values = [sides[1] for _, sides in lines if sides[1]]
    if len(values) < (1 if continued else _LEAST_ROWS):
        return None
    # Values stand in a column of their own, which no wording reaches.
    least = min(words[0].x0 for words in values)
    reach = max((words[-1].x1 for _, (words, _) in lines if words), default=least)
    if reach > least - 1:
        return None
    groups = _from_the_top(lines) or _by_middles(lines)
    if groups is None:
        return None
    head: list[Sides] = [_split(rows[start], border)] if headed else []
    cells = [AlignedCell(r, c, 1, words) for r, sides in enumerate([*head, *(_joined(group) for group in groups)])
             for c, words in enumerate(sides) if words]
    tops = ([rows[start].y] if headed else []) + [group[0][0] for group in groups]
    ys = [tops[0] - size, *(y - 0.9 * size for y in tops[1:]), lines[-1][0] + 0.4 * size]
    words = [w for row in rows[start:first + len(lines)] for w in row.words]
    xs = [min(w.x0 for w in words) - _PAD, (reach + least) / 2, max(w.x1 for w in words) + _PAD]
    return Aligned(xs, ys, cells, start, first + len(lines))


def _split(row: Row, border: float) -> Sides:
    return [w for w in row.words if w.x1 <= border], [w for w in row.words if w.x1 > border]


def _before_text(lines: list[tuple[float, Sides]], size: float) -> list[tuple[float, Sides]]:
    """The lines without those below the last value that belong to the text behind the table: what opens with a capital, or
    stands further down than the wording's lines stand."""
    last = max((n for n, (_, sides) in enumerate(lines) if sides[1]), default=-1)
    end = last + 1
    while end < len(lines) and _goes_on(lines[end][1][0][0].text) and lines[end][0] - lines[end - 1][0] < 1.5 * size:
        end += 1
    return lines[:end]


def _goes_on(text: str) -> bool:
    return text[:1].islower() or text[:1] == "("


def _from_the_top(lines: list[tuple[float, Sides]]) -> list[list[tuple[float, Sides]]] | None:
    """Rows that open with the line on which their value stands; a page may begin within a row. None where a row does not."""
    groups: list[list[tuple[float, Sides]]] = []
    for line in lines:
        _, (wording, value) = line
        if value and not wording:
            return None
        opens = wording[0].text[:1]
        if value and opens.islower() and groups:
            return None
        if value or not groups:
            groups.append([])
        elif opens.isupper() and not any(sides[1] for _, sides in groups[-1]):
            return None
        groups[-1].append(line)
    return groups


def _by_middles(lines: list[tuple[float, Sides]]) -> list[list[tuple[float, Sides]]] | None:
    """Rows whose value stands in the middle of their lines; None where the lines do not come out even."""
    groups: list[list[tuple[float, Sides]]] = []
    open_group: list[tuple[float, Sides]] = []
    for line in lines:
        open_group.append(line)
        at = [y for y, sides in open_group if sides[1]]
        ys = [y for y, sides in open_group if sides[0]]
        if len(at) == 1 and ys and abs((ys[0] + ys[-1]) / 2 - at[0]) <= _LEVEL:
            groups.append(open_group)
            open_group = []
        elif len(at) > 1:
            return None
    return None if open_group else groups


def _joined(group: Sequence[tuple[float, Sides]]) -> Sides:
    return list(itertools.chain.from_iterable(s[0] for _, s in group)), list(itertools.chain.from_iterable(s[1] for _, s in group))
