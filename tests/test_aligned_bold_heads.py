"""Headers that bold letters tell, in tables without rules whose rows have no numbers, and headings over columns they do not reach."""

from __future__ import annotations

from extractors.pdf_aligned import Aligned
from tests.test_aligned import cells, page, tables

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
