"""Rules that are hardly darker than the paper: told by being a little darker than what lies above and below (or left and right of)
them all along, which noise and letters are not."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

ALONG = 4.0              # points over which greys are averaged along a rule
LONG, TALL = 24.0, 17.0  # points: rules are longer than dashes, higher than letters
ASIDE = 1.8              # points to both sides where the paper is looked at
DARKER = 8               # greys by which a rule is darker than the paper on both sides
PAPER, NEAR = 240, 205   # grey of the paper on one side of a rule, and on the other, where letters may come close
ROUGH = 3                # times a page is reduced for a first look
ROUGH_DARKER = 4         # greys by which a rule is darker there: one or two pixels of three are its own
ACROSS, DOWN = 80.0, 30.0    # points: what a table without any such rule cannot be
LEAST = 3                # rules of either kind that a table has


def pale_lines(gray: Gray, pt: float, level: bool, darker: int = DARKER) -> Gray:
    """Where thin marks run along the page (`level`) or down it, darker than both their sides, as a mask (255)."""
    import cv2
    import numpy as np

    along, aside, long = max(3, round(ALONG * pt)), max(2, round(ASIDE * pt)), max(5, round((LONG if level else TALL) * pt))
    even = cv2.blur(gray, (along, 1) if level else (1, along))
    # Letters are shorter than rules: what is dark for less than that is painted over.
    even = np.asarray(cv2.morphologyEx(even, cv2.MORPH_CLOSE, np.ones((1, long) if level else (long, 1), np.uint8)), dtype=np.uint8)
    out = np.zeros_like(even)
    one, other, middle, marks = (even[:-2 * aside], even[2 * aside:], even[aside:-aside], out[aside:-aside]) if level else (
        even[:, :-2 * aside], even[:, 2 * aside:], even[:, aside:-aside], out[:, aside:-aside])
    least, most = cv2.min(one, other), cv2.max(one, other)
    darkness = cv2.subtract(least, middle)
    darkness[(least < NEAR) | (most < PAPER)] = 0
    marks[:] = cv2.threshold(darkness, darker - 1, 255, cv2.THRESH_BINARY)[1]
    return out


def seems_ruled(gray: Gray, pt: float, known: Sequence[tuple[int, int, int, int]] = ()) -> bool:
    """Whether a page shows long pale marks both along and down it, as a first look at a reduced picture tells; what stands in the
    `known` tables' boxes (x0, top, x1, bottom) does not count."""
    import cv2
    import numpy as np

    small = np.asarray(cv2.resize(gray, None, fx=1 / ROUGH, fy=1 / ROUGH, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    for x0, top, x1, bottom in known:
        small[max(0, top - round(3 * pt)) // ROUGH:(bottom + round(3 * pt)) // ROUGH + 1, max(0, x0 - round(3 * pt)) // ROUGH:(x1 + round(3 * pt)) // ROUGH + 1] = 255
    pt /= ROUGH
    if min(small.shape) < 10 * pt:
        return False
    for level, least in ((False, DOWN), (True, ACROSS)):
        n = max(3, round(least * pt))
        marks = pale_lines(small, pt, level, ROUGH_DARKER)
        marks = cv2.dilate(marks, np.ones((3, 1) if level else (1, 3), np.uint8))
        long = cv2.morphologyEx(marks, cv2.MORPH_OPEN, np.ones((1, n) if level else (n, 1), np.uint8))
        if cv2.connectedComponentsWithStats(long, connectivity=8)[0] - 1 < LEAST:
            return False
    return True


WIDE, HIGH = 150.0, 40.0     # points: smaller nets of rules are left as they are
COVERED = 0.25           # share of a net's width or height along which a rule of it is seen at least
SEEN = 2.5               # greys by which a piece of a rule is darker than both its sides on average
LETTER = 205             # grey below which a pixel beside a rule is of a letter
DRIFT = 2.0              # points that a rule may lie off its place
BARE, BARE_UPRIGHT = 0.3, 0.6  # share of a piece that no letter hides, so that it can be looked at; a cell's lines may touch the rule below


def whole_rules(gray: Gray, across: Gray, down: Gray, pt: float) -> tuple[Gray, Gray]:
    """The masks of pale rules with each net of them made whole: its rules are drawn through, each piece between two others where
    the picture is a little darker there; what is no rule of the net (stems of letters) goes."""
    import cv2
    import numpy as np

    reach = round(5 * pt)
    joined = cv2.bitwise_or(cv2.dilate(across, np.ones((1, 2 * reach + 1), np.uint8)), cv2.dilate(down, np.ones((2 * reach + 1, 1), np.uint8)))
    out_across, out_down = across.copy(), down.copy()
    for x, y, w, h, _ in (tuple(int(v) for v in s) for s in cv2.connectedComponentsWithStats(joined, connectivity=8)[2][1:]):
        if w < WIDE * pt or h < HIGH * pt:
            continue
        box = (slice(y, y + h), slice(x, x + w))
        ys, xs = _places(across[box], pt, level=True), _places(down[box], pt, level=False)
        if len(ys) < 2 or len(xs) < 3:
            continue
        part = gray[box]
        level, upright = np.zeros_like(part), np.zeros_like(part)
        for row in ys:
            for left, right in itertools.pairwise(xs):
                if (at := _seen(part[:, left:right], row, pt, level=True)) is not None:
                    level[max(0, at - 1):at + 2, left:right + 1] = 255
        for col in xs:
            for top, bottom in itertools.pairwise(ys):
                if (at := _seen(part[top:bottom].T, col, pt, level=False)) is not None:
                    upright[top:bottom + 1, max(0, at - 1):at + 2] = 255
        out_across[box], out_down[box] = level, upright
    return out_across, out_down


def _places(mask: Gray, pt: float, level: bool) -> list[int]:
    """Where a net's rules of one kind lie: middles of the stretches that marks cover well enough."""
    import cv2
    import numpy as np

    wide = np.asarray(cv2.dilate(mask, np.ones((round(2 * pt) | 1, 1) if level else (1, round(2 * pt) | 1), np.uint8)))
    covered = (wide > 0).mean(axis=1 if level else 0) >= COVERED
    edges = np.flatnonzero(np.diff(np.concatenate([[0], covered.astype(np.int8), [0]])))
    weight = (mask > 0).sum(axis=1 if level else 0)
    out = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        share = weight[a:b]
        out.append(round(float((np.arange(a, b) * share).sum() / share.sum())) if share.sum() else int((a + b) // 2))
    return out


def _seen(part: Gray, place: int, pt: float, level: bool) -> int | None:
    """Where near the row `place` of a part of the page, turned on its side for an upright, a rule runs through it; None where none does."""
    import numpy as np

    drift, aside = round(DRIFT * pt), max(2, round(ASIDE * pt))
    low, high = max(0, place - drift - aside), min(part.shape[0], place + drift + aside + 1)
    strip = part[low:high]
    if strip.shape[0] < 2 * aside + 1 or strip.shape[1] < 2 * round(pt) + 3:
        return None
    letters = (strip[:aside] < LETTER).any(axis=0) | (strip[-aside:] < LETTER).any(axis=0)
    letters = np.convolve(letters, np.ones(2 * round(pt) + 1), "same") > 0.5     # their soft edges, too
    bare = strip[:, ~letters]
    if bare.shape[1] < (BARE if level else BARE_UPRIGHT) * strip.shape[1]:
        return place if level else None     # words run across the place of an upright in merged cells alone
    means = bare.mean(axis=1)
    # At the net's edge there may be no room for one of the sides.
    first = means[:-2 * aside] - means[aside:-aside]
    second = means[2 * aside:] - means[aside:-aside]
    darker = np.minimum(first, second)
    best = int(darker.argmax())
    return low + aside + best if darker[best] >= SEEN else None


def under_words(part: Gray, place: int, pt: float, print_: int) -> bool:
    """Whether an upright near the column `place` of a row's picture shows between the letters of words that run across it."""
    import numpy as np

    drift, aside = round(DRIFT * pt), max(2, round(ASIDE * pt))
    strip = part[2:-2, max(0, place - drift - aside):place + drift + aside + 1]
    if strip.shape[1] < 2 * aside + 1 or strip.shape[0] < 5 * pt:
        return False
    bare = strip[(strip >= LETTER).all(axis=1)]
    if bare.shape[0] < 2 * pt:
        return False
    means = bare.mean(axis=0)
    darker = np.minimum(means[:-2 * aside] - means[aside:-aside], means[2 * aside:] - means[aside:-aside])
    best = int(darker.argmax())
    at = aside + best
    run_over = (strip[:, at - 1:at + 2] < print_).all(axis=1).sum() >= 2
    return bool(darker[best] >= SEEN and run_over)
