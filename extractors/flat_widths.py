"""How well lines of a cell fit the width of its column."""

from __future__ import annotations


def too_wide(line: float, width: float) -> float:
    """Penalty of a cell line that is wider than its column."""
    excess = line / width - 1.04
    return -(0.8 + 8.0 * excess) if excess > 0 else 0.0


def fit_of_wrap(line: float, following: float, width: float) -> float:
    """Score of a wrap: a line is full when its next word would not have fitted, and never wider than the column."""
    if line > 1.04 * width:
        return -(0.8 + 8.0 * (line / width - 1.04))
    slack = (width - line - following) / width
    if slack > 0.05:
        return -(0.4 + 3.0 * slack)
    return 0.5
