"""The two sample plans without gold of the contract, against gold of our own (tests/data/gold_own), as text and typeset as DOCX."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.calibration import judgements
from benchmarks.quality import inputs_of
from benchmarks.scoring import score_plan
from pipeline.read_one import read_one

CASES = inputs_of("own")


@pytest.mark.parametrize(("path", "gold"), CASES, ids=[p.name for p, _ in CASES])
def test_records_reach_the_bar(path: Path, gold: Path) -> None:
    want = json.loads(gold.read_text(encoding="utf-8"))
    got = json.loads(read_one(path, path.name).model_dump_json())
    score = score_plan(got, want)
    for kind in (score.targets, score.tasks):
        assert kind.found == 1, [v for v in kind.verdicts.values() if v] + kind.spurious
        assert kind.exact >= 0.96, [v for v in kind.verdicts.values() if v]
        assert kind.wording >= 0.99
        if path.suffix == ".txt":
            assert kind.lines >= 0.98
    assert all(score.plan.values()), {n: v for n, v in score.plan.items() if not v}
    assert score.citations == 1
    assert [j for j in judgements(got, want) if j[1] >= 0.9 and not j[2]] == []


def test_every_plan_of_the_samples_has_gold() -> None:
    held = {p.stem for folder in ("gold", "gold_own") for p in (Path("tests/data") / folder).glob("*.json")}
    assert held == {p.stem for p in Path("data/raw").glob("*.txt")}


@pytest.mark.parametrize("path", sorted(Path("data/raw").glob("*.txt")), ids=lambda p: p.name)
def test_every_line_of_a_record_s_text_leads_to_it(path: Path) -> None:
    assert [row.text for row in read_one(path, path.name).ledger if row.role in {"target", "task"} and not row.record] == []


@pytest.mark.parametrize("path", sorted(Path("data/raw").glob("*.txt")), ids=lambda p: p.name)
def test_a_citation_gives_the_lines_that_print_its_number(path: Path) -> None:
    printed = path.read_text(encoding="utf-8").split("\n")
    for cited in read_one(path, path.name).citations:
        first = cited.number.split("-")[0].split("/")[0]
        assert cited.lines == tuple(sorted(set(cited.lines)))
        assert all(first in printed[line - 1] for line in cited.lines), cited
