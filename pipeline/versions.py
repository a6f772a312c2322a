"""Which plan is in force: newer plans and amendments of one commune, the same plan sent twice, and what changed between two.

Hands on `InForce` (the plans that the comparison reads, and what was set aside for which) and `PlanDiff`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from normalizers.citations import find_citations
from normalizers.text import fold
from pipeline.audit_kinds import finding
from pipeline.plan_text import body, day_text, earliest, latest, quote, words
from pipeline.records import Finding, PlanRecord, Target

SAME_TITLE = 0.6     # Dice coefficient of the titles' own words from which two plans are about the same thing
SAME_TEXT = 0.9      # share of records at which two files are the same plan sent twice
Reason = Literal["says-so", "amends", "newer", "duplicate"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """`old` was replaced by `new` (both plan sources); `amends`: only the targets that the newer one sets anew."""

    old: str
    new: str
    reason: Reason
    why: str
    quote: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """`plans`: what the comparison reads (a replaced plan is not among them; an amended one lacks the targets set anew);
    `replaced`: what was set aside, in the order of sources; `unclear`: pairs of sources of one commune and topic of
    which nothing says which is the newer; `amended`: by source the targets (indicator, year) that a newer plan sets anew;
    `gone`: the sources of plans that were replaced whole."""

    plans: tuple[PlanRecord, ...]
    replaced: tuple[Replacement, ...]
    unclear: tuple[tuple[str, str], ...] = ()
    amended: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    def kept(self, plan: PlanRecord) -> PlanRecord | None:
        """What is in force of one of the plans; None for one that was replaced."""
        return None if plan.source in self.gone else _without(plan, self.amended.get(plan.source))

    def reason(self, source: str) -> Replacement | None:
        return next((r for r in self.replaced if r.old == source), None)

    def by(self, source: str) -> list[Replacement]:
        """What the plan `source` replaced."""
        return [r for r in self.replaced if r.new == source]


_REPLACES = re.compile(r"(?<!\w)(?:thay thế|bãi bỏ|hủy bỏ|thay cho)(?: cho)?(?: toàn bộ)? (?:kế hoạch|chương trình|quyết định)(?: hành động)? số $")
_AMENDS = re.compile(r"(?<!\w)(?:sửa đổi|bổ sung|điều chỉnh|cập nhật)[^.;]{0,80}(?:kế hoạch|chương trình|quyết định)(?: hành động)? số $")
_EMPTY = frozenset(["kế", "hoạch", "triển", "khai", "thực", "hiện", "về", "của", "và", "trên", "địa", "bàn", "xã", "phường", "đặc", "khu", "tỉnh", "thành", "phố", "năm", "giai", "đoạn", "ban", "hành", "các", "chương", "trình", "hành", "động", "nghị", "quyết", "số", "ngày", "đảng", "ủy", "ubnd"])


def topic_words(plan: PlanRecord) -> frozenset[str]:
    """The words of a title that say what the plan is about: no place, number, year, kind of document."""
    own = set(words(plan.plan.commune or "")) | set(words(plan.plan.province or ""))
    return frozenset(w for w in words(plan.plan.title or "") if w not in _EMPTY and w not in own and not w[0].isdigit() and len(w) > 1)


def _directing(plan: PlanRecord) -> set[str]:
    """Documents that the title says the plan carries out."""
    return {c.number for c in find_citations(plan.plan.title or "")}


def same_topic(a: PlanRecord, b: PlanRecord) -> bool:
    """Whether two plans are about the same thing: titles of the same words, or titles that carry out the same document.

    A plan without title is about anything."""
    left, right = topic_words(a), topic_words(b)
    if not left or not right or _directing(a) & _directing(b):
        return True
    return 2 * len(left & right) >= SAME_TITLE * (len(left) + len(right))


def _same_commune(a: PlanRecord, b: PlanRecord) -> bool:
    p, q = a.plan, b.plan
    return bool(p.commune) and (fold(p.commune or ""), p.commune_type) == (fold(q.commune or ""), q.commune_type) and (
        p.province == q.province or not p.province or not q.province)


def _periods_meet(a: PlanRecord, b: PlanRecord) -> bool:
    """Plans for different years stand beside each other: only plans of one period replace each other."""
    return not a.plan.period or not b.plan.period or a.plan.period[:4] == b.plan.period[:4]


def _says(new: PlanRecord, old: PlanRecord) -> tuple[Reason, str, str] | None:
    """What the newer plan says of the older one's number: reason, quote, place."""
    if not old.plan.number:
        return None
    text = body(new)
    given = text.text or (new.plan.title or "")
    wanted = fold(old.plan.number).replace(" ", "")
    for c in find_citations(given):
        if fold(c.number).replace(" ", "") != wanted:
            continue
        if c.date and old.plan.issue_date and not (earliest(old.plan.issue_date) <= c.date <= latest(old.plan.issue_date)):
            continue
        before = fold(given[max(0, c.start - 160):c.start]) + " "
        for pattern, reason in ((_REPLACES, "says-so"), (_AMENDS, "amends")):
            if pattern.search(before):
                place = text.row_at(c.start).place if text.rows else ""
                return ("says-so" if reason == "says-so" else "amends"), quote(given[max(0, c.start - 80):c.start + 60]), place
    return None


def _keys(plan: PlanRecord) -> Counter[str]:
    return Counter([f"{t.indicator_id or fold(t.indicator)} {t.value} {t.horizon}" for t in plan.targets] + [fold(t.text) for t in plan.tasks])


def _same_content(a: PlanRecord, b: PlanRecord) -> bool:
    if a.sha256 and a.sha256 == b.sha256:
        return True
    left, right = _keys(a), _keys(b)
    return bool(left) and 2 * sum((left & right).values()) >= SAME_TEXT * (sum(left.values()) + sum(right.values()))


def _order(a: PlanRecord, b: PlanRecord) -> tuple[PlanRecord, PlanRecord] | None:
    """(older, newer) where the dates of both tell for certain."""
    p, q = a.plan.issue_date, b.plan.issue_date
    if not p or not q:
        return None
    if latest(p) < earliest(q):
        return a, b
    return (b, a) if latest(q) < earliest(p) else None


def _judge(a: PlanRecord, b: PlanRecord) -> Replacement | Literal["unclear"] | None:
    for new, old in ((a, b), (b, a)):
        said = _says(new, old)
        if said:
            reason, text, place = said
            verb = "thay thế" if reason == "says-so" else "sửa đổi, bổ sung"
            return Replacement(old.source, new.source, reason, f"kế hoạch {new.source} ghi {verb} Kế hoạch số {old.plan.number}", text, place)
    if not same_topic(a, b) or not _periods_meet(a, b):
        return None
    if a.plan.issuer and b.plan.issuer and a.plan.issuer != b.plan.issuer:
        return None  # the Party committee's plan and the People's Committee's plan both stand
    same_number = a.plan.number and b.plan.number and fold(a.plan.number) == fold(b.plan.number)
    if _same_content(a, b) or (same_number and a.plan.issue_date == b.plan.issue_date):
        keep, drop = sorted((a, b), key=lambda p: (-len(p.targets) - len(p.tasks), p.format == "scan", p.source))
        return Replacement(drop.source, keep.source, "duplicate", f"cùng một kế hoạch với {keep.source}")
    ordered = _order(a, b)
    if ordered is None:
        return "unclear"
    old, new = ordered
    return Replacement(old.source, new.source, "newer", f"kế hoạch {new.source} cùng nội dung, ban hành sau "
                       f"({day_text(new.plan.issue_date or '')} so với {day_text(old.plan.issue_date or '')})")


def in_force(plans: Iterable[PlanRecord], full: Callable[[str], PlanRecord] | None = None, contents: Mapping[str, str] | None = None) -> InForce:
    """The plans that hold. Of two plans of one commune on one topic and period the one that says so, else the newer by
    date, replaces the other; an amendment replaces the targets of the same indicator and year only. Plans of other
    bodies than communes all stay. The order of `plans` does not matter. `full` gives the whole plan of a source where
    `plans` hold a part of it only (`pipeline.prepared.light`). `contents`: by source what `content` says of a plan, where it was asked
    before: such a plan need not be read again to find its copies."""
    ordered = sorted(plans, key=lambda p: (p.source, p.plan_id))
    load = lru_cache(maxsize=16)(full or {p.source: p for p in ordered}.__getitem__)
    groups: dict[tuple[str, str], list[PlanRecord]] = defaultdict(list)
    for plan in ordered:
        if plan.plan.commune:
            groups[(plan.plan.commune_type or "", fold(plan.plan.commune))].append(plan)
    found: dict[str, Replacement] = {}
    amended: dict[str, list[PlanRecord]] = defaultdict(list)
    unclear: list[tuple[str, str]] = []
    amendments: list[Replacement] = []
    for group in groups.values():
        group = _distinct(group, load, found, contents or {}) if len(group) > 1 else group
        for n, a in enumerate(group):
            for b in group[n + 1:]:
                if not _same_commune(a, b):
                    continue
                said = _judge(load(a.source), load(b.source))
                if said == "unclear":
                    unclear.append((a.source, b.source))
                elif isinstance(said, Replacement) and said.reason == "amends":
                    amendments.append(said)
                    amended[said.old].append(a if a.source == said.new else b)
                elif isinstance(said, Replacement):
                    old = found.get(said.old)
                    if old is None or (said.reason == "says-so" and old.reason != "says-so"):
                        found[said.old] = said
    for source, said in list(found.items()):
        found[source] = replace(said, new=_last(source, found))
    anew = {source: frozenset(_set(t) for p in newer if p.source not in found for t in p.targets) for source, newer in amended.items()}
    kept = tuple(_without(p, anew.get(p.source)) for p in ordered if p.source not in found)
    every = sorted([*found.values(), *(a for a in amendments if a.old not in found)], key=lambda r: (r.old, r.new))
    open_pairs = tuple(p for p in unclear if p[0] not in found and p[1] not in found)
    return InForce(kept, tuple(every), open_pairs, {s: keys for s, keys in anew.items() if keys}, frozenset(found))


def _set(target: Target) -> tuple[str, str]:
    """What an amendment must name to set a target anew: its indicator and year."""
    return target.indicator_id or fold(target.indicator), (target.horizon or "")[:4]


def _without(plan: PlanRecord, anew: frozenset[tuple[str, str]] | None) -> PlanRecord:
    return plan.model_copy(update={"targets": tuple(t for t in plan.targets if _set(t) not in anew)}) if anew else plan


def content(plan: PlanRecord) -> str:
    """A hash of what a plan says, whatever its file: equal for plans that are the same word for word."""
    p = plan.plan
    head = (p.commune, p.province, p.number, p.issue_date, p.title, p.period, p.issuer)
    return hashlib.sha256(repr((head, sorted(_keys(plan).items()))).encode("utf-8", "replace")).hexdigest()


class Contents:
    """`content` of each plan of a commune but its first one, as the plans go by: few communes have more than one."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._communes: set[tuple[str, str]] = set()

    def add(self, plan: PlanRecord, said: str | None = None) -> None:
        """`said`: the plan's `content`, where it is known."""
        if plan.plan.commune:
            commune = (plan.plan.commune_type or "", fold(plan.plan.commune))
            if commune in self._communes:
                self.of[plan.source] = said or content(plan)
            self._communes.add(commune)


def _distinct(group: list[PlanRecord], load: Callable[[str], PlanRecord], found: dict[str, Replacement], contents: Mapping[str, str]) -> list[PlanRecord]:
    """A commune's plans without those that another is word for word; so many copies cost no more than one."""
    same: dict[str, list[PlanRecord]] = defaultdict(list)
    for plan in group:
        same[contents.get(plan.source) or content(load(plan.source))].append(plan)
    for copies in same.values():
        copies.sort(key=lambda p: (p.format == "scan", p.source))
        if not (copies[0].targets or load(copies[0].source).tasks):
            continue
        for copy in copies[1:]:
            found[copy.source] = Replacement(copy.source, copies[0].source, "duplicate", f"cùng một kế hoạch với {copies[0].source}")
    return [p for p in group if p.source not in found]


def _last(source: str, found: dict[str, Replacement]) -> str:
    """The plan at the end of a chain of replacements."""
    seen = {source}
    while source in found and found[source].new not in seen:
        source = found[source].new
        seen.add(source)
    return source


def findings(state: InForce) -> Iterator[Finding]:
    """One finding for each plan that is not, or not wholly, in force any more."""
    for r in state.replaced:
        text = {"duplicate": f"Gửi hai lần: {r.why}; đối chiếu chỉ dùng {r.new}",
                "amends": f"Đã được sửa đổi: {r.why}; chỉ tiêu nêu lại lấy theo {r.new}, phần còn lại giữ nguyên"}.get(
                    r.reason, f"Đã được thay thế: {r.why}; đối chiếu dùng {r.new}")
        yield finding("duplicate-plan" if r.reason == "duplicate" else "superseded", r.old, text, place=r.place, quotes=(r.quote,) if r.quote else ())
    for a, b in state.unclear:
        yield finding("version-unclear", a, f"Cùng xã, cùng nội dung với {b} nhưng ngày ban hành không cho biết bản nào mới hơn: cả hai đều được đối chiếu")


