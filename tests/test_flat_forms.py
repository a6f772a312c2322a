"""Dumps of tables that give nothing: forms to fill in, members, what the past year reached."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
from extractors.flat_header import find_header


@pytest.mark.parametrize(("head", "columns"), [
    ("STT Nhiệm vụ Kết quả thực hiện Khó khăn, vướng\nmắc Đề xuất\n1\n2", 5),
    ("STT Họ và tên Chức vụ, đơn vị công tác Nhiệm vụ\n1 Nguyễn Văn An", 4),
    ("STT Chỉ tiêu ĐVT Kế hoạch\n2025 Kết quả 2025 Tỷ lệ %\n1 Số hộ thoát", 6),
])
def test_all_headings_of_the_table_are_its_header(head: str, columns: int) -> None:
    header = find_header([Line(text, Place(lines=(n, n))) for n, text in enumerate(head.split("\n"), 1)], 0)
    assert header is not None
    assert len(header.columns) == columns
