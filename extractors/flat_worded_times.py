"""Time columns of a flattened table whose cells are sentences: "Khởi động quý IV/2026; báo cáo kiểm kê quý II/2027; …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.flat_fit import FlatRow
from extractors.flat_stream import Stream

_LEAST = 3
_DATED = re.compile(r"(?i:quý|tháng|hằng|hàng|thường xuyên)\b|\b20\d\d\b")

Rows = list[FlatRow]


def with_worded_times(stream: Stream, roles: Sequence[str | None], rows: Rows, fit: Callable[[list[str | None]], Rows]) -> Rows:
    """`rows` of columns `roles`, fitted again where the words of the only time column went to its neighbours.

    Such a column is empty in nearly every row, since no sentence reads like a time, or there are no `rows` for it; read as a column of any wording it must
    be filled in most rows, and most of its cells must name a time."""
    times = [c for c, role in enumerate(roles) if role == "time"]
    if len(times) != 1 or (rows and (len(rows) < _LEAST or not _empty(rows, times[0]))):
        return rows
    at = times[0]
    again = fit([*roles[:at], "result", *roles[at + 1 :]])
    plain = [row for row in again if not row.group]
    dated = sum(bool(_DATED.search(" ".join(stream.words[k].text for i, j in row.cells.cells[at] for k in range(i, j)))) for row in plain)
    return again if len(plain) >= _LEAST and dated * 4 >= len(plain) * 3 else rows


def _empty(rows: Rows, column: int) -> bool:
    plain = [row for row in rows if not row.group]
    return len(plain) >= _LEAST and sum(bool(row.cells.cells[column]) for row in plain) * 4 < len(plain)
