"""Word's automatic numbers and bullets as the markers they print as: "1. ", "a) ", "2.1. ", "- ".

State: how far each list has counted. A list (`w:num`) is an instance of an abstract list; instances of one abstract
list go on counting together unless an instance starts anew (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from extractors.docx_styles import ParagraphFormat, Styles, number, read_paragraph_format, toggle, val, w

_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "courier new", "marlett", "zapfdingbats", "monotype sorts")
_SAME_IN_ALL = {"\uf02d": "-", "\uf02b": "+"}
_LETTER_SIGNS = frozenset("oØü§vq")  # "○" of Courier New; arrows, ticks, squares and diamonds of Wingdings
_PLAIN_BULLETS = frozenset("-–—−+*•")
MAX_LEVEL = 8


def roman(value: int) -> str:
    """Roman numeral in capitals; numbers outside 1..3999 stay decimal."""
    if not 0 < value < 4000:
        return str(value)
    out = ""
    for size, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                       (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out += sign
            value -= size
    return out


def letters(value: int) -> str:
    """Word's letters: a … z, then aa, bb, … (the letter repeats)."""
    if value < 1:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * min(1 + (value - 1) // 26, 30)


_DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spelled(value: int) -> str:
    """Vietnamese cardinal below 100 (`vietnameseCounting`): 15 → "mười lăm"; larger numbers stay decimal."""
    if not 0 <= value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    if tens == 0:
        return _DIGIT_WORDS[ones]
    head = "mười" if tens == 1 else f"{_DIGIT_WORDS[tens]} mươi"
    if ones == 0:
        return head
    last = "lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else _DIGIT_WORDS[ones]
    return f"{head} {last}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": lambda n: letters(n).upper(),
    "lowerLetter": letters,
    "none": lambda n: "",
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "numberInDash": lambda n: f"- {n} -",
    "vietnameseCounting": spelled,
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: start value, number format, text with %1…%9, what follows, when it restarts."""

    start: int = 1
    fmt: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None       # 0: never; n: only after a paragraph of level n (1-based); None: after any higher one
    legal: bool = False              # all numbers of the text in decimal
    symbol: bool = False             # the bullet is a symbol font's glyph or a picture
    paragraph: ParagraphFormat = field(default_factory=ParagraphFormat)


@dataclass(frozen=True, slots=True)
class Printed:
    """A marker as printed, with what follows it ("" or one space), its level and the list's indents; of a bullet also its own glyph."""

    marker: str
    suffix: str
    level: int
    paragraph: ParagraphFormat
    sign: str | None = None

    def before(self, text: str) -> str:
        return f"{self.marker}{self.suffix}{text}" if text else self.marker


def _read_level(element: Any) -> Level:
    rpr = element.find(w("rPr"))
    fonts = rpr.find(w("rFonts")) if rpr is not None else None
    font = str((fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "") if fonts is not None else "").lower()
    text_element = element.find(w("lvlText"))
    text = str(text_element.get(w("val")) or "") if text_element is not None else ""
    start, restart = number(val(element, "start")), number(val(element, "lvlRestart"))
    fmt = val(element, "numFmt")
    if fmt is None:
        # Word 2010+ wraps formats such as "001" in mc:AlternateContent; the plain decimal is what they count in.
        nested = next(element.iter(w("numFmt")), None)
        fmt = str(nested.get(w("val"))) if nested is not None else "decimal"
    return Level(1 if start is None else start, fmt, text, val(element, "suff") or "tab", restart,
                 bool(toggle(element, "isLgl")),
                 element.find(w("lvlPicBulletId")) is not None or any(name in font for name in _SYMBOL_FONTS),
                 read_paragraph_format(element.find(w("pPr"))))


class Numbering:
    """Counts the lists of one document. Call `mark()` once for every paragraph, in reading order."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._abstracts: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        self._styles = styles
        self._levels: dict[tuple[str, int], Level] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self._style_level: dict[tuple[str, str], int] = {}
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                self._abstracts[element.get(w("abstractNumId")) or ""] = element
            elif element.tag == w("num"):
                self._nums[element.get(w("numId")) or ""] = element
        for key, abstract in self._abstracts.items():
            for level in abstract.iterchildren(w("lvl")):
                style = val(level, "pStyle")
                if style:
                    self._style_level[(key, style)] = number(level.get(w("ilvl"))) or 0

    def _abstract_of(self, num_id: str, hops: int = 4) -> str | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        key = val(num, "abstractNumId")
        abstract = self._abstracts.get(key or "")
        if abstract is None:
            return None
        link = val(abstract, "numStyleLink")
        if link and hops:  # a list style: the numbering that the style names is the real one
            target = self._styles.get(link).paragraph.num_id if link in self._styles.elements else None
            if target and target != num_id:
                return self._abstract_of(target, hops - 1)
        return key

    def _level(self, num_id: str, abstract: str, level: int) -> Level | None:
        key = (num_id, level)
        if key in self._levels:
            return self._levels[key]
        found = None
        for override in self._nums[num_id].iterchildren(w("lvlOverride")):
            if number(override.get(w("ilvl"))) == level:
                found = override.find(w("lvl"))
        if found is None:
            found = next((e for e in self._abstracts[abstract].iterchildren(w("lvl")) if number(e.get(w("ilvl"))) == level), None)
        if found is None:
            return None
        self._levels[key] = _read_level(found)
        return self._levels[key]

    def _start_override(self, num_id: str, level: int) -> int | None:
        for override in self._nums[num_id].iterchildren(w("lvlOverride")):
            if number(override.get(w("ilvl"))) == level:
                return number(val(override, "startOverride"))
        return None

    def mark(self, fmt: ParagraphFormat, style_id: str, level: int | None) -> Printed | None:
        """The marker of the next paragraph, None where it is in no list. `level` is the paragraph's own `w:ilvl`, None
        where only its style puts it into the list (then the level that names the style counts)."""
        num_id = fmt.num_id
        if not num_id or num_id == "0":
            return None
        abstract = self._abstract_of(num_id)
        if abstract is None:
            return None
        if level is None:
            level = self._style_level.get((abstract, style_id), fmt.level or 0)
        level = max(0, min(level, MAX_LEVEL))
        spec = self._level(num_id, abstract, level)
        if spec is None:
            return None
        self._advance(num_id, abstract, level, spec)
        marker = self._print(num_id, abstract, level, spec)
        if not marker.strip():
            return Printed("", "", level, spec.paragraph)
        # Behind its own stop a number without a blank ("I.Mục tiêu", "1)100% hồ sơ") is still no part of the text.
        glued = spec.suffix == "nothing" and marker[-1].isalnum()
        return Printed(marker.strip(), "" if glued else " ", level, spec.paragraph, spec.text if spec.fmt == "bullet" else None)

    def _advance(self, num_id: str, abstract: str, level: int, spec: Level) -> None:
        counts = self._counts.setdefault(abstract, {})
        override = None if (num_id, level) in self._started else self._start_override(num_id, level)
        self._started.add((num_id, level))
        if override is not None:
            counts[level] = override
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = spec.start
        for deeper in [k for k in counts if k > level]:
            below = self._level(num_id, abstract, deeper)
            if below is None or below.restart is None or (below.restart > 0 and level + 1 <= below.restart):
                del counts[deeper]

    def _print(self, num_id: str, abstract: str, level: int, spec: Level) -> str:
        if spec.fmt == "bullet" or (spec.symbol and not re.search(r"%\d", spec.text)):
            return _bullet(spec)
        counts = self._counts[abstract]

        def value(match: re.Match[str]) -> str:
            k = int(match[1]) - 1
            other = self._level(num_id, abstract, k)
            if other is None or k > level:
                return ""
            fmt = "decimal" if spec.legal and other.fmt != "none" else other.fmt
            return _FORMATS.get(fmt, str)(counts.get(k, other.start))

        return re.sub(r"%([1-9])", value, spec.text)


def _bullet(spec: Level) -> str:
    """The sign of a bullet: "•" for the glyphs of symbol fonts and for Word's second level "o", "-" for a letter set in one (it means
    nothing), else as it stands."""
    text = spec.text.strip()
    if text in _PLAIN_BULLETS:
        return "-" if spec.symbol and text in {"–", "—", "−", "•"} else text
    if text in _SAME_IN_ALL:
        return _SAME_IN_ALL[text]
    if any(0xE000 <= ord(ch) <= 0xF8FF for ch in text) or (spec.symbol and text in _LETTER_SIGNS):
        return "•"
    return "-" if spec.symbol else text
