"""Columns that explain an indicator order nothing; what stands beside a share or a note keeps its meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as make_docx

from extractors.grouping_headings import counts_of_places
from extractors.merged_headings import merge_header
from extractors.note_cells import read_notes
from extractors.table_headers import heading_role
from pipeline.read_one import read_one
from pipeline.records import PlanRecord


def _read(tmp_path: Path, heading: str, *rows: str) -> PlanRecord:
    document = make_docx()
    for text in ("ỦY BAN NHÂN DÂN", "XÃ PHÚ LỘC", "Số: 45/KH-UBND", "Phú Lộc, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Công tác năm 2026", heading):
        document.add_paragraph(text)
    cells = [row.split("|") for row in rows]
    table = document.add_table(len(cells), len(cells[0]))
    table.style = "Table Grid"
    for r, row in enumerate(cells):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    document.save(str(path := tmp_path / "plan.docx"))
    return read_one(path, path.name)


def test_what_only_explains_an_indicator_is_no_task(tmp_path: Path) -> None:
    plan = _read(tmp_path, "II. NHIỆM VỤ", "TT|Chỉ tiêu|Nội dung thực hiện|Đơn vị",
                 "1|Tỷ lệ hồ sơ trực tuyến đạt 80%|Tổng số hồ sơ nộp trực tuyến trên tổng số hồ sơ|Công an xã",
                 "2|Tỷ lệ số hóa đạt 100%|Hồ sơ được số hóa khi tiếp nhận|Công an xã")
    assert not plan.tasks
    assert [t.value for t in plan.targets] == [80, 100]


def test_what_is_done_for_an_indicator_stays_the_task(tmp_path: Path) -> None:
    plan = _read(tmp_path, "II. NHIỆM VỤ", "TT|Chỉ tiêu|Nội dung thực hiện|Đơn vị",
                 "1|Tỷ lệ hồ sơ trực tuyến đạt 80%|Hướng dẫn người dân nộp hồ sơ|Công an xã",
                 "2|Tỷ lệ số hóa đạt 100%|Số hóa hồ sơ khi tiếp nhận|Công an xã")
    assert plan.tasks[0].text == "Hướng dẫn người dân nộp hồ sơ"


def test_criteria_that_name_what_is_measured_are_the_indicators(tmp_path: Path) -> None:
    plan = _read(tmp_path, "II. CHỈ TIÊU", "TT|Tiêu chí|Nội dung|Đơn vị tính|Năm 2026",
                 "1|Tỷ lệ đường xã được cứng hóa|Đường trục xã bê tông hoặc nhựa|%|95",
                 "2|Tỷ lệ hộ sử dụng nước sạch|Theo quy chuẩn của Bộ Y tế|%|65")
    assert [t.indicator for t in plan.targets] == ["Tỷ lệ đường xã được cứng hóa", "Tỷ lệ hộ sử dụng nước sạch"]


def test_a_share_keeps_its_time_and_who_helps(tmp_path: Path) -> None:
    plan = _read(tmp_path, "II. CHỈ TIÊU TRỒNG RỪNG", "TT|Thôn|Chỉ tiêu năm 2026 (ha)|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành",
                 "1|Nà Lùng|50|Phòng Kinh tế|Hội Nông dân xã|Tháng 3/2026", "2|Bản Mới|40|Phòng Kinh tế|Hội Nông dân xã|Tháng 4/2026")
    assert [t.deadline.edtf for t in plan.targets if t.deadline] == ["2026-03", "2026-04"]
    assert plan.targets[0].support == ("Hội Nông dân xã",)


@pytest.mark.parametrize(("below", "role"), [("6 tháng", "value@2026-40"), ("9 tháng", "value@2026-09"), ("Quý I", "value@2026-33")])
def test_a_part_of_a_year_below_its_year(below: str, role: str) -> None:
    assert heading_role(merge_header([["Kế hoạch năm 2026"], [below]])[0]) == role


def test_a_note_of_what_was_done_is_no_time() -> None:
    row = {"task": "Xây dựng kế hoạch", "note": "Đã ban hành năm 2025"}
    read_notes([row], ["task", "note"])
    assert "time" not in row


def test_who_answers_for_a_place_makes_no_register() -> None:
    assert not counts_of_places(["tt", "thôn", "khối lượng", "người phụ trách"])
    assert counts_of_places(["tt", "thôn", "số hộ", "người phụ trách"])


def test_a_column_of_the_whole_year_leaves_a_schedule_its_tasks(tmp_path: Path) -> None:
    plan = _read(tmp_path, "II. NHIỆM VỤ", "TT|Nội dung|Đơn vị|Quý I|Quý II|Cả năm",
                 "1|Xây dựng kế hoạch|Văn phòng|x||", "2|Trực ban|Công an xã|||x")
    assert [t.text for t in plan.tasks] == ["Xây dựng kế hoạch", "Trực ban"]


def test_all_that_is_done_for_one_goal_stands_below_it(tmp_path: Path) -> None:
    document = make_docx()
    for text in ("KẾ HOẠCH", "Công tác năm 2026", "II. NHIỆM VỤ"):
        document.add_paragraph(text)
    table = document.add_table(3, 4)
    for r, row in enumerate(("TT|Mục tiêu|Nhiệm vụ|Chủ trì", "1|Nâng cao hiệu quả quản lý|Xây dựng kế hoạch|Văn phòng", "||Rà soát thủ tục|Công an xã")):
        for c, text in enumerate(row.split("|")):
            table.cell(r, c).text = text
    for c in (0, 1):
        table.cell(1, c).merge(table.cell(2, c))
    document.save(str(path := tmp_path / "plan.docx"))
    assert {t.section[-1] for t in read_one(path, path.name).tasks} == {"Nâng cao hiệu quả quản lý"}


@pytest.mark.parametrize(("sentence", "header", "tasks"), [
    ("1. Phân bổ kinh phí.", "TT|Thôn|Kinh phí (triệu đồng)", []),
    ("1. Kiện toàn lực lượng xung kích.", "TT|Thôn|Số người", ["Kiện toàn lực lượng xung kích."]),
])
def test_a_sentence_over_sums_titles_them(tmp_path: Path, sentence: str, header: str, tasks: list[str]) -> None:
    document = make_docx()
    for text in ("KẾ HOẠCH", "Công tác năm 2026", "II. NHIỆM VỤ", sentence):
        document.add_paragraph(text)
    table = document.add_table(3, 3)
    for r, row in enumerate((header, "1|Nà Lùng|20", "2|Bản Mới|30")):
        for c, text in enumerate(row.split("|")):
            table.cell(r, c).text = text
    document.save(str(path := tmp_path / "plan.docx"))
    assert [t.text for t in read_one(path, path.name).tasks] == tasks
