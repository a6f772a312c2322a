"""The comparison: horizons, comparators, directions and units respected, every commune in every group, caveats that say why."""

from __future__ import annotations

import random
from typing import Any

import pytest

from pipeline.comparison import Comparison, Group, compare, horizon_year, value_text
from pipeline.divergence import divergence_rows, group_row, long_rows, matrix_rows, place_text
from pipeline.records import Span, Target
from tests.plans import five_plans, plan

VNEID = "người dân có tài khoản định danh điện tử (VNeID)"
POOR = "Tỷ lệ hộ nghèo đa chiều"


def group(comparison: Comparison, indicator: str, year: int | None) -> Group:
    return next(g for g in comparison.groups if g.indicator.id == indicator and g.year == year)


def only(comparison: Comparison, year: int | None = 2030) -> Group:
    [found] = [g for g in comparison.groups if g.year == year]
    return found


def row(g: Group) -> dict[str, Any]:
    return group_row(g)


@pytest.mark.parametrize(("edtf", "year"), [
    ("2030", 2030), ("2025-41", 2025), ("2026-33", 2026), ("2026/2030", 2030), ("../2030", 2030), ("2025/..", 2025), ("2026-02-10", 2026),
    ("2025-12/2026-33", 2026), (None, None), ("", None), ("..", None),
])
def test_horizon_year(edtf: str | None, year: int | None) -> None:
    assert horizon_year(edtf) == year


def test_five_plans_answer_the_analysts_questions() -> None:
    comparison = compare(five_plans())
    near = row(group(comparison, "ty-le-nguoi-dan-co-vneid", 2025))
    assert (near["lowest"], near["highest"], near["spread"], near["comparability"]) == ("Yên Hòa", "Gia Phúc", 5, "comparable")
    assert near["values"] == "Gia Phúc ≥70; Yên Hòa 65"
    far = row(group(comparison, "ty-le-nguoi-dan-co-vneid", 2030))
    assert (far["lowest"], far["spread"], far["comparability"]) == ("Thanh Sơn", 5, "caveat")
    assert "mức 2" in far["caveats"] and "Thanh Sơn" in far["caveats"]
    shared = [g for g in comparison.groups if g.year is not None and len(g.having) >= 2]
    assert len(shared) == 16
    assert row(group(comparison, "ty-le-nguoi-dan-co-vneid", None))["values"] == "Phú Trung ≥60"


@pytest.mark.parametrize(("indicator", "year", "spread"), [
    ("ty-le-phu-song-5g", 2025, 10), ("ty-le-dvctt-toan-trinh-tren-tthc-du-dieu-kien", 2025, 10), ("ty-le-nguoi-dan-co-vneid", 2025, 5),
    ("ty-le-so-hoa-ho-so-ket-qua-giai-quyet-tthc", 2030, 0), ("ty-le-cbcc-duoc-boi-duong-ky-nang-so", 2025, 20),
])
def test_plain_meanings_are_comparable(indicator: str, year: int, spread: float) -> None:
    g = group(compare(five_plans()), indicator, year)
    assert (g.comparability, g.spread, g.caveats) == ("comparable", spread, ())


@pytest.mark.parametrize(("indicator", "year"), [
    ("ty-le-nguoi-dan-co-vneid", 2030), ("ty-le-nguoi-dan-co-chu-ky-so", 2030), ("ty-le-tthc-phi-dia-gioi-hanh-chinh", 2030),
    ("ty-le-tthc-phi-dia-gioi-hanh-chinh", 2025), ("ty-le-so-hoa-ho-so-ket-qua-giai-quyet-tthc", 2025),
])
def test_scope_and_population_are_caveats(indicator: str, year: int) -> None:
    g = group(compare(five_plans()), indicator, year)
    assert g.comparability == "caveat" and g.caveats


def test_horizons_are_never_mixed_and_every_commune_has_its_row() -> None:
    comparison = compare([plan("An", {"indicator": VNEID, "value": 60, "horizon": "2025"}), plan("Bình", {"indicator": VNEID, "value": 90}),
                          plan("Chi", {"indicator": VNEID, "value": 10, "horizon": None}), plan("Dung")])
    assert [g.year for g in comparison.groups] == [2025, 2030, None]
    for g in comparison.groups:
        assert [c.commune.label for c in g.cells] == ["An", "Bình", "Chi", "Dung"]
        assert g.spread is None and g.comparability == "not_comparable"
    near = group(comparison, "ty-le-nguoi-dan-co-vneid", 2025)
    assert [c.status for c in near.cells] == ["set", "not_set", "no_horizon", "not_set"]
    assert near.cells[1].note == "ở mốc khác: 2030 (≥90 %)"
    assert near.cells[2].value == 10 and not near.cells[2].compared
    assert near.low == near.high == 60
    loose = group(comparison, "ty-le-nguoi-dan-co-vneid", None)
    assert [c.status for c in loose.cells] == ["not_set", "not_set", "no_horizon", "not_set"]
    assert (row(loose)["communes_with"], row(loose)["min"], row(loose)["values"]) == (1, None, "Chi ≥10")


def test_statistics_and_ranks_over_six_communes() -> None:
    values = {"An": 50, "Bình": 60, "Chi": 70, "Dung": 70, "Em": 100, "Giang": None}
    plans = [plan(name, *([{"indicator": VNEID, "value": v}] if v is not None else [])) for name, v in values.items()]
    g = only(compare(plans))
    assert (g.low, g.high, g.middle, g.spread, g.comparability) == (50, 100, 70, 50, "comparable")
    assert {c.commune.label: (c.rank, c.to_median) for c in g.cells} == {
        "An": (5, -20), "Bình": (4, -10), "Chi": (2, 0), "Dung": (2, 0), "Em": (1, 30), "Giang": (None, None)}
    assert (row(g)["communes_with"], row(g)["communes_without"]) == (5, 1)


def test_lower_is_better_ranks_the_other_way() -> None:
    g = only(compare([plan("An", {"indicator": POOR, "value": 2.5, "comparator": "<"}), plan("Bình", {"indicator": POOR, "value": 4, "comparator": "<"})]))
    assert g.indicator.direction == "lower"
    assert {c.commune.label: c.rank for c in g.cells} == {"An": 1, "Bình": 2}
    assert (row(g)["lowest"], row(g)["highest"], g.comparability) == ("An", "Bình", "comparable")
    assert row(g)["values"] == "An <2,5; Bình <4"


def test_a_cap_beside_a_plain_number_of_what_should_be_low_is_no_caveat() -> None:
    told = {"indicator": POOR, "value": 4}
    assert only(compare([plan("An", {"indicator": POOR, "value": 2.5, "comparator": "<="}), plan("Bình", {**told, "comparator": "="})])).comparability == "comparable"
    floor = only(compare([plan("An", {"indicator": POOR, "value": 2.5, "comparator": "<="}), plan("Bình", {**told, "comparator": ">="})]))
    assert "nêu mức tối đa" in "; ".join(floor.caveats)


def test_ranks_compare_with_ranks_only() -> None:
    rank = {"indicator": "Xếp hạng chỉ số chuyển đổi số (DTI)", "comparator": "rank", "unit": "rank"}
    comparison = compare([plan("An", {**rank, "value": 20}), plan("Bình", {**rank, "value": 10}), plan("Chi", {**rank, "value": None}),
                          plan("Dung", {"indicator": "Chỉ số chuyển đổi số (DTI)", "unit": "index", "value": 0.8})])
    ranks = group(comparison, "xep-hang-dti", 2030)
    assert [(c.status, c.rank) for c in ranks.cells] == [("set", 2), ("set", 1), ("qualitative", None), ("not_set", None)]
    assert row(ranks)["values"] == "Bình nhóm 10; An nhóm 20; Chi xếp hạng (không nêu số)"
    assert group(comparison, "chi-so-chuyen-doi-so-dti", 2030).spread is None


@pytest.mark.parametrize(("other", "part", "spread"), [
    ({"indicator": VNEID, "value": 900, "unit": "người"}, "Khác đơn vị", None),
    ({"indicator": VNEID, "value": 10, "direction": "increase", "base": "so với năm 2024"}, "mức tăng", None),
    ({"indicator": VNEID, "value": 80, "unit": None}, "không in đơn vị", 10),
    ({"indicator": VNEID, "value": 80, "comparator": "<="}, "mức tối đa", 10),
    ({"indicator": VNEID, "value": 60, "value_high": 90, "comparator": "range"}, "nêu khoảng", 10),
    ({"indicator": VNEID, "value": 80, "qualifier": "trừ người trên 80 tuổi"}, "trừ người trên 80 tuổi", 10),
])
def test_units_comparators_and_qualifiers_are_told(other: dict[str, Any], part: str, spread: float | None) -> None:
    if other.get("unit"):
        other = {**other, "indicator_id": "ty-le-nguoi-dan-co-vneid", "indicator_confidence": 1.0}
    g = group(compare([plan("An", {"indicator": VNEID, "value": 70}), plan("Bình", other)]), "ty-le-nguoi-dan-co-vneid", 2030)
    assert part in "; ".join(g.caveats)
    assert g.spread == spread
    assert g.comparability == ("caveat" if spread is not None else "not_comparable")


@pytest.mark.parametrize(("a", "b"), [
    ({"indicator": "Chỉ số DTI", "unit": "Điểm", "value": 0.7}, {"indicator": "Chỉ số chuyển đổi số (DTI)", "unit": "index", "value": 0.8}),
    ({"indicator": "Tổng lượt khách du lịch", "unit": "count", "measure": "Lượt người", "value": 1000},
     {"indicator": "Đón lượt khách du lịch", "unit": "count", "measure": "lượt khách", "value": 800}),
    ({"indicator": "Tỷ lệ hòa giải thành", "value": 85, "base": "so với năm 2025"}, {"indicator": "tỷ lệ hòa giải thành", "value": 80}),
])
def test_units_printed_in_other_ways_still_compare(a: dict[str, Any], b: dict[str, Any]) -> None:
    g = only(compare([plan("An", a), plan("Bình", b)]))
    assert g.spread == pytest.approx(abs(a["value"] - b["value"]))


def test_who_lacks_something_is_not_compared_with_who_has_it() -> None:
    comparison = compare([plan("An", {"indicator": "hộ gia đình có Internet cáp quang", "value": 90}),
                          plan("Bình", {"indicator": "hộ gia đình chưa có Internet cáp quang", "value": 5, "comparator": "<"})])
    assert len(comparison.groups) == 2


def test_what_a_village_gets_is_no_commitment_of_the_commune() -> None:
    shares = [{"indicator": f"{VNEID} - {name}", "value": value, "rule": "row-allotment/cell.value", "indicator_id": "ty-le-nguoi-dan-co-vneid",
               "indicator_confidence": 1.0} for name, value in (("Bản Khoa", 98), ("Bản Chộc", 60))]
    g = only(compare([plan("An", *shares, {"indicator": VNEID, "value": 80}), plan("Bình", {"indicator": VNEID, "value": 70})]))
    assert (row(g)["values"], g.comparability) == ("An ≥80; Bình ≥70", "comparable")


def test_the_last_quarter_stands_for_the_year() -> None:
    steps = [{"indicator": VNEID, "value": v, "horizon": h} for v, h in ((65, "2030-33"), (72, "2030-34"), (85, "2030-36"), (80, "2030-35"))]
    g = only(compare([plan("An", *steps), plan("Bình", {"indicator": VNEID, "value": 70})]))
    assert (row(g)["values"], g.comparability) == ("An ≥85; Bình ≥70", "comparable")


def test_one_odd_unit_does_not_spoil_the_rest() -> None:
    odd = {"indicator": VNEID, "value": 900, "unit": "người", "indicator_id": "ty-le-nguoi-dan-co-vneid", "indicator_confidence": 1.0}
    g = only(compare([plan("An", {"indicator": VNEID, "value": 70}), plan("Bình", {"indicator": VNEID, "value": 80}), plan("Chi", odd)]))
    assert (g.spread, g.comparability, row(g)["highest"]) == (10, "caveat", "Bình")
    assert row(g)["values"] == "Bình ≥80 %; An ≥70 %; Chi ≥900 người"


def test_several_targets_of_one_commune_are_chosen_and_told() -> None:
    both = [{"indicator": VNEID, "value": 95, "origin": "task"}, {"indicator": VNEID, "value": 80, "origin": "table"}]
    g = only(compare([plan("An", *both), plan("Bình", {"indicator": VNEID, "value": 70})]))
    assert g.cells[0].value == 80 and "còn nêu ≥95 %" in g.cells[0].note
    assert g.comparability == "caveat" and "An nêu nhiều mức" in "; ".join(g.caveats)
    same = only(compare([plan("An", both[1], {**both[1], "origin": "section"}), plan("Bình", {"indicator": VNEID, "value": 70})]))
    assert same.comparability == "comparable"


def test_the_newer_plan_of_a_commune_leads() -> None:
    old = plan("An", {"indicator": VNEID, "value": 60}, source="b.txt", issue_date="2025-08-01")
    new = plan("An", {"indicator": VNEID, "value": 75}, source="a.txt", issue_date="2026-01")
    g = only(compare([old, new, plan("Bình", {"indicator": VNEID, "value": 70})]))
    assert g.cells[0].value == 75 and len(g.cells) == 2


def test_plans_of_no_commune_are_kept_apart() -> None:
    comparison = compare([plan("An", {"indicator": VNEID, "value": 70}), plan(None, {"indicator": VNEID, "value": 99})])
    assert comparison.apart == ("tinh.txt",)
    assert only(comparison).high == 70


def test_communes_of_one_name_are_told_apart() -> None:
    comparison = compare([plan("An", {"indicator": VNEID, "value": 70}, source="1"), plan("An", {"indicator": VNEID, "value": 80}, province="Phú Thọ", source="2"),
                          plan("An", {"indicator": VNEID, "value": 90}, province=None, source="3")])
    assert [c.label for c in comparison.communes] == ["xã An (Đồng Nai)", "xã An (không rõ tỉnh)", "xã An (Phú Thọ)"]
    assert only(comparison).spread == 20


def test_another_topic_compares_by_provisional_indicators() -> None:
    g = only(compare([plan("An", {"indicator": "chất thải rắn sinh hoạt được thu gom, xử lý", "value": 85}),
                      plan("Bình", {"indicator": "Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt", "value": 90})]))
    assert g.indicator.id.startswith("tam-") and g.spread == 5


def test_a_provisional_indicator_takes_the_unit_that_is_printed() -> None:
    g = only(compare([plan("An", {"indicator": "Độ che phủ rừng", "value": 40, "unit": None}), plan("Bình", {"indicator": "tỷ lệ che phủ rừng", "value": 45})]))
    assert (g.indicator.unit, g.spread, g.comparability) == ("%", 5, "caveat")
    assert "An không in đơn vị (đọc là %)" in g.caveats


def test_qualitative_targets_are_shown_without_numbers() -> None:
    g = only(compare([plan(n, {"indicator": "Ứng dụng AI, IoT, Big Data trong quản lý môi trường", "comparator": "qualitative", "unit": None, "value": None})
                      for n in ("An", "Bình")]))
    assert {c.status for c in g.cells} == {"qualitative"}
    assert (g.comparability, g.spread, row(g)["values"]) == ("not_comparable", None, "An định tính; Bình định tính")


def test_matrix_and_long_table_cover_the_same_groups() -> None:
    comparison = compare(five_plans())
    labels, made = matrix_rows(comparison)
    matrix = list(made)
    assert labels == ["Gia Phúc", "Phú Trung", "Thanh Sơn", "Tịnh Khê", "Yên Hòa"]
    assert len(list(long_rows(comparison))) == len(matrix) * len(labels) == len(list(divergence_rows(comparison))) * len(labels)
    cell = next(r for r in matrix if r["indicator_id"] == "ty-le-nguoi-dan-co-vneid" and r["horizon_year"] == 2025)
    assert (cell["Gia Phúc"], cell["Yên Hòa"], cell.get("Thanh Sơn")) == ("≥70 %", "65 %", None)


def test_file_order_changes_nothing() -> None:
    plans = five_plans()
    expected = list(long_rows(compare(plans)))
    for seed in range(3):
        assert list(long_rows(compare(random.Random(seed).sample(plans, len(plans))))) == expected


@pytest.mark.parametrize(("fields", "text"), [
    ({"comparator": ">=", "value": 80, "unit": "%"}, "≥80 %"), ({"comparator": "=", "value": 0.77, "unit": "index"}, "0,77"),
    ({"comparator": "range", "value": 80, "value_high": 90, "unit": "%"}, "80–90 %"), ({"comparator": "rank", "value": 20, "unit": "rank"}, "nhóm 20"),
    ({"comparator": ">=", "value": 2, "unit": "level"}, "mức ≥2"), ({"comparator": ">=", "value": 3, "unit": "count", "measure": "mô hình"}, "≥3 mô hình"),
    ({"comparator": "<", "value": 1.5, "unit": "%"}, "<1,5 %"), ({"comparator": "qualitative"}, "định tính"),
    ({"comparator": ">", "value": 12000, "unit": "tấn"}, ">12000 tấn"),
    ({"comparator": "=", "value": 0.5, "unit": "%", "direction": "decrease"}, "giảm 0,5 %"),
    ({"comparator": ">=", "value": 10, "unit": "%", "direction": "increase"}, "tăng ≥10 %"),
])
def test_value_text(fields: dict[str, Any], text: str) -> None:
    assert value_text(Target(id="T1", indicator="x", **fields)) == text


@pytest.mark.parametrize(("indicator", "text"), [
    ("Tăng thu ngân sách", "tăng 10 %"), ("Tốc độ tăng giá trị sản xuất", "tăng 10 %"),
    ("Tăng tỷ lệ hồ sơ nộp trực tuyến", "10 %"), ("Tăng cường thu ngân sách", "10 %"), ("Thu ngân sách so với dự toán", "10 %"),
    ("Tỷ lệ tăng dân số tự nhiên", "10 %"), ("Tăng độ che phủ rừng", "10 %"), ("Tăng thu ngân sách so với dự toán tỉnh giao", "10 %"),
    ("Tăng doanh thu thương mại điện tử chiếm tổng mức bán lẻ", "10 %"), ("Tăng sản lượng nông sản được tiêu thụ qua hợp đồng", "10 %"),
])
def test_a_sum_that_grows_by_so_many_per_cent_reads_as_growth(indicator: str, text: str) -> None:
    assert value_text(Target(id="T1", indicator=indicator, comparator="=", value=10, unit="%")) == text


def test_what_is_done_of_a_plan_is_no_growth() -> None:
    assert value_text(Target(id="T1", indicator="Tăng thu ngân sách", comparator="=", value=110, unit="%")) == "110 %"


def test_place_text() -> None:
    assert place_text(Span(page=3, boxes=((3, 0, 0, 1, 1), (4, 0, 0, 1, 1)))) == "trang 3–4"
    assert place_text(Span(), (12, 14)) == "dòng 12–14"
    assert place_text(Span(path="t1/r3/c2")) == "t1/r3/c2"
