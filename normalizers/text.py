"""Text levelling: one canonical spelling for matching, with offsets back to the source.

Everything that matches wording works on `fold()`ed text; everything that is shown to a user stays as printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from normalizers.frozen import frozen

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = {ord(a): b for a, b in zip("“”„‟«»‘’‚‛′", '""""""\'\'\'\'\'', strict=True)}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"), " ")
# Characters that print nothing: zero-width marks, soft hyphen, byte-order mark, directional marks.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), None)
# Icelandic and African look-alikes of Đ/đ that old Vietnamese keyboards produce.
_LOOKALIKES = {0x00D0: "Đ", 0x00F0: "đ", 0x0189: "Đ"}
_ODD = re.compile("[" + "".join(map(chr, sorted({*_LOOKALIKES, *_SPACES, *_INVISIBLE}))) + "]")
_MARKS = {**_DASHES, **_QUOTES}
_MARK = re.compile("[" + "".join(map(chr, sorted(_MARKS))) + "]")
_PLAIN_MARK = {chr(code): plain for code, plain in _MARKS.items()}
# The same for text in NFC and lower case, which needs no way through NFD, and a mark, in one search. Mark or letter first, for
# which a search leaps, then whether a vowel with a tone follows the letter at all.
_TO_LEVEL = re.compile(
    f"[ou{''.join(sorted(_PLAIN_MARK))}]" + r"(?:(?<=[^ou])|(?=[àáảãạèéẻẽẹỳýỷỹỵ])(?<!q[ou])(?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ])(?![\w\u0300-\u036f]))")
_MOVED = {pair[:2]: pair[2:] for pair in ["oàòa", "oáóa", "oảỏa", "oãõa", "oạọa", "oèòe", "oéóe", "oẻỏe", "oẽõe", "oẹọe", "uỳùy", "uýúy", "uỷủy", "uỹũy", "uỵụy"]}
_LEVELLED = {**_MOVED, **_PLAIN_MARK}
# Tone on the wrong vowel of oa, oe, uy ("hoà" → "hòa"): the style of Decision 240/QĐ 1984 against the dictionary's.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The vowel must end the syllable and carry no other mark: "hoặc" (dot below before the breve in NFD) stays.
_OLD_TONE = re.compile(rf"(?i)(?<![qQ])([ou])([aey])([{_TONES}])(?![\w\u0300-\u036f])")
_OLD_PAIRS = {("o", "a"), ("o", "e"), ("u", "y")}
#: The capitals of Vietnamese in NFC, for a character class: the range "À-Ỹ" holds small letters too ("đ", "ở", "ứ").
CAPITALS = "A-Z" + "".join(c for c in map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))) if c.isupper())


def nfc(text: str) -> str:
    """Text in NFC with look-alike letters, odd spaces and invisible marks levelled; line breaks are kept."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if not (text.isprintable() and "Ð" not in text and "ð" not in text and "Ɖ" not in text) and _ODD.search(text):
        text = unicodedata.normalize("NFC", text.translate(_LOOKALIKES).translate(_SPACES).translate(_INVISIBLE))
    return text


_SOFT_IN_WORD = re.compile("([^\\W\\d_])\u00ad[ \r]*\n?[ ]*([^\\W\\d_])")


def printed_hyphens(text: str) -> str:
    """Soft hyphens as what they print: all are hyphens where one stands beside anything but small letters ("57\u00adNQ/TW", "\u00ad Kết quả"),
    since many fonts name the glyph of the printed hyphen so; else they only say where a word may be parted."""
    if "\u00ad" not in text:
        return text
    hinted = sum(before.islower() and after.islower() for before, after in _SOFT_IN_WORD.findall(text))
    return text.replace("\u00ad", "-" if hinted < text.count("\u00ad") else "")


def squash(text: str) -> str:
    """`nfc()` with every run of white space, line breaks included, made one space."""
    return _squash_short(text) if len(text) <= _SHORT else " ".join(nfc(text).split())


def squash_lines(lines: Sequence[str]) -> list[str]:
    """`squash()` of each of many lines."""
    return list(map(_squash_short if max(map(len, lines), default=0) <= _SHORT else squash, lines))


_SHORT = 400  # characters: wordings up to here come up again and again while a plan is read; longer ones would fill memory


@lru_cache(maxsize=16384)
def _squash_short(text: str) -> str:
    if not (unicodedata.is_normalized("NFC", text) and text.isprintable()) or "Ð" in text or "ð" in text or "Ɖ" in text:
        text = nfc(text)
        if not text.isprintable():
            return " ".join(text.split())
    if "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # the only white space that counts as printable is the plain one
    return " ".join(text.split())


def _move_tone(m: re.Match[str]) -> str:
    if (m[1].lower(), m[2].lower()) not in _OLD_PAIRS:
        return m[0]
    return m[1] + m[3] + m[2]


def level_tones(text: str) -> str:
    """Old tone placement to new, case and spacing kept: `level_tones("Uỷ ban, khoá") == "Ủy ban, khóa"`. NFC."""
    return unicodedata.normalize("NFC", _OLD_TONE.sub(_move_tone, unicodedata.normalize("NFD", text)))


def _levelled(m: re.Match[str]) -> str:
    return _LEVELLED[m[0]]


def _level(text: str) -> str:
    """Squashed text: old tone placement to new ("thuý" → "thúy"), case folded, dashes and quotes plain."""
    low = text.lower()
    if not unicodedata.is_normalized("NFC", low):
        low = _MARK.sub(_levelled, level_tones(low))
    else:
        low = _TO_LEVEL.sub(_levelled, low)
    return low  # few places of a text: much quicker than a translation


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """`fold()` of one NFC word without white space, remembered: the words of all texts are few."""
    return _level(word)


def fold(text: str) -> str:
    """Canonical form for matching: NFC, lower case, one space, new tone placement, plain dashes and quotes.

    `fold("Tỉnh uỷ  Đồng Nai") == "tỉnh ủy đồng nai"`. Idempotent.
    """
    return _fold_short(text) if len(text) <= _SHORT else _level(squash(text))


@lru_cache(maxsize=16384)
def _fold_short(text: str) -> str:
    return _level(_squash_short(text))


@frozen
class Folded:
    """Folded text with, for every folded character, the offset of the source character it came from."""

    text: str
    offsets: Sequence[int]  # a range where every character stands in its place
    source: str

    @property
    def in_place(self) -> bool:
        """Whether every character stands at the same offset in the source."""
        return type(self.offsets) is range

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets `[start, end)` of the folded span `[start, end)`; an empty span maps to an empty one."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else len(self.source)
            return at, at
        if self.in_place:
            return start, end
        last = self.offsets[end - 1]
        stop = last + 1
        # A mark that joined its letter belongs to the span; one that stands as a character of its own does not.
        limit = self.offsets[end] if end < len(self.offsets) and self.offsets[end] > last else len(self.source)
        while stop < limit and unicodedata.combining(self.source[stop]):
            stop += 1
        return self.offsets[start], stop


_PIECE = re.compile(r"\S+")


@lru_cache(maxsize=65536)
def _level_piece(piece: str) -> tuple[str, tuple[int, ...] | None]:
    """A white-space-free piece of source text: its levelled word and, for each of its characters, the offset in the piece
    (None: each character stands where it stood)."""
    word = fold_word("".join(nfc(piece).split()))
    # Characters of one word map position by position; combining marks and invisible characters have no width.
    shown = [k for k, ch in enumerate(piece) if nfc(ch)]
    if len(shown) == len(word):
        return word, None if shown == list(range(len(word))) else tuple(shown)
    bases = [k for k in shown if not unicodedata.combining(piece[k])] or shown[:1]
    places = tuple(bases[min(k, len(bases) - 1)] for k in range(len(word)))
    return word, None if places == tuple(range(len(word))) else places


def fold_map(text: str) -> Folded:
    """`fold()` with an offset map: `fold_map(t).text == fold(t)` for any string."""
    if squash(text) == text:
        level = fold(text) if len(text) <= _SHORT else _level(text)
        if len(level) == len(text) and "İ" not in text:  # the one letter that grows when lowered, and could hide one that joins
            return Folded(level, range(len(text)), text)
    words: list[str] = []
    offsets: list[int] = []
    space = -1
    for m in _PIECE.finditer(text):
        word, places = _level_piece(m[0])
        if not word:
            continue
        if space >= 0:
            offsets.append(space)
        start, space = m.start(), m.end()
        words.append(word)
        offsets += range(start, start + len(word)) if places is None else [start + k for k in places]
    return Folded(" ".join(words), tuple(offsets), text)


_HYPHEN_CODE = re.compile(r"(?:\d|(?-i:[A-ZĐ]))-$")
_CODE_START = re.compile(r"^(?:[A-ZĐ]{2,}|[A-ZĐ][A-Za-z]?[a-z]*[A-ZĐ])[\w/ĐđƯư-]*|^\d")


def join_lines(lines: Iterable[str]) -> str:
    """Wrapped lines as one line: one space between, none after the hyphen of a document number ("57-" + "NQ/TW")."""
    listed = tuple(lines)
    return _join_few(listed) if len(listed) <= 24 else _join(listed)


@lru_cache(maxsize=4096)
def _join_few(lines: tuple[str, ...]) -> str:
    return _join(lines)


def _join(lines: tuple[str, ...]) -> str:
    squashed = squash_lines(lines)
    if "" in squashed:
        squashed = [line for line in squashed if line]
    joined = " ".join(squashed)
    if ("- " not in joined and "/ " not in joined) or not [line for line in squashed if line[-1] in "-/"]:
        return joined
    out: list[str] = []
    tail = ""  # the last two characters so far
    for line in squashed:
        last = tail[-1:]
        if out and not ((last == "-" and _HYPHEN_CODE.match(tail) and _CODE_START.match(line)) or (last == "/" and tail[:-1].isalnum())):
            line = " " + line
        out.append(line)
        tail = (tail + line)[-2:]
    return "".join(out)


def strip_tone(text: str) -> str:
    """Letters without any diacritic, for keys and ids only ("Đồng Nai" → "Dong Nai"); never for matching wording."""
    nfd = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in nfd if not unicodedata.combining(c)))


def slug(text: str) -> str:
    """ASCII id of a wording: `slug("Tỷ lệ phủ sóng 5G") == "ty-le-phu-song-5g"`."""
    return re.sub(r"[^a-z0-9]+", "-", strip_tone(fold(text))).strip("-")
