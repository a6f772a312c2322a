"""What the workbook, the report, the letters and the calendar all read: one prepared view of a run, computed once."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, overload

from normalizers.collation import collated
from normalizers.text import slug
from pipeline.audit_kinds import KINDS
from pipeline.comparison import Cell, Commune, Comparison, Group
from pipeline.csv_io import split_marker
from pipeline.kept_targets import slim_plan
from pipeline.plan_text import place_text
from pipeline.records import Plan, PlanRecord, Record, Target, Task
from pipeline.tables import Table

SEVERITY = {"error": "Phải xử lý", "warning": "Nên xem", "info": "Để biết"}
COMPARABILITY = {"comparable": "So sánh được", "caveat": "Có lưu ý", "not_comparable": "Không so sánh"}
LOOSE = {"recurring": "Định kỳ", "ongoing": "Thường xuyên", "open_ended": "Không có hạn cuối", "conditional": "Theo điều kiện",
         "unresolved": "Chưa rõ", "none": "Không nêu"}
_EXTRA_TITLES = {"quarantined": "Tệp không đọc được", "not_compared": "Kế hoạch không đưa vào đối chiếu", "duplicate-file": "Tệp trùng nội dung"}
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_DATE = re.compile(r"(\d{4})-(\d\d)-\d\d")
_NO_DOCUMENT_CHARS = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """`text` without characters that XML, and so no Office file, can hold (controls, lone surrogates)."""
    if text.isprintable() or not _NO_DOCUMENT_CHARS.search(text):  # nearly all; the first look takes half as long as the second
        return text
    return _NO_DOCUMENT_CHARS.sub("", text)


def shorten(text: str, most: int) -> str:
    """`text` on one line, cut at a word with "…" if it is longer than `most` characters."""
    flat = " ".join(clean(text).split())
    if len(flat) <= most:
        return flat
    head = flat[:most - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > most * 0.6 else head).rstrip(" ,;:.") + "…"


def file_names(labels: Iterable[str], default: str) -> dict[str, str]:
    """Label → file name without suffix: ASCII, at most 60 characters, no two alike, none that Windows keeps for devices."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for label in labels:
        base = slug(label)[:60].strip("-") or default
        if _DEVICE.fullmatch(base):
            base = f"{default}-{base}"
        free, n = base, 2
        while free in taken:
            free, n = f"{base}-{n}", n + 1
        taken.add(free)
        names.setdefault(label, free)
    return names


def kind_title(kind: str) -> str:
    """The Vietnamese title of a kind of finding; an unknown kind stands for itself."""
    known = KINDS.get(kind)
    return known.title if known else _EXTRA_TITLES.get(kind, kind)


def quarter(due: str | None) -> str | None:
    """"2026-03-31" → "2026-Q1"; None for anything that is no day."""
    m = _DATE.fullmatch(due or "")
    return f"{m[1]}-Q{(int(m[2]) + 2) // 3}" if m else None


def quarter_title(key: str) -> str:
    """"2026-Q1" → "Quý I/2026"; the titles of `LOOSE` for the rest."""
    year, _, number = key.partition("-Q")
    return f"Quý {('I', 'II', 'III', 'IV')[int(number) - 1]}/{year}" if number else LOOSE[key]


def slot(record: Record) -> str:
    """The column of the timeline that a record falls into: a quarter, or a key of `LOOSE`."""
    deadline = record.deadline
    if deadline is None:
        return "none"
    return quarter(deadline.due) or (deadline.kind if deadline.kind in LOOSE else "unresolved")


def owners(record: Record, role: str = "lead") -> tuple[str, ...]:
    """Canonical names of the lead (or support) units of a record, each once."""
    refs = record.lead_units if role == "lead" else record.support_units
    names = record.lead if role == "lead" else record.support
    return tuple(dict.fromkeys([r.name for r in refs] or names))


def wording(record: Record) -> str:
    """What a record says, for people: the task's text or the indicator."""
    if isinstance(record, Task):
        return record.text
    return record.indicator if isinstance(record, Target) else record.raw


class FindingRow(NamedTuple):
    """A row of the findings table, with the commune it concerns ("" where none)."""

    kind: str
    severity: str
    source: str
    record: str
    place: str
    message: str
    quotes: tuple[str, ...]
    commune: str

    @property
    def title(self) -> str:
        return kind_title(self.kind)


class Load(NamedTuple):
    """The work of one unit over all plans: how many tasks it leads and supports, in how many communes, per slot."""

    unit: str
    lead: int
    support: int
    communes: int
    slots: Mapping[str, int]


class Missing(NamedTuple):
    """An indicator that most communes set and one does not."""

    indicator_id: str
    name: str
    having: int
    of: int


class Head(NamedTuple):
    """A plan without its records: what it says of itself, and how many targets and tasks it has."""

    source: str
    plan_id: str
    plan: Plan
    targets: int
    tasks: int


class Tally:
    """What is counted over all plans while they go by; plans that are no longer in force count as heads only."""

    def __init__(self, gone: Container[str] = ()) -> None:
        self._gone = gone
        self.heads: list[Head] = []
        self.slots: Counter[str] = Counter()
        self._lead: dict[str, Counter[str]] = {}
        self._support: Counter[str] = Counter()
        self._communes: Counter[str] = Counter()

    def add(self, plan: PlanRecord) -> None:
        self.heads.append(Head(plan.source, plan.plan_id, slim_plan(plan.plan), len(plan.targets), len(plan.tasks)))
        if plan.source in self._gone:
            return
        seen: set[str] = set()
        for task in plan.tasks:
            when = slot(task)
            self.slots[when] += 1
            for name in owners(task):
                self._lead.setdefault(name, Counter())[when] += 1
                seen.add(name)
            for name in owners(task, "support"):
                self._support[name] += 1
                seen.add(name)
        self._communes.update(seen)

    def loads(self) -> tuple[Load, ...]:
        """Work per unit, the busiest lead first. Tasks only; a task with two leads counts for both."""
        rows = [Load(name, sum(self._lead.get(name, Counter()).values()), self._support[name], plans, dict(self._lead.get(name, {})))
                for name, plans in self._communes.items()]
        return tuple(sorted(rows, key=lambda r: (-r.lead, -r.support, r.unit)))


class FindingRows(Sequence[FindingRow]):
    """All findings, the gravest first, then by source; read from the table each time."""

    def __init__(self, table: Table, communes: Mapping[str, str]) -> None:
        self._rows, self._communes = table.rows, communes
        self._at = [n for name in FindingRow._fields[:-1] for n, c in enumerate(table.columns) if c.name == name]
        severity = self._at[1]
        order = list(SEVERITY)
        levels = [array("Q") for _ in range(len(order) + 1)]
        for n, row in enumerate(table.rows):
            levels[order.index(str(row[severity])) if row[severity] in order else len(order)].append(n)
        self._order = array("Q", (n for level in levels for n in level))

    def __len__(self) -> int:
        return len(self._order)

    @cached_property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """How many findings there are of each severity and kind."""
        severity, kind = self._at[1], self._at[0]
        return Counter((_shown(row[severity]), _shown(row[kind])) for row in self._rows)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for _, kind in self.counts)

    def sources(self) -> Iterator[str]:
        """The source of each finding, in their order; quicker than to ask for the findings."""
        at, rows = self._at[2], self._rows
        return (_shown(rows[n][at]) for n in self._order)

    def communes(self) -> Iterator[str]:
        """The commune of each finding, in their order."""
        at, rows = self._at[2], self._rows
        return (clean(self._communes.get(str(rows[n][at]), "")) for n in self._order)

    @overload
    def __getitem__(self, index: int) -> FindingRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FindingRow]: ...
    def __getitem__(self, index: int | slice) -> FindingRow | Sequence[FindingRow]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        row = self._rows[self._order[index]]
        kind, severity, source, record, place, message, quotes = (_shown(row[n]) for n in self._at)
        return FindingRow(kind, severity, source, record, place, message, tuple(q for q in quotes.split(" | ") if q), clean(self._communes.get(str(row[self._at[2]]), "")))


def _shown(value: object) -> str:
    return "" if value is None else clean(str(value))


@dataclass(frozen=True)
class Overview:
    """One run: plans (sorted, indicators assigned; read when they are asked for), their comparison, all tables that are
    written, and what was counted over the plans (counted here where it is not given)."""

    plans: Sequence[PlanRecord]
    comparison: Comparison
    tables: Mapping[str, Table]
    counted: Tally | None = None

    @cached_property
    def _tally(self) -> Tally:
        if self.counted is not None:
            return self.counted
        tally = Tally(self.replaced_by)
        for plan in self.plans:
            tally.add(plan)
        return tally

    @property
    def heads(self) -> Sequence[Head]:
        return self._tally.heads

    @cached_property
    def commune_of(self) -> dict[str, str]:
        """plan_id → label of its commune (plans of no commune are absent)."""
        labels = {c.key: c.label for c in self.comparison.communes}
        return {h.plan_id: labels[k] for h in self.heads
                if (k := (h.plan.commune_type or "", h.plan.commune or "", h.plan.province or "")) in labels and h.plan.commune}

    @cached_property
    def replaced_by(self) -> dict[str, str]:
        """Source of a plan that is no longer in force → source of the one that is (amended plans stay in force)."""
        return {r.old: r.new for r in self.comparison.replaced if r.reason != "amends"}

    @property
    def current(self) -> Iterator[PlanRecord]:
        """The plans in force: whose tasks are counted, timed and put into calendars."""
        return (p for p in self.plans if p.source not in self.replaced_by)

    @cached_property
    def findings(self) -> FindingRows:
        """All findings, the gravest first, then by source."""
        return FindingRows(self.tables["findings"], {h.source: self.commune_of.get(h.plan_id, "") for h in self.heads})

    @cached_property
    def shared(self) -> tuple[Group, ...]:
        """Groups of one horizon year that two or more communes have."""
        return tuple(g for g in self.comparison.groups if g.year is not None and g.with_target > 1)

    @cached_property
    def widest(self) -> tuple[Group, ...]:
        """Groups with a spread, the plainly comparable first, then by spread in relation to the median."""
        groups = [g for g in self.shared if g.spread]
        return tuple(sorted(groups, key=lambda g: (g.comparability != "comparable", -relative_spread(g), g.indicator.id, g.year or 0)))

    @cached_property
    def missing(self) -> dict[Commune, tuple[Missing, ...]]:
        """Per commune the indicators that more than half of all communes (two at least) set at some horizon and it does not."""
        communes = self.comparison.communes
        usual: list[tuple[Missing, set[Commune]]] = []
        for indicator, groups in groupby(self.comparison.groups, key=lambda g: g.indicator):  # the horizons of an indicator stand together
            of_it = list(groups)
            if 2 * sum(g.with_target for g in of_it) > len(communes):
                having = {c.commune for g in of_it for c in g.having}
                if len(having) >= 2 and 2 * len(having) > len(communes):
                    usual.append((Missing(indicator.id, indicator.name, len(having), len(communes)), having))
        usual.sort(key=lambda u: (-u[0].having, u[0].indicator_id))
        return {c: tuple(missing for missing, having in usual if c not in having) for c in communes}

    @property
    def slot_counts(self) -> Counter[str]:
        """How many tasks fall into each column of the timeline."""
        return self._tally.slots

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Columns of the timeline: quarters that occur, in order, then those of `LOOSE` that occur."""
        found = {s for s, n in self.slot_counts.items() if n}
        return (*sorted(s for s in found if s not in LOOSE), *(s for s in LOOSE if s in found))

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        return self._tally.loads()

    @cached_property
    def title(self) -> str:
        """"5 xã, phường (Đồng Nai, Hải Phòng)"."""
        places = sorted({c.key[2] for c in self.comparison.communes if c.key[2]}, key=collated)
        shown = ", ".join(places[:4]) + (", …" if len(places) > 4 else "")
        return clean(f"{len(self.comparison.communes)} xã, phường, đặc khu" + (f" ({shown})" if shown else ""))


def relative_spread(group: Group) -> float:
    """A group's spread in relation to its scale: percentages by 100, the rest by the median."""
    if not group.spread:
        return 0.0
    if group.indicator.unit == "%":
        return group.spread / 100
    return group.spread / abs(group.middle) if group.middle else group.spread


def quote_of(record: Record, most: int = 400) -> str:
    """The printed words of a record without the list marker, whole up to `most` characters."""
    return shorten(split_marker(record.raw or wording(record))[1], most)


def place_of(plan: PlanRecord | None, record: Record | None) -> str:
    """Where a record stands: "plan.pdf, trang 3"; "" without one."""
    if plan is None or record is None:
        return ""
    return clean(", ".join(filter(None, (plan.source, place_text(record.span, record.lines)))))


def cell_standing(group: Group, cell: Cell) -> str:
    """How a cell stands to its group: above, below or at the median, not compared, without number, missing."""
    if cell.status == "not_set" or (group.year is not None and cell.status == "no_horizon"):
        return "missing" if cell.status == "not_set" else "no_horizon"
    if not cell.compared:
        return "text" if cell.value is None else "apart"
    if not cell.to_median:
        return "middle"
    return "above" if cell.to_median > 0 else "below"
