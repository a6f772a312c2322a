"""Everything a run leaves behind, written whole or not at all: dataset, tables, their dictionary, and what was run.

Plans pass by one at a time, twice: first for what each says by itself, then, with the comparison made, for the files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from normalizers.places import data_version
from pipeline.baseline import Floors
from pipeline.beside import Beside
from pipeline.collecting import rarely
from pipeline.comparison import Comparison
from pipeline.csv_io import safe_text
from pipeline.dataset import dataset_bytes as dataset_bytes
from pipeline.dataset import dataset_line as dataset_line
from pipeline.desk import FOLDERS, OPEN_FIRST, Desk
from pipeline.files import Files
from pipeline.prepared import Prepared
from pipeline.records import SCHEMA_VERSION, Finding, PlanRecord
from pipeline.result_parts import children, surveyed, written_beside
from pipeline.survey import Survey
from pipeline.tables import Table, tables

_FIRST = (*OPEN_FIRST, "divergence.csv", "divergence_matrix.csv", "divergence_long.csv", "targets.csv", "tasks.csv")
_ESCAPE_NOTE = (
    "Trong các tệp CSV, ô chữ bắt đầu bằng = + - @ (kể cả sau khoảng trắng), tab hoặc xuống dòng có thêm một dấu nháy đơn (') ở đầu "
    "để bảng tính không chạy như công thức (dấu so sánh “=” vì thế được ghi là “'=”); dấu đầu dòng nằm ở cột marker. Muốn có nguyên văn, hãy đọc dataset.jsonl.")


def write_outputs(plans: Sequence[PlanRecord], out_dir: Path, run_info: dict[str, Any], excel_vi: bool = False,
                  confirmed: Mapping[str, str | None] | None = None, baseline: Floors | None = None,
                  workers: int = 1) -> list[Path]:
    """Write all outputs of a run to `out_dir` and return their paths, what to open first in front.

    `plans` may read each plan from a store when it is asked for (`pipeline.work_ledger.StoredPlans`): what is kept of a plan
    is its head and its targets. `run_info` goes into run.json (its key `findings`, a list of finding dicts about files that
    gave no plan, into findings.csv). `confirmed`: indicator matches that a user settled (`pipeline.indicators.read_confirmed`).
    `baseline`: floors of a file (`pipeline.baseline.read_baseline`). `workers`: how many processes work on it, this one among
    them, where there are plans enough to be worth it. Same plans and settings give the same bytes, whatever the
    order of `plans` and however many workers. Raises OutputError where something cannot be written; the files of the run before are then as they were.
    """
    helpers = 0 if isinstance(plans, list | tuple) else children(workers, len(plans))
    with rarely(), Files(out_dir, _FIRST, FOLDERS) as files, Beside(helpers) as beside:
        ready = Prepared(plans, confirmed, files.work, shared=helpers > 0)
        with closing(ready):
            if not ready.sharable:
                beside.alone()
            _written(ready, files, beside, run_info, excel_vi, baseline)
    return files.paths


def _written(ready: Prepared, files: Files, beside: Beside, run_info: dict[str, Any], excel_vi: bool, baseline: Floors | None) -> None:
    survey = Survey(files.work, bool(beside))
    for row in surveyed(ready, beside, files.work):
        survey.take(row)
    comparison = survey.end(ready, baseline)
    extra = [Finding.model_validate(f) for f in run_info.get("findings", [])]
    extra += [Finding(kind="not_compared", severity="info", source=source, message="Không đưa vào bảng đối chiếu giữa các xã: kế hoạch không "
                      "phải của một xã, phường, đặc khu, hoặc không đọc được tên xã.") for source in comparison.apart]
    apart = written_beside(ready, beside, files, excel_vi)
    desk = Desk(comparison, files.work)
    with ExitStack() as stack:
        each: list[Callable[[PlanRecord], object]] = [desk.add]
        if not apart:
            dataset = stack.enter_context(files.open("dataset.jsonl"))
            each.append(lambda plan: dataset.write(dataset_line(plan)))
        made = tables(ready, comparison, extra, linked=survey.linked, folder=files.work, each=each, apart=apart, shared=bool(beside))
    desk.write(files, ready, made, excel_vi, beside)
    beside.finish()
    files.put("run.json", _json({**_run(comparison, run_info, made), "files": sorted([*files.names, "run.json", "datapackage.json"])}))
    files.put("datapackage.json", _json(_datapackage(made, files, excel_vi)))


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
