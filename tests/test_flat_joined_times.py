"""Dumps of tables with one column for when a task is done and what is then there."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.table_headers import wording_role
from extractors.text_reader import read_text

ROWS = """1 Vận động người dân tham gia bảo hiểm y tế
hộ gia đình

Trạm Y tế xã Thường xuyên; Báo cáo

2 Số hóa kết quả giải quyết thủ tục hành chính
còn hiệu lực

Trung tâm Phục vụ
hành chính công

Trước ngày
30/6/2026; Các hồ
sơ được số hóa

3 Triển khai phong trào Bình dân học vụ số tại
các thôn

Phòng Văn hóa -
Xã hội

Quý II/2026; Kế
hoạch
"""


def _cells(heading: str) -> list[list[str]]:
    text = f"II. NHIỆM VỤ\n\nTT Nội dung nhiệm vụ Cơ quan chủ trì {heading}\n\n{ROWS}"
    table, = [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]
    rows: list[list[str]] = [[""] * table.n_cols for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row][cell.col] = " ".join(" ".join(line.text for line in cell.lines).split())
    return rows


@pytest.mark.parametrize("heading", ["Thời gian, sản phẩm", "Thời hạn, kết quả", "Thời gian hoàn thành/Sản phẩm", "Sản phẩm, tiến độ", "Kết quả và thời gian hoàn thành"])
def test_time_and_product_stand_in_one_column(heading: str) -> None:
    rows = _cells(heading)
    assert [row[2:] for row in rows[1:]] == [
        ["Trạm Y tế xã", "Thường xuyên; Báo cáo"],
        ["Trung tâm Phục vụ hành chính công", "Trước ngày 30/6/2026; Các hồ sơ được số hóa"],
        ["Phòng Văn hóa - Xã hội", "Quý II/2026; Kế hoạch"],
    ]


@pytest.mark.parametrize("heading", ["thời gian kết quả", "sản phẩm tiến độ", "kết quả/ghi chú"])
def test_headings_beside_each_other_are_not_joined(heading: str) -> None:
    assert wording_role(heading) is None
