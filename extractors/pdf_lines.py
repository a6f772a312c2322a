"""Placed words to printed lines: rows by baseline, the lines of a cell, words that a thin column cut put together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from extractors.cut_words import ends_open, is_cut, is_lone_consonant
from extractors.document import Align, Box, Line, Place
from extractors.flat_stream import printed_width
from extractors.markers import LETTER_SIGN, SIGNS
from extractors.pdf_chars import PageWords, Style, Word
from extractors.pdf_view import unturn
from normalizers.text import CAPITALS

_SAME_ROW = 3.0      # points between baselines of one printed row
_RAISED = 6.5        # points: a raised or lowered figure (m², footnote mark) still belongs to its row
_TOUCHING = 1.2      # points: nearer runs are parts of one word, less than any space is wide
_ASCENT, _DESCENT = 0.8, 0.25


class Row:
    """Words on one baseline, left to right, from `x0` to `x1`."""

    __slots__ = ("words", "x0", "x1", "y")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        first = words[0]
        self.y = first.y
        self.x0 = first.x0
        if len(words) == 1:
            self.x1 = first.x1
        else:
            a, b = words[-2].x1, words[-1].x1
            self.x1 = b if b > a else a

    @property
    def text(self) -> str:
        out, reach = "", 0.0
        for word in self.words:
            touching = word.broken and -_TOUCHING * 4 < word.x0 - reach < _TOUCHING
            out += word.text if not out or touching else " " + word.text
            reach = word.x1
        return out

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
    words = list(words)
    if len(words) == 1:
        return [Row(words)]
    reach = -1e9
    for word in words:  # most cells: one run a line, drawn from the top down
        if word.y - reach < _RAISED:
            break
        reach = word.y
    else:
        return [Row([word]) for word in words]
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
        a, b, c, d = box
        return int(a * 10 + 0.5) / 10, int(b * 10 + 0.5) / 10, int(c * 10 + 0.5) / 10, int(d * 10 + 0.5) / 10

    def line(self, row: Row, align: Align | None = None, style: Style | None = None) -> Line:
        """A row as a Line; `style` where it is known already."""
        words = row.words
        size, bold, italic = self.style(row) if style is None else style
        y = row.y
        box = self.box((row.x0, y - _ASCENT * size, row.x1, y + _DESCENT * size))
        return Line(words[0].text if len(words) == 1 else row.text, Place(None, self.number, box), False, None, bold, italic,
                    align, None, None, size)

    def style(self, row: Row) -> Style:
        """Size of a row's first letter; bold and italic where its first and last run are."""
        words = row.words
        style = self.page.style
        if len(words) == 1:
            return style(words[0])
        size, bold, italic = first = style(words[0])
        if bold or italic:
            _, last_bold, last_italic = style(words[-1])
            return size, bold and last_bold, italic and last_italic
        return first

    def cell_lines(self, words: list[Word], left: float, right: float, pad: float) -> list[Line]:
        """Lines of a cell between the borders `left` and `right`, with paragraph starts, fill and cut words repaired."""
        rows = rows_of(words)
        low, high = left + pad, right - pad
        width = max(high - low, 1.0)
        same: Style | None = self.style(rows[0])
        if len(rows) > 2 and self.style(rows[-1]) != same:
            same = None  # letters of a cell are set alike where its first and last line are
        turned, number = self.page.turned, self.number
        edge = rows[0].x0
        for row in rows:
            if row.x0 < edge:
                edge = row.x0
        pitch = _pitch(rows) if len(rows) > 1 else 0.0
        out: list[Line] = []
        before: Row | None = None
        for row in rows:
            x0, x1 = row.x0, row.x1
            margin_l, margin_r = x0 - low, high - x1
            fill = (x1 - low) / width
            align: Align | None = None
            if margin_l > 4:
                if -4 < margin_l - margin_r < 4:
                    align = "center"
                    fill = (x1 - x0) / width
            else:
                align = "justify" if margin_r < 3 else "left"
            size, bold, italic = same or self.style(row)
            runs, y = row.words, row.y
            top, foot = y - _ASCENT * size, y + _DESCENT * size
            box = self.box((x0, top, x1, foot)) if turned else (int(x0 * 10 + 0.5) / 10, int(top * 10 + 0.5) / 10, int(x1 * 10 + 0.5) / 10, int(foot * 10 + 0.5) / 10)
            line = Line(runs[0].text if len(runs) == 1 else row.text, Place(None, number, box), False, None, bold, italic, align,
                        int((x0 - edge) * 10 + 0.5) / 10, int(fill * 1000 + 0.5) / 1000 if 0.0 < fill < 1.0 else (1.0 if fill >= 1.0 else 0.0), size)
            if before is None:
                line.starts = True
            elif len(before.words) == 1 and " " not in before.words[0].text and self._cut(before, row, width):
                _glue(out[-1], line)
                before = row
                continue
            else:
                line.starts = _cell_start(before, row, out[-1], line, width, pitch)
            out.append(line)
            before = row
        return out

    def _cut(self, above: Row, below: Row, width: float) -> bool:
        """Whether a thin column cut one word between two rows ("31/12/20" + "26", "HĐND&U" + "BND")."""
        a, b = above.words[0], below.words[0]  # a word that does not fit behind others moves to the next line whole
        own = a.x1 - a.x0
        if ends_open(a.text, b.text):
            return True
        size = self.page.style(a)[0]
        # A letter or two before a space are wider or narrower than their share of the run: "g học".
        if max(first_word(b), 0.95e-3 * size * printed_width(b.text.partition(" ")[0])) + own <= width:
            return False
        head = b.text[0]
        letter = size * max(0.6 if head.isdigit() else 1.0 if head.isupper() else 0.75, 1e-3 * printed_width(head))  # one more would not have fitted
        if is_lone_consonant(b.text.partition(" ")[0]):
            letter *= 1.6           # no word: the white that tells the column's width need not be exact
        if own + letter < width or below.y - above.y > 2 * size:
            return False
        return is_cut(a.text, b.text)


def first_word(run: Word) -> float:
    """Width of a run's first word, in points, by its share of the letters."""
    text = run.text
    end = text.find(" ")
    return run.x1 - run.x0 if end < 0 else (run.x1 - run.x0) * end / len(text)


def _glue(line: Line, more: Line) -> None:
    line.text += more.text
    line.place = line.place.merge(more.place)
    line.fill = more.fill


def _pitch(rows: list[Row]) -> float:
    """Usual distance between the baselines of successive rows, 0 where there is only one."""
    if len(rows) == 2:
        return rows[1].y - rows[0].y
    steps = sorted([b.y - a.y for a, b in itertools.pairwise(rows)])
    return steps[len(steps) // 3] if steps else 0.0


_MARK = re.compile(rf"(?:[-–—+*{SIGNS}]\s*\S|{LETTER_SIGN}|\(?[a-zđ0-9]{{1,2}}[.)]\s|\d{{1,2}}[.)](?=[{CAPITALS}])|[IVX]+\.\s|\d+(?:\.\d+)+\.?\s|"
                   rf"(?:[IVX]+ ?|\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ])[-–/]\s+(?=[{CAPITALS}]))")  # "1- ", "I - " of the Party's papers


def starts_with_mark(text: str) -> bool:
    """Whether the line begins with a list marker or a section number."""
    if text[:3].isalpha() and text[0] not in "IVX":
        return False  # most lines begin with a word: of letters, only numerals make a marker of three
    return _MARK.match(text) is not None


def _cell_start(above: Row, row: Row, before: Line, line: Line, width: float, pitch: float) -> bool | None:
    if row.y - above.y > pitch * 1.25 + 1.0:
        return True
    room = width - (above.x1 - above.x0 if before.align == "center" else (before.fill or 0.0) * width)
    # The first word would have fitted above: the line was ended on purpose.
    fits = room > 6.0 and room > first_word(row.words[0]) + 6.0
    if fits:  # ... unless a line of a heading was broken by hand in mid-phrase
        return True if not line.text[:1].islower() or before.text.endswith((".", ";", ":")) else None
    if starts_with_mark(line.text):
        return None
    return False
