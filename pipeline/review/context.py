"""A record's surroundings for formats without pages: its ledger lines, as paragraphs or as the rows of its table; places in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.records import LedgerRow, PlanRecord, Record

_CELL = re.compile(r"^(.*?)(?:/|\b)r(\d+)/c(\d+)")
_PATH = re.compile(r"(?:^|/)t(\d+)/r(\d+)")
_PARAGRAPH = re.compile(r"^p(\d+)$")
_AROUND = 5


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one cell), or a table row with its cells, empty ones before the last included. `own`: it belongs to the record;
    `table`: which table it is a row of, "" for a paragraph."""

    cells: tuple[str, ...]
    own: bool
    place: str
    role: str
    table: str = ""


def spot(place: str) -> str:
    """A place for people: "t4/r3/c1/p1" → "bảng 4, hàng 3", "p12" → "đoạn 12", "trang 3 (85, 120)" → "trang 3"; others as they are."""
    if found := _PATH.search(place):
        return f"bảng {found[1]}, hàng {found[2]}"
    if found := _PARAGRAPH.match(place):
        return f"đoạn {found[1]}"
    return re.sub(r" \([-\d]+, [-\d]+\)$", "", place)


def blocks(plan: PlanRecord, record: Record, around: int = _AROUND) -> list[Block]:
    """The record's paragraphs and table rows with `around` of them before and after; what lies between two parts of a record is
    a block of the role "gap"."""
    own = set(record.span.numbers)
    every = [_block(key, list(rows), own) for key, rows in groupby(plan.ledger, key=_row_of)]
    at = [n for n, block in enumerate(every) if block.own]
    if not at:
        return []
    near = {n for a in at for n in range(a - around, a + around + 1)}
    out: list[Block] = []
    for n in range(max(0, at[0] - around), min(len(every), at[-1] + around + 1)):
        if n in near:
            out.append(every[n])
        elif out[-1].role != "gap":
            out.append(Block(("…",), False, "", "gap"))
    return out


def parts(shown: Sequence[Block]) -> list[list[Block]]:
    """The blocks, rows of one table together."""
    return [[block for _, block in found] for _, found in groupby(enumerate(shown), key=lambda pair: pair[1].table or str(pair[0]))]


def _row_of(row: LedgerRow) -> tuple[str, str, int]:
    """Table and row of a line; each other line is one of its own."""
    cell = _CELL.match(row.place)
    return (cell[1], cell[2], -1) if cell else ("", "", row.number)


def _block(key: tuple[str, str, int], rows: Sequence[LedgerRow], own: set[int]) -> Block:
    mine = any(r.number in own for r in rows)
    if key[2] != -1:
        return Block((rows[0].text,), mine, rows[0].place, rows[0].role)
    cells: dict[int, list[str]] = {}
    for row in rows:
        cell = _CELL.match(row.place)
        assert cell is not None
        cells.setdefault(int(cell[3]), []).append(row.text)
    return Block(tuple(" ".join(cells.get(c, ())) for c in range(1, max(cells) + 1)), mine, rows[0].place, rows[0].role, key[0] or "t")
