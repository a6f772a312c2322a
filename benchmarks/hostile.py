"""The hostile set in full: every case of tests/hostile with 2,000 mutations, beside good plans, within limits.

    python -m benchmarks.hostile [--mutations 2000] [--seed 6] [--workers 2] [--seconds 20] [--memory 768] [FOLDER ...]

FOLDERs with files of other people are thrown in as well. Prints how each kind of file ended, the slowest and the peak memory;
fails when a good plan is lost, a case ends in a way it must not, a plan is empty, or a file appears outside the output folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.scaling import ROOT, SAMPLES
from pipeline.batch import Batch, Settings
from pipeline.inputs import find_inputs
from pipeline.limits import Limits

sys.path.insert(0, str(ROOT / "tests" / "hostile"))


def main() -> int:
    import generate

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--mutations", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--memory", type=int, default=768)
    args = parser.parse_args()
    begun: dict[str, float] = {}
    took: dict[str, float] = {}

    def on_event(state: str, source: str, done: int, total: int) -> None:
        if state == "reading":
            begun[source] = time.monotonic()
        else:
            took[source] = time.monotonic() - begun.get(source, time.monotonic())

    with tempfile.TemporaryDirectory(prefix="doichieu-hostile-") as name:
        root = Path(name)
        cases = {}
        (root / "in").mkdir()
        for case in generate.cases(args.seed, args.mutations):
            (root / "in" / case.name).write_bytes(case.data)
            cases[case.name] = (case.reasons, case.readable)
        good = sorted(SAMPLES.glob("*.docx"))
        before = set(root.rglob("*"))
        files = [*find_inputs([root / "in", *args.folders]), *good]
        limits = Limits(seconds=args.seconds, memory_mb=args.memory)
        with Batch(files, root / "out", Settings(workers=args.workers, limits=limits), on_event) as batch:
            reasons = {q.source: q.reason for q in batch.quarantined}
            empty = [p.source for p in batch.plans if not (p.targets or p.tasks or p.citations or p.plan.doc_type)]
            plans = {p.source for p in batch.plans} | {d.source for d in batch.duplicates}
            high = batch.high
        strange = [p for p in root.rglob("*") if p not in before and root / "out" not in [p, *p.parents]]
    lost = [p.name for p in good if p.name not in plans]
    wrong = [f"{s}: {r}" for s, r in reasons.items() if s in cases and r not in cases[s][0]]
    wrong += [f"{s}: read" for s in plans if s in cases and not cases[s][1]]
    print(f"{len(files)} files: {len(plans)} plans, quarantined {dict(sorted(Counter(reasons.values()).items()))}")
    print(f"slowest: {sorted(((round(v, 1), k) for k, v in took.items()), reverse=True)[:5]}")
    print(f"peak of all children {high >> 20} MiB (limit {args.workers} x {args.memory})")
    for title, found in (("good plans lost", lost), ("ended wrongly", wrong), ("empty plans", empty), ("files outside", strange)):
        print(f"{title}: {len(found)} {found[:5]}")
    return 1 if lost or wrong or empty or strange else 0


if __name__ == "__main__":
    raise SystemExit(main())
