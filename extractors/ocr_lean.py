"""Leaning pages: text lines are level, the rules of the tables are not upright (photos taken from one side, sheets that were
fed askew). Such a page is sheared until its rules stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

GRAIN = 4                # times the usual spread of paper's greys: hardly any of its pixels is darker than so much over their middle
SMALL_DPI = 100          # what is enough to see a rule
MOST = 0.06              # shear (across by down) up to which rules are looked for: 3.4 degrees
LEAST = 0.006            # … and from which a page is sheared; tracing rules allows for less
STEP = 0.002
SHORTEST = 16            # pixels at SMALL_DPI (11.5 points): letters of usual size are lower
TALL = 60                # … and how long a rule is that tells something
SHARPER = 1.3            # times as sharp as without shear


def lean_of(gray: Gray, dpi: float) -> float:
    """How far the upright rules of a page with level lines lean to the right for each pixel down; 0 where there are none or
    they stand.

    Searched by the sharpness of the column profile (squared counts) of what is long and upright."""
    import cv2
    import numpy as np

    factor = min(1.0, SMALL_DPI / dpi)
    small = np.asarray(cv2.resize(255 - gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ink = (small > least_ink(small)).astype(np.uint8)
    height, width = ink.shape
    margin = max(2, min(ink.shape) // 40)     # the sheet's own edge
    ink[:margin], ink[-margin:], ink[:, :margin], ink[:, -margin:] = 0, 0, 0, 0
    # A leaning rule moves a pixel aside every 17 and more.
    wide = cv2.dilate(ink, np.ones((1, 3), np.uint8))
    long = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((SHORTEST, 1), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(long, connectivity=8)
    # Bars and pictures are wide for their height.
    keep = np.array([n > 0 and stats[n][3] >= TALL and stats[n][2] <= 5 + 1.5 * MOST * stats[n][3] for n in range(count)])
    if not keep.any():
        return 0.0
    ys, xs = np.nonzero(keep[labels] & (ink > 0))
    if ys.size < TALL:
        return 0.0

    def sharpness(shear: float) -> float:
        at = np.rint(xs - shear * (ys - height / 2)).astype(np.int64) + width
        return float(np.square(np.bincount(at, minlength=3 * width), dtype=np.float64).sum())

    shears = np.arange(-MOST, MOST + STEP / 2, STEP)
    best = float(shears[int(np.argmax([sharpness(float(s)) for s in shears]))])
    return best if abs(best) >= LEAST and sharpness(best) > SHARPER * sharpness(0.0) else 0.0


INK_GREY, PAPER_GREY = 60, 20     # darkness from which a pixel of a reduced picture is ink, and that of no paper
PALE_INK = 0.4                    # share of the darkest letters' darkness that the others have at least


def least_ink(small: Gray) -> int:
    """The darkness (0 white) from which a pixel of a reduced picture is ink: less where the whole page is pale, whose letters
    fall to pieces otherwise; never so little that the grain of the paper is ink, too."""
    import cv2
    import numpy as np

    counts = np.asarray(cv2.calcHist([small], [0], None, [256], [0, 256])).ravel()
    inked = counts[PAPER_GREY + 1:].cumsum()
    dark = PAPER_GREY + 1 + int(np.searchsorted(inked, 0.9 * inked[-1]))
    # Most of a page is paper: its grain spreads as far above the middle grey as below it.
    below = counts.cumsum()
    middle, low = (int(np.searchsorted(below, share * below[-1])) for share in (0.5, 0.16))
    return min(INK_GREY, max(PAPER_GREY, middle + GRAIN * (middle - low), round(PALE_INK * dark)))
