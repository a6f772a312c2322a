"""Leads of a flattened table that other rows name too tell where the owners of a row part: "Văn phòng Sở | Công an tỉnh"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.cell_kinds import unit_fit
from extractors.flat_score import Scorer
from normalizers.acts import opens_act

if TYPE_CHECKING:
    from extractors.flat_fit import FlatRow

_SURE = 0.6       # of `unit_fit`
_VERB = 2         # words of a wording that is a verb alone
_MOST_WORDS = 24  # of a cell that may hold two owners


def leads_repeated(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, two owners in one cell parted where the first of them leads another row: beside an empty column of who helps, and behind a
    wording that would be a verb alone ("Kiện toàn | Ban Chỉ đạo tỉnh | Văn phòng Sở Phòng Kế hoạch")."""
    columns = [k for role in ("task", "lead", "support") for k, model in enumerate(scorer.models) if model.role == role]
    if len(columns) != 3 or columns[1:] != [columns[0] + 1, columns[0] + 2]:
        return list(rows)
    task, lead, support = columns
    leads = {scorer.text(*row.cells.cells[lead][0]) for row in rows if not row.group and len(row.cells.cells[lead]) == 1 and row.cells.cells[support]}
    out: list[FlatRow] = []
    for row in rows:
        cells = list(row.cells.cells)
        if row.group or len(cells[lead]) != 1 or not cells[task]:
            pass
        elif not cells[support] and (at := _parting(scorer, cells[lead][0], leads)):
            (lo, hi), = cells[lead]
            cells[lead], cells[support] = ((lo, at),), ((at, hi),)
        elif len(cells[support]) == 1 and sum(hi - lo for lo, hi in cells[task]) <= _VERB and opens_act(scorer.text(*cells[task][0])) \
                and (at := _parting(scorer, cells[support][0], leads)):
            (lo, hi), = cells[support]
            cells[task], cells[lead], cells[support] = (*cells[task], *cells[lead]), ((lo, at),), ((at, hi),)
        out.append(row if tuple(cells) == row.cells.cells else replace(row, cells=replace(row.cells, cells=tuple(cells))))
    return out


def _parting(scorer: Scorer, span: tuple[int, int], leads: Collection[str]) -> int | None:
    """The word at which the second of two owners begins."""
    lo, hi = span
    if hi - lo > _MOST_WORDS:
        return None
    return next((at for at in range(lo + 1, hi) if scorer.text(lo, at) in leads and unit_fit(scorer.shown(at, hi)) >= _SURE), None)
