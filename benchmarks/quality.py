"""Quality on the dev gold: `python -m benchmarks.quality [--set text|A|C|D|E|X|own|blind|all] [--show] [--against REV]`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.scoring import KindScore, PlanScore, score_plan

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "data" / "gold"
DOCUMENTS = ROOT / "tests" / "data" / "documents"
BLIND = ROOT / "tests" / "data" / "blind"
OWN = ROOT / "tests" / "data" / "gold_own"
SETS = ("text", "A", "C", "D", "E", "X", "own", "blind")


def inputs_of(name: str) -> list[tuple[Path, Path]]:
    """(document, gold file) pairs of one set."""
    if name == "text":
        return [(ROOT / "data" / "raw" / f"{g.stem}.txt", g) for g in sorted(GOLD.glob("*.json"))]
    if name == "own":  # sample plans without gold of the contract, as text and as DOCX
        return [(d, g) for g in sorted(OWN.glob("*.json")) for d in (ROOT / "data" / "raw" / f"{g.stem}.txt", OWN / f"{g.stem}.docx")]
    if name == "blind":  # plans written apart from the rules; scans of them show only some pages
        return [(d, g) for g in sorted(BLIND.glob("*.json")) for d in sorted(BLIND.glob(f"{g.stem}.*")) if d.suffix != ".json"]
    gold = GOLD / "scan" if name == "D" else GOLD
    return [(d, gold / f"{d.stem}.json") for d in sorted((DOCUMENTS / name).iterdir()) if (gold / f"{d.stem}.json").exists()]


def extract(path: Path) -> dict[str, Any]:
    """One document as a line of dataset.jsonl."""
    from pipeline.read_one import read_one

    loaded: dict[str, Any] = json.loads(read_one(path, path.name).model_dump_json())
    return loaded


def scores(names: list[str], judged: list[tuple[str, float, bool]] | None = None) -> dict[str, PlanScore]:
    """Scores by "set/file"; into `judged` go confidence and rightness of every field (`benchmarks.calibration`)."""
    from benchmarks.calibration import judgements

    out = {}
    for name in names:
        for document, gold in inputs_of(name):
            got, want = extract(document), json.loads(gold.read_text(encoding="utf-8"))
            out[f"{name}/{document.name}"] = score_plan(got, want)
            if judged is not None:
                judged += judgements(got, want)
    return out


def _row(label: str, kind: str, k: KindScore) -> str:
    return (f"  {label:<26} {kind:<8} {k.predicted:>4}/{k.gold:<4} found {k.found:.3f}  exact {k.exact:.3f}  wording {k.wording:.3f}  lines {k.lines:.3f}  "
            + " ".join(f"{n} {v:.2f}" for n, v in k.fields.items() if v < 0.995))


def report(results: dict[str, PlanScore], show: bool) -> str:
    """The figures as text; with `show` every record that is missed, spurious or wrong."""
    rows = []
    for label, s in results.items():
        wrong = [n for n, v in s.plan.items() if not v]
        rows.append(f"{label}: plan {sum(s.plan.values()) / len(s.plan):.3f}{' wrong: ' + ', '.join(wrong) if wrong else ''}  citations {s.citations:.3f}")
        for kind, k in (("targets", s.targets), ("tasks", s.tasks)):
            rows.append(_row(label, kind, k))
            if show:
                rows += [f"      {i} {v}" for i, v in k.verdicts.items() if v]
                rows += [f"      spurious: {t}" for t in k.spurious]
    return "\n".join(rows)


def verdicts(results: dict[str, PlanScore]) -> dict[str, str]:
    """"set/file kind id" → verdict, for comparing two revisions."""
    out: dict[str, str] = {}
    for label, s in results.items():
        for kind, k in (("targets", s.targets), ("tasks", s.tasks)):
            out.update({f"{label} {kind} {i}": v for i, v in k.verdicts.items()})
            out.update({f"{label} {kind} spurious {t}": "spurious" for t in k.spurious})
    return out


def verdicts_at(revision: str, names: list[str]) -> dict[str, str]:
    """Verdicts of another revision, computed by that revision's own code in a worktree."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run(["git", "worktree", "add", "--detach", "--quiet", str(tree), revision], cwd=ROOT, check=True)
        try:
            done = subprocess.run([sys.executable, "-m", "benchmarks.quality", "--set", *names, "--verdicts"], cwd=tree, check=True,
                                  capture_output=True, encoding="utf-8", env=_env(tree))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)
    loaded: dict[str, str] = json.loads(done.stdout)
    return loaded


def _env(tree: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(tree), "PYTHONIOENCODING": "utf-8"}


def gains_and_losses(before: dict[str, str], after: dict[str, str]) -> str:
    """Record by record, what a change made right and what it broke."""
    rows = []
    for key in sorted({*before, *after}):
        old, new = before.get(key, ""), after.get(key, "")
        if bool(old) != bool(new):
            rows.append(f"{'gained' if old else 'LOST  '} {key}: {old or new}")
    return "\n".join(rows) or "no difference"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", nargs="+", default=["text"], choices=[*SETS, "all"])
    parser.add_argument("--show", action="store_true", help="every record that is missed, spurious or wrong")
    parser.add_argument("--against", metavar="REV", help="what changed since a git revision, record by record")
    parser.add_argument("--verdicts", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    names = list(SETS) if "all" in args.set else args.set
    judged: list[tuple[str, float, bool]] = []
    results = scores(names, judged)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    if args.verdicts:
        print(json.dumps(verdicts(results), ensure_ascii=False))
    elif args.against:
        print(gains_and_losses(verdicts_at(args.against, names), verdicts(results)))
    else:
        from benchmarks.calibration import table

        print(report(results, args.show))
        print("\nDoes confidence mean something? Fields by confidence:\n" + table(judged))
    return 0


if __name__ == "__main__":
    sys.exit(main())
