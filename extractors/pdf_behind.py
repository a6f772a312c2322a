"""Text that a scanner put invisibly behind the picture of a page ("searchable PDF"): what is to be read is the picture.

Such a layer was read by a machine that mostly knew no Vietnamese ("Uy ban nhan dan", "thuéc do"), and a good one has lost
the rules of the tables all the same.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

LEAST_PICTURE = 0.1      # share of the page: a scan may be cut into strips, but is more than a coat of arms or a signature
LEAST_BEHIND = 0.8       # share of the written characters that are not drawn; a digital signature may be drawn over the scan
_NOT_DRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_MOST_OBJECTS = 20_000
_DEEPEST = 4


def text_behind_picture(page: Any, text_page: Any, image_share: float) -> bool:
    """Whether the text of a raw pdfium page is a layer behind its picture. `image_share`: that of the page's largest picture."""
    if image_share < LEAST_PICTURE:
        return False
    found = [0, 0]
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for n in range(count):
        _count(pdfium.FPDFPage_GetObject(page, n), text_page, found, 0)
    behind, drawn = found
    return behind > 0 and behind >= LEAST_BEHIND * (behind + drawn)


def _count(obj: Any, text_page: Any, found: list[int], depth: int) -> None:
    """Adds the characters of an object to `found`: not drawn, drawn."""
    kind = pdfium.FPDFPageObj_GetType(obj)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        size = pdfium.FPDFTextObj_GetText(obj, text_page, None, 0)
        found[pdfium.FPDFTextObj_GetTextRenderMode(obj) not in _NOT_DRAWN] += max(0, size // ctypes.sizeof(ctypes.c_ushort) - 1)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        for n in range(min(pdfium.FPDFFormObj_CountObjects(obj), _MOST_OBJECTS)):
            _count(pdfium.FPDFFormObj_GetObject(obj, n), text_page, found, depth + 1)
