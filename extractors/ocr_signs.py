"""Glyphs that Tesseract's Vietnamese data cannot read (≥, ≤) or confuses (I, II, III with 1, 11, H), told by shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.ocr_tesseract import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

INK = 150                # grey below which a pixel of a levelled picture is ink
SURE = 0.95              # confidence given to a glyph told by shape
_FAINT = (175, 195)      # the same where serifs are looked for in a soft picture
BESIDE = 2               # pixels beside a word's box that are looked at with it
FLAT = 1.15              # height by width of a ">" at most; figures are higher
ENLARGED = 3             # times, before strokes are looked at
_STROKES = re.compile(r"^([1IlL|!HNTiJ]{1,4})([VX]?)((?:[-.):/,;(\[].*)?)$")

_YEAR_RUN = re.compile(r"^[1IlL|!H]{1,3}U?(20[2-9]\d[.,;:)]?)$")       # "II/2026" read as "12026", in italics as "1L2026", "HU2026"
_WITH_YEAR = re.compile(r"^([1Il|!H]{1,3})(/20\d\d[.,;)]?)$")  # "Quý II/2026" read as "Quý 1/2026"
_LEANING = re.compile(r"^[1IlL|!HNTiJ]{1,5}/20\d\d\b")             # "II/2026" in italics, read as "III/2026", "TH/2026"
_SLANTS = (0.13, 0.16, 0.19, 0.22)      # columns by which a stroke of italics leans for each row, as seen in scans
_SURELY_READ = 0.9
_BEFORE_FIGURES = re.compile(r"^[^\w(]+(\d\S*)$")
_GLUED = re.compile(r"^L([B-ZĐ][A-ZĐÀ-Ỹ]+)$")       # "I.MỤC", its numeral and full stop read as L


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign found by shape; box in pixels (x0, top, x1, bottom)."""

    text: str
    box: tuple[int, int, int, int]

    def word(self) -> Word:
        x0, top, x1, bottom = self.box
        return Word(self.text, x0, top, x1, bottom, SURE)


def find_signs(gray: Gray, dpi: float) -> list[Sign]:
    """Every ≥ and ≤ of a page picture: an arrow head with a level bar close beneath it, of letter size."""
    import cv2
    import numpy as np

    pt = dpi / 72
    _, labels, stats, _ = cv2.connectedComponentsWithStats((gray < INK).astype(np.uint8), connectivity=8)
    boxes = [tuple(int(v) for v in s[:4]) for s in stats[1:]]
    heads = [(n + 1, b) for n, b in enumerate(boxes) if 3 * pt <= b[2] <= 14 * pt and 2.5 * pt <= b[3] <= 14 * pt]
    bars = [b for b in boxes if 3 * pt <= b[2] <= 16 * pt and b[3] <= max(3, 0.2 * b[2] + 1)]
    by_row: dict[int, list[tuple[int, ...]]] = {}
    for bar in bars:
        by_row.setdefault(int(bar[1] // (4 * pt)), []).append(bar)
    out = []
    for n, (x, y, w, h) in heads:
        if not 0.5 <= h / w <= 1.5:
            continue
        shape = labels[y:y + h, x:x + w] == n
        row = int((y + h) // (4 * pt))
        for bx, by, bw, bh in (bar for r in (row - 1, row, row + 1) for bar in by_row.get(r, ())):
            gap = by - (y + h)
            if -1 <= gap <= 0.35 * h and abs(bx - x) <= 0.25 * w and abs(bx + bw - x - w) <= 0.25 * w:
                text = _arrow(shape)
                if text:
                    out.append(Sign(text, (min(x, bx), y, max(x + w, bx + bw), by + bh)))
                break
        else:
            cut = _bar_at_foot(shape)
            if cut and (text := _arrow(shape[:cut])):
                out.append(Sign(text, (x, y, x + w, y + h)))
    return sorted(out, key=lambda s: (s.box[1], s.box[0]))


def _bar_at_foot(shape: NDArray[np.bool_]) -> int:
    """Row at which a bar that has grown together with the arrow above it starts; 0 where there is none."""
    height, width = shape.shape
    full = shape.sum(axis=1) >= 0.85 * width
    cut = height
    while cut > 0 and full[cut - 1]:
        cut -= 1
    return cut if cut < height and height - cut <= 0.3 * height and cut >= 0.5 * height else 0


def _arrow(shape: NDArray[np.bool_]) -> str:
    """"≥" for a mark in the shape of ">", "≤" for "<", "" for anything else.

    Nearly all ink lies near the two strokes of the ideal arrow, and ink lies all along both strokes."""
    import numpy as np

    rows = np.flatnonzero(shape.any(axis=1))
    if rows.size == 0:
        return ""
    shape = shape[rows[0]:rows[-1] + 1]
    height, width = shape.shape
    if height < 5 or width < 5 or not 0.5 <= height / width <= 1.6:
        return ""
    for text, mirrored in (("≥", shape), ("≤", shape[:, ::-1])):
        y, x = np.nonzero(mirrored)
        # Distance of each pixel from the strokes, measured upright as a share of the height.
        u, v = (x + 0.5) / width, (y + 0.5) / height
        upper, lower = np.abs(v - (0.08 + 0.42 * u)), np.abs(v - (0.92 - 0.42 * u))
        near = np.minimum(upper, lower)
        steps = np.arange(0.1, 0.95, 0.1)
        covered = [
            bool((mirrored[max(0, int((c - 0.16) * height)):int((c + 0.16) * height) + 1,
                           min(width - 1, int(s * width))]).any())
            for s in steps for c in (0.08 + 0.42 * s, 0.92 - 0.42 * s)
        ]
        left_middle = mirrored[int(0.36 * height):int(0.64 * height) + 1, :max(1, int(0.35 * width))]
        if (near <= 0.17).mean() >= 0.93 and sum(covered) >= 0.9 * len(covered) and left_middle.mean() < 0.12:
            return text
    return ""


def bound_before(cut: Gray) -> tuple[str, int]:
    """The ">" or "<" that stands first in the picture of a number, told by its shape, and the column behind it; ("", 0) where
    there is none. Readings of figures take it for one ("> 95" as "295", "3395")."""
    import cv2
    import numpy as np

    count, labels, stats, _ = cv2.connectedComponentsWithStats((cut < INK).astype(np.uint8), connectivity=8)
    marks = [n for n in range(1, count) if stats[n][3] >= 0.3 * cut.shape[0]]
    if len(marks) < 2:
        return "", 0
    first, second = sorted(marks, key=lambda n: int(stats[n][0]))[:2]
    x, y, width, height = (int(v) for v in stats[first][:4])
    if height > FLAT * width or stats[second][0] < x + width:
        return "", 0
    sign = _arrow(labels[y:y + height, x:x + width] == first)
    return {"≥": ">", "≤": "<"}.get(sign, ""), x + width


def blank(gray: Gray, signs: list[Sign]) -> Gray:
    """The picture with the signs painted white, so that Tesseract does not read them as something else."""
    out = gray.copy()
    for x0, top, x1, bottom in (s.box for s in signs):
        out[max(0, top - 2):bottom + 3, max(0, x0 - 2):x1 + 3] = 255
    return out


def within(box: tuple[int, int, int, int], area: tuple[int, int, int, int]) -> bool:
    """Whether the middle of a box lies in an area."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def put_signs(words: Sequence[Word], signs: Sequence[Sign]) -> list[Word]:
    """Words with the signs found by shape put on the line on which they stand; a sign on no line makes one.

    A dash that Tesseract saw in the gap from which a sign was painted out is left out."""
    words = [w for w in words if not any(_seen_in_gap(w, s) for s in signs)]
    out = list(words)
    free = max((w.line for w in words), default=-1) + 1
    for n, sign in enumerate(signs):
        word = sign.word()
        height = word.bottom - word.top
        mates = [w for w in words if min(w.bottom, word.bottom) - max(w.top, word.top) > 0.5 * min(height, w.bottom - w.top)]
        near = min(mates, key=lambda w: min(abs(w.x0 - word.x1), abs(word.x0 - w.x1)), default=None)
        if near is not None and near.x0 < word.x0 and word.x1 < near.x1 and (marred := _BEFORE_FIGURES.match(near.text)):
            # A speck before the sign was read with the figures behind it ("“200").
            out[out.index(near)] = replace(near, text=marred[1], x0=word.x1)
        out.append(replace(word, line=near.line if near is not None else free + n))
    return sorted(out, key=lambda w: (w.line, w.x0))


def _seen_in_gap(word: Word, sign: Sign) -> bool:
    """Whether a word without a letter or figure stands where the sign was painted out and nothing is left to read."""
    x0, top, x1, bottom = sign.box
    edge = 0.35 * (x1 - x0)
    level = min(word.bottom, bottom) - max(word.top, top) > 0
    return level and x0 - edge <= word.x0 and word.x1 <= x1 + edge and not any(c.isalnum() for c in word.text)


def roman_ones(word: Word, gray: Gray) -> Word:
    """A word that starts with strokes ("1", "l", "H/2026", "1L.", "IV") with as many I as the picture shows capital I with
    serifs; any other word as it is."""
    read = word.text
    if "⁄" in read:
        read = read.replace("⁄", "/").replace("//", "/")     # the slash of italics
    match = _STROKES.match(read)
    if not match and (glued := _GLUED.match(read)):
        match = _STROKES.match(f"L.{glued[1]}")
    if not match and (run := _YEAR_RUN.match(read)):
        match = _STROKES.match(f"I/{run[1]}")
        read = read if read[:5].isdigit() else f"I/{run[1]}"
    if not match:
        return word
    # Tesseract's box may cut a serif off; no other word stands that close.
    crop = gray[int(word.top):int(word.bottom) + 1, max(0, int(word.x0) - BESIDE):int(word.x1) + 1 + BESIDE]
    count, more = leading_ones(crop)
    if 0 < count < len(match[1]) and match[1].isdigit() and word.confidence > _SURELY_READ:
        count = 0            # the first of "11/2026" alone, with its flag blurred
    if not count and _LEANING.match(read):
        count = _leaning_ones(crop)
        count = count if not match[1].isdigit() or count == len(match[1]) else 0     # "11/2026" may be a month
    if not count and _WITH_YEAR.match(read):
        # A slash that touches the last serif: two figures 1 stand farther apart than two I, one alone has one stem.
        count = _stems_alike(crop)
        count = count if 2 <= count <= 3 else 0
    elif not count and set(match[1]) == {"I"} and not match[2]:
        # Read as capital I already, the serifs lost: only how many there are is to be seen.
        count = _stems_alike(crop)
        count = count if len(match[1]) < count <= 3 else 0
    if match[1] in {"L", "IL", "1L", "lL", "IIL"} and more and not match[2] and not match[3]:
        match = _STROKES.match(word.text + ".") or match       # the full stop that made an L of the I
    if not count or (match[2] and count > 1) or "I" * count + match[2] + match[3] == word.text:
        return word
    text = "I" * count + match[2] + match[3]
    return Word(text, word.x0, word.top, word.x1, word.bottom, max(word.confidence, SURE), word.line)


def _leaning_ones(crop: Gray) -> int:
    """How many capital I in italics a word's picture starts with (1 to 3), as two ways of shearing it upright agree; else 0."""
    import cv2
    import numpy as np

    height, width = crop.shape
    counts = []
    for slant in _SLANTS if crop.size else ():
        shear = np.array([[1.0, slant, 0.0], [0.0, 1.0, 0.0]], dtype=np.float32)
        upright = cv2.warpAffine(crop, shear, (width + round(slant * height), height), borderMode=cv2.BORDER_CONSTANT, borderValue=255)
        counts.append(leading_ones(np.asarray(upright, dtype=np.uint8))[0])
    best = max({n for n in counts if 1 <= n <= 3}, key=counts.count, default=0)
    return best if counts.count(best) > 1 else 0


def capital_i(crop: Gray) -> int:
    """Number of glyphs when all are serifed capital I (1 to 4), else 0."""
    count, more = leading_ones(crop)
    return count if not more and count <= 4 else 0


def leading_ones(crop: Gray) -> tuple[int, bool]:
    """How many serifed capital I a word's picture starts with, and whether anything follows them (a mark, another glyph).

    Serifs are thin: a soft or noisy scan shows them only in lighter greys, so several are tried. Behind one sure I every
    further stem is one, too, though its serif touches the slash of "II/2026"."""
    import cv2
    import numpy as np

    if crop.size == 0:
        return 0, False
    # Enlarged: at 200 dpi a serif is one pixel long.
    big = np.asarray(cv2.resize(crop, None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC))
    count, more = _leading(big, INK)
    for ink in _FAINT:
        if more:
            found, left = _leading(big, ink)
            if found > count:
                count, more = found, left
    return (max(count, _stems(big < INK)) if count and more else count), more


def _leading(big: Gray, level: int) -> tuple[int, bool]:
    """`leading_ones` of an enlarged picture, ink being what is darker than `level`."""
    import cv2
    import numpy as np

    ink = cv2.copyMakeBorder((big < level).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    tall = max((int(s[3]) for s in stats[1:]), default=0)
    if tall < 9 * ENLARGED:
        return 0, False
    marks = sorted((int(s[0]), n) for n, s in enumerate(stats) if n and s[3] >= 0.13 * tall)
    count = 0
    for _, n in marks:
        x, y, w, h = (int(v) for v in stats[n][:4])
        ones = _ones(np.equal(labels[y:y + h, x:x + w], n)) if h >= 0.7 * tall else 0
        if not ones:
            return count, True
        count += ones
    return count, False


def _stems(ink: NDArray[np.bool_]) -> int:
    """Upright stems side by side at the left of a word's picture, as far apart as those of II and III."""
    import numpy as np

    rows = np.flatnonzero(ink.any(axis=1))
    h = int(rows[-1] - rows[0] + 1)
    upright = ink[rows[0] + int(0.12 * h):rows[0] + int(0.88 * h) + 1].mean(axis=0) > 0.8
    edges = np.flatnonzero(np.diff(np.concatenate([[0], upright.astype(int), [0]])))
    count, reach = 0, int(0.1 * h)
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if a - reach > 0.45 * h or b - a > 0.35 * h:
            break
        count, reach = count + 1, int(b)
    return count


def _stems_alike(crop: Gray) -> int:
    """Upright stems at the left of a word's picture, where dark and light greys show as many; else 0."""
    import cv2
    import numpy as np

    if crop.shape[0] < 9 or crop.shape[1] < 3:
        return 0
    big = np.asarray(cv2.resize(crop, None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC))
    counts = {_stems(big < ink) if (big < ink).any() else 0 for ink in (INK - 20, INK, *_FAINT)}
    return counts.pop() if len(counts) == 1 else 0


def _ones(glyph: NDArray[np.bool_]) -> int:
    """Number of stems of a mark that is one capital I or several whose serifs touch; 0 for any other mark."""
    import numpy as np

    h = glyph.shape[0]
    stem = glyph[int(0.3 * h):max(int(0.7 * h), int(0.3 * h) + 1)].mean(axis=0) > 0.8
    edges = np.flatnonzero(np.diff(np.concatenate([[0], stem.astype(int), [0]])))
    stems = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if not stems or max(b - a for a, b in stems) > 0.35 * h:
        return 0
    blurred = stem.copy()
    for shift in range(1, max(1, round(0.05 * h)) + 1):
        blurred |= np.roll(stem, shift) | np.roll(stem, -shift)
    between = glyph[int(0.3 * h):int(0.7 * h), ~blurred]
    if between.size and between.mean() > 0.1:
        return 0
    foot = np.asarray(glyph[-max(2, h // 10):].any(axis=0), dtype=bool)
    head = np.asarray(glyph[:max(2, h // 10)].any(axis=0), dtype=bool)
    first, last = stems[0][0], stems[-1][1]
    over = max(_reach(head[:first][::-1]), _reach(head[last:]))
    under = max(_reach(foot[:first][::-1]), _reach(foot[last:]))
    # The bar of a T or L is longer than a serif.
    if max(over, under) > 0.23 * h or over > 1.7 * under + 0.04 * h:
        return 0
    for a, b in stems:
        # Serifs of neighbouring stems may touch.
        most = max(2, round(0.15 * h))
        ends = [min(most, _reach(side)) for side in (head[:a][::-1], head[b:], foot[:a][::-1], foot[b:])]
        # A figure one has a flag on its left only.
        if min(ends) < max(1.0, 0.05 * h) or min(ends[:2]) < 0.5 * max(ends[:2]):
            return 0
    return len(stems)


def _reach(ink: NDArray[np.bool_]) -> int:
    """Number of inked columns before the first empty one."""
    import numpy as np

    gaps = np.flatnonzero(~ink)
    return int(gaps[0]) if gaps.size else int(ink.size)
