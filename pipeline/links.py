"""Which task carries which target of a plan, with score and reason; targets and tasks that stand alone.

A proposal for people to look at: same indicator in a task's own number, wording, lead unit, section.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from normalizers.text import fold
from pipeline.audit_kinds import about
from pipeline.comparison import Comparison, commune_of
from pipeline.likeness import Likeness, above, cosines, covers, telling
from pipeline.plan_text import position, quote, share_text, where
from pipeline.records import Finding, PlanRecord, Record, Target, Task
from pipeline.versions import in_force

LINKED = 0.42     # score from which a link is proposed
_MOST = 3         # tasks proposed for one target
_OWNER = 0.06     # added for a common lead unit
_SECTION = 0.05   # added for headings about the same thing
Serves = Literal["targets", "whole"]
# Duties that serve the plan as a whole: money, reporting, propaganda, organisation, duties handed on in general words.
_WHOLE = re.compile(
    r"(?<!\w)(?:kinh phí|dự toán|quyết toán|thanh toán kinh phí|bố trí (?:đủ )?(?:ngân sách|nguồn lực|vốn)|báo cáo|tổng hợp|đôn đốc|theo dõi|kiểm tra|giám sát|"
    r"sơ kết|tổng kết|tuyên truyền|phổ biến|quán triệt|truyền thông|thông tin rộng rãi|vận động|phong trào thi đua|thi đua|khen thưởng|biểu dương|người đứng đầu|"
    r"phối hợp triển khai thực hiện|theo chức năng,? nhiệm vụ|căn cứ chức năng|nhiệm vụ được (?:giao|phân công)|thực hiện (?:tốt )?(?:các )?(?:nội dung|nhiệm vụ)[^.;]{0,40}kế hoạch|"
    r"triển khai (?:có hiệu quả )?kế hoạch (?:này|có hiệu quả)|tham mưu (?:ubnd|ủy ban)|hướng dẫn (?:các|thực hiện)|vướng mắc|ban chỉ đạo|tổ công tác)(?!\w)")
_WHOLE_SECTION = re.compile(r"(?<!\w)(?:kinh phí|tổ chức thực hiện|tuyên truyền|thông tin,? báo cáo|chế độ báo cáo|nguồn lực|nâng cao nhận thức|kiểm tra,? giám sát)(?!\w)")
# Who is meant, not what is done.
_PEOPLE = frozenset(["người", "dân", "cán", "bộ", "công", "chức", "viên", "cbccvc", "cbcc", "doanh", "nghiệp", "nhân", "số", "hệ", "thống"])


@dataclass(frozen=True, slots=True)
class Link:
    """A target and a task that carries it; `score` 0–1, `reason` Vietnamese."""

    plan: PlanRecord
    target: Target
    task: Task
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class PlanLinks:
    """All links of a plan, best first per target; `alone` targets without task; `loose` tasks without target that do
    not serve the plan as a whole; `whole` tasks that do."""

    plan: PlanRecord
    links: tuple[Link, ...]
    alone: tuple[Target, ...]
    loose: tuple[Task, ...]
    whole: tuple[Task, ...]


def serves_whole(task: Task) -> bool:
    """Whether a task serves the plan as a whole: its opening words or its heading speak of money, reports, propaganda."""
    opening = " ".join(fold(task.text).split()[:14])
    return bool(_WHOLE.search(opening)) or any(_WHOLE_SECTION.search(fold(s)) for s in task.section)


def link_plans(plans: Sequence[PlanRecord]) -> list[PlanLinks]:
    """Links of every plan that has targets or tasks; wordings are weighed over all `plans`."""
    likeness = Likeness([t.indicator for p in plans for t in p.targets] + [_said(t) for p in plans for t in p.tasks], acts_of)
    return [_link(plan, likeness) for plan in plans if plan.targets or plan.tasks]


def _said(task: Task) -> str:
    """A task's wording with its result; a leaf of a few words ("Y tế") with its heading."""
    short = len(task.text.split()) < 6 and task.section
    return f"{task.section[-1] + ' ' if short else ''}{task.text} {task.result or ''}"


def acts_of(text: str) -> tuple[str, ...]:
    """The words that say what is done, without those that say who is meant."""
    found = telling(text)
    return tuple(w for w in found if w not in _PEOPLE) or found


def _link(plan: PlanRecord, likeness: Likeness) -> PlanLinks:
    targets = [t for t in plan.targets if t.origin != "task"]
    rows = likeness.rows([t.indicator for t in targets])
    acts = likeness.rows([_said(t) for t in plan.tasks])
    shared = covers(rows, acts)
    both = None if shared is None else (0.65 * shared + 0.35 * (2 * cosines(rows, acts)).clip(max=1.0)).round(4)
    near: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for i, j, score in above(both, LINKED - _OWNER - _SECTION):
        near[i].append((j, score))
    carried = _carried(plan)
    carriers: dict[str, list[int]] = defaultdict(list)
    rows_at: dict[int, list[int]] = defaultdict(list)
    for j, task in enumerate(plan.tasks):
        for iid in carried.get(task.id, ()):
            carriers[iid].append(j)
        if position(task):
            rows_at[position(task)].append(j)
    out: list[Link] = []
    linked: set[str] = set()
    for i, target in enumerate(targets):
        found: dict[int, tuple[float, str]] = {}
        for j, score in near[i]:
            task = plan.tasks[j]
            why = [f"{round(float(shared[i, j]) * 100)} % lời văn của chỉ tiêu có trong nhiệm vụ"]
            common = sorted(set(target.lead) & set(task.lead))
            if common:
                score, why = score + _OWNER, [*why, f"cùng chủ trì ({common[0]})"]
            if _near(target, task):
                score, why = score + _SECTION, [*why, "cùng chủ đề mục"]
            if score >= LINKED:
                found[j] = (round(min(score, 0.99), 3), "; ".join(why))
        for j in carriers.get(target.indicator_id or "", ()):
            found[j] = (1.0, "nhiệm vụ nêu chính chỉ tiêu này")
        for j in rows_at.get(position(target), ()):
            found[j] = (1.0, "cùng một dòng của bảng")
        for j, (score, reason) in sorted(found.items(), key=lambda f: (-f[1][0], f[0]))[:_MOST]:
            out.append(Link(plan, target, plan.tasks[j], score, reason))
            linked |= {target.id, plan.tasks[j].id}
    with_task = {t.indicator_id for t in targets if t.id in linked and t.indicator_id}
    alone = tuple(t for t in targets if t.id not in linked and t.indicator_id not in with_task)
    rest = [t for t in plan.tasks if t.id not in linked and not carried.get(t.id)]
    whole = tuple(t for t in rest if serves_whole(t))
    general = {t.id for t in whole}
    return PlanLinks(plan, tuple(out), alone, tuple(t for t in rest if t.id not in general), whole)


def _carried(plan: PlanRecord) -> dict[str, set[str]]:
    """By task: the indicators of the targets inside its own wording."""
    at: dict[int, list[Task]] = defaultdict(list)
    for task in plan.tasks:
        at[position(task)].append(task)
    out: dict[str, set[str]] = defaultdict(set)
    for target in plan.targets:
        if target.origin == "task" and target.indicator_id:
            for task in at.get(position(target), []):
                out[task.id].add(target.indicator_id)
    return out


@lru_cache(maxsize=8192)
def _heading(text: str) -> frozenset[str]:
    return frozenset(acts_of(text))


def _near(target: Record, task: Record) -> bool:
    """Whether the innermost headings speak of the same thing (half of the shorter one's own words)."""
    if not target.section or not task.section:
        return False
    left, right = _heading(target.section[-1]), _heading(task.section[-1])
    return len(left & right) >= 2 and 2 * len(left & right) >= min(len(left), len(right))


def findings(plans: Sequence[PlanRecord]) -> Iterator[Finding]:
    """Orphans: per plan one finding for targets without task, one for tasks without target.

    A plan without targets or without tasks has neither (it is a list of one kind by design)."""
    for found in link_plans(plans):
        plan = found.plan
        targets = [t for t in plan.targets if t.origin != "task"]
        if not targets or not plan.tasks:
            continue
        if found.alone:
            names = list({t.indicator_id or t.id: t for t in found.alone}.values())
            distinct = len({t.indicator_id or t.id for t in targets})
            yield about("target-without-task", plan, f"{share_text(len(names), distinct)} chỉ tiêu không thấy nhiệm vụ nào thực hiện", names)
        if found.loose:
            yield about("task-without-target", plan, f"{share_text(len(found.loose), len(plan.tasks))} nhiệm vụ không gắn chỉ tiêu nào "
                        "(không kể kinh phí, báo cáo, tuyên truyền, tổ chức chung)", found.loose)


def link_rows(found: Sequence[PlanLinks]) -> Iterator[dict[str, object]]:
    """Rows of `links.csv`: links, then the targets and tasks that stand alone."""
    for p in found:
        for link in p.links:
            yield _row(p.plan, "linked", link.target, link.task, link.score, link.reason)
        for target in p.alone:
            yield _row(p.plan, "target_without_task", target, None, None, "")
        for task in p.loose:
            yield _row(p.plan, "task_without_target", None, task, None, "")
        for task in p.whole:
            yield _row(p.plan, "serves_whole_plan", None, task, None, "phục vụ chung cả kế hoạch")


def _row(plan: PlanRecord, status: str, target: Target | None, task: Task | None, score: float | None, reason: str) -> dict[str, object]:
    return {"source": plan.source, "plan_id": plan.plan_id, "commune": plan.plan.commune, "status": status, "score": score, "reason": reason,
            "target_id": target.id if target else None, "indicator_id": target.indicator_id if target else None,
            "target": quote(target.indicator, 300) if target else None, "target_place": where(target) if target else None,
            "task_id": task.id if task else None, "task": quote(task.text, 400) if task else None, "task_place": where(task) if task else None}


def matrix(found: Sequence[PlanLinks], comparison: Comparison) -> tuple[list[str], list[dict[str, object]]]:
    """Columns (commune labels) and rows of `links_matrix.csv`: per indicator and commune the tasks that carry it."""
    names = {g.indicator.id: g.indicator.name for g in comparison.groups}
    current = {p.source for p in in_force([f.plan for f in found]).plans}
    labels = [c.label for c in comparison.communes]
    rows: dict[str, dict[str, object]] = {iid: {"indicator_id": iid, "indicator": name, "with_task": 0, "without_task": 0} for iid, name in names.items()}
    for p in found:
        if not p.plan.plan.commune or p.plan.source not in current:
            continue
        label = commune_of(comparison, p.plan).label
        best: dict[str, dict[str, float]] = defaultdict(dict)
        for link in p.links:
            tasks = best[link.target.indicator_id or ""]
            tasks[link.task.id] = max(tasks.get(link.task.id, 0.0), link.score)
        for iid in {t.indicator_id or "" for t in p.plan.targets if t.origin != "task"} & set(rows):
            tasks = best.get(iid, {})
            shown = sorted(tasks.items(), key=lambda t: (-t[1], t[0]))[:_MOST]
            rows[iid][label] = ", ".join(k for k, _ in shown) or "không có nhiệm vụ"
            column: Any = "with_task" if shown else "without_task"
            rows[iid][column] = int(str(rows[iid][column])) + 1
    return labels, [r for r in rows.values() if r["with_task"] or r["without_task"]]
