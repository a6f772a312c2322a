"""Reads the cells of a grid: columns stacked and read as blocks of text, short numbers read five ways and put to the vote.

Tesseract's Vietnamese data reads a lone figure badly and is sure of it all the same ("3" → "8" at 0.96, measured on 219 number
cells of degraded pages: 15 wrong, 7 of them sure). Further readings with the English data at three sizes and of the figure
doubled, together with the count of figures seen in the picture, leave none that is wrong and sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.ocr_alone import read_alone
from extractors.ocr_grid import Grid, GridCell
from extractors.ocr_layout import Row, rows_of
from extractors.ocr_signs import INK, SURE, Sign, bound_before, capital_i, put_signs, roman_ones, within
from extractors.ocr_tesseract import FIGURES, LANGUAGE, Word, read_words
from extractors.ocr_unread import badly_read, read_loose

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

BLOCK = 6                # Tesseract's page segmentation mode: one uniform block of text
STACK_GAP = 40           # pixels of white between the cells of a stack; 20 to 60 read alike, words further apart drift
STACK_EDGE = 40
SHORT = 60.0             # points: a number cell's ink is no wider
UNREAD, LONGEST = 0.5, 8  # confidence under which a word was not read, and its letters at most where it may be a number
ONE_LINE = 15.0          # points: and no higher
LETTER = 3.0             # points: a letter, a figure or a dash is as high or as wide …
SPECK = 8.0              # … and signs that are smaller stand no further from them
SIZES = (1.0, 1.2, 0.8)  # sizes at which numbers are read again
LINE_SURE = 0.8
LINE_READINGS = (LANGUAGE, 200), (LANGUAGE, 150), (FIGURES, 200), (FIGURES, 300)      # large numbers of several figures are read worse: "75,5" of 14 points at 300 dpi as "75,0", right at two thirds
_NUMBER = re.compile(r"^[<>]?[\d.,]*\d[\d.,]*%?$|^%$|^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3})$")
_CAPITALS = re.compile(r"^(?:[A-Z]{2,5}|Stt|Tt)$")     # "STT", which the Vietnamese data reads as "SIT" or "Sứt"
_OPENERS = {"TT", "STT"}
_STROKES = str.maketrans({"l": "I", "|": "I", "!": "I", "H": "II"})
_MAYBE_NUMBER = re.compile(r"\d|^.{0,2}$")

Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cut stands in its stack (top, bottom, with half the gap) and its shift to the page (dx, dy)."""

    top: float
    bottom: float
    dx: float
    dy: float


def read_grid(grid: Grid, clean: Gray, signs: Sequence[Sign], source: str, dpi: float) -> list[list[Row]]:
    """Rows of each cell of a grid. Cells of one column are stacked, each cut to its ink, and read as one block of text:
    Tesseract then neither mixes cells nor meets a lone figure without neighbours."""
    areas = [ink_of(cell, clean, dpi) for cell in grid.cells]
    columns: dict[tuple[int, int], list[int]] = {}
    for n, cell in enumerate(grid.cells):
        if areas[n] is not None:
            columns.setdefault((cell.col, cell.col_span), []).append(n)
    members = list(columns.values())
    stacks = [stack([(a[0], a[1], _cut(clean, a)) for n in group if (a := areas[n])]) for group in members]
    found: list[list[Word]] = [[] for _ in grid.cells]
    for group, (_, spots), words in zip(members, stacks, read_words([p for p, _ in stacks], BLOCK, source, dpi=round(dpi)),
                                        strict=True):
        for n, mine in zip(group, shared_out(words, spots), strict=True):
            found[n] = [roman_ones(w, clean) for w in mine]
    bad = [n for n, a in enumerate(areas) if a is not None and badly_read(found[n], a, dpi)]
    if bad:
        again, places = stack([(a[0], a[1], _cut(clean, a)) for n in bad if (a := areas[n])])
        read_loose(found, bad, again, lambda words: [[roman_ones(w, clean) for w in mine] for mine in shared_out(words, places)], source, dpi)
    numbers = {n: a for n, a in enumerate(areas) if a is not None and may_be_number(found[n], a, dpi)}
    read_alone(found, [(n, a, _cut(clean, a)) for n, a in enumerate(areas) if a is not None and n not in numbers], source, dpi)
    voted = vote_numbers([_cut(clean, a) for a in numbers.values()], [_joined(found[n]) for n in numbers], source, dpi)
    for (n, area), result in zip(numbers.items(), voted, strict=True):
        line = found[n][0].line if found[n] else 0
        strokes = capital_i(_cut(clean, area))
        if strokes:
            found[n] = [Word("I" * strokes, *area, SURE, line)]
        elif result is not None:
            found[n] = [Word(result[0], *area, result[1], line)]
    read_lines(found, [n for n in range(len(found)) if n not in numbers], clean, source, dpi)
    return [rows_of(put_signs(words, [s for s in signs if within(s.box, cell.box)]))
            for cell, words in zip(grid.cells, found, strict=True)]


def _cut(clean: Gray, area: Area) -> Gray:
    return clean[area[1]:area[3], area[0]:area[2]]


def ink_of(cell: GridCell, clean: Gray, dpi: float) -> Area | None:
    """The part of a cell that holds ink (x0, top, x1, bottom in the page); None where the cell is empty."""
    import cv2
    import numpy as np

    x0, top, x1, bottom = cell.box
    edge = max(1, round(0.5 * dpi / 72))
    part = clean[top + edge:bottom - edge, x0 + edge:x1 - edge]
    if part.size == 0:
        return None
    _, labels, stats, _ = cv2.connectedComponentsWithStats((part < INK).astype(np.uint8), connectivity=8)
    # Specks, and what is left of a rule at the cell's edge, are no ink.
    least = max(4.0, 4 * (0.35 * dpi / 72) ** 2)
    h, w = part.shape
    keep = np.array([
        n > 0 and s[4] >= least and not (s[3] <= 2 and s[2] > 0.5 * w) and not (s[2] <= 2 and s[3] > 0.5 * h)
        for n, s in enumerate(stats)])
    _drop_specks(keep, stats, dpi / 72)
    ys, xs = np.nonzero(keep[labels])
    if ys.size < 2 * least:
        return None
    pad = 2
    return (x0 + edge + max(0, int(xs.min()) - pad), top + edge + max(0, int(ys.min()) - pad),
            x0 + edge + min(w, int(xs.max()) + 1 + pad), top + edge + min(h, int(ys.max()) + 1 + pad))


def _drop_specks(keep: NDArray[np.bool_], stats: NDArray[np.int32], pt: float) -> None:
    """Unmarks what is small and stands away from all letters and figures of a cell: the noise between them would be read with it."""

    large = keep & (stats[:, 2:4].max(axis=1) >= LETTER * pt)
    if not large.any():
        return
    left, top, right, bottom = stats[:, 0], stats[:, 1], stats[:, 0] + stats[:, 2], stats[:, 1] + stats[:, 3]
    away = SPECK * pt
    keep &= (right >= left[large].min() - away) & (left <= right[large].max() + away)
    keep &= (bottom >= top[large].min() - away) & (top <= bottom[large].max() + away)


def stack(cuts: Sequence[tuple[int, int, Gray]]) -> tuple[Gray, list[Spot]]:
    """Cuts (page x, page top, picture) one above the other on white, left ends level; and where each one stands."""
    import numpy as np

    width = max(c.shape[1] for _, _, c in cuts) + 2 * STACK_EDGE
    height = sum(c.shape[0] + STACK_GAP for _, _, c in cuts) + STACK_GAP
    picture = np.full((height, width), 255, np.uint8)
    y, spots = STACK_GAP, []
    for x0, top, cut in cuts:
        h, w = cut.shape
        picture[y:y + h, STACK_EDGE:STACK_EDGE + w] = cut
        spots.append(Spot(y - STACK_GAP / 2, y + h + STACK_GAP / 2, x0 - STACK_EDGE, top - y))
        y += h + STACK_GAP
    return picture, spots


def shared_out(words: Sequence[Word], spots: Sequence[Spot], scale: float = 1.0) -> list[list[Word]]:
    """The words of a stack read at `scale`, given to the cuts on which they stand and moved to the page."""
    out: list[list[Word]] = [[] for _ in spots]
    for word in words:
        middle = (word.top + word.bottom) / 2 / scale
        for mine, spot in zip(out, spots, strict=True):
            if spot.top <= middle < spot.bottom:
                mine.append(word.moved(spot.dx, spot.dy, 1 / scale))
                break
    return out


def read_lines(found: Sequence[list[Word]], chosen: Sequence[int], clean: Gray, source: str, dpi: float) -> int:
    """Short lines of the `chosen` cells that were not read ("75,5%" between "Trên" and another line as "//sJfsis"), in place, where
    further readings see one number. How many."""
    import cv2
    import numpy as np

    lines = [(n, k) for n in chosen for k, word in enumerate(found[n]) if _is_unread_line(word, found[n], dpi / 72)]
    if not lines:
        return 0
    picture, spots = stack([(0, 0, _around(found[n][k], clean, dpi / 72)) for n, k in lines])
    readings = []
    for data, dots in LINE_READINGS:
        scale = min(1.0, dots / dpi)
        small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        readings.append(shared_out(read_words([small], BLOCK, source, dpi=round(dpi), language=data)[0], spots, scale))
    count = 0
    for (n, k), *several in zip(lines, *readings, strict=True):
        votes = Counter(text for words in several if _NUMBER.match(text := _joined(words)[0].rstrip(".,")) and any(c.isdigit() for c in text))
        best = votes.most_common(1)
        others = sum(count for text, count in votes.items() if _figures(text) != _figures(best[0][0]))
        if best and best[0][1] >= (3 if others else 2):
            found[n][k] = replace(found[n][k], text=best[0][0], confidence=LINE_SURE)
            count += 1
    return count


def _figures(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _is_unread_line(word: Word, words: Sequence[Word], pt: float) -> bool:
    """Whether a word that was not read is all of a short line."""
    return (word.confidence < UNREAD and len(word.text) <= LONGEST and word.x1 - word.x0 <= SHORT * pt and word.bottom - word.top <= ONE_LINE * pt
            and all(o is word or o.line != word.line for o in words))


def _around(word: Word, clean: Gray, pt: float) -> Gray:
    """The picture of a word with some room."""
    pad = round(1.5 * pt)
    return clean[max(0, int(word.top) - 2):int(word.bottom) + 3, max(0, int(word.x0) - pad):int(word.x1) + 1 + pad]


def _joined(words: Sequence[Word]) -> tuple[str, float]:
    return "".join(w.text for w in words), min((w.confidence for w in words), default=0.0)


def may_be_number(words: Sequence[Word], area: Area, dpi: float) -> bool:
    """Whether a cell or patch may hold a lone number: small, one line, a figure or next to nothing read, no Roman numeral."""
    pt = dpi / 72
    if area[2] - area[0] > SHORT * pt or area[3] - area[1] > ONE_LINE * pt:
        return False
    text, confidence = _joined(words)
    if len(text) > 7 or text in {"-", "–", "x", "X"}:
        return False
    return bool(_MAYBE_NUMBER.search(text)) or confidence < 0.6 or (len(text) <= 4 and confidence < 0.93)


def vote_numbers(cuts: Sequence[Gray], first: Sequence[tuple[str, float]], source: str,
                 dpi: float) -> list[tuple[str, float] | None]:
    """Number and confidence (0..1) for each picture of a short cell, from further readings beside the first one
    (text, confidence); None where no reading sees a number or letters win."""
    import cv2
    import numpy as np

    if not cuts:
        return []
    bounds = [bound_before(cut) for cut in cuts]
    cuts = [cut[:, behind:] if sign else cut for cut, (sign, behind) in zip(cuts, bounds, strict=True)]
    ballots: list[list[tuple[str, float]]] = [
        [f if not sign else (f[0][1:], f[1]) if f[0][:1] == sign else ("", 0.0)] for f, (sign, _) in zip(first, bounds, strict=True)]
    single, spots = stack([(0, 0, c) for c in cuts])
    space = round(8 * dpi / 72)
    twice, twice_spots = stack([(0, 0, np.hstack([c, np.full((c.shape[0], space), 255, np.uint8), c])) for c in cuts])
    pictures = [single if scale == 1.0 else np.asarray(
        cv2.resize(single, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA), dtype=np.uint8)
        for scale in SIZES]
    for words, scale in zip(read_words(pictures, BLOCK, source, dpi=round(dpi), language=FIGURES), SIZES, strict=True):
        for ballot, mine in zip(ballots, shared_out(words, spots, scale), strict=True):
            ballot.append(_joined(mine))
    for ballot, mine in zip(ballots, shared_out(read_words([twice], BLOCK, source, dpi=round(dpi))[0], twice_spots), strict=True):
        text, confidence = _joined(mine)
        half = len(text) // 2
        ballot.append((text[:half], confidence) if text and text[:half] == text[half:] else ("", 0.0))
    winners = [_winner(ballot, figures_in(cut), marks_in(cut)) for ballot, cut in zip(ballots, cuts, strict=True)]
    return [(sign + best[0], best[1]) if best and sign and best[0][0].isdigit() else best for best, (sign, _) in zip(winners, bounds, strict=True)]


def _winner(ballot: Sequence[tuple[str, float]], figures: int, marks: Sequence[tuple[int, str]] = ()) -> tuple[str, float] | None:
    """The number with most confidence behind it; a reading with another count of figures than the picture counts less.

    `marks`: commas and points seen between the figures (figures before it, sign), for readings that lack them.
    "l" and "|" are taken for the Roman I; a final full stop counts only where most readings of the winner have it."""
    votes: dict[str, float] = {}
    stops: dict[str, int] = {}
    voters: dict[str, int] = {}
    for printed, confidence in ballot:
        text = printed.rstrip(".,") or printed
        if (roman := text.translate(_STROKES)) != text and set(roman) <= set("IVX"):
            text = roman
        if figures == 1 and text.upper() in {"V", "VV"}:
            text = "V"       # the English data doubles a large V
        if text.isdigit() and len(text) == figures:
            for before, mark in reversed(marks):     # a decimal comma that was not read
                text = text[:before] + mark + text[before:]
        if text:
            fits = sum(c.isalnum() or c in "<>" for c in text) == figures or "%" in text or not _NUMBER.match(text)
            votes[text] = votes.get(text, 0.0) + confidence * (1.0 if fits else 0.3)
            voters[text] = voters.get(text, 0) + 1
            stops[text] = stops.get(text, 0) + printed.endswith(".")
    # Two sure readings of "TT" are enough: nothing else that short opens a table's header.
    numbers = {t: v for t, v in votes.items() if _NUMBER.match(t) or (_CAPITALS.match(t) and v > (1.7 if t in _OPENERS else 2.4))}
    if not numbers:
        return None
    best = min(numbers, key=lambda t: (-numbers[t], t))
    if any(v > 1.5 * numbers[best] and sum(c.isalpha() for c in t) >= 2 for t, v in votes.items() if t not in numbers):
        return None
    if set(best) == {"I"} and len(best) < figures <= 3:
        return "I" * figures, round(min(0.6, votes[best] / (len(ballot) - 1)), 3)     # strokes that were run together
    stop = "." if 2 * stops[best] > voters[best] and voters[best] > 1 else ""
    # Four of five readings that agree are as good as there is; a single one is not.
    return best + stop, round(min(0.97, votes[best] / (len(ballot) - 1)), 3)


def marks_in(cut: Gray) -> list[tuple[int, str]]:
    """Decimal commas and points between the figures of a number's picture: (figures before it, "," or ".")."""
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats((cut < INK).astype("uint8"), connectivity=8)
    tall = max((int(s[3]) for s in stats[1:]), default=0)
    figures = [s for s in stats[1:] if s[3] >= 0.6 * tall]
    if tall < 12 or len(figures) != figures_in(cut):
        return []
    foot = max(int(s[1] + s[3]) for s in figures)
    out = []
    for x, y, w, h, area in (tuple(int(v) for v in s) for s in stats[1:]):
        before = sum(int(s[0] + s[2]) <= x + 1 for s in figures)
        low = foot - 0.3 * tall <= y <= foot and y + h >= foot - 2
        if low and 0.08 * tall <= w <= 0.32 * tall and 0.1 * tall <= h <= 0.45 * tall and area >= 4 and 0 < before < len(figures):
            out.append((x, before, "," if y + h > foot + 0.06 * tall else "."))
    return [(before, mark) for _, before, mark in sorted(out)]


def figures_in(cut: Gray) -> int:
    """Number of figure-high marks side by side in the picture of a number."""
    import cv2
    import numpy as np

    _, _, stats, _ = cv2.connectedComponentsWithStats((cut < INK).astype(np.uint8), connectivity=8)
    tall = max((int(s[3]) for s in stats[1:]), default=0)
    spans = sorted((int(s[0]), int(s[0] + s[2])) for s in stats[1:] if s[3] >= 0.6 * tall)
    count, edge = 0, -1
    for x0, x1 in spans:
        # Parts of one broken figure overlap in width.
        if x0 >= edge - 1:
            count += 1
        edge = max(edge, x1)
    return count
