"""Files that were made to harm: each ends alone and within its limits, with a reason, and no plan is empty in silence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from extractors.errors import UnreadableDocument
from extractors.safety import SafetyLimits, check
from pipeline.batch import Batch, Settings
from pipeline.limits import Limits

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "hostile"))

import generate  # noqa: E402

LIMITS = Limits(seconds=6.0, ocr_seconds=1.0, memory_mb=400)
FUZZ = 24


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, generate.Case]]:
    folder = tmp_path_factory.mktemp("hostile")
    found = {}
    for case in generate.cases(seed=6, fuzz=FUZZ):
        (folder / case.name).write_bytes(case.data)
        found[case.name] = case
    return folder, found


def test_the_hostile_set_harms_nobody(made: tuple[Path, dict[str, generate.Case]], tmp_path: Path) -> None:
    folder, cases = made
    good = [HERE / "data" / "documents" / "A" / name for name in ("phu-trung.docx", "yen-hoa.pdf")]
    before = sorted(p.name for p in tmp_path.iterdir())
    with Batch([*sorted(folder.iterdir()), *good], tmp_path / "out", Settings(workers=2, limits=LIMITS)) as batch:
        reasons = {q.source: q.reason for q in batch.quarantined}
        plans = {p.source: p for p in batch.plans}
        twice = {d.source for d in batch.duplicates}
        high = batch.high
    assert {p.name for p in good} <= set(plans)
    wrong = {}
    for name, case in cases.items():
        members = {s: r for s, r in reasons.items() if s == name or s.startswith(f"{name}/")}
        if name in plans:
            record = plans[name]
            if not case.readable or not (record.targets or record.tasks or record.citations or record.plan.doc_type):
                wrong[name] = "read"
        elif name not in twice and (not members or not set(members.values()) <= case.reasons):
            wrong[name] = str(members)
    assert wrong == {}
    assert high <= 2 * LIMITS.memory_mb << 20
    assert sorted(p.name for p in tmp_path.iterdir()) == [*before, "out"]
    assert sorted(p.name for p in (tmp_path / "out" / ".doichieu").iterdir()) == ["ledger.sqlite", "lock.sqlite"]


REFUSED_UNPARSED = [c for c in (*generate.pdf_cases(), *generate.package_cases()) if c.reasons <= {"too-large", "damaged"} and not c.name.endswith("zip")]


@pytest.mark.parametrize("case", REFUSED_UNPARSED, ids=lambda c: c.name)
def test_bombs_are_refused_before_anything_parses_them(case: generate.Case) -> None:
    with pytest.raises(UnreadableDocument) as error:
        check(case.data, case.name)
    assert error.value.reason in case.reasons
    assert error.value.advice


@pytest.mark.parametrize("path", sorted((HERE / "data" / "documents").rglob("*.*")), ids=lambda p: f"{p.parent.name}-{p.name}")
def test_ordinary_files_pass(path: Path) -> None:
    assert check(path.read_bytes(), path.name) == ("pdf" if path.suffix == ".pdf" else "package")


@pytest.mark.parametrize(("limit", "sample"), [
    ({"file": 1}, b"k" * (2 << 20)),
    ({"text_file": 1}, b"k" * (2 << 20)),
    ({"pages": 1}, generate.one_page(b"<< >>", count=2)),
    ({"page_area": 100_000}, generate.one_page(b"<< >>")),
    ({"objects": 3}, generate.one_page(b"<< >>")),
    ({"depth": 2}, generate.one_page(b"[[[ ]]]")),
    ({"stream": 1, "suspect": 1}, generate.one_page(generate.stream(generate.zeros(2)))),
    ({"streams": 1}, generate.one_page(generate.stream(b"x" * (2 << 20), filters=b"/None"))),
    ({"entries": 2}, generate.docx(b"")),
    ({"part": 1}, generate.docx(b"<w:p/>" * 300_000)),
    ({"package": 1}, generate.docx(b"<w:p/>" * 300_000)),
    ({"pixels": 1000}, {c.name: c.data for c in generate.other_cases(generate.random.Random(1))}["png-60000-square.png"]),
], ids=lambda v: "-".join(v) if isinstance(v, dict) else "")
def test_every_limit_is_a_setting(limit: dict[str, int], sample: bytes) -> None:
    with pytest.raises(UnreadableDocument) as error:
        check(sample, "x", SafetyLimits(**limit))
    assert error.value.reason == "too-large"


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="pages"):
        SafetyLimits(pages=0)
