"""Tables that only arrange text, told from data tables without borders."""

from __future__ import annotations

from extractors.document import Line, Place
from extractors.markup_tables import RawCell, RawRow, RawTable, is_layout


def table(*rows: tuple[str, ...]) -> RawTable:
    """A table without borders."""
    return RawTable([RawRow([RawCell([Line(text, Place(path="p"))], 1, 1, False) for text in row], 0, False) for row in rows],
                    Place(path="t1"), [], False)


def test_recipients_and_signature_are_no_table() -> None:
    assert is_layout(table(("Nơi nhận:", "CHỦ TỊCH")))


def test_a_numbered_table_may_have_a_column_of_recipients() -> None:
    assert not is_layout(table(("TT", "Tên báo cáo", "Nơi nhận", "Thời hạn gửi"), ("1", "Báo cáo tháng", "Văn phòng Sở", "ngày 20 hằng tháng"),
                               ("2", "Báo cáo năm", "UBND tỉnh", "05/12/2026")))


def test_a_letterhead_without_motto_is_told_by_number_place_and_day() -> None:
    assert is_layout(table(("ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN XÃ AN BÌNH"), ("Số: 07-KH/ĐTN", "An Bình, ngày 09 tháng 02 năm 2026"), ("***", "")))
    assert not is_layout(table(("TT", "Văn bản"), ("Số 07-KH/ĐTN", "An Bình, ngày 09 tháng 02 năm 2026"), ("Số 08-KH/ĐTN", "Ban hành")))
