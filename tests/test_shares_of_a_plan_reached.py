"""A column that says how much of last year's plan was reached holds no targets, whatever its heading leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from pipeline.read_one import read_one


@pytest.mark.parametrize("heading", ["Tỷ lệ %", "Tỷ lệ (%)", "% so với kế hoạch", "Đạt (%)"])
def test_it_gives_no_targets(tmp_path: Path, heading: str) -> None:
    document = Document()
    for line in ("XÃ AN LẠC", "Số: 15/KH-UBND", "An Lạc, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Phát triển kinh tế - xã hội năm 2026", "I. MỤC TIÊU, CHỈ TIÊU"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=6)
    for row in (("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2025", "Kết quả 2025", heading), ("1", "Số hộ thoát nghèo", "hộ", "30", "32", "106,7"), ("2", "Số lao động có việc làm", "người", "300", "310", "103,3")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert not {106.7, 103.3} & {float(target.value) for target in read_one(path, path.name).targets if target.value is not None}
