"""Text of a word processor's file with each paragraph on a line of its own: a table's cells follow each other, an empty one as an empty line.

LibreOffice saves text so, scripts print it so, some with an empty line behind every paragraph. Rows are told by their numbers and by how
many lines they take; what does not fit is left to the reader of flattened tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from extractors.cell_kinds import time_fit, unit_fit
from extractors.document import Block, Line
from extractors.table_headers import heading_role
from extractors.text_delimited import table_of

_HEAD = re.compile(r"(?:STT|S\.TT|TT|Số TT|Số thứ tự)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\(?\d{1,3}(?:\.\d{1,3})*\)?|[a-zđ])[.)]?")
_GROUP = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)]?")
_END = re.compile(r"(?:STT|S\.TT|TT|Số TT|Số thứ tự)\.?$|Nơi nhận\b|Trên đây là\b|PHỤ LỤC\b|Phụ lục (?:số )?[\dIVX]+$|(?:T/?M|KT|TL|TUQ)\. ?[A-ZĐ]")
_BELOW = re.compile(r"(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*)[.)] |(?:Phần|Điều|Biểu|Bảng|Phụ lục|Ghi chú|\*|\()", re.IGNORECASE)
_WORDING = re.compile(r"[^\W\d_]{2}")
_COLUMNS = range(3, 21)
_MOST_EXTRA = 24        # paragraphs that the cells of a row may hold besides their first ones
_LAST_EXTRA = 8         # … in the last one
_EXTRA = 0.3            # what it costs that a cell holds another paragraph which does not run on
_HEAD_LINES = 30
_LEAST_ROWS = 2
_TIME = 30              # … of any wording of time ("Cả tháng", "Theo lịch của tỉnh")
_HEADING = 60           # characters of a heading
_PLAIN = 0.6            # share of rows that must be as long as the heading says
_ORDERED = 0.9          # … or share of their numbers in order, where all headings are known
_ROLES = {"time": (1.0, 0.0, 0.0, 0.0, 0.15), "lead": (0.0, 1.0, 0.0, 0.0, 0.3), "support": (0.0, 1.0, 0.0, 0.0, 0.3), "owner": (0.0, 1.0, 0.0, 0.0, 0.3),
          "value": (0.0, 0.0, 1.0, 0.0, 0.05), "no": (0.0, 0.0, 1.0, 0.0, 0.02)}
_WORDED = (0.0, 0.0, 0.0, 0.0, 0.6)
_LONG = 140             # characters of a line that no printed page holds

Slot = Line | None


def lay_out(lines: Sequence[Line], rest: Callable[[list[Line]], Sequence[Block]]) -> list[Block]:
    """The lines (untrimmed) with tables where their cells follow each other; [] where the text is printed in lines, or holds no table."""
    if not any(len(line.text) > _LONG for line in lines):
        return []
    slots = _slots(lines)
    out: list[Block] = []
    pending: list[Line] = []
    found = False
    k = 0
    while k < len(slots):
        slot = slots[k]
        hit = None
        if slot is not None and len(slot.text) < _HEADING:
            before = next((other.text.strip() for other in slots[max(0, k - 2) : k][::-1] if other is not None), "")
            numbered = _HEAD.fullmatch(slot.text.strip()) is not None
            inside = _HEAD.fullmatch(before) is not None or (not before.isupper() and _role(before) is not None)
            hit = _table_at(slots, k) if numbered else None if inside else _unnumbered_at(slots, k)
        if hit is None:
            pending += [slot] if slot is not None else []
            k += 1
            continue
        rows, end, step = hit
        out += rest(pending)
        pending = []
        out.append(table_of([[_cell(lines) for lines in row] for row in rows]))
        found = True
        k = end
        if step == 2 and k < len(slots) and slots[k] is None:
            k += 1
    return [*out, *rest(pending)] if found else []


def _cell(lines: Sequence[Line]) -> list[Line]:
    return [Line(line.text.strip(), line.place) for line in lines]


def _slots(lines: Sequence[Line]) -> list[Slot]:
    """The lines with None for each empty line between them."""
    out: list[Slot] = []
    before = 0
    for line in lines:
        at = line.place.lines[0] if line.place.lines else before + 1
        out += [None] * max(0, at - before - 1 if before else 0)
        out.append(line)
        before = at
    return out


def _table_at(slots: Sequence[Slot], start: int) -> tuple[list[list[list[Line]]], int, int] | None:
    """The rows of the table whose heading begins at a slot, with the slot behind its last row and the step from cell to cell."""
    cells, step = _cells_from(slots, start)
    first = next((k for k in range(3, min(len(cells), _HEAD_LINES)) if _is_start(cells, k)), None)
    if first is None:
        return None
    best: tuple[float, list[int], int, list[list[list[Line]]]] | None = None
    for count in _COLUMNS:
        head = _head(cells[:first], count)
        if head is None:
            continue
        score, ends = _rows(cells, first, count)
        sizes = [b - a for a, b in pairwise(ends)]
        exact = sum(size in (2, count) for size in sizes)
        ordered = sum(_order(cells[a], cells[b]) >= 0 for a, b in pairwise(ends[:-1]))
        roles = [heading_role(" ".join(line.text for line in cell)) for cell in head[0]]
        known = len(head) == 1 and sum(role is not None for role in roles) >= count - 1
        fits = exact >= _PLAIN * len(sizes) or (known and min(sizes) >= 2 and ordered >= _ORDERED * (len(sizes) - 1))
        if len(sizes) >= _LEAST_ROWS and fits and (best is None or score > best[0]):
            best = (score, ends, count, head)
    if best is None:
        return None
    _, ends, count, rows = best
    spans = list(pairwise(ends))
    kinds = _column_kinds([cells[a:b] for a, b in spans if b - a == count], count, rows[0])
    if len(spans) > 1:
        spans[-1] = (spans[-1][0], _last_end(cells, spans[-1][0], count, kinds))
    rows = rows + [_part(cells[a:b], count, kinds) for a, b in spans]
    return rows, min(len(slots), start + spans[-1][1] * step), step


def _cells_from(slots: Sequence[Slot], start: int) -> tuple[list[Slot], int]:
    """The cells from a slot on to what can be no part of a table, and the step from one to the next."""
    step = 2 if all(slot is None for slot in slots[start + 1 : start + 8 : 2]) and any(slots[start + 2 : start + 8 : 2]) else 1
    cells = list(slots[start::step])
    if step == 2:
        odd = next((n for n, slot in enumerate(slots[start + 1 :: 2]) if slot is not None), len(cells))
        cells = cells[: odd + 1]
    return cells[: next((k for k, slot in enumerate(cells) if k > 2 and slot is not None and _END.match(slot.text.strip())), len(cells))], step


def _unnumbered_at(slots: Sequence[Slot], start: int) -> tuple[list[list[list[Line]]], int, int] | None:
    """The same for a table without row numbers, whose headings are all known and whose rows take one line to a cell."""
    cells, step = _cells_from(slots, start)
    roles: list[str] = []
    for slot in cells[: _COLUMNS.stop]:
        role = _role(slot.text.strip()) if slot is not None else None
        if role is None:
            break
        roles.append(role)
    count = len(roles)
    if count < _COLUMNS.start or not {"task", "indicator"} & set(roles) or not {"time", "lead", "owner", "support"} & set(roles):
        return None
    ends = [count]
    while ends[-1] + count <= len(cells):
        row = ["" if slot is None else slot.text.strip() for slot in cells[ends[-1] : ends[-1] + count]]
        if roles[0] == "time" and min(time_fit(row[0]), time_fit(row[1])) >= 0.5:
            ends.append(ends[-1] + 1)  # a month over its days
        elif _fits(row, roles):
            ends.append(ends[-1] + count)
        else:
            break
    spans = list(pairwise(ends))
    if sum(b - a == count for a, b in spans) < _LEAST_ROWS:
        return None
    rows = [[[slot] if slot is not None else [] for slot in cells[a:b]] for a, b in [(0, count), *spans]]
    return rows, min(len(slots), start + ends[-1] * step), step


def _role(text: str) -> str | None:
    """What a heading says its column holds; a month or year may be a cell as well, what has a marker heads a section, and a small
    letter goes on with a line above."""
    plain = text and not text[0].islower() and len(text) < _HEADING and not any(c.isdigit() for c in text) and not _BELOW.match(text)
    return heading_role(text) if plain else None


def _fits(row: Sequence[str], roles: Sequence[str]) -> bool:
    """Whether a row's cells can hold what their headings say."""
    if _BELOW.match(row[0]) or _NUMBER.fullmatch(row[0]) or not any(text for text, role in zip(row, roles, strict=True) if role in ("task", "indicator")):
        return False
    short = all(len(text) <= _LONG for text, role in zip(row, roles, strict=True) if role in ("time", "lead", "owner", "support"))
    return short and all(len(text) <= _TIME or time_fit(text) >= 0.3 for text, role in zip(row, roles, strict=True) if role == "time")


def _is_start(cells: Sequence[Slot], k: int) -> bool:
    """Whether a row may begin at a cell: a number, with wording in the cell behind it."""
    number, wording = cells[k], cells[k + 1] if k + 1 < len(cells) else None
    return number is not None and wording is not None and bool(_NUMBER.fullmatch(number.text.strip())) and bool(_WORDING.search(wording.text))


def _head(cells: Sequence[Slot], count: int) -> list[list[list[Line]]] | None:
    """The heading's cells as one row or two of a table of `count` columns; None where it has another number of columns."""
    lines = [[slot] if slot is not None else [] for slot in cells]
    if len(lines) == count:
        return [lines]
    top = len(lines) - count
    if 2 <= top < count and cells[top] is None and all(slot is not None for slot in cells[:top]):
        return [lines[:top], lines[top:]]
    joined: list[list[Line]] = []
    for slot in cells:
        text = slot.text.strip() if slot is not None else ""
        open_end = bool(joined and joined[-1]) and joined[-1][-1].text.rstrip().endswith(("/", "-", ","))
        if slot is not None and joined and (text[:1].islower() or text.startswith("(") or open_end):
            joined[-1].append(slot)
        else:
            joined.append([slot] if slot is not None else [])
    return [joined] if len(joined) == count else None


def _rows(cells: Sequence[Slot], first: int, count: int) -> tuple[float, list[int]]:
    """Where rows begin, and last where the table ends, so that most of them take as many cells as there are columns."""
    limit = len(cells)

    def gain(a: int, b: int) -> float:
        size = b - a
        number = cells[a]
        text = number.text.strip() if number is not None else ""
        if size == count:
            return 1.0
        if size == 2:
            return 0.9 if _GROUP.fullmatch(text) else 0.4
        return 0.3 - 0.05 * (size - count) if size > count else -0.5

    # A row without a number below a numbered one opens with an empty cell; only rows of one line to a cell tell it from others.
    best: dict[int, tuple[float, int]] = {first: (0.0, -1)}
    ended: tuple[float, int, int] = (0.0, -1, first)
    for k in range(first, limit):
        if k not in best:
            continue
        score = best[k][0]
        if k + count <= limit and (last := score + 1.0) > ended[0]:
            ended = (last, k, k + count)
        for size in range(2, count + _MOST_EXTRA) if cells[k] is not None else (count,):
            b = k + size
            below = size == count and _is_below(cells[b : b + count], count)
            if b < limit and (below or _is_start(cells, b)):
                total = score + gain(k, b) + (_order(cells[k], cells[b]) if not below else -0.2)
                if b not in best or total > best[b][0]:
                    best[b] = (total, k)
    total, k, end = ended
    ends = [end]
    while k >= 0:
        ends.append(k)
        k = best[k][1]
    return total, ends[::-1]


def _is_below(row: Sequence[Slot], count: int) -> bool:
    """Whether a row without a number follows: an empty cell, wording, and figures; or what stands beside cells merged with those above."""
    texts = [slot.text.strip() if slot is not None else "" for slot in row]
    if len(texts) == count and not any(texts[:3]):
        return any(_WORDING.search(text) for text in texts) and bool(texts[-1])
    return len(texts) == count and not texts[0] and bool(_WORDING.search(texts[1])) and any(_kind(text)[2] for text in texts[2:]) \
        and not any(len(text) > _LONG for text in texts[2:])


def _order(a: Slot, b: Slot) -> float:
    """What it is worth that a row's number follows that of the row above."""
    x, y = (slot.text.strip(" .)(") if slot is not None else "" for slot in (a, b))
    if not (x[:1].isdigit() and y[:1].isdigit()):
        return 0.0
    p, q = [int(n) for n in x.split(".") if n], [int(n) for n in y.split(".") if n]
    follows = q == [*p[:-1], p[-1] + 1] or q == [*p, 1] or any(q == [*p[:n], p[n] + 1] for n in range(len(p)))
    return 0.5 if follows else -0.6


@lru_cache(maxsize=4096)
def _kind(text: str) -> tuple[float, ...]:
    """What a cell's line holds: a time, a unit, a number, nothing, a long text; 0–1 each."""
    figure = sum(c.isdigit() for c in text) >= 0.4 * max(1, len(text))
    return (time_fit(text), unit_fit(text), float(figure), float(not text), min(1.0, len(text) / 120))


def _column_kinds(rows: Sequence[Sequence[Slot]], count: int, head: Sequence[Sequence[Line]]) -> list[tuple[float, ...]]:
    """What each column's cells hold, on average; with hardly a row to tell, what its heading says."""
    if len(rows) < _LEAST_ROWS and len(head) == count:
        return [_ROLES.get(heading_role(" ".join(line.text for line in cell)) or "", _WORDED) for cell in head]
    out: list[tuple[float, ...]] = []
    for c in range(count):
        kinds = [_kind(slot.text.strip() if slot is not None else "") for slot in (row[c] for row in rows)]
        out.append(tuple(sum(values) / len(kinds) for values in zip(*kinds, strict=True)) if kinds else _WORDED)
    return out


def _last_end(cells: Sequence[Slot], start: int, count: int, kinds: Sequence[tuple[float, ...]]) -> int:
    """Where the last row ends: no number stands behind it, so the end that lets its cells hold most of what their columns do."""
    ends = [start + count]
    for slot in cells[start + count : start + count + _LAST_EXTRA]:
        if slot is None or _BELOW.match(slot.text.strip()):
            break
        ends.append(ends[-1] + 1)
    return min(ends, key=lambda end: (_partition(cells[start:end], count, kinds)[0], end))


def _part(cells: Sequence[Slot], count: int, kinds: Sequence[tuple[float, ...]]) -> list[list[Line]]:
    """A row's lines by cell: one each where there are as many as columns; more go with the column whose cells hold the like."""
    lines = [[slot] if slot is not None else [] for slot in cells]
    if len(cells) <= count:
        return lines
    begins = _partition(cells, count, kinds)[1]
    return [[line for some in lines[a:b] for line in some] for a, b in pairwise([*begins, len(cells)])]


def _partition(cells: Sequence[Slot], count: int, kinds: Sequence[tuple[float, ...]]) -> tuple[float, list[int]]:
    """Where each of `count` columns begins among a row's lines so that they hold most of what their columns do, and how far they are from it."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}  # by the column of the last line so far
    for k in range(1, len(cells)):
        slot = cells[k]
        text = slot.text.strip() if slot is not None else ""
        runs_on = bool(text) and (text[:1].islower() or text[:1] in "-–+•*")
        here: dict[int, tuple[float, list[int]]] = {}
        for c in range(max(0, count - (len(cells) - k)), min(k, count - 1) + 1):
            off = sum(abs(a - b) for a, b in zip(_kind(text), kinds[c], strict=True))
            ways = [(best[c - 1][0] + off, [*best[c - 1][1], k])] if c - 1 in best else []
            if c in best and c > 0:
                ways.append((best[c][0] + off + (0.0 if runs_on else _EXTRA), best[c][1]))
            if ways:
                here[c] = min(ways)
        best = here
    return best[count - 1]
