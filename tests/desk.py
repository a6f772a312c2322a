"""A prepared view of a few plans, as the analyst's outputs read it, and plans with hostile text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from pipeline.comparison import compare
from pipeline.indicators import with_indicators
from pipeline.overview import Overview
from pipeline.records import DeadlineRecord, Finding, PlanRecord, Target, Task
from pipeline.tables import tables
from tests.plans import five_plans, ledger, plan

EVIL = ("=HYPERLINK(\"http://x\")", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\x00\x0b\ud800 a\u2028b", "@SUM(A1)", "-2+3",
        "{=1}", "'; DROP TABLE tasks; --", "\tx; y, z\\n\r\nBEGIN:VEVENT", "@@DATA@@ ${1} <!--", "http://example.org/")


def view_of(plans: Sequence[PlanRecord], extra: Sequence[Finding] = ()) -> Overview:
    ordered, indicators = with_indicators(sorted(plans, key=lambda p: (p.source, p.plan_id)))
    comparison = compare(ordered, indicators=indicators)
    return Overview(tuple(ordered), comparison, {t.name: t for t in tables(ordered, comparison, extra)})


def five() -> Overview:
    return view_of(five_plans(), [Finding(kind="quarantined", severity="error", source="hỏng.pdf", message="Không đọc được")])


def hostile_plans() -> list[PlanRecord]:
    """Two communes whose every text is hostile."""
    made = []
    for n, commune in enumerate(("<b>An</b>", "=Bình\"'")):
        targets = [Target(id=f"T{k}", indicator=e, comparator=">=", value=50.0 + n, unit="%", horizon="2030", raw=e, qualifier=e, lead=(e,)) for k, e in enumerate(EVIL)]
        tasks = [Task(id=f"K{k}", text=e, raw=e, lead=(e,), support=(e,), result=e, deadline=DeadlineRecord(raw=e, kind="fixed", due="2026-03-31", condition=e)) for k, e in enumerate(EVIL)]
        source = f"{n}-{EVIL[2]}.txt"
        found = tuple(Finding(kind=e, severity="warning", source=source, place=e, message=e, quotes=(e, e)) for e in EVIL)
        made.append(plan(commune, *targets, source=source, plan_id=f"p{n}", tasks=tuple(tasks), findings=found, ledger=ledger(*EVIL)))
    return made


def zip_dates(data: bytes) -> set[tuple[int, ...]]:
    """Dates of the entries of an archive: a fixed one, never the clock's."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {i.date_time for i in archive.infolist()}
