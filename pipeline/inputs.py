"""What there is to read: the files below the given paths, in a stable order, without lock files and notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from extractors.errors import UsageError

_SKIPPED_NAMES = {"thumbs.db", "desktop.ini", "corrections.jsonl", "vocabulary.csv"}
_SKIPPED_STARTS = ("readme", "~$", ".")


def is_input(path: Path) -> bool:
    """Whether a file is meant as a document: no README, Office lock file, hidden or own working file."""
    name = path.name.lower()
    return not name.startswith(_SKIPPED_STARTS) and name not in _SKIPPED_NAMES


def find_inputs(paths: Iterable[Path]) -> list[Path]:
    """Files to read, each once, ordered by name in NFC then by path. Raises UsageError for a path that is not there."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for child in sorted(path.rglob("*")):
                if child.is_file() and is_input(child) and not any(p.startswith(".") for p in child.relative_to(path).parts):
                    found.setdefault(child)
        elif path.is_file():
            found.setdefault(path)
        else:
            raise UsageError(f"{path}: no such file or folder. Give the folder that holds the plans, for example: doichieu run data/raw")
    return sorted(found, key=lambda p: (unicodedata.normalize("NFC", p.name), str(p)))


def source_names(paths: list[Path]) -> dict[Path, str]:
    """A source name for each file: its NFC file name, with enough of its folder where two files share one."""
    names: dict[Path, str] = {}
    taken: dict[str, int] = {}
    for path in paths:
        name = unicodedata.normalize("NFC", path.name)
        taken[name] = taken.get(name, 0) + 1
    for path in paths:
        name = unicodedata.normalize("NFC", path.name)
        if taken[name] > 1:
            name = unicodedata.normalize("NFC", "/".join(path.parts[-2:]))
        while name in names.values():
            name += "_"
        names[path] = name
    return names
