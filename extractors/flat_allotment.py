"""A table that shares a target out by village, flattened in a text dump: rows of a number, a name and equally many figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.allotment import names_holders
from extractors.document import Cell, Line, Place, Table
from normalizers.text import CAPITALS, fold

_OPENING = re.compile(r"\s*(?:S ?T ?T|T ?T|Stt|Số TT)(?:\s|$)")  # "ST" over "T" in a narrow column
_FIGURE = r"(?:[≥≤<>]\s?)?\d[\d.,]*%?|[-–]"
_ROW = re.compile(rf"^\s*(?:(?P<no>\d{{1,3}})[.)]?\s+)?(?P<name>[^\W\d_][^\n]*?)\s+(?P<figures>(?:{_FIGURE})(?:\s+(?:{_FIGURE}))*)\s*$")
_NOTED_ROW = re.compile(_ROW.pattern.removesuffix(r"\s*$") + r"(?:\s+[^\W\d_][^\d\n]{1,60})?\s*$")  # a last column of notes
_NOTES = re.compile(r"\s(?:Ghi chú|GHI CHÚ)(?=\s|$)")
_GROUP = re.compile(rf"\s*(?:[IVX]{{1,4}}|[A-D])[.)]?\s+[{CAPITALS}]\D*$")
_TOTAL = re.compile(r"(?:tổng|cộng|toàn)\b")
#: Numbers of the columns below their headings: "(1) (2) (3)", "1 2 3 4".
COLUMN_NUMBERS = re.compile(r"(?: \(\d{1,2}\)){3,}$| 1(?: \d{1,2}){2,}$")
_HEAD_LINES = 30
_TITLE_WORD = re.compile(rf"(?<!\S)[{CAPITALS}][a-zđà-ỹ]\S*")
_PARENT = re.compile(rf"(?:Chỉ tiêu|Kế hoạch|Mục tiêu|Giao)[^()]*?(?=\s[{CAPITALS}][a-zđà-ỹ])")


@dataclass(frozen=True, slots=True)
class _Row:
    first: int
    last: int
    no: str
    name: str
    figures: tuple[str, ...]


def find_allotment(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose header begins with line `at` and the index behind its last line; None where none does.

    Three rows counted 1, 2, 3 … with as many figures each, and headings that part into as many columns, make one."""
    if not _OPENING.match(" ".join(line.text.strip() for line in lines[at:at + 3])):
        return None
    start = next((n for n in range(at + 1, min(at + _HEAD_LINES, len(lines))) if (m := _NOTED_ROW.match(lines[n].text)) and m["no"] in ("1", "01")), None)
    if start is None:
        return None
    top = [line.text.strip() for line in lines[at:start] if not line.furniture]
    if len(top) > 1 and _GROUP.match(top[-1]):
        top.pop()
    header = COLUMN_NUMBERS.sub("", " ".join(top))
    noted = bool(_NOTES.search(header))
    rows = _rows(lines, start, _NOTED_ROW if noted else _ROW)
    if len(rows) < 3:
        return None
    heads = _heads(_NOTES.sub("", header), len(rows[0].figures))
    if heads is None:
        return None
    return _table(lines, at, start, rows, heads), rows[-1].last + 1


def _rows(lines: Sequence[Line], start: int, shape: re.Pattern[str]) -> list[_Row]:
    """Rows that count on from 1, and from 1 again behind a group row."""
    out: list[_Row] = []
    due = 1
    n = start
    while n < len(lines):
        if lines[n].furniture:
            n += 1
            continue
        if out and _GROUP.match(lines[n].text):
            due, n = 1, n + 1
            continue
        row = next((found for stop in range(n, min(n + 3, len(lines))) if (found := _row(lines, n, stop, shape))), None)
        if row is None or (out and len(row.figures) != len(out[0].figures)):
            break
        if row.no not in {str(due), str(len(out) + 1)} and not (out and not row.no and _TOTAL.match(fold(row.name))):
            break
        out.append(row)
        due += 1
        n = row.last + 1
    return out


def _row(lines: Sequence[Line], first: int, last: int, shape: re.Pattern[str]) -> _Row | None:
    m = shape.match(" ".join(line.text.strip() for line in lines[first:last + 1]))
    if m is None or len(m["name"].split()) > 8:
        return None
    return _Row(first, last, (m["no"] or "").lstrip("0"), m["name"], tuple(re.findall(_FIGURE, m["figures"])))


def _heads(text: str, columns: int) -> tuple[str, str, tuple[str | None, ...], tuple[str, ...]] | None:
    """(number's heading, name's heading, heading above each column or None, the columns' headings) of a header's words."""
    number = _OPENING.match(text)
    assert number is not None
    words = text[number.end():].split()
    cut = next((k for k in range(min(8, len(words)), 0, -1) if names_holders(" ".join(words[:k]))), 0)
    rest = " ".join(words[cut:])
    if not cut or not rest:
        return None
    parts = [p.strip() for p in re.findall(r"[^()]+\([^()]*\)", rest)]
    if len(parts) != columns or "".join(parts).replace(" ", "") != rest.replace(" ", ""):
        starts = [m.start() for m in _TITLE_WORD.finditer(rest)]
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
    return number[0].strip(), " ".join(words[:cut]), tuple(tops), tuple(plain)


def _table(lines: Sequence[Line], at: int, start: int, rows: Sequence[_Row], heads: tuple[str, str, tuple[str | None, ...], tuple[str, ...]]) -> Table:
    number, name, tops, plain = heads
    depth = 2 if any(tops) else 1

    def cell(row: int, col: int, text: str, line: Line, span: int = 1) -> Cell:
        return Cell(row, col, [replace(line, text=text)] if text else [], row_span=span)

    head = lines[at]
    cells = [cell(0, 0, number, head, depth), cell(0, 1, name, head, depth)]
    k = 0
    while k < len(plain):
        top = tops[k]
        run = next((j for j in range(k, len(plain)) if tops[j] != top), len(plain)) - k
        if top:
            cells.append(Cell(0, k + 2, [replace(head, text=top)], col_span=run))
            cells += [cell(1, j + 2, plain[j], lines[start - 1]) for j in range(k, k + run)]
        else:
            cells += [cell(0, j + 2, plain[j], lines[start - 1], depth) for j in range(k, k + run)]
        k += run
    for r, row in enumerate(rows, depth):
        texts = (row.no, row.name, *row.figures)
        cells += [cell(r, c, text, lines[row.last if c > 1 else row.first]) for c, text in enumerate(texts)]
    place: Place = lines[at].place
    for line in lines[at:rows[-1].last + 1]:
        place = place.merge(line.place)
    used = {id(lines[n].place) for n in (at, start - 1)} | {id(lines[n].place) for row in rows for n in (row.first, row.last)}
    aside = [line for line in lines[at:rows[-1].last + 1] if id(line.place) not in used]
    cells.sort(key=lambda c: (c.row, c.col))
    return Table(cells, depth + len(rows), 2 + len(plain), place, "flat", header_rows=depth, repeated=aside)
