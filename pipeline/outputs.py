"""Everything a run leaves behind, written whole or not at all: dataset, tables, their dictionary, and what was run.

Plans pass by one at a time, twice: first for what each says by itself, then, with the comparison made, for the files.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from normalizers.places import data_version
from pipeline import links
from pipeline.audit import Between, audit_plan, merged
from pipeline.baseline import Floors
from pipeline.collecting import rarely
from pipeline.comparison import Comparison, compare
from pipeline.csv_io import safe_text
from pipeline.desk import FOLDERS, OPEN_FIRST, Desk
from pipeline.files import Files
from pipeline.heap import Heap
from pipeline.prepared import Prepared, finding_of, finding_row, light
from pipeline.records import SCHEMA_VERSION, Finding, Model, PlanRecord
from pipeline.spool import Spool
from pipeline.tables import Linked, Table, tables
from pipeline.versions import Contents

_FIRST = (*OPEN_FIRST, "divergence.csv", "divergence_matrix.csv", "divergence_long.csv", "targets.csv", "tasks.csv")
_ESCAPE_NOTE = (
    "Trong các tệp CSV, ô chữ bắt đầu bằng = + - @ (kể cả sau khoảng trắng), tab hoặc xuống dòng có thêm một dấu nháy đơn (') ở đầu "
    "để bảng tính không chạy như công thức (dấu so sánh “=” vì thế được ghi là “'=”); dấu đầu dòng nằm ở cột marker. Muốn có nguyên văn, hãy đọc dataset.jsonl.")


def write_outputs(plans: Sequence[PlanRecord], out_dir: Path, run_info: dict[str, Any], excel_vi: bool = False,
                  confirmed: Mapping[str, str | None] | None = None, baseline: Floors | None = None) -> list[Path]:
    """Write all outputs of a run to `out_dir` and return their paths, what to open first in front.

    `plans` may read each plan from a store when it is asked for (`pipeline.work_ledger.StoredPlans`): what is kept of a plan
    is its head and its targets. `run_info` goes into run.json (its key `findings`, a list of finding dicts about files that
    gave no plan, into findings.csv). `confirmed`: indicator matches that a user settled (`pipeline.indicators.read_confirmed`).
    `baseline`: floors of a file (`pipeline.baseline.read_baseline`). Same plans and settings give the same bytes, whatever the
    order of `plans`. Raises OutputError where something cannot be written; the files of the run before are then as they were.
    """
    with rarely(), Files(out_dir, _FIRST, FOLDERS) as files:
        ready = Prepared(plans, confirmed, files.work)
        comparison, linked, found = _survey(ready, baseline, files.work)
        ready.with_findings(found)
        extra = [Finding.model_validate(f) for f in run_info.get("findings", [])]
        extra += [Finding(kind="not_compared", severity="info", source=source, message="Không đưa vào bảng đối chiếu giữa các xã: kế hoạch không "
                          "phải của một xã, phường, đặc khu, hoặc không đọc được tên xã.") for source in comparison.apart]
        desk = Desk(comparison, files.work)
        with files.open("dataset.jsonl") as dataset:
            def written(plan: PlanRecord) -> None:
                dataset.write(dataset_line(plan))

            made = tables(ready, comparison, extra, linked=linked, folder=files.work, each=(written, desk.add))
        desk.write(files, ready, made, excel_vi)
        files.put("run.json", _json({**_run(comparison, run_info, made), "files": sorted([*files.names, "run.json", "datapackage.json"])}))
        files.put("datapackage.json", _json(_datapackage(made, files, excel_vi)))
    return files.paths


def _survey(plans: Prepared, baseline: Floors | None, folder: Path) -> tuple[Comparison, Linked, Spool[tuple[tuple[object, ...], ...]]]:
    """What each plan says by itself, and then the comparison and the findings of all: one row of findings for each plan."""
    linked, between, heap, contents = Linked(folder), Between(folder), Heap(folder), Contents()
    own: Spool[tuple[tuple[tuple[object, ...], ...], ...]] = Spool(folder=folder)
    heads: list[PlanRecord] = []
    for plan in plans:
        head = light(plan, heap)
        heads.append(head)
        carried = links.link_plan(plan)
        linked.add(carried)
        between.add(plan)
        contents.add(plan)
        own.add((tuple(map(finding_row, plan.findings)), tuple(finding_row(f) for f in chain(audit_plan(plan), links.findings([carried])))))
    comparison = compare(heads, indicators=plans.indicators, baseline=baseline, full=plans.of, folder=folder, joined=plans.joined, contents=contents.of)
    heads.clear()
    others: dict[str, list[Finding]] = defaultdict(list)
    for f in between.findings(plans, comparison):
        others[f.source].append(f)
    found: Spool[tuple[tuple[object, ...], ...]] = Spool(folder=folder)
    for source, (read, told) in zip(plans.sources, own, strict=True):
        found.add(tuple(map(finding_row, merged(tuple(map(finding_of, read)), map(finding_of, told), others.pop(source, ())))))
    return comparison, linked, found


def _fields(value: object) -> object:
    if isinstance(value, Model):
        return value.__dict__
    raise TypeError(f"not a record: {type(value)}")


_PLAIN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_fields)  # what `model_dump` makes, without a copy of it


def dataset_bytes(plans: Iterable[PlanRecord]) -> bytes:
    """`dataset.jsonl`: one plan a line, raw text as printed, no escaping but JSON's."""
    return b"".join(map(dataset_line, plans))


def dataset_line(plan: PlanRecord) -> bytes:
    """One line of `dataset.jsonl`."""
    try:
        return (_PLAIN.encode({name: value for name, value in plan.__dict__.items() if name != "ledger"}) + "\n").encode("utf-8", errors="replace")
    except (TypeError, ValueError):  # a correction's value that JSON does not know, a number that is none
        pass
    return (json.dumps(plan.model_dump(mode="json"), ensure_ascii=False) + "\n").encode("utf-8", errors="replace")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode("utf-8", errors="replace")


def _run(comparison: Comparison, run_info: dict[str, Any], made: Sequence[Table]) -> dict[str, Any]:
    counts = {t.name: len(t.rows) for t in made}
    shared = sum(g.year is not None and g.with_target > 1 for g in comparison.groups)
    return {**{k: v for k, v in run_info.items() if k != "findings"}, "schema_version": SCHEMA_VERSION, "places": data_version(),
            "counts": {**counts, "communes": len(comparison.communes), "groups_with_two_or_more_communes": shared,
                       "lines_unexplained": _sum(made, "plans", "lines_unexplained")},
            "plans_not_compared": list(comparison.apart)}


def _sum(made: Sequence[Table], name: str, column: str) -> int:
    table = next(t for t in made if t.name == name)
    at = next(n for n, c in enumerate(table.columns) if c.name == column)
    return sum(int(row[at] or 0) for row in table.rows)


def _field(column: Any, excel_vi: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "title": column.title, "description": column.description}
    if column.type == "number" and excel_vi:
        field["decimalChar"] = ","
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.enum:
        field["constraints"] = {"enum": [safe_text(value) for value in column.enum]}
    return field


def _datapackage(made: Sequence[Table], files: Files, excel_vi: bool) -> dict[str, Any]:
    resources: list[dict[str, Any]] = []
    for table in made:
        resources.append({
            "name": table.name, "path": f"{table.name}.csv", "profile": "tabular-data-resource", "title": table.title,
            "description": table.description, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "dialect": {"delimiter": ";" if excel_vi else ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": True, "header": True},
            **files.told(f"{table.name}.csv"),
            "schema": {"fields": [_field(c, excel_vi) for c in table.columns], "missingValues": [""]}})
    for name, title in (("dataset", "Bộ dữ liệu: mỗi dòng một kế hoạch, nguyên văn"), ("run", "Thông tin lần chạy")):
        path = "dataset.jsonl" if name == "dataset" else "run.json"
        resources.append({"name": name, "path": path, "profile": "data-resource", "title": title, "format": path.rsplit(".", 1)[1],
                          "encoding": "utf-8", **files.told(path)})
    return {"profile": "data-package", "name": "doichieu", "title": "Đối chiếu kế hoạch của các xã", "description": _ESCAPE_NOTE,
            "resources": resources}
