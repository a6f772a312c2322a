"""Scanned tables without rules: bold words, row numbers between their neighbours, headers set wider than the rows."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2")

from extractors.ocr_again import _between  # noqa: E402
from extractors.ocr_cells import _winner  # noqa: E402
from extractors.ocr_layout import Row, ScanRun, ScanWord, without_specks  # noqa: E402
from extractors.ocr_names import code  # noqa: E402
from extractors.ocr_page import _is_print  # noqa: E402
from extractors.ocr_tesseract import Word  # noqa: E402
from extractors.ocr_weight import bold_words, stroke  # noqa: E402
from extractors.pdf_aligned import Aligned, AlignedCell, find_aligned  # noqa: E402
from extractors.pdf_chars import Word as PlacedWord  # noqa: E402
from extractors.pdf_lines import Row as PlacedRow  # noqa: E402


def stems(thick: int, count: int = 6, height: int = 28) -> np.ndarray:
    """A picture of upright strokes joined by a cross bar."""
    picture = np.full((height, 14 * count), 250, np.uint8)
    for n in range(count):
        picture[2:-2, 14 * n + 4:14 * n + 4 + thick] = 20
    picture[height // 2, 4:-4] = 20
    return picture


def test_strokes_are_measured_past_the_cross_bar() -> None:
    assert stroke(stems(3)) == pytest.approx(3, abs=0.2)
    assert stroke(stems(5)) == pytest.approx(5, abs=0.2)
    assert stroke(np.full((20, 20), 250, np.uint8)) == 0


def test_bold_words_are_those_with_thicker_strokes_for_their_size() -> None:
    page = np.full((700, 200), 250, np.uint8)
    rows = []
    for n in range(12):
        thick = 5 if n in (0, 7) else 3
        page[50 * n:50 * n + 28, 20:104] = stems(thick)
        rows.append(Row([Word("chữ", 20, 50 * n, 104, 50 * n + 28, 0.95)]))
    assert [bold[0] for bold in bold_words(rows, page, [13.0] * 12)] == [n in (0, 7) for n in range(12)]
    assert not any(bold[0] for bold in bold_words(rows[:4], page, [13.0] * 4)), "too few words to tell"
    # A large title is not bold because it is large.
    assert bold_words(rows, page, [22.0, *[13.0] * 11])[0] == [False]


@pytest.mark.parametrize(("number", "above", "below", "want"), [(7, "6", "8", True), (7, "6", "9", False), (1, "6", "8", False), (7, "", "8", False)])
def test_a_row_number_fits_between_its_neighbours(number: int, above: str, below: str, want: bool) -> None:
    words = [Word(t, 100, y, 112, y + 20, 0.95) for t, y in ((above, 40), (below, 400)) if t]
    others = [Word("2026", 400, 120, 450, 140, 0.95)]
    assert _between(number, (101, 200, 113, 220), [*words, *others]) == want


def test_two_sure_readings_of_the_opening_heading_are_enough() -> None:
    read = [("dt", 0.63), ("LE", 0.53), ("TT", 0.96), ("EE", 0.55), ("TT", 0.9)]
    assert (_winner(read, 1) or ("",))[0] == "TT"
    assert _winner([("dt", 0.63), ("LE", 0.53), ("XY", 0.96), ("EE", 0.55), ("XY", 0.9)], 1) is None


@pytest.mark.parametrize("name", ["TT&BVTV", "P.VHXH", "BVTV"])
def test_abbreviations_of_bodies_are_no_misread_codes(name: str) -> None:
    assert code(name, 0.6) == name


def scan_row(y: float, cells: list[tuple[float, str]], bold: bool = False) -> PlacedRow:
    row = PlacedRow([ScanRun([ScanWord(t, x + 6.0 * k, x + 6.0 * k + 5.0 * len(t), y, 11.0, 0.95, None, bold)
                              for k, t in enumerate([text])]) for x, text in cells])
    row.y = y
    return row


def is_bold(word: PlacedWord) -> bool:
    return isinstance(word, ScanRun) and word.bold


def test_a_bold_header_set_wider_than_the_rows_is_one_row() -> None:
    x = (60.0, 100.0, 230.0, 330.0, 430.0)
    rows = [scan_row(80, list(zip(x, ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"), strict=True)), True),
            scan_row(98, [(100.0, "nhiệm vụ"), (430.0, "thực hiện")], True),
            scan_row(111, [(100.0, "vụ số tại thôn"), (330.0, "Tổ dân phố")])]
    for n in range(5):
        rows.append(scan_row(132 + 26 * n, list(zip(x, (str(n + 1), "Tổ chức lớp học", "Công an xã", "Các thôn", "Quý II"), strict=True))))
    table, = find_aligned(rows, 11.0, None, is_bold)
    texts = {(c.row, c.col): " ".join(w.text for w in c.words) for c in table.cells}
    assert texts[0, 1] == "Nội dung nhiệm vụ"
    assert texts[0, 4] == "Thời gian thực hiện"
    assert texts[1, 1] == "vụ số tại thôn", "the rest of a row that the page break cut is a row of its own"
    assert texts[2, 0] == "1"


def test_specks_between_columns_are_left_out() -> None:
    def words(*texts: tuple[str, float]) -> PlacedRow:
        row = PlacedRow([ScanWord(t, 20.0 * n, 20.0 * n + 10, 50, 11.0, c, None) for n, (t, c) in enumerate(texts)])
        row.y = 50
        return row

    row = words(("7", 0.9), ("_", 0.9), ("Hội", 0.9), ("-", 0.9), ("~", 0.5), ("%", 0.8), ("-", 0.1))
    assert [w.text for w in without_specks(row).words] == ["7", "Hội", "-", "%"]
    assert without_specks(row).y == row.y
    assert [w.text for w in without_specks(words(("_", 0.2))).words] == ["_"]


def test_remains_of_a_stamp_beside_the_recipients_are_no_table() -> None:
    def cell(row: int, col: int, text: str, confidence: float) -> AlignedCell:
        return AlignedCell(row, col, 1, [ScanWord(text, 0, 10, 0, 11.0, confidence, None)])

    recipients = [cell(n, 0, "- Lưu: VT.", 0.95) for n in range(3)]
    stamp = [cell(0, 2, "-", 0.3), cell(2, 1, "/", 0.2), cell(2, 2, "s4DU", 0.2), cell(2, 3, "2w", 0.3)]
    print_cells = [cell(n, c, "Công an xã", 0.93) for n in range(3) for c in (1, 2)]
    assert not _is_print(Aligned([0.0] * 5, [0.0] * 4, recipients + stamp, 0, 3))
    assert _is_print(Aligned([0.0] * 5, [0.0] * 4, recipients + print_cells, 0, 3))


def test_lines_of_a_cell_are_as_sure_as_their_worst_word() -> None:
    from extractors.ocr_layout import ScanMaker, ScanWord, page_words

    words = [ScanWord("Tổ", 10, 24, 20, 12, 0.95, None, False), ScanWord("chức", 27, 50, 20, 12, 0.55, "chúc", False),
             ScanWord("hội nghị", 10, 50, 36, 12, 0.9, None, False)]
    maker = ScanMaker(page_words(words, 200, 200), 1, lambda box: box)
    lines = maker.cell_lines([*words], 5, 100, 5)
    assert [(line.text, line.confidence, line.raw_text) for line in lines] == [("Tổ chức", 0.55, "Tổ chúc"), ("hội nghị", 0.9, None)]


def test_lines_of_a_cell_stand_where_the_page_shows_them() -> None:
    from extractors.ocr_layout import ScanMaker, ScanWord, page_words

    maker = ScanMaker(page_words([], 200, 200), 3, lambda box: (200 - box[3], box[0], 200 - box[1], box[2]))  # a page lying on its side
    word = ScanWord("Tổ", 10, 24, 20, 12, 0.95, None, False)
    straight = ScanMaker(page_words([], 200, 200), 3, lambda box: box).cell_lines([word], 5, 100, 5)[0].place.box
    place = maker.cell_lines([word], 5, 100, 5)[0].place
    assert straight is not None and place.page == 3
    assert place.box == (200 - straight[3], straight[0], 200 - straight[1], straight[2])
