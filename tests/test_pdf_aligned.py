"""Tables without rules whose headings stand over several columns, or whose number column is too narrow for its heading."""

from __future__ import annotations

from extractors.pdf_aligned import Aligned, find_aligned
from extractors.pdf_chars import Word
from extractors.pdf_columns import ColumnPiece
from extractors.pdf_lines import Row
from extractors.pdf_titles import next_part

WIDTH = 5.5  # points a letter


def lay(*lines: tuple[float, list[tuple[str, float]]]) -> list[Row]:
    """Rows of words from (y, [(text, x)])."""
    return [Row([Word(text, x, x + WIDTH * len(text), y, 0, len(text), 11) for text, x in words]) for y, words in lines]


def grid(tables: list[Aligned]) -> list[dict[tuple[int, int], str]]:
    """Each row: (column, columns spanned) -> text, filled cells only."""
    table, = tables
    out: list[dict[tuple[int, int], str]] = [{} for _ in range(len(table.ys) - 1)]
    for cell in table.cells:
        if cell.words:
            out[cell.row][cell.col, cell.col_span] = " ".join(w.text for w in cell.words)
    return out


HEAD = [("TT", 40.0), ("Chỉ tiêu", 90.0), ("ĐVT", 215.0), ("Lộ trình thực hiện", 262.0), ("Đơn vị chủ trì", 390.0)]


def body(*values: tuple[str, str]) -> list[tuple[float, list[tuple[str, float]]]]:
    return [(140.0 + 24 * k, [(str(k + 1), 43.0), ("Tỷ lệ hồ sơ trực tuyến", 70.0), ("%", 220.0), (a, 272.0), (b, 330.0), ("Công an xã", 390.0)])
            for k, (a, b) in enumerate(values)]


def test_a_heading_over_two_columns_hides_none_of_them() -> None:
    sub: tuple[float, list[tuple[str, float]]] = (113.0, [("2026", 270.0), ("2030", 328.0)])
    found = grid(find_aligned(lay((100.0, HEAD), sub, *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80"), ("40", "75"))), 11))
    assert found[0][3, 2] == "Lộ trình thực hiện"
    assert (found[1][3, 1], found[1][4, 1]) == ("2026", "2030")
    assert [(row[3, 1], row[4, 1]) for row in found[2:]] == [("70", "90"), ("80", "95"), ("60", "85"), ("50", "80"), ("40", "75")]


def test_white_in_a_column_with_one_heading_parts_nothing() -> None:
    found = grid(find_aligned(lay((100.0, HEAD), *body(("Văn", "bản"), ("Văn", "bản"), ("Báo", "cáo"), ("Báo", "cáo"), ("Báo", "cáo"))), 11))
    assert [row[3, 1] for row in found[1:]] == ["Văn bản", "Văn bản", "Báo cáo", "Báo cáo", "Báo cáo"]


def test_a_number_column_too_narrow_for_its_heading() -> None:
    head = [("ST", 40.0), *HEAD[1:]]
    found = grid(find_aligned(lay((100.0, head), (113.0, [("T", 42.0)]), *body(("70", ""), ("80", ""), ("60", ""), ("50", ""))), 11))
    assert found[0][0, 1] == "ST T"
    assert found[1][0, 1] == "1"


def test_a_bold_heading_below_the_last_row_is_no_row() -> None:
    rows = lay((100.0, HEAD), *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80")), (236.0, [("IV. NHIỆM VỤ VÀ GIẢI PHÁP TRỌNG TÂM NĂM 2026", 70.0)]),
               (258.0, [("1. Phát triển sản phẩm, hạ tầng", 70.0)]))
    table, = find_aligned(rows, 11, bold=lambda word: word.y > 230)
    assert table.end == 5


def test_a_page_goes_on_with_the_columns_before_though_its_last_column_is_empty() -> None:
    before = (36.0, 64.0, 205.0, 255.0, 310.0, 375.0, 480.0, 560.0)
    rows = [(100.0 + 24 * k, [(str(k + 8), 43.0), ("Tỷ lệ hồ sơ trực tuyến", 70.0), ("%", 220.0), ("80", 272.0), ("95", 330.0), ("Công an xã", 390.0)]) for k in range(5)]
    table, = find_aligned(lay(*rows), 11, before=before)
    assert len(table.xs) == len(before)


def test_the_title_of_the_next_item_parts_two_tables() -> None:
    second = [(y + 170.0, words) for y, words in body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80"))]
    title: list[tuple[float, list[tuple[str, float]]]] = [(250.0, [("b)", 70.0), ("Các", 84.0), ("giai", 104.0), ("đoạn thực hiện trong năm 2026", 130.0)])]
    rows = lay((100.0, HEAD), *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80")), *title, *second)
    assert [table.end for table in find_aligned(rows, 11)][:1] == [5]


def test_a_group_title_right_below_the_headings_hides_no_column() -> None:
    head = [("TT", 40.0), ("Việc", 90.0), ("Chủ trì", 178.0), ("Phối hợp", 258.0), ("Hạn", 340.0)]
    works = [(160.0 + 24 * k, [(str(k + 1), 42.0), ("Rà soát hộ", 90.0), ("Ban Kinh tế", 178.0), ("Trạm Y tế", 258.0), ("Tháng 5", 340.0)])
             for k in range(5)]
    rows = lay((100.0, head), (113.0, [("phải làm", 90.0)]), (136.0, [("I. KHẢO SÁT, THỐNG KÊ TOÀN XÃ", 42.0)]), *works)
    found = grid(find_aligned(rows, 11, bold=lambda word: word.y < 150))
    assert [list(row) for row in found[-5:]] == [[(n, 1) for n in range(5)]] * 5
    assert found[-1][2, 1] == "Ban Kinh tế"


def test_titles_of_groups_part_no_table() -> None:
    def works(first: int, y: float) -> list[tuple[float, list[tuple[str, float]]]]:
        return [(y + 24 * k, [(str(first + k), 42.0), ("Nạo vét kênh", 90.0), ("Ban Kinh tế", 178.0), ("Các thôn", 258.0), ("Tháng 5", 340.0)])
                for k in range(3)]

    head = [("TT", 40.0), ("Việc", 90.0), ("Chủ trì", 178.0), ("Phối hợp", 258.0), ("Hạn", 340.0)]
    groups = [(y, [(marker, 40.0), ("Thủy", 58.0), ("lợi", 84.0), ("nội đồng, kênh mương", 106.0)]) for marker, y in (("I.", 124.0), ("II.", 224.0), ("III.", 324.0))]
    rows = lay((100.0, head), groups[0], *works(1, 148.0), groups[1], *works(4, 248.0), groups[2], *works(7, 348.0))
    found = grid(find_aligned(rows, 11, bold=lambda word: word.y in (100.0, 124.0, 224.0, 324.0)))
    assert [row[0, 1] for row in found if (0, 1) in row] == ["TT", *map(str, range(1, 10))]


def test_a_page_that_goes_on_may_open_with_the_title_of_a_group() -> None:
    before = (36.0, 64.0, 205.0, 255.0, 310.0, 375.0, 560.0)
    title = (76.0, [("II.", 43.0), ("CHUYỂN", 60.0), ("ĐỔI SỐ TRONG CÁC TRƯỜNG HỌC", 96.0)])
    rows = [(100.0 + 24 * k, [(str(k + 4), 43.0), ("Tỷ lệ học bạ số", 70.0), ("%", 220.0), ("80", 272.0), ("95", 330.0), ("Trường tiểu học", 390.0)]) for k in range(4)]
    table, = find_aligned(lay(title, *rows), 11, before=before, bold=lambda word: word.y < 90)
    assert (table.start, len(table.ys) - 1) == (0, 5)
    plain, = find_aligned(lay(title, *rows), 11, before=before)
    assert plain.start == 1


def test_the_title_of_the_next_group_at_a_page_s_foot_is_the_table_s() -> None:
    def page(mark: str) -> list[Row]:
        title = (124.0, [("I.", 40.0), ("KHỐI", 53.0), ("TRƯỜNG HỌC", 79.0)])
        rows = [(248.0 + 24 * k, words) for k, (_, words) in enumerate(body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80")))]
        return lay((100.0, HEAD), title, *((y - 100, words) for y, words in rows), (248.0, [(mark, 40.0), ("KHỐI", 60.0), ("TRẠM Y TẾ", 86.0)]))

    def bold(word: Word) -> bool:
        return word.y in (100.0, 124.0, 248.0)

    assert [find_aligned(page(mark), 11, bold=bold)[0].end for mark in ("II.", "Vụ")] == [7, 6]


def test_a_heading_of_two_lines_over_two_columns() -> None:
    head = [("TT", 40.0), ("Chỉ tiêu", 90.0), ("ĐVT", 215.0), ("Trách nhiệm thực", 275.0), ("Hạn", 400.0)]
    sub: list[tuple[float, list[tuple[str, float]]]] = [(113.0, [("hiện", 308.0)]), (126.0, [("Chủ trì", 265.0), ("Phối hợp", 325.0)])]
    works = [(150.0 + 24 * k, [(str(k + 1), 43.0), ("Rà soát hộ", 90.0), ("%", 220.0), ("Trạm Y tế", 262.0), ("Các thôn", 322.0), ("Quý I", 400.0)])
             for k in range(5)]
    found = grid(find_aligned(lay((100.0, head), *sub, *works), 11))
    assert [(row[3, 1], row[4, 1]) for row in found[-5:]] == [("Trạm Y tế", "Các thôn")] * 5


def test_rows_set_to_the_middle_whose_cells_mostly_have_one_line() -> None:
    head = [(100.0, [("Bộ phận lo", 248.0)]), (107.5, [("TT", 40.0), ("Việc phải làm", 90.0), ("Thời hạn", 350.0)]), (115.0, [("liệu", 262.0)])]
    rows = []
    for k in range(5):
        y = 150.0 + 45 * k
        long = [(y - 7.5, [("Tuần tra các tổ", 70.0)]), (y + 7.5, [("dân phố ban đêm", 70.0)])]
        middle = (y, [(str(k + 1), 43.0), ("Công an xã", 250.0), ("25/01/2026", 350.0)])
        rows += [long[0], middle, long[1]] if k % 2 else [(y, [*middle[1][:1], ("Trực ban ở xã", 70.0), *middle[1][1:]])]
    found = grid(find_aligned(lay(*head, *rows), 12))
    assert found[0][2, 1] == "Bộ phận lo liệu"
    assert [row[1, 1] for row in found[1:]] == ["Trực ban ở xã", "Tuần tra các tổ dân phố ban đêm"] * 2 + ["Trực ban ở xã"]


def test_the_title_of_an_appendix_parts_two_tables() -> None:
    second = [(y + 190.0, words) for y, words in ((100.0, HEAD), *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80")))]
    title = [(240.0, [("PHỤ LỤC", 200.0), ("II", 244.0)]), (266.0, [("(Kèm theo", 60.0), ("Kế hoạch", 190.0), ("năm 2026)", 330.0)])]
    tables = find_aligned(lay((100.0, HEAD), *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80")), *title, *second), 11)
    assert [len(table.ys) - 1 for table in tables] == [5, 5]


def test_the_second_line_of_a_header_set_wide_belongs_to_it() -> None:
    head = [("TT", 40.0), ("Công", 90.0), ("Chủ", 178.0), ("Phối", 258.0), ("Thời", 340.0)]
    more = [("việc", 90.0), ("trì", 178.0), ("hợp", 258.0), ("gian", 340.0)]
    works = [(160.0 + 40 * k + 13 * n, line) for k in range(5) for n, line in enumerate((
        [(str(k + 1), 42.0), ("Rà soát hộ", 90.0), ("Ban Kinh tế", 178.0), ("Trạm Y tế", 258.0), ("Tháng 5", 340.0)],
        [("nghèo", 90.0), ("xã", 178.0)]))]
    found = grid(find_aligned(lay((100.0, head), (120.0, more), *works), 11, bold=lambda word: word.y < 150))
    assert list(found[0].values()) == ["TT", "Công việc", "Chủ trì", "Phối hợp", "Thời gian"]
    assert len(found) == 6


def test_so_above_tt_is_one_heading() -> None:
    head = [("Số", 40.0), ("Chỉ tiêu", 90.0), ("ĐVT", 215.0), ("Năm", 272.0), ("Năm", 330.0), ("Đơn vị", 390.0)]
    more: tuple[float, list[tuple[str, float]]] = (114.0, [("TT", 40.0), ("2026", 270.0), ("2030", 328.0), ("chủ trì", 390.0)])
    found = grid(find_aligned(lay((100.0, head), more, *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80"))), 11))
    assert [sorted(text.split()) for text in found[0].values()] == [["Số", "TT"], ["Chỉ", "tiêu"], ["ĐVT"], ["2026", "Năm"], ["2030", "Năm"], ["chủ", "trì", "vị", "Đơn"]]
    assert found[1][0, 1] == "1"


def test_rows_without_numbers_or_white_open_with_their_wordings() -> None:
    rows: list[tuple[float, list[tuple[str, float]]]] = []
    for k, quarter in enumerate((200.0, 240.0, 200.0, 280.0, 240.0)):
        y = 100.0 + 26 * k
        rows += [(y, [("Tập huấn kỹ năng cho", 40.0), ("x", quarter), ("Phòng Kinh tế", 310.0), ("Công an xã", 420.0)]),
                 (y + 13, [("tổ công nghệ số", 40.0), ("và Hạ tầng", 310.0)])]
    found = grid(find_aligned(lay(*rows), 11))
    assert len(found) == 5
    assert all(row[0, 1] == "Tập huấn kỹ năng cho tổ công nghệ số" for row in found)


def test_a_group_in_the_middle_of_its_rows_hides_no_white_between_them() -> None:
    rows: list[tuple[float, list[tuple[str, float]]]] = [(100.0, [("Lĩnh vực", 40.0), ("Hoạt động", 130.0), ("Chủ trì", 300.0), ("Thời gian", 400.0)])]
    for y, group in ((130.0, "Y tế"), (204.0, "Giáo dục")):
        for k, text in enumerate(("Khám, phát hiện sớm", "Hướng dẫn gia đình")):
            top = y + 37 * k
            rows += [(top, [(text, 130.0), ("Sở Y tế", 300.0), ("Quý I", 400.0)]), (top + 13, [("cho trẻ em", 130.0)])]
        rows.append((y + 25, [(group, 40.0)]))
    table, = find_aligned(lay(*sorted(rows)), 11)
    spans = [(" ".join(w.text for w in cell.words), cell.row_span) for cell in table.cells if cell.col == 0]
    assert spans == [("Lĩnh vực", 1), ("Y tế", 2), ("Giáo dục", 2)]
    assert [" ".join(w.text for w in cell.words)[:4] for cell in table.cells if cell.col == 1] == ["Hoạt", "Khám", "Hướn", "Khám", "Hướn"]


def test_lines_set_wide_at_a_page_s_foot_keep_the_columns_of_the_page_before() -> None:
    before = (40.0, 70.0, 260.0, 400.0, 520.0)
    wide = [(word, 75.0 + 36 * k) for k, word in enumerate(("xã", "có", "các", "mô", "hình"))]
    rows = lay((100.0, [("3", 45.0), ("Tuyên truyền về sản phẩm", 75.0), ("Công an xã", 270.0), ("Quý I", 410.0)]),
               (130.0, [("4", 45.0), ("Tổ chức học tập", 75.0), ("Trạm Y tế", 270.0), ("Quý II", 410.0)]), (143.0, [*wide, ("Phòng", 270.0), ("cuối", 420.0)]))
    found = grid(find_aligned(rows, 11, before))
    assert found[1][1, 1] == "Tổ chức học tập xã có các mô hình"


def test_a_header_of_two_lines_that_a_page_repeats_opens_one_table() -> None:
    before = (36.0, 64.0, 205.0, 255.0, 310.0, 375.0, 480.0)
    upper = (60.0, [("Số", 41.0), ("Tên chỉ tiêu", 90.0), ("Đơn", 215.0), ("Năm", 268.0), ("Năm", 326.0), ("Đơn vị", 390.0)])
    lower = (73.0, [("TT", 41.0), ("chủ yếu", 100.0), ("vị", 218.0), ("2026", 268.0), ("2030", 326.0), ("chủ trì", 390.0)])
    found = grid(find_aligned(lay(upper, lower, *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80"))), 11, before=before))
    assert [found[0][0, 1], found[0][1, 1]] == ["Số TT", "Tên chỉ tiêu chủ yếu"]
    assert [row[0, 1] for row in found[1:]] == ["1", "2", "3", "4"]


def test_the_words_of_a_heading_over_two_columns_are_no_headings_of_each() -> None:
    head = [("TT", 40.0), ("Chỉ tiêu", 90.0), ("ĐVT", 215.0), ("Lộ trình", 262.0), ("thực hiện", 310.0), ("Đơn vị chủ trì", 390.0)]
    sub: tuple[float, list[tuple[str, float]]] = (120.0, [("2026", 273.0), ("2030", 325.0)])
    found = grid(find_aligned(lay((100.0, head), sub, *body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80"))), 11))
    assert found[0][3, 2] == "Lộ trình thực hiện"
    assert (found[1][3, 1], found[1][4, 1]) == ("2026", "2030")


def test_a_heading_in_capitals_ends_a_table_whose_groups_have_letters() -> None:
    def part(text: str, *above: str) -> bool:
        rows = lay(*((100.0 + 20 * k, [(word, 60.0 + 40 * n) for n, word in enumerate(line.split())]) for k, line in enumerate((*above, text))))
        *others, last = [[ColumnPiece(row.y, row.x0, row.x1, row.words, k)] for k, row in enumerate(rows)]
        return next_part(last, others)

    assert part("III. TỔ CHỨC THỰC HIỆN", "A. Hạ tầng số", "Tỷ lệ phủ sóng", "B. Xã hội số")
    assert not part("I. CHÍNH QUYỀN SỐ CỦA XÃ", "A. KHỐI CHÍNH QUYỀN")
    assert not part("III. XÃ HỘI SỐ CỦA XÃ", "I. HẠ TẦNG SỐ", "Tỷ lệ phủ sóng", "II. KINH TẾ SỐ")


def test_a_header_of_so_above_tt_and_one_row_at_a_page_s_foot_are_a_table() -> None:
    head = [("Số", 40.0), ("Nội dung công việc", 90.0), ("Đơn vị phối hợp", 215.0), ("Chủ trì", 330.0)]
    row = [("1", 43.0), ("Ban hành kế hoạch", 70.0), ("Văn phòng HĐND", 215.0), ("Hội Phụ nữ xã", 320.0)]
    found = grid(find_aligned(lay((100.0, head), (113.0, [("TT", 40.0)]), (140.0, row), (153.0, [("tuyên truyền", 70.0), ("và UBND", 215.0)])), 11,
                              bold=lambda word: word.y < 120))
    assert found[0][0, 1] == "Số TT"
    assert found[1] == {(0, 1): "1", (1, 1): "Ban hành kế hoạch tuyên truyền", (2, 1): "Văn phòng HĐND và UBND", (3, 1): "Hội Phụ nữ xã"}
