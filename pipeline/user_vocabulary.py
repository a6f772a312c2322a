"""The user's vocabulary: `vocabulary.csv` beside the plans, unit aliases and indicator matches that every next run uses.

Columns: kind (`unit` or `indicator`), wording, id ("-": none of the catalogue), name, correction (the id of the correction that
a row comes from). Rows that a user wrote, or that came with the file from another folder, are kept as they are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import OutputError, UsageError
from normalizers.indicator_text import key
from normalizers.indicators import PROVISIONAL, catalogue
from normalizers.text import fold
from normalizers.unit_vocab import vocabulary
from pipeline.corrections import Correction, active
from pipeline.csv_io import csv_bytes, csv_reader, text_of_csv

NAME = "vocabulary.csv"
COLUMNS = ("kind", "wording", "id", "name", "correction")
_NOTHING = "-"
_PROVISIONAL_ID = re.compile(rf"{PROVISIONAL}[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the vocabulary."""

    kind: str
    wording: str
    id: str
    name: str = ""
    correction: str = ""


def read_vocabulary(path: Path) -> list[Row]:
    """The rows of a file; none where there is no file. Comma, semicolon or tab, UTF-8 with or without BOM, or UTF-16. An indicator
    may be a provisional one ("tam-…"). Raises UsageError for an unknown kind or id, saying the line."""
    try:
        text = text_of_csv(path.read_bytes())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UsageError(f"{path}: không mở được tệp từ vựng riêng ({error.strerror or error}).") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: tệp từ vựng riêng không phải CSV UTF-8. Trong Excel chọn lưu dạng “CSV UTF-8”.") from error
    out: list[Row] = []
    for number, raw in enumerate(csv_reader(text), start=2):
        values = {c: (raw.get(c) or "").strip().removeprefix("'") for c in COLUMNS}
        if not values["wording"]:
            continue
        row = Row(**values)
        if row.kind not in ("unit", "indicator"):
            raise UsageError(f"{path.name}, dòng {number}: loại “{row.kind}” không có; ghi unit hoặc indicator.")
        known = row.id in vocabulary().entries if row.kind == "unit" else row.id == _NOTHING or row.id in catalogue() or _provisional(row.id)
        if not known:
            raise UsageError(f"{path.name}, dòng {number}: không có mã “{row.id}” trong danh mục.")
        out.append(row)
    return out


def _provisional(indicator_id: str) -> bool:
    return _PROVISIONAL_ID.fullmatch(indicator_id) is not None


def rows_of(corrections: Iterable[Correction]) -> list[Row]:
    """What the corrections that hold teach; the later of two about one wording."""
    found: dict[tuple[str, str], Row] = {}
    for c in active(corrections):
        if c.op == "unit" and str(c.after) in vocabulary().entries:
            found["unit", fold(c.wording)] = Row("unit", c.wording, str(c.after), vocabulary().entries[str(c.after)].name, c.id)
        elif c.op == "indicator" and c.wording and (c.after is None or c.after in catalogue()):
            name = catalogue()[c.after].name if c.after else ""
            found["indicator", key(c.wording)] = Row("indicator", c.wording, c.after or _NOTHING, name, c.id)
    return list(found.values())


def _merged(own: Iterable[Row], learned: Iterable[Row], known: frozenset[str]) -> list[Row]:
    """The user's rows and those of logs of other folders (`known`: corrections of this log, which speaks for itself)."""
    kept = [row for row in own if row.correction not in known]
    return kept + sorted(learned, key=lambda r: (r.kind, fold(r.wording)))


def unit_aliases(rows: Iterable[Row]) -> dict[str, str]:
    """Folded wording → unit id."""
    return {fold(row.wording): row.id for row in rows if row.kind == "unit"}


def confirmed_indicators(rows: Iterable[Row]) -> dict[str, str | None]:
    """Levelled wording → indicator id, None for none of the catalogue: what `pipeline.indicators` takes as confirmed."""
    return {key(row.wording): None if row.id == _NOTHING else row.id for row in rows if row.kind == "indicator"}


def current(path: Path, corrections: Iterable[Correction]) -> list[Row]:
    """The vocabulary of a run: the user's own rows, and what the log teaches (which leads where both speak)."""
    log = list(corrections)
    return _merged(read_vocabulary(path), rows_of(log), frozenset(c.id for c in log))


def update_vocabulary(path: Path, corrections: Iterable[Correction]) -> list[Row]:
    """Bring the file up to date with the log, the user's own rows first; no file is made for an empty vocabulary."""
    rows = current(path, corrections)
    if not rows and not path.exists():
        return rows
    data = csv_bytes(COLUMNS, ([r.kind, r.wording, r.id, r.name, r.correction] for r in rows))
    work = path.with_name(f".{path.name}.dang-ghi")
    try:
        if path.exists() and path.read_bytes() == data:
            return rows
        work.write_bytes(data)
        os.replace(work, path)
    except OSError as error:
        raise OutputError(f"{path}: không ghi được từ vựng riêng ({error.strerror or error}). Đóng tệp nếu đang mở trong Excel.") from error
    return rows
