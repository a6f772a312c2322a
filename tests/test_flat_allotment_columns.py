"""Tables in a text dump that share targets out by columns of villages."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_allotment_columns import find_column_allotment
from extractors.flat_table import rebuild

HEADING = "3. Chỉ tiêu giao từng thôn năm 2026"
ROWS = ("1 Lượt khách lưu trú lượt 38.000 16.000 9.500 - 5.000", "2 Hộ kinh doanh homestay ", "phát triển mới", "hộ 6 3 1 1 1",
        "3 Diện tích chè áp dụng VietGAP ha 42,5 8 12,5 10 12")


def dump(*texts: str) -> list[Line]:
    return [Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(texts, 1)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text if cell is not None else "" for cell in row] for row in table.grid()]


@pytest.mark.parametrize("head", [
    ("ST", "T", "Chỉ tiêu giao ĐVT Toàn xã Ngòi Sen Mường", "Chạm", "Làng", "Đục", "Đồng", "Chằm"),
    ("TT Chỉ tiêu ĐVT Tổng số Thôn", "Ngòi Sen Thôn 2 Bản Nà", "Chạm Khu phố Đông",),
])
def test_columns_of_villages(head: tuple[str, ...]) -> None:
    lines = dump("III. CHỈ TIÊU", HEADING, *head, *ROWS, "IV. NHIỆM VỤ VÀ GIẢI PHÁP")
    found = find_column_allotment(lines, 2)
    assert found is not None
    table, end = found
    assert lines[end].text == "IV. NHIỆM VỤ VÀ GIẢI PHÁP"
    assert [len(row) for row in texts(table)] == [8] * 4
    assert texts(table)[1:] == [
        ["1", "Lượt khách lưu trú", "lượt", "38.000", "16.000", "9.500", "-", "5.000"],
        ["2", "Hộ kinh doanh homestay phát triển mới", "hộ", "6", "3", "1", "1", "1"],
        ["3", "Diện tích chè áp dụng VietGAP", "ha", "42,5", "8", "12,5", "10", "12"]]
    assert sum(isinstance(block, Table) for block in rebuild(lines)) == 1


@pytest.mark.parametrize("head", [
    ("TT Chỉ tiêu ĐVT Thực hiện năm 2025 Kế hoạch năm 2026",),
    ("TT Nội dung Đơn vị Ngòi Sen Mường Chạm",),
    ("Chỉ tiêu giao ĐVT Toàn xã Ngòi Sen",),
])
def test_other_tables_share_nothing_out(head: tuple[str, ...]) -> None:
    assert find_column_allotment(dump("2. Chỉ tiêu chủ yếu", *head, *ROWS), 1) is None


def test_row_numbers_may_stand_on_lines_of_their_own_and_columns_be_numbered() -> None:
    lines = dump(HEADING, "TT Chỉ tiêu ĐVT Tổng số Thôn", "Ngòi Sen Thôn 2", "(1) (2) (3) (4) (5) (6)", "1 Lượt khách lưu trú lượt 38 16 22", "2",
                 "Hộ kinh doanh homestay ", "mới hộ 6 3 3", "3", "Diện tích chè ", "hữu cơ ha 42,5 8 34,5", "IV. NHIỆM VỤ")
    found = find_column_allotment(lines, 1)
    assert found is not None
    assert texts(found[0]) == [
        ["TT", "Chỉ tiêu", "ĐVT", "Tổng số", "Thôn Ngòi Sen", "Thôn 2"], ["1", "Lượt khách lưu trú", "lượt", "38", "16", "22"],
        ["2", "Hộ kinh doanh homestay mới", "hộ", "6", "3", "3"], ["3", "Diện tích chè hữu cơ", "ha", "42,5", "8", "34,5"]]


def test_headings_torn_in_words_and_a_row_torn_by_a_page() -> None:
    header = "ST\nT\nChỉ tiêu giao ĐVT Toàn\nxã\nNgòi\nLa\nMườn\ng Khe\nLàng\nThượng"
    text = f"{header}\n1 Lượt khách lưu trú lượt 38 16 12 10\n2 Diện tích chè áp ha 42,5 8 22,5 12\n3\n{header}\ndụng hữu cơ\n3 Tỷ lệ hộ ký cam kết % 100 100 100 100"
    found = find_column_allotment([Line(line, Place(lines=(n, n))) for n, line in enumerate(["Chỉ tiêu giao từng thôn năm 2026", *text.split("\n")], 1)], 1)
    assert found is not None
    grid = [[cell.text if cell else "" for cell in row] for row in found[0].grid()]
    assert grid[0] == ["STT", "Chỉ tiêu giao", "ĐVT", "Toàn xã", "Ngòi La", "Mường Khe", "Làng Thượng"]
    assert [row[:2] for row in grid[1:]] == [["1", "Lượt khách lưu trú"], ["2", "Diện tích chè áp dụng hữu cơ"], ["3", "Tỷ lệ hộ ký cam kết"]]


def test_a_measure_told_by_the_wording_or_not_at_all_ends_no_table() -> None:
    found = find_column_allotment(dump(HEADING, "TT Chỉ tiêu giao ĐVT Toàn xã Thôn Ngòi Sen Thôn Mường Chạm", "1 Diện tích chè ha 20 8 12",
                                       "2 Tổ hợp tác được củng cố tổ hợp tác 4 2 2", "3 Vườn ươm cây giống được nâng cấp gốc giống 3 - 3", "4 Lượt khách lưu trú lượt 9 4 5"), 1)
    assert found is not None
    assert [row[1:3] for row in texts(found[0])[2:]] == [["Tổ hợp tác được củng cố", "tổ hợp tác"], ["Vườn ươm cây giống được nâng cấp gốc giống", ""],
                                                         ["Lượt khách lưu trú", "lượt"]]
    assert [row[3:] for row in texts(found[0])[2:]] == [["4", "2", "2"], ["3", "-", "3"], ["9", "4", "5"]]


def test_rows_of_a_thin_column_and_the_rest_of_a_row_cut_by_a_page() -> None:
    lines = dump("Stt Tên chỉ", "tiêu", "ĐVT Toàn xã Thôn", "Gò Dầu", "Thôn Bến", "Đình",
                 "1 Tỷ lệ", "hộ dân", "dùng", "nước", "sạch", "hợp", "vệ sinh", "% 92 92 95", "2 Sản", "lượng", "tôm", "Tấn 60 40 20", "nuôi", "3 Số mô", "hình", "Mô hình 4 2 2", "III. NHIỆM VỤ")
    found = find_column_allotment(lines, 0)
    assert found is not None
    assert texts(found[0]) == [["Stt", "Tên chỉ tiêu", "ĐVT", "Toàn xã", "Thôn Gò Dầu", "Thôn Bến Đình"],
                               ["1", "Tỷ lệ hộ dân dùng nước sạch hợp vệ sinh", "%", "92", "92", "95"],
                               ["2", "Sản lượng tôm nuôi", "Tấn", "60", "40", "20"], ["3", "Số mô hình", "Mô hình", "4", "2", "2"]]
    assert lines[found[1]].text == "III. NHIỆM VỤ"


def test_figures_at_several_heights_and_a_measure_heading_cut_in_two() -> None:
    lines = dump(HEADING, "ST", "T Chỉ tiêu giao", "ĐV", "T", "Toàn", "xã", "Ngòi Sen", "Đồng", "Chằm", "01 Lượt khách lưu trú", "lượt 38.000", "16.000", "9.500",
                 "02 Hộ kinh doanh homestay", "hộ", "6 3", "1", "IV. NHIỆM VỤ VÀ GIẢI PHÁP")
    found = find_column_allotment(lines, 1)
    assert found is not None
    assert texts(found[0]) == [["STT", "Chỉ tiêu giao", "ĐVT", "Toàn xã", "Ngòi Sen", "Đồng Chằm"], ["01", "Lượt khách lưu trú", "lượt", "38.000", "16.000", "9.500"],
                               ["02", "Hộ kinh doanh homestay", "hộ", "6", "3", "1"]]


def test_the_first_number_alone_on_its_line() -> None:
    lines = dump(HEADING, "STT Chỉ tiêu giao ĐVT", "Toàn xã Ngòi Sen Đồng Chằm", "01", "Lượt khách lưu trú lượt 38.000 16.000 9.500", "02", "Hộ kinh doanh homestay", "hộ 6 3 1", "IV. NHIỆM VỤ")
    found = find_column_allotment(lines, 1)
    assert found is not None
    assert [row[:3] for row in texts(found[0])[1:]] == [["01", "Lượt khách lưu trú", "lượt"], ["02", "Hộ kinh doanh homestay", "hộ"]]
