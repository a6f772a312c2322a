"""What a file declares and really inflates to, looked at before anything parses it; bombs are refused here.

The sender of a plan is nobody one knows. Each check reads headers, dictionaries and compressed streams only, in bounded
memory; what passes may still hang or crash a reader, which is what the killable child of `pipeline/pool.py` is for.
"""

from __future__ import annotations

import io
import mmap
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

from extractors.errors import UnreadableDocument

Profile = Literal["pdf", "package", "image", "other"]
ADVICE = "Kiểm tra lại tệp: mở bằng phần mềm soạn thảo và lưu lại, hoặc đề nghị nơi gửi gửi lại"
ADVICE_SPLIT = "Tách tệp thành nhiều phần rồi nạp lại"

MIB = 1 << 20
# Deflate packs at most 1032 times (RFC 1951: 258 bytes in two bits); one filter cannot make more of a stream.
_DEFLATE = 1032
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class SafetyLimits:
    """How much a document may hold. Sizes in MiB unless said otherwise; every value must be positive.

    A plan of 500 pages has 15 MB of XML; a scan of 200 pages in colour has 150 MB of file, its pages 26 MB each as pixels.
    """

    file: int = 512
    text_file: int = 32           # plain text and HTML
    pages: int = 3000
    page_area: int = 25_000_000   # square points; A0 has 8 million, a web page printed as one long page 9 million
    stream: int = 64              # one inflated PDF stream that is no picture
    picture: int = 256            # one inflated picture of a PDF
    streams: int = 512            # all inflated streams of a PDF that are no pictures
    ratio: int = 250              # how many times a large stream or part may pack
    suspect: int = 12             # streams and parts below this size may pack as they like
    part: int = 48                # one XML part of an Office file
    package: int = 400            # all parts of an Office file
    entries: int = 10_000         # parts of an Office file
    archive: int = 8192           # all files of an archive of plans
    pixels: int = 250_000_000     # of one picture file
    frames: int = 1000            # pages of one TIFF
    depth: int = 256              # arrays and dictionaries inside one another
    objects: int = 2_000_000      # objects of a PDF

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) <= 0:
                raise ValueError(f"{field.name} must be positive, not {getattr(self, field.name)}")


def check(data: bytes, source: str, limits: SafetyLimits | None = None) -> Profile:
    """What kind of container `data` is. Raises UnreadableDocument `too-large` for what would inflate, nest or count beyond
    `limits`, `damaged` for a package whose entries overlap. Never raises for mere damage: the readers tell of that."""
    limits = limits or SafetyLimits()
    if len(data) > limits.file * MIB:
        raise _refuse(source, f"tệp lớn hơn {limits.file} MB", ADVICE_SPLIT)
    if b"%PDF-" in data[:1024]:
        _check_pdf(data, source, limits)
        return "pdf"
    if data[:2] == b"PK":
        check_package(data, source, limits)
        return "package"
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"GIF8")) or (data[:2] == b"BM" and len(data) > 54):
        _check_picture(data, source, limits)
        return "image"
    if len(data) > limits.text_file * MIB and data[:4] not in (b"\xd0\xcf\x11\xe0", b"{\\rt"):
        raise _refuse(source, f"tệp chữ lớn hơn {limits.text_file} MB", ADVICE_SPLIT)
    return "other"


def _refuse(source: str, message: str, advice: str = ADVICE) -> UnreadableDocument:
    return UnreadableDocument(source, "too-large", message, advice)


# --- packages (DOCX, XLSX, ODT, ZIP) ---------------------------------------------------------------------------------

def check_package(data: bytes, source: str, limits: SafetyLimits) -> None:
    """An Office package or archive: number of entries, declared sizes, how they pack, overlaps, and whether an entry
    inflates to more than it declares (`zipfile` inflates before it compares)."""
    if declared_entries(data) > limits.entries:
        raise _refuse(source, f"tệp nén có hơn {limits.entries} mục")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, struct.error, UnicodeDecodeError):
        return  # damaged: the reader of the kind says how
    if len(entries) > limits.entries:
        raise _refuse(source, f"tệp nén có hơn {limits.entries} mục")
    if sum(e.file_size for e in entries) > limits.package * MIB:
        raise _refuse(source, f"tệp bung ra hơn {limits.package} MB")
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")) and (
                entry.file_size > limits.part * MIB
                or (entry.file_size > limits.suspect * MIB and entry.file_size > limits.ratio * entry.compress_size)):
            raise _refuse(source, "một phần của tệp bung ra quá lớn")
    if overlapping(entries):
        raise UnreadableDocument(source, "damaged", "các mục của tệp nén chồng lên nhau", ADVICE)
    for entry in entries:
        if understated(data, entry):
            raise UnreadableDocument(source, "damaged", "tệp nén khai sai độ lớn của một mục", ADVICE)


def declared_entries(data: bytes) -> int:
    """How many entries a ZIP says it has in its end record (APPNOTE 4.3.16); 0 where there is none."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    return struct.unpack_from("<H", data, at + 10)[0] if 0 <= at <= len(data) - 22 else 0


def overlapping(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether two entries share bytes of the archive: how a small file inflates to petabytes without any nesting."""
    end = -1
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            return True
        # A local header has 30 bytes and the name; its extra field may be longer than the directory's: the least is counted.
        end = entry.header_offset + 30 + len(entry.orig_filename.encode("utf-8", "replace")) // 4 + entry.compress_size
    return False


def understated(data: bytes | mmap.mmap, entry: zipfile.ZipInfo) -> bool:
    """Whether a deflated entry of the archive `data` holds more than it declares. Memory: one chunk."""
    if entry.compress_type != zipfile.ZIP_DEFLATED or entry.compress_size * _DEFLATE <= max(entry.file_size, MIB):
        return False
    at = entry.header_offset
    head = bytes(data[at:at + 30])
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        return False
    start = at + 30 + sum(struct.unpack_from("<2H", head, 26))
    size = 0
    for block in _blocks(bytes(data[start:start + entry.compress_size]), zlib.decompressobj(-15)):
        size += len(block)
        if size > entry.file_size:
            return True
    return False


# --- pictures --------------------------------------------------------------------------------------------------------

def _check_picture(data: bytes, source: str, limits: SafetyLimits) -> None:
    from PIL import Image, UnidentifiedImageError

    try:
        Image.MAX_IMAGE_PIXELS = None  # the limit here is the setting's
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            frames = 1
            if data[:2] in (b"II", b"MM") and width * height <= limits.pixels:
                while frames <= limits.frames:
                    try:
                        picture.seek(frames)
                    except EOFError:
                        break
                    width, height = max(width, picture.size[0]), max(height, picture.size[1])
                    frames += 1
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error, KeyError, TypeError, IndexError, OverflowError):
        return  # damaged: the reader of pictures says how
    if width * height > limits.pixels:
        raise _refuse(source, f"ảnh có {width}×{height} điểm, quá lớn để nhận dạng", "Quét lại ở 300 dpi")
    if frames > limits.frames:
        raise _refuse(source, f"ảnh có hơn {limits.frames} trang", ADVICE_SPLIT)


# --- PDF -------------------------------------------------------------------------------------------------------------

_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_FILTER = re.compile(rb"/F(?:ilter)?\s*(\[[^\]]*\]|/[\w#]+)")
_NAME = re.compile(rb"/([\w#]+)")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_WIDTH, _HEIGHT = re.compile(rb"/W(?:idth)?\s+(\d+)"), re.compile(rb"/H(?:eight)?\s+(\d+)")
_COUNT = re.compile(rb"/Count\s+(\d+)")
_SIZE = re.compile(rb"/Size\s+(\d+)")
_BOX = re.compile(rb"/MediaBox\s*\[\s*([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s*\]")
_OPENING, _OBJECT_END = re.compile(rb"\[|\]|<<|>>|\bendobj\b"), re.compile(rb"\bendobj\b")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_FLATE = frozenset((b"FlateDecode", b"Fl"))
_INFLATING = _FLATE | {b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL"}


def _check_pdf(data: bytes, source: str, limits: SafetyLimits) -> None:
    total = 0
    at = 0
    outside: list[bytes] = []  # what stands between streams: dictionaries, tables of places
    while (m := _STREAM.search(data, at)) is not None:
        outside.append(data[at:m.start()])
        at = m.end()
        if data[m.start() - 3:m.start()] == b"end":
            continue
        head = data[max(0, m.start() - 4096):m.start()]
        head = head[max(head.rfind(b" obj"), head.rfind(b"endobj"), 0):]
        end = _stream_end(data, at, head)
        grown, text = _check_stream(data[at:end], head, source, limits)
        if text:
            outside.append(text)
        total += grown
        if total > limits.streams * MIB:
            raise _refuse(source, f"nội dung tệp PDF bung ra hơn {limits.streams} MB", ADVICE_SPLIT)
        at = end
    outside.append(data[at:])
    _check_declared(b"\n".join(outside), source, limits)


def _check_stream(data: bytes, head: bytes, source: str, limits: SafetyLimits) -> tuple[int, bytes]:
    """Inflated size of a stream (0 where it cannot be large, or is a picture) and, of an object stream, its text."""
    size = len(data)
    filters = _filters(head)
    packing = [f for f in filters if f in _INFLATING]
    objects = b"/ObjStm" in head
    if not packing:
        return size, data if objects else b""
    picture = b"/Image" in head
    most = (limits.picture if picture else limits.suspect if objects else limits.stream) * MIB
    if picture and _declared_pixels(head) > limits.pixels:
        raise _refuse(source, "tệp PDF chứa ảnh có quá nhiều điểm", "Quét lại ở 300 dpi")
    if size * _DEFLATE ** len(packing) <= limits.suspect * MIB and not objects:
        return 0, b""  # cannot grow large, however it packs
    grown, text = inflated(data, filters, most, keep=objects)
    if grown > most or (not picture and grown > limits.suspect * MIB and grown > limits.ratio * max(size, 1)):
        raise _refuse(source, "một phần của tệp PDF bung ra quá lớn")
    return 0 if picture else grown, text


def _check_declared(data: bytes, source: str, limits: SafetyLimits) -> None:
    """Nesting, page counts, object counts and page sizes as the dictionaries in `data` state them."""
    if _too_deep(data, limits.depth):
        raise _refuse(source, "các đối tượng của tệp PDF lồng nhau quá sâu")
    # Outlines have a /Count as well: it is as suspicious.
    if _PAGES.search(data) and any(len(m[1]) > 9 or int(m[1]) > limits.pages for m in _COUNT.finditer(data)):
        raise _refuse(source, f"tệp PDF khai hơn {limits.pages} trang", ADVICE_SPLIT)
    if any(len(m[1]) > 9 or int(m[1]) > limits.objects for m in _SIZE.finditer(data)):
        raise _refuse(source, f"tệp PDF khai hơn {limits.objects} đối tượng")
    for box in _BOX.finditer(data):
        try:
            x0, y0, x1, y1 = (float(v) for v in box.groups())
        except ValueError:
            continue
        if abs((x1 - x0) * (y1 - y0)) > limits.page_area:
            raise _refuse(source, "tệp PDF có trang quá khổ", "In lại ra PDF khổ A4")


def _too_deep(data: bytes, depth: int) -> bool:
    """Whether arrays or dictionaries open inside one another `depth` times with nothing but names between."""
    if all(part.count(b"[") + part.count(b"<<") <= depth for part in _OBJECT_END.split(data)):
        return False  # no object opens so many at all
    opened = 0
    for m in _OPENING.finditer(data):
        token = m[0]
        if token == b"[" or token == b"<<":
            opened += 1
            if opened > depth:
                return True
        elif token == b"endobj":
            opened = 0
        elif opened:
            opened -= 1
    return False


def _stream_end(data: bytes, at: int, head: bytes) -> int:
    length = _LENGTH.search(head)
    if length is not None and len(length[1]) < 12:
        end = at + int(length[1])
        if data[end:end + 20].lstrip(b"\r\n ").startswith(b"endstream"):
            return end
    end = data.find(b"endstream", at)
    return len(data) if end < 0 else end


def _filters(head: bytes) -> list[bytes]:
    found = _FILTER.search(head)
    return [m[1] for m in _NAME.finditer(found[1])] if found else []


def _declared_pixels(head: bytes) -> int:
    width, height = _WIDTH.search(head), _HEIGHT.search(head)
    if width is None or height is None:
        return 0
    return int(width[1][:12]) * int(height[1][:12])


def inflated(data: bytes, filters: list[bytes], most: int, keep: bool = False) -> tuple[int, bytes]:
    """Size of a PDF stream through its leading Flate filters, counted until `most` is passed; with `keep` also its text.

    Memory stays bounded: one chunk per filter. A filter that is not Flate ends the chain; what stands after it is taken
    to grow by the most it can (LZW 1365 times, run lengths 64 times) only if it comes last."""
    chain: list[zlib._Decompress] = []
    rest = 1
    for name in filters:
        if name in _FLATE and rest == 1:
            chain.append(zlib.decompressobj())
        elif name in (b"LZWDecode", b"LZW"):
            rest *= 8  # what LZW gives on text; its bombs meet the memory limit of the child
        elif name in (b"RunLengthDecode", b"RL"):
            rest *= 64
        elif name in _FLATE:
            rest *= 8
    if not chain:
        return min(len(data) * rest, most + 1) if rest > 1 and len(data) * rest > 64 * MIB else len(data), b""
    size = 0
    kept: list[bytes] = []
    for block in _through(data, chain):
        size += len(block) * rest
        if keep:
            kept.append(block)
        if size > most:
            break
    return size, b"".join(kept)


def _through(data: bytes, chain: list[zlib._Decompress]) -> Iterator[bytes]:
    first, others = chain[0], chain[1:]
    for block in _blocks(data, first):
        if others:
            yield from _through(block, others)
        else:
            yield block


def _blocks(data: bytes, stream: zlib._Decompress) -> Iterator[bytes]:
    try:
        block = stream.decompress(data, _CHUNK)
        while block or stream.unconsumed_tail:
            if block:
                yield block
            if stream.eof or not stream.unconsumed_tail:
                return
            block = stream.decompress(stream.unconsumed_tail, _CHUNK)
    except zlib.error:
        return  # damaged: what came out so far counts
