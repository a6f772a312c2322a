"""Pages whose boxes are wrong: what a viewer shows is read, what has no area loses no sibling."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from extractors.document import Table
from extractors.ocr_image import pdf_pages
from extractors.pdf_reader import read_pdf

PLAN = Path(__file__).parent / "data" / "documents" / "A" / "yen-hoa.pdf"


def _cropped(page: int, *box: float) -> bytes:
    pdf = pypdfium2.PdfDocument(PLAN)
    pdf[page].set_cropbox(*box)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def _texts(data: bytes) -> list[str]:
    document = read_pdf(PLAN, "yen-hoa.pdf", data=data)
    return [" | ".join(c.text for row in b.rows for c in row) if isinstance(b, Table) else b.text for b in document.blocks]


def test_a_crop_box_off_the_sheet_hides_nothing() -> None:
    assert _texts(_cropped(1, 2000, 2000, 2500, 2500)) == _texts(PLAN.read_bytes())


def test_a_crop_box_on_the_sheet_stays() -> None:
    pages = list(pdf_pages(_cropped(0, 0, 400, 500, 842), "x.pdf", frozenset({1})))
    assert pages[0].size == pytest.approx((500, 442), abs=1)


@pytest.mark.parametrize("box", [b"600 800 1000 1000", b"0 0 0 0"])
def test_a_page_without_area_is_no_crash_when_drawn(box: bytes) -> None:
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" \
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/CropBox[" + box + b"]>>endobj\ntrailer<</Root 1 0 R>>\n"
    assert [page.size for page in pdf_pages(data, "x.pdf")] == [(600.0, 800.0)]
