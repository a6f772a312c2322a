"""Which code and vocabulary made a stored result: hashes over the modules a stage really imports and the data they read.

A change in the outputs re-reads nothing; a changed vocabulary re-runs the normalising of every document, but the parsing
only of formats whose parser uses vocabularies (plain text, whose tables are rebuilt by what their cells can hold).
"""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("pipeline", "extractors", "normalizers")
_IMPORT = re.compile(r"\n[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n]+)|import[ \t]+([\w.]+))")  # a search leaps from line to line
_LIBRARIES = ("pypdfium2", "pdfplumber", "pdfminer.six", "lxml", "python-docx", "pydantic", "rapidfuzz", "numpy", "opencv-python-headless",
              "pillow", "spacy", "underthesea", "vietnamadminunits", "viparse")


def closure(*modules: str) -> tuple[Path, ...]:
    """Source files of the product that the named modules import, at the top or inside functions, themselves included."""
    todo, seen = list(modules), set(modules)
    files: set[Path] = set()
    while todo:
        name = todo.pop()
        path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        if not path.is_file():
            continue
        files.add(path)
        for m in _IMPORT.finditer("\n" + path.read_text(encoding="utf-8")):
            first = m[1] or m[3]
            if first.split(".")[0] not in PACKAGES:
                continue
            found = {first} | {f"{first}.{n}" for n in re.findall(r"\w+", m[2] or "")}
            todo += sorted(found - seen)
            seen |= found
    return tuple(sorted(files))


def _data_files() -> list[Path]:
    return sorted(p for package in ("extractors", "normalizers") for p in (ROOT / package).rglob("*")
                  if p.is_file() and p.suffix not in (".py", ".pyc"))


def data_of(files: tuple[Path, ...]) -> list[Path]:
    """Data files of the packages that one of the modules names."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in files)
    return [p for p in _data_files() if p.name in text]


def _hash(files: tuple[Path, ...], more: tuple[str, ...]) -> str:
    digest = hashlib.sha256("\n".join(more).encode())
    for path in sorted(set(files)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:24]


@lru_cache(maxsize=1)
def environment() -> tuple[str, ...]:
    """What besides our code decides over a result: library versions and which helper programs there are."""
    from importlib.metadata import PackageNotFoundError, version

    out = [platform.python_version(), platform.system()]
    for name in _LIBRARIES:
        try:
            out.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            out.append(f"{name} -")
    out += [f"{program} {shutil.which(program) or '-'}" for program in ("tesseract", "soffice", "libreoffice")]
    return tuple(out)


@lru_cache(maxsize=1)
def plan_version() -> str:
    """Version of a plan record: everything from the file to the record."""
    return _hash((*closure("pipeline.read_one", "pipeline.codec"), *_data_files()), environment())


@lru_cache(maxsize=1)
def parse_version() -> str:
    """Version of a parsed PDF, DOCX, HTML or scan; plain text uses `plan_version`."""
    files = closure("extractors.safety", "extractors.pdf_reader", "extractors.docx_reader", "extractors.html_reader",
                    "extractors.ocr_reader", "extractors.convert", "extractors.legacy_fonts")
    return _hash((*files, ROOT / "extractors" / "open.py", *data_of(files)), environment())
