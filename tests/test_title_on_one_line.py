"""A document's type and its title on one line: "KẾ HOẠCH Triển khai … năm 2026"; what follows is the text."""

from __future__ import annotations

import pytest

from extractors.frame import build_frame
from extractors.text_reader import read_text

_HEAD = "ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\n\nTân Lập, ngày 05 tháng 01 năm 2026\n\n"


@pytest.mark.parametrize("opening", [
    "Căn cứ Kế hoạch số 15/KH-UBND ngày 02/01/2026 của UBND tỉnh, UBND xã xây dựng kế hoạch như sau:",
    "Thực hiện Nghị quyết số 12-NQ/ĐU ngày 20/12/2025 của Đảng ủy xã; UBND xã ban hành Kế hoạch như sau:"])
def test_the_text_begins_under_the_one_line(opening: str) -> None:
    frame = build_frame(read_text(f"{_HEAD}KẾ HOẠCH Phát triển chăn nuôi an toàn sinh học năm 2026\n\n{opening}\n\nI. MỤC TIÊU\n- Đàn bò đạt 500 con.\n".encode(), "x.txt"))
    assert frame.title == ["Phát triển chăn nuôi an toàn sinh học năm 2026"]


def test_a_title_that_goes_on_under_the_type_alone() -> None:
    frame = build_frame(read_text(f"{_HEAD}KẾ HOẠCH\nThực hiện Nghị quyết số 12-NQ/ĐU về chăn nuôi năm 2026\n\nI. MỤC TIÊU\n- Đàn bò đạt 500 con.\n".encode(), "x.txt"))
    assert frame.title == ["Thực hiện Nghị quyết số 12-NQ/ĐU về chăn nuôi năm 2026"]
