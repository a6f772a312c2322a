"""Plans for tests: from the gold files and from short tables of targets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.records import Citation, DeadlineRecord, LedgerRow, Plan, PlanRecord, Span, Target, Task

DATA = Path(__file__).parent / "data"
_TARGET = ("id", "indicator", "comparator", "value", "value_high", "unit", "horizon", "qualifier", "origin", "no")


def _common(row: dict[str, Any]) -> dict[str, Any]:
    deadline = row.get("deadline")
    keep = {k: deadline[k] for k in DeadlineRecord.model_fields if k in deadline} if deadline else None
    lines = tuple(row["lines"]) if row.get("lines") else None
    return {"lead": tuple(row.get("lead", [])), "support": tuple(row.get("support", [])), "lines": lines,
            "span": Span(lines=lines), "deadline": DeadlineRecord(**keep) if keep else None}


def gold_plan(name: str) -> PlanRecord:
    """A gold file as the records that extraction should give."""
    gold = json.loads((DATA / "gold" / f"{name}.json").read_text("utf-8"))
    plan = Plan(**{k: v for k, v in gold["plan"].items() if k in Plan.model_fields})
    return PlanRecord(
        source=gold["source"], plan_id=name, plan=plan,
        citations=tuple(Citation(number=c["number"], doc_type=c["doc_type"], dates=tuple(c["dates"]), issuer=c["issuer"])
                        for c in gold["citations"]),
        targets=tuple(Target(**{k: t.get(k) for k in _TARGET}, **_common(t)) for t in gold["targets"] if not t.get("optional")),
        tasks=tuple(Task(id=t["id"], no=t.get("no"), section=tuple(t["section"]), text=t["text"], result=t.get("result"),
                         origin=t["origin"], **_common(t)) for t in gold["tasks"]))


def hand_plan(name: str, commune: str, province: str | None) -> PlanRecord:
    """A plan without gold, from the targets of it that `hand_targets.json` holds."""
    rows = json.loads((DATA / "indicators" / "hand_targets.json").read_text("utf-8"))
    own = [r for r in rows if r["source"] == name]
    return PlanRecord(source=f"{name}.txt", plan_id=name, plan=Plan(commune=commune, commune_type="xã", province=province),
                      targets=tuple(Target(id=f"T{n:03}", **{k: r[k] for k in _TARGET if k in r}) for n, r in enumerate(own, 1)))


def five_plans() -> list[PlanRecord]:
    return [gold_plan("thanh-son"), gold_plan("phu-trung"), gold_plan("yen-hoa"),
            hand_plan("gia-phuc", "Gia Phúc", "Hải Phòng"), hand_plan("tinh-khe", "Tịnh Khê", None)]


def plan(commune: str | None, *targets: Target | dict[str, Any], province: str | None = "Đồng Nai", **fields: Any) -> PlanRecord:
    """A short plan: `plan("Hoa Lư", {"indicator": …, "value": 80})`; unit "%", comparator ">=", horizon "2030" by default."""
    made = []
    for n, t in enumerate(targets, 1):
        if isinstance(t, dict):
            t = Target(**{"id": f"T{n:03}", "comparator": ">=", "unit": "%", "horizon": "2030", **t})
        made.append(t)
    fields = {"source": f"{commune or 'tinh'}.txt", "plan_id": commune or "tinh", **fields}
    return PlanRecord(plan=Plan(commune=commune, commune_type="xã" if commune else None, province=province,
                                issue_date=fields.pop("issue_date", None)), targets=tuple(made), **fields)


def ledger(*texts: str) -> tuple[LedgerRow, ...]:
    return tuple(LedgerRow(number=n, place=f"dòng {n}", text=t, role="target", record="") for n, t in enumerate(texts, 1))
