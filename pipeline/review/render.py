"""Page pictures with a record's place outlined, drawn by a child process that may hang or crash without harm to the desk."""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import struct
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from extractors.document import Box
from extractors.errors import DoichieuError

_SECONDS = 30.0
_KEPT = 48
_DPI = 140
_MEMORY = 3 << 30
_IMAGES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif"})


class NoPicture(DoichieuError):
    """A page that cannot be shown, and why (Vietnamese)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a PNG picture, and its size in points, in which places on it are told."""

    png: bytes
    width: float
    height: float


def draw_page(path: Path, page: int, box: Box | None) -> Sheet:
    """A page (1-based) of a PDF or picture file, `box` (points) outlined. Raises what the readers raise."""
    if path.suffix.lower() in _IMAGES:
        return _picture(path, page, box)
    from extractors.pdf_second import render_page

    with tempfile.TemporaryDirectory(prefix="doichieu-") as folder:
        png = render_page(path, page, box, Path(folder) / "page.png", dpi=_DPI).read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    return Sheet(png, width * 72 / _DPI, height * 72 / _DPI)


def _picture(path: Path, page: int, box: Box | None) -> Sheet:
    from PIL import Image, ImageDraw

    from extractors.ocr_image import POINTS, image_pages

    raw = next(p for p in image_pages(path.read_bytes(), path.name) if p.number == page)
    image = Image.fromarray(raw.color)
    scale = raw.dpi / POINTS
    if box is not None:
        ImageDraw.Draw(image).rectangle([v * scale for v in (box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2)], outline=(214, 40, 40),
                                        width=max(2, round(raw.dpi / 60)))
    size = image.width / scale, image.height / scale
    image.thumbnail((1400, 2000))
    out = io.BytesIO()
    image.save(out, format="PNG")
    return Sheet(out.getvalue(), *size)


def _serve(pipe: Connection) -> None:
    """The child: one request after the other, until the pipe closes."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):  # Windows knows no such limit; the time limit holds there, too
        pass
    while True:
        try:
            path, page, box = pipe.recv()
        except EOFError:
            return
        try:
            sheet = draw_page(Path(path), page, box)
            pipe.send((True, (sheet.png, sheet.width, sheet.height)))
        except Exception as error:  # whatever a damaged file brings about: the parent shows it
            pipe.send((False, str(error) or type(error).__name__))


class Renderer:
    """Draws pages, one at a time, and keeps the last ones. Thread-safe."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int, Box | None], Sheet] = OrderedDict()
        self._checked: dict[Path, tuple[int, int, str]] = {}
        self._child: tuple[BaseProcess, Connection] | None = None

    def page(self, path: Path, sha256: str, page: int, box: Box | None = None) -> Sheet:
        """The page of the very file that was read. Raises NoPicture."""
        key = (sha256, page, box)
        with self._lock:
            if key not in self._kept:
                if sha256 and self._hash(path) != sha256:
                    raise NoPicture("Tệp đã bị thay đổi sau lần chạy; chạy lại doichieu run để xem đúng trang.")
                self._kept[key] = self._draw(path, page, box)
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def _hash(self, path: Path) -> str:
        try:
            stat = path.stat()
            known = self._checked.get(path)
            if known is None or known[:2] != (stat.st_size, stat.st_mtime_ns):
                known = (stat.st_size, stat.st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
                self._checked[path] = known
        except OSError as error:
            raise NoPicture(f"Không mở được tệp nguồn ({error.strerror}).") from error
        return known[2]

    def _draw(self, path: Path, page: int, box: Box | None) -> Sheet:
        _, pipe = self._child or self._start()
        try:
            pipe.send((str(path), page, box))
            if not pipe.poll(self._seconds):
                raise NoPicture("Vẽ trang mất quá nhiều thời gian.")
            ok, value = pipe.recv()
        except (EOFError, OSError) as error:
            self.close()
            raise NoPicture("Không vẽ được trang này (tệp hỏng).") from error
        except NoPicture:
            self.close()
            raise
        if not ok:
            raise NoPicture(f"Không vẽ được trang này: {value}")
        return Sheet(bytes(value[0]), float(value[1]), float(value[2]))

    def _start(self) -> tuple[BaseProcess, Connection]:
        context = multiprocessing.get_context("spawn")
        own, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._child = (process, own)
        return self._child

    def close(self) -> None:
        """End the child; the next picture starts a new one."""
        if self._child is not None:
            process, pipe = self._child
            self._child = None
            pipe.close()
            process.kill()
            process.join()
