"""The second look: ink that Tesseract left unread or was unsure of is cut out line by line and read again.

Page segmentation drops what stands alone: row numbers of tables without rules, a page number, the heading of the recipients.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.ocr_cells import BLOCK, Area, may_be_number, shared_out, stack, vote_numbers
from extractors.ocr_signs import INK, SURE, capital_i
from extractors.ocr_tesseract import Word, read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

UNSURE_LINE = 0.6        # mean confidence under which a line is read again
NOTHING = 0.25           # confidence under which a single word is
ALONE = 12.0             # points of white on both sides of a short word that may be a lone number
BELIEVED = 0.5           # confidence that words found by the second look need; numbers are put to the vote
VOTED = 0.3
PART_READ = 0.75         # share of a mark outside all words under which it belongs to a word
MOST = 150               # more patches than this are specks or handwriting


def second_look(words: Sequence[Word], picture: Gray, source: str, dpi: float) -> list[Word]:
    """The words of a page's prose with doubtful lines and lone numbers read again, and unread ones added."""
    pieces = _pieces(words, ALONE * dpi / 72)
    doubtful = [piece for piece in pieces if _mean(piece) < UNSURE_LINE]
    # A word that is nothing (confidence near 0) in a good line hides ink too ("Nơi" read as ".").
    doubtful += [[w] for piece in pieces if piece not in doubtful for w in piece if w.confidence < NOTHING]
    bad = [w for piece in doubtful for w in piece]
    lone = [w for piece in pieces if piece not in doubtful for w in piece if w not in bad and _alone(w, words, dpi)]
    sure = [w for piece in pieces for w in piece if w not in bad and w not in lone]
    patches = unread(picture, sure, dpi)
    if not patches or len(patches) > MOST:
        return list(words)
    cuts = [picture[top:bottom, x0:x1] for x0, top, x1, bottom in patches]
    sheet, spots = stack([(area[0], area[1], cut) for area, cut in zip(patches, cuts, strict=True)])
    again = shared_out(read_words([sheet], BLOCK, source, dpi=round(dpi))[0], spots)
    chosen = [n for n, area in enumerate(patches) if may_be_number(again[n], area, dpi)]
    voted = vote_numbers([cuts[n] for n in chosen], [("".join(w.text for w in again[n]), _mean(again[n])) for n in chosen],
                         source, dpi)
    for n, result in zip(chosen, voted, strict=True):
        strokes = capital_i(cuts[n])
        if strokes:
            again[n] = [Word("I" * strokes, *patches[n], SURE)]
        elif result is not None and result[1] >= VOTED:
            again[n] = [Word(result[0], *patches[n], result[1])]
    numbered = [w for w in sure if w.text.isdigit()] + [again[n][0] for n in chosen if len(again[n]) == 1 and again[n][0].confidence >= VOTED]
    for n, result in zip(chosen, voted, strict=True):
        if result is not None and result[1] < VOTED and result[0].isdigit() and _between(int(result[0]), patches[n], numbered):
            again[n] = [Word(result[0], *patches[n], BELIEVED)]
    out = list(sure)
    used: set[int] = set()
    for old in [*doubtful, *([w] for w in lone)]:
        mine = [n for n, area in enumerate(patches) if any(_touch(area, w) for w in old)]
        fresh = [w for n in mine for w in again[n]]
        letters = len(old[0].text) > 2 and old[0].text.isalpha()
        better = bool(fresh) and ((old[0] in lone and not letters) or _mean(fresh) > _mean(old))
        if better and used.isdisjoint(mine):
            # What stood on a line stays on it, and a speck over a line has no say in that.
            home = max([*bad, *lone], key=lambda w: max(_shared(patches[n], w) for n in mine))
            out += [replace(w, line=home.line) for n in mine for w in again[n]] if len(mine) == 1 else _as_lines(
                [again[n] for n in mine], out, words)
        elif not better:
            out += old
        used |= set(mine)
    free = [again[n] for n in range(len(patches)) if n not in used and again[n]]
    good = [ws for ws in free if _mean(ws) >= BELIEVED or (len(ws) == 1 and ws[0].text.isdigit() and ws[0].confidence >= VOTED)]
    return out + _as_lines([ws for ws in good if any(c.isalnum() or c in "-–+%" for w in ws for c in w.text)], out, words)


def _between(number: int, area: Area, words: Sequence[Word]) -> bool:
    """Whether the numbers next above and below in the same column are the one before and the one after."""
    column = [w for w in words if w.text.isdigit() and min(w.x1, area[2]) > max(w.x0, area[0])]
    above = max((w for w in column if w.bottom <= area[1]), key=lambda w: w.top, default=None)
    below = min((w for w in column if w.top >= area[3]), key=lambda w: w.top, default=None)
    return above is not None and below is not None and int(above.text) + 1 == number == int(below.text) - 1


def _pieces(words: Sequence[Word], gap: float) -> list[list[Word]]:
    """Tesseract's lines cut where their words stand further apart than `gap` pixels."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    out: list[list[Word]] = []
    for line in lines.values():
        line.sort(key=lambda w: w.x0)
        out.append([line[0]])
        for before, word in itertools.pairwise(line):
            if word.x0 - before.x1 > gap:
                out.append([])
            out[-1].append(word)
    return out


def _mean(words: Sequence[Word]) -> float:
    letters = sum(len(w.text) for w in words)
    return sum(w.confidence * len(w.text) for w in words) / letters if letters else 0.0


def _as_lines(groups: Sequence[Sequence[Word]], present: Sequence[Word], given: Sequence[Word]) -> list[Word]:
    """Words of patches with line numbers of their own."""
    free = max([w.line for w in present] + [w.line for w in given], default=-1) + 1
    return [replace(w, line=free + n) for n, group in enumerate(groups) for w in group]


def _alone(word: Word, words: Sequence[Word], dpi: float) -> bool:
    """Whether a short word that may be a number or Roman numeral has no neighbour close by on its line."""
    if len(word.text) > 4 or word.text[-1] in ".)" or not may_be_number(
            [word], (int(word.x0), int(word.top), int(word.x1), int(word.bottom)), dpi):
        return False
    reach = ALONE * dpi / 72
    return not any(w is not word and w.top < word.bottom and w.bottom > word.top
                   and w.x0 < word.x1 + reach and w.x1 > word.x0 - reach for w in words)


def _shared(area: Area, word: Word) -> float:
    """Pixels that an area and a word's box share."""
    return max(0.0, min(area[2], word.x1) - max(area[0], word.x0)) * max(0.0, min(area[3], word.bottom) - max(area[1], word.top))


def _touch(area: Area, word: Word) -> bool:
    return area[0] < word.x1 and area[2] > word.x0 and area[1] < word.bottom and area[3] > word.top


def unread(picture: Gray, words: Sequence[Word], dpi: float) -> list[Area]:
    """Areas (x0, top, x1, bottom) of letter-like ink outside the words' boxes, a printed line each, top to bottom."""
    import cv2
    import numpy as np

    pt = dpi / 72
    ink = (picture < INK).astype(np.uint8)
    count, whole, sizes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    free = np.ones(ink.shape, dtype=bool)
    for word in words:
        free[max(0, int(word.top) - 2):int(word.bottom) + 3, max(0, int(word.x0) - 2):int(word.x1) + 3] = False
    # Tesseract's boxes may stand a few pixels beside their letter: a mark that a box holds a good part of has been read.
    outside = np.bincount(whole[free & (ink > 0)], minlength=count) / np.maximum(sizes[:, cv2.CC_STAT_AREA], 1)
    ink[(outside < PART_READ)[whole]] = 0
    del whole  # four bytes for each pixel
    ink[~free] = 0
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    # Letters, figures and dashes; no specks, rules, strokes of a pen.
    keep = np.array([
        n > 0 and s[2] <= 60 * pt and s[3] <= 26 * pt and s[4] >= 1.2 * pt * pt and (s[3] >= 4 * pt or s[2] >= 2.5 * pt or s[4] >= 2 * pt * pt)
        for n, s in enumerate(stats)])
    marks = keep[labels].astype(np.uint8)
    joined = cv2.morphologyEx(marks, cv2.MORPH_CLOSE, np.ones((max(1, round(2.5 * pt)), max(1, round(7 * pt))), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    height, width = picture.shape
    out = []
    for x, y, w, h, _ in (tuple(int(v) for v in s) for s in stats[1:]):
        part = marks[y:y + h, x:x + w]
        if h < 4.5 * pt or h > 40 * pt or int(part.sum()) < 4 * pt * pt:
            continue
        out.append((max(0, x - 3), max(0, y - 3), min(width, x + w + 3), min(height, y + h + 3)))
    return sorted(out, key=lambda a: (a[1], a[0]))
