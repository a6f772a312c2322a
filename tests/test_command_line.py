"""The commands as people and other programs meet them: pipes of Windows, marks, large sums, what was set aside before."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.batch import Settings
from pipeline.csv_io import cell_text
from pipeline.progress import JsonEvents
from pipeline.run import run
from pipeline.target_values import number_text

ROOT = Path(__file__).parent.parent


def command(*args: str, given: bytes = b"", **env: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-P", "-m", "pipeline.cli", *args], input=given, capture_output=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT), **env})


def test_help_may_go_into_a_file_on_windows() -> None:
    """A pipe there has the system's code page, which lacks Vietnamese letters."""
    done = command("--help", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, "Đối chiếu" in done.stdout.decode("utf-8")) == (0, True)


@pytest.mark.parametrize("given", [
    '\ufeff{"phrase": "Quý III/2026"}\r\n', '{"phrase": "Quý III", "reference": 2026}\n', '{"phrase": "Quý III/2026", "reference": null}\n',
])
def test_normalize_takes_what_other_programs_pipe(given: str) -> None:
    done = command("normalize", "deadlines", given=given.encode("utf-8"))
    assert (done.returncode, json.loads(done.stdout)["edtf"]) == (0, "2026-35")


@pytest.mark.parametrize("given", [b'{"phrase": null}', b"{}", b"[1]", b"x"])
def test_normalize_refuses_what_has_no_phrase(given: bytes) -> None:
    done = command("normalize", "targets", given=given)
    assert (done.returncode, done.stdout, b"line 1" in done.stderr) == (1, b"", True)


def test_normalize_reads_on_behind_a_broken_letter() -> None:
    done = command("normalize", "deadlines", given=b'{"phrase": "Qu\xfd"}\n{"phrase": "2026"}\n')
    assert (done.returncode, [json.loads(line)["kind"] for line in done.stdout.splitlines()]) == (0, ["unresolved", "fixed"])


def test_normalize_writes_half_a_letter_pair_as_its_code() -> None:
    done = command("normalize", "targets", given=b'{"phrase": "\\ud800 \\u0111\\u1ea1t 5%"}\n')
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


@pytest.mark.parametrize(("value", "text"), [
    (1_234_567_890_123.0, "1234567890123"), (12_345_678_901.0, "12345678901"), (1.5e12, "1500000000000"), (0.00001, "0.00001"), (0.77, "0.77"), (80.0, "80"),
])
def test_large_sums_keep_their_digits(value: float, text: str) -> None:
    """"1.234.567.890.123 đồng" is no 1.23456789e+12."""
    assert cell_text(value) == text
    assert number_text(value) == text.replace(".", ",")


def test_a_file_set_aside_before_is_told_with_its_reason_again(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.txt").write_text("Mua một cân gạo, hai quả trứng.\n", encoding="utf-8")
    told = []
    for _ in range(2):
        stream = io.StringIO()
        run([tmp_path / "in"], tmp_path / "out", settings=Settings(workers=1), on_event=JsonEvents(stream).event)
        told.append([json.loads(line) for line in stream.getvalue().splitlines()])
    last = [next(e for e in reversed(events) if e["event"] == "document") for events in told]
    assert [(e["state"], e["reason"]) for e in last] == [("quarantined", "not-a-plan")] * 2
