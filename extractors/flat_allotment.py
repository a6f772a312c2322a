"""A table that shares a target out by village, flattened in a text dump: rows of a name and equally many figures, mostly numbered."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.allotment import names_holders
from extractors.document import Cell, Line, Place, Table
from normalizers.text import CAPITALS, fold
from normalizers.unit_villages import VILLAGES

_OPENING = re.compile(r"\s*(?:S ?T ?T|T ?T|Stt|Số TT)(?:\s|$)")  # "ST" over "T" in a narrow column
_FIGURE = r"(?:[≥≤<>]\s?)?\d[\d.,]*%?|[-–]"
_ROW = re.compile(rf"^\s*(?:(?P<no>\d{{1,3}})[.)]?\s+)?(?P<name>[^\W\d_][^\n]*?)\s+(?P<figures>(?:{_FIGURE})(?:\s+(?:{_FIGURE}))*)\s*$")
_NOTED_ROW = re.compile(_ROW.pattern.removesuffix(r"\s*$") + r"(?:\s+[^\W\d_][^\d\n]{1,60})?\s*$")  # a last column of notes
# Headings of a last column of words: notes, or who answers for the row.
_NOTES = re.compile(
    r"\s(?:Ghi chú|GHI CHÚ)(?=\s|$)|(?:\s(?:(?:Cán bộ|Công chức|Người|Đồng chí|Thành viên|Đảng viên|Lãnh đạo|Đơn vị|Cơ quan)(?: được phân công| được giao| trực tiếp)* "
    r"(?:phụ trách|theo dõi|chỉ đạo|đôn đốc|đứng điểm|chỉ huy|liên hệ)(?:, (?:phụ trách|theo dõi|chỉ đạo|đôn đốc))*|Phụ trách|Họ và tên|Địa điểm(?: [a-zđà-ỹ]+){0,4}))+\s*$")
_GROUP = re.compile(rf"\s*(?:[IVX]{{1,4}}|[A-D])[.)]?\s+[{CAPITALS}]\D*$")
# Names of settlements, as rows without numbers open with.
_SETTLEMENT = re.compile(r"(?:Phường|Xã|Đặc khu|Thị trấn|Thôn|Bản|Làng|Ấp|Buôn|Bon|Khóm|Xóm|Khu|Tổ|TDP|Tiểu khu|Trường|Chi bộ|Tổng|Cộng|Toàn)\s")
# Words for settlements that are no name alone: "Thôn 2 | 916 | 387".
_NUMBERED_NAME = re.compile(rf"(?:{'|'.join(map(' '.join, VILLAGES))}|khu|tổ|tdp|đội|cụm)(?: số)?")
_TOTAL = re.compile(r"(?:tổng|cộng|toàn)\b")
#: Numbers of the columns below their headings: "(1) (2) (3)", "1 2 3 4".
COLUMN_NUMBERS = re.compile(r"(?: \(\d{1,2}\)){3,}$| 1(?: \d{1,2}){2,}$")
_HEAD_LINES, _HEAD_WORDS, _ROW_LINES = 30, 60, 12
_FIRST_NUMBER = re.compile(r"\s*0?1[.)]?(?:\s+[^\W\d]|\s*$)")
_NUMBER_OPENS = re.compile(r"\s*\d{1,3}[.)]?\s+[^\W\d]")
_TITLE_WORD = re.compile(rf"(?<!\S)[{CAPITALS}][a-zđà-ỹ]\S*")
# Headings printed in capitals open lines with words that counts and shares open with.
_CAPITAL_HEAD = re.compile(r"(?:SỐ|TỶ LỆ|TỈ LỆ|TỔNG|DÂN SỐ|DIỆN TÍCH|CHỈ TIÊU|KẾ HOẠCH|THỰC HIỆN|KẾT QUẢ|MỨC|GHI CHÚ)(?!\w)")
_PARENT = re.compile(rf"(?:Chỉ tiêu|Kế hoạch|Mục tiêu|Giao)[^()]*?(?=\s[{CAPITALS}][a-zđà-ỹ])|(?:CHỈ TIÊU|KẾ HOẠCH|MỤC TIÊU)[^()]*?(?=\s(?:SỐ|TỶ LỆ|TỈ LỆ|TỔNG|MỨC)\s)")


@dataclass(frozen=True, slots=True)
class _Row:
    first: int
    last: int
    no: str
    name: str
    figures: tuple[str, ...]


def find_allotment(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose header begins with line `at` and the index behind its last line; None where none does.

    Three rows counted 1, 2, 3 … with as many figures each, and headings that part into as many columns, make one; so do
    three of a settlement's name without a number, two figures or more to each, below a header that opens with their heading."""
    numbered = bool(_OPENING.match(" ".join(line.text.strip() for line in lines[at:at + 3])))
    if not numbered and not _opens_names(lines[at].text):
        return None
    start = _first_row(lines, at, numbered)
    if start is None or (not numbered and sum(len(line.text.split()) for line in lines[at:start]) > _HEAD_WORDS):
        return None  # "XÃ AN LẠC" at the head of a plan, far above "Địa bàn | Số hộ thoát nghèo"
    top = [line.text.strip() for line in lines[at:start] if not line.furniture]
    if len(top) > 1 and _GROUP.match(top[-1]):
        top.pop()
    header = COLUMN_NUMBERS.sub("", " ".join(top))
    noted = bool(_NOTES.search(header))
    shape = _NOTED_ROW if noted else _ROW
    above = [line.text.strip() for line in lines[at:start]]
    for count in dict.fromkeys(len(row.figures) for row in _ways(lines, start, shape)):
        rows = _rows(lines, start, shape, above, numbered, count)
        heads = _heads(_NOTES.sub("", header), count, top if header.isupper() else ()) if len(rows) > 2 else None
        if heads is not None:
            return _table(lines, at, start, rows, heads), rows[-1].last + 1
    return None


def _opens_names(text: str) -> bool:
    """Whether a line opens with the heading of a column of settlements, in a table without row numbers."""
    words = text.split()
    return bool(words) and words[0][:1].isupper() and any(names_holders(" ".join(words[:k])) for k in range(1, min(4, len(words)) + 1))


def _first_row(lines: Sequence[Line], at: int, numbered: bool) -> int | None:
    """The line of the first row: the one numbered 1; without numbers, the first of three names of settlements with figures."""
    def is_first(n: int) -> bool:
        if numbered:
            found = (_row(lines, n, stop, _NOTED_ROW) for stop in _stops(lines, n))
            return _FIRST_NUMBER.match(lines[n].text) is not None and any(row is not None and row.no.lstrip("0") == "1" for row in found)
        return _SETTLEMENT.match(lines[n].text.lstrip() + " ") is not None and _named_rows(lines, n)

    return next((n for n in range(at + 1, min(at + _HEAD_LINES, len(lines))) if is_first(n)), None)


def _named_rows(lines: Sequence[Line], n: int) -> bool:
    """Whether three rows of a settlement's name and as many figures stand from line `n` on; a name may run over lines."""
    counts: set[int] = set()
    for _ in range(3):
        row = next((found for k in range(n, min(n + 3, len(lines))) if (found := _row(lines, n, k, _ROW)) is not None), None)
        if row is None or row.no or len(row.figures) < 2 or not _SETTLEMENT.match(row.name + " "):
            return False
        counts.add(len(row.figures))
        n = row.last + 1
    return len(counts) == 1


def _rows(lines: Sequence[Line], start: int, shape: re.Pattern[str], header: Sequence[str], numbered: bool, count: int) -> list[_Row]:
    """Rows of `count` figures that count on from 1, and from 1 again behind a group row; over page numbers and repeats of the `header`'s lines."""
    out: list[_Row] = []
    due = 1
    n = start
    while n < len(lines):
        if lines[n].furniture and not (lines[n].text.strip() == str(due) and any(len(row.figures) == count for row in _ways(lines, n, shape))):
            n += 1  # no number of a page is the row that is due
            continue
        if out and _GROUP.match(lines[n].text):
            due, n = 1, n + 1
            continue
        if out and (again := _again(lines, n, header, due, shape, count)):
            n += again
            continue
        ways = _ways(lines, n, shape)
        if shape is _NOTED_ROW and ways and (after := ways[-1].last + 1) < len(lines) and _worded_on(lines[after].text):
            # The words of the last column run over lines, up to the next row, group or total.
            ways = [way for way in reversed(ways) if not any(_GROUP.match(lines[k].text) or _is_total(lines, k, shape) for k in range(n + 1, way.last + 1))]
        row = next((found for found in ways if len(found.figures) == count), None) or (_with_gaps(ways, out) if numbered and out else None)
        if row is None and out and lines[n].text.strip().isdigit() and n + 1 < len(lines) and (
                _again(lines, n + 1, header, due, shape, count) or _is_next(_row(lines, n + 1, n + 1, shape), out, due, numbered)):
            n += 1
            continue
        if row is None or not _is_next(row, out, due, numbered):
            break
        out.append(row)
        due += 1
        n = row.last + 1
    return out


def _worded_on(text: str) -> bool:
    """Whether what stands behind the words of a row's last column is the next row, or the table's total."""
    return _NUMBER_OPENS.match(text) is not None or _TOTAL.match(fold(text)) is not None


def _is_total(lines: Sequence[Line], n: int, shape: re.Pattern[str]) -> bool:
    """Whether one line is the row of totals, which ends the row above it where a column of notes is empty."""
    return _TOTAL.match(fold(lines[n].text.lstrip())) is not None and _row(lines, n, n, shape) is not None


def _again(lines: Sequence[Line], n: int, header: Sequence[str], due: int, shape: re.Pattern[str], count: int) -> int:
    """How many lines from line `n` on repeat the `header`'s: all, or two or more of the first with the row that is due behind them, as
    where only the first row of the header is repeated; 0 where they do not."""
    same = next((k for k, text in enumerate(header) if n + k >= len(lines) or lines[n + k].text.strip() != text), len(header))
    return same if same == len(header) or (same > 1 and _opens_due(lines, n + same, due, shape, count)) else 0


def _opens_due(lines: Sequence[Line], n: int, due: int, shape: re.Pattern[str], count: int) -> bool:
    """Whether the row numbered `due` begins with line `n`."""
    return n < len(lines) and any(row.no.lstrip("0") == str(due) and len(row.figures) == count for row in _ways(lines, n, shape))


def _with_gaps(ways: Sequence[_Row], above: Sequence[_Row]) -> _Row | None:
    """The row that lacks figures, as where a village gets no share: each of those it has in the column of figures most like it, the
    others empty."""
    if not ways or not ways[-1].no or not 1 < len(ways[-1].figures) < len(above[0].figures):
        return None
    row = ways[-1]
    sizes = [[_size(r.figures[c]) for r in above if r.figures[c].strip("-–")] for c in range(len(above[0].figures))]

    # By how many figures are placed: how strange they are there, and the columns; an order-keeping match, column by column.
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ()), *[None] * len(row.figures)]
    for c, known in enumerate(sizes):
        for k in range(min(c, len(row.figures) - 1), -1, -1):
            before, after = best[k], best[k + 1]
            if before is None:
                continue
            cost = before[0] + min((abs(size - _size(row.figures[k])) for size in known), default=1.0)
            if after is None or cost < after[0]:
                best[k + 1] = (cost, (*before[1], c))
    found = best[-1]
    if found is None:
        return None
    shares = dict(zip(found[1], row.figures, strict=True))
    return replace(row, figures=tuple(shares.get(c, "") for c in range(len(sizes))))


def _size(figure: str) -> float:
    """The order of magnitude of a figure, on a scale where bounds stand apart from bare figures."""
    digits = re.sub(r"\.(?=\d{3})", "", figure.strip("≥≤<>% ")).replace(",", ".").rstrip(".")
    return math.log(1.0 + float(digits)) + (0.5 if figure[0] in "≥≤<>" else 0.0) if digits.replace(".", "", 1).isdigit() else 0.0


def _ways(lines: Sequence[Line], n: int, shape: re.Pattern[str]) -> list[_Row]:
    """The rows that may open with line `n`, by the line that ends them: figures at several heights stand on lines of their own."""
    return [row for stop in _stops(lines, n) if (row := _row(lines, n, stop, shape)) and not _takes_number(lines, row)]


def _takes_number(lines: Sequence[Line], row: _Row) -> bool:
    """Whether a row's last line is the next row's number, alone above its name: "≥ 90 100 5.500" over "3" over "Xã Lâm"."""
    text = lines[row.last].text.strip()
    return row.last > row.first and text.isdecimal() and row.no.isdecimal() and int(text) == int(row.no) + 1 and row.last + 1 < len(lines) and lines[row.last + 1].text.lstrip()[:1].isalpha()


def _stops(lines: Sequence[Line], n: int) -> range:
    """The lines that may end the row which opens with line `n`: names in thin columns run over several, none opens with a number."""
    end = min(n + _ROW_LINES, len(lines))
    return range(n, next((k for k in range(n + 1, end) if _NUMBER_OPENS.match(lines[k].text)), end))


def _is_next(row: _Row | None, out: Sequence[_Row], due: int, numbered: bool) -> bool:
    """Whether a row is numbered on, or is a row of totals; without numbers, whether it has none either."""
    if row is None:
        return False
    if not numbered:
        return not row.no
    return row.no.lstrip("0") in {str(due), str(len(out) + 1)} or (bool(out) and not row.no and bool(_TOTAL.match(fold(row.name))))


def _row(lines: Sequence[Line], first: int, last: int, shape: re.Pattern[str]) -> _Row | None:
    m = shape.match(" ".join(line.text.strip() for line in lines[first:last + 1]))
    if m is None or len(m["name"].split()) > 8:
        return None
    name, figures = m["name"], re.findall(_FIGURE, m["figures"])
    if len(figures) > 1 and figures[0].isdigit() and _NUMBERED_NAME.fullmatch(fold(name)):
        name, figures = f"{name} {figures[0]}", figures[1:]
    return _Row(first, last, m["no"] or "", name, tuple(figures))


def _heads(text: str, columns: int, capitals: Sequence[str] = ()) -> tuple[str, str, tuple[str | None, ...], tuple[str, ...]] | None:
    """(number's heading, "" without one, name's heading, heading above each column or None, the columns' headings) of a header's words;
    `capitals`: its lines, where all of it is printed in capitals."""
    number = _OPENING.match(text)
    words = text[number.end() if number else 0:].split()
    cut = next((k for k in range(min(8, len(words)), 0, -1) if names_holders(" ".join(words[:k]))), 0)
    rest = " ".join(words[cut:])
    if not cut or not rest:
        return None
    parts = [p.strip() for p in re.findall(r"[^()]+\([^()]*\)", rest)]
    if len(parts) != columns or "".join(parts).replace(" ", "") != rest.replace(" ", ""):
        starts = [m.start() for m in _TITLE_WORD.finditer(rest)] if not capitals else _capital_starts(capitals, rest)
        if not starts or starts[0] or len(starts) not in (columns, columns + 1):
            return None
        parts = [rest[a:b].strip() for a, b in zip(starts, [*starts[1:], len(rest)], strict=True)]
        above = next((k for k, p in enumerate(parts[:-1]) if _PARENT.match(p + " Xx")), None) if len(parts) == columns + 1 else None
        if len(parts) == columns + 1:
            if above is None:
                return None
            parts[above:above + 2] = [f"{parts[above]} {parts[above + 1]}"]
    tops: list[str | None] = []
    plain: list[str] = []
    top: str | None = None
    for part in parts:
        m = _PARENT.match(part)
        if m and part[m.end():].strip():
            top, part = m[0].strip(), part[m.end():].strip()
        tops.append(top)
        plain.append(part)
    return number[0].strip() if number else "", " ".join(words[:cut]), tuple(tops), tuple(plain)


def _capital_starts(lines: Sequence[str], rest: str) -> list[int]:
    """Where the headings of figures begin in `rest`, the end of the header's `lines` in capitals: at lines that open as counts and shares do."""
    whole = " ".join(lines)
    behind = whole.rfind(rest)
    at = 0
    out = [0]
    for line in lines:
        if at > behind >= 0 and _CAPITAL_HEAD.match(line):
            out.append(at - behind)
        at += len(line) + 1
    return out


def _table(lines: Sequence[Line], at: int, start: int, rows: Sequence[_Row], heads: tuple[str, str, tuple[str | None, ...], tuple[str, ...]]) -> Table:
    number, name, tops, plain = heads
    depth = 2 if any(tops) else 1

    def cell(row: int, col: int, text: str, line: Line, span: int = 1) -> Cell:
        return Cell(row, col, [replace(line, text=text)] if text else [], row_span=span)

    head = lines[at]
    first = 1 if number else 0
    cells = [cell(0, 0, number, head, depth)] if number else []
    cells.append(cell(0, first, name, head, depth))
    first += 1
    k = 0
    while k < len(plain):
        top = tops[k]
        run = next((j for j in range(k, len(plain)) if tops[j] != top), len(plain)) - k
        if top:
            cells.append(Cell(0, k + first, [replace(head, text=top)], col_span=run))
            cells += [cell(1, j + first, plain[j], lines[start - 1]) for j in range(k, k + run)]
        else:
            cells += [cell(0, j + first, plain[j], lines[start - 1], depth) for j in range(k, k + run)]
        k += run
    for r, row in enumerate(rows, depth):
        texts = (row.no, row.name, *row.figures) if number else (row.name, *row.figures)
        cells += [cell(r, c, text, lines[row.last if c >= first else row.first]) for c, text in enumerate(texts)]
    place: Place = lines[at].place
    for line in lines[at:rows[-1].last + 1]:
        place = place.merge(line.place)
    used = {id(lines[n].place) for n in (at, start - 1)} | {id(lines[n].place) for row in rows for n in (row.first, row.last)}
    aside = [line for line in lines[at:rows[-1].last + 1] if id(line.place) not in used]
    cells.sort(key=lambda c: (c.row, c.col))
    return Table(cells, depth + len(rows), first + len(plain), place, "flat", header_rows=depth, repeated=aside)
