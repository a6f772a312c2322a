"""A table's heading typed again among its rows, as authors do for the top of a page: no record of its own."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

_HEADS = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian")
_ROWS = (("1", "Xây dựng kế hoạch chuyển đổi số của xã", "Phòng Văn hóa - Xã hội", "Quý I/2026"),
         ("2", "Rà soát hạ tầng mạng tại các thôn", "Phòng Kinh tế", "Quý II/2026"),
         _HEADS,
         ("3", "Tập huấn kỹ năng số cho cán bộ, công chức", "Phòng Văn hóa - Xã hội", "Quý III/2026"))


def test_a_heading_typed_again_is_no_task(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for text in ("ỦY BAN NHÂN DÂN XÃ HÒA BÌNH", "KẾ HOẠCH", "Chuyển đổi số năm 2026", "II. NHIỆM VỤ"):
        document.add_paragraph(text)
    table = document.add_table(0, 4)
    for texts in (_HEADS, *_ROWS):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    path = tmp_path / "ke-hoach.docx"
    document.save(str(path))
    record = read_one(path, path.name)
    assert [task.no for task in record.tasks] == ["1", "2", "3"]
    assert [row.role for row in record.ledger if row.text == "Nhiệm vụ"] == ["table-header", "table-header"]
