"""Text whose tables stand with their cells parted by tabs or bars: a Word table pasted into an editor, a Markdown table, a script's dump.

`A<TAB>B<TAB>C`, `| A | B | C |`, `A | B | C`. A row may stand on several lines, where its cells hold several paragraphs; a merged
cell leaves empty cells, fewer cells, or its text in each of the places that it covers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extractors.document import Block, Cell, Line, Place, Table
from normalizers.text import squash

_RULE = re.compile(r"\s*[|+]?(?:\s*:?[-=_]{2,}:?\s*[|+])*\s*:?[-=_]{2,}:?\s*[|+]?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\(?\d{1,3}(?:\.\d{1,3})*\)?|[a-zđ])[.)/]?")
_HEAD = re.compile(r"(?:STT?|S\.TT|TT|Số TT|Số thứ tự)\b", re.IGNORECASE)
_FOOT = re.compile(r"\s*(?:nơi nhận\b|trên đây là\b|(?:t/?m|kt|tl|tuq)\.)", re.IGNORECASE)
_LEAST_CELLS = 3    # in a row, of a table that no row number opens
_LEAST_ROWS = 2
_WAIT = 12          # lines without a mark that a row's cells may hold


@dataclass(slots=True)
class _Row:
    """Cells of one row, each with its pieces of text; `rule` where a line of rules stands below."""

    cells: list[list[Line]]
    rule: bool = False
    open: bool = True


@dataclass(slots=True)
class _Region:
    """Lines `[start, stop)` that hold one table, and those of them that are rules."""

    start: int
    stop: int
    rows: list[_Row] = field(default_factory=list)
    rules: list[Line] = field(default_factory=list)
    drawn: bool = False


Split = Callable[[str], list[str]]


def lay_out(lines: Sequence[Line], rest: Callable[[list[Line]], Sequence[Block]]) -> list[Block]:
    """The lines (untrimmed) with tables where their cells are marked, what stands between read by `rest`; [] where no table is."""
    barred = [text for text in (line.text.strip() for line in lines) if text.count("|") >= 2]
    outer = 2 * sum(text.startswith("|") for text in barred) > len(barred)
    for split in (_inside_bars if outer else _at_bars, _at_tabs):
        regions = _regions(lines, split)
        if regions:
            break
    else:
        return []
    out: list[Block] = []
    done = 0
    for region in regions:
        out += rest(list(lines[done:region.start]))
        out.append(_table(region))
        done = region.stop
    return [*out, *rest(list(lines[done:]))]


def _at_tabs(text: str) -> list[str]:
    return text.strip("\n\r\f").split("\t")


def _at_bars(text: str) -> list[str]:
    return _BAR.split(text.strip("\n\r\f"))


def _inside_bars(text: str) -> list[str]:
    """Cells of a line that bars open and close, as in Markdown."""
    text = text.strip()
    parts = _BAR.split(text)
    if text.startswith("|") and len(parts) > 2:
        parts = parts[1:]
        if text.endswith("|") and not text.endswith("\\|"):
            parts = parts[:-1]
    return parts


def _regions(lines: Sequence[Line], split: Split) -> list[_Region]:
    parts = [split(line.text) if not line.furniture or "\t" in line.text or "|" in line.text else [line.text] for line in lines]
    ruled = split is not _at_tabs
    out: list[_Region] = []
    k = 0
    while k < len(lines):
        barred = split is _inside_bars and lines[k].text.lstrip().startswith("|")
        if len(parts[k]) >= _LEAST_CELLS or (len(parts[k]) == 2 and (barred or _HEAD.match(parts[k][0].strip()))):
            region = _region(lines, parts, k, ruled)
            if region is not None:
                out.append(region)
                k = region.stop
                continue
        k += 1
    return out


def _width(parts: Sequence[list[str]]) -> int:
    """How many cells a full row has: those of the fullest line where several lines have as many, else of the lines that a number parts."""
    marks = [len(p) - 1 for p in parts]
    most = max(marks)
    sums: list[int] = []
    for p, count in zip(parts, marks, strict=True):
        if not sums or (count and _NUMBER.fullmatch(p[0].strip())):
            sums.append(0)
        sums[-1] += count
    full = [n for n in sums[1:] if n > 1]
    if not full:
        return most + 1
    usual = max(Counter(full).items(), key=lambda item: (item[1], item[0]))[0]
    return usual + 1 if most < usual < 2 * most or (most == 1 and usual <= 12) else most + 1


def _reach(lines: Sequence[Line], parts: Sequence[list[str]], start: int, ruled: bool) -> int:
    """The first line behind the last one that marks cells of the table that begins at `start`."""
    stop = start + 1
    for k in range(start + 1, len(lines)):
        marked = len(parts[k]) > 1 or (ruled and _is_rule(lines[k].text))
        if not marked:
            if k - stop >= _WAIT or _FOOT.match(lines[k].text):
                break
            continue
        if k > stop and (_HEAD.match(parts[k][0].strip()) or _apart(lines, stop, k)):
            break
        stop = k + 1
    return stop


def _apart(lines: Sequence[Line], a: int, b: int) -> bool:
    """Whether empty lines part the unmarked lines `[a, b)` from the marked ones on both sides, or they make several paragraphs."""
    return _gap(lines, a) and (b - a > 1 or _gap(lines, b))


def _gap(lines: Sequence[Line], k: int) -> bool:
    a, b = lines[k - 1].place.lines, lines[k].place.lines
    return bool(a and b and b[0] - a[1] > 1)


def _is_rule(text: str) -> bool:
    return ("|" in text or "+" in text) and bool(_RULE.fullmatch(text))


def _region(lines: Sequence[Line], parts: Sequence[list[str]], start: int, ruled: bool) -> _Region | None:
    reach = _reach(lines, parts, start, ruled)
    rules = {k for k in range(start, reach) if ruled and _is_rule(lines[k].text)}
    width = _width([parts[k] for k in range(start, reach) if k not in rules])
    region = _Region(start, reach)
    if ruled and start and _is_rule(lines[start - 1].text):
        region.start -= 1
        region.rules.append(lines[start - 1])
    barred = sum(lines[k].text.lstrip().startswith("|") for k in range(start, reach) if k not in rules)
    closed = 2 * barred > reach - start - len(rules)  # every line of such a table is a row, or part of one between rules
    row: _Row | None = None
    for k in range(start, reach):
        line = lines[k]
        if k in rules:
            region.rules.append(line)
            if row is not None:
                row.rule, row.open = True, False
            continue
        cells = [_pieces(text, line) for text in parts[k]]
        if row is None or not row.open or _opens(parts[k], row, width, closed, _marks_ahead(parts, k, reach)):
            row = _Row(cells, open=not closed)
            region.rows.append(row)
            if k > start and len(parts[k]) == 1 and _gap(lines, k) and len(region.rows[-2].cells) >= width and not closed:
                return _ended(region, k)
            continue
        row.cells[-1] += cells[0]
        row.cells += cells[1:]
    return _ended(region, reach)


def _marks_ahead(parts: Sequence[list[str]], k: int, reach: int) -> bool:
    return any(len(p) > 1 for p in parts[k:reach])


def _opens(cells: list[str], row: _Row, width: int, closed: bool, ahead: bool) -> bool:
    """Whether a line's cells begin a row rather than going on with the last cell of the row above."""
    if closed:
        return True
    if len(cells) == 1:
        return not ahead
    if _NUMBER.fullmatch(cells[0].strip()):
        return True
    return len(row.cells) + len(cells) - 1 > width


def _ended(region: _Region, stop: int) -> _Region | None:
    """A region whose rows make a table, to its last row; None where they do not."""
    while region.rows and len(region.rows[-1].cells) == 1 and not region.rules:
        region.rows.pop()
        stop -= 1
    region.stop = stop
    rules = sum(row.rule for row in region.rows)
    region.drawn = rules >= 3 and 2 * rules < len(region.rows) + 2 and len(region.rows) > rules
    filled = [sum(map(bool, row.cells)) for row in region.rows]
    thin = max(len(row.cells) for row in region.rows) == 2 and (region.rules or _headed(region.rows[0]))
    least = 2 if thin else _LEAST_CELLS
    if sum(n >= least for n in filled) < _LEAST_ROWS:
        return None
    return region


def opens_heading(text: str) -> bool:
    """Whether a line begins as the heading of a table whose rows are numbered: "STT", "TT"."""
    return _HEAD.match(text) is not None


def _headed(row: _Row) -> bool:
    return bool(row.cells and row.cells[0] and _HEAD.match(row.cells[0][0].text))


def _pieces(text: str, line: Line) -> list[Line]:
    return [Line(squash(part.replace("\\|", "|")), line.place) for part in _BREAK.split(text) if part.strip()]


def _table(region: _Region) -> Table:
    return table_of([row.cells for row in _bands(region.rows, region.drawn)], region.rules)


def table_of(rows: list[list[list[Line]]], rules: Sequence[Line] = ()) -> Table:
    """The table of rows of cells; a row with fewer cells than the fullest has merged ones. `rules`: lines that only part its rows."""
    width = max(len(row) for row in rows)
    while width > 2 and not any(row[width - 1] for row in rows if len(row) == width):
        rows = [row[: width - 1] for row in rows]  # marks at the ends of all lines
        width -= 1
    repeated = list(rules)
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        if width >= _LEAST_CELLS and row[0] and not any(row[1:]) and not _NUMBER.fullmatch(row[0][0].text):
            row = row[:1]  # the title of a group
        spans = _spans(row, rows[r + 1] if r + 1 < len(rows) else [], width)
        at = 0
        for lines, span in zip(row, spans, strict=True):
            twin = cells[-1] if cells and cells[-1].row == r and lines else None
            if twin is not None and twin.lines and _same(twin.lines, lines) and _is_spread(row, lines, r):
                twin.col_span += span
                repeated += lines
            else:
                cells.append(Cell(r, at, lines, 1, span))
            at += span
    _merge_heads(cells, repeated)
    place = _place(rows[0]).merge(_place(rows[-1]))
    # "aligned": an empty cell may be the rest of one merged with that above, which nothing shows.
    return Table(cells, len(rows), width, place, "aligned", repeated=repeated, confidence=0.95)


def _place(row: Sequence[Sequence[Line]]) -> Place:
    place = Place()
    for cell in row:
        for line in cell:
            place = place.merge(line.place)
    return place


def _bands(rows: Sequence[_Row], drawn: bool) -> list[_Row]:
    """The rows; where rules part them, the lines between two rules are one row, else those whose first cells are empty below a number
    in a table of one width go with the row above."""
    if not drawn:
        return list(rows)
    out: list[_Row] = []
    for row in rows:
        if out and not out[-1].rule and len(out[-1].cells) == len(row.cells):
            for above, cell in zip(out[-1].cells, row.cells, strict=True):
                above += cell
            out[-1].rule = row.rule
        else:
            out.append(row)
    return out


def _spans(row: Sequence[list[Line]], below: Sequence[list[Line]], width: int) -> list[int]:
    """How many columns each cell of a row covers."""
    short = width - len(row)
    if short <= 0:
        return [1] * len(row)
    if len(row) <= 2 and row[-1]:
        return [*([1] * (len(row) - 1)), short + 1]  # the title of a group
    parents = _parents(len(row), below) if len(below) == width else None
    return parents or [*([1] * (len(row) - 1)), short + 1 if not row[-1] else 1]


def _parents(count: int, below: Sequence[list[Line]]) -> list[int] | None:
    """Spans of `count` headings over a row whose empty cells are the rest of single ones and whose others stand below shared ones."""
    runs = [(bool(filled), len(list(group))) for filled, group in groupby(below, key=bool)]
    singles = sum(n for filled, n in runs if not filled)
    shared = [n for filled, n in runs if filled]
    over = count - singles
    if not shared or over < len(shared) or any(n % (over // len(shared)) for n in shared) or over % len(shared):
        return None
    each = over // len(shared)
    out: list[int] = []
    for filled, n in runs:
        out += [n // each] * each if filled else [1] * n
    return out


def _same(a: Sequence[Line], b: Sequence[Line]) -> bool:
    return [line.text for line in a] == [line.text for line in b]


def _is_spread(row: Sequence[list[Line]], lines: Sequence[Line], r: int) -> bool:
    """Whether a text that stands twice side by side is one merged cell: a heading, or the title of a group."""
    if r <= 1:
        return any(c.isalpha() for line in lines for c in line.text)
    filled = [cell for cell in row if cell]
    return len(filled) >= 3 and sum(_same(cell, lines) for cell in filled) >= len(filled) - 1 and any(c.isalpha() for c in lines[0].text)


def _merge_heads(cells: list[Cell], repeated: list[Line]) -> None:
    """Headings that a merged cell repeats or leaves empty on the second line are one."""
    top = {c.col: c for c in cells if c.row == 0}
    second = {c.col: c for c in cells if c.row == 1}
    if not _spread_head(top, list(second.values())):
        return
    for col in sorted(top, reverse=True):
        head, beside = top[col], top.get(col - 1)
        if not head.lines and beside is not None and all(c in second and second[c].lines for c in (col - 1, col)):
            beside.col_span += head.col_span
            cells.remove(head)
            del top[col]
    for cell in [c for c in cells if c.row == 1]:
        above = top.get(cell.col)
        if above is not None and above.lines and above.col_span == cell.col_span and (not cell.lines or _same(above.lines, cell.lines)):
            above.row_span = 2
            repeated += cell.lines
            cells.remove(cell)


def _spread_head(top: dict[int, Cell], second: Sequence[Cell]) -> bool:
    """Whether the second row goes on with the heading: its first cell is empty or said again, others stand below a shared heading."""
    first = next((c for c in second if c.col == 0), None)
    head = top.get(0)
    if first is None or head is None or (first.lines and not _same(first.lines, head.lines)):
        return False
    kept = [c for c in second if c.lines and not (c.col in top and _same(top[c.col].lines, c.lines))]
    shared = [c for c in kept if c.col not in top or top[c.col].col_span > 1 or not top[c.col].lines]
    return bool(shared) and all(c in shared or c.col + 1 not in top or not top[c.col + 1].lines for c in kept)
