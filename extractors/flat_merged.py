"""Leads of a flattened table that are merged over several rows: printed once, they leave rows that name only who helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.cell_kinds import time_fit
from extractors.flat_cut import split_row
from extractors.flat_score import Scorer
from extractors.flat_segment import RowCells
from extractors.flat_stream import Stream
from normalizers.units import parse_units

if TYPE_CHECKING:
    from extractors.flat_fit import FlatRow

_FEW = 4    # rows that tell that no time is left out
_LEAST = 5  # rows with both owners that tell what a lead of the table is
_SHOWN = 3  # … that show how leads and helpers are named
_FAR_MORE = 3  # lone owners that are named as helpers elsewhere, for each one that is named as a lead
_MOST_WORDS = 160
_MOST_OF_TIME = 8  # words of a time that stands halfway between rows
_MERGED = 2.0  # what a lead merged over rows costs where another row of the table shows one
_GROUPS, _GROUPED = ("task", "group"), ("task", "other")
_OF_ITS_OWN = frozenset(("time", "result"))


def owners_by_wraps(scorer: Scorer, rows: Sequence[RowCells | None]) -> list[RowCells | None]:
    """`rows`, a single owner put under who leads or who helps where the table wraps the very same words so in that column, and otherwise
    in its own: columns of different widths part "Phòng Văn" over "hoá - Xã hội" from "Phòng Văn hoá - Xã" over "hội"."""
    columns = [k for role in ("lead", "support") for k, model in enumerate(scorer.models) if model.role == role]
    if len(columns) != 2:
        return list(rows)
    lead, support = columns
    shapes = [{_shape(scorer, row, column) for row in rows if row and row.cells[lead] and row.cells[support]} for column in columns]
    out: list[RowCells | None] = []
    for row in rows:
        if row and bool(row.cells[lead]) != bool(row.cells[support]):
            at, other = (lead, support) if row.cells[lead] else (support, lead)
            shape = _shape(scorer, row, at)
            here = shapes[columns.index(at)]
            if len(shape) > 1 and shape in shapes[columns.index(other)] and shape not in here and any(" ".join(lines) == " ".join(shape) for lines in here):
                cells = list(row.cells)
                cells[at], cells[other] = (), cells[at]
                row = replace(row, cells=tuple(cells))
        out.append(row)
    return out


def _shape(scorer: Scorer, row: RowCells, column: int) -> tuple[str, ...]:
    """The printed lines of a cell."""
    words = scorer.stream.words
    lines: dict[int, list[str]] = {}
    for i, j in row.cells[column]:
        for word in words[i:j]:
            lines.setdefault(word.line, []).append(word.text)
    return tuple(" ".join(line) for line in lines.values())


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


def leads_shared(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, single owners put under who helps where leads are merged over rows: every row that opens the table or a group names both, no
    lead is printed anew below itself, and the owners that stand alone are those that help elsewhere rather than those that lead."""
    columns = [k for role in ("lead", "support") for k, model in enumerate(scorer.models) if model.role == role]
    if len(columns) != 2:
        return list(rows)
    lead, support = columns
    names = [("", "") if row.group else (_name(scorer, row, lead), _name(scorer, row, support)) for row in rows]
    single = [k for k, (a, b) in enumerate(names) if a and not b]
    both = [k for k, (a, b) in enumerate(names) if a and b]
    if not single or len(both) < _SHOWN:
        return list(rows)
    opening = [k for k, row in enumerate(rows) if not row.group and (k == 0 or rows[k - 1].group)]
    if not set(opening) <= set(both) or any(names[k][0] == names[k + 1][0] for k in both if k + 1 < len(rows)):
        return list(rows)
    leads, helpers = {names[k][0] for k in both}, {names[k][1] for k in both}
    one = not any(_several(scorer, rows[k].cells, lead) for k in both)
    helping, leading = 0, set()
    above = ""
    for k, (a, b) in enumerate(names):
        if a and not b:
            if a == above or (a in leads and a not in helpers):
                leading.add(k)
            elif a not in leads and (a in helpers or a.startswith("các ") or (one and _several(scorer, rows[k].cells, lead))):
                helping += 1
        elif a:
            above = a
        elif b:
            helping += b in helpers
    if helping < 2 or helping < _FAR_MORE * len(leading):
        return list(rows)
    out = list(rows)
    for k in single:
        if k not in leading:
            out[k] = _with_cell(_with_cell(rows[k], support, rows[k].cells.cells[lead]), lead, ())
    return out


def times_of_rows_above(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, times that open a wording given to the row above, which has none: a cell merged over both stands halfway, on the line of the
    second row's number ("7 Thường xuyên Tổ chức tập huấn …")."""
    columns = [k for k, model in enumerate(scorer.models) if model.role == "time"]
    wording = next((k for k, model in enumerate(scorer.models) if model.role in ("task", "indicator")), 0)
    out = list(rows)
    if len(columns) != 1 or columns[0] < wording:
        return out
    time, words = columns[0], scorer.stream.words
    for k in range(1, len(out)):
        above, row = out[k - 1], out[k]
        if above.group or row.group or row.mark is None or row.cells.cells[time] or above.cells.cells[time] or not row.cells.cells[wording]:
            continue
        (lo, hi), *rest = row.cells.cells[wording]
        ends = [m for m in range(lo + 1, min(lo + _MOST_OF_TIME, hi - 2)) if words[m].text[:1].isupper() and time_fit(scorer.text(lo, m)) == 1.0]
        if ends:
            out[k - 1] = _with_cell(above, time, ((lo, ends[-1]),))
            out[k] = _with_cell(row, wording, ((ends[-1], hi), *rest))
    return out


def _with_cell(row: FlatRow, column: int, spans: tuple[tuple[int, int], ...]) -> FlatRow:
    cells = list(row.cells.cells)
    cells[column] = spans
    return replace(row, cells=replace(row.cells, cells=tuple(cells)))


def _name(scorer: Scorer, row: FlatRow, column: int) -> str:
    return " ".join(scorer.text(*span) for span in row.cells.cells[column])


def leads_above(scorer: Scorer, rows: Sequence[FlatRow]) -> list[FlatRow]:
    """`rows`, those whose owners part into lead and support amid a list ("Bưu điện, | Viettel Post, hợp tác xã") or a name split again as rows
    that share the lead of the row above: all their units help it."""
    columns = [k for role in ("lead", "support") for k, model in enumerate(scorer.models) if model.role == role]
    if len(columns) != 2 or columns[1] != columns[0] + 1:
        return list(rows)
    lead, support = columns
    plain = [row for row in rows if not row.group]
    shared = sum(bool(row.cells.cells[support] and not row.cells.cells[lead]) for row in plain)
    torn = [row for row in plain if _torn_list(scorer, row, lead)]
    if not shared and not torn:
        return list(rows)
    models = tuple(replace(model, empty=0.0, filled=-50.0) if k == lead else model for k, model in enumerate(scorer.models))
    alone = Scorer(scorer.stream, models, scorer.pairs, scorer)
    out: list[FlatRow] = []
    for row in rows:
        above = out[-1] if out else None
        if above is not None and not above.group and not row.group and row.hi - row.lo <= _MOST_WORDS and row.cells.cells[lead] and (above.cells.cells[lead] or above.cells.cells[support]):
            cost = 0.0 if _torn_list(scorer, row, lead) else _MERGED
            again = split_row(alone, row.lo, row.hi)
            if again.cells[support] and not again.cells[lead] and again.score - cost > row.cells.score:
                row = replace(row, cells=again)
        out.append(row)
    return out


def _torn_list(scorer: Scorer, row: FlatRow, lead: int) -> bool:
    """Whether a row's lead ends amid a list: with a comma, and units behind it."""
    spans = row.cells.cells[lead]
    return bool(spans) and bool(row.cells.cells[lead + 1]) and scorer.stream.words[spans[-1][1] - 1].text[-1:] in (",", ";")


def printed_once(stream: Stream, roles: Sequence[str | None], rows: Sequence[RowCells | None]) -> frozenset[int]:
    """The columns of measures and of who helps whose equal cells are merged: every row that opens the table or a group has one, none prints
    what the row above it does, and what is printed comes again further down."""
    out: set[int] = set()
    for c, role in enumerate(roles):
        if role not in ("measure", "support"):
            continue
        texts = [" ".join(word.text for i, j in row.cells[c] for word in stream.words[i:j]) if row else None for row in rows]
        opening = [text for before, text in zip([None, *texts], texts, strict=False) if before is None and text is not None]
        printed = [text for text in texts if text]
        left_out = sum(text == "" for text in texts)
        again = len(printed) - len(set(printed))
        if left_out and all(opening) and again and not any(a and a == b for a, b in pairwise(texts)) and (
                role == "measure" or (left_out >= _FEW and 2 * again > len(printed) > _FEW and len(opening) > 1)):
            out.add(c)
    return frozenset(out)


def merged_columns(roles: Sequence[str | None], rows: Sequence[RowCells | None], r: int) -> tuple[int, ...]:
    """The columns (among `roles`, as the rows' cells are) of which row `r` shares the cell with the row above: a group's wording before that
    of each row ("Nhóm nhiệm vụ | Nội dung thực hiện"); the lead's, where the row names who helps one; all owners', where nearly every row has them and this one has a time or result of its own; a time beside them, or
    alone where no row lacks it that opens the table or a group."""
    own, above = rows[r], rows[r - 1] if r else None
    if own is None or above is None:
        return ()
    grouped = _shared_group(roles, rows, r)
    shared = _shared_owners(roles, rows, r)
    times = [c for c, role in enumerate(roles) if role == "time" and not own.cells[c]]
    if not shared and not (times and _shares_time(roles, rows, own, times[0])):
        return grouped
    before = merged_columns(roles, rows, r - 1)
    if shared and not (above.cells[shared[0]] or shared[0] in before):
        return grouped
    return (*grouped, *(c for c in (*shared, *times) if above.cells[c] or c in before))


def _shared_group(roles: Sequence[str | None], rows: Sequence[RowCells | None], r: int) -> tuple[int, ...]:
    """The first column where it words what several rows belong to: empty in row `r` and those above it up to one that fills it, each
    with a wording of its own in the second."""
    if len(roles) < 4 or roles[0] not in _GROUPS or roles[1] not in _GROUPED:
        return ()
    for row in reversed(rows[:r + 1]):
        if row is None or not row.cells[1]:
            break
        if row.cells[0]:
            return (0,) if row is not rows[r] else ()
    return ()


def _shared_owners(roles: Sequence[str | None], rows: Sequence[RowCells | None], r: int) -> tuple[int, ...]:
    own = rows[r]
    owners = [c for c, role in enumerate(roles) if role in ("lead", "owner", "support")]
    if own is None or not owners:
        return ()
    paired = "lead" in roles and "support" in roles
    at = roles.index("lead") if paired else owners[0]
    if own.cells[at] or (not paired and len(owners) > 1):
        return ()
    if paired and own.cells[roles.index("support")]:
        return (at,)
    if not any(own.cells[c] for c, role in enumerate(roles) if role in _OF_ITS_OWN or (role or "").startswith("value")):
        return ()
    plain = [row for row in rows if row is not None]
    shown = sum(bool(row.cells[at]) for row in plain)
    if len(plain) < _LEAST or shown * 4 < len(plain) or (shown * 2 < len(plain) and (paired or not _opens_all(rows, at))):
        return ()
    return (at, roles.index("support")) if paired else (at,)


def _opens_all(rows: Sequence[RowCells | None], column: int) -> bool:
    """Whether every row that opens the table or a group has a cell in a column."""
    return all(row is None or row.cells[column] or before is not None for before, row in zip([None, *rows], rows, strict=False))


def _shares_time(roles: Sequence[str | None], rows: Sequence[RowCells | None], own: RowCells, time: int) -> bool:
    """Whether row `own`, which names an owner or a result and no time, shares that of the row above: times that are left out are left out
    of first rows too, merged ones never are."""
    if roles.count("time") > 1 or not any(own.cells[c] for c, role in enumerate(roles) if role in ("lead", "owner", "support", "result")):
        return False
    plain = [row for row in rows if row is not None]
    if len(plain) < _FEW or sum(bool(row.cells[time]) for row in plain) * 4 < len(plain):
        return False
    return _opens_all(rows, time)
