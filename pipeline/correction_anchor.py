"""Fingerprints: how a correction finds its plan and its record again after files were renamed or code reads differently.

A plan is known by its bytes, else its folded text, else who issued what; a record by its kind, folded wording, neighbouring
lines and occurrence, and where these moved by the surest of: same wording, most alike wording (one clear best only).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from normalizers.text import fold
from pipeline.corrections import PlanAnchor, RecordAnchor, RecordKind
from pipeline.plan_text import position, wording
from pipeline.records import PlanRecord, Record, Target

_ALIKE = 90.0    # likeness (0–100) of wordings under which a record is another one
_CLEAR = 4.0     # by how much the best must be ahead of the next


def plan_anchor(plan: PlanRecord) -> PlanAnchor:
    """What a plan will be known by."""
    return PlanAnchor(sha256=plan.sha256, text=_text(plan), identity=_identity(plan), source=plan.source)


def _text(plan: PlanRecord) -> str:
    if not plan.ledger:
        return ""
    body = "".join(fold(row.text).replace(" ", "") for row in plan.ledger if row.role != "furniture")
    return hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:32]


def _identity(plan: PlanRecord) -> str:
    """Who issued what; "" where the head is too bare to tell plans apart. From the automatic reading, which a reviewer
    may have set right since."""
    values = {**plan.plan.model_dump(), **plan.auto_value}
    if not values["title"] or not (values["commune"] or values["number"]):
        return ""
    return "|".join(fold(str(values[n] or "")) for n in ("commune_type", "commune", "province", "doc_type", "number", "title"))


class PlanIndex:
    """Plans of a batch by what they are known by; texts are read only where bytes did not decide. `plans` may read each plan from
    a store when it is asked for: none is kept."""

    def __init__(self, plans: Sequence[PlanRecord]) -> None:
        self._plans = plans
        heads = sorted((p.source, p.plan_id, n, p.sha256) for n, p in enumerate(plans))
        self._order = tuple(n for _, _, n, _ in heads)
        self._sources = {n: source for source, _, n, _ in heads}
        self._at = {source: n for source, _, n, _ in reversed(heads)}
        self._by_sha = {sha256: n for _, _, n, sha256 in reversed(heads) if sha256}
        self._by_text: dict[str, int] | None = None
        self._by_identity: dict[str, list[int]] | None = None

    def of(self, source: str) -> PlanRecord:
        """The plan of a source. Raises KeyError for an unknown one."""
        return self._plans[self._at[source]]

    def find(self, anchor: PlanAnchor) -> PlanRecord | None:
        """The plan of an anchor, or None. Two plans of one identity are told apart by nothing: None."""
        n = self._number(anchor)
        return None if n is None else self._plans[n]

    def source_of(self, anchor: PlanAnchor) -> str | None:
        """As `find`, the source alone; a plan that its bytes tell is not read for it."""
        n = self._number(anchor)
        return None if n is None else self._sources[n]

    def _number(self, anchor: PlanAnchor) -> int | None:
        if anchor.sha256 in self._by_sha:
            return self._by_sha[anchor.sha256]
        if self._by_text is None:
            self._by_text = {t: n for n in reversed(self._order) if (t := _text(self._plans[n]))}
        if anchor.text and anchor.text in self._by_text:
            return self._by_text[anchor.text]
        if self._by_identity is None:
            self._by_identity = {}
            for n in self._order:
                self._by_identity.setdefault(_identity(self._plans[n]), []).append(n)
        same = self._by_identity.get(anchor.identity, []) if anchor.identity else []
        return same[0] if len(same) == 1 else None


@dataclass(slots=True)
class Entry:
    """A record at work: its anchor, and by which correction it is gone from the dataset ("" while it is there)."""

    record: Record
    anchor: RecordAnchor
    gone: str = ""


def kind_of(record: Record) -> RecordKind:
    return "target" if isinstance(record, Target) else "task"


def entries_of(plan: PlanRecord) -> list[Entry]:
    """All records of a plan as they were read, in reading order, each with its anchor."""
    rows = {row.number: n for n, row in enumerate(plan.ledger)}
    seen: dict[tuple[str, ...], int] = {}
    out: list[Entry] = []
    for record in sorted((*plan.targets, *plan.tasks), key=lambda r: (position(r), r.id)):
        kind = kind_of(record)
        numbers = [rows[n] for n in record.span.numbers if n in rows]
        before = plan.ledger[min(numbers) - 1].text if numbers and min(numbers) > 0 else ""
        after = plan.ledger[max(numbers) + 1].text if numbers and max(numbers) + 1 < len(plan.ledger) else ""
        parts = (kind, fold(record.raw or wording(record)), fold(before), fold(after))
        occurrence = seen.get(parts, 0)
        seen[parts] = occurrence + 1
        key = hashlib.sha256("\x1f".join((*parts, str(occurrence))).encode("utf-8", "replace")).hexdigest()[:24]
        out.append(Entry(record, RecordAnchor(kind=kind, key=key, raw=parts[1], wording=fold(wording(record)), before=parts[2], after=parts[3],
                                              occurrence=occurrence)))
    return out


def find_entry(entries: Iterable[Entry], anchor: RecordAnchor) -> Entry | None:
    """The record of an anchor, be it there or gone; None where none is it for sure."""
    if anchor.made_by:
        return next((e for e in entries if (e.anchor.made_by, e.anchor.part) == (anchor.made_by, anchor.part)), None)
    own = [e for e in entries if e.anchor.kind == anchor.kind and not e.anchor.made_by]
    exact = next((e for e in own if e.anchor.key == anchor.key), None)
    if exact is not None and exact.anchor.wording == anchor.wording:
        return exact
    same = [e for e in own if e.anchor.raw == anchor.raw]
    if exact is not None:  # of several outcomes of one sentence the one with the wording, wherever it comes now
        named = [e for e in same if e.anchor.wording == anchor.wording]
        return named[0] if len(named) == 1 else exact
    if same:
        return _nearest(same, anchor)
    return _alike(own, anchor)


def _nearest(same: Sequence[Entry], anchor: RecordAnchor) -> Entry | None:
    """Of records of one wording the one with the anchor's value wording and neighbours; None where two fit alike."""
    def fit(entry: Entry) -> tuple[bool, int, bool]:
        a = entry.anchor
        return (a.wording == anchor.wording, (a.before == anchor.before) + (a.after == anchor.after), a.occurrence == anchor.occurrence)

    ordered = sorted(same, key=fit, reverse=True)
    if len(ordered) > 1 and fit(ordered[0]) == fit(ordered[1]):
        return None
    return ordered[0]


def _alike(own: Sequence[Entry], anchor: RecordAnchor) -> Entry | None:
    from rapidfuzz import fuzz

    def score(entry: Entry) -> float:
        a = entry.anchor
        base = max(fuzz.ratio(a.raw, anchor.raw), fuzz.ratio(a.wording, anchor.wording) if len(anchor.wording) > 20 else 0.0)
        if base < _ALIKE:
            return 0.0
        return base + 4.0 * ((a.before == anchor.before) + (a.after == anchor.after)) + 2.0 * (a.wording == anchor.wording)

    ordered = sorted(((score(e), n) for n, e in enumerate(own)), key=lambda pair: (-pair[0], pair[1]))
    if not ordered or ordered[0][0] < _ALIKE:
        return None
    if len(ordered) > 1 and ordered[0][0] - ordered[1][0] < _CLEAR:
        return None
    return own[ordered[0][1]]
