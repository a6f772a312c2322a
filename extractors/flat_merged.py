"""Leads of a flattened table that are merged over several rows: printed once, they leave rows that name only who helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.flat_score import Scorer
from extractors.flat_segment import RowCells
from normalizers.units import parse_units

_LEAST = 5  # rows with both owners that tell what a lead of the table is


def helpers_alone(scorer: Scorer, rows: Sequence[RowCells | None]) -> list[RowCells | None]:
    """`rows` (None for a group's title), lists of several units that stand alone in the lead's column put under who helps.

    Where every lead beside a helper is one unit, and most rows have both, a list without the other is no lead: it helps the
    lead of the row above. One unit alone stays the lead."""
    columns = [k for role in ("lead", "support") for k, model in enumerate(scorer.models) if model.role == role]
    if len(columns) != 2 or scorer.models[columns[0]].role != "lead" or scorer.models[columns[1]].role != "support":
        return list(rows)
    lead, support = columns
    both = [row for row in rows if row and row.cells[lead] and row.cells[support]]
    alone = [row for row in rows if row and bool(row.cells[lead]) != bool(row.cells[support])]
    if len(both) < _LEAST or len(alone) > len(both) or any(_several(scorer, row, lead) for row in both):
        return list(rows)
    out: list[RowCells | None] = []
    for row in rows:
        above = out[-1] if out else None
        if row and above and row.cells[lead] and not row.cells[support] and (above.cells[lead] or above.cells[support]) and _several(scorer, row, lead):
            cells = list(row.cells)
            cells[lead], cells[support] = (), cells[lead]
            row = replace(row, cells=tuple(cells))
        out.append(row)
    return out


def _several(scorer: Scorer, row: RowCells, column: int) -> bool:
    return len(parse_units(" ".join(scorer.shown(*span) for span in row.cells[column]))) > 1


def merged_column(roles: Sequence[str | None], rows: Sequence[RowCells | None], r: int) -> int | None:
    """The column of the lead (among `roles`, as the rows' cells are) that row `r` shares with the one above: a row that names
    who helps has one who leads it."""
    if "lead" not in roles or "support" not in roles or not r:
        return None
    lead, support = roles.index("lead"), roles.index("support")
    own, above = rows[r], rows[r - 1]
    if own is None or above is None or own.cells[lead] or not own.cells[support]:
        return None
    return lead if above.cells[lead] or merged_column(roles, rows, r - 1) == lead else None
