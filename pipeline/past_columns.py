"""Columns of a target table for years gone by when the plan begins: what was reached or planned then, no aim of this plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.metadata import RawMetadata
from extractors.raw import RawTarget, RawTask

_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


def still_ahead(records: Sequence[RawTarget | RawTask], meta: RawMetadata) -> list[RawTarget | RawTask]:
    """The records without the values of table columns for earlier years ("Đến cuối năm 2025 | 2026 | 2030" in a plan of 2026) or for
    a day that lies before the plan ("31/12/2025 | 31/12/2026").

    The plan begins with the period that its title gives, or in the year of its date if that is earlier; a column goes only
    where a later year's stands beside it in the same row."""
    begins = min((known[:4] for known in (meta.period, meta.issue_date) if known), default="")
    if not begins.isdigit():
        return list(records)
    first_day = f"{meta.period[:4]}-01-01" if meta.period else f"{begins}-01-01"
    last: dict[tuple[int, str], str] = {}
    for record in records:
        if isinstance(record, RawTarget) and record.period and record.lines and record.origin == "table":
            row = (record.lines[0].number, record.text)
            last[row] = max(last.get(row, ""), _end(record.period))
    return [record for record in records if not (
        isinstance(record, RawTarget) and record.period and record.lines
        and (record.period < begins if len(record.period) == 4 else _DAY.fullmatch(record.period) and (record.period < first_day or record.period <= (meta.issue_date or "")))
        and begins <= (later := last.get((record.lines[0].number, record.text), "")) and _end(record.period) < later)]


def _end(period: str) -> str:
    """The last day that a column's period reaches, ISO."""
    return period if _DAY.fullmatch(period) else f"{period[-4:]}-12-31"
