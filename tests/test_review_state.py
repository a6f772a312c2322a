"""The desk's state: what it keeps and works out by plan is what a whole run over the same log would give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from normalizers.indicators import PROVISIONAL
from pipeline.comparison import compare
from pipeline.corrections import append, make
from pipeline.indicators import with_indicators
from pipeline.records import PlanRecord, Target, Task
from pipeline.review.desk import Desk
from pipeline.review.importance import DECISIVE, SHARED, importance
from pipeline.review.queue import Filter, matching
from pipeline.review.view import Rows, indicators_of, pid_of
from pipeline.review_step import settle
from pipeline.run import run
from tests.plans import five_plans, plan

ROOT = Path(__file__).parent.parent
SAMPLES = ("phu-trung.txt", "yen-hoa.txt", "thanh-son.txt")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("state")
    plans, out = folder / "plans", folder / "out"
    plans.mkdir()
    for name in SAMPLES:
        text = (ROOT / "data/raw" / name).read_text(encoding="utf-8")
        (plans / name).write_text(text.replace("Trạm Y tế", "Đội Sao Mai"), encoding="utf-8")  # a unit that no catalogue has
    run([plans], out)
    return plans, out


@pytest.fixture
def desk(finished: tuple[Path, Path]) -> Iterator[Desk]:
    plans, out = finished
    made = Desk(out, "Lan")
    yield made
    made.close()
    for name in ("corrections.jsonl", "vocabulary.csv"):
        (plans / name).unlink(missing_ok=True)


def bare(plans: tuple[PlanRecord, ...] | list[PlanRecord]) -> list[PlanRecord]:
    return [p.model_copy(update={"findings": (), "plan_id": "", "ledger": tuple(p.ledger)}) for p in plans]


def assert_as_a_run_would(desk: Desk) -> None:
    """The view, its findings and comparison against the whole computed at once from plans as they were read."""
    reviewed = settle([desk._stored.base(p.source) for p in desk.view.plans], desk.log, desk.path, desk.last.settled)
    plans, indicators = with_indicators(list(reviewed.plans), reviewed.confirmed)
    assert bare(desk.view.plans) == bare(plans)
    assert dict(desk.view.indicators) == indicators
    assert desk.view.comparison.groups == compare(desk.view.plans, indicators=indicators).groups
    assert desk.reviewed.applied is not None and reviewed.applied is not None
    assert desk.reviewed.applied.orphans == reviewed.applied.orphans and desk.reviewed.findings == reviewed.findings


def unknown_unit(desk: Desk) -> str:
    return next(u.raw for p in desk.view.plans for t in p.tasks for u in (*t.lead_units, *t.support_units) if not u.known)


def test_every_kind_of_correction_leaves_what_a_run_would_give(desk: Desk, finished: tuple[Path, Path]) -> None:
    assert_as_a_run_would(desk)
    first, second = (pid_of(p.source) for p in desk.view.plans[:2])
    target = next(t for t in desk.view.by_pid[first].targets if t.value is not None)
    task = desk.view.by_pid[second].tasks[3]
    desk.correct("edit", first, target.id, field="value", before=None, after={"comparator": ">=", "value": 12.5, "value_high": None, "unit": "%", "measure": None, "direction": None, "base": None})
    assert_as_a_run_would(desk)
    desk.correct("edit", first, target.id, field="indicator", before=None, after="một cách gọi chưa ai dùng bao giờ")
    assert_as_a_run_would(desk)
    desk.correct("split", second, task.id, after=[{"text": "một"}, {"text": "hai"}])
    desk.correct("drop", second, desk.view.by_pid[second].tasks[0].id)
    assert_as_a_run_would(desk)
    desk.alias(unknown_unit(desk), "p-vhxh")
    assert_as_a_run_would(desk)
    desk.correct("indicator", first, target.id, before=None, after="ty-le-phu-song-5g", wording=desk.view.records[first, target.id].indicator)  # type: ignore[attr-defined]
    assert_as_a_run_would(desk)
    again = Desk(finished[1], "Minh")  # opened with a log that the run has not seen
    assert_as_a_run_would(again)
    assert again.stale and bare(again.view.plans) == bare(desk.view.plans)
    quick = Desk(finished[1], "Minh", quick=True)
    assert quick._rough and {t.indicator_id for p in quick.view.plans for t in p.targets} >= {t.indicator_id for p in again.view.plans for t in p.targets}
    quick._exactly()
    assert_as_a_run_would(quick)
    quick = Desk(finished[1], "Minh", quick=True)
    quick.correct("drop", second, desk.view.by_pid[second].tasks[-1].id)  # a correction does not build on what is rough
    assert_as_a_run_would(quick)
    quick.undo()
    while desk.undo() is not None:
        assert_as_a_run_would(desk)


def test_a_desk_opened_after_a_run_takes_its_dataset_as_it_stands(desk: Desk, finished: tuple[Path, Path]) -> None:
    plans, out = finished
    pid = pid_of(desk.view.plans[0].source)
    target = desk.view.by_pid[pid].targets[0]
    desk.correct("drop", pid, target.id)
    desk.alias(unknown_unit(desk), "p-vhxh")
    desk.export()
    again = Desk(out, "Minh")
    assert not again.stale and not again._done, "nothing worked out anew"
    assert_as_a_run_would(again)
    append(plans / "corrections.jsonl", make("unit", "Minh", wording="Đội Không Ai Biết", after="p-vhxh"))
    later = Desk(out, "Minh")
    assert later.stale
    assert_as_a_run_would(later)
    (plans / "corrections.jsonl").unlink()  # another log than the run's: everything from the plans as they were read
    (plans / "vocabulary.csv").unlink()
    bare_again = Desk(out, "Minh")
    assert_as_a_run_would(bare_again)
    assert (pid, target.id) in bare_again.view.records
    run([plans], out)


def test_the_findings_filter_and_the_weights_follow_a_correction(desk: Desk) -> None:
    kind, pid, rid = next((f.kind, pid_of(f.source), f.record) for f in desk.view.findings
                          if (pid_of(f.source), f.record) in desk.view.records and f.severity == "warning")
    source = desk.view.by_pid[pid].source
    assert kind in desk.marks().kinds[source, rid]
    before = {(i.rid, i.field): i.score for i in desk.items() if i.pid == pid}
    desk.correct("drop", pid, rid)
    assert rid not in {i.rid for i in matching(desk.items(exact=True), Filter(pid=pid, finding=kind), desk.view.records, desk.marks())}
    assert (source, rid) not in desk.marks().kinds
    desk.undo()
    assert {(i.rid, i.field): i.score for i in desk.items(exact=True) if i.pid == pid} == before


def test_indicators_are_named_as_they_were_assigned() -> None:
    plans, indicators = with_indicators(five_plans())
    assert any(i.startswith(PROVISIONAL) for i in indicators)
    assert indicators_of(plans) == indicators


def target(n: int, value: float | None, iid: str = "ty-le-phu-song-5g") -> Target:
    return Target(id=f"T{n}", indicator="phủ sóng 5G", comparator=">=", value=value, unit="%", horizon="2026", indicator_id=iid)


def test_importance_is_of_what_makes_the_spread() -> None:
    from normalizers.indicators import catalogue

    plans = [plan("An", target(1, 80.0), source="a.txt"), plan("Bình", target(1, 70.0), source="b.txt"), plan("Cát", target(1, 75.0), source="c.txt")]
    found = importance(plans, catalogue())
    assert found["a.txt", "T1"] == found["b.txt", "T1"] == DECISIVE and found["c.txt", "T1"] == SHARED
    assert importance([plan("An", target(1, 80.0), source="a.txt")], catalogue()) == {("a.txt", "T1"): 0.8}
    assert importance([plan("An", target(1, None), source="a.txt"), plan("Bình", target(1, 70.0), source="b.txt")], catalogue())["a.txt", "T1"] == SHARED


def test_lines_are_fetched_once_and_stand_for_a_tuple() -> None:
    asked = []

    def fetch() -> tuple[()]:
        asked.append(1)
        return ()

    rows = Rows(fetch)
    made = plan("An", source="a.txt", tasks=(Task(id="K1", text="x"),)).model_copy(update={"ledger": rows})
    assert not asked and made.ledger == () and len(made.ledger) == 0 and list(rows) == [] and rows[:1] == () and asked == [1]
