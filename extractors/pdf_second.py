"""The second reader: pdfplumber, for pages that the first reader's own checks doubt, and for pictures of a place.

pdfplumber is imported when it is first needed; it takes some fifty times as long for a page.
"""

from __future__ import annotations

import io
import logging
from itertools import pairwise
from pathlib import Path
from typing import Any

from extractors.document import Box
from extractors.errors import DoichieuError, UsageError
from extractors.pdf_chars import PageWords, Style, Word, sane
from extractors.pdf_rules import Rules, Segment, snap

_LOW = 0.75            # share of syllable-like words under which a page is doubted
_MANY_ODD = 0.01       # share of characters without a name above which it is
_OVERLAP = 0.04        # share of runs that stand on one another


def doubt(words: list[Word], syllables: float, counted: int, odd: float) -> str | None:
    """Why a page as the first reader read it is not to be trusted, in a word; None where it may be.

    `syllables` and `odd` are shares 0..1 over `counted` letter words (see `pdf_quality.quality`).
    """
    if odd > _MANY_ODD:
        return "unnamed-characters"
    if counted >= 25 and syllables < _LOW:
        return "few-syllables"
    if len(words) >= 20 and _overlapping(words) > _OVERLAP:
        return "overlapping-words"
    return None


def _overlapping(words: list[Word]) -> float:
    """Share of runs that stand on the run drawn before them."""
    found = 0
    for left, right in pairwise(words):
        if -1.5 < left.y - right.y < 1.5 and right.x0 < left.x1:
            shared = min(left.x1, right.x1) - max(left.x0, right.x0)
            found += shared > 0.4 * min(left.x1 - left.x0, right.x1 - right.x0)
    return found / max(1, len(words))


class SecondReaderFailed(DoichieuError):
    """pdfplumber could not read the file or the page; the first reading stands."""


class SecondReader:
    """Pages of one PDF as pdfplumber sees them. Use as a context manager. Raises SecondReaderFailed."""

    def __init__(self, data: bytes) -> None:
        import pdfplumber

        logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings about odd colours are no news to a user
        try:
            self._pdf: Any = pdfplumber.open(io.BytesIO(data))
        except Exception as error:  # pdfminer raises nearly anything on a damaged file
            raise SecondReaderFailed(f"pdfplumber: {error!r}") from error

    def __enter__(self) -> SecondReader:
        return self

    def __exit__(self, *error: object) -> None:
        try:
            self._pdf.close()  # reads the page list again, which may be what is damaged
        except Exception as failed:
            if error[0] is None:
                raise SecondReaderFailed(f"pdfplumber: {failed!r}") from failed

    def page(self, number: int) -> tuple[PageWords, Rules]:
        """Words and rules of a page (1-based)."""
        try:
            return self._page(self._pdf.pages[number - 1])
        except Exception as error:
            raise SecondReaderFailed(f"pdfplumber, page {number}: {error!r}") from error

    def _page(self, page: Any) -> tuple[PageWords, Rules]:
        styles: dict[int, Style] = {}
        words: list[Word] = []
        at = 0
        for found in page.extract_words(x_tolerance_ratio=0.18, y_tolerance=2, extra_attrs=["fontname", "size"]):
            size = float(found["size"])
            name = str(found["fontname"]).lower()
            text = sane(str(found["text"])).strip()
            if not text:
                continue
            words.append(Word(text, float(found["x0"]), float(found["x1"]), float(found["bottom"]) - 0.22 * size, at,
                              at + len(text), size))
            styles[at] = (round(size, 2), "bold" in name, "italic" in name or "oblique" in name)
            at += len(text) + 1
        horizontal: list[Segment] = []
        vertical: list[Segment] = []
        for edge in page.edges:
            if edge["orientation"] == "h":
                horizontal.append((float(edge["top"]), float(edge["x0"]), float(edge["x1"])))
            else:
                vertical.append((float(edge["x0"]), float(edge["top"]), float(edge["bottom"])))
        seen = PageWords(words, float(page.width), float(page.height), lambda word: styles.get(word.start, (12.0, False, False)),
                         lambda word, at: None, lambda word: [word])
        return seen, Rules(snap(horizontal), snap(vertical), 0.0, len(page.edges))


def render_page(path: str | Path, page: int, box: Box | None, out_png: str | Path, dpi: int = 110) -> Path:
    """Draw a page (1-based) of a PDF as PNG, with `box` (points from the top left as displayed) outlined in red.

    Raises UsageError where the file has no such page.
    """
    import pdfplumber

    with pdfplumber.open(Path(path)) as pdf:
        if not 1 <= page <= len(pdf.pages):
            raise UsageError(f"{Path(path).name}: không có trang {page} (tệp có {len(pdf.pages)} trang)")
        found = pdf.pages[page - 1]
        image = found.to_image(resolution=dpi)
        if box is not None:
            left, top = float(found.bbox[0]), float(found.bbox[1])
            low_x, low_y = min(box[0], found.width - 1), min(box[1], found.height - 1)
            high_x, high_y = min(max(box[2], low_x + 1), found.width), min(max(box[3], low_y + 1), found.height)
            image.draw_rect((left + max(low_x - 2, 0), top + max(low_y - 2, 0), left + high_x, top + high_y),
                            fill=None, stroke=(214, 40, 40), stroke_width=2)
        out = Path(out_png)
        image.annotated.save(out, format="PNG")
        return out
