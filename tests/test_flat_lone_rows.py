"""Dumps of task tables that have one row alone."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.text_reader import read_text

HEADER = "STT Nội dung nhiệm vụ Đơn vị chủ trì Thời gian hoàn thành"


def _tables(text: str) -> list[Table]:
    return [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]


@pytest.mark.parametrize("number", ["1", "01", "1."])
def test_one_row_is_a_table(number: str) -> None:
    text = f"""II. NHIỆM VỤ

{HEADER}

{number} Tổ chức tập huấn kỹ năng số cho cán bộ,
công chức và người lao động

Văn phòng HĐND
và UBND

Quý II/2026

III. TỔ CHỨC THỰC HIỆN

1. Các thôn tuyên truyền, vận động Nhân dân thực hiện Kế hoạch.
"""
    table, = _tables(text)
    cells = {(cell.row, cell.col): " ".join(line.text.strip() for line in cell.lines) for cell in table.cells}
    assert [cells[1, col] for col in (1, 2, 3)] == [
        "Tổ chức tập huấn kỹ năng số cho cán bộ, công chức và người lao động", "Văn phòng HĐND và UBND", "Quý II/2026"]


@pytest.mark.parametrize("below", [
    "1\n\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026)\n",  # a form to be filled in
    "1 Nội dung ………… ………… …………\n",
    "1. Xây dựng kế hoạch tuyên truyền về chuyển đổi số trên địa bàn xã.\n\nYêu cầu các thôn báo cáo kết quả trước ngày 15/6/2026.\n",
    "1. Trách nhiệm của các cơ quan, đơn vị: rà soát, đăng ký nội dung theo mẫu\ntrên, gửi về Phòng Kinh tế trước ngày 10/02/2026 để tổng hợp.\n",
])
def test_header_over_a_form_or_prose_is_no_table(below: str) -> None:
    assert _tables(f"II. NHIỆM VỤ\n\n{HEADER}\n\n{below}\nIII. TỔ CHỨC THỰC HIỆN\n") == []


def test_row_without_number_behind_the_only_numbered_one_keeps_the_table() -> None:
    """What stands below the last row looks like a row of its own, and nothing like the row's time."""
    text = """I. MỤC ĐÍCH, YÊU CẦU

1. Nâng cao nhận thức, trách nhiệm của cán bộ, công chức và người dân về chuyển đổi số trên địa
bàn xã; bảo đảm các nhiệm vụ được triển khai đồng bộ, thống nhất, đúng tiến độ, có hiệu quả và
phù hợp với điều kiện thực tế của địa phương trong năm 2026 và các năm tiếp theo.

II. NHIỆM VỤ

TT Nội dung Cơ quan thực hiện Thời gian

1 Tổ chức Ngày Chuyển đổi số quốc gia
10/10

Phòng Văn hóa - Xã hội
xã, các thôn

Tháng 10/2026

Kinh phí thực hiện do ngân sách xã bảo đảm theo phân cấp hiện hành và các nguồn hợp pháp khác.

2. Giải pháp về nguồn lực: Bố trí đủ kinh phí cho các nhiệm vụ trọng tâm của năm 2026.
"""
    table, = _tables(text)
    cells = {(cell.row, cell.col): " ".join(line.text.strip() for line in cell.lines) for cell in table.cells}
    assert cells[1, 1].endswith("Tổ chức Ngày Chuyển đổi số quốc gia 10/10")
    assert cells[1, 2] == "Phòng Văn hóa - Xã hội xã, các thôn"
    assert cells[1, 3] == "Tháng 10/2026"
