"""Numbers of lines in the margin of a draft reach none of a plan's records."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from extractors.pdf_margin import part_line_numbers
from extractors.pdf_word import Word
from pipeline.read_one import read_one

PLAN = Path(__file__).parent / "data" / "blind" / "j-xa-nq57-phu-luc.pdf"


def _write(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, text: str, x: float, y: float) -> None:
    font = raw.FPDFText_LoadStandardFont(pdf.raw, b"Helvetica")
    drawn = raw.FPDFPageObj_CreateTextObj(pdf.raw, font, 9.0)
    letters = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0)
    raw.FPDFText_SetText(drawn, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
    raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, x, y)
    raw.FPDFPage_InsertObject(page.raw, drawn)


def test_a_draft_whose_lines_are_numbered_keeps_its_records(tmp_path: Path) -> None:
    pdf = pdfium.PdfDocument(PLAN)
    for number in range(len(pdf)):
        page = pdf[number]
        height = page.get_height()
        for k in range(30):
            _write(pdf, page, str(k + 1), 20, height - 80 - 20 * k)
        page.gen_content()
        page.close()
    path = tmp_path / PLAN.name
    pdf.save(path)
    plain, numbered = read_one(PLAN, PLAN.name), read_one(path, path.name)
    assert [task.text for task in numbered.tasks] == [task.text for task in plain.tasks]
    assert [target.indicator for target in numbered.targets] == [target.indicator for target in plain.targets]
    assert numbered.plan.title == plain.plan.title


def _column(x: float, beside: float) -> list[Word]:
    numbers = [Word(str(k), x, x + 9, 50.0 + 20 * k, 0, 1, 10) for k in range(1, 14)]
    return [*numbers, *(Word("Rà soát danh mục", beside, beside + 90, word.y, 0, 16, 10) for word in numbers)]


@pytest.mark.parametrize(("x", "beside", "taken"), [(40, 80, 13), (560, 80, 13), (300, 80, 0), (85, 80, 0)])
def test_only_numbers_beside_all_lines_are_line_numbers(x: float, beside: float, taken: int) -> None:
    words = _column(x, beside)
    left, found = part_line_numbers(words, "\r\n".join(word.text for word in words), 600.0)
    assert (len(left), len(found)) == (26 - taken, taken)


def test_row_numbers_drawn_in_one_go_stay() -> None:
    words = _column(40, 80)
    words += [Word("Công an xã", 300, 360, word.y, 0, 10, 10) for word in words[:13]]
    left, found = part_line_numbers(words, "\r\n".join(word.text for word in words), 600.0)
    assert (len(left), found) == (39, [])
