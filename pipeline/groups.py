"""The parts of a comparison: communes, cells, groups; and `GroupStore`, which keeps the groups of very many communes on disk.

`pipeline.comparison` makes them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, overload

from normalizers.indicators import Indicator
from pipeline.baseline import Against, Floor
from pipeline.heap import Heap
from pipeline.kept_targets import target_of, target_row
from pipeline.records import PlanRecord, Target

Status = Literal["set", "not_set", "qualitative", "no_horizon"]
Comparability = Literal["comparable", "caveat", "not_comparable"]


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of the batch: `key` is (type, name, province), `label` its name, with the province where names repeat."""

    key: tuple[str, str, str]
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One commune in one group. `target` and `plan` are None for `not_set`; `note` is Vietnamese (other horizons,
    other values); `compared` says whether the value enters the statistics; `outlier` whether it lies apart from the
    other communes' (five or more). `floor` is what the commune's province asks for, `gap` value − floor, `against` how
    the two stand to each other; None without a floor."""

    commune: Commune
    status: Status
    target: Target | None = None
    plan: PlanRecord | None = None
    value: float | None = None
    compared: bool = False
    to_median: float | None = None
    rank: int | None = None
    note: str = ""
    outlier: bool = False
    floor: Floor | None = None
    gap: float | None = None
    against: Against | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One indicator at one horizon year (None: targets whose plan prints no horizon). Statistics are over the compared
    cells; `spread` is max − min, None with fewer than two; `mad` the median absolute deviation, from five values on. `of`: how
    many communes the batch has; in a batch of more than `LISTED_ALL` those that lack what few have no cell. `cells` may read
    from disk each time it is gone through."""

    indicator: Indicator
    year: int | None
    cells: Sequence[Cell]
    low: float | None
    high: float | None
    middle: float | None
    spread: float | None
    comparability: Comparability
    caveats: tuple[str, ...]
    mad: float | None = None
    of: int = 0
    counted: int | None = field(default=None, compare=False)  # `with_target`, where it was counted before

    @property
    def having(self) -> tuple[Cell, ...]:
        """Cells whose commune has a target in this group."""
        if self.year is None:
            return tuple(c for c in self.cells if c.status == "no_horizon")
        return tuple(c for c in self.cells if c.status in ("set", "qualitative"))

    @property
    def with_target(self) -> int:
        """How many communes have a target in this group."""
        return len(self.having) if self.counted is None else self.counted


class GroupStore(Sequence[Group]):
    """The groups of a comparison on disk; a group, and then its cells, are read each time they are asked for.

    `everyone`: all communes. `plans`: their plans; a cell of the store holds one of these. `floors`: all floors.
    `indicator` gives an indicator by its id."""

    def __init__(self, groups: Iterable[Group], everyone: Sequence[Commune], plans: Sequence[PlanRecord], floors: Sequence[Floor],
                 indicator: Callable[[str], Indicator], folder: Path | None = None) -> None:
        self._heap, self._at = Heap(folder), array("Q")
        self._everyone, self._plans, self._floors, self._indicator = everyone, plans, floors, indicator
        self._last: tuple[int, Sequence[Cell]] = (-1, ())
        self._unset = [Cell(commune, "not_set") for commune in everyone]
        communes = {c: n for n, c in enumerate(everyone)}
        sources = {p.source: n for n, p in enumerate(plans)}
        numbers = {id(f): n for n, f in enumerate(floors)}
        for g in groups:
            cells = self._heap.put(tuple(_cell_row(c, communes, sources, numbers) for c in g.cells))
            self._at.append(self._heap.put((g.indicator.id, g.year, cells, len(g.cells), g.low, g.high, g.middle, g.spread, g.comparability, g.caveats,
                                            g.mad, g.of, g.with_target)))

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, index: int) -> Group: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Group]: ...
    def __getitem__(self, index: int | slice) -> Group | Sequence[Group]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        iid, year, cells, count, *rest = self._heap.get(self._at[index])
        return Group(self._indicator(iid), year, _Cells(self, cells, count), *rest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def cells(self, handle: int) -> Sequence[Cell]:
        """The cells of one group; those asked for last stay in memory."""
        if self._last[0] != handle:
            unset = self._unset
            self._last = (handle, tuple(unset[row[0]] if len(row) == 1 else self._cell(row) for row in self._heap.get(handle)))
        return self._last[1]

    def _cell(self, row: tuple[Any, ...]) -> Cell:
        at, status, target, plan, value, compared, to_median, rank, note, outlier, floor, gap, against = row
        return Cell(self._everyone[at], status, None if target is None else target_of(target), None if plan is None else self._plans[plan], value, compared, to_median,
                    rank, note, outlier, None if floor is None else self._floors[floor], gap, against)


def _cell_row(c: Cell, communes: Mapping[Commune, int], sources: Mapping[str, int], floors: Mapping[int, int]) -> tuple[object, ...]:
    if c.status == "not_set" and not c.note and c.floor is None:
        return (communes[c.commune],)
    return (communes[c.commune], c.status, None if c.target is None else target_row(c.target), None if c.plan is None else sources[c.plan.source], c.value,
            c.compared, c.to_median, c.rank, c.note, c.outlier, None if c.floor is None else floors[id(c.floor)], c.gap, c.against)


class _Cells(Sequence[Cell]):
    """The cells of a group of a store."""

    __slots__ = ("_count", "_handle", "_store")

    def __init__(self, store: GroupStore, handle: int, count: int) -> None:
        self._store, self._handle, self._count = store, handle, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Cell]:
        return iter(self._store.cells(self._handle))

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | Sequence[Cell]:
        return self._store.cells(self._handle)[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
