"""Which plan is in force, what the comparison says about it, and what changed between two plans."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.comparison import compare
from pipeline.plan_diff import as_rows, as_text, diff
from pipeline.records import DeadlineRecord, LedgerRow, Plan, PlanRecord, Target, Task
from pipeline.versions import in_force, same_topic

VNEID = "người dân có tài khoản định danh điện tử (VNeID)"
TITLE = "Kế hoạch chuyển đổi số xã An Phú"
RAW = Path(__file__).parent.parent / "data" / "raw"


def made(source: str, date: str | None = "2026-01-10", number: str | None = "12/KH-UBND", title: str = TITLE, vneid: float = 80, *texts: str,
         commune: str | None = "An Phú", tasks: tuple[Task, ...] = (), more: tuple[Target, ...] = (), **fields: Any) -> PlanRecord:
    target = Target(id="T001", indicator=VNEID, comparator=">=", value=vneid, unit="%", horizon="2030")
    rows = tuple(LedgerRow(number=n, place=f"dòng {n}", text=t, role="basis") for n, t in enumerate(texts, 1))
    given = {"commune_type": "xã", "province": "Đồng Nai", "issuer": "UBND", **fields}
    return PlanRecord(source=source, plan_id=source, ledger=rows, targets=(target, *more), tasks=tasks,
                      plan=Plan(commune=commune, issue_date=date, number=number, title=title, **given))


def state(*plans: PlanRecord) -> list[tuple[str, str, str]]:
    found = in_force(plans)
    assert found == in_force(plans[::-1])
    return [(r.old, r.new, r.reason) for r in found.replaced]


@pytest.mark.parametrize(("old", "new", "expected"), [
    (made("a"), made("b", "2026-06-01", "80/KH-UBND", vneid=90), [("a", "b", "newer")]),
    (made("b"), made("a", "2026-06-01", "80/KH-UBND", vneid=90), [("b", "a", "newer")]),
    (made("a"), made("b", "2026-06-01", "80/KH-UBND", TITLE, 90, commune="Tân Lập"), []),
    (made("a"), made("b", "2026-06-01", "80/KH-UBND", TITLE, 90, province="Nghệ An"), []),
    (made("a", period="2025"), made("b", "2026-06-01", "80/KH-UBND", TITLE, 90, period="2026"), []),
    (made("a"), made("b", "2026-06-01", "80/KH-UBND", "Kế hoạch phòng, chống dịch bệnh động vật", 90), []),
    (made("a"), made("b", "2026-06-01", "02-KH/ĐU", TITLE, 90, issuer="Đảng ủy"), []),
    (made("a", "2026-01"), made("b", "2026-01-20", "80/KH-UBND", vneid=90), []),
    (made("a"), made("b", None, "80/KH-UBND", "Kế hoạch phát triển hạ tầng", 90, "Kế hoạch này thay thế Kế hoạch số 12/KH-", "UBND ngày 10/01/2026 của UBND xã."), [("a", "b", "says-so")]),
    (made("a"), made("b", None, "80/KH-UBND", "Kế hoạch phát triển hạ tầng", 90, "thay thế Kế hoạch số 12/KH-UBND ngày 05/02/2024 của UBND tỉnh"), []),
    (made("a"), made("b", "2026-06-01", "80/KH-UBND", "Sửa đổi, bổ sung Kế hoạch số 12/KH-UBND", 90, "Sửa đổi, bổ sung một số nội dung của Kế hoạch số 12/KH-UBND"), [("a", "b", "amends")]),
    (made("a"), made("b", "2026-01-10", "12/KH-UBND"), [("b", "a", "duplicate")]),
])
def test_which_plan_is_in_force(old: PlanRecord, new: PlanRecord, expected: list[tuple[str, str, str]]) -> None:
    assert state(old, new) == expected


def test_a_chain_ends_at_the_newest() -> None:
    assert state(made("a"), made("b", "2026-03-01", "30/KH-UBND", vneid=85), made("c", "2026-06-01", "80/KH-UBND", vneid=90)) == [
        ("a", "c", "newer"), ("b", "c", "newer")]


def test_plans_of_other_bodies_all_stay() -> None:
    assert state(made("a", commune=None), made("b", "2026-06-01", "80/KH-UBND", vneid=90, commune=None)) == []


def test_the_comparison_reads_the_plan_in_force_and_says_so() -> None:
    comparison = compare([made("a"), made("b", "2026-06-01", "80/KH-UBND", vneid=90), made("c", vneid=70, commune="Tân Lập")])
    [group] = comparison.groups
    assert [(c.commune.label, c.value) for c in group.cells] == [("An Phú", 90), ("Tân Lập", 70)]
    assert group.caveats == ("An Phú: lấy theo kế hoạch đang có hiệu lực (b); bản cũ nêu ≥80 % (a)",) and group.comparability == "caveat"
    assert [r.old for r in comparison.replaced] == ["a"]


def test_an_amendment_replaces_only_what_it_sets_anew() -> None:
    five = Target(id="T002", indicator="Tỷ lệ phủ sóng 5G", comparator=">=", value=60, unit="%", horizon="2030")
    amendment = made("b", "2026-06-01", "80/KH-UBND", "Điều chỉnh Kế hoạch số 12/KH-UBND", 90, "Điều chỉnh một số chỉ tiêu tại Kế hoạch số 12/KH-UBND")
    comparison = compare([made("a", more=(five,)), amendment])
    assert {g.indicator.id: [c.value for c in g.cells] for g in comparison.groups} == {"ty-le-phu-song-5g": [60], "ty-le-nguoi-dan-co-vneid": [90]}


def test_topics() -> None:
    a = "Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về khoa học, công nghệ"
    assert same_topic(made("a", title=a), made("b", title="Thực hiện Nghị quyết số 57-NQ/TW"))
    assert not same_topic(made("a", title=a), made("b", title="Kế hoạch phòng cháy, chữa cháy rừng mùa khô"))
    assert same_topic(made("a", title=""), made("b"))
    assert not same_topic(made("a"), made("b", title="Chương trình hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số"))


def task(no: int, text: str, due: str = "2026-06-30", lead: str = "Phòng Kinh tế") -> Task:
    return Task(id=f"K{no:03d}", text=text, lead=(lead,), deadline=DeadlineRecord(raw=due, kind="fixed", due=due))


DIG = "Hoàn thành số hóa hồ sơ, kết quả giải quyết thủ tục hành chính"


def test_diff_finds_added_dropped_and_changed() -> None:
    old = made("a", tasks=(task(1, DIG), task(2, "Mở lớp tập huấn kỹ năng số cho người cao tuổi"), task(3, "Lắp đặt camera an ninh tại các ấp")))
    new = made("b", "2026-06-01", "80/KH-UBND", TITLE, 85, tasks=(task(1, "Lắp đặt camera an ninh tại các ấp"), task(2, DIG + " còn hiệu lực", "2026-12-31"),
                                                                      task(3, "Kiểm tra vệ sinh an toàn thực phẩm")))
    found = diff(old, new)
    assert [d.new.id for d in found.of("task", "added") if d.new] == ["K003"] and [d.old.id for d in found.of("task", "dropped") if d.old] == ["K002"]
    [changed] = found.of("task", "changed")
    assert changed.fields == (("nội dung", DIG, DIG + " còn hiệu lực"), ("thời hạn", "2026-06-30", "2026-12-31"))
    [target] = found.of("target", "changed")
    assert target.fields == (("mức", "≥80 %", "≥85 %"),)
    assert found.same == 1 and [d.fields[0] for d in found.of("plan", "changed")] == [("số", "12/KH-UBND", "80/KH-UBND")]
    text = as_text(found)
    assert "Chỉ tiêu: đổi 1" in text and "Nhiệm vụ: thêm 1, bỏ 1, đổi 1" in text and "mức: ≥80 % → ≥85 %" in text


def test_a_horizon_added_is_not_a_value_changed() -> None:
    far = Target(id="T002", indicator=VNEID, comparator="=", value=100, unit="%", horizon="2045")
    found = diff(made("a"), made("a", more=(far,)))
    assert [(d.change, d.new.id if d.new else "") for d in found.differences] == [("added", "T002")]
    assert [r["new"] for r in as_rows(found)] == [f"{VNEID}: 100 % (2045)"]


def test_a_plan_against_itself_has_no_difference() -> None:
    found = diff(made("a", tasks=(task(1, DIG),)), made("b", tasks=(task(1, DIG),)))
    assert found.differences == () and "Không có khác biệt" in as_text(found)


def test_the_command(tmp_path: Path) -> None:
    old = RAW / "yen-hoa.txt"
    new = tmp_path / "moi.txt"
    new.write_text(old.read_text("utf-8").replace("40% người dân", "45% người dân"), encoding="utf-8")
    result = CliRunner().invoke(app, ["diff", str(old), str(new), "--json"])
    assert result.exit_code == 0
    assert [(r["change"], r["field"], r["old"], r["new"]) for r in json.loads(result.stdout)] == [("changed", "mức", "40 %", "45 %")]
    assert CliRunner().invoke(app, ["diff", str(old), str(tmp_path / "khong-co.txt")]).exit_code == 1
