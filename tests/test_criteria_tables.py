"""Tables that give a criterion's points and, in the same row, the task for it; ranges that a line end cuts."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.table_headers import column_roles, table_kind
from pipeline.read_one import read_one

HEAD = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt năm 2025", "Mục tiêu 2026", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Thời gian"]


@pytest.mark.parametrize(("heads", "roles"), [
    (HEAD, ["no", "indicator", "actual", "actual", "value@2026", "work", "lead", "time"]),
    (["TT", "Chỉ số thành phần/ tiêu chí", "Điểm chuẩn", "Điểm phấn đấu năm 2026", "Giải pháp thực hiện", "Đơn vị thực hiện"],
     ["no", "indicator", "actual", "value@2026", "work", "owner"]),
    # Without a value too; a text column of another kind is none.
    (["TT", "Mục tiêu", "Nhiệm vụ", "Đơn vị thực hiện"], ["no", "indicator", "work", "owner"]),
    (["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2026", "Địa bàn", "Đơn vị thực hiện"], ["no", "indicator", "measure", "value@2026", "other", "owner"]),
])
def test_a_column_of_tasks_behind_an_indicator_and_its_value(heads: list[str], roles: list[str | None]) -> None:
    assert column_roles(heads) == roles
    assert table_kind(column_roles(["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm", "Căn cứ"])) == "other"


ROWS = [
    ("Mức độ hoàn thành kế hoạch", "2,0", "1,5", "2,0", "Ban hành kế hoạch cải cách hành chính của xã đúng thời gian quy định", "Phòng Văn hóa - Xã hội", "Tháng 01/2026"),
    ("Chế độ báo cáo định kỳ", "1,0", "0,75", "1,0", "Gửi đầy đủ các báo cáo theo hướng dẫn của cơ quan cấp trên", "Phòng Văn hóa - Xã hội", "Hằng quý"),
    ("Công khai thủ tục hành chính", "3,0", "2,5", "3,0", "Cập nhật, công khai kịp thời danh mục thủ tục mới ban hành", "Văn phòng HĐND và UBND", "Thường xuyên"),
    ("Giải quyết hồ sơ đúng hạn", "4,0", "3,15", "3,75", "Thiết lập cơ chế cảnh báo hồ sơ sắp đến hạn trên hệ thống", "Phòng Kinh tế", "Quý I/2026"),
    ("", "", "", "", "Công khai xin lỗi bằng văn bản đối với hồ sơ trễ hạn", "Văn phòng HĐND và UBND", "Quý II/2026"),
    ("Kỷ luật, kỷ cương hành chính", "3,0", "2,5", "3,0", "Kiểm tra đột xuất việc chấp hành giờ giấc làm việc", "Công an xã", "Hằng tháng"),
    ("Giải ngân vốn đầu tư công", "2,5", "1,75", "2,25", "Đẩy nhanh tiến độ giải phóng mặt bằng các công trình", "Phòng Kinh tế", "Quý III/2026"),
]


def _docx(folder: Path, *, merged: bool) -> Path:
    import docx

    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Nâng cao chỉ số cải cách hành chính năm 2026")
    document.add_paragraph("II. MỤC TIÊU, NHIỆM VỤ CỤ THỂ")
    table = document.add_table(1, len(HEAD))
    for cell, text in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = text
    number = 0
    for row in ROWS:
        number += bool(row[0])
        for cell, text in zip(table.add_row().cells, [str(number) if row[0] else "", *row], strict=True):
            cell.text = text
    if merged:
        for c in range(5):
            kept = table.cell(4, c).text
            table.cell(4, c).merge(table.cell(5, c)).text = kept
    path = folder / "plan.docx"
    document.save(str(path))
    return path


def _text(folder: Path) -> Path:
    lines = ["KẾ HOẠCH", "Nâng cao chỉ số cải cách hành chính năm 2026", "II. MỤC TIÊU, NHIỆM VỤ CỤ THỂ", "STT Tiêu chí Điểm tối đa Điểm đạt năm 2025", "Mục tiêu 2026 Nhiệm vụ, giải pháp", "Đơn vị chủ trì Thời gian"]
    number = 0
    for row in ROWS:
        number += bool(row[0])
        if row[0]:
            lines += [f"{number} {row[0]}", " ".join(row[1:4])]
        lines += [row[4], row[5], row[6]]
    path = folder / "plan.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["merged", "blank", "dump"])
def test_a_criterion_and_its_tasks(form: str, tmp_path: Path) -> None:
    path = _text(tmp_path) if form == "dump" else _docx(tmp_path, merged=form == "merged")
    plan = read_one(path, path.name)
    assert [t.value for t in plan.targets] == [2.0, 1.0, 3.0, 3.75, 3.0, 2.25]
    assert len(plan.tasks) == len(ROWS)
    assert plan.tasks[4].text == ROWS[4][4]
    assert plan.tasks[4].lead == ("Văn phòng HĐND và UBND",)
    assert plan.tasks[4].deadline is not None and plan.tasks[4].deadline.edtf == "2026-34"
    assert plan.targets[3].lead == ("Phòng Kinh tế",)


def test_a_range_that_a_line_end_cuts_at_its_dash(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([
        "KẾ HOẠCH", "Cải cách hành chính năm 2026", "II. MỤC TIÊU CỤ THỂ",
        "- Phấn đấu tỷ lệ văn bản, hồ sơ công việc của các cơ quan, đơn vị trên địa bàn",
        "xã được xử lý hoàn toàn trên môi trường điện tử đạt 95%.",
        "- Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn đạt 98%",
        "- 100%; tỷ lệ hồ sơ nộp trực tuyến đạt 80%.",
        "- 100% cán bộ, công chức, viên chức và người hoạt động không chuyên trách ở xã",
        "được tập huấn kỹ năng số.",
    ]), encoding="utf-8")
    targets = read_one(path, path.name).targets
    assert [(t.comparator, t.value, t.value_high) for t in targets] == [
        ("=", 95.0, None), ("range", 98.0, 100.0), ("=", 80.0, None), ("=", 100.0, None)]
