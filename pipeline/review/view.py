"""The plans with all corrections, and what follows from them: comparison, findings, which records a finding is about.

A view never changes; a correction makes a new one. Comparison and findings are worked out when a page first asks.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

from normalizers.indicator_concepts import direction_of
from normalizers.indicators import PROVISIONAL, Indicator, catalogue, provisional_id
from normalizers.text import squash
from pipeline.audit import with_findings
from pipeline.baseline import Floors
from pipeline.comparison import Cell, Comparison, Group, compare
from pipeline.records import Finding, LedgerRow, PlanRecord, Record


def pid_of(source: str) -> str:
    """A plan's name in addresses: says nothing about paths, means nothing to the file system."""
    return hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:12]


class Rows(Sequence[LedgerRow]):
    """A plan's lines, fetched when first looked at. Stands for a tuple."""

    def __init__(self, fetch: Callable[[], Sequence[LedgerRow]]) -> None:
        self._fetch: Callable[[], Sequence[LedgerRow]] | None = fetch
        self._rows: tuple[LedgerRow, ...] = ()

    def _all(self) -> tuple[LedgerRow, ...]:
        fetch = self._fetch
        if fetch is not None:
            self._rows = tuple(fetch())
            self._fetch = None  # after the rows: another thread sees either the way to them or them
        return self._rows

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> LedgerRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[LedgerRow, ...]: ...
    def __getitem__(self, index: int | slice) -> LedgerRow | tuple[LedgerRow, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[LedgerRow]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows | tuple) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())


@dataclass(frozen=True)
class View:
    """`own`: the findings that a plan's reader and reviewers left on it; `about_log`: those about the log; `floors`: of a file."""

    plans: tuple[PlanRecord, ...]
    indicators: Mapping[str, Indicator]
    own: Callable[[str], tuple[Finding, ...]] = field(compare=False)
    about_log: Callable[[], tuple[Finding, ...]] = field(compare=False)
    floors: Floors | None = None

    @cached_property
    def by_pid(self) -> dict[str, PlanRecord]:
        return {pid_of(p.source): p for p in self.plans}

    @cached_property
    def records(self) -> dict[tuple[str, str], Record]:
        return {(pid, r.id): r for pid, p in self.by_pid.items() for r in (*p.targets, *p.tasks)}

    @cached_property
    def comparison(self) -> Comparison:
        return compare(self.plans, indicators=self.indicators, baseline=self.floors)

    @cached_property
    def cells(self) -> dict[tuple[str, str], list[tuple[Group, Cell]]]:
        """By (source, record id): where a target stands in the comparison."""
        out: dict[tuple[str, str], list[tuple[Group, Cell]]] = {}
        for group in self.comparison.groups:
            for cell in group.having:
                if cell.target is not None and cell.plan is not None:
                    out.setdefault((cell.plan.source, cell.target.id), []).append((group, cell))
        return out

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, as a run would write them."""
        plans = [p.model_copy(update={"findings": self.own(p.source)}) for p in self.plans]
        return (*(f for p in with_findings(plans, self.comparison) for f in p.findings), *self.about_log())


@dataclass(frozen=True)
class Marks:
    """Which records findings are about: (source, record id) → their kinds; `urgent`: those that are more than a remark."""

    kinds: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    urgent: frozenset[tuple[str, str]] = frozenset()


def marks_of(findings: Iterable[Finding]) -> Marks:
    """The records that findings are about."""
    kinds: dict[tuple[str, str], dict[str, None]] = {}
    urgent = set()
    for f in findings:
        for rid in filter(None, f.record.split("; ")):
            kinds.setdefault((f.source, rid), {})[f.kind] = None
            if f.severity != "info":
                urgent.add((f.source, rid))
    return Marks({k: tuple(v) for k, v in kinds.items()}, frozenset(urgent))


def indicators_of(plans: Iterable[PlanRecord]) -> dict[str, Indicator]:
    """The indicators that targets have been assigned to, by id: of the catalogue, and the provisional ones as `assign` named them:
    by the wording that their id is made of, with the unit printed most."""
    wordings: dict[str, Counter[str]] = {}
    units: dict[str, Counter[str]] = {}
    for plan in plans:
        for target in plan.targets:
            iid = target.indicator_id or ""
            wordings.setdefault(iid, Counter())[target.indicator] += 1
            units.setdefault(iid, Counter())[target.unit or ""] += 1
    out: dict[str, Indicator] = {}
    for iid, found in wordings.items():
        if iid in catalogue():
            out[iid] = catalogue()[iid]
        elif iid.startswith(PROVISIONAL):
            printed: Counter[str] = Counter()
            for text, count in found.items():
                text = squash(text).rstrip(" .;,:")
                printed[text[:1].upper() + text[1:]] += count
            own: Mapping[str, int] = printed
            if len(printed) > 1:
                own = {t: n for t, n in printed.items() if iid.startswith(provisional_id(t))} or printed
            name = min(own, key=lambda t: (-own[t], len(t), t))
            some = {u: n for u, n in units[iid].items() if u} or {"": 1}
            out[iid] = Indicator(iid, name, min(some, key=lambda u: (-some[u], u)), direction_of(name), "tam",
                                 "Chỉ tiêu tạm: chưa có trong danh mục, gom theo cách gọi.")
    return out
