"""Whether a table without headings goes on with the one above it, from which only an empty paragraph parts it."""

from __future__ import annotations

from extractors.cell_kinds import is_quantity, time_fit
from extractors.document import Table
from extractors.grid import grid_of
from extractors.table_head import ROW_NO, header_of
from extractors.table_headers import roles_from_content, table_kind

_OWNERS = frozenset(("lead", "support", "owner"))


def goes_on(first: Table, second: Table) -> bool:
    """Whether `second` has as many columns as `first`, no headings of its own, and in its columns what those of `first` head:
    row numbers below "TT", else times, owner units, measures or figures in their places."""
    if first.n_cols != second.n_cols or first.n_cols < 3:
        return False
    below = grid_of(second)
    start, roles = header_of(first)
    if header_of(second, below)[0] and not _is_body(below.texts[0], roles):
        return False
    if not start or table_kind(roles) == "other":
        return False
    if "no" in roles:
        at = roles.index("no")
        opens = below.texts[0][at].strip(" .)")
        if not opens or opens.isdecimal() or opens in ("I", "A"):
            return False  # plain numbers must count on, which the caller sees
        return all(not row[at] or ROW_NO.match(row[at]) or len(set(row)) == 1 for row in below.texts)
    held = roles_from_content([list(column) for column in zip(*below.texts, strict=True)])
    return any(_family(want) in ("owner", "time", "value", "measure") and _family(want) == _family(got) for want, got in zip(roles, held, strict=True))


def _is_body(row: list[str], roles: list[str | None]) -> bool:
    """Whether a row holds a date or an amount below a heading of times or values: no headings, be its wording like theirs."""
    return any(any(map(str.isdigit, text)) and (time_fit(text) > 0.5 if role == "time" else is_quantity(text))
               for text, role in zip(row, roles, strict=True) if role is not None and _family(role) in ("time", "value"))


def _family(role: str | None) -> str | None:
    """A column's role without its period; one name for all that hold owner units."""
    plain = (role or "").split("@")[0]
    return "owner" if plain in _OWNERS else plain or None
