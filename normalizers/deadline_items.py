"""Phrases as the grammar hands them on: windows of the calendar, recurrences, amounts of time, marks."""

from __future__ import annotations

from typing import Literal

from normalizers.deadline_values import Atom
from normalizers.frozen import frozen

Mode = Literal["in", "until", "before", "from", "after"]
Slot = Literal["", "quarter_last", "quarter_next", "month_next", "month_any"]
Period = tuple[int, str]


@frozen
class Window:
    """A stretch of the calendar `lo`..`hi`; `slot` places a day that has no month ("ngày 15 của tháng cuối quý")."""

    start: int
    end: int
    lo: Atom
    hi: Atom
    mode: Mode = "in"
    onward: bool = False
    slot: Slot = ""
    rule: str = "window"
    sure: float = 1.0
    from_now: bool = False


@frozen
class Recurrence:
    """Periods of an act, as (count, unit); `rules` where the phrase gives complete ones; `marked` with "hằng", "định kỳ"."""

    start: int
    end: int
    periods: tuple[Period, ...]
    rules: tuple[str, ...] = ()
    marked: bool = True
    rule: str = "recurrence"
    sure: float = 1.0


@frozen
class Amount:
    """An amount of time counted from the plan's date, from its issue, or (`anchor` "event") from something else."""

    start: int
    end: int
    count: int
    unit: str
    workdays: bool = False
    after: bool = False
    anchor: Literal["", "issue", "event"] = ""


@frozen
class Mark:
    """A word that is a phrase by itself: `ongoing`, `cond`, `event`, `onward`, `vision`, `periodic`, `course`, `this`, `since`."""

    start: int
    end: int
    kind: str
    value: str = ""


Item = Window | Recurrence | Amount | Mark
