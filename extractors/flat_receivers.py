"""Who signs or receives the result of a task, in a column of its own beside those who help: "UBND xã", "HĐND xã" below "Cấp trình"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.flat_score import Scorer

if TYPE_CHECKING:
    from extractors.flat_fit import FlatRow

# Bodies and posts that sign; beside a column for them, alone in the cell of who helps they are none of its units.
_SIGNERS = re.compile(r"(?:(?:phó )?chủ tịch |thường trực |lãnh đạo |ban thường vụ |ban chấp hành |bí thư )*(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đảng ủy|tỉnh ủy|thành ủy)(?: (?:xã|phường|đặc khu|tỉnh|thành phố))?")
_LEAST = 2  # rows that name one in their own column


def receivers_beside(scorer: Scorer, roles: Sequence[str | None], rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, a signer alone in the cell of who helps put into the empty cell beside it, where most rows name one there."""
    own = next((k for k, role in enumerate(roles) if role == "receiver"), None)
    help_ = next((k for k, role in enumerate(roles) if role == "support"), None)
    if own is None or help_ is None or abs(own - help_) != 1:
        return list(rows)
    named = [scorer.text(*row.cells.cells[own][0]).strip() for row in rows if not row.group and len(row.cells.cells[own]) == 1]
    signers = sum(_SIGNERS.fullmatch(text) is not None for text in named)
    if signers < _LEAST or 2 * signers < sum(not row.group for row in rows):
        return list(rows)
    out: list[FlatRow] = []
    for row in rows:
        cells = list(row.cells.cells)
        if not row.group and not cells[own] and len(cells[help_]) == 1 and _SIGNERS.fullmatch(scorer.text(*cells[help_][0]).strip()):
            cells[own], cells[help_] = cells[help_], ()
            row = replace(row, cells=replace(row.cells, cells=tuple(cells)))
        out.append(row)
    return out
