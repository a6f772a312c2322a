"""Dumps of target tables whose second heading and first year run together, and figures that close a row before a group."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

_TARGETS = """STT Chỉ tiêu Đến hết
năm 2026
Đến năm
2030
Đơn vị chủ
trì
Đơn vị phối hợp,
cung cấp số liệu
1 Tỷ lệ thôn có
điểm truy cập Internet
60% 100% Phòng Văn
hóa - Xã hội
Doanh nghiệp
viễn thông
2 Tỷ lệ hộ có tài
khoản thanh toán
≥ 45% 80% Phòng
Kinh tế
Ngân hàng trên
địa bàn
"""
_TASKS = """STT Nội dung nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Chỉ tiêu liên quan
I. Điều hành
1 Lập kế hoạch chuyển đổi số hằng năm
Phòng Văn hóa - Xã hội
Công an xã
Kế hoạch
2
2 Chấm điểm chỉ số của xã
Phòng Văn hóa - Xã hội
Phòng Kinh tế
Báo cáo
4
II. Tuyên truyền
3 Phát tin bài trên loa truyền thanh
Phòng Văn hóa - Xã hội
Các trường học
Tin bài
4 Tổ chức ngày hội công nghệ số
Phòng Văn hóa - Xã hội
Công an xã
Ngày hội
"""


def _table(text: str) -> Table:
    [table] = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    return table


def _rows(table: Table) -> list[list[str]]:
    return [[" ".join(line.text.strip() for line in c.lines) for c in table.cells if c.row == r] for r in range(table.n_rows)]


def test_wording_column_and_first_year_are_two_columns() -> None:
    rows = _rows(_table(_TARGETS))
    assert rows[0] == ["STT", "Chỉ tiêu", "Đến hết năm 2026", "Đến năm 2030", "Đơn vị chủ trì", "Đơn vị phối hợp, cung cấp số liệu"]
    assert rows[1] == ["1", "Tỷ lệ thôn có điểm truy cập Internet", "60%", "100%", "Phòng Văn hóa - Xã hội", "Doanh nghiệp viễn thông"]
    assert rows[2][2:4] == ["≥ 45%", "80%"]


def test_a_figure_before_a_group_is_no_row_number() -> None:
    rows = _rows(_table(_TASKS))
    assert [row[0] for row in rows] == ["STT", "I.", "1", "2", "II.", "3", "4"]
