"""The batch engine: one killable child per document, the ledger of work, duplicates, archives, order and resumption."""

from __future__ import annotations

import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from dataclasses import asdict
from pathlib import Path

import psutil
import pytest

from extractors.document import Note, Place
from extractors.errors import DoichieuError, OutputError, UsageError
from pipeline.batch import Batch, Settings
from pipeline.code_version import closure, parse_version, plan_version
from pipeline.codec import pack_document, pack_plan, renamed, unpack_document, unpack_plan
from pipeline.incoming import Item, gather
from pipeline.limits import Limits
from pipeline.pool import Job, Pool
from pipeline.read_one import parse, plan_of
from pipeline.run import run
from pipeline.watch import watch

HERE = Path(__file__).resolve().parent
SAMPLES = HERE / "data" / "documents" / "A"
READER = "odd_readers:by_first_word"
LIMITS = Limits(seconds=1.0, ocr_seconds=1.0, memory_mb=300)


@pytest.fixture(autouse=True)
def _readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(HERE / "hostile"))


def _files(folder: Path, contents: dict[str, str]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in contents.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder / name for name in contents)


def _settings(workers: int = 2, **more: object) -> Settings:
    return Settings(workers=workers, limits=LIMITS, reader=READER, **more)  # type: ignore[arg-type]


def outputs(folder: Path) -> dict[str, bytes]:
    """Bytes of every result, without the engine's own folder."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


ODD = {"hang": "timeout", "abort": "crashed", "exit": "crashed", "memory": "memory", "raise": "crashed", "refuse": "damaged",
       "network": "unreadable"}


def test_a_document_that_goes_wrong_ends_alone(tmp_path: Path) -> None:
    contents = {f"{n:02d}-good.txt": f"good {n}" for n in range(12)} | {f"{n:02d}-{w}.txt": f"{w} {n}" for n, w in enumerate(ODD)}
    with Batch(_files(tmp_path / "in", contents), tmp_path / "out", _settings()) as batch:
        found = {q.source.split("-")[1][:-4]: q.reason for q in batch.quarantined}
        assert found == ODD
        assert [p.source for p in batch.plans] == sorted(n for n in contents if "good" in n)
        assert batch.high < 2 * (LIMITS.memory_mb + 100) << 20
    assert not psutil.Process().children(recursive=True)


@pytest.mark.parametrize("word", ["noise", "litter", "scan"])
def test_a_document_that_is_only_odd_is_read(tmp_path: Path, word: str) -> None:
    with Batch(_files(tmp_path / "in", {"a.txt": f"{word} x"}), tmp_path / "out", _settings()) as batch:
        assert [p.source for p in batch.plans] == ["a.txt"]
    assert sorted(p.name for p in (tmp_path / "out" / ".doichieu").iterdir()) == ["ledger.sqlite", "lock.sqlite"]


def test_a_crash_after_other_documents_is_tried_again_in_a_fresh_child(tmp_path: Path) -> None:
    files = _files(tmp_path, {"a.txt": "good 1", "b.txt": "abort 2", "c.txt": "good 3"})
    started: list[str] = []
    with Pool(1, LIMITS, tmp_path / "tmp", READER) as pool:
        replies = {job.source: reply for job, reply in pool.read([Job(f, f.name) for f in files], lambda job: started.append(job.source))}
    assert {s: r.reason for s, r in replies.items()} == {"a.txt": "", "b.txt": "crashed", "c.txt": ""}
    assert started == ["a.txt", "b.txt", "c.txt"]


def test_a_reader_that_cannot_start_is_said_once(tmp_path: Path) -> None:
    [file] = _files(tmp_path, {"a.txt": "good"})
    with Pool(1, LIMITS, tmp_path / "tmp", "no_such_module:read") as pool, pytest.raises(DoichieuError, match="no_such_module"):
        list(pool.read([Job(file, "a.txt")]))


def test_results_do_not_depend_on_workers_or_order(tmp_path: Path) -> None:
    contents = {f"xã {n}.txt": f"good {n % 9}" for n in range(12)} | {"hỏng.txt": "refuse"}
    files = _files(tmp_path / "in", contents)
    made = []
    for number, (workers, order) in enumerate([(1, files), (2, files[::-1])]):
        run(order, tmp_path / f"out{number}", settings=_settings(workers))
        made.append(outputs(tmp_path / f"out{number}"))
    assert made[0] == made[1]
    assert len(made[0]) > 5


def test_real_documents_do_not_depend_on_workers(tmp_path: Path) -> None:
    files = sorted(SAMPLES.glob("phu-trung.*")) + sorted(SAMPLES.glob("yen-hoa.docx"))
    for number, order in enumerate([files, files[::-1]], 1):
        summary = run(order, tmp_path / f"out{number}", settings=Settings(workers=number))
        assert summary.plans == len(files)
    assert outputs(tmp_path / "out1") == outputs(tmp_path / "out2")


# --- the ledger of work ----------------------------------------------------------------------------------------------

def test_what_was_read_is_not_read_again(tmp_path: Path) -> None:
    files = _files(tmp_path / "in", {f"{n}.txt": f"good {n}" for n in range(4)} | {"x.txt": "refuse"})
    with Batch(files, tmp_path / "out", _settings()) as first:
        assert (first.fresh, first.reused) == (5, 0)
    with Batch(files, tmp_path / "out", _settings()) as second:
        assert (second.fresh, second.reused) == (0, 5)
        assert [q.reason for q in second.quarantined] == ["damaged"]
        assert len(second.ledger.readings()) == 5
    with Batch(files, tmp_path / "out", _settings(force=True)) as third:
        assert (third.fresh, third.reused) == (5, 0)


def test_a_renamed_file_is_not_read_again_and_keeps_its_new_name(tmp_path: Path) -> None:
    [file] = _files(tmp_path / "in", {"cũ.txt": "good"})
    with Batch([file], tmp_path / "out", _settings()):
        pass
    file = file.rename(file.with_name("mới.txt"))
    with Batch([file], tmp_path / "out", _settings()) as batch:
        assert batch.fresh == 0
        assert [(p.source, p.plan_id) for p in batch.plans] == [("mới.txt", "moi")]


def test_what_limits_ended_is_tried_again_under_other_limits(tmp_path: Path) -> None:
    [file] = _files(tmp_path / "in", {"a.txt": "memory"})
    with Batch([file], tmp_path / "out", _settings()) as batch:
        assert [q.reason for q in batch.quarantined] == ["memory"]
    more = Settings(workers=1, limits=Limits(seconds=1.0, memory_mb=320), reader=READER)
    with Batch([file], tmp_path / "out", more) as batch:
        assert batch.fresh == 1


@pytest.mark.parametrize(("word", "reason"), [("network", "unreadable"), ("missing", "needs-ocr")])
def test_what_chance_or_a_missing_program_ended_is_tried_again(tmp_path: Path, word: str, reason: str) -> None:
    [file] = _files(tmp_path / "in", {"a.txt": word})
    for _ in range(2):
        with Batch([file], tmp_path / "out", _settings()) as batch:
            assert ([q.reason for q in batch.quarantined], batch.fresh) == ([reason], 1)


def test_children_have_an_absolute_folder_for_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice runs in a folder of its own: a relative TMPDIR would name another place there."""
    files = _files(tmp_path / "in", {"a.txt": "where"})
    monkeypatch.chdir(tmp_path)
    with Batch(files, Path("out"), _settings()) as batch:
        [refused] = batch.quarantined
    assert refused.message.startswith(str(tmp_path.resolve() / "out"))


def test_an_output_path_that_is_a_file_is_said(tmp_path: Path) -> None:
    files = _files(tmp_path / "in", {"a.txt": "good"})
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="đường dẫn kết quả là một tệp"):
        Batch(files, tmp_path / "out", _settings()).__enter__()


def test_two_runs_at_once_in_one_folder_are_refused(tmp_path: Path) -> None:
    files = _files(tmp_path / "in", {"a.txt": "good"})
    first = Batch(files, tmp_path / "out", _settings())
    second = Batch(files, tmp_path / "out", _settings())
    with first, pytest.raises(OutputError, match="lần chạy khác"):
        second.__enter__()
    with Batch(files, tmp_path / "out", _settings()) as batch:
        assert batch.reused == 1


def test_a_new_vocabulary_normalises_again_without_parsing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = SAMPLES / "yen-hoa.docx"
    with Batch([file], tmp_path / "out") as batch:
        first = list(batch.plans)
    monkeypatch.setattr("pipeline.batch.plan_version", lambda: "another")
    with Batch([file], tmp_path / "out") as batch:
        assert batch.fresh == 1
        assert [parsed for _, _, _, parsed in batch.ledger.readings()] == [False, True]
        assert list(batch.plans) == first


def test_code_versions_follow_what_a_stage_imports() -> None:
    parsing = {p.name for p in closure("extractors.pdf_reader", "extractors.docx_reader")}
    reading = {p.name for p in closure("pipeline.read_one")}
    assert {"pdf_reader.py", "docx_package.py", "text.py"} <= parsing
    assert "units.py" not in parsing
    assert parsing < reading
    assert "units.py" in reading
    assert "outputs.py" not in reading
    assert plan_version() != parse_version()


@pytest.mark.parametrize("name", ["phu-trung.pdf", "thanh-son.docx"])
def test_plans_and_documents_survive_packing(name: str) -> None:
    document = parse(SAMPLES / name, name)
    assert unpack_document(pack_document(document)) == document
    record = plan_of(document)
    again = unpack_plan(pack_plan(record))
    assert again == record
    assert again.ledger
    assert renamed(renamed(record, "khác.pdf"), name) == record


@pytest.mark.parametrize("name", ["phu-trung.pdf", "thanh-son.docx"])
def test_a_ledger_of_json_is_read(name: str) -> None:
    """As versions before wrote it, and as it is written for what plain values cannot hold."""
    document = parse(SAMPLES / name, name)
    record = plan_of(document)
    lines = json.dumps([asdict(row) for row in record.ledger])
    assert unpack_plan(zlib.compress(f'{{"ledger":{lines},{record.model_dump_json()[1:]}'.encode())) == record
    document.notes.append(Note("thử", type("Chữ", (str,), {})("của một thư viện"), Place(path="p1")))
    packed = pack_document(document)
    assert zlib.decompress(packed).startswith(b"{") and unpack_document(packed) == document


def test_a_plan_that_has_no_text_form_is_refused() -> None:
    record = plan_of(parse(SAMPLES / "yen-hoa.docx", "a.docx"))
    with pytest.raises(ValueError, match="surrogates"):
        pack_plan(record.model_copy(update={"source": "\udce1.docx"}))


def test_damaged_ledger_rows_are_said(tmp_path: Path) -> None:
    for bad in (b"", b"x", pack_plan(plan_of(parse(SAMPLES / "yen-hoa.docx", "a.docx")))[:-9]):
        with pytest.raises(ValueError, match=r"damaged|Invalid|Field|JSON"):
            unpack_plan(bad)


# --- killed in the middle --------------------------------------------------------------------------------------------

_RUN = """
import sys
from pathlib import Path
from pipeline.batch import Settings
from pipeline.run import run
from pipeline.watch import watch
run([Path(sys.argv[1])], Path(sys.argv[2]), settings=Settings(workers=2, reader="odd_readers:slow"),
    on_event=lambda state, source, done, total: print(state, done, flush=True))
print("written", flush=True)
"""


def _start(folder: Path, out: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), str(HERE / "hostile")])}
    return subprocess.Popen([sys.executable, "-P", "-c", _RUN, str(folder), str(out)], stdout=subprocess.PIPE, text=True, env=env)


def _finished(out: Path) -> tuple[set[tuple[str, str]], int]:
    """Contents read, each with the version of the code that read it, and the number of readings so far."""
    path = out / ".doichieu" / "ledger.sqlite"
    if not path.exists():
        return set(), 0
    with sqlite3.connect(path) as db:
        return (set(db.execute("SELECT sha256, version FROM result")), db.execute("SELECT count(*) FROM reading").fetchone()[0])


def test_a_killed_run_goes_on_and_ends_the_same(tmp_path: Path) -> None:
    _files(tmp_path / "in", {f"{n:02d}.txt": f"good {n}" for n in range(60)})
    process = _start(tmp_path / "in", tmp_path / "whole")
    assert process.communicate()[0].endswith("written\n")
    dice = random.Random(6)
    out = tmp_path / "out"
    for _ in range(8):
        done, readings = _finished(out)
        process = _start(tmp_path / "in", out)
        assert process.stdout is not None
        for _ in range(dice.randrange(1, 24)):
            process.stdout.readline()
        process.kill()
        process.communicate()
        _no_second_reading(out, done, readings)
    done, readings = _finished(out)
    assert _start(tmp_path / "in", out).communicate()[0].endswith("written\n")
    _no_second_reading(out, done, readings)
    assert outputs(out) == outputs(tmp_path / "whole")


def _no_second_reading(out: Path, done: set[tuple[str, str]], readings: int) -> None:
    with sqlite3.connect(out / ".doichieu" / "ledger.sqlite") as db:
        new = set(db.execute("SELECT sha256, version FROM reading WHERE id > ?", (readings,)))
    assert not new & done


# --- what comes in ---------------------------------------------------------------------------------------------------

def test_same_content_is_read_once_and_both_names_are_kept(tmp_path: Path) -> None:
    files = _files(tmp_path / "in", {"a.txt": "good", "b.txt": "good", "c.txt": "good c"})
    summary = run(files, tmp_path / "out", settings=_settings())
    assert summary.plans == 2
    findings = (tmp_path / "out" / "findings.csv").read_text(encoding="utf-8-sig")
    assert "duplicate-file" in findings
    inputs = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["inputs"]
    digest = hashlib.sha256(b"good").hexdigest()
    assert [i["name"] for i in inputs if i["sha256"] == digest] == ["a.txt", "b.txt"]


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_archives_are_read_and_no_member_name_becomes_a_path(tmp_path: Path) -> None:
    inner = _zip(tmp_path / "inner.zip", {"sâu/kế hoạch.txt": b"good inner"})
    names = ["../../out.txt", "/etc/abs.txt", "C:\\win\\a.txt", "thư mục/kế hoạch xã A.txt", "README.md", "..", "x" * 300 + ".txt"]
    archive = _zip(tmp_path / "kế hoạch.zip", {n: f"good {n}".encode() for n in names} | {"trong.zip": inner.read_bytes()})
    inner.unlink()
    before = sorted(p for p in tmp_path.rglob("*"))
    with Batch([archive], tmp_path / "out", _settings()) as batch:
        sources = [p.source for p in batch.plans]
    assert {"kế hoạch.zip/out.txt", "kế hoạch.zip/etc/abs.txt", "kế hoạch.zip/C/win/a.txt", "kế hoạch.zip/thư mục/kế hoạch xã A.txt",
            "kế hoạch.zip/trong.zip/sâu/kế hoạch.txt"} <= set(sources)
    assert len(sources) == 6
    assert all(".." not in s.split("/") and len(s) < 260 for s in sources)
    assert [p for p in sorted(tmp_path.rglob("*")) if p not in before and tmp_path / "out" not in [p, *p.parents]] == []
    assert not (tmp_path / "out" / ".doichieu" / "incoming").exists()


def test_archives_that_inflate_too_far_are_refused(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bom.zip", {"a.txt": bytes(40 << 20)})
    good = _files(tmp_path / "in", {"a.txt": "good"})
    with Batch([bomb, *good], tmp_path / "out", _settings()) as batch:
        assert [(q.source, q.reason) for q in batch.quarantined] == [("bom.zip", "too-large")]
        assert len(batch.plans) == 1


def test_names_that_are_no_text_are_told_apart(tmp_path: Path) -> None:
    files = _files(tmp_path, {"a.txt": "good 1", "b.txt": "good 2"})
    items = gather([], tmp_path / "incoming", LIMITS.safety, [Item(f"x{chr(0xDCE0 + n)}.txt", f, str(n)) for n, f in enumerate(files)])
    assert [i.source for i in items] == ["x?.txt", "x?.txt_"]


def test_two_files_of_one_name_in_two_folders(tmp_path: Path) -> None:
    files = _files(tmp_path / "xã Đông", {"kh.txt": "good 1"}) + _files(tmp_path / "xã Tây", {"kh.txt": "good 2"})
    with Batch(files, tmp_path / "out", _settings()) as batch:
        assert [p.source for p in batch.plans] == ["xã Tây/kh.txt", "xã Đông/kh.txt"]


def test_results_of_a_run_before_are_no_input(tmp_path: Path) -> None:
    _files(tmp_path / "in", {"a.txt": "good"})
    for _ in range(2):
        assert run([tmp_path / "in"], tmp_path / "in" / "kết quả", settings=_settings()).plans == 1


@pytest.mark.parametrize("bad", [{"seconds": 0.0}, {"memory_mb": 10}, {"seconds": float("nan")}])
def test_limits_that_nothing_could_be_read_under_are_refused(bad: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        Limits(**bad)  # type: ignore[arg-type]


def test_limits_survive_json() -> None:
    limits = Limits(seconds=5.0, memory_mb=512)
    assert Limits.from_json(json.loads(json.dumps(limits.as_json()))) == limits


def test_remote_files_are_fetched_by_url(tmp_path: Path) -> None:
    files = _files(tmp_path / "thư mục", {"a.txt": "good 1", "b.txt": "good 2", "README.md": "good 3"})
    archive = _zip(tmp_path / "kh.zip", {"c.txt": b"good 4"})
    urls = (files[0].parent.as_uri(), archive.as_uri())
    with Batch([], tmp_path / "out", _settings(urls=urls)) as batch:
        assert [p.source for p in batch.plans] == ["a.txt", "b.txt", "kh.zip/c.txt"]


@pytest.mark.parametrize("url", ["file:///no/such/folder", "nothing://x/y"])
def test_urls_that_cannot_be_listed_are_said(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError, match="://"), Batch([], tmp_path / "out", _settings(urls=(url,))):
        pass


# --- a watched folder ------------------------------------------------------------------------------------------------

def test_a_watched_folder_runs_when_it_has_settled(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    rounds: list[int] = []
    script = iter([
        lambda: None,
        lambda: _files(folder, {"a.txt": "good 1"}),
        lambda: _files(folder, {"a.txt": "good 1, copied on"}),
        lambda: None,
        lambda: None,
        lambda: _files(folder, {"b.txt": "good 2"}),
        lambda: None,
        lambda: None,
    ])
    events: list[str] = []
    watch(folder, folder / "out", _settings(), on_round=lambda r: rounds.append(r.summary.plans if r.summary else -1),
          on_event=lambda state, source, done, total: events.append(f"{state} {source}"), wait=lambda _: None,
          rounds=iter(lambda: (step := next(script, None)) and (step() or True), None))
    assert rounds == [1, 2]
    assert events == ["reading a.txt", "read a.txt", "reused a.txt", "reading b.txt", "read b.txt"]


def test_a_watch_goes_on_after_a_failed_round(tmp_path: Path) -> None:
    _files(tmp_path / "in", {"a.txt": "good"})
    (tmp_path / "out").write_text("a file where results should go", encoding="utf-8")
    errors: list[str] = []
    watch(tmp_path / "in", tmp_path / "out", _settings(), on_round=lambda r: errors.append(r.error), wait=lambda _: None, rounds=range(4))
    assert len(errors) == 1
    assert errors[0]
