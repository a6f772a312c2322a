"""Streaks: a grain on the glass of a scanner that draws its sheets in makes a thin dark line from one edge of the page to the other.

Read as a rule, it parts a column of a table in two. What tells it from one is that it also runs through the margins, where no table reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

WIDE = 1.2               # points: no streak is wider
DARKER = 12              # by so much than the paper on both sides
ALONG = 0.7              # share of the page's length along which it is seen; letters lie over the rest
MARGIN, IN_MARGIN = 0.035, 0.8     # share of the page's length that is margin, and of each margin in which it is seen
MOST = 12                # streaks of a page; where more seem to be, they are the picture's screen


def drop_streaks(gray: Gray, dpi: float) -> Gray:
    """The picture as scanned without lines that run from edge to edge, upright or level; the same picture where there is none."""
    import numpy as np

    out = _upright(gray, dpi)
    turned = np.ascontiguousarray(out.T)
    level = _upright(turned, dpi)
    return out if level is turned else np.ascontiguousarray(level.T)


def _upright(gray: Gray, dpi: float) -> Gray:
    """The picture without streaks that run down it."""
    import numpy as np

    height, width = gray.shape
    reach = max(2, round(WIDE * dpi / 72))
    margin = round(MARGIN * height)
    if width < 8 * reach or margin < 8:
        return gray
    # The margins first: most pages have nothing there. The outermost rows are often the sheet's own edge.
    edge = margin // 4
    seen = np.ones(width, dtype=bool)
    for strip in (gray[edge:margin], gray[-margin:-edge]):
        seen &= _darker(strip, reach).mean(axis=0) >= IN_MARGIN
        if not seen.any():
            return gray
    places: list[int] = [x for x in np.flatnonzero(seen).tolist() if _darker(gray[:, x - reach:x + reach + 1], reach)[:, reach].mean() >= ALONG]
    streaks: list[tuple[int, int]] = []
    for x in places:
        if streaks and x - streaks[-1][1] <= reach:
            streaks[-1] = (streaks[-1][0], x)
        else:
            streaks.append((x, x))
    if not streaks or len(streaks) > MOST:
        return gray
    out = gray.copy()
    for first, last in streaks:
        left, right = max(0, first - 2), min(width - 1, last + 2)
        share = np.linspace(0, 1, right - left + 1, dtype=np.float32)[None, 1:-1]
        sides = gray[:, left:left + 1].astype(np.float32), gray[:, right:right + 1].astype(np.float32)
        out[:, left + 1:right] = (sides[0] * (1 - share) + sides[1] * share).astype(np.uint8)
    return out


def _darker(part: Gray, reach: int) -> NDArray[np.bool_]:
    """Where a picture is darker than on both sides, `reach` pixels away; never at its sides."""
    import numpy as np

    out = np.zeros(part.shape, dtype=bool)
    if part.shape[1] > 2 * reach:
        wide = part.astype(np.int16)
        out[:, reach:-reach] = np.minimum(wide[:, :-2 * reach], wide[:, 2 * reach:]) - wide[:, reach:-reach] >= DARKER
    return out
