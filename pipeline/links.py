"""Which task carries which target of a plan, with score and reason; targets and tasks that stand alone.

A proposal for people to look at: same indicator in a task's own number, wording, lead unit, section; where none of
these finds anything, the same field of administration (normalizers/themes.py).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from normalizers.text import fold
from normalizers.themes import themes
from pipeline.audit_kinds import about
from pipeline.comparison import LISTED_ALL, Comparison
from pipeline.heap import Heap
from pipeline.likeness import Likeness, above, cosines, covers, telling
from pipeline.plan_text import position, quote, share_text, where
from pipeline.records import Finding, PlanRecord, Record, Target, Task

LINKED = 0.42     # score from which a link is proposed by wording
_MOST = 3         # tasks proposed for one target
_OWNER = 0.06     # added for a common lead unit
_SECTION = 0.05   # added for headings about the same thing
_FIELD = 0.2      # score of a link that only the field speaks for; wording adds up to as much again
_SHORT = 10       # words below which a task is read together with its heading
_OPENING = 20     # words of a task that say what it is about
_WEAK = 0.25      # wording that is enough where the field is the plan's own subject
_FEW = 3          # words that a target without field must have to be judged
_COMMON = 0.5     # a field that more of a plan's records name than this tells nothing in it
Serves = Literal["targets", "whole"]
# Duties that serve the plan as a whole: money, reporting, propaganda, organisation, duties handed on in general words.
_WHOLE = re.compile(
    r"(?<!\w)(?:kinh phí|dự toán|quyết toán|thanh toán kinh phí|bố trí (?:đủ )?(?:ngân sách|nguồn lực|vốn)|báo cáo|tổng hợp|đôn đốc|theo dõi|kiểm tra|giám sát|đánh giá kết quả|"
    r"sơ kết|tổng kết|tuyên truyền|phổ biến|quán triệt|truyền thông|thông tin rộng rãi|vận động|phong trào thi đua|thi đua|khen thưởng|biểu dương|người đứng đầu|"
    r"phối hợp triển khai thực hiện|theo chức năng,? nhiệm vụ|căn cứ chức năng|nhiệm vụ được (?:giao|phân công)|thực hiện (?:tốt )?(?:các )?(?:nội dung|nhiệm vụ)[^.;]{0,40}kế hoạch|"
    r"triển khai (?:có hiệu quả )?kế hoạch (?:này|có hiệu quả)|tham mưu (?:ubnd|ủy ban)|hướng dẫn (?:các|thực hiện)|vướng mắc|ban chỉ đạo|tổ công tác|tổ giúp việc|"
    r"học tập kinh nghiệm|trao đổi kinh nghiệm|tham quan|hội nghị|hội thảo|giao ban|công tác tham mưu|bố trí (?:cán bộ|công chức|nhân lực|nhân sự)|phân công|"
    r"tổ chức bộ máy|nguồn nhân lực|nhân tài|chuyên gia|chính sách (?:đặc thù )?thu hút|xã hội hóa|hợp tác công - tư|góp ý|chuyên trang|chuyên mục|trang thông tin điện tử|cổng thông tin|hợp tác (?:giữa|quốc tế|với)|huy động (?:các )?nguồn lực)(?!\w)")
# Rules and plans that everything else rests on: "hoàn thiện thể chế", "ban hành kế hoạch", carrying out a plan from above.
_GROUND = re.compile(
    r"^(?:(?:tiếp tục|chủ động|tích cực|thường xuyên|chú trọng|tập trung|phối hợp|nghiên cứu|tham mưu|rà soát|tổ chức|hoàn thiện|hoàn thành|đề xuất|sửa đổi|bổ sung|triển khai|thực hiện|"
    r"xây dựng|ban hành|góp ý|tham gia|đẩy mạnh|có hiệu quả|hiệu quả|đầy đủ|kịp thời|đồng bộ|thống nhất|nghiêm túc|nghiêm|việc|và|các|những|một số|,) ?)*"
    r"(?:thể chế|cơ chế|chính sách|văn bản|quy định|quy chế|chương trình(?! (?:hỗ trợ|thúc đẩy|nâng cao))|kế hoạch|nghị quyết|chỉ thị|đề án(?! (?:nâng cao|đào tạo))|chiến lược|luật|giải pháp đột phá)(?!\w)")
_WHOLE_SECTION = re.compile(r"(?<!\w)(?:kinh phí|tổ chức thực hiện|tuyên truyền|phổ biến,? giáo dục|hợp tác quốc tế|thông tin,? báo cáo|chế độ báo cáo|nguồn lực|nâng cao nhận thức|kiểm tra,? giám sát|thể chế|"
                            r"cơ chế,? chính sách|nguồn nhân lực|chỉ đạo,? điều hành|sự lãnh đạo)(?!\w)")
# Measures that the whole plan works for: rankings, indices, satisfaction, general aims without a number.
_OUTCOME = re.compile(r"(?<!\w)(?:chỉ số|xếp hạng|xếp loại|thứ hạng|bộ chỉ số|xếp thứ|nhóm dẫn đầu|mức độ hài lòng|hài lòng|thu nhập bình quân|tăng trưởng|đạt chuẩn|hoàn thành (?:các )?(?:nhiệm vụ|chỉ tiêu))(?!\w)")
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
    not serve the plan as a whole; `whole` tasks that do; `outcomes` targets that the whole plan works for;
    `unclear` records of so few words, or of none that name a field, that nothing tells what they are about."""

    plan: PlanRecord
    links: tuple[Link, ...]
    alone: tuple[Target, ...]
    loose: tuple[Task, ...]
    whole: tuple[Task, ...]
    outcomes: tuple[Target, ...] = ()
    unclear: tuple[Record, ...] = ()


def serves_whole(task: Task) -> bool:
    """Whether a task serves the plan as a whole: its opening words or its heading speak of money, reports, propaganda,
    organisation, or of the rules and plans that all else rests on."""
    return _opens_whole(task.text) or any(map(_heads_whole, task.section))


@lru_cache(maxsize=1024)  # a task is asked once for what it carries and once for what is left of the plan
def _opens_whole(text: str) -> bool:
    opening = " ".join(fold(text).split()[:_OPENING])
    return bool(_WHOLE.search(opening) or _GROUND.match(opening))


@lru_cache(maxsize=1024)  # many tasks stand below one heading
def _heads_whole(heading: str) -> bool:
    return _WHOLE_SECTION.search(fold(heading)) is not None


def is_outcome(target: Target) -> bool:
    """Whether a target measures the plan as a whole: a rank, an index, satisfaction, growth."""
    return target.comparator == "rank" or target.unit in ("index", "rank") or bool(_OUTCOME.search(fold(target.indicator)))


def link_plans(plans: Iterable[PlanRecord]) -> Iterator[PlanLinks]:
    """Links of every plan that has targets or tasks, one plan at a time; what a plan gives does not depend on the others."""
    return (link_plan(plan) for plan in plans if plan.targets or plan.tasks)


def _said(task: Task) -> str:
    """A task's wording with its result; a leaf of a few words ("Y tế") with its heading."""
    short = len(task.text.split()) < _SHORT and task.section
    return f"{task.section[-1] + ' ' if short else ''}{task.text} {task.result or ''}"


def acts_of(text: str) -> tuple[str, ...]:
    """The words that say what is done, without those that say who is meant."""
    found = telling(text)
    return tuple(w for w in found if w not in _PEOPLE) or found


def link_plan(plan: PlanRecord) -> PlanLinks:
    """Which task of a plan carries which of its targets, and what stands alone."""
    targets = [t for t in plan.targets if t.origin != "task"]
    said = [_said(t) for t in plan.tasks]
    likeness = Likeness([t.indicator for t in targets] + said, acts_of)
    rows = likeness.rows([t.indicator for t in targets])
    acts = likeness.rows(said)
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
    out: dict[int, list[Link]] = {}
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
        out[i] = [
            Link(plan, target, plan.tasks[j], score, reason) for j, (score, reason) in sorted(found.items(), key=lambda f: (-f[1][0], f[0]))[:_MOST]]
        linked.update(*({link.target.id, link.task.id} for link in out[i]))
    asked, done = [_fields(t.indicator, t) for t in targets], [_fields(text, t) for text, t in zip(said, plan.tasks, strict=True)]
    count = Counter(name for found in (*asked, *done) for name in found)
    subject = frozenset(name for name, n in count.items() if n > max(2.0, _COMMON * (len(asked) + len(done))))
    for i, link in _by_field(plan, targets, linked, both, asked, done, subject):
        out[i].append(link)
        linked |= {link.target.id, link.task.id}
    with_task = {t.indicator_id for t in targets if t.id in linked and t.indicator_id}
    rest = [(t, f) for t, f in zip(targets, asked, strict=True) if t.id not in linked and t.indicator_id not in with_task]
    unserved = [(t, f) for t, f in zip(plan.tasks, done, strict=True) if t.id not in linked and not carried.get(t.id)]
    outcomes = tuple(t for t, fields in rest if is_outcome(t) or (fields and fields <= subject))
    whole = tuple(t for t, fields in unserved if serves_whole(t) or fields & subject)
    unclear = tuple(t for t, fields in rest if _fragment(t, fields)), tuple(t for t, fields in unserved if not fields)
    told = {t.id for some in (whole, outcomes, *unclear) for t in some}
    return PlanLinks(plan, tuple(link for i in sorted(out) for link in out[i]), tuple(t for t, _ in rest if t.id not in told),
                     tuple(t for t, _ in unserved if t.id not in told), whole, outcomes, tuple(t for some in unclear for t in some if not (t in whole or t in outcomes)))


def _by_field(plan: PlanRecord, targets: Sequence[Target], linked: set[str], both: Any, asked: Sequence[frozenset[str]],
              done: Sequence[frozenset[str]], subject: frozenset[str]) -> Iterator[tuple[int, Link]]:
    """For each record that wording left alone its nearest counterpart in the same field, if there is one.

    A field that half of the plan's records name is the plan's own `subject`: it tells only together with some wording."""
    def nearest(fields: frozenset[str], others: Sequence[frozenset[str]], scores: Any) -> tuple[int, float, frozenset[str]] | None:
        best: tuple[tuple[int, float], int] | None = None
        for j, other in enumerate(others):
            same, score = (fields & other) - subject, 0.0 if scores is None else float(scores[j])
            if (same or (score >= _WEAK and (fields & other or not fields))) and (best is None or (len(same), score) > best[0]):
                best = ((len(same), score), j)
        return (best[1], best[0][1], fields & others[best[1]]) if best else None

    for i, target in enumerate(targets):
        if target.id not in linked and (found := nearest(asked[i], done, None if both is None else both[i])):
            yield i, _field_link(plan, target, plan.tasks[found[0]], *found[1:])
    for j, task in enumerate(plan.tasks):
        if task.id not in linked and not serves_whole(task) and (found := nearest(done[j], asked, None if both is None else both[:, j])):
            yield found[0], _field_link(plan, targets[found[0]], task, *found[1:])


def _fragment(target: Target, fields: frozenset[str]) -> bool:
    """A piece of a sentence or table that says no indicator: "bình quân", "lĩnh vực đất đai"."""
    return (not fields and len(acts_of(target.indicator)) < _FEW) or (fold(target.indicator).startswith("lĩnh vực") and len(target.indicator.split()) < 6)


# Whom a duty is good for: "phục vụ người dân, doanh nghiệp" is no duty about enterprises.
_SERVED = re.compile(r"(?:người dân|nhân dân|công dân|tổ chức|cá nhân)(?: ?,| và| hoặc)(?: các)?(?: tổ chức,?| cá nhân,?)?(?: và| hoặc)? doanh nghiệp|cơ quan,? doanh nghiệp")


def _fields(text: str, record: Record) -> frozenset[str]:
    """The fields that a record names; those of its innermost heading, too, where its own words are few or name none."""
    own = themes(_SERVED.sub(" ", fold(text)))
    above_it = themes(record.section[-1]) if record.section and (not own or len(text.split()) < _SHORT) else frozenset()
    return own | above_it


def _field_link(plan: PlanRecord, target: Target, task: Task, score: float, same: frozenset[str]) -> Link:
    why = f"cùng lĩnh vực: {', '.join(sorted(same))}" if same else "lời văn gần nhau"
    return Link(plan, target, task, round(_FIELD + _FIELD * min(score, 1.0), 3), f"{why} (cần xem)")


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


def findings(linked: Iterable[PlanLinks]) -> Iterator[Finding]:
    """Orphans: per plan one finding for targets without task, one for tasks without target.

    A plan without targets or without tasks has neither (it is a list of one kind by design)."""
    for found in linked:
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
                        "(không kể kinh phí, báo cáo, tuyên truyền, tổ chức, thể chế)", found.loose)


def link_rows(found: Iterable[PlanLinks]) -> Iterator[dict[str, object]]:
    """Rows of `links.csv`: links, then the targets and tasks that stand alone."""
    for p in found:
        for link in p.links:
            yield _row(p.plan, "linked", link.target, link.task, link.score, link.reason)
        for target in p.alone:
            yield _row(p.plan, "target_without_task", target, None, None, "")
        for target in p.outcomes:
            yield _row(p.plan, "served_by_whole_plan", target, None, None, "kết quả chung, cả kế hoạch cùng thực hiện")
        for task in p.loose:
            yield _row(p.plan, "task_without_target", None, task, None, "")
        for task in p.whole:
            yield _row(p.plan, "serves_whole_plan", None, task, None, "phục vụ chung cả kế hoạch")
        for record in p.unclear:
            one, other = (record, None) if isinstance(record, Target) else (None, record)
            yield _row(p.plan, "unclear", one, other if isinstance(other, Task) else None, None, "lời văn không đủ để biết thuộc lĩnh vực nào")


def _row(plan: PlanRecord, status: str, target: Target | None, task: Task | None, score: float | None, reason: str) -> dict[str, object]:
    return {"source": plan.source, "plan_id": plan.plan_id, "commune": plan.plan.commune, "status": status, "score": score, "reason": reason,
            "target_id": target.id if target else None, "indicator_id": target.indicator_id if target else None,
            "target": quote(target.indicator, 300) if target else None, "target_place": where(target) if target else None,
            "task_id": task.id if task else None, "task": quote(task.text, 400) if task else None, "task_place": where(task) if task else None}


def carriers(found: PlanLinks) -> dict[str, str]:
    """By indicator of a plan's targets: the tasks that carry it ("K001, K007"), "" where none does."""
    best: dict[str, dict[str, float]] = {t.indicator_id: {} for t in found.plan.targets if t.origin != "task" and t.indicator_id}
    for link in found.links:
        tasks = best.setdefault(link.target.indicator_id or "", {})
        tasks[link.task.id] = max(tasks.get(link.task.id, 0.0), link.score)
    return {iid: ", ".join(k for k, _ in sorted(tasks.items(), key=lambda t: (-t[1], t[0]))[:_MOST]) for iid, tasks in best.items() if iid}


class Carriers:
    """The tasks that carry each indicator, plan by plan, as `matrix` wants them; on disk where they are many."""

    def __init__(self, folder: Path | None = None) -> None:
        self._heap = Heap(folder)
        self._at: dict[str, array[int]] = {}
        self._plans: list[tuple[str, tuple[str, str, str]]] = []

    def add(self, plan: PlanRecord, carried: Mapping[str, str]) -> None:
        """`carried`: the `carriers` of the plan."""
        p = plan.plan
        if p.commune:
            for iid, tasks in carried.items():
                if iid not in self._at:
                    self._at[iid] = array("Q")
                self._at[iid].append(self._heap.put((len(self._plans), tasks)))
            self._plans.append((plan.source, (p.commune_type or "", p.commune, p.province or "")))

    def of(self, indicator_id: str) -> Iterator[tuple[str, tuple[str, str, str], str]]:
        """Source and commune of every plan that sets the indicator, and the tasks that carry it there ("" for none)."""
        for handle in self._at.get(indicator_id, ()):
            n, tasks = self._heap.get(handle)
            yield *self._plans[n], tasks


def matrix(found: Carriers, comparison: Comparison) -> tuple[list[str], Iterator[dict[str, object]]]:
    """Columns (commune labels) and rows of `links_matrix.csv`: per indicator and commune the tasks that carry it.

    In a batch of very many communes indicators of one of them only are left out."""
    return [c.label for c in comparison.communes], _matrix_rows(found, comparison)


def _matrix_rows(found: Carriers, comparison: Comparison) -> Iterator[dict[str, object]]:
    by_key = {c.key: c.label for c in comparison.communes}
    least = 1 if len(comparison.communes) <= LISTED_ALL else 2
    for iid, name in {g.indicator.id: g.indicator.name for g in comparison.groups}.items():
        row: dict[str, object] = {"indicator_id": iid, "indicator": name}
        with_task = without_task = 0
        for source, key, tasks in found.of(iid):
            if source not in comparison.force.gone:
                row[by_key[key]] = tasks or "không có nhiệm vụ"
                with_task, without_task = with_task + bool(tasks), without_task + (not tasks)
        if with_task + without_task >= least:
            yield {**row, "with_task": with_task, "without_task": without_task}
