"""Ditto marks, measures cut from their column and works that begin in a time cell, as dumps of narrow tables print them."""

from __future__ import annotations

from extractors.cell_kinds import is_ditto, time_fit, unit_fit
from extractors.cut_words import is_cut
from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild

_DUMP = """TT Chỉ tiêu ĐVT Thực hiện 2025 Kế hoạch 2026 Đơn vị thực hiện
I Nhà ở
1 Số căn nhà ở hoàn thành
Căn 864 1.720 Phòng Quản lý nhà
Trong đó: cho công nhân
" 310 650 "
2 Tỷ lệ nhà kiên cố % 72 80 -nt-
II Giao thông
3 Chiều dài đường tỉnh được bảo trì
km 412 486,5 Phòng Quản lý giao thông
4 Chiều dài đường xã được bảo trì
km 98 131,5 -nt-"""


def test_dittos_stand_in_columns_of_their_own() -> None:
    tables = [block for block in rebuild([Line(text, Place(lines=(k, k))) for k, text in enumerate(_DUMP.split("\n"), 1)]) if isinstance(block, Table)]
    assert len(tables) == 1
    rows: dict[int, list[str]] = {}
    for cell in tables[0].cells:
        rows.setdefault(cell.row, []).append(cell.text)
    assert ["", "Trong đó: cho công nhân", '"', "310", "650", '"'] in rows.values()
    assert ["2", "Tỷ lệ nhà kiên cố", "%", "72", "80", "-nt-"] in rows.values()


def test_marks_measures_and_names_of_several_fields() -> None:
    assert is_ditto('"') and is_ditto("-nt-") and not is_ditto("-")
    assert not is_cut("người", "m2") and is_cut("đồng/người/n", "ăm")
    assert time_fit("Khởi công Quý II, hoàn thành trong năm 2026") == 1.0
    assert unit_fit("Phòng Quản lý vận tải, phương tiện và người lái") > 0.5
