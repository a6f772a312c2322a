"""A plan's wording for those who judge it: its running text with places, names for people, short quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from normalizers.text import fold, join_lines, squash
from pipeline.records import LedgerRow, PlanRecord, Record, Span, Target, Task

# Roles of lines that are not the plan's own sentences.
APART = frozenset({"furniture", "signature", "recipients", "table-header", "cell"})


@dataclass(frozen=True, slots=True)
class Body:
    """Ledger rows joined to one text; `row_at(offset)` says which row stands there."""

    text: str
    rows: tuple[LedgerRow, ...]
    starts: tuple[int, ...]

    def row_at(self, offset: int) -> LedgerRow:
        return self.rows[max(0, bisect_right(self.starts, offset) - 1)]

    def around(self, start: int, end: int, width: int = 60) -> str:
        """The wording around `[start, end)`, cut at words."""
        low, high = max(0, start - width), min(len(self.text), end + width)
        cut = self.text[low:high]
        if low:
            cut = "…" + cut.partition(" ")[2]
        if high < len(self.text):
            cut = cut.rpartition(" ")[0] + "…"
        return cut


def body(plan: PlanRecord, apart: Iterable[str] = APART) -> Body:
    """The rows of a plan outside the roles `apart`, joined by single spaces in reading order."""
    left_out = frozenset(apart)
    rows = [r for r in plan.ledger if r.role not in left_out and r.text and not r.text.isspace()]
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    for row in rows:
        text = row.text
        if not text.isprintable() or "  " in text or text[0] == " " or text[-1] == " ":  # few: rows are printed on one line
            text = " ".join(text.split())
        if parts and not (parts[-1][-1] in "-/" and join_lines([parts[-1][-20:], text]) == parts[-1][-20:] + text):  # "57-" + "NQ/TW"
            text = " " + text
            starts.append(at + 1)
        else:
            starts.append(at)
        parts.append(text)
        at += len(text)
    return Body("".join(parts), tuple(rows), tuple(starts))


def place_text(span: Span, lines: tuple[int, int] | None = None) -> str:
    """A record's place for people: "trang 3", "dòng 12–14", a DOCX path; "" where none is known."""
    parts = []
    if span.page is not None:
        pages = sorted({box[0] for box in span.boxes} | {span.page})
        parts.append(f"trang {pages[0]}" if len(pages) == 1 else f"trang {pages[0]}–{pages[-1]}")
    shown = span.lines or lines
    if shown:
        parts.append(f"dòng {shown[0]}" if shown[0] == shown[1] else f"dòng {shown[0]}–{shown[1]}")
    if span.path:
        parts.append(span.path)
    return ", ".join(parts)


def quote(text: str, width: int = 160) -> str:
    """A quote of at most `width` characters, cut at a word."""
    text = squash(text)
    if len(text) <= width:
        return text
    return text[:width].rpartition(" ")[0].rstrip(" ,;:") + "…"


def wording(record: Record) -> str:
    """What a record says: a task's text, a target's indicator."""
    if isinstance(record, Target):
        return record.indicator
    return record.text if isinstance(record, Task) else record.raw


def where(record: Record) -> str:
    return place_text(record.span, record.lines)


def plan_name(plan: PlanRecord) -> str:
    """How a message names a plan: "xã Gia Phúc", "tỉnh Đồng Nai", else its file."""
    p = plan.plan
    if p.commune:
        return f"{p.commune_type or 'xã'} {p.commune}"
    if p.province:
        return p.province
    return plan.source


def position(record: Record) -> int:
    """Where a record stands in reading order."""
    if record.span.numbers:
        return record.span.numbers[0]
    return (record.span.lines or record.lines or (0, 0))[0]


def records(plan: PlanRecord) -> list[Record]:
    """All targets and tasks in reading order."""
    return sorted([*plan.targets, *plan.tasks], key=lambda r: (position(r), r.id))


def day_text(iso: str) -> str:
    """An ISO date as Vietnamese print it: "2026-01" → "01/2026"."""
    return "/".join(reversed(iso.split("-")))


def earliest(iso: str) -> str:
    """The first day that an ISO day, month or year can mean."""
    return (iso + "-01-01")[:10] if len(iso) == 4 else (iso + "-01")[:10]


def latest(iso: str) -> str:
    """The last day that an ISO day, month or year can mean (31 stands for any month's end; only compared)."""
    return iso + "-12-31" if len(iso) == 4 else iso + "-31" if len(iso) == 7 else iso


def words(text: str) -> list[str]:
    """Folded words, numbers included."""
    return re.findall(r"\w+", fold(text))


def share_text(part: int, whole: int) -> str:
    """"12/47 (26 %)"."""
    return f"{part}/{whole} ({round(100 * part / whole) if whole else 0} %)"


def listed(items: Sequence[str], most: int = 5) -> str:
    """The first items in a row, and how many more there are."""
    shown = "; ".join(items[:most])
    return shown + (f"; và {len(items) - most} mục khác" if len(items) > most else "")
