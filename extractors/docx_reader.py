"""A DOCX file → Document: paragraphs and tables in body order, each line with its path ("p12", "t1/r3/c2/p1").

Headers, footers and notes are furniture lines (headers first, the others last); tracked deletions and hidden text are
left out and said so in a note.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractors.document import Block, Document, Line, Note, Table
from extractors.docx_numbering import Numbering, Printed
from extractors.docx_package import Package, open_package
from extractors.docx_styles import ParagraphFormat, RunFormat, Style, Styles, number, val, w
from extractors.docx_tables import read_table, unwrapped
from extractors.docx_tabs import with_typed_tables
from extractors.docx_text import Inline, State, lines_of, mark_gone, paragraph_style, read_inline
from extractors.legacy_fonts import convert, convert_run, detect_legacy, font_encoding, legacy_note, surely_unicode
from extractors.markup_tables import RawTable, build_table, is_layout, join_split, layout_blocks
from extractors.text_signatures import mark_signatures
from normalizers.text import fold

# Text of a letterhead in a page header is the document's own, not furniture (the national motto, Nghị định 30/2020/NĐ-CP).
_OWN = re.compile(r"^(?:cộng ?hòa xã hội chủ nghĩa|độc lập ?- ?tự do|đảng cộng sản việt nam|số ?:)")


def read_docx(path_or_bytes: Path | str | bytes, source: str) -> Document:
    """Read a DOCX. `source` is the file's name for messages and provenance.

    Raises UnreadableDocument with reason `damaged`, `encrypted`, `not-a-document` or `too-large`. A document without text
    comes back without lines: what that means is the caller's to say.
    """
    data = path_or_bytes if isinstance(path_or_bytes, bytes) else Path(path_or_bytes).read_bytes()
    package = open_package(data, source)
    reader = _Reader(package)
    blocks = reader.document()
    return Document(source, "docx", blocks, sha256=hashlib.sha256(data).hexdigest(), notes=reader.notes(), reader="docx").number()


class _Reader:
    """Reads one package; holds the list counters and the story state, which run through the document in order."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package.styles)
        self.state = State(self.styles)
        self.numbering = Numbering(package.numbering, self.styles)
        self.legacy = self._legacy()

    def _legacy(self) -> str | None:
        texts: list[str] = []
        fonts: Counter[str] = Counter()
        body = self.package.document.find(w("body"))
        if body is None or surely_unicode("".join(str(t.text or "") for t in body.iter(w("t")))):
            return None
        for paragraph in body.iter(w("p")):
            style = paragraph_style(paragraph, self.styles)[1]
            for run in paragraph.iterchildren(w("r")):
                text = "".join(str(t.text or "") if t.tag == w("t") else "\xad" for t in run.iterchildren(w("t"), w("softHyphen")))
                texts.append(text)
                font = self.styles.run(run.find(w("rPr")), style).font
                if font:
                    fonts[font] += len(text)
            texts.append("\n")
        encoding = detect_legacy("".join(texts), fonts)
        if encoding is not None:
            by_fonts = any(font_encoding(font) for font in fonts)

            def decode(text: str, fmt: RunFormat) -> str:
                return convert_run(text, fmt.font, encoding, by_fonts)

            self.state.decode = decode
        return encoding

    def notes(self) -> list[Note]:
        out: list[Note] = []
        if self.legacy is not None:
            out.append(legacy_note(self.legacy))
        if self.state.insertions or self.state.deletions:
            out.append(Note("tracked-changes", "Văn bản còn dấu vết sửa đổi (Track Changes): phần chèn thêm được tính "
                            f"({self.state.insertions}), phần đã xóa không tính ({self.state.deletions})"))
        if self.state.hidden:
            out.append(Note("hidden-text", f"Văn bản có chữ ẩn (Hidden) ở {self.state.hidden} chỗ; phần ẩn không in ra nên không được tính"))
        if self.state.pictures:
            out.append(Note("picture", f"Văn bản có {self.state.pictures} ảnh lớn chèn vào, chữ trong ảnh không được đọc; "
                            "nếu đó là trang quét, lưu văn bản thành PDF rồi nạp lại"))
        return out

    def document(self) -> list[Block]:
        blocks: list[Block] = []
        for n, header in enumerate(self.package.headers, 1):
            blocks += self._furniture(header, f"h{n}")
        body = self.package.document.find(w("body"))
        if body is not None:
            blocks += with_typed_tables(self.story(body, ""))
            # Pasted from a signed copy, or a frame that the signing program put at the page's corner.
            mark_signatures([block for block in blocks if isinstance(block, Line)])
        for n, footer in enumerate(self.package.footers, 1):
            blocks += self._furniture(footer, f"f{n}")
        for root, letter in ((self.package.footnotes, "fn"), (self.package.endnotes, "en")):
            for note in root if root is not None else ():
                if note.get(w("type")) in (None, "normal"):
                    blocks += self._furniture(note, f"{letter}{note.get(w('id'))}")
        return blocks

    def _furniture(self, root: Any, path: str) -> list[Block]:
        lines: list[Line] = []
        for block in self.story(root, path):
            lines += [block] if isinstance(block, Line) else list(block.lines())
        own = any(_OWN.match(fold(line.text)) for line in lines)
        return [replace(line, furniture=not own) for line in lines]

    def story(self, container: Any, prefix: str) -> list[Block]:
        """The blocks of a body, cell, text box, header or note; `prefix` is its path, "" for the body."""
        base = f"{prefix}/" if prefix else ""
        blocks: list[Block] = []
        pending: Inline | None = None
        paragraphs = tables = 0
        touching = False
        for element in unwrapped(container):
            if element.tag == w("p"):
                paragraphs += 1
                touching = False
                ppr, style = paragraph_style(element, self.styles)
                inline = read_inline(element, style, self.state)
                if pending is not None:
                    inline, pending = pending.then(inline), None
                if mark_gone(ppr):
                    pending = inline
                    continue
                blocks += self._paragraph(ppr, style, inline, f"{base}p{paragraphs}")
            elif element.tag == w("tbl"):
                tables += 1
                path = f"{base}t{tables}"
                _add_table(blocks, read_table(element, path, self.styles, self.state, self.story), touching)
                touching = True
        if pending is not None:
            blocks += self._paragraph(None, self.styles.get(None), pending, f"{base}p{paragraphs}")
        return blocks

    def _paragraph(self, ppr: Any, style: Style, inline: Inline, path: str) -> list[Block]:
        fmt = self.styles.paragraph(ppr, style)
        printed = self._marker(ppr, style, fmt, inline)
        if printed is not None:
            # A list's indents lie under the paragraph's own, over its style's (ECMA-376 part 1, 17.9.23).
            own = self.styles.paragraph(ppr, _NO_STYLE)
            fmt = own.over(printed.paragraph).over(fmt)
        lines = lines_of(inline, printed.marker if printed else "", printed.suffix if printed else "", fmt,
                         printed.level if printed else None, path)
        if printed is not None and printed.sign is not None and lines:
            lines[0].sign = printed.sign
        if style.name.startswith("toc ") and style.name[4:].isdigit():
            lines = [replace(line, furniture=True) for line in lines]
        blocks: list[Block] = list(lines)
        for n, box in enumerate(inline.boxes, 1):
            blocks += self.story(box, f"{path}/x{n}")
        return blocks

    def _marker(self, ppr: Any, style: Style, fmt: ParagraphFormat, inline: Inline) -> Printed | None:
        if not fmt.num_id or fmt.num_id == "0":
            return None
        if inline.blank and inline.boxes:
            return None
        num = ppr.find(w("numPr")) if ppr is not None else None
        level = number(val(num, "ilvl"))
        if level is None and num is not None and val(num, "numId") is not None:
            level = fmt.level or 0
        printed = self.numbering.mark(fmt, style.style_id, level)
        if printed is not None and self.legacy is not None and printed.marker and not printed.marker.isascii():
            return replace(printed, marker=convert(printed.marker, self.legacy))
        return printed


_NO_STYLE = Style("", "", RunFormat(), ParagraphFormat())


def _add_table(blocks: list[Block], raw: RawTable, touching: bool) -> None:
    """Add a table's grid, or its lines where it only arranges text; a piece of the table before it is joined to it."""
    if is_layout(raw):
        blocks += layout_blocks(raw)
        return
    table = build_table(raw)
    last = blocks[-1] if blocks else None
    joined = join_split(last, table, touching) if isinstance(last, Table) else None
    if joined is not None:
        blocks[-1] = joined
    else:
        blocks.append(table)
