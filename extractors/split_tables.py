"""Tables without headings that go on with the one above, from which only an empty paragraph parts them. What the cells hold tells, so this is
reading: the reader of a format joins only what its own marks join."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.cell_kinds import is_quantity, time_fit
from extractors.document import Block, Table
from extractors.grid import grid_of
from extractors.markup_tables import one_table
from extractors.table_head import ROW_NO, header_of
from extractors.table_headers import roles_from_content, table_kind

_OWNERS = frozenset(("lead", "support", "owner"))


def with_whole_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document with each table and what goes on with it right below as one table."""
    out: list[Block] = []
    for block in blocks:
        above = out[-1] if out else None
        if isinstance(block, Table) and isinstance(above, Table) and _neighbours(above, block) and goes_on(above, block):
            out[-1] = one_table(above, block)
        else:
            out.append(block)
    return out


def are_split(blocks: Sequence[Block]) -> bool:
    """Whether two tables stand next to each other: all others are whole."""
    return any(isinstance(a, Table) and isinstance(b, Table) and _neighbours(a, b) for a, b in pairwise(blocks))


def _neighbours(first: Table, second: Table) -> bool:
    """Whether two tables of as many columns are of one marked-up text or stand on one page."""
    if first.n_cols != second.n_cols or first.origin != second.origin:
        return False
    page = first.page_rows[-1] if first.page_rows else first.place.page
    return first.origin == "markup" or (first.origin in ("ruled", "aligned") and page is not None and page == second.place.page)


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
