"""Flattened target tables with one column a year and no row numbers: an indicator, its measure, and as many figures as there are years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Cell, Line, Place, Table
from extractors.flat_stream import part_of
from extractors.table_headers import wording_role
from normalizers.target_cells import is_measure_cell
from normalizers.text import fold

_WORD = re.compile(r"[≥≤<>]=?\s?\d[\d.,]*%?|\S+")
_FIGURE = re.compile(r"(?:[≥≤<>]=?\s?)?\d[\d.,]*%?|[-–]")
_MEASURE = re.compile(r"(?:ĐVT|Đvt|Đơn vị tính|Đơn vị)(?=\s)\s*")
_YEAR = re.compile(r"(?:(?:Ước thực hiện|Thực hiện|TH|Kết quả|Hiện trạng|Kế hoạch|KH|Mục tiêu|Chỉ tiêu|Dự kiến|Đến hết|Đến|Hết)\s+)?(?:[Nn]ăm\s+)?(?P<year>20\d\d)(?!\S)")
_TOTAL = r"(?:Tổng(?: (?:số|cộng|chung))?(?: (?:cả )?giai đoạn)?|Cộng|Cả giai đoạn|(?:Giai đoạn )?20\d\d\s*[-–]\s*20\d\d)"
_BEHIND = re.compile(rf"\s*(?:(?P<total>{_TOTAL})\s*)?(?P<note>Ghi chú)?")
_BEFORE = re.compile(rf"(?P<total>{_TOTAL})\s+(?P<over>(?:Trong đó|Chia ra|Phân kỳ)\b.*)")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})[.)]? \S")
_HEAD_LINES, _ROW_LINES, _LEAST_ROWS, _LEAST_YEARS, _OVER_WORDS = 24, 8, 2, 3, 14

_Word = tuple[int, int, int, str]  # line, from, to, wording


@dataclass(frozen=True, slots=True)
class _Header:
    last: int
    what: str
    measure: str | None
    over: str
    columns: tuple[str, ...]   # years, and the total of them
    total: int | None          # which of them is the total
    note: str | None


def find_years(lines: Sequence[Line], k: int) -> tuple[Table, int] | None:
    """The table whose header opens with line `k`, and the index behind its last line; None where there is none."""
    if not lines[k].text.lstrip()[:1].isupper() or len(lines[k].text) > 80:
        return None
    header = _header(lines, k)
    if header is None:
        return None
    printed = {fold(lines[n].text) for n in range(k, header.last + 1)}
    rows: list[list[list[_Word]]] = []
    aside: list[Line] = []
    held: list[Line] = []
    n = end = header.last + 1
    while n < len(lines):
        text = lines[n].text.strip()
        if lines[n].furniture or text.isdigit() or fold(text) in printed:
            held.append(lines[n])  # a page's number and the header anew
            n += 1
            continue
        row = None
        if _GROUP.match(text) and not _FIGURE.fullmatch(text.split()[-1]) and n + 1 < len(lines) and lines[n + 1].text.strip()[:1].isupper():
            row = _row(lines, n + 1, header)
            if row is None:
                break  # the plan's next heading
            rows.append([_words(lines, n)])
        row = row or _row(lines, n, header)
        if row is None:
            break
        cells, n = row
        if not cells or (header.note and _holds_figures(cells[0])):
            return None  # figures are left out, and nothing tells of which years; or notes stand behind them
        rows.append(cells)
        aside += held
        held = []
        end = n
    if sum(len(row) > 1 for row in rows) < _LEAST_ROWS:
        return None
    return _table(lines, k, header, rows, aside), end


def _header(lines: Sequence[Line], k: int) -> _Header | None:
    found: _Header | None = None
    text = ""
    for n in range(k, min(k + _HEAD_LINES, len(lines))):
        if lines[n].furniture or len(lines[n].text) > 90:
            break
        text = f"{text} {lines[n].text.strip()}".lstrip()
        if len(text) > 400:
            break
        if n == k and not _opens(text):
            return None
        found = _headings(text, n) or found
    return found


def _opens(text: str) -> bool:
    """A cheap look at the first line: does it open with an indicator's heading?"""
    words = text.split()[:6]
    return any(wording_role(fold(" ".join(words[:size]))) == "indicator" for size in range(1, len(words) + 1))


def _headings(text: str, last: int) -> _Header | None:
    years = list(_YEAR.finditer(text))
    if len(years) < _LEAST_YEARS:
        return None
    behind = _BEHIND.fullmatch(text, years[-1].end())
    if behind is None and len(years) > _LEAST_YEARS:  # the total names the years itself
        behind = next((m for year in years[-3:-1] if (m := _BEHIND.fullmatch(text, year.end()))), None)
        years = [year for year in years if behind and year.end() <= behind.start()]
    if behind is None:
        return None
    first = len(years) - 1
    while first and not text[years[first - 1].end():years[first].start()].strip() and years[first - 1]["year"] < years[first]["year"]:
        first -= 1
    run = years[first:]
    if len(run) < _LEAST_YEARS:
        return None
    before = text[:run[0].start()].split()
    for size in range(min(len(before), 6), 0, -1):
        if wording_role(fold(" ".join(before[:size]))) != "indicator":
            continue
        rest = " ".join(before[size:])
        measure = _MEASURE.match(f"{rest} ")
        over = rest[measure.end():].strip() if measure else rest
        if len(over.split()) > _OVER_WORDS or (over and not over[0].isupper()):
            return None
        columns = [year[0] for year in run]
        total = None
        if (lead := _BEFORE.fullmatch(over)) or re.fullmatch(_TOTAL, over):
            columns.insert(0, lead["total"] if lead else over)
            over, total = lead["over"] if lead else "", 0
        if behind["total"]:
            if total is not None:
                return None
            columns.append(behind["total"])
            total = len(columns) - 1
        return _Header(last, " ".join(before[:size]), measure[0].strip() if measure else None, over, tuple(columns), total, behind["note"])
    return None


def _words(lines: Sequence[Line], n: int) -> list[_Word]:
    return [(n, m.start(), m.end(), m[0]) for m in _WORD.finditer(lines[n].text)]


def _row(lines: Sequence[Line], first: int, header: _Header) -> tuple[list[list[_Word]], int] | None:
    """The cells of the row that begins with line `first` and the index behind it; no cells where figures are left out, None where there is no row."""
    words: list[_Word] = []
    due = len(header.columns)
    for n in range(first, min(first + _ROW_LINES, len(lines))):
        if lines[n].furniture:
            continue
        words += _words(lines, n)
        if n == first and _FIGURE.fullmatch(words[0][3]):
            return None
        tail = 0
        while tail < len(words) and _FIGURE.fullmatch(words[-1 - tail][3]):
            tail += 1
        if not tail:
            continue
        after = next((line.text.split() for line in lines[n + 1:n + 3] if not line.furniture), [])
        if tail < due and after and _FIGURE.fullmatch(after[0]) and len(after) <= due - tail:
            continue
        untotalled = tail == due - 1 and header.total is not None
        if tail < due and not untotalled:
            if tail > 1 and len(words) > tail:
                return [], n
            continue  # a wording that ends its line with a number
        figures = [[word] for word in words[len(words) - (due - untotalled):]]
        if untotalled:
            figures.insert(header.total or 0, [])
        rest = words[:len(words) - (due - untotalled)]
        if not rest:
            return None
        if header.measure is None:
            return [rest, *figures], n + 1
        size = next((size for size in (4, 3, 2, 1) if len(rest) > size and is_measure_cell(" ".join(word[3] for word in rest[-size:]))), 0)
        if not size and len(rest) > 1 and rest[-1][0] != rest[-2][0] and rest[-1][3].islower():
            size = 1  # a measure that nobody knows, on the line of the figures
        return [rest[:len(rest) - size], rest[len(rest) - size:], *figures], n + 1
    return None


def _holds_figures(words: Sequence[_Word]) -> bool:
    """Whether two figures stand beside each other among the words of an indicator: it holds the row above, which has a note."""
    return any(_FIGURE.fullmatch(a[3]) and _FIGURE.fullmatch(b[3]) for a, b in pairwise(words))


def _lines(lines: Sequence[Line], words: Sequence[_Word]) -> list[Line]:
    spans: dict[int, tuple[int, int]] = {}
    for n, a, b, _ in words:
        spans[n] = (spans[n][0] if n in spans else a, b)
    return [part_of(lines[n], a, b) for n, (a, b) in spans.items()]


def _table(lines: Sequence[Line], k: int, header: _Header, rows: Sequence[list[list[_Word]]], aside: list[Line]) -> Table:
    depth = 2 if header.over else 1
    heads = [header.what, *([header.measure] if header.measure else [])]
    width = len(heads) + len(header.columns)

    def named(text: str) -> list[Line]:
        part = part_of(lines[k], 0, len(lines[k].text))
        part.text = text
        return [part]

    cells = [Cell(0, c, named(head), row_span=depth) for c, head in enumerate(heads)]
    if header.over:
        cells.append(Cell(0, len(heads), named(header.over), col_span=len(header.columns)))
    cells += [Cell(depth - 1, len(heads) + c, named(head)) for c, head in enumerate(header.columns)]
    place = Place(lines=lines[k].place.lines or (0, 0))
    for line in lines[k:header.last + 1]:
        place = place.merge(line.place)
    for r, row in enumerate(rows, depth):
        spread = width if len(row) == 1 else 1
        for c, words in enumerate(row):
            cells.append(Cell(r, c, _lines(lines, words), col_span=spread))
            for line in cells[-1].lines:
                place = place.merge(line.place)
    return Table(cells, depth + len(rows), width, place, "flat", header_rows=depth, repeated=[*lines[k + 1:header.last + 1], *aside])
