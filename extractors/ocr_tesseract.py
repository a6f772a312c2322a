"""Tesseract as a subprocess: images in, words with boxes and confidences out.

Tesseract is used through its command line only (no binding), one thread per process, with a time limit, and reads all
images of one call as pages of a list file, so that its start-up is paid once.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import UnreadableDocument

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LANGUAGE = "vie"
FIGURES = "eng"          # reads figures better (of 219 number cells 8 wrong, none of them sure; vie: 15, 7 sure); comes with Tesseract
SECONDS_PER_CALL = 180
TALLEST = 30_000         # pixels; Tesseract fails on pictures of more than 32,767
_LIGHT = 200             # grey of an empty row at its darkest
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as Tesseract read it: its text, box in pixels (x0, top, x1, bottom) and confidence (0..1).

    `line` numbers the lines of its image in Tesseract's order."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    line: int = 0

    def moved(self, dx: float, dy: float, scale: float = 1.0) -> Word:
        return Word(self.text, self.x0 * scale + dx, self.top * scale + dy,
                    self.x1 * scale + dx, self.bottom * scale + dy, self.confidence, self.line)


def find_tesseract() -> str | None:
    """Path of the tesseract program: DOICHIEU_TESSERACT, the search path, or where Windows installs it; else None."""
    named = os.environ.get("DOICHIEU_TESSERACT")
    if named:
        return named if Path(named).is_file() else None
    found = shutil.which("tesseract")
    if found:
        return found
    for folder in _WINDOWS_FOLDERS:
        base = os.environ.get(folder)
        for sub in ("Tesseract-OCR", "Programs/Tesseract-OCR"):
            if base and (program := Path(base) / sub / "tesseract.exe").is_file():
                return str(program)
    return None


def install_command(program_missing: bool = True, platform: str = sys.platform) -> str:
    """The one command that installs what is missing on this system."""
    if platform == "win32":
        if program_missing:
            return "winget install -e --id UB-Mannheim.TesseractOCR"
        return ('curl -L -o "%ProgramFiles%\\Tesseract-OCR\\tessdata\\vie.traineddata" '
                "https://github.com/tesseract-ocr/tessdata_fast/raw/main/vie.traineddata")
    if platform == "darwin":
        return "brew install tesseract tesseract-lang"
    return "sudo apt-get install -y tesseract-ocr tesseract-ocr-vie"


@lru_cache(maxsize=4)
def languages(program: str) -> frozenset[str]:
    """Languages for which `program` has data; empty when it cannot be run."""
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    out = (done.stdout + done.stderr).decode("utf-8", "replace")
    return frozenset(line.strip() for line in out.splitlines()[1:])


def require_tesseract(source: str) -> str:
    """The program's path; UnreadableDocument(needs-ocr) naming the one install command where it, its Vietnamese data or OpenCV
    is missing."""
    program = find_tesseract()
    if program is None:
        raise UnreadableDocument(source, "needs-ocr", "tài liệu là bản quét, cần Tesseract để nhận dạng chữ",
                                 f"cài bằng lệnh: {install_command()}")
    if LANGUAGE not in languages(program):
        raise UnreadableDocument(source, "needs-ocr", "Tesseract chưa có dữ liệu tiếng Việt (vie)",
                                 f"cài bằng lệnh: {install_command(program_missing=False)}")
    if importlib.util.find_spec("cv2") is None:
        raise UnreadableDocument(source, "needs-ocr", "thiếu gói Python opencv-python-headless để xử lý ảnh quét",
                                 'cài bằng lệnh: python -m pip install "doichieu[ocr]"')
    return program


def read_words(images: Sequence[NDArray[np.uint8]], psm: int, source: str, *, dpi: int = 300,
               language: str = LANGUAGE, seconds: float = SECONDS_PER_CALL) -> list[list[Word]]:
    """Words of each grey image, in Tesseract's reading order.

    `psm` is Tesseract's page segmentation mode (3 page, 6 one block, 11 sparse words); `dpi` the images' resolution,
    `language` the data to read with (Vietnamese is taken where it is not installed).
    Raises UnreadableDocument: needs-ocr (not installed), timeout, crashed.
    """
    import cv2

    if not images:
        return []
    program = require_tesseract(source)
    if language not in languages(program):
        language = LANGUAGE
    out: list[list[Word]] = [[] for _ in images]
    with tempfile.TemporaryDirectory(prefix="doichieu-ocr-") as folder:
        names = []
        parts = [(n, top, part) for n, image in enumerate(images) for top, part in _parts(image)]
        for k, (_, _, image) in enumerate(parts):
            # imencode and a Python write: cv2.imwrite fails on Windows paths that are not ASCII.
            data = cv2.imencode(".png", image, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes()
            (Path(folder) / f"{k}.png").write_bytes(data)
            names.append(f"{k}.png")
        (Path(folder) / "list.txt").write_bytes("".join(f"{name}\n" for name in names).encode("ascii"))
        command = [program, "list.txt", "out", "-l", language, "--psm", str(psm), "--dpi", str(dpi), "tsv"]
        env = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=seconds, check=False,
                                  stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            raise UnreadableDocument(source, "timeout", f"Tesseract không xong trong {seconds:.0f} giây",
                                     "quét lại trang ở độ phân giải 300 dpi") from None
        except OSError as error:
            raise UnreadableDocument(source, "crashed", f"không chạy được Tesseract: {error}") from error
        result = Path(folder) / "out.tsv"
        if done.returncode != 0 or not result.exists():
            tail = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise UnreadableDocument(source, "crashed", f"Tesseract dừng với lỗi: {' '.join(tail)}")
        for page, word in parse_tsv(result.read_text(encoding="utf-8")):
            if 1 <= page <= len(parts):
                n, top, _ = parts[page - 1]
                out[n].append(word.moved(0, top) if top else word)
    return out


def _parts(image: NDArray[np.uint8]) -> list[tuple[int, NDArray[np.uint8]]]:
    """A picture that is too tall for Tesseract cut at empty rows; (top, part) of each."""
    out, top = [], 0
    while image.shape[0] - top > TALLEST:
        half = top + TALLEST // 2
        empty = (image[half : top + TALLEST].min(axis=1) > _LIGHT).nonzero()[0]
        end = half + int(empty[-1]) if len(empty) else top + TALLEST
        out.append((top, image[top:end]))
        top = end
    return [*out, (top, image[top:])]


def parse_tsv(text: str) -> list[tuple[int, Word]]:
    """(page, word) of every word row of Tesseract's TSV; rows without text are left out."""
    out: list[tuple[int, Word]] = []
    line = -1
    key: tuple[str, ...] = ()
    for row in text.splitlines()[1:]:
        parts = row.split("\t", 11)
        if len(parts) < 12 or parts[0] != "5" or not parts[11].strip():
            continue
        if tuple(parts[1:5]) != key:
            key = tuple(parts[1:5])
            line += 1
        x, y, w, h = (float(v) for v in parts[6:10])
        confidence = min(1.0, max(0.0, float(parts[10]) / 100))
        out.append((int(parts[1]), Word(parts[11].strip(), x, y, x + w, y + h, confidence, line)))
    return out
