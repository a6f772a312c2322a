"""Files are recognised by content; each kind goes to its reader or ends with a reason and an advice."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import types
import unicodedata
import zipfile
from pathlib import Path

import pytest

from extractors import convert
from extractors import open as reading
from extractors.document import Block, Document, Line, Note, Place
from extractors.errors import UnreadableDocument
from extractors.open import open_document, recognise
from tests.docx_build import make_docx, p, tbl, tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, blob in files.items():
            archive.writestr(name.replace("__", "/"), blob)
    return out.getvalue()


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0" * 64


KINDS = [
    ("pdf", b"%PDF-1.7\n"), ("pdf", b"\r\n junk before" + b" " * 600 + b"%PDF-1.4\n"), ("docx", make_docx(p("x"))), ("docx", make_docx(p("x"), strict=True)),
    ("docx", make_docx(p("x" * 9000))[:900]), ("xlsx", zipped(xl__workbook=b"x")), ("pptx", zipped(ppt__presentation=b"x")),
    ("odt", zipped(mimetype=b"application/vnd.oasis.opendocument.text")), ("zip", zipped(a=b"x")), ("zip", b"PK\x03\x04 cut"),
    ("doc", ole("WordDocument")), ("encrypted-office", ole("EncryptedPackage")), ("xls", ole("Workbook")), ("ppt", ole("PowerPoint Document")), ("ole", OLE),
    ("rtf", b"{\\rtf1\\ansi x}"), ("image", b"\xff\xd8\xff\xe0"), ("image", b"\x89PNG\r\n\x1a\n"), ("image", b"II*\0aaaa"), ("image", b"MM\0*aaaa"),
    ("image", b"BM" + (200).to_bytes(4, "little") + b"\0" * 194), ("text", "BM là chữ viết tắt của biên mục, không phải ảnh bitmap đâu nhé.".encode()),
    ("html", b"<!DOCTYPE html><html><body>x"), ("html", "\ufeff<html><p>x".encode()), ("html", "<html><p>x</p></html>".encode("utf-16")),
    ("html", b"<html xmlns:o='urn:x'>"), ("html", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--B\r\nContent-Type: text/html\r\n"),
    ("text", "KẾ HOẠCH\nTriển khai <p> trong văn bản".encode()), ("text", "Kế hoạch".encode("utf-16")), ("text", "Kế hoạch năm 2026".encode("utf-16-le")),
    ("zip", b"Rar!\x1a\x07\0"), ("photo", b"\0\0\0\x18ftypheic\0\0"), ("photo", b"RIFF\0\0\0\0WEBPVP8 "), ("image", b"GIF89a"),
    ("word-xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x">'),
    ("word-xml", b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">'), ("binary", b'<?xml version="1.0"?><svg/>'),
    ("html", b'<?xml version="1.0"?><html xmlns="x"><body>'),
    ("empty", b""), ("empty", b" \r\n\0"), ("binary", bytes(range(1, 32)) * 40),
]


@pytest.mark.parametrize(("kind", "data"), KINDS)
def test_recognised_by_content(kind: str, data: bytes) -> None:
    assert recognise(data) == kind


def put(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def fake(monkeypatch: pytest.MonkeyPatch, module: str, function: str, result: Document | Exception) -> list[str]:
    """Puts a reader in the place of `extractors.<module>`; the list tells the sources it was called with."""
    calls: list[str] = []

    def reader(first: object, source: str, **options: object) -> Document:
        calls.append(source)
        if isinstance(result, Exception):
            raise result
        return result

    stand_in = types.ModuleType(f"extractors.{module}")
    setattr(stand_in, function, reader)
    monkeypatch.setitem(sys.modules, f"extractors.{module}", stand_in)
    return calls


def doc(text: str = "chữ", kind: str = "pdf") -> Document:
    return Document("?", kind, [Line(text, Place())] if text else [])  # type: ignore[arg-type]


def test_docx_whatever_its_name(tmp_path: Path) -> None:
    data = make_docx(p("MỤC TIÊU") + tbl(tr("TT", "Việc", "Ai"), tr("1", "A", "X")))
    read = open_document(put(tmp_path, "kế hoạch.pdf", data))
    assert (read.format, read.source, read.sha256) == ("docx", "kế hoạch.pdf", hashlib.sha256(data).hexdigest())
    assert [line.number for line in read.lines()] == list(range(7))


def test_source_is_the_file_name_in_nfc_or_as_given(tmp_path: Path) -> None:
    path = put(tmp_path, unicodedata.normalize("NFD", "kế hoạch.docx"), make_docx(p("x")))
    assert open_document(path).source == "kế hoạch.docx"
    assert open_document(path, source="hồ sơ/1.docx").source == "hồ sơ/1.docx"


def test_html(tmp_path: Path) -> None:
    assert open_document(put(tmp_path, "a.doc", b"<html><body><p>x</p></body></html>")).format == "html"


def test_pdf_and_text_go_to_their_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = fake(monkeypatch, "pdf_reader", "read_pdf", doc())
    text = fake(monkeypatch, "text_reader", "read_text", doc(kind="text"))
    assert open_document(put(tmp_path, "a.docx", b"%PDF-1.7\n")).format == "pdf"
    assert open_document(put(tmp_path, "b.pdf", "KẾ HOẠCH".encode())).format == "text"
    assert (pdf, text) == (["a.docx"], ["b.pdf"])


def test_scanned_pdf_is_read_by_ocr_where_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, "pdf_reader", "read_pdf", UnreadableDocument("a.pdf", "needs-ocr", "bản quét", "cài tesseract"))
    scan = fake(monkeypatch, "ocr_reader", "read_scan", doc(kind="scan"))
    path = put(tmp_path, "a.pdf", b"%PDF-1.7\n")
    assert open_document(path).format == "scan" and scan == ["a.pdf"]
    with pytest.raises(UnreadableDocument) as caught:
        open_document(path, ocr=False)
    assert caught.value.reason == "needs-ocr" and scan == ["a.pdf"]


def mixed(monkeypatch: pytest.MonkeyPatch, pages: dict[int, object] | Exception) -> None:
    """A PDF of four pages; 1 and 4 have no text at all, 3 has a worthless text layer."""
    blocks: list[Block] = [Line("hai", Place(page=2)), Line("rác", Place(page=3))]
    notes = [Note("page-needs-ocr", "trang quét", Place(page=n)) for n in (1, 3, 4)]
    fake(monkeypatch, "pdf_reader", "read_pdf", Document("?", "pdf", blocks, pages=4, notes=notes))
    sys.modules["extractors.pdf_reader"].build_document = (  # type: ignore[attr-defined]
        lambda pages, source, count: Document(source, "pdf", [block for page in pages for block in page]))
    layout = types.ModuleType("extractors.ocr_page")
    layout.add_aligned = lambda page, before: None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "extractors.ocr_page", layout)

    def read_scan_pages(data: bytes, source: str, numbers: list[int]) -> list[object]:
        assert numbers == [1, 3, 4]
        if isinstance(pages, Exception):
            raise pages
        return list(pages.values())

    module = types.ModuleType("extractors.ocr_reader")
    module.read_scan_pages = read_scan_pages  # type: ignore[attr-defined]
    module.notes_of = lambda read: [Note("ocr-unsure", "x")]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "extractors.ocr_reader", module)


def scanned(text: str, page: int) -> types.SimpleNamespace:
    return types.SimpleNamespace(number=page, words=len(text.split()), page=[Line(text, Place(page=page))])


def test_scanned_pages_of_a_pdf_are_put_in_their_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed(monkeypatch, {1: scanned("một", 1), 3: scanned("ba", 3), 4: scanned("", 4)})
    read = open_document(put(tmp_path, "a.pdf", b"%PDF-1.7\n"))
    assert [x.text for x in read.lines()] == ["một", "hai", "ba"]
    assert [(n.kind, n.place.page if n.place else None) for n in read.notes] == [
        ("page-needs-ocr", 4), ("page-ocr", 1), ("page-ocr", 3), ("ocr-unsure", None)]


@pytest.mark.parametrize("ocr", [True, False])
def test_scanned_pages_stay_noted_without_ocr(ocr: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed(monkeypatch, UnreadableDocument("a.pdf", "needs-ocr", "chưa cài Tesseract"))
    read = open_document(put(tmp_path, "a.pdf", b"%PDF-1.7\n"), ocr=ocr)
    assert [x.text for x in read.lines()] == ["hai", "rác"]
    assert [n.kind for n in read.notes] == ["page-needs-ocr"] * 3


def test_other_pdf_errors_are_not_taken_for_scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, "pdf_reader", "read_pdf", UnreadableDocument("a.pdf", "encrypted", "mật khẩu"))
    scan = fake(monkeypatch, "ocr_reader", "read_scan", doc(kind="scan"))
    with pytest.raises(UnreadableDocument, match="mật khẩu"):
        open_document(put(tmp_path, "a.pdf", b"%PDF-1.7\n"))
    assert scan == []


def test_pictures_are_scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = fake(monkeypatch, "ocr_reader", "read_scan", doc(kind="scan"))
    path = put(tmp_path, "trang 1.txt", b"\xff\xd8\xff\xe0 jpeg")
    assert open_document(path).format == "scan" and scan == ["trang 1.txt"]
    with pytest.raises(UnreadableDocument) as caught:
        open_document(path, ocr=False)
    assert caught.value.reason == "needs-ocr"


def test_text_in_a_legacy_font_is_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    legacy = ("KÕ ho¹ch ph¸t triÓn kinh tÕ, v¨n ho¸, x· héi; thùc hiÖn nhiÖm vô chuyÓn ®æi sè, c¶i c¸ch hµnh chÝnh, "
              "b¶o ®¶m an ninh trªn ®Þa bµn x· n¨m 2026")
    fake(monkeypatch, "text_reader", "read_text", doc(legacy, "text"))
    read = open_document(put(tmp_path, "a.txt", b"x"))
    assert [x.text for x in read.lines()] == ["Kế hoạch phát triển kinh tế, văn hoá, xã hội; thực hiện nhiệm vụ chuyển đổi số, "
                                              "cải cách hành chính, bảo đảm an ninh trên địa bàn xã năm 2026"]
    assert [n.kind for n in read.notes] == ["legacy-font"]


REFUSED = [
    ("empty", b""), ("empty", make_docx(p())), ("empty", b"<html><body></body></html>"), ("unsupported", zipped(xl__workbook=b"x")),
    ("unsupported", zipped(ppt__presentation=b"x")), ("unsupported", zipped(a=b"x")), ("unsupported", ole("Workbook")), ("unsupported", OLE),
    ("unsupported", b"RIFF\0\0\0\0WEBPVP8 "), ("encrypted", ole("EncryptedPackage")), ("not-a-document", bytes(range(1, 32)) * 40), ("damaged", make_docx(p("x" * 9000))[:900]),
]


@pytest.mark.parametrize(("reason", "data"), REFUSED)
def test_refusals_have_a_reason_and_an_advice(reason: str, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(put(tmp_path, "a.docx", data))
    assert (caught.value.reason, caught.value.source) == (reason, "a.docx")
    assert caught.value.advice


def test_word_file_of_pasted_pages_says_so(tmp_path: Path) -> None:
    page = ('<w:p><w:r><w:drawing><wp:inline><wp:extent cx="6000000" cy="8000000"/><a:graphic><a:blip/></a:graphic></wp:inline>'
            '</w:drawing></w:r></w:p>')
    with pytest.raises(UnreadableDocument) as caught:
        open_document(put(tmp_path, "a.docx", make_docx(page)))
    assert caught.value.reason == "empty" and "PDF" in caught.value.advice


OLD_WORD = [ole("WordDocument"), b"{\\rtf1\\ansi x}", b'<?xml version="1.0"?><w:wordDocument/>', zipped(mimetype=b"application/vnd.oasis.opendocument.text")]


@pytest.mark.parametrize("data", OLD_WORD)
def test_old_word_files_without_libreoffice(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "find_office", lambda: None)
    with pytest.raises(UnreadableDocument) as caught:
        open_document(put(tmp_path, "a.doc", data))
    assert caught.value.reason == "unsupported" and "DOCX" in caught.value.advice


def office(monkeypatch: pytest.MonkeyPatch, result: bytes | Exception | None) -> list[list[str]]:
    commands: list[list[str]] = []

    def run(command: list[str], folder: str, seconds: float) -> tuple[int, str]:
        commands.append(command)
        assert seconds > 0
        if isinstance(result, Exception):
            raise result
        if result is not None:
            (Path(command[command.index("--outdir") + 1]) / "in.docx").write_bytes(result)
        return (0, "") if result else (77, "lỗi nạp tệp")

    monkeypatch.setattr(convert, "find_office", lambda: "soffice")
    monkeypatch.setattr(convert, "run", run)
    return commands


@pytest.mark.parametrize("data", OLD_WORD)
def test_old_word_files_through_libreoffice(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = office(monkeypatch, make_docx(p("KẾ HOẠCH")))
    read = open_document(put(tmp_path, "a.doc", data))
    assert [x.text for x in read.lines()] == ["KẾ HOẠCH"]
    assert read.sha256 == hashlib.sha256(data).hexdigest()
    assert any(part.startswith("-env:UserInstallation=file:") for part in commands[0]) and "--headless" in commands[0]


@pytest.mark.parametrize(("result", "reason"), [
    (None, "damaged"), (subprocess.TimeoutExpired("soffice", 1), "timeout"), (PermissionError(13, "không được phép"), "unsupported")])
def test_libreoffice_failures(result: Exception | None, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(monkeypatch, result)
    with pytest.raises(UnreadableDocument) as caught:
        open_document(put(tmp_path, "a.rtf", b"{\\rtf1 x}"))
    assert caught.value.reason == reason and caught.value.advice


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    import psutil

    hang = "import os; r, w = os.pipe(); os.read(r, 1)"
    parent = f"import subprocess, sys; c = subprocess.Popen([sys.executable, '-c', {hang!r}]); open('pid', 'w').write(str(c.pid)); {hang}"
    with pytest.raises(subprocess.TimeoutExpired):
        convert.run([sys.executable, "-c", parent], str(tmp_path), 2.0)
    child = int((tmp_path / "pid").read_text(encoding="utf-8"))
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_a_programs_exit_code_and_words_come_back(tmp_path: Path) -> None:
    assert convert.run([sys.executable, "-c", "import sys; sys.stderr.write('x'); sys.exit(3)"], str(tmp_path), 60) == (3, "x")
    with pytest.raises(OSError):
        convert.run([str(tmp_path / "missing")], str(tmp_path), 60)


def test_libreoffice_is_found_by_its_name_or_by_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = put(tmp_path, "soffice", b"")
    monkeypatch.setenv("DOICHIEU_SOFFICE", str(program))
    assert convert.find_office() == str(program)
    monkeypatch.setenv("DOICHIEU_SOFFICE", str(tmp_path / "missing"))
    assert convert.find_office() is None
    monkeypatch.delenv("DOICHIEU_SOFFICE")
    monkeypatch.setattr(convert.shutil, "which", lambda name: "/opt/office" if name == "libreoffice" else None)
    assert convert.find_office() == "/opt/office"


def test_too_large_a_file_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(UnreadableDocument) as caught:
        open_document(put(tmp_path, "a.pdf", b"%PDF-1.7 long enough"))
    assert caught.value.reason == "too-large" and caught.value.advice


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_document(tmp_path / "none.docx")
