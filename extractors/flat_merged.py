"""Leads of a flattened table that are merged over several rows: printed once, they leave rows that name only who helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.flat_cut import split_row
from extractors.flat_score import Scorer
from extractors.flat_segment import RowCells
from normalizers.units import parse_units

if TYPE_CHECKING:
    from extractors.flat_fit import FlatRow

_LEAST = 5  # rows with both owners that tell what a lead of the table is
_MOST_WORDS = 160


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


def lead_of_all(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, their single owners put under who helps where one lead is merged over the whole table: printed in the first row alone,
    beside the very helper that the next row names too."""
    columns = [k for role in ("lead", "support") for k, model in enumerate(scorer.models) if model.role == role]
    plain = [k for k, row in enumerate(rows) if not row.group]
    if len(columns) != 2 or len(plain) < _LEAST or columns[1] != columns[0] + 1:
        return list(rows)
    lead, support = columns
    if any(rows[k].cells.cells[lead] and rows[k].cells.cells[support] for k in plain[1:]):
        return list(rows)
    owners = [rows[k].cells.cells[lead] or rows[k].cells.cells[support] for k in plain[1:]]
    top = rows[plain[0]]
    if not all(owners) or top.hi - top.lo > _MOST_WORDS:
        return list(rows)
    if not (top.cells.cells[lead] and top.cells.cells[support]):
        models = tuple(replace(model, empty=min(model.empty, -2.0), filled=0.0) if k in columns else model for k, model in enumerate(scorer.models))
        top = replace(top, cells=split_row(Scorer(scorer.stream, models, scorer.pairs, scorer), top.lo, top.hi))
    names = [" ".join(scorer.text(*span) for span in spans) for spans in (top.cells.cells[lead], top.cells.cells[support], *owners)]
    if not names[0] or not names[1] or names[2] != names[1] or names[0] in names[1:]:
        return list(rows)
    out = list(rows)
    out[plain[0]] = top
    for k, spans in zip(plain[1:], owners, strict=True):
        cells = list(rows[k].cells.cells)
        cells[lead], cells[support] = (), spans
        out[k] = replace(rows[k], cells=replace(rows[k].cells, cells=tuple(cells)))
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
