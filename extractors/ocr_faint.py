"""Pages and cells of tables that toner left pale are made as dark as print: letters are then not cut off with the paper around
them, and signs told by their shape are seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractors.ocr_grid import Grid
from extractors.ocr_signs import INK

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

MARK = 215               # grey of a levelled picture below which a pixel may be of a pale letter
FAINT = 105              # grey of a cell's darkest tenth from which its print is pale (4 to 80 on ordinary scans, 108 on one of 150 dpi) …
NO_PRINT = 170           # … and from which it is no print but what shows through from the other side
DARK = 45                # what the darkest tenth becomes
PAPER = 250              # grey of levelled paper
LEAST = 12               # pixels of ink in a cell that is looked at
BLEEDING = 182           # grey of a page's darkest tenth from which it may be the back of another (pages of pale print: 132 to 175)
GRAIN = 1.6              # square points of grey that hang together; noise's are smaller
SHOWS = 1.2              # times as many pale grey pixels as dark ones from which a page's back may show through (ordinary scans: 0.1 to 1)
STRIPS = 24              # parts of a page's height that are looked at one by one
WORD = 60.0              # points: no word is longer; what is may be a rule
LEAST_SHARE = 0.0005     # of a page's pixels that are ink where it is looked at


def darken_page(gray: Gray) -> Gray:
    """The levelled picture of a page with its print darkened where all of it is pale; the same picture elsewhere."""
    import cv2
    import numpy as np

    counts = np.asarray(cv2.calcHist([gray], [0], None, [MARK], [0, MARK])).ravel().cumsum()
    if counts[-1] < LEAST_SHARE * gray.size:
        return gray
    dark = int(np.searchsorted(counts, 0.1 * counts[-1]))
    if not FAINT < dark < BLEEDING:
        return gray
    greys = PAPER - (PAPER - np.arange(256, dtype=np.float32)) * ((PAPER - DARK) / (PAPER - dark))
    return np.asarray(cv2.LUT(gray, np.clip(greys, 0, 255).astype(np.uint8)), dtype=np.uint8)


def drop_back(gray: Gray, dpi: float) -> Gray:
    """The levelled picture without what shows through from the other side of the sheet: much pale grey beside dark print. Where
    a page is nearly empty, it would be read as lines of letters in mirror writing."""
    import cv2
    import numpy as np

    counts = _counts(gray)
    if counts[-1] < LEAST_SHARE * gray.size or counts[FAINT - 1] < 0.1 * counts[-1]:
        return gray
    whole = counts[-1] - counts[NO_PRINT - 1] >= SHOWS * counts[FAINT - 1]
    strip = math.ceil(gray.shape[0] / STRIPS)
    alone = [whole or _shows_alone(gray[top:top + strip]) for top in range(0, gray.shape[0], strip)]
    if not any(alone):
        return gray
    _, labels, stats, middles = cv2.connectedComponentsWithStats((gray < MARK).astype(np.uint8), connectivity=8)
    pale = stats[:, 4] >= GRAIN * (dpi / 72) ** 2
    pale[0] = False
    pale[np.unique(labels[gray < NO_PRINT])] = False
    if not whole:
        # What is longer than words may be a pale rule of a table.
        pale &= (np.maximum(stats[:, 2], stats[:, 3]) <= WORD * dpi / 72) & np.array(alone)[(middles[:, 1] // strip).astype(np.intp)]
    if not pale.any():
        return gray
    out = gray.copy()
    # The rim of a stroke is paler than what counts as its mark.
    out[cv2.dilate(pale[labels].astype(np.uint8), np.ones((5, 5), np.uint8)) & (gray >= NO_PRINT) > 0] = PAPER
    return out


def _counts(gray: Gray) -> NDArray[np.float32]:
    """How many pixels are as dark as each grey below `MARK`, or darker."""
    import cv2
    import numpy as np

    return np.asarray(cv2.calcHist([gray], [0], None, [MARK], [0, MARK]), dtype=np.float32).ravel().cumsum()


def _shows_alone(strip: Gray) -> bool:
    """Whether nothing but the back of the sheet is seen in a strip of a page that has print elsewhere."""
    counts = _counts(strip)
    return bool(counts[-1] >= LEAST_SHARE * strip.size and counts[BLEEDING - 1] < 0.1 * counts[-1])


def darken_cells(gray: Gray, grids: Sequence[Grid], dpi: float) -> Gray:
    """The levelled picture with the print of pale cells darkened; the same picture where no cell is pale."""
    import numpy as np

    out = gray
    edge = max(1, round(0.5 * dpi / 72))
    for x0, top, x1, bottom in (cell.box for grid in grids for cell in grid.cells):
        part = gray[top + edge:bottom - edge, x0 + edge:x1 - edge]
        ink = part[part < MARK]
        if int((ink < INK).sum()) < LEAST:
            continue
        dark = float(np.percentile(ink, 10))
        if FAINT < dark < NO_PRINT and (ink := _strokes(part, dpi)).size:
            dark = float(np.percentile(ink, 10))
        if not FAINT < dark < NO_PRINT:
            continue
        if out is gray:
            out = gray.copy()
        darker = PAPER - (PAPER - part.astype(np.float32)) * ((PAPER - DARK) / (PAPER - dark))
        out[top + edge:bottom - edge, x0 + edge:x1 - edge] = np.clip(darker, 0, 255).astype(np.uint8)
    return out


def _strokes(part: Gray, dpi: float) -> Gray:
    """The pixels of a cell's print alone: in a cell with a figure and much noise most grey pixels are noise's."""
    import cv2
    import numpy as np

    _, labels, stats, _ = cv2.connectedComponentsWithStats((part < MARK).astype(np.uint8), connectivity=8)
    large = stats[:, 4] >= GRAIN * (dpi / 72) ** 2
    large[0] = False
    return np.asarray(part[large[labels]], dtype=np.uint8)
