"""Leads of a flattened table that other rows name too tell where the owners of a row part: "Văn phòng Sở | Công an tỉnh"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.cell_kinds import unit_fit
from extractors.flat_score import Scorer
from normalizers.acts import opens_act

if TYPE_CHECKING:
    from extractors.flat_fit import FlatRow

_SURE = 0.6       # of `unit_fit`
_VERB = 2         # words of a wording that is a verb alone
_KNOWN = 0.8      # … of a name that is sure to be one
_TOLD = 2         # rows that name a lead
_LONGEST = 8      # words of its name
# Words behind which a unit belongs to the product: "Báo cáo của Phòng Kinh tế", "Quyết định thành lập Ban Chỉ đạo".
_JOINING = frozenset(("của", "gửi", "cho", "với", "do", "và", "tại", "ở", "thuộc", "về", "giữa", "từ", "đến", "các", "lập", "toàn", "tra", "sát", "trình", "giao", "viên", "đạo", "trưởng", "bởi", "qua", "trên", "trong", "theo", "hoặc", "là"))
_MOST_WORDS = 24  # of a cell that may hold two owners


def leads_repeated(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, two owners in one cell parted where the first of them leads another row: beside an empty column of who helps, and behind a
    wording that would be a verb alone ("Kiện toàn | Ban Chỉ đạo tỉnh | Văn phòng Sở Phòng Kế hoạch")."""
    columns = [k for role in ("task", "lead", "support") for k, model in enumerate(scorer.models) if model.role == role]
    if len(columns) != 3 or columns[2] != columns[1] + 1:
        return list(rows)
    task, lead, support = columns
    beside = lead == task + 1
    leads = {scorer.text(*row.cells.cells[lead][0]) for row in rows if not row.group and len(row.cells.cells[lead]) == 1 and row.cells.cells[support]}
    out: list[FlatRow] = []
    for row in rows:
        cells = list(row.cells.cells)
        if row.group or len(cells[lead]) != 1 or not cells[task]:
            pass
        elif not cells[support] and (at := _parting(scorer, cells[lead][0], leads)):
            (lo, hi), = cells[lead]
            cells[lead], cells[support] = ((lo, at),), ((at, hi),)
        elif beside and len(cells[support]) == 1 and sum(hi - lo for lo, hi in cells[task]) <= _VERB and opens_act(scorer.text(*cells[task][0])) \
                and (at := _parting(scorer, cells[support][0], leads)):
            (lo, hi), = cells[support]
            cells[task], cells[lead], cells[support] = (*cells[task], *cells[lead]), ((lo, at),), ((at, hi),)
        out.append(row if tuple(cells) == row.cells.cells else replace(row, cells=replace(row.cells, cells=tuple(cells))))
    return out


def leads_behind(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, a lead parted from the product or wording in front of it where one cell took both ("Báo cáo kết quả Phòng Kinh tế | Các thôn")
    and the owners beside it stand where the lead should, or alone where who helps does.

    Behind a product another row must name the unit, or the product alone; behind a wording another row must have the unit for its lead, and
    the owners beside it for helpers only."""
    lead = next((k for k, (a, b) in enumerate(pairwise(scorer.models)) if (a.role, b.role) == ("lead", "support")), 0)
    front = scorer.models[lead - 1].role if lead else ""
    if front not in ("result", "task"):
        return list(rows)
    at, support = lead - 1, lead + 1
    found: dict[int, int] = {}
    for k, row in enumerate(rows):
        front_cell, led, helped = row.cells.cells[at:support + 1]
        if not row.group and len(front_cell) == 1 and bool(led) != bool(helped) and (start := _unit_behind(scorer, front_cell[0])):
            found[k] = start
    if not found:
        return list(rows)
    names = {k: scorer.text(start, rows[k].cells.cells[at][0][1]) for k, start in found.items()}
    told, leads, products = Counter(names.values()), set(), set()
    for row in rows:
        if row.group:
            continue
        own = [scorer.text(*spans[0]) if len(spans) == 1 else "" for spans in row.cells.cells[at:support + 1]]
        products.add(own[0])
        told.update(own[1:])
        if all(own[1:]):
            leads.add(own[1])
    out = list(rows)
    for k, start in found.items():
        cells = list(rows[k].cells.cells)
        (lo, hi), = cells[at]
        if front == "result" and told[names[k]] < _TOLD and scorer.text(lo, start) not in products:
            continue
        if front == "task" and (names[k] not in leads or any(scorer.text(*span) in leads for span in cells[lead])):
            continue
        cells[at], cells[lead], cells[support] = ((lo, start),), ((start, hi),), cells[lead] or cells[support]
        out[k] = replace(rows[k], cells=replace(rows[k].cells, cells=tuple(cells)))
    return out


def _unit_behind(scorer: Scorer, span: tuple[int, int]) -> int | None:
    """The word behind a product at which a unit's name begins that closes the cell."""
    lo, hi = span
    words = scorer.stream.words
    for k in range(max(lo + 1, hi - _LONGEST), hi):
        before = words[k - 1].text
        if words[k].text[:1].isupper() and before[-1:].isalnum() and before.lower() not in _JOINING and unit_fit(scorer.shown(k, hi)) > _KNOWN:
            return k
    return None


def _parting(scorer: Scorer, span: tuple[int, int], leads: Collection[str]) -> int | None:
    """The word at which the second of two owners begins."""
    lo, hi = span
    if hi - lo > _MOST_WORDS:
        return None
    return next((at for at in range(lo + 1, hi) if scorer.text(lo, at) in leads and unit_fit(scorer.shown(at, hi)) >= _SURE), None)
