"""Headings of narrow columns that run up the page are read as level ones."""

from __future__ import annotations

import ctypes
import math

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from extractors.pdf_chars import read_words


def _write(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, text: str, x: float, y: float, degrees: float = 0.0) -> None:
    font = raw.FPDFText_LoadStandardFont(pdf.raw, b"Helvetica")
    drawn = raw.FPDFPageObj_CreateTextObj(pdf.raw, font, 11.0)
    letters = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0)
    raw.FPDFText_SetText(drawn, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
    turn = math.radians(degrees)
    raw.FPDFPageObj_Transform(drawn, math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), x, y)
    raw.FPDFPage_InsertObject(page.raw, drawn)


@pytest.mark.parametrize("degrees", [90.0, -90.0])
def test_a_heading_that_runs_up_is_one_level_run(degrees: float) -> None:
    pdf = pdfium.PdfDocument.new()
    page = pdf.new_page(595, 842)
    _write(pdf, page, "TT", 85, 720)
    _write(pdf, page, "Noi dung cong viec", 150, 720)
    up = degrees > 0
    for k, text in enumerate(("Thoi gian", "hoan thanh")):
        _write(pdf, page, text, (400 if up else 415) + (15 if up else -15) * k, 690 if up else 770, degrees)
    _write(pdf, page, "Ghi chu", 470, 700 if up else 760, degrees)
    for row, y in enumerate((655, 615), 1):
        for x, text in ((88, str(row)), (115, "Ra soat danh muc"), (385, "Quy I/2026")):
            _write(pdf, page, text, x, y)
    page.gen_content()
    text_page = page.get_textpage()
    words = read_words(page.raw, text_page.raw).words
    texts = [word.text for word in words]
    assert texts == ["TT", "Noi dung cong viec", "Thoi gian hoan thanh", "Ghi chu", "1", "Ra soat danh muc", "Quy I/2026", "2", "Ra soat danh muc", "Quy I/2026"]
    head = words[2]
    assert 380 < head.x0 < head.x1 < 440     # it stays in its column, and above the rows
    assert 62 < head.y < 162
