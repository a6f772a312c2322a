"""Flattened calendars of two columns without row numbers, a time and what is done then ("Thời gian | Các hoạt động"): a row opens with its time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.cell_kinds import time_fit
from extractors.document import Cell, Line, Place, Table
from extractors.flat_end import body_end, prose_width_of
from extractors.flat_nesting import Column, Header, Heading, Piece
from extractors.flat_stream import part_of
from extractors.table_headers import wording_role
from normalizers.text import fold

_MOST_WORDS = 9       # of the header
_LEAST_ROWS = 3
_MOST_TIME_LINES = 4  # of a time in a thin column
_MOST_TIME_WORDS = 14
_SURELY, _TIMELY = 0.9, 0.5
_SHORT = 5            # words of a time of a loose form: "Tuần 1 – 2"
_OPENS = re.compile(r"\s*(?:Thời|THỜI|Mốc|MỐC|Ngày|NGÀY|Tuần|TUẦN|Tháng|THÁNG)\b")
_TIME_OPENS = re.compile(r"\s*(?:Từ|Trước|Đến|Ngày|Tuần|Tháng|Quý|Năm|Đầu|Giữa|Cuối|Sáng|Chiều|Tối|Trong|Thứ|Chủ nhật|Hằng|Hàng|Thường xuyên|\d)")
_WORD = re.compile(r"\S+")

_End = tuple[int, int]  # a line, and where on it a cell ends


def find_calendar(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose header opens with line `at`, and the index behind its last line; None where there is none.

    The header is one line or two, a heading of times and one of tasks; three rows or more stand below it, each a time, on lines of its own
    or before the task on one, and then the task."""
    header = _header(lines, at) if _OPENS.match(lines[at].text) else None
    if header is None:
        return None
    end, repeated = body_end(lines, header, prose_width_of(lines[:at]) or prose_width_of(lines, lines[:at]))
    again = {n for a, b in repeated for n in range(a, b)}
    body = [n for n in range(header.last + 1, end) if not lines[n].furniture and n not in again]
    cells = [Cell(0, c, [part_of(lines[p.line], p.start, p.end) for p in column.heading.pieces]) for c, column in enumerate(header.columns)]
    rows: list[tuple[list[Line], list[Line]]] = []
    k = 0
    while k < len(body):
        found = _time(lines, body[k:k + _MOST_TIME_LINES]) if not rows or rows[-1][1] else None
        if found is None:
            if not rows:
                return None
            rows[-1][1].append(lines[body[k]])
            k += 1
            continue
        count, (n, offset) = found
        time = [lines[m] for m in body[k:k + count - 1]] + [part_of(lines[n], 0, offset)]
        rows.append((time, [part_of(lines[n], offset, len(lines[n].text))] if lines[n].text[offset:].strip() else []))
        k += count
    if len(rows) < _LEAST_ROWS or not all(task for _, task in rows):
        return None
    cells += [Cell(r, c, part) for r, row in enumerate(rows, 1) for c, part in enumerate(row)]
    place = Place(lines=lines[at].place.lines or (0, 0))
    for n in body:
        place = place.merge(lines[n].place)
    aside = [lines[n] for n in range(at, end) if n in again or (lines[n].furniture and n > header.last)]
    return Table(cells, len(rows) + 1, 2, place, "flat", header_rows=1, repeated=aside), end


def _header(lines: Sequence[Line], at: int) -> Header | None:
    pieces: list[tuple[str, Piece]] = []
    for n in (at, at + 1):
        if n + 1 >= len(lines) or lines[n].furniture:
            return None
        pieces += [(m[0], Piece(n, m.start(), m.end())) for m in _WORD.finditer(lines[n].text)]
        if len(pieces) > _MOST_WORDS:
            return None
        for cut in range(1, len(pieces)):
            if pieces[cut][0][:1].isupper() and _role(pieces[:cut]) == "time" and _role(pieces[cut:]) == "task":
                if [word for word, _ in pieces[-2:]] == ["Thực", "hiện"] and _role(pieces[cut:-2]) == "task":
                    return None  # a third column: who does it
                return Header(at, n, (Column("time", _heading(pieces[:cut])), Column("task", _heading(pieces[cut:]))), ())
    return None


def _time(lines: Sequence[Line], ahead: Sequence[int]) -> tuple[int, _End] | None:
    """How many of the lines `ahead` hold the time that opens a row, and where on the last of them it ends; times may stand below each other
    ("Tuần 1 – 2" over "Từ 10/01 đến 21/01/2027")."""
    count, end = 0, None
    while count < len(ahead) and (end is None or not lines[end[0]].text[end[1]:].strip()):
        found = _one_time(lines, ahead[count:])
        if found is None or (count and lines[found[1][0]].text[found[1][1]:].strip()):
            break
        count, end = count + found[0], found[1]
    return (count, end) if end is not None else None


def _one_time(lines: Sequence[Line], ahead: Sequence[int]) -> tuple[int, _End] | None:
    """`_time` of one phrase: the most words that surely are one, else the fewest that may be; behind them a task or a new line opens."""
    if not _TIME_OPENS.match(lines[ahead[0]].text):
        return None
    words: list[str] = []
    loose: tuple[int, _End] | None = None
    sure: tuple[int, _End] | None = None
    for count, n in enumerate(ahead, 1):
        found = [*_WORD.finditer(lines[n].text)]
        for k, m in enumerate(found):
            words.append(m[0])
            if len(words) > _MOST_TIME_WORDS:
                return sure or loose
            after = [other[0] for other in found[k + 1:k + 3]]
            if not after or after[0][:1].isupper() or (after[0] in ("-", "–", "+") and after[-1][:1].isupper()):
                fit = time_fit(fold(" ".join(words)))
                if fit >= _SURELY:
                    sure = (count, (n, m.end()))
                elif fit >= _TIMELY and loose is None and len(words) <= _SHORT and any(char.isdigit() for word in words for char in word):
                    loose = (count, (n, m.end()))
    return sure or loose


def _role(pieces: Sequence[tuple[str, Piece]]) -> str | None:
    return wording_role(fold(" ".join(text for text, _ in pieces)).strip(" .:"))


def _heading(pieces: Sequence[tuple[str, Piece]]) -> Heading:
    joined: list[Piece] = []
    for _, p in pieces:
        if joined and joined[-1].line == p.line:
            joined[-1] = Piece(p.line, joined[-1].start, p.end)
        else:
            joined.append(p)
    return Heading(fold(" ".join(text for text, _ in pieces)), tuple(joined))
