"""Columns headed "Đơn vị" alone: the unit of measure, or the body that answers, as their cells tell."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.cell_kinds import is_measure, unit_fit
from normalizers.text import fold


def bodies_between_aims(roles: list[str | None], heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str | None]:
    """Roles, a column "Đơn vị" that holds bodies, no measures, as the owner's: "Chỉ tiêu | Đơn vị | Chỉ tiêu cụ thể | Thời gian"."""
    at = next((i for i, head in enumerate(heads) if i < len(roles) and roles[i] == "measure" and fold(head).strip(" .:;,*-") == "đơn vị"), None)
    if at is None or {"lead", "owner", "support"} & set(roles):
        return roles
    cells = [row[at] for row in rows if row[at].strip()]
    if sum(unit_fit(cell) > 0.5 and not is_measure(cell) for cell in cells) * 2 <= len(cells):
        return roles
    return [*roles[:at], "owner", *roles[at + 1:]]
