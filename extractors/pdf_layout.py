"""Rows of a page outside its ruled tables, put in reading order: two-column header and signature blocks, margins, prose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.document import Align, Line
from extractors.pdf_lines import LineMaker, Row, rows_of, starts_with_mark
from extractors.text_signatures import SIGNED_BY
from normalizers.text import fold

_GUTTER = 8.0        # points: least white between two blocks side by side, over all their rows
_OPENING = 14.0      # points: a row with a white stretch this wide may stand in two blocks
_LEADING = 10.5      # points: less than lines of one text are apart
_MARGIN = 0.075      # share of the page height at the top and bottom in which running lines stand
_LOW = 595.0         # points: margins are set in centimetres, on a lower page than this (A4 across) they are no smaller
_FOOT_OF_PLAN = re.compile(r"\s*(?:nơi nhận\b|(?:T/?M|KT|TL|TUQ)\.)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"^(?!\s*[1-9]\d?/0\d\s*$)[-–—\s]*(?:trang\s*)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?[-–—\s]*$", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_MOTTO = re.compile(r"c[ộô]ng h[òo][àa] x[ãa] h[ộô]i|đ[ộô]c l[ậâ]p ?[-–] ?t[ựư] do", re.IGNORECASE)  # Nghị định 30/2020/NĐ-CP, II.1
_SIGNATURE = re.compile(
    r"(?:người ký|ký bởi|được ký bởi|signed by|digitally signed|email|cơ quan|thời gian ký|ngày ký|giờ ký|signature)\s*[:.]",
    re.IGNORECASE)


@dataclass(slots=True)
class Placed:
    """A line with the row it was made of; `block` marks lines of a two-column block (no text edge of their own)."""

    line: Line
    row: Row
    block: bool = False


@dataclass(frozen=True, slots=True)
class Edges:
    """Left and right edge of the text column, points."""

    left: float
    right: float


def text_edges(rows: list[Row], width: float) -> Edges:
    """The text column of a page from its rows: where most rows begin and the furthest that several rows reach."""
    if not rows:
        return Edges(0.1 * width, 0.9 * width)
    starts = sorted(r.x0 for r in rows)
    ends = sorted((r.x1 for r in rows), reverse=True)
    left = starts[len(starts) // 10]
    right = ends[len(ends) // 10]
    return Edges(left, max(right, left + 1.0))


def place_rows(rows: list[Row], edges: Edges, width: float, maker: LineMaker) -> list[Placed]:
    """Lines of rows in reading order; blocks side by side are read left block first."""
    out: list[Placed] = []
    i = done = 0  # rows before `done` stand in an earlier block
    while i < len(rows):
        block = _block_at(rows, i, done, edges, width) if len(rows[i].words) > 1 or _beside(rows, i) else None
        if block is None:
            row = rows[i]
            out.append(Placed(maker.line(row, _alignment(row, edges, width)), row))
            i += 1
            continue
        start, end, cut = block
        del out[len(out) - (i - start):]  # rows above that turn out to belong to the block's right side
        for side in (False, True):
            words = [w for row in rows[start:end] for w in row.words if (w.x0 + w.x1 > 2 * cut) is side]
            side_rows = rows_of(words)
            align = _side_alignment(side_rows)
            out += [Placed(maker.line(row, align), row, block=True) for row in side_rows]
        i = done = end
    return out


def _alignment(row: Row, edges: Edges, width: float) -> Align:
    left, right = row.x0 - edges.left, edges.right - row.x1
    slack = 16 if left > 60 and right > 60 else 8
    if left > 12 and right > 12 and (abs(left - right) < slack or abs(row.x0 + row.x1 - width) < slack):
        return "center"
    if left > 0.4 * (edges.right - edges.left) and right < 4:
        return "right"
    return "justify" if right < 3 else "left"


def _side_alignment(rows: list[Row]) -> Align | None:
    if len(rows) < 2:
        return "center" if rows else None
    starts = [r.x0 for r in rows]
    if max(starts) - min(starts) < 4:
        return "left"
    middles = [(r.x0 + r.x1) / 2 for r in rows]
    middle = median(middles)
    return "center" if sum(abs(m - middle) < 6 for m in middles) > 0.6 * len(rows) else "left"


def _free(row: Row) -> list[tuple[float, float]]:
    """White stretches of a row, those outside its text included."""
    return [(-1e6, row.x0), *row.gaps(_GUTTER - 2), (row.x1, 1e6)]


def _word_gap(row: Row) -> float:
    """Usual gap between the words of a row: in a line justified over few words every gap is wide, none is a gutter."""
    gaps = [b.x0 - a.x1 for a, b in zip(row.words, row.words[1:], strict=False)]
    return median(gaps) if len(gaps) >= 4 else 0.0


def _stretched(row: Row, edges: Edges) -> bool:
    """Whether a few words are spread over the whole line: a justified one that was broken by hand (Shift+Enter)."""
    words = row.words
    if len(words) > 8 or edges.right - row.x1 > 2.0 or any(" " in word.text for word in words):
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    return max(gaps) <= 1.2 * min(gaps) + 1.0 if len(gaps) > 1 else abs(row.x0 - edges.left) <= 1.0 and words[0].text[-1:].islower() and words[-1].text[:1].islower()


def _behind_mark(row: Row, end: float) -> bool:
    """Whether nothing but a list mark stands before a white stretch: that of an item set far in."""
    return row.words[0].x1 >= end - 0.1 and len(row.words[0].text) <= 6 and starts_with_mark(row.words[0].text + " A")


def _block_at(rows: list[Row], i: int, done: int, edges: Edges, width: float) -> tuple[int, int, float] | None:
    """The two-column block that row `i` stands in, as (first row, end row, x of the cut); None for an ordinary row."""
    span = edges.right - edges.left
    candidates = [] if _stretched(rows[i], edges) else [g for g in rows[i].gaps(_OPENING)
                  if edges.left + 0.15 * span < (g[0] + g[1]) / 2 < edges.left + 0.85 * span and g[1] - g[0] > 1.8 * _word_gap(rows[i]) and not _behind_mark(rows[i], g[0])]
    beside = _beside(rows, i)
    candidates += [beside] if beside else []
    best: tuple[int, int, float, float] | None = None
    for gutter in candidates:
        down, low = _extend(rows, range(i + 1, len(rows)), gutter, edges, width)
        up, low = _extend(rows, range(i - 1, done - 1, -1), low, edges, width)
        start, end = i - up, i + down + 1
        cut = (low[0] + low[1]) / 2
        left = sum(row.x0 < cut for row in rows[start:end])
        right = sum(row.x1 > cut for row in rows[start:end])
        if gutter is beside and min(left, right) < 2:
            continue
        if end - start >= 2 and left + right >= 3 and (best is None or low[1] - low[0] > best[3]):
            best = (start, end, cut, low[1] - low[0])
    return best[:3] if best else None


def _beside(rows: list[Row], i: int) -> tuple[float, float] | None:
    """The white between a row and the next where they stand side by side, each set on lines of its own (a header whose one
    side wraps): too near to be lines of one text, with nothing of one above or below the other."""
    if i + 1 >= len(rows) or rows[i + 1].y - rows[i].y > _LEADING:
        return None
    one, other = sorted((rows[i], rows[i + 1]), key=lambda row: row.x0)
    return (one.x1, other.x0) if other.x0 - one.x1 >= _GUTTER else None


def _extend(rows: list[Row], order: range, gutter: tuple[float, float], edges: Edges,
            width: float) -> tuple[int, tuple[float, float]]:
    """How many further rows leave the gutter white, and what is left of it."""
    count = 0
    previous = rows[order.start - order.step] if order else None
    for k in order:
        row = rows[k]
        size = max(row.words[0].size, 11.0)
        if previous is not None and abs(row.y - previous.y) > 7.5 * size:
            break
        lone = not row.gaps(_OPENING)
        off = abs(row.x0 + row.x1 - edges.left - edges.right) / 2
        if lone and row.x0 - edges.left > 20 and (off < 0.04 * width or abs(row.x0 + row.x1 - width) < 6):
            break  # centred on the text column, or on the page: a title, not part of a side
        shared = [(max(a, gutter[0]), min(b, gutter[1])) for a, b in _free(row)]
        widest = max(shared, key=lambda s: s[1] - s[0])
        one_sided = lone and not _beside(rows, min(k, k - order.step))
        if widest[1] - widest[0] < max(_GUTTER, 0.3 * (gutter[1] - gutter[0]) if one_sided else _GUTTER):
            break
        if order.step < 0 and lone and row.x0 < gutter[0]:
            # above a block, one-sided text on the left is the last line of the prose before it, in order as it is
            break
        gutter = widest
        previous = row
        count += 1
    return count, gutter


def mark_furniture(pages: list[tuple[list[Placed], float, list[tuple[float, float]]]]) -> None:
    """Mark page numbers, running headers and footers, and digital-signature lines, in place.

    Each page is (its lines in reading order, its height, the vertical reach of each of its tables).
    """
    keys: list[dict[int, str]] = [{k: _key(p, height) for k, p in enumerate(placed) if not low <= p.row.y <= high}
                                  for placed, height, _ in pages for low, high in (_band(height),)]
    repeats = Counter(key for page in keys for key in set(page.values()))
    for (placed, height, tables), found in zip(pages, keys, strict=True):
        signed = [p for p in placed if _SIGNATURE.match(p.line.text)]
        if len(signed) >= 2:
            for p in signed:
                p.line.furniture = True
            for one, other, third in zip(placed, placed[1:], placed[2:], strict=False):
                if other not in signed and third in signed and SIGNED_BY.match(one.line.text) and len(other.line.text.split()) <= 6:
                    other.line.furniture = True  # "Ký bởi: Ủy ban nhân dân phường" / "Phúc Lợi" / "Ngày ký: …"
        if not found:
            continue
        low, high = _inner(height)
        body = sorted([p.row.y for p in placed if low <= p.row.y <= high] + [y for t in tables for y in t[:2]])
        ordered = sorted(placed, key=lambda p: p.row.y)
        letterhead = min((placed[k].row.y for k in found if _MOTTO.search(placed[k].line.text)), default=height)
        for k in sorted(found, key=lambda k: min(placed[k].row.y, height - placed[k].row.y)):  # a page number may stand below a running line
            p = placed[k]
            y = p.row.y
            if starts_with_mark(p.line.text) and not _PAGE_NUMBER.match(p.line.text):
                continue  # "- Thời gian hoàn thành: 30/9/2026": items alike end several pages
            if letterhead - 3 <= y < height / 2 and not _PAGE_NUMBER.match(p.line.text):
                continue  # a decision and the programme it issues each have one: it recurs, but runs over no page
            outer = not low <= y <= high
            if any(a <= y <= b for a, b in tables):
                continue
            edge = outer or p is next((o for o in ordered if not o.line.furniture), p) or p is next((o for o in reversed(ordered) if not o.line.furniture), p)
            beyond = outer or not body or y <= body[0] or y >= body[-1]
            if (edge and beyond and _PAGE_NUMBER.match(p.line.text)) or (edge and beyond and repeats[found[k]] >= max(3, 0.6 * len(pages))):
                p.line.furniture = True
            elif len(pages) > 1 and _clear(p, body, ordered):
                often = repeats[found[k]] >= max(2, 0.3 * len(pages))
                # The issuing body's superior ("UBND TỈNH …") is small and outermost too, but heads the first page.
                named = placed is pages[0][0] and p.line.text.isupper() and y < height / 2
                p.line.furniture = p.line.furniture or often or (outer and not named and _small(p, ordered) and not _goes_on(p, ordered, height))


def without_numbers(rows: list[Row], height: float) -> tuple[int, int]:
    """The rows `[start, end)` of a page that stand between its page numbers."""
    start, end = 0, len(rows)
    reach = max(height, _LOW)
    while start < end and rows[start].y < 0.11 * reach and _PAGE_NUMBER.match(rows[start].text):
        start += 1
    while end > start and rows[end - 1].y > height - 0.1 * reach and _PAGE_NUMBER.match(rows[end - 1].text):
        end -= 1
    return start, end


def _small(p: Placed, others: list[Placed]) -> bool:
    """Whether a line in the outermost margin is set smaller than the page's text (an address line, a file name)."""
    sizes = [o.line.size or 0.0 for o in others if o is not p]
    return not sizes or (p.line.size or 0.0) < median(sizes) - 0.9


def _goes_on(p: Placed, ordered: list[Placed], height: float) -> bool:
    """Whether a small line in the outermost margin is one of the text's: an item of a list, the first line of the recipients and
    signature, or set like the line beside it."""
    low, high = _inner(height)
    near = min((o for o in ordered if low <= o.row.y <= high), key=lambda o: abs(o.row.y - p.row.y), default=None)
    alike = near is not None and abs((near.line.size or 0.0) - (p.line.size or 0.0)) < 0.5
    return alike or starts_with_mark(p.line.text) or bool(_FOOT_OF_PLAN.match(p.line.text))


def _band(height: float) -> tuple[float, float]:
    """Between which heights of a page no running line stands."""
    reach = max(height, _LOW)
    return 0.11 * reach, height - 0.1 * reach


def _inner(height: float) -> tuple[float, float]:
    """Between which heights of a page its text stands."""
    reach = _MARGIN * max(height, _LOW)
    return reach, height - reach


def _clear(p: Placed, body: list[float], others: list[Placed]) -> bool:
    """Whether white stands between the line and the body of the page. Of a scan, figures alone look smaller than they are."""
    size = p.line.size or 10.0
    if p.line.confidence < 1.0:
        size = max(size, median(o.line.size or size for o in others))
    at, white = p.row.y, 1.3 * size
    near = body[bisect_left(body, at - white - 1.0) : bisect_right(body, at + white + 1.0)]
    return not [y for y in near if 0.1 < abs(y - at) <= white]


def _key(p: Placed, height: float) -> str:
    side = "top" if p.row.y < height / 2 else "bottom"
    return side + "|" + _FIGURES.sub("#", fold(p.line.text))
