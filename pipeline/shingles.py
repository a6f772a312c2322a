"""Passages that two plans share, found by hashed runs of words: fast for hundreds of plans of thousands of words."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

from pipeline.heap import Heap
from pipeline.plan_text import position, records, where, wording, words
from pipeline.records import Plan, PlanRecord, Record, Task

RUN = 8          # words in a row that must agree
_PRIME = 2**61 - 1
_BASE = 1_000_003
_TOP = pow(_BASE, RUN - 1, _PRIME)
_SAMPLE = 8      # one run in so many stands for all when plans are compared with each other
_WORTH = 0.6     # share of what is worth a report from which a sampled pair is looked at exactly
_KEEP_ALL = 40_000  # plans of together so few runs are compared run by run
_Row = tuple[str, str, Sequence[int]]  # a wording of a plan, where it stands, its runs


@dataclass(frozen=True, slots=True)
class Passages:
    """The other plan with which `plan` shares most: `share` of its own wording (0–1), the longest common passage in
    words with its quote and place, and how many `others` share as much as is worth reporting."""

    plan: PlanRecord
    other: PlanRecord
    share: float
    others: int
    longest: int
    quote: str
    place: str


def _texts(plan: PlanRecord) -> list[tuple[Record, str]]:
    """The plan's own wording: tasks and prose targets, each line once."""
    out: list[tuple[Record, str]] = []
    seen: set[int] = set()
    for record in records(plan):
        at = position(record)
        if isinstance(record, Task):
            out.append((record, record.text))
        elif getattr(record, "origin", "") == "section" and (at not in seen or not at):
            out.append((record, wording(record)))
        seen.add(at)
    return out


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8"))


def runs(text: str) -> list[int]:
    """Hashes of all runs of `RUN` words of a wording, in order; a shorter wording of half as many words has one.

    A run's hash is a polynomial of its words' checksums modulo 2**61 - 1, each made from the one before it."""
    found = [_number(w) for w in words(text)]
    size = min(RUN, len(found))
    if size < RUN // 2:
        return []
    value = 0
    for number in found[:size]:
        value = (value * _BASE + number) % _PRIME
    out = [value]
    for old, new in zip(found, found[size:], strict=False):
        value = ((value - old * _TOP) * _BASE + new) % _PRIME
        out.append(value)
    return out


def of_passages(plan: PlanRecord, template: bool = False) -> tuple[Any, ...]:
    """What `SharedPassages` keeps of a plan, as plain values: its place, its runs, and (not of a template) its wording."""
    import numpy as np

    rows = [(text, where(record), array("Q", runs(text))) for record, text in _texts(plan)]
    found = np.unique(np.array([h for *_, hashes in rows for h in hashes], dtype=np.uint64))
    kept = None if template else (plan.source, plan.plan_id, tuple(value for _, value in plan.plan), tuple((*row, hashes.tobytes()) for *row, hashes in rows))
    return plan.plan.commune, plan.plan.province, found.tobytes(), kept


class SharedPassages:
    """For every plan the one that it shares most with; runs of templates (plans of higher bodies) count for nobody.

    `add` takes the plans in order as they go by. The comparison of all pairs works on a fixed sample of the runs where they
    are many; the shares that are handed on are exact: the plans' own wording waits on disk (in `folder`) for it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._heap, self._kept = Heap(folder), array("Q")
        self._step, self._total = 1, 0
        self._runs: list[Any] = []
        self._places: list[tuple[str | None, str | None]] = []
        self._templates: list[Any] = []

    def add(self, plan: PlanRecord, template: bool = False) -> None:
        self.take(of_passages(plan, template))

    def take(self, told: tuple[Any, ...]) -> None:
        """As `add`, of what `of_passages` says of a plan."""
        import numpy as np

        commune, province, data, kept = told
        found = np.frombuffer(data, dtype=np.uint64)
        if kept is None:
            self._templates.append(found)
            return
        self._kept.append(self._heap.put(kept))
        self._places.append((commune, province and sys.intern(province)))
        self._total += len(found)
        self._runs.append(found if self._step == 1 else _sample(found))
        if self._step == 1 and self._total > _KEEP_ALL:  # what was kept so far is thinned, too
            self._step, self._runs = _SAMPLE, [_sample(f) for f in self._runs]

    def found(self, report: float = 0.15) -> Iterator[Passages]:
        """In the order of plans; those of many that surely share less than `report` are left out. The plans of a result are
        heads: without records."""
        import numpy as np

        common = np.unique(np.concatenate(self._templates)) if self._templates else np.array([], dtype=np.uint64)
        left_out = frozenset(common.tolist())
        sampled = [f[~np.isin(f, common, assume_unique=True)] for f in self._runs] if len(common) else self._runs
        for n, best, share, others in _nearest(sampled, self._places, report):
            if self._step > 1 and share < _WORTH * report:
                continue
            (plan, rows), (closest, rows_of_it) = self._read(n), self._read(best)
            own, other = (frozenset(h for *_, hashes in some for h in hashes) - left_out for some in (rows, rows_of_it))
            yield Passages(plan, closest, len(own & other) / len(own), max(0, others - 1), *_longest(rows, other))


    def _read(self, n: int) -> tuple[PlanRecord, list[_Row]]:
        source, plan_id, head, rows = self._heap.get(self._kept[n])
        plan = PlanRecord.model_construct(source=source, plan_id=plan_id, plan=Plan.model_construct(**dict(zip(Plan.model_fields, head, strict=True))))
        out: list[_Row] = []
        for text, place, data in rows:
            hashes = array("Q")
            hashes.frombytes(data)
            out.append((text, place, hashes))
        return plan, out


def _sample(found: Any) -> Any:
    return found[found % _SAMPLE == 0].copy()


def shared_passages(plans: Sequence[PlanRecord]) -> list[Passages]:
    """What plans share of which all are communes'."""
    found = SharedPassages()
    for plan in plans:
        found.add(plan)
    return list(found.found())


def _nearest(found: Sequence[Any], communes: Sequence[tuple[str | None, str | None]], report: float) -> Iterator[tuple[int, int, float, int]]:
    """(plan, the other that it shares most runs with, share, how many others share `report`), by number; plans that share
    nothing with any other are left out. `found`: the runs of each plan, sorted arrays."""
    import numpy as np
    from scipy.sparse import csr_matrix

    if not any(len(f) for f in found):
        return
    names = {c: k for k, c in enumerate(dict.fromkeys(commune for commune, _ in communes))}
    provinces = {p: k for k, p in enumerate(dict.fromkeys(["", *(p or "" for _, p in communes)]))}
    place = np.array([names[c] for c, _ in communes])
    region = np.array([provinces[p or ""] for _, p in communes])
    every = np.concatenate(list(found))
    every.sort()
    hashes = np.unique(every[1:][every[1:] == every[:-1]])  # a run of one plan alone is shared with none
    del every
    if not len(hashes):
        return
    held = [at[hashes[np.minimum(at, len(hashes) - 1)] == own].astype(np.int32) for own in found for at in (np.searchsorted(hashes, own),)]
    starts, columns = np.cumsum([0, *map(len, held)]), np.concatenate(held)
    del held
    holds = csr_matrix((np.ones(len(columns), dtype=np.int32), columns, starts), shape=(len(found), len(hashes)))
    held_by = holds.T.tocsr()
    for n, own in enumerate(found):
        if not len(own):
            continue
        together = (holds[n] @ held_by).toarray()[0]
        # Two plans of one commune repeat each other by right.
        together[(place == place[n]) & ((region == region[n]) | (region == 0) | (region[n] == 0))] = 0
        best = int(together.argmax())
        if together[best]:
            yield n, best, float(together[best] / len(own)), int((together / len(own) >= report).sum())


def _longest(rows: Sequence[_Row], other: frozenset[int]) -> tuple[int, str, str]:
    best: tuple[int, str, str] = (0, "", "")
    for text, place, hashes in rows:
        length = 0
        for h in [*hashes, None]:
            if h in other:
                length += 1
                continue
            if length and length + RUN - 1 > best[0]:
                best = (length + RUN - 1 if len(hashes) > 1 else len(words(text)), text, place)
            length = 0
    return best
