"""A record's surroundings for formats without pages: its ledger lines, as paragraphs or as the rows of its table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import LedgerRow, PlanRecord, Record

_CELL = re.compile(r"^(.*?)(?:/|\b)r(\d+)/c(\d+)")
_AROUND = 5


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one cell), or a table row with its cells. `own`: it belongs to the record."""

    cells: tuple[str, ...]
    own: bool
    place: str
    role: str


def blocks(plan: PlanRecord, record: Record, around: int = _AROUND) -> list[Block]:
    """The record's lines with `around` lines before and after, cells of one table row side by side."""
    own = set(record.span.numbers)
    at = [n for n, row in enumerate(plan.ledger) if row.number in own]
    if not at:
        return []
    first, last = max(0, at[0] - around), min(len(plan.ledger), at[-1] + 1 + around)
    near = {n for a in at for n in range(a - around, a + around + 1)}
    out: list[Block] = []
    row_key = ""
    for n in range(first, last):
        if n not in near:
            if out and out[-1].role != "gap":
                out.append(Block(("…",), False, "", "gap"))
            continue
        row = plan.ledger[n]
        cell = _CELL.match(row.place)
        here = f"{cell[1]}/{cell[2]}" if cell else ""
        if here and here == row_key and out and out[-1].role != "gap":
            out[-1] = _with(out[-1], row, row.number in own, cell[3] if cell else "", plan.ledger[n - 1])
        else:
            out.append(Block((row.text,), row.number in own, row.place, row.role))
        row_key = here
    return out


def _with(block: Block, row: LedgerRow, own: bool, column: str, before: LedgerRow) -> Block:
    last = _CELL.match(before.place)
    cells = (*block.cells[:-1], f"{block.cells[-1]} {row.text}") if last and last[3] == column else (*block.cells, row.text)
    return Block(cells, block.own or own, block.place, block.role)
