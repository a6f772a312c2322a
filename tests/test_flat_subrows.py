"""Dumps of year tables: rows under a numbered row that open with a dash or plus; comparisons that are left out."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild
from extractors.text_reader import read_text

HEADER = ["STT Chỉ tiêu ĐVT Thực hiện năm 2024 ", "Ước TH năm 2025 ", "Kế hoạch năm 2026 ", "So sánh KH 2026/ ƯTH 2025 (%) ", "Đơn vị thực hiện"]
ROWS = [
    "1 Tổng diện tích gieo trồng ha 8.100 8.150 8.200 100,6 Phòng Kinh tế",
    "- Trong đó: Diện tích lúa cả năm ha 5.200 5.180 5.150 99,4 Phòng Kinh tế",
    "+ Lúa Đông Xuân ha 2.600 2.590 2.580 99,6 Phòng Kinh tế",
    "2 Sản lượng lương thực tấn 31.200 31.500 31.900 101,3 Phòng Kinh tế",
    "3 Tổng đàn bò con 7.120 7.250 7.400 102,1 Phòng Kinh tế",
    "- Tỷ lệ bò lai % 78,2 80,1 82",
    "Phòng Kinh tế",
    "4 Tỷ lệ hộ nghèo % 3,2 2,6 2,1 - Phòng Văn hóa - Xã hội",
]


def _cells(rows: list[str]) -> list[list[str]]:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate([*HEADER, *rows], 1)]
    table = next(b for b in rebuild(lines) if isinstance(b, Table))
    return [["".join(c.text for c in table.cells if c.row == r and c.col == k) for k in range(table.n_cols)] for r in range(1, table.n_rows)]


def test_dashed_rows_under_a_number_are_rows_of_their_own() -> None:
    cells = _cells(ROWS)
    assert [row[1] for row in cells] == [
        "Tổng diện tích gieo trồng", "- Trong đó: Diện tích lúa cả năm", "+ Lúa Đông Xuân", "Sản lượng lương thực", "Tổng đàn bò", "- Tỷ lệ bò lai", "Tỷ lệ hộ nghèo"]
    assert [row[5] for row in cells] == ["8.200", "5.150", "2.580", "31.900", "7.400", "82", "2,1"]


def test_a_share_that_opens_with_of_which_is_a_row_of_its_own() -> None:
    rows = ["1 Tổng lượt khách lượt 8.100 8.150 8.200 100,6 Phòng Kinh tế", "Trong đó: Khách quốc tế lượt 420 510 600 117,6 Phòng Kinh tế",
            "2 Sản lượng lương thực tấn 31.200 31.500 31.900 101,3 Phòng Kinh tế", "3 Tổng đàn bò con 7.120 7.250 7.400 102,1 Phòng Kinh tế"]
    cells = _cells(rows)
    assert [(row[1], row[5]) for row in cells][:3] == [
        ("Tổng lượt khách", "8.200"), ("Trong đó: Khách quốc tế", "600"), ("Sản lượng lương thực", "31.900")]


def test_dashed_rows_where_every_line_ends_with_a_blank() -> None:
    cells = _cells([f"{row} " for row in ROWS])
    assert [row[1] for row in cells][:3] == ["Tổng diện tích gieo trồng", "- Trong đó: Diện tích lúa cả năm", "+ Lúa Đông Xuân"]


def test_a_second_share_has_no_mark_of_its_own() -> None:
    lines = ["TT Chỉ tiêu ĐVT Thực hiện năm 2024", "Ước TH năm 2025", "Kế hoạch năm 2026", "1 Tổng giá trị sản xuất", "Tỷ đồng 922 980 1.050", "Trong đó: Nông nghiệp,", "thủy sản", "Tỷ đồng 498 510 525",
             "Công nghiệp,", "xây dựng", "Tỷ đồng 424 470 525", "2 Sản lượng lương thực tấn 31.200 31.500 31.900", "3 Tổng đàn bò con 7.120 7.250 7.400"]
    table = next(b for b in rebuild([Line(text, Place(lines=(n, n))) for n, text in enumerate(lines, 1)]) if isinstance(b, Table))
    wordings = [" ".join(line.text for c in table.cells if (c.row, c.col) == (r, 1) for line in c.lines) for r in range(1, table.n_rows)]
    assert wordings == ["Tổng giá trị sản xuất", "Trong đó: Nông nghiệp, thủy sản", "Công nghiệp, xây dựng", "Sản lượng lương thực", "Tổng đàn bò"]


def test_a_share_glued_to_the_owner_above_it() -> None:
    rows = ["1 Tổng lượt khách lượt 8.100 8.150 8.200 100,6 Sở Văn hóa, Thể thao", "và Du lịchTrong đó: Khách quốc", "tế", "lượt 420 510 600 117,6 Phòng Kinh tế",
            "2 Sản lượng lương thực tấn 31.200 31.500 31.900 101,3 Phòng Kinh tế", "3 Tổng đàn bò con 7.120 7.250 7.400 102,1 Phòng Kinh tế"]
    cells = _cells(rows)
    assert [(row[1], row[5]) for row in cells][:2] == [("Tổng lượt khách", "8.200"), ("Trong đó: Khách quốc tế", "600")]
    assert cells[0][-1].endswith("Du lịch")


def test_rows_with_a_dash_in_place_of_a_number_stand_below_titles() -> None:
    dump = ("TT Chỉ tiêu Kết quả\nnăm 2025\nKế hoạch\nnăm 2026\nĐơn vị chủ trì\n1 Chính quyền số\n- Tỷ lệ hồ sơ giải quyết đúng hạn 90% ≥ 98% Văn phòng \nHĐND và UBND\n"
            "- Tỷ lệ số hóa hồ sơ 70% 85,5%\nTrung tâm \nPhục vụ hành \nchính công\n2 Phát triển hạ tầng số\n- Tỷ lệ hộ dân có Internet băng rộng \ncáp quang 60% Trên 80% Phòng Kinh tế\n"
            "- Tỷ lệ phủ sóng 5G đến trung tâm các \nthôn 52 80% Công an xã\n")
    table, = [block for block in read_text(f"KẾ HOẠCH\nPHỤ LỤC\n{dump}TM. ỦY BAN NHÂN DÂN\n".encode(), "x.txt").blocks if isinstance(block, Table)]
    cells = [[" ".join(c.text for c in table.cells if c.row == r and c.col == k) for k in range(table.n_cols)] for r in range(1, table.n_rows)]
    assert [(row[0], row[1], row[3], " ".join(row[4].split())) for row in cells] == [
        ("1", "Chính quyền số", "", ""), ("", "- Tỷ lệ hồ sơ giải quyết đúng hạn", "≥ 98%", "Văn phòng HĐND và UBND"),
        ("", "- Tỷ lệ số hóa hồ sơ", "85,5%", "Trung tâm Phục vụ hành chính công"), ("2", "Phát triển hạ tầng số", "", ""),
        ("", "- Tỷ lệ hộ dân có Internet băng rộng cáp quang", "Trên 80%", "Phòng Kinh tế"), ("", "- Tỷ lệ phủ sóng 5G đến trung tâm các thôn", "80%", "Công an xã")]


def test_a_dashed_row_below_a_title_may_have_a_value_in_words() -> None:
    dump = ("TT Chỉ tiêu\nThực hiện\nnăm 2025\nKế hoạch\nnăm 2026\nKế hoạch\nnăm 2030\nĐơn vị chủ trì\n1 Chính quyền số\n- Tỷ lệ hồ sơ giải quyết đúng hạn 90% 98% 100% Công an xã\n"
            "- Số doanh nghiệp công nghệ số 20 32 Tăng 5% Phòng Kinh tế\n2 Hạ tầng số\n- Tỷ lệ hộ dân có Internet băng rộng 60% 80% 90% Phòng Kinh tế\n"
            "- Tỷ lệ phủ sóng 5G đến các thôn 52 80% 100% Công an xã\n")
    table, = [block for block in read_text(f"KẾ HOẠCH\nPHỤ LỤC\n{dump}TM. ỦY BAN NHÂN DÂN\n".encode(), "x.txt").blocks if isinstance(block, Table)]
    cells = [[" ".join(c.text for c in table.cells if c.row == r and c.col == k) for k in range(table.n_cols)] for r in range(1, table.n_rows)]
    assert [row[1:5] for row in cells][1:3] == [["- Tỷ lệ hồ sơ giải quyết đúng hạn", "90%", "98%", "100%"], ["- Số doanh nghiệp công nghệ số", "20", "32", "Tăng 5%"]]


def test_a_title_above_dashed_rows_shares_no_cell_with_the_rows_above() -> None:
    dump = ("TT Nội dung Đơn vị\ntính\nNăm 2026 Năm 2030 Cơ quan\nchủ trì\n1 Xã hội số\n- Tỷ lệ hộ nghèo đa chiều % 2,5 1,5 Phòng Kinh tế\n- Tỷ lệ bao phủ bảo hiểm y tế % 95 98\n"
            "2 Về kinh tế\n- Thu nhập bình quân đầu người Triệu đồng 72 90 Phòng Kinh tế\n- Tỷ trọng kinh tế số % 20 30 Phòng Văn hóa - Xã hội\n")
    table, = [block for block in read_text(f"KẾ HOẠCH\nPHỤ LỤC\n{dump}TM. ỦY BAN NHÂN DÂN\n".encode(), "x.txt").blocks if isinstance(block, Table)]
    row = next(c.row for c in table.cells if c.text == "Về kinh tế")
    assert [c.text for c in table.cells if c.row <= row < c.row + c.row_span] == ["2", "Về kinh tế"]


def test_lettered_titles_head_groups_of_rows_without_numbers() -> None:
    dump = ("Chỉ tiêu chủ yếu Năm 2026 Năm 2030 Cơ quan chủ trì Cơ quan phối hợp\nA. Phát triển hạ tầng số\nTỷ lệ hộ dân được sử dụng nước hợp vệ\nsinh 70,5% ≥95% Hội Nông dân xã Văn phòng Đảng ủy\n"
            "Tỷ lệ che phủ rừng 65% 68% Phòng Kinh tế Công an xã\nB. Xã hội số\nTỷ lệ lao động qua đào tạo 65% 70% Phòng Văn hóa - Xã hội Công an xã\nTỷ lệ hộ nghèo đa chiều 2% 1% Phòng Văn hóa - Xã hội Các thôn\n")
    table, = [block for block in read_text(f"KẾ HOẠCH\nPHỤ LỤC\n{dump}TM. ỦY BAN NHÂN DÂN\n".encode(), "x.txt").blocks if isinstance(block, Table)]
    titles = [c.text for c in table.cells if c.col_span == table.n_cols]
    assert titles == ["A. Phát triển hạ tầng số", "B. Xã hội số"]
