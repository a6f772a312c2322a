"""Pages for looking at the queue, a record, a plan's lines, and what was corrected."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from normalizers.indicators import PROVISIONAL, catalogue
from normalizers.unit_vocab import vocabulary
from pipeline.audit_kinds import KINDS
from pipeline.correction_fields import fields_of, get_field
from pipeline.corrections import active
from pipeline.plan_text import position, records, wording
from pipeline.records import PlanRecord, Record, Target
from pipeline.review.app import page
from pipeline.review.context import blocks
from pipeline.review.context import parts as parts_of
from pipeline.review.desk import Desk, ReadOnly
from pipeline.review.queue import FIELDS, Filter, Item, doubts, matching
from pipeline.review.readings import Unreadable, field_text, read_field, read_parts, typed_text
from pipeline.review.render import NoPicture
from pipeline.review.view import pid_of

router = APIRouter()
PAGE = 40
_FILTERS = ("pid", "kind", "field", "unit", "indicator", "finding", "state", "q")


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def desk_writing(request: Request) -> Desk:
    """The desk, for a page that is there to change something. Raises ReadOnly."""
    desk = desk_of(request)
    if desk.read_only:
        raise ReadOnly
    return desk


def filter_of(params: Any) -> Filter:
    """The filter of an address; unknown keys are left out, long values cut."""
    values = {k: str(params.get(k, ""))[:200] for k in _FILTERS if k in params}
    if values.get("state") not in ("open", "done", "all"):
        values.pop("state", None)
    return Filter(**values)


def query_of(f: Filter) -> str:
    """A filter as the query of an address, without what is everything anyway."""
    plain = Filter()
    return urlencode({k: getattr(f, k) for k in _FILTERS if getattr(f, k) != getattr(plain, k)})


@router.get("/")
def queue(request: Request, n: int = 0) -> HTMLResponse:
    """The queue with its filters, a page of it at a time."""
    desk = desk_of(request)
    f = filter_of(request.query_params)
    items = desk.items(exact=bool(f.finding))
    marks = desk.marks()
    found = matching(items, f, desk.view.records, marks)
    start = max(0, min(n, max(0, len(found) - 1) // PAGE * PAGE)) // PAGE * PAGE
    rows = [(item, record, _value(desk, record, item)) for item in found[start : start + PAGE] if (record := desk.view.records.get((item.pid, item.rid)))]
    units = Counter(u for p in desk.view.plans for r in (*p.targets, *p.tasks) for u in r.lead)
    return page(request, "queue.html", f=f, query=query_of(f), rows=rows, start=start, size=PAGE, total=len(found), done=sum(i.done for i in items), all=len(items),
                plans=desk.view.plans, FIELDS=FIELDS, units=[u for u, _ in units.most_common(60)],
                indicators=[i for i in desk.view.indicators.values() if not i.id.startswith(PROVISIONAL)],
                findings=sorted({k for ks in marks.kinds.values() for k in ks}), KINDS=KINDS)


def _value(desk: Desk, record: Record, item: Item) -> str:
    if item.field == "indicator_id" and isinstance(record, Target):
        known = desk.view.indicators.get(record.indicator_id or "")
        return known.name if known else "(chưa có)"
    return field_text(item.field, get_field(record, item.field))


def field_rows(record: Record) -> list[dict[str, Any]]:
    """The record's fields for its page, with how sure each is and what was read automatically."""
    sure = doubts(record)
    out = []
    for name in fields_of(record):
        value = get_field(record, name)
        reviewed = name in record.auto_value
        auto = record.auto_value.get(name) if reviewed else None
        out.append({"name": name, "text": field_text(name, value), "typed": typed_text(name, value), "confidence": sure.get(name), "reviewed": reviewed,
                    "auto": field_text(name, auto) if reviewed and auto != value else "", "empty": value in (None, [], ""),
                    "raw": value["raw"] if name == "deadline" and value else "",
                    "unknown": [u for u in (value or []) if not u["known"]] if name in ("lead", "support") else []})
    return out


def retyped(record: Record) -> str:
    """A record's wording as one would type it: a sentence as printed, a table row as indicator and value."""
    if not isinstance(record, Target):
        return wording(record)
    if record.origin == "section" and record.raw:
        return record.raw.lstrip("-+•* ")
    value = field_text("value", get_field(record, "value"))
    return record.indicator if record.comparator == "qualitative" else f"{record.indicator} {value}"


def neighbours(plan: PlanRecord, record: Record, reach: int = 3) -> list[Record]:
    """Records of the same kind before and after, for merging."""
    same = [r for r in records(plan) if isinstance(r, Target) == isinstance(record, Target)]
    at = next((n for n, r in enumerate(same) if r.id == record.id), 0)
    return [r for r in same[max(0, at - reach) : at + reach + 1] if r.id != record.id]


def around_in_queue(desk: Desk, pid: str, rid: str) -> tuple[tuple[str, str] | None, tuple[str, str] | None, int, int]:
    """The records before and after this one in the queue, its place and their number; only those with open fields."""
    names = list(dict.fromkeys((i.pid, i.rid) for i in desk.order() if (not i.done or (i.pid, i.rid) == (pid, rid)) and (i.pid, i.rid) in desk.view.records))
    if (pid, rid) not in names:
        return None, names[0] if names else None, 0, len(names)
    at = names.index((pid, rid))
    return names[at - 1] if at else None, names[at + 1] if at + 1 < len(names) else None, at + 1, len(names)


@router.get("/r/{pid}/{rid}")
def record_page(request: Request, pid: str, rid: str, at: str = "") -> HTMLResponse:
    """A record: its fields beside the page or its lines, raw text, rule, other readings."""
    return show_record(request, pid, rid, at)


def show_record(request: Request, pid: str, rid: str, at: str = "", *, status: int = 200, editing: str = "", typed: str = "", problem: str = "") -> HTMLResponse:
    """The record's page; `editing` opens a field with what was `typed` and its `problem`."""
    desk = desk_of(request)
    plan, record = desk.record(pid, rid)
    before, after, number, count = around_in_queue(desk, pid, rid)
    indicator = None
    if isinstance(record, Target):
        named = desk.view.indicators.get(record.indicator_id or "")
        indicator = {"id": record.indicator_id or "", "name": named.name if named else "",
                     "confidence": record.indicator_confidence or 0.0, "runner_up": record.indicator_runner_up or "", "provisional": (record.indicator_id or "").startswith(PROVISIONAL), "reviewed": "indicator_id" in record.auto_value,
                     "runner_name": catalogue()[record.indicator_runner_up].name if record.indicator_runner_up in catalogue() else ""}
    fields = field_rows(record)
    open_fields = {n: c for n, c in doubts(record).items() if n not in record.auto_value and c < 0.995}
    focus = at or min(open_fields, key=lambda n: (open_fields[n], n), default=fields[0]["name"])
    return page(request, "record.html", status, plan=plan, record=record, pid=pid, fields=fields, indicator=indicator, focus=focus, before=before, after=after,
                number=number, count=count, blocks=parts_of(blocks(plan, record)) if not record.span.boxes else [], near=neighbours(plan, record),
                kind="target" if isinstance(record, Target) else "task", findings=desk.marks().kinds.get((plan.source, rid), ()), KINDS=KINDS,
                catalogue=list(catalogue().values()) if isinstance(record, Target) else [], units=list(vocabulary().entries.values()),
                editing=editing, typed=typed, problem=problem)


@router.get("/r/{pid}/{rid}/page/{n}")
def picture(request: Request, pid: str, rid: str, n: int) -> Response:
    """The n-th page of a record as a picture, its place outlined."""
    try:
        data = desk_of(request).picture(pid, rid, n)
    except NoPicture as error:
        return PlainTextResponse(str(error), 404)
    return Response(data, media_type="image/png", headers={"cache-control": "private, max-age=3600"})


@router.get("/r/{pid}/{rid}/compared")
def compared(request: Request, pid: str, rid: str) -> HTMLResponse:
    """Where a target stands in the comparison: fetched by its page, which need not wait for it."""
    desk = desk_of(request)
    plan, record = desk.record(pid, rid)
    return page(request, "compared.html", cells=desk.view.cells.get((plan.source, record.id), []))


@router.get("/read")
def live_reading(request: Request, pid: str, field: str, text: str = "") -> HTMLResponse:
    """What the normalizer makes of a text while it is typed."""
    plan = desk_of(request).plan(pid).plan
    try:
        reading = read_field(field, text[:4000], plan)
    except Unreadable as error:
        return page(request, "reading.html", text="", doubt=str(error), parts=[])
    return page(request, "reading.html", text=reading.text, doubt=reading.doubt, parts=[])


@router.get("/parts")
def live_parts(request: Request, pid: str, kind: str, text: str = "") -> HTMLResponse:
    """The records that the lines of a text give."""
    parts = read_parts("task" if kind == "task" else "target", text[:20000], desk_of(request).plan(pid).plan)
    return page(request, "reading.html", text="" if parts else "(chưa có gì)", doubt="", parts=parts)


@router.get("/plans")
def plans_page(request: Request) -> HTMLResponse:
    """All plans with how much of each was reviewed."""
    desk = desk_of(request)
    todo: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for item in desk.items():
        (done if item.done else todo)[item.pid] += 1
    rows = [(p, pid_of(p.source), todo[pid_of(p.source)], done[pid_of(p.source)], sum(r.role == "unexplained" for r in p.ledger)) for p in desk.view.plans]
    return page(request, "plans.html", rows=rows)


@router.get("/r/{pid}/{rid}/split")
def split_page(request: Request, pid: str, rid: str) -> HTMLResponse:
    """A record's wording to be cut into lines."""
    plan, record = desk_writing(request).record(pid, rid)
    kind = "target" if isinstance(record, Target) else "task"
    text = retyped(record)
    return page(request, "split.html", plan=plan, record=record, pid=pid, kind=kind, text=text, parts=read_parts(kind, text, plan.plan))


@router.get("/r/{pid}/{rid}/merge")
def merge_page(request: Request, pid: str, rid: str) -> HTMLResponse:
    """A record and its neighbours, and the wording that they would have together."""
    desk = desk_writing(request)
    plan, record = desk.record(pid, rid)
    kind = "target" if isinstance(record, Target) else "task"
    wanted = request.query_params.getlist("with")
    near = neighbours(plan, record)
    picked = [r for r in near if r.id in wanted] or [r for r in near if position(r) >= position(record)][:1]
    text = " ".join(retyped(r) for r in sorted([record, *picked], key=position))
    return page(request, "merge.html", plan=plan, record=record, pid=pid, kind=kind, near=near, picked={r.id for r in picked}, text=text,
                parts=read_parts(kind, text, plan.plan))


@router.get("/log")
def log_page(request: Request) -> HTMLResponse:
    """The corrections that hold, newest first, and those that found no place or contradict each other."""
    desk = desk_of(request)
    reviewed = desk.reviewed
    return page(request, "log.html", held=active(desk.log.corrections)[::-1][:500], applied=reviewed.applied, damaged=desk.log.damaged, vocabulary=reviewed.vocabulary)


@router.get("/health")
def health() -> PlainTextResponse:
    """Says that the desk is open."""
    return PlainTextResponse("ok")


