"""Outputs: written whole or not at all, the same bytes every time, no cell that a spreadsheet would run, a true dictionary."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import OutputError
from normalizers.indicator_text import key
from pipeline import files, schema
from pipeline.csv_io import cell_text, csv_bytes, safe_text, split_marker
from pipeline.outputs import write_outputs
from pipeline.records import Finding, PlanRecord, Target, Task
from tests.plans import five_plans, ledger, plan

NAMES = {"dataset.jsonl", "plans.csv", "targets.csv", "tasks.csv", "assignments.csv", "citations.csv", "ledger.csv", "findings.csv",
         "divergence.csv", "divergence_long.csv", "divergence_matrix.csv", "datapackage.json", "run.json",
         "series.csv", "coverage.csv", "coverage_matrix.csv", "links.csv", "links_matrix.csv"}
DESK = {"doichieu.xlsx", "baocao.html", "baocao.docx", "lich.ics"}
FOLDERS = {"thu", "lich", "parquet"}
INFO: dict[str, Any] = {"product": "doichieu", "inputs": []}


def hostile() -> PlanRecord:
    evil = ("=HYPERLINK(\"http://x\")", "+1+2", "-2+3", "@SUM(A1)", "\t=1", "  =1+1", "\r=1", "- Có ≥ 90%", "－1", "a\x00b\nc;d,\"e\"")
    return plan("=An", *[Target(id=f"T{n}", indicator=e, comparator=">=", value=-5.0, unit="%", horizon="2030", raw=e, lead=(e,)) for n, e in enumerate(evil)],
                source="-xấu.txt", tasks=(Task(id="K1", text="- = làm", raw="+ @x"),), ledger=ledger(*evil),
                findings=(Finding(kind="x", severity="info", source="-xấu.txt", message="=1", quotes=evil),))


def read(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=delimiter))


def digest(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def test_all_files_are_there_and_what_opens_first_comes_first(tmp_path: Path) -> None:
    paths = write_outputs(five_plans(), tmp_path / "ra", INFO)
    assert {p.name for p in (tmp_path / "ra").iterdir()} == NAMES | DESK | FOLDERS
    assert set(paths) == {p for p in (tmp_path / "ra").rglob("*") if p.is_file()}
    assert [p.name for p in paths[:4]] == ["doichieu.xlsx", "baocao.html", "baocao.docx", "divergence.csv"]
    assert {p.stem for p in (tmp_path / "ra" / "parquet").iterdir()} == {p.stem for p in paths if p.suffix == ".csv"}


def test_files_of_communes_no_longer_there_go_and_own_files_stay(tmp_path: Path) -> None:
    write_outputs([plan("An", {"indicator": "phủ sóng 5G", "value": 5}), plan("Bình", {"indicator": "phủ sóng 5G", "value": 9})], tmp_path, INFO)
    (tmp_path / "thu" / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    assert (tmp_path / "thu" / "binh.docx").exists()
    write_outputs([plan("An", {"indicator": "phủ sóng 5G", "value": 5})], tmp_path, INFO)
    assert {p.name for p in (tmp_path / "thu").iterdir()} == {"an.docx", "ghi-chu.txt"}


def test_runs_are_identical_whatever_the_order(tmp_path: Path) -> None:
    plans = [*five_plans(), hostile()]
    write_outputs(plans, tmp_path / "a", INFO)
    write_outputs(plans[::-1], tmp_path / "b", INFO)
    write_outputs(plans, tmp_path / "b", INFO)
    assert digest(tmp_path / "a") == digest(tmp_path / "b")


@pytest.mark.parametrize("excel_vi", [False, True])
def test_no_cell_runs_as_a_formula(tmp_path: Path, excel_vi: bool) -> None:
    for path in write_outputs([hostile(), *five_plans()], tmp_path, INFO, excel_vi=excel_vi):
        if path.suffix != ".csv":
            continue
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
        for line in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";" if excel_vi else ","):
            for cell in line:
                if not re.fullmatch(r"-?\d+([.,]\d+)?(e[+-]\d+)?", cell):
                    assert not re.match(r"[\t\r\n]|\s*[=+\-@＝＋－＠]", cell), (path.name, cell)


def test_jsonl_stays_raw_and_loads_as_records(tmp_path: Path) -> None:
    write_outputs([hostile()], tmp_path, INFO)
    [line] = (tmp_path / "dataset.jsonl").read_text("utf-8").splitlines()
    back = PlanRecord.model_validate_json(line)
    assert [t.raw for t in back.targets] == [t.raw for t in hostile().targets]
    assert back.ledger == () and "ledger" not in json.loads(line)
    assert all(t.indicator_id for t in back.targets)


def test_markers_have_their_own_column(tmp_path: Path) -> None:
    write_outputs([plan("An", ledger=ledger("- Có ≥ 90% hộ", "+ Phòng X", "-5 độ", "Bình thường", "• chấm"))], tmp_path, INFO)
    got = [(r["marker"], r["text"]) for r in read(tmp_path / "ledger.csv")]
    assert got == [("'-", "Có ≥ 90% hộ"), ("'+", "Phòng X"), ("", "'-5 độ"), ("", "Bình thường"), ("•", "chấm")]


def test_excel_vi_writes_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    plans = [plan("An", {"indicator": "phủ sóng 5G", "value": 82.5})]
    write_outputs(plans, tmp_path, INFO, excel_vi=True)
    assert read(tmp_path / "targets.csv", ";")[0]["value"] == "82,5"
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    targets = next(r for r in package["resources"] if r["name"] == "targets")
    assert targets["dialect"]["delimiter"] == ";"
    assert next(f for f in targets["schema"]["fields"] if f["name"] == "value")["decimalChar"] == ","
    write_outputs(plans, tmp_path, INFO)
    assert read(tmp_path / "targets.csv")[0]["value"] == "82.5"


CAST = {"integer": int, "number": float, "string": str, "boolean": {"true": True, "false": False}.__getitem__}


def test_the_dictionary_is_true(tmp_path: Path) -> None:
    write_outputs([*five_plans(), hostile()], tmp_path, INFO)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    tables = [r for r in package["resources"] if r["path"].endswith(".csv")]
    assert {r["path"] for r in package["resources"]} == NAMES - {"datapackage.json"}
    for resource in package["resources"]:
        data = (tmp_path / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), "sha256:" + hashlib.sha256(data).hexdigest())
    for resource in tables:
        fields = resource["schema"]["fields"]
        header = next(csv.reader(io.StringIO((tmp_path / resource["path"]).read_bytes().decode("utf-8-sig"), newline="")))
        assert [safe_text(f["name"]) for f in fields] == header
        assert all(f["title"] and f["description"] for f in fields)
        for line in read(tmp_path / resource["path"]):
            for field in fields:
                text = line[safe_text(field["name"])]
                if text:
                    CAST[field["type"]](text)
                    assert text in field.get("constraints", {}).get("enum", [text]), (resource["name"], field["name"], text)


def test_quarantined_files_are_in_findings_and_run(tmp_path: Path) -> None:
    found = Finding(kind="quarantined", severity="error", source="hỏng.pdf", message="Không đọc được")
    write_outputs(five_plans(), tmp_path, {**INFO, "quarantined": [{"source": "hỏng.pdf"}], "findings": [found.model_dump()]})
    assert [r["source"] for r in read(tmp_path / "findings.csv") if r["kind"] == "quarantined"] == ["hỏng.pdf"]
    run = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert run["quarantined"] == [{"source": "hỏng.pdf"}] and "findings" not in run
    assert run["counts"]["groups_with_two_or_more_communes"] == 16 and run["counts"]["plans"] == 5


def test_a_plan_that_is_not_compared_is_told(tmp_path: Path) -> None:
    write_outputs([*five_plans(), plan(None, {"indicator": "phủ sóng 5G", "value": 99})], tmp_path, INFO)
    assert [r["source"] for r in read(tmp_path / "findings.csv") if r["kind"] == "not_compared"] == ["tinh.txt"]
    assert json.loads((tmp_path / "run.json").read_text("utf-8"))["plans_not_compared"] == ["tinh.txt"]


def test_confirmed_matches_change_dataset_and_comparison(tmp_path: Path) -> None:
    plans = [plan("An", {"indicator": "xóm thông minh", "value": 5})]
    write_outputs(plans, tmp_path, INFO, confirmed={key("xóm thông minh"): "ty-le-phu-song-5g"})
    assert [r["indicator_id"] for r in read(tmp_path / "divergence.csv")] == ["ty-le-phu-song-5g"]
    assert read(tmp_path / "targets.csv")[0]["indicator_id"] == "ty-le-phu-song-5g"


def test_assignments_name_every_unit_and_role(tmp_path: Path) -> None:
    write_outputs(five_plans(), tmp_path, INFO)
    got = read(tmp_path / "assignments.csv")
    want = sum(len(r.lead) + len(r.support) for p in five_plans() for r in (*p.targets, *p.tasks))
    assert len(got) == want and {r["role"] for r in got} == {"lead", "support"}


def test_no_plans_give_empty_tables(tmp_path: Path) -> None:
    write_outputs([], tmp_path, INFO)
    assert read(tmp_path / "divergence.csv") == []
    assert (tmp_path / "dataset.jsonl").read_bytes() == b""


@pytest.mark.parametrize("broken", ["write", "rename"])
def test_a_failure_leaves_the_run_before_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    write_outputs(five_plans()[:2], tmp_path, INFO)
    before = digest(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "x")

    if broken == "write":
        monkeypatch.setattr(files, "_sync", full)
    else:
        real, calls = os.replace, []

        def replace(a: Any, b: Any) -> None:
            calls.append(a)
            if len(calls) == 9:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(b))
            real(a, b)

        monkeypatch.setattr(files.os, "replace", replace)
    with pytest.raises(OutputError, match="còn nguyên"):
        write_outputs(five_plans(), tmp_path, INFO)
    monkeypatch.undo()
    assert digest(tmp_path) == before


def test_a_run_killed_between_renames_is_put_right_by_the_next(tmp_path: Path) -> None:
    write_outputs(five_plans()[:2], tmp_path, INFO)
    before = (tmp_path / "plans.csv").read_bytes()
    (tmp_path / ".truoc-do").mkdir()
    os.replace(tmp_path / "plans.csv", tmp_path / ".truoc-do" / "plans.csv")
    files._recover(tmp_path, tmp_path / ".truoc-do")
    assert (tmp_path / "plans.csv").read_bytes() == before
    write_outputs(five_plans(), tmp_path, INFO)
    assert {p.name for p in tmp_path.iterdir()} == NAMES | DESK | FOLDERS


def test_a_file_in_the_place_of_the_folder_is_an_error_that_helps(tmp_path: Path) -> None:
    blocked = tmp_path / "ra"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="--out"):
        write_outputs(five_plans(), blocked, INFO)
    assert blocked.read_text("utf-8") == "x"


def test_schemas_in_docs_are_current() -> None:
    for name in schema.MODELS:
        path = schema.FOLDER / f"{name}.schema.json"
        assert path.read_text("utf-8") == schema.schema_text(name), f"run python -m pipeline.schema: {path.name} is old"


@given(st.text())
def test_safe_text_is_harmless_and_stable(text: str) -> None:
    safe = safe_text(text)
    assert not re.match(r"[\t\r\n]|\s*[=+\-@＝＋－＠]", safe)
    assert safe_text(safe) == safe


@given(st.text())
def test_markers_are_split_without_loss(text: str) -> None:
    marker, rest = split_marker(text)
    assert re.sub(r"\s", "", marker + rest) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(("value", "text"), [(None, ""), (True, "true"), (3, "3"), (3.0, "3"), (0.1, "0.1"), (-2.5, "-2.5"), (3500000.0, "3500000"), ("=1", "'=1")])
def test_cell_text(value: Any, text: str) -> None:
    assert cell_text(value) == text


def test_broken_characters_are_written_not_raised() -> None:
    assert b"?" in csv_bytes(["a"], [["x\ud800y"]])
