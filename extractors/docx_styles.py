"""What Word's style chain gives a paragraph or a run: bold, italic, size, font, alignment, indents, hidden text, list.

Direct formatting wins over the character style, that over the paragraph style and its ancestors, that over the
document defaults (ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from extractors.docx_package import W

_OFF = frozenset({"0", "false", "off", "none"})


@cache
def w(tag: str) -> str:
    """The Clark name of a WordprocessingML tag: `w("p")`."""
    return f"{{{W}}}{tag}"


def val(element: Any, child: str) -> str | None:
    """`w:val` of a child element, None where there is no such child or value."""
    found = element.find(w(child)) if element is not None else None
    return found.get(w("val")) if found is not None else None


def toggle(element: Any, child: str) -> bool | None:
    """An on/off property (`w:b`): True, False, or None where it is not given."""
    found = element.find(w(child)) if element is not None else None
    if found is None:
        return None
    return str(found.get(w("val"), "1")).lower() not in _OFF


def number(value: str | None) -> int | None:
    """An integer attribute; None for what is missing or no number ("12.5pt" of Strict OOXML is points → twips)."""
    if value is None:
        return None
    text = value.strip()
    try:
        if text.endswith("pt"):
            return round(float(text[:-2]) * 20)
        return round(float(text))
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Formatting of a run; None where nothing says. `size` in points, `font` the printed Latin font's name."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None

    def over(self, base: RunFormat) -> RunFormat:
        """This formatting with what it leaves open taken from `base`."""
        return RunFormat(
            self.bold if self.bold is not None else base.bold,
            self.italic if self.italic is not None else base.italic,
            self.caps if self.caps is not None else base.caps,
            self.hidden if self.hidden is not None else base.hidden,
            self.size if self.size is not None else base.size,
            self.font if self.font is not None else base.font,
        )


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Formatting of a paragraph; lengths in twips (1/20 point). `num_id` "0" means: no list."""

    align: str | None = None
    left: int | None = None
    first: int | None = None         # first-line indent, negative where the first line hangs out
    num_id: str | None = None
    level: int | None = None

    def over(self, base: ParagraphFormat) -> ParagraphFormat:
        return ParagraphFormat(
            self.align if self.align is not None else base.align,
            self.left if self.left is not None else base.left,
            self.first if self.first is not None else base.first,
            self.num_id if self.num_id is not None else base.num_id,
            self.level if self.level is not None else base.level,
        )


def read_run_format(rpr: Any) -> RunFormat:
    """The formatting that one `w:rPr` states."""
    if rpr is None or not len(rpr):
        return _PLAIN
    fonts = rpr.find(w("rFonts"))
    half = number(val(rpr, "sz"))
    font = None if fonts is None else (fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or fonts.get(w("cs")))
    return RunFormat(toggle(rpr, "b"), toggle(rpr, "i"), toggle(rpr, "caps"), toggle(rpr, "vanish"),
                     half / 2 if half is not None else None, font)


_PLAIN = RunFormat()
_BARE = ParagraphFormat()


def read_paragraph_format(ppr: Any) -> ParagraphFormat:
    """The formatting that one `w:pPr` states."""
    if ppr is None or not len(ppr):
        return _BARE
    ind = ppr.find(w("ind"))
    left = first = None
    if ind is not None:
        left = number(ind.get(w("left")) or ind.get(w("start")))
        hanging = number(ind.get(w("hanging")))
        first = -hanging if hanging is not None else number(ind.get(w("firstLine")))
    num = ppr.find(w("numPr"))
    return ParagraphFormat(val(ppr, "jc"), left, first, val(num, "numId"), number(val(num, "ilvl")))


@dataclass(frozen=True, slots=True)
class Style:
    """A style with its ancestors merged in."""

    style_id: str
    name: str
    run: RunFormat
    paragraph: ParagraphFormat
    bordered: bool | None = None     # of a table style: draws rules


@dataclass(slots=True)
class Styles:
    """The style part of a document, resolved on demand; an unknown style id is the default style."""

    root: Any
    elements: dict[str, Any] = field(default_factory=dict)
    default_run: RunFormat = _PLAIN
    default_paragraph: ParagraphFormat = _BARE
    default_style: str = ""
    cache: dict[str, Style] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for element in self.root.iterchildren(w("style")):
            style_id = element.get(w("styleId")) or ""
            self.elements.setdefault(style_id, element)
            if element.get(w("type")) == "paragraph" and str(element.get(w("default"))) in {"1", "true", "on"}:
                self.default_style = style_id
        defaults = self.root.find(w("docDefaults"))
        if defaults is not None:
            self.default_run = read_run_format(defaults.find(f"{w('rPrDefault')}/{w('rPr')}"))
            self.default_paragraph = read_paragraph_format(defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))

    def get(self, style_id: str | None) -> Style:
        """The style with all its ancestors; `basedOn` loops end where they close."""
        key = style_id if style_id is not None and style_id in self.elements else self.default_style
        done = self.cache.get(key)
        if done is not None:
            return done
        run, paragraph, name, bordered = _PLAIN, _BARE, "", None
        seen: set[str] = set()
        at: str | None = key
        while at and at in self.elements and at not in seen:
            seen.add(at)
            element = self.elements[at]
            name = name or (val(element, "name") or "").lower()
            run = run.over(read_run_format(element.find(w("rPr"))))
            paragraph = paragraph.over(read_paragraph_format(element.find(w("pPr"))))
            if bordered is None:
                bordered = draws_rules(element.find(f"{w('tblPr')}/{w('tblBorders')}"))
            at = val(element, "basedOn")
        style = Style(key, name, run, paragraph, bordered)
        self.cache[key] = style
        return style

    def run(self, rpr: Any, paragraph_style: Style) -> RunFormat:
        """Effective formatting of a run in a paragraph of the given style."""
        direct = read_run_format(rpr)
        base = paragraph_style.run.over(self.default_run)
        char = val(rpr, "rStyle")
        if char is not None and char in self.elements:
            base = self.get(char).run.over(base)
        return direct.over(base)

    def paragraph(self, ppr: Any, style: Style) -> ParagraphFormat:
        """Effective formatting of a paragraph (list indents are the numbering's business)."""
        merged = read_paragraph_format(ppr).over(style.paragraph)
        return replace(merged, align=merged.align or self.default_paragraph.align)


def draws_rules(borders: Any) -> bool | None:
    """Whether a `w:tblBorders`/`w:tcBorders` draws any rule; None where it is missing or empty."""
    if borders is None or not len(borders):
        return None
    return any(str(side.get(w("val"), "nil")) not in {"nil", "none"} for side in borders)
