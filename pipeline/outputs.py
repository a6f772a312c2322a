"""Everything a run leaves behind, written whole or not at all: dataset, tables, their dictionary, and what was run."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors.errors import OutputError
from normalizers.places import data_version
from pipeline.audit import with_findings
from pipeline.baseline import Floors
from pipeline.comparison import Comparison, compare
from pipeline.csv_io import csv_bytes, safe_text
from pipeline.desk import FOLDERS, OPEN_FIRST, desk_files
from pipeline.indicators import with_indicators
from pipeline.records import SCHEMA_VERSION, Finding, PlanRecord
from pipeline.tables import Table, tables

_WORK = ".dang-ghi"      # new files are completed here, inside the output folder (same file system, one rename each)
_BEFORE = ".truoc-do"    # the files they replace wait here until all renames are done
_DONE = ".da-xong"
_ESCAPE_NOTE = (
    "Trong các tệp CSV, ô chữ bắt đầu bằng = + - @ (kể cả sau khoảng trắng), tab hoặc xuống dòng có thêm một dấu nháy đơn (') ở đầu "
    "để bảng tính không chạy như công thức (dấu so sánh “=” vì thế được ghi là “'=”); dấu đầu dòng nằm ở cột marker. Muốn có nguyên văn, hãy đọc dataset.jsonl.")


def write_outputs(plans: Sequence[PlanRecord], out_dir: Path, run_info: dict[str, Any], excel_vi: bool = False,
                  confirmed: Mapping[str, str | None] | None = None, baseline: Floors | None = None) -> list[Path]:
    """Write all outputs of a run to `out_dir` and return their paths, what to open first in front.

    `run_info` goes into run.json (its key `findings`, a list of finding dicts about files that gave no plan, into
    findings.csv). `confirmed`: indicator matches that a user settled (`pipeline.indicators.read_confirmed`). `baseline`: floors of
    a file (`pipeline.baseline.read_baseline`). Same plans and settings give the same bytes, whatever the order of `plans`. Raises OutputError where
    something cannot be written; the files of the run before are then as they were.
    """
    ordered, indicators = with_indicators(sorted(plans, key=lambda p: (p.source, p.plan_id)), confirmed)
    comparison = compare(ordered, indicators=indicators, baseline=baseline)
    ordered = with_findings(ordered, comparison)
    extra = [Finding.model_validate(f) for f in run_info.get("findings", [])]
    extra += [Finding(kind="not_compared", severity="info", source=source, message="Không đưa vào bảng đối chiếu giữa các xã: kế hoạch không "
                      "phải của một xã, phường, đặc khu, hoặc không đọc được tên xã.") for source in comparison.apart]
    made = tables(ordered, comparison, extra)
    files: dict[str, bytes] = {f"{t.name}.csv": csv_bytes([c.name for c in t.columns], t.rows, excel_vi) for t in made}
    files["dataset.jsonl"] = dataset_bytes(ordered)
    desk = desk_files(ordered, comparison, made)
    names = sorted([*files, *desk, "run.json", "datapackage.json"])
    files["run.json"] = _json({**_run(ordered, comparison, run_info, made), "files": names})
    files["datapackage.json"] = _json(_datapackage(made, files, excel_vi))
    files |= desk
    return _write_all(out_dir, files)


def dataset_bytes(plans: Iterable[PlanRecord]) -> bytes:
    """`dataset.jsonl`: one plan a line, raw text as printed, no escaping but JSON's."""
    lines = (json.dumps(p.model_dump(mode="json"), ensure_ascii=False) + "\n" for p in plans)
    return "".join(lines).encode("utf-8", errors="replace")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode("utf-8", errors="replace")


def _run(plans: Sequence[PlanRecord], comparison: Comparison, run_info: dict[str, Any], made: Sequence[Table]) -> dict[str, Any]:
    counts = {t.name: len(t.rows) for t in made}
    shared = sum(g.year is not None and len(g.having) > 1 for g in comparison.groups)
    return {**{k: v for k, v in run_info.items() if k != "findings"}, "schema_version": SCHEMA_VERSION, "places": data_version(),
            "counts": {**counts, "communes": len(comparison.communes), "groups_with_two_or_more_communes": shared},
            "plans_not_compared": list(comparison.apart)}


def _field(column: Any, excel_vi: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "title": column.title, "description": column.description}
    if column.type == "number" and excel_vi:
        field["decimalChar"] = ","
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.enum:
        field["constraints"] = {"enum": [safe_text(value) for value in column.enum]}
    return field


def _datapackage(made: Sequence[Table], files: dict[str, bytes], excel_vi: bool) -> dict[str, Any]:
    resources: list[dict[str, Any]] = []
    for table in made:
        data = files[f"{table.name}.csv"]
        resources.append({
            "name": table.name, "path": f"{table.name}.csv", "profile": "tabular-data-resource", "title": table.title,
            "description": table.description, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "dialect": {"delimiter": ";" if excel_vi else ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": True, "header": True},
            "bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
            "schema": {"fields": [_field(c, excel_vi) for c in table.columns], "missingValues": [""]}})
    for name, title in (("dataset", "Bộ dữ liệu: mỗi dòng một kế hoạch, nguyên văn"), ("run", "Thông tin lần chạy")):
        path = "dataset.jsonl" if name == "dataset" else "run.json"
        resources.append({"name": name, "path": path, "profile": "data-resource", "title": title, "format": path.rsplit(".", 1)[1],
                          "encoding": "utf-8", "bytes": len(files[path]), "hash": "sha256:" + hashlib.sha256(files[path]).hexdigest()})
    return {"profile": "data-package", "name": "doichieu", "title": "Đối chiếu kế hoạch của các xã", "description": _ESCAPE_NOTE,
            "resources": resources}


_FIRST = (*OPEN_FIRST, "divergence.csv", "divergence_matrix.csv", "divergence_long.csv", "targets.csv", "tasks.csv")


def _write_all(out_dir: Path, files: dict[str, bytes]) -> list[Path]:
    work, before = out_dir / _WORK, out_dir / _BEFORE
    names = sorted(files, key=lambda n: (_FIRST.index(n) if n in _FIRST else len(_FIRST), n))
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        _recover(out_dir, before)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        for name in names:
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            _write_synced(work / name, files[name])
    except OSError as error:
        shutil.rmtree(work, ignore_errors=True)
        raise OutputError(_explain(out_dir, error)) from error
    try:
        _swap(out_dir, work, before, names, _outdated(out_dir, files))
    except OSError as error:
        raise OutputError(_explain(out_dir, error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return [out_dir / name for name in names]


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _outdated(out_dir: Path, files: dict[str, bytes]) -> list[str]:
    """Files of the run before, in the folders of a run, that this run does not make. A user's own files are none of them:
    run.json lists what a run wrote."""
    try:
        listed = json.loads((out_dir / "run.json").read_text("utf-8"))["files"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return []
    return [name for name in listed if isinstance(name, str) and name not in files and Path(name).parts[:1] in {(f,) for f in FOLDERS}
            and ".." not in Path(name).parts and (out_dir / name).is_file()]


def _swap(out_dir: Path, work: Path, before: Path, names: Sequence[str], outdated: Sequence[str]) -> None:
    """Move every finished file into place, outdated ones away; on failure put back what was there."""
    before.mkdir()
    moved: list[str] = []
    try:
        for name in (*names, *outdated):
            if (out_dir / name).exists():
                (before / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(out_dir / name, before / name)
            moved.append(name)
            if (work / name).exists():
                (out_dir / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(work / name, out_dir / name)
    except OSError:
        for name in moved:
            if (before / name).exists():
                os.replace(before / name, out_dir / name)
            else:
                (out_dir / name).unlink(missing_ok=True)
        shutil.rmtree(before)
        _drop_empty(out_dir)
        raise
    _drop_empty(out_dir)
    for folder in (out_dir, *(out_dir / f for f in FOLDERS)):
        if folder.is_dir():
            _sync_folder(folder)
    done = out_dir / _DONE
    shutil.rmtree(done, ignore_errors=True)
    os.replace(before, done)  # from here on the new files are the result, even if the run is killed now
    shutil.rmtree(done, ignore_errors=True)


def _drop_empty(out_dir: Path) -> None:
    for name in FOLDERS:
        if (out_dir / name).is_dir() and not any((out_dir / name).iterdir()):
            (out_dir / name).rmdir()


def _recover(out_dir: Path, before: Path) -> None:
    """A run killed in the middle of its renames left the older files behind: they go back first."""
    if before.is_dir():
        for path in sorted(p for p in before.rglob("*") if p.is_file()):
            place = out_dir / path.relative_to(before)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, place)
        shutil.rmtree(before)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows cannot open a folder for syncing; the renames are journalled there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _explain(out_dir: Path, error: OSError) -> str:
    where = Path(error.filename).name if error.filename else out_dir.name
    advice = "kiểm tra quyền ghi của thư mục, hoặc chọn thư mục khác bằng --out"
    if error.errno == errno.ENOSPC:
        advice = "đĩa đã đầy: giải phóng dung lượng rồi chạy lại"
    elif isinstance(error, NotADirectoryError | FileExistsError):
        advice = "đường dẫn kết quả là một tệp: chọn thư mục khác bằng --out"
    elif isinstance(error, PermissionError):
        advice = "đóng tệp nếu đang mở trong Excel, kiểm tra quyền ghi của thư mục, hoặc chọn thư mục khác bằng --out"
    return f"{out_dir}: không ghi được “{where}” ({error.strerror or error}); kết quả của lần chạy trước còn nguyên. Cách xử lý: {advice}."
