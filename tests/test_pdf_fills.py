"""Tables whose cells are shaded and not ruled: banded tables, headers on two levels, a last row without shading."""

from __future__ import annotations

from itertools import pairwise

from extractors.document import Box
from extractors.pdf_columns import ColumnPiece, find_columns
from extractors.pdf_fills import find_shaded
from extractors.pdf_grid import Grid
from extractors.pdf_word import Word

WIDTH = 5.0
XS = (60.0, 100.0, 300.0, 400.0, 500.0)


def lay(y: float, *cells: str) -> list[Word]:
    """Words of one printed line, each cell from its column's left side."""
    words: list[Word] = []
    for left, cell in zip(XS, cells, strict=False):
        x = left + 4
        for text in cell.split():
            words.append(Word(text, x, x + WIDTH * len(text), y, 0, len(text), 11))
            x += WIDTH * (len(text) + 0.6)
    return words


def band(top: float, bottom: float) -> list[Box]:
    return [(a, top, b, bottom) for a, b in pairwise(XS)]


def shown(grid: Grid, words: list[Word]) -> list[list[str]]:
    out: list[list[str]] = [[] for _ in grid.ys[1:]]
    for cell in grid.cells:
        x0, y0, x1, y1 = grid.cell_box(cell)
        out[cell.row].append(" ".join(w.text for w in words if x0 <= w.x0 < x1 and y0 <= w.y - 3 < y1))
    return out


WORDS = [*lay(112, "STT", "Nội dung", "Chủ trì", "Thời gian"), *lay(132, "1", "Rà soát quy chế", "Văn phòng", "Quý I"),
         *lay(144, "", "làm việc"), *lay(164, "2", "Tập huấn kỹ năng số", "Phòng Văn hóa", "Tháng 5"), *lay(176, "", "cho cán bộ"),
         *lay(196, "3", "Báo cáo kết quả", "Công an xã", "Quý IV"), *lay(216, "4", "Tổng kết", "Văn phòng", "Tháng 12")]
TASKS = ["Nội dung", "Rà soát quy chế làm việc", "Tập huấn kỹ năng số cho cán bộ", "Báo cáo kết quả"]


def test_cells_are_read_off_their_shading() -> None:
    grid, = find_shaded([*band(100, 120), *band(120, 150), *band(150, 182), *band(182, 202)], WORDS)
    assert [row[1] for row in shown(grid, WORDS)] == TASKS


def test_rows_between_shaded_ones_stand_in_the_same_columns() -> None:
    grid, = find_shaded([*band(100, 120), *band(120, 150), *band(182, 202)], WORDS)
    assert [row[1] for row in shown(grid, WORDS)] == [*TASKS, "Tổng kết"]


def test_a_heading_over_two_columns_has_its_own_below() -> None:
    tops = [(60.0, 100.0, 100.0, 140.0), (100.0, 100.0, 300.0, 140.0), (300.0, 100.0, 500.0, 120.0), (300.0, 120.0, 400.0, 140.0),
            (400.0, 120.0, 500.0, 140.0)]
    words = [*lay(132, "1", "Tỷ lệ"), *lay(152, "2", "Tỷ lệ hồ sơ"), *lay(164, "", "trực tuyến", "80", "90"), *lay(192, "3", "Tỷ lệ", "70", "80")]
    grid, = find_shaded([*tops, *band(140, 170), *band(170, 200)], words)
    assert (0, 2, 1, 2) in [tuple(cell) for cell in grid.cells]


def test_strips_of_single_lines_are_no_cells() -> None:
    assert not find_shaded([*band(120, 138), *band(138, 150), *band(150, 168)], [w for w in WORDS if w.y < 170])


def test_boxes_that_lie_over_each_other_are_no_table() -> None:
    over = [(60.0, 110.0, 300.0, 160.0)]
    assert not find_shaded([*band(100, 120), *over, *band(120, 150), *band(150, 182)], WORDS)


def test_a_short_heading_stands_over_three_columns_of_unequal_headings() -> None:
    """"Chỉ tiêu đến" in the middle over "31/12/20|25", "2026" and "2030", the first of two lines, the others set to the left."""
    def piece(row: int, y: float, x0: float, x1: float, text: str) -> ColumnPiece:
        return ColumnPiece(y, x0, x1, [Word(text, x0, x1, y, 0, len(text), 11)], row)

    body = [[piece(8 + n, 180 + 14.0 * n, 77, 82, str(n + 1)), piece(8 + n, 180 + 14.0 * n, 110, 260, "Tỷ lệ"), piece(8 + n, 180 + 14.0 * n, 330, 350, "80"),
             piece(8 + n, 180 + 14.0 * n, 368, 390, "85"), piece(8 + n, 180 + 14.0 * n, 422, 440, "95")] for n in range(3)]
    head = [[piece(5, 145.3, 77, 96, "STT"), piece(5, 145.3, 113, 147, "Chỉ tiêu"), piece(5, 145.3, 323, 359, "31/12/20")],
            [piece(3, 133.0, 368, 420, "Chỉ tiêu đến")], [piece(6, 151.9, 371, 391, "2026"), piece(6, 151.9, 425, 445, "2030")],
            [piece(7, 160.5, 336, 346, "25")]]
    xs = find_columns([*head, *body], 60, 480, 10)
    assert xs is not None
    assert any(391 < x < 425 for x in xs)
