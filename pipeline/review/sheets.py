"""Where a plan's lines stand on its pages, from the stored parse of the document: what a selection on a page's picture picks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.document import Box, Document
from pipeline.records import LedgerRow

PAGED = frozenset({"pdf", "scan"})
PageBox = tuple[int, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheets:
    """`boxes`: ledger number → page (1-based) and box in points; `pages`: how many pages there are; `page_of`: ledger number →
    page, also of lines without a box of their own."""

    pages: int
    boxes: Mapping[int, PageBox]
    page_of: Mapping[int, int]

    def boxes_of(self, numbers: Sequence[int]) -> tuple[PageBox, ...]:
        """One box a page around these lines."""
        out: dict[int, Box] = {}
        for page, *box in (self.boxes[n] for n in numbers if n in self.boxes):
            x0, top, x1, bottom = box
            a = out.get(page, (x0, top, x1, bottom))
            out[page] = (min(a[0], x0), min(a[1], top), max(a[2], x1), max(a[3], bottom))
        return tuple((page, *(round(v, 2) for v in box)) for page, box in sorted(out.items()))  # type: ignore[misc]


def sheets_of(document: Document, ledger: Sequence[LedgerRow]) -> Sheets:
    """The pages of a document that gave these ledger rows. A line whose text is not its row's is left without a place: the parse
    is then of another reading."""
    texts = {row.number: row.text for row in ledger}
    boxes: dict[int, PageBox] = {}
    page_of: dict[int, int] = {}
    last = 1
    for line in document.lines():
        if line.place.page is not None:
            last = line.place.page
        if line.number not in texts:
            continue
        page_of[line.number] = last
        if line.place.box is not None and line.place.page is not None and " ".join(line.text.split()) == " ".join(texts[line.number].split()):
            boxes[line.number] = (line.place.page, *line.place.box)
    for row in ledger:
        page_of.setdefault(row.number, 1)
    return Sheets(max([document.pages or 1, *page_of.values()]), boxes, page_of)
