"""Makes small DOCX files for the tests from the XML that matters."""

from __future__ import annotations

import io
import zipfile

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W_NS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def p(text: str = "", ppr: str = "", rpr: str = "") -> str:
    """A paragraph with one run; "\\n" in the text is a soft line break, "\\t" a tab."""
    runs = ""
    for n, piece in enumerate(text.split("\n")):
        runs += "<w:br/>" if n else ""
        for k, part in enumerate(piece.split("\t")):
            runs += "<w:tab/>" if k else ""
            runs += f'<w:t xml:space="preserve">{part}</w:t>' if part else ""
    run = f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{runs}</w:r>" if runs else ""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{run}</w:p>"


def li(text: str, num: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def tc(content: str = "", span: int = 1, merge: str = "") -> str:
    """A cell; `merge` is "restart" or "continue" for vMerge. Content without markup is a paragraph."""
    inner = content if content.startswith("<") else p(content)
    props = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, props: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{''.join(c if c.startswith('<w:tc>') else tc(c) for c in cells)}</w:tr>"


BORDERS = '<w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'


def tbl(*rows: str, widths: tuple[int, ...] = (), borders: bool = True) -> str:
    grid = "".join(f'<w:gridCol w:w="{x}"/>' for x in widths)
    return f"<w:tbl><w:tblPr>{BORDERS if borders else ''}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def lvl(level: int, fmt: str, text: str, extra: str = "", start: int = 1) -> str:
    return (f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}'
            f'<w:lvlText w:val="{text}"/></w:lvl>')


def numbering(abstracts: dict[int, str], nums: dict[int, tuple[int, str]]) -> str:
    """The inside of numbering.xml: levels of each abstract list, and (abstract, overrides) of each list."""
    out = "".join(f'<w:abstractNum w:abstractNumId="{k}">{v}</w:abstractNum>' for k, v in abstracts.items())
    return out + "".join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="{a}"/>{over}</w:num>' for k, (a, over) in nums.items())


def make_docx(body: str, *, strict: bool = False, main_type: str = "document.main+xml", rels: str = "", **parts: str) -> bytes:
    """A DOCX with that body; `parts` gives the inside of styles, numbering, header1, footer1, footnotes."""
    roots = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    files = {"word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"}
    links, types = "", ""
    for n, (name, inner) in enumerate(parts.items(), 1):
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = f"<w:{roots[kind]} {_NAMESPACES}>{inner}</w:{roots[kind]}>"
        links += f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}{rels}</Relationships>')
    files["_rels/.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>')
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.{main_type}"/>{types}</Types>')
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(files.items()):
            if strict:
                text = text.replace(W_NS, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                    _REL, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return out.getvalue()
