"""The view of a PDF page: from the page's own space to points from the top left as displayed, whatever its box and rotation."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from extractors.document import Box

PageBox = tuple[float, float, float, float]  # left, bottom, right, top in PDF user space


class View:
    """From PDF user space to points from the top left as displayed, for a page box and clockwise quarter turns."""

    __slots__ = ("box", "height", "turns", "width")

    def __init__(self, box: PageBox, turns: int) -> None:
        self.box = box
        self.turns = turns % 4
        w, h = box[2] - box[0], box[3] - box[1]
        self.width, self.height = (h, w) if self.turns % 2 else (w, h)

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.box
        if self.turns == 0:
            return x - left, top - y
        if self.turns == 1:
            return y - bottom, x - left
        if self.turns == 2:
            return right - x, y - bottom
        return top - y, right - x

    def rect(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def page_view(page: Any, extra_turns: int = 0) -> View:
    """The displayed view of a raw pdfium page."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)):
        w, h = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        return View((0.0, 0.0, w, h), extra_turns)
    return View((rect.left, rect.bottom, rect.right, rect.top), pdfium.FPDFPage_GetRotation(page) + extra_turns)


def show_sheet(page: Any) -> None:
    """Show the whole sheet of a raw pdfium page whose crop box lies off it: such a page has no area, while viewers show the sheet."""
    if pdfium.FPDF_GetPageWidthF(page) >= 1 and pdfium.FPDF_GetPageHeightF(page) >= 1:
        return
    box = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPage_GetMediaBox(page, *map(ctypes.byref, box)):
        pdfium.FPDFPage_SetCropBox(page, *box)


def unturn(box: Box, width: float, height: float, turned: int) -> Box:
    """A box measured on a page turned by `turned` more quarter turns, back on the page as displayed (`width` × `height`
    are those of the turned page)."""
    x0, y0, x1, y1 = box
    if turned == 1:
        return y0, width - x1, y1, width - x0
    if turned == 2:
        return width - x1, height - y1, width - x0, height - y0
    if turned == 3:
        return height - y1, x0, height - y0, x1
    return box
