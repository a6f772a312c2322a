"""pdfium functions that are called once per word or path, bound for speed: plain addresses in, no argument wrapping.

`PYFUNCTYPE` keeps the interpreter lock during the call; pdfium must not be used from several threads anyway.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def _bind(function: Any, *arguments: Any, result: Any = _INT) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _POINTER).value or 0)


def handle(pointer: Any) -> int:
    """Address of a pdfium handle, for the functions below."""
    return ctypes.cast(pointer, _POINTER).value or 0


# (text page, char index, address of x: double, address of y: double)
char_origin = _bind(pdfium.FPDFText_GetCharOrigin, _POINTER, _INT, _POINTER, _POINTER)
# (text page, char index, address of left, top, right, bottom: float)
loose_box = _bind(pdfium.FPDFText_GetLooseCharBox, _POINTER, _INT, _POINTER)
# (text page, char index) -> 1 where pdfium made the character up (a space that no glyph fills)
generated = _bind(pdfium.FPDFText_IsGenerated, _POINTER, _INT)
# (text page, char index, count) -> rectangles that hold these characters, one at least for every text object
count_rects = _bind(pdfium.FPDFText_CountRects, _POINTER, _INT, _INT)
# (text page, char index) -> points, before the text matrix
font_size = _bind(pdfium.FPDFText_GetFontSize, _POINTER, _INT, result=ctypes.c_double)
# (text page, char index, buffer, its length, address of flags: int)
font_info = _bind(pdfium.FPDFText_GetFontInfo, _POINTER, _INT, _POINTER, ctypes.c_ulong, _POINTER, result=ctypes.c_ulong)
# (page, index) -> object
page_object = _bind(pdfium.FPDFPage_GetObject, _POINTER, _INT, result=_POINTER)
object_type = _bind(pdfium.FPDFPageObj_GetType, _POINTER)
# (object, addresses of left, bottom, right, top: float)
object_bounds = _bind(pdfium.FPDFPageObj_GetBounds, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
