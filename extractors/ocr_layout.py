"""Words on a straight page → printed lines in reading order, with indent, fill and paragraph starts.

Two-column zones (the letterhead, the signature block) are read column by column; everything else line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from extractors.document import Align
from extractors.ocr_tesseract import Word

SPLIT_GAP = 18.0       # points of white inside a line at which it may belong to two columns
GUTTER = 8.0           # points of white common to the lines of a two-column zone
EDGE = 6.0             # points within which a line counts as flush with its column's edge
FIRST_INDENT = 12.0    # points: the least indent of a paragraph's first line
_PAGE_NUMBER = re.compile(r"^[-–—]?\s*\d{1,3}\s*[-–—]?$")


@dataclass(slots=True)
class Row:
    """One printed line: its words left to right, and what geometry says of it. Lengths in pixels but where noted."""

    words: list[Word]
    column: int = 0                  # 1 left, 2 right in a two-column zone, 0 outside
    align: Align | None = None
    indent: float | None = None      # points
    fill: float | None = None        # share of the text column
    starts: bool | None = None
    raw: dict[int, str] = field(default_factory=dict)   # index of a repaired word → the text as read

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

    @property
    def confidence(self) -> float:
        """The worst word's confidence, marks without letters or digits left aside."""
        return min((w.confidence for w in self.words if any(c.isalnum() for c in w.text)),
                   default=min(w.confidence for w in self.words))


def same_height(a: Row, b: Row) -> bool:
    """Whether two rows stand on one printed line: they overlap by more than half of the lower one's height."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Tesseract's lines as rows; pieces of one printed line that it split are joined, left to right, top to bottom."""
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    rows = sorted((Row(ws) for ws in by_line.values()), key=lambda r: (r.middle, r.x0))
    return join_pieces(rows)


def join_pieces(rows: Sequence[Row]) -> list[Row]:
    """Rows that stand side by side on one printed line joined; order by height."""
    out: list[Row] = []
    for row in rows:
        mate = next((o for o in reversed(out[-6:]) if same_height(o, row) and (row.x0 >= o.x1 - 3 or row.x1 <= o.x0 + 3)), None)
        if mate is not None:
            mate.words.extend(row.words)
        else:
            out.append(Row(list(row.words)))
    for row in out:
        row.words.sort(key=lambda w: w.x0)
    return sorted(out, key=lambda r: (r.middle, r.x0))


def page_rows(words: Sequence[Word], pt: float) -> list[Row]:
    """Rows of a page in reading order (`pt` pixels per point)."""
    pieces = [piece for row in rows_of(words) for piece in _split(row, SPLIT_GAP * pt)]
    bands = _bands(pieces)
    out: list[Row] = []
    n = 0
    while n < len(bands):
        end, gutter = _zone(bands, n, pt)
        if gutter is None:
            out += join_pieces(bands[n])
            n += 1
            continue
        inside = [piece for band in bands[n:end] for piece in band]
        for side, column in ((1, [p for p in inside if p.x1 <= gutter]), (2, [p for p in inside if p.x1 > gutter])):
            for row in join_pieces(sorted(column, key=lambda r: (r.middle, r.x0))):
                row.column = side
                out.append(row)
        n = end
    return out


def _split(row: Row, gap: float) -> list[Row]:
    """A row cut where its words stand further apart than `gap`."""
    pieces = [[row.words[0]]]
    for word in row.words[1:]:
        if word.x0 - max(w.x1 for w in pieces[-1]) > gap:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [Row(ws) for ws in pieces]


def _bands(pieces: Sequence[Row]) -> list[list[Row]]:
    """Pieces in groups whose heights chain into one another, top to bottom."""
    bands: list[list[Row]] = []
    bottom = float("-inf")
    for piece in sorted(pieces, key=lambda r: (r.top, r.x0)):
        # Diacritics of neighbouring lines may touch; overlap counts from a fifth of the line's height.
        slack = 0.2 * (piece.bottom - piece.top)
        if bands and piece.top < bottom - slack:
            bands[-1].append(piece)
            bottom = max(bottom, piece.bottom)
        else:
            bands.append([piece])
            bottom = piece.bottom
    return bands


def _gaps(band: Sequence[Row], width: float) -> list[tuple[float, float]]:
    """White stretches between the pieces of a band, at least `width` wide; the margins are open-ended."""
    spans = sorted((p.x0, p.x1) for p in band)
    gaps, edge = [(float("-inf"), spans[0][0])], spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - edge >= width:
            gaps.append((edge, x0))
        edge = max(edge, x1)
    return [*gaps, (edge, float("inf"))]


def _zone(bands: Sequence[Sequence[Row]], start: int, pt: float) -> tuple[int, float | None]:
    """End (exclusive) and gutter position of the two-column zone that starts at a band; (start, None) where none does."""
    gaps = [g for g in _gaps(bands[start], GUTTER * pt) if g[0] > float("-inf") and g[1] < float("inf")]
    best: tuple[int, float | None] = (start, None)
    for low, high in gaps:
        end, last, splits = start + 1, start + 1, 1
        sides = [sum(p.x1 <= low + 1 for p in bands[start]), sum(p.x0 >= high - 1 for p in bands[start])]
        while end < len(bands):
            meets = [(max(low, a), min(high, b)) for a, b in _gaps(bands[end], GUTTER * pt)]
            meets = [m for m in meets if m[1] - m[0] >= GUTTER * pt]
            height = max(p.bottom for p in bands[end]) - min(p.top for p in bands[end])
            distance = min(p.top for p in bands[end]) - max(p.bottom for p in bands[end - 1])
            if not meets or distance > max(120 * pt, 3 * height):
                break
            low, high = max(meets, key=lambda m: m[1] - m[0])
            here = [sum(p.x1 <= low + 1 for p in bands[end]), sum(p.x0 >= high - 1 for p in bands[end])]
            if all(here):
                splits += 1
                last = end + 1
                sides = [a + b for a, b in zip(sides, here, strict=True)]
            end += 1
        if (splits >= 2 or min(sides) >= 2) and last > best[0]:
            best = (last, (low + high) / 2 if high < float("inf") else low + GUTTER * pt / 2)
    return best


def measure(rows: Sequence[Row], pt: float) -> None:
    """Sets indent, fill, align and paragraph starts of the one-column rows of a page's text."""
    plain = [r for r in rows if r.column == 0]
    if not plain:
        return
    left, right = text_edges(plain)
    width = max(right - left, 1.0)
    if width < 150 * pt:
        return
    before: Row | None = None
    for row in rows:
        if row.column:
            before = None
            continue
        inset, room = (row.x0 - left) / pt, (right - row.x1) / pt
        row.indent = round(inset, 1)
        row.fill = round(min(1.0, max(0.0, (row.x1 - left) / width)), 3)
        if inset > 24 and abs(inset - room) < max(10.0, 0.12 * inset):
            row.align = "center"
        elif room < EDGE and inset > 0.4 * width / pt:
            row.align = "right"
        else:
            row.align = "justify" if room < EDGE else "left"
        if before is not None and row.align != "center" and before.align != "center":
            full = (before.fill or 0.0) > 1 - EDGE * pt / width
            if FIRST_INDENT <= inset < 0.25 * width / pt and (before.indent or 0.0) < inset - 8:
                row.starts = True
            elif inset < EDGE and full:
                row.starts = False
            elif inset < EDGE and not full and (before.indent or 0.0) >= FIRST_INDENT - 2 and _room_for(row, before, right):
                row.starts = True
        before = row


def _room_for(row: Row, before: Row, right: float) -> bool:
    """Whether the first word of `row` would have fitted twice over on the line before."""
    first = row.words[0]
    return right - before.x1 > 2.2 * (first.x1 - first.x0) + (row.bottom - row.top)


def text_edges(rows: Sequence[Row]) -> tuple[float, float]:
    """Left and right edge of a page's text column: where most long lines start and end."""
    widest = max(r.x1 - r.x0 for r in rows)
    long = [r for r in rows if r.x1 - r.x0 > 0.6 * widest]
    lefts, rights = sorted(r.x0 for r in long), sorted(r.x1 for r in long)
    return lefts[min(len(lefts) - 1, len(lefts) // 10)], rights[max(0, len(rights) - 1 - len(rights) // 10)]


def is_page_number(row: Row, height: float) -> bool:
    """A lone number in the top or bottom tenth of the page."""
    return bool(_PAGE_NUMBER.match(row.text)) and (row.bottom < 0.1 * height or row.top > 0.9 * height)


def is_noise(row: Row) -> bool:
    """Specks, strokes of the pen and stamp remains read as letters: little that is sure, or no letter or digit at all."""
    solid = [w for w in row.words if any(c.isalnum() for c in w.text)]
    if not solid:
        return not any(w.confidence > 0.5 and w.text in {"-", "–", "—", "+", "*", "≥", "≤", "%", "…", "..."} for w in row.words)
    letters = sum(len(w.text) for w in row.words)
    sure = sum(len(w.text) * w.confidence for w in row.words) / letters
    return sure < 0.4 or (letters <= 2 and sure < 0.55)
