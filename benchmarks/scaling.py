"""How a batch grows: time per document and peak memory from some documents to many, over workers, against bare pypdfium2.

    python -m benchmarks.scaling [--documents 100 300 1000] [--workers 1 2] [--kind pdf|docx|both]

Each run is the real command in a process of its own. Documents are the sample plans, every copy with a content of its own.
Prints per run: seconds per document while reading, seconds to write the results, peak memory of the main process (while reading
and in all) and of all processes, and the processor time of everything per PDF page as a multiple of that of bare pypdfium2 text extraction.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import psutil

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "data" / "documents" / "A"
ROOT = Path(__file__).resolve().parents[1]
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Figures:
    """One run: seconds of reading and of writing, processor seconds in all, peak bytes, plans."""

    documents: int
    workers: int
    reading: float
    writing: float
    processor: float
    reading_high: int
    main_high: int
    all_high: int
    plans: int


def make(folder: Path, count: int, kind: str) -> int:
    """`count` documents in `folder`; the number of their PDF pages."""
    import pypdfium2

    paths = [p for p in sorted(SAMPLES.iterdir()) if kind == "both" or p.suffix == f".{kind}"]
    pages = {}
    for path in paths:
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                pages[path] = len(pdf)
    total = 0
    for n in range(count):
        path = paths[n % len(paths)]
        name = f"{n:05d}-{path.name}"
        if path.suffix == ".pdf":
            (folder / name).write_bytes(path.read_bytes() + b"\n%% %d\n" % n)
            total += pages[path]
        else:
            out = io.BytesIO(path.read_bytes())
            with zipfile.ZipFile(out, "a") as archive:
                archive.writestr(zipfile.ZipInfo(f"customXml/n{n}.txt"), str(n))
            (folder / name).write_bytes(out.getvalue())
    return total


def run(folder: Path, out: Path, workers: int, documents: int) -> Figures:
    """The command on a folder, watched."""
    command = [sys.executable, "-P", "-m", "pipeline.cli", "run", str(folder), "--out", str(out), "--workers", str(workers), "--json-events"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    start, before = time.perf_counter(), processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)
    high = {"main": 0, "all": 0, "reading": 0}
    stop = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, high, stop), daemon=True)
    watcher.start()
    read_at, plans = start, 0
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "summary":
            plans = event["plans"]
        elif event["state"] != "reading":
            read_at, high["reading"] = time.perf_counter(), high["main"]
    if process.wait() not in (0, 3):
        raise SystemExit(f"the run over {documents} documents failed with exit code {process.returncode}")
    end = time.perf_counter()
    stop.set()
    watcher.join()
    return Figures(documents, workers, read_at - start, end - read_at, processor_seconds() - before, high["reading"], high["main"], high["all"], plans)


def _watch(pid: int, high: dict[str, int], stop: threading.Event) -> None:
    main = psutil.Process(pid)
    while not stop.wait(0.1):
        try:
            own = main.memory_info().rss
            total = own + sum(child.memory_info().rss for child in main.children(recursive=True))
        except psutil.Error:
            continue
        high["main"], high["all"] = max(high["main"], own), max(high["all"], total)


def bare_seconds_per_page(repeat: int = 7) -> float:
    """Bare pypdfium2 text extraction, processor seconds per page of the sample PDFs."""
    from benchmarks.speed import bare_text

    paths = sorted(SAMPLES.glob("*.pdf"))
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        pages = sum(bare_text(path) for path in paths)
        best = min(best, (time.process_time() - start) / pages)
    return best


def processor_seconds() -> float:
    """Processor time of all processes started and ended so far, with those that they started."""
    told = os.times()
    return told.children_user + told.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    parser.add_argument("--kind", choices=("pdf", "docx", "both"), default="pdf")
    args = parser.parse_args()
    bare = bare_seconds_per_page()
    print(f"bare pypdfium2: {1000 * bare:.2f} ms of processor time per page")
    print("| documents | workers | read s/doc | write s/doc | processor s/doc | main MiB reading | main MiB | all MiB | page ÷ bare page |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in args.documents:
        with tempfile.TemporaryDirectory(prefix="doichieu-scaling-") as name:
            folder = Path(name) / "in"
            folder.mkdir()
            pages = make(folder, count, args.kind)
            for workers in args.workers:
                f = run(folder, Path(name) / f"out{workers}", workers, count)
                ratio = f"{f.processor / (pages * bare):.1f}" if pages else "–"
                print(f"| {count} | {workers} | {f.reading / count:.3f} | {f.writing / count:.3f} | {f.processor / count:.3f} | "
                      f"{f.reading_high / MIB:.0f} | {f.main_high / MIB:.0f} | {f.all_high / MIB:.0f} | {ratio} |", flush=True)


if __name__ == "__main__":
    main()
