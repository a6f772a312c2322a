"""What lies off a PDF page, and what signatures and registries stamp on it, reaches none of its records."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from extractors.open import open_document
from extractors.pdf_stray import part_stray
from extractors.pdf_view import View
from extractors.pdf_word import Word
from pipeline.read_one import read_one

BLIND = Path(__file__).parent / "data" / "blind"
PLAN = BLIND / "j-xa-nq57-phu-luc.pdf"
SIGNED = ("Digitally signed by: Nguyen Van Binh", "Email: binh@tinh.gov.vn", "Date: 15.01.2026 08:15:22 +07:00")


def _write(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, text: str, x: float, y: float) -> None:
    font = raw.FPDFText_LoadStandardFont(pdf.raw, b"Helvetica")
    drawn = raw.FPDFPageObj_CreateTextObj(pdf.raw, font, 7.0)
    letters = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0)
    raw.FPDFText_SetText(drawn, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
    raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, x, y)
    raw.FPDFPage_InsertObject(page.raw, drawn)


@pytest.fixture(params=["on the text", "beside the page"])
def marked(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The plan with a signature on each page, on its text or beside the part that its crop box shows."""
    pdf = pdfium.PdfDocument(PLAN)
    for number in range(len(pdf)):
        page = pdf[number]
        width, height = page.get_size()
        if request.param == "beside the page":
            page.set_cropbox(0, 0, width, height)
            page.set_mediabox(-20, -40, width + 300, height + 60)
        for k, text in enumerate(SIGNED):
            _write(pdf, page, text, width + 20 if request.param == "beside the page" else 0.45 * width, 0.6 * height - 9 * k)
        page.gen_content()
        page.close()
    pdf.save(tmp_path / "plan.pdf")
    pdf.close()
    return tmp_path / "plan.pdf"


def test_the_records_are_those_of_the_plan_alone(marked: Path) -> None:
    want, got = read_one(PLAN, "plan.pdf"), read_one(marked, "plan.pdf")
    assert [(t.text, t.lead, t.deadline) for t in got.tasks] == [(t.text, t.lead, t.deadline) for t in want.tasks]
    assert [(t.indicator, t.value) for t in got.targets] == [(t.indicator, t.value) for t in want.targets]
    assert got.plan == want.plan


def test_no_line_of_the_text_holds_a_signature(marked: Path) -> None:
    assert all(line.furniture for line in open_document(marked).lines() if "signed by" in line.text)


def _page(*lines: tuple[str, float, float]) -> tuple[list[str], list[str]]:
    words = [Word(text, x, x + 100.0, y, k, k + 1) for k, (text, x, y) in enumerate(lines)]
    kept, stamps = part_stray(words, "\r\n".join(text for text, _, _ in lines) + "\r\n", View((0.0, 0.0, 595.0, 842.0), 0))
    return [w.text for w in kept], [w.text for w in stamps]


def test_a_signature_is_told_from_who_signed_to_when() -> None:
    kept, stamps = _page(("1. Rà soát dữ liệu", 85, 300), ("Trần Văn A", 350, 700), ("Ký bởi: UBND xã An Lạc", 300, 295), ("Cơ quan: Tỉnh Phú Thọ", 300, 304),
                         ("Ngày ký: 15-01-2026 08:15:22", 300, 313), ("+07:00", 300, 322))
    assert kept == ["1. Rà soát dữ liệu", "Trần Văn A"]
    assert len(stamps) == 4


def test_the_stamp_of_who_received_it_goes_with_its_body() -> None:
    kept, stamps = _page(("UBND XÃ PHÚ DIÊN", 60, 60), ("KẾ HOẠCH", 250, 130), ("UBND XÃ AN LẠC", 60, 20), ("CÔNG VĂN ĐẾN", 60, 32), ("Số: 1234", 60, 44),
                         ("Ngày: 16/01/2026", 60, 56), ("Chuyển: Văn phòng", 60, 68))
    assert kept == ["UBND XÃ PHÚ DIÊN", "KẾ HOẠCH"]
    assert stamps[0] == "UBND XÃ AN LẠC"


def test_a_heading_that_ends_in_such_a_word_stays() -> None:
    lines = ("TẦM NHÌN", 200, 100), ("ĐẾN", 250, 114), ("NĂM 2030", 200, 128), ("Người ký: người có thẩm quyền theo quy định.", 85, 300), ("2. Lưu trữ", 85, 320)
    assert _page(*lines) == ([text for text, _, _ in lines], [])


def test_the_mark_of_a_copy_goes_with_who_made_it_and_when() -> None:
    kept, stamps = _page(("UBND XÃ PHÚ DIÊN", 60, 60), ("KẾ HOẠCH", 250, 130), ("SAO Y;", 400, 20), ("Văn phòng UBND xã;", 400, 30), ("06-02-2026 14:31:02", 400, 40),
                         ("+07:00", 400, 50))
    assert kept == ["UBND XÃ PHÚ DIÊN", "KẾ HOẠCH"]
    assert len(stamps) == 4
    assert _page(("SAO Y; Bộ Khoa học và Công nghệ; 02/04/2026 17:08:02 +07:00", 300, 20), ("KẾ HOẠCH", 250, 130))[0] == ["KẾ HOẠCH"]


def test_the_mark_of_a_copy_without_a_day_goes_alone() -> None:
    assert _page(("SAO Y BẢN CHÍNH", 60, 20), ("ỦY BAN NHÂN DÂN", 60, 40), ("KẾ HOẠCH", 250, 130))[0] == ["ỦY BAN NHÂN DÂN", "KẾ HOẠCH"]
    assert not _page(("Sao y bản chính các giấy tờ", 85, 300), ("SAO Y các văn bản", 85, 320))[1]
