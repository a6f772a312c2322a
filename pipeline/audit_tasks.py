"""Findings about tasks: no owner, no deadline, deadlines nobody can check, phrases not understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pipeline.audit_kinds import about
from pipeline.audit_sections import tables
from pipeline.plan_text import quote, records, share_text, wording
from pipeline.records import Finding, PlanRecord, Record, Task

VAGUE = frozenset({"ongoing", "conditional", "open_ended", "unresolved"})
_VAGUE_NAMES = {"ongoing": "thường xuyên", "conditional": "theo điều kiện", "open_ended": "không có điểm cuối", "unresolved": "chưa hiểu"}
_MANY = 8           # empty cells of one table above this share one finding
_VAGUE_SHARE = 0.3  # share of vague deadlines that is worth a finding
_VAGUE_LEAST = 5    # deadlines a plan must have before its share says anything


def _column(table: Sequence[Record], filled: Sequence[bool]) -> bool:
    """Whether a table has a column: half of its rows (two at least) fill it."""
    return sum(filled) >= 2 and 2 * sum(filled) >= len(table)


def _owned(record: Record) -> bool:
    return bool(record.lead)


def _timed(record: Record) -> bool:
    return record.deadline is not None


_CHECKS: tuple[tuple[str, Callable[[Record], bool], str, str], ...] = (
    ("task-no-owner", _owned, "Ô đơn vị chủ trì để trống: “{}”", "{} dòng của một bảng để trống đơn vị chủ trì"),
    ("task-no-deadline", _timed, "Ô thời hạn để trống: “{}”", "{} dòng của một bảng để trống thời hạn"))


def tasks(plan: PlanRecord) -> Iterator[Finding]:
    """Tasks without owner and without deadline: prose as one share a plan, a table's empty cell as a row of its own."""
    in_tables = tables(plan)
    prose = [t for t in plan.tasks if t.origin == "section"]
    for kind, has, one, many in _CHECKS:
        for table in in_tables:
            filled = [has(r) for r in table]
            empty = [r for r, full in zip(table, filled, strict=True) if not full]
            if not empty:
                continue
            if not _column(table, filled):
                continue
            if len(empty) > _MANY:
                yield about(kind, plan, many.format(share_text(len(empty), len(table))), empty)
            else:
                for r in empty:
                    yield about(kind, plan, one.format(quote(wording(r), 100)), [r])
        bare: list[Record] = [t for t in prose if not has(t)]
        what = "đơn vị chủ trì" if kind == "task-no-owner" else "thời hạn"
        if bare:
            yield about(kind, plan, f"{share_text(len(bare), len(prose))} nhiệm vụ ở phần lời không nêu {what}", bare, severity="info")
        for table in in_tables:
            rows = [r for r in table if isinstance(r, Task)]
            if rows and not _column(table, [has(r) for r in table]):
                yield about(kind, plan, f"Bảng {len(rows)} nhiệm vụ không có cột {what} (hoặc cột gần như trống)", rows, severity="info")


def deadlines(plan: PlanRecord) -> Iterator[Finding]:
    """Share of deadlines that nobody can check, and phrases that no rule understands."""
    timed = [r for r in records(plan) if r.deadline is not None]
    vague = [r for r in timed if r.deadline and r.deadline.kind in VAGUE]
    if len(timed) >= _VAGUE_LEAST and len(vague) >= _VAGUE_SHARE * len(timed):
        count: dict[str, int] = defaultdict(int)
        for r in vague:
            if r.deadline:
                count[r.deadline.kind] += 1
        parts = ", ".join(f"{_VAGUE_NAMES[k]} {n}" for k, n in sorted(count.items(), key=lambda i: (-i[1], i[0])))
        yield about("deadline-vague", plan, f"{share_text(len(vague), len(timed))} thời hạn không có ngày để kiểm tra ({parts})", vague,
                    severity="warning" if 3 * len(vague) >= 2 * len(timed) else None)
    unread: dict[str, list[Record]] = defaultdict(list)
    for r in timed:
        if r.deadline and r.deadline.kind == "unresolved":
            unread[r.deadline.raw].append(r)
    for raw, found in unread.items():
        yield about("deadline-unresolved", plan, f"Chưa hiểu cụm từ thời hạn “{quote(raw, 80)}” ({len(found)} mục)", found)
