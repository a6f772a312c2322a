"""Photocopies: dark margins and dust are painted white, so that no mark is read from them.

Dust is as large as a full stop. What tells it is its place: a full stop stands at the foot of the letter before it, the dot of
an i over or under one, the dots of a colon or of a line to fill in beside each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]
    Boxes = NDArray[np.float32]      # a row for each mark: x0, top, x1, bottom in points

DARK = 110               # grey below which a margin is dark
THICK = 5.0              # points: no rule and no stroke of a letter is
INK = 185                # grey below which a pixel may be dust
SPECK = 2.4              # points: dust, full stops and the dots of letters are no longer
LETTER = 40.0            # points: longest mark that is a letter
FEW = 25                 # specks of a page that need no cleaning
MOST = 8000              # … and above which they are a picture's screen or noise, no dust
FAR, FEW_FAR = 5.0, 10   # points from all print, and how many specks of a dusty page lie there: what lies between letters alone
                         # are marks and pieces of letters, which faint toner and slanted colons leave standing free
_OVER, _ASIDE = 2.8, 1.0     # points from ink in which the dot of a letter stands, up and down and sideways
_BEHIND, _RISE, _FALL = 4.4, 3.8, 1.2     # … in which a full stop stands behind it, over and under its foot
_COMMA = 5.0             # points: a comma is no longer
_COLON, _LINE, _LEVEL = 7.0, 6.0, 0.8     # points between the dots of a colon and of a line of dots, and how exactly they align
_SLANT = 0.4             # of its height by which the upper dot of a colon in italics, or on a skewed page, stands to the right
FADE, FADED = 10.0, 0.86  # points that a dark margin takes to fade, and the share of the paper's brightness from which it is paper


def clear_margins(gray: Gray, dpi: float) -> Gray:
    """The picture with dark areas that reach its edge painted white; the same picture where there is none."""
    import cv2
    import numpy as np

    factor = 0.25
    small = cv2.resize(gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    side = max(3, round(THICK * dpi / 72 * factor))
    dark = cv2.copyMakeBorder((small < DARK).astype(np.uint8), side, side, side, side, cv2.BORDER_REPLICATE)
    dark = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))[side:-side, side:-side]
    _, labels, _, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    edge = edge[edge > 0]
    if not edge.size:
        return gray
    area = cv2.dilate(np.isin(labels, edge).astype(np.uint8), np.ones((2 * side + 1,) * 2, np.uint8))
    # Its shadow fades into the paper; levelled, the end of it would look like a rule around the page.
    shade = (small < FADED * float(np.percentile(small, 70))).astype(np.uint8)
    for _ in range(max(1, round(FADE * dpi / 72 * factor / 2))):
        area |= cv2.dilate(area, np.ones((5, 5), np.uint8)) & shade
    # A page that is dark as a whole is no page with a dark margin.
    if area.mean() > 0.25:
        return gray
    out = gray.copy()
    out[cv2.resize(area, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_NEAREST) > 0] = 255
    return out


def drop_dust(gray: Gray, dpi: float) -> Gray:
    """The levelled picture of a dusty page without specks that are no part of its print; other pages come back as they are."""
    import cv2
    import numpy as np

    pt = dpi / 72
    _, labels, stats, _ = cv2.connectedComponentsWithStats((gray < INK).astype(np.uint8), connectivity=8)
    length = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    small = length <= SPECK * pt
    letters = ~small & (length <= LETTER * pt)
    larger = ~small
    small[0] = letters[0] = larger[0] = False
    numbers = np.flatnonzero(small)
    if not FEW <= len(numbers) <= MOST:
        return gray
    x, y, w, h = (stats[:, n].astype(np.float32) / pt for n in range(4))
    boxes: Boxes = np.stack([x, y, x + w, y + h], axis=1)
    # Also ink of letters that touch a rule, which makes one mark of them.
    reach = np.ones((2 * round(_OVER * pt) + 1, 2 * round(_ASIDE * pt) + 1), np.uint8)
    around = cv2.dilate(larger.astype(np.uint8)[labels], reach)
    near = around[(stats[numbers, 1] + stats[numbers, 3] // 2), (stats[numbers, 0] + stats[numbers, 2] // 2)] > 0
    print_ = of_print(boxes[numbers], boxes[letters])
    dust = numbers[~(near | print_)]
    if len(dust) < FEW:
        return gray
    wide = cv2.dilate(larger.astype(np.uint8)[labels], np.ones((2 * round(FAR * pt) + 1,) * 2, np.uint8))
    far = wide[(stats[numbers, 1] + stats[numbers, 3] // 2), (stats[numbers, 0] + stats[numbers, 2] // 2)] == 0
    count = int((far & ~print_).sum())
    # Dust lies evenly; where less of it lies far from print than of the page does, it is letters and rules that faint toner tore.
    if count < max(FEW_FAR, len(dust) * float((wide == 0).mean())):
        return gray
    gone = np.zeros(len(stats), dtype=np.uint8)
    gone[dust] = 1
    out = gray.copy()
    out[cv2.dilate(gone[labels], np.ones((3, 3), np.uint8)) > 0] = 255
    return out


def of_print(specks: Boxes, letters: Boxes) -> NDArray[np.bool_]:
    """Which specks are full stops, the dots of colons and semicolons and lines of dots, by their place."""
    import numpy as np

    keep = np.zeros(len(specks), dtype=bool)
    for start in range(0, len(specks), 256):
        part = specks[start:start + 256, None, :]
        if len(letters):
            gap, foot = part[..., 0] - letters[:, 2], part[..., 3] - letters[:, 3]
            behind = (gap > -1.0) & (gap < _BEHIND) & (foot > -_RISE) & (foot < _FALL)
            # The dot over the comma of a semicolon.
            comma = (letters[:, 3] - letters[:, 1] < _COMMA) & (letters[:, 2] - letters[:, 0] < _COMMA)
            aside = (part[..., 0] + part[..., 2] - letters[:, 0] - letters[:, 2]) / 2
            stacked = comma & (aside > -2 * _LEVEL) & (aside < 2 * _LEVEL + _SLANT * 4)
            stacked &= (letters[:, 1] > part[..., 3]) & (letters[:, 1] - part[..., 3] < _COLON)
            keep[start:start + 256] = (behind | stacked).any(axis=1)
    middle = np.stack([(specks[:, 0] + specks[:, 2]) / 2, (specks[:, 1] + specks[:, 3]) / 2], axis=1)
    for start in range(0, len(specks), 256):
        away = middle[start:start + 256, None, :] - middle[None, :, :]
        apart = np.abs(away)
        itself = np.arange(start, start + len(apart))
        apart[np.arange(len(apart)), itself] = np.inf
        over = np.where(away[..., 1] < 0, away[..., 0], -away[..., 0])     # how far right the upper of two stands
        colon = (over > -_LEVEL) & (over < _LEVEL + _SLANT * apart[..., 1]) & (apart[..., 1] < _COLON) & keep[None, :]
        dots = (apart[..., 1] < _LEVEL) & (apart[..., 0] < _LINE)
        keep[start:start + 256] |= (colon | dots).any(axis=1)
    return keep
