"""Tables without rules whose rows are set close, whose titles are set to the middle and whose headers have headings of several heights."""

from __future__ import annotations

from extractors.document import Line, Place
from extractors.pdf_aligned import Aligned, find_aligned
from extractors.pdf_chars import Word
from extractors.pdf_layout import Placed, mark_furniture
from extractors.pdf_lines import Row
from tests.test_pdf_middle_rows import HEAD, lay


def column(table: Aligned, col: int) -> dict[int, str]:
    """Wordings of one column, by row."""
    return {cell.row: " ".join(w.text for w in cell.words) for cell in table.cells if cell.col == col and cell.words}


def close(top: float, number: str, lead: str) -> list[tuple[float, list[tuple[str, float]]]]:
    """A row of two lines, 14 points apart, its number between them."""
    return [(top, [("Rà soát các thủ tục", 70.0)]), (top + 7, [(number, 43.0), *([(lead, 215.0)] if lead else []), ("Quý II/2026", 320.0)]),
            (top + 14, [("hành chính của xã", 70.0)])]


def test_rows_set_a_little_further_apart_than_lines_are_rows_and_a_merged_cell_covers_two() -> None:
    rows = [line for k, lead in enumerate(("Công an xã", "", "", "Trạm Y tế", "Công an xã")) for line in close(125.0 + 31 * k, str(k + 1), lead)]
    table, = find_aligned(lay(HEAD, *rows, (178.5, [("Phòng Kinh tế", 215.0)])), 12)
    assert list(column(table, 1).values())[1:] == ["Rà soát các thủ tục hành chính của xã"] * 5
    assert {cell.row: cell.row_span for cell in table.cells if cell.col == 2 and cell.words} == {0: 1, 1: 1, 2: 2, 4: 1, 5: 1}


def test_a_second_paragraph_of_a_cell_is_no_row() -> None:
    rows = [line for k in range(5) for line in [(130.0 + 60 * k, [(str(k + 1), 43.0), ("- Rà soát thủ tục", 70.0), ("Công an xã", 215.0), ("Quý II/2026", 320.0)]),
                                                (144.0 + 60 * k, [("hành chính của xã", 70.0)]), (161.0 + 60 * k, [("- Công khai ở trụ sở", 70.0)])]]
    table, = find_aligned(lay(HEAD, *rows), 12)
    assert list(column(table, 0).values()) == ["TT", "1", "2", "3", "4", "5"]


def test_a_group_title_in_the_middle_at_the_foot_of_a_page_is_of_the_table() -> None:
    rows = [line for k in range(4) for line in close(165.0 + 36 * k, str(k + 1), "Công an xã")]
    table, = find_aligned(lay(HEAD, (140.0, [("I", 43.0), ("Chính quyền số", 150.0)]), *rows, (308.0, [("II", 43.0), ("Phát triển số", 153.0)])), 12)
    assert column(table, 0)[len(table.ys) - 2] == "II"


def test_a_title_with_a_roman_number_in_the_middle_hides_no_column() -> None:
    head = (100.0, [("Chỉ tiêu", 80.0), ("Năm 2026", 220.0), ("Năm 2027", 290.0), ("Chủ trì", 380.0)])
    rows = [line for k in range(5) for line in [(150.0 + 36 * k, [("Tỷ lệ hộ nghèo", 60.0), ("2,5", 230.0), ("1,5", 300.0), ("Công an xã", 370.0)]),
                                                (164.0 + 36 * k, [("trên địa bàn", 60.0)])]]
    table, = find_aligned(lay(head, (125.0, [("I. Về xã hội", 240.0)]), *rows[:4], (225.0, [("II. Môi trường", 240.0)]), *((y + 36, words) for y, words in rows[4:])), 12)
    assert len(table.xs) == 5
    assert column(table, 2)[3] == "1,5"


def test_a_wide_wording_beside_other_cells_is_no_title() -> None:
    head = (100.0, [("TT", 40.0), ("Nhiệm vụ", 160.0), ("Sản phẩm", 350.0), ("Thời gian", 430.0)])
    rows = [line for k in range(5) for line in [(130.0 + 36 * k, [(str(k + 1), 43.0), ("Rà soát các thủ tục hành chính thuộc xã", 62.0), ("Báo cáo", 380.0), ("Quý II", 440.0)]),
                                                (144.0 + 36 * k, [("quản lý", 62.0)])]]
    table, = find_aligned(lay(head, *rows), 12)
    assert column(table, 1)[1] == "Rà soát các thủ tục hành chính thuộc xã quản lý"


def test_a_line_far_below_its_heading_is_the_rest_of_a_row_and_not_of_the_header() -> None:
    head = [(70.0, [("Thời", 320.0)]), (84.0, [("TT", 40.0), ("Nhiệm vụ", 90.0), ("Phối hợp", 220.0), ("gian", 320.0)]), (98.0, [("xong", 320.0)])]
    rows = [line for k in range(4) for line in close(135.0 + 36 * k, str(k + 2), "Công an xã")]
    table, = find_aligned(lay(*head, (112.5, [("Kinh tế", 215.0)]), *rows), 12, before=(36.0, 64.0, 205.0, 300.0, 420.0))
    assert column(table, 2)[0] == "Phối hợp"
    assert column(table, 2)[1] == "Kinh tế"


def test_a_cell_of_justified_words_at_the_foot_of_a_page_is_of_its_row() -> None:
    rows = [line for k in range(4) for line in close(130.0 + 36 * k, str(k + 1), "Công an xã")]
    more = [(274.0, [("Rà soát danh mục", 70.0), ("Phòng Y tế", 215.0)]), (281.0, [("5", 43.0), ("Quý II/2026", 320.0)]),
            (288.0, [("hành chính", 70.0), ("và", 215.0), ("cả", 268.0)])]
    table, = find_aligned(lay(HEAD, *rows, *more), 12)
    assert column(table, 2)[5] == "Phòng Y tế và cả"


def test_a_page_number_below_a_running_line_is_furniture() -> None:
    def line(text: str, y: float) -> Placed:
        return Placed(Line(text, Place(), size=12.0), Row([Word(text, 90.0, 90.0 + 6 * len(text), y, 0, len(text), 12)]))

    pages = [[line("kh_anlac_15/01/2026", 30.0), line(str(k), 70.0), line("Rà soát các thủ tục hành chính của xã;", 110.0 + k)] for k in (2, 3, 4)]
    mark_furniture([(page, 842.0, []) for page in pages])
    assert [[p.line.furniture for p in page] for page in pages] == [[True, True, False]] * 3


def test_a_number_beside_a_justified_first_line_opens_its_row() -> None:
    rows = [line for k in range(5) for line in [
        (130.0 + 28 * k, [(str(k + 1), 43.0), *((word, 70.0 + 40 * n) for n, word in enumerate(("Rà", "soát", "thủ", "tục"))), ("Công an xã", 225.0), ("Quý II/2026", 320.0)]),
        (144.0 + 28 * k, [("hành chính của xã", 70.0)])]]
    table, = find_aligned(lay(HEAD, *rows), 12)
    assert [sorted(text.split()) for text in list(column(table, 1).values())[1:]] == [sorted(["Rà", "soát", "thủ", "tục", "hành", "chính", "của", "xã"])] * 5
