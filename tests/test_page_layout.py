"""Rows of a page in reading order, and what of them is a running line."""

from __future__ import annotations

from typing import Any, cast

import pytest

from extractors.document import Align, Line, Place
from extractors.pdf_chars import Word
from extractors.pdf_layout import Edges, Placed, mark_furniture, place_rows
from extractors.pdf_lines import LineMaker, Row, rows_of
from extractors.pdf_starts import mark_starts

EDGES = Edges(85.0, 540.0)


class Maker:
    """Makes lines of rows without a page."""

    def line(self, row: Row, align: Align) -> Line:
        return Line(row.text, Place(page=1), align=align)


def runs(*printed: tuple[float, float, str]) -> list[Word]:
    """One run of text for each (x, y, text)."""
    return [Word(text, x, x + 7.0 * len(text), y, 0, 0, 0.0) for x, y, text in printed]


def read(words: list[Word]) -> list[str]:
    return [p.line.text for p in place_rows(rows_of(words), EDGES, 595.0, cast(LineMaker, Maker()))]


def test_sides_of_a_header_that_wraps_differently() -> None:
    """The right side's motto wraps, so the lines of the two sides stand between each other."""
    left = runs((110.0, 70.0, "UBND XÃ MẪU"), (90.0, 98.5, "BAN CHỈ ĐẠO ĐỀ ÁN CỦA XÃ"), (110.0, 126.5, "Số 03-KH/BCĐ"))
    right = runs((300.0, 70.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), (350.0, 88.5, "VIỆT NAM"), (320.0, 117.0, "Độc lập - Tự do"),
                 (310.0, 135.5, "ngày 22 tháng 12 năm"), (400.0, 154.0, "2025"))
    title = runs((250.0, 200.0, "KẾ HOẠCH"), (85.0, 230.0, "Thực hiện Nghị quyết, Ủy ban nhân dân xã ban hành kế hoạch này"))
    assert read(left + right + title) == [w.text for w in left + right + title]


def placed(text: str, y: float, size: float) -> Placed:
    row = Row(runs((85.0, y, text)))
    return Placed(Line(text, Place(page=1), size=size), row)


@pytest.mark.parametrize("last,size,running", [
    ("- Người dân có tài khoản tại ngân hàng: trên 88%.", 9.0, False),   # an item of the list above
    ("triển khai Kế hoạch này tới người dân", 11.0, False),               # set like the lines above
    ("Nơi nhận: TM. ỦY BAN NHÂN DÂN", 9.0, False),                        # recipients and signature run over the page
    ("Đường số 2, xã Mẫu, tỉnh Mẫu", 9.0, True),                          # an address under the page
])
def test_small_lines_at_the_foot(last: str, size: float, running: bool) -> None:
    def page(foot: str) -> Any:
        text = [placed(f"Nội dung dòng thứ {k} của trang này", 80.0 + 20 * k, 14.0 if k < 30 else 11.0) for k in range(34)]
        return [*text, placed(foot, 800.0, size)], 842.0, []

    pages = [page(last), page("Một dòng khác hẳn của trang hai")]
    mark_furniture(pages)
    assert pages[0][0][-1].line.furniture is running


def test_page_numbers_of_low_pages_stand_as_far_up_as_on_others() -> None:
    """Margins are set in centimetres: 2 cm are a larger share of a low page's height."""
    def page(number: str) -> tuple[list[Placed], float, list[tuple[float, float]]]:
        words = [Word("Nội dung của trang", 90.0, 400.0, y, 0, 0, 12.0) for y in (90.0, 108.0, 126.0, 380.0)]
        return [Placed(Line(row.text, Place(page=1), size=12.0), row) for row in rows_of([*words, Word(number, 480.0, 530.0, 418.0, 0, 0, 12.0)])], 470.0, []

    pages = [page(f"Trang {n}/4") for n in range(1, 5)]
    mark_furniture(pages)
    assert all(p.line.furniture is p.line.text.startswith("Trang") for placed, _, _ in pages for p in placed)


def test_items_alike_at_the_foot_of_pages_are_no_running_line() -> None:
    def page(due: str) -> tuple[list[Placed], float, list[tuple[float, float]]]:
        words = [Word(text, 90.0, 400.0, y, 0, 0, 14.0) for text, y in (("Rà soát hồ sơ.", 120.0), ("- Cơ quan chủ trì: Phòng Kinh tế.", 730.0), (f"- Thời gian: {due}.", 770.0))]
        return [Placed(Line(row.text, Place(page=1), size=14.0), row) for row in rows_of(words)], 842.0, []

    pages = [page(due) for due in ("30/9/2026", "15/10/2026", "30/9/2026")]
    mark_furniture(pages)
    assert not any(p.line.furniture for placed, _, _ in pages for p in placed)


def test_an_indented_heading_that_looks_centred_goes_on() -> None:
    def line(text: str, align: Align, x0: float, x1: float, y: float) -> tuple[Placed, Edges, int]:
        return Placed(Line(text, Place(page=1), align=align, size=14.0), Row([Word(text, x0, x1, y, 0, 0, 14.0)])), EDGES, 1

    lines = [line("2. Rà soát, hoàn thiện quy định về khoa học, công nghệ và", "center", 121.0, 504.0, 100.0),
             line("chuyển đổi số của tỉnh.", "left", 85.0, 240.0, 118.0), line("KẾ HOẠCH", "center", 280.0, 345.0, 160.0), line("năm 2026", "left", 85.0, 150.0, 178.0)]
    mark_starts(lines)
    assert [placed.line.starts for placed, _, _ in lines] == [True, False, True, True]


def test_a_line_in_a_small_letter_goes_on_where_a_wide_table_sets_the_edge() -> None:
    def line(text: str, x1: float, y: float) -> tuple[Placed, Edges, int]:
        return Placed(Line(text, Place(page=1), size=13.0), Row([Word(text, 90.0, x1, y, 0, 0, 13.0)])), Edges(90.0, 570.0), 1

    lines = [line("1. Sở Xây dựng chủ trì, phối hợp với các sở, ban, ngành", 505.0, 100.0), line("liên quan, UBND các huyện rà soát nhà ở ven sông.", 400.0, 117.0),
             line("2. Sở Tài chính bố trí kinh phí hỗ trợ.", 380.0, 134.0)]
    mark_starts(lines)
    assert [placed.line.starts for placed, _, _ in lines] == [True, None, True]


def starts_of(*lines: tuple[list[tuple[float, float, str]], float]) -> list[bool | None]:
    """Whether paragraphs start with lines given as (runs with their ends, height)."""
    listed = []
    for printed, y in lines:
        row = Row([Word(text, x0, x1, y, 0, 0, 14.0) for x0, x1, text in printed])
        listed.append((Placed(Line(row.text, Place(page=1), size=14.0), row), EDGES, 1))
    mark_starts(listed)
    return [placed.line.starts for placed, _, _ in listed]


def test_lines_of_a_ragged_text_that_sets_paragraphs_apart() -> None:
    """Text that is not justified leaves more white at a line's end than the next short word takes."""
    items = [[([(113.0, 490.0, f"- Rà soát, cập nhật nội dung thứ {n} của kế hoạch này")], 100.0 + 40 * n),
              ([(85.0, 400.0, "Hội Nông dân xã và các thôn, bản thực hiện.")], 116.0 + 40 * n)] for n in range(6)]
    assert starts_of(*(line for item in items for line in item)) == [True, False] * 6


def test_lines_of_hanging_items_go_on_whatever_they_open_with() -> None:
    """First lines of paragraphs begin where the wording of list items does."""
    def item(y: float, *lines: tuple[float, str]) -> list[tuple[list[tuple[float, float, str]], float]]:
        (end, first), *more = lines
        return [([(99.0, 105.0, "-"), (113.0, end, first)], y), *(([(113.0, x1, text)], y + 16.0 * (n + 1)) for n, (x1, text) in enumerate(more))]

    lines = [*item(100.0, (539.5, "Thu, nộp quỹ theo quy định và báo cáo trước ngày"), (539.5, "20 tháng 11 của năm về Văn phòng, làm rõ kết quả đạt"), (300.0, "2026 trở đi.")),
             *item(148.0, (539.5, "Vận động các tổ chức chính trị"), (400.0, "- xã hội tham gia.")), *item(180.0, (400.0, "Tổng hợp kết quả."))]
    assert starts_of(*lines) == [True, False, False, True, False, True]


def test_full_lines_further_apart_than_lines_in_mid_sentence_are_paragraphs() -> None:
    """Of a text of short paragraphs most lines stand as far apart as paragraphs do; those in mid-sentence tell how far lines stand."""
    items = [([(85.0, 500.0, f"{n}. Tổ chức thực hiện nội dung thứ {n} của kế hoạch này.")], 154.0 + 27 * n) for n in range(1, 7)]
    found = starts_of(([(85.0, 538.0, "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về chuyển đổi số, Ủy ban")], 100.0),
                      ([(85.0, 250.0, "nhân dân xã ban hành Kế hoạch.")], 117.5), *items,
                      ([(85.0, 536.0, "7. Phòng Văn hóa - Xã hội theo dõi, đôn đốc, tổng hợp kết quả.")], 154.0 + 27 * 7),
                      ([(85.0, 380.0, "Các thôn báo cáo kết quả về xã.")], 154.0 + 27 * 8))
    assert found == [True, False, *[True] * 8]


def test_second_lines_set_in_behind_a_typed_mark() -> None:
    """"- " typed before the wording, the further lines set in by 0.6 cm: not where the wording begins, and no first lines either."""
    items = [[([(113.0, 538.0, f"- Rà soát, cập nhật nội dung thứ {n} của kế hoạch này trên toàn địa bàn")], 100.0 + 40 * n),
              ([(130.0, 400.0, "xã và các thôn, bản thực hiện." if n != 4 else "Trạm Y tế xã thực hiện.")], 117.0 + 40 * n)] for n in range(6)]
    assert starts_of(*(line for item in items for line in item)) == [True, False] * 6


def test_a_line_whose_only_word_was_a_note_s_mark_is_no_fault() -> None:
    lines = [(placed(text, 100.0 + 18 * n, 14.0), EDGES, 1) for n, text in enumerate(["- Rà soát hồ sơ của các hộ dân trên địa bàn", "", "xã Tân An"])]
    mark_starts(lines)
    assert lines[0][0].line.starts is True
