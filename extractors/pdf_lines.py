"""Placed words to printed lines: rows by baseline, the lines of a cell, words that a thin column cut put together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.document import Align, Box, Line, Place
from extractors.pdf_chars import PageWords, Word, unturn
from extractors.pdf_quality import is_syllable

_SAME_ROW = 3.0      # points between baselines of one printed row
_RAISED = 6.5        # points: a raised or lowered figure (m², footnote mark) still belongs to its row
_ASCENT, _DESCENT = 0.8, 0.25
_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"^[^\W\d_]+")


class Row:
    """Words on one baseline, left to right."""

    __slots__ = ("words", "y")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.y = words[0].y

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(w.x1 for w in self.words[-3:])

    @property
    def text(self) -> str:
        return " ".join([w.text for w in self.words])

    def gaps(self, least: float) -> list[tuple[float, float]]:
        """White stretches between words that are at least `least` points wide."""
        out, reach = [], self.words[0].x1
        for word in self.words[1:]:
            if word.x0 - reach >= least:
                out.append((reach, word.x0))
            if word.x1 > reach:
                reach = word.x1
        return out

    def pieces(self, least: float) -> list[Row]:
        """The row cut at every white stretch of at least `least` points."""
        out, part, reach = [], [self.words[0]], self.words[0].x1
        for word in self.words[1:]:
            if word.x0 - reach >= least:
                out.append(Row(part))
                part = []
            part.append(word)
            reach = max(reach, word.x1)
        return [*out, Row(part)]


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words grouped by baseline, top to bottom, each row left to right."""
    ordered = sorted(words, key=lambda w: w.y)
    groups: list[list[Word]] = []
    limit = -1e9
    for word in ordered:
        if word.y > limit:
            groups.append([word])
            limit = word.y + _SAME_ROW
        else:
            groups[-1].append(word)
    merged: list[list[Word]] = []
    for group in groups:
        if merged and group[0].y - merged[-1][0].y < _RAISED and (_raised(group, merged[-1]) or _raised(merged[-1], group)):
            main = group if _raised(merged[-1], group) else merged[-1]
            y = main[0].y
            merged[-1] = main + (merged[-1] if main is group else group)
            merged[-1][0].y = y
        else:
            merged.append(group)
    out = []
    for group in merged:
        y = group[0].y
        if len(group) > 1:
            group.sort(key=lambda w: w.x0)
        row = Row(group)
        row.y = y
        out.append(row)
    return out


def _raised(small: list[Word], row: list[Word]) -> bool:
    """Whether `small` is a figure or two right behind a word of `row`."""
    if sum(len(w.text) for w in small) > 3 or len(row) < 1 or sum(len(w.text) for w in row) <= 3:
        return False
    return all(any(-1.0 <= s.x0 - w.x1 <= 1.5 for w in row) for s in small)


class LineMaker:
    """Rows to `Line`s of one page."""

    def __init__(self, page: PageWords, number: int) -> None:
        self.page = page
        self.number = number

    def box(self, box: Box) -> Box:
        """A box on this page as displayed, rounded to a tenth of a point."""
        if self.page.turned:
            box = unturn(box, self.page.width, self.page.height, self.page.turned)
        return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)

    def line(self, row: Row, align: Align | None = None) -> Line:
        words = row.words
        size, bold, italic = self.page.style(words[0])
        if bold or italic:
            _, last_bold, last_italic = self.page.style(words[-1])
            bold, italic = bold and last_bold, italic and last_italic
        x0, x1, y = words[0].x0, row.x1, row.y
        place = Place(page=self.number, box=self.box((x0, y - _ASCENT * size, x1, y + _DESCENT * size)))
        return Line(row.text, place, bold=bold, italic=italic, size=size, align=align)

    def cell_lines(self, words: list[Word], left: float, right: float, pad: float) -> list[Line]:
        """Lines of a cell between the borders `left` and `right`, with paragraph starts, fill and cut words repaired."""
        rows = rows_of(words)
        low, high = left + pad, right - pad
        width = max(high - low, 1.0)
        edge = min(row.x0 for row in rows)
        out: list[Line] = []
        before: Row | None = None
        pitch = _pitch(rows)
        for row in rows:
            line = self.line(row)
            x0, x1 = row.x0, row.x1
            line.indent = round(x0 - edge, 1)
            line.fill = round(min(1.0, max(0.0, (x1 - low) / width)), 3)
            margin_l, margin_r = x0 - low, high - x1
            if margin_l > 4 and abs(margin_l - margin_r) < 4:
                line.align = "center"
                line.fill = round(min(1.0, (x1 - x0) / width), 3)
            elif margin_l <= 4:
                line.align = "justify" if margin_r < 3 else "left"
            if before is not None and out and self._cut(before, row, width):
                _glue(out[-1], line)
            else:
                line.starts = _cell_start(before, row, out[-1] if out else None, line, width, pitch)
                out.append(line)
            before = row
        return out

    def _cut(self, above: Row, below: Row, width: float) -> bool:
        """Whether a thin column cut one word between two rows ("31/12/20" + "26", "HĐND&U" + "BND")."""
        if len(above.words) != 1:
            return False  # a word that does not fit behind others moves to the next line whole
        a, b = above.words[0], below.words[0]
        size = self.page.style(a)[0]
        if (b.x1 - b.x0) + (a.x1 - a.x0) <= width or (a.x1 - a.x0) + 0.75 * size < width or below.y - above.y > 2 * size:
            return False
        tail, head = a.text[-1], b.text[0]
        if tail.isdigit() and (head.isdigit() or head in "/%"):
            return True
        if tail in "&/_@" or head in "&/_@":
            return tail != "/" or head.isalnum()
        ta, hb = _TAIL.search(a.text), _HEAD.match(b.text)
        if not ta or not hb:
            return False
        one, two = ta[0], hb[0]
        if one.isupper() and two.isupper():
            whole_a, whole_b = is_syllable(one), is_syllable(two)
            return not (whole_a and whole_b) and ("&" in a.text or "-" in a.text or len(one) < 2 or len(two) < 2)
        if two[0].isupper() and not one.isupper():
            return False
        return is_syllable(one + two) and not (is_syllable(one) and is_syllable(two))


def _glue(line: Line, more: Line) -> None:
    line.text += more.text
    line.place = line.place.merge(more.place)
    line.fill = more.fill


def _pitch(rows: list[Row]) -> float:
    """Usual distance between the baselines of successive rows, 0 where there is only one."""
    steps = sorted(b.y - a.y for a, b in zip(rows, rows[1:], strict=False))
    return steps[len(steps) // 3] if steps else 0.0


_MARK = re.compile(r"(?:[-–—+*•▪●○➢✓]\s*\S|\(?[a-zđ0-9]{1,2}[.)]\s|[IVX]+\.\s|\d+(?:\.\d+)+\.?\s)")


def starts_with_mark(text: str) -> bool:
    """Whether the line begins with a list marker or a section number."""
    return _MARK.match(text) is not None


def _cell_start(above: Row | None, row: Row, before: Line | None, line: Line, width: float, pitch: float) -> bool | None:
    if above is None or before is None:
        return True
    room = width - (above.x1 - above.x0 if before.align == "center" else (before.fill or 0.0) * width)
    first = row.words[0]
    fits = room > (first.x1 - first.x0) + 6.0  # the first word would have fitted above: the line was ended on purpose
    if row.y - above.y > pitch * 1.25 + 1.0:
        return True
    if fits:  # ... unless a line of a heading was broken by hand in mid-phrase
        return True if not line.text[:1].islower() or before.text.endswith((".", ";", ":")) else None
    if starts_with_mark(line.text):
        return None
    return False
