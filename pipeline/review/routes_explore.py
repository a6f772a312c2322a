"""Pages for exploring: comparison, coverage, findings, deadlines, precision, export; all live, with corrections applied."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from extractors.errors import OutputError
from normalizers.text import fold
from pipeline.audit_kinds import KINDS
from pipeline.columns import TABLES
from pipeline.columns_follow import FOLLOW_TABLES
from pipeline.correction_wording import FIELD_TEXT
from pipeline.coverage import STATUS_TEXT, coverage
from pipeline.plan_text import wording
from pipeline.review.app import FORMAT_TEXT, page
from pipeline.review.desk import Desk, NotFound
from pipeline.review.learning import band, by, verdicts
from pipeline.review.readings import KINDS as DEADLINE_KINDS
from pipeline.review.routes_pages import desk_of
from pipeline.review.view import pid_of

router = APIRouter()
_MOST = 400
_FIELDS = {**FIELD_TEXT, "record": "bản ghi"}


@router.get("/compare")
def compare_page(request: Request, q: str = "", show: str = "shared") -> HTMLResponse:
    """Indicators × years with spread and median; `show`: shared, comparable or all."""
    groups = desk_of(request).view.comparison.groups
    word = fold(q[:200])
    found = [g for g in groups if (show == "all" or g.with_target > 1) and (show != "comparable" or g.comparability != "not_comparable")
             and (not word or word in fold(g.indicator.name))]
    found.sort(key=lambda g: (g.year is None, -g.with_target, g.indicator.name, g.year or 0))
    return page(request, "compare.html", groups=found[:_MOST], total=len(found), q=q[:200], show=show, communes=desk_of(request).view.comparison.communes)


@router.get("/compare/{iid}/{year}")
def group_page(request: Request, iid: str, year: str) -> HTMLResponse:
    """One indicator at one year, commune by commune."""
    desk = desk_of(request)
    group = next((g for g in desk.view.comparison.groups if g.indicator.id == iid and str(g.year or "khong-moc") == year), None)
    if group is None:
        raise NotFound(iid)
    others = [g for g in desk.view.comparison.groups if g.indicator.id == iid and g is not group]
    cells = sorted(group.cells, key=lambda c: (c.status == "not_set", c.rank or 10**6, c.commune.label))
    most = max((abs(c.value) for c in cells if c.compared and c.value is not None), default=0.0)
    return page(request, "group.html", g=group, others=others, cells=cells, most=most)


@router.get("/coverage")
def coverage_page(request: Request, status: str = "", commune: str = "") -> HTMLResponse:
    """What communes took over from the plans of higher bodies."""
    view = desk_of(request).view
    items = coverage(view.plans, view.comparison)
    table: dict[str, Counter[str]] = {}
    for item in items:
        table.setdefault(item.commune.label, Counter())[item.status] += 1
    shown = [i for i in items if (not status or i.status == status) and (not commune or i.commune.label == commune)]
    return page(request, "coverage.html", table=table, STATUS_TEXT=STATUS_TEXT, items=shown[:_MOST], total=len(shown), status=status, commune=commune)


@router.get("/findings")
def findings_page(request: Request, kind: str = "", severity: str = "", pid: str = "") -> HTMLResponse:
    """Findings of the present view."""
    desk = desk_of(request)
    found = [f for f in desk.view.findings if (not kind or f.kind == kind) and (not severity or f.severity == severity) and (not pid or pid_of(f.source) == pid)]
    weight = {"error": 0, "warning": 1, "info": 2}
    found.sort(key=lambda f: (weight[f.severity], f.source))
    counts = Counter(f.kind for f in desk.view.findings)
    return page(request, "findings.html", found=found[:_MOST], total=len(found), counts=counts.most_common(), kind=kind, severity=severity, pid=pid, KINDS=KINDS,
                plans=desk.view.plans, known=set(desk.view.records))


@router.get("/deadlines")
def deadlines_page(request: Request, pid: str = "", unit: str = "", kind: str = "fixed") -> HTMLResponse:
    """Tasks and targets by their last day."""
    view = desk_of(request).view
    rows: list[tuple[Any, ...]] = []
    counts: Counter[str] = Counter()
    units: Counter[str] = Counter()
    for plan in view.plans:
        for record in (*plan.targets, *plan.tasks):
            if record.deadline is None or (pid and pid_of(plan.source) != pid):
                continue
            counts[record.deadline.kind] += 1
            units.update(record.lead)
            if record.deadline.kind == kind and (not unit or unit in record.lead):
                rows.append((record.deadline.due or "", record.deadline.edtf or "", plan.source, record.id, plan, record))
    rows.sort(key=lambda r: r[:4])
    months: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows[:_MOST]:
        months.setdefault(row[0][:7], []).append(row)
    return page(request, "deadlines.html", months=months, total=len(rows), most=_MOST, counts=counts, kind=kind, pid=pid, unit=unit, plans=view.plans,
                units=[u for u, _ in units.most_common(60)], DEADLINE_KINDS=DEADLINE_KINDS, wording=wording)


@router.get("/learning")
def learning_page(request: Request) -> HTMLResponse:
    """Precision of the automatic reading by field, source type, rule and confidence."""
    desk = desk_of(request)
    found = [(_FIELDS.get(field, field), FORMAT_TEXT.get(format_, format_), rule, confidence, right)
             for field, format_, rule, confidence, right in verdicts(desk.log.corrections)]
    return page(request, "learning.html", total=len(found), fields=by((v[0], v[4]) for v in found), formats=by((v[1], v[4]) for v in found),
                both=by((f"{v[0]} · {v[1]}", v[4]) for v in found), rules=by((v[2], v[4]) for v in found)[:25],
                bands=sorted(by((band(v[3]), v[4]) for v in found), key=lambda s: s.name), vocabulary=desk.reviewed.vocabulary)


_GROUPS = (("Mở trước tiên", ("doichieu.xlsx", "baocao.docx", "baocao.html", "lich.ics")), ("Thư gửi từng xã", ("thu/",)), ("Lịch theo đơn vị", ("lich/",)),
           ("Bảng CSV", (".csv",)), ("Bảng Parquet", ("parquet/",)), ("Dữ liệu", ("",)))
_TITLES = {"doichieu.xlsx": "sổ Excel", "baocao.docx": "báo cáo Word", "baocao.html": "báo cáo mở bằng trình duyệt", "lich.ics": "lịch mọi thời hạn", "dataset.jsonl": "mỗi dòng một kế hoạch, nguyên văn",
           "run.json": "thông tin lần chạy", "datapackage.json": "mô tả các bảng"}


def _files(desk: Desk) -> dict[str, str]:
    """The files of the output folder, by the key that their address has: clients name keys, never paths."""
    try:
        names = sorted(p.relative_to(desk.out_dir).as_posix() for p in desk.out_dir.rglob("*") if p.is_file() and not p.relative_to(desk.out_dir).parts[0].startswith("."))
    except OSError as error:
        raise OutputError(f"{desk.out_dir}: {error.strerror}") from error
    return {pid_of(name): name for name in names}


def _group_of(name: str) -> str:
    return next(title for title, ways in _GROUPS if any(name == w or (w.endswith("/") and name.startswith(w)) or (w.startswith(".") and name.endswith(w)) or not w for w in ways))


def _title(name: str) -> str:
    stem = name.removesuffix(".csv")
    table = TABLES.get(stem) or FOLLOW_TABLES.get(stem)
    return _TITLES.get(name) or (table[0] if table else "")


@router.get("/export")
def export_page(request: Request) -> Response:
    """The files of the run to be fetched, and a button that writes them anew."""
    desk = desk_of(request)
    found: dict[str, list[tuple[str, str, str]]] = {title: [] for title, _ in _GROUPS}
    for key, name in _files(desk).items():
        found[_group_of(name)].append((name, key, _title(name)))
    return page(request, "export.html", groups=[(title, files) for title, files in found.items() if files], corrections=desk.path)


@router.get("/export/{key}")
def download(request: Request, key: str) -> Response:
    """A file of the output folder, as an attachment."""
    desk = desk_of(request)
    name = _files(desk).get(key)
    if name is None:
        raise NotFound(key)
    return FileResponse(desk.out_dir / name, media_type="application/octet-stream", filename=name.rsplit("/", 1)[-1])
