"""What Word's habits leave in PDFs and dumps: raised note marks, running titles, list marks of other fonts, lines spread by hand."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
from extractors.markers import read_marker
from extractors.pdf_layout import Edges, place_rows
from extractors.pdf_lines import LineMaker, rows_of, starts_with_mark
from extractors.pdf_word import Word
from extractors.text_notes import mark_notes
from extractors.text_reader import read_text


def _noted(texts: list[str]) -> list[str]:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]
    mark_notes(lines)
    return [line.text for line in lines if not line.furniture]


@pytest.mark.parametrize(("printed", "wording"), [
    ("- Số hóa hồ sơ tại Trung tâm Phục vụ hành chính công.1", "- Số hóa hồ sơ tại Trung tâm Phục vụ hành chính công."),
    ("- Hoàn thành xong trước ngày 30/4/2026.1", "- Hoàn thành xong trước ngày 30/4/2026."),
    ("- Hỗ trợ hộ kinh doanh (kế toán, thương mại điện tử, logistics...)1", "- Hỗ trợ hộ kinh doanh (kế toán, thương mại điện tử, logistics...)"),
    ("- Đồng bộ dữ liệu, hoàn thành trong tháng 10/20261", "- Đồng bộ dữ liệu, hoàn thành trong tháng 10/2026"),
])
def test_a_note_takes_its_mark_with_it(printed: str, wording: str) -> None:
    note = "1 Kế hoạch số 05/KH-UBND ngày 10/01/2026 của UBND tỉnh"
    assert _noted([printed, note, "- Rà soát, cập nhật dữ liệu dân cư."]) == [wording, "- Rà soát, cập nhật dữ liệu dân cư."]
    assert _noted([printed, "- Rà soát, cập nhật dữ liệu dân cư."])[0] == printed, "without its note a figure stays"


def test_a_note_without_full_stop_ends_before_the_next_item() -> None:
    assert _noted(["- Tập huấn kỹ năng số1", "- Đôn đốc các thôn2", "1 Theo Nghị định của Chính phủ", "2 Theo Kế hoạch của UBND tỉnh", "+ Kiểm tra các thôn;"]) == [
        "- Tập huấn kỹ năng số", "- Đôn đốc các thôn", "+ Kiểm tra các thôn;"]


@pytest.mark.parametrize("text", ["Ø Tuyên truyền trên hệ thống truyền thanh", "ü Tập huấn kỹ năng số", "§ Rà soát dữ liệu", "v Kiểm tra các thôn", "o Tổ chức hội nghị"])
def test_letters_that_stand_for_list_signs(text: str) -> None:
    marker = read_marker(text)
    assert marker is not None and marker.kind == "dot" and starts_with_mark(text)
    assert read_marker(text[0] + " " + text[2:].lower()) is None


def test_a_number_may_stand_right_before_its_wording() -> None:
    assert starts_with_mark("1.Phòng Kinh tế: Tham mưu") and not starts_with_mark("12.đến")


@pytest.mark.parametrize(("places", "texts"), [
    ([(71.0, 90.0, "tin;"), (297.0, 313.0, "thu"), (520.0, 538.0, "hút")], ["tin; thu hút"]),
    ([(139.0, 146.0, "+"), (171.0, 400.0, "Kiểm tra các thôn;")], ["+ Kiểm tra các thôn;"]),
])
def test_white_inside_a_line_of_prose(places: list[tuple[float, float, str]], texts: list[str]) -> None:
    """A justified line broken by hand, and wording set far behind its mark, are no two columns."""
    class Page:
        turned = 0
        width = height = 842.0

        @staticmethod
        def style(_: Word) -> tuple[float, bool, bool]:
            return 13.0, False, False

    rows = rows_of([Word(text, a, b, y, 0, 0, 13.0) for y in (100.0, 118.0) for a, b, text in places])
    placed = place_rows(rows, Edges(71.0, 538.0), 595.0, LineMaker(Page, 1))  # type: ignore[arg-type]
    assert [p.line.text for p in placed] == texts * 2 and not any(p.block for p in placed)


def test_a_title_on_every_page_tells_page_numbers_of_short_pages() -> None:
    title = "Kế hoạch chuyển đổi số xã Bình An"
    acts = ["Rà soát", "Cập nhật", "Số hóa", "Kiểm tra"]
    text = "\n".join(line for n, act in enumerate(acts, 1) for line in [title, *[f"- {act} hồ sơ của {'thôn ' * k}trên địa bàn." for k in range(1, 17)], str(n)])
    document = read_text(text.encode(), "x.txt")
    assert [line.text for line in document.lines() if line.furniture] == [title, "1", title, "2", title, "3", title, "4"]


def test_footers_that_end_in_the_page_number() -> None:
    page = [f"- Giao thôn số {n} triển khai thực hiện các nhiệm vụ về dữ liệu dân cư trong năm." for n in range(30)]
    text = "\n".join([*page, "UBND xã Bình An - Kế hoạch năm 2026 1", *page, "UBND xã Bình An - Kế hoạch năm 2026 2", *page[:9], "UBND xã Bình An - Kế hoạch năm 2026 3"])
    assert sum(line.furniture for line in read_text(text.encode(), "x.txt").lines()) == 3
    rows = "\n".join(["Tập huấn kỹ năng số cho lớp 1", *page[:4], "Tập huấn kỹ năng số cho lớp 2", *page])
    assert not any(line.furniture for line in read_text(rows.encode(), "x.txt").lines())


@pytest.mark.parametrize("text", ["B.Mục tiêu cụ thể", "A.MỤC ĐÍCH, YÊU CẦU"])
def test_a_capital_letter_may_stand_right_before_its_title(text: str) -> None:
    marker = read_marker(text)
    assert marker is not None and marker.kind == "letter_cap" and marker.length == 2
    assert read_marker("B.2 Phương án") is None or read_marker("B.2 Phương án").kind != "letter_cap"  # type: ignore[union-attr]


def test_the_first_line_of_a_repeated_table_header_is_no_running_title() -> None:
    prose = [f"- Giao thôn số {n} triển khai thực hiện các nhiệm vụ về dữ liệu dân cư trong năm." for n in range(26)]
    header = ["TT Chỉ số Kết quả", "năm 2025", "Mục tiêu", "năm 2026", "Khoa/", "phòng theo", "dõi"]
    rows = [f"{n} Tỷ lệ chỉ số loại {['một', 'hai', 'ba', 'bốn'][n % 4]} 5{n},8% ≥ 6{n}% Khoa Nội" for n in range(1, 9)]
    text = "\n".join([*prose, *header, *rows, "2", *header, "9 Tỷ lệ hồ sơ bệnh án điện tử 0 100% Khoa Nội", *prose])
    assert not any(line.furniture and line.text.startswith("TT") for line in read_text(text.encode(), "x.txt").lines())
