"""The signature read again where the seal or the pen crosses it: page segmentation takes a name that a stroke touches for part of
a picture, or reads strokes with it. Lines of letters between the strokes are cut out and read one by one.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from extractors.ocr_layout import Row
from extractors.ocr_names import LETTERS, surname, surnames
from extractors.ocr_signature import COLLECTIVE, KNOWN, POSTS, ROWS, SAYS_FOR, recipients
from extractors.ocr_signs import INK
from extractors.ocr_tesseract import Word, read_words
from normalizers.text import fold, strip_tone

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

LINE = 7                 # Tesseract's page segmentation mode: one line
RIGHT = 0.36             # share of the page's width from which a signature stands
DEPTH = 150.0            # points below "TM. …" or the post in which the name stands
LETTER = (3.0, 19.0)     # points: height of letters, also capitals with marks
LONGEST = 30.0           # points: letters that touch each other are no longer
REACH = 50.0             # points before a line's whole letters in which strokes may cover some of it
MOST = 6                 # lines of letters …
LETTERS_OF_LINE = 4      # … that have so many
GAP = 22.0               # points between letters of a line: a covered letter and a space
SURE, READ, BELIEVED = 0.8, 0.7, 0.55
MIDDLE = 0.75            # of the way to the right half: where its phrases begin at the earliest
WITHIN = 1.0             # times a word's height: words of one phrase stand no farther apart
LIKE = 0.57              # share of a post's letters that are read right ("GHONICH")
ALIKE = 0.66             # … and of a surname
_NAME = (3, 5)


def look_at_signature(rows: list[Row], picture: Gray, source: str, dpi: float) -> int:
    """Reads, in place, the post and the name again that are missing beside or below the recipients; how many were found."""
    first = recipients(rows)
    if first is None:
        return 0
    edge, pt = RIGHT * picture.shape[1], dpi / 72
    near = rows[max(0, first - 4):first + ROWS]
    sides = [_side(row, edge) for row in near]
    opening = next((n for n, side in enumerate(sides) if side and (SAYS_FOR.match(side[0].text) or _body(side) or _is_post(side))), None)
    if opening is None:
        return 0
    below, count = sides[opening:], 0
    named = next((side for side in below if _name(side) == side and _mean(side) >= SURE), None)
    if named is None and (read := next((name for side in below if (name := _name(side)) and _mean(name) >= READ), None)):
        named = read
        _put(rows, read, edge, sum(w.top + w.bottom for w in read) / 2 / len(read))
        count += 1
    post = next((side for side in below if _is_post(side)), None)
    top = max(w.bottom for w in (post or below[0]))
    lines = [] if named is not None and post is not None else _lines(picture, (edge, top, min(picture.shape[0], top + DEPTH * pt)), pt)
    found = read_words([picture[t:b, x0:x1] for x0, t, x1, b in lines], LINE, source, dpi=round(dpi))
    for (x0, t, _, b), words in zip(lines, found, strict=True):
        words = [w.moved(x0, t) for w in sorted(words, key=lambda w: w.x0)]
        fresh = _name(words) if named is None else []
        if not fresh and post is None and named is None:
            fresh = post = _as_post(words)
        elif fresh:
            named = fresh
        if fresh:
            _put(rows, fresh, edge, (t + b) / 2)
            count += 1
        if named is not None:
            break
    if named is not None and post is not None:
        _drop_strokes(rows, edge, max(w.bottom for w in post), min(w.top for w in named))
    return count


def _side(row: Row, edge: float) -> list[Word]:
    """The words of a row that stand in the right half, with those of their phrase that begin left of it ("Đỗ Văn Quyết" under a
    body's long name); a line that runs over the whole page begins with the recipients and is cut at the middle."""
    words = row.words
    start = next((n for n, w in enumerate(words) if w.x0 > edge), len(words))
    first = start
    while 0 < first < len(words) and words[first].x0 - words[first - 1].x1 < WITHIN * (words[first].bottom - words[first].top):
        first -= 1
    return list(words[first if first < start and words[first].x0 > MIDDLE * edge else start:])


def _drop_strokes(rows: list[Row], edge: float, top: float, bottom: float) -> None:
    """Takes out, in place, what strokes were read as between the post and the name: no line of words read surely."""
    for row in list(rows):
        side = [w for w in row.words if w.x0 > edge]
        if side and top < row.middle < bottom and (_mean(side) < SURE or sum(c.isalpha() for w in side for c in w.text) < 4):
            for n in [n for n, w in enumerate(row.words) if w.x0 > edge]:
                row.raw.pop(n, None)
            row.words[:] = [w for w in row.words if w.x0 <= edge]
            if not row.words:
                rows.remove(row)


def _lines(picture: Gray, area: tuple[float, float, float], pt: float) -> list[tuple[int, int, int, int]]:
    """Boxes of lines of letters right of `area`'s first number and between the others, top to bottom, with what strokes may cover."""
    import cv2
    import numpy as np

    left, top, bottom = (round(v) for v in area)
    part = picture[top:bottom, left:]
    if part.size == 0:
        return []
    _, _, stats, _ = cv2.connectedComponentsWithStats((part < INK).astype(np.uint8), connectivity=8)
    marks = [(int(x), int(y + h), int(w)) for x, y, w, h, _ in stats[1:] if LETTER[0] * pt <= h <= LETTER[1] * pt and w <= LONGEST * pt]
    out: list[tuple[int, int, int, int]] = []
    # Letters of a printed line stand on one height, those around a seal do not.
    while len(out) < MOST and len(marks) >= LETTERS_OF_LINE:
        runs = (run for base in sorted({foot for _, foot, _ in marks})
                for run in _runs([m for m in marks if abs(m[1] - base) <= 1.5 * pt], GAP * pt))
        best = max(runs, key=len)
        if len(best) < LETTERS_OF_LINE:
            break
        base = round(median(foot for _, foot, _ in best))
        marks = [m for m in marks if not base - 15 * pt < m[1] < base + 8 * pt]
        out.append((max(0, round(left + best[0][0] - REACH * pt)), max(0, round(top + base - 16 * pt)),
                    min(picture.shape[1], round(left + best[-1][0] + best[-1][2] + REACH * pt / 2)), min(picture.shape[0], round(top + base + 5 * pt))))
    return sorted(out, key=lambda box: box[1])


def _runs(marks: list[tuple[int, int, int]], gap: float) -> list[list[tuple[int, int, int]]]:
    """Marks (left edge, foot, width) left to right, parted where they stand further apart than `gap`."""
    out: list[list[tuple[int, int, int]]] = []
    for mark in sorted(marks):
        if out and mark[0] - max(m[0] + m[2] for m in out[-1]) <= gap:
            out[-1].append(mark)
        else:
            out.append([mark])
    return out


def _name(words: Sequence[Word]) -> list[Word]:
    """The words of a person's name at the end of a line, its surname with its marks; [] where there is none that is sure."""
    end = len(words)
    while end and (len(words[end - 1].text) < 2 or not LETTERS.match(words[end - 1].text) or words[end - 1].confidence < 0.3):
        end -= 1
    for start in range(max(0, end - _NAME[1]), end - _NAME[0] + 1):
        first = words[start].text.lstrip("-–—_.,;:!¡'\"`~=+<>|/\\()[]{}*«»“”‘’")
        if len(first) > 2 and first[0].islower() and first[1].isupper():
            first = first[1:]
        if strip_tone(fold(first)) not in surnames() and _mean(words[start + 1:end]) >= SURE:
            first = _torn_surname(first)
        texts = [first, *(w.text for w in words[start + 1:end])]
        if (strip_tone(fold(first)) in surnames() and all(t.istitle() and LETTERS.match(t) and len(t) > 1 for t in texts)
                and _mean(words[start + 1:end]) >= BELIEVED and all(sum(c.isalnum() for c in w.text) <= 3 for w in words[:start])):
            return [w if w.text == t else replace(w, text=t) for w, t in zip(words[start:end], surname(texts), strict=True)]
    return []


def _torn_surname(text: str) -> str:
    """The only surname that has most of its letters in a word that strokes spoiled ("N§uyễn", "Ng/@ễn"); else the word."""
    read = [c for c in strip_tone(fold(text)) if c.isalpha()]
    near = []
    for plain, names in surnames().items():
        rest = iter(plain)
        whole = all(c in rest for c in read) and len(read) >= 0.6 * len(plain)
        share = difflib.SequenceMatcher(None, read, list(plain), autojunk=False).ratio()
        if len(names) == 1 and len(read) >= 3 and (share >= SURE or (read[0] == plain[0] and (whole or share >= ALIKE))):
            near.append(min(names))
    return near[0] if len(near) == 1 else text


def _is_post(words: Sequence[Word]) -> bool:
    """Whether a line is capitals read surely, and not those of the body or the head that is signed for."""
    text = " ".join(w.text for w in words)
    return text in POSTS or (not _body(words) and text.isupper() and sum(c.isalpha() for c in text) >= 6 and _mean(words) >= SURE and not SAYS_FOR.match(text))


def _body(words: Sequence[Word]) -> bool:
    """Whether a line names the body that is signed for."""
    return any(name in "".join(strip_tone(w.text) for w in words) for name in COLLECTIVE)


def _as_post(words: Sequence[Word]) -> list[Word]:
    """A post that most letters of a line are those of; [] where none is near."""
    capitals = [w for w in words if sum(c.isupper() for c in w.text) >= 2]
    read = "".join(c for w in capitals for c in strip_tone(w.text) if c.isalpha())
    if not 5 <= len(read) <= 24:
        return []
    share, post = max((difflib.SequenceMatcher(None, read, strip_tone(p).replace(" ", ""), autojunk=False).ratio(), p) for p in POSTS)
    if share < LIKE:
        return []
    old, texts = capitals[0], post.split()
    width = capitals[-1].x1 - old.x0
    return [replace(old, text=t, x0=old.x0 + width * k / len(texts), x1=old.x0 + width * (k + 0.9) / len(texts), confidence=KNOWN)
            for k, t in enumerate(texts)]


def _mean(words: Sequence[Word]) -> float:
    return sum(w.confidence * len(w.text) for w in words) / max(1, sum(len(w.text) for w in words))


def _put(rows: list[Row], words: list[Word], edge: float, middle: float) -> None:
    """The words as a row's right part in place of what was read there, or as a row of their own."""
    edge = min(edge, words[0].x0 - 1)
    for row in list(rows):
        if any(w.x0 > edge for w in row.words) and row.top < middle < row.bottom:
            for n in [n for n, w in enumerate(row.words) if w.x0 > edge]:
                row.raw.pop(n, None)
            row.words[:] = [w for w in row.words if w.x0 <= edge]
            if not row.words:
                rows.remove(row)
    beside = next((row for row in rows if row.top < middle < row.bottom), None)
    if beside is not None:
        beside.words.extend(words)
        return
    rows.append(Row(words))
    rows.sort(key=lambda r: (r.middle, r.x0))
