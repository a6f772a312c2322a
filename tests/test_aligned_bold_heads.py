"""Headers that bold letters tell, in tables without rules whose rows have no numbers, and headings over columns they do not reach."""

from __future__ import annotations

from extractors.cut_words import ends_open
from extractors.pdf_aligned import Aligned
from extractors.pdf_chars import Word
from extractors.pdf_layout import Edges, _block_at
from extractors.pdf_lines import Row
from tests.test_aligned import SIZE, cells, page, tables

Placed = list[tuple[float, str]]


def rows_of_values(*names: str) -> list[Placed]:
    return [[(60.0, name), (232.0, "10"), (312.0, "20"), (392.0, "30"), (460.0, "Công an xã")] for name in names]


def upper_row(table: Aligned) -> list[tuple[int, int, int, str]]:
    return [(c.col, c.row_span, c.col_span, " ".join(w.text for w in c.words)) for c in table.cells if c.row == 0 and c.words]


YEARS: Placed = [(226.0, "*2026"), (306.0, "*2027"), (386.0, "*2028")]
NAMES = ("Tỷ lệ hồ sơ trực tuyến", "Số sản phẩm OCOP", "Tỷ lệ hộ nghèo", "Tỷ lệ phủ sóng")


def test_a_bold_header_without_numbers_is_read_with_both_its_levels() -> None:
    found, = tables(page([(90.0, "*Chỉ tiêu"), (290.0, "*Lộ trình"), (460.0, "*Đơn vị")], YEARS, *rows_of_values(*NAMES)))
    assert upper_row(found) == [(0, 2, 1, "Chỉ tiêu"), (1, 1, 3, "Lộ trình"), (4, 2, 1, "Đơn vị")]
    assert cells(found)[1] == ["2026", "2027", "2028"]
    assert cells(found)[2] == [NAMES[0], "10", "20", "30", "Công an xã"]


def test_the_next_heading_in_capitals_is_no_row() -> None:
    found, = tables(page([(90.0, "*Chỉ tiêu"), *YEARS, (460.0, "*Đơn vị")], *rows_of_values(*NAMES),
                         [(60.0, "III. TỔ CHỨC THỰC HIỆN")]))
    assert cells(found)[-1][0] == NAMES[-1]


def test_a_header_alone_with_a_groups_title_at_the_foot_of_a_page_is_a_table() -> None:
    found, = tables(page([(60.0, "*STT"), (110.0, "*Chỉ tiêu"), (270.0, "*Năm 2026"), (360.0, "*Năm 2030"), (450.0, "*Chủ trì")], [],
                         [(64.0, "*I"), (260.0, "*Về xã hội")]))
    assert len(cells(found)) == 2 and cells(found)[1] == ["I", "Về xã hội"]


def test_a_row_of_years_that_thin_columns_cut_parts_the_columns() -> None:
    years = [(x, f"*20{k}") for k, x in enumerate((226.0, 276.0, 326.0, 376.0, 426.0), 26)]
    found, = tables(page([(60.0, "*STT"), (110.0, "*Chỉ tiêu"), *years], [],
                         *[[(62.0, str(n)), (90.0, name), *[(x, "10") for x, _ in years]] for n, name in enumerate(NAMES, 1)]))
    assert cells(found)[0] == ["STT", "Chỉ tiêu", "2026", "2027", "2028", "2029", "2030"]


def test_the_title_of_the_first_group_is_no_part_of_a_bold_header() -> None:
    rows = rows_of_values(*NAMES)
    found, = tables(page([(90.0, "*Chỉ tiêu"), *YEARS, (460.0, "*Đơn vị")], [(215.0, "*Phát triển hạ tầng số của xã")], *rows))
    assert cells(found)[0] == ["Chỉ tiêu", "2026", "2027", "2028", "Đơn vị"]
    assert cells(found)[-1] == [NAMES[-1], "10", "20", "30", "Công an xã"]


def test_a_title_in_the_middle_of_a_wide_page_belongs_to_no_side_of_the_letterhead() -> None:
    def row(y: float, *parts: tuple[float, float, str]) -> Row:
        return Row([Word(text, x0, x1, y, 0, 0, SIZE) for x0, x1, text in parts])

    rows = [row(70, (106, 237, "ỦY BAN NHÂN DÂN"), (309, 516, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            row(88, (134, 209, "XÃ AN LẠC"), (331, 493, "Độc lập - Tự do - Hạnh phúc")),
            row(106, (119, 224, "Số: 15/KH-UBND"), (310, 515, "An Lạc, ngày 15 tháng 01 năm 2026")),
            row(135, (382, 460, "KẾ HOẠCH")), row(156, (348, 494, "Chuyển đổi số năm 2026")), row(178, (85, 241, "I. MỤC ĐÍCH, YÊU CẦU"))]
    assert _block_at(rows, 0, 0, Edges(85.0, 516.0), 842.0)[:2] == (0, 3)  # type: ignore[index]


def test_letters_that_end_no_word_go_on_in_the_next_line() -> None:
    assert ends_open("Nă", "m") and ends_open("NĂ", "M") and not ends_open("Ha", "m") and not ends_open("Nă", "2026")
