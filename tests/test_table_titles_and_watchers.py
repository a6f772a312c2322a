"""Titles that date the table below them, columns of who only watches, of what a criterion asks and of revenue."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.revenue_columns import of_revenue
from extractors.table_headers import column_roles, heading_role
from normalizers.measures import read_unit_cell
from pipeline.read_one import read_one
from tests.support import read_table_plan


def _targets(folder: Path, above: list[str], rows: list[list[str]], title: str = "Bảo vệ môi trường và nước sạch nông thôn") -> list[tuple[str, str | None]]:
    plan = read_table_plan(folder, ("KẾ HOẠCH", title, "II. MỤC TIÊU CỤ THỂ", *above), rows)
    return [(t.indicator, t.horizon) for t in plan.targets]


_ROWS = [["TT", "Chỉ tiêu", "ĐVT", "Chỉ tiêu giao"], ["1", "Tỷ lệ hộ sử dụng nước hợp vệ sinh", "%", "98"], ["2", "Tỷ lệ thu gom rác thải", "%", "≥ 85"]]


@pytest.mark.parametrize(("above", "horizon"), [
    (["Bảng 2: Chỉ tiêu đến năm 2030"], "2030"),
    (["Một số chỉ tiêu chủ yếu năm 2027 như sau:"], "2027"),
    (["Chỉ tiêu phấn đấu năm 2027", "Đơn vị tính: %"], "2027"),
    (["Căn cứ kết quả năm 2025, xã đề ra các chỉ tiêu sau:"], None),
    (["Các chỉ tiêu chưa đạt năm 2025 tiếp tục phấn đấu"], None),
    (["So với năm 2025, các chỉ tiêu như sau:"], None),
    (["Trên cơ sở chỉ tiêu năm 2025, các chỉ tiêu năm 2026 như sau:"], None),
    (["Phấn đấu cao hơn chỉ tiêu năm 2025:"], None),
    (["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026)"], None),
])
def test_the_title_of_a_table_says_by_when(tmp_path: Path, above: list[str], horizon: str | None) -> None:
    assert {h for _, h in _targets(tmp_path, above, _ROWS)} == {horizon}


def test_a_bracketed_title_over_a_table_is_no_target(tmp_path: Path) -> None:
    found = _targets(tmp_path, ["(Biểu phân kỳ thực hiện các tiêu chí)"], _ROWS)
    assert [name for name, _ in found] == ["Tỷ lệ hộ sử dụng nước hợp vệ sinh", "Tỷ lệ thu gom rác thải"]


@pytest.mark.parametrize(("heads", "roles"), [
    (["Cơ quan chủ trì", "Cơ quan phối hợp", "Cơ quan theo dõi, đánh giá"], ["lead", "support", "other"]),
    (["Đơn vị chủ trì", "Đơn vị theo dõi"], ["lead", "other"]),
    (["Cơ quan theo dõi, đánh giá"], ["lead"]),
    (["Cơ quan chủ trì, theo dõi"], ["lead"]),
])
def test_who_only_watches_does_not_lead_beside_who_does(heads: list[str], roles: list[str]) -> None:
    assert column_roles(["TT", "Chỉ tiêu", "Năm 2026", *heads])[3:] == roles


def test_what_a_criterion_asks_for_is_no_aim_beside_the_years() -> None:
    assert column_roles(["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu", "Hiện trạng", "Năm 2026", "Năm 2027"])[3:] == ["actual", "actual", "value@2026", "value@2027"]
    assert "value" in column_roles(["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Hiện trạng", "Chỉ tiêu"])


@pytest.mark.parametrize(("heading", "role"), [
    ("Kế hoạch giảm trong năm 2026", "value@2026"), ("Chỉ tiêu giảm năm 2026", "value@2026"), ("Kế hoạch phát triển mới năm 2026 (người)", "value@2026"), ("Tăng/giảm so với năm 2025", "actual"),
])
def test_what_is_to_fall_or_grow_in_a_year_is_a_column_of_values(heading: str, role: str) -> None:
    assert heading_role(heading) == role


def test_estimates_of_revenue_are_values_and_those_of_spending_are_none() -> None:
    heads = ["TT", "Nội dung thu", "Dự toán tỉnh giao năm 2026", "Dự toán HĐND xã giao năm 2026"]
    assert of_revenue(column_roles(heads), heads) == ["no", "indicator", "actual", "value@2026"]
    spent = ["TT", "Nội dung chi", "Dự toán năm 2026"]
    assert of_revenue(roles := column_roles(spent), spent) == roles


@pytest.mark.parametrize("unit", ["Số con/phụ nữ", "số giường/vạn dân", "Bác sỹ/vạn dân"])
def test_a_ratio_is_kept_as_printed(unit: str) -> None:
    assert read_unit_cell(unit) == ("measure", unit)


@pytest.mark.parametrize(("heading", "role"), [
    ("Đảng ủy xã phấn đấu năm 2026", "value@2026"), ("Tỷ lệ % KH 2026/TH 2025", "actual"), ("KQ 2025", "actual"), ("CT 2026", "value@2026"), ("Ước TH cả năm", "actual"), ("% so với KH", "actual"),
    ("Kết quả đầu ra", "result"), ("Thực hiện", "owner"), ("Nghị quyết, chương trình", "task"),
])
def test_short_headings_of_plan_and_outcome(heading: str, role: str) -> None:
    assert heading_role(heading) == role


def test_what_a_higher_body_gives_stands_beside_the_partys_own_aim() -> None:
    assert column_roles(["TT", "Chỉ tiêu", "Tỉnh giao năm 2026", "Đảng ủy xã phấn đấu năm 2026"]) == ["no", "indicator", "actual", "value@2026"]


def test_how_much_is_reached_is_a_value_only_where_no_other_column_is() -> None:
    assert column_roles(["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2026", "Đạt (%)"])[3:] == ["value@2026", "actual"]
    assert column_roles(["TT", "Chỉ tiêu", "ĐVT", "Đạt (%)"])[3] != "actual"


def test_what_the_figures_count_is_no_target(tmp_path: Path) -> None:
    assert len(_targets(tmp_path, ["(ĐVT: Diện tích: ha; sản lượng: tấn)"], _ROWS)) == 2


def test_kinds_below_a_year_are_named_without_it(tmp_path: Path) -> None:
    rows = [["TT", "Nội dung chỉ tiêu", "Chỉ tiêu năm 2026", "Chỉ tiêu năm 2026"], ["", "", "Mầm non", "Tiểu học"], ["1", "Tỷ lệ chuyên cần (%)", "95", "98"]]
    import docx

    document = docx.Document()
    for text in ("KẾ HOẠCH", "Thực hiện nhiệm vụ giáo dục giai đoạn 2026 - 2030", "II. CHỈ TIÊU"):
        document.add_paragraph(text)
    table = document.add_table(0, 4)
    table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for cell, other in (((0, 2), (0, 3)), ((0, 0), (1, 0)), ((0, 1), (1, 1))):
        table.cell(*other).text = ""
        table.cell(*cell).merge(table.cell(*other))
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert [(t.indicator, t.value, t.horizon) for t in read_one(path, path.name).targets] == [
        ("Tỷ lệ chuyên cần - Mầm non", 95.0, "2026"), ("Tỷ lệ chuyên cần - Tiểu học", 98.0, "2026")]
