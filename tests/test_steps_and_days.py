"""Schedules whose first column is the day or a dated step, daily reports, public bodies as headings in a section of tasks, a campaign's slogan."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from normalizers.deadlines import find_deadline
from pipeline.read_one import read_one
from pipeline.records import PlanRecord

TITLE = ("ỦY BAN NHÂN DÂN", "TỈNH NINH BÌNH", "Số: 12/KH-UBND", "Ninh Bình, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Thực hiện chuyển đổi số năm 2026", "I. MỤC ĐÍCH", "- Nâng cao nhận thức.")


def read(tmp_path: Path, lines: tuple[str, ...], rows: tuple[tuple[str, ...], ...] = ()) -> PlanRecord:
    document = Document()
    for line in (*TITLE, *lines):
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return read_one(path, path.name)


@pytest.mark.parametrize(("head", "first", "second", "edtf"), [
    ("Ngày", "02/3/2026", "03/3/2026", ["2026-03-02", "2026-03-03"]),
    ("Thứ, ngày", "Thứ Hai, 02/3/2026", "", ["2026-03-02", "2026-03-02"]),
    ("Giai đoạn", "Giai đoạn 1 (tháng 2 - 4/2026)", "Giai đoạn 2 (tháng 5 - 9/2026)", ["2026-02/2026-04", "2026-05/2026-09"]),
    ("Tuần", "Tuần 1 (từ 02 - 08/3/2026)", "Tuần 2 (từ 09 - 15/3/2026)", ["2026-03-02/2026-03-08", "2026-03-09/2026-03-15"]),
    ("Giai đoạn", "Giai đoạn chuẩn bị", "Giai đoạn triển khai", [None, None]),
])
def test_what_the_first_column_tells_of_the_time(tmp_path: Path, head: str, first: str, second: str, edtf: list[str | None]) -> None:
    rows = ((head, "Nội dung", "Chủ trì"), (first, "Rà soát hạ tầng, trang thiết bị", "Sở Nội vụ"), (second, "Tổ chức hội thi", "Sở Nội vụ"))
    tasks = read(tmp_path, ("II. LỘ TRÌNH THỰC HIỆN",), rows).tasks
    assert [t.text for t in tasks] == [rows[1][1], rows[2][1]]
    assert [t.deadline.edtf if t.deadline else None for t in tasks] == edtf


@pytest.mark.parametrize(("text", "rules"), [
    ("Báo cáo kết quả hằng ngày trước 16 giờ 00 về Trung tâm Kiểm soát bệnh tật tỉnh.", ("FREQ=DAILY",)),
    ("Báo cáo số liệu hằng ngày qua hệ thống phần mềm.", ("FREQ=DAILY",)),
])
def test_daily_reports(text: str, rules: tuple[str, ...]) -> None:
    got = find_deadline(text, "2026-01-15")
    assert got is not None and got.rrule == rules


def test_what_is_daily_is_no_report() -> None:
    assert find_deadline("Báo cáo tình hình công việc hằng ngày của cơ quan.") is find_deadline("Phục vụ nhu cầu hằng ngày của người dân.") is None


@pytest.mark.parametrize(("heading", "lead"), [
    ("1.1. Đảng ủy Ủy ban nhân dân tỉnh", ["Đảng ủy Ủy ban nhân dân tỉnh"]), ("1.1. Sở Nội vụ", ["Sở Nội vụ"]),
    ("1.1. Sở hữu trí tuệ", []), ("1.1. Văn phòng điện tử", []), ("1.1. Trạm y tế thông minh", []),
])
def test_public_bodies_as_headings_of_tasks(tmp_path: Path, heading: str, lead: list[str]) -> None:
    plan = read(tmp_path, ("II. NHIỆM VỤ, GIẢI PHÁP", "1. Hoàn thiện thể chế", heading, "- Rà soát, sửa đổi các quy định không còn phù hợp.", "- Xây dựng chính sách thu hút nhân lực.",
                           "1.2. Tăng cường công tác tuyên truyền", "- Tuyên truyền trên hệ thống loa."))
    assert [list(t.lead) for t in plan.tasks] == [lead, lead, []]


def test_a_slogan_is_no_target(tmp_path: Path) -> None:
    plan = read(tmp_path, ("II. CHỦ ĐỀ - THỜI GIAN - CHỈ TIÊU", "1. Chủ đề: “Tuổi trẻ chung sức xây dựng nông thôn mới”.", "2. Chỉ tiêu", "- Thu hút ít nhất 450 lượt đoàn viên tham gia."))
    assert [t.value for t in plan.targets] == [450]


@pytest.mark.parametrize(("line", "tasks"), [
    ("Đề nghị các chi hội nghiêm túc triển khai thực hiện.", 1), ("Nhận được Kế hoạch này, đề nghị các chi đoàn triển khai thực hiện có hiệu quả.", 1),
    ("Đề nghị các đơn vị báo cáo kết quả trước ngày 15/12/2026.", 2), ("Yêu cầu các đơn vị nghiêm túc thực hiện chế độ báo cáo.", 2),
])
def test_what_asks_everybody_to_carry_it_out_closes(tmp_path: Path, line: str, tasks: int) -> None:
    assert len(read(tmp_path, ("II. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Hướng dẫn thực hiện.", line, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bình")).tasks) == tasks


@pytest.mark.parametrize("line", ["Yêu cầu các thôn triển khai thực hiện.", "Đề nghị các trường học phối hợp thực hiện có hiệu quả."])
def test_what_a_body_named_above_is_asked_for_stays_its_task(tmp_path: Path, line: str) -> None:
    record = read(tmp_path, ("II. TỔ CHỨC THỰC HIỆN", "1. Các đơn vị liên quan", line, "2. Sở Nội vụ", "- Hướng dẫn thực hiện.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bình"))
    assert line in [task.text for task in record.tasks]


@pytest.mark.parametrize("lines", [("Đề nghị các thôn nghiêm túc triển khai thực hiện.", "Nếu có khó khăn, vướng mắc, phản ánh về Phòng Kinh tế để xem xét./."),
                                   ("Nhận được kế hoạch này, yêu cầu các thôn nghiêm túc triển khai thực hiện.", "Kế hoạch niêm yết tại trụ sở.")])
def test_what_asks_everybody_before_the_last_words_closes(tmp_path: Path, lines: tuple[str, str]) -> None:
    record = read(tmp_path, ("II. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Hướng dẫn thực hiện.", *lines, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bình"))
    assert lines[0] not in [task.text for task in record.tasks]
