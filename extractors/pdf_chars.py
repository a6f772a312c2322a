"""A PDF page as placed runs of text: one text call for the page, one origin and one right edge for every run.

A run is what is printed in one go: words with real space glyphs between them. Where a space has no glyph, the reader of the
page moved on (to the next column, a tab stop, or just to the next word), and a new run begins.

Coordinates are points from the top left of the page as displayed: `/Rotate` and the crop box are applied here. Words that
run backwards on their line mean letters drawn as later overlaid runs; such a page is read again letter by letter and
sorted by place. pdfium is not thread-safe: use processes, never threads.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from unicodedata import combining

import pypdfium2.raw as pdfium

from extractors.pdf_aslant import part_aslant, without
from extractors.pdf_large import part_large
from extractors.pdf_margin import part_line_numbers
from extractors.pdf_marks import NOTHING, mend_marks
from extractors.pdf_raw import (
    char_matrix,
    char_origin,
    font_info,
    font_size,
    generated,
    get_text,
    handle,
    loose_box,
    text_object,
)
from extractors.pdf_sideways import level_sideways
from extractors.pdf_stray import part_stray
from extractors.pdf_view import View, page_view
from extractors.pdf_word import Word as Word
from extractors.pdf_word import scattered

# Made once: ctypes makes a new type for every length asked for.
_Floats4, _Floats6, _Chars128 = ctypes.c_float * 4, ctypes.c_float * 6, ctypes.c_char * 128

Style = tuple[float, bool, bool]  # size in points, bold, italic

_WORD = re.compile(r"\S+")
_TEXT_LINE = re.compile(r"[^\r\n\x02]+\x02?|\x02")
_ODD = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff\ufffe\uffff\ud800-\udfff\uf000-\uf0ff]")
# Line-end hyphens come as U+0002 or U+FFFE, with no line break behind them; U+0002 stays until runs are made.
# U+00AD stays where no letter of Unicode's Vietnamese stands: it is a letter of TCVN3. Symbol and Wingdings glyphs come as U+F000 plus their code.
_SANE = {0xFFFE: "\x02", 0x200B: " ", 0xFEFF: " ",
         0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-", 0xF0B3: "≥", 0xF0A3: "≤", 0xF0B1: "±",
         0xF0AE: "→", 0xF0E0: "→", 0xF076: "❖", 0xF06F: "□", 0xF0A8: "□", 0xF0FE: "✓", 0xF02B: "+", 0xF0B4: "×",
         **dict.fromkeys((0, 1, *range(3, 9), 11, 12, *range(14, 32), 127, 65535), "�"),
         **dict.fromkeys(range(55296, 57344), "�")}
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ơưƠƯ\u0300-\u0323]")
_UTF16 = f"utf-16-{'le' if sys.byteorder == 'little' else 'be'}"
_BACKWARDS = 1.0     # points a word may start left of the one before it on its line
_GAP = 0.13          # of the letter size: wider than this between letters is a space


@dataclass(slots=True)
class PageWords:
    """Words of a page in drawing order. `style` gives a word's letter size, boldness and slant; `split` cuts a run
    at an x, `single` into its words (both while the page is open); `turned` is the extra quarter turns (clockwise) under which its lines read level; `fonts` are seen names."""

    words: list[Word]
    width: float
    height: float
    style: Callable[[Word], Style]
    split: Callable[[Word, float], tuple[Word, Word] | None]
    single: Callable[[Word], list[Word]]
    overlaid: bool = False
    turned: int = 0
    fonts: set[str] = field(default_factory=set)
    close: Callable[[], None] = lambda: None
    view: View | None = None  # of a page read by pdfium
    slanted: list[Word] = field(default_factory=list)  # watermarks across the page and signatures, which are none of its lines


def page_text(text_page: Any) -> str:
    """The page's text with exactly one character for every pdfium character index, unmapped glyphs as U+FFFD."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = array("H", bytes(2 * count + 2))  # a ctypes array would be a new type for every length, which is slow
    got = get_text(handle(text_page), 0, count, buffer.buffer_info()[0]) - 1
    text = buffer[: max(got, 0)].tobytes().decode(_UTF16, "surrogatepass")
    if got != count or len(text) != count:  # glyphs without Unicode, or characters outside the first plane
        code = pdfium.FPDFText_GetUnicode
        text = "".join(chr(code(text_page, i)) for i in range(count))
    if text.replace("\r\n", "").isprintable():
        return text  # most pages: nothing of what is odd is printable
    if "\xad" in text and _VIETNAMESE.search(text):
        text = text.replace("\xad", "-")  # how many fonts name the glyph of the printed hyphen
    return text.translate(_SANE) if _ODD.search(text) else text


def sane(text: str) -> str:
    """Text with line-end hyphens, symbol glyphs and characters that name nothing made sane Unicode."""
    return text.translate(_SANE).replace("\x02", "-") if _ODD.search(text) or "\x02" in text else text


def read_words(page: Any, text_page: Any) -> PageWords:
    """Words of a raw pdfium page, in drawing order, with overlaid runs put right and sideways text turned level."""
    text = page_text(text_page)
    view = page_view(page)
    words = _place_words(text_page, text, view)
    turned = _turns(text_page, words, view.turns)
    if turned:
        view = page_view(page, turned)
        words = _place_words(text_page, text, view)
    words, slanted = part_aslant(text_page, words)
    words, large = part_large(text_page, words)
    slanted += large
    words = level_sideways(text_page, words, text, view)
    words, signed = part_stray(words, text, view)
    words, counted = part_line_numbers(words, text, view.width)
    signed += counted
    overlaid = _runs_backwards(text, words) or scattered(words)
    if overlaid or view.turns % 2:  # pdfium does not see the line breaks of text that runs up or down
        words, _ = part_stray(_words_by_place(text_page, without(text.replace("\x02", "-"), [*slanted, *signed]), view), "", view)
    styles = Styles(text_page)
    return PageWords(words, view.width, view.height, styles.of, _splitter(text_page, text, view),
                     _singler(text_page, view), overlaid, turned,
                     styles.fonts, styles.close, view, [*slanted, *signed])


def _place_words(text_page: Any, text: str, view: View) -> list[Word]:
    found = _runs(text_page, text)
    return _place_runs(text_page, found, view) if found else []


def _place_runs(text_page: Any, found: list[tuple[str, int, int, bool]], view: View) -> list[Word]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), _Floats4()
    px, py, pbox = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    words: list[Word] = []
    if view.turns == 0:
        left, top = view.box[0], view.box[3]
        for word, start, end, first in found:
            char_origin(text_page, start, px, py)
            loose_box(text_page, end - 1, pbox)
            x0, right, base = x.value, box[2], y.value
            words.append(Word(word, x0 - left, right - left if right > x0 else x0 - left + 1.0, top - base, start, end, 0.0, first,
                              not box[3] - 1.0 <= base <= box[1] + 1.0))
        return words
    for word, start, end, first in found:
        char_origin(text_page, start, px, py)
        loose_box(text_page, end - 1, pbox)
        x0, base = view.point(x.value, y.value)
        left, top, right, bottom = box
        _, high, x1, low = view.rect(left, bottom, right, top)
        words.append(Word(word, x0, x1 if x1 > x0 else x0 + 1.0, base, start, end, 0.0, first, not high - 1.0 <= base <= low + 1.0))
    return words


def _text_lines(text: str) -> list[tuple[int, str]]:
    """Lines of a page's text with their offsets; a hyphen at a line's end stands as "-"."""
    parts = text.split("\r\n")
    breaks = len(parts) - 1
    if "\x02" in text or text.count("\n") != breaks or text.count("\r") != breaks:
        return [(m.start(), m[0] if m[0][-1] != "\x02" else m[0][:-1] + "-") for m in _TEXT_LINE.finditer(text)]
    lines, at = [], 0
    for line in parts:
        if line:
            lines.append((at, line))
        at += len(line) + 2
    return lines


def _runs(text_page: Any, text: str) -> list[tuple[str, int, int, bool]]:
    """Runs as (text, start, end, first of its text line): lines cut at spaces without a glyph and at more than one space."""
    out: list[tuple[str, int, int, bool]] = []
    text, lost = mend_marks(text_page, text)
    for start, line in _text_lines(text):
        begin = 0
        at = line.find(" ")
        if at >= 0 and line.count(" ") > 2 and "  " not in line:
            drawn = text_object(text_page, start)
            if drawn is not None and drawn == text_object(text_page, start + len(line) - 1):
                at = -1  # drawn by one text object in one go: spare the question for each space
        while at >= 0:
            if generated(text_page, start + at) == 1 or line[at + 1:at + 2] in (" ", ""):
                if at > begin:
                    out.append((line[begin:at], start + begin, start + at, not begin))
                begin = at + 1
            at = line.find(" ", at + 1)
        if begin < len(line):
            out.append((line[begin:], start + begin, start + len(line), not begin))
    if lost:
        out = [part for run in out for part in _cut_at(run, lost)]
    if NOTHING in text:
        out = [(run[0].replace(NOTHING, ""), *run[1:]) for run in out if run[0] != NOTHING]
    return [run if run[0][0] != " " and run[0][-1] != " " else _trimmed(*run) for run in out if not run[0].isspace()]


def _cut_at(run: tuple[str, int, int, bool], cuts: list[int]) -> list[tuple[str, int, int, bool]]:
    """A run cut before the characters at the indexes `cuts` (ascending) that lie in it."""
    text, start, end, first = run
    inner = [k - start for k in cuts if start < k < end]
    edges = [0, *inner, len(text)]
    return [(text[a:b], start + a, start + b, first and not a) for a, b in pairwise(edges)] if inner else [run]


def _trimmed(text: str, start: int, end: int, first: bool) -> tuple[str, int, int, bool]:
    return text.strip(), start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()), first


def _turns(text_page: Any, words: list[Word], page_turns: int) -> int:
    """Extra quarter turns for a page whose text runs up or down (a landscape table printed on an upright page)."""
    sample = [w for w in words if w.end - w.start >= 3]
    sample = sample[:: max(1, len(sample) // 12)]
    matrix = _Floats6()
    at = ctypes.byref(matrix)
    votes = [0, 0, 0, 0]
    for word in sample:
        if char_matrix(text_page, word.start, at):
            a, b = matrix[0], matrix[1]
            turns = 0 if b == 0.0 and a > 0.0 else round(math.degrees(math.atan2(b, a)) / 90)
            votes[(turns - page_turns) % 4] += 1
    best = max(range(4), key=votes.__getitem__)
    return best if votes[best] > 0.6 * len(sample) else 0


def _runs_backwards(text: str, words: list[Word]) -> bool:
    """Whether words of one text line go back over words before them: overlaid runs (letters in a second font)."""
    if not [1 for a, b in pairwise(words) if b.x0 < a.x0 - _BACKWARDS and -1.0 < b.y - a.y < 1.0]:
        return False  # most pages
    back, furthest, x0, y, end = 0, 0.0, 0.0, -1e9, 0
    for word in words:
        if word.x0 < x0 - _BACKWARDS and abs(word.y - y) < 1.0 and "\n" not in text[end:word.start]:
            if word.x0 < furthest - 2 * _BACKWARDS:
                back += 1
                if back >= 3:
                    return True
        elif word.x0 < x0 or abs(word.y - y) >= 1.0:
            furthest = 0.0
        x0, y, end = word.x0, word.y, word.end
        if word.x1 > furthest:
            furthest = word.x1
    return False


def _words_by_place(text_page: Any, text: str, view: View) -> list[Word]:
    """Words from single letters sorted by baseline and x; printed spaces count unless a letter stands on them."""
    x, y = ctypes.c_double(), ctypes.c_double()
    rect = _Floats4()
    px, py, prect = ctypes.byref(x), ctypes.byref(y), ctypes.byref(rect)
    letters: list[tuple[float, float, float, float, int, str]] = []  # baseline, x0, x1, height, index, char
    for i, char in enumerate(text):
        if char in "\r\n" or generated(text_page, i) == 1:
            continue
        char_origin(text_page, i, px, py)
        loose_box(text_page, i, prect)
        x0, base = view.point(x.value, y.value)
        left, top, right, bottom = rect
        box = view.rect(left, bottom, right, top)
        letters.append((base, x0, max(box[2], x0), box[3] - box[1], i, char))
    letters.sort(key=lambda t: t[0])
    words: list[Word] = []
    row: list[tuple[float, float, float, float, int, str]] = []
    for letter in letters:
        if row and letter[0] - row[0][0] > 1.5:
            words += _row_words(row)
            row = []
        row.append(letter)
    return words + (_row_words(row) if row else [])


def _row_words(row: list[tuple[float, float, float, float, int, str]]) -> list[Word]:
    bases = sorted((t for t in row if not combining(t[5])), key=lambda t: (t[1], t[4]))
    marks = [t for t in row if combining(t[5])]
    words: list[Word] = []
    open_word = False
    for k, (base, x0, x1, height, i, char) in enumerate(bases):
        if char.isspace():
            covered = any(not other[5].isspace() and -0.2 < (other[1] - x0) / max(x1 - x0, 0.1) < 0.4
                          for other in bases[max(0, k - 1):k + 2])
            if not covered:
                open_word = False
            continue
        if words and open_word and x0 - words[-1].x1 <= _GAP * height:
            last = words[-1]
            last.text += char
            last.x1 = max(last.x1, x1)
            last.end = i + 1
        else:
            words.append(Word(char, x0, x1, base, i, i + 1))
        open_word = True
    for mark in marks:  # a combining mark belongs to the letter that it stands over
        middle = (mark[1] + mark[2]) / 2
        for word in words:
            if word.x0 - 1 <= middle <= word.x1 + 1:
                word.text += mark[5]
                break
    return words


class Styles:
    """Letter styles of one page, asked of pdfium while the page is open and remembered afterwards."""

    __slots__ = ("_at", "_buffer", "_flags", "_known", "_looks", "_scales", "_starts", "fonts", "page")

    def __init__(self, text_page: Any) -> None:
        self.page = text_page
        self.fonts: set[str] = set()
        self._known: dict[int, Style] = {}
        self._starts: list[int] | None = None
        self._scales: dict[float, float] = {}
        self._looks: dict[tuple[float, float, bytes, int], Style] = {}
        self._buffer = _Chars128()
        self._flags = ctypes.c_int()
        self._at = (ctypes.byref(self._buffer), ctypes.c_ulong(128), ctypes.byref(self._flags))

    def close(self) -> None:
        """The page is about to close: from here on the style of the nearest known word before is given."""
        self._starts = sorted(self._known)

    def of(self, word: Word) -> Style:
        """Letter size, boldness and slant of a word's first letter."""
        start = word.start
        found = self._known.get(start)
        if found is not None:
            return found
        if self._starts is not None:
            k = bisect_right(self._starts, start)
            return self._known[self._starts[max(0, k - 1)]] if self._starts else (12.0, False, False)
        page = self.page
        size = font_size(page, start)
        scale = self._scales.get(size)
        if scale is None:
            scale = self._scale(start)
            if size > 2:  # a raw size of 1 hides the real size in the matrix, which then differs from run to run
                self._scales[size] = scale
        buffer, length, flags = self._at
        font_info(page, start, buffer, length, flags)
        key = (size, scale, self._buffer.value, self._flags.value)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._look(*key)
        self._known[start] = found
        return found

    def _look(self, size: float, scale: float, name: bytes, flags: int) -> Style:
        lower = name.lower()
        self.fonts.add(name.decode("utf-8", "replace"))
        return (round(size * scale, 2), b"bold" in lower or b"black" in lower or bool(flags & 0x40000),
                b"italic" in lower or b"oblique" in lower or bool(flags & 0x40))

    def _scale(self, start: int) -> float:
        matrix = _Floats6()
        if not char_matrix(self.page, start, ctypes.byref(matrix)):
            return 1.0
        return math.hypot(matrix[2], matrix[3]) or 1.0


def _splitter(text_page: Any, text: str, view: View) -> Callable[[Word, float], tuple[Word, Word] | None]:
    x, y = ctypes.c_double(), ctypes.c_double()
    px, py = ctypes.byref(x), ctypes.byref(y)

    def split(word: Word, at: float) -> tuple[Word, Word] | None:
        """The word cut before its first letter that starts right of `at`; None where all stand on one side."""
        if len(word.text) != word.end - word.start:
            return None
        for i in range(word.start + 1, word.end):
            if combining(text[i]) or text[i] == " ":
                continue
            char_origin(text_page, i, px, py)
            here = view.point(x.value, y.value)[0]
            if here >= at - 0.5:
                k = i - word.start
                left, right = word.text[:k].rstrip(), word.text[k:].lstrip()
                if not left or not right:
                    return None
                first = word.end - len(right)
                return (Word(left, word.x0, min(at, here), word.y, word.start, word.start + len(left), word.size),
                        Word(right, here, word.x1, word.y, first, word.end, word.size))
        return None

    return split


def _singler(text_page: Any, view: View) -> Callable[[Word], list[Word]]:
    def single(run: Word) -> list[Word]:
        """The words of a run, each at its own place."""
        if " " not in run.text or len(run.text) != run.end - run.start:
            return [run]
        parts = [(m[0], run.start + m.start(), run.start + m.end(), run.broken and not m.start())
                 for m in _WORD.finditer(run.text)]
        return _place_runs(text_page, parts, view)

    return single
