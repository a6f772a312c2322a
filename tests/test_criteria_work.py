"""Criteria and what is to be done for them: in tables without figures, in items with labels; shares of all; columns of years gone by."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extractors.table_headers import column_roles
from normalizers.deadlines import title_period
from normalizers.targets import read_table_target, read_targets
from pipeline.read_one import read_one
from pipeline.records import PlanRecord


@pytest.mark.parametrize(("heads", "roles"), [
    (["STT", "Tên tiêu chí", "Việc cần làm", "Năm hoàn thành", "Cơ quan chủ trì"], ["no", "indicator", "work", "time", "lead"]),
    (["TT", "Tiêu chí", "Hiện trạng", "Giải pháp", "Phụ trách"], ["no", "indicator", "actual", "work", "owner"]),
    (["TT", "Tiêu chí", "Nội dung thực hiện", "Phụ trách", "Thời gian"], ["no", "indicator", "work", "owner", "time"]),
    # The parts of a criterion are no work, nor is the wording of a table with figures.
    (["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu", "Cơ quan phụ trách"], ["no", "group", "indicator", "value", "owner"]),
])
def test_what_is_done_for_a_criterion_has_a_column_of_its_own(heads: list[str], roles: list[str | None]) -> None:
    assert column_roles(heads) == roles


def _plan(folder: Path, lines: list[str], rows: list[list[str]] | None = None, date: str = "27 tháng 02 năm 2026") -> PlanRecord:
    document = docx.Document()
    for line in ("ỦY BAN NHÂN DÂN", "XÃ TÂN HÒA", "Số: 48/KH-UBND", f"Tân Hòa, ngày {date}", "KẾ HOẠCH", "Xây dựng nông thôn mới", *lines):
        document.add_paragraph(line)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(folder / "a.docx"))
    return read_one(folder / "a.docx", "a.docx")


def test_the_work_is_the_task_and_a_criterion_with_a_figure_the_target(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["II. NHIỆM VỤ", "Nhiệm vụ cụ thể như sau:"], [
        ["STT", "Tiêu chí", "Việc cần làm", "Năm hoàn thành", "Cơ quan chủ trì"],
        ["1", "Quy hoạch", "Tổ chức lập đồ án quy hoạch chung của xã", "2026", "Phòng Kinh tế"],
        ["2", "Giáo dục", "Xây dựng trường mầm non đạt chuẩn", "2027", "Phòng Văn hóa - Xã hội"],
        ["3", "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 95%", "Vận động người dân tham gia bảo hiểm y tế hộ gia đình", "2026", "Phòng Văn hóa - Xã hội"],
    ])
    assert [(t.text, t.lead) for t in plan.tasks] == [
        ("Tổ chức lập đồ án quy hoạch chung của xã", ("Phòng Kinh tế",)),
        ("Xây dựng trường mầm non đạt chuẩn", ("Phòng Văn hóa - Xã hội",)),
        ("Vận động người dân tham gia bảo hiểm y tế hộ gia đình", ("Phòng Văn hóa - Xã hội",)),
    ]
    assert plan.tasks[0].section[-1] == "Quy hoạch"
    assert [(t.indicator, t.value) for t in plan.targets] == [("Tỷ lệ dân số tham gia bảo hiểm y tế", 95.0)]


def test_what_a_criterion_asks_and_how_it_stands_is_no_task(tmp_path: Path) -> None:
    plan = _plan(tmp_path, [
        "II. NHIỆM VỤ, GIẢI PHÁP", "1. Tiêu chí số 2 - Hạ tầng",
        "a) Yêu cầu tiêu chí: Tỷ lệ đường xã được nhựa hóa đạt 100%.", "b) Hiện trạng: Đường xã đạt 94%; 13/16 ấp có nhà văn hóa.",
        "c) Giải pháp:", "- Nâng cấp các tuyến đường xuống cấp.", "- Xây mới nhà văn hóa ấp Bình An."])
    assert [t.text for t in plan.tasks] == ["Nâng cấp các tuyến đường xuống cấp.", "Xây mới nhà văn hóa ấp Bình An."]
    assert not plan.targets


def test_a_share_of_all_counts_what_the_row_names() -> None:
    (share,) = read_table_target("Số thôn không ma túy (lũy kế)", None, "9/12")
    assert (share.indicator, share.comparator, share.value, share.unit) == ("Số thôn không ma túy (lũy kế)", "=", 9, "count")
    (date,) = read_table_target("Ngày hoàn thành", None, "30/6")
    assert date.value is None


@pytest.mark.parametrize(("date", "horizons"), [("27 tháng 02 năm 2026", ["2026", "2030"]), ("10 tháng 12 năm 2025", ["2025", "2026", "2030"])])
def test_a_column_for_a_year_gone_by_is_no_target(tmp_path: Path, date: str, horizons: list[str]) -> None:
    plan = _plan(tmp_path, ["II. CHỈ TIÊU"], [
        ["STT", "Chỉ tiêu", "ĐVT", "Đến cuối năm 2025", "Năm 2026", "Năm 2030"],
        ["1", "Hộ sử dụng nước sạch", "%", "61", "68", "90"], ["2", "Đường ấp được cứng hóa", "%", "72,5", "80", "100"]], date)
    assert [t.horizon for t in plan.targets] == horizons * 2


@pytest.mark.parametrize("day", ["31-12-2025", "31/12/2025", "Đến 31/12/2025"])
def test_a_column_for_a_day_before_the_plan_is_no_target(tmp_path: Path, day: str) -> None:
    plan = _plan(tmp_path, ["II. CHỈ TIÊU"], [
        ["STT", "Chỉ tiêu", "ĐVT", day, day.replace("2025", "2026")],
        ["1", "Hộ sử dụng nước sạch", "%", "61", "68"], ["2", "Đường ấp được cứng hóa", "%", "72,5", "80"]], "27 tháng 02 năm 2026")
    assert [(t.value, t.horizon) for t in plan.targets] == [(68, "2026-12-31"), (80, "2026-12-31")]


def test_a_lone_column_for_a_day_stays(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["II. CHỈ TIÊU"], [["STT", "Chỉ tiêu", "ĐVT", "31/01/2026"], ["1", "Hộ sử dụng nước sạch", "%", "61"], ["2", "Đường ấp được cứng hóa", "%", "72,5"]], "27 tháng 02 năm 2026")
    assert [t.value for t in plan.targets] == [61, 72.5]


def test_the_term_of_those_elected_is_not_the_plans_period() -> None:
    assert title_period("Triển khai công tác bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031 trên địa bàn phường An Bình") is None
    assert title_period("Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030") == "2025/2030"


def test_who_answers_for_a_village_is_no_figure(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["V. GIAO CHỈ TIÊU THU THUẾ CHO CÁC KHU PHỐ"], [
        ["TT", "Khu phố", "Số hộ", "Chỉ tiêu thu (triệu đồng)", "Đơn vị phụ trách"],
        ["1", "Khu phố 1", "820", "260", "Phòng Kinh tế"], ["2", "Khu phố 2", "1.045", "410", "Công an xã"], ["3", "Khu phố Bàu Trâm", "975", "355", "Phòng Kinh tế"]])
    assert [(t.indicator, t.value, t.unit, t.lead) for t in plan.targets] == [
        ("Chỉ tiêu thu - Khu phố 1", 260.0, "triệu đồng", ("Phòng Kinh tế",)),
        ("Chỉ tiêu thu - Khu phố 2", 410.0, "triệu đồng", ("Công an xã",)),
        ("Chỉ tiêu thu - Khu phố Bàu Trâm", 355.0, "triệu đồng", ("Phòng Kinh tế",)),
    ]


def test_who_answers_for_a_village_runs_over_lines_of_a_dump(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join([
        "ỦY BAN NHÂN DÂN", "XÃ TÂN HÒA", "Số: 48/KH-UBND", "Tân Hòa, ngày 27 tháng 02 năm 2026", "", "KẾ HOẠCH", "Thu ngân sách năm 2026", "",
        "V. GIAO CHỈ TIÊU THU THUẾ CHO CÁC KHU PHỐ", "", "TT Khu phố Số hộ", "Chỉ tiêu thu", "(triệu đồng)", "", "Cán bộ phụ", "trách", "",
        "1 Khu phố 1 820 260 Nguyễn Văn", "Tám", "", "2 Khu phố 2 1.045 410 Lê Thị Sáu", "3 Khu phố Bàu ", "Trâm", "975 355 Trần Minh", "Hải", "",
        "4 Khu phố Xuân ", "Tân", "690 275 Phạm Thị Hoa", "", "Tổng cộng 3.530 1.300", "", "VI. TỔ CHỨC THỰC HIỆN", "1. Công an xã giữ gìn trật tự.", ""]), encoding="utf-8")
    plan = read_one(tmp_path / "a.txt", "a.txt")
    assert [(t.indicator.rpartition(" - ")[2], t.value) for t in plan.targets] == [
        ("Khu phố 1", 260.0), ("Khu phố 2", 410.0), ("Khu phố Bàu Trâm", 355.0), ("Khu phố Xuân Tân", 275.0)]


def test_six_clear_points_head_columns() -> None:
    assert column_roles(["TT", "Rõ việc", "Rõ người", "Rõ thẩm quyền", "Rõ thời gian", "Rõ kết quả, sản phẩm"]) == ["no", "task", "lead", "other", "time", "result"]


def test_what_opens_with_the_same_word_has_its_own_head() -> None:
    assert [(t.indicator, t.value) for t in read_targets("Sàng lọc trước sinh, sàng lọc sơ sinh đạt lần lượt 45% và 50%.")] == [
        ("Sàng lọc trước sinh", 45), ("sàng lọc sơ sinh", 50)]


def test_how_many_live_where_is_a_register(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["II. NHIỆM VỤ", "c) Tổ trưởng các tổ dân phố: huy động Nhân dân chằng chống nhà cửa, sơ tán theo Bảng 1.", "Bảng 1. Phương án sơ tán dân"], [
        ["TT", "Tổ dân phố", "Số hộ sơ tán", "Số khẩu sơ tán", "Địa điểm sơ tán đến", "Phụ trách"],
        ["1", "Tổ dân phố 1", "42", "161", "Trường THCS Cát Hải", "Vũ Văn Hải"], ["2", "Tổ dân phố 2", "37", "128", "Nhà văn hóa", "Bùi Văn Nam"]])
    assert [t.text for t in plan.tasks] == ["Tổ trưởng các tổ dân phố: huy động Nhân dân chằng chống nhà cửa, sơ tán theo Bảng 1."]
    assert not plan.targets


def test_a_register_in_a_dump_is_no_list_of_tasks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join([
        "ỦY BAN NHÂN DÂN", "XÃ TÂN HÒA", "Số: 48/KH-UBND", "Tân Hòa, ngày 27 tháng 02 năm 2026", "", "KẾ HOẠCH", "Phòng, chống thiên tai năm 2026", "",
        "II. NHIỆM VỤ", "1. Rà soát lực lượng xung kích của các tổ dân phố.", "", "TT Tổ dân phố Số hộ sơ", "tán", "", "Số khẩu", "sơ tán Địa điểm sơ tán", "đến Phụ trách", "",
        "1 Tổ dân phố 1 42 161 Trường THCS Cát", "Hải Vũ Văn Hải", "2 Tổ dân phố 2 37 128 Nhà văn hóa Bùi Văn Nam", "3 Tổ dân phố Gia", "Lộc", "55 203 Trường Tiểu học Đỗ Thị Yến", "",
        "2. Kiểm tra hệ thống thoát nước trước mùa mưa.", ""]), encoding="utf-8")
    plan = read_one(tmp_path / "a.txt", "a.txt")
    assert [t.text for t in plan.tasks] == ["Rà soát lực lượng xung kích của các tổ dân phố.", "Kiểm tra hệ thống thoát nước trước mùa mưa."]
    assert not plan.targets


@pytest.mark.parametrize(("text", "read"), [
    ("Giữ vững chuẩn phổ cập giáo dục tiểu học mức độ 3; nâng phổ cập giáo dục THCS từ mức độ 2 lên mức độ 3.",
     [("Giữ vững chuẩn phổ cập giáo dục tiểu học", 3), ("nâng phổ cập giáo dục THCS", 3)]),
    ("Duy trì kết quả phổ cập giáo dục, xóa mù chữ mức độ 3", [("Duy trì kết quả phổ cập giáo dục, xóa mù chữ", 3)]),
    ("Nâng dịch vụ công từ mức 3 lên mức 4", [("Nâng dịch vụ công", 4)]),
])
def test_levels_that_are_kept_or_raised(text: str, read: list[tuple[str, int]]) -> None:
    assert [(t.indicator, t.value) for t in read_targets(text)] == read
    assert all((t.comparator, t.unit) == ("=", "level") for t in read_targets(text))


def test_a_share_of_those_who_know_a_level_stays_one() -> None:
    assert [(t.value, t.unit) for t in read_targets("100% đơn vị đạt chuẩn xóa mù chữ mức độ 2")] == [(100, "%")]
    assert column_roles(["STT", "Tên báo cáo, đề án, tờ trình", "Cơ quan soạn thảo", "Cơ quan thẩm tra"])[1:3] == ["task", "lead"]


def test_ages_in_a_heading_are_no_outcome(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["II. MỤC TIÊU CỤ THỂ", "1. Phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi", "- 100% trẻ 5 tuổi ra lớp.", "- 92% trẻ 3 - 4 tuổi ra lớp.",
                            "2. Xóa mù chữ", "- 98% người trong độ tuổi biết chữ."])
    assert [t.value for t in plan.targets] == [100.0, 92.0, 98.0]
