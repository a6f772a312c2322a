"""A DOCX package opened safely: the XML roots of the document, styles, numbering, notes, headers and footers.

python-docx reads the package; where it refuses one that Word itself opens (macro-enabled files, a relationship to a
missing part), the parts are taken from the ZIP directly. Strict OOXML (ISO/IEC 29500 Strict namespaces) is rewritten to
the transitional namespaces first, so that everything after this module knows one set of names.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any

from extractors.errors import UnreadableDocument

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_STRICT = b"http://purl.oclc.org/ooxml/"
# Namespace prefixes of ISO/IEC 29500 Strict and what they are in the transitional form (part 1 against part 4).
_STRICT_TO_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/metadata/", b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
)
# A plan of 500 pages has about 15 MB of XML; a lxml tree takes some ten times its text in memory.
MAX_XML_PART = 48 * 1024 * 1024
# Word's XML packs 10 to 120 times (a table of like rows); a large part that packs better than this is a bomb.
SUSPECT_PART = 12 * 1024 * 1024
MAX_RATIO = 250
MAX_TOTAL = 400 * 1024 * 1024
MAX_ENTRIES = 10_000

ADVICE_DAMAGED = "Mở tệp bằng Word, chọn Save As thành một tệp DOCX mới rồi nạp lại; nếu Word cũng không mở được, đề nghị nơi gửi gửi lại"
ADVICE_ENCRYPTED = "Tệp được đặt mật khẩu: mở bằng Word, bỏ mật khẩu (File > Info > Protect Document) rồi lưu lại"
ADVICE_NOT_WORD = "Tệp không phải văn bản Word; hãy gửi bản DOCX hoặc PDF của kế hoạch"
ADVICE_TOO_LARGE = "Tệp bung ra quá lớn so với một văn bản; kiểm tra lại tệp hoặc lưu lại bằng Word thành DOCX mới"


@dataclass(frozen=True, slots=True)
class Package:
    """Roots of the parts as lxml elements in transitional namespaces; None where the package has no such part."""

    document: Any
    styles: Any = None
    numbering: Any = None
    footnotes: Any = None
    endnotes: Any = None
    headers: tuple[Any, ...] = field(default=())
    footers: tuple[Any, ...] = field(default=())


def open_package(data: bytes, source: str) -> Package:
    """The parts of a DOCX; UnreadableDocument `damaged`, `encrypted`, `not-a-document` or `too-large` where it is none."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnreadableDocument(source, "encrypted", "tệp Word có mật khẩu hoặc là tệp .doc cũ", ADVICE_ENCRYPTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _check(archive, source)
            strict = _STRICT in archive.read(main)[:65536]
            if strict:
                data = _to_transitional(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as exc:
        raise UnreadableDocument(source, "damaged", f"tệp DOCX bị hỏng ({exc})", ADVICE_DAMAGED) from exc
    return _by_python_docx(data) or _by_zip(data, main, source)


def _check(archive: zipfile.ZipFile, source: str) -> str:
    """Refuse bombs, encrypted entries and other kinds of package; the name of the main document part."""
    entries = archive.infolist()
    # zipfile never yields more than an entry's declared size, so declared sizes bound what is really inflated.
    parts = [e for e in entries if e.filename.endswith((".xml", ".rels"))]
    bomb = any(e.file_size > MAX_XML_PART or (e.file_size > SUSPECT_PART and e.file_size > MAX_RATIO * e.compress_size) for e in parts)
    if bomb or len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_TOTAL:
        raise UnreadableDocument(source, "too-large", "tệp DOCX bung ra quá lớn", ADVICE_TOO_LARGE)
    if any(e.flag_bits & 1 for e in entries):
        raise UnreadableDocument(source, "encrypted", "tệp nén có mật khẩu", ADVICE_ENCRYPTED)
    names = {e.filename for e in entries}
    main = main_part(archive, names)
    if main is None:
        raise UnreadableDocument(source, "not-a-document", "tệp ZIP không chứa văn bản Word", ADVICE_NOT_WORD)
    return main


def main_part(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    """Name of the part that holds the document (`word/document.xml`, or what the package's relationships name)."""
    if "word/document.xml" in names:
        return "word/document.xml"
    if "_rels/.rels" not in names:
        return None
    rels = archive.read("_rels/.rels").decode("utf-8", "replace")
    for tag in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", rels):
        target = re.search(r'Target\s*=\s*"/?([^"]+)"', tag)
        if "/officeDocument\"" in tag and target and target[1] in names and target[1].startswith("word/"):
            return target[1]
    return None


def _to_transitional(archive: zipfile.ZipFile) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        for name in dict.fromkeys(archive.namelist()):
            blob = archive.read(name)
            if name.endswith((".xml", ".rels")):
                for strict, transitional in _STRICT_TO_TRANSITIONAL:
                    blob = blob.replace(strict, transitional)
            copy.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), blob)
    return out.getvalue()


def parse_xml(blob: bytes) -> Any:
    """Root of an XML part; entities stay unresolved, nothing is fetched, libxml2's limits on depth and size hold."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True,
                             remove_pis=True)
    return etree.fromstring(blob, parser)


def _by_python_docx(data: bytes) -> Package | None:
    """The parts through python-docx, or None where it cannot open the package."""
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        part = docx.Document(io.BytesIO(data)).part
        found: dict[str, list[Any]] = {}
        for key in sorted(part.rels, key=_natural):
            rel = part.rels[key]
            if rel.is_external:
                continue
            target = rel.target_part
            root = getattr(target, "element", None)
            kind = rel.reltype.rsplit("/", 1)[-1]
            if kind in _KINDS:
                found.setdefault(kind, []).append(root if root is not None else parse_xml(target.blob))
        return _package(part.element, found)
    except (KeyError, ValueError, AttributeError, TypeError, OpcError, PythonDocxError, etree.XMLSyntaxError, zipfile.BadZipFile,
            zlib.error, EOFError):
        # python-docx is stricter than Word (content types, dangling relationships): the direct reading below
        # decides whether the file is damaged.
        return None


_KINDS = frozenset({"styles", "numbering", "footnotes", "endnotes", "header", "footer"})


def _natural(key: str) -> tuple[int, str]:
    digits = re.sub(r"\D", "", key)
    return (int(digits) if digits else 0, key)


def _package(document: Any, found: dict[str, list[Any]]) -> Package:
    def one(kind: str) -> Any:
        roots = found.get(kind)
        return roots[0] if roots else None

    return Package(document, one("styles"), one("numbering"), one("footnotes"), one("endnotes"),
                   tuple(found.get("header", ())), tuple(found.get("footer", ())))


def _by_zip(data: bytes, main: str, source: str) -> Package:
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = parse_xml(archive.read(main))
            folder, name = posixpath.split(main)
            found: dict[str, list[Any]] = {}
            rels = f"{folder}/_rels/{name}.rels"
            names = set(archive.namelist())
            for rel in parse_xml(archive.read(rels)) if rels in names else ():
                kind = str(rel.get("Type", "")).rsplit("/", 1)[-1]
                target = str(rel.get("Target", ""))
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                if kind in _KINDS and path in names and rel.get("TargetMode") != "External":
                    try:
                        found.setdefault(kind, []).append(parse_xml(archive.read(path)))
                    except etree.XMLSyntaxError:
                        if kind in {"styles", "numbering"}:  # without these, wording would silently lose its markers
                            raise
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError) as exc:
        raise UnreadableDocument(source, "damaged", f"không đọc được nội dung tệp DOCX ({exc})", ADVICE_DAMAGED) from exc
    if document.find(f"{{{W}}}body") is None:
        raise UnreadableDocument(source, "damaged", "tệp DOCX không có phần thân văn bản", ADVICE_DAMAGED)
    return _package(document, found)
