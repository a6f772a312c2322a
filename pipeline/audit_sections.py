"""Findings about numbering: section numbers and table row numbers that repeat or are missing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from normalizers.text import fold
from pipeline.audit_kinds import finding
from pipeline.plan_text import position, quote, records, where
from pipeline.records import Finding, LedgerRow, PlanRecord, Record

_ROMAN = {"I": 1, "V": 5, "X": 10}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_MARK = re.compile(
    r"^(?:(?P<part>PHẦN|Phần|CHƯƠNG|Chương)\s+(?:thứ\s+)?(?P<part_no>[IVX]+|[A-HĐ](?!\w)|\d+)(?!\w)|(?P<roman>[IVX]+)\s*[.)/](?=\s|[^\W\d_])|"
    r"(?P<upper>[A-HĐKLMN])\s*[.)](?=\s*[^\W\d_])|"
    r"(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=[\s)])|(?P<number>\d{1,2})\s*(?P<close>[.)])(?=\s*[^\W\d_“\"(])|"
    r"(?P<letter>[a-zđ])\s*(?P<letter_close>[.)])(?=\s))")
# Lines that end where a wrapped sentence goes on with a number ("… khoản" / "2. Điều 5").
_OPEN_END = re.compile(r"(?:khoản|điều|điểm|mục|số|ngày|tháng|năm|phụ lục|quý|từ|đến|và|,|-|–|/)$")
_CELL_PLACE = re.compile(r"t\d+/r\d+/c\d+")
_RESTART = re.compile(r"^(?:phụ lục|phần|chương|kế hoạch$)")


@dataclass(slots=True)
class _Level:
    """Numbers of one kind under one parent."""

    kind: str
    last: int = 0
    seen: dict[int, LedgerRow] = field(default_factory=dict)


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if k + 1 < len(values) and values[k + 1] > v else v for k, v in enumerate(values))


def _read(text: str) -> tuple[str, int, str] | None:
    """Kind, number and printed marker of a numbered line."""
    m = _MARK.match(text)
    if m is None:
        return None
    if m["part"]:
        no = m["part_no"]
        return "part", int(no) if no.isdigit() else _LETTERS.index(no.lower()) + 1 if no.lower() in _LETTERS else _roman(no), m[0]
    if m["roman"]:
        return "roman", _roman(m["roman"]), m["roman"]
    if m["upper"]:
        return ("upper", _LETTERS.index(m["upper"].lower()) + 1, m["upper"]) if m["upper"].lower() in _LETTERS else None
    if m["dotted"]:
        *parent, last = m["dotted"].split(".")
        return f"dotted {'.'.join(parent)}", int(last), m["dotted"]
    if m["number"]:
        return f"number{m['close']}", int(m["number"]), m["number"]
    letter = m["letter"]
    return (f"letter{m['letter_close']}", _LETTERS.index(letter) + 1, letter) if letter in _LETTERS else None


_APART = frozenset({"cell", "table-header", "furniture", "signature", "recipients", "header", "basis", "title"})


def sections(plan: PlanRecord) -> Iterator[Finding]:
    """Section numbers under one parent that come twice or leave a gap, of the prose only.

    A level is known by its kind of number (A., I., 1., 1.1, a)); a kind that is not open yet is one level deeper, one
    that is open closes the levels below it. An appendix starts anew; headings inside tables do not count."""
    stack: list[_Level] = []
    before = ""
    for n, row in enumerate(plan.ledger):
        if row.role in _APART or (row.role == "heading" and _in_table(plan.ledger, n)):
            if row.role == "title" and _RESTART.match(fold(row.text[:40])):
                stack = []
            before = ""
            continue
        read = _read(row.text)
        goes_on = read is not None and _OPEN_END.search(fold(before[-20:]))
        before = row.text
        if read is None or goes_on:
            continue
        kind, number, marker = read
        depth = next((n for n, level in enumerate(stack) if level.kind == kind), None)
        if depth is None and kind.startswith("dotted"):
            # 2.1 opens below its own parent: levels of other parents of the same depth are closed.
            dots = kind.count(".")
            depth = next((n for n, level in enumerate(stack) if level.kind.startswith("dotted") and level.kind.count(".") >= dots), None)
            if depth is not None:
                del stack[depth:]
                depth = None
        if depth is None:
            stack.append(_Level(kind))
            level = stack[-1]
        else:
            del stack[depth + 1:]
            level = stack[depth]
            if number == 1 and level.last > 1 and kind.startswith(("number", "letter")) and row.role != "heading":
                # A second list of the same kind under one heading starts again at 1 by right.
                level.seen.clear()
                level.last = 0
        yield from _check(plan, level, number, marker, row)
        level.last = number
        level.seen[number] = row


def _in_table(ledger: Sequence[LedgerRow], n: int) -> bool:
    """Whether a heading groups rows of a table: it stands in a cell, or the next line that is no heading is a cell."""
    if _CELL_PLACE.match(ledger[n].place):
        return True
    following = next((r for r in ledger[n + 1:n + 12] if r.role != "heading"), None)
    return following is not None and following.role == "cell"


def _check(plan: PlanRecord, level: _Level, number: int, marker: str, row: LedgerRow) -> Iterator[Finding]:
    if number in level.seen:
        first = level.seen[number]
        yield finding("section-repeated", plan, f"Số mục “{marker}” dùng hai lần: “{quote(first.text, 70)}” ({first.place}) và “{quote(row.text, 70)}” ({row.place})",
                      place=f"{first.place}; {row.place}", quotes=(quote(first.text), quote(row.text)))
    elif level.last and number > level.last + 1 and not _only_dj(level, number):
        gap = "1 số" if number == level.last + 2 else f"{number - level.last - 1} số"
        yield finding("section-missing", plan, f"Thiếu {gap} giữa hai mục liền nhau: “{quote(level.seen[level.last].text, 70)}” và “{quote(row.text, 70)}”",
                      place=row.place, quotes=(quote(level.seen[level.last].text), quote(row.text)))
    elif not level.last and number > 1 and (number > 2 or row.role == "heading"):
        yield finding("section-missing", plan, f"Mục đầu tiên mang số “{marker}”: “{quote(row.text, 90)}”", place=row.place, quotes=(quote(row.text),))


def _only_dj(level: _Level, number: int) -> bool:
    """Many count d), e) without đ)."""
    return level.kind.startswith(("letter", "upper")) and (level.last, number) == (_LETTERS.index("d") + 1, _LETTERS.index("e") + 1)


def table_starts(plan: PlanRecord) -> list[int]:
    """Ledger numbers at which tables start: the last line of each header row."""
    out: list[int] = []
    previous = -10
    for row in plan.ledger:
        if row.role == "table-header":
            if out and row.number == previous + 1:
                out[-1] = row.number
            else:
                out.append(row.number)
            previous = row.number
    return out


def tables(plan: PlanRecord) -> list[list[Record]]:
    """The records that stand in tables, table by table in reading order."""
    starts = table_starts(plan)
    found: dict[int, list[Record]] = {}
    for record in records(plan):
        if getattr(record, "origin", "") == "table":
            found.setdefault(bisect_right(starts, position(record)), []).append(record)
    return [found[n] for n in sorted(found)]


_NUMBER_FIRST = re.compile(r"\d{1,3}(?=[. )])")
_WHOLE = re.compile(r"\d{1,3}")


def _printed_numbers(plan: PlanRecord) -> frozenset[str]:
    """What cells and headings print, whole and as the number that they begin with."""
    texts = [r.text for r in plan.ledger if r.role in ("cell", "heading")]
    return frozenset([*(text.strip(" .") for text in texts), *(m[0] for m in map(_NUMBER_FIRST.match, texts) if m)])


def row_numbers(plan: PlanRecord) -> Iterator[Finding]:
    """Row numbers of one table that come twice, or are left out although no line of the table prints them."""
    printed: frozenset[str] | None = None
    for table in tables(plan):
        last: int | None = None
        seen: dict[int, Record] = {}
        for record in table:
            if not record.no or not _WHOLE.fullmatch(record.no.strip(" .")):
                continue
            number = int(record.no.strip(" ."))
            old = seen.get(number)
            if old is not None and position(old) == position(record):
                continue  # several records of one row
            if number == 1 or (last is not None and number < last and old is None):
                seen, last = {}, None
                old = None
            if old is not None:
                yield finding("row-number-repeated", plan, f"Số thứ tự {number} dùng hai lần trong một bảng", record=f"{old.id}; {record.id}",
                              place=f"{where(old)}; {where(record)}", quotes=(quote(old.raw), quote(record.raw)))
            elif last is not None and number > last + 1:
                printed = _printed_numbers(plan) if printed is None else printed
                left = [str(n) for n in range(last + 1, number) if str(n) not in printed]
                if left and len(left) == number - last - 1:
                    yield finding("row-number-missing", plan, f"Bảng không có số thứ tự {', '.join(left)} (giữa {last} và {number})",
                                  record=record.id, place=where(record), quotes=(quote(record.raw),))
            seen[number], last = record, number
