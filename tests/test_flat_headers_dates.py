"""Headers of flattened tables: dates under a merged heading, a column that groups the rows before their wording."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild


def _table(text: str) -> Table:
    lines = [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip("\n").split("\n"), 1)]
    return next(block for block in rebuild(lines) if isinstance(block, Table))


def _rows(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


_DATED = """
TT Nội dung Chủ trì Đơn vị phối hợp Đối tượng
kiểm tra
Thời gian thực hiện Sản phẩm Ghi
Từ ngày Đến ngày chú
1 Kiểm tra việc cấp nước sạch tại các
xã vùng cao
Thanh tra Sở
Phòng Cấp nước
Công ty nước sạch
03/5/2027 20/5/2027 Báo cáo
kiểm tra
2 Kiểm tra an toàn hồ chứa nhỏ trước
mùa mưa
Phòng Thủy lợi
Thanh tra Sở; Thuế khu vực
7
Các chủ hồ
10/6/2027 30/6/2027 Báo cáo
kiểm tra
3 Kiểm tra bến đò ngang sông
Thanh tra Sở
Công an tỉnh
Các chủ bến
01/7/2027 15/7/2027 Báo cáo
kiểm tra
"""


def test_dates_under_their_merged_heading() -> None:
    table = _table(_DATED)
    heads = {cell.text for cell in table.cells if cell.row < 2}
    assert {"Ghi chú", "Từ ngày", "Đến ngày", "Thời gian thực hiện", "Đối tượng kiểm tra"} <= heads
    assert [(row[0], row[5], row[6]) for row in _rows(table)] == [("1", "03/5/2027", "20/5/2027"), ("2", "10/6/2027", "30/6/2027"), ("3", "01/7/2027", "15/7/2027")]


_GROUPED = """
Lĩnh vực Hoạt động Chủ trì Phối hợp Thời gian
Nhà ở
Rà soát hộ có nhà dột nát, lập danh sách hỗ trợ
Sở Xây dựng Sở Tài chính
Hằng năm
Hướng dẫn mẫu nhà chống bão cho vùng ven biển
Sở Xây dựng UBND các xã, phường
2027 - 2028
Nước sạch
Lắp công tơ nước cho hộ nghèo
Sở Y tế Công ty nước sạch
Đến năm 2029
Kiểm nghiệm mẫu nước giếng
Sở Y tế Sở Tài chính
Quý IV hằng năm
"""


def test_a_grouping_column_opens_the_header() -> None:
    rows = _rows(_table(_GROUPED))
    assert [row[2] for row in rows] == ["Sở Xây dựng", "Sở Xây dựng", "Sở Y tế", "Sở Y tế"]
    assert [row[4] for row in rows] == ["Hằng năm", "2027 - 2028", "Đến năm 2029", "Quý IV hằng năm"]
