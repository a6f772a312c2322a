"""A plan's lines beside the pictures of its pages, and a missed record from what is picked there: by mouse, or by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from normalizers.targets import read_targets
from normalizers.text import join_lines
from pipeline.correction_fields import PLAN_FIELDS
from pipeline.records import LedgerRow, PlanRecord
from pipeline.review.app import page
from pipeline.review.desk import NotFound
from pipeline.review.readings import read_parts
from pipeline.review.render import NoPicture
from pipeline.review.routes_pages import desk_of, desk_writing
from pipeline.review.sheets import PAGED

router = APIRouter()
MOST_LINES = 60
_LOOSE = ("unexplained", "aim", "heading", "prose", "target", "task", "cell")


@router.get("/p/{pid}")
def plan_page(request: Request, pid: str, show: str = "", n: int = 0) -> HTMLResponse:
    """A plan's head and its lines with their roles. `show`: page (the n-th one beside its picture), all, or loose (lines of no
    record); a document with pages opens at its first page."""
    desk = desk_of(request)
    plan = desk.plan(pid)
    show = show if show in ("all", "loose", "page") else "page"
    if plan.format not in PAGED and show == "page":
        show = "all"
    rows: Sequence[LedgerRow] = plan.ledger
    pages, n = 0, max(1, n)
    if show == "page":
        sheets = desk.sheets(plan)
        pages, n = sheets.pages, min(n, sheets.pages)
        rows = [r for r in rows if sheets.page_of.get(r.number, 1) == n]
    elif show == "loose":
        rows = [r for r in rows if not r.record and r.role in _LOOSE]
    return page(request, "plan.html", plan=plan, pid=pid, rows=rows, show=show, n=n, pages=pages, PLAN_FIELDS=PLAN_FIELDS, values=plan.plan.model_dump(),
                paged=plan.format in PAGED, known={r.id for r in (*plan.targets, *plan.tasks)},
                count={"targets": len(plan.targets), "tasks": len(plan.tasks), "loose": sum(r.role == "unexplained" for r in plan.ledger)})


@router.get("/p/{pid}/sheet/{n}")
def sheet(request: Request, pid: str, n: int) -> HTMLResponse:
    """A page's picture with the places of its lines over it, which a mouse can pick."""
    desk = desk_of(request)
    plan = desk.plan(pid)
    try:
        drawn = desk.sheet(pid, n)
    except NoPicture as error:
        return page(request, "sheet.html", pid=pid, plan=plan, n=n, sheet=None, lines=[], problem=str(error))
    sheets = desk.sheets(plan)
    lines = [(r.number, *sheets.boxes[r.number][1:], bool(r.record)) for r in plan.ledger if r.number in sheets.boxes and sheets.boxes[r.number][0] == n]
    return page(request, "sheet.html", pid=pid, plan=plan, n=n, sheet=drawn, lines=lines, problem="")


@router.get("/p/{pid}/page/{n}")
def picture(request: Request, pid: str, n: int) -> Response:
    """A page of a plan as a picture."""
    try:
        drawn = desk_of(request).sheet(pid, n)
    except NoPicture as error:
        return PlainTextResponse(str(error), 404)
    return Response(drawn.png, media_type="image/png", headers={"cache-control": "private, max-age=3600"})


def kind_of(rows: Sequence[LedgerRow], text: str) -> str:
    """What a reader would take the lines for: a target where they stand among targets, or name a number to be reached."""
    if any(r.role == "target" for r in rows):
        return "target"
    if any(r.role == "task" for r in rows):
        return "task"
    return "target" if any(t.comparator != "qualitative" for t in read_targets(text)) else "task"


def picked(request: Request, plan: PlanRecord) -> tuple[list[LedgerRow], str, str, str]:
    """The lines that an address names, with the text that was selected in them (else all of theirs), what kind of record they would be, and
    what is wrong with the choice ("" for nothing)."""
    query = request.query_params
    numbers = {int(v) for v in query.getlist("line") if v.isdigit() and len(v) < 9}
    rows = [r for r in plan.ledger if r.number in numbers]
    problem = f"Chọn nhiều nhất {MOST_LINES} dòng một lần." if len(rows) > MOST_LINES else ""
    rows = rows[:MOST_LINES]
    text = query.get("text", "")[:20000].strip() or join_lines([r.text for r in rows]).lstrip("-–+•* ")
    kind = query.get("kind", "")
    return rows, text, kind if kind in ("target", "task") else kind_of(rows, text), problem


@router.get("/p/{pid}/add")
def add_page(request: Request, pid: str) -> HTMLResponse:
    """The picked lines as a new record, before it is written."""
    desk = desk_writing(request)
    plan = desk.plan(pid)
    rows, text, kind, problem = picked(request, plan)
    if not rows:
        raise NotFound("lines")
    return page(request, "add.html", plan=plan, pid=pid, rows=rows, kind=kind, text=text, parts=read_parts(kind, text, plan.plan), problem=problem)


@router.get("/p/{pid}/new")
def new_form(request: Request, pid: str) -> HTMLResponse:
    """As `add_page`, the form alone: shown beside the page on which the lines are picked."""
    desk = desk_writing(request)
    plan = desk.plan(pid)
    rows, text, kind, problem = picked(request, plan)
    return page(request, "new.html", plan=plan, pid=pid, rows=rows, kind=kind, text=text, parts=read_parts(kind, text, plan.plan) if rows else [], problem=problem)
