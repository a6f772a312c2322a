"""The documents of a run on this machine, by source name: files of its folders, and members of archives, unpacked one at a time.

A member's name is only looked up among those that the archive has; its bytes go to a file named by their hash, under the limits that a
run has (`pipeline.incoming`). What is drawn from it is checked against the hash of the bytes that were read.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from extractors.errors import UnreadableDocument
from extractors.safety import SafetyLimits
from pipeline.incoming import is_archive, member
from pipeline.inputs import find_inputs, source_names
from pipeline.review.render import NoPicture

_SUFFIXES = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif"})


class SourceFiles:
    """`folders`: where the documents are; `urls`: whether the run read some from elsewhere. Thread-safe."""

    def __init__(self, folders: Sequence[Path], urls: bool = False) -> None:
        self._folders = folders
        self._urls = urls
        self._lock = threading.Lock()
        self._names: dict[str, Path] | None = None
        self._unpacked: dict[str, Path] = {}
        self._work: Path | None = None

    def path(self, source: str) -> Path:
        """The file of a source name. Raises NoPicture where there is none."""
        with self._lock:
            if self._names is None:
                self._names = {name: file for file, name in source_names(find_inputs(self._folders)).items()} if self._folders else {}
            found = self._names.get(source) or self._unpacked.get(source)
            if found is None:
                found = self._unpacked[source] = self._member(source)
            return found

    def _member(self, source: str) -> Path:
        assert self._names is not None
        for name, file in self._names.items():
            if not source.startswith(f"{name}/"):
                continue
            try:
                if not is_archive(file):
                    continue
                self._work = self._work or Path(tempfile.mkdtemp(prefix="doichieu-"))
                item = member(file, name, source, self._work, SafetyLimits())
            except (UnreadableDocument, OSError) as error:
                raise NoPicture(f"Không mở được tệp nén “{name}” ({error}).") from error
            if item is not None and item.trouble is not None:
                raise NoPicture(f"Không lấy được tài liệu trong tệp nén “{name}”: {item.trouble}")
            if item is not None and item.path is not None:
                suffix = Path(source).suffix.lower()
                stored = item.path.with_suffix(suffix if suffix in _SUFFIXES else ".pdf")
                item.path.replace(stored)
                return stored
        if self._urls:
            raise NoPicture("Tài liệu này được đọc từ một địa chỉ mạng (URL), không còn trên máy. Tải tệp về một thư mục rồi mở bàn hiệu đính với --from THƯ-MỤC.")
        raise NoPicture("Không thấy tệp nguồn; mở bàn hiệu đính với --from THƯ-MỤC chứa các kế hoạch.")

    def close(self) -> None:
        """Remove what was unpacked."""
        with self._lock:
            if self._work is not None:
                shutil.rmtree(self._work, ignore_errors=True)
            self._work = None
            self._unpacked.clear()
