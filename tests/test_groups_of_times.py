"""Titles of groups that are a time, in tables without a column of times, and row numbers glued to the date of the row above."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from pipeline.read_one import read_one

HEAD = ("ỦY BAN NHÂN DÂN", "XÃ AN LẠC", "Số: 15/KH-UBND", "An Lạc, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026", "II. TIẾN ĐỘ THỰC HIỆN")
ROWS = (("Tháng 3/2026", ("Rà soát hồ sơ hộ tịch", "Công an xã"), ("Số hóa tài liệu lưu trữ", "Phòng Kinh tế")),
        ("Tháng 9/2026", ("Tổ chức hội nghị đối thoại", "Trạm Y tế"), ("Kiểm tra hệ thống camera", "Công an xã")))
WANTED = {"Rà soát hồ sơ hộ tịch": "2026-03", "Số hóa tài liệu lưu trữ": "2026-03", "Tổ chức hội nghị đối thoại": "2026-09", "Kiểm tra hệ thống camera": "2026-09"}


def times(path: Path) -> dict[str, str | None]:
    return {task.text: task.deadline.edtf if task.deadline else None for task in read_one(path, path.name).tasks}


def test_in_a_docx(tmp_path: Path) -> None:
    document = Document()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    for cell, text in zip(table.add_row().cells, ("STT", "Nội dung", "Đơn vị thực hiện"), strict=True):
        cell.text = text
    number = 0
    for title, *rows in ROWS:
        cells = table.add_row().cells
        cells[0].merge(cells[-1]).text = title
        for text, owner in rows:
            number += 1
            for cell, value in zip(table.add_row().cells, (str(number), text, owner), strict=True):
                cell.text = value
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert times(path) == WANTED


def test_in_a_dump(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    body, number = "", 0
    for title, *rows in ROWS:
        body += f"{title}\n"
        for text, owner in rows:
            number += 1
            body += f"{number}\n{text}\n{owner}\n"
    path.write_text("\n".join(HEAD) + "\nSTT Nội dung Đơn vị thực hiện\n" + body + "III. TỔ CHỨC THỰC HIỆN\n", encoding="utf-8")
    assert times(path) == WANTED


def test_a_number_behind_the_date_of_a_merged_cell(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(HEAD) + "\nSTT Nội dung Đơn vị thực hiện Thời gian\n1 Rà soát hồ sơ hộ tịch Công an xã\nTháng 3/2026\n2 Số hóa tài liệu lưu trữ của xã Phòng Kinh tế\n"
                    "Tháng 4/20263 Tổ chức hội nghị đối thoại Trạm Y tế\n4 Kiểm tra hệ thống camera Công an xã\nTháng 9/2026\n", encoding="utf-8")
    assert list(times(path)) == ["Rà soát hồ sơ hộ tịch", "Số hóa tài liệu lưu trữ của xã", "Tổ chức hội nghị đối thoại", "Kiểm tra hệ thống camera"]
