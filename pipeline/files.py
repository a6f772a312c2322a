"""The files of a run, written whole or not at all: made beside their place, then all renamed; a failed run leaves the one before.

    with Files(out_dir) as files:
        files.put("run.json", data)         # or files.path("x.xlsx") to write there, files.open("y.csv") for a stream
    files.paths                             # what stands in the folder now
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from extractors.errors import OutputError

_WORK = ".dang-ghi"      # new files are completed here, inside the output folder (same file system, one rename each)
_BEFORE = ".truoc-do"    # the files they replace wait here until all renames are done
_DONE = ".da-xong"


class Files:
    """New files of an output folder. `first`: names that `paths` begins with; `folders`: those that a run fills anew.

    At the end of the block all files take their places; after an error none does. Raises OutputError where something
    cannot be written; the files of the run before are then as they were."""

    def __init__(self, out_dir: Path, first: Sequence[str] = (), folders: Sequence[str] = ()) -> None:
        self.out_dir, self.work = out_dir, out_dir / _WORK
        self._first, self._folders = first, folders
        self.names: list[str] = []
        self.paths: list[Path] = []

    def __enter__(self) -> Files:
        try:
            self.out_dir.mkdir(parents=True, exist_ok=True)
            _recover(self.out_dir, self.out_dir / _BEFORE)
            shutil.rmtree(self.work, ignore_errors=True)
            self.work.mkdir()
        except OSError as error:
            raise OutputError(_explain(self.out_dir, error)) from error
        return self

    def path(self, name: str) -> Path:
        """Where to write the file `name` ("/" between folders)."""
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.names.append(name)
        return path

    def put(self, name: str, data: bytes) -> None:
        with self.path(name).open("wb") as file:
            file.write(data)

    def open(self, name: str) -> BinaryIO:
        return self.path(name).open("wb")

    def told(self, name: str) -> dict[str, object]:
        """Size and hash of a file that was written, as datapackage.json tells them."""
        with (self.work / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {"bytes": (self.work / name).stat().st_size, "hash": "sha256:" + digest}

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if error is None:
                names = sorted(self.names, key=lambda n: (self._first.index(n) if n in self._first else len(self._first), n))
                for name in names:
                    _sync(self.work / name)
                _swap(self.out_dir, self.work, self.out_dir / _BEFORE, names, _outdated(self.out_dir, set(names), self._folders), self._folders)
                self.paths = [self.out_dir / name for name in names]
        except OSError as failed:
            raise OutputError(_explain(self.out_dir, failed)) from failed
        finally:
            shutil.rmtree(self.work, ignore_errors=True)
        if isinstance(error, OSError):
            raise OutputError(_explain(self.out_dir, error)) from error


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _outdated(out_dir: Path, files: Collection[str], folders: Sequence[str]) -> list[str]:
    """Files of the run before, in the folders of a run, that this run does not make. A user's own files are none of them:
    run.json lists what a run wrote."""
    try:
        listed = json.loads((out_dir / "run.json").read_text("utf-8"))["files"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return []
    return [name for name in listed if isinstance(name, str) and name not in files and Path(name).parts[:1] in {(f,) for f in folders}
            and ".." not in Path(name).parts and (out_dir / name).is_file()]


def _swap(out_dir: Path, work: Path, before: Path, names: Sequence[str], outdated: Sequence[str], folders: Sequence[str]) -> None:
    """Move every finished file into place, outdated ones away; on failure put back what was there."""
    before.mkdir()
    moved: list[str] = []
    try:
        for name in (*names, *outdated):
            if (out_dir / name).exists():
                (before / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(out_dir / name, before / name)
            moved.append(name)
            if (work / name).exists():
                (out_dir / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(work / name, out_dir / name)
    except OSError:
        for name in moved:
            if (before / name).exists():
                os.replace(before / name, out_dir / name)
            else:
                (out_dir / name).unlink(missing_ok=True)
        shutil.rmtree(before)
        _drop_empty(out_dir, folders)
        raise
    _drop_empty(out_dir, folders)
    for folder in (out_dir, *(out_dir / f for f in folders)):
        if folder.is_dir():
            _sync_folder(folder)
    done = out_dir / _DONE
    shutil.rmtree(done, ignore_errors=True)
    os.replace(before, done)  # from here on the new files are the result, even if the run is killed now
    shutil.rmtree(done, ignore_errors=True)


def _drop_empty(out_dir: Path, folders: Sequence[str]) -> None:
    for name in folders:
        if (out_dir / name).is_dir() and not any((out_dir / name).iterdir()):
            (out_dir / name).rmdir()


def _recover(out_dir: Path, before: Path) -> None:
    """A run killed in the middle of its renames left the older files behind: they go back first."""
    if before.is_dir():
        for path in sorted(p for p in before.rglob("*") if p.is_file()):
            place = out_dir / path.relative_to(before)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, place)
        shutil.rmtree(before)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows cannot open a folder for syncing; the renames are journalled there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _explain(out_dir: Path, error: OSError) -> str:
    where = Path(error.filename).name if error.filename else out_dir.name
    advice = "kiểm tra quyền ghi của thư mục, hoặc chọn thư mục khác bằng --out"
    if error.errno == errno.ENOSPC:
        advice = "đĩa đã đầy: giải phóng dung lượng rồi chạy lại"
    elif isinstance(error, NotADirectoryError | FileExistsError):
        advice = "đường dẫn kết quả là một tệp: chọn thư mục khác bằng --out"
    elif isinstance(error, PermissionError):
        advice = "đóng tệp nếu đang mở trong Excel, kiểm tra quyền ghi của thư mục, hoặc chọn thư mục khác bằng --out"
    return f"{out_dir}: không ghi được “{where}” ({error.strerror or error}); kết quả của lần chạy trước còn nguyên. Cách xử lý: {advice}."
