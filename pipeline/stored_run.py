"""What a finished run left behind, read as it is needed: its dataset at once, each plan as it was read when asked for.

The dataset has everything of a plan but its lines; these, and the plan without corrections, lie packed in the ledger of work.
"""

from __future__ import annotations

import gc
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from extractors.errors import UsageError
from pipeline.codec import renamed, unpack_document, unpack_plan
from pipeline.records import Finding, PlanRecord

if TYPE_CHECKING:
    from extractors.document import Document

NOTE = "run"


class State(BaseModel):
    """Which corrections and vocabulary a dataset has in it: the first `log` ones of a log, whose lines hash to `lines`, and rows of the
    vocabulary that hash to `units` and `matches`. By it the review desk knows what it need not work out again."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    log: int = 0
    lines: str = ""
    units: str = ""
    matches: str = ""


@dataclass(frozen=True, slots=True)
class LastRun:
    """How the last run of an output folder went: its inputs, settings, where its corrections are, and the head of its
    run.json (without what the corrections added). `settled`: indicator matches that the user fed in with `--indicators`."""

    paths: tuple[Path, ...] = ()
    corrections: Path | None = None
    excel_vi: bool = False
    baseline: Path | None = None
    settled: Mapping[str, str | None] = field(default_factory=dict)
    urls: tuple[str, ...] = ()
    info: Mapping[str, Any] = field(default_factory=dict)

    def as_note(self) -> str:
        return json.dumps({
            "paths": [str(p.resolve()) for p in self.paths], "corrections": str(self.corrections.resolve()) if self.corrections else None,
            "excel_vi": self.excel_vi, "baseline": str(self.baseline.resolve()) if self.baseline else None,
            "settled": dict(self.settled), "urls": list(self.urls), "info": dict(self.info)}, ensure_ascii=False)

    @classmethod
    def of_note(cls, text: str) -> LastRun:
        """The opposite of `as_note`. Raises ValueError or KeyError for anything else."""
        note = json.loads(text)
        return cls(tuple(Path(p) for p in note["paths"]), Path(note["corrections"]) if note["corrections"] else None, note["excel_vi"],
                   Path(note["baseline"]) if note["baseline"] else None, note.get("settled", {}), tuple(note.get("urls", ())), note["info"])


class StoredRun:
    """`last`: how the run went; `plans`: its dataset (sorted by source, without lines), corrections and indicators included;
    `findings`: those of the dataset, taken off the plans; `state`: which corrections are in it. Raises UsageError where the folder holds no run, or
    one without its ledger of work. All plans are read when it is opened: a run that comes later changes none of them."""

    def __init__(self, out_dir: Path) -> None:
        from pipeline.batch import WORK_FOLDER

        self._store = store = out_dir / WORK_FOLDER / "ledger.sqlite"
        dataset = out_dir / "dataset.jsonl"
        self._again = f"Chạy `doichieu run … --out {out_dir}` rồi mở lại."
        if not dataset.exists() or not store.exists():
            raise UsageError(f"{out_dir}: chưa có kết quả để xem. {self._again}")
        with unhurried():
            db = sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)
            try:
                row = db.execute("SELECT value FROM note WHERE name=?", (NOTE,)).fetchone()
                self.last = LastRun.of_note(row[0]) if row else LastRun()
                self.state = _state(out_dir / "run.json")
                read = [PlanRecord.model_validate_json(line) for line in dataset.read_bytes().split(b"\n") if line.strip()]
                self._packed = {p.source: self._blob(db, p) for p in read}
            except (sqlite3.Error, OSError, ValueError, KeyError, TypeError) as error:
                raise UsageError(f"{out_dir}: không đọc được sổ công việc ({error}). {self._again}") from error
            finally:
                db.close()
        self.findings: tuple[Finding, ...] = tuple(f for p in read for f in p.findings)
        self.order = tuple(p.source for p in read)
        self.plans = tuple(sorted((p.model_copy(update={"findings": ()}) for p in read), key=lambda p: p.source))
        self._sha256 = {p.source: p.sha256 for p in read}
        self._base: dict[str, PlanRecord] = {}

    def _blob(self, db: sqlite3.Connection, plan: PlanRecord) -> bytes:
        found = db.execute("SELECT plan FROM result WHERE sha256=? AND plan IS NOT NULL", (plan.sha256,)).fetchone()
        if found is None:
            raise UsageError(f"Sổ công việc không còn “{plan.source}”. {self._again}")
        return bytes(found[0])

    def document(self, sha256: str) -> Document | None:
        """The parse of a content with pages or paragraphs, where the ledger of work has it."""
        try:
            db = sqlite3.connect(f"{self._store.resolve().as_uri()}?mode=ro", uri=True)
            try:
                found = db.execute("SELECT document FROM parsed WHERE sha256=?", (sha256,)).fetchone()
            finally:
                db.close()
            return unpack_document(bytes(found[0])) if found else None
        except (sqlite3.Error, ValueError):  # swept away or damaged since: pages are shown without their lines
            return None

    def base(self, source: str) -> PlanRecord:
        """A plan as it was read, with its lines and without corrections. Raises UsageError where the ledger is damaged,
        KeyError for a plan that the run has not."""
        if source not in self._base:
            try:
                record = renamed(unpack_plan(self._packed[source]), source)
            except ValueError as error:
                raise UsageError(f"{source}: sổ công việc bị hỏng ({error}). {self._again}") from error
            self._base[source] = record if record.sha256 else record.model_copy(update={"sha256": self._sha256[source]})
        return self._base[source]


def _state(path: Path) -> State:
    """The state that run.json tells; the empty one where it tells none."""
    try:
        return State.model_validate(json.loads(path.read_text("utf-8")).get("review", {}).get("state", {}))
    except (OSError, ValueError, AttributeError):
        return State()


@contextmanager
def unhurried() -> Iterator[None]:
    """Without the collector of cycles: a hundred thousand new objects and no cycle among them, looking for some takes a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_last_run(out_dir: Path) -> tuple[LastRun, list[PlanRecord]]:
    """The last run of a folder and its plans as they were read, in the order of its dataset. Reads no document again.

    Raises UsageError where the folder holds no run, or one without its ledger of work."""
    stored = StoredRun(out_dir)
    with unhurried():
        return stored.last, [stored.base(source) for source in stored.order]
