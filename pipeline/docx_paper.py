"""Administrative papers as DOCX in the layout of Nghị định 30/2020/NĐ-CP: header block, body, tables, pictures, signature.

`Paper` is made by python-docx; `Letter` is the same without pictures, from a package that python-docx makes once: of
thousands of letters only the text differs.
"""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from pipeline.overview import clean

FONT = "Times New Roman"
BODY, TABLE, SMALL = 14, 12, 11     # points; the decree gives 13–14 for the body
# Margins in mm (Phụ lục I: top and bottom 20–25, left 30–35, right 15–20) and what is left for text on A4.
_TOP, _BOTTOM, _LEFT, _RIGHT = 20, 20, 30, 15
TEXT_WIDTH = 210 - _LEFT - _RIGHT
_EPOCH = datetime.datetime(2025, 7, 1)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS = 56.7  # twentieths of a point in a millimetre


class Paper:
    """A paper in the making. `data()` gives its bytes, the same for the same calls."""

    def __init__(self, title: str) -> None:
        from docx import Document
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        self.document = Document()
        core = self.document.core_properties
        core.title, core.author, core.comments, core.last_modified_by = clean(title)[:250], "Đối chiếu", "", "Đối chiếu"
        core.created = core.modified = _EPOCH
        core.revision, core.language = 1, "vi-VN"
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(_TOP), Mm(_BOTTOM), Mm(_LEFT), Mm(_RIGHT)
        section.header_distance = Mm(10)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        self._body = self.document.element.body
        self._page_numbers(section)

    def _page_numbers(self, section: Any) -> None:
        """Arabic numbers, centred in the top margin, none on the first page (Phụ lục I, mục I.7)."""
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]._p
        paragraph.getparent().replace(paragraph, _xml(f'<w:p {_W}><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE">'
                                                      f'<w:r>{_look(13)}<w:t>2</w:t></w:r></w:fldSimple></w:p>'))

    def _add(self, xml: str) -> None:
        self._body.insert(len(self._body) - 1, _xml(xml))  # before the section properties

    def paragraph(self, text: str, *, bold: bool = False, italic: bool = False, align: str = "both", size: int = BODY, indent: bool = True,
                  before: int = 0, after: int = 6, keep: bool = False) -> None:
        """A paragraph; a line break where `text` has one. `before`, `after` in points."""
        self._add(_paragraph(text, bold=bold, italic=italic, align=align, size=size, indent=indent, before=before, after=after, keep=keep))

    def heading(self, text: str, level: int = 1) -> None:
        """Level 1 "I. …" bold capitals, level 2 "1. …" bold: real heading styles, so that the office can make a contents list."""
        look = _paragraph(text, bold=True, indent=True, before=6, after=4, keep=True)
        self._add(look.replace("<w:pPr>", f'<w:pPr><w:pStyle w:val="Heading{level}"/>', 1))

    def head(self, above: str, issuer: str, number: str, subject: str, date: str) -> None:
        """Quốc hiệu, tiêu ngữ, names of the issuing bodies, number and place with date, as two columns. `subject`: the
        "V/v …" of a letter, "" for a titled paper."""
        left = [_paragraph(above, align="center", size=13, indent=False, after=0), _paragraph(issuer, bold=True, align="center", size=13, indent=False, after=0, line=28),
                _paragraph(number, align="center", size=13, indent=False, before=6, after=0)]
        if subject:
            left.append(_paragraph(subject, align="center", size=12, indent=False, before=4, after=0))
        right = [_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center", size=13, indent=False, after=0),
                 _paragraph("Độc lập - Tự do - Hạnh phúc", bold=True, align="center", size=14, indent=False, after=0, line=62),
                 _paragraph(date, italic=True, align="center", size=14, indent=False, before=6, after=0)]
        self._add(_grid([[("".join(left), ""), ("".join(right), "")]], [68, TEXT_WIDTH - 68 + 6], border=False))
        self.paragraph("", after=0, indent=False)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], *, centred: Sequence[int] = ()) -> None:
        """A bordered table with a header row that repeats on every page. `widths` in mm; `centred`: columns set in the middle."""
        cells = [[(_paragraph(h, bold=True, align="center", size=TABLE, indent=False, after=0), "D9E2F3") for h in heads]]
        cells += [[(_paragraph(text, align="center" if n in centred else "left", size=TABLE, indent=False, after=0), "") for n, text in enumerate(row)] for row in rows]
        self._add(_grid(cells, widths, border=True, header=True))
        self.paragraph("", size=6, after=0, indent=False)

    def picture(self, png: bytes, caption: str) -> None:
        """A picture across the text width, with its caption; the caption is also its alternative text."""
        from docx.shared import Mm

        self.document.add_picture(io.BytesIO(png), width=Mm(TEXT_WIDTH))
        last = self.document.paragraphs[-1]
        last.paragraph_format.keep_with_next = True
        for element in last._p.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            element.set("descr", clean(caption))
        self.paragraph(caption, italic=True, align="center", size=13, indent=False, after=8)

    def ending(self, recipients: Sequence[str], title: str) -> None:
        """Nơi nhận on the left, office and signature on the right."""
        left = _paragraph("Nơi nhận:", bold=True, italic=True, size=12, indent=False, after=0, align="left")
        left += "".join(_paragraph(f"- {r}", size=11, indent=False, after=0, align="left") for r in recipients)
        right = _paragraph(title, bold=True, align="center", size=14, indent=False, after=0) + _paragraph("", indent=False, after=48, size=14)
        self.paragraph("", after=0, indent=False)
        self._add(_grid([[(left, ""), (right, "")]], [TEXT_WIDTH / 2, TEXT_WIDTH / 2], border=False))

    def data(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return fixed_zip(out.getvalue())


class Letter(Paper):
    """A paper without pictures; the bytes are those of a `Paper` with the same calls."""

    def __init__(self, title: str) -> None:
        self._title = clean(title)[:250]
        self._root = _xml(_frame()[_BODY_PART])
        self._body = self._root.body

    def data(self) -> bytes:
        core = _xml(_frame()[_CORE_PART])
        core.title_text, core.comments_text = self._title, ""  # an empty element is written otherwise once it was read
        new = {_BODY_PART: _part(self._root), _CORE_PART: _part(core)}
        return _archive([_entry(name, new[name]) if name in new else _same_entry(name) for name in _frame()])

    def picture(self, png: bytes, caption: str) -> None:
        raise NotImplementedError("letters have no pictures")


_BODY_PART, _CORE_PART = "word/document.xml", "docProps/core.xml"


@lru_cache(maxsize=1)
def _frame() -> dict[str, bytes]:
    """The parts of an empty paper, in the order of its package."""
    with zipfile.ZipFile(io.BytesIO(Paper("-").data())) as package:
        return {entry.filename: package.read(entry.filename) for entry in package.infolist()}


@lru_cache(maxsize=32)
def _same_entry(name: str) -> _Entry:
    """A part that is the same in all letters, compressed once."""
    return _entry(name, _frame()[name])


def _part(element: Any) -> bytes:
    from docx.opc.oxml import serialize_part_xml

    return bytes(serialize_part_xml(element))


def fixed_zip(data: bytes) -> bytes:
    """The same archive with one fixed date on every entry: python-docx stamps them with the clock."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return zipped((entry.filename, source.read(entry.filename)) for entry in source.infolist())


class _Entry(NamedTuple):
    """A part of a package as it stands in the archive; `known`: what its local header and the directory both tell."""

    name: bytes
    known: bytes
    data: bytes


_LEVEL = 6
_RIGHTS = 0o600 << 16
_DAY_ONE = 1 << 5 | 1  # 1 January 1980, midnight, as an archive writes it


def _entry(name: str, content: bytes) -> _Entry:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    plain = name.encode("ascii")
    return _Entry(plain, struct.pack("<2B4H3L2H", 20, 0, 0, zipfile.ZIP_DEFLATED, 0, _DAY_ONE, zlib.crc32(content), len(data), len(content), len(plain), 0), data)


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these entries (ASCII names), the same wherever and whenever it is made."""
    return _archive([_entry(name, content) for name, content in entries])


def _archive(entries: Sequence[_Entry]) -> bytes:
    """The entries one after the other and their directory, byte for byte as `zipfile` writes them (a test compares the two)."""
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, known, data in entries:
        out += (b"PK\3\4", known, name, data)
        directory += (b"PK\1\2\x14\0", known, struct.pack("<3H2L", 0, 0, 0, _RIGHTS, at), name)
        at += 4 + len(known) + len(name) + len(data)
    told = b"".join(directory)
    return b"".join([*out, told, struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entries), len(entries), len(told), at, 0)])


def _xml(text: str | bytes) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(text)


def _look(size: int, bold: bool = False, italic: bool = False) -> str:
    return (f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>{"<w:b/>" if bold else ""}{"<w:i/>" if italic else ""}'
            f'<w:color w:val="000000"/><w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/></w:rPr>')


def _paragraph(text: str, *, bold: bool = False, italic: bool = False, align: str = "both", size: int = BODY, indent: bool = True, before: int = 0,
               after: int = 6, keep: bool = False, line: int = 0) -> str:
    """A paragraph as XML. `line`: length in mm of the rule below it (under the motto and the issuer's name)."""
    look = _look(size, bold, italic)
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in clean(text).replace("\t", " ").split("\n"))
    first = f'<w:ind w:firstLine="{round(10 * _TWIPS)}"/>' if indent else '<w:ind w:firstLine="0"/>'
    run = f'<w:r>{look}{parts}</w:r>'
    props = (f'<w:pPr>{"<w:keepNext/>" if keep else ""}<w:spacing w:before="{20 * before}" w:after="{20 * after}" w:line="{"264" if size >= 13 and indent else "240"}" w:lineRule="auto"/>'
             f'{first}<w:jc w:val="{align}"/></w:pPr>')
    out = f'<w:p {_W}>{props}{run}</w:p>'
    if line:  # a short centred rule: an empty paragraph with a top border, indented from both sides of its 68 or 103 mm column
        column = 68 if line < 40 else TEXT_WIDTH - 62
        side = round((column - line) / 2 * _TWIPS)
        out += (f'<w:p {_W}><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
                f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>')
    return out


def _grid(rows: Sequence[Sequence[tuple[str, str]]], widths: Sequence[float], *, border: bool, header: bool = False) -> str:
    edges = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for e in ("top", "left", "bottom", "right", "insideH", "insideV")) if border else ""
    twips = [round(w * _TWIPS) for w in widths]
    out = [f'<w:tbl {_W}><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>{f"<w:tblBorders>{edges}</w:tblBorders>" if edges else ""}<w:tblLayout w:type="fixed"/>'
           f'<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>',
           *(f'<w:gridCol w:w="{t}"/>' for t in twips), "</w:tblGrid>"]
    for n, row in enumerate(rows):
        out.append(f'<w:tr><w:trPr><w:cantSplit/>{"<w:tblHeader/>" if header and n == 0 else ""}</w:trPr>')
        out += [f'<w:tc><w:tcPr><w:tcW w:w="{t}" w:type="dxa"/>{f"<w:shd w:val={chr(34)}clear{chr(34)} w:color={chr(34)}auto{chr(34)} w:fill={chr(34)}{fill}{chr(34)}/>" if fill else ""}</w:tcPr>{content}</w:tc>'
                for t, (content, fill) in zip(twips, row, strict=True)]
        out.append("</w:tr>")
    return "".join([*out, "</w:tbl>"])
