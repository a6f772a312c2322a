"""What a batch really has to read: files, the members of ZIP archives, each content once.

A member's name is only ever a label: its bytes go to a file named by their own hash. Archives that inflate too far, whose
entries overlap or that nest too deep are refused as a whole, before anything is unpacked.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote

from extractors.errors import UnreadableDocument, UsageError
from extractors.safety import MIB, SafetyLimits, declared_entries, overlapping, understated
from pipeline.inputs import is_input, source_names

_CHUNK = 1 << 20
_DEPTH = 2             # an archive inside an archive, no deeper
_LONGEST_NAME = 200
ADVICE_ARCHIVE = "Giải nén rồi nạp từng văn bản bên trong"
ADVICE_ENCRYPTED = "Tệp nén có mật khẩu: giải nén rồi nạp từng văn bản bên trong"
ADVICE_DAMAGED = "Nén lại hoặc đề nghị nơi gửi gửi lại"
_OFFICE = ("[content_types].xml", "mimetype", "word/document.xml")


@dataclass(frozen=True, slots=True)
class Item:
    """A document of the batch: its name, where its bytes lie and their SHA-256; or why it cannot be had (`trouble`)."""

    source: str
    path: Path | None = None
    sha256: str = ""
    trouble: UnreadableDocument | None = None


def fetch(urls: Iterable[str], folder: Path, limits: SafetyLimits) -> list[Item]:
    """Files at fsspec URLs (`file://`, `s3://`, `memory://`, …; a folder's files with it), copied into `folder`, named by
    their last part. Raises UsageError where a URL cannot be listed or its scheme needs a package that is not there."""
    items: list[Item] = []
    for url in urls:
        try:
            import fsspec
        except ImportError as error:
            raise UsageError(f"{url}: URLs need the extra: pip install 'doichieu[cluster]'") from error
        try:
            # fsspec takes names as they are; what was copied from a browser or file manager has "%C6%B0" for "ư".
            system, root = fsspec.core.url_to_fs(unquote(url) if url.startswith("file:") else url)
            found = [root] if system.isfile(root) else sorted(system.find(root))
        except (OSError, ValueError, ImportError) as error:
            raise UsageError(f"{url}: cannot be listed ({error})") from error
        if not found:
            raise UsageError(f"{url}: no file there")
        for remote in found:
            name = member_label(remote.rsplit("/", 1)[-1])
            if name and is_input(Path(name)):
                items.append(_fetched(system, remote, name, folder, limits))
    return items


def _fetched(system: Any, remote: str, name: str, folder: Path, limits: SafetyLimits) -> Item:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if int(system.size(remote) or 0) > limits.file * MIB:
            return Item(name, trouble=UnreadableDocument(name, "too-large", f"tệp lớn hơn {limits.file} MB", ADVICE_ARCHIVE))
        with system.open(remote, "rb") as stream:
            stored, sha256 = _keep(stream, folder)
    except OSError as error:
        return Item(name, trouble=UnreadableDocument(name, "unreadable", str(error.strerror or error), "Kiểm tra quyền đọc tệp"))
    return Item(name, stored, sha256)


def gather(paths: Iterable[Path], folder: Path, limits: SafetyLimits, fetched: Iterable[Item] = ()) -> list[Item]:
    """Every document of the given files and of those already `fetched`, in source order, archives unpacked into `folder`.
    Source names are unique."""
    listed = list(paths)
    names = source_names(listed)
    items: list[Item] = []
    for item in fetched:
        items += _members(item.path, item.source, folder, limits, 1) if item.path is not None and is_archive(item.path) else [item]
    for path in listed:
        try:
            if is_archive(path):
                items += _members(path, names[path], folder, limits, 1)
            else:
                items.append(Item(names[path], path, sha256_of(path)))
        except OSError as error:
            items.append(Item(names[path], trouble=UnreadableDocument(
                names[path], "unreadable", str(error.strerror or error), "Kiểm tra quyền đọc tệp")))
    taken: set[str] = set()
    unique = []
    for item in items:
        # A name in another system's encoding has bytes that are no letters; nothing could be written about it.
        source = item.source.encode("utf-8", "replace").decode("utf-8")
        while source in taken:
            source += "_"
        taken.add(source)
        unique.append(item if source == item.source else Item(source, item.path, item.sha256, item.trouble))
    return sorted(unique, key=lambda i: i.source)


def member(path: Path, source: str, wanted: str, folder: Path, limits: SafetyLimits) -> Item | None:
    """The document `wanted` of an archive whose source name is `source`, alone unpacked into `folder`; None where the archive has
    none of that name. What is wrong with an archive that it would be in is told by an item of the archive's name."""
    found = _members(path, source, folder, limits, 1, wanted)
    return next((item for item in found if item.source == wanted or (item.trouble and wanted.startswith(f"{item.source}/"))), None)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's content, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for chunk in iter(lambda: stream.read(_CHUNK), b""):
            digest.update(chunk)
    return digest.hexdigest()


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP archive of documents, and no document that is itself a ZIP (DOCX, XLSX, ODT)."""
    with path.open("rb") as stream:
        if stream.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
            return False
    if _entries_said(path) > SafetyLimits().entries:
        return True  # refused later, by the number of its entries
    try:
        with zipfile.ZipFile(path) as archive:
            names = {n.lower() for n in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, UnicodeDecodeError):
        return False  # damaged: the readers say how
    return bool(names) and not any(n in names for n in _OFFICE)


def _entries_said(path: Path) -> int:
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - 66_000))
        return declared_entries(stream.read())


def _members(path: Path, source: str, folder: Path, limits: SafetyLimits, depth: int, only: str = "") -> Iterator[Item]:
    try:
        _refuse_bomb(path, source, limits, depth)
    except UnreadableDocument as error:
        yield Item(source, sha256=sha256_of(path), trouble=error)
        return
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            name = member_name(entry)
            if entry.is_dir() or not name or not is_input(Path(name)) or name.startswith("__MACOSX/"):
                continue
            label = f"{source}/{name}"
            if only and only != label and not only.startswith(f"{label}/"):
                continue
            try:
                stored, sha256 = _unpack(archive, entry, label, folder)
            except UnreadableDocument as error:
                yield Item(label, trouble=error)
                continue
            if is_archive(stored):
                yield from _members(stored, label, folder, limits, depth + 1, only)
            else:
                yield Item(label, stored, sha256)


def _refuse_bomb(path: Path, source: str, limits: SafetyLimits, depth: int) -> None:
    if depth > _DEPTH:
        raise UnreadableDocument(source, "too-large", "tệp nén lồng trong tệp nén quá sâu", ADVICE_ARCHIVE)
    if _entries_said(path) > limits.entries:
        raise UnreadableDocument(source, "too-large", f"tệp nén có hơn {limits.entries} mục", ADVICE_ARCHIVE)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, UnicodeDecodeError) as error:
        raise UnreadableDocument(source, "damaged", f"tệp nén bị hỏng ({error})", ADVICE_DAMAGED) from error
    if len(entries) > limits.entries or sum(e.file_size for e in entries) > limits.archive * MIB:
        raise UnreadableDocument(source, "too-large", f"tệp nén có hơn {limits.entries} mục hoặc bung ra hơn {limits.archive} MB", ADVICE_ARCHIVE)
    for e in entries:
        if e.file_size > limits.file * MIB or (e.file_size > limits.suspect * MIB and e.file_size > limits.ratio * e.compress_size):
            raise UnreadableDocument(source, "too-large", "tệp nén chứa tệp bung ra quá lớn", ADVICE_ARCHIVE)
    if overlapping(entries):
        raise UnreadableDocument(source, "damaged", "các mục của tệp nén chồng lên nhau", ADVICE_DAMAGED)


def member_name(entry: zipfile.ZipInfo) -> str:
    """A member's name as a label: proper Vietnamese letters, no drive, root or parent folders, nothing unprintable.

    Archivers that do not mark names as UTF-8 write the system's code page: UTF-8 (macOS) or windows-1258 (Windows)."""
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp1258"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return member_label(name)


def member_label(name: str) -> str:
    """Any name as a label of at most 200 characters, with "/" between its parts."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/")
    name = "".join(c for c in name if c.isprintable() and c not in ':*?"<>|')
    parts = [p for p in name.split("/") if p.strip(" .")]
    return "/".join(parts)[-_LONGEST_NAME:].lstrip("/")


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, label: str, folder: Path) -> tuple[Path, str]:
    """A member's bytes in a file named by their hash, and the hash."""
    if entry.flag_bits & 1:
        raise UnreadableDocument(label, "encrypted", "tệp nén có mật khẩu", ADVICE_ENCRYPTED)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableDocument(label, "unsupported", "tệp nén bằng phương pháp lạ", ADVICE_ARCHIVE)
    try:
        if _lies(archive, entry):
            raise zipfile.BadZipFile("khai sai độ lớn")
        with archive.open(entry) as stream:
            return _keep(stream, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error) as error:
        raise UnreadableDocument(label, "damaged", f"tệp trong tệp nén bị hỏng ({error})", ADVICE_DAMAGED) from error


def _lies(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a member inflates to more than it declares; the archive is mapped, not read."""
    with open(str(archive.filename), "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return understated(whole, entry)


def _keep(stream: IO[bytes], folder: Path) -> tuple[Path, str]:
    """A stream's bytes in a file of `folder` named by their hash, and the hash."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    part = folder / "part"
    with part.open("wb") as out:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            out.write(chunk)
    stored = folder / digest.hexdigest()
    os.replace(part, stored)
    return stored, digest.hexdigest()
