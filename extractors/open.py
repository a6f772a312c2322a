"""A file → Document, by what the file is and not by what it is called. Each reader is loaded when it is needed."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Literal

from extractors.contents_list import mark_contents
from extractors.document import Block, Document, Line, Note, Place, number_lines
from extractors.errors import UnreadableDocument

Kind = Literal["pdf", "docx", "xlsx", "pptx", "odt", "zip", "doc", "encrypted-office", "xls", "ppt", "ole", "rtf", "word-xml",
               "image", "photo", "html", "text", "empty", "binary"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
# Brands of ISO media files that phones write pictures in (ISO/IEC 23008-12); their decoder is no part of this product.
_PHONE_PICTURES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc", b"ftypavif")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|table[\s>]|meta\s|div[\s>]|p[\s>]|o:p>)", re.I)
_MHTML = re.compile(rb"^\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:", re.I)

# A scan of 200 pages in colour has about 150 MB.
MAX_BYTES = 512 * 2**20
_LEGIBLE = 0.6           # mean confidence of OCR under which a scanner's own layer of text is kept
ADVICE_TOO_LARGE = "Quét lại ở 300 dpi đen trắng, hoặc tách tệp thành nhiều phần"
ADVICE_CONVERT = "Gửi kế hoạch dưới dạng DOCX hoặc PDF"
ADVICE_EMPTY = "Tệp không có chữ nào: kiểm tra lại tệp, hoặc đề nghị nơi gửi gửi lại"
ADVICE_PICTURES = "Mở tệp bằng Word, lưu thành PDF rồi nạp lại bản PDF để nhận dạng chữ"
ADVICE_SHEET = "Tệp là bảng tính, không phải văn bản kế hoạch; gửi bản DOCX hoặc PDF của kế hoạch"
ADVICE_SLIDES = "Tệp là bản trình chiếu, không phải văn bản kế hoạch; gửi bản DOCX hoặc PDF của kế hoạch"
ADVICE_PHOTO = "Lưu ảnh thành JPEG hoặc PDF rồi nạp lại"
ADVICE_ZIP = "Giải nén rồi nạp từng văn bản bên trong"


def recognise(data: bytes) -> Kind:
    """What a file is, from its bytes."""
    if not data.strip(b"\0 \t\r\n"):
        return "empty"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return _zip_kind(data)
    if data[:8] == _OLE:
        return _ole_kind(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"{\\rtf":
        return "rtf"
    if data[:2] == b"BM":
        return "image" if len(data) > 54 and int.from_bytes(data[2:6], "little") in range(54, len(data) + 4096) else "text"
    if data.startswith(_IMAGES):
        return "image"
    if data.startswith(_ARCHIVES):
        return "zip"
    if data[4:12] in _PHONE_PICTURES or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "photo"
    head = data[:8192]
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:512].count(b"\0") > len(head[:512]) // 4
    flat = head.replace(b"\0", b"") if wide else head
    if flat.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<?xml") and not _HTML.search(flat):
        return "word-xml" if b"wordDocument" in flat or b"pkg:package" in flat else "binary"
    if _HTML.search(flat) and b"<" in flat.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]:
        return "html"
    if _MHTML.match(head) and b"text/html" in data[:65536].lower():
        return "html"
    if not wide and sum(head.count(bytes([c])) for c in (*range(8), *range(14, 27))) > len(head) // 100:
        return "binary"
    return "text"


def _zip_kind(data: bytes) -> Kind:
    from extractors.docx_package import main_part

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if main_part(archive, names) is not None:
                return "docx"
            if any(name.startswith("xl/") for name in names):
                return "xlsx"
            if any(name.startswith("ppt/") for name in names):
                return "pptx"
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200 and b"opendocument.text" in archive.read("mimetype"):
                return "odt"
            return "zip"
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        # A cut-off DOCX has no directory left, but its first entry still names an OOXML part.
        return "docx" if b"[Content_Types].xml" in data[:4096] or b"word/" in data[:65536] else "zip"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _ole_kind(data: bytes) -> Kind:
    if _utf16("EncryptedPackage") in data:
        return "encrypted-office"
    if _utf16("WordDocument") in data:
        return "doc"
    if _utf16("Workbook") in data:
        return "xls"
    return "ppt" if _utf16("PowerPoint Document") in data else "ole"


def open_document(path: Path, *, source: str | None = None, ocr: bool = True) -> Document:
    """Read a file of any supported kind.

    `source` is the name to report (the file's own name by default, NFC); `ocr` allows reading scans and pictures.
    Raises UnreadableDocument: with the reader's reason, `unsupported`/`not-a-document` for kinds that hold no plan, `empty`
    where the file has no text, `too-large` over `MAX_BYTES`. Raises OSError where the file itself cannot be opened.
    """
    name = unicodedata.normalize("NFC", source if source is not None else path.name)
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableDocument(name, "too-large", f"tệp lớn hơn {MAX_BYTES // 2**20} MB", ADVICE_TOO_LARGE)
    data = path.read_bytes()
    doc = _read(path, data, recognise(data), name, ocr)
    lines = list(doc.lines())
    if all(line.blank for line in lines):
        if any(note.kind == "picture" for note in doc.notes):
            raise UnreadableDocument(name, "empty", "tệp Word chỉ chứa ảnh chụp, không có chữ", ADVICE_PICTURES)
        raise UnreadableDocument(name, "empty", "tệp không có chữ nào", ADVICE_EMPTY)
    read, doc = doc, _from_legacy(doc, lines)
    mark_contents(doc.blocks)
    known = doc.sha256 if doc.format == "pdf" else ""  # the reader of PDF files has it already
    if doc is read:
        number_lines(lines)
    else:
        doc.number()
    return replace(doc, source=name, sha256=known or hashlib.sha256(data).hexdigest())


def _read(path: Path, data: bytes, kind: Kind, name: str, ocr: bool) -> Document:
    if kind == "pdf":
        return _pdf(path, data, name, ocr)
    if kind == "docx":
        from extractors.docx_reader import read_docx

        return read_docx(data, name)
    if kind == "image":
        return _scan(path, name, ocr)
    if kind == "html":
        from extractors.html_reader import read_html

        return read_html(data, name)
    if kind == "text":
        from extractors.text_reader import read_text

        return read_text(data, name)
    if kind in ("doc", "rtf", "odt", "word-xml"):
        from extractors.convert import to_docx
        from extractors.docx_reader import read_docx

        return read_docx(to_docx(data, ".xml" if kind == "word-xml" else f".{kind}", name), name)
    raise _refusal(kind, name)


def _pdf(path: Path, data: bytes, name: str, ocr: bool) -> Document:
    from extractors.pdf_reader import read_pdf

    try:
        doc = read_pdf(path, name, data=data)
    except UnreadableDocument as exc:
        if exc.reason != "needs-ocr" or not ocr:
            raise
        return _scan(path, name, ocr)
    return _fill_scanned_pages(doc, data, name) if ocr else doc


def _fill_scanned_pages(doc: Document, data: bytes, name: str) -> Document:
    """A PDF of which pages are scans: those pages read by OCR and put in their places. The layer of text that a scanner put
    behind a page's picture (`page-behind-picture`) stays only where the picture is hardly legible."""
    missing, behind = (_noted(doc, kind) for kind in ("page-needs-ocr", "page-behind-picture"))
    if not missing and not behind:
        return doc
    from extractors.ocr_page import add_aligned
    from extractors.ocr_reader import notes_of, read_scan_pages
    from extractors.pdf_reader import build_document

    try:
        pages = read_scan_pages(data, name, sorted(missing | behind))
    except UnreadableDocument as exc:
        if missing and exc.reason != "needs-ocr":
            raise
        return doc  # no Tesseract here: the other pages stand, and the note of each missing page says so
    good = [page for page in pages if page.words and (page.number in missing or page.confidence >= _LEGIBLE)]
    before: tuple[float, ...] | None = None
    for read in good:
        before = add_aligned(read.page, before)
    found: dict[int, list[Block]] = {read.number: [] for read in good}
    for block in build_document([read.page for read in good], name, len(good)).blocks if good else ():
        found.setdefault(block.place.page or good[0].number, []).append(block)
    blocks: list[Block] = []
    waiting = sorted(found)
    whole = True
    for block in doc.blocks:
        page = block.place.page
        while waiting and page is not None and waiting[0] <= page:
            blocks += found[waiting.pop(0)]
        if page not in found:
            blocks.append(block)
            whole = False
    for number in waiting:
        blocks += found[number]
    notes = [note for note in doc.notes if not (note.kind in ("page-needs-ocr", "page-behind-picture") and note.place and note.place.page in found)]
    if whole and not notes:
        return replace(doc, blocks=blocks, format="scan", reader="tesseract", notes=notes_of(good))
    told = [Note("page-ocr", f"Trang {read.number} là bản quét, được nhận dạng chữ (OCR)", Place(page=read.number)) for read in good]
    return replace(doc, blocks=blocks, notes=[*notes, *told, *notes_of(good)])


def _noted(doc: Document, kind: str) -> set[int]:
    """The pages that notes of a kind name."""
    return {note.place.page for note in doc.notes if note.kind == kind and note.place and note.place.page}


def _scan(path: Path, name: str, ocr: bool) -> Document:
    if not ocr:
        raise UnreadableDocument(name, "needs-ocr", "tệp là ảnh chụp văn bản, cần nhận dạng chữ (OCR)", "Chạy lại với phần OCR được bật")
    from extractors.ocr_reader import read_scan

    return read_scan(path, name)


def _refusal(kind: Kind, name: str) -> UnreadableDocument:
    from extractors.docx_package import ADVICE_ENCRYPTED

    table = {
        "empty": ("empty", "tệp rỗng", ADVICE_EMPTY),
        "encrypted-office": ("encrypted", "tệp được đặt mật khẩu", ADVICE_ENCRYPTED),
        "xlsx": ("unsupported", "tệp là bảng tính Excel", ADVICE_SHEET),
        "xls": ("unsupported", "tệp là bảng tính Excel", ADVICE_SHEET),
        "pptx": ("unsupported", "tệp là bản trình chiếu PowerPoint", ADVICE_SLIDES),
        "ppt": ("unsupported", "tệp là bản trình chiếu PowerPoint", ADVICE_SLIDES),
        "photo": ("unsupported", "ảnh chụp ở định dạng HEIC/WebP/AVIF", ADVICE_PHOTO),
        "zip": ("unsupported", "tệp nén, không phải văn bản Word", ADVICE_ZIP),
        "ole": ("unsupported", "tệp Office kiểu cũ không nhận ra được", ADVICE_CONVERT),
        "binary": ("not-a-document", "tệp không phải văn bản", ADVICE_CONVERT),
    }
    reason, message, advice = table[kind]
    return UnreadableDocument(name, reason, message, advice)


def _from_legacy(doc: Document, lines: list[Line]) -> Document:
    """Text and PDF files know no fonts here: a legacy encoding shows in the letters of the whole document."""
    from extractors.legacy_fonts import convert_document, detect_legacy

    if doc.format not in ("text", "pdf") or any(note.kind == "legacy-font" for note in doc.notes):
        return doc
    encoding = detect_legacy("\n".join([line.text for line in lines]))
    return convert_document(doc, encoding) if encoding is not None else doc
