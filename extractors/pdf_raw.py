"""pdfium functions that are called once per word or path, bound for speed: what is not declared needs no wrapping.

Arguments that are not declared are passed as they are: an `int` as a C int (an index, a count), a handle of pypdfium2, a
`byref(...)` or a pointer object as the address that it holds. An address in a plain `int` must be declared, or it loses its
upper half. `PYFUNCTYPE` keeps the interpreter lock during the call; pdfium must not be used from several threads anyway.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def _bind(function: Any, *arguments: Any, result: Any = _INT) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _POINTER).value or 0)


def handle(pointer: Any) -> int:
    """Address of a pdfium handle, for the functions below that take one."""
    return ctypes.cast(pointer, _POINTER).value or 0


# (text page, start, count, address of buffer) -> UTF-16 units written, the closing 0 with them
get_text = _bind(pdfium.FPDFText_GetText, _POINTER, _INT, _INT, _POINTER)
# (text page, char index, x: double by reference, y: double by reference)
char_origin = _bind(pdfium.FPDFText_GetCharOrigin)
# (text page, char index, left, top, right, bottom: float[4] by reference)
loose_box = _bind(pdfium.FPDFText_GetLooseCharBox)
# (text page, char index, a, b, c, d, e, f: float[6] by reference) -> 0 where there is none
char_matrix = _bind(pdfium.FPDFText_GetMatrix)
# (text page, char index) -> 1 where pdfium made the character up (a space that no glyph fills)
generated = _bind(pdfium.FPDFText_IsGenerated)
# (text page, char index) -> address of the text object that drew the character, None for one that pdfium made up
text_object = _bind(pdfium.FPDFText_GetTextObject, result=_POINTER)
# (text page, char index) -> points, before the text matrix
font_size = _bind(pdfium.FPDFText_GetFontSize, result=ctypes.c_double)
# (text page, char index, buffer by reference, its length: unsigned long, flags: int by reference)
font_info = _bind(pdfium.FPDFText_GetFontInfo, result=ctypes.c_ulong)
# (page, index) -> address of the object
page_object = _bind(pdfium.FPDFPage_GetObject, result=_POINTER)
# (address of an object) -> its type
object_type = _bind(pdfium.FPDFPageObj_GetType, _POINTER)
# (address of an object; left, bottom, right, top: float by reference)
object_bounds = _bind(pdfium.FPDFPageObj_GetBounds, _POINTER)
