"""Tables without rules whose cells are set to the middle of their rows: merged cells, rows cut by a page, tall and wide headings."""

from __future__ import annotations

import pytest

from extractors.pdf_aligned import find_aligned, joined_even
from extractors.pdf_chars import Word
from extractors.pdf_lines import Row
from extractors.pdf_rest import find_rest, may_be_rest

WIDTH = 5.5  # points a letter
EDGES = (36.0, 64.0, 205.0, 300.0, 420.0)


def lay(*lines: tuple[float, list[tuple[str, float]]]) -> list[Row]:
    """Rows of words from (y, [(text, x)]) in any order."""
    at: dict[float, list[tuple[str, float]]] = {}
    for y, words in lines:
        at.setdefault(y, []).extend(words)
    return [Row([Word(text, x, x + WIDTH * len(text), y, 0, len(text), 11) for text, x in sorted(at[y], key=lambda w: w[1])]) for y in sorted(at)]


def tall(top: float, number: str, lead: str) -> list[tuple[float, list[tuple[str, float]]]]:
    """A row whose wording has four lines and whose other cells stand in its middle."""
    wording = [(top + 12 * k, [(text, 70.0)]) for k, text in enumerate(("Rà soát danh mục", "thủ tục hành", "chính công của", "các cơ quan"))]
    return [*wording, (top + 18, [(number, 43.0), *([(lead, 215.0)] if lead else []), ("Quý II/2026", 320.0)])]


HEAD = (100.0, [("TT", 40.0), ("Nhiệm vụ", 90.0), ("Chủ trì", 220.0), ("Thời gian", 320.0)])


def test_a_merged_cell_covers_the_rows_in_whose_middle_it_stands() -> None:
    shared = [(y, [(text, 215.0)]) for y, text in ((224.0, "Phòng Kinh"), (236.0, "tế và Hạ"), (248.0, "tầng"))]
    rows = lay(HEAD, *tall(130.0, "1", "Công an xã"), *tall(188.0, "2", ""), *tall(246.0, "3", ""), *tall(304.0, "4", "Trạm Y tế"), *shared)
    table, = find_aligned(rows, 11)
    leads = {cell.row: (cell.row_span, " ".join(w.text for w in cell.words)) for cell in table.cells if cell.col == 2 and cell.words}
    assert leads == {0: (1, "Chủ trì"), 1: (1, "Công an xã"), 2: (2, "Phòng Kinh tế và Hạ tầng"), 4: (1, "Trạm Y tế")}
    wordings = [" ".join(w.text for w in cell.words) for cell in table.cells if cell.col == 1]
    assert wordings[1:] == ["Rà soát danh mục thủ tục hành chính công của các cơ quan"] * 4


def test_rows_that_follow_each_other_like_lines_show_no_merged_cell() -> None:
    rows = [(130.0 + 48 * k + 12 * j, [*words, *([(f"Phòng {k}", 215.0)] if j in (0, 3) else [])])
            for k in range(5) for j, words in enumerate(([(str(k + 1), 43.0), ("Rà soát danh", 70.0)], [("mục thủ tục", 70.0)], [("hành chính", 70.0)], [("công", 70.0)]))]
    table, = find_aligned(lay(HEAD, *rows), 11)
    assert {cell.row_span for cell in table.cells} == {1}


@pytest.mark.parametrize(("lines", "taken"), [
    ([(70.0, [("công nghệ, đổi mới", 70.0), ("và các thôn", 215.0)]), (84.0, [("sáng tạo", 70.0)])], 2),
    ([(70.0, [("sáng tạo", 70.0)])], 1),
    ([(70.0, [("sáng tạo", 70.0)]), (84.0, [("III. TỔ CHỨC THỰC HIỆN CÁC NHIỆM VỤ", 40.0)])], 1),
    ([(70.0, [("Tổ chức thực hiện", 70.0)])], 0),          # opens anew: no rest of a cell
    ([(70.0, [("sáng tạo trên địa bàn xã trong năm 2026", 70.0)])], 0),    # runs over a border: prose
    ([(70.0, [("sáng tạo.", 37.0)])], 0),                  # at the margin
])
def test_the_rest_of_a_cut_row_at_the_top_of_a_page(lines: list[tuple[float, list[tuple[str, float]]]], taken: int) -> None:
    rows = lay(*lines)
    rest = find_rest(rows, EDGES, 11, lambda word: False) if may_be_rest(rows[0], EDGES) else None
    assert (rest.end if rest is not None else 0) == taken


def test_no_bold_line_is_the_rest_of_a_row() -> None:
    assert find_rest(lay((70.0, [("danh mục", 70.0), ("nhiệm vụ", 215.0)])), EDGES, 11, lambda word: True) is None


def test_the_rest_of_a_cut_row_stands_above_the_title_of_a_group() -> None:
    title = (100.0, [("V. XÃ HỘI SỐ", 40.0)])
    rows = lay((70.0, [("các cơ quan", 70.0), ("và các thôn", 215.0)]), title, *tall(130.0, "8", "Công an xã"), *tall(188.0, "9", "Trạm Y tế"),
               *tall(246.0, "10", "Công an xã"))
    bold = lambda word: word.y == 100.0  # noqa: E731
    table, = find_aligned(rows, 11, before=EDGES, bold=bold)
    assert table.start == 0


def works(first: float) -> list[tuple[float, list[tuple[str, float]]]]:
    return [(first + 24 * k, [(str(k + 1), 40.0), ("Ban hành Kế hoạch", 110.0), ("Phòng Kinh tế", 240.0), ("Quý II/2026", 360.0)]) for k in range(5)]


def test_a_heading_of_three_lines_has_one_above_the_number_s_heading() -> None:
    head = [(100.0, [("Cơ quan theo", 240.0)]), (112.0, [("TT", 40.0), ("Nhiệm vụ", 120.0), ("dõi, đánh giá", 240.0), ("Thời gian", 362.0)]), (124.0, [("kết quả", 245.0)])]
    table, = find_aligned(lay((70.0, [("DANH MỤC NHIỆM VỤ", 180.0)]), *head, *works(150.0)), 11, bold=lambda word: word.y < 130)
    heading = next(cell for cell in table.cells if cell.row == 0 and cell.col == 2)
    assert " ".join(w.text for w in heading.words) == "Cơ quan theo dõi, đánh giá kết quả"
    assert table.start == 1


def test_row_numbers_at_the_left_of_a_wide_column_stand_below_its_heading() -> None:
    table, = find_aligned(lay((100.0, [("STT", 62.0), ("Nhiệm vụ", 120.0), ("Chủ trì", 240.0), ("Thời gian", 362.0)]), *works(124.0)), 11)
    assert len(table.xs) == 5
    assert [" ".join(w.text for w in cell.words) for cell in table.cells if cell.col == 0] == ["STT", "1", "2", "3", "4", "5"]


def test_a_header_further_down_begins_a_table_with_columns_of_its_own() -> None:
    rows = lay((60.0, [("các cơ quan", 70.0), ("và các thôn", 215.0)]), (90.0, [("PHỤ LỤC II", 180.0)]),
               (120.0, [("TT", 38.0), ("Nhiệm vụ", 120.0), ("Chủ trì", 240.0), ("Thời gian", 362.0)]), *works(144.0))
    table = find_aligned(rows, 11, before=(36.0, 64.0, 105.0, 205.0, 300.0, 420.0), bold=lambda word: 80 < word.y < 130)[-1]
    assert (len(table.xs), table.start) == (5, 2)


def test_a_cell_that_begins_with_the_letters_of_the_number_column_s_heading_opens_no_table() -> None:
    rows = [(100.0 + 26 * k, [(str(k + 1), 40.0), ("Ban hành Kế hoạch", 110.0), ("Công an xã", 240.0), ("Quý II/2026", 360.0)]) for k in range(3)]
    center = [(178.0, [("Tổ chức tập huấn", 110.0)]), (184.0, [("TT", 240.0), ("Trạm Y tế", 360.0), ("xã", 430.0)]), (190.0, [("kỹ năng số", 110.0)]),
              (184.5, [("4", 40.0)])]
    tables = find_aligned(lay((76.0, [("TT", 40.0), ("Nhiệm vụ", 120.0), ("Chủ trì", 240.0), ("Thời gian", 362.0)]), *rows, *center), 11)
    assert len(tables) == 1


def test_titles_in_the_middle_part_no_table_that_goes_on() -> None:
    def days(top: float, first: str) -> list[tuple[float, list[tuple[str, float]]]]:
        return [(top + 26 * k, [(f"{first}/{k + 1}", 40.0), ("Tổ chức lễ ra quân", 110.0), ("Phòng Kinh tế", 240.0), ("23 thôn", 360.0)]) for k in range(3)]
    title = (178.0, [("Tháng 9/2026", 195.0)])
    table, = find_aligned(lay(*days(100.0, "Ngày 2"), title, *days(204.0, "Ngày 5")), 11, before=(36.0, 105.0, 235.0, 355.0, 420.0), bold=lambda word: word.y == 178.0)
    assert (table.start, table.end) == (0, 7)


def test_figures_in_the_middle_of_wordings_of_several_lines_are_rows_of_their_own() -> None:
    def figures(y: float, number: str) -> tuple[float, list[tuple[str, float]]]:
        return y, [*([(number, 40.0)] if number else []), ("12.300", 240.0), ("14.200", 360.0)]
    rows = lay((76.0, [("TT", 40.0), ("Chỉ tiêu", 120.0), ("Năm 2025", 240.0), ("Năm 2026", 362.0), ("Cơ quan", 450.0)]),
               (100.0, [("Tổng lượt khách", 110.0)]), figures(106.0, "1"), (112.0, [("trong năm", 110.0)]),
               (112.0, [("Sở Văn hóa,", 450.0)]), (124.0, [("Thể thao", 450.0)]), (136.0, [("và Du lịch", 450.0)]), (148.0, [("tỉnh Gia Lai", 450.0)]),
               (133.0, [("Trong đó khách", 110.0)]), figures(139.0, ""), (145.0, [("quốc tế", 110.0)]),
               (166.0, [("Tổng thu từ", 110.0)]), figures(172.0, "2"), (178.0, [("khách du lịch", 110.0)]))
    table, = find_aligned(rows, 11)
    wordings = [" ".join(w.text for w in cell.words) for cell in table.cells if cell.col == 1]
    assert wordings == ["Chỉ tiêu", "Tổng lượt khách trong năm", "Trong đó khách quốc tế", "Tổng thu từ khách du lịch"]


@pytest.mark.parametrize("rest", [0, 1])
def test_rows_without_white_between_them_are_told_by_their_middles(rest: int) -> None:
    """Rows of three, one and two lines that follow each other like lines, each number in its row's middle; `rest`: lines of a row of the page before."""
    words = [["Rà soát danh", "mục thủ tục", "hành chính"], ["Công khai"], ["Kiểm tra việc", "niêm yết giá"], ["Lấy ý kiến", "người dân", "mỗi quý"], ["Báo cáo"]]
    lines = [(130.0 + 12 * k, [("của xã", 70.0)]) for k in range(rest)]
    top = 130.0 + 12 * rest
    for n, wording in enumerate(words, 1):
        lines += [(top + 12 * k, [(text, 70.0)]) for k, text in enumerate(wording)]
        lines.append((top + 6 * (len(wording) - 1), [(str(n), 43.0), ("Sở Y tế", 215.0), ("Quý II/2026", 320.0)]))
        top += 12 * len(wording)
    table, = find_aligned(lay(HEAD, *lines), 11)
    read = [" ".join(w.text for w in cell.words) for cell in table.cells if cell.col == 1]
    assert [text for text in read if text not in ("Nhiệm vụ", "của xã")] == [" ".join(wording) for wording in words]


def test_a_short_table_whose_cells_stand_half_a_line_apart_is_found() -> None:
    head = (100.0, [("TT", 40.0), ("Nhiệm vụ", 90.0), ("Chủ trì", 300.0)])
    body = [line for k in range(3) for line in ((130.0 + 40 * k, [("Rà soát thủ tục hành chính của xã", 70.0)]),
                                                (137.0 + 40 * k, [(str(k + 1), 43.0), ("Công an xã", 300.0)]), (144.0 + 40 * k, [("và báo cáo kết quả", 70.0)]))]
    table, = find_aligned(lay(head, *body), 11)
    assert [(cell.col, " ".join(w.text for w in cell.words)) for cell in table.cells if cell.row == 1] == [
        (0, "1"), (1, "Rà soát thủ tục hành chính của xã và báo cáo kết quả"), (2, "Công an xã")]


def test_the_words_of_a_justified_line_are_no_columns() -> None:
    line = [(text, 70.0 + at) for text, at in (("Tham", 0.0), ("mưu", 29.0), ("ban", 52.5), ("hành", 76.0))]
    years = [("Năm", 70.0), ("Năm", 100.0), ("Năm", 130.0), ("Năm", 160.0)]
    assert [row.text for row in joined_even(lay((100.0, line))[0].pieces(6.0))] == ["Tham mưu ban hành"]
    assert len(joined_even(lay((100.0, years))[0].pieces(6.0))) == 4
    assert len(joined_even(lay((100.0, [("Chủ", 70.0), ("Phối", 140.0), ("Thời", 200.0), ("Kết", 290.0)]))[0].pieces(6.0))) == 4
