"""Two pages on one sheet (a booklet opened, a print of two pages to a sheet): each half is read as a page of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractors.ocr_image import Straight

WIDE = 1.25              # times its height a sheet of two pages is wide, at least
MIDDLE = (0.42, 0.58)    # share of the width between which the white between the pages lies
LEAST_WHITE = 0.05       # share of the width that is white there, from top to bottom
DUST = 0.001             # share of a column of pixels that may be ink all the same
LEAST_HEIGHT = 0.5       # share of the height over which the left page is written; a letterhead alone also leaves its middle white
DARK = 150


def halves(straight: Straight) -> tuple[Straight, Straight] | None:
    """The left and the right page of a sheet, None where it is one page."""
    height, width = straight.gray.shape
    if width < WIDE * height:
        return None
    cut = _middle_white(straight.gray)
    if cut is None:
        return None
    return _part(straight, 0, cut), _part(straight, cut, width)


def _middle_white(gray: NDArray[np.uint8]) -> int | None:
    """Where the white band between two written halves has its middle."""
    import numpy as np

    height, width = gray.shape
    edge = height // 50           # what a scanner's edge leaves is no print
    ink = gray[edge:height - edge] < DARK
    first, last = (round(share * width) for share in MIDDLE)
    white = ink[:, first:last].sum(axis=0) <= DUST * height
    best, start = (0, 0), 0
    for n in range(len(white) + 1):
        if n == len(white) or not white[n]:
            best = max(best, (n - start, start))
            start = n + 1
    size, start = best
    if size < LEAST_WHITE * width:
        return None
    cut: int = first + start + size // 2
    written = np.flatnonzero(ink[:, edge:cut].sum(axis=1) > 3)
    if len(written) == 0 or written[-1] - written[0] < LEAST_HEIGHT * height or ink[:, cut:width - edge].sum() < ink[:, edge:cut].sum() / 50:
        return None
    return cut


def _part(straight: Straight, x0: int, x1: int) -> Straight:
    """The columns of a sheet from `x0` to `x1`."""
    (a, b, c), (d, e, f) = straight.matrix
    return replace(straight, gray=straight.gray[:, x0:x1].copy(), matrix=((a, b, c + a * x0), (d, e, f + d * x0)))
