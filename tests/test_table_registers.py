"""Registers among a plan's tables (contacts, forces at hand) hold neither tasks nor targets."""

from __future__ import annotations

import pytest

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
