"""Searchable scans: text behind the picture of a page is a scanner's reading, and the picture is what is read again."""

from __future__ import annotations

import io
import sys
import types
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from extractors.document import Block, Document, Line, Note, Place
from extractors.errors import UnreadableDocument
from extractors.open import open_document
from extractors.pdf_quality import quality
from extractors.pdf_reader import BEHIND, read_pdf

SAMPLES = Path(__file__).parent / "data/documents"
WITHOUT_MARKS = "Uy ban nhan dan xa ban hanh ké hoach cai cach hanh chinh nam 2026, tré lén, hiéu qua hoat déng ctia chinh quyén dia phuong "


def searchable(mode: int, share: float = 1.0, layer: str | None = None) -> bytes:
    """The first page of a plan, its text drawn in `mode` (3: not at all) over a grey picture of a share of the page's height;
    `layer`: other words instead of the plan's."""
    pdf = pypdfium2.PdfDocument((SAMPLES / "A/yen-hoa.pdf").read_bytes())
    out = pypdfium2.PdfDocument.new()
    out.import_pages(pdf, pages=[0])
    page = out[0]
    width, height = page.get_size()
    for obj in list(page.get_objects(max_depth=1)):
        if obj.type == pdfium.FPDF_PAGEOBJ_TEXT and layer is None:
            pdfium.FPDFTextObj_SetTextRenderMode(obj.raw, mode)
        else:
            page.remove_obj(obj)
    for n in range(20 if layer else 0):
        text = pdfium.FPDFPageObj_NewTextObj(out.raw, b"Helvetica", 9)
        words = ((layer or "") + "\0").encode("utf-16-le")
        pdfium.FPDFText_SetText(text, (pdfium.FPDF_WCHAR * (len(words) // 2)).from_buffer_copy(words))
        pdfium.FPDFTextObj_SetTextRenderMode(text, mode)
        pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, 60, 700 - 20 * n)
        pdfium.FPDFPage_InsertObject(page.raw, text)
    bitmap = pypdfium2.PdfBitmap.new_native(40, 60, pdfium.FPDFBitmap_Gray)
    bitmap.fill_rect((200, 200, 200, 255), 0, 0, 40, 60)
    picture = pypdfium2.PdfImage.new(out)
    picture.set_bitmap(bitmap)
    picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height * share))
    page.insert_obj(picture)
    page.gen_content()
    data = io.BytesIO()
    out.save(data)
    return data.getvalue()


def kinds(data: bytes) -> list[str]:
    return [note.kind for note in read_pdf("x", "x", data=data).notes]


@pytest.mark.parametrize(("mode", "share", "expected"), [
    (3, 1.0, [BEHIND]),      # a scan with its layer of text
    (3, 0.15, [BEHIND]),     # a scan in strips
    (0, 1.0, []),            # a plan over a picture of paper
    (2, 1.0, []),            # letters filled and stroked
    (3, 0.01, [])])          # nothing on the page shows the text otherwise
def test_text_that_is_not_drawn_over_a_picture_is_a_layer(mode: int, share: float, expected: list[str]) -> None:
    assert kinds(searchable(mode, share)) == expected


@pytest.mark.parametrize("mode", [0, 3])   # some scanners put letters of their own making in the place of the picture's
def test_text_without_vietnamese_marks_over_a_page_sized_picture_is_no_text(mode: int) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf("x", "x", data=searchable(mode, layer=WITHOUT_MARKS))
    assert caught.value.reason == "needs-ocr"


def test_a_plan_typed_without_marks_is_text() -> None:
    assert kinds(searchable(0, 0.05, layer=WITHOUT_MARKS)) == []


def test_layers_of_vietnamese_read_right_are_not_poor() -> None:
    table = ["Xây", "dựng", "phần", "mềm", "chấm", "điểm", "KPI", "Quý", "I", "Phòng", "VHXH", "Các", "cơ", "quan,", "đơn", "vị", "Báo", "cáo", "TTHC", "đạt", "100%", "trước", "30/9/2026"]
    assert not quality(table * 3).poor
    assert quality(WITHOUT_MARKS.split() * 3).poor


def layered(monkeypatch: pytest.MonkeyPatch, confidence: float, other: bool = False) -> None:
    """A PDF whose first page has a layer behind its picture, and where `other` a second one that is print."""
    blocks: list[Block] = [Line("lớp chữ", Place(page=1)), *([Line("hai", Place(page=2))] if other else [])]
    reader = types.ModuleType("extractors.pdf_reader")
    reader.read_pdf = lambda path, name, **more: Document(  # type: ignore[attr-defined]
        "?", "pdf", blocks, pages=2, notes=[Note(BEHIND, "lớp chữ", Place(page=1))])
    reader.build_document = (  # type: ignore[attr-defined]
        lambda pages, source, count: Document(source, "pdf", [block for page in pages for block in page]))
    layout = types.ModuleType("extractors.ocr_page")
    layout.add_aligned = lambda page, before: None  # type: ignore[attr-defined]
    ocr = types.ModuleType("extractors.ocr_reader")
    ocr.notes_of = lambda read: []  # type: ignore[attr-defined]
    ocr.read_scan_pages = lambda data, source, numbers: [  # type: ignore[attr-defined]
        types.SimpleNamespace(number=1, words=2, confidence=confidence, page=[Line("trang quét", Place(page=1))])]
    for name, module in (("pdf_reader", reader), ("ocr_page", layout), ("ocr_reader", ocr)):
        monkeypatch.setitem(sys.modules, f"extractors.{name}", module)


@pytest.mark.parametrize(("confidence", "other", "texts", "kind", "notes"), [
    (0.9, False, ["trang quét"], "scan", []),
    (0.9, True, ["trang quét", "hai"], "pdf", ["page-ocr"]),
    (0.4, False, ["lớp chữ"], "pdf", [BEHIND])])
def test_the_picture_is_read_where_it_is_legible(confidence: float, other: bool, texts: list[str], kind: str, notes: list[str],
                                                 monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    layered(monkeypatch, confidence, other)
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    document = open_document(path)
    assert ([line.text for line in document.lines()], document.format, [note.kind for note in document.notes]) == (texts, kind, notes)
