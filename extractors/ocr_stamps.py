"""Round stamps of scans without colour: paler than print, they are told by their greys and taken out of the letters they cover."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

PAPER = 190              # grey of a levelled picture from which a pixel is paper
RADII = (24, 64)         # points: a state body's stamp is 36 mm across (Thông tư 45/2017/TT-BCA), others somewhat less or more
APART = 35               # greys by which a stamp is paler than print, or the two cannot be told
AROUND = 0.55            # share of a stamp's rim that is inked …
CLEAR = 0.3              # … and by how much more than just outside, where letters may stand
WHOLE = 0.5              # share of the rim that is inked without any widening: pale print has gaps between letters and lines
# … so much of a thin rim, if it goes nearly round once widened, an inscription stands within, and nothing at all just outside.
THIN, FULL, WRITTEN, NOTHING = 0.35, 0.7, 0.2, 0.03
PRINT, BARE = 0.35, 0.7  # of the way from print to the stamp's grey: what is darker is print, what is paler bare stamp
_ANGLES = 72


def fade_stamps(gray: Gray, dpi: float) -> Gray:
    """A levelled grey picture in which the marks of pale round stamps are white and the print that they cover is as before."""
    import cv2
    import numpy as np

    pt = dpi / 72
    ink = gray[gray < PAPER]
    if ink.size < 200:
        return gray
    dark = float(np.percentile(ink, 10))
    pale = ((gray > dark + APART) & (gray < PAPER)).astype(np.uint8)
    # The blurred rim of a letter is pale, too, but a pixel or two wide.
    solid = cv2.morphologyEx(pale, cv2.MORPH_OPEN, np.ones((max(3, round(pt)),) * 2, np.uint8))
    out = gray
    for x, y, r in _circles(np.asarray(solid, dtype=np.uint8), pt):
        disc = cv2.circle(np.zeros(gray.shape, np.uint8), (round(x * pt), round(y * pt)), round((r + 3) * pt), 1, -1) > 0
        marks = gray[disc & (solid > 0)]
        if marks.size < 30 * pt * pt:
            continue
        bare = float(np.median(marks))
        near = disc & (cv2.dilate(solid, np.ones((max(3, round(1.2 * pt)) | 1,) * 2, np.uint8)) > 0) & (gray < PAPER)
        share = (gray[near].astype(np.float32) - dark) / max(bare - dark, 1.0)
        if out is gray:
            out = gray.copy()
        out[near] = (np.clip((share - PRINT) / (BARE - PRINT), 0.0, 1.0) * 250).astype(np.uint8)
        # Thin rings and letters of the stamp are no wider than the rim of a letter, but no print lies beside them.
        left = disc & (out < PAPER)
        beside = cv2.dilate((out < max(dark + APART, (dark + bare) / 2)).astype(np.uint8), np.ones((max(3, round(1.5 * pt)) | 1,) * 2, np.uint8))
        out[left & (beside == 0)] = 250
    return out


def _circles(solid: Gray, pt: float) -> list[tuple[float, float, float]]:
    """Rings among the pale marks of a page: centre and radius in points, best first, none within another."""
    import cv2
    import numpy as np

    size = (max(1, round(solid.shape[1] / pt)), max(1, round(solid.shape[0] / pt)))
    small = np.asarray(cv2.resize(solid * 255, size, interpolation=cv2.INTER_AREA) > 60, dtype=np.uint8) * 255
    found = cv2.HoughCircles(small, cv2.HOUGH_GRADIENT, dp=1, minDist=RADII[0], param1=100, param2=16,
                             minRadius=RADII[0], maxRadius=RADII[1])
    if found is None:
        return []
    thick = cv2.dilate(small, np.ones((3, 3), np.uint8)) > 0
    out: list[tuple[float, float, float]] = []
    for x, y, r in (tuple(float(v) for v in c) for c in found[0][:8]):
        rim = max(_inked(thick, x, y, r + d) for d in (-2, -1, 0, 1, 2))
        whole = max(_inked(small > 0, x, y, r + d) for d in (-2, -1, 0, 1, 2))
        outside = _inked(thick, x, y, r + 6)
        rimmed = whole >= WHOLE or (whole >= THIN and rim >= FULL and outside <= NOTHING and (
            max(_inked(thick, x, y, r - d) for d in range(6, 22, 2)) >= WRITTEN))
        if rimmed and rim >= AROUND and rim - outside >= CLEAR and all(math.dist((x, y), o[:2]) > o[2] for o in out):
            out.append((x, y, r))
    return out


def _inked(mask: NDArray[np.bool_], x: float, y: float, r: float) -> float:
    """Share of a circle's points that lie on the mask."""
    import numpy as np

    angles = 2 * np.pi * np.arange(_ANGLES) / _ANGLES
    xs, ys = np.rint(x + r * np.cos(angles)).astype(int), np.rint(y + r * np.sin(angles)).astype(int)
    inside = (xs >= 0) & (ys >= 0) & (xs < mask.shape[1]) & (ys < mask.shape[0])
    return float(mask[ys[inside], xs[inside]].sum()) / _ANGLES
