"""How often the automatic reading was right, by field and source type, from the reviews so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from normalizers.indicators import PROVISIONAL
from pipeline.corrections import Correction, active


@dataclass(frozen=True, slots=True)
class Score:
    """Reviews of one kind: how many, and how many found the automatic value right."""

    name: str
    right: int
    total: int

    @property
    def precision(self) -> float:
        return self.right / self.total if self.total else 0.0


def verdicts(corrections: Iterable[Correction]) -> list[tuple[str, str, str, float, bool]]:
    """(field, format, rule, confidence, right) of every reviewed field: the first verdict on a field counts, as later
    ones judge a person's value; a dropped or reshaped record counts as field `record`."""
    seen: set[tuple[str, str, str, int, str]] = set()
    out = []
    for c in active(corrections):
        if c.op not in ("accept", "edit", "indicator", "drop", "split", "merge") or c.plan is None or c.record is None:
            continue
        name = c.field if c.op in ("accept", "edit") else "indicator_id" if c.op == "indicator" else "record"
        about = (c.plan.text or c.plan.sha256, c.record.key, c.record.made_by, c.record.part, name)
        if about in seen or c.record.made_by:
            continue
        seen.add(about)
        right = c.op in ("accept", "edit") and c.before == c.after
        if c.op == "indicator":
            right = c.before == c.after or (c.after is None and str(c.before or "").startswith(PROVISIONAL))
        out.append((name, str(c.seen.get("format", "")), str(c.seen.get("rule", "")), float(c.seen.get("confidence", 0.0)), right))
    return out


def by(found: Iterable[tuple[str, bool]]) -> list[Score]:
    """Scores by name, most reviewed first."""
    counts: dict[str, list[int]] = {}
    for name, right in found:
        entry = counts.setdefault(name, [0, 0])
        entry[0] += right
        entry[1] += 1
    return sorted((Score(n, r, t) for n, (r, t) in counts.items()), key=lambda s: (-s.total, s.name))


def band(confidence: float) -> str:
    """A band of confidence: "0,90–0,95"."""
    for low, high in ((0.99, 1.0), (0.95, 0.99), (0.9, 0.95), (0.8, 0.9), (0.6, 0.8), (0.0, 0.6)):
        if confidence >= low:
            return f"{low:.2f}–{high:.2f}".replace(".", ",")
    return "0,00–0,60"
