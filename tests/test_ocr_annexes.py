"""Scans: the lines that open annexes and lists of recipients, and percentages whose sign is read as a figure."""

from __future__ import annotations

import pytest

from extractors.ocr_annexes import set_annexes
from extractors.ocr_layout import Row
from extractors.ocr_percent import whole_percent
from extractors.ocr_recipients import set_recipients
from extractors.ocr_repair import repair_rows
from extractors.ocr_tesseract import Word


def row(text: str) -> Row:
    return Row([Word(w, 400 + 100 * n, 0, 490 + 100 * n, 20, 0.6) for n, w in enumerate(text.split())])


@pytest.mark.parametrize(("lines", "want"), [
    (["__ PHULỤCH", "DANH MỤC NHIỆM VỤ"], ["PHỤ LỤC II", "DANH MỤC NHIỆM VỤ"]),
    (["PHỤ LỤC HI „"], ["PHỤ LỤC III"]),
    (["PHỤ LỤC ì"], ["PHỤ LỤC"]),
    (["PHU LỤC IV ;"], ["PHỤ LỤC IV"]),
    ([": Phụ lục „", "BÁNG TỔNG HỢP KINH PHÍ"], ["Phụ lục", "BẢNG TỔNG HỢP KINH PHÍ"]),
    (["Phụ lục 02", "BẰNG CHI TIẾT CÔNG VIỆC"], ["Phụ lục 02", "BẢNG CHI TIẾT CÔNG VIỆC"]),
    # What says more, or has letters for numerals, stays.
    (["PHỤ LỤC G", "PHỤ LỤC H"], ["PHỤ LỤC G", "PHỤ LỤC H"]),
    (["Phụ lục kèm theo"], ["Phụ lục kèm theo"]),
    (["PHỤ LỤC I: DANH MỤC"], ["PHỤ LỤC I: DANH MỤC"]),
    (["Phụ lục II.1"], ["Phụ lục II.1"]),
    (["Tập trung", "BẰNG NHIỀU HÌNH THỨC"], ["Tập trung", "BẰNG NHIỀU HÌNH THỨC"]),
])
def test_lines_that_open_annexes(lines: list[str], want: list[str]) -> None:
    rows = [row(line) for line in lines]
    set_annexes(rows)
    assert [r.text for r in rows] == want
    assert all(r.x0 >= 400 for r in rows)


def test_the_text_as_read_is_kept() -> None:
    line = row("PHULỤC HI")
    assert set_annexes([line]) == 1
    assert line.raw[0] == "PHULỤC HI"
    assert line.words[0].x1 <= line.words[1].x0


@pytest.mark.parametrize(("text", "size", "want"), [
    ("489%.", (78, 27), "48%."), ("659%", (70, 27), "65%"), ("739%,", (78, 32), "73%,"),
    ("489%.", (98, 27), "489%."),             # wide enough for three figures
    ("109%", (88, 27), "109%"), ("149%,", (96, 33), "149%,"),
    ("57%.", (76, 27), "57%."), ("98,59%", (70, 27), "98,59%"), ("100%", (70, 27), "100%"), ("2029", (70, 27), "2029"),
])
def test_the_ring_of_a_percent_sign(text: str, size: tuple[int, int], want: str) -> None:
    assert whole_percent(Word(text, 100, 50, 100 + size[0], 50 + size[1], 0.9)).text == want


@pytest.mark.parametrize(("lines", "want"), [
    (["Nơi nhộn:", "- UBND tỉnh;"], "Nơi nhận:"),
    (["Nơi nhân", "- Như Điều 3;"], "Nơi nhận:"),
    (["Noi nhặn: TM. ỦY BAN"], "Nơi nhận: TM. ỦY BAN"),
    (["Nơi nhận", "- Như trên;"], "Nơi nhận"),
    (["Nơi nhân", "dân sinh sống tập trung"], "Nơi nhân"),
    (["Nơi nhân dân sinh sống", "- Đường giao thông"], "Nơi nhân dân sinh sống"),
    (["Nơi ở:", "- Thôn 3"], "Nơi ở:"),
])
def test_the_heading_of_the_recipients(lines: list[str], want: str) -> None:
    rows = [row(line) for line in lines]
    set_recipients(rows)
    assert rows[0].text == want


def test_a_page_without_print_has_no_recipients() -> None:
    assert set_recipients([]) == 0


@pytest.mark.parametrize(("text", "want"), [
    ("tiêm phòng 02 đọt trong năm", "tiêm phòng 02 đợt trong năm"),
    ("đọt 1 từ tháng 3, đọt 2 từ tháng 9", "đợt 1 từ tháng 3, đợt 2 từ tháng 9"),
    ("ra quân các đột cao điểm", "ra quân các đợt cao điểm"),
    ("phát triển kinh tê hợp tác", "phát triển kinh tế hợp tác"),
    ("cấp thể căn cước cho công dân", "cấp thẻ căn cước cho công dân"),
    ("Tỷ lệ giải ngân (lũy kể)", "Tỷ lệ giải ngân (lũy kế)"),
    ("tạo các đột phá về hạ tầng", "tạo các đột phá về hạ tầng"),
    ("nhiệm vụ đột xuất của tỉnh", "nhiệm vụ đột xuất của tỉnh"),
    ("các đơn vị có thể căn cứ tình hình", "các đơn vị có thể căn cứ tình hình"),
    ("liệt kể từng mục", "liệt kể từng mục"),
])
def test_words_told_by_their_neighbours(text: str, want: str) -> None:
    line = Row([Word(w, 100 * n, 0, 100 * n + 90, 20, 0.95) for n, w in enumerate(text.split())])
    repair_rows([line])
    assert line.text == want
