"""Old Word files (.doc, .rtf, .odt) → DOCX through LibreOffice, where it is installed; its profile is a throw-away one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from extractors.errors import UnreadableDocument

TIMEOUT_SECONDS = 120
ADVICE_SAVE_AS = "Mở tệp bằng Word, chọn Save As (Lưu thành) kiểu DOCX rồi nạp lại; hoặc cài LibreOffice để chương trình tự chuyển"


def find_office() -> str | None:
    """Path of LibreOffice's program, None where it is not installed. DOICHIEU_SOFFICE names another one."""
    named = os.environ.get("DOICHIEU_SOFFICE")
    if named:
        return named if Path(named).is_file() else None
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    for folder in (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)"), "/Applications/LibreOffice.app/Contents/MacOS"):
        if folder:
            for candidate in (Path(folder) / "LibreOffice" / "program" / "soffice.exe", Path(folder) / "soffice"):
                if candidate.is_file():
                    return str(candidate)
    return None


def to_docx(data: bytes, suffix: str, source: str) -> bytes:
    """The file as DOCX. `suffix` is what the content is (".doc", ".rtf", ".odt").

    Raises UnreadableDocument: `unsupported` without LibreOffice, `timeout` or `damaged` where it fails.
    """
    office = find_office()
    kind = suffix.lstrip(".").upper()
    if office is None:
        raise UnreadableDocument(source, "unsupported", f"tệp {kind} cần LibreOffice để đọc, máy này chưa cài", ADVICE_SAVE_AS)
    with tempfile.TemporaryDirectory(prefix="doichieu-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        given = root / f"in{suffix}"
        given.write_bytes(data)
        out = root / "out"
        out.mkdir()
        command = [office, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
                   f"-env:UserInstallation={(root / 'profile').as_uri()}", "--convert-to", "docx:MS Word 2007 XML",
                   "--outdir", str(out), str(given)]
        try:
            code, said = run(command, folder, TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired as exc:
            raise UnreadableDocument(source, "timeout", f"LibreOffice không chuyển xong tệp {kind} trong {TIMEOUT_SECONDS} giây",
                                     ADVICE_SAVE_AS) from exc
        except OSError as exc:
            raise UnreadableDocument(source, "unsupported", f"không chạy được LibreOffice ({exc.strerror})", ADVICE_SAVE_AS) from exc
        made = out / "in.docx"
        if not made.is_file():
            why = said.strip().splitlines()[-1:] or [f"mã lỗi {code}"]
            raise UnreadableDocument(source, "damaged", f"LibreOffice không chuyển được tệp {kind} ({why[0]})", ADVICE_SAVE_AS)
        return made.read_bytes()


def run(command: list[str], folder: str, seconds: float) -> tuple[int, str]:
    """Exit code and error text of a program run in `folder`. Raises OSError where it cannot start, and TimeoutExpired
    after `seconds`; then its child processes are ended too (soffice is a launcher: its child would go on)."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder) as process:
        try:
            _, error = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process.pid)
            raise
        return process.returncode, error.decode("utf-8", "replace")


def _end(pid: int) -> None:
    import psutil

    try:
        root = psutil.Process(pid)
        family = [*root.children(recursive=True), root]
    except psutil.NoSuchProcess:
        return
    for member in family:
        try:
            member.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(family[:-1], timeout=5)  # the program itself is waited for by who started it
