"""Tables in which a column groups the tasks beside it: "Nhiệm vụ chung | Hoạt động", "Giai đoạn | Nội dung công việc"."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.table_headers import column_roles
from pipeline.read_one import read_one

HEAD = ["STT", "Nhiệm vụ chung", "Hoạt động cụ thể", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"]
ROWS = [
    ("1", "Chỉ đạo, điều hành", "Ban hành kế hoạch tuyên truyền về chính quyền phục vụ", "Kế hoạch", "Phòng Văn hóa - Xã hội", "Các thôn", "Tháng 3/2026"),
    ("", "", "Tổ chức hội nghị sơ kết công tác 6 tháng đầu năm", "Báo cáo", "Phòng Văn hóa - Xã hội", "Các thôn", "Tháng 6/2026"),
    ("2", "Kiểm soát thủ tục", "Rà soát danh mục thủ tục hành chính đã hết hiệu lực", "Danh mục", "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Quý I/2026"),
    ("", "", "Niêm yết công khai quy trình giải quyết tại bộ phận tiếp nhận", "Quy trình", "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Hằng tháng"),
    ("3", "Xây dựng đội ngũ", "Cử công chức tham gia các lớp bồi dưỡng nghiệp vụ", "Quyết định", "Phòng Kinh tế", "Trạm Y tế", "Năm 2026"),
    ("4", "Tài chính công", "Công khai dự toán thu, chi ngân sách của xã", "Quyết định", "Phòng Kinh tế", "Các thôn", "Quý II/2026"),
    ("5", "Chính quyền số", "Cập nhật tin, bài trên trang thông tin điện tử", "Tin, bài", "Phòng Văn hóa - Xã hội", "Công an xã", "Hằng tuần"),
]


@pytest.mark.parametrize(("heads", "roles"), [
    (HEAD, ["no", "group", "task", "result", "lead", "support", "time"]),
    (["STT", "Nhóm nhiệm vụ", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian"], ["no", "group", "task", "lead", "time"]),
    (["TT", "Giai đoạn", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"], ["no", "group", "task", "lead", "time"]),
    (["TT", "Lĩnh vực", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"], ["no", "group", "task", "lead", "time"]),
    (["TT", "Nhóm chỉ tiêu", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"], ["no", "group", "indicator", "measure", "value@2026"]),
    # One wording column, whatever it is called, is the wording; so is the first of two that may both word a row.
    (["TT", "Nhóm nhiệm vụ", "Đơn vị chủ trì", "Thời gian"], ["no", "task", "lead", "time"]),
    (["TT", "Nhiệm vụ", "Giải pháp", "Đơn vị chủ trì", "Thời gian"], ["no", "task", "other", "lead", "time"]),
    (["TT", "Nội dung công việc", "Giai đoạn thực hiện", "Đơn vị chủ trì"], ["no", "task", "time", "lead"]),
])
def test_roles(heads: list[str], roles: list[str]) -> None:
    assert column_roles(heads) == roles


def _docx(folder: Path, heads: list[str], merged: bool) -> Path:
    import docx

    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Công tác hành chính năm 2026")
    document.add_paragraph("II. NHIỆM VỤ")
    table = document.add_table(1, len(heads))
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for above in (1, 3) if merged else ():
        for c in (0, 1):
            kept = table.cell(above, c).text
            table.cell(above, c).merge(table.cell(above + 1, c)).text = kept
    path = folder / "plan.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(("heads", "merged"), [(HEAD, True), (HEAD, False), (["STT", "Nhiệm vụ", "Giải pháp", *HEAD[3:]], True)])
def test_each_row_is_the_task_beside_its_group(tmp_path: Path, heads: list[str], merged: bool) -> None:
    path = _docx(tmp_path, heads, merged)
    tasks = read_one(path, path.name).tasks
    assert [task.text for task in tasks] == [row[2] for row in ROWS]
    assert [list(task.lead) for task in tasks] == [[row[4]] for row in ROWS]
    assert tasks[1].section[-1] == ("Chỉ đạo, điều hành" if merged else tasks[1].section[-1])


def test_two_columns_that_word_each_row_are_not_parted(tmp_path: Path) -> None:
    path = _docx(tmp_path, ["STT", "Nhiệm vụ", "Giải pháp", *HEAD[3:]], False)
    assert next(task.text for task in read_one(path, path.name).tasks) == ROWS[0][1]


def test_groups_of_a_flattened_table(tmp_path: Path) -> None:
    lines = ["KẾ HOẠCH", "Công tác hành chính năm 2026", "", "II. NHIỆM VỤ", " ".join(HEAD)]
    for row in ROWS:
        lines += [f"{row[0]} {row[1]}".strip(), *row[2:]] if row[0] else list(row[2:])
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert all(task.text.startswith(row[2]) for task, row in zip(tasks, ROWS, strict=True))
    assert [task.deadline.raw for task in tasks if task.deadline] == [row[6] for row in ROWS]


@pytest.mark.parametrize(("heads", "roles"), [
    (["STT", "Việc cần làm", "Cán bộ phụ trách", "Đơn vị thực hiện", "Hạn"], "no task other owner time"),
    (["STT", "Công việc", "Cơ quan thực hiện", "Người phụ trách", "Thời gian"], "no task owner other time"),
    (["STT", "Công việc", "Người phụ trách", "Thời gian"], "no task owner time"),
    (["STT", "Công việc", "Người/đơn vị phụ trách", "Bộ phận thực hiện"], "no task owner owner"),
])
def test_the_person_beside_the_unit_is_no_second_owner(heads: list[str], roles: str) -> None:
    assert " ".join(str(role) for role in column_roles(heads)) == roles
