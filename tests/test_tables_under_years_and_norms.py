"""Target tables whose headings stand in two rows under years, beside what criteria ask for, or without a word for targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.merged_headings import merge_header
from extractors.table_head import apart
from extractors.table_headers import column_roles, heading_role
from tests.support import read_table_plan


@pytest.mark.parametrize(("above", "below", "role"), [
    ("Năm 2025", "Kế hoạch", "value@2025"),
    ("Năm 2025", "Ước thực hiện", "actual"),
    ("Năm 2026", "% so với ước TH 2025", "actual"),
    ("Kế hoạch 2026", "Tăng/giảm so 2025 (%)", "actual"),
    ("Kế hoạch năm 2026", "Mục tiêu", "value@2026"),
    ("Năm 2026", "Tỷ lệ (%)", "value@2026"),
    ("Năm 2026", "Tỉnh giao", "value@2026"),
    ("Kết quả năm 2025", "Số lượng", "actual"),
    ("Năm 2026", "Đơn vị chủ trì", "lead"),
    ("Năm 2026", "Quý I", "value@2026-33"),
])
def test_a_heading_below_a_year_says_both(above: str, below: str, role: str) -> None:
    assert heading_role(merge_header([[above], [below]])[0]) == role


@pytest.mark.parametrize(("heads", "roles"), [
    (["TT", "Tiêu chí", "Nội dung", "Chỉ tiêu theo vùng", "Hiện trạng", "Đăng ký năm 2026"], ["no", "group", "indicator", "actual", "actual", "value@2026"]),
    (["TT", "Nội dung tiêu chí", "Yêu cầu", "Hiện trạng", "Kế hoạch năm 2026"], ["no", "indicator", "actual", "actual", "value@2026"]),
    (["TT", "Nội dung tiêu chí", "Chỉ tiêu quy định"], ["no", "indicator", "value"]),
    (["TT", "Chỉ tiêu", "ĐVT", "Chỉ tiêu giao", "Năm 2026"], ["no", "indicator", "measure", "value", "value@2026"]),
])
def test_what_is_asked_of_everybody_is_no_aim_beside_the_plans_own(heads: list[str], roles: list[str]) -> None:
    assert column_roles(heads) == roles


def test_two_columns_of_one_year_are_told_apart() -> None:
    assert apart(["indicator", "value@2026", "value@2026", "value", "value"]) == ["indicator", "value@2026", "value@2026~2", "value", "value@~4"]


def _targets(folder: Path, rows: list[list[str]], heading: str = "II. CHỈ TIÊU CỤ THỂ") -> list[tuple[str, float | None, str | None, str | None]]:
    plan = read_table_plan(folder, ("KẾ HOẠCH", "Phát triển kinh tế - xã hội năm 2026", heading), rows)
    return [(t.indicator, t.value, t.unit, t.horizon) for t in plan.targets]


def test_figures_of_a_section_of_targets_need_no_word_for_targets(tmp_path: Path) -> None:
    assert _targets(tmp_path, [["Nội dung", "Tỷ lệ (%)"], ["Bao phủ bảo hiểm y tế toàn dân", "96,5"], ["Hộ dân dùng nước sạch", "80"]]) == [
        ("Bao phủ bảo hiểm y tế toàn dân", 96.5, "%", "2026"), ("Hộ dân dùng nước sạch", 80, "%", "2026")]


def test_columns_of_school_levels_share_a_target_out(tmp_path: Path) -> None:
    got = _targets(tmp_path, [["STT", "Chỉ tiêu", "Mầm non", "Tiểu học", "THCS"], ["1", "Tỷ lệ huy động ra lớp", "98%", "100%", "99%"], ["2", "Giáo viên đạt chuẩn", "95%", "92%", "94%"]])
    assert [(name, value) for name, value, _, _ in got][:3] == [("Tỷ lệ huy động ra lớp - Mầm non", 98), ("Tỷ lệ huy động ra lớp - Tiểu học", 100), ("Tỷ lệ huy động ra lớp - THCS", 99)]


def test_the_second_column_words_what_is_measured_of_each_criterion(tmp_path: Path) -> None:
    got = _targets(tmp_path, [["Tiêu chí", "Chỉ tiêu", "Kết quả cần đạt năm 2026", "Người phụ trách"], ["Tiêu chí 1", "Ban hành văn bản theo thẩm quyền", "100%", "Công chức Tư pháp"],
                              ["Tiêu chí 2", "Cung cấp thông tin pháp luật", "≥ 90%", "Công chức Tư pháp"]])
    assert got == [("Ban hành văn bản theo thẩm quyền", 100, "%", "2026"), ("Cung cấp thông tin pháp luật", 90, "%", "2026")]


def test_what_is_grown_or_kept_opens_its_rows(tmp_path: Path) -> None:
    grown = _targets(tmp_path, [["TT", "Cây trồng", "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)"], ["1", "Lúa nước", "320", "62", "1.984"], ["2", "Ngô", "85", "55", "467,5"]])
    assert grown[:3] == [("Diện tích - Lúa nước", 320, "ha", "2026"), ("Năng suất - Lúa nước", 62, "tạ/ha", "2026"), ("Sản lượng - Lúa nước", 1984, "tấn", "2026")]
    kept = _targets(tmp_path, [["Vật nuôi", "ĐVT", "Ước năm 2025", "Kế hoạch năm 2026"], ["Đàn trâu", "con", "850", "830"], ["Sản lượng thịt hơi", "tấn", "1.050", "1.200"]])
    assert [(name, value) for name, value, _, _ in kept] == [("Đàn trâu", 830), ("Sản lượng thịt hơi", 1200)]


def test_a_row_of_aims_says_its_own_share(tmp_path: Path) -> None:
    got = _targets(tmp_path, [["TT", "Nội dung mục tiêu, chỉ tiêu", "Cơ quan chủ trì"], ["1", "Ít nhất 95% hộ đồng bào được xem truyền hình", "Phòng Kinh tế"], ["2", "100% hộ được vay vốn", "Công an xã"]])
    assert [(name, value, unit) for name, value, unit, _ in got] == [("hộ đồng bào được xem truyền hình", 95, "%"), ("hộ được vay vốn", 100, "%")]


def test_numerals_below_quarters_are_quarters() -> None:
    heads = merge_header([["Chỉ tiêu", "KH 2026", "Chia theo quý", "Chia theo quý"], ["Chỉ tiêu", "KH 2026", "I", "II"]])
    assert column_roles(heads) == ["indicator", "value@2026", "value@-33", "value@-34"]


def test_what_the_commune_sets_itself_stands_before_what_it_is_given() -> None:
    assert column_roles(["TT", "Chỉ tiêu", "ĐVT", "Tỉnh giao", "Xã xây dựng", "Chênh lệch"])[3:5] == ["actual", "value"]
    assert heading_role("Chỉ tiêu Nghị quyết đến năm 2030") == "value@2030"


@pytest.mark.parametrize(("heads", "roles"), [
    ("TT|Chỉ tiêu|ĐVT|Thực hiện 9 tháng năm 2025|Ước cả năm 2025|Dự kiến kế hoạch 2026|Tăng thêm", ["no", "indicator", "measure", "actual", "actual", "value@2026", "actual"]),
    ("TT|Chỉ tiêu|Đơn vị|Giá trị năm gốc (2025)|Giá trị mục tiêu 2026", ["no", "indicator", "measure", "actual", "value@2026"]),
    ("TT|Chỉ tiêu|ĐVT|Đầu năm 2026|Cuối năm 2026", ["no", "indicator", "measure", "actual", "value@2026"]),
    ("TT|Chỉ tiêu|ĐVT|Thực hiện NH 2025-2026|Kế hoạch NH 2026-2027", ["no", "indicator", "measure", "actual", "value@2026/2027"]),
    ("TT|Chỉ tiêu|Kế hoạch năm|Quý I|6 tháng|9 tháng", ["no", "indicator", "value", "value@-33", "value@-40", "value@-09"]),
    ("TT|Chỉ tiêu|Nghị quyết HĐND xã năm 2026|Đơn vị theo dõi, đôn đốc", ["no", "indicator", "value@2026", "lead"]),
    ("TT|Nội dung|Yêu cầu chuẩn|Hiện trạng|Phấn đấu năm 2026", ["no", "task", "actual", "actual", "value@2026"]),
])
def test_columns_of_what_was_and_what_is_to_be(heads: str, roles: list[str]) -> None:
    assert column_roles(heads.split("|")) == roles


def test_a_column_of_a_year_gone_by_that_names_what_it_counts_is_no_aim(tmp_path: Path) -> None:
    got = _targets(tmp_path, [["TT", "Loại hình bảo hiểm", "Số người năm 2025", "Chỉ tiêu năm 2026"], ["1", "Bảo hiểm xã hội tự nguyện", "120", "180"], ["2", "Bảo hiểm y tế hộ gia đình", "2.100", "2.400"]])
    assert [(name, value) for name, value, _, _ in got] == [("Bảo hiểm xã hội tự nguyện", 180), ("Bảo hiểm y tế hộ gia đình", 2400)]


def test_columns_that_only_name_what_they_count_are_told_by_their_years(tmp_path: Path) -> None:
    got = _targets(tmp_path, [["TT", "Sản phẩm", "ĐVT", "Sản lượng 2025", "Sản lượng 2026"], ["1", "Chè búp tươi", "tấn", "1.200", "1.450"], ["2", "Mật ong", "tấn", "12", "15"]])
    assert [(name, value, horizon) for name, value, _, horizon in got] == [("Chè búp tươi", 1450, "2026"), ("Mật ong", 15, "2026")]
