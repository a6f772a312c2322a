"""A made-up province of communes whose answers are known: values, gaps, outliers, steps back, copied passages, due days.

`make(130)` gives plans as records and what comparison, audit, calendar and workload must say about them. As a command it
writes all outputs of such a province, checks every answer and prints the times:
python -m benchmarks.province [--communes 130] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from normalizers.indicators import catalogue
from pipeline.records import DeadlineRecord, LedgerRow, Plan, PlanRecord, Span, Target, Task, UnitRef

PROVINCE = "Đồng Nai"
YEARS = (2025, 2030)
INDICATORS = (
    "ty-le-phu-song-5g", "ty-le-ho-so-cong-viec-xu-ly-tren-moi-truong-dien-tu", "ty-le-dvctt-toan-trinh-tren-tthc-du-dieu-kien", "ty-le-ho-so-tthc-xu-ly-truc-tuyen",
    "ty-le-so-hoa-ho-so-ket-qua-giai-quyet-tthc", "ty-le-tai-su-dung-du-lieu-da-so-hoa", "ty-le-thanh-toan-truc-tuyen-tthc", "ty-le-giao-dich-hanh-chinh-phi-tiep-xuc",
    "ty-le-he-thong-thong-tin-tren-dien-toan-dam-may", "ty-le-co-quan-hop-khong-giay")
_FIRST = ("An", "Bình", "Cẩm", "Đại", "Gia", "Hòa", "Kim", "Long", "Minh", "Nam", "Phú", "Quang", "Tân", "Vĩnh")
_SECOND = ("Hưng", "Lộc", "Mỹ", "Phước", "Sơn", "Thành", "Thịnh", "Trung", "Xuân", "Yên")
_UNITS = (("vp-hdnd-ubnd", "Văn phòng HĐND và UBND"), ("p-vhxh", "Phòng Văn hóa - Xã hội"), ("p-kinh-te", "Phòng Kinh tế"), ("tt-pvhcc", "Trung tâm Phục vụ hành chính công"))
_QUARTERS = (("Quý I/2026", "2026-33", "2026-03-31", "2026-Q1"), ("Quý II/2026", "2026-34", "2026-06-30", "2026-Q2"), ("Quý III/2026", "2026-35", "2026-09-30", "2026-Q3"))
_VERBS = ("Xây dựng", "Triển khai", "Rà soát", "Tổ chức", "Hoàn thiện", "Nâng cấp", "Phát triển", "Kiểm tra", "Hướng dẫn", "Vận hành")
_WORDS = ("hệ thống", "dữ liệu", "nền tảng", "chuyên đề", "kênh thông tin", "hồ sơ", "lớp tập huấn", "thư viện", "bản đồ", "quy trình", "thiết bị", "điểm truy cập", "mạng nội bộ",
          "kho học liệu", "camera", "trang thông tin", "sổ tay", "tổ công nghệ", "phòng họp", "cổng tra cứu", "làng nghề", "chợ", "trường học", "trạm y tế", "thôn", "hộ kinh doanh",
          "hợp tác xã", "mã số vùng trồng", "cây ăn quả", "du lịch", "bưu điện", "nhà văn hóa", "đất đai", "hộ tịch", "thủy lợi", "môi trường", "giao thông", "chữ ký số")
TASKS = 45


@dataclass
class Expected:
    """The answers. Communes by name; groups by (indicator id, year)."""

    values: dict[tuple[str, int], dict[str, float]] = field(default_factory=dict)
    outliers: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    gaps: dict[str, set[str]] = field(default_factory=dict)
    reversals: set[tuple[str, str]] = field(default_factory=set)
    copies: dict[str, str] = field(default_factory=dict)
    below: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    work: Counter[tuple[str, str]] = field(default_factory=Counter)
    entries: int = 0


@dataclass
class Province:
    """Plans (the last one is the province's own, which sets floors) and what must come out."""

    plans: list[PlanRecord]
    expected: Expected


def make(communes: int = 130, seed: int = 20_260_101) -> Province:
    """A province of up to 140 communes; the same for the same arguments. Two communes in ten lack an indicator, one value
    in each group lies far apart, five communes step back, five others copy a neighbour's tasks."""
    if not 10 <= communes <= len(_FIRST) * len(_SECOND):
        raise ValueError("from 10 to 140 communes")
    chance = random.Random(seed)
    names = [f"{a} {b}" for b in _SECOND for a in _FIRST][:communes]
    expected = Expected()
    back = set(chance.sample(names, 5))
    apart = {(i, y): chance.choice([n for n in names if n not in back]) for i in INDICATORS for y in YEARS}
    shuffled = chance.sample(names, 10)
    expected.copies = dict(zip(shuffled[:5], shuffled[5:], strict=True))  # who copied → from whom
    floors = {i: float(chance.randint(84, 88)) for i in INDICATORS}
    worded = {name: [_task_text(chance) for _ in range(TASKS)] for name in names}
    for copy, source in expected.copies.items():
        worded[copy] = worded[source][:30] + worded[copy][30:]
    bags = {(i, y): [low + k % width for k in range(communes)] for i in INDICATORS for y, low, width in ((2025, 70, 11), (2030, 80, 13))}
    for bag in bags.values():  # evenly spread values, so that chance alone makes no outlier
        chance.shuffle(bag)
    plans = [_plan(chance, n, name, worded[name], back, apart, floors, bags, expected) for n, name in enumerate(names, 1)]
    plans.append(_own_plan(floors))
    for (iid, year), apart_here in expected.outliers.items():
        assert len(apart_here) <= 1, (iid, year)
    return Province(plans, expected)


def _task_text(chance: random.Random) -> str:
    return f"{chance.choice(_VERBS)} {', '.join(chance.sample(_WORDS, 5))} và {' '.join(chance.sample(_WORDS, 4))}"


def _values(chance: random.Random, name: str, iid: str, back: set[str], apart: dict[tuple[str, int], str], floor: float,
            bags: dict[tuple[str, int], list[int]], expected: Expected) -> dict[int, float]:
    """70–80 in the first year, 80–92 in the second; a step back, or a value far from all others, where it was drawn."""
    if name not in back and name not in [apart[(iid, y)] for y in YEARS] and chance.random() < 0.2:
        expected.gaps.setdefault(name, set()).add(iid)
        return {}
    values = {year: float(bags[(iid, year)].pop()) for year in YEARS}
    if name in back and iid == INDICATORS[0]:
        values = {2025: 80.0, 2030: 79.0}
        expected.reversals.add((name, iid))
    for year in YEARS:
        if apart[(iid, year)] == name:
            values[year] = 20.0 if year == 2025 else 30.0
            expected.outliers.setdefault((iid, year), set()).add(name)
    if values[2030] < values[2025]:
        expected.reversals.add((name, iid))
    for year, value in values.items():
        expected.values.setdefault((iid, year), {})[name] = value
    if values[2030] < floor:
        expected.below.setdefault((iid, 2030), set()).add(name)
    return values


def _plan(chance: random.Random, n: int, name: str, worded: list[str], back: set[str], apart: dict[tuple[str, int], str], floors: dict[str, float],
          bags: dict[tuple[str, int], list[int]], expected: Expected) -> PlanRecord:
    rows = [LedgerRow(number=1, place="dòng 1", text=f"KẾ HOẠCH Chuyển đổi số xã {name}", role="title")]
    targets: list[Target] = []
    for iid in INDICATORS:
        for year, value in _values(chance, name, iid, back, apart, floors[iid], bags, expected).items():
            number = len(rows) + 1
            raw = f"{catalogue()[iid].name} đến năm {year} đạt từ {value:g}% trở lên"
            targets.append(_target(f"T{len(targets) + 1:03}", iid, value, year, raw, number))
            rows.append(LedgerRow(number=number, place=f"dòng {number}", text=raw, role="target", record=targets[-1].id))
    tasks: list[Task] = []
    for text in worded:
        number = len(rows) + 1
        unit_id, unit = chance.choice(_UNITS)
        support_id, support = chance.choice(_UNITS)
        printed, edtf, due, slot = chance.choice(_QUARTERS)
        regular = chance.random() < 0.15
        deadline = DeadlineRecord(raw="hằng quý", kind="recurring", rrule=("FREQ=MONTHLY;INTERVAL=3",)) if regular else DeadlineRecord(raw=printed, kind="fixed", edtf=edtf, due=due)
        expected.work[(unit, "recurring" if regular else slot)] += 1
        expected.entries += 1
        tasks.append(Task(id=f"K{len(tasks) + 1:03}", text=text, raw=f"- {text}.", lead=(unit,), support=(support,), deadline=deadline, lines=(number, number),
                          lead_units=(UnitRef(unit_id=unit_id, name=unit, raw=unit, known=True, kind="office", level="commune"),),
                          support_units=(UnitRef(unit_id=support_id, name=support, raw=support, known=True, kind="office", level="commune"),),
                          span=Span(lines=(number, number), numbers=(number,)), section=("III. NHIỆM VỤ",), rule="made", confidence=0.97))
        rows.append(LedgerRow(number=number, place=f"dòng {number}", text=f"- {text}.", role="task", record=tasks[-1].id))
    return PlanRecord(source=f"ke-hoach-{n:03}.txt", plan_id=f"ke-hoach-{n:03}", format="text", sha256=f"{n:064x}", targets=tuple(targets), tasks=tuple(tasks), ledger=tuple(rows),
                      plan=Plan(commune=name, commune_type="xã", province=PROVINCE, issuer="UBND", doc_type="Kế hoạch", number=f"{n}/KH-UBND", issue_date="2025-08-15",
                                title=f"Chuyển đổi số xã {name} đến năm 2030", signer="Nguyễn Văn A", signer_title="Chủ tịch"))


def _target(tid: str, iid: str, value: float, year: int, raw: str, number: int) -> Target:
    return Target(id=tid, indicator=catalogue()[iid].name, comparator=">=", value=value, unit="%", horizon=str(year), raw=raw, lines=(number, number),
                  span=Span(lines=(number, number), numbers=(number,)), section=("II. MỤC TIÊU", f"Đến năm {year}"), rule="made", confidence=0.98)


def _own_plan(floors: dict[str, float]) -> PlanRecord:
    targets = tuple(_target(f"T{n:03}", iid, value, 2030, f"{catalogue()[iid].name} đến năm 2030 đạt từ {value:g}% trở lên", n) for n, (iid, value) in enumerate(floors.items(), 1))
    return PlanRecord(source="tinh.txt", plan_id="tinh", sha256="f" * 64, targets=targets,
                      plan=Plan(province=PROVINCE, issuer="UBND", doc_type="Kế hoạch", number="1/KH-UBND", issue_date="2025-07-01", title="Chuyển đổi số của tỉnh"))


def check(province: Province, out_dir: Path) -> list[str]:
    """What the outputs in `out_dir` say differently from what must come out; [] if all is right."""
    from pipeline.sql import query

    want, wrong = province.expected, []

    def compare(what: str, found: object, right: object) -> None:
        if found != right:
            wrong.append(f"{what}: {_short(found)}, expected {_short(right)}")

    def asked(statement: str) -> tuple[tuple[Any, ...], ...]:
        return query(statement, out_dir).rows
    rows = {(r[0], r[1]): r[2:] for r in asked("SELECT indicator_id, horizon_year, communes_with, min, max, median, spread, comparability FROM divergence WHERE communes_with > 0")}
    compare("groups", set(rows), set(want.values))
    for key, values in want.values.items():
        low, high = min(values.values()), max(values.values())
        compare(f"group {key}", rows.get(key), (len(values), low, high, float(median(values.values())), high - low, "comparable"))
    told = asked("SELECT indicator_id, horizon_year, commune, value, outlier, baseline_status, status FROM divergence_long WHERE horizon_year IS NOT NULL")
    compare("values", {(i, y, c): v for i, y, c, v, _, _, s in told if s == "set"}, {(*k, c): v for k, values in want.values.items() for c, v in values.items()})
    compare("outliers", _grouped((i, y, c) for i, y, c, _, o, _, _ in told if o), want.outliers)
    compare("below the floor", _grouped((i, y, c) for i, y, c, _, _, b, _ in told if b == "below_baseline"), want.below)
    compare("floors without target", {(i, c) for i, y, c, _, _, b, _ in told if b == "no_target"}, {(i, c) for c, ids in want.gaps.items() for i in ids})
    compare("steps back", set(asked("SELECT commune, indicator_id FROM series WHERE reversal")), want.reversals)
    copies = dict(asked("SELECT p.commune, f.message FROM findings f JOIN plans p USING (source) WHERE f.kind = 'copied-passages'"))
    compare("communes with copied passages", set(copies), set(want.copies) | set(want.copies.values()))
    compare("copied from", {c for c, s in want.copies.items() if f"xã {s} " not in copies.get(c, "")}, set())
    compare("work", Counter({(u, s): n for u, s, n in asked(
        "SELECT a.unit, CASE WHEN t.due IS NULL THEN t.deadline_kind ELSE year(t.due) || '-Q' || quarter(t.due) END, count(*) FROM assignments a "
        "JOIN tasks t ON t.plan_id = a.plan_id AND t.id = a.record_id WHERE a.role = 'lead' AND a.record_kind = 'task' GROUP BY ALL")}), want.work)
    compare("calendar entries", (out_dir / "lich.ics").read_bytes().count(b"BEGIN:VEVENT"), want.entries)
    compare("letters", len(list((out_dir / "thu").glob("*.docx"))), len(province.plans) - 1)
    if (out_dir / "baocao.html").stat().st_size > 3_000_000:
        wrong.append("baocao.html is larger than 3 MB")
    return wrong


def _grouped(rows: Iterable[tuple[str, int, str]]) -> dict[tuple[str, int], set[str]]:
    out: dict[tuple[str, int], set[str]] = {}
    for iid, year, commune in rows:
        out.setdefault((iid, year), set()).add(commune)
    return out


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) < 300 else text[:300] + "…"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=130)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    from pipeline.outputs import write_outputs

    province = make(given.communes)
    with tempfile.TemporaryDirectory() as folder:
        out = given.out or Path(folder)
        start, cpu = time.perf_counter(), time.process_time()
        write_outputs(province.plans, out, {"product": "doichieu"})
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
        wrong = check(province, out)
        size = (out / "baocao.html").stat().st_size
    print(json.dumps({"communes": given.communes, "seconds": round(seconds, 2), "cpu_seconds": round(cpu, 2), "report_bytes": size, "targets": sum(len(p.targets) for p in province.plans),
                      "tasks": sum(len(p.tasks) for p in province.plans), "wrong": wrong}, ensure_ascii=False, indent=1))
    raise SystemExit(bool(wrong) or seconds > 20)


if __name__ == "__main__":
    main()
