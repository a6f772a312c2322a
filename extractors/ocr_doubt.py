"""The third look: doubtful words that carry facts (names, codes, dates, a word alone on its line) are read again beside a neighbour.

Tesseract reads a letter or two alone on the last line of a cell badly ("Phòng Nghiệp vụ" / "Y" as "bé", "VH-" / "XH" as "XxH"), and
a figure now and then ("10/2026" as "10/2028" at 0.79). Beside the word before, and at another size, both are read right; a word is
changed only where two such readings agree and also see the neighbour as it was."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.ocr_cells import BLOCK, figures_in, shared_out, stack
from extractors.ocr_layout import Row, baseline
from extractors.ocr_tesseract import Word, read_words
from normalizers.text import fold, strip_tone

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

DOUBT = 0.86             # confidence under which a word is looked at
NOISE = 0.1              # and from which it is a word at all, outside of cells
AGREED = 0.85            # confidence that both further readings need
GIVEN = 0.8              # what a changed word gets: people should look at it
FEWER = 0.6              # … a number of which a figure was read that is not there, or was left out
MOST = 48                # words of a page; more mean a picture that no second reading helps
LONGEST = 14             # letters of a word worth it
SIZES = (1.0, 1.5)       # times, at which the pair is read
SHOWN = 0.5              # what users are told of as doubtful
_LARGE_SHARE = re.compile(r"^(?!100)\d{3,}%")            # a torn percent sign gives a figure more ("843%"): rare in print, told when in doubt
_NUMBER = re.compile(r"^\d[\d.,]*%?[.,;:)]?$")
_STROKES = frozenset("IVXHLTl1|!/")      # Roman numerals are told by shape (`ocr_signs.roman_ones`)
_SPACE = 0.33            # of the letter's height: white put between words of two lines


def third_look(prose: Sequence[Row], cells: Sequence[Sequence[Row]], picture: Gray, source: str, dpi: float) -> int:
    """Changes doubtful words in place (`raw` keeps the text as read); returns how many were changed."""
    import cv2
    import numpy as np

    for row in (*prose, *(r for rows in cells for r in rows)):
        for n, word in enumerate(row.words):
            if word.confidence < DOUBT and _LARGE_SHARE.match(word.text):
                row.words[n] = replace(word, confidence=min(word.confidence, SHOWN))
    # What stands in a cell is print; on the page it may be a stamp.
    spots = [(row, n, *found) for k, rows in enumerate((prose, *cells)) for above, row in itertools.pairwise([None, *rows]) if row is not None
             for n in range(len(row.words)) if (found := _neighbour(row, n, above, 0.0 if k else NOISE))]
    # The first line of a cell has none above: a word alone on it ("Từ" over "98,5") is read before the line below.
    spots += [(row, 0, below, 0) for rows in cells for row, below in itertools.pairwise(rows[:2])
              if len(row.words) == 1 and row.words[0].confidence < SHOWN and row.words[0].text.isalpha() and len(row.words[0].text) <= LONGEST
              and not set(row.words[0].text) <= _STROKES and _sure(below.words[0])]
    if not spots or len(spots) > MOST:
        return 0
    sheet, places = stack([(0, 0, _pair(picture, row, n, other, mate)) for row, n, other, mate in spots])
    sheets = [sheet if scale == 1.0 else np.asarray(cv2.resize(sheet, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
              for scale in SIZES]
    readings = [shared_out(words, places, scale) for words, scale in zip(read_words(sheets, BLOCK, source, dpi=round(dpi)), SIZES, strict=True)]
    changed = 0
    for k, (row, n, other, mate) in enumerate(spots):
        word, beside = row.words[n], other.words[mate]
        after = mate > n if other is row else other.middle > row.middle
        texts = {_remainder(reading[k], beside.text, after) for reading in readings}
        if len(texts) == 1 and (text := texts.pop()) and text != word.text and _believable(word.text, text):
            row.raw.setdefault(n, word.text)
            row.words[n] = replace(word, text=text, confidence=GIVEN)
            changed += 1
        elif len(texts) == 1 and _NUMBER.match(word.text) and _NUMBER.match(text) and _counted(picture, word, text):
            row.raw.setdefault(n, word.text)
            row.words[n] = replace(word, text=text, confidence=min(word.confidence, FEWER))
            changed += 1
    return changed


def _neighbour(row: Row, n: int, above: Row | None, least: float) -> tuple[Row, int] | None:
    """The word (row and index) beside which a doubtful word is to be read, None where there is no doubt or no neighbour."""
    word = row.words[n]
    alone = len(row.words) == 1
    if not least <= word.confidence < DOUBT or len(word.text) > LONGEST or not any(c.isalnum() for c in word.text):
        return None
    if set(word.text.rstrip(".,;:)/-")) <= _STROKES:
        return None
    if not (any(c.isdigit() or c.isupper() for c in word.text) or (alone and above is not None and len(word.text) <= 4)):
        return None
    if n and _sure(row.words[n - 1]):
        return row, n - 1
    if n == 0 and above is not None and _sure(above.words[-1]):
        return above, len(above.words) - 1
    return (row, n + 1) if n + 1 < len(row.words) and _sure(row.words[n + 1]) else None


def _sure(word: Word) -> bool:
    """Whether a word may serve as neighbour: read well, some letters long."""
    return word.confidence >= DOUBT and sum(c.isalnum() for c in word.text) >= 2 and len(word.text) <= LONGEST


def _pair(picture: Gray, row: Row, n: int, other: Row, mate: int) -> Gray:
    """The picture of a word and its neighbour on one line."""
    import cv2
    import numpy as np

    word, beside = row.words[n], other.words[mate]
    if other is row:
        return picture[max(0, int(min(word.top, beside.top)) - 2):int(max(word.bottom, beside.bottom)) + 3,
                       max(0, int(min(word.x0, beside.x0)) - 3):int(max(word.x1, beside.x1)) + 4]
    rise, fall = 0, 0
    cuts = []
    for w, line in ((word, row), (beside, other)) if other.middle > row.middle else ((beside, other), (word, row)):
        top, bottom, base = max(0, int(w.top) - 2), int(w.bottom) + 3, round(baseline(line))
        cut = picture[top:bottom, max(0, int(w.x0) - 3):int(w.x1) + 4]
        cuts.append((cut, base - top))
        rise, fall = max(rise, base - top), max(fall, top + cut.shape[0] - base)
    level = [cv2.copyMakeBorder(cut, rise - up, fall - (cut.shape[0] - up), 0, 0, cv2.BORDER_CONSTANT, value=255) for cut, up in cuts]
    space = np.full((rise + fall, max(4, round(_SPACE * rise))), 255, np.uint8)
    return np.asarray(np.hstack([level[0], space, level[1]]), dtype=np.uint8)


def _remainder(words: Sequence[Word], beside: str, after: bool) -> str:
    """What a reading of the pair has besides the neighbour; "" where it has not seen the neighbour, is unsure, or has more."""
    ordered = sorted(words, key=lambda w: w.x0)
    if len(ordered) != 2:
        return ""
    seen, word = (ordered[1], ordered[0]) if after else (ordered[0], ordered[1])
    if strip_tone(fold(seen.text)).strip(".,;:") != strip_tone(fold(beside)).strip(".,;:") or word.confidence < AGREED:
        return ""
    return word.text


def _believable(old: str, new: str) -> bool:
    """A number stays a number with as many figures; letters may become others. Which marks a letter carries, the frequencies of
    words tell better than a second reading."""
    if _letters(old) == _letters(new):
        return False
    figures = sum(c.isdigit() for c in old)
    return figures == sum(c.isdigit() for c in new) or figures == 0


def _counted(picture: Gray, word: Word, text: str) -> bool:
    """Whether the picture shows as many figures and percent signs as `text` has, and not as many as the word."""
    marks = figures_in(picture[max(0, int(word.top) - 1):int(word.bottom) + 2, max(0, int(word.x0) - 1):int(word.x1) + 2])
    return marks == sum(c.isdigit() or c == "%" for c in text) != sum(c.isdigit() or c == "%" for c in word.text)


def _letters(text: str) -> str:
    return "".join(c for c in strip_tone(fold(text)) if c.isalnum())
