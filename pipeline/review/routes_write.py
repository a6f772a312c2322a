"""Writes: every one goes to the log, then back to the page it came from (303), so that it works with and without script."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from normalizers.indicators import catalogue
from normalizers.text import squash
from normalizers.unit_vocab import vocabulary
from pipeline.correction_fields import PLAN_FIELDS, fields_of, get_field
from pipeline.records import Record, Target
from pipeline.review.app import page
from pipeline.review.desk import Desk, NotFound
from pipeline.review.queue import doubts
from pipeline.review.readings import Unreadable, read_field, read_parts
from pipeline.review.routes_pages import (
    around_in_queue,
    desk_of,
    filter_of,
    neighbours,
    query_of,
    show_record,
)
from pipeline.review.routes_plan import MOST_LINES

router = APIRouter()
Text = Annotated[str, Form(max_length=20000)]


def to(path: str, said: str, **params: str) -> RedirectResponse:
    """Back to a page of the desk, with what was done."""
    query = "&".join(f"{k}={quote(v, safe='')}" for k, v in {**params, "said": said}.items() if v)
    return RedirectResponse(f"{path}?{query}" if "?" not in path else f"{path}&{query}", 303)


def _record_path(pid: str, rid: str) -> str:
    return f"/r/{quote(pid, safe='')}/{quote(rid, safe='')}"


def _back(back: str, pid: str, rid: str, said: str, at: str = "") -> RedirectResponse:
    """To the queue where the act came from there (`back` is its query, read and written anew), else to the record."""
    if back.startswith("queue"):
        params = {k: v[0] for k, v in parse_qs(back.removeprefix("queue").lstrip("?")).items()}
        query = query_of(filter_of(params))
        row = params.get("row", "")
        return to("/" + (f"?{query}" if query else ""), said, row=row if row.isdigit() else "")
    return to(_record_path(pid, rid), said, at=at)


def _next_field(record: Record, name: str) -> str:
    """The next field in doubt after `name`."""
    sure = doubts(record)
    names = [n for n in fields_of(record) if n not in record.auto_value and sure.get(n, 1.0) < 0.995 and n != name]
    order = fields_of(record)
    later = [n for n in names if name in order and order.index(n) > order.index(name)]
    return (later or names or [name])[0]


def _next_record(desk: Desk, pid: str, rid: str, said: str) -> RedirectResponse:
    """To the next record of the queue with something open, to the queue itself at its end."""
    _, after, _, _ = around_in_queue(desk, pid, rid)
    return to(_record_path(*after), said) if after else to("/", "end")


@router.post("/r/{pid}/{rid}/accept")
def accept(request: Request, pid: str, rid: str, field: Text, back: Text = "") -> Response:
    """Accept a field as it is; `all`: every field in doubt, and on to the next record."""
    desk = desk_of(request)
    _, record = desk.record(pid, rid)
    if field == "all":
        sure = doubts(record)
        desk.accept(pid, rid, [n for n in (*fields_of(record), "indicator_id") if n in sure and n not in record.auto_value])
        return _next_record(desk, pid, rid, "accepted")
    if field == "indicator_id" and isinstance(record, Target):
        desk.accept(pid, rid, [field])
        return _back(back, pid, rid, "accepted", field)
    if field not in fields_of(record):
        raise NotFound(field)
    desk.accept(pid, rid, [field])
    return _back(back, pid, rid, "accepted", _next_field(record, field))


@router.post("/r/{pid}/{rid}/edit")
def edit(request: Request, pid: str, rid: str, field: Text, text: Text = "", why: Text = "") -> Response:
    """Give a field what the normalizer reads from `text`; shows the page again where it reads nothing."""
    desk = desk_of(request)
    plan, record = desk.record(pid, rid)
    if field not in fields_of(record):
        raise NotFound(field)
    try:
        reading = read_field(field, text, plan.plan)
    except Unreadable as error:
        return show_record(request, pid, rid, field, status=422, editing=field, typed=text, problem=str(error))
    desk.correct("edit", pid, rid, field=field, before=get_field(record, field), after=reading.value, why=squash(why))
    return to(_record_path(pid, rid), "edited", at=_next_field(record, field))


@router.post("/r/{pid}/{rid}/drop")
def drop(request: Request, pid: str, rid: str, why: Text = "") -> Response:
    """Mark a record as no target or task."""
    desk = desk_of(request)
    _, after, _, _ = around_in_queue(desk, pid, rid)
    desk.correct("drop", pid, rid, why=squash(why))
    return to(_record_path(*after), "dropped") if after else to("/", "dropped")


@router.post("/r/{pid}/{rid}/split")
def split(request: Request, pid: str, rid: str, text: Text) -> Response:
    """Make a record of every line."""
    desk = desk_of(request)
    plan, record = desk.record(pid, rid)
    kind = "target" if isinstance(record, Target) else "task"
    parts = read_parts(kind, text, plan.plan)
    if len(parts) < 2:
        return page(request, "split.html", 422, plan=plan, record=record, pid=pid, kind=kind, text=text, parts=parts)
    desk.correct("split", pid, rid, after=parts)
    return to(_record_path(pid, f"{rid}.1"), "split")


@router.post("/r/{pid}/{rid}/merge")
async def merge(request: Request, pid: str, rid: str) -> Response:
    """Make one record of this one and its neighbours."""
    desk = desk_of(request)
    plan, record = desk.record(pid, rid)
    form = await request.form()
    kind = "target" if isinstance(record, Target) else "task"
    picked = [r for r in neighbours(plan, record) if r.id in {str(v) for v in form.getlist("with")}]
    text = str(form.get("text", ""))[:20000]
    parts = read_parts(kind, " ".join(text.split("\n")), plan.plan)
    if not picked or not parts:
        return page(request, "merge.html", 422, plan=plan, record=record, pid=pid, kind=kind, near=neighbours(plan, record), picked={r.id for r in picked},
                    text=text, parts=parts)
    fields: dict[str, Any] = dict(parts[0])
    for role in ("lead", "support"):
        units = {u["unit_id"]: u for r in (record, *picked) for u in get_field(r, role)}
        fields[role] = list(units.values())
    if "deadline" not in fields:
        fields["deadline"] = next((d for r in (record, *picked) if (d := get_field(r, "deadline"))), None)
    desk.correct("merge", pid, rid, others=tuple(desk.anchor(plan, r) for r in picked), after=fields)
    return to(_record_path(pid, rid), "merged")


@router.post("/r/{pid}/{rid}/indicator")
def indicator(request: Request, pid: str, rid: str, indicator_id: Text = "") -> Response:
    """Say which indicator of the catalogue a wording is; "-": none of it."""
    desk = desk_of(request)
    _, record = desk.record(pid, rid)
    chosen = indicator_id.split(" — ")[0].strip()
    if not isinstance(record, Target):
        raise NotFound(rid)
    if chosen != "-" and chosen not in catalogue():
        return show_record(request, pid, rid, "indicator_id", status=422, editing="indicator_id", typed=indicator_id, problem="Không có mã này trong danh mục. Chọn trong danh sách, hoặc “-” nếu ngoài danh mục.")
    desk.correct("indicator", pid, rid, before=record.indicator_id, after=None if chosen == "-" else chosen, wording=record.indicator)
    return to(_record_path(pid, rid), "indicator", at="indicator_id")


@router.post("/r/{pid}/{rid}/unit")
def unit(request: Request, pid: str, rid: str, wording: Text, name: Text = "") -> Response:
    """Say which unit of the catalogue an unknown wording names."""
    desk = desk_of(request)
    _, record = desk.record(pid, rid)
    wanted = squash(name)
    found = next((e.unit_id for e in vocabulary().entries.values() if wanted in (e.name, e.unit_id)), None)
    known = {u.raw for u in (*record.lead_units, *record.support_units)}
    if found is None or wording not in known:
        return show_record(request, pid, rid, "lead", status=422, problem=f"Không có đơn vị “{wanted}” trong danh mục. Chọn trong danh sách.")
    desk.alias(wording, found)
    return to(_record_path(pid, rid), "alias", at="lead")


@router.post("/p/{pid}/add")
async def add(request: Request, pid: str) -> Response:
    """Add what the reader missed; every part that the text gives becomes a record of the same lines."""
    desk = desk_of(request)
    plan = desk.plan(pid)
    form = await request.form()
    kind = "task" if form.get("kind") == "task" else "target"
    numbers = [int(str(v)) for v in form.getlist("line")[:MOST_LINES] if str(v).isdigit()]
    parts = read_parts(kind, str(form.get("text", ""))[:20000], plan.plan)
    if not parts or not numbers:
        raise NotFound("lines")
    made = [desk.add(pid, kind, numbers, part) for part in parts]
    return to(_record_path(pid, f"{'T' if kind == 'target' else 'K'}x{made[0].id[:6]}"), "added")


@router.post("/p/{pid}/head")
def head(request: Request, pid: str, field: Text, text: Text = "") -> Response:
    """Correct a field of a plan's head."""
    if field not in PLAN_FIELDS:
        raise NotFound(field)
    desk_of(request).correct_head(pid, field, squash(text) or None)
    return to(f"/p/{quote(pid, safe='')}", "edited")


@router.post("/undo")
def undo(request: Request, id: Text = "", back: Text = "") -> Response:
    """Take back the last correction, or the one named; shows the record it was about."""
    desk = desk_of(request)
    taken = desk.undo(id or None)
    if back == "log" or taken is None or taken.record is None or taken.plan is None:
        return to("/log" if back == "log" else "/", "undone" if taken else "nothing")
    if back.startswith("queue"):
        return _back(back, "", "", "undone")
    for plan in desk.view.plans:
        if plan.sha256 == taken.plan.sha256 or plan.source == taken.plan.source:
            found = desk.find_id(plan, taken.record)
            if found:
                return to(_record_path(*found), "undone", at=taken.field)
    return to("/", "undone")


@router.post("/export")
def export(request: Request) -> Response:
    """Write all files of the run anew."""
    desk_of(request).export()
    return to("/export", "exported")
