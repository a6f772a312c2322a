"""Owner cells in letters or fields alone, as a commune's offices write their own names among themselves: "VP, KT, HCC", "VP + KT",
"Kinh tế; Văn hóa - Xã hội"."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from normalizers.text import fold
from normalizers.units import parse_units
from normalizers.values import Unit

_BETWEEN = re.compile(r"\s*(?:[,;+/&\n]|(?<=\s)và(?=\s)|(?<=\s)-(?=\s))\s*")
_LETTERS = re.compile(r"(?<![^\W\d_])[A-ZĐ]{2,}(?![^\W\d_])")
_DASH = re.compile(r"\s*[-–]\s*")
_BETWEEN_FIELDS = re.compile(r"\s*(?:[,;+/&\n]|(?<=\s)và(?=\s))\s*")  # a dash is part of "Văn hóa - Xã hội"
_LONGEST = 80  # characters of a cell in letters


@lru_cache(maxsize=1)
def codes() -> dict[tuple[str, str], str]:
    """Office by its letters and where they mean it: a level ("xã", "phường"), whose plan it is ("UBND", "Đảng ủy"), or "" everywhere."""
    with (Path(__file__).parent / "vocab" / "office_codes.csv").open(encoding="utf-8", newline="") as file:
        return {(row["code"], row["in"]): row["name"] for row in csv.DictReader(file)}


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """First words of the fields among the codes."""
    return frozenset(code.split()[0] for code, _ in codes() if code.islower())


@lru_cache(maxsize=1)
def _fields_open() -> re.Pattern[str]:
    """Where a field may stand in a cell: at its start or behind a mark."""
    return re.compile(rf"(?:^[\s.;,–+*•-]*|[,;+/&\n]\s*|và\s+)(?:{'|'.join(sorted(_first_words()))})(?!\w)")


def offices_in_letters(cell: str, level: str | None, issuer: str | None, commune: str | None = None) -> list[Unit] | None:
    """The offices of a cell in which letters stand for them, other bodies beside them as they are; None for any other cell.

    `level` is that of the plan's commune ("xã", "phường"), `issuer` whose plan it is: elsewhere "KT" may be anything."""
    if not level or issuer not in ("UBND", "Đảng ủy") or len(cell) > _LONGEST:
        return None
    return _in_letters(cell, level, issuer, commune)


@lru_cache(maxsize=2048)  # the same few cells stand in many rows
def _in_letters(cell: str, level: str, issuer: str, commune: str | None) -> list[Unit] | None:
    letters = _LETTERS.search(cell) is not None
    if not letters and _fields_open().search(cell.lower()) is None:
        return None
    pieces = [p for part in _BETWEEN_FIELDS.split(cell.strip(" .;,-–+*•")) if (p := part.strip(" .;,-–+*•"))]
    keys = ("", level, issuer)
    if not any((_field(piece), key) in codes() for piece in pieces if fold(piece.partition(" ")[0]) in _first_words() for key in keys):
        pieces = _pieces(cell) if letters else []
    if not any((code, key) in codes() for piece in pieces for code in _codes(piece) for key in keys):
        return None
    out: dict[str, Unit] = {}
    at = 0
    for piece in pieces:
        at = cell.index(piece, at)
        span = (at, at + len(piece))
        at = span[1]
        name = next((codes()[k] for code in _codes(piece) for key in keys if (k := (code, key)) in codes()), None)
        units = parse_units(name or piece, commune)
        if not units or not all(u.known for u in units):
            return None
        for unit in units:
            out.setdefault(unit.unit_id, replace(unit, raw=piece, span=span))
    return list(out.values())


def _field(piece: str) -> str:
    """A piece as a field's code is written: "VĂN HÓA – XÃ HỘI" as "văn hóa - xã hội"; one printed small is none."""
    return _DASH.sub(" - ", fold(piece)) if piece[0].isupper() else ""


def _codes(piece: str) -> tuple[str, ...]:
    """The codes that a piece may be: its letters, or the words of a field."""
    return (piece.upper(),) if _LETTERS.match(piece) else (_field(piece),)


def _pieces(cell: str) -> list[str]:
    """What stands between the marks of a list; letters with nothing but blanks between them ("VP KT") are apart too."""
    pieces: list[str] = []
    for part in _BETWEEN.split(cell.strip(" .;,-–+*•")):
        words = part.strip(" .;,-–+*•").split()
        pieces += words if all((w, "") in codes() or (len(w) == 2 and _LETTERS.fullmatch(w)) for w in words) else [" ".join(words)]
    return [p for p in pieces if p]
