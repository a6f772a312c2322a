"""Targets shared out by columns of villages or of units, in DOCX and in dumps whose names wrap."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from extractors.document import Table
from extractors.text_reader import read_text
from pipeline.read_one import read_one

TITLE = ("ỦY BAN NHÂN DÂN", "XÃ AN LẠC", "Số: 15/KH-UBND", "An Lạc, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Phát triển kinh tế - xã hội năm 2026",
         "I. NHIỆM VỤ", "- Tổ chức thực hiện các chỉ tiêu được giao tại Phụ lục.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bình", "PHỤ LỤC", "PHÂN BỔ CHỈ TIÊU NĂM 2026")


def shares(path: Path) -> dict[str, float | None]:
    return {target.indicator: float(target.value) if target.value is not None else None for target in read_one(path, path.name).targets}


def test_columns_of_units_in_a_docx(tmp_path: Path) -> None:
    document = Document()
    for line in TITLE:
        document.add_paragraph(line)
    rows = (("STT", "Chỉ tiêu", "ĐVT", "Hội Phụ nữ", "Trạm Y tế", "Trường THCS An Lạc"), ("1", "Số hộ thoát nghèo", "hộ", "7", "8", "9"), ("2", "Số lao động có việc làm mới", "người", "70", "80", "90"))
    table = document.add_table(rows=0, cols=6)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert shares(path) == {f"{rows[r][1]} - {rows[0][c]}": float(rows[r][c]) for r in (1, 2) for c in (3, 4, 5)}


def test_columns_of_villages_whose_names_wrap(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(TITLE) + "\nSTT Chỉ tiêu ĐVT Thôn 3 Ấp Bình Hòa Tổ dân phố số\n2 Thôn Thượng\n1 Số hộ thoát nghèo hộ 7 8 9 10\n\n2\n\n2 Số lao động có\nviệc làm mới người 70 80 90 100\n", encoding="utf-8")
    heads = ("Thôn 3", "Ấp Bình Hòa", "Tổ dân phố số 2", "Thôn Thượng")
    assert shares(path) == {f"{what} - {who}": float(10 ** k * (7 + n)) for k, what in enumerate(("Số hộ thoát nghèo", "Số lao động có việc làm mới")) for n, who in enumerate(heads)}


def test_columns_of_units_in_a_dump(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(TITLE) + "\nSTT Chỉ tiêu ĐVT Hội Phụ nữ Trạm Y tế\nTrường\nTHCS An\nLạc\nHội Nông dân\n1 Số hộ thoát nghèo hộ 7 8 9 10\n2 Số hội viên mới người 1 2 3 4\n", encoding="utf-8")
    assert {name.rpartition(" - ")[2] for name in shares(path)} == {"Hội Phụ nữ", "Trạm Y tế", "Trường THCS An Lạc", "Hội Nông dân"}


def test_the_letterhead_is_no_heading_of_villages(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(TITLE) + "\nĐịa bàn Tỷ lệ tham gia BHYT (%) Số hộ thoát nghèo\nSố đàn lợn tiêm\nphòng (con)\nẤp Tân Lập 70,6 5 687\nThôn Trung\nHạ 98,9 30 170\nThôn 4 84 17 499\n", encoding="utf-8")
    assert shares(path)["Số hộ thoát nghèo - Ấp Tân Lập"] == 5.0
    assert len(shares(path)) == 9


def test_a_village_without_a_share_in_a_wide_table() -> None:
    """Which of 24 columns a row of 12 figures leaves empty is found without trying all 2.7 million ways."""
    heads = " ".join(f"Số hộ loại {chr(65 + k)} (hộ)" for k in range(24))
    full = [str(10 ** (1 + k % 4)) for k in range(24)]
    rows = [full, full, full[:12], full]
    text = f"STT Thôn {heads}\n" + "".join(f"{n} {name} {' '.join(row)}\n" for n, (name, row) in enumerate(zip(("Thôn Đông", "Thôn Đoài", "Thôn Hạ", "Thôn Trung"), rows, strict=True), 1))
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    figures = [[cell.text if cell else "" for cell in row][2:] for row in table.grid()[1:]]
    assert figures == [full, full, [*full[:12], *[""] * 12], full]


def test_columns_of_grades_without_a_column_of_units(tmp_path: Path) -> None:
    document = Document()
    for line in (*TITLE[:6], "I. CHỈ TIÊU"):
        document.add_paragraph(line)
    rows = (("Nội dung", "Khối 6", "Khối 7", "Toàn trường"), ("Kết quả rèn luyện mức Tốt (%)", "90", "88", "89"), ("Học sinh giỏi cấp tỉnh", "2", "3", "5"))
    table = document.add_table(rows=0, cols=4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert shares(path) == {"Kết quả rèn luyện mức Tốt - Khối 6": 90, "Kết quả rèn luyện mức Tốt - Khối 7": 88, "Kết quả rèn luyện mức Tốt": 89,
                            "Học sinh giỏi cấp tỉnh - Khối 6": 2, "Học sinh giỏi cấp tỉnh - Khối 7": 3, "Học sinh giỏi cấp tỉnh": 5}
    assert [t.unit for t in read_one(path, path.name).targets][:3] == ["%"] * 3
