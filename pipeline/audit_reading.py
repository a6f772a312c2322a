"""Findings about how well a plan could be read: unknown units and indicators, unexplained lines, doubtful OCR numbers, cut cells."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from normalizers.indicators import PROVISIONAL
from normalizers.text import fold
from pipeline.audit_kinds import about, finding
from pipeline.comparison import DOUBTFUL, has_number
from pipeline.plan_text import position, quote, records, share_text, wording
from pipeline.records import Finding, PlanRecord, Record, Task

_OCR_DOUBT = 0.6
_MANY = 10
_VOCAB = Path(__file__).resolve().parent.parent / "normalizers" / "vocab" / "open_syllables.csv"


def units(plan: PlanRecord) -> Iterator[Finding]:
    """Owner units that the catalogue does not have, most frequent first, one finding a plan."""
    count: Counter[str] = Counter()
    found: dict[str, Record] = {}
    for record in records(plan):
        for unit in (*record.lead_units, *record.support_units):
            if not unit.known:
                count[unit.name] += 1
                found.setdefault(record.id, record)
    if count:
        names = sorted(count.items(), key=lambda i: (-i[1], i[0]))
        said = "; ".join(f"“{quote(n, 60)}” ({k})" for n, k in names[:10]) + (f"; và {len(names) - 10} tên khác" if len(names) > 10 else "")
        made = about("unknown-unit", plan, f"{len(names)} tên đơn vị chưa có trong danh mục: {said}", found.values())
        yield made.model_copy(update={"quotes": tuple(n for n, _ in names[:10])})


def indicators(plan: PlanRecord) -> Iterator[Finding]:
    """Targets whose wording is in no catalogue, or whose match is a guess."""
    new = [t for t in plan.targets if (t.indicator_id or "").startswith(PROVISIONAL)]
    doubtful = [t for t in plan.targets if t.indicator_id and t.indicator_id not in {n.indicator_id for n in new}
                and t.indicator_confidence is not None and t.indicator_confidence < DOUBTFUL]
    if new:
        yield about("unknown-indicator", plan, f"{share_text(len(new), len(plan.targets))} chỉ tiêu chưa có trong danh mục, tạm gom theo cách gọi", new)
    if doubtful:
        yield about("unknown-indicator", plan, f"{len(doubtful)} chỉ tiêu chưa chắc đúng mã: cần xác nhận", doubtful, severity="warning")


def unexplained(plan: PlanRecord) -> Iterator[Finding]:
    """Lines that no rule understands, with their share."""
    rows = [r for r in plan.ledger if r.role == "unexplained"]
    if rows:
        share = len(rows) / len(plan.ledger)
        yield finding("unexplained-lines", plan, f"{share_text(len(rows), len(plan.ledger))} dòng chưa hiểu", place="; ".join(r.place for r in rows[:5]),
                      severity="error" if share > 0.2 else "info" if share < 0.02 else None, quotes=[quote(r.text) for r in rows[:5]])


def ocr_numbers(plan: PlanRecord) -> Iterator[Finding]:
    """Values and deadlines of a scan that were read with little certainty."""
    if plan.format != "scan":
        return
    found: list[Record] = [t for t in plan.targets if has_number(t) and t.field_confidence.get("value", 1.0) < _OCR_DOUBT]
    seen = {position(r) for r in found}
    found += [r for r in records(plan) if position(r) not in seen and r.deadline is not None and re.search(r"\d", r.deadline.raw)
              and r.deadline.kind != "unresolved" and r.field_confidence.get("deadline", 1.0) < _OCR_DOUBT]
    if len(found) > _MANY:
        yield about("ocr-number", plan, f"{len(found)} con số hoặc thời hạn đọc từ bản quét chưa chắc đúng: đối chiếu với bản gốc", found, raw=True)
    else:
        for r in found:
            least = min(r.field_confidence.get("value", 1.0), r.field_confidence.get("deadline", 1.0))
            yield about("ocr-number", plan, f"Con số đọc từ bản quét chưa chắc đúng (tin cậy {least:.2f}): “{quote(r.raw or wording(r), 100)}”", [r], raw=True)


@lru_cache(maxsize=1)
def open_syllables() -> dict[str, frozenset[str]]:
    """Syllables that do not end a phrase → the syllables before them with which they do ("cơ": "nguy cơ", "động cơ")."""
    with _VOCAB.open(encoding="utf-8", newline="") as file:
        return {row["syllable"]: frozenset(row["ends_after"].split()) for row in csv.DictReader(file)}


_LETTERS = re.compile(r"[^\W\d_]+")


def is_cut(text: str) -> bool:
    """Whether a wording stops in the middle: at a syllable that needs the next one, or inside a bracket.

    "… ở mức cơ" (of "cơ bản") is cut, "… phòng ngừa nguy cơ" is not; "v.v.", "…" and a closing full stop end a wording."""
    if text.count("(") > text.count(")") and text.rstrip()[-1:] not in (".", "…"):
        return True
    folded = fold(text[-60:])
    if len(text) < 8 or folded[-1] in ".…:!?" or folded.endswith(("...", "v.v")):
        return False
    bare = folded.rstrip(" ;,\"')")
    found = _LETTERS.findall(bare)
    if len(found) < 3 or not bare[-1].isalpha():
        return False
    if text.rstrip(" ;,\"')”").split()[-1][:1].isupper():
        return False  # a name: "phố Âu Cơ"
    allowed = open_syllables().get(found[-1])
    return allowed is not None and found[-2] not in allowed


def truncated(plan: PlanRecord) -> Iterator[Finding]:
    """Records and result cells whose wording stops in the middle."""
    by_text: dict[str, list[tuple[Record, str]]] = defaultdict(list)
    for record in records(plan):
        if getattr(record, "origin", "") == "task":
            continue
        texts = [record.raw if record.id.startswith("T") and record.raw else wording(record)]
        if isinstance(record, Task) and record.result:
            texts.append(record.result)
        elif record.id.startswith("T"):
            texts = [wording(record)] if getattr(record, "comparator", "") == "qualitative" else []
        for text in texts:
            if is_cut(text):
                by_text[fold(text)].append((record, text))
    for found in by_text.values():
        text = found[0][1]
        tail = text if len(text) <= 90 else "…" + text[-90:].partition(" ")[2]
        made = about("text-truncated", plan, f"Câu hoặc ô có vẻ bị cắt cụt: “{tail}”", [r for r, _ in found])
        yield made.model_copy(update={"quotes": (text[-200:],)})
