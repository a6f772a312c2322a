"""Tables without rules: columns, rows and tables told by white space alone."""

from __future__ import annotations

import itertools

import pytest

from extractors.pdf_aligned import Aligned, find_aligned
from extractors.pdf_chars import Word
from extractors.pdf_lines import Row, rows_of

SIZE = 12.0
LETTER = 5.0
PITCH = 14.0
X = (60.0, 90.0, 250.0, 350.0, 450.0)  # where the columns begin
Printed = list[tuple[float, str]]


def line(*cells: str) -> Printed:
    """A printed line with a text at the left of each column, "" where a column has none."""
    return [(x, text) for x, text in zip(X, cells, strict=False) if text]


def page(*lines: Printed, top: float = 80.0) -> list[Row]:
    """Rows of a page, one word per word of text; "*" before a text stands for bold."""
    words = []
    for k, printed in enumerate(lines):
        for x, text in printed:
            at = x
            for part in text.strip("*").split():
                words.append(Word(part, at, at + LETTER * len(part), top + k * PITCH, int(text[0] == "*"), 0, SIZE))
                at += LETTER * len(part) + 3.0
    return rows_of(words)


def tables(rows: list[Row], before: tuple[float, ...] | None = None) -> list[Aligned]:
    return find_aligned(rows, SIZE, before, lambda word: word.start == 1)


def cells(table: Aligned) -> list[list[str]]:
    """Texts by row, cells without words left out."""
    by_row = itertools.groupby((c for c in table.cells if c.words), key=lambda c: c.row)
    return [[" ".join(w.text for w in c.words) for c in row] for _, row in by_row]


HEAD = line("*STT", "*Nhiệm vụ", "*Chủ trì", "*Phối hợp", "*Thời gian")
ROWS = [line("1", "Rà soát quy trình nội bộ", "Phòng Kinh tế", "Công an xã", "Quý I/2026"),
        line("2", "Số hóa hồ sơ hộ tịch", "Văn phòng", "Các thôn", "Quý II/2026"),
        line("3", "Tập huấn cho tổ công nghệ", "Trạm Y tế", "Công an xã", "Hằng năm")]


@pytest.mark.parametrize("title", [
    [(60.0, "*A"), (90.0, "*NHIỆM VỤ VÀ GIẢI PHÁP TRỌNG TÂM NĂM")],                 # runs over one border only
    [(60.0, "I"), (90.0, "Nghị định, quyết định của Thủ tướng Chính phủ")],         # set like the rows
    [(60.0, "*Đ"), (90.0, "*NHIỆM VỤ VÀ GIẢI PHÁP TRỌNG TÂM NĂM")],                 # the letter between D and E
])
def test_titles_of_groups_hide_no_column(title: Printed) -> None:
    found, = tables(page(HEAD, title, *ROWS))
    assert cells(found)[0] == ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]
    assert [len(row) for row in cells(found)] == [5, 2, 5, 5, 5]


def test_a_heading_over_several_columns_hides_no_column() -> None:
    found, = tables(page([(60.0, "*TT"), (90.0, "*Chỉ tiêu"), (255.0, "*Mục tiêu phấn đấu đến năm")],
                         line("", "", "*2026", "*2027", "*2030"),
                         *[line(str(n), "Tỷ lệ hồ sơ", "10", "20", "30") for n in range(1, 5)]))
    assert cells(found)[-1] == ["4", "Tỷ lệ hồ sơ", "10", "20", "30"]


def test_headings_beside_a_heading_over_columns_reach_down_beside_its_own() -> None:
    found, = tables(page([(60.0, "*TT"), (90.0, "*Thôn, bản"), (270.0, "*Chỉ tiêu nhiệm vụ giao cho các xã năm")],
                         [(120.0, "*của xã"), (245.0, "*Số người"), (350.0, "*Tỷ lệ"), (450.0, "*Số hộ")],
                         [(245.0, "*(người)"), (350.0, "*(%)")],
                         *[line(str(n), "Thôn Đông", "1.290", "98,3", "62") for n in range(1, 5)]))
    assert [(c.row, c.row_span, c.col_span, " ".join(w.text for w in c.words)) for c in found.cells if c.row < 2 and c.words] == [
        (0, 2, 1, "TT"), (0, 2, 1, "Thôn, bản của xã"), (0, 1, 3, "Chỉ tiêu nhiệm vụ giao cho các xã năm"),
        (1, 1, 1, "Số người (người)"), (1, 1, 1, "Tỷ lệ (%)"), (1, 1, 1, "Số hộ")]


def test_two_tables_of_one_page() -> None:
    second = [[(60.0, "*TT"), (120.0, "*Báo cáo"), (300.0, "*Nơi nhận"), (420.0, "*Thời hạn")],
              *[[(60.0, str(n)), (120.0, "Báo cáo định kỳ về kết quả"), (300.0, "Ủy ban nhân dân tỉnh"), (420.0, "ngày 20 hằng tháng")]
                for n in (1, 2, 3)]]
    heading = [(60.0, "*IV. CHẾ ĐỘ BÁO CÁO CỦA CÁC ĐƠN VỊ TRONG XÃ THEO LỊCH SAU ĐÂY CHO NĂM 2026")]
    first, last = tables(page(HEAD, *ROWS, heading, *second))
    assert cells(first)[-1][1] == "Tập huấn cho tổ công nghệ"
    assert cells(last) == [[text.strip("*") for _, text in row] for row in second]


def test_a_number_on_top_closes_the_row_that_the_page_before_began() -> None:
    before = tuple(tables(page(HEAD, *ROWS))[0].xs)
    found, = tables(page(line("", "và các đoàn thể", "xã", "", ""), ROWS[2],
                         line("", "số cộng đồng", "", "", "")), before)
    assert cells(found) == [["và các đoàn thể", "xã"], ["3", "Tập huấn cho tổ công nghệ số cộng đồng", "Trạm Y tế", "Công an xã", "Hằng năm"]]


def test_numbers_set_to_the_middle_of_their_rows() -> None:
    wording = ("Tỷ lệ người dân dùng", "dịch vụ công trực tuyến", "trên địa bàn toàn xã", "đạt yêu cầu")

    def tall(n: int, y: float) -> list[Word]:
        lines = [page(line("", text), top=y + k * PITCH)[0].words for k, text in enumerate(wording)]
        return [w for words in lines for w in words] + page(line(str(n), "", "100", "Văn phòng", "Quý I"), top=y + 1.5 * PITCH)[0].words

    found, = tables(rows_of(page(HEAD)[0].words + [w for n in range(1, 5) for w in tall(n, 40.0 + 61.0 * n)]))
    assert cells(found)[1:] == [[str(n), " ".join(wording), "100", "Văn phòng", "Quý I"] for n in range(1, 5)]


def test_rows_of_figures_under_one_number() -> None:
    found, = tables(page(line("*TT", "*Chỉ tiêu", "*ĐVT", "*2026", "*2030"),
                         line("1", "Tổng giá trị sản xuất", "Tỷ đồng", "1.300", "2.600"),
                         line("", "Công nghiệp và xây", "Tỷ đồng", "498", "900"), line("", "dựng", "", "", ""),
                         line("2", "Sản lượng lương thực", "Tấn", "35.400", "36.000"),
                         line("3", "Diện tích rừng", "Ha", "120", "150")))
    assert [row[0] for row in cells(found)] == ["TT", "1", "Công nghiệp và xây dựng", "2", "3"]


def test_a_header_and_its_first_row_at_the_foot_of_a_page() -> None:
    prose = [[(60.0, "Các cơ quan, đơn vị tổ chức thực hiện Kế hoạch này theo phân công như sau đây của xã")]] * 6
    found, = tables(page(*prose, HEAD, ROWS[0]))
    assert [row[0] for row in cells(found)] == ["STT", "1"]


def test_a_header_cut_by_its_thin_column() -> None:
    found, = tables(page(line("*ST", "*Nhiệm vụ", "*Chủ trì", "*Phối hợp", "*Thời gian"), line("*T", "", "", "", "*hoàn thành"), *ROWS))
    assert cells(found)[0] == ["ST T", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành"]


def test_borders_of_the_page_before_give_way_to_clearer_ones() -> None:
    short = tables(page(HEAD, line("1", "Rà soát", "Sở", "Sở", "Quý I")))[0]  # short wordings: the borders stand far to the left
    wide = [line(str(n), "Cập nhật dữ liệu của người dân xã", "Trạm Y tế các xã", "Công an các xã", "Hằng tuần") for n in (2, 3, 4, 5)]
    found, = tables(page(*wide), tuple(short.xs))
    assert [len(row) for row in cells(found)] == [5] * 4


def placed(*texts: tuple[float, float, str]) -> list[Row]:
    """Rows of a page of texts at (middle, height); "*" before a text stands for bold."""
    words = []
    for middle, y, text in texts:
        at = middle - (LETTER * len(text.strip("*")) - 2.0 * text.count(" ")) / 2
        for part in text.strip("*").split():
            words.append(Word(part, at, at + LETTER * len(part), y, int(text[0] == "*"), 0, SIZE))
            at += LETTER * len(part) + 3.0
    return rows_of(words)


def printed(table: Aligned) -> list[list[str]]:
    """Texts by row as printed from the top down, cells without words left out."""
    return [[" ".join(row.text for row in rows_of(c.words)) for c in row if c.words]
            for _, row in itertools.groupby(table.cells, key=lambda c: c.row)]


def test_headings_beside_each_other_on_lines_of_their_own() -> None:
    """Each heading is set to the middle of its cell, so those below a common one stand on no line together."""
    rows = [(70.0, "{n}"), (150.0, "Hộ được dùng nước sạch"), (270.0, "75"), (330.0, "≥ 90"), (420.0, "Phòng Kinh tế")]
    found, = tables(placed(
        (300.0, 90.0, "*Lộ trình thực hiện"), (420.0, 96.0, "*Cơ quan"), (70.0, 103.0, "*TT"), (150.0, 103.0, "*Tên chỉ tiêu"), (270.0, 106.0, "*Năm"),
        (420.0, 110.0, "*chủ trì"), (330.0, 113.0, "*Năm 2030"), (270.0, 120.0, "*2026"),
        *((x, 150.0 + 30 * n, text.format(n=n + 1)) for n in range(5) for x, text in rows)))
    assert printed(found)[:3] == [["TT", "Tên chỉ tiêu", "Lộ trình thực hiện", "Cơ quan chủ trì"], ["Năm 2026", "Năm 2030"],
                                ["1", "Hộ được dùng nước sạch", "75", "≥ 90", "Phòng Kinh tế"]]


@pytest.mark.parametrize("levels", [[(350.0, 76.0, "*Phân công thực"), (350.0, 90.0, "*hiện")],
                                    [(350.0, 76.0, "*Phân công thực hiện"), (350.0, 90.0, "*Cấp xã và thôn")]])
def test_headings_over_columns_of_several_lines_or_levels(levels: list[tuple[float, float, str]]) -> None:
    rows = [(70.0, "{n}"), (170.0, "Rà soát quy trình"), (320.0, "Văn phòng"), (380.0, "Công an xã"), (500.0, "Năm 2026")]
    title = [(280.0, 40.0, "*Phụ lục danh mục nhiệm vụ")]
    found, = tables(placed(*title, *levels, (500.0, 93.0, "*Thời gian"), (70.0, 100.0, "*TT"), (170.0, 100.0, "*Nhiệm vụ"), (500.0, 107.0, "*thực hiện"),
                           (320.0, 105.0, "*Đơn vị"), (380.0, 112.0, "*Phối hợp"), (320.0, 119.0, "*chủ trì"),
                           *((x, 150.0 + 30 * n, text.format(n=n + 1)) for n in range(5) for x, text in rows)))
    over = " ".join(text.strip("*") for _, _, text in levels)
    assert printed(found)[:3] == [["TT", "Nhiệm vụ", over, "Thời gian thực hiện"], ["Đơn vị chủ trì", "Phối hợp"],
                                ["1", "Rà soát quy trình", "Văn phòng", "Công an xã", "Năm 2026"]]


def test_a_heading_shorter_than_what_it_stands_over() -> None:
    """It reaches over the white between two of its headings, but not as far as the outer ones begin."""
    rows = [(70.0, "{n}"), (150.0, "Hộ được dùng nước"), (270.0, "75"), (300.0, "90"), (340.0, "100"), (430.0, "Phòng Kinh tế")]
    found, = tables(placed(
        (310.0, 90.0, "*Mục tiêu"), (430.0, 97.0, "*Cơ quan"), (70.0, 104.0, "*TT"), (150.0, 104.0, "*Chỉ tiêu"), (270.0, 104.0, "*Năm"), (300.0, 104.0, "*Năm"),
        (345.0, 104.0, "*Năm"), (430.0, 111.0, "*chủ trì"), (270.0, 118.0, "*2025"), (300.0, 118.0, "*2030"), (345.0, 118.0, "*2045"),
        *((x, 150.0 + 30 * n, text.format(n=n + 1)) for n in range(5) for x, text in rows)))
    assert ["1", "Hộ được dùng nước", "75", "90", "100", "Phòng Kinh tế"] in printed(found)


def test_a_line_of_prose_with_words_set_wide_opens_no_table() -> None:
    """A justified line of few words leaves wide white between all of them, and all alike."""
    prose = [(60.0 + 45.0 * k, word) for k, word in enumerate(["Tổ", "xã", "và", "ấp", "ra", "cờ", "tổ", "bộ", "bố"])]
    head = line("*Số", "*Nội dung", "*Đơn vị", "*Phối hợp", "*Kết quả")
    rows = [line(when, "Rà soát quy trình nội bộ", "Văn phòng", "Công an xã", "Báo cáo") for when in "12345"]
    found, = tables(page(prose, line(), head, *itertools.chain.from_iterable((line(), row) for row in rows)))
    assert cells(found)[0] == ["Số", "Nội dung", "Đơn vị", "Phối hợp", "Kết quả"]
