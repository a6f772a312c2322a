"""Marks of list items and numbers of headings that a scan damaged: round bullets read as letters, numbers without their dots,
Roman numerals of sections whose strokes were read as letters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.ocr_grid import Grid
from extractors.ocr_layout import Row
from normalizers.text import fold

NOT_SURE, NUMBER_SURE = 0.5, 0.8   # confidence under which a row's number may be another one, and from which its neighbours are believed

# What a round bullet is read as, alone or before a second sign, at the start of a line and before a capital.
_BULLETS = {"e", "se", "s", "o", "c", "ø", "«", "»", "•", "®", "©", "°"}
_SECOND = {"_", "-", "–", "—", ".", "»", "*", "~", "=", "'", ","}
_SECTIONS = ("PHẦN", "CHƯƠNG", "MỤC")
# Strokes of I side by side, as they are read; no section has a numeral of four strokes, one of them was read twice.
_STROKES = re.compile(r"^[„“‚'`]?([Il1|!¡H]{1,4}|[IlH1|!]{0,2}M)([.,]?)$")
_VALUE = {"H": 2, "M": 3}
# "I/" read as U: "HU NHIỆM VỤ" for "III/ NHIỆM VỤ", "IU/ Mục tiêu cụ thể" for "II/ …".
_SLASHED = re.compile(r"^([IHTl1|!]{0,2})U(/?)$")


def set_bullets(rows: Sequence[Row]) -> int:
    """Takes the second sign of a round bullet away and makes a bullet of its letter, in place ("e _ Có ít nhất" → "• Có ít nhất");
    how many. Only before a capital: a list's letter has a bracket or a full stop of its own."""
    count = 0
    for row in rows:
        words = row.words
        two = len(words) > 3 and words[0].text in _BULLETS and words[1].text in _SECOND and words[2].text[:1].isupper()
        one = len(words) > 2 and words[0].text == "se" and words[1].text[:1].isupper()
        if not two and not one:
            continue
        read = " ".join(w.text for w in words[:2 if two else 1])
        if two:
            del words[1]
            moved = {n - 1: t for n, t in row.raw.items() if n > 1}
            row.raw.clear()
            row.raw.update(moved)
        row.raw[0] = read
        words[0] = replace(words[0], text="•")
        count += 1
    return count


def set_numerals(rows: Sequence[Row]) -> int:
    """Gives the numerals of section headings in capitals ("lII. NHIỆM VỤ", "PHẦN IIlI. NỘI DUNG", "„M. NỘI DUNG") their strokes, in
    place; how many. A heading is told by its form: behind the numeral nothing but capitals."""
    count = 0
    for row in rows:
        at = 1 if len(row.words) > 2 and row.words[0].text in _SECTIONS else 0
        rest = "".join(w.text for w in row.words[at + 1:])
        if len(row.words) > at + 2 and (match := _SLASHED.match(row.words[at].text)) and sum(c.isalpha() for c in rest) >= 6 and (
                rest.isupper() or (match[2] and rest[:1].isupper())) and (strokes := 1 + sum(_VALUE.get(c, 1) for c in match[1])) <= 3:
            row.raw.setdefault(at, row.words[at].text)
            row.words[at] = replace(row.words[at], text="I" * strokes + "/")
            count += 1
            continue
        match = _STROKES.match(row.words[at].text) if len(row.words) > at + 2 else None
        if not match or not rest.isupper() or sum(c.isalpha() for c in rest) < 6:
            continue
        text = "I" * min(3, sum(_VALUE.get(c, 1) for c in match[1])) + match[2].replace(",", ".")
        if text == row.words[at].text or (match[1] in {"H", "M"} and row.words[at].confidence >= 0.8 and row.words[at].text[0] in "HM"):
            continue
        row.raw.setdefault(at, row.words[at].text)
        row.words[at] = replace(row.words[at], text=text)
        count += 1
    return count


# What I., II. and III. are read as before a title in small letters; L counts one stroke, its foot is the full stop.
_STROKES_READ = re.compile(r"^(?=.*[A-Zl|!])[„“‚'`]?([IlL1|!H]{1,3})[.,]$")
_ONE = re.compile(r"^1[.,]$")
_NUMERAL = re.compile(r"^(I{1,3}|IV|VI{0,3}|IX|X)[./]$")
_FOLLOWING = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
_UNSURE_ONE = 0.75       # confidence under which the number of a section may be a numeral
_SECTION_NAMES = {"mục đích", "mục tiêu", "chỉ tiêu", "nhiệm vụ", "tổ chức", "quan điểm", "yêu cầu", "giải pháp", "phương hướng", "kinh phí"}


def set_small_numerals(rows: Sequence[Row]) -> int:
    """Gives the sections whose titles are not in capitals ("L. Mục tiêu, chỉ tiêu", "H. Nhiệm vụ", "1. Nhiệm vụ, giải pháp" before
    "1. Về giống") their Roman numerals, in place; how many. Only before what sections of plans are called; a one only where the
    next number is a one, too: a list has one of them."""
    count, last = 0, ""
    numbered = [row for row in rows if len(row.words) > 2]
    for n, row in enumerate(numbered):
        word = row.words[0]
        if match := _NUMERAL.match(word.text):
            last = match[1]
            continue
        titled = row.words[1].text[:1].isupper() and fold(f"{row.words[1].text} {row.words[2].text.rstrip('.,:;')}") in _SECTION_NAMES
        if not titled:
            continue
        if match := _STROKES_READ.match(word.text):
            numeral = "I" * min(3, sum(_VALUE.get(c, 1) for c in match[1]))
        elif _ONE.match(word.text) and word.confidence < _UNSURE_ONE and _then_one(numbered[n + 1:]):
            numeral = _FOLLOWING[_FOLLOWING.index(last) + 1] if last else "I"
        else:
            continue
        last = numeral
        row.raw.setdefault(0, word.text)
        row.words[0] = replace(word, text=numeral + ".")
        count += 1
    return count


def _then_one(rows: Sequence[Row]) -> bool:
    """Whether the next number of a list among the rows is a one."""
    number = next((row.words[0].text for row in rows if _ANY_NUMBER.match(row.words[0].text)), "")
    return number in ("1.", "1")


_PAIR = re.compile(r"^(\d{1,2})\.(\d{1,2})\.?$")


def put_dots(rows: Sequence[Row]) -> int:
    """Gives the number of a heading that was read as two ("1 1 Tháng 01") its dots, in place, where the page has the one before or
    after it ("1.2. Tháng 02"); how many."""
    count = _put_points(rows)
    pairs = {(int(m[1]), int(m[2])) for row in rows if (m := _PAIR.match(row.words[0].text))}
    for row in rows:
        if len(row.words) < 3 or not row.words[2].text[:1].isupper():
            continue
        first, second = (w.text.rstrip(".") for w in row.words[:2])
        if not (first.isdecimal() and second.isdecimal() and len(first) <= 2 and len(second) <= 2):
            continue
        number = (int(first), int(second))
        if number in pairs or not {(number[0], number[1] - 1), (number[0], number[1] + 1)} & pairs:
            continue
        whole = replace(row.words[0], text=f"{first}.{second}.", x1=row.words[1].x1,
                        confidence=min(w.confidence for w in row.words[:2]))
        read = " ".join(w.text for w in row.words[:2])
        row.words[:2] = [whole]
        moved = {n - 1: t for n, t in row.raw.items() if n > 1}
        row.raw.clear()
        row.raw.update({0: read, **moved})
        count += 1
    return count


_POINTED = re.compile(r"^(\d{1,2})[.,](\d{1,2})[.,:;]$")


def _put_points(rows: Sequence[Row]) -> int:
    """Gives the number of a heading that was read with a comma ("5,1. Thành lập") its points, in place, where the page has the one
    before or after it, or the heading that it stands under; how many."""
    marked = [(row, int(m[1]), int(m[2])) for row in rows if len(row.words) > 2 and row.words[1].text[:1].isupper()
              and (m := _POINTED.match(row.words[0].text))]
    near = {(a, b) for _, a, b in marked} | {(int(m[1]), 0) for row in rows if (m := _STOPPED.match(row.words[0].text))} | {
        (int(m[1]), int(m[2])) for row in rows if (m := _PAIR.match(row.words[0].text))}
    count = 0
    for row, a, b in marked:
        text = f"{a}.{b}."
        if text != row.words[0].text and {(a, b - 1), (a, b + 1)} & near:
            row.raw.setdefault(0, row.words[0].text)
            row.words[0] = replace(row.words[0], text=text)
            count += 1
    return count


_SMALL = re.compile(r"^\((i{1,3}|iv|vi{0,3}|ix|x)\)$")
_BLURRED = re.compile(r"^\(([i¡1l|!]{1,3}|0|o)\)$")
_SMALL_NUMERALS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def set_small_romans(rows: Sequence[Row]) -> int:
    """Gives a list's small numerals in brackets, whose dots and strokes a scan blurs ("(0)", "(¡)", "(ii¡)"), their letters, in place;
    how many. A numeral follows the one before it; a figure is one only beside a numeral that shows an i."""
    marks = [row for row in rows if len(row.words) > 1 and row.words[0].text[0] == "(" and (
        _SMALL.match(row.words[0].text) or _BLURRED.match(row.words[0].text))]
    if not marks:
        return 0
    count = last = 0
    for row, following in zip(marks, [*marks[1:], None], strict=True):
        text, after = row.words[0].text, following.words[0].text if following else ""
        if match := _SMALL.match(text):
            last = _SMALL_NUMERALS.index(match[1])
            continue
        strokes = text[1:-1]
        value = 1 if after == "(ii)" and len(strokes) == 1 else last + 1 if 0 < last < 3 and len(strokes) <= last + 1 else len(strokes)
        numeral = "¡" in text or "i" in text or (value == 1 and (after == "(ii)" or "¡" in after)) or (
            0 < last < 3 and len(strokes) == value == last + 1)
        last = value if numeral else 0
        if numeral:
            row.raw.setdefault(0, text)
            row.words[0] = replace(row.words[0], text=f"({_SMALL_NUMERALS[value]})")
            count += 1
    return count


_STOPPED = re.compile(r"^(\d{1,2})\.$")
_MARRED = re.compile(r"^(\d{1,2})[,:;]$")
_LEVEL = 2.0             # times a row's height: items of one list start no farther apart


def stop_numbers(rows: Sequence[Row]) -> int:
    """Gives the number of an item that was read with another sign ("1, Công khai", "3: Sở Nội vụ") its full stop, in place, where
    the page has the item before or after it at the same indent; how many."""
    stopped = [(int(m[1]), row) for row in rows if (m := _STOPPED.match(row.words[0].text))]
    count = 0
    for row in rows if stopped else ():
        word = row.words[0]
        match = _MARRED.match(word.text)
        if not match or len(row.words) < 3 or not row.words[1].text[:1].isupper():
            continue
        if any(abs(n - int(match[1])) == 1 and _level(row, other) for n, other in stopped):
            row.raw.setdefault(0, word.text)
            row.words[0] = replace(word, text=match[1] + ".")
            count += 1
    return count


_ANY_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4})[.)]?$")


def first_number(rows: Sequence[Row]) -> int:
    """Reads the "I." of a heading in capitals as "1.", in place, where the next number of the page is the "2." of another such
    heading at its indent ("I. KẾT QUẢ NĂM 2025" … "2. MỤC TIÊU"): a list has its 1 before its 2; how many."""
    numbered = [row for row in rows if len(row.words) > 2 and _ANY_NUMBER.match(row.words[0].text)]
    count = 0
    for row, after in itertools.pairwise(numbered):
        if row.words[0].text != "I." or after.words[0].text != "2." or not _level(row, after):
            continue
        if all("".join(w.text for w in r.words[1:]).isupper() for r in (row, after)):
            row.raw.setdefault(0, "I.")
            row.words[0] = replace(row.words[0], text="1.")
            count += 1
    return count


def _level(row: Row, other: Row) -> bool:
    return abs(row.words[0].x0 - other.words[0].x0) < _LEVEL * (row.words[0].bottom - row.words[0].top)


def count_on(grid: Grid, cells: Sequence[list[Row]]) -> int:
    """Row numbers read without any certainty or as a letter in a grid's first column, set in place to the one that follows the
    number above, where the number below, if there is one, goes on from there or opens a section. How many."""
    column = sorted((cell.row, n) for n, cell in enumerate(grid.cells) if cell.col == 0 and cell.row_span == 1)
    lone = [cells[n] for _, n in column if cells[n]]
    count = 0
    for before, rows, after in zip(lone, lone[1:], [*lone[2:], None], strict=False):
        word = rows[0].words[0]
        lost = len(word.text) <= 2 and not word.text.isdecimal() and word.text.lower() not in _SUBROWS and not _SECTION_NUMBER.fullmatch(word.text)
        if len(rows) > 1 or len(rows[0].words) > 1:
            continue
        if not (word.confidence < NOT_SURE or lost):
            count += _like_its_neighbours(before, rows, after)
            continue
        # Two numbers that fit together need less certainty than one.
        start, goes_on = _row_number(before, NOT_SURE if after else NUMBER_SURE), True
        if after:
            end = _row_number(after, NOT_SURE)
            goes_on = end == (start or 0) + 2 or (end is None and bool(_SECTION_NUMBER.fullmatch(after[0].text)))
        if start is None or not goes_on or word.text == f"{start + 1}":
            continue
        rows[0].raw[0] = word.text
        rows[0].words[0] = replace(word, text=f"{start + 1}")
        count += 1
    return count


_ALIKE = {"3": "8", "8": "359", "5": "6", "6": "58", "9": "8", "1": "7", "7": "1"}      # a figure and what it is read as
_DOUBTED = 0.6           # confidence that a row number gets that its neighbours tell


def _like_its_neighbours(before: Sequence[Row], rows: Sequence[Row], after: Sequence[Row] | None) -> int:
    """Sets a row number that breaks the count in place ("2", "8", "4"), where one of its figures looks like the one that is missed; 1 where
    it did. A number printed twice stays."""
    word, start, end = rows[0].words[0], _row_number(before, NOT_SURE), _row_number(after or [], NOT_SURE)
    if start is None or end != start + 2 or not word.text.isdecimal() or int(word.text) in (start, start + 1, end):
        return 0
    missed = str(start + 1)
    apart = [(a, b) for a, b in zip(missed, word.text, strict=False) if a != b]
    if len(missed) != len(word.text) or len(apart) != 1 or apart[0][1] not in _ALIKE.get(apart[0][0], ""):
        return 0
    rows[0].raw[0] = word.text
    rows[0].words[0] = replace(word, text=missed, confidence=min(word.confidence, _DOUBTED))
    return 1


_SUBROWS = frozenset("abcdđeghik-–+*•")      # by which rows under a row are told
_SECTION_NUMBER = re.compile(r"[IVX]{1,4}\.?")


def _row_number(rows: Sequence[Row], least: float) -> int | None:
    """The number that is all of a cell, read with at least this confidence."""
    if len(rows) != 1 or len(rows[0].words) != 1 or rows[0].words[0].confidence < least or not rows[0].text.isdecimal():
        return None
    return int(rows[0].text)
