"""Kill test: a run of real documents killed at random moments, resumed each time, against an undisturbed run.

    python -m benchmarks.kills [--documents 60] [--kills 30] [--seed 6]

Passes when the last outputs are byte-identical to those of the undisturbed run and nothing that was finished was read twice.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.scaling import ROOT, make


def start(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "pipeline.cli", "run", str(folder), "--out", str(out), "--workers", "2", "--json-events"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)})


def state(out: Path) -> tuple[set[tuple[str, str]], int]:
    """What is finished, and how many readings were started so far."""
    path = out / ".doichieu" / "ledger.sqlite"
    if not path.exists():
        return set(), 0
    with sqlite3.connect(path) as db:
        return set(db.execute("SELECT sha256, version FROM result")), db.execute("SELECT count(*) FROM reading").fetchone()[0]


def results(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file() and ".doichieu" not in p.parts}


def read_again(out: Path, finished: set[tuple[str, str]], readings: int) -> int:
    """How many documents were read although they were finished before reading number `readings`."""
    with sqlite3.connect(out / ".doichieu" / "ledger.sqlite") as db:
        return len(set(db.execute("SELECT sha256, version FROM reading WHERE id > ?", (readings,))) & finished)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=6)
    args = parser.parse_args()
    dice = random.Random(args.seed)
    with tempfile.TemporaryDirectory(prefix="doichieu-kills-") as name:
        folder, whole, out = Path(name) / "in", Path(name) / "whole", Path(name) / "out"
        folder.mkdir()
        make(folder, args.documents, "both")
        begin = time.perf_counter()
        start(folder, whole).wait()
        length = time.perf_counter() - begin
        again = killed = 0
        while killed < args.kills:
            finished, readings = state(out)
            process = start(folder, out)
            # Runs that have little left to do are killed early, so that writing the results is hit as well.
            rest = length * max(0.15, 1 - len(finished) / args.documents)
            try:
                process.wait(timeout=dice.uniform(0.3, rest if killed > args.kills // 2 else min(rest, 4 * length / args.kills)))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
            else:
                killed += 1  # the moment fell behind the end: the next run only writes again
            if (out / ".doichieu" / "ledger.sqlite").exists():
                again += read_again(out, finished, readings)
        finished, readings = state(out)
        start(folder, out).wait()
        again += read_again(out, finished, readings)
        same = results(out) == results(whole)
    print(f"documents {args.documents}, kills {args.kills}, seed {args.seed}: outputs {'byte-identical' if same else 'DIFFERENT'}, "
          f"{again} finished documents read again")
    return 0 if same and not again else 1


if __name__ == "__main__":
    raise SystemExit(main())
