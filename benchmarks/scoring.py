"""Scores of extracted plans against gold records: found, exact, wording, lines and each field (docs/records.md).

Records are aligned in document order so that total wording likeness is greatest; nothing is matched twice.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.distance import Indel

FOUND_AT = 0.75
CORE = {
    "targets": ("comparator", "value", "value_high", "unit", "horizon", "lead", "support"),
    "tasks": ("lead", "support", "deadline"),
}
OTHER = {"targets": ("qualifier", "deadline", "origin", "no"), "tasks": ("result", "origin", "no", "section")}
PLAN_FIELDS = ("commune", "commune_type", "province", "issuer", "doc_type", "number", "issue_date", "title", "period", "signer",
               "signer_title")
_DEADLINE = ("kind", "edtf", "due", "rrule")
Json = dict[str, Any]


def level(value: object) -> str:
    """Wording levelled for comparison: NFC, case-folded, dashes, quotes and white space plain."""
    text = unicodedata.normalize("NFC", str(value or "")).casefold()
    text = re.sub(r"[‐-―−]", "-", text).translate(str.maketrans("“”‘’", "\"\"''"))
    text = re.sub(r"\s*([-/&,;:.()])\s*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip(" .;,")


def _rule(rule: str) -> tuple[tuple[str, str], ...]:
    parts = dict(p.split("=", 1) for p in rule.upper().split(";") if "=" in p)
    if parts.get("FREQ") == "MONTHLY" and parts.get("INTERVAL") == "12":
        parts |= {"FREQ": "YEARLY", "INTERVAL": "1"}
    parts.setdefault("INTERVAL", "1")
    return tuple(sorted(parts.items()))


def _equal(name: str, got: Any, want: Any) -> bool:
    if name == "deadline":
        if not got or not want:
            return not got and not want
        return all(_equal(part, got.get(part), want.get(part)) for part in _DEADLINE)
    if name in ("lead", "support"):
        return {level(u) for u in got or ()} == {level(u) for u in want or ()}
    if name == "rrule":
        return {_rule(r) for r in got or ()} == {_rule(r) for r in want or ()}
    if name in ("value", "value_high"):
        return (got is None) == (want is None) and (want is None or abs(float(got) - float(want)) < 1e-9)
    if name == "section":
        return [level(x) for x in got or ()] == [level(x) for x in want or ()]
    if isinstance(want, str) and len(want) > 24:
        return Indel.normalized_similarity(level(got), level(want)) >= 0.95
    return level(got) == level(want)


def right(name: str, got: Json, want: Json) -> bool:
    """Whether a field agrees with gold or with one of gold's accepted alternatives."""
    choices = [want.get(name), *want.get("alt", {}).get(name, [])]
    return any(_equal(name, got.get(name), choice) for choice in choices)


def _wordings(kind: str, record: Json) -> list[str]:
    key = "text" if kind == "tasks" else "indicator"
    return [level(record.get(key)), *(level(t) for t in record.get("alt", {}).get(key, []))]


def align(kind: str, got: list[Json], want: list[Json]) -> list[tuple[int, int, float]]:
    """In-order pairs (got, want, likeness) of greatest total likeness (Needleman–Wunsch)."""
    g = [_wordings(kind, r)[0] for r in got]
    w = [_wordings(kind, r) for r in want]
    like = [[max(Indel.normalized_similarity(a, b) for b in bs) for bs in w] for a in g]

    def gain(i: int, j: int) -> float:
        if like[i][j] < FOUND_AT:
            return 0.0
        return like[i][j] + (0.05 if kind == "targets" and right("value", got[i], want[j]) else 0.0)

    n, m = len(got), len(want)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            x = gain(i, j)
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + x if x else 0.0)
    pairs = []
    i = j = 0
    while i < n and j < m:
        x = gain(i, j)
        if x and abs(best[i][j] - (best[i + 1][j + 1] + x)) < 1e-12:
            pairs.append((i, j, like[i][j]))
            i, j = i + 1, j + 1
        elif abs(best[i][j] - best[i + 1][j]) < 1e-12:
            i += 1
        else:
            j += 1
    return pairs


def f1(hits: int, got: int, want: int) -> float:
    return 1.0 if got + want == 0 else 2 * hits / (got + want)


def _overlap(a: list[int] | None, b: list[int] | None) -> float:
    if not a or not b:
        return 0.0
    shared = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return max(0, shared) / (max(a[1], b[1]) - min(a[0], b[0]) + 1)


@dataclass(slots=True)
class KindScore:
    """Scores of one kind of record in one plan; `verdicts` maps a gold id to what was wrong ("" = right)."""

    gold: int
    predicted: int
    found: float
    exact: float
    wording: float
    lines: float
    fields: dict[str, float]
    verdicts: dict[str, str] = field(default_factory=dict)
    spurious: list[str] = field(default_factory=list)


def score_kind(kind: str, got: list[Json], want: list[Json]) -> KindScore:
    """Score targets or tasks. Optional gold records count only where found."""
    pairs = align(kind, got, want)
    matched = {j for _, j, _ in pairs}
    required = [j for j, w in enumerate(want) if j in matched or not w.get("optional")]
    names = CORE[kind] + OTHER[kind]
    hits = dict.fromkeys(names, 0)
    exact = lines = 0
    verdicts: dict[str, str] = {}
    for i, j, _ in pairs:
        ok = {name: right(name, got[i], want[j]) for name in names}
        for name in names:
            hits[name] += ok[name]
        wrong = [name for name in CORE[kind] if not ok[name]]
        exact += not wrong
        lines += _overlap(got[i].get("lines"), want[j].get("lines")) >= 0.5
        verdicts[want[j]["id"]] = "; ".join(f"{n}: {got[i].get(n)!r} for {want[j].get(n)!r}" for n in wrong)
    for j in required:
        if j not in matched:
            verdicts[want[j]["id"]] = f"missed: {_wordings(kind, want[j])[0][:100]}"
    hit = {i for i, _, _ in pairs}
    k = max(1, len(pairs))
    return KindScore(len(required), len(got), f1(len(pairs), len(got), len(required)), f1(exact, len(got), len(required)),
                     sum(s for _, _, s in pairs) / k, lines / k, {n: c / k for n, c in hits.items()}, verdicts,
                     [_wordings(kind, got[i])[0][:100] for i in range(len(got)) if i not in hit])


@dataclass(slots=True)
class PlanScore:
    plan: dict[str, float]
    citations: float
    targets: KindScore
    tasks: KindScore


def score_plan(got: Json, gold: Json) -> PlanScore:
    """Score one extracted plan (a line of dataset.jsonl) against its gold."""
    mine = {level(c["number"]) for c in got.get("citations", [])}
    theirs = {level(c["number"]) for c in gold.get("citations", [])}
    return PlanScore(
        {name: float(right(name, got.get("plan", {}), gold["plan"])) for name in PLAN_FIELDS},
        f1(len(mine & theirs), len(mine), len(theirs)),
        score_kind("targets", got.get("targets", []), gold["targets"]),
        score_kind("tasks", got.get("tasks", []), gold["tasks"]))
