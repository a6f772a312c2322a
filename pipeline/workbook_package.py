"""The package of the workbook: its files by themselves, then the ZIP archive of them, which another process can make.

Two thirds of what it takes to end a workbook is deflating.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

_WRITTEN = (1980, 1, 31, 0, 0, 0, 0, 0, -1)  # the time of every file in the archive, XlsxWriter's


def loose_book(folder: Path, options: Mapping[str, Any]) -> Any:
    """XlsxWriter's workbook, but `close` leaves its files in `folder` and makes no archive: `pieces` tells path and name of each."""
    from xlsxwriter.packager import Packager
    from xlsxwriter.workbook import Workbook

    class Loose(Packager):  # type: ignore[misc]
        def _create_package(self) -> list[Any]:
            book.pieces = [(path, name) for path, name, _ in super()._create_package()]
            return []

    class Book(Workbook):  # type: ignore[misc]
        pieces: list[tuple[str, str]]

        def _get_packager(self) -> Packager:
            return Loose()

    book = Book(BytesIO(), {**options, "tmpdir": str(folder)})
    return book


def zip_workbook(pieces: Iterable[tuple[str, str]], file: Path | BinaryIO) -> None:
    """The archive of a workbook's files, as XlsxWriter makes it. The files stay: whoever makes it again needs them."""
    written = time.mktime(_WRITTEN)
    with ZipFile(file, "w", compression=ZIP_DEFLATED, allowZip64=True) as archive:
        for path, name in pieces:
            os.utime(path, (written, written))
            archive.write(path, name)
