"""Does confidence mean something? Share of right fields by confidence, over labelled plans: `python -m benchmarks.calibration`."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.quality import extract, inputs_of
from benchmarks.scoring import align, right

BUCKETS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
# Field of `field_confidence` → the record fields that it vouches for.
VOUCHES = {"indicator": ("indicator",), "value": ("comparator", "value", "value_high", "unit"), "lead": ("lead",), "support": ("support",),
           "deadline": ("deadline",), "text": ("text",), "horizon": ("horizon",)}
Json = dict[str, Any]


def _right(name: str, got: Json, want: Json, likeness: float) -> bool:
    if name in {"indicator", "text"}:
        return likeness >= 0.95
    return all(right(field, got, want) for field in VOUCHES[name])


def judgements(got: Json, gold: Json) -> list[tuple[str, float, bool]]:
    """(field, confidence, right) of every field of every record that gold knows; a spurious record's fields are wrong."""
    out: list[tuple[str, float, bool]] = []
    for kind in ("targets", "tasks"):
        pairs = align(kind, got[kind], gold[kind])
        matched = {i: (j, likeness) for i, j, likeness in pairs}
        for i, record in enumerate(got[kind]):
            for name, confidence in record["field_confidence"].items():
                if name not in VOUCHES:
                    continue
                if i in matched:
                    j, likeness = matched[i]
                    out.append((name, confidence, _right(name, record, gold[kind][j], likeness)))
                elif name in {"indicator", "text"}:
                    out.append((name, confidence, False))
    return out


def table(rows: list[tuple[str, float, bool]]) -> str:
    """Counts and shares right per confidence bucket, and per field at 0.9 and above."""
    lines = ["confidence      fields   right"]
    for low, high in pairwise(BUCKETS):
        part = [ok for _, c, ok in rows if low <= c < high]
        if part:
            lines.append(f"{low:.2f} – {min(high, 1):.2f}   {len(part):7d}   {sum(part) / len(part):.3f}")
    sure = [ok for _, c, ok in rows if c >= 0.9]
    lines.append(f"at 0.90 and above: {sum(sure)}/{len(sure)} = {sum(sure) / max(1, len(sure)):.4f} right")
    for name in sorted({n for n, _, _ in rows}):
        part = [ok for n, c, ok in rows if n == name and c >= 0.9]
        below = [ok for n, c, ok in rows if n == name and c < 0.9]
        lines.append(f"  {name:<10} at 0.9+: {sum(part)}/{len(part)}   below: {sum(below)}/{len(below)}")
    return "\n".join(lines)


def labelled(names: list[str]) -> list[tuple[Path, Path]]:
    """Documents with gold of the named sets."""
    return [pair for name in names for pair in inputs_of(name)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", nargs="+", default=["text", "A", "C", "E", "X", "blind"])
    args = parser.parse_args()
    rows: list[tuple[str, float, bool]] = []
    for document, gold in labelled(args.set):
        rows += judgements(extract(document), json.loads(gold.read_text(encoding="utf-8")))
    print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
