"""Columns of a target table for years gone by when the plan begins: what was reached or planned then, no aim of this plan."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.metadata import RawMetadata
from extractors.raw import RawTarget, RawTask


def still_ahead(records: Sequence[RawTarget | RawTask], meta: RawMetadata) -> list[RawTarget | RawTask]:
    """The records without the values of table columns for earlier years ("Đến cuối năm 2025 | 2026 | 2030" in a plan of 2026).

    The plan begins with the period that its title gives, or in the year of its date if that is earlier; a column goes only
    where a later year's stands beside it in the same row."""
    begins = min((known[:4] for known in (meta.period, meta.issue_date) if known), default="")
    if not begins.isdigit():
        return list(records)
    last: dict[tuple[int, str], str] = {}
    for record in records:
        if isinstance(record, RawTarget) and record.period and record.lines and record.origin == "table":
            row = (record.lines[0].number, record.text)
            last[row] = max(last.get(row, ""), record.period[-4:])
    past = {row for row, year in last.items() if year >= begins}
    return [record for record in records if not (
        isinstance(record, RawTarget) and record.period and len(record.period) == 4 and record.period < begins and record.lines
        and (record.lines[0].number, record.text) in past)]
