"""Corrections: the log, fingerprints that survive new names and new code, every operation, and the user's vocabulary."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import UsageError
from normalizers.deadlines import parse_deadline
from normalizers.indicators import catalogue
from pipeline.assemble import assemble
from pipeline.correction_anchor import PlanIndex, entries_of, find_entry, plan_anchor
from pipeline.correction_apply import apply, review_findings
from pipeline.correction_fields import get_field
from pipeline.corrections import (
    Correction,
    PlanAnchor,
    RecordAnchor,
    active,
    append,
    conflicts,
    make,
    merge,
    read_log,
)
from pipeline.records import PlanRecord, Record
from pipeline.run import run
from pipeline.user_vocabulary import confirmed_indicators, read_vocabulary, unit_aliases, update_vocabulary
from tests.support import HEADER, make_document

TEXT = (
    *HEADER, "I. MỤC TIÊU CỤ THỂ", "- Tối thiểu 90% hồ sơ thủ tục hành chính được giải quyết trực tuyến.", "- 65% người dân có VNeID và 40% người dân có chữ ký số.",
    "II. NHIỆM VỤ",
    [["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
     ["1", "Rà soát hạ tầng mạng của các thôn", "Phòng Kinh tế", "Văn phòng HĐND và UBND", "Quý I/2026"],
     ["2", "Tập huấn kỹ năng số cho cán bộ", "Tổ Chuyển đổi số Làng Mới", "", "Quý II/2026"],
     ["3", "Tổng kết phong trào bình dân học vụ số", "Phòng Văn hóa - Xã hội", "", "Tháng 12/2026"]])


def a_plan(*extra: str, source: str = "ke-hoach.docx") -> PlanRecord:
    plan = assemble(make_document(*TEXT, *extra, source=source))
    return plan.model_copy(update={"sha256": "a" * 64})


def anchor(plan: PlanRecord, record: Record) -> RecordAnchor:
    return next(e.anchor for e in entries_of(plan) if e.record.id == record.id)


def deadline(phrase: str) -> dict[str, Any]:
    d = parse_deadline(phrase, "2026-03-05")
    return {"raw": d.raw, "kind": d.kind, "edtf": d.edtf, "due": d.due, "rrule": list(d.rrule), "condition": d.condition}


def edit(plan: PlanRecord, record: Record, name: str, after: Any, who: str = "Lan", op: Any = "edit") -> Correction:
    return make(op, who, plan=plan_anchor(plan), record=anchor(plan, record), field=name, before=get_field(record, name), after=after)


def test_a_field_is_corrected_and_the_automatic_value_stays_beside_it() -> None:
    plan = a_plan()
    task = plan.tasks[1]
    done = apply([plan], [edit(plan, task, "deadline", deadline("Quý III/2026"))])
    new = done.plans[0].tasks[1]
    assert (new.deadline and new.deadline.due) == "2026-09-30"
    assert new.auto_value["deadline"]["due"] == "2026-06-30"
    assert new.reviewed_by == "Lan" and new.field_confidence["deadline"] == 1.0
    assert done.plans[0].tasks[0] == plan.tasks[0] and not done.orphans
    assert PlanRecord.model_validate_json(json.dumps(done.plans[0].model_dump(mode="json"))).tasks[1] == new


def test_an_accepted_value_holds_against_a_later_reading() -> None:
    plan = a_plan()
    task = plan.tasks[0]
    accepted = edit(plan, task, "deadline", get_field(task, "deadline"), op="accept")
    worse = plan.model_copy(update={"tasks": (task.model_copy(update={"deadline": None}), *plan.tasks[1:])})
    assert apply([worse], [accepted]).plans[0].tasks[0].deadline == task.deadline


def reread(plan: PlanRecord, **how: Any) -> PlanRecord:
    return plan.model_copy(update=how)


@pytest.mark.parametrize("change", [
    lambda p: p.model_copy(update={"source": "ten-moi.docx", "plan_id": "ten-moi"}),
    lambda p: p.model_copy(update={"source": "ban-luu.pdf", "sha256": "b" * 64}),
    lambda p: p.model_copy(update={"tasks": tuple(t.model_copy(update={"id": f"K9{n}"}) for n, t in enumerate(p.tasks))}),
    lambda p: p.model_copy(update={"sha256": "b" * 64, "ledger": tuple(replace(r, text=r.text.replace("NHIỆM VỤ", "CÁC NHIỆM VỤ")) for r in p.ledger)}),
    lambda p: p.model_copy(update={"tasks": tuple(t.model_copy(update={"raw": t.raw.replace("Quý", "quý  ")}) for t in p.tasks)}),
    lambda p: p.model_copy(update={"tasks": tuple(t.model_copy(update={"raw": t.raw + " năm"}) for t in p.tasks)}),
    lambda p: p.model_copy(update={"ledger": tuple(replace(r, number=r.number + 7) for r in p.ledger)}),
], ids=["renamed", "other format", "other numbers", "other bytes and a line", "other spacing", "wording read longer", "other lines"])
def test_a_correction_finds_its_record_again(change: Any) -> None:
    plan = a_plan()
    correction = edit(plan, plan.tasks[1], "deadline", deadline("Quý III/2026"))
    done = apply([change(plan)], [correction])
    assert not done.orphans
    assert [t.deadline.due for t in done.plans[0].tasks if t.deadline] == ["2026-03-31", "2026-09-30", "2026-12-31"]


def test_an_inserted_row_shifts_nothing_but_a_removed_one_leaves_an_orphan() -> None:
    plan = a_plan()
    correction = edit(plan, plan.tasks[2], "deadline", deadline("Quý III/2026"))
    shorter = a_plan().model_copy(update={"tasks": plan.tasks[1:2]})
    assert [o.reason for o in apply([shorter], [correction]).orphans] == ["không còn thấy bản ghi này trong kế hoạch"]
    other = make("edit", "Lan", plan=PlanAnchor(sha256="0", text="0", identity="x", source="cu.docx"), record=correction.record, field="deadline", after=None)
    done = apply([plan], [other])
    assert [f.kind for f in review_findings(done)] == ["correction-orphan"] and done.plans == (plan,)


def test_a_correction_never_moves_to_a_twin() -> None:
    """Two rows of one wording, of which a later version misreads one: which of them was meant is not guessed."""
    rows = [["TT", "Nội dung", "Chủ trì", "Thời gian"], ["1", "Báo cáo kết quả", "Phòng Kinh tế", "Quý I/2026"], ["2", "Báo cáo kết quả", "Phòng Kinh tế", "Quý I/2026"]]
    plan = assemble(make_document(*HEADER, "II. NHIỆM VỤ", rows)).model_copy(update={"sha256": "a"})
    if len({e.anchor.key for e in entries_of(plan)}) != len(entries_of(plan)):
        raise AssertionError("twins share a key")
    correction = edit(plan, plan.tasks[1], "deadline", deadline("Quý IV/2026"))
    due = [t.deadline.due for t in apply([plan], [correction]).plans[0].tasks if t.deadline]
    assert due == ["2026-03-31", "2026-12-31"]


def test_two_plans_of_one_identity_are_not_confused() -> None:
    first, second = a_plan(source="1.docx"), a_plan("Nơi nhận: lưu VT.", source="2.docx").model_copy(update={"sha256": "c" * 64})
    gone = PlanAnchor(sha256="f" * 64, text="?", identity=plan_anchor(first).identity, source="x")
    assert PlanIndex([first, second]).find(gone) is None
    assert PlanIndex([first]).find(gone) == first
    assert PlanIndex([first, second]).find(plan_anchor(second)) == second


def test_split_merge_drop_and_edits_of_what_they_made() -> None:
    plan = a_plan()
    first, second, third = plan.tasks
    split = make("split", "Lan", plan=plan_anchor(plan), record=anchor(plan, first), after=[
        {"text": "Rà soát hạ tầng mạng", "deadline": deadline("Tháng 2/2026")}, {"text": "Lập danh sách thôn", "lead": []}])
    part = make("edit", "Lan", plan=plan_anchor(plan), record=RecordAnchor(kind="task", made_by=split.id, part=2), field="text", after="Lập danh sách các thôn")
    join = make("merge", "Minh", plan=plan_anchor(plan), record=anchor(plan, second), others=(anchor(plan, third),), after={"text": "Tập huấn, tổng kết"})
    done = apply([plan], [split, part, join])
    assert [(t.id, t.text) for t in done.plans[0].tasks] == [
        ("K001.1", "Rà soát hạ tầng mạng"), ("K001.2", "Lập danh sách các thôn"), ("K002", "Tập huấn, tổng kết")]
    assert done.plans[0].tasks[0].auto_value["record"]["text"] == first.text
    assert set(done.plans[0].tasks[2].span.numbers) == {*second.span.numbers, *third.span.numbers}
    named = {name for row in done.plans[0].ledger for name in row.record.split("; ") if name.startswith("K")}
    assert named == {"K001.1", "K001.2", "K002"}
    drop = make("drop", "Lan", plan=plan_anchor(plan), record=anchor(plan, first))
    late = edit(plan, first, "text", "Khác")
    done = apply([plan], [drop, late])
    assert [t.id for t in done.plans[0].tasks] == ["K002", "K003"]
    assert [f.kind for f in done.plans[0].findings][-1] == "review-dropped"
    assert [o.reason for o in done.orphans] == ["bản ghi đã bị bỏ, tách hoặc gộp trước đó"]
    assert not any("K001" in row.record for row in done.plans[0].ledger)


def test_a_missed_record_is_added_from_lines_and_found_again() -> None:
    plan = a_plan("Giao Trạm Y tế theo dõi.", "Báo cáo trước ngày 15/11/2026.")
    rows = plan.ledger[-2:]
    added = make("add", "Lan", plan=plan_anchor(plan), record=RecordAnchor(kind="task"), lines=tuple(r.text for r in rows), numbers=tuple(r.number for r in rows),
                 after={"text": "Theo dõi, báo cáo", "deadline": deadline("trước ngày 15/11/2026")})
    renumbered = plan.model_copy(update={"ledger": tuple(replace(r, number=r.number + 3) for r in plan.ledger)})
    for each in (plan, renumbered):
        new = apply([each], [added]).plans[0]
        record = next(t for t in new.tasks if t.rule == "reviewer")
        assert record.raw == "Giao Trạm Y tế theo dõi. Báo cáo trước ngày 15/11/2026." and record.reviewed_by == "Lan"
        assert record.span.numbers == tuple(r.number for r in each.ledger[-2:])
        assert record.id in new.ledger[-1].record
    without = plan.model_copy(update={"ledger": plan.ledger[:-2]})
    assert len(apply([without], [added]).orphans) == 1


def test_undo_takes_back_and_can_be_taken_back() -> None:
    plan = a_plan()
    change = edit(plan, plan.tasks[0], "text", "Khác")
    undo = make("undo", "Lan", undoes=change.id)
    again = make("undo", "Lan", undoes=undo.id)
    assert apply([plan], [change, undo]).plans == (plan,)
    assert active([change, undo, again]) == [change]


def test_a_head_field_is_corrected() -> None:
    plan = a_plan()
    done = apply([plan], [make("edit", "Lan", plan=plan_anchor(plan), record=RecordAnchor(kind="plan"), field="province", before="Tây Ninh", after="Long An")])
    assert done.plans[0].plan.province == "Long An" and done.plans[0].auto_value == {"province": "Tây Ninh"}
    # The corrected head does not hide the plan from what was made before.
    assert plan_anchor(done.plans[0]).identity == plan_anchor(plan).identity


@pytest.mark.parametrize(("name", "value"), [("deadline", {"kind": "x"}), ("value", {"comparator": "?"}), ("lead", [1]), ("text", ""), ("nope", "x"), ("text", 5)])
def test_a_value_that_does_not_fit_is_an_orphan(name: str, value: Any) -> None:
    plan = a_plan()
    c = make("edit", "Lan", plan=plan_anchor(plan), record=anchor(plan, plan.tasks[0]), field=name, after=value)
    done = apply([plan], [c])
    assert [o.reason for o in done.orphans] == ["giá trị không hợp với bản ghi"] and done.plans[0].tasks == plan.tasks


def test_the_log_is_one_json_a_line_and_a_torn_end_harms_nothing(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    one, two = make("edit", "Lan", field="text", after="một\ndòng"), make("edit", "Lan", field="text", after="hai")
    append(path, one)
    with path.open("ab") as file:
        file.write(b'{"id": "torn", "when": "2026')
    assert read_log(path).corrections == (one,) and read_log(path).damaged == ()
    append(path, two)
    assert read_log(path).corrections == (one, two) and read_log(path).damaged == (2,)
    assert [json.loads(x)["id"] for x in path.read_text("utf-8").splitlines() if "torn" not in x] == [one.id, two.id]
    assert read_log(tmp_path / "none").corrections == ()


def test_no_acknowledged_correction_is_lost_to_a_hundred_kills(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    root = Path(__file__).parent.parent
    schedule = random.Random(7)
    promised: list[str] = []

    def writer() -> subprocess.Popen[str]:
        return subprocess.Popen([sys.executable, "-m", "tests.crash_writer", str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                env={**os.environ, "PYTHONPATH": str(root)}, cwd=root, text=True)

    ahead = [writer() for _ in range(4)]
    for n in range(100):
        now = ahead.pop(0)
        if n < 96:
            ahead.append(writer())
        assert now.stdin is not None and now.stdout is not None
        now.stdin.write("\n")
        now.stdin.flush()
        promised += [now.stdout.readline().strip() for _ in range(schedule.randint(1, 12))]
        now.kill()
        promised += now.stdout.read().split("\n")[:-1]
        now.wait()
        now.stdin.close()
        now.stdout.close()
        if n % 3 == 0:  # a kill of the machine leaves part of a line that nobody was promised
            with path.open("ab") as file:
                file.write(path.read_bytes()[-schedule.randint(20, 300):][: schedule.randint(5, 200)].replace(b"\n", b" "))
    log = read_log(path)
    assert len(promised) > 500 and all(promised) and set(promised) <= {c.id for c in log.corrections}


def test_logs_of_two_people_merge_with_their_conflicts(tmp_path: Path) -> None:
    plan = a_plan()
    task = plan.tasks[0]
    shared = edit(plan, task, "text", "Chung").model_copy(update={"when": "2026-01-01"})
    mine = edit(plan, task, "deadline", deadline("Quý II/2026")).model_copy(update={"when": "2026-01-02"})
    theirs = edit(plan, task, "deadline", deadline("Quý III/2026"), who="Minh")
    later = theirs.model_copy(update={"when": "2999-01-01T00:00:00+00:00"})
    undo = make("undo", "Lan", undoes=shared.id).model_copy(update={"when": "1999-01-01"})
    merged = merge([[shared, mine, undo], [shared, later]])
    assert [c.id for c in merged] == [shared.id, mine.id, later.id, undo.id]
    assert [(c.first.who, c.second.who) for c in conflicts(merged)] == [("Lan", "Minh")]
    done = apply([plan], merged)
    assert done.plans[0].tasks[0].deadline and done.plans[0].tasks[0].deadline.due == "2026-09-30"
    assert "correction-conflict" in {f.kind for f in review_findings(done)}
    knowing = later.model_copy(update={"before": mine.after})
    assert not conflicts([mine, knowing]) and not conflicts([mine, mine.model_copy(update={"id": "2", "who": "Minh"})])


def test_merge_command(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from pipeline.cli import app

    plan = a_plan()
    append(tmp_path / "a.jsonl", edit(plan, plan.tasks[0], "text", "Một"))
    append(tmp_path / "b.jsonl", edit(plan, plan.tasks[0], "text", "Hai", who="Minh"))
    out = subprocess.run([sys.executable, "-m", "pipeline.cli", "corrections", "merge", str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"),
                          "--out", str(tmp_path / "c.jsonl")], capture_output=True, text=True, encoding="utf-8", check=False)
    assert out.returncode == 3 and "1 chỗ khác nhau" in out.stdout and "Một" in out.stdout and "Hai" in out.stdout
    assert len(read_log(tmp_path / "c.jsonl").corrections) == 2
    assert CliRunner().invoke(app, ["corrections", "merge", str(tmp_path / "none"), "--out", str(tmp_path / "d")]).exit_code == 1


def test_the_vocabulary_learns_and_keeps_the_users_own_rows(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.csv"
    iid = sorted(catalogue())[0]
    path.write_text(f"kind;wording;id\nindicator;Chỉ tiêu của tôi;{iid}\n", encoding="utf-8")
    alias = make("unit", "Lan", wording="Tổ Chuyển đổi số Làng Mới", after="to-cong-nghe-so-cong-dong")
    unit = next(iter(unit_ids()))
    alias = alias.model_copy(update={"after": unit})
    nothing = make("indicator", "Lan", wording="Việc lạ", after=None)
    update_vocabulary(path, [alias, nothing])
    rows = read_vocabulary(path)
    assert [(r.kind, r.wording, r.id) for r in rows] == [("indicator", "Chỉ tiêu của tôi", iid), ("indicator", "Việc lạ", "-"), ("unit", "Tổ Chuyển đổi số Làng Mới", unit)]
    assert unit_aliases(rows) == {"tổ chuyển đổi số làng mới": unit} and set(confirmed_indicators(rows).values()) == {iid, None}
    update_vocabulary(path, [alias, nothing, make("undo", "Lan", undoes=alias.id), make("undo", "Lan", undoes=nothing.id)])
    assert [r.wording for r in read_vocabulary(path)] == ["Chỉ tiêu của tôi"]
    path.write_text("kind,wording,id\nunit,X,không-có\n", encoding="utf-8")
    with pytest.raises(UsageError, match="dòng 2"):
        read_vocabulary(path)


def unit_ids() -> list[str]:
    from normalizers.unit_vocab import vocabulary

    return sorted(vocabulary().entries)


def test_an_alias_names_the_unit_in_every_plan() -> None:
    plan = a_plan()
    unknown = next(u for t in plan.tasks for u in t.lead_units if not u.known)
    unit = unit_ids()[0]
    done = apply([plan], [make("unit", "Lan", wording=unknown.raw, after=unit)])
    new = next(u for t in done.plans[0].tasks for u in t.lead_units if u.raw == unknown.raw)
    assert new.known and new.unit_id == unit and new.raw == unknown.raw
    assert new.name in [n for t in done.plans[0].tasks for n in t.lead]


def test_a_run_applies_the_log_beside_the_plans_after_a_rename(tmp_path: Path) -> None:
    folder, out = tmp_path / "plans", tmp_path / "out"
    folder.mkdir()
    data = Path(__file__).parent / "data"
    source = sorted((data / "blind").rglob("*.txt"))[:1] or sorted(Path("data/raw").glob("*.txt"))[:1]
    first = folder / "một.txt"
    first.write_bytes(source[0].read_bytes())
    run([folder], out)
    from pipeline.review_step import read_last_run

    how, [plan] = read_last_run(out)
    assert how.corrections == folder.resolve() / "corrections.jsonl" and how.paths == (folder.resolve(),)
    before = (out / "dataset.jsonl").read_bytes()
    task = plan.tasks[0]
    change = edit(plan, task, "deadline", deadline("Quý II/2027"))
    append(folder / "corrections.jsonl", change)
    run([folder], out)
    [kept] = map(PlanRecord.model_validate_json, (out / "dataset.jsonl").read_text("utf-8").splitlines())
    assert kept.tasks[0].deadline and kept.tasks[0].deadline.due == "2027-06-30" and kept.tasks[0].reviewed_by == "Lan"
    assert "Lan" in (out / "tasks.csv").read_text("utf-8-sig")
    first.rename(folder / "hai.txt")
    run([folder], out)
    [kept] = map(PlanRecord.model_validate_json, (out / "dataset.jsonl").read_text("utf-8").splitlines())
    assert kept.source == "hai.txt" and kept.tasks[0].reviewed_by == "Lan"
    (folder / "hai.txt").rename(first)
    append(folder / "corrections.jsonl", make("undo", "Lan", undoes=change.id))
    run([folder], out)
    assert (out / "dataset.jsonl").read_bytes() == before


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(dict, op=st.sampled_from(["accept", "edit", "split", "merge", "add", "drop", "indicator", "unit"]),
                          field=st.sampled_from(["text", "deadline", "lead", "value", "horizon", "zzz", ""]),
                          after=st.recursive(st.none() | st.text(max_size=8) | st.integers(), lambda x: st.lists(x, max_size=3) | st.dictionaries(
                              st.sampled_from(["text", "indicator", "kind", "raw", "comparator", "value", "unit", "rrule"]), x, max_size=3), max_leaves=5),
                          which=st.integers(0, 8)), max_size=5))
def test_no_log_breaks_a_plan(steps: list[dict[str, Any]]) -> None:
    plan = PLAN
    entries = entries_of(plan)
    log = []
    for step in steps:
        entry = entries[step["which"] % len(entries)]
        log.append(make(step["op"], "x", plan=plan_anchor(plan), record=entry.anchor, field=step["field"], after=step["after"],
                        others=(entries[0].anchor,), lines=(plan.ledger[0].text,), wording="x"))
    done = apply([plan], log)
    assert len(done.plans) == 1
    twice = [*log, *(c.model_copy(update={"id": c.id + "2", "who": "y", "after": {"comparator": "?", "value": "x", "unit": 1}}) for c in log)]
    assert all(f.message for f in review_findings(apply([plan], twice)))
    PlanRecord.model_validate_json(json.dumps(done.plans[0].model_dump(mode="json")))
    for entry in entries:
        assert find_entry(entries_of(plan), entry.anchor) is not None


PLAN = a_plan()


class _Store(Sequence[PlanRecord]):
    """Plans that are made anew each time they are asked for, as the ledger of work gives them."""

    def __init__(self, plans: Sequence[PlanRecord]) -> None:
        self._plans, self.reads = [p.model_dump_json() for p in plans], 0
        self._ledgers = [p.ledger for p in plans]

    def __len__(self) -> int:
        return len(self._plans)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return _Store([self[n] for n in range(*index.indices(len(self)))])
        self.reads += 1
        return PlanRecord.model_validate_json(self._plans[index]).model_copy(update={"ledger": self._ledgers[index]})


def test_plans_of_a_store_are_corrected_one_at_a_time() -> None:
    plan = a_plan()
    others = [plan.model_copy(update={"source": f"{n}.txt", "sha256": f"{n:064x}", "plan": plan.plan.model_copy(update={"commune": f"Xã {n}"})}) for n in range(20)]
    plans = [plan, *others]
    task = plan.tasks[0]
    log = [edit(plan, task, "deadline", deadline("Quý III/2026")),
           make("edit", "Lan", plan=plan_anchor(others[3]), record=RecordAnchor(kind="plan"), field="province", before="", after="Long An"),
           make("drop", "Lan", plan=plan_anchor(plan.model_copy(update={"sha256": "0" * 63 + "x", "ledger": ()})), record=RecordAnchor(kind="task", key="?", raw="không có"))]
    store = _Store(plans)
    done, held = apply(store, log), apply(plans, log)
    assert not isinstance(done.plans, tuple)
    assert store.reads < 4 * len(plans)  # in passes, not once for every correction and plan
    assert tuple(done.plans) == held.plans == tuple(done.plans[n] for n in range(len(plans))) == tuple(done.plans[:])
    assert (done.orphans, done.conflicts) == (held.orphans, held.conflicts)
    assert len(held.orphans) == 1
    assert held.plans[4].plan.province == "Long An"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_the_vocabulary_may_come_back_as_a_spreadsheet_saves_it(tmp_path: Path, encoding: str, between: str) -> None:
    path = tmp_path / "vocabulary.csv"
    path.write_bytes(between.join(("kind", "wording", "id\r\nindicator", "Số mô hình hay", "tam-mo-hinh-hay\r\n")).encode(encoding))
    assert [(r.wording, r.id) for r in read_vocabulary(path)] == [("Số mô hình hay", "tam-mo-hinh-hay")]


def test_a_vocabulary_in_an_old_encoding_is_told_in_vietnamese(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.csv"
    path.write_bytes("kind,wording,id\r\nindicator,đường,-\r\n".encode("cp1258", "replace"))
    with pytest.raises(UsageError, match="CSV UTF-8") as told:
        read_vocabulary(path)
    assert "codec" not in str(told.value)
    path.write_bytes(b"kind,wording,id\r\nindicator,x,tam-\r\n")
    with pytest.raises(UsageError, match="dòng 2"):
        read_vocabulary(path)
