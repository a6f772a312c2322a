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


def test_a_running_title_from_the_second_page_on() -> None:
    page = [f"- Nhiệm vụ thứ {n} của xã được giao cho các thôn triển khai thực hiện trong năm." for n in range(30)]
    title = "Kế hoạch cải cách hành chính năm 2026"
    text = "\n".join([*page, title, *page, "2", title, *page, "3", title, *page, "4", title, *page, "5"])
    document = read_text(text.encode(), "x.txt")
    assert [line.furniture for line in document.lines() if line.text.startswith("Kế hoạch")] == [True] * 4


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
