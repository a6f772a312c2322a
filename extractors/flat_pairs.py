"""Flattened tables of two columns, a wording and its value, without row numbers: a row ends where its value does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Cell, Line, Place, Table
from extractors.flat_stream import part_of
from extractors.pair_values import VALUE
from extractors.table_headers import vocab
from normalizers.text import CAPITALS, fold

_MOST_HEADER_LINES = 3
_MOST_LINES = 8       # printed lines of one row
_LEAST_ROWS = 3
_YEAR = re.compile(r"(?:.*\D)?(?:19|20)\d\d")
_HEADING = re.compile(r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)] ?\S|[-+•*] |(?:Phần|PHẦN|Mục|MỤC|Chương|CHƯƠNG) ")
_NOTE = re.compile(rf"\d{{1,2}} [{CAPITALS}]\S* ")


def find_pairs(lines: Sequence[Line], k: int) -> tuple[Table, int] | None:
    """The table whose header opens with line `k`, and the index behind its last line; None where there is none. Each row is
    a wording that opens with a capital, over one line or several, and a value on the last of them or on a line of its own."""
    head = _header(lines, k)
    if head is None:
        return None
    (line, at), last = head
    texts = [fold(lines[n].text) for n in range(k, last + 1)]
    cells = [Cell(0, 0, [lines[n] for n in range(k, line)] + ([part_of(lines[line], 0, at)] if at else [])),
             Cell(0, 1, [part_of(lines[line], at, len(lines[line].text)), *lines[line + 1:last + 1]])]
    aside: list[Line] = []
    held: list[Line] = []
    wording: list[Line] = []
    rows = 0
    torn = False
    n = end = last + 1
    while n < len(lines) and len(wording) < _MOST_LINES:
        text = lines[n].text.strip()
        if lines[n].furniture or (not wording and _NOTE.match(text)):
            held.append(lines[n])
        elif [fold(other.text) for other in lines[n:n + len(texts)]] == texts:
            held += lines[n:n + len(texts)]
            n += len(texts) - 1
        elif not wording and rows and (held or torn) and (text[:1].islower() or text[:1] == "("):
            cells[-2].lines.append(lines[n])  # the rest of a wording below the page's edge, its value above it
            aside += held
            held, torn, end = [], True, n + 1
        elif not wording and (_HEADING.match(text) or not text[:1].isupper()):
            break
        else:
            torn = False
            cut = _value_at(lines, n, bool(wording))
            if cut is None:
                wording.append(lines[n])
            else:
                rows += 1
                aside += held
                held = []
                cells += [Cell(rows, 0, [*wording, *([part_of(lines[n], 0, cut)] if cut else [])]),
                          Cell(rows, 1, [part_of(lines[n], cut, len(lines[n].text))])]
                wording = []
                end = n + 1
        n += 1
    if rows < _LEAST_ROWS:
        return None
    place = Place(lines=lines[k].place.lines or (0, 0))
    for cell in cells:
        for part in cell.lines:
            place = place.merge(part.place)
    return Table(cells, rows + 1, 2, place, "flat", header_rows=1, repeated=aside), end


def _header(lines: Sequence[Line], k: int) -> tuple[tuple[int, int], int] | None:
    """Where the second heading begins, as line and offset, and the header's last line."""
    if not lines[k].text.lstrip()[:1].isupper():
        return None
    starts: list[tuple[int, int]] = []
    words: list[str] = []
    for n in range(k, min(k + _MOST_HEADER_LINES, len(lines))):
        if lines[n].furniture or len(lines[n].text) > 80:
            return None
        for m in re.finditer(r"\S+", lines[n].text):
            starts.append((n, m.start()))
            words.append(m[0])
        for cut in range(1, len(words)):
            if words[cut][:1].isupper() and vocab().role(fold(" ".join(words[:cut]))) == "indicator" and (
                    vocab().role(fold(" ".join(words[cut:]))) or "").split("@")[0] == "value":
                return starts[cut], n
    return None


def _value_at(lines: Sequence[Line], n: int, open_row: bool) -> int | None:
    """Where the value that ends line `n` begins, None where the line only goes on with a wording."""
    text = lines[n].text.rstrip()
    after = next((line.text.strip() for line in lines[n + 1:] if not line.furniture), "")
    begin = len(text) - len(text.lstrip())
    if open_row and VALUE.fullmatch(text, begin):
        return begin
    if after[:1].islower() or VALUE.fullmatch(after):
        return None
    for m in re.finditer(r"(?<=\s)\S", text):
        if VALUE.fullmatch(text, m.start()):
            return None if _YEAR.fullmatch(text, m.start()) else m.start()
    return None
