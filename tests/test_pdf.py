"""The PDF reader: text, tables, layout, bad files. Plans of `tests/data/pdf` were set by LibreOffice from one invented plan."""

from __future__ import annotations

import io
import json
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from extractors.cut_words import is_cut
from extractors.document import Cell, Document, Line, Place, Table
from extractors.errors import UnreadableDocument, UsageError
from extractors.page_tables import Piece, join_pages, union_edges
from extractors.pdf_grid import GridCell, find_grids
from extractors.pdf_quality import is_syllable, quality
from extractors.pdf_reader import read_pdf
from extractors.pdf_rules import snap
from extractors.pdf_second import SecondReader, doubt, render_page
from normalizers.text import fold

DATA = Path(__file__).parent / "data"
SAMPLES = DATA / "documents"
MADE = DATA / "pdf"
EXPECTED = json.loads((MADE / "expected.json").read_text("utf-8"))


def read(path: Path) -> Document:
    return read_pdf(path, path.name)


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def prose(document: Document) -> list[Line]:
    return [b for b in document.blocks if isinstance(b, Line)]


def rows(table: Table) -> list[list[str]]:
    """Each row's own cells, left to right."""
    return [[c.text for k, c in enumerate(row) if c is not None and c.row == r and c.col == k]
            for r, row in enumerate(table.grid())]


def letters(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFC", text) if not c.isspace())


# --- real plans -------------------------------------------------------------------------------------------------------

READABLE = ["A/phu-trung", "A/thanh-son", "A/yen-hoa", "C/thanh-son", "E/phu-trung", "X/phu-trung"]


@pytest.mark.parametrize("name", READABLE)
def test_every_character_of_the_file_is_in_the_document_once(name: str) -> None:
    import pdfplumber

    path = SAMPLES / f"{name}.pdf"
    ours = letters("".join(line.text for line in read(path).lines()))
    with pdfplumber.open(path) as pdf:
        theirs = letters("".join(char["text"] for page in pdf.pages for char in page.chars))
    assert ours == theirs


@pytest.mark.parametrize(("name", "shapes"), [
    ("A/phu-trung", [(40, 6)]), ("A/thanh-son", [(35, 6), (87, 6)]), ("A/yen-hoa", []), ("C/thanh-son", [(35, 6), (87, 6)]),
    ("E/phu-trung", [(40, 6)]), ("X/phu-trung", [(40, 6)])])
def test_tables_are_whole_and_prose_has_none(name: str, shapes: list[tuple[int, int]]) -> None:
    assert [(t.n_rows, t.n_cols) for t in tables(read(SAMPLES / f"{name}.pdf"))] == shapes


@pytest.mark.parametrize(("one", "other"), [("A/phu-trung", "X/phu-trung"), ("A/thanh-son", "C/thanh-son")])
def test_the_same_plan_in_another_make_has_the_same_cells(one: str, other: str) -> None:
    """Overlaid accents (X), decomposed letters and vertically merged cells (C) come out as in the plain file."""
    first, second = read(SAMPLES / f"{one}.pdf"), read(SAMPLES / f"{other}.pdf")
    for a, b in zip(tables(first), tables(second), strict=True):
        for r, (left, right) in enumerate(zip(a.grid(), b.grid(), strict=True)):
            assert [fold(c.text) if c else "" for c in left] == [fold(c.text) if c else "" for c in right], f"row {r}"


def test_a_table_without_rules_has_the_cells_of_the_ruled_one() -> None:
    ruled, = tables(read(SAMPLES / "A/phu-trung.pdf"))
    aligned, = tables(read(SAMPLES / "E/phu-trung.pdf"))
    assert aligned.origin == "aligned"
    wrong = [(a, b) for a, b in zip(rows(ruled), rows(aligned), strict=True)
             if [fold(t) for t in a if t] != [fold(t) for t in b if t]]
    assert wrong == []


@pytest.mark.parametrize("name", ["A/phu-trung", "A/thanh-son", "A/yen-hoa"])
def test_records_of_the_gold_plan_stand_in_rows_and_paragraphs(name: str) -> None:
    gold = json.loads((DATA / "gold" / f"{name.split('/')[1]}.json").read_text("utf-8"))
    document = read(SAMPLES / f"{name}.pdf")

    def bare(text: str) -> str:
        return "".join(c for c in fold(text) if c.isalnum())

    found = [{bare(c.text) for c in row if c is not None} for t in tables(document) for row in t.grid()]
    running = bare(" ".join(line.text for line in prose(document) if not line.furniture))
    for task in gold["tasks"]:
        wordings = [bare(t) for t in [task["text"], *task.get("alt", {}).get("text", [])]]
        if task["origin"] == "table":
            deadline = bare(task["deadline"]["raw"]) if task.get("deadline") else ""
            assert any(w in row and (not deadline or deadline in row) for w in wordings for row in found), task["text"]
        else:
            assert any(w in running for w in wordings), task["text"]


def test_page_numbers_and_running_footers_are_furniture() -> None:
    document = read(SAMPLES / "A/thanh-son.pdf")
    numbers = [line.text for line in prose(document) if line.furniture]
    assert {str(n) for n in range(2, 21) if n not in (5, 9)} <= set(numbers)  # 1, 5, 9 open their sections
    assert "ĐT 776, ấp 2, xã Thanh Sơn, tỉnh Đồng Nai" in numbers
    assert not [line.text for line in prose(document) if line.text.strip().isdigit() and not line.furniture]


def test_paragraphs_start_at_the_indent_and_go_on_at_the_edge() -> None:
    lines = [line for line in prose(read(SAMPLES / "A/yen-hoa.pdf")) if not line.furniture and line.align != "center"]
    indented = [line for line in lines if (line.indent or 0) > 25 and line.fill is not None]
    flush = [line for line in lines if line.indent == 0 and line.fill is not None]
    assert len(indented) > 20
    assert all(line.starts for line in indented)
    assert sum(line.starts is False for line in flush) > 0.9 * len(flush)


def test_a_list_item_goes_on_under_its_wording() -> None:
    """Word sets list marks out to the left of the item's lines; the further lines open no paragraph."""
    lines = [line for line in prose(read(DATA / "blind/g-benh-vien-chat-luong.pdf")) if not line.furniture]
    after = [b for a, b in pairwise(lines) if a.text.startswith("•") and not b.text.startswith("•") and (b.indent or 0) > 15]
    assert len(after) > 8
    assert not any(line.starts for line in after)


# --- one plan, many looks ---------------------------------------------------------------------------------------------

@pytest.mark.parametrize("name", ["narrow", "double", "none", "noneportrait", "norepeat", "opentop", "dotted", "landscape"])
def test_the_table_is_the_same_whatever_its_look(name: str) -> None:
    """Narrow columns, double, dotted, missing and open borders, with and without repeated headers, cut rows."""
    document = read(MADE / f"{name}.pdf")
    table = tables(document)[0]
    found = [[c for c in row if c] for row in rows(table)]
    assert found == EXPECTED["rows"]
    assert len(tables(document)) == (2 if name == "narrow" else 1)


def test_two_tables_on_a_page_stay_two() -> None:
    second = tables(read(MADE / "narrow.pdf"))[1]
    assert rows(second) == EXPECTED["second"]


@pytest.mark.parametrize("name", ["narrow", "norepeat", "none", "landscape"])
def test_header_and_signature_blocks_are_read_side_by_side(name: str) -> None:
    texts = [line.text for line in prose(read(MADE / f"{name}.pdf")) if not line.furniture]
    assert texts[:len(EXPECTED["head"])] == EXPECTED["head"]
    at = texts.index("Nơi nhận:")
    assert texts[at:at + len(EXPECTED["tail"])] == EXPECTED["tail"]


def test_running_header_above_a_table_does_not_part_it() -> None:
    document = read(MADE / "norepeat.pdf")
    running = [line for line in prose(document) if line.text.startswith("Kế hoạch chuyển đổi số năm 2026 –")]
    assert len(running) == 5
    assert all(line.furniture for line in running)


def test_repeated_header_rows_are_kept_aside() -> None:
    table = tables(read(MADE / "narrow.pdf"))[0]
    assert table.header_rows == 1
    assert {fold(line.text) for line in table.repeated} >= {"stt"}
    assert sum(row[0] == "STT" for row in rows(table)) == 1
    assert len(table.page_rows) == table.n_rows
    assert table.page_rows == sorted(table.page_rows)


def changed(path: Path, change: Any) -> bytes:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    for index in range(len(pdf)):
        page = pdf[index]
        change(page)
        page.close()
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def drawn_turned(turn: int) -> Any:
    """Change a page so that its content is drawn turned and `/Rotate` shows it upright again."""
    def change(page: Any) -> None:
        width, height = page.get_size()
        matrix = {90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height), 270: (0, -1, 1, 0, 0, width)}[turn]
        pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), None)
        if turn != 180:
            page.set_mediabox(0, 0, height, width)
            page.set_cropbox(0, 0, height, width)
        page.set_rotation(turn)
        page.gen_content()
    return change


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_pages_read_and_measure_as_displayed(turn: int) -> None:
    path = MADE / "landscape.pdf"
    upright = read(path)
    turned = read_pdf(path, "x", data=changed(path, drawn_turned(turn)))
    assert [line.text for line in turned.lines()] == [line.text for line in upright.lines()]
    for a, b in zip(upright.lines(), turned.lines(), strict=True):
        assert a.place.box is not None and b.place.box is not None
        assert max(abs(m - n) for m, n in zip(a.place.box, b.place.box, strict=True)) < 0.5


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_that_runs_sideways_is_read_level(turn: int) -> None:
    path = MADE / "landscape.pdf"
    sideways = read_pdf(path, "x", data=changed(path, lambda page: page.set_rotation(turn)))
    assert [line.text for line in sideways.lines()] == [line.text for line in read(path).lines()]
    first = next(iter(sideways.lines())).place.box
    assert first is not None
    assert (first[2] - first[0] < first[3] - first[1]) == (turn != 180)  # the box stays as displayed: a tall one


# --- bad files --------------------------------------------------------------------------------------------------------

def blank_pdf(pages: int, attachment: bool = False) -> bytes:
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        pdf.new_page(595, 842)
    if attachment:
        pdf.new_attachment("ke-hoach.docx").set_data(b"PK")
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def plain() -> bytes:
    return (SAMPLES / "A/yen-hoa.pdf").read_bytes()


@pytest.mark.parametrize(("data", "reason"), [
    (lambda: (MADE / "locked.pdf").read_bytes(), "encrypted"),
    (lambda: plain()[:len(plain()) // 2], "damaged"),
    (lambda: b"", "damaged"),
    (lambda: b"PK\x03\x04 not a pdf", "damaged"),
    (lambda: blank_pdf(0), "empty"),
    (lambda: blank_pdf(2), "empty"),
    (lambda: blank_pdf(1, attachment=True), "unsupported"),
    (lambda: (SAMPLES / "D/yen-hoa.pdf").read_bytes(), "needs-ocr"),
    (lambda: plain().replace(b"/ToUnicode", b"/XoUnicode"), "needs-ocr"),
])
def test_unreadable_files_end_with_a_reason(data: Any, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_pdf("x.pdf", "x.pdf", data=data())
    assert error.value.reason == reason
    assert error.value.advice


def test_an_owner_password_alone_is_no_hindrance() -> None:
    texts = [line.text for line in read(MADE / "owner-locked.pdf").lines()]
    assert texts == ["KẾ HOẠCH", "Chuyển đổi số năm 2026 trên địa bàn phường", "1. Tỷ lệ hồ sơ trực tuyến đạt 80% trở lên"]


def test_rubbish_before_the_header_does_no_harm() -> None:
    assert read_pdf("x", "x", data=b"HTTP/1.1 200 OK\r\n\r\n" + plain()).pages == 6


def test_a_page_that_is_a_picture_is_named() -> None:
    """A plan whose last page was scanned: the rest is read, the note names the page for OCR."""
    pdf = pypdfium2.PdfDocument(plain())
    scans = pypdfium2.PdfDocument((SAMPLES / "D/yen-hoa.pdf").read_bytes())
    pdf.import_pages(scans, pages=[0])
    out = io.BytesIO()
    pdf.save(out)
    document = read_pdf("x", "x", data=out.getvalue())
    assert [(note.kind, note.place.page if note.place else None) for note in document.notes] == [("page-needs-ocr", 7)]


# --- parts ------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("above", "below", "cut"), [
    ("31/12/20", "26", True), ("HĐND&U", "BND", True), ("HĐND&", "UBND", True), ("Thườn", "g xuyên", True),
    ("Thường", "xuyên", False), ("Văn phòng", "HĐND", False), ("UBND", "TTHC", False), ("100", "%", True),
    ("Quý", "IV/2026", False), ("năm", "2026", False), ("", "x", False), ("12/", "2026", True), ("xã", "Thanh", False),
    ("Trạm", "Y tế", False), ("UBN", "D xã", True), ("trườn", "g học", True), ("Agrib", "ank Chi nhánh", True), ("12,", "40", True)])
def test_words_that_thin_columns_cut(above: str, below: str, cut: bool) -> None:
    assert is_cut(above, below) is cut


@pytest.mark.parametrize("word", ["thường", "xuyên", "Nghị", "quyết", "đồng", "uỷ", "hóa", "giải", "khuya", "nguyễn", "ngoằn"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["xyz", "bnd", "strong", "Thườn9", "qwe", "đđ", "nhgiệm"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_worthless_text_is_told_from_vietnamese() -> None:
    good = ["Ủy", "ban", "nhân", "dân", "phường", "ban", "hành", "Kế", "hoạch", "chuyển", "đổi", "số", "năm", "2026", "với", "các", "chỉ", "tiêu", "sau", "đây", "và", "giao", "các", "đơn", "vị"]
    assert not quality(good * 3).worthless
    assert quality([w.encode("ascii", "ignore").decode() + "q" for w in good * 3]).worthless
    assert quality(["Uy", "ban", "nhan", "dan", "phuong", "ban", "hanh"] * 10).worthless
    assert quality(["\ufffd\ufffd\ufffd"] * 10).worthless


def test_rules_are_snapped_and_dashes_joined() -> None:
    dashes = [(100.0, float(x), float(x) + 3) for x in range(50, 110, 6)]
    assert snap(dashes) == [(100.0, 50.0, 107.0)]
    assert snap([(100.0, 50.0, 200.0), (101.5, 50.0, 200.0)]) == [(100.0, 50.0, 200.0)]
    assert snap([(100.0, 50.0, 53.0)]) == []


def test_grid_of_merged_cells_and_open_borders() -> None:
    """Two columns, three rows; the left cell of the lower two rows is merged; no outer borders left and right."""
    horizontal = [(0.0, 0.0, 100.0), (20.0, 0.0, 100.0), (40.0, 50.0, 100.0), (60.0, 0.0, 100.0)]
    grid, = find_grids(horizontal, [(50.0, 0.0, 60.0)])
    assert grid.xs == [0.0, 50.0, 100.0]
    assert grid.cells == [GridCell(0, 0, 1, 1), GridCell(0, 1, 1, 1), GridCell(1, 0, 2, 1), GridCell(1, 1, 1, 1),
                          GridCell(2, 1, 1, 1)]


def test_a_frame_is_no_grid() -> None:
    assert find_grids([(0.0, 0.0, 100.0), (60.0, 0.0, 100.0)], [(0.0, 0.0, 60.0), (100.0, 0.0, 60.0)]) == []


def piece(page: int, *cells: tuple[int, int, str, int, int], cols: int = 3) -> Piece:
    made = [Cell(r, c, [Line(t, Place(page=page))] if t else [], rs, cs) for r, c, t, rs, cs in cells]
    n_rows = max(c.row + c.row_span for c in made)
    table = Table(made, n_rows, cols, Place(page=page), "ruled", page_rows=[page] * n_rows)
    return Piece(table, tuple(100.0 * k for k in range(cols + 1)), page)


def one(r: int, *texts: str) -> list[tuple[int, int, str, int, int]]:
    return [(r, c, t, 1, 1) for c, t in enumerate(texts)]


def joined(*pieces: Piece) -> Table:
    table, = join_pages([[p] for p in pieces])
    assert isinstance(table, Table)
    return table


def test_a_cut_row_is_joined() -> None:
    table = joined(piece(1, *one(0, "1", "Rà soát các quy trình", "Phòng Kinh")), piece(2, *one(0, "", "nội bộ.", "tế")))
    assert rows(table) == [["1", "Rà soát các quy trình nội bộ.", "Phòng Kinh tế"]]


def test_a_number_cut_by_column_and_page_is_joined() -> None:
    table = joined(piece(1, *one(0, "68.", "Giao thông,", "Công")), piece(2, *one(0, "5", "vận tải.", "an xã")))
    assert rows(table) == [["68.5", "Giao thông, vận tải.", "Công an xã"]]


def test_a_row_without_a_number_that_begins_anew_is_a_row() -> None:
    table = joined(piece(1, *one(0, "1", "Rà soát.", "A.")), piece(2, *one(0, "", "Tổ chức hội nghị.", "Phòng B")))
    assert len(rows(table)) == 2


def test_repeated_headers_are_dropped() -> None:
    head = one(0, "STT", "Nội dung", "Chủ trì")
    table = joined(piece(1, *head, *one(1, "1", "a.", "b.")), piece(2, *head, *one(1, "2", "c.", "d.")))
    assert rows(table) == [["STT", "Nội dung", "Chủ trì"], ["1", "a.", "b."], ["2", "c.", "d."]]
    assert [line.text for line in table.repeated] == ["STT", "Nội dung", "Chủ trì"]


def test_a_merged_cell_goes_on_over_the_page() -> None:
    first = piece(1, (0, 0, "1", 1, 1), (0, 1, "a.", 1, 1), (0, 2, "Công an", 2, 1), (1, 0, "2", 1, 1), (1, 1, "b.", 1, 1))
    second = piece(2, (0, 0, "3", 1, 1), (0, 1, "c.", 1, 1), (0, 2, "", 1, 1))
    grid = joined(first, second).grid()
    assert [row[2].text if row[2] else None for row in grid] == ["Công an"] * 3


def test_another_header_begins_another_table() -> None:
    blocks = join_pages([[piece(1, *one(0, "STT", "Chỉ tiêu", "Chủ trì"), *one(1, "1", "a.", "b."))],
                         [piece(2, *one(0, "STT", "Dự án", "Kinh phí"), *one(1, "1", "c.", "d."))]])
    assert len(blocks) == 2


def test_furniture_does_not_part_a_table_and_prose_does() -> None:
    a, b = piece(1, *one(0, "1", "a.", "b.")), piece(2, *one(0, "2", "c.", "d."))
    number = Line("2", Place(page=2), furniture=True)
    assert [type(x) for x in join_pages([[a], [number, b]])] == [Table, Line]
    a, b = piece(1, *one(0, "1", "a.", "b.")), piece(2, *one(0, "2", "c.", "d."))
    assert [type(x) for x in join_pages([[a], [Line("Phụ lục II", Place(page=2)), b]])] == [Table, Line, Table]


@pytest.mark.parametrize(("ours", "theirs", "fits"), [
    ((0, 50, 100), (2, 52, 102), True), ((0, 50, 100), (0, 50, 75, 100), True), ((0, 50, 100), (0, 30, 100), False),
    ((0, 50, 100), (0, 50, 200), False), ((0, 25, 50, 100), (0, 100), True)])
def test_column_borders_of_two_pieces(ours: tuple[float, ...], theirs: tuple[float, ...], fits: bool) -> None:
    assert (union_edges(ours, theirs) is not None) is fits


# --- the second reader ------------------------------------------------------------------------------------------------

def test_the_second_reader_sees_the_same_page() -> None:
    path = SAMPLES / "A/thanh-son.pdf"
    with SecondReader(path.read_bytes()) as second:
        words, rules = second.page(5)
    seen = letters("".join(w.text for w in words.words))
    assert seen == letters("".join(line.text for line in read(path).lines() if line.place.page == 5))
    grid, = find_grids(rules.horizontal, rules.vertical)
    assert len(grid.xs) == 7


def test_doubt() -> None:
    assert doubt([], 0.95, 80, 0.0) is None
    assert doubt([], 0.5, 80, 0.0) == "few-syllables"
    assert doubt([], 0.95, 80, 0.1) == "unnamed-characters"


def test_a_doubted_page_keeps_the_better_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page doubted: the first reading is as good, so it stays, and nothing is noted."""
    from extractors import pdf_reader

    path = MADE / "narrow.pdf"
    before = [line.text for line in read(path).lines()]
    monkeypatch.setattr(pdf_reader, "doubt", lambda *_: "few-syllables")
    again = read(path)
    assert [line.text for line in again.lines()] == before
    assert again.notes == []


def test_the_second_reading_takes_over_where_it_is_better(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first reader's words of page 2 are spoilt: the second reader's are taken, and a note says so."""
    from extractors import pdf_reader

    path = MADE / "narrow.pdf"
    good = read(path)
    real = pdf_reader.read_words
    seen: list[int] = []

    def spoilt(page: Any, text_page: Any) -> Any:
        words = real(page, text_page)
        seen.append(1)
        if len(seen) == 2:
            for word in words.words:
                word.text = "\ufffd" * len(word.text)
        return words

    monkeypatch.setattr(pdf_reader, "read_words", spoilt)
    mended = read(path)
    assert [(note.kind, note.place.page if note.place else None) for note in mended.notes] == [("readers-disagree", 2)]
    assert rows(tables(mended)[0]) == rows(tables(good)[0])


@pytest.mark.parametrize("seed", range(12))
def test_damaged_bytes_end_as_a_document_or_a_reason(seed: int) -> None:
    import random

    chance = random.Random(seed)
    data = bytearray((MADE / "narrow.pdf").read_bytes())
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        assert read_pdf("x", "x", data=bytes(data)).blocks
    except UnreadableDocument as error:
        assert error.advice


def test_picture_of_a_place(tmp_path: Path) -> None:
    from PIL import Image

    path = SAMPLES / "A/yen-hoa.pdf"
    line = next(iter(read(path).lines()))
    assert line.place.box is not None
    out = render_page(path, 1, line.place.box, tmp_path / "page.png", dpi=72)
    image = Image.open(out).convert("RGB")
    assert abs(image.width - 595) <= 2
    reds = [(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y)) == (214, 40, 40)]
    assert reds
    assert abs(min(x for x, _ in reds) - line.place.box[0]) < 5
    assert abs(max(y for _, y in reds) - line.place.box[3]) < 5
    with pytest.raises(UsageError):
        render_page(path, 99, None, tmp_path / "none.png")
