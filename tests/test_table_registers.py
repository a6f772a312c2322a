"""Registers among a plan's tables (contacts, forces at hand) hold neither tasks nor targets."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild
from extractors.table_headers import column_roles, table_kind


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["TT", "Chốt trực", "Địa điểm", "Phụ trách", "Điện thoại"], "other"),
        (["STT", "Lực lượng", "Quân số", "Phương tiện chính", "Người chỉ huy"], "other"),
        (["TT", "Vật tư, phương tiện", "ĐVT", "Số lượng", "Nơi cất giữ"], "other"),
        (["TT", "Địa bàn", "Người phụ trách", "Số điện thoại"], "other"),
        (["TT", "Nội dung công việc", "Phụ trách", "Điện thoại"], "tasks"),
        (["Giai đoạn", "Thời gian", "Nội dung công việc", "Đơn vị thực hiện"], "tasks"),
    ],
)
def test_registers_are_told_by_their_headings(headings: list[str], kind: str) -> None:
    assert table_kind(column_roles(headings)) == kind


def test_a_register_in_a_dump_ends_before_the_next_item() -> None:
    text = """KẾ HOẠCH
I. NHIỆM VỤ
1. Chốt trực
TT Chốt trực Địa điểm Phụ trách Điện thoại
1 Chốt số 1 Đầu kênh Ô. Nguyễn Văn A
0918.000.127
2 Chốt số 2 Ngã ba chợ Ô. Lâm Văn B
0918.000.245
2. Công tác tuyên truyền
- Tổ chức phát thanh trên hệ thống truyền thanh của các ấp vào buổi sáng."""
    lines = [Line(line, Place(lines=(k, k))) for k, line in enumerate(text.split("\n"), 1)]
    blocks = rebuild(lines)
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(tables) == 1
    assert [block.text for block in blocks[-2:] if isinstance(block, Line)] == ["2. Công tác tuyên truyền", "- Tổ chức phát thanh trên hệ thống truyền thanh của các ấp vào buổi sáng."]


def test_the_next_lettered_item_is_no_row_of_a_table_without_numbers() -> None:
    text = """Giai đoạn Thời gian Nội dung công việc Đơn vị thực hiện
Giai đoạn 1: Chuẩn bị
Trước ngày 15/01/2026
Kiện toàn Ban Chỉ huy, phê duyệt phương án
Văn phòng HĐND và UBND
Giai đoạn 2: Cao điểm
Tháng 02 - 4/2026
Tổ chức trực gác tại các chòi canh
Công an xã
c) Chốt trực và đầu mối liên lạc
TT Chốt trực Địa điểm Phụ trách Điện thoại
1 Chốt số 1 Đầu kênh Ô. Nguyễn Văn A
0918.000.127
2 Chốt số 2 Ngã ba chợ Ô. Lâm Văn B
0918.000.245"""
    blocks = rebuild([Line(line, Place(lines=(k, k))) for k, line in enumerate(text.split("\n"), 1)])
    assert [type(block).__name__ for block in blocks] == ["Table", "Line", "Table"]
