"""Rebuild tables that a text dump flattened: header, rows and cells come back as `Table`s in place of their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.cell_kinds import is_person, time_fit, unit_fit
from extractors.document import Cell, Line, Place, Table
from extractors.flat_allotment import find_allotment
from extractors.flat_allotment_columns import find_column_allotment
from extractors.flat_calendar import find_calendar
from extractors.flat_cut_numbers import with_whole_numbers
from extractors.flat_cut_values import with_whole_values
from extractors.flat_end import body_end, prose_width_of
from extractors.flat_fit import FlatRow, fit_rows, fit_unnumbered, numbered_ranges
from extractors.flat_glued_numbers import part_numbers
from extractors.flat_glued_rows import header_above_row, part_rows, part_shares, part_tails
from extractors.flat_header import find_header, runs_on
from extractors.flat_known import cuts_word
from extractors.flat_merged import merged_columns, printed_once
from extractors.flat_nesting import Header, Heading, alone_ticked
from extractors.flat_own_numbers import with_own_numbers
from extractors.flat_pages import Fit, is_page_number, without_page_numbers
from extractors.flat_pairs import find_pairs
from extractors.flat_paragraphs import with_starts
from extractors.flat_rows import Mark
from extractors.flat_stream import Stream, part_of, stream_of
from extractors.flat_subrows import heads_dashes, with_subrows
from extractors.flat_worded_times import with_worded_times
from extractors.flat_words import WordPairs
from extractors.flat_years import find_years
from extractors.merged_headings import is_number_row
from normalizers.text import fold

_MIN_ROWS = 2
_OWNING = {"lead", "owner"}
_TIMES = {"time", "timed"}
_MOST_NUMBERED = 24  # lines that number the columns of a wide table
_REFERENCE = re.compile(r"(?:(?:chỉ tiêu|mục tiêu|nhiệm vụ|mục) (?:số )?(?:liên quan|tương ứng)|mã(?: số| hiệu)?(?: (?:chỉ tiêu|mục tiêu|nhiệm vụ|công việc|đề án|nv|ct|cv))?)")  # a column of rows' numbers or codes
_JOINED = re.compile(r"sản phẩm|kết quả|đầu ra")  # beside a time in one heading: "Thời gian, sản phẩm"
_PEOPLE = ("người ", "lãnh đạo ", "đồng chí ", "đ/c ", "phó chủ tịch ", "thành viên ")
_MONTHS = [str(n) for n in range(1, 13)]
_ALWAYS = "Thường xuyên"  # the one heading of times that is ticked beside a column of dates
_TICKS = re.compile(r"(?:^|(?<=\s))(?<!\d )(?P<t>[xX×✓✔](?: +[xX×✓✔])*)(?=\s*$|\s+[^\W\d])")


def rebuild(lines: list[Line]) -> list[Line | Table]:
    """Blocks of a text dump: lines as they came, flattened tables as `Table`s (origin `flat`).

    `lines` are the non-blank physical lines in order, `text` as printed with its white space (a trailing space tells
    a wrapped line from a cell's end in many dumps), `place.lines` set. A physical line that several cells share is
    split into several lines with the same place. Headers repeated on later pages, rows of column numbers and page
    furniture inside a table stand in its `repeated`. Lines that look like a header without rows stay lines.
    """
    lines = list(lines)  # a row printed behind a header's last words is parted from it
    out: list[Line | Table] = []
    width: float | None = None
    pairs: WordPairs | None = None
    k = 0
    while k < len(lines):
        shared = None if lines[k].furniture else find_allotment(lines, k) or find_column_allotment(lines, k) or find_pairs(lines, k) or find_years(lines, k) or find_calendar(lines, k)
        if shared is not None:
            out.append(shared[0])
            k = shared[1]
            continue
        header = None if lines[k].furniture else find_header(lines, k) or header_above_row(lines, k)
        if header is not None:
            part_rows(lines, header)
            part_tails(lines, header)
            part_shares(lines, header)
            part_numbers(lines, header)
            if out and out[-1] is lines[k - 1] and is_page_number(lines, k - 1):
                lines[k - 1].furniture = True
            if pairs is None:
                width = prose_width_of(lines[:k]) or prose_width_of(lines, lines[:k])
                pairs = WordPairs(line.text for line in lines)
            end, repeated = body_end(lines, header, width)
            table = _table(lines, header, end, repeated, pairs)
            if table is not None:
                out.append(table)
                k = end
                continue
        out.append(lines[k])
        k += 1
    return out


def _table(lines: list[Line], header: Header, end: int, repeated: Sequence[tuple[int, int]], pairs: WordPairs) -> Table | None:
    aside = {n for a, b in repeated for n in range(a, b)}
    body: list[int] = []
    for n in range(header.last + 1, end):
        if lines[n].furniture:
            aside.add(n)
        elif n not in aside:
            body.append(n)
    numbers = _number_row(lines, body, len(header.columns))
    counted = [lines[n].text.strip() for n in body[:numbers]]
    for _, b in repeated if numbers else ():
        if [line.text.strip() for line in lines[b:b + numbers]] == counted:
            aside.update(range(b, b + numbers))  # the columns' numbers below the header of a later page
    aside.update(body[:numbers])
    body = [n for n in body[numbers:] if n not in aside]
    if not body:
        return None
    # The number of a page that opens with the repeated header stands before it.
    torn = header.first > 0 and lines[header.first - 1].text.strip() in ("Số", "SỐ")  # above "TT"
    heads = [a - 1 if torn and a - 1 in body and lines[a - 1].text.strip() in ("Số", "SỐ") else a for a, _ in repeated]
    over = {a - 1 for a in heads if a - 1 in body and is_page_number(lines, a - 1, headed=True)} | (set(heads) & set(body))
    aside |= over
    kept, ticks = _without_ticks(lines, [n for n in body if n not in over], _ALWAYS if alone_ticked(header) else "")
    roles = [_fitted_role(column.heading.text, column.role) for column in header.columns]
    shown = dict(with_whole_numbers(kept) if roles[0] == "no" else kept)
    ticked = set(body) - over - set(shown)

    def fit(lines_of: Sequence[int]) -> Fit:
        starts = frozenset(k for k, n in enumerate(lines_of) if k and n - 1 != lines_of[k - 1] and n - 1 not in ticked)
        stream = stream_of([shown[n] for n in lines_of], starts)
        ranges: list[tuple[Mark | None, int, int]] = numbered_ranges(stream)
        stream = with_starts(stream, ranges)
        lone = len(lines_of) == len(shown) and _is_lone_row(ranges, roles)  # not what a row "2" leaves, tried as a page's number
        if roles[0] == "no" and (len(ranges) >= _MIN_ROWS or lone):
            numbers = with_subrows(stream, roles[1:], ranges)
            rows = with_worded_times(stream, roles[1:], fit_rows(stream, roles[1:], numbers, pairs)[0], lambda other: fit_rows(stream, other, numbers, pairs)[0])
            if not lone or len(rows) >= _MIN_ROWS or (rows and _is_assigned(stream, roles[1:], rows)):
                return stream, rows
        own = with_own_numbers(stream, roles, ranges, pairs)
        rows = with_worded_times(stream, roles, own, lambda other: with_own_numbers(stream, other, ranges, pairs)) or fit_unnumbered(stream, roles, pairs)
        return stream, rows if len(rows) >= _MIN_ROWS else []

    figures = any((role or "").split("@")[0] in ("value", "actual", "budget") for role in roles)
    (stream, rows), pages = without_page_numbers(lines, list(shown), fit, figures)
    if not rows:
        return None
    numbered = len(rows[0].cells.cells) < len(roles)
    return _assemble(lines, header, stream, rows, numbered, [*(lines[n] for n in sorted({*aside, *pages})), *ticks])


def _is_lone_row(ranges: Sequence[tuple[Mark | None, int, int]], roles: Sequence[str | None]) -> bool:
    """Whether a table has row "1" alone, below a header of tasks, owners and times; a form to be filled in asks for no owner."""
    mark = ranges[0][0] if len(ranges) == 1 else None
    return mark is not None and mark.path == (1,) and "task" in roles and not _TIMES.isdisjoint(roles) and not _OWNING.isdisjoint(roles)


def _is_assigned(stream: Stream, roles: Sequence[str | None], rows: Sequence[FlatRow]) -> bool:
    """Whether a lone row names a task and a unit that does it; a header of lines that are no table has prose below it."""
    spans = {role: cell for role, cell in zip(roles, rows[0].cells.cells, strict=True) if cell}
    cells = {role: " ".join(stream.words[k].text for i, j in cell for k in range(i, j)) for role, cell in spans.items()}
    owning = [role for role in cells if role in _OWNING]
    if not owning or len(cells.get("task", "").split()) < 3 or any(unit_fit(cells[role]) < 0.6 and not is_person(cells[role]) for role in owning):
        return False
    if "timed" in cells:  # time and product: of what the product is nothing is known
        return all(stream.words[spans[role][0][0]].first for role in owning)
    return "time" not in cells or time_fit(fold(cells["time"])) == 1.0


def _fitted_role(heading: str, role: str | None) -> str | None:
    """What a column's cells look like: posts of persons beside the units are worded like owners, whatever is made of them."""
    if _REFERENCE.fullmatch(heading):
        return "reference"
    if role == "receiver" and heading.startswith(_PEOPLE):
        return "owner"
    if role == "time" and _JOINED.search(heading):
        return "timed"
    return "owner" if role == "other" and heading.startswith("người ") else role


def _without_ticks(lines: Sequence[Line], body: Sequence[int], said: str = "") -> tuple[list[tuple[int, Line]], list[Line]]:
    """Body lines without their ticks, and the ticks. A dump tells no more under which heading a tick stood; left in place
    they would read as parts of the cells beside them. One tick alone may be a letter, and "10 x 15" is a measure.

    `said`: what each tick says where only one heading can be ticked; it is then printed in its place."""
    found = {n: spans for n in body if (spans := [m.span("t") for m in _TICKS.finditer(lines[n].text)])}
    if len(found) < (1 if said else 3):
        return [(n, lines[n]) for n in body], []
    kept: list[tuple[int, Line]] = []
    for n in body:
        text = lines[n].text
        for a, b in reversed(found.get(n, [])) if said else ():
            text = text[:a] + said + text[b:]
        for a, b in found.get(n, []) if not said else ():
            text = text[:a] + " " * (b - a) + text[b:] if text[b:].strip() else text[:a]
        if n not in found or text.strip():
            kept.append((n, replace(lines[n], text=text)))
    return kept, [] if said else [part_of(lines[n], a, b) for n, spans in found.items() for a, b in spans]


def _number_row(lines: Sequence[Line], body: Sequence[int], columns: int) -> int:
    """How many lines at the body's start only number the columns ("1 2 3 4 5 6", one or several to a line)."""
    if bracketed := _bracketed_numbers(lines, body):
        return bracketed
    count = _plain_numbers(lines, body, columns)
    return count + _bracketed_numbers(lines, body[count:])


def _bracketed_numbers(lines: Sequence[Line], body: Sequence[int]) -> int:
    """How many lines at the body's start hold "(1) (2) … (10" over ")", numbers in brackets from 1 on and no word."""
    text, found = "", 0
    for count, n in enumerate(body[:_MOST_NUMBERED], 1):
        text += "".join(lines[n].text.split())
        if not text.startswith("(1)") or any(char.isalpha() for char in text):
            break
        numbers = [int(m) for m in re.findall(r"\((\d{1,2})\)", text)]
        if len(numbers) >= 3 and "".join(f"({k})" for k in range(1, len(numbers) + 1)) == text:
            found = count
    return found


def _plain_numbers(lines: Sequence[Line], body: Sequence[int], columns: int) -> int:
    """`_number_row` without what brackets tell."""
    cells: list[str] = []
    for count, n in enumerate(body[:13], 1):
        words = lines[n].text.split()
        if not all(word.strip("()[].").isalnum() and len(word.strip("()[].")) <= 2 for word in words):
            break
        cells += words
        if len(cells) == columns and count <= columns + 1:
            return count if is_number_row(cells) and columns >= 3 else 0
        if cells == _MONTHS:
            return count  # the months of one ticked heading, below it
        if len(cells) > len(_MONTHS):
            break
    return 0


def _cell_lines(stream: Stream, spans: Sequence[tuple[int, int]]) -> list[Line]:
    out: list[Line] = []
    for i, j in spans:
        k = i
        while k < j:
            m = k
            while m + 1 < j and stream.words[m + 1].line == stream.words[k].line:
                m += 1
            part = part_of(stream.lines[stream.words[k].line], stream.words[k].start, stream.words[m].end)
            if k > i and cuts_word(stream, k):
                out[-1] = replace(out[-1], text=out[-1].text + part.text, place=out[-1].place.merge(part.place))
            else:
                out.append(part)
            k = m + 1
    return out


def _one_line(lines: list[Line]) -> list[Line]:
    """A number that a thin column cut ("4." over "1"), whole again."""
    if len(lines) < 2:
        return lines
    place = lines[0].place
    for line in lines[1:]:
        place = place.merge(line.place)
    return [replace(lines[0], text="".join(line.text for line in lines), place=place)]


def _heading_lines(lines: Sequence[Line], heading: Heading) -> list[Line]:
    out: list[Line] = []
    for p in heading.pieces:
        part = part_of(lines[p.line], p.start, p.end)
        if out and runs_on(out[-1].text, part.text):
            out[-1] = replace(out[-1], text=out[-1].text + part.text, place=out[-1].place.merge(part.place))
        else:
            out.append(part)
    return out


def _assemble(lines: Sequence[Line], header: Header, stream: Stream, rows: Sequence[FlatRow], numbered: bool, aside: list[Line]) -> Table:
    cells: list[Cell] = []
    depth = 2 if header.parents else 1
    for c, column in enumerate(header.columns):
        if column.parent is None:
            cells.append(Cell(0, c, _heading_lines(lines, column.heading), row_span=depth))
        else:
            cells.append(Cell(1, c, _heading_lines(lines, column.heading)))
    for p, parent in enumerate(header.parents):
        under = [c for c, column in enumerate(header.columns) if column.parent == p]
        cells.append(Cell(0, under[0], _heading_lines(lines, parent), col_span=len(under)))
    below = [None if row.group else row.cells for row in rows]
    leads: dict[int, Cell] = {}  # the cells above, by column
    width = len(header.columns)
    first = 1 if numbered else 0
    once = printed_once(stream, header.roles[first:], below)
    for r, row in enumerate(rows, depth):
        if numbered:
            number = _one_line(_cell_lines(stream, [(row.mark.word, row.mark.word + row.mark.size)])) if row.mark else []
            cells.append(Cell(r, 0, number))
        dashed = heads_dashes(stream, row, rows[r - depth + 1:])
        if row.group or dashed:
            spans = next(s for s in row.cells.cells if s)
            at = first + next(c for c, s in enumerate(row.cells.cells) if s)
            titled = dashed or row.mark is None or row.mark.style in ("roman", "letter")
            cells.append(Cell(r, at, _cell_lines(stream, spans), col_span=width - at if titled else 1))
            if titled:
                cells += [Cell(r, c) for c in range(first, at)]
                continue
            cells += [Cell(r, c) for c in range(first, width) if c != at]
            continue
        sums = row.mark is not None and row.mark.style in ("roman", "letter")  # figures of a group's own, below the row of another
        merged = () if sums else merged_columns(header.roles[first:], below, r - depth)
        if once and not sums and r > depth and not rows[r - depth - 1].group:
            merged += tuple(c for c in once if c + first in leads and c not in merged and not row.cells.cells[c])
        for c, spans in enumerate(row.cells.cells, first):
            if c - first not in merged:
                leads[c] = Cell(r, c, _cell_lines(stream, spans))
                cells.append(leads[c])
            else:
                leads[c].row_span += 1
    for c, role in enumerate(header.roles):
        if (role or "").split("@")[0] in ("value", "actual"):
            values = [cell for cell in cells if cell.col == c and cell.row >= depth]
            for cell, whole in zip(values, with_whole_values([cell.lines for cell in values]), strict=True):
                cell.lines = whole
    place = Place(lines=(lines[header.first].place.lines or (0, 0)))
    for line in stream.lines:
        place = place.merge(line.place)
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return Table(cells, depth + len(rows), width, place, "flat", header_rows=depth, repeated=aside)
