"""Cells whose reading has a gap are read once more, each as a picture of its own.

In the stack of a column Tesseract now and then drops a short word that justified text sets far from its neighbours ("TT" of
"XH;      TT", the dash of "20      -" over "25%"), reads two such words as one, or the slash of "12/12" as a seven. By itself the
same cell is read right. Such a reading replaces the first only where it has every word of it that was read well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extractors.ocr_signs import INK
from extractors.ocr_tesseract import Word, read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]
    Area = tuple[int, int, int, int]

BLOCK = 6                # Tesseract's page segmentation mode: one uniform block of text
EDGE = 40                # pixels of white around a cell
DOUBT = 0.6              # confidence under which a word is a gap
WELL = 0.85              # … and from which a further reading must have it, too
BELIEVED = 0.8           # confidence that the further reading's new words need
MOST = 24                # cells of a grid; more mean a picture that no further reading helps
WIDE, HIGH = 2.5, 4.0    # points: a mark of this width is a dash or more, of this height a letter
LEVEL = 3.5              # points: what is no higher and wide is a dash
FULL = 0.8               # share of its height that a rule's rest takes up, or of a cell's width
# Five figures in a row are set with a point ("12.712"); the seven or one among them may be a slash.
_SLASHED = re.compile(r"^(\d{1,2})[17](\d{2})$")
_WORDS = re.compile(r"\w")


def needs_look(words: Sequence[Word], cut: Gray, area: Area, dpi: float) -> bool:
    """Whether a cell's reading leaves ink unread, has a word without certainty, or a long figure that may be two with a slash."""
    if not words:
        return False         # `ocr_unread` has looked at it
    if any(w.confidence < DOUBT or _SLASHED.match(w.text) for w in words):
        return True
    return unread_ink(words, cut, area, dpi)


def unread_ink(words: Sequence[Word], cut: Gray, area: Area, dpi: float) -> bool:
    """Whether a cell's picture has a mark as large as a letter or a dash that no word's box holds."""
    import cv2
    import numpy as np

    pt = dpi / 72
    _, _, stats, _ = cv2.connectedComponentsWithStats((cut < INK).astype(np.uint8), connectivity=8)
    height, width = cut.shape
    for x, y, w, h, _ in (tuple(int(v) for v in s) for s in stats[1:]):
        dash = h <= LEVEL * pt / 2 and WIDE * pt <= w <= 3 * LEVEL * pt
        if not (dash or h >= HIGH * pt) or (w > FULL * width and h < LEVEL * pt) or h > FULL * height > 30 * pt or (h > 5 * w and w < pt):
            continue
        middle_x, middle_y = area[0] + x + w / 2, area[1] + y + h / 2
        if not any(o.x0 - pt <= middle_x <= o.x1 + pt and o.top - 2 * pt <= middle_y <= o.bottom + 2 * pt for o in words):
            return True
    return False


def fuller(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Whether a further reading has all that the first one read well, something more or else, and that with certainty."""
    before, after = Counter(w.text for w in old), Counter(w.text for w in new)
    if before == after or not new:
        return False
    kept = Counter(w.text for w in old if w.confidence >= WELL and not _SLASHED.match(w.text))
    if kept - after:
        return False
    lost = [w for w in old if _SLASHED.match(w.text) and w.text not in after]
    if any(_with_slash(w.text) not in after for w in lost):
        return False
    others = [w for w in new if w.text not in before]
    return bool(others) and all(w.confidence >= BELIEVED for w in others) and _letters(new) >= _letters(w for w in old if w.confidence >= DOUBT)


def _with_slash(text: str) -> str:
    return _SLASHED.sub(r"\1/\2", text)


def _letters(words: Iterable[Word]) -> int:
    return sum(len(_WORDS.findall(_with_slash(w.text))) for w in words)


def read_alone(found: list[list[Word]], cuts: Sequence[tuple[int, Area, Gray]], source: str, dpi: float) -> int:
    """Reads those of the cells `cuts` (index, place, picture) that need it by themselves and replaces, in `found`, the readings that
    become fuller. How many were replaced."""
    import cv2
    import numpy as np

    chosen = [(n, area, cut) for n, area, cut in cuts if needs_look(found[n], cut, area, dpi)]
    if not chosen or len(chosen) > MOST:
        return 0
    pictures = [np.asarray(cv2.copyMakeBorder(cut, EDGE, EDGE, EDGE, EDGE, cv2.BORDER_CONSTANT, value=255), dtype=np.uint8) for _, _, cut in chosen]
    count = 0
    for (n, area, _), words in zip(chosen, read_words(pictures, BLOCK, source, dpi=round(dpi)), strict=True):
        if fuller(found[n], words):
            found[n] = [w.moved(area[0] - EDGE, area[1] - EDGE) for w in words]
            count += 1
    return count
