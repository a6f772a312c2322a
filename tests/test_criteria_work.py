"""Criteria and what is to be done for them: in tables without figures, in items with labels; shares of all; columns of years gone by."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extractors.table_headers import column_roles
from normalizers.deadlines import title_period
from normalizers.targets import read_table_target
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


def test_the_term_of_those_elected_is_not_the_plans_period() -> None:
    assert title_period("Triển khai công tác bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031 trên địa bàn phường An Bình") is None
    assert title_period("Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030") == "2025/2030"
