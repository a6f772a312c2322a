"""Scans: pictures made straight, grids, signs by shape, numbers by vote, repair of tone marks, and the reader as a whole.

What needs the real Tesseract reads tests/data/scan/target-table.jpg (the head of a target table, 200 dpi, skewed); where Tesseract
is not installed the same test asserts the advice users get.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import extractors.ocr_again as ocr_again
import extractors.ocr_cells as ocr_cells
import extractors.ocr_page as ocr_page
import extractors.ocr_reader as ocr_reader
import extractors.ocr_tesseract as ocr_tesseract
from extractors.document import Document, Line, Table
from extractors.errors import UnreadableDocument
from extractors.ocr_cells import _winner, figures_in, marks_in, stack
from extractors.ocr_forms import closed, mend
from extractors.ocr_grid import find_grids
from extractors.ocr_image import RawPage, drop_ink, image_pages, lines_upright, pdf_pages, skew_angle, straighten
from extractors.ocr_layout import Row, ScanWord, baseline, is_noise, letter_size, rows_of, runs_of
from extractors.ocr_names import code, surname, surnames, term
from extractors.ocr_reader import read_scan
from extractors.ocr_repair import frequencies, repair, repair_rows
from extractors.ocr_signs import Sign, blank, capital_i, find_signs, leading_ones, put_signs, roman_ones
from extractors.ocr_spaces import parted
from extractors.ocr_tesseract import Word, find_tesseract, install_command, languages, parse_tsv
from extractors.pdf_lines import Row as PlacedRow

DATA = Path(__file__).parent / "data" / "scan"
VOCAB = Path(__file__).parents[1] / "extractors" / "vocab"
PAGE = DATA / "target-table.jpg"
DPI = 200.0


def white(width: int = 900, height: int = 600) -> np.ndarray[Any, Any]:
    return np.full((height, width), 250, np.uint8)


def draw_table(picture: np.ndarray[Any, Any], xs: Sequence[int], ys: Sequence[int], outer: bool = True) -> None:
    for x in xs if outer else xs[1:-1]:
        cv2.line(picture, (x, ys[0]), (x, ys[-1]), 20, 2)
    for y in ys if outer else ys[1:-1]:
        cv2.line(picture, (xs[0], y), (xs[-1], y), 20, 2)


def draw_text(picture: np.ndarray[Any, Any], rows: int = 12) -> None:
    """Lines of letter-like marks, close to one another on their line."""
    for row in range(rows):
        for k in range(48 - 5 * (row % 3)):
            x, y = 60 + 15 * k, 50 + 42 * row
            cv2.rectangle(picture, (x, y - (18 if k % 3 else 12)), (x + 9, y), 30, 2)


def turned(picture: np.ndarray[Any, Any], angle: float) -> np.ndarray[Any, Any]:
    h, w = picture.shape
    return cv2.warpAffine(picture, cv2.getRotationMatrix2D((w / 2, h / 2), angle, 1.0), (w, h), borderValue=250)


# --- Tesseract: found, missing, its output ---------------------------------------------------------------------------


def test_scan_without_tesseract_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_tesseract, "find_tesseract", lambda: None)
    with pytest.raises(UnreadableDocument) as info:
        read_scan(PAGE, "quet.jpg")
    assert info.value.reason == "needs-ocr"
    assert install_command() in info.value.advice


def test_tesseract_without_vietnamese_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_tesseract, "find_tesseract", lambda: "tesseract")
    monkeypatch.setattr(ocr_tesseract, "languages", lambda program: frozenset({"eng", "osd"}))
    with pytest.raises(UnreadableDocument) as info:
        read_scan(PAGE, "quet.jpg")
    assert (info.value.reason, "vie" in info.value.detail) == ("needs-ocr", True)
    assert install_command(program_missing=False) in info.value.advice


@pytest.mark.parametrize(("platform", "missing", "part"), [
    ("linux", True, "apt-get install -y tesseract-ocr tesseract-ocr-vie"),
    ("linux", False, "tesseract-ocr-vie"),
    ("win32", True, "winget install"),
    ("win32", False, "vie.traineddata"),
    ("darwin", True, "brew install"),
])
def test_install_command(platform: str, missing: bool, part: str) -> None:
    assert part in install_command(missing, platform)


def test_a_program_that_cannot_run_has_no_languages() -> None:
    assert languages(str(DATA / "no-such-program")) == frozenset()


def test_tsv_words_with_lines_and_confidence() -> None:
    head = "\t".join(["level", "page_num", "block_num", "par_num", "line_num", "word_num", "left", "top", "width", "height", "conf", "text"])
    rows = ["4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t", "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96.5\tKế",
            "5\t1\t1\t1\t1\t2\t45\t20\t30\t12\t50\t\"hoạch\"", "5\t2\t1\t1\t1\t1\t1\t2\t3\t4\t88\t%", "5\t2\t1\t1\t2\t1\t1\t2\t3\t4\t95\t "]
    found = parse_tsv("\n".join([head, *rows]))
    assert [(p, w.text, w.confidence) for p, w in found] == [(1, "Kế", 0.965), (1, '"hoạch"', 0.5), (2, "%", 0.88)]
    assert found[0][1].line == found[1][1].line != found[2][1].line
    assert (found[0][1].x0, found[0][1].bottom) == (10, 32)


# --- pictures ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("angle", [0.0, 0.7, -1.3, 2.0, -3.4])
def test_skew_is_found_and_undone(angle: float) -> None:
    picture = white()
    draw_text(picture)
    assert skew_angle(turned(picture, angle), 100) == pytest.approx(-angle, abs=0.12)


def test_blank_page_has_no_skew() -> None:
    assert skew_angle(white(), 100) == 0.0


def test_a_page_on_its_side_is_seen() -> None:
    picture = white()
    draw_text(picture)
    assert lines_upright(picture, 100)
    assert not lines_upright(np.ascontiguousarray(np.rot90(picture)), 100)


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_boxes_come_back_to_the_page_as_displayed(turn: int) -> None:
    upright = white(800, 500)
    cv2.rectangle(upright, (100, 50), (160, 80), 0, -1)
    # The page as displayed lies turned counter-clockwise; straightening turns it back clockwise.
    displayed = np.ascontiguousarray(np.rot90(upright, turn))
    h, w = displayed.shape
    straight = straighten(RawPage(1, np.dstack([displayed] * 3), DPI, (w * 0.36, h * 0.36)), turn)
    assert straight.gray.shape == upright.shape
    ys, xs = np.nonzero(displayed < 100)
    want = tuple(v * 0.36 for v in (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1))
    assert straight.box(100, 50, 161, 81) == pytest.approx(want, abs=0.4)


def test_stamp_goes_and_coloured_text_stays() -> None:
    color = np.full((700, 900, 3), 245, np.uint8)
    cv2.circle(color, (600, 350), 140, (210, 40, 50), 6)
    cv2.putText(color, "KE HOACH", (80, 120), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (200, 30, 30), 2)
    cv2.putText(color, "CHU TICH", (380, 360), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (25, 25, 25), 2)
    gray = drop_ink(color, DPI)
    assert gray[200:230, 560:640].min() > 200, "the ring is gone"
    assert gray[90:130, 80:260].min() < 140, "red print is kept"
    assert (gray[330:365, 440:520] < 90).sum() > 50, "black print under the ring is kept"


def test_picture_file_pages_and_resolution(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (827, 1170), "white") for _ in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:], dpi=(100, 100))
    pages = list(image_pages(out.getvalue(), "ba-trang.tiff"))
    assert [p.number for p in pages] == [1, 2, 3]
    assert pages[0].size == pytest.approx((595.4, 842.4), abs=1)
    plain = io.BytesIO()
    Image.new("L", (1654, 2339), 255).save(plain, "PNG")
    assert next(image_pages(plain.getvalue(), "a.png")).dpi == pytest.approx(200, abs=1), "no stated resolution: an A4 page"


@pytest.mark.parametrize(("reader", "data"), [(image_pages, b"no picture"), (pdf_pages, b"%PDF-1.4 nothing"),
                                              (image_pages, PAGE.read_bytes()[:3000])])
def test_damaged_files(reader: Any, data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as info:
        list(reader(data, "hong"))
    assert info.value.reason == "damaged"


# --- grids ---------------------------------------------------------------------------------------------------------------


def test_grid_with_merged_cells() -> None:
    picture = white()
    xs, ys = [50, 120, 500, 850], [60, 130, 200, 300, 420]
    draw_table(picture, xs, ys)
    picture[132:199, 121:849] = 250                       # a group row across the second and third column
    picture[199:202, 52:118] = 250                        # and a number over two rows
    (grid,) = find_grids(picture, DPI)
    assert (grid.n_rows, grid.n_cols) == (4, 3)
    spans = {(c.row, c.col): (c.row_span, c.col_span) for c in grid.cells}
    assert spans[1, 1] == (1, 2)
    assert spans[1, 0] == (2, 1)
    assert len(spans) == 12 - 1 - 1


@pytest.mark.parametrize("angle", [0.0, 1.1, -1.8])
def test_grid_of_a_skewed_noisy_scan(angle: float) -> None:
    picture = white(1400, 900)
    draw_table(picture, [100, 180, 700, 900, 1300], [100, 180, 300, 420, 700])
    for x, y in ((200, 150), (210, 250), (720, 360), (930, 500)):
        cv2.putText(picture, "Ty le 80%", (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 30, 2)
    noise = np.random.default_rng(3).normal(0, 12, picture.shape)
    scan = np.clip(turned(picture, angle) - 15 + noise, 0, 255).astype(np.uint8)
    straight = straighten(RawPage(1, np.dstack([scan] * 3), DPI, (504, 324)))
    (grid,) = find_grids(straight.gray, straight.dpi)
    assert (grid.n_rows, grid.n_cols, len(grid.cells)) == (4, 4, 16)


def test_open_outer_borders_make_a_table() -> None:
    picture = white()
    draw_table(picture, [50, 200, 500, 850], [60, 130, 220, 300], outer=False)
    (grid,) = find_grids(picture, DPI)
    assert grid.n_cols == 3


def test_prose_underlines_and_a_frame_are_no_tables() -> None:
    picture = white(1200, 900)
    draw_text(picture, 16)
    cv2.line(picture, (200, 70), (600, 70), 20, 2)
    cv2.rectangle(picture, (900, 700), (1150, 850), 20, 2)
    assert find_grids(picture, DPI) == []


# --- signs, strokes, numbers -----------------------------------------------------------------------------------------------


def draw_sign(picture: np.ndarray[Any, Any], sign: str, x: int, y: int, size: int = 16, bar_gap: int = 3) -> None:
    tip, foot = (x + size, x) if sign in "≥>" else (x, x + size)
    cv2.line(picture, (foot, y), (tip, y + size // 2), 20, 2)
    cv2.line(picture, (tip, y + size // 2), (foot, y + size), 20, 2)
    if sign in "≥≤":
        cv2.line(picture, (x, y + size + bar_gap), (x + size, y + size + bar_gap), 20, 2)


@pytest.mark.parametrize("size", [14, 18, 24])
@pytest.mark.parametrize("sign", ["≥", "≤"])
def test_signs_are_told_by_shape(sign: str, size: int) -> None:
    picture = white(400, 120)
    draw_sign(picture, sign, 40, 40, size)
    cv2.putText(picture, "80", (90, 40 + size), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 20, 2)
    found = find_signs(picture, DPI)
    assert [s.text for s in found] == [sign]
    assert (blank(picture, found)[:, :80] > 200).all()
    words = put_signs([Word("80", 90, 38, 120, 60, 0.9, 4)], found)
    assert [(w.text, w.line) for w in words] == [(sign, 4), ("80", 4)]


@pytest.mark.parametrize(("word", "kept"), [
    (Word("_", 42, 30, 54, 70, 0.17, 4), False),   # seen in the gap
    (Word("1", 42, 38, 54, 60, 0.6, 4), True),     # a figure is never left out
    (Word("-", 20, 48, 30, 52, 0.9, 4), True),     # a list marker before the sign
    (Word("_", 42, 100, 54, 110, 0.2, 5), True),   # on another line
])
def test_a_dash_in_the_gap_of_a_sign_is_left_out(word: Word, kept: bool) -> None:
    words = put_signs([word, Word("80", 90, 38, 120, 60, 0.9, 4)], [Sign("≥", (40, 40, 58, 62))])
    assert (word in words) is kept


@pytest.mark.parametrize("text", ["2", "Z", "=", "%", "A", "e", "+"])
def test_letters_are_no_signs(text: str) -> None:
    picture = white(200, 120)
    cv2.putText(picture, text, (60, 70), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 20, 2)
    cv2.line(picture, (10, 110), (190, 110), 20, 1)
    assert find_signs(picture, DPI) == []
    draw_sign(picture, ">", 120, 40)
    assert find_signs(picture, DPI) == [], "an arrow without bar is left to Tesseract"


def stems(count: int, flag_only: bool = False) -> np.ndarray[Any, Any]:
    picture = white(40 + 16 * count, 60)
    for n in range(count):
        x = 24 + 16 * n
        picture[15:45, x:x + 4] = 20
        picture[15:18, x - 5:x + (4 if flag_only else 9)] = 20
        picture[42:45, x - 5:x + 9] = 20
    return picture


@pytest.mark.parametrize(("count", "flag_only", "want"), [(1, False, 1), (2, False, 2), (3, False, 3), (1, True, 0)])
def test_capital_i_by_its_serifs(count: int, flag_only: bool, want: int) -> None:
    assert capital_i(stems(count, flag_only)) == want


def test_quarter_before_its_year_by_its_serifs() -> None:
    strokes, year = stems(2, False), stems(5, True)   # five upright glyphs stand in for "/2026"
    gap = np.full((strokes.shape[0], 6), 255, np.uint8)
    picture = np.hstack([strokes, gap, year])
    word = Word("1/2026", 0, 0, picture.shape[1] - 1, picture.shape[0] - 1, 0.8)
    assert roman_ones(word, picture).text == "II/2026"
    plain = np.hstack([stems(1, True), gap, year])    # a figure one keeps to its month
    assert roman_ones(Word("1/2026", 0, 0, plain.shape[1] - 1, plain.shape[0] - 1, 0.8), plain).text == "1/2026"


@pytest.mark.parametrize(("ballot", "figures", "want"), [
    ([("8", 0.96), ("3", 0.8), ("3", 0.9), ("3", 0.9), ("3", 0.7)], 1, "3"),
    ([("2", 0.96), ("22", 0.9), ("22", 0.9), ("2", 0.5), ("", 0.0)], 2, "22"),
    ([("H", 0.9), ("Il", 0.6), ("II", 0.7), ("II", 0.6), ("", 0.0)], 2, "II"),
    ([("5", 0.9), ("5.", 0.8), ("5.", 0.8), ("5.", 0.7), ("5.", 0.9)], 1, "5."),
    ([("SIT", 0.87), ("STT", 0.9), ("STT", 0.9), ("STT", 0.9), ("", 0.0)], 3, "STT"),
    ([("VH", 0.9), ("VII", 0.6), ("VIl", 0.7), ("VH", 0.6), ("", 0.0)], 3, "VII"),
    ([("II", 0.9), ("Il", 0.6), ("II", 0.7), ("II", 0.6), ("", 0.0)], 3, "III"),
    ([("BO", 0.6), ("80", 0.5), ("BO", 0.5), ("80", 0.6), ("", 0.0)], 2, "80"),
    ([("%", 0.9), ("%", 0.9), ("%", 0.9), ("%", 0.8), ("", 0.0)], 2, "%"),
    ([("xã", 0.9), ("xa", 0.9), ("xa", 0.9), ("x4", 0.1), ("", 0.0)], 2, None),
])
def test_numbers_are_put_to_the_vote(ballot: list[tuple[str, float]], figures: int, want: str | None) -> None:
    result = _winner(ballot, figures)
    assert (result[0] if result else None) == want


def test_a_single_sure_reading_does_not_make_a_sure_number() -> None:
    result = _winner([("8", 0.96), ("S", 0.3), ("B", 0.9), ("&", 0.2), ("", 0.0)], 1)
    assert result is not None
    assert result[1] < 0.4


def test_figures_are_counted_in_the_picture() -> None:
    picture = white(200, 60)
    cv2.putText(picture, "105", (20, 45), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 20, 2)
    assert figures_in(picture) == 3


def test_stack_keeps_cuts_apart_and_knows_where_they_stand() -> None:
    picture, spots = stack([(100, 300, white(60, 20)), (90, 400, white(80, 50))])
    assert picture.shape[1] == 80 + 2 * ocr_cells.STACK_EDGE
    assert spots[0].bottom <= spots[1].top
    assert spots[1].dx == 90 - ocr_cells.STACK_EDGE


# --- repair ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("read", "confidence", "want"), [
    ("triển khai kê hoạch hành động", {2: 0.6}, "triển khai kế hoạch hành động"),
    ("chuyến đối số quốc gia", {0: 0.96, 1: 0.96}, "chuyển đổi số quốc gia"),
    ("Tố chức thực hiện", {0: 0.9}, "Tổ chức thực hiện"),
    ("PHO CHU TICH", {0: 0.3, 1: 0.3, 2: 0.4}, "PHÓ CHỦ TỊCH"),
    ("Uy ban nhân dân", {0: 0.5}, "Ủy ban nhân dân"),
    ("môi trường điên tử của", {}, "môi trường điện tử của"),
    ("phụ trách chỉ hội", {}, "phụ trách chi hội"),        # a speck beside the dot of an i
    ("Chỉ trả an sinh xã hội", {}, "Chi trả an sinh xã hội"),
    ("chỉ đạo các đơn vị", {}, "chỉ đạo các đơn vị"),
    ("không chỉ đoàn viên", {}, "không chỉ đoàn viên"),
    ("lĩnh vực thí điểm", {}, "lĩnh vực thí điểm"),
    # names, words that fit as read, numbers and abbreviations stay
    ("người cao tuổi", {}, "người cao tuổi"),
    ("đối với người dân", {0: 0.6}, "đối với người dân"),
    ("ông Võ Văn Trung", {1: 0.5}, "ông Võ Văn Trung"),
    ("giao UBND xã", {1: 0.5}, "giao UBND xã"),
    ("đạt 80% trở lên", {1: 0.2}, "đạt 80% trở lên"),
])
def test_tone_marks_are_repaired_where_unsure(read: str, confidence: dict[int, float], want: str) -> None:
    words = read.split()
    assert " ".join(repair(words, [confidence.get(n, 0.97) for n in range(len(words))])) == want


@pytest.mark.parametrize(("text", "before", "want"), [
    ("l/2026", "Quý", "I/2026"), ("Il/2026,", "Quý", "II/2026,"), ("HI/2025", "quý", "III/2025"), ("1/2026", "Quý", "1/2026"),
    ("IV", "Quý", "IV"), ("12026", "Quý", "I/2026"), ("112026.", "Quý", "II/2026."), ("IV2026", "quý", "IV/2026"), ("2026", "Quý", "2026"), ("I//2026", "Quý", "I/2026"), ("2O26", "năm", "2026"), ("l5/9/2025", "ngày", "15/9/2025"), ("5O%", "đạt", "50%"), ("123%⁄4/năm", "-", "12%/năm"), ("80°/o", "đạt", "80%"),
    ("71⁄NQ-CP", "số", "71/NQ-CP"), ("O", "", "O"), ("Io", "", "Io"), ("l", "", "l"), ("oO", "", "oO"), ("0G", "nhất", "06"), ("6G", "kỳ", "6"), ("6G", "sóng", "6G"),
])
def test_certain_confusions(text: str, before: str, want: str) -> None:
    assert mend(text, before, starts=False) == want


@pytest.mark.parametrize(("read", "starts", "want"), [("—", True, "-"), ("—-", True, "-"), ("—", False, "–"), ("-", True, "-")])
def test_list_dashes(read: str, starts: bool, want: str) -> None:
    assert mend(read, "", starts=starts) == want


@pytest.mark.parametrize(("read", "want"), [
    ("57-NQ/IW", "57-NQ/TW"), ("NÑQ/IW,", "NQ/TW,"), ("71/ÑQ-CP", "71/NQ-CP"), ("02-KH/BCĐTVW;", "02-KH/BCĐTW;"),
    ("92/KH-UBNĐ", "92/KH-UBND"), ("72/2025/QHI5", "72/2025/QH15"), ("06/2022/QHI15", "06/2022/QH15"), ("411/QĐ-TTq", "411/QĐ-TTg"),
    ("VHTT&DI", "VHTT&DI"), ("KTHT&DT;", "KTHT&ĐT;"), ("KTHT&ĐI", "KTHT&ĐT"), ("SX-KD", "SX-KD"), ("KT-XH", "KT-XH"), ("QP-AN", "QP-AN"), ("IPv6/IPv4", "IPv6/IPv4"),
])
def test_document_numbers(read: str, want: str) -> None:
    assert code(read, 0.6) == want
    assert code(read, 0.97) == read


@pytest.mark.parametrize(("read", "want"), [("IơT", "IoT"), ("IoøT,", "IoT,"), ("(VNelD),", "(VNeID),"), ("Thanh", "Thanh"), ("TTHC", "TTHC")])
def test_terms(read: str, want: str) -> None:
    assert term(read, 0.5) == want


def test_repair_keeps_the_text_as_read_and_the_confidence() -> None:
    words = [Word(t, 10 * n, 0, 10 * n + 9, 10, c) for n, (t, c) in enumerate([("kê", 0.55), ("hoạch", 0.96), ("57-NQ/IW", 0.7)])]
    row = Row(words)
    assert repair_rows([row]) == 2
    assert row.text == "kế hoạch 57-NQ/TW"
    assert row.raw == {0: "kê", 2: "57-NQ/IW"}
    assert row.words[0].confidence == 0.55


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), max_size=8), st.floats(0, 1))
def test_repair_never_fails_and_settles(words: list[str], confidence: float) -> None:
    once = repair(words, [confidence] * len(words))
    assert len(once) == len(words)
    assert repair(once, [confidence] * len(words)) == once
    for word in words:
        term(code(mend(word, "Quý", starts=True), confidence), confidence)


def test_shipped_frequencies_and_word_lists() -> None:
    counts = frequencies()
    assert counts.pairs["nhân", "dân"] > counts.pairs.get(("nhận", "dân"), 0)
    assert (VOCAB / "ocr_words.txt.gz").stat().st_size < 1_000_000
    for name in ("ocr_codes.csv", "ocr_terms.csv"):
        with (VOCAB / name).open(encoding="utf-8", newline="") as file:
            values = [row[0] for row in csv.reader(file)][1:]
        assert len(values) == len(set(values)), name


# --- rows ------------------------------------------------------------------------------------------------------------------


def test_pieces_of_a_printed_line_are_joined() -> None:
    words = [Word("Số:", 10, 100, 40, 120, 0.9, 0), Word("/KH-UBND", 90, 101, 160, 122, 0.9, 7), Word("dưới", 10, 140, 50, 160, 0.9, 3)]
    assert [r.text for r in rows_of(words)] == ["Số: /KH-UBND", "dưới"]


def test_baseline_and_letter_size_from_words() -> None:
    row = Row([Word("nhà", 0, 80, 40, 100, 0.9), Word("cấp", 50, 82, 90, 106, 0.9), Word("Đảng", 100, 80, 150, 106, 0.9)])
    assert baseline(row) == 100
    assert letter_size(row) == pytest.approx(27.5, abs=1.5)


@pytest.mark.parametrize(("gaps", "runs"), [([7, 7.5, 8, 7], 1), ([3, 3, 9, 3, 12], 3), ([40, 60, 55], 4), ([], 1)])
def test_justified_prose_is_one_run_and_columns_are_several(gaps: list[float], runs: int) -> None:
    xs = [10.0]
    for gap in gaps:
        xs.append(xs[-1] + 20 + gap)
    row = PlacedRow([ScanWord("từ", x, x + 20, 100, 13, 0.9, None) for x in xs])
    assert len(runs_of(row).words) == runs


@pytest.mark.parametrize(("words", "noise"), [
    ([("~", 0.9)], True), ([("-", 0.9)], False), ([("ơi", 0.2)], True), ([("Lưu:", 0.8), ("VT.", 0.7)], False), ([("|", 0.9)], True)])
def test_noise(words: list[tuple[str, float]], noise: bool) -> None:
    assert is_noise(words) is noise


# --- the reader ------------------------------------------------------------------------------------------------------------


def installed() -> bool:
    program = find_tesseract()
    return program is not None and "vie" in languages(program)


def test_a_scanned_target_table() -> None:
    if not installed():
        with pytest.raises(UnreadableDocument, match="cài bằng lệnh") as info:
            read_scan(PAGE, "quet.jpg")
        assert info.value.reason == "needs-ocr"
        return
    document = read_scan(PAGE, "quet.jpg")
    assert (document.format, document.pages, document.source) == ("scan", 1, "quet.jpg")
    (table,) = [b for b in document.blocks if isinstance(b, Table)]
    assert (table.n_cols, table.origin) == (6, "ocr")
    rows = [[cell.text if cell else None for cell in row] for row in table.grid()]
    assert rows[0][:2] == ["STT", "Chỉ tiêu"]
    assert rows[1][:2] == ["I", "Đến năm 2030"]
    assert [r[0] for r in rows[2:5]] == ["1", "2", "3"]
    assert rows[4][1:5] == ["Tỉ lệ người dân trên địa bàn xã có tài khoản định danh điện tử và được kích hoạt mức 2 (VNeID)", "%", "80",
                            "Công an xã"]
    prose = [b for b in document.blocks if isinstance(b, Line)]
    assert prose[0].text == "Phụ lục 1"
    for line in document.lines():
        assert line.place.page == 1
        assert line.place.box is not None
        assert 0 <= line.place.box[0] < line.place.box[2] <= 778
        assert 0.0 < line.confidence <= 1.0


def test_the_reader_without_tesseract_s_help(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way from words to Document, with words given instead of read."""
    said = [("TỔ", 0.95), ("CHỨC", 0.94), ("THỰC", 0.96), ("HIỆN", 0.95)], [("Triển", 0.9), ("khai", 0.9), ("kê", 0.5), ("hoạch", 0.96)]

    def words(images: Sequence[Any], psm: int, source: str, **_: Any) -> list[list[Word]]:
        if psm != ocr_page.PROSE:
            return [[] for _ in images]
        return [[Word(t, 200 + 90 * k, 150 + 60 * n, 280 + 90 * k, 175 + 60 * n, c, n) for n, line in enumerate(said)
                 for k, (t, c) in enumerate(line)]]

    for module in (ocr_page, ocr_cells, ocr_again):
        monkeypatch.setattr(module, "read_words", words)
    monkeypatch.setattr(ocr_reader, "require_tesseract", lambda source: "tesseract")
    page = white(1654, 1200)
    cv2.rectangle(page, (200, 150), (560, 235), 20, 3)
    out = io.BytesIO()
    Image.fromarray(page).save(out, "PNG", dpi=(200, 200))
    document: Document = read_scan("quet.png", "quet.png", data=out.getvalue())
    lines = list(document.lines())
    assert [line.text for line in lines] == ["TỔ CHỨC THỰC HIỆN", "Triển khai kế hoạch"]
    assert lines[1].raw_text == "Triển khai kê hoạch"
    assert (lines[0].raw_text, lines[1].confidence) == (None, 0.5)
    assert [n.kind for n in document.notes] == ["ocr-repair"]
    assert lines[0].place.box == pytest.approx((72, 54, 198, 64), abs=4)
    assert [line.number for line in lines] == [0, 1]


def test_a_page_without_words_is_an_error_not_an_empty_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (ocr_page, ocr_cells, ocr_again):
        monkeypatch.setattr(module, "read_words", lambda images, *a, **k: [[] for _ in images])
    monkeypatch.setattr(ocr_reader, "require_tesseract", lambda source: "tesseract")
    out = io.BytesIO()
    Image.fromarray(white(1654, 1200)).save(out, "PNG", dpi=(200, 200))
    with pytest.raises(UnreadableDocument) as info:
        read_scan("trang.png", "trang.png", data=out.getvalue())
    assert info.value.reason == "empty"


@pytest.mark.parametrize(("read", "before", "want"), [
    ("UBNÑD", "", "UBND"), ("UBMTTQVÑ", "", "UBMTTQVN"), ("kgø/ha", "", "kg/ha"), ("0,2%o;", "", "0,2‰;"), ("ng/m3", "", "µg/m3"),
    ("'Thực", "", "Thực"), ("v", "vụ", "Y"), ("V", "Phần", "V"), ("TICH", "KT.CHỦ", "TỊCH"), ("hãng", "05/12", "hằng"), ("hãng", "các", "hãng"), ("11/2026", "Quý", "II/2026"),
    ("11/2026", "tháng", "11/2026"), ("UBMTT(Q", "", "UBMTTQ"),
])
def test_letters_that_vietnamese_does_not_have_and_other_certain_slips(read: str, before: str, want: str) -> None:
    assert mend(read, before, starts=False) == want


@pytest.mark.parametrize(("read", "after", "want"), [
    ("(DTD", ["của", "xã"], "(DTI)"), ("(DTD", ["xã", "A)"], "(DTD"), ("(UBND", ["xã"], "(UBND"), ("HĐND", ["xã"], "HĐND"),
])
def test_brackets_closed_by_a_letter(read: str, after: list[str], want: str) -> None:
    assert closed(read, after) == want


@pytest.mark.parametrize(("read", "want"), [
    ("khuvực", "khu vực"), ("vềcải", "về cải"), ("online", "online"), ("Vănhóa-Xã", "Văn hóa-Xã"), ("hóa-Xãhội.", "hóa-Xã hội."),
    ("UBNDxã", "UBND xã"), ("UBMTTQvà", "UBMTTQ và"), ("QĐ-TTg", "QĐ-TTg"), ("VPHĐND-", "VP HĐND-"), ("VPĐU", "VPĐU"), ("VPCP", "VPCP"),
    ("50xã,", "50 xã,"), ("10kg", "10kg"), ("100ha", "100ha"), ("5G", "5G"), ("Tháng3/2026", "Tháng 3/2026"), ("năm2026", "năm 2026"),
    ("lượtưnăm.", "lượt/năm."), ("đồngIngười", "đồng/người"), ("trăm", "trăm"), ("xahoi.gov.vn", "xahoi.gov.vn"), ("e-Learning", "e-Learning"), ("buối/ngày", "buối/ngày"),
    ("đợưnăm.", "đợt/năm."), ("phútlượt;", "phút/lượt;"), ("tạha", "tạ/ha"), ("xãẩ", "xãẩ"), ("ẩTổ", "ẩTổ"), ("ộẵTổ", "ộẵTổ"),     # a letter alone that is no syllable
])
def test_words_run_together(read: str, want: str) -> None:
    assert parted(read, frequencies()) == want


@pytest.mark.parametrize(("line", "want"), [
    ("Đỗ Vẫn Nam", "Đỗ Văn Nam"), ("Trần Thị Vẫn", "Trần Thị Vẫn"), ("Tỉnh Vẫn Giữ Vững", "Tỉnh Vẫn Giữ Vững"),
    ("Đô Thị Hải Yến", "Đỗ Thị Hải Yến"), ("Lương Văn Bình", "Lương Văn Bình"), ("Nơi nhận gửi bản", "Nơi nhận gửi bản"), ("Đô Lương", "Đô Lương"),
])
def test_surnames(line: str, want: str) -> None:
    assert " ".join(surname(line.split())) == want


def test_surname_list() -> None:
    names = [n for group in surnames().values() for n in group]
    assert len(names) == len(set(names)) >= 60
    assert "Nguyễn" in names


def test_a_comma_between_figures_is_seen() -> None:
    picture = white(80, 60)
    for x in (10, 40):
        picture[15:45, x:x + 16] = 20
    assert marks_in(picture) == []
    picture[41:50, 30:35] = 20
    assert marks_in(picture) == [(1, ",")]
    assert _winner([("45", 0.9), ("4,5", 0.5), ("45", 0.9), ("45", 0.9), ("", 0.0)], 2, [(1, ",")]) == ("4,5", 0.8)


def test_the_bar_of_a_t_is_no_serif_and_a_tail_is_told() -> None:
    tt = white(90, 60)
    for x in (24, 54):
        tt[15:45, x:x + 4] = 20
        tt[15:18, x - 9:x + 13] = 20
        tt[42:45, x - 5:x + 9] = 20
    assert leading_ones(tt) == (0, True)
    dotted = stems(2)
    dotted[40:45, 62:66] = 20
    assert leading_ones(dotted) == (2, True)


def test_the_stem_of_a_letter_is_no_rule() -> None:
    picture = white(400, 260)
    for y in (20, 90, 130, 240):
        picture[y:y + 2, 20:380] = 0
    for x in (20, 200, 378):
        picture[20:242, x:x + 2] = 0
    picture[92:130, 196:206] = 255
    picture[95:128, 199:204] = 0            # the stem of an E with its arms, in a merged cell
    for y in (95, 110, 124):
        picture[y:y + 4, 199:220] = 0
    grid, = find_grids(picture, DPI)
    assert [c.col_span for c in grid.cells if c.row == 1] == [2]


def test_a_word_read_again_stays_on_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = white(300, 80)
    picture[30:50, 20:60] = 0
    picture[30:50, 70:130] = 0
    picture[22:26, 90:96] = 0
    words = [Word("THAYMẶT", 20, 30, 60, 50, 0.95, 1), Word("CHỦ", 70, 30, 130, 50, 0.0, 1), Word("l", 90, 22, 96, 26, 0.1, 0)]
    monkeypatch.setattr(ocr_again, "unread", lambda picture, words, dpi: [(68, 20, 132, 52)])
    monkeypatch.setattr(ocr_again, "read_words", lambda *a, **k: [[Word("CHỦ", 70, 50, 130, 70, 0.95)]])
    assert {(w.text, w.line) for w in ocr_again.second_look(words, picture, "x", DPI)} == {("THAYMẶT", 1), ("CHỦ", 1)}
