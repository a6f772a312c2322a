"""An HTML page → Document: paragraphs, lists and tables as Word and the web save them, each line with its path."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from extractors.document import Align, Block, Document, Line, Place, Table
from extractors.docx_numbering import letters, roman
from extractors.docx_text import starts_after_break, symbol
from extractors.errors import UnreadableDocument
from extractors.html_source import decode_html, open_mhtml, read_stylesheet, without_conditionals
from extractors.legacy_fonts import convert_document, detect_legacy
from extractors.markup_tables import RawCell, RawRow, RawTable, build_table, is_layout, join_split, layout_blocks

_DROPPED = frozenset({"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "select", "button", "title", "meta", "link", "xml"})
_BLOCKS = frozenset({
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "address", "section",
    "article", "header", "footer", "main", "nav", "aside", "center", "body", "html", "form", "fieldset", "figure", "hr", "td", "th",
})
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BULLET_GLYPHS = frozenset("·§ØüvoŸ•▪■●○➢❖")
MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 200
ADVICE = "Mở tệp bằng trình duyệt hoặc Word rồi lưu lại thành DOCX hoặc PDF"


def read_html(data: bytes, source: str) -> Document:
    """Read HTML or MHTML. Raises UnreadableDocument `too-large` or `damaged`; a page without text comes back without lines."""
    from lxml import etree
    from lxml import html as lxml_html

    if len(data) > MAX_BYTES:
        raise UnreadableDocument(source, "too-large", "tệp HTML quá lớn", ADVICE)
    page = open_mhtml(data)
    text = without_conditionals(decode_html(page if page is not None else data)).replace("\0", "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        # Without huge_tree libxml2 drops what lies deeper than 256 elements without a word; with it the limit is 2048.
        parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
        root = lxml_html.document_fromstring(text, parser=parser) if text.strip() else None
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            raise ValueError("các phần tử lồng nhau quá sâu")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as exc:
        if isinstance(exc, etree.ParserError) and "empty" in str(exc).lower():
            root = None
        else:
            raise UnreadableDocument(source, "damaged", f"không đọc được tệp HTML ({exc})", ADVICE) from exc
    reader = _Reader(read_stylesheet(text))
    if root is not None:
        body = root.find("body")
        reader.block(body if body is not None else root, _Style())
        reader.flush()
    doc = Document(source, "html", reader.blocks, sha256=hashlib.sha256(data).hexdigest(), reader="html")
    encoding = detect_legacy("\n".join(line.text for line in doc.lines()), reader.fonts)
    if encoding is not None:
        doc = convert_document(doc, encoding)
    return doc.number()


@dataclass(frozen=True, slots=True)
class _Style:
    """What text inherits from the elements around it."""

    bold: bool = False
    italic: bool = False
    align: Align | None = None
    size: float | None = None
    font: str = ""
    pre: bool = False
    level: int = -1                  # depth of the list around it, -1 outside
    depth: int = 0
    caps: bool = False


def _declaration(css: str, name: str) -> str | None:
    found = re.findall(rf"(?:^|;)\s*{name}\s*:\s*([^;]+)", css, re.I)
    return found[-1].replace("!important", "").strip().lower() if found else None


_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}


def _points(value: str | None) -> float | None:
    match = re.fullmatch(r"([\d.]+)\s*(pt|px|in|cm|mm)", value or "")
    if not match:
        return None
    try:
        return float(match[1]) * {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.346, "mm": 2.8346}[match[2]]
    except ValueError:
        return None


@dataclass(slots=True)
class _Flow:
    """The paragraph being gathered: pieces of text with their style, "\\n" for a line break."""

    pieces: list[tuple[str, _Style]] = field(default_factory=list)
    marker: str = ""
    indent: float | None = None


class _Reader:
    """Walks a page once; `blocks` grows in reading order. Cells get a reader of their own."""

    def __init__(self, sheet: dict[str, str], prefix: str = "", fonts: Counter[str] | None = None) -> None:
        self.sheet = sheet
        self.prefix = prefix
        self.blocks: list[Block] = []
        self.fonts: Counter[str] = fonts if fonts is not None else Counter()
        self.flow = _Flow()
        self.paragraphs = 0
        self.tables = 0
        self.counters: list[int] = []

    # -- styles

    def _css(self, element: Any) -> str:
        tag = str(element.tag)
        rules = [self.sheet.get(tag, "")]
        for name in str(element.get("class") or "").lower().split():
            rules += [self.sheet.get(f".{name}", ""), self.sheet.get(f"{tag}.{name}", "")]
        return ";".join([*filter(None, rules), str(element.get("style") or "")])

    def _style(self, element: Any, css: str, outer: _Style) -> _Style:
        tag = str(element.tag)
        weight = _declaration(css, "font-weight")
        bold = outer.bold or tag in ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6")
        if weight:
            bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
        slant = _declaration(css, "font-style")
        italic = (outer.italic or tag in ("i", "em")) if not slant else slant in ("italic", "oblique")
        align = _declaration(css, "text-align") or str(element.get("align") or "").lower() or ("center" if tag == "center" else "")
        aligns: dict[str, Align] = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "justify": "justify"}
        size = _points(_declaration(css, "font-size")) or (_SIZES.get(str(element.get("size") or "")) if tag == "font" else None)
        font = _declaration(css, "font-family") or (str(element.get("face") or "") if tag == "font" else "")
        transform = _declaration(css, "text-transform")
        return _Style(bold, italic, aligns.get(align, outer.align), size or outer.size,
                      font.split(",")[0].strip(" \"'") or outer.font, outer.pre or tag == "pre", outer.level, outer.depth + 1,
                      transform == "uppercase" if transform else outer.caps)

    # -- the walk

    def block(self, element: Any, outer: _Style) -> None:
        """Read an element's content in order."""
        if outer.depth > MAX_DEPTH:
            self._text(" ".join(element.itertext()), outer)
            return
        css = self._css(element)
        style = self._style(element, css, outer)
        self._text(element.text, style)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, style)
            self._text(child.tail, style)

    def _child(self, child: Any, style: _Style) -> None:
        tag = child.tag.lower()
        css = self._css(child)
        name = tag.rsplit(":", 1)[-1] if tag.startswith(("o:", "w:", "v:", "st1:", "m:")) else tag
        if name in _DROPPED and not tag.startswith("st1:"):
            return
        if _declaration(css, "display") == "none" or _declaration(css, "visibility") == "hidden":
            return
        if "mso-element:comment" in css.replace(" ", "").lower() or tag == "del":
            return
        if tag == "br":
            self.flow.pieces.append(("\n", style))
        elif tag == "table":
            self.flush()
            self._table(child, style)
        elif tag in ("ul", "ol"):
            self._list(child, style)
        elif "mso-list:ignore" in css.replace(" ", "").lower():
            self._word_marker(child, style, css)
        elif tag in _BLOCKS:
            self.flush()
            self._begin(child, css)
            self.block(child, style)
            self.flush(level=_word_level(css, style))
        else:
            self.block(child, style)

    def _begin(self, element: Any, css: str) -> None:
        left = _points(_declaration(css, "margin-left"))
        shorthand = (_declaration(css, "margin") or "").split()
        if left is None and len(shorthand) == 4:
            left = _points(shorthand[3])
        first = _points((_declaration(css, "text-indent") or "").lstrip("-"))
        if first is not None and (_declaration(css, "text-indent") or "").startswith("-"):
            first = -first
        if left is not None or first is not None:
            self.flow.indent = (left or 0.0) + (first or 0.0)

    def _list(self, element: Any, style: _Style) -> None:
        self.flush()
        tag = element.tag.lower()
        kind = str(element.get("type") or _declaration(self._css(element), "list-style-type") or "")
        start = str(element.get("start") or "1")
        count = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
        inner = replace(self._style(element, self._css(element), style), level=style.level + 1)
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag.lower() != "li":
                self._child(child, inner)
                continue
            self.flush()
            value = str(child.get("value") or "")
            if re.fullmatch(r"-?\d{1,6}", value):
                count = int(value)
            marker = _list_marker(tag, str(child.get("type") or kind), count)
            count += 1
            self._begin(child, self._css(child))
            self.flow.marker = marker
            self.block(child, inner)
            self.flush(level=inner.level)
        self.flush()

    def _word_marker(self, element: Any, style: _Style, css: str) -> None:
        text = _SPACE.sub(" ", "".join(element.itertext()).replace("\xa0", " ")).strip()
        if not text:
            return
        fonts = css.lower() + " ".join(self._css(e).lower() for e in element.iter() if isinstance(e.tag, str)) + style.font.lower()
        symbolic = any(name in fonts for name in ("symbol", "wingdings", "courier"))
        if len(text) == 1 and (text in _BULLET_GLYPHS or "\uf000" <= text <= "\uf0ff") and (symbolic or text not in "ov"):
            text = "-"
        self.flow.marker = text

    def _text(self, text: str | None, style: _Style) -> None:
        if not text:
            return
        if "\uf000" <= max(text) <= "\uf0ff":
            text = "".join(symbol(ord(ch), style.font) if "\uf000" <= ch <= "\uf0ff" else ch for ch in text)
        if style.caps:
            text = text.upper()
        if style.pre:
            for n, part in enumerate(text.replace("\r\n", "\n").split("\n")):
                if n:
                    self.flow.pieces.append(("\n", style))
                if part:
                    self.flow.pieces.append((part, style))
        else:
            self.flow.pieces.append((_SPACE.sub(" ", text), style))
        if style.font:
            self.fonts[style.font] += len(text.strip())

    def flush(self, level: int | None = None) -> None:
        """End the paragraph being gathered: its lines go to `blocks`."""
        flow, self.flow = self.flow, _Flow()
        segments: list[list[tuple[str, _Style]]] = [[]]
        for text, style in flow.pieces:
            if text == "\n":
                segments.append([])
            else:
                segments[-1].append((text, style))
        segments = [s for s in segments if "".join(t for t, _ in s).strip()]
        if not segments and not flow.marker:
            return
        self.paragraphs += 1
        place = Place(path=f"{self.prefix}p{self.paragraphs}")
        if not segments:
            # An empty list item: its marker waits for the paragraph inside it.
            self.paragraphs -= 1
            self.flow.marker = flow.marker
            return
        texts = [_SPACE.sub(" ", "".join(t for t, _ in s)).strip(" ") if not s[0][1].pre else "".join(t for t, _ in s).strip() for s in segments]
        starts: list[bool | None] = [True, *(starts_after_break(a, b) for a, b in pairwise(texts))]
        for n, (segment, text) in enumerate(zip(segments, texts, strict=True)):
            style = segment[0][1]
            letters_ = [(sum(not c.isspace() for c in t), s) for t, s in segment]
            total = sum(k for k, _ in letters_) or 1
            whole = starts[n] is True and (n + 1 == len(segments) or starts[n + 1] is True)
            self.blocks.append(Line(
                text=f"{flow.marker} {text}" if flow.marker and n == 0 else text, place=place, whole=whole, starts=starts[n],
                bold=sum(k for k, s in letters_ if s.bold) >= 0.8 * total, italic=sum(k for k, s in letters_ if s.italic) >= 0.8 * total,
                align=style.align, indent=flow.indent, size=style.size, level=level if n == 0 and (level is not None and level >= 0) else None))

    # -- tables

    def _table(self, element: Any, style: _Style) -> None:
        self.tables += 1
        path = f"{self.prefix}t{self.tables}"
        rows: list[RawRow] = []
        caption: list[Any] = []
        for row, header in _rows(element, caption):
            cells: list[RawCell] = []
            for cell in row:
                if not isinstance(cell.tag, str) or cell.tag.lower() not in ("td", "th"):
                    continue
                reader = _Reader(self.sheet, f"{path}/r{len(rows) + 1}/c{len(cells) + 1}/", self.fonts)
                reader.block(cell, replace(style, level=-1, bold=False, italic=False, depth=style.depth + 1))
                reader.flush()
                cells.append(RawCell(reader.blocks, _span(cell.get("colspan"), 200), _span(cell.get("rowspan"), 65_534)))
            rows.append(RawRow(cells, header=header))
        for title in caption:
            self.block(title, style)
            self.flush()
        raw = RawTable(rows, Place(path=path), bordered=_ruled(element, self._css(element), self._css))
        if is_layout(raw):
            self.blocks += layout_blocks(raw)
            return
        table = build_table(raw)
        last = self.blocks[-1] if self.blocks else None
        joined = join_split(last, table, touching=False) if isinstance(last, Table) else None
        if joined is not None:
            self.blocks[-1] = joined
        else:
            self.blocks.append(table)


def _rows(table: Any, caption: list[Any]) -> list[tuple[Any, bool]]:
    out: list[tuple[Any, bool]] = []
    for child in table:
        tag = child.tag.lower() if isinstance(child.tag, str) else ""
        if tag == "tr":
            out.append((child, _all_heads(child)))
        elif tag in ("thead", "tbody", "tfoot"):
            out += [(row, tag == "thead" or _all_heads(row)) for row in child if isinstance(row.tag, str) and row.tag.lower() == "tr"]
        elif tag == "caption":
            caption.append(child)
    return out


def _all_heads(row: Any) -> bool:
    cells = [c for c in row if isinstance(c.tag, str) and c.tag.lower() in ("td", "th")]
    return bool(cells) and all(c.tag.lower() == "th" for c in cells)


def _span(value: str | None, most: int) -> int:
    return max(1, min(int(value), most)) if value is not None and re.fullmatch(r"\s*\d{1,6}\s*", value) else 1


def _ruled(table: Any, css: str, css_of: Any) -> bool:
    border = str(table.get("border") or "")
    if border and border != "0":
        return True
    for element in [table, *list(table.iter("td"))[:12]]:
        own = css_of(element)
        for name, value in re.findall(r"(border[a-z-]*)\s*:\s*([^;]+)", own, re.I):
            if not name.lower().startswith(("border-collapse", "border-spacing")) and not re.match(r"\s*(?:none|0)", value, re.I):
                return True
    return False


def _list_marker(tag: str, kind: str, n: int) -> str:
    if tag == "ul" or kind.lower() in ("disc", "circle", "square"):
        return "-"
    if kind.lower() == "none":
        return ""
    if kind in ("a", "lower-alpha", "lower-latin"):
        return f"{letters(n)})"
    if kind in ("A", "upper-alpha", "upper-latin"):
        return f"{letters(n).upper()}."
    if kind in ("i", "lower-roman"):
        return f"{roman(n).lower()}."
    if kind in ("I", "upper-roman"):
        return f"{roman(n)}."
    return f"{n}."


def _word_level(css: str, style: _Style) -> int | None:
    """The list level of a Word paragraph (`mso-list:l0 level2 lfo1`), 0-based; None outside a list."""
    found = re.search(r"mso-list\s*:\s*\S+\s+level(\d)", css, re.I)
    return int(found[1]) - 1 if found else None
