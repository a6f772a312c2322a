"""What `baocao.html` knows: the run as one compact JSON value, texts cut so far that the file stays below its size."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pipeline.comparison import LISTED_ALL, Group, number_text, value_text
from pipeline.divergence import unit_text
from pipeline.overview import (
    LOOSE,
    SEVERITY,
    Head,
    Overview,
    cell_standing,
    clean,
    kind_title,
    quarter_title,
    quote_of,
    shorten,
)
from pipeline.report_rows import LIMITS, PageRows, shown_groups
from pipeline.spool import Spool

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
MOST_BYTES = 2_700_000
# What a page of very many communes can hold.
_MOST_FINDINGS, _MOST_UNITS = 3_000, 200
MOST_LISTED = 12  # rows of each list of the overview
# How a commune took over what a higher body asks for: values of the coverage table and their titles.
COVERAGE = {"taken_over": "Giữ nguyên", "tightened": "Cao hơn, sớm hơn", "weakened": "Thấp hơn, muộn hơn", "doubtful": "Cần xem", "other_horizon": "Mốc khác", "left_out": "Không thấy",
            "not_asked": "Không giao xã"}
STANDINGS = ("above", "below", "middle", "apart", "text", "no_horizon")


def payload(view: Overview, letters: Mapping[str, str] | None = None, most_bytes: int = MOST_BYTES) -> str:
    """The JSON text to embed: no "<" in it, so that no document can close the script. `letters`: commune label → file."""
    return b"".join(payload_parts(view, letters, most_bytes)).decode("utf-8")


def payload_parts(view: Overview, letters: Mapping[str, str] | None = None, most_bytes: int = MOST_BYTES, folder: Path | None = None,
                  rows: PageRows | None = None) -> Iterator[bytes]:
    """`payload` in UTF-8, piece by piece. `folder`: for temporary files; `rows`: what was taken of the plans as they went by."""
    data = _data(view, letters or {}, folder, rows or _rows(view, folder))
    parts = {name: _json(value) for name, value in data.items() if name not in _CUT}
    room = most_bytes - sum(len(name) + 4 for name in data) - sum(map(len, parts.values())) - 1
    long: dict[str, _Long] = {}
    for limits in LIMITS:
        size = 0
        for (name, cut), limit in zip(_CUT.items(), limits, strict=True):
            long[name] = _Long((cut(row, limit) for row in data[name]), None if limits is LIMITS[-1] else room - size, folder)
            size += long[name].size
            if size > room and limits is not LIMITS[-1]:
                break
        if size <= room:
            break
    for n, name in enumerate(data):
        yield f'{"," if n else "{"}"{name}":'.encode()
        yield from (parts.pop(name),) if name in parts else long.pop(name)
    yield b"}"


class _Long:
    """A long list in JSON, in a temporary file (in `folder`). `most`: bytes from which on it is too long and not completed."""

    def __init__(self, rows: Iterable[object], most: int | None, folder: Path | None) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=1 << 20, dir=str(folder) if folder else None)  # noqa: SIM115 (lives as long as the list)
        self.size = 2
        for n, row in enumerate(rows):
            self.size += self._file.write((b"," if n else b"") + _json(row))
            if most is not None and self.size > most:
                break

    def __iter__(self) -> Iterator[bytes]:
        yield b"["
        self._file.seek(0)
        while some := self._file.read(1 << 16):
            yield some
        yield b"]"


def _json(value: object) -> bytes:
    text = _ENCODER.encode(value)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode("utf-8", "replace")


# Tables with texts that are cut, in the order of `LIMITS`.
_CUT: dict[str, Callable[[tuple[Any, ...], int], tuple[Any, ...]]] = {
    "targets": lambda t, chars: (*t[:3], shorten(t[3], chars), *t[4:]), "tasks": lambda t, chars: (*t[:2], shorten(t[2], chars), *t[3:]),
    "findings": lambda f, chars: (*f[:6], tuple(shorten(q, chars) for q in f[6]))}


def shown_indicators(view: Overview, chosen: Sequence[Group]) -> dict[str, int]:
    """The indicators that the page tells of, numbered in the comparison's order: of very many communes those of the groups
    `chosen`, of the overview and of what communes lack."""
    every = dict.fromkeys(g.indicator.id for g in view.comparison.groups)
    if len(view.comparison.communes) > LISTED_ALL:
        told = {g.indicator.id for g in chain(chosen, view.widest[:MOST_LISTED])} | {m.indicator_id for missing in view.missing.values() for m in missing}
        every = dict.fromkeys(i for i in every if i in told)
    return {iid: n for n, iid in enumerate(every)}


def _rows(view: Overview, folder: Path | None) -> PageRows:
    rows = PageRows(view.comparison, folder)
    for plan in view.plans:
        rows.add(plan)
    return rows


def _data(view: Overview, letters: Mapping[str, str], folder: Path | None, rows: PageRows) -> dict[str, Any]:
    finding_chars = LIMITS[0][2]
    communes = view.comparison.communes
    many = len(communes) > LISTED_ALL
    commune_at = {c.key: n for n, c in enumerate(communes)}
    label_at = {clean(c.label): n for n, c in enumerate(communes)}
    chosen = shown_groups(view.comparison)
    units = [clean(load.unit) for load in view.loads[:_MOST_UNITS if many else None]]
    unit_at = {load.unit: n for n, load in enumerate(view.loads)}
    slots = list(view.slots)
    target_at = rows.target_at
    source_of = {h.plan_id: h.source for h in view.heads}
    indicators = shown_indicators(view, chosen)
    names: dict[str, list[str]] = {}
    for g in view.comparison.groups:
        if g.indicator.id in indicators and g.indicator.id not in names:
            names[g.indicator.id] = [g.indicator.id, clean(g.indicator.name), clean(unit_text(g.indicator)), g.indicator.direction]
    groups = [_group(group, indicators[group.indicator.id], commune_at, target_at) for group in chosen]
    kinds = {k: n for n, k in enumerate(sorted(view.findings.kinds))}
    shown = _MOST_FINDINGS if many else len(view.findings)
    sources = {name: n for n, name in enumerate(sorted({f.source for f in islice(view.findings, shown)}))}
    levels = {s: n for n, s in enumerate(SEVERITY)}
    findings = Spool(((levels.get(f.severity, 2), kinds[f.kind], label_at.get(f.commune, -1), sources[f.source], shorten(f.place, 80), shorten(f.message, 500),
                       tuple(shorten(q, finding_chars) for q in f.quotes[:4])) for f in islice(view.findings, shown)), folder)
    having: dict[str, list[int]] = {}  # one list of two numbers for all communes
    missing = {str(commune_at[c.key]): [having.setdefault(m.indicator_id, [indicators[m.indicator_id], m.having]) for m in ms] for c, ms in view.missing.items() if ms}
    return {
        "title": view.title, "communes": [[clean(c.label), clean(c.key[0]), clean(c.key[2]), letters.get(c.label, "")] for c in communes],
        "plans": [_plan(h, commune_at) for h in view.heads], "indicators": list(names.values()), "groups": groups, "targets": rows.targets,
        "units": units, "slots": [[s, quarter_title(s), int(s not in LOOSE)] for s in slots], "tasks": rows.tasks(slots, unit_at),
        "severities": list(SEVERITY.values()), "kinds": [kind_title(k) for k in kinds], "sources": [clean(s) for s in sources], "findings": findings,
        "missing": missing, **_coverage(view, {(source_of[pid], tid): n for (pid, tid), n in target_at.items()}, rows.task_at)}


def _coverage(view: Overview, target_at: Mapping[tuple[str, str], int], task_at: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    """What the communes took over of plans of higher bodies: `higher` the records of those, `cover` one row for each and a
    commune [higher, commune, status, record kind (0 target, 1 task), record or -1, reason]."""
    table = view.tables.get("coverage")
    if table is None or not table.rows or len(view.comparison.communes) > LISTED_ALL:
        return {"higher": [], "cover": [], "reasons": [], "statuses": []}
    at = {c.name: n for n, c in enumerate(table.columns)}
    of_source = {h.source: view.commune_of[h.plan_id] for h in view.heads if h.plan_id in view.commune_of}
    labels = {c.label: n for n, c in enumerate(view.comparison.communes)}
    by_name = {(c.key[1], c.key[2]): n for n, c in reversed(list(enumerate(view.comparison.communes)))}
    higher: dict[tuple[str, str], list[Any]] = {}
    order: dict[tuple[str, str], int] = {}
    reasons: dict[str, int] = {}
    statuses = {s: n for n, s in enumerate(COVERAGE)}
    rows: list[list[int]] = []
    for row in table.rows:
        text = {name: clean(str(row[n])) if row[n] is not None else "" for name, n in at.items()}
        key = (text["higher_source"], text["higher_record"])
        if key not in order:
            order[key] = len(order)
            higher[key] = [text["higher_source"], int(text["kind"] != "target"), text["higher_record"], shorten(text["higher_quote"], 260), shorten(text["higher_place"], 80)]
        source, record = str(row[at["source"]] or ""), str(row[at["record"]] or "")
        commune = labels.get(of_source.get(source, ""), by_name.get((str(row[at["commune"]] or ""), str(row[at["province"]] or "")), -1))
        kind = int((source, record) in task_at and (source, record) not in target_at)
        rows.append([order[key], commune, statuses.setdefault(text["status"], len(statuses)), kind, (task_at if kind else target_at).get((source, record), -1),
                     reasons.setdefault(shorten(text["reason"], 140), len(reasons))])
    return {"higher": list(higher.values()), "cover": rows, "reasons": list(reasons), "statuses": [COVERAGE.get(s, s) for s in statuses]}


def _plan(plan: Head, commune_at: Mapping[Any, int]) -> list[Any]:
    p = plan.plan
    key = (p.commune_type or "", p.commune or "", p.province or "")
    return [clean(plan.source), commune_at.get(key, -1) if p.commune else -1, clean(p.number or ""), clean(p.issue_date or ""), shorten(p.title or "", 300),
            plan.targets, plan.tasks]


def _group(group: Group, indicator: int, commune_at: Mapping[Any, int], target_at: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    cells: list[list[Any]] = []
    floors: dict[tuple[str, str], int] = {}
    listed: list[list[Any]] = []
    for cell in group.cells:
        floor: Any = -1
        if cell.floor is not None:
            key = (cell.floor.source, cell.floor.place)
            if key not in floors:
                floors[key] = len(listed)
                target = cell.floor.target
                listed.append([clean(value_text(target)), target.value, clean(cell.floor.source), clean(cell.floor.place), quote_of(target, 240)])
            floor = floors[key]
        standing = cell_standing(group, cell)
        if standing == "missing" or cell.target is None or cell.plan is None:
            if floor != -1:
                cells.append([commune_at[cell.commune.key], -1, -1, 0, 0, floor, "no_target"])
            continue
        row: list[Any] = [commune_at[cell.commune.key], STANDINGS.index(standing), target_at[(cell.plan.plan_id, cell.target.id)],
                          cell.to_median or 0, int(cell.outlier)]
        if floor != -1 or cell.note:
            row += [floor, cell.against or "", clean(cell.note)]
        cells.append(row)
    numbers: Sequence[float | None] = (group.low, group.middle, group.high, group.spread)
    return {"i": indicator, "y": group.year, "n": list(numbers), "t": ["" if v is None else number_text(v) for v in numbers],
            "c": ("comparable", "caveat", "not_comparable").index(group.comparability), "w": [clean(w) for w in group.caveats],
            "cells": cells, "h": group.with_target, **({"f": listed} if listed else {})}
