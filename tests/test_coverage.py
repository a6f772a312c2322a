"""Floors, robust statistics, coverage of higher plans, links of targets and tasks, series."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractors.errors import UsageError
from pipeline import links
from pipeline.baseline import is_higher_plan, read_baseline
from pipeline.comparison import Comparison, compare
from pipeline.coverage import Matrix, coverage, coverage_row
from pipeline.divergence import divergence_rows, long_rows
from pipeline.indicators import with_indicators
from pipeline.records import DeadlineRecord, LedgerRow, PlanRecord, Task, UnitRef
from pipeline.robust import mad, outliers
from pipeline.series import series_rows
from tests.plans import plan

VNEID = "người dân có tài khoản định danh điện tử (VNeID)"
POOR = "Tỷ lệ hộ nghèo đa chiều"
DIG = "Hoàn thành số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực tại Trung tâm Phục vụ hành chính công"


def vneid(value: float, **more: Any) -> dict[str, Any]:
    return {"indicator": VNEID, "value": value, **more}


def task(text: str, no: int = 1, due: str | None = None, raw: str = "", **more: Any) -> Task:
    deadline = DeadlineRecord(raw=raw or due or "", kind="fixed" if due else "ongoing", due=due) if due or raw else None
    return Task(id=f"K{no:03d}", text=text, deadline=deadline, **more)


def cells(comparison: Comparison, year: int = 2030) -> dict[str, tuple[str | None, float | None]]:
    [group] = [g for g in comparison.groups if g.year == year]
    return {c.commune.label: (c.against, c.gap) for c in group.cells}


def test_a_commune_is_held_against_its_own_province_only() -> None:
    batch = [plan(None, vneid(80)), plan(None, vneid(95), province="Nghệ An", source="na.txt", plan_id="na"), plan("An", vneid(75)), plan("Bình", vneid(80)),
             plan("Chi", vneid(90), province="Nghệ An"), plan("Dung", vneid(85)), plan("Giang"), plan("Hoa", vneid(70), province=None)]
    assert cells(compare(batch)) == {"An": ("below_baseline", -5), "Bình": ("at_baseline", 0), "Chi": ("below_baseline", -5), "Dung": ("above", 5),
                                     "Giang": ("no_target", None), "Hoa": (None, None)}
    assert compare(batch) == compare(batch[::-1])


def test_a_lower_value_is_better_where_the_indicator_says_so() -> None:
    found = cells(compare([plan(None, {"indicator": POOR, "value": 2, "comparator": "<="}), plan("An", {"indicator": POOR, "value": 3, "comparator": "<="}),
                           plan("Bình", {"indicator": POOR, "value": 1, "comparator": "<="})]))
    assert found == {"An": ("below_baseline", 1), "Bình": ("above", -1)}


def test_other_years_units_and_words_are_not_compared_with_the_floor() -> None:
    comparison = compare([plan(None, vneid(80)), plan("An", vneid(90, horizon="2025")), plan("Bình", vneid(80, horizon=None)),
                          plan("Chi", {"indicator": VNEID, "comparator": "qualitative", "value": None})])
    assert cells(comparison) == {"An": ("no_target", None), "Bình": ("not_comparable", None), "Chi": ("not_comparable", None)}
    assert cells(comparison, 2025)["An"] == (None, None)


def test_a_floor_that_nobody_took_over_has_rows() -> None:
    comparison = compare([plan(None, vneid(80)), plan("An", {"indicator": "Tỷ lệ phủ sóng 5G", "value": 60})])
    [row] = [r for r in long_rows(comparison) if r["baseline_status"] == "no_target"]
    assert (row["commune"], row["baseline_value"], row["baseline_source"], row["status"]) == ("An", 80, "tinh.txt", "not_set")
    [spread] = [r for r in divergence_rows(comparison) if r["baseline"]]
    assert (spread["baseline"], spread["no_target"], spread["below_baseline"], spread["communes_with"]) == ("≥80 %", 1, 0, 0)


def test_without_floors_nothing_is_said_about_them() -> None:
    assert {r["baseline_status"] for r in long_rows(compare([plan("An", vneid(80)), plan("Bình", vneid(90))]))} == {None}


def baseline_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "san.csv"
    path.write_bytes(text.encode("utf-8-sig"))
    return path


def test_floors_from_a_file(tmp_path: Path) -> None:
    floors = read_baseline(baseline_file(tmp_path, "indicator;horizon_year;comparator;value;unit;province\r\nTỷ lệ người dân có tài khoản VNeID;2030;≥;82,5;%;Bình Phước\r\n"
                                                    "Số đàn ong mật;2030;;1.500;đàn;\r\n"))
    assert [(f.target.value, f.province, f.target.comparator) for f in floors.items] == [(82.5, "Đồng Nai", ">="), (1500, None, ">=")]
    comparison = compare([plan("An", vneid(80)), plan("Bình", vneid(90), province="Nghệ An")], baseline=floors)
    group = next(g for g in comparison.groups if g.indicator.id == "ty-le-nguoi-dan-co-vneid")
    assert [(c.commune.label, c.against) for c in group.cells] == [("An", "below_baseline"), ("Bình", None)]
    assert [c.against for g in comparison.groups if g.indicator.id.startswith("tam-") for c in g.cells] == ["no_target", "no_target"]


@pytest.mark.parametrize(("text", "said"), [
    ("indicator,value\nVNeID,80\n", "cần các cột"), ("indicator,horizon_year,value\nVNeID,2030,tám mươi\n", "dòng 2: cột value"),
    ("indicator,horizon_year,value\nVNeID,năm 2030,80\n", "dòng 2: cột horizon_year"), ("indicator_id,horizon_year,value\nkhong-co,2030,80\n", "không có chỉ tiêu"),
    ("indicator,horizon_year,value,province\nVNeID,2030,80,Atlantis\n", "không có tỉnh"), ("indicator,horizon_year,value,comparator\nVNeID,2030,80,~\n", "comparator"),
    ("indicator,horizon_year,value\n,2030,80\n", "cần indicator_id hoặc indicator"),
])
def test_wrong_baseline_files_say_the_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_baseline(baseline_file(tmp_path, text))
    with pytest.raises(UsageError):
        read_baseline(tmp_path / "khong-co.csv")


@pytest.mark.parametrize(("head", "higher"), [
    ((), True), (("UBND TỈNH ĐỒNG NAI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"), True), (("ỦY BAN NHÂN DÂN", "XÃ ..........", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), False),
    (("ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG NAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), True),
])
def test_a_commune_whose_name_was_not_read_sets_no_floor(head: tuple[str, ...], higher: bool) -> None:
    rows = tuple(LedgerRow(number=n, place="", text=t, role="header") for n, t in enumerate(head))
    assert is_higher_plan(plan(None, vneid(80), ledger=rows)) is higher


@pytest.mark.parametrize(("values", "apart"), [
    ([80, 80, 82, 85, 20], [False, False, False, False, True]), ([80, 80, 80, 80, 60], [False] * 4 + [True]), ([80, 20, 80, 80], [False] * 4),
    ([80] * 6, [False] * 6), ([50, 60, 70, 80, 90, 100], [False] * 6), ([], []),
])
def test_outliers(values: list[float], apart: list[bool]) -> None:
    assert outliers(values) == apart
    assert (mad(values) is None) is (len(values) < 5)


def test_spread_rows_name_outliers_from_five_communes_on() -> None:
    batch = [plan(name, vneid(v)) for name, v in (("An", 80), ("Bình", 80), ("Chi", 82), ("Dung", 85), ("Em", 20))]
    [row] = divergence_rows(compare(batch))
    assert (row["mad"], row["outliers"]) == (2, "Em")
    assert next(divergence_rows(compare(batch[:4])))["mad"] is None


def batch_with_province() -> list[PlanRecord]:
    top = plan(None, vneid(80), {"indicator": POOR, "value": 2, "comparator": "<="}, {"indicator": "Tỷ lệ phủ sóng 5G", "value": 60, "horizon": "2025"},
               tasks=(task(DIG, 1, "2026-06-30"), task("Xây dựng phương án phòng, chống cháy rừng mùa khô tại các tiểu khu", 2)))
    return [top, plan("An", vneid(90), {"indicator": POOR, "value": 3, "comparator": "<="}, {"indicator": "Tỷ lệ phủ sóng 5G", "value": 60}, tasks=(task(DIG + " xã", 1, "2026-12-31"),)),
            plan("Bình", vneid(80), tasks=(task(DIG, 1, raw="Thường xuyên"), task("Xây dựng phương án phòng cháy, chữa cháy rừng mùa khô tại các tiểu khu", 2))),
            plan("Chi", vneid(10), province="Nghệ An", tasks=(task(DIG),))]


def test_coverage_of_targets_and_tasks() -> None:
    plans, used = with_indicators(batch_with_province())
    comparison = compare(plans, indicators=used)
    items = coverage(plans, comparison)
    got = {(type(c.asked).__name__, c.asked.id, c.commune.label): c.status for c in items}
    assert got == {("Target", "T001", "An"): "tightened", ("Target", "T001", "Bình"): "taken_over", ("Target", "T002", "An"): "weakened",
                   ("Target", "T002", "Bình"): "left_out", ("Target", "T003", "An"): "other_horizon", ("Target", "T003", "Bình"): "left_out",
                   ("Task", "K001", "An"): "weakened", ("Task", "K001", "Bình"): "weakened", ("Task", "K002", "An"): "left_out", ("Task", "K002", "Bình"): "taken_over"}
    rows = {(r["higher_record"], r["commune"]): r for r in map(coverage_row, items)}
    assert rows[("K001", "An")]["reason"] == "hạn của cấp trên 30/06/2026, của xã 31/12/2026"
    assert rows[("T001", "An")]["quote"] == f"{VNEID}: ≥90 % (2030)" and rows[("T001", "An")]["higher_quote"] == f"{VNEID}: ≥80 % (2030)"
    matrix = Matrix(comparison)
    for item in items:
        matrix.add(item)
    labels, table = matrix.made()
    assert labels == ["An", "Bình"] and [r["An"] for r in table] == ["cao hơn", "thấp hơn", "mốc khác", "thấp hơn", "bỏ"]
    assert [c.status for c in coverage(plans[::-1], comparison)] == [c.status for c in items]


PROVINCIAL = UnitRef(unit_id="so-tai-chinh", name="Sở Tài chính", raw="Sở Tài chính", known=True, kind="authority", level="province")
COMMUNAL = UnitRef(unit_id="ubnd-xa", name="Ủy ban nhân dân các xã, phường", raw="UBND các xã, phường", known=True, kind="authority", level="commune")


@pytest.mark.parametrize(("asked", "status"), [
    (task("Hỗ trợ hợp tác xã mua máy gặt", lead_units=(PROVINCIAL,)), "not_asked"), (task("Hỗ trợ hộ dân mua máy gặt", lead_units=(PROVINCIAL,), support_units=(COMMUNAL,)), "left_out"),
    (task("Hướng dẫn các xã, phường mua máy gặt", lead_units=(PROVINCIAL,)), "left_out"), (task("Nâng cấp kho lạnh của tỉnh"), "not_asked"), (task("Trồng cây xanh đường làng"), "left_out"),
    (task("Tham mưu UBND tỉnh công bố chỉ số của UBND cấp xã", lead_units=(PROVINCIAL,)), "not_asked"),
])
def test_what_the_province_keeps_for_itself_is_not_left_out(asked: Task, status: str) -> None:
    plans, used = with_indicators([plan(None, tasks=(asked,)), plan("An", tasks=(task(DIG),))])
    assert [c.status for c in coverage(plans, compare(plans, indicators=used))] == [status]


def test_numbers_of_the_whole_province_are_not_asked_of_communes() -> None:
    plans, used = with_indicators([plan(None, {"indicator": "Số trung tâm đổi mới sáng tạo", "value": 3, "unit": "count"}, {"indicator": "Tỷ lệ hộ có hố xí hợp vệ sinh", "value": 90, "unit": "%"},
                                        {"indicator": "Tỷ lệ phản ánh xử lý trễ hạn", "value": 1, "unit": "%", "comparator": "<="}),
                                   plan("An", vneid(80), {"indicator": "Tỷ lệ phản ánh xử lý đúng hạn", "value": 100, "unit": "%"})])
    assert [c.status for c in coverage(plans, compare(plans, indicators=used))] == ["not_asked", "left_out", "doubtful"]


def test_coverage_needs_a_higher_plan_on_the_same_topic() -> None:
    plans, used = with_indicators(batch_with_province()[1:])
    assert coverage(plans, compare(plans, indicators=used)) == []
    top, commune = batch_with_province()[:2]
    apart = [p.model_copy(update={"plan": p.plan.model_copy(update={"title": t})})
             for p, t in ((top, "Kế hoạch phòng, chống dịch bệnh động vật"), (commune, "Kế hoạch chuyển đổi số"))]
    plans, used = with_indicators(apart)
    assert coverage(plans, compare(plans, indicators=used)) == []


def test_a_task_repeated_with_a_date_is_read_there() -> None:
    plans, used = with_indicators([plan(None, tasks=(task(DIG, 1, "2026-06-30"),)), plan("An", tasks=(task(DIG, 1), task(DIG, 2, "2026-06-30")))])
    [row] = coverage(plans, compare(plans, indicators=used))
    assert (row.status, row.record.id if row.record else "") == ("taken_over", "K002")


def linked(*targets: dict[str, Any], tasks: tuple[Task, ...]) -> links.PlanLinks:
    plans, _ = with_indicators([plan("An", *targets, tasks=tasks)])
    [found] = links.link_plans(plans)
    return found


FIVE_G = {"indicator": "Tỷ lệ phủ sóng 5G trên địa bàn", "value": 60}


def test_links_score_reason_and_orphans() -> None:
    found = linked(FIVE_G, {"indicator": POOR, "value": 2}, tasks=(
        task("Phối hợp doanh nghiệp viễn thông mở rộng vùng phủ sóng 5G", 1), task("Tiêm phòng cho đàn gia súc, gia cầm", 2),
        task("Bố trí kinh phí thực hiện các nhiệm vụ của kế hoạch", 3), task("Tuyên truyền sâu rộng về chuyển đổi số", 4),
        task("Phối hợp triển khai", 5, section=("III. TỔ CHỨC THỰC HIỆN",))))
    [link] = found.links
    assert (link.target.id, link.task.id) == ("T001", "K001") and link.score >= links.LINKED and "lời văn" in link.reason
    assert [t.id for t in found.alone] == ["T002"] and [t.id for t in found.loose] == ["K002"] and [t.id for t in found.whole] == ["K003", "K004", "K005"]
    assert [r["status"] for r in links.link_rows([found])] == ["linked", "target_without_task", "task_without_target"] + ["serves_whole_plan"] * 3


SAFETY = "Tỷ lệ hệ thống thông tin được phê duyệt cấp độ an toàn"


@pytest.mark.parametrize(("text", "section", "status"), [
    ("Phòng ngừa, xử lý tấn công mạng, mã độc", (), "linked"), ("Diễn tập thường kỳ", ("3. An toàn thông tin",), "linked"),
    ("Phát triển các sản phẩm văn hóa truyền thống", (), "task_without_target"), ("Hoàn thiện thể chế, cơ chế", (), "serves_whole_plan"),
    ("Tiếp tục rà soát, sắp xếp tổ chức bộ máy", (), "serves_whole_plan"), ("Phục vụ tốt người dân, doanh nghiệp", (), "unclear"),
])
def test_a_task_without_common_wording_is_judged_by_its_field(text: str, section: tuple[str, ...], status: str) -> None:
    found = linked({"indicator": SAFETY, "value": 80}, {"indicator": POOR, "value": 2}, tasks=(task(text, 1, section=section),))
    assert [r["status"] for r in links.link_rows([found]) if r["task_id"] == "K001"] == [status]
    assert all(link.score < links.LINKED for link in found.links)


def test_ranks_and_indices_are_results_of_the_whole_plan() -> None:
    found = linked({"indicator": "Xếp hạng chỉ số chuyển đổi số", "comparator": "rank", "value": 5}, {"indicator": "lĩnh vực đất đai", "value": 80}, tasks=(task("Trồng rừng phòng hộ"),))
    assert [t.id for t in found.outcomes] == ["T001"] and [r.id for r in found.unclear] == ["T002"] and not found.alone


def test_links_of_a_plan_do_not_depend_on_the_batch() -> None:
    plans, _ = with_indicators([plan("An", FIVE_G, tasks=(task("Mở rộng vùng phủ sóng 5G"),)), plan("Bình", *[{"indicator": f"Tỷ lệ phủ sóng {n}G", "value": 1} for n in range(2, 9)], tasks=(task("Sóng 5G"),))])
    assert next(iter(links.link_plans(plans))).links == next(iter(links.link_plans(plans[:1]))).links


def test_a_common_owner_and_heading_raise_the_score() -> None:
    text = "Rà soát, đề nghị doanh nghiệp bổ sung trạm phát sóng tại vùng lõm"
    act = "Mở rộng vùng phủ sóng 5G, ưu tiên khu công nghiệp, trường học, trạm y tế"
    low = linked(FIVE_G, tasks=(task(act, 1), task(text, 2)))
    high = linked({**FIVE_G, "lead": ("Phòng Văn hóa - Xã hội",)}, tasks=(task(act, 1, lead=("Phòng Văn hóa - Xã hội",)), task(text, 2)))
    assert high.links[0].score > low.links[0].score and "cùng chủ trì (Phòng Văn hóa - Xã hội)" in high.links[0].reason


def test_a_plan_of_one_kind_has_no_orphans() -> None:
    plans, _ = with_indicators([plan("An", FIVE_G), plan("Bình", tasks=(task("Tiêm phòng cho đàn gia súc"),))])
    assert list(links.findings(links.link_plans(plans))) == []


def test_links_matrix_counts_communes() -> None:
    plans, used = with_indicators([plan("An", FIVE_G, tasks=(task("Mở rộng vùng phủ sóng 5G"),)), plan("Bình", FIVE_G, tasks=(task("Tiêm phòng gia súc"),))])
    carried = links.Carriers()
    for found in links.link_plans(plans):
        carried.add(found.plan, links.carriers(found))
    labels, [row] = links.matrix(carried, compare(plans, indicators=used))
    assert labels == ["An", "Bình"]
    assert (row["An"], row["Bình"], row["with_task"], row["without_task"]) == ("K001", "không có nhiệm vụ", 1, 1)


def test_series_over_horizons_and_reversals() -> None:
    rows = list(series_rows(compare([plan("An", vneid(70, horizon="2025"), vneid(85), vneid(80, horizon="2045")), plan("Bình", vneid(80))])))
    [row] = rows
    assert row["values"] == "2025: ≥70 % → 2030: ≥85 % → 2045: ≥80 %" and row["reversal"] is True and row["change"] == 10 and row["change_per_year"] == 0.5
    assert row["note"] == "mốc 2045 (80) kém mốc 2030 (85)"
