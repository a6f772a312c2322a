"""A table that shares targets out by columns of villages or units, flattened in a text dump: number, indicator, measure, figures.

Hands on the table as it was printed; who gets a share is read from its headings as in any other table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.allotment_columns import shares_out
from extractors.cell_kinds import unit_fit
from extractors.cut_words import is_cut
from extractors.document import Cell, Line, Place, Table
from extractors.flat_allotment import COLUMN_NUMBERS
from normalizers.target_cells import is_measure_cell

_OPENING = re.compile(r"(?:STT|Stt|TT|Tt|ST T|S TT|Số TT)(?=\s)")
_BARE_OPENING = re.compile(r"\s*(?:(?:Nội dung|Tên|Danh mục) )?(?:[Cc]ác )?(?:[Cc]hỉ tiêu|[Mm]ục tiêu|[Cc]hỉ số)(?: (?:giao|được giao|chủ yếu|cụ thể|kế hoạch))*(?:\s+(?:ĐVT|Đvt|Đơn vị(?: tính)?)(?!\w)|\s*$)")
_HEADS = re.compile(r"\s*(?P<what>(?:(?:Nội dung|Tên|Danh mục) )?(?:[Cc]ác )?(?:[Cc]hỉ tiêu|[Mm]ục tiêu|[Cc]hỉ số)(?: (?:giao|được giao|chủ yếu|cụ thể|kế hoạch))*)\s+(?P<measure>ĐV ?T|Đơn vị tính|Đơn vị|Đvt)\s+(?P<who>.+)$")
_TOTAL = re.compile(r"(?:Toàn (?:xã|phường|đặc khu|tỉnh|ngành)|Tổng(?: (?:số|cộng|chung))?)(?=\s)\s*")
_KIND = re.compile(r"(?<!\S)(?:UBND )?(?:[Tt]ổ dân phố(?: số)?|[Kk]hu dân cư(?: số)?|[Tt]iểu khu|Xã|xã|Phường|phường|Thôn|thôn|Bản|bản|Làng|làng|Ấp|ấp|Buôn|buôn|Khóm|khóm|Xóm|xóm|Khu phố|Khu|khu phố|Tổ|TDP|Trường|trường)(?=\s[A-ZĐÀ-Ỹ\d])")
_FIGURE = r"(?:[≥≤<>]\s?)?\d[\d.,]*%?|[-–]"
_FIGURES = re.compile(rf"(?:^|\s)(?P<figures>(?:{_FIGURE})(?:\s+(?:{_FIGURE}))+)\s*$")
_FIRST_ROW = re.compile(r"\s*0?1[.)]?(?:\s+[^\W\d]|\s*$)")
_ONLY_FIGURES = re.compile(rf"(?:{_FIGURE})(?:\s+(?:{_FIGURE}))*")
_LAST_FIGURE = re.compile(rf"(?:^|\s)(?:{_FIGURE})$")
_NUMBER = re.compile(r"\s*(?P<no>\d{1,3})[.)]?(?:\s+(?=[^\W\d])|\s*$)")
_HEAD_LINES, _ROW_LINES, _LEAST_ROWS, _TAIL = 24, 24, 2, 30
_HEAD_WORDS, _NAME_WORDS, _KNOWN = 40, 8, 0.9
_LEAST_COLUMNS, _MOST_COLUMNS, _BARE_LINES = 2, 24, 3


@dataclass(frozen=True, slots=True)
class _Row:
    first: int
    last: int
    texts: tuple[str, ...]


def find_column_allotment(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose header begins with line `at` and the index behind its last line; None where none does."""
    if _BARE_OPENING.match(lines[at].text):
        return _unnumbered(lines, at)
    if lines[at].text.lstrip()[:1] not in ("S", "T"):
        return None
    starts = [n for n in range(at + 1, min(at + _HEAD_LINES, len(lines))) if _FIRST_ROW.match(lines[n].text)]
    return next((found for start in starts[:2] if (found := _from(lines, at, start)) is not None), None)


def _from(lines: Sequence[Line], at: int, start: int) -> tuple[Table, int] | None:
    """`find_column_allotment` where the first row begins with line `start`."""
    printed = [line.text.strip() for line in lines[at:start] if not line.furniture]
    header = COLUMN_NUMBERS.sub("", _joined(printed))
    opening = _OPENING.match(header)
    heads = _HEADS.match(header, opening.end()) if opening else None
    if opening is None or heads is None:
        return None
    shared = any(shares_out(line.text) for line in lines[max(0, at - 3):at])
    for columns in range(_LEAST_COLUMNS, _MOST_COLUMNS + 1):
        names = _names(heads["who"], columns, shared)
        rows = _rows(lines, start, printed, columns) if names else []
        if len(rows) >= _LEAST_ROWS:
            return _table(lines, at, rows, (opening[0].replace(" ", "") if opening[0].isupper() else opening[0], heads["what"], heads["measure"].replace("ĐV T", "ĐVT"), *names)), rows[-1].last + 1
    return None


def _unnumbered(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """`find_column_allotment` where rows have no numbers: their figures are as many as the villages that the header names."""
    first = next((n for n in range(at + 1, min(at + _HEAD_LINES, len(lines))) if _FIGURES.search(lines[n].text)), None)
    figures = _FIGURES.search(lines[first].text) if first is not None else None
    if first is None or figures is None:
        return None
    columns = len(re.findall(_FIGURE, figures["figures"]))
    # A name goes on with capitals ("Thôn Mỹ" over "Khánh"), a wording with small letters.
    start = next((n for n in range(at + 1, first) if not all(word[:1].isupper() or word[:1].isdigit() for word in lines[n].text.split())), first)
    printed = [line.text.strip() for line in lines[at:start] if not line.furniture]
    heads = _HEADS.match(_joined(printed))
    if columns < _LEAST_ROWS or heads is None or not (names := _names(heads["who"], columns, False)):
        return None
    rows: list[_Row] = []
    n = start
    while n < len(lines):
        page = int(bool(rows) and lines[n].text.strip().isdigit())
        if rows and [line.text.strip() for line in lines[n + page:n + page + len(printed)]] == printed:
            n += page + len(printed)
        elif lines[n].furniture:
            n += 1
        elif (row := _bare_row(lines, n, columns)) is None:
            break
        else:
            rows.append(row)
            n = row.last + 1
    return (_table(lines, at, rows, (heads["what"], heads["measure"], *names)), rows[-1].last + 1) if len(rows) >= _LEAST_ROWS else None


def _joined(lines: Sequence[str]) -> str:
    """Lines as one text, words whole that a thin column cut: "Mườn" over "g Cơi"."""
    out = ""
    for k, line in enumerate(lines):
        out += line if k and " " not in lines[k - 1] and line[:1].islower() and is_cut(lines[k - 1], line) else f" {line}"
    return out.strip()


def _names(text: str, columns: int, shared: bool) -> list[str]:
    """The headings of the columns of figures: by the words for villages, or the capitals of bare names under a heading that shares out."""
    total = _TOTAL.match(text)
    rest = text[total.end():] if total else text
    first = [total[0].strip()] if total else []
    starts = [m.start() for m in _KIND.finditer(rest)]
    due = columns - len(first)
    if starts and starts[0] == 0 and len(starts) == due:
        return first + [rest[a:b].strip() for a, b in zip(starts, [*starts[1:], len(rest)], strict=True)]
    words = rest.split()
    if units := _units(words, due):
        return first + units
    size = len(words) // due if due > 1 else 0
    if not shared or size not in (1, 2) or len(words) != size * due or not all(w[0].isupper() for w in words):
        return []
    return first + [" ".join(words[k:k + size]) for k in range(0, len(words), size)]


def _units(words: Sequence[str], columns: int) -> list[str]:
    """The words as so many units' names: "Hội Phụ nữ Trạm Y tế Phòng Kinh tế"; [] where they do not part so."""
    if not 2 < columns <= len(words) <= _HEAD_WORDS:
        return []
    starts = [k for k, word in enumerate(words) if word[:1].isupper()] + [len(words)]
    best: dict[tuple[int, int], list[str]] = {(0, 0): []}  # by the word reached and how many names stand before it
    for a in starts[:-1]:
        for count in [c for at, c in best if at == a and c < columns]:
            for b in starts:
                name = " ".join(words[a:b])
                if a < b <= a + _NAME_WORDS and (b, count + 1) not in best and (unit_fit(name) >= _KNOWN or _KIND.match(name)):
                    best[b, count + 1] = [*best[a, count], name]
    return best.get((len(words), columns), [])


def _rows(lines: Sequence[Line], start: int, header: Sequence[str], columns: int) -> list[_Row]:
    """Rows of `columns` figures that count on from 1, over page numbers and repeats of the `header`'s lines, behind which the
    rest of a wording may stand."""
    out: list[_Row] = []
    n = start
    torn = False  # by a page with the header anew; without one the rest of a thin column's wording is short
    while n < len(lines):
        if lines[n].furniture and not (lines[n].text.strip() == str(len(out) + 1) and _row(lines, n, columns)):
            n += 1  # no number of a page is the row that is due
            continue
        page = bool(out) and lines[n].text.strip().isdigit()
        if out and [line.text.strip() for line in lines[n + page:n + page + len(header)]] == header:
            n += page + len(header)
            torn = True
            continue
        if page and n + 1 < len(lines) and (below := _row(lines, n + 1, columns)) is not None and below.texts[0].lstrip("0") == str(len(out) + 1):
            n += 1  # a page's number
            continue
        row = _row(lines, n, columns)
        if row is None and out and lines[n].text.strip()[:1].islower() and (torn or len(lines[n].text.strip()) <= _TAIL):
            number, what, *rest = out[-1].texts
            out[-1] = replace(out[-1], last=n, texts=(number, f"{what} {lines[n].text.strip()}", *rest))
            n += 1
            continue
        torn = False
        if row is None or row.texts[0].lstrip("0") != str(len(out) + 1):
            break
        out.append(row)
        n = row.last + 1
    return out


def _row(lines: Sequence[Line], first: int, columns: int) -> _Row | None:
    """The row of `columns` figures that begins with line `first`; figures at several heights stand on lines of their own."""
    number = _NUMBER.match(lines[first].text)
    if number is None:
        return None
    texts: list[str] = []
    for last in range(first, min(first + _ROW_LINES, len(lines))):
        text = lines[last].text.strip()
        if len(texts) > 1 and _ONLY_FIGURES.fullmatch(text) and _LAST_FIGURE.search(texts[-1]):
            texts[-1] += f" {text}"
        else:
            texts.append(text)
        if len(texts) == 1:
            texts[0] = lines[first].text[number.end():].strip()
            texts = ["", texts[0]] if texts[0] else texts
        figures = _FIGURES.search(texts[-1])
        if figures is None or len(shares := re.findall(_FIGURE, figures["figures"])) != columns:
            continue
        head = texts[-1][: figures.start()].strip()
        earlier = [text for text in texts[:-1] if text]
        if earlier and head and len(head.split()) <= 3 and (is_measure_cell(head) or (head[:1].islower() and not _ends_in_measure(head))):
            what, measure = " ".join(earlier), head
        else:
            words = " ".join([*earlier, head]).split()
            cut = next((k for k in (3, 2, 1) if len(words) > k and is_measure_cell(" ".join(words[-k:]))), 0)
            cut = cut or (_thin(earlier) if not head else _repeated(words))
            what, measure = " ".join(words[:len(words) - cut]), " ".join(words[len(words) - cut:])
        return _Row(first, last, (number["no"], what, measure, *shares)) if what else None
    return None


def _bare_row(lines: Sequence[Line], first: int, columns: int) -> _Row | None:
    """The row without a number that begins with line `first`: a wording in up to three lines, its measure and as many figures as `columns`."""
    words: list[str] = []
    for last in range(first, min(first + _BARE_LINES, len(lines))):
        text = lines[last].text
        figures = _FIGURES.search(text)
        words += (text if figures is None else text[: figures.start()]).split()
        if figures is None:
            continue
        cut = next((k for k in (3, 2, 1) if len(words) > k and is_measure_cell(" ".join(words[-k:]))), 1)
        figure = re.findall(_FIGURE, figures["figures"])
        if len(figure) != columns or len(words) <= cut or not words[0][:1].isupper():
            return None
        return _Row(first, last, ("", " ".join(words[:-cut]), " ".join(words[-cut:]), *figure))
    return None


def _repeated(words: Sequence[str]) -> int:
    """How many words a measure that nobody knows takes behind a wording that opens with it: "Tổ hợp tác được củng cố tổ hợp tác"."""
    return next((k for k in (3, 2, 1) if len(words) > 2 * k and words[-k].islower() and [word.casefold() for word in words[:k]] == list(words[-k:])), 0)


def _thin(lines: Sequence[str]) -> int:
    """How many words a measure that nobody knows takes in a thin column, one to a line behind a wording in longer lines: "chủ" / "thể"."""
    last = next((k for k in range(len(lines), 0, -1) if " " in lines[k - 1]), 0)
    behind = lines[last:]
    return len(behind) if last and 0 < len(behind) <= 3 and all(text.isalpha() and text.islower() for text in behind) else 0


def _ends_in_measure(text: str) -> bool:
    """Whether the last words of a line are a measure and those before them the end of a wording."""
    words = text.split()
    return any(is_measure_cell(" ".join(words[k:])) for k in range(1, len(words)))


def _table(lines: Sequence[Line], at: int, rows: Sequence[_Row], heads: tuple[str, ...]) -> Table:
    cells = [Cell(0, c, [replace(lines[at], text=head)]) for c, head in enumerate(heads)]
    bare = len(heads) < len(rows[0].texts)  # no numbers
    for r, row in enumerate(rows, 1):
        cells += [Cell(r, c, [replace(lines[row.last if c > 1 - bare else row.first], text=text)]) for c, text in enumerate(row.texts[bare:])]
    span = lines[at:rows[-1].last + 1]
    place: Place = lines[at].place
    for line in span:
        place = place.merge(line.place)
    used = {id(lines[at].place)} | {id(lines[n].place) for row in rows for n in (row.first, row.last)}
    return Table(cells, 1 + len(rows), len(heads), place, "flat", header_rows=1, repeated=[line for line in span if id(line.place) not in used])

