"""Hostile files made from a seed: bombs, traps, truncations and mutations of valid plans.

    python tests/hostile/generate.py FOLDER [--seed N] [--mutations N]

Every case says what may become of it: the reasons it may be quarantined for, and whether it may also be read as a plan.
"""

from __future__ import annotations

import argparse
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "documents" / "A"
MIB = 1 << 20
NOTHING = frozenset({"empty", "not-a-plan", "needs-ocr", "damaged", "unsupported", "not-a-document"})
LIMITED = frozenset({"too-large", "memory", "timeout"})


@dataclass(frozen=True, slots=True)
class Case:
    """A hostile file; `reasons` it may be quarantined for; `readable`: a plan from it is right, too."""

    name: str
    data: bytes
    reasons: frozenset[str]
    readable: bool = False


# --- PDF -------------------------------------------------------------------------------------------------------------

def pdf(objects: dict[int, bytes], root: int = 1) -> bytes:
    """A PDF of the given object bodies with a correct table of places."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    size = max(objects) + 1
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number in sorted(places):
        out.write(b"%d 1\n%010d 00000 n \n" % (number, places[number]))
    out.write(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start))
    return out.getvalue()


def stream(data: bytes, extra: bytes = b"", filters: bytes = b"/FlateDecode") -> bytes:
    return b"<< /Length %d /Filter %s %s >>\nstream\n%s\nendstream" % (len(data), filters, extra, data)


def repeated(block: bytes, times: int, first: bytes = b"", last: bytes = b"", raw: bool = False) -> bytes:
    """Deflated `first + times * block + last` without packing the block more than once: a full flush makes packed pieces
    independent of what stands before them (RFC 1951). The checksum at the end is that of the last piece: nobody minds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15 if raw else 15)
    head = packer.compress(first) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + piece * times + packer.compress(last) + packer.flush()


def zeros(megabytes: int) -> bytes:
    """Deflated blanks."""
    return repeated(b" " * MIB, megabytes)


def one_page(content: bytes, extra: dict[int, bytes] | None = None, box: bytes = b"0 0 595 842", kids: bytes = b"3 0 R", count: int = 1) -> bytes:
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
                3: b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> "
                   b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>" % box,
                4: content, **(extra or {})})


def pdf_cases() -> Iterator[Case]:
    big = NOTHING | LIMITED
    yield Case("pdf-bomb-one-filter.pdf", one_page(stream(zeros(1400))), frozenset({"too-large"}))
    twice = zlib.compress(zeros(1400), 9)
    yield Case("pdf-bomb-two-filters.pdf", one_page(stream(twice, filters=b"[/FlateDecode /FlateDecode]")), frozenset({"too-large"}))
    yield Case("pdf-bomb-object-stream.pdf", one_page(stream(zlib.compress(b"0 0 m"))) + b"9 0 obj\n" + stream(
        zeros(300), b"/Type /ObjStm /N 1 /First 4") + b"\nendobj\n", frozenset({"too-large"}))
    image = stream(zeros(1200), b"/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 /ColorSpace /DeviceRGB")
    yield Case("pdf-bomb-picture.pdf", one_page(stream(zlib.compress(b"q 595 0 0 842 0 0 cm /X Do Q")), {5: image}), frozenset({"too-large"}))
    forms = {n: stream(zlib.compress(b" ".join([b"/X Do"] * 10)), b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (n + 1))
             for n in range(5, 15)}
    yield Case("pdf-laughs.pdf", one_page(stream(zlib.compress(b"/X Do")), {**forms, 15: stream(zlib.compress(b"0 0 5 5 re f"), b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")}), big)
    loop = pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 /Parent 3 0 R >>",
                3: b"<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>"})
    yield Case("pdf-cyclic-pages.pdf", loop, big)
    kids = dict.fromkeys(range(3, 100003), b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
    listed = b" ".join(b"%d 0 R" % n for n in kids)
    yield Case("pdf-100000-pages.pdf", pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % listed, **kids}),
               frozenset({"too-large"}))
    yield Case("pdf-says-2-billion-pages.pdf", one_page(stream(zlib.compress(b"")), count=2_147_483_647), frozenset({"too-large"}))
    dice = random.Random(1)
    points = b" ".join(b"%d %d l" % (dice.randrange(600), dice.randrange(840)) for _ in range(100_000))
    packed = repeated(points + b" ", 100, b"0 0 m ", b"S")
    yield Case("pdf-10-million-points.pdf", one_page(stream(packed)), frozenset({"too-large"}))
    yield Case("pdf-14400-point-page.pdf", one_page(stream(zlib.compress(b"0 0 14400 14400 re f")), box=b"0 0 14400 14400"), frozenset({"too-large"}))
    yield Case("pdf-deep-arrays.pdf", one_page(stream(zlib.compress(b"")), {5: b"[" * 100_000 + b"]" * 100_000}), frozenset({"too-large"}))
    yield Case("pdf-deep-dictionaries.pdf", one_page(stream(zlib.compress(b"")), {5: b"<< /A " * 50_000 + b">>" * 50_000}), frozenset({"too-large"}))
    yield Case("pdf-deep-content.pdf", one_page(stream(zlib.compress(b"[" * 2_000_000 + b"q " * 1_000_000))), big)
    yield Case("pdf-length-of-itself.pdf", one_page(b"<< /Length 4 0 R /Filter /FlateDecode >>\nstream\nx\nendstream"), big)
    yield Case("pdf-external-file.pdf", one_page(b"<< /Length 0 /F (/etc/passwd) /FFilter /FlateDecode >>\nstream\n\nendstream"), big)
    yield Case("pdf-previous-table-loop.pdf", one_page(stream(zlib.compress(b""))).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"), big)


# --- packages --------------------------------------------------------------------------------------------------------

_TYPES = (b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
          b'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
          b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
_RELS = (b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
         b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: bytes, before: bytes = b"") -> bytes:
    """A DOCX whose document part holds `body`."""
    return _zip_of({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml":
                    b'<?xml version="1.0"?>' + before + b"<w:document " + _W + b"><w:body>" + body + b"</w:body></w:document>"})


def docx_bomb(declared: int) -> bytes:
    """A document part of 1.2 GB that says it has `declared` bytes."""
    part = repeated(b"<w:p/>" * (MIB // 3), 600, b"<w:document " + _W + b"><w:body>", b"</w:body></w:document>", raw=True)
    return _packed({"[Content_Types].xml": _deflated(_TYPES), "_rels/.rels": _deflated(_RELS), "word/document.xml": (part, declared, 0)})


def package_cases() -> Iterator[Case]:
    wrong = NOTHING | {"encrypted"}

    yield Case("docx-bomb.docx", docx_bomb(600 * 2 * MIB), frozenset({"too-large"}))
    yield Case("docx-bomb-that-lies.docx", docx_bomb(5000), frozenset({"damaged"}))
    laughs = (
        "<!DOCTYPE w:document [<!ENTITY a0 \"kế hoạch \">" + "".join(f"<!ENTITY a{n} \"{f'&a{n - 1};' * 10}\">" for n in range(1, 11)) + "]>").encode()
    yield Case("docx-billion-laughs.docx", docx(b"<w:p><w:r><w:t>&a10;</w:t></w:r></w:p>", laughs), wrong | LIMITED)
    outside = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/x">]>'
    yield Case("docx-xxe.docx", docx(b"<w:p><w:r><w:t>&x;&y;</w:t></w:r></w:p>", outside), wrong)
    deep = b"<w:tbl><w:tr><w:tc>" * 3000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 3000
    yield Case("docx-deep-tables.docx", docx(deep), wrong | LIMITED)
    yield Case("docx-wide-table.docx", docx(b"<w:tbl><w:tr>" + b"<w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr><w:p/></w:tc>" * 50 + b"</w:tr></w:tbl>"),
               wrong | LIMITED)
    yield Case("docx-outside-target.docx", docx(b"<w:p/>").replace(b"word/document.xml", b"../../document.xm"), wrong)
    yield Case("zip-overlapping.zip", overlapping(), frozenset({"damaged", "too-large"}))
    yield Case("zip-bomb.zip", _packed({"kế hoạch.txt": (repeated(b" " * MIB, 400, raw=True), 400 * MIB, 0)}), frozenset({"too-large"}))
    yield Case("zip-that-lies.zip", _packed({"kế hoạch.txt": (repeated(b" " * MIB, 1400, raw=True), 5000, 0)}), frozenset({"damaged"}))
    yield Case("zip-20000-entries.zip", _many(20_000), frozenset({"too-large"}))
    inner = _zip_of({"x.txt": b"kh"})
    for _ in range(6):
        inner = _zip_of({"x.zip": inner})
    yield Case("zip-in-zip.zip", inner, frozenset({"too-large"}))
    yield Case("zip-empty.zip", _zip_of({}), wrong | {"not-a-document"})


def _zip_of(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _deflated(data: bytes) -> tuple[bytes, int, int]:
    return zlib.compress(data)[2:-4], len(data), zlib.crc32(data)


def _packed(members: dict[str, tuple[bytes, int, int]]) -> bytes:
    """A ZIP of raw deflated members with the sizes and checksums they are said to have."""
    out, directory = io.BytesIO(), io.BytesIO()
    for name, (data, size, crc) in members.items():
        label = name.encode()
        what = (0x800, 8, 0, 33, crc, len(data), size, len(label))
        directory.write(struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, *what, 0, 0, 0, 0, 0, out.tell()) + label)
        out.write(struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, *what, 0) + label + data)
    start = out.tell()
    out.write(directory.getvalue())
    out.write(struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, len(members), len(members), directory.tell(), start, 0))
    return out.getvalue()


def _many(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n in range(count):
            archive.writestr(zipfile.ZipInfo(f"{n}.txt"), b"")
    return out.getvalue()


def overlapping(entries: int = 200) -> bytes:
    """Entries of the directory that all point to one and the same local entry, as in Fifield's zip bomb."""
    data = zlib.compress(b" " * (4 * MIB), 9)[2:-4]
    crc = zlib.crc32(b" " * (4 * MIB))
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(data), 4 * MIB, 1, 0) + b"a" + data
    directory = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(data), 4 * MIB, len(name), 0, 0, 0, 0, 0, 0) + name
        for name in (b"%d.txt" % n for n in range(entries)))
    return local + directory + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, len(directory), len(local), 0)


# --- the rest --------------------------------------------------------------------------------------------------------

def other_cases(dice: random.Random) -> Iterator[Case]:
    wrong = NOTHING | {"wrong-encoding", "unsupported"}
    yield Case("html-deep.html", b"<html><body>" + b"<div>" * 200_000, wrong | LIMITED)
    yield Case("html-deep-tables.html", b"<html><body>" + b"<table><tr><td>" * 20_000, wrong | LIMITED)
    yield Case("html-wide-span.html", b"<html><body><table>" + b"<tr><td colspan=1000000000 rowspan=1000000000>x" * 50 + b"</table>", wrong | LIMITED, True)
    yield Case("html-laughs.html", b"<!DOCTYPE html [<!ENTITY a \"b\">]><html><body>" + b"&a;" * 100_000, wrong | LIMITED)
    yield Case("html-remote.html", b'<html><body><img src="http://127.0.0.1:9/x"><iframe src="file:///etc/passwd"></iframe></body></html>', wrong)
    yield Case("text-one-line.txt", b"k\xe1\xba\xbf ho\xe1\xba\xa1ch " * 200_000, wrong | LIMITED, True)
    yield Case("text-40-mb.txt", b"- T\xe1\xbb\xb7 l\xe1\xbb\x87 95%\n" * (40 * MIB // 18), frozenset({"too-large"}))
    yield Case("text-only-numbers.txt", b"".join(b"%d. %d%%\n" % (n, n % 100) for n in range(20_000)), wrong | LIMITED, True)
    yield Case("text-markers.txt", (b"1" + b".1" * 20_000 + b" x\n") * 20, wrong | LIMITED, True)
    ihdr = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    idat = b"IDAT" + zlib.compress(bytes(1000))
    chunks = b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (ihdr, idat, b"IEND"))
    yield Case("png-60000-square.png", b"\x89PNG\r\n\x1a\n" + chunks, frozenset({"too-large"}))
    ifd = struct.pack("<H", 2) + struct.pack("<HHIHH", 256, 3, 1, 8, 0) + struct.pack("<HHIHH", 257, 3, 1, 8, 0) + struct.pack("<I", 8)
    yield Case("tiff-loop.tif", b"II*\0" + struct.pack("<I", 8) + ifd, wrong | LIMITED)
    for n, head in enumerate((b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0",
                              b"<html>", b"{\\rtf1 ", b"\xff\xfe")):
        yield Case(f"random-{n}.bin", head + dice.randbytes(20_000), wrong | LIMITED | {"encrypted"})


def truncations() -> Iterator[Case]:
    """Valid files cut at every tenth."""
    for name in ("yen-hoa.pdf", "yen-hoa.docx"):
        data = (SAMPLES / name).read_bytes()
        for tenth in range(1, 10):
            stem, suffix = name.split(".")
            yield Case(f"cut-{tenth}0-{stem}.{suffix}", data[:len(data) * tenth // 10], NOTHING, True)


def mutations(count: int, seed: int) -> Iterator[Case]:
    """Valid PDFs and DOCX with bytes, blocks or numbers changed; parts of a DOCX are changed inside its ZIP as well."""
    any_reason = NOTHING | LIMITED | {"encrypted", "crashed", "wrong-encoding", "unreadable"}
    sources = [(name, (SAMPLES / name).read_bytes()) for name in ("yen-hoa.pdf", "phu-trung.pdf", "yen-hoa.docx", "phu-trung.docx")]
    for n in range(count):
        dice = random.Random(f"{seed}/{n}")
        name, data = sources[n % len(sources)]
        if name.endswith("docx") and n % 8 >= 4:
            data = _mutated_part(data, dice)
        elif name.endswith("docx") or n % 8 < 4:
            data = mutated(data, dice)
        else:
            data = _mutated_streams(data, dice)
        yield Case(f"fuzz-{n:04d}-{name}", data, any_reason, True)


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Some to many changes: bytes, digits, swapped, doubled or dropped blocks."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 3, 10, 40))):
        at = dice.randrange(len(out))
        size = min(dice.choice((1, 4, 64, 1024)), len(out) - at)
        kind = dice.randrange(6)
        if kind == 0:
            out[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            out[at:at + size] = dice.randbytes(size)
        elif kind == 2:
            del out[at:at + size]
        elif kind == 3:
            out[at:at] = out[at:at + size]
        elif kind == 4:
            other = dice.randrange(len(out))
            out[at:at + size] = out[other:other + size]
        else:
            digits = [k for k in range(at, min(at + 400, len(out))) if 48 <= out[k] <= 57]
            if digits:
                out[dice.choice(digits)] = dice.choice(b"0189")
        if not out:
            out = bytearray(b"x")
    return bytes(out)


def _mutated_part(data: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    name = dice.choice(sorted(members))
    if members[name]:
        members[name] = mutated(members[name], dice)
    return _zip_of(members)


def _mutated_streams(data: bytes, dice: random.Random) -> bytes:
    """A PDF with the inflated text of one of its streams changed and packed again (its length no longer fits)."""
    at = -1
    for _ in range(dice.randrange(1, 12)):
        at = data.find(b"stream\n", at + 1) if data.find(b"stream\n", at + 1) >= 0 else at
    end = data.find(b"endstream", at)
    if at < 0 or end < 0:
        return mutated(data, dice)
    try:
        text = zlib.decompress(data[at + 7:end])
    except zlib.error:
        return mutated(data, dice)
    return data[:at + 7] + zlib.compress(mutated(text or b"x", dice)) + b"\n" + data[end:]


def cases(seed: int = 6, fuzz: int = 2000) -> Iterator[Case]:
    """The whole set, each case made when it is asked for."""
    yield from pdf_cases()
    yield from package_cases()
    yield from other_cases(random.Random(seed))
    yield from truncations()
    yield from mutations(fuzz, seed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--mutations", type=int, default=2000)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    for case in cases(args.seed, args.mutations):
        (args.folder / case.name).write_bytes(case.data)


if __name__ == "__main__":
    main()
