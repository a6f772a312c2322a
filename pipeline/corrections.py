"""The log of corrections: one JSON object a line, only ever appended to, safe against kill and power loss.

Hands on `Correction` values in the order they were made. What they do to plans is `pipeline.correction_apply`; how they
find their record again is `pipeline.correction_anchor`. Nothing in the log names a file or a record number as its key.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractors.errors import OutputError, UsageError

NAME = "corrections.jsonl"
Op = Literal["accept", "edit", "split", "merge", "add", "drop", "indicator", "unit", "undo"]
RecordKind = Literal["target", "task", "plan"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")  # a field of a later version harms nothing


class PlanAnchor(_Entry):
    """What a plan is known by: its bytes, its folded text, or who issued what. `source` is only shown."""

    sha256: str = ""
    text: str = ""
    identity: str = ""
    source: str = ""


class RecordAnchor(_Entry):
    """What a record is known by. `key`: fingerprint of kind, folded wording, neighbouring lines and occurrence; the other
    fields find it again where a later version reads its surroundings differently. `made_by` and `part`: a record that
    a correction made."""

    kind: RecordKind
    key: str = ""
    raw: str = ""
    wording: str = ""
    before: str = ""
    after: str = ""
    occurrence: int = 0
    made_by: str = ""
    part: int = 0


class Correction(_Entry):
    """One act of a reviewer. `before`/`after`: the field's value (`pipeline.correction_fields`); for split a list of
    parts, for merge and add one dict of fields, for indicator an id of the catalogue or None, for unit a unit id.
    `others`: the records that merge takes in. `numbers` and `lines`: ledger lines of an added record, `boxes` where they stand on
    the pages of that very file. `seen`: how sure
    the automatic reading was, and by which rule and format. `group`: corrections of one act, which are undone together."""

    id: str
    when: str
    who: str
    op: Op
    plan: PlanAnchor | None = None
    record: RecordAnchor | None = None
    field: str = ""
    before: Any = None
    after: Any = None
    others: tuple[RecordAnchor, ...] = ()
    lines: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    boxes: tuple[tuple[int, float, float, float, float], ...] = ()
    wording: str = ""
    undoes: str = ""
    group: str = ""
    why: str = ""
    seen: dict[str, Any] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Log:
    """The corrections of a file, and the numbers (1-based) of lines that could not be understood."""

    corrections: tuple[Correction, ...] = ()
    damaged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two reviewers gave one field of one record different values, the second without having seen the first's."""

    first: Correction
    second: Correction


def make(op: Op, who: str, **fields: Any) -> Correction:
    """A new correction with an id and the present time (UTC)."""
    return Correction(id=uuid.uuid4().hex, when=datetime.now(UTC).isoformat(timespec="microseconds"), who=who, op=op, **fields)


def read_log(path: Path) -> Log:
    """The log of a file; an empty one where there is none. A last line that a kill tore off was never acknowledged and is
    left out; any other line that is no correction is reported as damaged. Raises UsageError for an unreadable file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log()
    except OSError as error:
        raise UsageError(f"{path}: không đọc được tệp hiệu đính ({error.strerror or error}).") from error
    found: dict[str, Correction] = {}
    damaged: list[int] = []
    lines = data.split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            correction = Correction.model_validate_json(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValidationError, ValueError):
            if number < len(lines):
                damaged.append(number)
            continue
        found.setdefault(correction.id, correction)
    return Log(tuple(found.values()), tuple(damaged))


def line_of(correction: Correction) -> bytes:
    """A correction as its line, empty fields left out."""
    return json.dumps(correction.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def append(path: Path, correction: Correction) -> None:
    """Add a correction; it is on the disk when this returns. A torn line before it is closed first. Raises OutputError."""
    try:
        new = not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            data = line_of(correction)
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    data = b"\n" + data
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if new and os.name == "posix":
            handle = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
    except OSError as error:
        raise OutputError(f"{path}: không ghi được hiệu đính ({error.strerror or error}). Kiểm tra quyền ghi và dung lượng đĩa.") from error


def active(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that hold: those that no undo took back (an undo may be undone, too), without the undos."""
    given = list(corrections)
    undone: set[str] = set()
    for correction in reversed(given):
        if correction.op == "undo" and correction.id not in undone:
            undone.add(correction.undoes)
    return [c for c in given if c.op != "undo" and c.id not in undone]


def last_undoable(corrections: Sequence[Correction], who: str | None = None) -> Correction | None:
    """The newest correction that holds (of `who`, if named)."""
    return next((c for c in reversed(active(corrections)) if who is None or c.who == who), None)


def subject(correction: Correction) -> tuple[str, ...] | None:
    """What a correction decides: the record's field, the wording; None for an act that others cannot contradict."""
    if correction.op == "unit":
        return ("unit", correction.wording)
    if correction.plan is None or correction.record is None:
        return None
    plan = correction.plan.text or correction.plan.sha256 or correction.plan.identity
    record = correction.record.made_by + str(correction.record.part) if correction.record.made_by else correction.record.key
    if correction.op in ("accept", "edit"):
        return (plan, record, correction.field)
    if correction.op == "indicator":
        return (plan, record, "indicator_id")
    return (plan, record, "shape") if correction.op in ("split", "merge", "drop") else None


def _outcome(correction: Correction) -> Any:
    return (correction.op, correction.after) if correction.op in ("split", "merge", "drop") else correction.after


def conflicts(corrections: Iterable[Correction]) -> list[Conflict]:
    """Decisions of two people about one thing that differ, the later made without knowledge of the earlier. The later holds."""
    last: dict[tuple[str, ...], Correction] = {}
    out: list[Conflict] = []
    for correction in active(corrections):
        about = subject(correction)
        if about is None:
            continue
        first = last.get(about)
        knew = first is not None and correction.op in ("accept", "edit", "indicator") and correction.before == first.after
        if first is not None and first.who != correction.who and _outcome(first) != _outcome(correction) and not knew:
            out.append(Conflict(first, correction))
        last[about] = correction
    return out


def merge(logs: Iterable[Iterable[Correction]]) -> list[Correction]:
    """The corrections of several people as one log, each once, by time. An undo stays behind what it undoes."""
    every = {c.id: c for log in logs for c in log}
    ordered = sorted(every.values(), key=lambda c: (c.when, c.id))
    place = {c.id: n for n, c in enumerate(ordered)}
    late = [c for c in ordered if c.op == "undo" and place.get(c.undoes, -1) > place[c.id]]
    return [c for c in ordered if c not in late] + late


def write_log(path: Path, corrections: Iterable[Correction]) -> None:
    """Write a whole log to a new name and rename it. Raises OutputError."""
    work = path.with_name(f".{path.name}.dang-ghi")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with work.open("wb") as file:
            file.writelines(line_of(c) for c in corrections)
            file.flush()
            os.fsync(file.fileno())
        os.replace(work, path)
    except OSError as error:
        raise OutputError(f"{path}: không ghi được ({error.strerror or error}).") from error
