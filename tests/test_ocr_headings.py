"""Section headings of scans get back the full stop that was not read."""

from __future__ import annotations

import pytest

from extractors.ocr_grid import Grid, GridCell
from extractors.ocr_headings import (
    name_number_column,
    put_colons,
    put_stops,
    set_columns,
    set_letterhead,
    set_titles,
    set_totals,
)
from extractors.ocr_layout import Row
from extractors.ocr_tesseract import Word


def row(text: str) -> Row:
    return Row([Word(t, 20.0 * n, 0.0, 20.0 * n + 15, 12.0, 0.7) for n, t in enumerate(text.split())])


@pytest.mark.parametrize(("text", "want"), [
    ("II MỤC TIÊU, CHỈ TIÊU 6 THÁNG CUỐI NĂM", "II. MỤC TIÊU, CHỈ TIÊU 6 THÁNG CUỐI NĂM"),
    ("IV TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN"),
    ("III, NHIỆM VỤ, GIẢI PHÁP", "III. NHIỆM VỤ, GIẢI PHÁP"),
    ("X KINH PHÍ THỰC HIỆN", "X. KINH PHÍ THỰC HIỆN"),
    ("II. MỤC TIÊU CỤ THỂ", "II. MỤC TIÊU CỤ THỂ"),
    ("II mục tiêu cụ thể", "II mục tiêu cụ thể"),            # no heading in capitals
    ("I 2026", "I 2026"),
    ("IIV MỤC TIÊU CỤ THỂ", "IIV MỤC TIÊU CỤ THỂ"),          # no numeral
    ("XL TỔ CHỨC THỰC HIỆN", "XL TỔ CHỨC THỰC HIỆN"),
    ("V – CHI CỤC THỦY LỢI", "V – CHI CỤC THỦY LỢI"),        # its mark is the dash
])
def test_stop(text: str, want: str) -> None:
    rows = [row(text)]
    put_stops(rows)
    assert rows[0].text == want
    if text != want:
        assert rows[0].raw[0] == text.split()[0]
        assert rows[0].words[0].confidence == 0.7


@pytest.mark.parametrize("above", ["KẾ HOẠCH CÔNG TÁC QUÝ", "DANH MỤC DỰ ÁN GIAI ĐOẠN", "PHỤ LỤC", "QUÝ I VÀ"])
def test_a_numeral_that_ends_the_phrase_above_is_none(above: str) -> None:
    rows = [row(above), row("II NĂM HAI NGHÌN")]
    assert put_stops(rows) == 0


def test_counts() -> None:
    assert put_stops([row("KẾ HOẠCH"), row("I MỤC ĐÍCH, YÊU CẦU"), row("Căn cứ kế hoạch"), row("II MỤC TIÊU")]) == 2


@pytest.mark.parametrize(("text", "want"), [
    ("II. CHÍ TIỂU CHỦ YẾU", "II. CHỈ TIÊU CHỦ YẾU"),
    ("I. PHƯƠNG HƯỚNG CHƯNG", "I. PHƯƠNG HƯỚNG CHUNG"),
    ("I. MỤC ĐÍCH, YÊU CÂU", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("II. CHỈ TIÊU CHỦ YẾU", "II. CHỈ TIÊU CHỦ YẾU"),
    ("CHÍ TIỂU CHỦ YẾU", "CHÍ TIỂU CHỦ YẾU"),                # no numeral
    ("II. Chí tiểu chủ yếu", "II. Chí tiểu chủ yếu"),
])
def test_title(text: str, want: str) -> None:
    rows = [row(text)]
    set_titles(rows)
    assert rows[0].text == want


@pytest.mark.parametrize(("lines", "want"), [
    (["- Bồi dưỡng. (Chủ trì UBND các xã; phối hợp: Sở"], ["- Bồi dưỡng. (Chủ trì: UBND các xã; phối hợp: Sở"]),
    (["(Chủ trì: Sở Y tế; phối hợp Công an", "tỉnh; thời gian: Quý III)"], ["(Chủ trì: Sở Y tế; phối hợp: Công an", "tỉnh; thời gian: Quý III)"]),
    (["Sở Y tế chủ trì; phối hợp Công an tỉnh"], ["Sở Y tế chủ trì; phối hợp Công an tỉnh"]),        # no bracket
    (["(do Sở Y tế chủ trì thực hiện)"], ["(do Sở Y tế chủ trì thực hiện)"]),
    (["(chủ trì xây dựng)"], ["(chủ trì xây dựng)"]),
])
def test_colon(lines: list[str], want: list[str]) -> None:
    rows = [row(line) for line in lines]
    put_colons(rows)
    assert [r.text for r in rows] == want


@pytest.mark.parametrize(("lines", "want"), [
    (["ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI", "VIỆT NAM", "PHƯƠNG AN BÌNH"], "PHƯỜNG AN BÌNH"),
    (["KẾ HOẠCH", "PHƯƠNG ÁN PHÒNG CHỐNG"], "PHƯƠNG ÁN PHÒNG CHỐNG"),
])
def test_letterhead(lines: list[str], want: str) -> None:
    rows = [row(line) for line in lines]
    set_letterhead(rows)
    assert rows[-1].text == want


@pytest.mark.parametrize(("lines", "want"), [
    (["Hoat đông"], ["Hoạt động"]),
    (["Thời gian thưc", "hiên"], ["Thời gian thực", "hiện"]),
    (["CƠ QUAN CHU TRI"], ["CƠ QUAN CHỦ TRÌ"]),
    (["Đơn vi phổi hợp:"], ["Đơn vị phối hợp:"]),
    (["Nội dung chi tiêu"], ["Nội dung chi tiêu"]),
    (["Tên xóm"], ["Tên xóm"]),
    (["ST"], ["STT"]),                        # the T under it is left unread …
    (["ST", "1"], ["ST", "T"]),               # … or misread
    (["ST", "đất ở"], ["ST", "đất ở"]),
])
def test_columns(lines: list[str], want: list[str]) -> None:
    rows = [row(line) for line in lines]
    set_columns([rows])
    assert [r.text for r in rows] == want


@pytest.mark.parametrize(("text", "want"), [
    ("Tống cộng", "Tổng cộng"), ("TONG CỘNG", "TỔNG CỘNG"), ("Tống số:", "Tổng số:"), ("Tống Cống Thượng", "Tống Cống Thượng"), ("Tổng cộng", "Tổng cộng"),
])
def test_totals(text: str, want: str) -> None:
    line = row(text)
    set_totals([[line]])
    assert line.text == want


@pytest.mark.parametrize(("lines", "want"), [
    (["k Bộ|Nội dung", "1|a", "2|b", "T b3|Nội dung", "3|c"], ["TT", "1", "2", "T b3", "3"]),        # what stands once more has another column
    (["k Bộ|Nội dung|Chủ trì", "1|a|b", "2|c|d", "T b3|Nội dung|Chủ trì", "3|e|f"], ["TT", "1", "2", "TT", "3"]),
    (["k Bộ|Nội dung", "1|a"], ["k Bộ", "1"]),                             # the table's first row alone tells little
    (["Thôn|Số hộ|Số người", "1|8|9", "2|7|6", "3|5|4"], ["Thôn", "1", "2", "3"]),
    (["bị b|Nội dung|Chủ trì", "A|QUY HOẠCH|", "1|Lập đồ án|b", "1.1|c|d", "2|c|d", "B|HẠ TẦNG|"], ["TT", "A", "1", "1.1", "2", "B"]),
    (["k Bộ|Nội dung|Chủ trì", "An|a|b", "Lạc|c|d", "3|e|f"], ["k Bộ", "An", "Lạc", "3"]),
])
def test_the_column_of_numbers(lines: list[str], want: list[str]) -> None:
    table = [line.split("|") for line in lines]
    cells = [[row(text)] for texts in table for text in texts]
    if lines[0].startswith("Thôn"):
        cells[0][0].words[0] = Word("Thôn", 0, 0, 15, 12, 0.95)
    places = [(r, c) for r, texts in enumerate(table) for c in range(len(texts))]
    grid = Grid(tuple(GridCell(r, c, 1, 1, (0, 0, 9, 9)) for r, c in places), (), (), (0, 0, 9, 9))
    name_number_column(grid, cells)
    assert [rows[0].text for rows, (_, c) in zip(cells, places, strict=True) if c == 0] == want


@pytest.mark.parametrize(("confidence", "want"), [(0.4, "TT"), (0.75, "TS")])
def test_a_heading_hardly_legible_over_the_first_row_of_a_page_that_ends(confidence: float, want: str) -> None:
    cells = [[row("TS")], [row("Nội dung")], [row("1")], [row("a")]]
    cells[0][0].words[0] = Word("TS", 0, 0, 15, 12, confidence)
    grid = Grid(tuple(GridCell(n // 2, n % 2, 1, 1, (0, 0, 9, 9)) for n in range(4)), (), (), (0, 0, 9, 9))
    name_number_column(grid, cells)
    assert cells[0][0].text == want
