"""Combining marks drawn as glyphs of their own keep to their letters, and the no-break space behind one is kept.

`tests/data/pdf/marks.pdf` was set by LibreOffice in a font without the letters of Vietnamese, justified, with no-break spaces."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pypdfium2 as pdfium

from extractors.open import open_document
from extractors.pdf_chars import page_text
from extractors.pdf_marks import NOTHING, mend_marks

PLAN = Path(__file__).parent / "data" / "pdf" / "marks.pdf"
OTHERS = PLAN.parent / "marks-and-hyphens.pdf"  # base letters and marks drawn apart, hyphens named U+00AD


def test_marks_stay_on_their_letters_and_spaces_behind_them_are_kept() -> None:
    text = " ".join(line.text for line in open_document(PLAN).lines())
    text = unicodedata.normalize("NFC", text)
    assert "Nghị quyết số 57-NQ/TW" in text
    assert "Nghị định số 118/2025" in text
    assert "nghị Uỷ ban Mặt trận Tổ quốc" in text
    assert "Kế hoạch số 37/KH-UBND" in text
    assert NOTHING not in text
    assert not re.search("(?:^| )[\u0300-\u036f]", text)


def test_indexes_stay_those_of_the_page() -> None:
    pdf = pdfium.PdfDocument(PLAN)
    page = pdf[0]
    text_page = page.get_textpage()
    text = page_text(text_page.raw)
    mended, lost = mend_marks(text_page.raw, text)
    assert len(mended) == len(text)
    assert lost == sorted(lost)
    assert {"số"} == {unicodedata.normalize("NFC", text[k - 4:k]) for k in lost if text[k].isdigit()}
    assert re.search("(?<=\\w) [\u0300-\u036f]", text)        # as pdfium has it
    assert not re.search("(?<=\\w) [\u0300-\u036f]", mended)
    text_page.close()
    page.close()
    pdf.close()


def test_text_without_marks_is_not_looked_at() -> None:
    assert mend_marks(None, "Kế hoạch số 57") == ("Kế hoạch số 57", [])


def test_wide_marks_hang_over_the_space_behind_them_and_printed_soft_hyphens_are_hyphens() -> None:
    text = unicodedata.normalize("NFC", " ".join(line.text for line in open_document(OTHERS).lines()))
    assert "Hỗ trợ dữ liệu, chữ ký số (dịch vụ số) cho phụ nữ được học; xã do người dân" in text
    assert "Nghị quyết số 57-NQ/TW, Kế hoạch số 25/KH-UBND, giai đoạn 2026-2030" in text
    assert "kinh tế - xã hội" in text
