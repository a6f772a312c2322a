"""The ledger of work: what became of every content read so far, in SQLite, safe against kill and power loss.

A result is keyed by the content's SHA-256 and the version of the code and vocabularies that made it; a parsed document by
the content and the parser's version alone. Write-ahead log with `synchronous=FULL`: what is committed is never lost.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, overload

from extractors.errors import OutputError
from pipeline.codec import renamed, unpack_plan, unpack_row
from pipeline.plan_rows import identity
from pipeline.pool import Reply
from pipeline.records import PlanRecord

FORMAT = 1
# What the machine or a setting decided, not the file: with other limits it is tried again.
_BY_LIMITS = ("timeout", "memory", "too-large")
# What may be over by the next run: a file that was open elsewhere, or changed while it was read; a program that was missing.
_BY_CHANCE = ("unreadable", "needs-ocr", "unsupported")
_TABLES = """
CREATE TABLE IF NOT EXISTS result (
  sha256 TEXT NOT NULL, version TEXT NOT NULL, limits TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL,
  advice TEXT NOT NULL, plan BLOB, PRIMARY KEY (sha256, version)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parsed (sha256 TEXT NOT NULL, version TEXT NOT NULL, document BLOB NOT NULL, PRIMARY KEY (sha256, version)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reading (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, version TEXT NOT NULL, source TEXT NOT NULL, parsed INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of this run: its name and the content that its result is stored under."""

    source: str
    sha256: str


class WorkLedger:
    """One file; one run uses it at a time (the lock ends with the process, however that ends). Raises OutputError where it
    cannot be opened or written, or another run is at work."""

    def __init__(self, path: Path, version: str, parse_version: str, limits: dict[str, object]) -> None:
        self.path = path
        self.version = version
        self.parse_version = parse_version
        self.limits = json.dumps(limits, sort_keys=True)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(path.with_name("lock.sqlite"))
            self._db = self._open()
        except (NotADirectoryError, FileExistsError) as error:
            raise OutputError(f"{path.parent.parent}: đường dẫn kết quả là một tệp; chọn thư mục khác bằng --out") from error
        except (OSError, sqlite3.Error) as error:
            if not path.parent.is_dir():
                raise OutputError(f"{path.parent.parent}: không tạo được thư mục kết quả ({getattr(error, 'strerror', None) or error}); "
                                  "kiểm tra quyền ghi, hoặc chọn thư mục khác bằng --out") from error
            raise OutputError(f"{path}: không mở được sổ công việc ({error}); đóng lần chạy khác đang dùng thư mục này, hoặc xóa tệp đó rồi chạy lại") from error

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        if db.execute("PRAGMA user_version").fetchone()[0] not in (0, FORMAT):
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
                db.execute(f'DROP TABLE "{name}"')
        db.executescript(_TABLES)
        db.execute(f"PRAGMA user_version={FORMAT}")
        return db

    def __enter__(self) -> WorkLedger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()
        self._lock.close()

    def find(self, sha256: str) -> Reply | None:
        """The stored outcome of a content, without the plan itself; None where it has to be read."""
        row = self._db.execute("SELECT state, reason, message, advice, limits FROM result WHERE sha256=? AND version=?",
                               (sha256, self.version)).fetchone()
        if row is None or row[1] in _BY_CHANCE or (row[1] in _BY_LIMITS and row[4] != self.limits):
            return None
        return Reply(row[0], sha256=sha256, reason=row[1], message=row[2], advice=row[3])

    def parsed(self, sha256: str) -> bytes | None:
        """The packed parse of a content by the present parser."""
        row = self._db.execute("SELECT document FROM parsed WHERE sha256=? AND version=?", (sha256, self.parse_version)).fetchone()
        return bytes(row[0]) if row else None

    def started(self, sha256: str, source: str, parsed: bool) -> None:
        """Note that a document goes to a child: the trace that nothing finished is read twice."""
        self._write("INSERT INTO reading (sha256, version, source, parsed) VALUES (?, ?, ?, ?)", (sha256, self.version, source, int(parsed)))

    def finished(self, sha256: str, reply: Reply) -> None:
        """Store an outcome, durably before this returns. A parse of an older parser is replaced."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            if reply.parsed is not None:
                self._db.execute("DELETE FROM parsed WHERE sha256=?", (sha256,))
                self._db.execute("INSERT INTO parsed VALUES (?, ?, ?)", (sha256, self.parse_version, reply.parsed))
            self._db.execute("DELETE FROM result WHERE sha256=?", (sha256,))
            self._db.execute("INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (
                sha256, self.version, self.limits, reply.state, reply.reason, reply.message, reply.advice, reply.plan))
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise OutputError(f"{self.path}: không ghi được sổ công việc ({error}); giải phóng dung lượng đĩa rồi chạy lại, việc đã xong còn nguyên") from error

    def note(self, name: str, value: str) -> None:
        """Keep a remark about the last run under a name; the one before goes."""
        self._write("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def forget(self, sha256: str) -> None:
        """Drop everything stored of a content (`--force`)."""
        self._write("DELETE FROM result WHERE sha256=?", (sha256,))
        self._write("DELETE FROM parsed WHERE sha256=?", (sha256,))

    def plan(self, sha256: str) -> bytes:
        """The packed plan of a content that was read `ok`. Raises KeyError for any other."""
        row = self._db.execute("SELECT plan FROM result WHERE sha256=? AND version=? AND plan IS NOT NULL", (sha256, self.version)).fetchone()
        if row is None:
            raise KeyError(sha256)
        return bytes(row[0])

    def readings(self) -> list[tuple[str, str, str, bool]]:
        """Every start of a reading so far: content, version, source, from a stored parse."""
        return [(a, b, c, bool(d)) for a, b, c, d in self._db.execute("SELECT sha256, version, source, parsed FROM reading ORDER BY id")]

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        try:
            self._db.execute(statement, values)
        except sqlite3.Error as error:
            raise OutputError(f"{self.path}: không ghi được sổ công việc ({error})") from error


def _locked(path: Path) -> sqlite3.Connection:
    """A connection that holds the file's lock until it is closed, or its process ends."""
    lock = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        lock.close()
        raise
    return lock


class StoredPlans(Sequence[PlanRecord]):
    """The plans of a run in source order, each read from the ledger when it is asked for: memory for one at a time."""

    def __init__(self, ledger: WorkLedger, entries: Sequence[Entry]) -> None:
        self._ledger = ledger
        self._entries = sorted(entries, key=lambda e: (e.source, e.sha256))

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> PlanRecord: ...
    @overload
    def __getitem__(self, index: slice) -> StoredPlans: ...
    def __getitem__(self, index: int | slice) -> PlanRecord | StoredPlans:
        if isinstance(index, slice):
            return StoredPlans(self._ledger, self._entries[index])
        return self._load(self._entries[index])

    def __iter__(self) -> Iterator[PlanRecord]:
        return (self._load(e) for e in self._entries)

    def row(self, index: int) -> tuple[tuple[Any, ...], bytes] | None:
        """The row of a plan and as marshal wrote it (`pipeline.codec.unpack_row`), where it is stored so and under its own name."""
        entry = self._entries[index]
        found = unpack_row(self._ledger.plan(entry.sha256))
        return found if found is not None and identity(found[0]) == (entry.source, entry.sha256) else None

    def _load(self, entry: Entry) -> PlanRecord:
        record = unpack_plan(self._ledger.plan(entry.sha256))
        if not record.sha256:
            record = record.model_copy(update={"sha256": entry.sha256})
        return renamed(record, entry.source)
