"""Tables whose rows are parted by rules and whose columns by white space alone."""

from __future__ import annotations

from extractors.pdf_bars import find_barred, may_be_barred
from extractors.pdf_chars import Word
from extractors.pdf_grid import Grid
from extractors.pdf_lines import Row
from extractors.pdf_rules import Segment

WIDTH = 5.0  # points a letter
LEFT, RIGHT = 60.0, 500.0
COLUMNS = (66.0, 250.0, 380.0)  # where the cells' words begin


def lay(y: float, *cells: str, at: tuple[float, ...] = COLUMNS) -> Row:
    """One printed row: the words of each cell from its column's left side."""
    words: list[Word] = []
    for x, cell in zip(at, cells, strict=False):
        for text in cell.split():
            words.append(Word(text, x, x + WIDTH * len(text), y, 0, len(text), 11))
            x += WIDTH * (len(text) + 0.6)
    return Row(words)


def rule(y: float, left: float = LEFT, right: float = RIGHT) -> Segment:
    return y, left, right


def shown(grid: Grid, rows: list[Row]) -> list[tuple[int, int, int, int, str]]:
    """Row, column, spans and words of each cell that holds any."""
    out = []
    for cell in grid.cells:
        x0, y0, x1, y1 = grid.cell_box(cell)
        words = [w.text for row in rows for w in row.words if x0 <= w.x0 < x1 and y0 <= row.y - 3 < y1]
        if words:
            out.append((*cell, " ".join(words)))
    return out


HEAD = lay(112, "Nội dung công việc", "Cơ quan chủ trì", "Thời gian")
PLAIN = [HEAD, lay(132, "Rà soát quy chế làm việc", "Văn phòng", "Quý I"), lay(144, "của Ủy ban"),
         lay(152, "Tập huấn kỹ năng số cho cán bộ", "Phòng Văn hóa", "Tháng 5"), lay(172, "Báo cáo kết quả", "Công an xã", "Hằng quý")]


def test_rows_between_rules_and_columns_between_white() -> None:
    rules = [rule(y) for y in (100, 120, 147, 160, 180)]
    grid, = find_barred(PLAIN, rules, [])
    assert [text for *_, text in shown(grid, PLAIN)] == [
        "Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "Rà soát quy chế làm việc của Ủy ban", "Văn phòng", "Quý I",
        "Tập huấn kỹ năng số cho cán bộ", "Phòng Văn hóa", "Tháng 5", "Báo cáo kết quả", "Công an xã", "Hằng quý"]


def test_a_title_runs_over_the_columns() -> None:
    rows = [HEAD, lay(132, "I. Hoàn thiện thể chế, nâng cao hiệu lực quản lý nhà nước"), *(
        lay(y, "Rà soát quy chế", "Văn phòng", "Quý I") for y in (152, 172, 192))]
    grid, = find_barred(rows, [rule(y) for y in (100, 120, 140, 160, 180, 200)], [])
    assert (1, 0, 1, 3) in [cell[:4] for cell in shown(grid, rows)]


def test_a_short_rule_merges_the_cells_beside_it() -> None:
    rows = [HEAD, lay(132, "Rà soát quy chế", "Văn phòng", "Quý I"), lay(152, "Số hóa hồ sơ", "", "Quý II"),
            lay(172, "Báo cáo kết quả", "Công an xã", "Hằng quý")]
    short = [rule(140, LEFT, 244.0), rule(140, 374.0)]
    grid, = find_barred(rows, [*(rule(y) for y in (100, 120, 160, 180)), *short, rule(200)], [])
    assert (1, 1, 2, 1, "Văn phòng") in shown(grid, rows)
    assert (2, 0, 1, 1, "Số hóa hồ sơ") in shown(grid, rows)


def test_a_heading_over_two_columns() -> None:
    at = (66.0, 250.0, 330.0, 420.0)
    rows = [lay(110, "Chỉ tiêu", "Mục tiêu đến năm", at=(66.0, 280.0)), lay(124, "", "2026", "2030", "Theo dõi", at=at),
            *(lay(y, "Tỷ lệ hồ sơ trực tuyến", "70", "90", "Công an", at=at) for y in (142, 162, 182))]
    rules = [*(rule(y) for y in (100, 130, 150, 170, 190)), rule(114, 244.0, 400.0)]
    grid, = find_barred(rows, rules, [])
    cells = shown(grid, rows)
    assert (0, 1, 1, 2, "Mục tiêu đến năm") in cells
    assert (0, 0, 2, 1, "Chỉ tiêu") in cells
    assert [text for row, *_, text in cells if row == 2] == ["Tỷ lệ hồ sơ trực tuyến", "70", "90", "Công an"]


def test_text_between_two_tables_parts_them() -> None:
    again = [lay(212, "STT", "Nội dung chi", "Kinh phí"), *(lay(y, "1", "In tài liệu", "10") for y in (232, 252, 272))]
    rows = [*PLAIN, lay(192, "IV. KINH PHÍ THỰC HIỆN"), *again]
    grids = find_barred(rows, [rule(y) for y in (100, 120, 147, 160, 180, 200, 220, 240, 260, 280)], [])
    assert [(g.ys[0], g.ys[-1]) for g in grids] == [(100, 180), (200, 280)]


def test_the_next_page_goes_on_with_the_same_columns() -> None:
    rows = [lay(112, "Tổng kết năm", "", "Tháng 12")]
    assert find_barred(rows, [rule(100), rule(120)], []) == []
    grid, = find_barred(rows, [rule(100), rule(120)], [], (LEFT, 244.0, 374.0, RIGHT))
    assert grid.xs == [LEFT, 244.0, 374.0, RIGHT]


def test_upright_rules_make_it_another_table() -> None:
    rules = [rule(y) for y in (100, 120, 147, 160, 180)]
    assert find_barred(PLAIN, rules, [(244.0, 100.0, 180.0)]) == []
    assert len(find_barred(PLAIN, rules, [(LEFT, 100.0, 180.0), (RIGHT, 100.0, 180.0)])) == 1
    assert may_be_barred(rules, False) and not may_be_barred(rules[:2], False)


def test_a_table_at_a_page_s_foot_is_told_by_its_header() -> None:
    at = (66.0, 90.0, 250.0, 380.0)
    rows = [lay(100, "STT", "Nội dung công việc", "Chủ trì", "Thời gian", at=at), lay(120, "1", "Rà soát quy chế", "Văn phòng", "Quý I", at=at)]
    rules = [rule(y) for y in (88, 106, 126)]
    assert [len(grid.ys) for grid in find_barred(rows, rules, [])] == [3]
    assert find_barred([lay(60, "Số liệu", "Năm 2025", "Năm 2026"), *rows], rules, []) == []  # a table of another kind above it
    assert find_barred([lay(100, "1", "Tập huấn", "Công an xã", "Quý I", at=at), rows[1]], rules, []) == []


def test_a_narrower_table_below_another_and_a_row_left_empty() -> None:
    narrow = [rule(y, LEFT, 460.0) for y in (300, 320, 347, 360, 380, 400)]
    below = [Row([Word(w.text, w.x0, w.x1, w.y + 200, 0, len(w.text), 11) for w in row.words]) for row in PLAIN]
    grids = find_barred([*PLAIN, *below], [*(rule(y) for y in (100, 120, 147, 160, 180)), *narrow], [])
    assert [(grid.xs[-1], len(grid.ys)) for grid in grids] == [(RIGHT, 5), (460.0, 5)]


def test_the_number_of_a_title_of_two_lines_stands_between_them() -> None:
    at = (66.0, 90.0, 250.0, 380.0)
    rows = [lay(112, "STT", "Nội dung công việc", "Chủ trì", "Thời gian", at=at),
            lay(128, "Đẩy mạnh chuyển đổi số trong các cơ quan, đơn vị, địa phương và người dân", at=(90.0,)), lay(134, "II", at=(66.0,)), lay(140, "và doanh nghiệp", at=(90.0,)),
            *(lay(y, str(k), "Rà soát quy chế", "Văn phòng", "Quý I", at=at) for k, y in enumerate((160, 180, 200), 1))]
    grid, = find_barred(rows, [rule(y) for y in (100, 120, 147, 167, 187, 207)], [])
    assert len(grid.xs) == 5


def test_a_border_moves_off_the_words_of_the_next_page() -> None:
    before = (LEFT, 240.0, 384.0, RIGHT)
    grid, = find_barred(PLAIN, [rule(y) for y in (100, 120, 147, 160, 180)], [], before)
    assert len(grid.xs) == 4 and 370 < grid.xs[2] <= 381


def test_rules_around_a_header_and_below_the_last_row_part_no_rows() -> None:
    at = (66.0, 90.0, 250.0, 380.0)
    rows = [lay(112, "STT", "Nội dung công việc", "Chủ trì", "Thời gian", at=at),
            *(lay(y, str(k), "Rà soát quy chế", "Văn phòng", "Quý I", at=at) for k, y in enumerate((132, 152, 172, 192), 1))]
    for before in (None, (LEFT, 84.0, 240.0, 370.0, RIGHT)):
        assert find_barred(rows, [rule(100), rule(120), rule(200)], [], before) == []


def test_two_headings_over_two_columns_each_share_one_rule() -> None:
    at = (66.0, 200.0, 270.0, 350.0, 430.0)
    rows = [lay(110, "Nội dung", "Đơn vị thực hiện", "Tiến độ thực hiện", at=(66.0, 215.0, 365.0)),
            lay(124, "", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", at=at),
            *(lay(y, "Rà soát quy chế", "Công an", "Đoàn xã", "Quý I", "Quý II", at=at) for y in (142, 162, 182))]
    grid, = find_barred(rows, [*(rule(y) for y in (100, 130, 150, 170, 190)), rule(114, 190.0)], [])
    cells = shown(grid, rows)
    assert {(0, 1, 1, 2, "Đơn vị thực hiện"), (0, 3, 1, 2, "Tiến độ thực hiện"), (0, 0, 2, 1, "Nội dung")} <= set(cells)
    assert [text for row, *_, text in cells if row == 1] == ["Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc"]


def test_a_header_without_a_rule_above_it_belongs_to_the_table() -> None:
    title = lay(85, "DANH MỤC NHIỆM VỤ NĂM 2026", at=(200.0,))
    rules = [rule(y) for y in (120, 147, 160, 180, 190)]
    rows = [title, *PLAIN, lay(187, "Sơ kết", "Văn phòng", "Quý IV")]
    grid, = find_barred(rows, rules, [], bold=lambda word: word.y < 120)
    assert [text for row, *_, text in shown(grid, rows) if row == 0] == ["Nội dung công việc", "Cơ quan chủ trì", "Thời gian"]
    assert not any(row == 0 for row, *_, text in shown(*find_barred(rows, rules, []), rows) if text == "Cơ quan chủ trì")  # a line of prose is none
