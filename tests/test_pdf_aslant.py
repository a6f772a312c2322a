"""Text aslant across a page or in large letters, as watermarks are, is told apart from the lines that it runs through."""

from __future__ import annotations

import ctypes
import math
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from extractors.open import open_document
from pipeline.read_one import read_one

BLIND = Path(__file__).parent / "data" / "blind"


def _stamped(plan: Path, out: Path, degrees: float) -> Path:
    """The plan with "BAN SAO" across every page."""
    pdf = pdfium.PdfDocument(plan)
    font = raw.FPDFText_LoadStandardFont(pdf.raw, b"Helvetica")
    text = (ctypes.c_ushort * 8)(*map(ord, "BAN SAO"), 0)
    turn = math.radians(degrees)
    for number in range(len(pdf)):
        page = pdf[number]
        drawn = raw.FPDFPageObj_CreateTextObj(pdf.raw, font, 64.0)
        raw.FPDFText_SetText(drawn, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)))
        width, height = page.get_size()
        raw.FPDFPageObj_Transform(drawn, math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), width * 0.25, height * 0.35)
        raw.FPDFPage_InsertObject(page.raw, drawn)
        page.gen_content()
        page.close()
    pdf.save(out)
    pdf.close()
    return out


@pytest.mark.parametrize("degrees", [45.0, 55.0, -30.0, 0.0])
@pytest.mark.parametrize("name", ["j-xa-nq57-phu-luc", "d-kinh-te-xa-hoi"])
def test_a_watermark_leaves_the_records_as_they_are(tmp_path: Path, name: str, degrees: float) -> None:
    plain = BLIND / f"{name}.pdf"
    marked = _stamped(plain, tmp_path / "plan.pdf", degrees)
    want, got = read_one(plain, "plan.pdf"), read_one(marked, "plan.pdf")
    assert [t.text for t in got.tasks] == [t.text for t in want.tasks]
    assert [(t.indicator, t.value) for t in got.targets] == [(t.indicator, t.value) for t in want.targets]


def test_a_watermark_is_kept_as_what_it_is(tmp_path: Path) -> None:
    marked = open_document(_stamped(BLIND / "j-xa-nq57-phu-luc.pdf", tmp_path / "plan.pdf", 45.0))
    found = [line for line in marked.lines() if "SAO" in line.text]
    assert {line.text for line in found} == {"BAN SAO"}
    assert all(line.furniture for line in found)
    assert [line.place.page for line in found] == list(range(1, (marked.pages or 0) + 1))
