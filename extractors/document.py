"""The one Document model. PDF, DOCX, HTML, OCR and plain text all end here; nothing after it knows the file type."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Literal

from normalizers.frozen import frozen
from normalizers.text import join_lines, squash

Box = tuple[float, float, float, float]
Align = Literal["left", "center", "right", "justify"]
Format = Literal["text", "pdf", "docx", "html", "scan"]
TableOrigin = Literal["ruled", "aligned", "markup", "flat", "ocr"]


@frozen
class Place:
    """Where something stands: lines of a text file (1-based, inclusive), page (1-based) and box in points from the
    page's top left as displayed (x0, top, x1, bottom), or a path inside a DOCX/HTML (`p12`, `t1/r3/c2/p1`)."""

    lines: tuple[int, int] | None = None
    page: int | None = None
    box: Box | None = None
    path: str | None = None

    def merge(self, other: Place) -> Place:
        """The smallest place that covers both (boxes only merge on one page; the first path leads)."""
        lines = self.lines or other.lines
        if self.lines and other.lines:
            lines = (min(self.lines[0], other.lines[0]), max(self.lines[1], other.lines[1]))
        page = self.page if self.page is not None else other.page
        box = self.box or (other.box if other.page == page else None)
        if self.box and other.box and self.page == other.page:
            a, b = self.box, other.box
            box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        return Place(lines, page, box, self.path or other.path)


def merged(places: list[Place]) -> Place:
    """The smallest place that covers one or more places, as `merge` makes it of each and the next."""
    first = places[0]
    boxes = [place.box for place in places if place.box and place.page == first.page and place.lines is None and place.path is None]
    if first.page is not None and len(boxes) == len(places):  # most: on one page of a PDF
        left, top, right, low = zip(*boxes, strict=True)
        return Place(None, first.page, (min(left), min(top), max(right), max(low)), first.path)
    for place in places[1:]:
        first = first.merge(place)
    return first


@dataclass(slots=True)
class Line:
    """One printed line, or one whole paragraph where the format has paragraphs (`whole`).

    `text` is as printed (a Word list number included as the marker it prints as), NFC or not. `starts` is True where
    the reader knows that a paragraph starts here, False where it knows that the line continues the one before, None
    where it cannot tell. `number` is the reading-order index, set by `Document.number()`.
    """

    text: str
    place: Place
    whole: bool = False
    starts: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    align: Align | None = None
    indent: float | None = None      # first character from the page's or column's left text edge, points
    fill: float | None = None        # right end as a share of the text column (1.0 = full line), None where unknown
    size: float | None = None        # font size, points
    furniture: bool = False          # page number, running header or footer, stamp, digital-signature block
    confidence: float = 1.0          # OCR word confidence (worst word's share), 1.0 for born-digital text
    number: int = -1
    level: int | None = None         # list level of a Word list paragraph, 0-based
    sign: str | None = None          # glyph of a Word list's bullet, whose marker is plain
    raw_text: str | None = None      # what OCR read, where `text` repairs it

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()


_set_number = vars(Line)["number"].__set__


def number_lines(lines: Iterable[Line]) -> None:
    """Give lines their reading-order numbers."""
    deque(map(_set_number, lines, count()), maxlen=0)  # of every line of a document, several times: without a loop


@dataclass(slots=True)
class Cell:
    """A table cell: its lines, its upper left grid position and its spans. An empty cell has no lines."""

    row: int
    col: int
    lines: list[Line] = field(default_factory=list)
    row_span: int = 1
    col_span: int = 1

    @property
    def text(self) -> str:
        """Lines joined as printed wording."""
        lines = self.lines
        return squash(lines[0].text) if len(lines) == 1 else join_lines([line.text for line in lines])


@dataclass(slots=True)
class Table:
    """A grid of cells. Pieces of one table on several pages are already joined and repeated headers dropped
    (dropped header lines stand in `repeated`, so that nothing is lost)."""

    cells: list[Cell]
    n_rows: int
    n_cols: int
    place: Place
    origin: TableOrigin
    header_rows: int | None = None   # None: unknown, the reader of tables decides
    repeated: list[Line] = field(default_factory=list)
    confidence: float = 1.0
    page_rows: list[int] = field(default_factory=list)  # page of each row, where pages are known

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells; a merged cell stands at every position it covers; None where no cell is."""
        out: list[list[Cell | None]] = [[None] * self.n_cols for _ in range(self.n_rows)]
        for cell in self.cells:
            if cell.row_span == cell.col_span == 1:
                if cell.row < self.n_rows and cell.col < self.n_cols:
                    out[cell.row][cell.col] = cell
                continue
            for r in range(cell.row, min(cell.row + cell.row_span, self.n_rows)):
                for c in range(cell.col, min(cell.col + cell.col_span, self.n_cols)):
                    out[r][c] = cell
        return out

    def lines(self) -> Iterator[Line]:
        return chain.from_iterable([cell.lines for cell in self.cells])


Block = Line | Table


@frozen
class Note:
    """Something a reader noticed about the file (`legacy-font`, `tracked-changes`, `ocr-repair`, `readers-disagree`).

    `message` is Vietnamese, for the findings list."""

    kind: str
    message: str
    place: Place | None = None


@dataclass(slots=True)
class Document:
    """A file as read: blocks in reading order. `source` is the file's name, never a machine path."""

    source: str
    format: Format
    blocks: list[Block]
    pages: int | None = None
    sha256: str = ""
    notes: list[Note] = field(default_factory=list)
    reader: str = ""

    def number(self) -> Document:
        """Give every line its reading-order number; returns the document itself."""
        number_lines(self.lines())
        return self

    def lines(self) -> Iterator[Line]:
        """Every line, of tables too, in reading order."""
        out: list[Line] = []
        for block in self.blocks:
            if isinstance(block, Line):
                out.append(block)
            else:
                out += block.repeated
                out += block.lines()
        return iter(out)
