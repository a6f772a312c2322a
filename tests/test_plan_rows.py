"""Plans as tuples and back: nothing is lost, whatever a plan holds."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from pipeline.codec import pack_plan, unpack_plan
from pipeline.outputs import dataset_line
from pipeline.plan_rows import changed, plan_of, plan_row
from pipeline.prepared import Prepared
from pipeline.read_one import read_one
from pipeline.records import Plan, PlanRecord, Target

DATA = Path(__file__).resolve().parents[1] / "data" / "raw"
PLANS = [read_one(path, path.name) for path in sorted(DATA.glob("*.txt"))]


@pytest.mark.parametrize("plan", [*PLANS, PlanRecord(source="trống.pdf", plan=Plan())], ids=lambda p: str(p.source))
def test_a_plan_comes_back_as_it_was(plan: PlanRecord) -> None:
    back = plan_of(marshal.loads(marshal.dumps(plan_row(plan))))
    assert back == plan and back.ledger == plan.ledger
    assert plan_row(unpack_plan(pack_plan(back))) == plan_row(plan) and dataset_line(back) == dataset_line(plan)
    assert back.model_copy(update={"source": "khác"}).targets == plan.targets


def test_a_line_of_the_dataset_is_what_the_model_writes() -> None:
    import json

    odd = PLANS[0].model_copy(update={"auto_value": {"tên": ("a", 1)}, "targets": (Target(id="T1", indicator="<\ud800>", comparator=">=", value=float("nan")),)})
    for plan in (*PLANS, PLANS[0].model_copy(update={"auto_value": {"title": ["x", None]}})):
        line = dataset_line(plan)
        assert json.loads(line) == plan.model_dump(mode="json") and line.count(b"\n") == 1 and line.endswith(b"\n")
        assert plan.targets[0].indicator.encode() in line  # as printed, not escaped
    line = dataset_line(odd)
    assert line.count(b"\n") == 1 and json.loads(line)["targets"][0]["indicator"] == "<?>"


def test_changed_is_a_copy_with_other_values() -> None:
    target = PLANS[0].targets[0]
    assert changed(target, indicator="khác") == target.model_copy(update={"indicator": "khác"}) and target.indicator != "khác"


class _Store:
    """A sequence that counts how often its plans are read."""

    def __init__(self, plans: list[PlanRecord]) -> None:
        self._data, self.read = [pack_plan(p) for p in plans], 0

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, n: int) -> PlanRecord:
        if n >= len(self._data):
            raise IndexError(n)
        self.read += 1
        return unpack_plan(self._data[n])


def test_a_store_is_read_once(tmp_path: Path) -> None:
    store = _Store(PLANS)
    ready = Prepared(store, folder=tmp_path)  # type: ignore[arg-type]
    assert [p.source for p in ready] == [p.source for p in ready] == sorted(p.source for p in PLANS)
    assert store.read == len(PLANS)
    assert list(ready) == list(Prepared(PLANS))


def test_a_plan_with_values_that_no_row_holds_is_read_from_its_store(tmp_path: Path) -> None:
    class Odd(_Store):
        def __getitem__(self, n: int) -> PlanRecord:
            return super().__getitem__(n).model_copy(update={"auto_value": {"title": Path("x")}})

    store = Odd(PLANS[:1])
    ready = Prepared(store, folder=tmp_path)  # type: ignore[arg-type]
    assert ready[0].auto_value == ready[0].auto_value == {"title": Path("x")} and store.read == 3
