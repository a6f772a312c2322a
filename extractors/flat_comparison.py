"""Flattened rows without a comparison: where a later year's column follows the comparison's, its value was read as the comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.flat_fit import FlatRow
    from extractors.flat_score import Scorer

_FIGURE = re.compile(r"[≥≤<>+]? ?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))? ?%?")
_NEAR = 0.006  # comparisons are printed with one decimal


def with_later_values(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, each figure that stands in a comparison column ("2026 so với 2025 (%)") but does not compare its row's two values
    moved to the empty value column behind it. Only where the comparisons of most other rows prove what the column compares."""
    roles = [model.role for model in scorer.models]
    out = list(rows)
    for c in range(2, len(roles) - 1):
        if roles[c - 2 : c + 2] != ["actual", "value", "actual", "value"]:
            continue
        judged = [(k, _compares(scorer, row, c)) for k, row in enumerate(out) if not row.group]
        proven = sum(fits is True for _, fits in judged)
        strays = [k for k, fits in judged if fits is False and not out[k].cells.cells[c + 1]]
        if proven < 2 or proven < len(strays):
            continue
        for k in strays:
            cells = list(out[k].cells.cells)
            cells[c], cells[c + 1] = (), cells[c]
            out[k] = replace(out[k], cells=replace(out[k].cells, cells=tuple(cells)))
    return out


def _compares(scorer: Scorer, row: FlatRow, c: int) -> bool | None:
    """Whether the figure in column `c` compares the two before it; None where they are not all figures."""
    a, b, stated = (_figure(" ".join(scorer.text(*span) for span in row.cells.cells[k])) for k in (c - 2, c - 1, c))
    if a is None or b is None or stated is None:
        return None
    ways = [b - a] + ([100.0 * b / a, 100.0 * b / a - 100.0, b / a] if a else [])
    return any(abs(stated - way) <= max(0.11, _NEAR * abs(way)) for way in ways)


def _figure(text: str) -> float | None:
    m = _FIGURE.fullmatch(text.strip())
    return float(m[1].replace(".", "") + "." + (m[2] or "0")) if m else None
