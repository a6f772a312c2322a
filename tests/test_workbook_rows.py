"""Rows, letters and sentences written the quick way are byte for byte what the libraries themselves write."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline import audit_copies
from pipeline.columns import Column
from pipeline.csv_io import Value, safe_text
from pipeline.docx_paper import Letter, Paper, zipped
from pipeline.workbook_rows import write_rows
from pipeline.workbook_style import FIRST_ROW, Frame, row_height

_COLUMNS = tuple(Column(name, kind, name, "") for name, kind in (
    ("text", "string"), ("due", "string"), ("period", "string"), ("horizon_year", "integer"), ("value", "number"), ("flag", "boolean"), ("hidden", "string")))  # type: ignore[arg-type]
_ROWS: list[tuple[Value, ...]] = [
    ("Số hóa 100 % hồ sơ", "2026-06-30", "2026-34", 2030, 80.0, True, "x"), ("=1+1 & <b> \"q\"", "cuối năm", "2026/2030", None, 0.1 + 0.2, False, None),
    ("", None, "2025-11", 2025, 1e300, None, ""), (" trống đầu", "", "", 1, -0.5, True, "y"), ("cuối \n", "1899-01-01", "x", 2, float("inf"), True, ""),
    ("_x0041_ \x01\x0b\ud800", "2026-02-30", "2026-41", 3, float("nan"), False, "\x02"), ("dài " * 8_000, "2026-01-01", "", 4, 1234567.891, True, "<r>dài & " * 3_000 + "</r>"),
    ("sau ô dài\nhai dòng", "2026-12-31", "2026", 5, 3.0, False, None), ("\xa0nbsp\xa0", "", "", None, None, None, None), ("<r>&<b x='1'></r>", "<r></r>", "<r><t>0</t></r>", 6, 1.0, False, "<r>&</r>"),
    ("<r>cuối cùng</r>", "2030-12-31", "2030", 2030, 2.5, True, "<r>h</r>")]


def _book(rows: list[tuple[Value, ...]], quick: bool, shown: int) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    frame = Frame(book)
    for name in ("Một", "Hai"):
        sheet = frame.sheet(name, "#000000")
        frame.head(sheet, "Tên", "Ghi chú", [c.title for c in _COLUMNS])
        if quick:
            write_rows(frame, sheet, _COLUMNS, [20.0, 10.0], rows, shown)
        else:
            for n, row in enumerate(rows, FIRST_ROW):
                sheet.set_row(n, row_height(row, [20.0, 10.0]))
                for c, (column, value) in enumerate(zip(_COLUMNS, row, strict=True)):
                    if (value is not None and value != "") or c < shown:
                        frame.cell(sheet, n, c, value, column)
        frame.finish(sheet, len(rows), len(_COLUMNS), 1)
    book.close()
    with zipfile.ZipFile(out) as package:
        return b"".join(name.encode() + package.read(name) for name in package.namelist() if name != "docProps/core.xml")


@pytest.mark.parametrize("shown", [4, 7])
@pytest.mark.parametrize("count", [0, 1, 2, 6, 7, 10, 11])
def test_rows_are_what_xlsxwriter_writes(count: int, shown: int) -> None:
    assert _book(_ROWS[:count], True, shown) == _book(_ROWS[:count], False, shown)


def test_nothing_is_kept_of_a_row() -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
    frame = Frame(book)
    sheet = frame.sheet("Một", "#000000")
    write_rows(frame, sheet, _COLUMNS, [20.0], (_ROWS[n % 5] for n in range(500)), 7)
    assert len(sheet.row_info) == len(sheet.row_sizes) == 1  # the last row's
    book.close()


def test_an_archive_is_what_zipfile_writes() -> None:
    entries = [("[Content_Types].xml", b"<a/>" * 500), ("word/document.xml", "Kế hoạch".encode()), ("trong.txt", b"")]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(info, content)
    assert zipped(entries) == out.getvalue()
    assert zipped([]) == b"PK\5\6" + bytes(18)


def test_a_letter_is_the_paper_with_the_same_calls() -> None:
    made = []
    for kind in (Paper, Letter, Letter):
        paper = kind("Rà soát <kế hoạch> & xã Ô \x01")
        paper.head("TRÊN", "DƯỚI", "Số: …", "V/v rà soát", "ngày …")
        paper.heading("1. Mục", 2)
        paper.paragraph("Dòng một\ndòng hai & <ba>", align="center")
        paper.table(("A", "B"), [["1", "\x0b2"], ["", "“4”"]], (80, 80))
        paper.ending(["Như trên;"], "CHỨC VỤ")
        made.append(paper.data())
    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize("text", ["Một câu. Hai câu? Ba.", "TP. Hà Nội có 1.500 xã. Hết!", "", "không dấu chấm", "Điểm a) 5.1. Phân công… Tiếp theo."])
def test_sentences_are_underthesea_s_own(text: str) -> None:
    from underthesea import sent_tokenize

    assert audit_copies._sentences()(text) == sent_tokenize(text)
    assert audit_copies._sentences() is not sent_tokenize  # alone, without the package's models


@pytest.mark.parametrize(("text", "safe"), [
    ("=1", "'=1"), (" =1", "' =1"), ("\xa0=1", "'\xa0=1"), ("\u2003@x", "'\u2003@x"), ("\tx", "'\tx"), ("\nx", "'\nx"), ("＝1", "'＝1"), ("a=1", "a=1"), ("a\x00b", "ab"),
    ("", ""), (" ", " "), ("xã\nphường", "xã\nphường"), ("\x01=1", "'=1"), ("\x1f+", "'+")])
def test_safe_text(text: str, safe: str) -> None:
    assert safe_text(text) == safe


def test_the_collector_is_as_it_was_after_the_outputs() -> None:
    import gc

    from pipeline.collecting import rarely

    before = gc.get_threshold()
    with pytest.raises(KeyError), rarely():
        assert gc.get_threshold()[0] > before[0]
        raise KeyError("x")
    assert gc.get_threshold() == before


@pytest.mark.parametrize("count", [0, 1, 1024, 5000])
def test_parquet_made_of_pieces_is_the_file_made_in_one(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import parquet
    from pipeline.tables import Table

    rows = [(f"chỉ tiêu {n % 700}", "2026-06-30" if n % 3 else None, "", n % 40 or None, n / 7, n % 2 == 0, None) for n in range(count)]
    made = []
    for size in (parquet._ROWS, 1 << 30):
        monkeypatch.setattr(parquet, "_ROWS", size)
        out = io.BytesIO()
        parquet.write_parquet(out, Table("thử", "Thử", "", _COLUMNS, rows))
        made.append(out.getvalue())
    assert made[0] == made[1]
