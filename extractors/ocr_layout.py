"""Tesseract's words → printed rows, and rows → the placed words that the PDF reader's page layout works on.

Columns, reading order, furniture, paragraph starts and tables without rules are then found by the same code for scans and PDFs.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from extractors.document import Align, Box, Line, Place
from extractors.ocr_tesseract import Word
from extractors.pdf_chars import PageWords, Style
from extractors.pdf_chars import Word as PlacedWord
from extractors.pdf_lines import LineMaker
from extractors.pdf_lines import Row as PlacedRow
from extractors.pdf_lines import rows_of as placed_rows

_DESCENDERS = set("gjpqy,;()[]{}/|_Qç")
_TALL = set("bdđfhklt0123456789()[]{}/|\"“”%&!?")
_SPECKS = set("`´^ˆ'‘’¬|\\")      # what dust is read as
_SIGNS = set("-–+*%≥≤<>=&()/…•x")
_YEAR = re.compile(r"20[0-4]\d[.,;:]?")
SPACE = 5.5              # points: no ordinary space is wider, unless the line is justified
_BELOW = "\u0323"
_ABOVE = "\u0300\u0301\u0303\u0309\u0302\u0306"


@dataclass(slots=True)
class Row:
    """One printed line in pixels: its words left to right; `raw` holds the text as read of repaired words, by index."""

    words: list[Word]
    raw: dict[int, str] = field(default_factory=dict)

    @property
    def x0(self) -> float:
        return min(w.x0 for w in self.words)

    @property
    def x1(self) -> float:
        return max(w.x1 for w in self.words)

    @property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @property
    def middle(self) -> float:
        return median((w.top + w.bottom) / 2 for w in self.words)

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


def same_height(a: Row, b: Row) -> bool:
    """Whether two rows stand on one printed line: they overlap by more than half of the lower one's height."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Tesseract's lines as rows; pieces of one printed line that it split are joined, left to right, top to bottom."""
    by_line: dict[int, list[Word]] = {}
    for word in words:
        if not set(word.text) <= _SPECKS:
            by_line.setdefault(word.line, []).append(word)
    out: list[Row] = []
    for row in sorted((Row(ws) for ws in by_line.values()), key=lambda r: (r.middle, r.x0)):
        # Two blocks side by side have lines at other heights: the nearest one is the line's own.
        mate = min((o for o in out[-6:] if same_height(o, row) and _beside(o, row)),
                   key=lambda o: abs(o.middle - row.middle), default=None)
        if mate is None:
            out.append(row)
        else:
            mate.words.extend(row.words)
    for row in out:
        row.words.sort(key=lambda w: w.x0)
    return sorted(out, key=lambda r: (r.middle, r.x0))


def _beside(a: Row, b: Row) -> bool:
    """Whether no word of `b` stands over or under one of `a`."""
    return all(w.x0 >= v.x1 - 3 or w.x1 <= v.x0 + 3 for w in b.words for v in a.words)


def is_noise(words: Sequence[tuple[str, float]]) -> bool:
    """Specks, strokes of the pen and stamp remains read as letters: little that is sure, or no letter or figure at all.

    `words` are (text, confidence). A year alone on its line ends the date above it."""
    if len(words) == 1 and _YEAR.fullmatch(words[0][0]):
        return False
    if not any(c.isalnum() for text, _ in words for c in text):
        return not any(confidence > 0.5 and text in {"-", "–", "+", "*", "≥", "≤", "%", "…", "...", "./."}
                       for text, confidence in words)
    letters = sum(len(text) for text, _ in words)
    sure = sum(len(text) * confidence for text, confidence in words) / letters
    return sure < 0.4 or (letters <= 2 and sure < 0.55)


class ScanWord(PlacedWord):
    """A word of a scan in points of the straight page, with its confidence, where repaired the text as read, and whether its
    strokes are bold."""

    __slots__ = ("bold", "confidence", "raw")

    def __init__(self, text: str, x0: float, x1: float, y: float, size: float, confidence: float, raw: str | None,
                 bold: bool = False) -> None:
        super().__init__(text, x0, x1, y, 0, 0, size)
        self.confidence = confidence
        self.raw = raw
        self.bold = bold


def placed_words(row: Row, pt: float, size: float, bold: Sequence[bool] = ()) -> list[ScanWord]:
    """The words of a row on one baseline, in points (`pt` pixels per point); `size` is the letter size in points, `bold` tells
    the style of each word where it is known."""
    y = baseline(row) / pt
    return [ScanWord(w.text, w.x0 / pt, w.x1 / pt, y, size, w.confidence, row.raw.get(n), n < len(bold) and bold[n])
            for n, w in enumerate(row.words)]


def baseline(row: Row) -> float:
    """Height in pixels at which letters without descender end: the median over such words, else over all, corrected."""
    flat = [w.bottom for w in row.words if not _descends(w.text) and any(c.isalnum() for c in w.text)]
    if flat:
        return median(flat)
    return median(w.bottom - 0.24 * (w.bottom - w.top) for w in row.words)


def _descends(text: str) -> bool:
    nfd = unicodedata.normalize("NFD", text)
    return _BELOW in nfd or any(c in _DESCENDERS for c in nfd)


def letter_size(row: Row) -> float | None:
    """Letter size (em) in pixels from the heights of words, by which parts of letters they have; None where nothing tells.

    Shares of the em as measured on Times at 200 dpi, blur included: x-height 0.48, capitals and ascenders 0.72, marks above
    capitals 0.92; rows of four words and more come within 3 % of the truth."""
    sizes = []
    for word in row.words:
        nfd = unicodedata.normalize("NFD", word.text)
        if sum(c.isalnum() for c in nfd) < 2 or word.confidence < 0.6:
            continue
        above = any(c in _ABOVE for c in nfd)
        upper = any(c.isupper() for c in nfd)
        if above and word.text.isupper():
            top = 0.92
        elif above or upper or any(c in _TALL for c in nfd):
            top = 0.72
        else:
            top = 0.48
        sizes.append((word.bottom - word.top) / (top + (0.21 if _descends(word.text) else 0.0)))
    return median(sizes) if sizes else None


class ScanRun(PlacedWord):
    """Words of a row that ordinary spaces part, as one word; `parts` are the words; bold where most of its letters are."""

    __slots__ = ("parts",)

    def __init__(self, parts: Sequence[PlacedWord]) -> None:
        first = parts[0]
        super().__init__(" ".join(w.text for w in parts), first.x0, max(w.x1 for w in parts), first.y, 0, 0, first.size)
        self.parts = list(parts)

    @property
    def bold(self) -> bool:
        return 2 * sum(len(w.text) for w in self.parts if isinstance(w, ScanWord) and w.bold) > sum(len(w.text) for w in self.parts)


def without_specks(row: PlacedRow) -> PlacedRow:
    """A row without marks that are neither letters nor signs of a table ("_" read from dust): one may fill the white between
    two columns. A row of nothing else stays as it is."""
    words = [w for w in row.words if any(c.isalnum() for c in w.text) or (set(w.text) <= _SIGNS and getattr(w, "confidence", 1.0) >= 0.3)]
    if not words or len(words) == len(row.words):
        return row
    out = PlacedRow(words)
    out.y = row.y
    return out


def runs_of(row: PlacedRow) -> PlacedRow:
    """A row with the words joined that only a space parts. How wide a space is, the row's narrower gaps tell: a justified
    line of prose has wide gaps everywhere, a table's row has narrow ones and wide ones."""
    words = row.words
    gaps = sorted(max(0.0, b.x0 - a.x1) for a, b in itertools.pairwise(words))
    if not gaps:
        return row
    widest = max(SPACE, min(2 * SPACE, 1.7 * gaps[len(gaps) // 4]))
    groups = [[words[0]]]
    for before, word in itertools.pairwise(words):
        if word.x0 - before.x1 > widest:
            groups.append([])
        groups[-1].append(word)
    out = PlacedRow([ScanRun(g) for g in groups])
    out.y = row.y
    return out


class ScanMaker(LineMaker):
    """Makes lines of placed scan words: confidence of the worst word, the text as read, boxes on the page as displayed."""

    def __init__(self, page: PageWords, number: int, to_page: Callable[[Box], Box]) -> None:
        super().__init__(page, number)
        self.to_page = to_page

    def box(self, box: Box) -> Box:
        return self.to_page(box)

    def line(self, row: PlacedRow, align: Align | None = None, style: Style | None = None) -> Line:
        line = super().line(row, align, style)
        self._sure(line, row.words)
        line.bold = line.italic = None
        line.furniture = is_noise([(w.text, w.confidence) for w in row.words if isinstance(w, ScanWord)])
        return line

    def cell_lines(self, words: list[PlacedWord], left: float, right: float, pad: float) -> list[Line]:
        lines = super().cell_lines(words, left, right, pad)
        rows = iter(placed_rows(words))
        for line in lines:
            read = ""
            own: list[PlacedWord] = []
            while len(read) < len(line.text) and (row := next(rows, None)) is not None:  # a word cut in two is one line
                read += row.text
                own += row.words
            self._sure(line, own)
            if line.place.box is not None and not self.page.turned:
                line.place = Place(page=self.number, box=self.to_page(line.place.box))
        return lines

    def _sure(self, line: Line, read: Sequence[PlacedWord]) -> None:
        words = [w for w in read if isinstance(w, ScanWord)]
        # Marks without letters or figures do not make a line doubtful.
        solid = [w.confidence for w in words if any(c.isalnum() for c in w.text)] or [w.confidence for w in words]
        line.confidence = round(min(solid, default=1.0), 3)
        if any(w.raw is not None for w in words):
            line.raw_text = " ".join(w.raw if w.raw is not None else w.text for w in words)


def page_words(words: Sequence[PlacedWord], width: float, height: float) -> PageWords:
    """Placed words as the PDF reader's page of words; styles are the words' sizes, nothing is known bold or italic."""

    def style(word: PlacedWord) -> Style:
        return (word.size, False, False)

    return PageWords(words=list(words), width=width, height=height, style=style, split=lambda word, x: None, single=lambda word: [word])
